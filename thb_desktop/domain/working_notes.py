"""Working notes: fields for the office only. They are never printed in a bundle, attached or released.

What is entered for the official form of an order is one: it goes out with the form, which the office writes.
Some rows belong to the office by their content: the warnings of some rules (`warning_reason.is_inward`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from thb_desktop.domain.action_day_fields import ACTION_DAY
from thb_desktop.domain.case_fields import CASE_OBJECT
from thb_desktop.domain.cooperation_fields import INSTRUMENT, TRANSMISSION, USE_CONDITION
from thb_desktop.domain.description_fields import OF_EXHIBITS
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.fields import Editor
from thb_desktop.domain.finance_fields import MONEY
from thb_desktop.domain.people_fields import PERSON
from thb_desktop.domain.record import Record
from thb_desktop.domain.stays_fields import STAY
from thb_desktop.domain.warning_reason import is_inward

T = TypeVar("T")

WORKING: Mapping[str, tuple[str, ...]] = {
    **{
        each.name: tuple(
            field.name
            for field in each.fields
            if not field.printed
            and (field.editor is Editor.TEXT or field.section in ("order_form", "inward"))
        )
        for each in (
            *(*MONEY, CASE_OBJECT, EXHIBIT, INSTRUMENT, PERSON, USE_CONDITION, TRANSMISSION),
            *(STAY, *ACTION_DAY),
            *OF_EXHIBITS,
        )
    },
    "custody_event": ("copies",),
    "interview": ("record_salt",),
}
"""The fields, by the name of the table. Whoever has the salt of a record can guess what was left out of it;
the copies of an erased file are backups with the names of their media.
"""

_OF_A_CORRECTION = ("before", "after", "reason")
_OF_A_NAME = ("said",)
_OF_A_WARNING = ("rule", "reason", "field", "about", "said")


def has_working_note(table: str, value: object) -> bool:
    return any(getattr(value, name) for name in WORKING.get(table, ()))


def is_note(table: str, names: Iterable[str]) -> bool:
    """Whether all these fields are working notes."""
    return set(names) <= set(WORKING.get(table, ()))


def without_notes(table: str, value: T) -> T:
    """Return an entry as it may leave the office."""
    entry = cast(Any, value)
    empty = {each.name: each.default for each in fields(entry) if each.name in WORKING.get(table, ())}
    return cast(T, replace(entry, **empty))


def record_without_notes(table: str, record: Record) -> Record:
    """Return a record without its working notes."""
    kept_back = notes_of(table, record)
    return {name: value for name, value in record.items() if name not in kept_back}


def notes_of(table: str, record: Mapping[str, object]) -> tuple[str, ...]:
    """Return the fields of a record that are working notes.

    A correction of a working note contains it twice, before and after, and its reason may tell of it.
    """
    if table == "correction" and (
        record.get("kept_back") or record.get("field") in WORKING.get(str(record.get("entity")), ())
    ):
        return _OF_A_CORRECTION
    if table == "warning_reason" and is_inward(str(record.get("rule"))):
        return _OF_A_WARNING
    if table == "signed_name":
        return _OF_A_NAME  # a later correction may keep it back
    return WORKING.get(table, ())
