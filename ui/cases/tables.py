"""The columns of the lists of a case."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from thb_desktop.domain.case import Authority, CaseObject, Proceeding, in_language
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.finance import Account
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import Interpreter, Official, Person
from thb_desktop.domain.vocabulary import CaseStatus, ChecksumState, IdentityProtection, InstrumentStatus
from ui.labels import language_name, words
from ui.labels.dates import partial
from ui.rows import Column
from ui.text import NONE, day, translate
from ui.tones import Tone

if TYPE_CHECKING:
    from thb_desktop.services.casework.cases import CaseSummary

Columns = tuple[Column[Any], ...]
_STATUS_TONES = {CaseStatus.OPEN: Tone.OK, CaseStatus.SUSPENDED: Tone.WARN, CaseStatus.CLOSED: Tone.PLAIN}
_INSTRUMENT_TONES = {
    InstrumentStatus.EXECUTED: Tone.OK,
    InstrumentStatus.PARTIALLY_EXECUTED: Tone.WARN,
    InstrumentStatus.REFUSED: Tone.BAD,
    InstrumentStatus.WITHDRAWN: Tone.PLAIN,
    InstrumentStatus.CLOSED: Tone.PLAIN,
}


def case_columns() -> Columns:
    read: tuple[Column[CaseSummary], ...] = (
        Column(
            title=translate("tables", "Reference"), read=lambda row: row.case.reference, width=150, exact=True
        ),
        Column(
            title=translate("tables", "Title"),
            read=lambda row: in_language(row.case.titles, row.case.language),
        ),
        Column(title=translate("tables", "State"), read=lambda row: row.case.country, width=70, exact=True),
        Column(
            title=translate("tables", "Opened"),
            read=lambda row: day(row.case.opened_on),
            width=110,
            exact=True,
        ),
        _number(translate("tables", "Interviews"), lambda row: row.interviews),
        _number(translate("tables", "Exhibits"), lambda row: row.exhibits),
        _number(translate("tables", "Events"), lambda row: row.events),
        Column(
            title=translate("tables", "Status"),
            read=lambda row: words(row.case.status),
            width=120,
            tone=lambda row: _STATUS_TONES[row.case.status],
        ),
    )
    return read


def authority_columns() -> Columns:
    read: tuple[Column[Authority], ...] = (
        Column(title=translate("tables", "Name"), read=lambda row: row.name),
        Column(title=translate("tables", "Kind"), read=lambda row: words(row.kind), width=220),
        Column(title=translate("tables", "State"), read=lambda row: row.country, width=70, exact=True),
        Column(title=translate("tables", "Part"), read=lambda row: words(row.part), width=120),
    )
    return read


def proceeding_columns() -> Columns:
    read: tuple[Column[Proceeding], ...] = (
        Column(title=translate("tables", "State"), read=lambda row: row.country, width=70, exact=True),
        Column(title=translate("tables", "Reference"), read=lambda row: row.reference, width=190, exact=True),
        Column(
            title=translate("tables", "Offence"), read=lambda row: row.offence[0][1] if row.offence else NONE
        ),
        Column(
            title=translate("tables", "From"),
            read=lambda row: partial(row.period_from),
            width=110,
            exact=True,
        ),
        Column(
            title=translate("tables", "To"), read=lambda row: partial(row.period_to), width=110, exact=True
        ),
    )
    return read


def instrument_columns() -> Columns:
    read: tuple[Column[Instrument], ...] = (
        Column(title=translate("tables", "No."), read=lambda row: row.number, width=90, exact=True),
        Column(title=translate("tables", "Kind"), read=lambda row: words(row.type)),
        Column(title=translate("tables", "Reference"), read=lambda row: row.reference, width=170, exact=True),
        Column(title=translate("tables", "From"), read=lambda row: row.from_country, width=64, exact=True),
        Column(title=translate("tables", "To"), read=lambda row: row.to_country, width=64, exact=True),
        Column(
            title=translate("tables", "Issued"), read=lambda row: day(row.issued_on), width=104, exact=True
        ),
        Column(
            title=translate("tables", "Executed"),
            read=lambda row: day(row.executed_on),
            width=104,
            exact=True,
        ),
        Column(
            title=translate("tables", "Status"),
            read=lambda row: words(row.status),
            width=140,
            tone=lambda row: _INSTRUMENT_TONES.get(row.status, Tone.INFO) if row.status else Tone.PLAIN,
        ),
    )
    return read


def person_columns(roles: Callable[[PersonId], str]) -> Columns:
    """roles: what a person is in the proceedings, in words."""
    read: tuple[Column[Person], ...] = (
        Column(title=translate("tables", "Pseudonym"), read=lambda row: row.code, width=110, exact=True),
        Column(title=translate("tables", "Role"), read=lambda row: roles(row.id)),
        Column(title=translate("tables", "Age"), read=lambda row: words(row.age_status), width=190),
        Column(
            title=translate("tables", "Language"), read=lambda row: language_name(row.language), width=150
        ),
        Column(
            title=translate("tables", "Nationality"),
            read=lambda row: ", ".join(row.nationalities) or NONE,
            width=110,
            exact=True,
        ),
        Column(
            title=translate("tables", "Protection"),
            read=lambda row: words(row.identity_protection),
            width=210,
            tone=lambda row: (
                Tone.PLAIN if row.identity_protection in (None, IdentityProtection.NONE) else Tone.INFO
            ),
        ),
    )
    return read


def official_columns() -> Columns:
    read: tuple[Column[Official], ...] = (
        Column(title=translate("tables", "Code"), read=lambda row: row.code, width=110, exact=True),
        Column(title=translate("tables", "Name"), read=lambda row: row.name),
        Column(title=translate("tables", "Function"), read=lambda row: words(row.role), width=200),
        Column(title=translate("tables", "Unit"), read=lambda row: row.unit or NONE, width=240),
        Column(title=translate("tables", "State"), read=lambda row: row.country, width=70, exact=True),
    )
    return read


def interpreter_columns() -> Columns:
    read: tuple[Column[Interpreter], ...] = (
        Column(title=translate("tables", "Code"), read=lambda row: row.code, width=110, exact=True),
        Column(title=translate("tables", "Name"), read=lambda row: row.name),
        Column(
            title=translate("tables", "Languages"),
            read=lambda row: ", ".join(language_name(tag) for tag in row.languages),
            width=260,
        ),
        Column(title=translate("tables", "Status"), read=lambda row: words(row.status), width=220),
        Column(
            title=translate("tables", "Register"),
            read=lambda row: row.register_number or NONE,
            width=140,
            exact=True,
        ),
    )
    return read


def object_columns() -> Columns:
    read: tuple[Column[CaseObject], ...] = (
        Column(title=translate("tables", "No."), read=lambda row: row.number, width=100, exact=True),
        Column(title=translate("tables", "Kind"), read=lambda row: words(row.kind), width=150),
        Column(title=translate("tables", "What"), read=lambda row: row.label),
        Column(
            title=translate("tables", "Details"),
            read=lambda row: ", ".join(value for _, value in row.details) or NONE,
            width=420,
        ),
    )
    return read


def account_columns() -> Columns:
    read: tuple[Column[Account], ...] = (
        Column(title=translate("tables", "No."), read=lambda row: row.number, width=90, exact=True),
        Column(title=translate("tables", "Kind"), read=lambda row: words(row.kind), width=220),
        Column(title=translate("tables", "Account or address"), read=lambda row: row.identifier, exact=True),
        Column(title=translate("tables", "Holder"), read=lambda row: row.holder or NONE, width=130),
        Column(
            title=translate("tables", "Currency"), read=lambda row: row.currency or NONE, width=90, exact=True
        ),
        Column(
            title=translate("tables", "Check digits"),
            read=lambda row: words(row.checksum),
            width=150,
            tone=lambda row: _CHECKSUM_TONES.get(row.checksum, Tone.PLAIN),
        ),
    )
    return read


_CHECKSUM_TONES = {ChecksumState.VALID: Tone.OK, ChecksumState.INVALID: Tone.BAD}


def _number(title: str, read: Any) -> Column[Any]:
    return Column(title=title, read=lambda row: str(read(row)), width=104, exact=True, at_end=True)
