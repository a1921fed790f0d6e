"""Who recorded a confirmation, as the events of a bundle tell it: compared without the rules of the vault."""

from datetime import UTC, datetime

import pytest

from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import Entry
from thb_desktop.verify.bundle.events import SignedRecords

CLERK, JUDGE = "user-clerk", "user-judge"


def foreign(**changes: Value) -> int:
    """Return how many rows are in another name, if a clerk's entry tells such a confirmation."""
    record = {
        "id": "event-2",
        "exhibit_id": "exhibit",
        "action": "TRANSFER_CONFIRMED",
        "confirms": "event-1",
        "way": "BY_KEY",
        "actor": "Clerk Exemple",
        "recorded_by": CLERK,
        "recorder": "Clerk Exemple",
        **changes,
    }
    entry = Entry(
        vault="vault",
        seq=1,
        prev=bytes(32),
        at=datetime(2026, 1, 5, tzinfo=UTC),
        clock="SYSTEM",
        boot="",
        mono=0,
        agent=CLERK,
        role="CLERK",
        action="TRANSFER_CONFIRMED",
        subject="exhibit",
        n=1,
        commitment=bytes(32),
        key="key",
    )
    records = SignedRecords()
    records._check_act(entry, [("custody_event", record)])
    return records.foreign


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({}, 0),
        ({"way": "DRAWN", "actor": "Jan Peeters"}, 0),
        ({"confirms": None, "recorded_by": None, "recorder": "", "way": None}, 0),
        ({"recorded_by": JUDGE, "recorder": "Judge Exemple", "actor": "Judge Exemple"}, 1),
        ({"actor": "Judge Exemple"}, 1),
        ({"recorded_by": None, "recorder": "", "actor": "Judge Exemple"}, 1),
        ({"recorded_by": None}, 1),
    ],
)
def test_a_confirmation_names_the_author_of_its_entry(changes: dict[str, Value], count: int):
    assert foreign(**changes) == count
