"""Files of every kind by real keys: web captures, pictures, mail and archives, hostile ones among them."""

from functools import partial
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import act, exhibit, small_case
from tests.support.samples import sample
from tests.support.screen_reader import plain
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files

SHOWN = {
    "web/example.warc.gz": ("application/warc-fields", "2017-03-06T04:03:53Z"),
    "web/invalid_example_1.wacz": ("datapackage.json", "data/archive/test.txt"),
    "photos/Canon_40D.jpg": ("%, fits", "Canon EOS 40D"),
    "photos/landscape_6.jpg": ("%, fits", "Orientation (Orientation): 6"),
    "mail/testMBOX_complex.mbox": ('"Some Person" <hey@example.com>', "It says nothing of itself."),
    "mail/test-outlook.msg": ("La réponse à vos attentes en matière de messagerie", "Outlook Express 6"),
    "archives/absolute_paths.zip": ("/folder/syslog\nThe name leads outside the folder",),
    "archives/quine.gz": ("Name within: quine.gz", "\nquine.gz\n—"),
    "archives/testZipEncrypted.zip": ("unencrypted.txt\n—", "\nencrypted.txt\nEncrypted\n"),
}
"""Each file, and what must be read of it: what is in it, or why it is not seen."""


def told(clerk: Clerk) -> str:
    """What a reader of the screen is told of an open file, on lines: also the cells of its parts."""
    shown = list(clerk.reader.shown())
    parts = [each for each in shown if (each.name, each.role) == ("Content of the file", "table")]
    cells = [cell.name for each in parts for cell in clerk.reader.inside(each)]
    texts = [clerk.reader.text(each) for each in shown if each.role == "text"]
    return "\n".join(plain(each) for each in (*(each.name for each in shown), *texts, *cells))


def are_read(clerk: Clerk, wanted: tuple[str, ...]) -> bool:
    said = told(clerk)
    return all(words in said for words in wanted)


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
        clerk.screen.until(partial(are_read, clerk, words), f"of {file.name}, {words} are not read")
        clerk.screen.picture(file.name)
        clerk.screen.keys("Escape")
        clerk.waits_for_focus(look)
    clerk.leaves()

    assert clerk.screen.errors() == ""
