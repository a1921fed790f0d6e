"""Entries: what can be entered into a case, corrected and struck out, each with its table and rights."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from thb_desktop.domain.action_day_fields import ACTION_DAY
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.case import CaseFile, CaseObject
from thb_desktop.domain.case_fields import AUTHORITY, CASE, CASE_OBJECT, PROCEEDING
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.cooperation_fields import INSTRUMENT, TRANSMISSION, USE_CONDITION
from thb_desktop.domain.description_fields import OF_EXHIBITS
from thb_desktop.domain.entry_rules import (
    verify_cooperation,
    verify_entered,
    verify_entry,
    verify_unclassified,
)
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.fields import Description, Editor
from thb_desktop.domain.finance import BankStatement, HandOver, ValueTransfer
from thb_desktop.domain.finance_fields import MONEY
from thb_desktop.domain.grounds import verify_refusal
from thb_desktop.domain.handling import verify_marked
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.instrument_links import verify_link
from thb_desktop.domain.money_rules import verify_account_kept, verify_leg_kept, verify_legs
from thb_desktop.domain.people_fields import INTERPRETER, OFFICIAL, PERSON, PERSON_ROLE
from thb_desktop.domain.retention import verify_kept
from thb_desktop.domain.rights import Right
from thb_desktop.domain.sensitivity import verify_sensitivity
from thb_desktop.domain.stays import Stay, verify_place, verify_place_kept
from thb_desktop.domain.stays_fields import STAY
from thb_desktop.errors import NotFoundError, StruckOutError
from thb_desktop.services.case_file.currencies import verify_currencies
from thb_desktop.services.case_file.issued import verify_issued
from thb_desktop.services.case_file.orders import verify_order
from thb_desktop.services.core.packs import pack_in_use
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.registry import table_named


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKind:
    """One kind of entry. right: to enter and to correct it; reading: to see its corrections."""

    description: Description
    right: Right
    reading: Right
    corrected: ActionCode
    struck_out: ActionCode

    @property
    def table(self) -> Table[Any]:
        return table_named(self.description.name)


def _kinds(
    descriptions: Iterable[Description], right: Right, reading: Right, *actions: ActionCode
) -> Iterable[EntryKind]:
    for description in descriptions:
        yield EntryKind(
            description=description,
            right=right,
            reading=reading,
            corrected=actions[0],
            struck_out=actions[1],
        )


KINDS = (
    *_kinds(
        (
            *(CASE, AUTHORITY, PROCEEDING, CASE_OBJECT, OFFICIAL, INTERPRETER, PERSON, PERSON_ROLE),
            *(INSTRUMENT, USE_CONDITION, TRANSMISSION, *ACTION_DAY, STAY),
        ),
        Right.EDIT_CASE,
        Right.READ_CASE,
        VaultAction.ENTRY_CORRECTED,
        VaultAction.ENTRY_STRUCK_OUT,
    ),
    *_kinds(
        (EXHIBIT,),
        Right.REGISTER_EXHIBITS,
        Right.READ_EXHIBITS,
        VaultAction.EXHIBIT_NOTE_CORRECTED,
        VaultAction.EXHIBIT_STRUCK_OUT,
    ),
    *_kinds(
        OF_EXHIBITS,
        Right.REGISTER_EXHIBITS,
        Right.READ_EXHIBITS,
        VaultAction.DESCRIPTION_CORRECTED,
        VaultAction.DESCRIPTION_STRUCK_OUT,
    ),
    *_kinds(
        MONEY,
        Right.EDIT_FINANCE,
        Right.READ_FINANCE,
        VaultAction.FINANCE_CORRECTED,
        VaultAction.FINANCE_STRUCK_OUT,
    ),
)
"""Everything that is entered into a case except testimony, custody events and what is sealed separately."""

_BY_ENTITY = {kind.description.entity: kind for kind in KINDS}
_BY_NAME = {kind.description.name: kind for kind in KINDS}


def kind_of(value: object) -> EntryKind:
    """Return the kind of a value. Raises NotFoundError if it is not an entry of a case."""
    if type(value) not in _BY_ENTITY:
        raise NotFoundError("this is not an entry of a case")
    return _BY_ENTITY[type(value)]


def kind_named(name: str) -> EntryKind:
    if name not in _BY_NAME:
        raise NotFoundError("there is no such kind of entry")
    return _BY_NAME[name]


def verify_enterable(connection: Connection, value: object, before: object = None) -> None:
    """Refuse an entry that lacks a required field, that has a code which follows from other entries or the
    marking of classified information, or that names an entry that is struck out or of another case.

    before: the present entry; what it already names may have been struck out since.
    """
    description = kind_of(value).description
    verify_entry(description, value)
    verify_entered(description, value, before)
    verify_unclassified(description, value, before)
    verify_case_not_struck(connection, case_id_of(value))
    verify_cooperation(pack_in_use(connection), value, before)
    verify_order(connection, value, before)
    verify_references(connection, description, value, case_id_of(value), before)
    verify_issued(connection, value, before)
    verify_currencies(connection, value, before)
    _verify_beside(connection, value, before)
    verify_kept(value)
    verify_sensitivity(value)


def _verify_beside(connection: Connection, value: object, before: object) -> None:
    """Refuse an entry that contradicts another: it, or its correction."""
    match value, before:
        case ValueTransfer(), _:
            legs = (value.paid_in_id, value.paid_out_id)
            found = (None if each is None else registry.HAND_OVER.find(connection, each) for each in legs)
            verify_legs(*found)
        case HandOver(), HandOver() if value.kind is not before.kind:
            for leg in ("paid_in_id", "paid_out_id"):
                verify_leg_kept(value, registry.VALUE_TRANSFER.where(connection, leg, value.id))
        case Instrument(), _:
            of_case = registry.INSTRUMENT.where(connection, "case_id", value.case_id)
            present = before if isinstance(before, Instrument) else None
            verify_refusal(value, present)
            verify_link(value, {each.id: each for each in of_case}, present)
        case BankStatement(), BankStatement():
            verify_account_kept(value, before)
        case UseCondition(), _:
            exhibit = registry.EXHIBIT.find(connection, value.exhibit_id) if value.exhibit_id else None
            verify_marked(value, exhibit, before if isinstance(before, UseCondition) else None)
        case Stay(), _:
            verify_place(registry.CASE_OBJECT.find(connection, value.object_id))
            verify_record_of_case(connection, value.said_in_id, value.case_id)
        case CaseObject(), CaseObject() if value.kind is not before.kind:
            verify_place_kept(value, registry.STAY.where(connection, "object_id", value.id))


def verify_references(
    connection: Connection, description: Description, value: object, case_id: str, before: object = None
) -> None:
    """Refuse a value that names an entry that is struck out or of another case.

    before: the present value; what it already names may have been struck out since.
    """
    for field in description.fields:
        named = getattr(value, field.name)
        known = named is None or named == getattr(before, field.name, None)
        if field.editor is Editor.REFERENCE and field.refers_to in _BY_NAME and not known:
            verify_named(connection, field.refers_to, named, case_id)


def verify_named(connection: Connection, kind: str, named: str, case_id: str) -> None:
    """Refuse to name an entry that is not of this case, or that was struck out."""
    entry = kind_named(kind).table.find(connection, named)
    if entry is None or entry.case_id != case_id:
        raise NotFoundError("a named entry is not in the file")
    if entry.struck:
        raise StruckOutError("a named entry was struck out as made in error")


def verify_record_of_case(connection: Connection, interview_id: InterviewId | None, case_id: str) -> None:
    """Refuse to name a record that is not of this case."""
    if interview_id is None:
        return
    interview = registry.INTERVIEW.find(connection, interview_id)
    if interview is None or interview.case_id != case_id:
        raise NotFoundError("a named record is not in the file")


def verify_case_not_struck(connection: Connection, case_id: str) -> None:
    """Refuse to add to a case file that was struck out."""
    case = kind_named(CASE.name).table.find(connection, case_id)
    if case is not None and case.struck:
        raise StruckOutError("the case file was struck out as made in error")


def case_id_of(value: object) -> str:
    """The case to which an entry belongs; a case file belongs to itself."""
    return value.id if isinstance(value, CaseFile) else str(value.case_id)  # type: ignore[attr-defined]  # each entry has a case_id
