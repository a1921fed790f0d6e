"""Whatever date a person could type comes back as typed, or is refused."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thb_desktop.domain import zones
from thb_desktop.domain.date_words import WORDS, months, normal
from thb_desktop.domain.dates import (
    DateProblem,
    day_in_words,
    moment_as_typed,
    moment_in_words,
    parse_day,
    parse_moment,
)
from thb_desktop.domain.partial_dates import PartialDate, partial_in_words
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.errors import DateRefusedError

BRUSSELS = "Europe/Brussels"
LANGUAGES = st.sampled_from(sorted(WORDS))
DAYS = st.dates(min_value=date(1000, 1, 1))
LOCALS = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2037, 12, 30))  # noqa: DTZ001 - of a place
PLACES = st.sampled_from(sorted(zones.CITIES))
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SCRIBBLES = st.text(alphabet="0123456789٣ ./-:,TZh+تو", max_size=14) | st.lists(
    st.sampled_from(
        ["1", "2", "13", "31", "03", "25", "2025", "1999", "25", ".", "/", "-", " ", "mars", "May"]
    ),
    max_size=7,
).map("".join)


@st.composite
def written(draw: st.DrawFn) -> tuple[date, str]:
    """A day and one of the ways in which people write it."""
    day = draw(DAYS)
    separator = draw(st.sampled_from("./-"))
    padded = draw(st.booleans())
    number, month = (f"{day.day:02}", f"{day.month:02}") if padded else (str(day.day), str(day.month))
    name = draw(st.sampled_from([known for known, each in months().items() if each == day.month]))
    text = draw(
        st.sampled_from(
            [
                day.isoformat(),
                f"{number}{separator}{month}{separator}{day.year}",
                f"{number}{separator} {month}{separator} {day.year}",
                f"{day.year}/{month}/{number}",
                f"{number} {name} {day.year}",
                f"{number} {name.upper()} {day.year}",
                f"{name} {number}, {day.year}",
                f"\u200f{number}{separator}{month}{separator}{day.year}\u200f ",
            ]
        )
    )
    return day, text.translate(ARABIC_DIGITS) if draw(st.booleans()) else text


def refused(typed: str, zone: str = "") -> str:
    with pytest.raises(DateRefusedError) as caught:
        parse_moment(typed, zone) if zone else parse_day(typed)
    return caught.value.problem


@given(written())
def test_a_day_comes_back_as_it_was_written(way: tuple[date, str]) -> None:
    day, typed = way

    read = parse_day(typed)

    assert read == day


@given(DAYS, LANGUAGES)
def test_a_day_in_words_is_read_as_that_day(day: date, language: str) -> None:
    words = day_in_words(day, language)

    read = parse_day(words)

    assert read == day


@given(SCRIBBLES)
def test_a_day_has_the_numbers_that_were_typed_in_their_order_or_is_refused(typed: str) -> None:
    try:
        day = parse_day(typed)
    except DateRefusedError:
        return

    numbers = [int(number) for number in re.findall(r"\d+", normal(typed))]

    orders = [[day.day, day.month, day.year], [day.year, day.month, day.day]]
    if any(name in normal(typed) for name in months()):
        orders.append([day.day, day.year])
    assert numbers in orders


@given(st.dates(min_value=date(1000, 1, 1)).filter(lambda day: day.day > 12), st.sampled_from("./-"))
def test_a_month_before_its_day_is_never_turned_round(day: date, separator: str) -> None:
    typed = f"{day.month}{separator}{day.day}{separator}{day.year}"

    problem = refused(typed)

    assert problem == DateProblem.MONTH_FIRST


@given(DAYS, st.sampled_from("./-"), st.booleans())
def test_a_year_of_two_digits_is_refused(day: date, separator: str, named: bool) -> None:
    month = "March" if named else f"{day.month}"
    between = " " if named else separator
    typed = f"{min(day.day, 28)}{between}{month}{between}{day.year % 100:02}"

    problem = refused(typed)

    assert problem == DateProblem.TWO_DIGIT_YEAR


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("03/25/2025", DateProblem.MONTH_FIRST),
        ("31.02.2025", DateProblem.NO_SUCH_DAY),
        ("29.02.2025", DateProblem.NO_SUCH_DAY),
        ("25/25/2025", DateProblem.NO_SUCH_DAY),
        ("00.01.2025", DateProblem.NO_SUCH_DAY),
        ("0000-01-01", DateProblem.NO_SUCH_DAY),
        ("1.3.25", DateProblem.TWO_DIGIT_YEAR),
        ("25-03-01", DateProblem.TWO_DIGIT_YEAR),
        ("1 March '25", DateProblem.TWO_DIGIT_YEAR),
        ("Monday 24 November 2026", DateProblem.WEEKDAY_DIFFERS),
        ("March 2025", DateProblem.DAY_MISSING),
        ("03.2025", DateProblem.DAY_MISSING),
        ("2025", DateProblem.DAY_MISSING),
        ("2025-03-01 14:05", DateProblem.TIME_UNASKED),
        ("20250301", DateProblem.NOT_UNDERSTOOD),
        ("yesterday", DateProblem.NOT_UNDERSTOOD),
        ("1.3/2025", DateProblem.NOT_UNDERSTOOD),
        ("2025.3.2025", DateProblem.NOT_UNDERSTOOD),
        ("", DateProblem.NOT_UNDERSTOOD),
    ],
)
def test_what_is_no_day_says_why(typed: str, problem: DateProblem) -> None:
    assert refused(typed) == problem


def test_a_refusal_does_not_repeat_what_was_typed() -> None:
    with pytest.raises(DateRefusedError) as caught:
        parse_day("the day she fled from Oksana")

    assert "Oksana" not in str(caught.value)


@st.composite
def timed(draw: st.DrawFn) -> tuple[datetime, str]:
    """A moment to the minute at a place whose clocks showed it once, and a way of writing it."""
    zone = draw(PLACES)
    local = draw(LOCALS).replace(second=0, microsecond=0)
    possible = zones.offsets(local, zone)
    at = zones.fixed(local, possible[0], zone) if len(possible) == 1 else None
    if at is None:
        local = local.replace(hour=12)
        at = zones.fixed(local, zones.offsets(local, zone)[0], zone)
    day = draw(
        st.sampled_from(
            [f"{local:%Y-%m-%d}", f"{local.day}.{local.month}.{local.year}", day_in_words(local, "fr")]
        )
    )
    time = draw(st.sampled_from([f"{at:%H:%M}", f"{at:%H.%M}", f"{at:%H}h{at:%M}", f"{at:%H:%M}:00"]))
    between = draw(st.sampled_from([" ", "  ", ", ", " à "]))
    place = draw(
        st.sampled_from(
            [f" {zone}", f", {zones.city(zone, 'en')}", f" ({zones.city(zone, 'ar')})", f"[{zone}]"]
        )
    )
    typed = f"{day}{between}{time}{place}"
    return at, typed.translate(ARABIC_DIGITS) if draw(st.booleans()) else typed


@given(timed())
def test_a_moment_comes_back_as_it_was_written(way: tuple[datetime, str]) -> None:
    at, typed = way

    read = parse_moment(typed, "Asia/Tokyo")

    assert (read, read.utcoffset(), zones.zone_of(read)) == (at, at.utcoffset(), zones.zone_of(at))


@given(LOCALS, PLACES)
def test_a_time_at_a_place_is_one_its_clock_showed_once_or_is_refused(local: datetime, zone: str) -> None:
    rules = ZoneInfo(zone)
    shown = {
        at.astimezone(UTC)
        for fold in (0, 1)
        if (at := local.replace(tzinfo=rules, fold=fold))
        .astimezone(UTC)
        .astimezone(rules)
        .replace(tzinfo=None)
        == local
    }

    if len(shown) == 1:
        assert {parse_moment(local.isoformat(), zone).astimezone(UTC)} == shown
    else:
        skipped, doubled = DateProblem.TIME_SKIPPED, DateProblem.TIME_DOUBLED
        assert refused(local.isoformat(), zone) == (doubled if shown else skipped)


@given(LOCALS, PLACES, LANGUAGES, st.booleans())
def test_a_moment_in_words_is_read_as_that_moment(
    local: datetime, zone: str, language: str, with_offset_alone: bool
) -> None:
    at = zones.at_place(local.replace(tzinfo=UTC), zone)
    if with_offset_alone:
        at = zones.fixed(at.replace(tzinfo=None), at.utcoffset() or timedelta())
    if (at.utcoffset() or timedelta()).seconds % 60:
        return

    for words in (moment_in_words(at, language), moment_as_typed(at, BRUSSELS)):
        read = parse_moment(words, BRUSSELS)

        assert (read, read.utcoffset(), zones.zone_of(read)) == (at, at.utcoffset(), zones.zone_of(at))


@pytest.mark.parametrize(
    ("typed", "offset"),
    [
        ("2025-03-01T14:05", "+01:00"),
        ("2025-03-01T14:05:30.250", "+01:00"),
        ("2025-03-01T14:05Z", "+00:00"),
        ("2025-03-01T14:05+03:00", "+03:00"),
        ("2025-03-01 14:05 -0330", "-03:30"),
        ("2025-03-01 14:05 UTC+2", "+02:00"),
        ("25.10.2026 02:30 +02:00", "+02:00"),
        ("25.10.2026 02:30 +01:00, Brussels", "+01:00"),
        ("1.3.2025 14h", "+01:00"),
    ],
)
def test_an_offset_that_is_typed_is_kept(typed: str, offset: str) -> None:
    read = parse_moment(typed, BRUSSELS)

    assert read.isoformat().endswith(offset)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("29.03.2026 02:30", DateProblem.TIME_SKIPPED),
        ("25.10.2026 02:30", DateProblem.TIME_DOUBLED),
        ("25.10.2026 02:30 +03:00 Brussels", DateProblem.ZONE_DIFFERS),
        ("24.11.2026", DateProblem.TIME_MISSING),
        ("24.11.2026 25:00", DateProblem.NO_SUCH_TIME),
        ("24.11.2026 24:00", DateProblem.NO_SUCH_TIME),
        ("24.11.2026 14:60", DateProblem.NO_SUCH_TIME),
        ("24.11.2026 2:05 pm", DateProblem.TWELVE_HOURS),
        ("24.11.2026 2.05 a.m.", DateProblem.TWELVE_HOURS),
        ("24.11.2026 14:05 CET", DateProblem.ZONE_UNKNOWN),
        ("24.11.2026 14:05 Atlantis", DateProblem.ZONE_UNKNOWN),
        ("24.11.2026 14:05 +25:00", DateProblem.ZONE_UNKNOWN),
        ("11/24/2026 14:05", DateProblem.MONTH_FIRST),
        ("24.11.26 14:05", DateProblem.TWO_DIGIT_YEAR),
        ("14:05", DateProblem.NOT_UNDERSTOOD),
    ],
)
def test_what_is_no_moment_says_why(typed: str, problem: DateProblem) -> None:
    assert refused(typed, BRUSSELS) == problem


def test_a_doubled_time_names_the_two_offsets_to_choose_from() -> None:
    with pytest.raises(DateRefusedError) as caught:
        parse_moment("25.10.2026 02:30", BRUSSELS)

    assert caught.value.values == ("+02:00", "+01:00")


def test_a_moment_is_said_with_its_day_its_time_and_its_place() -> None:
    at = parse_moment("2026-11-24T14:05", BRUSSELS)

    said = [moment_in_words(at, language) for language in ("en", "fr", "ar", "sq")]

    assert said == [
        "Tuesday 24 November 2026, 14:05, Brussels",
        "mardi 24 novembre 2026, 14:05, Bruxelles",
        "الثلاثاء 24 نوفمبر 2026، 14:05، بروكسل",
        "Tuesday 24 November 2026, 14:05, Brussels",
    ]


def test_two_times_of_the_night_of_the_change_are_compared_as_moments() -> None:
    before = parse_moment("25.10.2026 02:50 +02:00 Brussels", BRUSSELS)
    after = parse_moment("25.10.2026 02:10 +01:00 Brussels", BRUSSELS)

    assert before < after
    assert after - before == timedelta(minutes=20)


def test_a_zone_whose_rules_are_not_known_here_is_refused_unless_the_offset_is_typed() -> None:
    assert refused("24.11.2026 14:05", "Europe/Atlantis") == DateProblem.ZONE_UNKNOWN

    assert (
        parse_moment("24.11.2026 14:05 +01:00", "Europe/Atlantis").isoformat() == "2026-11-24T14:05:00+01:00"
    )


@given(LOCALS, PLACES)
def test_a_moment_is_kept_with_its_offset_and_its_place(local: datetime, zone: str) -> None:
    at = zones.at_place(local.replace(tzinfo=UTC), zone)

    read = from_text(to_text(at))

    assert to_text(at).endswith(f"[{zone}]")
    assert (read, read.utcoffset(), zones.zone_of(read)) == (at, at.utcoffset(), zone)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24T14:05:00.000000",
        "2026-11-24T14:05:00.000000[Europe/Brussels]",
        "2026-11-24T14:05:00.000000+01:00[]",
        "2026-11-24T14:05:00.000000+01:00[Brussels]",
        "2026-11-24T14:05:00.000000+01:00[Europe/Brussels][u-ca=hebrew]",
        "yesterday",
    ],
)
def test_a_time_in_another_form_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_text(text)


@pytest.mark.parametrize(
    ("language", "day", "month", "about"),
    [
        ("nl", "vrijdag 20 februari 2026", "mei 2025", "omstreeks 2025"),
        ("de-AT", "Freitag, 20. Februar 2026", "Mai 2025", "etwa 2025"),
        ("es", "viernes 20 de febrero de 2026", "mayo de 2025", "hacia 2025"),
        ("ro", "vineri 20 februarie 2026", "mai 2025", "circa 2025"),
        ("xx", "Friday 20 February 2026", "May 2025", "about 2025"),
    ],
)
def test_a_page_has_the_dates_of_its_language(language: str, day: str, month: str, about: str):
    told = [partial_in_words(PartialDate(edtf), language) for edtf in ("2026-02-20", "2025-05", "2025~")]

    assert told == [day, month, about]
