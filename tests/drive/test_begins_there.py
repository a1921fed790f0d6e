"""By real keys: a dialog for files begins where the last file was taken, and underlined letters press their
buttons.
"""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits


def test_files_are_added_from_where_the_last_one_was_and_an_event_is_begun_by_its_letter(
    clerk: Clerk, tmp_path: Path
):
    vault, stick = tmp_path / "office.thbvault", tmp_path / "stick"
    session = new_session(vault)
    kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
    session.close()
    stick.mkdir()
    for name in ("one.txt", "two.txt"):
        (stick / name).write_text(name, "ascii")
    heading = f"Files of exhibit {kept.number}"

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.waits_for_button("Add files\u2026")
    clerk.screen.keys("alt+f")
    clerk.chooses_files(heading, str(stick / "one.txt"))
    clerk.sees("Look inside one.txt")
    clerk.waits_for_button("Add files\u2026")
    clerk.screen.keys("ctrl+o")
    clerk.chooses_files(heading, "two.txt")
    clerk.sees("Look inside two.txt")
    clerk.goes_to("Custody", "ctrl+4")
    clerk.waits_for_button("Record an event\u2026")
    clerk.screen.keys("alt+r")
    clerk.sees_dialog("Record a custody event")
    clerk.escapes()
    clerk.leaves()

    session = reopen(vault)
    files = exhibits.get_exhibit(session, kept.id).files
    session.close()
    assert [each.name for each in files] == ["one.txt", "two.txt"]
    assert clerk.screen.errors() == ""
