"""When advertisements were posted, as their file says, as far as these words are a date that can be read."""

import re
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from thb_desktop.domain.chronology import begin_of, end_of
from thb_desktop.domain.date_words import normal
from thb_desktop.domain.partial_dates import PartialDate, parse_partial
from thb_desktop.errors import DateRefusedError

_LONGEST = 60
"""Code points of a date; a longer text is none."""
_BEHIND = (
    r"(?:(?:T|,? )\d{1,2}(?:[:.h]\d{0,2}){1,2}(?:[.,]\d{1,9})?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: ?\(?(?:[A-Z]{1,5}\b)?(?:[+-]\d{1,2}:?(?:\d{2})?)?\)?)?)?"
)
"""A time behind a day, and nothing else. Of which zone it is, the file need not say, so the day counts."""
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_BEHIND}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_BEHIND}", re.ASCII)
_IN_WORDS = re.compile(r"(?<![\d./-])(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?\d{4}\b", re.ASCII)
"""A day of a range, for instance. Who types one means the day first; a file may not."""
_MONTHS = 12
_LEAST, _MOST = 1990, 2100
"""Years in which something is posted."""


class AdMoment(StrEnum):
    """What is known of the time of an advertisement."""

    POSTED = "POSTED"


class Posted(NamedTuple):
    """A date, the earliest and the latest moment of it in UTC."""

    at: PartialDate
    begins: datetime
    ends: datetime


@lru_cache(maxsize=1 << 15)
def posted(told: str) -> Posted | None:
    """Return the date that these words are; None if they are none, or one without its year.

    Of a day that can be read in two ways (04/05/2026) both are in it: it is a range.
    """
    text = " ".join(told.split())
    if not text or len(text) > _LONGEST:
        return None
    found = _by_numbers(text) if text[0].isdigit() else _by_words(text)
    return None if found is None else _within_years(found)


@lru_cache(maxsize=1 << 15)
def kept(value: str) -> Posted | None:
    """Return the date of a text that was kept of one (EDTF); None if it is no date that `posted` returns."""
    try:
        return _within_years(PartialDate(value))
    except ValueError:
        return None


def _within_years(found: PartialDate) -> Posted | None:
    if found.earliest is None or found.latest is None:
        return None
    if found.earliest.year < _LEAST or found.latest.year > _MOST:
        return None
    return Posted(found, begin_of(found), end_of(found))


def _by_numbers(text: str) -> PartialDate | None:
    if (first := _YEAR_FIRST.fullmatch(text)) is not None:
        return _ranged(_day(first[1], first[3], first[4]))
    if (last := _YEAR_LAST.fullmatch(text)) is not None:
        return _ranged(_day(last[4], last[3], last[1]), _day(last[4], last[1], last[3]))
    return _by_words(text)


def _ranged(*days: date | None) -> PartialDate | None:
    """Return the day, or the range of those that it may be."""
    known = sorted({each for each in days if each is not None})
    if not known:
        return None
    ends = dict.fromkeys((known[0].isoformat(), known[-1].isoformat()))
    return PartialDate("/".join(ends))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _by_words(text: str) -> PartialDate | None:
    days = ((int(one), int(two)) for one, _, two in _IN_WORDS.findall(normal(text)))
    if any(one != two and max(one, two) <= _MONTHS for one, two in days):
        return None
    try:
        return parse_partial(text)
    except DateRefusedError:
        return None
