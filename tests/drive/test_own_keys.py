"""A clerk makes their keys their own by real keys: told at the first unlock, and done there."""

from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.offices import JUDGE, new_office
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.office import own_keys, users

KEEPER, NEW = "Piet Bewaarder", "copper lantern meadow thistle orchard"
ACT = "Make my keys my own"


def makes_keys(clerk: Clerk, old: str, new: str) -> None:
    clerk.sees_dialog(ACT)
    clerk.whispers("Present passphrase", old)
    clerk.whispers("New passphrase", new)
    clerk.whispers("New passphrase, repeated", new)


def test_who_was_added_makes_their_keys_at_the_first_unlock(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "vault"
    new_office(vault)
    with closing(reopen(vault)) as session:
        users.add_user(
            session,
            name=KEEPER,
            role=UserRole.CLERK,
            passphrase=passphrase(OTHER_PASSPHRASE),
            own_passphrase=passphrase(),
            second=ALONE,
        )

    clerk.opens(vault, OTHER_PASSPHRASE)
    clerk.reads("Your keys were made in the program of")
    clerk.screen.picture("o1-told")
    clerk.presses(ACT)
    makes_keys(clerk, PASSPHRASE, NEW)
    clerk.screen.keys("ctrl+Return")
    clerk.reads("does not open with this passphrase")
    clerk.screen.picture("o2-wrong")
    makes_keys(clerk, OTHER_PASSPHRASE, NEW)
    clerk.takes(ACT)
    clerk.reads("Your keys are new.")
    clerk.screen.picture("o3-made")
    clerk.leaves()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Office", "ctrl+7")
    clerk.waits_for_button("Add a user")
    clerk.screen.picture("o4-people")
    clerk.screen.keys("alt+s")
    clerk.reads(KEEPER)
    clerk.presses("Renew the certificates")
    clerk.reads("renewed")
    clerk.screen.picture("o5-certified")
    clerk.leaves()

    clerk.opens(vault, NEW)
    clerk.goes_to("Office", "ctrl+7")
    clerk.screen.keys("alt+k")
    clerk.waits_for_button(ACT)
    clerk.screen.picture("o6-again")
    clerk.leaves()
    with closing(reopen(vault)) as session:
        told = {each.user.name: (each.by, each.waits) for each in own_keys.list_keys_made(session)}
    assert told == {JUDGE: ("", False), KEEPER: ("", False)}
    assert clerk.screen.errors() == ""
