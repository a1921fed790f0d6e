"""Statements made elsewhere: begun from a file that prevails, taken over, and compared page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.elsewhere import STATEMENT_ELSEWHERE, StatementElsewhere
from thb_desktop.domain.ids import CaseId, FileId, InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.interview_times import verify_header
from thb_desktop.domain.page_comparisons import (
    PageComparison,
    SegmentPlace,
    is_wholly_compared,
    page_digest,
    placed,
)
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Segment, position_after, position_between
from thb_desktop.domain.vocabulary import InterviewState, SourceCapture, SpeakerRole, TakenWay, UtteranceKind
from thb_desktop.errors import (
    AnchorMismatchError,
    ComparisonMissingError,
    NotElsewhereError,
    NotFoundError,
    SealedApartError,
)
from thb_desktop.services.case_file.entries import verify_case_not_struck, verify_references
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import verify_file_stands
from thb_desktop.services.evidence.exhibit_files import get_file
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.services.testimony.records import require_draft, require_turn
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import form_drafts, lists, registry, turns
from thb_desktop.vault.tables.lists import CaseDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenTurn:
    """A turn to be taken over. anchors: where its words stand in the file, in the order of reading."""

    kind: UtteranceKind
    speaker: SpeakerRole
    text: str
    anchors: tuple[Anchor, ...]
    way: TakenWay


@permitted(Right.EDIT_TESTIMONY)
def list_documents(session: Session, case_id: CaseId) -> tuple[CaseDocument, ...]:
    """List the newest files of a case that may hold a statement, at most `lists.MOST_DOCUMENTS`."""
    return lists.documents_of(session.read, case_id)


@permitted(Right.EDIT_TESTIMONY)
def begin_statement(
    session: Session, interview: Interview, file_id: FileId, pages: int, said: Mapping[str, Any]
) -> Interview:
    """Begin the record of a statement made elsewhere, whose file prevails.

    pages: of the file, as the confined process read it. said: what the file says of how it was made
    (`STATEMENT_ELSEWHERE`). Raises NotFoundError for a file of another case, StruckOutError,
    SealedApartError, AlreadyExistsError (the number), and InterviewTimesError.
    """
    file = get_file(session, file_id)
    verify_file_stands(file)
    exhibit = standing_exhibit(session.read, file.exhibit_id)
    if exhibit.case_id != interview.case_id:
        raise NotFoundError("the file is not one of this case")
    if exhibit.is_secret:
        raise SealedApartError("what is sealed apart is not taken over")
    draft = replace(interview, state=InterviewState.DRAFT, record_digest="", lead_interviewer_id=None)
    verify_header(draft, now=session.clock.read().at)
    verify_case_not_struck(session.read, draft.case_id)
    verify_references(session.read, INTERVIEW, draft, draft.case_id)
    with session.work() as work:
        begun = replace(draft, id=InterviewId(work.new_id()), record_salt=work.new_salt())
        statement = StatementElsewhere(
            id=begun.id,
            exhibit_id=exhibit.id,
            file_id=file.id,
            sha256=file.sha256,
            pages=pages,
            **said,
        )
        work.save(begun, statement)
        work.record(begun.id, VaultAction.STATEMENT_BEGUN)
    return begun


@permitted(Right.EDIT_TESTIMONY)
def set_statement(session: Session, statement: StatementElsewhere) -> StatementElsewhere:
    """Change what is known of how a statement was made, until it was compared. Its file stays."""
    kept = _require(session, statement.id)
    fixed = {name: getattr(kept, name) for name in (*STATEMENT_ELSEWHERE.internal, "file_id")}
    changed = replace(statement, **fixed)
    with session.work() as work:
        work.save(changed)
        work.record(statement.id, VaultAction.STATEMENT_SET)
    return changed


@permitted(Right.EDIT_TESTIMONY)
def take_over(
    session: Session,
    interview_id: InterviewId,
    taken: Sequence[TakenTurn],
    *,
    behind: SegmentId | None = None,
    form: str = "",
) -> tuple[Segment, ...]:
    """Add turns with their places, in one act: one that was typed, or those of a page.

    behind: the turn after which they go; without it, at the end. form: whose draft they were. Raises
    AnchorMismatchError for a place in another file, RecordFrozenError, NotElsewhereError.
    """
    statement = _require(session, interview_id)
    for turn in taken:
        _verify_places(statement, turn.anchors)
    language = require_draft(session, interview_id).language
    added: list[Segment] = []
    with session.work() as work:
        position = _first_position(work.connection, interview_id, behind)
        following = _following(work.connection, interview_id, behind)
        for turn in taken:
            segment = Segment(
                id=SegmentId(work.new_id()),
                interview_id=interview_id,
                position=position,
                speaker=turn.speaker,
                kind=turn.kind,
                language=language,
                source_text=turn.text,
                capture=SourceCapture.TAKEN_OVER,
            )
            place = _place(RowId(work.new_id()), segment, turn.anchors, turn.way)
            work.save(segment, place)
            added.append(segment)
            position = position_between(position, following) if following else position_after(position)
        work.record(interview_id, VaultAction.TURNS_TAKEN_OVER)
        if form:
            form_drafts.discard(work.connection, form, interview_id, session.user.id)
    return tuple(added)


@permitted(Right.EDIT_TESTIMONY)
def set_place(
    session: Session, segment_id: SegmentId, anchors: tuple[Anchor, ...], way: TakenWay
) -> SegmentPlace:
    """Say again where the words of a turn stand in the file; the former place stays in the history."""
    segment = require_turn(session, segment_id)
    _verify_places(_require(session, segment.interview_id), anchors)
    with session.work() as work:
        place = _place(RowId(work.new_id()), segment, anchors, way)
        work.save(place)
        work.record(segment.interview_id, VaultAction.PLACE_SET)
    return place


@permitted(Right.EDIT_TESTIMONY)
def compare_page(session: Session, interview_id: InterviewId, page: int, *, seen: str) -> PageComparison:
    """Record that this user compared a page with what was taken over from it.

    seen: `page_digest` of what was on the screen. Raises ComparisonMissingError if something else stands
    there now, NotFoundError for a page that the file does not have.
    """
    statement = _require(session, interview_id)
    require_draft(session, interview_id)
    if not 1 <= page <= statement.pages:
        raise NotFoundError("the file has no such page")
    # A turn whose last place is on this page has one there: no other turn is read.
    told = {each.segment_id for each in lists.places_on_page(session.read, interview_id, page)}
    segments = registry.SEGMENT.among(session.read, "id", told)
    places = registry.SEGMENT_PLACE.among(session.read, "segment_id", told)
    digest = page_digest(placed(segments, places), page)
    if digest != seen:
        raise ComparisonMissingError("the page changed since it was shown; compare it again")
    with session.work() as work:
        compared = PageComparison(
            id=RowId(work.new_id()),
            interview_id=interview_id,
            page=page,
            digest=digest,
            compared_by=session.user.id,
            at=work.at,
        )
        work.save(compared)
        work.record(interview_id, VaultAction.PAGE_COMPARED)
    return compared


@permitted(Right.EDIT_TESTIMONY)
def finish_comparison(session: Session, interview_id: InterviewId) -> Interview:
    """State that the whole text was compared with the file: its words no longer change.

    From then on the record is signed as a copy (`interviews.sign_interview`). Raises ComparisonMissingError.
    """
    statement = _require(session, interview_id)
    interview = require_draft(session, interview_id)
    read = session.read
    segments = registry.SEGMENT.where(read, "interview_id", interview_id)
    places = registry.SEGMENT_PLACE.where(read, "interview_id", interview_id)
    comparisons = registry.PAGE_COMPARISON.where(read, "interview_id", interview_id)
    if not is_wholly_compared(statement.pages, segments, places, comparisons):
        raise ComparisonMissingError("not every page was compared with the file as it is now")
    with session.work() as work:
        ended = replace(interview, state=InterviewState.READ_BACK)
        work.save(ended)
        work.record(interview_id, VaultAction.STATEMENT_COMPARED)
    return ended


def _require(session: Session, interview_id: InterviewId) -> StatementElsewhere:
    statement = registry.STATEMENT_ELSEWHERE.find(session.read, interview_id)
    if statement is None:
        raise NotElsewhereError("the record is not of a statement made elsewhere")
    return statement


def _verify_places(statement: StatementElsewhere, untrusted: Sequence[Anchor]) -> None:
    if not untrusted:
        raise AnchorMismatchError("a turn names no place in the file")
    for anchor in untrusted:
        is_here = (anchor.of, anchor.digest) == (statement.file_id, statement.sha256)
        if not (is_here and anchor.kind is AnchorKind.PAGE and anchor.page <= statement.pages):
            raise AnchorMismatchError("a place is not in the file of this statement")


def _place(place_id: RowId, segment: Segment, anchors: tuple[Anchor, ...], way: TakenWay) -> SegmentPlace:
    return SegmentPlace(
        id=place_id,
        interview_id=segment.interview_id,
        segment_id=segment.id,
        page=min(each.page for each in anchors),
        anchors=anchors,
        way=way,
    )


def _following(connection: Connection, interview_id: InterviewId, behind: SegmentId | None) -> str:
    if behind is None:
        return ""
    segment = registry.SEGMENT.find(connection, behind)
    if segment is None or segment.interview_id != interview_id:
        raise NotFoundError("there is no such segment in this interview")
    return turns.position_behind(connection, segment)


def _first_position(connection: Connection, interview_id: InterviewId, behind: SegmentId | None) -> str:
    if behind is None:
        return position_after(turns.last_position(connection, interview_id))
    following = _following(connection, interview_id, behind)
    segment = registry.SEGMENT.find(connection, behind)
    position = segment.position if segment else ""
    return position_between(position, following) if following else position_after(position)
