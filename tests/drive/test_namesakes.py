"""Names by real keys: one that somebody of the case has is asked about once, and is linked with nobody."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import registered, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import custody

RECORD, QUESTION = "Record a custody event", "Is this right?"
STORED = {
    "Event": "Stored",
    "Date and time": "2.6.2026 12:00",
    "Reason": "Deposit",
    "Place": "Room B",
    "Reason for late entry": "Paper file",
}


def answers(clerk: Clerk, key: str) -> None:
    clerk.sees_dialog(QUESTION)
    clerk.reads("A typed name is linked with nobody.")
    clerk.screen.keys(key)
    clerk.screen.until(lambda: not clerk.reader.find(QUESTION, "dialog"), "the question stays")


def records(clerk: Clerk) -> None:
    """Type the name, below which the official is offered, and take nobody."""
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog(RECORD)
    clerk.fills(STORED)
    clerk.reaches("By")
    clerk.screen.types("sarah MOREAU")
    clerk.screen.keys("Tab")
    clerk.screen.keys("ctrl+Return")


def test_a_typed_name_of_somebody_of_the_case_is_asked_about_and_stays_typed_or_is_chosen(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    small = small_case(session)
    kept = registered(session, small)
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Custody", "ctrl+4")
    clerk.reads("1 event recorded in this case")
    records(clerk)
    clerk.screen.picture("asked")
    answers(clerk, "Return")
    clerk.sees(RECORD, "dialog")
    clerk.fills({"By": "P-1"})
    clerk.takes(RECORD)
    clerk.reads("2 events recorded in this case")
    records(clerk)
    answers(clerk, "alt+s")
    clerk.reads("3 events recorded in this case")
    clerk.leaves()

    session = reopen(vault)
    events = custody.list_events(session, kept.id)[1:]
    session.close()
    assert [(each.actor, each.actor_id) for each in events] == [
        (small.official.name, small.official.id),
        ("sarah MOREAU", None),
    ]
    assert clerk.screen.errors() == ""
