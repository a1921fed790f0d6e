"""Sources of a case beside its records and exhibits: people, requests, objects, money."""

from typing import Any

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.searching import SearchKind
from thb_desktop.domain.vocabulary import CaseObjectKind
from thb_desktop.services.searching.owners import Owners
from thb_desktop.services.searching.source import Source
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table

_P, _C, _I, _M = SearchKind.PERSON, SearchKind.CASE, SearchKind.INSTRUMENT, SearchKind.MONEY


def _of_person(number: int, table: Table[Any], *fields: str, by: str = "person_id", day: str = "") -> Source:
    right, logs = Right.READ_CASE, Consulted.PERSON
    return Source(number, table, _P, right, logs, fields, by, Owners.person, day=day)


def of_case(
    number: int,
    table: Table[Any],
    kind: SearchKind,
    *fields: str,
    right: Right = Right.READ_CASE,
    logs: Consulted = Consulted.CASE,
    **named: Any,
) -> Source:
    """A row of a case."""
    return Source(number, table, kind, right, logs, fields, "case_id", Owners.case, **named)


def _of_money(number: int, table: Table[Any], *fields: str, **named: Any) -> Source:
    right, logs = Right.READ_FINANCE, Consulted.FINANCE
    return of_case(number, table, _M, *fields, right=right, logs=logs, **named)


OF_PERSON: tuple[Source, ...] = (
    _of_person(30, registry.PERSON, "code", "protection_reference", "note", by="id"),
    _of_person(31, registry.PERSON_ROLE, "basis", "given_by", "given_under", day="since"),
    _of_person(32, registry.PERSON_CLAIM, "said_by", "statement", day="said_on"),
    of_case(33, registry.OFFICIAL, _P, "code", "name", "unit", right=Right.READ_EXHIBITS),
    of_case(34, registry.INTERPRETER, _P, "code", "name", "name_latin", "register_number", "register_name"),
    _of_person(35, registry.AGE_DECISION, "reference", "decided_by", "reason", day="decided_on"),
    _of_person(36, registry.PERSON_LINK, "reason", by="kept_id", day="at"),
    Source(
        37,
        registry.CLAIM_USE,
        _P,
        Right.READ_CASE,
        Consulted.PERSON,
        ("reason",),
        "claim_id",
        Owners.claim,
        day="at",
    ),
)
OF_CASE: tuple[Source, ...] = (
    Source(
        40,
        registry.CASE_FILE,
        _C,
        Right.READ_CASE,
        Consulted.CASE,
        ("reference", "titles", "notice_number", "legal_basis"),
        "id",
        Owners.case,
        day="opened_on",
    ),
    of_case(41, registry.AUTHORITY, _C, "name", "contact"),
    of_case(42, registry.PROCEEDING, _C, "reference", "offence", "facts", day="period_from"),
    of_case(
        43,
        registry.CASE_OBJECT,
        SearchKind.OBJECT,
        *("number", "label", "details", "note"),
        handles=lambda row: row.label if row.kind is CaseObjectKind.HANDLE else "",
    ),
    of_case(
        44,
        registry.INSTRUMENT,
        _I,
        *("number", "reference", "foreign_reference", "measures", "basis", "territory"),
        *("persons_concerned", "facts", "offence_in_law", "part_answers", "formalities", "remedies"),
        "issuer_contact",
        *("extended_because", "refused_because", "also_related", "return_when", "form_translation"),
        *("formalities_met", "note", "order_text"),
        day="issued_on",
    ),
    of_case(
        45,
        registry.USE_CONDITION,
        _I,
        *("number", "text", "imposed_by", "basis", "consents", "note", "handling_words"),
        day="since",
    ),
    of_case(46, registry.TRANSMISSION, _I, "number", "by", "what", "receipt", "note", "basis", day="sent_on"),
    of_case(
        80,
        registry.ACTION_TEAM,
        _C,
        *("number", "action", "leader", "place", "first_number", "last_number", "task", "note"),
        day="begins_at",
    ),
    of_case(81, registry.VOIDED_NUMBER, _C, "number", "reason", "by"),
    of_case(
        82,
        registry.PERSON_FOUND,
        _P,
        *("number", "place", "seen", "decided_by", "note"),
        day="found_at",
    ),
    of_case(83, registry.STAY, _P, "source", "as_told", "note", day="since", persons=("person_id",)),
)
OF_MONEY: tuple[Source, ...] = (
    _of_money(
        50,
        registry.ACCOUNT,
        *("number", "identifier", "network", "holder", "note", "servicer", "bic", "lei"),
    ),
    _of_money(
        51,
        registry.MONEY_TRANSACTION,
        *("reference", "counterparty", "text", "amount", "amount_to", "fee", "place", "block", "source"),
        *("original", "status_written"),
        day="at",
    ),
    _of_money(
        52,
        registry.BANK_STATEMENT,
        *("number", "reference", "opening", "closing", "unread", "note", "sha256"),
        *("account_named", "account_then", "same_because"),
        day="period_from",
    ),
    _of_money(
        53,
        registry.HAND_OVER,
        *("number", "amount", "amount_to", "source", "payer", "receiver", "agent", "place", "token"),
        *("commission", "ledger", "note"),
        day="at",
        persons=("payer_id", "receiver_id"),
    ),
    _of_money(54, registry.VALUE_TRANSFER, "number", "basis", "note"),
    _of_money(55, registry.ATTRIBUTION, "holder", "source", "confidence", "note", persons=("person_id",)),
    _of_money(
        56,
        registry.PAY_FIGURE,
        *("label", "amount", "amount_to", "source", "note"),
        day="period",
        persons=("person_id",),
    ),
)
