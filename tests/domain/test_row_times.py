"""Each time of a row is that of its entry, or stands here with the reason why another one is right."""

from datetime import UTC, datetime, timedelta
from typing import Any, get_type_hints

import pytest

from tests.domain.test_act_rows import change
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.row_authors import TIMES, TIMES_OF_CHANGES
from thb_desktop.domain.row_times import NEAR_TIMES, is_of_its_time
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.vault.tables.registry import TABLES

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
_TYPED = "a person types when it was; the row is entered later"
_FOREIGN = "somebody outside the office made it then"
OTHER_TIMES = {
    ("approval", "at"): "the second person signs before the act, which `is_recorded_in_time` compares",
    ("assignment", "assigned_at"): "the store is begun before the entry: NEAR_TIMES",
    ("bundle", "made_at"): "printed on the pages that are approved and signed before the entry",
    ("custody_event", "occurred_at"): "typed; not later than the entry, and a delay has its reason",
    ("office", "created_at"): "a row of the entry that begins the chain; no act changes it",
    ("package_receipt", "received_at"): _FOREIGN,
    ("received_notice", "made_at"): _FOREIGN,
    **dict.fromkeys([("received_package", "made_at"), ("received_package", "head_at")], _FOREIGN),
    ("signature_check", "judged_at"): "the program takes it with the answer, before somebody keeps it",
    ("restoration", "lost_at"): "of the newer state that this computer remembers",
    ("stamped_bundle", "stamped_at"): _FOREIGN,
    **dict.fromkeys([("exhibit", "collected_at"), ("online_capture", "captured_at")], _TYPED),
    **dict.fromkeys([("action_team", "begins_at"), ("person_found", "found_at")], _TYPED),
    **dict.fromkeys([("interview", "started_at"), ("interview", "ended_at")], _TYPED),
    ("interview", "clock_checked_at"): _TYPED,
    **dict.fromkeys([("interview", f"readback_{name}_at") for name in ("started", "ended")], _TYPED),
    **dict.fromkeys([("presence", "from_at"), ("presence", "to_at"), ("caution", "given_at")], _TYPED),
    ("interpreter_engagement", "comprehension_checked_at"): _TYPED,
    **dict.fromkeys([("interpreter_engagement", f"worked_{name}") for name in ("from", "to")], _TYPED),
    **dict.fromkeys([("recording", "started_at"), ("recording", "stopped_at")], _TYPED),
    **dict.fromkeys([("victim_information", "given_at"), ("lineup", "shown_at")], _TYPED),
    **dict.fromkeys([(name, "at") for name in ("record_signature", "segment", "timeline_event")], _TYPED),
    **dict.fromkeys([("intervention", "at"), ("read_back_correction", "at")], _TYPED),
}
"""The times of rows that are not told with the time of the entry, each with its reason."""


def times_of(entity: Any) -> list[str]:
    return [name for name, kind in get_type_hints(entity).items() if "datetime.datetime" in str(kind)]


def test_each_time_of_a_table_is_that_of_its_entry_or_has_a_reason_why_not():
    times = {(table.name, name) for table in TABLES for name in times_of(table.entity)}
    of_entries = {*TIMES.items(), *TIMES_OF_CHANGES.items()}

    assert times - of_entries == set(OTHER_TIMES)
    assert of_entries <= times
    assert set(NEAR_TIMES.items()) <= set(OTHER_TIMES)


@pytest.mark.parametrize(
    ("hours", "is_fitting"), [(0, True), (-20, True), (20, True), (-7200, False), (48, False)]
)
def test_an_assignment_says_a_time_near_that_of_its_entry(hours: int, is_fitting: bool):
    given = change("assignment", assigned_at=to_text(AT + timedelta(hours=hours)))

    assert is_of_its_time(given, VaultAction.ASSIGNED, AT) is is_fitting


@pytest.mark.parametrize(
    ("by", "reason", "is_fitting"),
    [
        (timedelta(minutes=4), "", True),
        (timedelta(minutes=6), "", False),
        (timedelta(days=200), "The clock was wrong.", False),
        (timedelta(hours=-23), "", True),
        (timedelta(days=-200), "", False),
        (timedelta(days=-200), "\u2800", False),
        (timedelta(days=-200), "It was found in a box.", True),
    ],
)
def test_a_custody_event_is_not_of_the_future_and_says_why_it_is_late(
    by: timedelta, reason: str, is_fitting: bool
):
    told = change(
        "custody_event",
        recorded_at=to_text(AT),
        occurred_at=to_text(AT + by),
        late_entry_reason=reason,
    )

    assert is_of_its_time(told, CustodyAction.STORED, AT) is is_fitting
