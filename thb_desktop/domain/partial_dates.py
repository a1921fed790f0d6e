"""Dates that are known in part: a year, a month, an estimate, a range; stored as EDTF text.

EDTF is ISO 8601-2: 2025, 2025-03, 2025-03-01, with ~ if estimated, 2025-03/2025-05, and XXXX if unknown. An
instant is allowed too if a file states one: 2025-03-01T14:05:00+01:00, with the zone of its place in brackets
(RFC 9557) if it is known.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import NamedTuple, NoReturn

from thb_desktop.domain.date_words import WORDS, months, normal, words_of
from thb_desktop.domain.dates import (
    DateProblem,
    day_in_words,
    moment_in_words,
    month_pattern,
    parse_day,
    parse_moment,
)
from thb_desktop.domain.times import from_text
from thb_desktop.domain.zones import zone_of
from thb_desktop.errors import DateRefusedError

_UNKNOWN = "XXXX"
_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})(\[[^\[\]]+\])?", re.ASCII
)


class _Typed(NamedTuple):
    """The forms in which dates that are known in part are typed."""

    only_month: tuple[re.Pattern[str], ...]
    short_year: re.Pattern[str]
    about: re.Pattern[str]
    about_after: re.Pattern[str]
    since: re.Pattern[str]
    to: re.Pattern[str]
    unknown: frozenset[str]


@cache
def _typed() -> _Typed:
    """Return them, compiled when something typed is read: many read none."""
    month = month_pattern()
    approximately = _any("approximately", "approx", "environ", "تقريبا")
    nearly = _any("ca", "c", "circa", "about", "around", "env", "vers", "autour de", "حوالي", "نحو", "قرابة")
    return _Typed(
        only_month=(
            re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})"),
            re.compile(r"(?P<month>\d{1,2}) ?[-/.] ?(?P<year>\d{4})"),
            re.compile(rf"(?P<name>{month})\.?,?(?: of| de)?[ -](?P<year>\d{{4}})"),
        ),
        short_year=re.compile(
            rf"'?\d{{2}}|\d{{1,2}} ?[-/.] ?'?\d{{2}}|(?:{month})\.?,?(?: de)?[ -]'?\d{{2}}"
        ),
        about=re.compile(rf"(?:~|(?:{nearly}|{approximately})\b\.?)\s*"),
        about_after=re.compile(rf"\s*\b(?:{approximately})\.?$"),
        since=re.compile(rf"(?:{_any('from', 'between', 'de', 'du', 'entre', 'من', 'بين')})\s+"),
        to=re.compile(
            rf" ?/ ?| ?- ?| (?:{_any('to', 'until', 'till', 'and', 'à', 'au', 'et', 'إلى', 'حتى')}) | و ?"
        ),
        unknown=frozenset(
            {"xxxx", "unknown", "not known", "inconnu", "inconnue", "غير معروف", "غير معروفه", "مجهول"}
            | {normal(words.unknown) for words in WORDS.values()}
        ),
    )


def _any(*names: str) -> str:
    """One of these words, as `normal` writes them."""
    return "|".join(re.escape(normal(name)) for name in names)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known, as EDTF text; ValueError for any other text.

    Both ends of a range are estimated, or neither is; an instant has an offset, and is never estimated or a
    range.
    """

    edtf: str

    def __post_init__(self) -> None:
        if "T" in self.edtf:
            _instant(self.edtf)
            return
        ends = [_end(part) for part in self._ends()]
        if len(ends) == 2 and (ends[0][0] > ends[1][0] or ends[0][1] > ends[1][1]):
            message = "a range ends before it begins"
            raise ValueError(message)

    @property
    def is_unknown(self) -> bool:
        return self.edtf == _UNKNOWN

    @property
    def is_estimated(self) -> bool:
        return self.edtf.endswith("~")

    @property
    def earliest(self) -> date | None:
        """The earliest possible day; None if unknown."""
        ends = self._ends()
        return _end(ends[0])[0] if ends else None

    @property
    def latest(self) -> date | None:
        """The latest possible day; None if unknown."""
        ends = self._ends()
        return _end(ends[-1])[1] if ends else None

    @property
    def end_begins(self) -> date | None:
        """The first day of the end of a range, or of the date itself; None if unknown."""
        ends = self._ends()
        return _end(ends[-1])[0] if ends else None

    @property
    def day(self) -> date | None:
        """The day, if it is known exactly."""
        one = self.earliest == self.latest and not self.is_estimated
        return self.earliest if one else None

    @property
    def instant(self) -> datetime | None:
        """The moment, if it is known."""
        return _instant(self.edtf) if "T" in self.edtf else None

    @classmethod
    def of(cls, known: date) -> "PartialDate":
        """Make a date from an exact day, or from an instant with its offset."""
        zone = zone_of(known) if isinstance(known, datetime) else ""
        return cls(known.isoformat() + (f"[{zone}]" if zone else ""))

    def _ends(self) -> list[str]:
        if self.is_unknown:
            return []
        ends = self.edtf.partition("T")[0].split("/")
        if len(ends) > 2 or len({end.endswith("~") for end in ends}) != 1:
            message = "not a date of EDTF"
            raise ValueError(message)
        return [end.removesuffix("~") for end in ends]


