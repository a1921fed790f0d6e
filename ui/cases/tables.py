"""The columns of the lists of a case."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from thb_desktop.domain.case import in_language
from thb_desktop.domain.cooperation_codes import InstrumentStatus
from thb_desktop.domain.ids import AccountId, PersonId
from thb_desktop.domain.person_links import recorded_as
from thb_desktop.domain.statements import rows_not_read
from thb_desktop.domain.vocabulary import CaseStatus, ChecksumState, IdentityProtection
from ui.cases.entries import ACCOUNTS, FOUND, LISTS, PERSONS, STATEMENTS, STAYS, TEAMS, TRANSACTIONS, VOIDED
from ui.cases.transaction_columns import columns_of_transactions
from ui.forms.reading import column, struck_column
from ui.labels import words
from ui.rows import Column
from ui.text import day, isolate, listed, translate
from ui.tones import Tone

if TYPE_CHECKING:
    from thb_desktop.services.case_file.cases import CaseSummary
    from ui.cases.view_model import CaseInFull

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
            title=translate("tables", "Reference"), read=lambda row: row.case.reference, width=210, exact=True
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
        Column(
            title=translate("tables", "Status"),
            read=lambda row: words(row.case.status),
            width=120,
            tone=lambda row: _STATUS_TONES[row.case.status],
        ),
    )
    return read


def columns_of(
    name: str,
    roles: Callable[[PersonId], str],
    names: Callable[[], Mapping[str, str]],
    standing: Callable[[PersonId], tuple[str, Tone | None]] = lambda _: ("", None),
    named: Callable[[AccountId], str] = lambda _: "",
) -> Columns:
    """Return the columns of a list of the case. roles: of a person, in words. names: of references, by id.
    standing: of a person, in words with its tone. named: how files name an account in another way.
    """
    listed = LISTS[name].description
    columns = [
        replace(
            column(
                listed,
                field,
                width=width,
                names=names,
                tone=_TONES.get((name, field)),
                title=_title(name, field),
            ),
            at_end=field in _SUMS,
        )
        for field, width in _SHOWN[name]
    ]
    if name == PERSONS:
        held = Column[Any](title=translate("tables", "Role"), read=lambda row: roles(row.id))
        columns.insert(1, held)
        stands = Column[Any](
            title=translate("tables", "Child, other numbers"),
            read=lambda row: standing(row.id)[0],
            width=200,
            tone=lambda row: standing(row.id)[1],
        )
        columns.insert(2, stands)
    if name == ACCOUNTS:
        columns.append(
            Column(
                title=translate("tables", "Check digits"),
                read=lambda row: words(row.checksum),
                width=150,
                tone=lambda row: _CHECKSUM_TONES.get(row.checksum, Tone.PLAIN),
            )
        )
        columns.append(
            Column(title=translate("tables", "Also named"), read=lambda row: named(row.id), width=130)
        )
    if name == TRANSACTIONS:
        columns = columns_of_transactions(columns, names)
    if name == STATEMENTS:
        columns.append(
            Column(
                title=translate("tables", "Rows not read"),
                read=lambda row: str(len(rows_not_read(row)) or ""),
                width=150,
                tone=lambda row: Tone.WARN if rows_not_read(row) else None,
            )
        )
    return (*columns, struck_column())


def _title(name: str, field: str) -> str:
    """A shorter title than the name of the field, where there is one."""
    titles = {
        "number": translate("tables", "No."),
        "begins_at": translate("tables", "Begins there"),
        "first_number": translate("tables", "First no."),
        "last_number": translate("tables", "Last no."),
        "identifier": translate("tables", "Account"),
        "amount_to": translate("tables", "Up to"),
        "from_account_id": translate("tables", "From"),
        "to_account_id": translate("tables", "To"),
        "token": translate("tables", "Token"),
        "team_id": translate("tables", "Team"),
        "seen": translate("tables", "As seen"),
        "period_from": translate("tables", "From"),
        "period_to": translate("tables", "Until"),
        "opening": translate("tables", "Opening"),
        "closing": translate("tables", "Closing"),
        "exhibit_id": translate("tables", "Exhibit"),
        "incoming": translate("tables", "Received"),
        "source": translate("tables", "Source"),
        "until": translate("tables", "Until"),
    }
    of_list = {(STAYS, "role"): translate("tables", "The place was")}
    return of_list.get((name, field)) or titles.get(field, "")


def standing_of(full: "CaseInFull", person_id: PersonId) -> tuple[str, Tone | None]:
    """How a person stands: treated as a child and why not for certain, or shown under another number."""
    codes = {each.id: each.code for each in full.persons}
    same = recorded_as(full.links, person_id)
    said = []
    treated = full.children.get(person_id)
    if treated is not None:
        presumed = (
            translate("tables", "Child presumed") if treated.is_presumed else translate("tables", "Child")
        )
        said.append(presumed)
    others = [isolate(codes[each]) for each in same if each != person_id and each in codes]
    if others:
        sentence = (
            translate("tables", "also {numbers}")
            if same[0] == person_id
            else translate("tables", "under {numbers}")
        )
        numbers = others if same[0] == person_id else others[:1]
        said.append(sentence.format(numbers=listed(numbers)))
    return listed(said), (Tone.WARN if treated is not None else Tone.INFO) if said else None


_SHOWN: dict[str, tuple[tuple[str, int], ...]] = {
    PERSONS: (
        ("code", 110),
        ("age_status", 190),
        ("language", 150),
        ("nationalities", 110),
        ("identity_protection", 210),
    ),
    "authorities": (("name", 0), ("kind", 220), ("country", 70), ("part", 120)),
    "proceedings": (
        ("country", 70),
        ("reference", 224),
        ("offence", 0),
        ("period_from", 140),
        ("period_to", 140),
    ),
    "instruments": (
        ("number", 80),
        ("type", 0),
        ("reference", 224),
        ("from_country", 64),
        ("to_country", 64),
        ("issued_on", 104),
        ("executed_on", 104),
        ("status", 140),
    ),
    "conditions": (
        ("number", 80),
        ("kind", 220),
        ("handling", 156),
        ("text", 0),
        ("imposed_by", 180),
        ("imposed_state", 64),
        ("until", 104),
    ),
    "transmissions": (
        ("number", 80),
        ("instrument_id", 220),
        ("sent_on", 104),
        ("incoming", 120),
        ("channel", 220),
        ("by", 180),
        ("what", 0),
    ),
    TEAMS: (
        ("number", 80),
        ("action", 180),
        ("place", 0),
        ("begins_at", 200),
        ("leader", 160),
        ("first_number", 130),
        ("last_number", 130),
    ),
    VOIDED: (("number", 130), ("team_id", 130), ("reason", 0), ("by", 200)),
    FOUND: (
        ("number", 64),
        ("team_id", 130),
        ("found_at", 190),
        ("may_be_child", 164),
        ("needs", 160),
        ("outcome", 164),
        ("seen", 0),
    ),
    "officials": (("code", 110), ("name", 0), ("role", 200), ("unit", 220), ("country", 70)),
    "interpreters": (
        ("code", 110),
        ("name", 0),
        ("languages", 260),
        ("status", 190),
        ("register_number", 140),
    ),
    "objects": (("number", 100), ("kind", 150), ("label", 0), ("details", 420)),
    STAYS: (
        ("person_id", 100),
        ("since", 150),
        ("until", 150),
        ("object_id", 0),
        ("role", 190),
        ("place_kind", 180),
        ("source", 150),
    ),
    ACCOUNTS: (("number", 70), ("kind", 210), ("identifier", 0), ("holder", 90), ("currency", 80)),
    TRANSACTIONS: (
        ("at", 190),
        ("amount", 96),
        ("currency", 70),
        ("from_account_id", 68),
        ("to_account_id", 68),
        ("counterparty", 140),
        ("text", 0),
    ),
    "statements": (
        ("number", 90),
        ("account_id", 100),
        ("format", 110),
        ("period_from", 110),
        ("period_to", 110),
        ("opening", 120),
        ("closing", 120),
        ("currency", 90),
        ("exhibit_id", 0),
    ),
    "hand_overs": (
        ("number", 64),
        ("kind", 150),
        ("at", 170),
        ("amount", 90),
        ("amount_to", 80),
        ("currency", 88),
        ("payer", 0),
        ("receiver", 130),
        ("token", 84),
    ),
    "transfers": (
        ("number", 80),
        ("paid_in_id", 220),
        ("paid_out_id", 220),
        ("settlement", 150),
        ("basis", 0),
    ),
    "attributions": (
        ("account_id", 110),
        ("holder", 180),
        ("grade", 200),
        ("confidence", 150),
        ("source", 0),
    ),
    "pay": (
        ("person_id", 110),
        ("period", 150),
        ("kind", 200),
        ("amount", 140),
        ("amount_to", 100),
        ("currency", 80),
        ("exhibit_id", 0),
    ),
}
"""Fields and widths of each list; the one without a width takes the rest."""
_SUMS = frozenset({"amount", "amount_to", "opening", "closing"})
"""Sums of money end at the same place, so that they can be compared at a glance; as in print."""
_TONES: dict[tuple[str, str], Callable[[Any], Tone | None]] = {
    ("instruments", "status"): lambda row: (
        _INSTRUMENT_TONES.get(row.status, Tone.INFO) if row.status else Tone.PLAIN
    ),
    (PERSONS, "identity_protection"): lambda row: (
        Tone.PLAIN if row.identity_protection in (None, IdentityProtection.NONE) else Tone.INFO
    ),
}
_CHECKSUM_TONES = {ChecksumState.VALID: Tone.OK, ChecksumState.INVALID: Tone.BAD}


def _number(title: str, read: Any) -> Column[Any]:
    return Column(title=title, read=lambda row: str(read(row)), width=104, exact=True, at_end=True)
