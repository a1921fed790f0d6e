"""Dates within reach: no date of a file is centuries away, and no time has an offset that no clock has."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NewType, cast, get_type_hints

from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import DateImpossibleError
from thb_desktop.findings import Finding, broken

_FIRST_YEAR = 1800
_YEARS_AHEAD = 100
_FARTHEST = timedelta(hours=14)


def check_reach(table: str, value: object, now: datetime) -> Iterator[Finding]:
    """Check every date of a value, whatever it means. table: by which fields are named."""
    for field in _names_of(cast(type, type(value))):
        held = getattr(value, field, None)
        if not isinstance(held, (date, PartialDate)):
            continue
        name = f"{table}.{field}"
        if any(not _FIRST_YEAR <= day.year <= now.year + _YEARS_AHEAD for day in _days(held)):
            yield broken("date.out-of-reach", field=name)
        elif not is_shown(held.instant if isinstance(held, PartialDate) else held):
            yield broken("date.no-such-offset", field=name)


def verify_reach(table: str, value: object, now: datetime) -> None:
    """Raise DateImpossibleError for a date that is not within reach."""
    for finding in check_reach(table, value, now):
        raise DateImpossibleError(f"a date cannot be: {finding.key}, {finding.field}", finding.field)


def is_shown(at: object) -> bool:
    """Whether some clock shows this time: its offset is one of whole minutes, and the clock did not skip it.

    True also for what is no time.
    """
    if not isinstance(at, datetime) or at.tzinfo is UTC:
        return True
    offset = at.utcoffset()
    if offset is None or abs(offset) > _FARTHEST or offset % timedelta(minutes=1):
        return False
    return at.astimezone(UTC).astimezone(at.tzinfo).replace(tzinfo=None) == at.replace(tzinfo=None)


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """Return the fields that may hold a date, by their types."""
    if not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if _may_be_date(hints[field.name]))


def _may_be_date(hint: object) -> bool:
    if isinstance(hint, NewType):
        return _may_be_date(hint.__supertype__)
    if isinstance(hint, type):
        return not issubclass(hint, (str, int, bytes))
    return True


def _days(held: date | PartialDate) -> Iterator[date]:
    if isinstance(held, PartialDate):
        yield from (day for day in (held.earliest, held.latest) if day is not None)
    else:
        yield held