UNKNOWN = PartialDate(_UNKNOWN)
"""A date that nobody knows. If nobody asked, there is no value at all."""


def may_include(since: PartialDate | None, until: PartialDate | None, day: PartialDate) -> bool:
    """Whether a day may lie between two others; None is open on that side."""
    begins = since.earliest if since else None
    ends = until.latest if until else None
    starts_in_time = begins is None or day.latest is None or begins <= day.latest
    lasts_until_then = ends is None or day.earliest is None or day.earliest <= ends
    return starts_in_time and lasts_until_then


def parse_partial(typed: str, zone: str = "") -> PartialDate:
    """Parse EDTF, 2025, 03.2025, March 2025, ca. 2025, 2024-2025. Raises DateRefusedError otherwise.

    zone: the time zone (IANA) of an instant, if one is allowed too.
    """
    text = normal(typed)
    if zone and _has_time(text):
        return PartialDate.of(parse_moment(typed, zone))
    if text in _typed().unknown:
        return UNKNOWN
    try:
        return PartialDate(text)
    except ValueError:
        return _as_people_write(text)


def partial_in_words(value: PartialDate, language: str) -> str:
    """About March 2025; March 2025 to May 2025; a day with the day of the week."""
    words = words_of(language)
    if value.is_unknown:
        return words.unknown
    if value.instant is not None:
        return moment_in_words(value.instant, language)
    ends = [_end_in_words(end.removesuffix("~"), language) for end in value.edtf.split("/")]
    said = f" {words.to} ".join(ends)
    return f"{words.about} {said}" if value.is_estimated else said


def _as_people_write(text: str) -> PartialDate:
    about, text = _without_about(
        _typed().since.sub("", text, count=1) if _typed().since.match(text) else text
    )
    single = _single(text.removesuffix("~"))
    if single:
        return PartialDate(f"{single}~" if about or text.endswith("~") else single)
    return _range(text, about=about)


def _without_about(text: str) -> tuple[bool, str]:
    """Return whether a word before or after the text marks it as estimated, and the text without that
    word.
    """
    before, after = _typed().about.match(text), _typed().about_after.search(text)
    text = text[: after.start()] if after else text
    return bool(before or after), text[before.end() :] if before else text


def _single(text: str) -> str:
    """Return one end as EDTF; empty if the text may be a range."""
    if re.fullmatch(r"\d{4}", text):
        return _checked(f"{text}")
    for form in _typed().only_month:
        if found := form.fullmatch(text):
            named = found.groupdict().get("name")
            month = months()[named] if named else int(found["month"])
            return _checked(f"{found['year']}-{month:02}")
    if _typed().short_year.fullmatch(text):
        _refuse(DateProblem.TWO_DIGIT_YEAR)
    try:
        return parse_day(text).isoformat()
    except DateRefusedError as error:
        if error.problem == DateProblem.NOT_UNDERSTOOD:
            return ""
        raise


def _range(text: str, *, about: bool) -> PartialDate:
    """Return two ends, if the text can be split in exactly one way."""
    found = set()
    for between in _typed().to.finditer(text):
        halves = [_without_about(text[: between.start()]), _without_about(text[between.end() :])]
        estimated = {also or half.endswith("~") for also, half in halves}
        try:
            ends = [_single(half.removesuffix("~")) for _, half in halves]
        except DateRefusedError:
            continue
        if all(ends) and (about or len(estimated) == 1):
            sign = "~" if about or True in estimated else ""
            found.add("/".join(f"{end}{sign}" for end in ends))
    if len(found) != 1:
        _refuse(DateProblem.NOT_UNDERSTOOD)
    try:
        return PartialDate(found.pop())
    except ValueError:
        _refuse(DateProblem.RANGE_BACKWARDS)


def _has_time(text: str) -> bool:
    try:
        parse_day(text)
    except DateRefusedError as error:
        return error.problem == DateProblem.TIME_UNASKED
    return False


def _instant(edtf: str) -> datetime:
    """Return the moment. Raises ValueError for another form of ISO 8601, or without an offset."""
    if not _INSTANT.fullmatch(edtf):
        message = "not an instant of EDTF with its offset"
        raise ValueError(message)
    return from_text(edtf)


def _checked(edtf: str) -> str:
    try:
        _end(edtf)
    except ValueError:
        _refuse(DateProblem.NO_SUCH_DAY)
    return edtf


def _end(edtf: str) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day. Raises ValueError for an impossible one."""
    found = _EDTF.fullmatch(edtf)
    if found is None:
        message = "not a date of EDTF"
        raise ValueError(message)
    year, month, day = (int(part) if part else None for part in found.groups())
    first = date(year or 0, month or 1, day or 1)
    if day:
        return first, first
    last = month or 12
    return first, date(first.year, last, monthrange(first.year, last)[1])


def _end_in_words(edtf: str, language: str) -> str:
    words = words_of(language)
    parts = edtf.split("-")
    if len(parts) == 3:
        return day_in_words(date.fromisoformat(edtf), language)
    if len(parts) == 2:
        return words.month.format(month=words.months[int(parts[1]) - 1], year=parts[0])
    return parts[0]


def _refuse(problem: DateProblem) -> NoReturn:
    raise DateRefusedError("the text cannot be read as a date", problem)
