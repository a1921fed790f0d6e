"""What is remarkable in an archive by real keys: each entry says what is odd about its name."""

import io
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.drive.test_viewers import are_read
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.exhibit_files import add_file

NAMES = ("letter.txt", "../../etc/passwd", "NUL.txt", "a/report.pdf:hidden", "Photo.jpg", "photo.jpg")


def archive() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as zipped:
        for name in NAMES:
            zipped.writestr(zipfile.ZipInfo(name), name.encode())
    return held.getvalue()


def test_each_odd_entry_of_an_archive_says_so_in_the_list(clerk: Clerk, tmp_path: Path):
    vault, source = tmp_path / "office.thbvault", tmp_path / "phone.zip"
    source.write_bytes(archive())
    with closing(new_session(vault)) as session:
        kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
        add_file(session, kept.id, source=source, name=source.name, media_type="application/zip")

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches("Look inside phone.zip")
    clerk.screen.keys("Return")
    clerk.reads("According to the file")
    clerk.screen.picture("opened")
    for words in (
        "../../etc/passwd\nThe name leads outside the folder",
        "NUL.txt\nOn Windows the name means another one, or a device",
        "photo.jpg\nThe same name again, or one that differs in case or form alone",
        "letter.txt\n\u2014",
    ):
        clerk.screen.until(partial(are_read, clerk, (words,)), f"{words} is not read")
    clerk.screen.picture("marks")
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Look inside phone.zip")
    clerk.leaves()

    assert clerk.screen.errors() == ""
