"""Dates of which only a part is known: typed, kept as EDTF, and said in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.domain.date_words import WORDS
from thb_desktop.domain.dates import DateProblem
from thb_desktop.domain.partial_dates import UNKNOWN, PartialDate, parse_partial, partial_in_words
from thb_desktop.errors import DateRefusedError

ENDS = st.dates(min_value=date(1000, 1, 1)).flatmap(
    lambda day: st.sampled_from([f"{day.year}", f"{day.year}-{day.month:02}", day.isoformat()])
)


@st.composite
def partials(draw: st.DrawFn) -> PartialDate:
    sign = draw(st.sampled_from(["", "~"]))
    if draw(st.booleans()):
        return PartialDate(draw(ENDS) + sign)
    first, last = sorted((draw(ENDS), draw(ENDS)))
    try:
        return PartialDate(f"{first}{sign}/{last}{sign}")
    except ValueError:
        return PartialDate(f"{first[:4]}{sign}/{last[:4]}{sign}")


@given(partials() | st.just(UNKNOWN))
def test_a_partial_date_is_read_back_from_its_text_and_from_its_words(value: PartialDate) -> None:
    written = [value.edtf, *(partial_in_words(value, language) for language in WORDS)]

    read = {parse_partial(text) for text in written}

    assert read == {value}


@given(partials())
def test_the_bounds_hold_each_other(value: PartialDate) -> None:
    assert value.earliest is not None
    assert value.latest is not None

    assert value.earliest <= value.latest


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2025", "2025"),
        ("03.2025", "2025-03"),
        ("3/2025", "2025-03"),
        ("March 2025", "2025-03"),
        ("mars 2025", "2025-03"),
        ("مارس ٢٠٢٥", "2025-03"),
        ("1.3.2025", "2025-03-01"),
        ("ca. 2025", "2025~"),
        ("c. March 2025", "2025-03~"),
        ("about 1.3.2025", "2025-03-01~"),
        ("2025 environ", "2025~"),
        ("vers mars 2025", "2025-03~"),
        ("حوالي 2025", "2025~"),
        ("~2025", "2025~"),
        ("2024-2025", "2024/2025"),
        ("2024 \u2013 2025", "2024/2025"),
        ("03.2025 - 05.2025", "2025-03/2025-05"),
        ("from March 2024 to May 2025", "2024-03/2025-05"),
        ("entre 2024 et 2025", "2024/2025"),
        ("بين 2024 و2025", "2024/2025"),
        ("ca. 2024-2025", "2024~/2025~"),
        ("about 2024 to about 2025", "2024~/2025~"),
        ("01.03.2025-05.03.2025", "2025-03-01/2025-03-05"),
        ("unknown", "XXXX"),
        ("inconnue", "XXXX"),
        ("غير معروف", "XXXX"),
    ],
)
def test_what_people_write_is_kept_as_edtf(typed: str, edtf: str) -> None:
    assert parse_partial(typed).edtf == edtf


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("25", DateProblem.TWO_DIGIT_YEAR),
        ("03/25", DateProblem.TWO_DIGIT_YEAR),
        ("March 25", DateProblem.TWO_DIGIT_YEAR),
        ("13.2025", DateProblem.NO_SUCH_DAY),
        ("03/25/2025", DateProblem.MONTH_FIRST),
        ("2025-2024", DateProblem.RANGE_BACKWARDS),
        ("2024~/2025", DateProblem.NOT_UNDERSTOOD),
        ("2024/2025~", DateProblem.NOT_UNDERSTOOD),
        ("2025?", DateProblem.NOT_UNDERSTOOD),
        ("spring 2025", DateProblem.NOT_UNDERSTOOD),
        ("2023/2024/2025", DateProblem.NOT_UNDERSTOOD),
        ("2025-03-01 14:05", DateProblem.TIME_UNASKED),
        ("", DateProblem.NOT_UNDERSTOOD),
    ],
)
def test_what_is_no_partial_date_says_why(typed: str, problem: DateProblem) -> None:
    with pytest.raises(DateRefusedError) as caught:
        parse_partial(typed)

    assert caught.value.problem == problem


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-03-01", date(2025, 3, 1), date(2025, 3, 1)),
        ("2024~/2025~", date(2024, 1, 1), date(2025, 12, 31)),
        ("XXXX", None, None),
    ],
)
def test_a_partial_date_says_the_days_between_which_it_lies(
    edtf: str, earliest: date | None, latest: date | None
) -> None:
    value = PartialDate(edtf)

    assert (value.earliest, value.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("typed", "edtf", "words"),
    [
        (
            "2025-03-01 14:05",
            "2025-03-01T14:05:00+01:00[Europe/Brussels]",
            "Saturday 1 March 2025, 14:05, Brussels",
        ),
        ("1.3.2025 14:05 UTC", "2025-03-01T14:05:00+00:00", "Saturday 1 March 2025, 14:05, UTC"),
        (
            "2025-03-01T14:05:30+02:00",
            "2025-03-01T14:05:30+02:00",
            "Saturday 1 March 2025, 14:05:30, UTC+02:00",
        ),
    ],
)
def test_an_instant_keeps_its_place_and_is_read_back_from_its_text(typed: str, edtf: str, words: str) -> None:
    value = parse_partial(typed, "Europe/Brussels")

    assert value.edtf == edtf
    assert partial_in_words(value, "en") == words
    assert value.earliest == value.day == value.latest == date(2025, 3, 1)
    assert parse_partial(edtf, "Europe/Paris") == PartialDate(edtf) == value
    assert value.instant is not None
    assert PartialDate.of(value.instant) == value


@pytest.mark.parametrize(
    "edtf",
    [
        *("", "25", "2025-13", "2025-02-30", "2025/2024", "2025~/2026", "yesterday", "2025/"),
        *("2025-W10-6T10:00+01:00", "20250301T1405+0100", "2025-060T10:00Z", "2025-03-01T1405+01:00"),
        *("2025-03-01T14:05", "2025-03-01T14:05+01:00[Nowhere]", "2025-02-30T14:05+01:00"),
        *("2025-03-01T14:05+01:00~", "2025-03-01 14:05+01:00", "2025-03-01T14:05+0100"),
    ],
)
def test_other_text_is_no_partial_date(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(edtf)
