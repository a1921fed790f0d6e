"""Whether an interview is over: what is typed afterwards was not typed live."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.testimony import interview
from thb_desktop.domain.held_now import is_over
from thb_desktop.domain.partial_dates import PartialDate

START = datetime(2026, 1, 20, 9, 30, tzinfo=UTC)
END = START + timedelta(hours=2)


@pytest.mark.parametrize(
    ("times", "at", "over"),
    [
        ({"started_at": START, "ended_at": END}, END, False),
        ({"started_at": START, "ended_at": END}, END + timedelta(seconds=59), False),
        ({"started_at": START, "ended_at": END}, END + timedelta(minutes=1), True),
        ({"started_at": START, "ended_at": None}, START + timedelta(hours=23), False),
        ({"started_at": START, "ended_at": None}, START + timedelta(hours=25), True),
        ({"started_at": None, "ended_at": None}, START, False),
        ({"started_at": None, "ended_at": None, "held_on": PartialDate("2026-01-20")}, START, False),
        ({"started_at": None, "ended_at": None, "held_on": PartialDate("2026-01")}, END, False),
        ({"started_at": None, "ended_at": None, "held_on": PartialDate("2026-01-19")}, START, True),
    ],
)
def test_an_interview_is_over_after_its_end_or_its_day(times: dict[str, object], at: datetime, over: bool):
    assert is_over(interview(**times), at) is over
