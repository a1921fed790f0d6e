"""Custody events by real keys: a wrong seal and a wrong day of return, and their corrections."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.evidence.custody_checks import check_exhibit

DIALOG, QUESTION = "Record a custody event", "This would be open"


def records(clerk: Clerk, fields: dict[str, str], *, asked: int = 0) -> None:
    """asked: how many events there are afterwards, if the program asks because something would be open."""
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog(DIALOG)
    clerk.fills(fields)
    if not asked:
        clerk.takes(DIALOG)
        return
    clerk.screen.keys("ctrl+Return")
    clerk.sees_dialog(QUESTION)
    clerk.reads("If the paper file says so, record it as it is.")
    clerk.screen.keys("alt+r")
    clerk.reads(f"{asked} events recorded in this case")


def test_a_clerk_records_a_wrong_seal_reads_what_is_said_of_it_and_corrects_it(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    small = small_case(session)
    kept = exhibits.register_exhibit(session, exhibit(small, seal="BE-1"), act(seal="BE-1"))
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Custody", "ctrl+4")
    clerk.reads("1 event recorded in this case")
    records(
        clerk,
        {
            "Event": "Stored",
            "Date and time": "2.6.2026 12:00",
            "By": "Registrar",
            "Reason": "Deposit",
            "Place": "Room B",
            "Seal": "BE-2",
            "Reason for late entry": "Paper file",
        },
        asked=2,
    )
    clerk.reads("no resealing is recorded between them")
    clerk.screen.picture("finding")
    records(
        clerk,
        {
            "Event": "Correction",
            "Date and time": "2.6.2026 13:00",
            "By": "Registrar",
            "Reason": "Misread",
            "Corrected event": "2  Stored",
            "Wrong value": "BE-2",
            "Right value": "BE-1",
            "Reason for late entry": "Paper file",
        },
    )
    clerk.screen.picture("corrected")
    records(
        clerk,
        {
            "Event": "Lent",
            "Date and time": "2.6.2026 14:00",
            "By": "Registrar",
            "Reason": "Exhibition",
            "From": "Registry",
            "To": "Court of appeal",
            "To be returned by": "20.6.2026",
            "Reason for late entry": "Paper file",
        },
        asked=4,
    )
    clerk.reads("2026-06-20")
    records(
        clerk,
        {
            "Event": "Correction",
            "Date and time": "2.6.2026 15:00",
            "By": "Registrar",
            "Reason": "Misread",
            "Corrected event": "4  Lent",
            "Wrong value": "20.6.2026",
            "Right value": "20.6.2036",
            "Reason for late entry": "Paper file",
        },
    )
    clerk.screen.picture("due")
    records(
        clerk,
        {
            "Event": "Correction",
            "Date and time": "2.6.2026 16:00",
            "By": "Registrar",
            "Reason": "Forgotten",
            "Corrected event": "1  Seized",
            "What was missing, or which field": "Witnesses",
            "Right value": "Ana Ionescu",
            "Reason for late entry": "Paper file",
        },
    )
    clerk.screen.picture("what was missing")
    clerk.leaves()

    session = reopen(vault)
    events = custody.list_events(session, kept.id)
    assert [each.action for each in events][1:] == [
        CustodyAction.STORED,
        CustodyAction.CORRECTION,
        CustodyAction.LOANED,
        CustodyAction.CORRECTION,
        CustodyAction.CORRECTION,
    ]
    assert corrected(events)[0].witness == "Ana Ionescu"
    (finding,) = check_exhibit(session, kept.id).findings
    assert (finding.case, finding.values["day"]) == ("on-loan", "2036-06-20")
    session.close()


def test_what_was_given_back_comes_again_and_a_wrong_state_of_a_seal_is_corrected(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    small = small_case(session)
    kept = exhibits.register_exhibit(session, exhibit(small, seal="BE-1"), act(seal="BE-1"))
    given = act(CustodyAction.RETURNED_TO_OWNER, to_party="The owner")
    custody.record_custody_event(session, kept.id, given)
    session.close()
    late = {"By": "Registrar", "Reason": "Paper", "Reason for late entry": "Paper file"}

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Custody", "ctrl+4")
    clerk.reads("2 events recorded in this case")
    seen = {"Event": "Seal checked", "Date and time": "3.6.2026 14:00", "Seal": "BE-1"}
    records(clerk, {**late, **seen, "State of the seal": "Broken"}, asked=3)
    clerk.reads("was given back to its owner")
    records(clerk, {**late, "Event": "Seized", "Date and time": "3.6.2026 13:00"})
    right = {"Wrong value": "broken", "Right value": "intact"}
    about = {"Corrected event": "3  Seal checked", "What was missing, or which field": "State of the seal"}
    records(clerk, {**late, "Event": "Correction", "Date and time": "3.6.2026 15:00", **about, **right})
    clerk.screen.picture("corrected")
    clerk.leaves()

    session = reopen(vault)
    events = custody.list_events(session, kept.id)
    assert [each.action for each in events][2:] == [
        CustodyAction.SEAL_CHECKED,
        CustodyAction.SEIZED,
        CustodyAction.CORRECTION,
    ]
    assert (events[-1].wrong_value, events[-1].right_value) == ("BROKEN", "INTACT")
    assert check_exhibit(session, kept.id).findings == ()
    session.close()
