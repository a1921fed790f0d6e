"""Files of every kind by real keys: web captures, pictures, mail and archives, hostile ones among them."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import act, exhibit, small_case
from tests.support.samples import sample
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files

SHOWN = {
    "web/example.warc.gz": "example.com",
    "web/invalid_example_1.wacz": "",
    "photos/Canon_40D.jpg": "Canon",
    "photos/landscape_6.jpg": "",
    "mail/testMBOX_complex.mbox": "",
    "mail/test-outlook.msg": "",
    "archives/absolute_paths.zip": "",
    "archives/quine.gz": "",
    "archives/testZipEncrypted.zip": "",
}
"""Each file, and words that must be read of it."""


def test_every_file_is_seen_or_says_why_not_and_nothing_follows_it(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    files = [sample(f"02-evidence/{name}") for name in SHOWN]
    session = new_session(vault)
    kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
    new = [NewFile(source=each, name=each.name, media_type="application/octet-stream") for each in files]
    add_files(session, kept.id, new)
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    for file, words in zip(files, SHOWN.values(), strict=True):
        look = f"Look inside {file.name}"
        clerk.reaches(look)
        clerk.screen.keys("Return")
        clerk.reads("According to the file")
        clerk.reads(words)
        clerk.screen.picture(file.name)
        clerk.screen.keys("Escape")
        clerk.waits_for_focus(look)
    clerk.leaves()

    assert clerk.screen.errors() == ""
