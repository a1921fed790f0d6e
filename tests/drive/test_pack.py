"""The data pack of cooperation by real keys: saved, changed in a file, refused while broken, and adopted."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.office import packs

WHY = "Looked up in the list of the Council"


def test_a_judge_saves_the_pack_changes_its_file_and_adopts_it(clerk: Clerk, tmp_path: Path):
    vault, file = tmp_path / "office.thbvault", tmp_path / "own.toml"
    session = new_session(vault)
    small_case(session)
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Office", "ctrl+7")
    clerk.presses("Cooperation data", "page tab")
    clerk.reads("of the program, checked on")
    clerk.screen.keys("alt+u")
    clerk.chooses_files("Save the pack in use", str(file))
    clerk.reads("The pack is written")
    own = file.read_text("utf-8").replace('version = "', 'version = "own-', 1)
    file.write_text("no pack", "utf-8")
    clerk.screen.keys("alt+t")
    clerk.sees_dialog("Adopt a pack")
    clerk.fills({"File of the pack": str(file), "Why, and on what it rests": WHY})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("This is no data pack that the program can read")
    file.write_text(own, "utf-8")
    clerk.takes("Adopt a pack")
    clerk.reads("of the office, checked on")
    clerk.screen.picture("pack")
    clerk.leaves()

    session = reopen(vault)
    (adopted,) = packs.list_packs(session)
    session.close()
    assert adopted.reason == WHY
