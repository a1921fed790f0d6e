"""Disclosures: a version for a recipient is drawn up, and words are masked in it or shown again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.disclosure import (
    CONTENT,
    Disclosure,
    Redaction,
    ScopeReason,
    Selection,
    fields_in,
    may_be_redacted,
    occurrences,
    standing,
    text_in,
)
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, DisclosureId, ExhibitId, InstrumentId, InterviewId, RowId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.errors import (
    BasisMissingError,
    DisclosureItemError,
    NotFoundError,
    NotSignedYetError,
    ReasonMissingError,
    RedactionOverError,
    RedactionPlaceError,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import lists, registry
from thb_desktop.vault.tables.registry import table_named


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Why something is masked, and which authority ordered it."""

    reason: RedactionReason
    ordered_by: str


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


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def list_redactions(session: Session, disclosure_id: DisclosureId) -> tuple[Redaction, ...]:
    """List what is masked in a version, in the order of entry, without what was withdrawn."""
    return redactions_of(session.read, disclosure_id)


def redactions_of(connection: Connection, disclosure_id: DisclosureId) -> tuple[Redaction, ...]:
    """Return the redactions of a version that stand."""
    return standing(registry.REDACTION.where(connection, "disclosure_id", disclosure_id))


def disclosure_in(connection: Connection, case_id: CaseId, disclosure_id: DisclosureId) -> Disclosure:
    """Return a version of this case. Raises NotFoundError."""
    disclosure = registry.DISCLOSURE.find(connection, disclosure_id)
    if disclosure is None or disclosure.case_id != case_id:
        raise NotFoundError("there is no such version in this case")
    return disclosure


@permitted(Right.PREPARE_BUNDLES)
def redact_words(
    session: Session,
    disclosure_id: DisclosureId,
    *,
    entity: str,
    row: str,
    field: str,
    start: int,
    end: int,
    order: Order,
) -> Redaction:
    """Mask words of a text in a version: these code points of it, grown to whole characters.

    entity, row, field: the table, the id and the field of the text, for example `segment`, `source_text`.
    Raises NotFoundError for a row that is not in the version, RedactionPlaceError where no words can be
    masked or some are already,
    AnchorMismatchError for a place that is not in the text, ReasonMissingError without who ordered it.
    """
    held = _row(session.read, disclosure_id, entity, row)
    if not may_be_redacted(entity, field) or field == CONTENT:
        raise RedactionPlaceError("words in this field cannot be masked")
    anchor = Anchor.of_text(row, text_in(held, field), start, end)
    for each in redactions_of(session.read, disclosure_id):
        same = (each.entity, each.row, each.field) == (entity, row, field)
        if same and each.anchor.overlaps(anchor):
            raise RedactionPlaceError("some of these words are masked already")
    return _redacted(session, disclosure_id, (entity, field), anchor, order)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def redact_everywhere(
    session: Session, disclosure_id: DisclosureId, words: str, order: Order
) -> tuple[Redaction, ...]:
    """Mask these words wherever they stand by themselves in what can be masked of a version.

    Capitals do not matter, accents do. What is masked already stays so. Raises NotFoundError for an unknown
    version, ReasonMissingError without words or without who ordered it.
    """
    disclosure = registry.DISCLOSURE.find(session.read, disclosure_id)
    if disclosure is None:
        raise NotFoundError("there is no such version in this vault")
    if is_blank(words) or is_blank(order.ordered_by):
        raise ReasonMissingError("a redaction says which words, and who ordered it")
    taken: dict[tuple[str, str], list[Anchor]] = {}
    for each in redactions_of(session.read, disclosure_id):
        taken.setdefault((each.row, each.field), []).append(each.anchor)
    with session.work() as work:
        made = tuple(
            _new(session, work, (disclosure_id, entity, name), anchor, order)
            for entity, row, name, text in _maskable(session.read, disclosure)
            for anchor in occurrences(row, text, words.strip())
            if not any(anchor.overlaps(other) for other in taken.get((row, name), ()))
        )
        if made:
            work.save(*made)
            work.record(disclosure_id, VaultAction.REDACTION_MADE, order.reason)
    return made


def _maskable(connection: Connection, disclosure: Disclosure) -> Iterator[tuple[str, str, str, str]]:
    """Return what can be masked of a version: the table, the id of the row, its field, and the text."""
    for interview in disclosure.interview_ids:
        turns = registry.SEGMENT.where(connection, "interview_id", interview)
        rows: list[tuple[str, object]] = [("segment", each) for each in turns]
        rows += [
            ("rendering", each)
            for each in registry.RENDERING.among(connection, "segment_id", [turn.id for turn in turns])
        ]
        rows += [
            ("read_back_correction", each)
            for each in registry.READ_BACK_CORRECTION.where(connection, "interview_id", interview)
        ]
        yield from _texts_of(rows)
    for exhibit in disclosure.exhibit_ids:
        found = registry.EXHIBIT.find(connection, exhibit)
        files = registry.EXHIBIT_FILE.where(connection, "exhibit_id", exhibit)
        yield from _texts_of([("exhibit", found), *(("exhibit_file", each) for each in files)])


def _texts_of(rows: Iterable[tuple[str, object]]) -> Iterator[tuple[str, str, str, str]]:
    for entity, row in rows:
        for name in fields_in(entity, row):
            if text := text_in(row, name):
                yield entity, str(getattr(row, "id", "")), name, text


