"""How a user was identified, by real keys: at the admission, and corrected for a reason."""

from contextlib import closing
from datetime import date
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE
from thb_desktop.domain.identity_binding_fields import Binding, binding_of
from thb_desktop.domain.vocabulary import IdentityBinding
from thb_desktop.services.office import users

KEEPER = "Anton Keeper"
ADDING, CORRECTING = "Add a user", f"How {KEEPER} was identified"


def test_who_is_added_was_identified_and_it_is_corrected(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    new_session(vault).close()
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Office", "ctrl+7")

    clerk.presses(ADDING)
    clerk.sees_dialog(ADDING)
    clerk.fills(
        {
            "Name": KEEPER,
            "Function": "Evidence",
            "How the person was identified": "A user of this office checked a document",
            "Checked by": "Judge Maes",
            "Day of the check": "2.3.2026",
            "Document checked": "Service card 17",
        }
    )
    clerk.screen.picture("adding")
    for field in ("New passphrase", "New passphrase, repeated"):
        clerk.whispers(field, OTHER_PASSPHRASE)
    clerk.whispers("Your own passphrase", PASSPHRASE)
    clerk.fills({"Reason for acting alone": "the office begins"})
    clerk.takes(ADDING)
    clerk.reads(f"{KEEPER}\u2069 was added")
    clerk.reaches("Users")
    clerk.screen.keys("Home")
    clerk.waits_for_button("Identified how")
    clerk.presses("Identified how")
    clerk.sees_dialog(CORRECTING)
    clerk.fills({"Document checked": "Service card 71", "Why it is corrected": "The digits were exchanged"})
    clerk.screen.picture("correcting")
    clerk.takes(CORRECTING)
    clerk.reads("It was recorded how")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (corrected,) = [binding_of(each) for each in users.list_users(session) if each.name == KEEPER]
    assert corrected == Binding(
        bound_as=IdentityBinding.SELF_ISSUED_VOUCHED_BY,
        bound_by="Judge Maes",
        bound_on=date(2026, 3, 2),
        bound_document="Service card 71",
    )
    assert clerk.screen.errors() == ""
