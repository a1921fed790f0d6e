"""The day of a moment at the place of an interview: by its zone, else by the clock of its begin."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.support.testimony import interview
from thb_desktop.domain.held_now import is_over
from thb_desktop.domain.interview_day import day_at
from thb_desktop.domain.partial_dates import PartialDate

AT = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
BEGUN = datetime(2026, 6, 30, 9, 0, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("zone", "begun", "day"),
    [
        ("Europe/Bucharest", None, date(2026, 7, 1)),
        ("Atlantic/Azores", BEGUN, date(2026, 6, 30)),
        ("", BEGUN, date(2026, 7, 1)),
        ("No/Where", BEGUN, date(2026, 7, 1)),
        ("", None, date(2026, 6, 30)),
    ],
)
def test_a_day_begins_by_the_clock_of_the_place(zone: str, begun: datetime | None, day: date):
    assert day_at(interview(zone=zone, started_at=begun), AT) == day


@pytest.mark.parametrize(("zone", "over"), [("Europe/Brussels", True), ("Atlantic/Reykjavik", False)])
def test_an_interview_of_a_day_is_over_when_that_day_is_past_at_its_place(zone: str, *, over: bool):
    held = interview(zone=zone, started_at=None, ended_at=None, held_on=PartialDate("2026-06-30"))

    assert is_over(held, AT) is over
