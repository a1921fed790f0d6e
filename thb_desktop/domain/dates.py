"""Days and moments as people write them: parsed without guessing, and written in words.

The day comes before the month, unless the year comes first. Text that could be two dates is refused, and so
is a year of two digits. Nothing here reads the clock.
"""

import re
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import NamedTuple, NoReturn

from thb_desktop.domain import zones
from thb_desktop.domain.date_words import months, normal, weekdays, words_of
from thb_desktop.errors import DateRefusedError


class DateProblem(StrEnum):
    """Why typed text is refused.

    WEEKDAY_DIFFERS: values contain the ISO number of the right day of the week. TIME_DOUBLED and
    ZONE_DIFFERS: values contain the possible offsets of the place.
    """

    NOT_UNDERSTOOD = "NOT_UNDERSTOOD"
    TWO_DIGIT_YEAR = "TWO_DIGIT_YEAR"
    MONTH_FIRST = "MONTH_FIRST"
    NO_SUCH_DAY = "NO_SUCH_DAY"
    WEEKDAY_DIFFERS = "WEEKDAY_DIFFERS"
    DAY_MISSING = "DAY_MISSING"
    TIME_MISSING = "TIME_MISSING"
    TIME_UNASKED = "TIME_UNASKED"
    NO_SUCH_TIME = "NO_SUCH_TIME"
    TWELVE_HOURS = "TWELVE_HOURS"
    TIME_SKIPPED = "TIME_SKIPPED"
    TIME_DOUBLED = "TIME_DOUBLED"
    ZONE_UNKNOWN = "ZONE_UNKNOWN"
    ZONE_DIFFERS = "ZONE_DIFFERS"
    RANGE_BACKWARDS = "RANGE_BACKWARDS"


_NUMBERS = re.compile(r"(\d+) ?([-/.]) ?(\d+) ?\2 ?(\d+)")
_TIME = r"(?P<hour>\d{1,2})(?:h|[:h.](?P<minute>\d{2}))(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,6}))?)?"
_FARTHEST = timedelta(hours=14)


class _Typed(NamedTuple):
    """The forms in which days and moments are typed."""

    before: re.Pattern[str]
    named: tuple[re.Pattern[str], ...]
    without_day: re.Pattern[str]
    moment: re.Pattern[str]
    zone: re.Pattern[str]


@cache
def _typed() -> _Typed:
    """Return them, compiled when something typed is read: many read none."""
    month = month_pattern()
    weekday = "|".join(map(re.escape, weekdays()))
    ordinal = r"(?:st|nd|rd|th|er|\.)?"
    return _Typed(
        before=re.compile(rf"(?:(?P<weekday>{weekday})\b[, ]*)?(?:(?:le|the)\s)?"),
        named=(
            re.compile(
                rf"(?P<day>\d{{1,2}}){ordinal}(?: of| de)?[ -]?(?P<month>{month})\.?,?[ -](?P<year>'?\d+)"
            ),
            re.compile(rf"(?P<month>{month})\.? (?P<day>\d{{1,2}}){ordinal},? (?P<year>'?\d+)"),
        ),
        without_day=re.compile(rf"\d{{4}}|\d{{4}}-\d{{1,2}}|\d{{1,2}}[-/.]\d{{4}}|(?:{month})\.?,? \d{{4}}"),
        moment=re.compile(
            rf"(?P<day>.+?)(?:t(?=\d)|,? (?:at |a |الساعه? )?){_TIME}(?:,? ?(?P<zone>[^\d ,].*))?", re.DOTALL
        ),
        zone=re.compile(
            r"(?P<utc>(?:z|utc|gmt)\b)?(?P<offset>(?P<sign>[-+])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?)?"
            r"[\])]?(?:[ ,\[(]*(?P<place>[^\d ,\[(][^\])]*)[\])]?)?"
        ),
    )


def month_pattern() -> str:
    """Return a pattern for the name of a month; longer names stand first."""
    return "|".join(sorted(map(re.escape, months()), key=len, reverse=True))


def parse_day(typed: str) -> date:
    """Parse a day: 2025-03-01, 1.3.2025, 1/3/2025, 1 March 2025. Raises DateRefusedError otherwise."""
    return _day(normal(typed))


def parse_moment(typed: str, zone: str) -> datetime:
    """Parse a moment: a day, a time, and an offset or a place if it is not that of `zone`.

    The result has the offset of its place, named after its zone (IANA). An offset typed without a place has
    no zone.
    """
    text = normal(typed)
    if re.fullmatch(rf".*\b{_TIME} ?[ap]\.?m\.?", text):
        _refuse(DateProblem.TWELVE_HOURS)
    found = _typed().moment.fullmatch(text)
    if found is None:
        _day(text)
        _refuse(DateProblem.TIME_MISSING)
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        _day(found["day"].rstrip(","))
        _refuse(DateProblem.NO_SUCH_TIME)
    day = _day(found["day"].rstrip(","))
    fraction = int((found["fraction"] or "").ljust(6, "0"))
    local = datetime(day.year, day.month, day.day, hour, minute, second, fraction)  # noqa: DTZ001 - of a place
    return _placed(local, found["zone"] or "", zone)


