"""Stated times: a clock that was said to be set back, at once or in small steps."""

from datetime import UTC, datetime, timedelta

import pytest

from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Entry
from thb_desktop.services.core.stated_times import SetBack, StatedTimes

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
        SetBack(entry=seq, before=NOON + timedelta(minutes=before), after=NOON + timedelta(minutes=after))
        for seq, before, after in told
    ]
