"""The State and the kind of a recipient by real keys: corrected with who says so, and told there."""

from contextlib import closing
from pathlib import Path

from tests.drive.test_made_again import reads_in
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.packages import recorded
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.services.packaging import register

LISTED = "Recipients and offices abroad"
CORRECTING = "State and kind of Judge of Borduria"


def test_the_state_and_kind_of_a_recipient_are_corrected_by_keys(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        recorded(session, tmp_path)
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Office", "ctrl+7")
    clerk.presses("Other offices", "page tab")
    reads_in(clerk, LISTED, "Judge of Borduria")
    clerk.reaches(LISTED)
    clerk.screen.keys("Home")
    clerk.waits_for_button("State and kind")
    clerk.reaches("State and kind")
    clerk.screen.keys("space")
    clerk.sees_dialog(CORRECTING)
    clerk.fills({"State of an addressee": "RO", "The addressee is": "Defence"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please write who says so.")
    clerk.waits_for_focus("Who says so")
    clerk.screen.picture("who says so")
    clerk.fills({"Who says so": "Her letter of 3 June"})
    clerk.takes(CORRECTING)
    reads_in(clerk, LISTED, "Addressee (RO, Defence)")
    clerk.reaches(LISTED)
    clerk.screen.keys("Home")
    clerk.reads("Who says so: Her letter of 3 June")
    clerk.screen.picture("corrected")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        found = next(each for each in register.list_recipients(session) if each.name == "Judge of Borduria")
    assert (found.state, found.party) == ("RO", PartyKind.DEFENCE)
    assert clerk.screen.errors() == ""
