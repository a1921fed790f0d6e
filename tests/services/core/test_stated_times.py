"""Stated times: a clock that was said to be set back, at once or in small steps."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Entry
from thb_desktop.services.core.stated_times import SetBack, StatedTimes, TimesBefore

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def entry(seq: int, minutes: int, action: str = CLOCK_WENT_BACK) -> Entry:
    return Entry(
        vault="v",
        seq=seq,
        prev=bytes(32),
        at=NOON + timedelta(minutes=minutes),
        clock="SYSTEM",
        boot="",
        mono=0,
        agent="a",
        role="CLERK",
        action=action,
        subject="v",
        n=seq,
        commitment=bytes(32),
        key="",
    )


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        ([-15], []),
        ([-16], [(2, 0, -16)]),
        ([-14, -28], [(3, 0, -28)]),
        ([-16, -17, -30], [(2, 0, -16)]),
        ([-16, -32], [(2, 0, -16), (3, -16, -32)]),
    ],
)
def test_a_clock_that_was_set_back_by_more_than_an_approval_is_valid_is_told_once(
    minutes: list[int], told: list[tuple[int, int, int]]
):
    times = StatedTimes()
    times.take(entry(1, 0, "CASE_OPENED"))

    found = [times.take(entry(seq, each)) for seq, each in enumerate(minutes, start=2)]

    assert [each for each in found if each] == [
        SetBack(
            entry=seq,
            before=NOON + timedelta(minutes=before),
            after=NOON + timedelta(minutes=after),
            ahead=1 if before == 0 else 2,
        )
        for seq, before, after in told
    ]


def test_what_earlier_entries_stated_is_taken_from_the_stored_entries():
    entries = [
        entry(1, 0, "CASE_OPENED"),
        entry(2, 900, "CASE_OPENED"),
        entry(3, 20, "CASE_OPENED"),
        entry(4, 30),
        entry(5, 40, "CASE_OPENED"),
    ]
    stored, wanted, times = TimesBefore({2, 3, 5}), dict[int, StatedTimes](), StatedTimes()
    for each in entries:
        stored.take(replace(each, key="ab" * 32).to_bytes())
        times.take(each)
        wanted[each.seq] = replace(times)

    assert [stored.at(size) for size in (2, 3, 5)] == [wanted[size] for size in (2, 3, 5)]
    assert wanted[3].latest == NOON + timedelta(minutes=900)
    assert wanted[5].back is not None
    assert stored.at(0) == StatedTimes()


def test_an_entry_without_a_time_that_can_be_read_states_none():
    stored = TimesBefore({2})
    stored.take(entry(1, 0, "CASE_OPENED").to_bytes())
    stored.take(b'{"action":"X","agent":"a","at":"2026-05-04T31:00:00.000000+00:00"')

    assert stored.at(2).highest == NOON
