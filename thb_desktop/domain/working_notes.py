"""Working notes: fields for the office only. They are never printed, attached or released."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from thb_desktop.domain.case_fields import CASE_OBJECT
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.fields import Editor
from thb_desktop.domain.finance_fields import ACCOUNT
from thb_desktop.domain.people_fields import PERSON
from thb_desktop.domain.record import Record

T = TypeVar("T")

WORKING: Mapping[str, tuple[str, ...]] = {
    **{
        each.name: tuple(
            field.name for field in each.fields if field.editor is Editor.TEXT and not field.printed
        )
        for each in (ACCOUNT, CASE_OBJECT, EXHIBIT, INSTRUMENT, PERSON)
    },
    "interview": ("record_salt",),
}
"""The fields, by the name of the table. Whoever has the salt of a record can guess what was left out of it.
"""

_BEFORE_AND_AFTER = ("before", "after")


def working_note_places(states: Sequence[Record]) -> Iterator[tuple[int, str]]:
    """Find the working notes in the states of an event: the number of the state, and the field."""
    for number, state in enumerate(states):
        record = state["record"]
        if isinstance(record, Mapping):
            yield from ((number, name) for name in _fields(str(state["entity"]), record) if name in record)


def has_working_note(table: str, value: object) -> bool:
    return any(getattr(value, name) for name in WORKING.get(table, ()))


def without_notes(table: str, value: T) -> T:
    """Return an entry as it may leave the office."""
    return replace(value, **dict.fromkeys(WORKING.get(table, ()), ""))  # type: ignore[type-var]  # an entry is a dataclass


def record_without_notes(table: str, record: Record) -> Record:
    """Return a record without its working notes."""
    kept_back = _fields(table, record)
    return {name: value for name, value in record.items() if name not in kept_back}


def _fields(table: str, record: Mapping[str, object]) -> tuple[str, ...]:
    """A correction of a working note contains it twice, before and after."""
    if table == "correction" and record.get("field") in WORKING.get(str(record.get("entity")), ()):
        return _BEFORE_AND_AFTER
    return WORKING.get(table, ())
