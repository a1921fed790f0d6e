"""Confirming a transfer by real keys: refused without a choice, given, withdrawn, and given again."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, registered, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.vocabulary import CustodyAction, TransferParty
from thb_desktop.services.evidence import confirmations, custody

DIALOG, BACK = "Confirm a transfer", "Withdraw a confirmation"


def confirms(clerk: Clerk, party: str) -> None:
    clerk.presses("Confirm the transfer")
    clerk.sees_dialog(DIALOG)
    confirms_own(clerk, party)


def confirms_own(clerk: Clerk, party: str) -> None:
    clerk.fills({"Party": party, "Way": "With their own key"})
    clerk.screen.keys("ctrl+Return")
    clerk.sees_dialog("Confirm with your key?")
    clerk.reads(party)
    clerk.screen.keys("alt+w")
    clerk.screen.until(lambda: not clerk.reader.find(DIALOG, "dialog"), "the form stays")


def test_a_party_confirms_a_transfer_and_takes_back_what_was_wrong(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    kept = registered(session, small_case(session))
    parties = {"from_party": "Registry", "to_party": "Laboratory"}
    sent = custody.record_custody_event(session, kept.id, act(CustodyAction.TRANSFER_OUT, **parties))
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Custody", "ctrl+4")
    clerk.reads("2 events recorded in this case")
    clerk.waits_for_focus("Custody events")
    clerk.screen.keys("ctrl+Home", "Down")
    clerk.presses("Confirm the transfer")
    clerk.sees_dialog(DIALOG)
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please choose.")
    confirms_own(clerk, "Giver")
    clerk.presses("Withdraw the confirmation")
    clerk.sees_dialog(BACK)
    clerk.fills({"Reason": "The wrong party"})
    clerk.takes(BACK)
    clerk.reads("4 events recorded in this case")
    clerk.reaches("Custody events")
    clerk.screen.keys("ctrl+Home", "Down")
    confirms(clerk, "Receiver")
    clerk.reads("5 events recorded in this case")
    clerk.screen.picture("confirmed")
    clerk.leaves()

    session = reopen(vault)
    recorded = [each.action for each in custody.list_events(session, kept.id)][2:]
    (transfer,) = confirmations.transfers_of_act(session, sent.id)
    session.close()
    assert recorded == [
        CustodyAction.TRANSFER_CONFIRMED,
        CustodyAction.CONFIRMATION_WITHDRAWN,
        CustodyAction.TRANSFER_CONFIRMED,
    ]
    assert transfer.missing == (TransferParty.GIVER,)
