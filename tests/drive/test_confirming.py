"""A transfer of two exhibits by real keys, confirmed by key and on paper; one confirmation is withdrawn."""

from pathlib import Path

from tests.services.bundling.test_signing_copies import scan
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.confirmations import digest_of_all
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.vocabulary import ConfirmationWay, CustodyAction, TransferParty
from thb_desktop.services.evidence import confirmations, custody, exhibits
from thb_desktop.services.evidence.custody_checks import check_exhibit

RECORD, CONFIRM, WITHDRAW = "Record a custody event", "Confirm a transfer", "Withdraw a confirmation"
SENT = {
    "Event": "Handed over",
    "Date and time": "2.6.2026 12:00",
    "By": "Registrar",
    "Reason": "Extraction",
    "From": "Claire Vandenhove",
    "To": "Jan Peeters",
    "Reason for late entry": "Paper file",
}


def office(vault: Path) -> list[ExhibitId]:
    """Two exhibits, and the scan of a form."""
    session = new_session(vault)
    small = small_case(session)
    kept = [
        exhibits.register_exhibit(session, exhibit(small, number=number), act()).id
        for number in ("E-1", "E-2")
    ]
    scan(session, small)
    session.close()
    return kept


def hands_over_both(clerk: Clerk) -> None:
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog(RECORD)
    clerk.fills({"Exhibit": "E-1"})
    clerk.presses("Several exhibits at once", "check box")
    clerk.reaches("Further exhibits")
    clerk.screen.keys("Home", "Down", "space")
    clerk.fills(SENT)
    clerk.takes(RECORD)
    clerk.reads("not confirmed by the giver")


def confirms(clerk: Clerk, fields: dict[str, str]) -> None:
    clerk.presses(CONFIRM.replace(" a ", " the "))
    clerk.sees_dialog(CONFIRM)
    clerk.fills(fields)
    clerk.takes(CONFIRM)


def digest(vault: Path, kept: ExhibitId) -> str:
    """The digest on the printed form."""
    session = reopen(vault)
    sent = next(
        each for each in custody.list_events(session, kept) if each.action is CustodyAction.TRANSFER_OUT
    )
    found = digest_of_all([each.digest for each in confirmations.transfers_of_act(session, sent.id)])
    session.close()
    return found


def test_both_parties_confirm_and_what_was_wrong_is_withdrawn(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    kept = office(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Custody", "ctrl+4")
    hands_over_both(clerk)
    confirms(clerk, {"Party": "Receiver", "Way": "With their own key"})
    clerk.reads("confirms the transfer; the party named is")
    clerk.presses("Withdraw the confirmation")
    clerk.sees_dialog(WITHDRAW)
    clerk.fills({"Reason": "Wrong party"})
    clerk.takes(WITHDRAW)
    clerk.screen.picture("withdrawn")
    clerk.leaves()
    form = digest(vault, kept[0])

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Custody", "ctrl+4")
    clerk.reads("events recorded in this case")
    clerk.screen.keys("Home", "Down")
    clerk.reads("not confirmed by the giver")
    confirms(clerk, {"Party": "Giver", "Way": "With their own key"})
    clerk.screen.keys("Home", "Down")
    clerk.reads("not confirmed by the receiver")
    on_paper = {
        "Party": "Receiver",
        "Way": "Signed on the printed form",
        "Signed by": "Jan Peeters",
        "Signed at": "2.6.2026 12:30",
        "Scan of the form, an exhibit": "E-90",
        "Digest on the form": form[:8],
        "Reason for late entry": "By post",
    }
    confirms(clerk, on_paper)
    clerk.screen.picture("confirmed")
    clerk.leaves()

    session = reopen(vault)
    for each in kept:
        checked = check_exhibit(session, each)
        given = [(one.party, one.way) for one in checked.events if one.way]
        assert given == [
            (TransferParty.RECEIVER, ConfirmationWay.BY_KEY),
            (TransferParty.GIVER, ConfirmationWay.BY_KEY),
            (TransferParty.RECEIVER, ConfirmationWay.ON_PAPER),
        ]
        assert not [one for one in checked.findings if "confirmed" in one.case]
    session.close()
