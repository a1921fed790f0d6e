"""The clock of a State is that of its capital, summer and winter; an unknown one changes nothing."""

from datetime import UTC, datetime

import pytest

from thb_desktop.domain.state_clocks import CLOCKS, by_clock_of
from thb_desktop.domain.zones import is_known


@pytest.mark.parametrize(
    ("country", "month", "said"),
    [
        ("BE", 1, "2026-01-31T23:30:00+01:00"),
        ("BE", 6, "2026-07-01T00:30:00+02:00"),
        ("RO", 6, "2026-07-01T01:30:00+03:00"),
        ("IE", 1, "2026-01-31T22:30:00+00:00"),
        ("XX", 6, "2026-06-30T22:30:00+00:00"),
        ("", 6, "2026-06-30T22:30:00+00:00"),
    ],
)
def test_a_moment_is_told_by_the_clock_of_a_capital(country: str, month: int, said: str):
    at = datetime(2026, month, 31 if month == 1 else 30, 22, 30, tzinfo=UTC)

    told = by_clock_of(at, country)

    assert (told, told.isoformat()) == (at, said)


def test_the_rules_of_each_clock_are_known():
    assert [zone for zone in CLOCKS.values() if not is_known(zone)] == []
