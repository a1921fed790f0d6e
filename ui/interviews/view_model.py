"""The interviews of a case, and the record that is open: what is typed is a draft until it is saved."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.bundle import InterviewInFull, SegmentInFull
from thb_desktop.domain.case import Authority, CaseFile
from thb_desktop.domain.ids import CaseId, InterviewId, SegmentId
from thb_desktop.domain.interview import Draft, Interview, Rendering
from thb_desktop.domain.people import Interpreter, Official, Person
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import (
    InterviewState,
    RenderingKind,
    RenderingState,
    SourceCapture,
    SpeakerRole,
    UtteranceKind,
)
from thb_desktop.errors import ThbError
from ui.interviews.segments import At, SegmentRow, SegmentsModel
from ui.jobs import VaultJobs
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.casework.interviews import Formalities, ReadBack
    from thb_desktop.services.core.session import Session

NEW_SEGMENT = "add-segment"
"""The form in which the next turn is typed."""
KEEP_AFTER, TRY_AGAIN = 700, 2_000
"""Milliseconds of rest after which what was typed is kept as a draft; and again, where that failed."""
SEGMENTS = ("segments", "")
"""What is typed in records, among all that is typed."""
CLOSED = frozenset((InterviewState.SIGNED, InterviewState.SUPPLEMENTED, InterviewState.ANNULLED_BY_DECISION))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRecord:
    """The record on screen, with the drafts that were found for it.

    unadded: whether the next turn is typed and not added yet.
    """

    record: InterviewInFull
    drafts: tuple[Draft, ...]
    unadded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who can have a part in an interview of the case."""

    persons: tuple[Person, ...]
    officials: tuple[Official, ...]
    interpreters: tuple[Interpreter, ...]
    authorities: tuple[Authority, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTurn:
    """A segment as it was typed; rendition: the interpreter's words in the language of the procedure."""

    speaker: SpeakerRole
    kind: UtteranceKind
    language: str
    source: str
    capture: SourceCapture
    rendition: str


class InterviewsViewModel(ViewModel):
    """listed: summaries. opened: an OpenRecord or None. saved: a segment's row number. refused: a sentence.

    kept: what was typed rests in the vault as a draft.
    """

    changes = Topic.TESTIMONY

    listed = Signal(object)
    opened = Signal(object)
    saved = Signal(int)
    kept = Signal()
    closed = Signal()
    parties = Signal(object)
    held = Signal(object)
    added = Signal(object)
    read_back_done = Signal()
    completed = Signal()
    rules_checked = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case: CaseFile | None = None
        self.segments = SegmentsModel(self)
        self.record: InterviewInFull | None = None
        self.language = ""
        self._drafts: dict[tuple[SegmentId, str], str] = {}
        self._unkept: dict[tuple[SegmentId, str], str] = {}
        self.unadded = False
        self.may_edit = False
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._rest.timeout.connect(self.keep_drafts)

    @property
    def is_closed(self) -> bool:
        return self.record is not None and self.record.interview.state in CLOSED

    @property
    def can_edit(self) -> bool:
        """Whether the open record may still be written, and by this user."""
        return self.may_edit and not self.is_closed

    def show_case(self, case: CaseFile | None) -> None:
        """Be about this case, and leave the record that was open."""
        self.keep_drafts()
        self.case = case
        self.record = None
        self.unadded = False
        self._drafts = {}
        self.opened.emit(None)
        self.listed.emit(())

    def reload(self) -> None:
        from thb_desktop.services.casework import interviews

        if self.case is None:
            self.listed.emit(())
            return
        case_id = self.case.id
        self.jobs.run(
            self,
            lambda session: interviews.list_interviews(session, case_id),
            then=self.listed.emit,
            refused=self.refuse,
        )

    def open(self, interview_id: InterviewId) -> None:
        """Open a record with its drafts."""
        self.keep_drafts()
        self.jobs.run(
            self, lambda session: _open(session, interview_id), then=self._show, refused=self.refuse
        )

    def languages(self) -> list[str]:
        """Languages the translation column can show: the file's, the procedure's, then those there are."""
        if self.record is None or self.case is None:
            return []
        found = [self.case.language, self.record.interview.procedure_language]
        for segment in self.record.segments:
            found += [rendering.language for rendering in segment.renderings]
        return [tag for tag in dict.fromkeys(found) if tag and tag != self.record.interview.language]

    def show_language(self, tag: str) -> None:
        """Let the translation column be in this language."""
        self.keep_drafts()
        self.language = tag
        self._fill()

    def type(self, number: int, column: At, typed: str) -> None:
        """Take what is being typed; it is kept as a draft after a short rest."""
        row = self.segments.rows[number]
        key = (row.segment.id, row.segment.language if column is At.ORIGINAL else self.language)
        self.segments.keep_typed(number, column, typed)
        self._drafts[key] = self._unkept[key] = typed
        self._rest.start(KEEP_AFTER)

    @property
    def holds_drafts(self) -> bool:
        """Whether something of the open record is typed and not saved."""
        return bool(self._drafts) or self.unadded

    def keep_drafts(self) -> None:
        """Put what was typed since into the vault, encrypted, as drafts."""
        self._rest.stop()
        if not self._unkept:
            self.jobs.unkept.pop(SEGMENTS, None)
            return
        from thb_desktop.services.casework import interviews

        waiting, self._unkept = self._unkept, {}

        def refuse(error: ThbError) -> None:
            """It is tried again, unless something newer was typed there."""
            self._unkept = waiting | self._unkept
            self._rest.start(TRY_AGAIN)
            self.refuse(error)

        def work(session: "Session") -> None:
            for (segment_id, language), typed in waiting.items():
                interviews.save_draft(session, segment_id, language, typed)

        self.jobs.keep(SEGMENTS, work, then=self.kept.emit, refused=refuse)

    def save(self, number: int, state: RenderingState | None = None) -> None:
        """Save a segment: the original while the record is a draft, and the translation with its state."""
        row = self.segments.rows[number]
        segment_id, language, source_language = row.segment.id, self.language, row.segment.language
        known = row.rendering.state if row.rendering else RenderingState.DRAFT
        chosen = state or known
        source, rendered = row.typed_source, row.typed
        changed = rendered is not None or (row.rendering is not None and chosen is not known)
        if source is None and not changed:
            self.saved.emit(number)
            return
        from thb_desktop.services.casework import interviews

        def work(session: "Session") -> InterviewInFull:
            if source is not None:
                interviews.set_source(session, segment_id, source)
            if changed:
                interviews.set_rendering(
                    session, segment_id, language=language, text=row.translation, state=chosen
                )
            return interviews.get_interview(session, row.segment.interview_id)

        def done(record: InterviewInFull) -> None:
            for key in ((segment_id, language), (segment_id, source_language)):
                self._drafts.pop(key, None)
                self._unkept.pop(key, None)
            self._take(record, segment_id)
            self.saved.emit(number)

        self.jobs.run(self, work, then=done, refused=self.refuse)

    def discard(self, number: int) -> None:
        """Give up what was typed on a segment and show what is saved."""
        row = self.segments.rows[number]
        keys = [(row.segment.id, self.language), (row.segment.id, row.segment.language)]
        for key in keys:
            self._drafts.pop(key, None)
            self._unkept.pop(key, None)
        from thb_desktop.services.casework import interviews

        def work(session: "Session") -> None:
            for segment_id, language in keys:
                interviews.discard_draft(session, segment_id, language)

        self.jobs.run(self, work, refused=self.refuse)
        self.segments.replace_row(number, replace(row, typed=None, typed_source=None))

    def ask_parties(self) -> None:
        """Who can have a part in an interview."""
        if self.case is not None:
            case_id = self.case.id
            self.read(lambda session: _parties(session, case_id), self.parties.emit)

    def hold(self, interview: Interview, formalities: "Formalities") -> None:
        """Begin a record, and open it."""
        from thb_desktop.services.casework import interviews

        def done(held: Interview) -> None:
            self.held.emit(held)
            self.reload()
            self.open(held.id)

        self.write(lambda session: interviews.hold_interview(session, interview, formalities), done)

    def add_segment(self, turn: NewTurn) -> None:
        """Add the next turn to the open record."""
        if self.record is None:
            return
        from thb_desktop.services.casework import interviews

        self.keep_drafts()
        interview = self.record.interview
        number = len(self.record.segments) + 1

        def work(session: "Session") -> OpenRecord:
            rendition = interviews.NewRendering(
                language=interview.procedure_language,
                text=turn.rendition,
                kind=RenderingKind.RENDITION,
                state=RenderingState.DRAFT,
                made_by=session.user.name,
            )
            interviews.add_segment(
                session,
                interview.id,
                label=str(number),
                speaker=turn.speaker,
                kind=turn.kind,
                language=turn.language,
                source_text=None if turn.capture is SourceCapture.NOT_CAPTURED else turn.source,
                capture=turn.capture,
                renderings=(rendition,) if turn.rendition else (),
            )
            return _open(session, interview.id)

        def done(opened: OpenRecord) -> None:
            # The turn is added: its draft is given up by the form in a moment.
            self._show(replace(opened, unadded=False))
            self.added.emit(opened)

        self.write(work, done)

    def read_back(self, outcome: "ReadBack", formalities: "Formalities") -> None:
        """Record how the open record was read back."""
        from thb_desktop.services.casework import interviews

        def work(session: "Session", interview_id: InterviewId) -> object:
            return interviews.read_back(session, interview_id, outcome, formalities)

        self._change_record(work, self.read_back_done.emit)

    def complete(self, header: Interview, formalities: "Formalities") -> None:
        """Add what was missing to the open record, which is not signed yet."""
        from thb_desktop.services.casework import interviews

        def work(session: "Session", interview_id: InterviewId) -> None:
            interviews.set_formalities(session, interview_id, formalities, header=header)

        self._change_record(work, self.completed.emit)

    def check_rules(self) -> None:
        """Ask what stands against signing the open record."""
        if self.record is None:
            return
        from thb_desktop.services.casework import interviews

        interview_id = self.record.interview.id
        self.read(lambda session: interviews.check_interview(session, interview_id), self.rules_checked.emit)

    def sign_record(self) -> None:
        """Sign the record into the event chain: from then on it is read, not written."""
        from thb_desktop.services.casework import interviews

        self._change_record(interviews.sign_interview, self.closed.emit)

    def _change_record(
        self, work: "Callable[[Session, InterviewId], object]", then: Callable[[], None]
    ) -> None:
        if self.record is None:
            return
        self.keep_drafts()
        interview_id = self.record.interview.id

        def change(session: "Session") -> OpenRecord:
            work(session, interview_id)
            return _open(session, interview_id)

        def done(opened: OpenRecord) -> None:
            self._show(opened)
            then()
            self.reload()

        self.write(change, done)

    def _show(self, opened: OpenRecord) -> None:
        self.record = opened.record
        self._drafts = {(draft.segment_id, draft.language): draft.text for draft in opened.drafts}
        self.unadded = opened.unadded
        offered = self.languages()
        if self.language not in offered:
            self.language = offered[0] if offered else ""
        self._fill()
        self.opened.emit(opened)

    def _fill(self) -> None:
        if self.record is None:
            self.segments.show_rows((), original="", language="")
            return
        interview: Interview = self.record.interview
        draft = interview.state is InterviewState.DRAFT
        columns = {At.TRANSLATION} | ({At.ORIGINAL} if draft else set())
        self.segments.open_columns = frozenset(columns) if self.can_edit else frozenset()
        self.segments.show_rows(
            [self._row(segment) for segment in self.record.segments],
            original=interview.language,
            language=self.language,
        )

    def _row(self, full: SegmentInFull) -> SegmentRow:
        segment = full.segment
        return SegmentRow(
            segment=segment,
            rendering=_in_language(full, self.language),
            typed=None
            if segment.language == self.language
            else self._drafts.get((segment.id, self.language)),
            typed_source=self._drafts.get((segment.id, segment.language)),
        )

    def _take(self, record: InterviewInFull, segment_id: SegmentId) -> None:
        if self.record is None or record.interview.id != self.record.interview.id:
            return
        self.record = record
        number = self.segments.row_of(segment_id)
        full = next((full for full in record.segments if full.segment.id == segment_id), None)
        if number >= 0 and full is not None:
            self.segments.replace_row(number, self._row(full))


def _open(session: "Session", interview_id: InterviewId) -> OpenRecord:
    from thb_desktop.services.casework import drafts, interviews

    typed = drafts.find_form(session, NEW_SEGMENT, interview_id) or {}
    edits = may(session.user.role, Right.EDIT_TESTIMONY)
    return OpenRecord(
        record=interviews.get_interview(session, interview_id),
        drafts=tuple(interviews.drafts_of(session, interview_id)) if edits else (),
        unadded=bool(typed.get("source") or typed.get("rendition")),
    )


def _in_language(full: SegmentInFull, language: str) -> Rendering | None:
    return next((found for found in full.renderings if found.language == language), None)


def _parties(session: "Session", case_id: CaseId) -> Parties:
    from thb_desktop.services.casework import cases, people

    return Parties(
        persons=people.list_persons(session, case_id),
        officials=people.list_officials(session, case_id),
        interpreters=people.list_interpreters(session, case_id),
        authorities=cases.list_authorities(session, case_id),
    )
