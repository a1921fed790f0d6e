"""Disclosures: which records and exhibits a recipient gets, on which ground, and what stays outside."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import (
    Disclosure,
    ScopeReason,
    Selection,
)
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, DisclosureId, ExhibitId, InstrumentId, InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import Originality
from thb_desktop.errors import (
    BasisMissingError,
    DisclosureItemError,
    NotFoundError,
    NotSignedYetError,
    ReasonMissingError,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import lists, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureDraft:
    """What is asked of a version. interview_ids, exhibit_ids: None for all that the selection allows."""

    recipient: str
    purpose: str
    instrument_id: InstrumentId | None = None
    basis: str = ""
    interview_ids: tuple[InterviewId, ...] | None = None
    exhibit_ids: tuple[ExhibitId, ...] | None = None
    selection: Selection = field(default_factory=Selection)


@permitted(Right.PREPARE_BUNDLES)
def draw_up(session: Session, case_id: CaseId, draft: DisclosureDraft) -> Disclosure:
    """Record which signed records and which exhibits a recipient gets, and on which ground.

    Raises ReasonMissingError, BasisMissingError, NotFoundError, NotSignedYetError for a chosen draft,
    DisclosureItemError for a chosen item outside the selection.
    """
    if is_blank(draft.recipient) or is_blank(draft.purpose):
        raise ReasonMissingError("a version says for whom it is, and for what")
    if draft.instrument_id is None and is_blank(draft.basis):
        raise BasisMissingError("a version rests on a request, or says on what else")
    if draft.instrument_id is not None:
        instrument = registry.INSTRUMENT.find(session.read, draft.instrument_id)
        if instrument is None or instrument.case_id != case_id or instrument.struck:
            raise NotFoundError("there is no such instrument in this case")
    held, taken = _chosen(session.read, case_id, draft)
    with session.work() as work:
        disclosure = Disclosure(
            id=DisclosureId(work.new_id()),
            case_id=case_id,
            number=f"D-{len(registry.DISCLOSURE.where(session.read, 'case_id', case_id)) + 1:03}",
            recipient=draft.recipient.strip(),
            purpose=draft.purpose.strip(),
            drawn_by=session.user.id,
            at=work.at,
            instrument_id=draft.instrument_id,
            basis=draft.basis.strip(),
            interview_ids=held,
            exhibit_ids=taken,
            person_ids=draft.selection.person_ids,
            since=draft.selection.since,
            until=draft.selection.until,
            territory=draft.selection.territory,
        )
        work.save(disclosure)
        work.record(disclosure.id, VaultAction.DISCLOSURE_DRAWN_UP, disclosure.purpose)
    return disclosure


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.CASE)
def list_disclosures(session: Session, case_id: CaseId) -> tuple[Disclosure, ...]:
    """List the versions of a case, in the order of their numbers."""
    return registry.DISCLOSURE.where(session.read, "case_id", case_id)


def disclosure_in(connection: Connection, case_id: CaseId, disclosure_id: DisclosureId) -> Disclosure:
    """Return a version of this case. Raises NotFoundError."""
    disclosure = registry.DISCLOSURE.find(connection, disclosure_id)
    if disclosure is None or disclosure.case_id != case_id:
        raise NotFoundError("there is no such version in this case")
    return disclosure


def _chosen(
    connection: Connection, case_id: CaseId, draft: DisclosureDraft
) -> tuple[tuple[InterviewId, ...], tuple[ExhibitId, ...]]:
    interviews, exhibits = signed_and_standing(connection, case_id)
    refused = refusals_of(connection, draft.selection, (*interviews, *exhibits))
    held = _picked(draft.interview_ids, interviews, refused)
    if draft.exhibit_ids is not None:  # that no chosen record names an exhibit does not forbid to choose it
        refused = {key: each for key, each in refused.items() if each is not ScopeReason.OTHER_PERSON}
    taken = _picked(draft.exhibit_ids, exhibits, refused)
    return tuple(each.id for each in held), tuple(each.id for each in taken)


def _picked[Item: (Interview, Exhibit)](
    chosen: Sequence[str] | None, items: Sequence[Item], refused: dict[str, ScopeReason]
) -> tuple[Item, ...]:
    if chosen is None:
        return tuple(each for each in items if each.id not in refused)
    known = {str(each.id): each for each in items}
    if unknown := [each for each in chosen if each not in known]:
        raise NotSignedYetError(f"{len(unknown)} of the chosen are no signed record or exhibit of this case")
    if outside := tuple(known[each].number for each in chosen if each in refused):
        raise DisclosureItemError("outside the persons, the period or the territory", outside)
    return tuple(each for each in items if each.id in chosen)


def signed_and_standing(
    connection: Connection, case_id: CaseId
) -> tuple[tuple[Interview, ...], tuple[Exhibit, ...]]:
    """Return what of a case can go into a version: signed records, and exhibits that were not struck out.

    A masked copy goes into the version alone for which it was made.
    """
    interviews = registry.INTERVIEW.where(connection, "case_id", case_id)
    exhibits = lists.exhibits_of(connection, lists.Stretch(case_id=case_id))
    derived = [each.id for each in exhibits if each.originality is Originality.REDACTED_VERSION]
    copies = {each.exhibit_id for each in registry.MASKED_COPY.among(connection, "exhibit_id", derived)}
    return (
        tuple(each for each in interviews if each.is_signed),
        tuple(each for each in exhibits if not (each.struck or each.id in copies)),
    )


def refusals_of(
    connection: Connection, selection: Selection, items: Sequence[Interview | Exhibit]
) -> dict[str, ScopeReason]:
    """Return by id why items are outside the selection.

    The country of a record is that of its authority, and that of an exhibit the one of the authority whose
    official collected it. An exhibit belongs to the persons whose records inside the selection name it.
    """
    found: dict[str, ScopeReason] = {}
    named = _named_in_records(connection, selection, items)
    for each in items:
        if isinstance(each, Interview):
            reason = _refused_record(connection, selection, each)
        else:
            official = registry.OFFICIAL.find(connection, each.collected_by)
            reason = selection.refuses(
                persons=selection.person_ids if each.number in named else (),
                day=PartialDate.of(each.collected_at.date()),
                country=_country(connection, official.authority_id if official else None),
            )
        if reason is not None:
            found[each.id] = reason
    return found


def _refused_record(connection: Connection, selection: Selection, record: Interview) -> ScopeReason | None:
    return selection.refuses(
        persons=(record.person_id,), day=record.day, country=_country(connection, record.authority_id)
    )


def _named_in_records(
    connection: Connection, selection: Selection, items: Sequence[Interview | Exhibit]
) -> frozenset[str]:
    """Return the numbers of exhibits that the signed records inside the selection name or show."""
    if not selection.person_ids:
        return frozenset()
    cases = {each.case_id for each in items}
    held = registry.INTERVIEW.among(connection, "person_id", selection.person_ids)
    records = [
        each.id
        for each in held
        if each.is_signed and each.case_id in cases and _refused_record(connection, selection, each) is None
    ]
    turns = registry.SEGMENT.among(connection, "interview_id", records)
    return frozenset(number for each in turns for number in (*each.marks, each.pointed_at) if number)


def _country(connection: Connection, authority_id: str | None) -> str:
    authority = registry.AUTHORITY.find(connection, authority_id) if authority_id else None
    return authority.country if authority else ""
