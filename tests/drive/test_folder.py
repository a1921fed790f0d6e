"""A folder becomes files of an exhibit by real keys; what was left and which bytes are there is told."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.exhibit_files import add_file


def test_a_folder_is_added_and_a_link_in_it_is_told_and_the_same_bytes_lead_to_their_exhibit(
    clerk: Clerk, tmp_path: Path
):
    vault, folder = tmp_path / "office.thbvault", tmp_path / "telephone"
    (folder / "DCIM").mkdir(parents=True)
    (folder / "DCIM" / "one.txt").write_bytes(b"one")
    (folder / "two.txt").write_bytes(b"two")
    (folder / "link.txt").symlink_to(folder / "two.txt")
    session = new_session(vault)
    small = small_case(session)
    kept = exhibits.register_exhibit(session, exhibit(small), act())
    other = exhibits.register_exhibit(session, exhibit(small, number="E-09"), act())
    add_file(session, other.id, source=folder / "two.txt", name="before.txt", media_type="text/plain")
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.waits_for_button("Add a folder")
    clerk.screen.keys("alt+o")
    clerk.chooses_files(f"A folder for exhibit {kept.number}", str(folder))
    clerk.sees_dialog("1 thing was not taken")
    clerk.reads("2 files were taken")
    clerk.screen.picture("folder")
    clerk.escapes()
    clerk.sees_dialog("The same bytes are in the case already")
    clerk.screen.picture("same")
    clerk.waits_for_focus("Files with the same bytes")
    clerk.screen.keys("Return")
    clerk.waits_for_button(f"before.txt: same bytes in {kept.number}")
    clerk.leaves()

    session = reopen(vault)
    files = exhibits.get_exhibit(session, kept.id).files
    session.close()
    assert sorted(each.name for each in files) == ["one.txt", "two.txt"]