@permitted(Right.PREPARE_BUNDLES)
def redact_content(
    session: Session,
    disclosure_id: DisclosureId,
    anchor: Anchor,
    order: Order,
) -> Redaction:
    """Withhold a part of the content of a file: of a page, of a recording, or a row of it.

    The file then stays in the office: it leaves as a masked copy alone. Raises NotFoundError for a file that
    is not in the version, RedactionPlaceError for a place in words or in other content than the file has,
    ReasonMissingError.
    """
    file = _row(session.read, disclosure_id, "exhibit_file", anchor.of)
    if anchor.kind is AnchorKind.TEXT or anchor.digest != file.sha256:  # type: ignore[attr-defined]  # it is a file
        raise RedactionPlaceError("this names no place in the content of the file as it is")
    return _redacted(session, disclosure_id, ("exhibit_file", CONTENT), anchor, order)


@permitted(Right.PREPARE_BUNDLES)
def withdraw_redaction(session: Session, redaction_id: RowId, because: str) -> Redaction:
    """Show again what was masked in a version.

    Raises NotFoundError, ReasonMissingError, RedactionOverError.
    """
    redaction = registry.REDACTION.find(session.read, redaction_id)
    if redaction is None or redaction.withdraws_id is not None:
        raise NotFoundError("there is no such redaction in this vault")
    if is_blank(because):
        raise ReasonMissingError("a redaction is withdrawn for a reason")
    if redaction not in redactions_of(session.read, redaction.disclosure_id):
        raise RedactionOverError("this redaction was withdrawn already")
    with session.work() as work:
        ended = replace(
            redaction,
            id=RowId(work.new_id()),
            by=session.user.id,
            at=work.at,
            withdraws_id=redaction.id,
            because=because.strip(),
        )
        work.save(ended)
        work.record(redaction.disclosure_id, VaultAction.REDACTION_WITHDRAWN, ended.because)
    return ended


def _redacted(
    session: Session,
    disclosure_id: DisclosureId,
    where: tuple[str, str],
    anchor: Anchor,
    order: Order,
) -> Redaction:
    if is_blank(order.ordered_by):
        raise ReasonMissingError("a redaction says who ordered it")
    with session.work() as work:
        redaction = _new(session, work, (disclosure_id, *where), anchor, order)
        work.save(redaction)
        work.record(disclosure_id, VaultAction.REDACTION_MADE, order.reason)
    return redaction


def _new(
    session: Session, work: UnitOfWork, where: tuple[DisclosureId, str, str], anchor: Anchor, order: Order
) -> Redaction:
    """where: the version, the table and the field."""
    version, entity, name = where
    return Redaction(
        id=RowId(work.new_id()),
        disclosure_id=version,
        entity=entity,
        field=name,
        anchors=(anchor,),
        reason=order.reason,
        ordered_by=order.ordered_by.strip(),
        by=session.user.id,
        at=work.at,
    )


def _row(connection: Connection, disclosure_id: DisclosureId, entity: str, row: str) -> object:
    """Return a row of an item that is in the version. Raises NotFoundError, RedactionPlaceError."""
    disclosure = registry.DISCLOSURE.find(connection, disclosure_id)
    if disclosure is None:
        raise NotFoundError("there is no such version in this vault")
    if not any(may_be_redacted(entity, each) for each in ("source_text", "text", "after", "titles", "name")):
        raise RedactionPlaceError("words in this table cannot be masked")
    held = table_named(entity).find(connection, row)
    own = held
    if entity == "rendering" and held is not None:
        own = registry.SEGMENT.find(connection, held.segment_id)  # type: ignore[attr-defined]  # a rendering
    record, exhibit = getattr(own, "interview_id", ""), getattr(own, "exhibit_id", row)
    if own is None or not (record in disclosure.interview_ids or exhibit in disclosure.exhibit_ids):
        raise NotFoundError("this is not in the version")
    return held


def _chosen(
    connection: Connection, case_id: CaseId, draft: DisclosureDraft
) -> tuple[tuple[InterviewId, ...], tuple[ExhibitId, ...]]:
    interviews, exhibits = signed_and_standing(connection, case_id)
    refused = refusals_of(connection, draft.selection, (*interviews, *exhibits))
    held = _picked(draft.interview_ids, interviews, refused)
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
    """Return what of a case can go into a version: signed records, and exhibits that were not struck out."""
    interviews = registry.INTERVIEW.where(connection, "case_id", case_id)
    exhibits = lists.exhibits_of(connection, lists.Stretch(case_id=case_id))
    return (
        tuple(each for each in interviews if each.is_signed),
        tuple(each for each in exhibits if not each.struck),
    )


def refusals_of(
    connection: Connection, selection: Selection, items: Sequence[Interview | Exhibit]
) -> dict[str, ScopeReason]:
    """Return by id why items are outside the selection.

    The country of a record is that of its authority, and that of an exhibit the one of the authority whose
    official collected it.
    """
    found: dict[str, ScopeReason] = {}
    for each in items:
        if isinstance(each, Interview):
            reason = selection.refuses(
                person=each.person_id, day=each.day, country=_country(connection, each.authority_id)
            )
        else:
            official = registry.OFFICIAL.find(connection, each.collected_by)
            reason = selection.refuses(
                person=None,
                day=PartialDate.of(each.collected_at.date()),
                country=_country(connection, official.authority_id if official else None),
            )
        if reason is not None:
            found[each.id] = reason
    return found


def _country(connection: Connection, authority_id: str | None) -> str:
    authority = registry.AUTHORITY.find(connection, authority_id) if authority_id else None
    return authority.country if authority else ""
