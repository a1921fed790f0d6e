"""When an advertisement was posted is read as far as its file says it without doubt."""

import pytest

from thb_desktop.domain.ad_dates import posted


@pytest.mark.parametrize(
    ("told", "edtf"),
    [
        ("2026-04-11", "2026-04-11"),
        ("2026-04-11 20:15", "2026-04-11"),
        ("2026-04-11T20:15:00+02:00", "2026-04-11"),
        ("2026/4/1", "2026-04-01"),
        ("25/04/2026 08:00", "2026-04-25"),
        ("04-25-2026", "2026-04-25"),
        ("4.4.2026", "2026-04-04"),
        ("04/05/2026", "2026-04-05/2026-05-04"),
        ("5.4.2026, 10:00", "2026-04-05/2026-05-04"),
        ("11 April 2026", "2026-04-11"),
        ("avril 2026", "2026-04"),
        ("2026-04", "2026-04"),
        ("2026", "2026"),
    ],
)
def test_a_date_is_read_and_one_of_two_days_is_a_range(told: str, edtf: str):
    found = posted(told)

    assert found is not None
    assert found.at.edtf == edtf


@pytest.mark.parametrize(
    "told",
    [
        *("", "3 Jan", "2 days ago", "yesterday", "13/13/2026", "1/2/26", "31/02/2026", "1/2.2026"),
        *(
            "unknown",
            "1026-04-11",
            "2026-13",
            "9" * 5000,
            "2026-04-11 " + "x" * 100,
        ),
    ],
)
def test_what_is_no_date_with_a_year_is_none(told: str):
    assert posted(told) is None
