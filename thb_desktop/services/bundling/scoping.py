"""The scope of a bundle: what its records refer to, what was chosen by name, and what is withheld."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any

from thb_desktop.domain.bundle import BundleContent, CaseFrame, Finance
from thb_desktop.domain.bundle_withheld import WithheldKind
from thb_desktop.domain.case import Authority, CaseObject, Proceeding
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.corrections import Correction, named_in, told_outside
from thb_desktop.domain.description_fields import ITEM_DESCRIPTION, ONLINE_CAPTURE
from thb_desktop.domain.domestic_orders import authorising
from thb_desktop.domain.entries_told import is_printed
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.finance import (
    Account,
    Attribution,
    BankStatement,
    HandOver,
    PayFigure,
    Transaction,
    ValueTransfer,
)
from thb_desktop.domain.finance_fields import ACCOUNT, MONEY
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.parallel import side_by_side, texts_about
from thb_desktop.domain.people import Interpreter, Official, Person
from thb_desktop.domain.people_fields import IDENTITY
from thb_desktop.domain.person_claims_fields import OF_CLAIMS
from thb_desktop.domain.rights import Right
from thb_desktop.domain.scope import reached
from thb_desktop.domain.stays import Stay
from thb_desktop.domain.working_notes import has_working_note, without_notes
from thb_desktop.errors import NotFoundError
from thb_desktop.services.bundling.persons_told import claims_told, persons_told
from thb_desktop.services.case_file import cases
from thb_desktop.services.case_file.entries import kind_named
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import cooperation, use_conditions
from thb_desktop.services.cooperation.sources import Taken
from thb_desktop.services.core.packs import pack_in_use
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import descriptions, signature_checks
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people, stays
from thb_desktop.services.testimony import interviews
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import lists, registry
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.tables.registry import table_of

_KINDS: dict[type, WithheldKind] = {
    Person: WithheldKind.PERSONS,
    Official: WithheldKind.OFFICIALS,
    Interpreter: WithheldKind.INTERPRETERS,
    Authority: WithheldKind.AUTHORITIES,
    Proceeding: WithheldKind.PROCEEDINGS,
    Instrument: WithheldKind.INSTRUMENTS,
    UseCondition: WithheldKind.CONDITIONS,
    Account: WithheldKind.ACCOUNTS,
    BankStatement: WithheldKind.STATEMENTS,
    Transaction: WithheldKind.TRANSACTIONS,
    HandOver: WithheldKind.HAND_OVERS,
    ValueTransfer: WithheldKind.VALUE_TRANSFERS,
    Attribution: WithheldKind.ATTRIBUTIONS,
    PayFigure: WithheldKind.PAY_FIGURES,
    CaseObject: WithheldKind.OBJECTS,
    Stay: WithheldKind.STAYS,
}

_FOLLOWED: tuple[Table[Any], ...] = (
    registry.PERSON,
    registry.OFFICIAL,
    registry.INTERPRETER,
    registry.AUTHORITY,
    registry.INSTRUMENT,
    registry.PROCEEDING,
    registry.ACCOUNT,
    registry.BANK_STATEMENT,
    registry.HAND_OVER,
    registry.CASE_OBJECT,
)
"""The tables of `scope.FOLLOWED`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The frame and the finance of a bundle, and how many entries of each kind are withheld.

    withheld: without what was struck out.
    """

    frame: CaseFrame
    finance: Finance
    withheld: tuple[tuple[WithheldKind, int], ...]


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def scope_of(
    session: Session,
    case_id: CaseId,
    *,
    further: Sequence[str],
    held: Sequence[InterviewInFull],
    taken: Sequence[ExhibitInFull],
    sender: Authority | None,
) -> Scope:
    """Gather what these records refer to. Raises NotFoundError for a choice that is not in the case,
    NotAllowedError for a user who may not open the claims that are used.
    """
    known = entries_of(session, case_id)
    chosen = [_require(known, one) for one in further]
    if sender is not None:
        chosen.append(sender)
    exhibit_ids = [each.exhibit.id for each in taken]
    items, captures = descriptions.of_exhibits(session, exhibit_ids)
    selected = [*chosen, *_rows([_followed(each) for each in held]), *_rows(taken), *captures]
    inside = {*further, *reached(selected, known.get)} | ({sender.id} if sender else set())
    described = {*(each.id for each in items), *(each.id for each in captures)}
    taken_ids = {case_id, *(each.exhibit.id for each in taken), *described}
    records = Taken(records=[each.interview for each in held], items=[each.exhibit for each in taken])
    while True:
        corrected = _corrected(session, case_id, known, inside, taken_ids)
        applied: list[UseCondition | Instrument] = [
            *_applied(session, case_id, (e for key, e in known.items() if key in inside), records),
            *authorising(_of(Instrument, known.values()), inside),
        ]
        if {each.id for each in applied} <= inside:
            break
        inside |= {*(each.id for each in applied), *reached(applied, known.get)}
    noted = [*(entry for key, entry in known.items() if key in inside), *(each.exhibit for each in taken)]
    kept = [without_notes(table_of(entry).name, entry) for key, entry in known.items() if key in inside]
    persons = _of(Person, kept)
    told, merges = persons_told(session, case_id, persons)
    proceedings, pack = _of(Proceeding, kept), pack_in_use(session.read)
    frame = CaseFrame(
        case=cases.get_case(session, case_id),
        authorities=_of(Authority, kept),
        proceedings=proceedings,
        texts=texts_about(pack, side_by_side(proceedings, ())),
        law=pack.law,
        instruments=_of(Instrument, kept),
        conditions=_of(UseCondition, kept),
        bound=use_conditions.binding(session.read, case_id, records.items),
        officials=_of(Official, kept),
        interpreters=_of(Interpreter, kept),
        persons=persons,
        roles=tuple(
            each
            for each in people.list_roles(session, case_id)
            if each.person_id in inside and not each.struck
        ),
        corrections=corrected,
        told=told,
        merges=merges,
        items=tuple(without_notes(ITEM_DESCRIPTION.name, each) for each in items),
        captures=tuple(without_notes(ONLINE_CAPTURE.name, each) for each in captures),
        checks=signature_checks.of_exhibits(session, exhibit_ids),
    )
    money = Finance(
        accounts=_of(Account, kept),
        statements=_of(BankStatement, kept),
        transactions=_of(Transaction, kept),
        hand_overs=_of(HandOver, kept),
        transfers=_of(ValueTransfer, kept),
        attributions=_of(Attribution, kept),
        pay=_of(PayFigure, kept),
        objects=_of(CaseObject, kept),
        stays=_of(Stay, kept),
    )
    outside = [entry for key, entry in known.items() if key not in inside and not _is_struck(entry)]
    standing = lists.standing_exhibits(session.read, case_id)
    counts = [
        (WithheldKind.INTERVIEWS, len(interviews.list_interviews(session, case_id)) - len(held)),
        (WithheldKind.EXHIBITS, standing - sum(not each.exhibit.struck for each in taken)),
        *((kind, len(_of(entity, outside))) for entity, kind in _KINDS.items()),
        (WithheldKind.WORKING_NOTES, sum(has_working_note(table_of(each).name, each) for each in noted)),
    ]
    return Scope(frame=frame, finance=money, withheld=tuple((kind, n) for kind, n in counts if n))


def entries_told(scope: Scope | BundleContent) -> tuple[Any, ...]:
    """Return the entries of a case that a bundle tells: each has events of its own."""
    frame, finance = scope.frame, scope.finance
    return (
        frame.case,
        *(*frame.authorities, *frame.proceedings, *frame.instruments, *frame.conditions),
        *frame.officials,
        *(*frame.interpreters, *frame.persons),
        *(*frame.items, *frame.captures, *frame.checks),
        *(*finance.objects, *finance.stays),
        *(*finance.accounts, *finance.statements, *finance.transactions),
        *(*finance.hand_overs, *finance.transfers, *finance.attributions, *finance.pay),
    )


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def frame_of(session: Session, case_id: CaseId, held: Sequence[InterviewInFull]) -> CaseFrame:
    """Gather what the pages of these records name, without corrections and what is told of persons beside
    them. Each entry is looked up by itself: the rest of the case is not read.
    """
    find = partial(_find, session.read, case_id)
    kept = [
        without_notes(table_of(each).name, each)
        for _, each in sorted(reached(_rows([_followed(each) for each in held]), find).items())
    ]
    persons = _of(Person, kept)
    roles = registry.PERSON_ROLE.among(session.read, "person_id", [each.id for each in persons])
    return CaseFrame(
        case=cases.get_case(session, case_id),
        law=pack_in_use(session.read).law,
        authorities=_of(Authority, kept),
        proceedings=_of(Proceeding, kept),
        instruments=_of(Instrument, kept),
        officials=_of(Official, kept),
        interpreters=_of(Interpreter, kept),
        persons=persons,
        roles=tuple(each for each in roles if not each.struck),
    )


def _find(connection: Connection, case_id: CaseId, key: str) -> object | None:
    """Return the entry of a case with this id, of the kinds that are followed."""
    for table in _FOLLOWED:
        entry = table.find(connection, key)
        if entry is not None:
            return entry if getattr(entry, "case_id", None) == case_id else None
    return None


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def entries_of(session: Session, case_id: CaseId) -> dict[str, object]:
    """Return every entry of the case that may be included or withheld, in the order of the lists."""
    lists: tuple[tuple[object, ...], ...] = (
        cases.list_authorities(session, case_id),
        cases.list_proceedings(session, case_id),
        cooperation.list_instruments(session, case_id),
        use_conditions.list_conditions(session, case_id),
        people.list_officials(session, case_id),
        people.list_interpreters(session, case_id),
        people.list_persons(session, case_id),
        finance.list_accounts(session, case_id),
        *(finance.list_money(session, case_id, each.name) for each in MONEY if each is not ACCOUNT),
        cases.list_objects(session, case_id),
        stays.list_stays(session, case_id),
    )
    return {str(each.id): each for every in lists for each in every}  # type: ignore[attr-defined]  # each entry has an id


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def offered_entries(session: Session, case_id: CaseId) -> dict[str, object]:
    """Return the entries that can be chosen by name: those that were not struck out."""
    known = entries_of(session, case_id)
    return {key: entry for key, entry in known.items() if not _is_struck(entry)}


def _corrected(
    session: Session, case_id: CaseId, known: dict[str, object], inside: set[str], taken: set[str]
) -> tuple[Correction, ...]:
    """What was corrected in printed fields of all this; whom or what it named before comes inside too."""
    roles = people.list_roles(session, case_id)
    listed = told_outside(corrections.list_corrections(session, case_id))
    printed = [each for each in listed if _is_printed(each)]
    while True:
        subjects = (
            inside | taken | {each.id for each in roles if each.person_id in inside and not each.struck}
        )
        told = [each for each in printed if each.subject_id in subjects]
        named = {
            entry
            for each in told
            for entry in named_in(kind_named(each.entity).description, (each,))
            if entry in known
        }
        if named <= inside:
            return tuple(told)
        inside |= named | reached([known[each] for each in named], known.get).keys()


def _applied(
    session: Session, case_id: CaseId, inside: Iterable[object], records: Taken
) -> list[UseCondition]:
    """The conditions that hold for these records and exhibits, and for the entries inside."""
    entries = [*inside]
    claims = claims_told(session, case_id, _of(Person, entries))
    everything = replace(records, entries=[*entries, *claims])
    return [each.condition for each in use_conditions.applied_to(session.read, case_id, everything)]


def _is_struck(entry: object) -> bool:
    return bool(getattr(entry, "struck", ""))


def _is_printed(correction: Correction) -> bool:
    if correction.entity in (IDENTITY.name, *OF_CLAIMS):
        return False
    return is_printed(kind_named(correction.entity).description, correction)


def _followed(held: InterviewInFull) -> InterviewInFull:
    """The record without struck formalities: whom these name is printed as no part of the bundle."""
    return replace(held.without_struck(), segments=held.segments)


def _rows(records: Sequence[InterviewInFull | ExhibitInFull]) -> Iterator[object]:
    """Return the entries of which records consist, down to the renderings and the custody events."""
    waiting: list[object] = list(records)
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting += value
        elif is_dataclass(value):
            waiting += [getattr(value, each.name) for each in fields(value)]
            yield value


def _require[T](known: dict[str, T], key: str) -> T:
    if key not in known:
        raise NotFoundError("something chosen for the bundle is not in this case")
    return known[key]


def _of[T](entity: type[T], entries: Iterable[object]) -> tuple[T, ...]:
    return tuple(each for each in entries if isinstance(each, entity))
