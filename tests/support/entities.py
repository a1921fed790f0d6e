"""Random values of every entity: any text, time and code that the field allows."""

from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.partial_dates import UNKNOWN, PartialDate
from thb_desktop.vault.tables.registry import TABLES

ENTITIES = tuple(table.entity for table in TABLES)

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=offsets | st.just(UTC))  # noqa: DTZ001

dates = st.dates(date(1900, 1, 1), date(2200, 1, 1))
partial_dates = st.one_of(
    dates.map(PartialDate.of),
    times.map(PartialDate.of),
    dates.map(lambda day: PartialDate(f"{day.year}-{day.month:02}~")),
    st.integers(1900, 2200).map(lambda year: PartialDate(f"{year}/{year + 1}")),
    st.just(UNKNOWN),
)

anchors = texts.filter(bool).map(lambda text: Anchor.of_text("a", text, 0, len(text)))


def values(entity: type) -> st.SearchStrategy[Any]:
    """Draw a value of a domain class."""
    hints = get_type_hints(entity)
    return st.builds(entity, **{each.name: _of(hints[each.name]) for each in fields(entity)})


def _of(hint: Any) -> st.SearchStrategy[Any]:
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[1:] == (Ellipsis,):
            return st.lists(_of(inner[0]), max_size=3).map(tuple)
        return st.tuples(*map(_of, inner))
    if isinstance(hint, UnionType) or get_origin(hint) is Union:
        return st.one_of(*(st.none() if one is NoneType else _of(one) for one in get_args(hint)))
    if hint not in (PartialDate, Anchor) and is_dataclass(hint):
        return values(hint)
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    known = {
        str: texts,
        int: st.integers(0, 2**53),
        bool: st.booleans(),
        datetime: times,
        date: dates,
        PartialDate: partial_dates,
        Anchor: anchors,
    }
    return known[hint]
