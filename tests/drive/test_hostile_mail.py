"""Hostile mail by real keys: very many parts, names that lead outside, a page that calls home."""

from functools import partial
from pathlib import Path

from tests.drive.test_viewers import told
from tests.inspect.looks.test_hostile_looks import attached, mail_of
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import act, exhibit, small_case
from tests.support.screen_reader import plain
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files

PARTS = "Parts and attachments"
PAGE = (
    "Content-Type: text/html; charset=utf-8\r\n\r\n"
    '<body onload="alert(1)"><script>document.write("RAN")</script><p>Seen words</p>'
    '<img src="http://tracker.example/pixel.png"><iframe src="file:///etc/passwd"></iframe></body>'
)
MAIL = {
    "many.eml": mail_of(attached(f"{number}.txt", "x") for number in range(10_000)),
    "names.eml": mail_of([PAGE, attached("../../etc/cron.d/evil", "x"), attached("a\u202egpj.exe", "x")]),
}
SAID = {
    "many.eml": ("the first 1999 of 10\u202f000. Take the file out to see the rest.",),
    "names.eml": (
        "not given to it: a script, which was not run, something from a network, which was not fetched.",
        "Seen words",
        "../../etc/cron.d/evil\nThe name leads outside the folder",
        "a\u27e6U+202E\u27e7gpj.exe",
    ),
}


def are_read(clerk: Clerk, wanted: tuple[str, ...]) -> bool:
    """Whether all of this is read on the screen, the cells of the list of parts among it."""
    cells = [each.name for of in clerk.reader.find(PARTS, "table") for each in clerk.reader.inside(of)]
    said = "\n".join((told(clerk), *map(plain, cells)))
    return all(words in said for words in wanted)


def test_hostile_mail_is_seen_and_what_is_not_shown_of_it_is_told(clerk: Clerk, tmp_path: Path):
    vault, session = tmp_path / "office.thbvault", new_session(tmp_path / "office.thbvault")
    kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
    for name, data in MAIL.items():
        (tmp_path / name).write_bytes(b"Subject: parts\r\nFrom: m@example.org\r\n" + data)
    add_files(
        session,
        kept.id,
        [NewFile(source=tmp_path / name, name=name, media_type="message/rfc822") for name in MAIL],
    )
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    for name, said in SAID.items():
        look = f"Look inside {name}"
        clerk.reaches(look)
        clerk.screen.keys("Return")
        clerk.reads("According to the file")
        clerk.screen.until(partial(are_read, clerk, said), f"of {name}, {said} is not read")
        clerk.screen.picture(name)
        clerk.screen.keys("Escape")
        clerk.waits_for_focus(look)
    clerk.leaves()

    assert clerk.screen.errors() == ""