def day_in_words(day: date, language: str) -> str:
    """Tuesday 24 November 2026."""
    words = words_of(language)
    number = words.first if day.day == 1 else str(day.day)
    return words.day.format(
        weekday=words.weekdays[day.weekday()],
        day=number,
        month=words.months[day.month - 1],
        year=f"{day.year:04}",
    )


def moment_in_words(at: datetime, language: str) -> str:
    """Tuesday 24 November 2026, 14:05, Brussels. The offset is added if the place does not determine it."""
    comma, zone = words_of(language).comma, zones.zone_of(at)
    said = [day_in_words(at.date(), language), _time(at)]
    if len(zones.offsets(at.replace(tzinfo=None, fold=0), zone or "UTC")) != 1 or not zone:
        said.append(f"UTC{offset_text(at)}" if at.utcoffset() else "UTC")
    if zone:
        said.append(zones.city(zone, language))
    return comma.join(said)


def moment_as_typed(at: datetime, zone: str) -> str:
    """Write the moment as somebody in `zone` would type it: 2026-11-24 14:05."""
    own = zones.zone_of(at)
    text = f"{at.date().isoformat()} {_time(at)}"
    if not own and not at.utcoffset():
        return text if zone == "UTC" else f"{text} UTC"
    if not own:
        return f"{text} {offset_text(at)}"
    if len(zones.offsets(at.replace(tzinfo=None, fold=0), own)) != 1:
        text += f" {offset_text(at)} {own}"
    elif own != zone:
        text += f" {own}"
    return text


def offset_text(at: datetime) -> str:
    """+01:00."""
    return _offset(at.utcoffset() or timedelta())


def _day(text: str) -> date:
    before = _typed().before.match(text)
    rest = text[before.end() :] if before else text
    year, month, day = _parts(rest)
    try:
        found = date(year, month, day)
    except ValueError:
        _refuse(DateProblem.NO_SUCH_DAY)
    if before and before["weekday"] and weekdays()[before["weekday"]] != found.isoweekday():
        _refuse(DateProblem.WEEKDAY_DIFFERS, str(found.isoweekday()))
    return found


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day."""
    for form in _typed().named:
        if named := form.fullmatch(text):
            return _year(named["year"]), months()[named["month"]], int(named["day"])
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None:
        _refuse(_what_is_wrong(text))
    first, middle, last = numbers[1], numbers[3], numbers[4]
    if len(middle) > 2:
        _refuse(DateProblem.NOT_UNDERSTOOD)
    if len(first) == 4 and len(last) <= 2:
        return int(first), int(middle), int(last)
    if len(first) > 2:
        _refuse(DateProblem.NOT_UNDERSTOOD)
    year = _year(last)
    if int(middle) > 12 >= int(first) > 0:
        _refuse(DateProblem.MONTH_FIRST)
    return year, int(middle), int(first)


def _year(text: str) -> int:
    if len(text) != 4:
        short = len(text.strip("'")) <= 2
        _refuse(DateProblem.TWO_DIGIT_YEAR if short else DateProblem.NOT_UNDERSTOOD)
    return int(text)


def _what_is_wrong(text: str) -> DateProblem:
    if _typed().without_day.fullmatch(text):
        return DateProblem.DAY_MISSING
    return DateProblem.TIME_UNASKED if _typed().moment.fullmatch(text) else DateProblem.NOT_UNDERSTOOD


def _placed(local: datetime, typed: str, zone: str) -> datetime:
    found = _typed().zone.fullmatch(typed.strip())
    if found is None:
        _refuse(DateProblem.ZONE_UNKNOWN)
    place = zones.find(found["place"]) if found["place"] else ""
    if found["place"] and not place:
        _refuse(DateProblem.ZONE_UNKNOWN)
    if found["utc"] or found["offset"]:
        return _with_offset(local, _typed_offset(found), place)
    possible = zones.offsets(local, place or zone)
    if not possible and not zones.is_known(place or zone):
        _refuse(DateProblem.ZONE_UNKNOWN)
    if not possible:
        _refuse(DateProblem.TIME_SKIPPED)
    if len(possible) > 1:
        _refuse(DateProblem.TIME_DOUBLED, *map(_offset, possible))
    return zones.fixed(local, possible[0], place or zone)


def _with_offset(local: datetime, offset: timedelta, place: str) -> datetime:
    if place and offset not in zones.offsets(local, place):
        _refuse(DateProblem.ZONE_DIFFERS, *map(_offset, zones.offsets(local, place)))
    return zones.fixed(local, offset, place)


def _typed_offset(found: re.Match[str]) -> timedelta:
    offset = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    if offset > _FARTHEST or int(found["minutes"] or 0) > 59:
        _refuse(DateProblem.ZONE_UNKNOWN)
    return -offset if found["sign"] == "-" else offset


def _time(at: datetime) -> str:
    if at.microsecond:
        return f"{at:%H:%M:%S.%f}"
    return f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"


def _offset(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _refuse(problem: DateProblem, *values: str) -> NoReturn:
    raise DateRefusedError("the text cannot be read as a date or time", problem, values)
