"""Rules of entries other than testimony and custody: required fields, and derived values."""

from dataclasses import replace
from typing import TypeVar

from thb_desktop.domain.account_numbers import checksum_of, verify_network
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.cooperation import Instrument, Transmission, UseCondition
from thb_desktop.domain.cooperation_codes import AGREEMENTS
from thb_desktop.domain.currencies import with_codes
from thb_desktop.domain.description import OnlineCapture
from thb_desktop.domain.description_rules import verify_allowed
from thb_desktop.domain.fields import Description, Editor
from thb_desktop.domain.finance import (
    Account,
    BankStatement,
    HandOver,
    PayFigure,
    Transaction,
    ValueTransfer,
)
from thb_desktop.domain.markings import marked_fields
from thb_desktop.domain.money_rules import verify_money
from thb_desktop.domain.money_sources import verify_source
from thb_desktop.domain.order_questions import unknown_questions
from thb_desktop.domain.packs import Pack
from thb_desktop.domain.transfer_rules import check_binding
from thb_desktop.errors import (
    ClassifiedMarkingError,
    CodeDerivedError,
    ConditionSubjectError,
    FieldMissingError,
    FurtherStatesError,
    InstrumentNotBoundError,
    ValueRefusedError,
)
from thb_desktop.findings import Standing, Value

T = TypeVar("T")


def verify_entry(description: Description, value: object) -> None:
    """Refuse an entry without a required field; FieldMissingError names the field."""
    for field in description.fields:
        given = getattr(value, field.name)
        if isinstance(given, str):
            given = "" if is_blank(given) else given
        if field.editor is Editor.TITLES:
            given = [text for _, text in given if not is_blank(text)]
        if field.required and not given and given is not False:
            raise FieldMissingError("a required field is empty", f"{description.name}.{field.name}")


def verify_entered(description: Description, value: object, before: object = None) -> None:
    """Refuse a code that follows from other entries. before: the present entry; what it has may stay.

    Earlier versions of the program entered such codes by hand.
    """
    for field in description.fields:
        given = getattr(value, field.name)
        if given in field.derived and given != getattr(before, field.name, None):
            raise CodeDerivedError("this follows from other entries", f"{description.name}.{field.name}")


def verify_unclassified(description: Description, value: object, before: object = None) -> None:
    """Refuse an entry with a marking of classified information; what the present entry has may stay."""
    kept = marked_fields(description, before) if before is not None else {}
    for name, marking in marked_fields(description, value).items():
        if kept.get(name) != marking:
            raise ClassifiedMarkingError(
                "classified information of this level may not be kept here", f"{description.name}.{name}"
            )


def verify_cooperation(pack: Pack, value: object, before: object = None) -> None:
    """Refuse an instrument that does not bind a State that it names, as far as the pack knows.

    A condition that names nothing is refused too, a line of the log without a basis, and further parties of
    what is no agreement. before: the present entry; as it stands it may stay.
    """
    if isinstance(value, UseCondition) and value.instrument_id is None and value.exhibit_id is None:
        raise ConditionSubjectError("a condition is of an instrument or of an exhibit")
    if isinstance(value, Transmission) and value.instrument_id is None and is_blank(value.basis):
        raise FieldMissingError(
            "it went or came under an instrument, or on another basis", "transmission.basis"
        )
    if not isinstance(value, Instrument):
        return
    _verify_parties(value, before)
    if _bound_as(value) == _bound_as(before):
        return
    for finding in check_binding(pack, value):
        if finding.standing is Standing.BROKEN:
            told = finding.values
            raise InstrumentNotBoundError(
                "an instrument does not bind a State", _words(told["states"]), _words(told["instead"])
            )


def _verify_questions(value: Instrument, before: object) -> None:
    """Raise ValueRefusedError for an answer to what the form does not ask; one that stood may stay."""
    stood = unknown_questions(before.part_answers) if isinstance(before, Instrument) else ()
    if not set(unknown_questions(value.part_answers)) <= set(stood):
        raise ValueRefusedError("the form does not ask this")


def _verify_parties(value: Instrument, before: object) -> None:
    """Raise FurtherStatesError for further parties of what goes from one State to another."""
    if not value.further_states or value.type in AGREEMENTS:
        return
    stood = isinstance(before, Instrument) and (before.type, before.further_states)
    if stood != (value.type, value.further_states):
        raise FurtherStatesError("only an agreement has further parties", value.further_states)


def _bound_as(value: object) -> tuple[object, ...] | None:
    if not isinstance(value, Instrument):
        return None
    return value.type, *value.states


def _words(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def completed(value: T, before: object = None) -> T:
    """Return the entry with its derived values, and its currencies by their codes. before: the present entry.

    Raises ValueRefusedError or AmountError for contradictions, FigureSourceError for a transaction without a
    source.
    """
    value = with_codes(value, before)
    match value:
        case Account():
            verify_network(value, before)
            return replace(value, checksum=checksum_of(value))
        case Transaction():
            verify_money(value)
            verify_source(value, before)
        case BankStatement() | HandOver() | ValueTransfer() | PayFigure():
            verify_money(value)
        case OnlineCapture():
            verify_allowed(value)
        case CaseObject() if any(is_blank(name) for name, _ in value.details):
            raise ValueRefusedError("each detail needs a name")
        case Instrument():
            _verify_questions(value, before)
    return value
