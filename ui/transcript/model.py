"""The open account: typed text is a draft until it is saved; segments can be reordered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.ids import InterpreterId, RowId, SegmentId
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull, behind
from thb_desktop.domain.relays import relay_languages
from thb_desktop.domain.segment import Certification, Draft
from thb_desktop.domain.vocabulary import InterviewState, RenderingKind, RenderingState, SpeakerRole
from thb_desktop.errors import ThbError, WrongPassphraseError
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import certifications, records, renderings, segment_drafts
from thb_desktop.services.testimony.mending import Turn
from ui.jobs import VaultJobs
from ui.language_work.at_desk import TypedKey
from ui.messages import sentence
from ui.topics import Topic
from ui.transcript.lines import FIRST, Line, conduct_of, lines_of
from ui.transcript.rows import At, SegmentsModel
from ui.transcript.saving import Certifies, certify, save_typed
from ui.transcript.segment_row import SegmentRow
from ui.transcript.states import CLOSED, is_plain_copy
from ui.view_model import ViewModel

KEEP_AFTER, TRY_AGAIN = 700, 2_000
"""Milliseconds from a key until the draft is saved, and until the next try after a failure."""
SEGMENTS = ("segments", "")
"""The drafts of segments, among all drafts."""


class TranscriptModel(ViewModel):
    """saved: a segment's row number. added: that of a turn that was added. turned: the record after a change
    of segments. kept: the draft was saved in the vault. certified: renderings were certified.
    certification_refused: whether because of the passphrase, and a sentence. proven: why the signature of a
    certification is not valid; empty if it is.
    """

    changes = Topic.TESTIMONY

    saved = Signal(int)
    added = Signal(int)
    turned = Signal(object)
    kept = Signal()
    certified = Signal()
    certification_refused = Signal(bool, str)
    proven = Signal(str)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.segments = SegmentsModel(self)
        self.record: InterviewInFull | None = None
        self.language = ""
        """Of the right side."""
        self._middles: tuple[str, ...] = ()
        self.called: Mapping[str, str] = {}
        """The names of officials and interpreters by id."""
        self.named: Callable[[], Mapping[str, str]] = dict
        """Returns the words of exhibits by id."""
        self._drafts: dict[tuple[SegmentId, str], str] = {}
        self._unkept: dict[tuple[SegmentId, str], str] = {}
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._rest.timeout.connect(self.keep_drafts)

    def show(self, record: InterviewInFull | None, drafts: Sequence[Draft] = (), *, can_edit: bool) -> None:
        """Show this record, with its drafts."""
        self.record = record
        self._drafts = {(draft.segment_id, draft.language): draft.text for draft in drafts}
        offered = self.languages()
        if self.language not in offered:
            self.language = offered[0] if offered else ""
        self.segments.can_edit = can_edit
        self._fill()

    def append(self, turn: Turn) -> None:
        """Show a turn that was added behind the last one; nothing else is read or shown again."""
        if self.record is None or turn.segment.interview_id != self.record.interview.id:
            return
        last = self.record.segments[-1] if self.record.segments else None
        full = behind(last, turn.segment, turn.renderings)
        self.record = replace(self.record, segments=(*self.record.segments, full))
        row = self._row(full)
        if last is None:
            row = replace(row, above=self._lines().get(FIRST, ()))
        self.segments.append(row)
        self.added.emit(len(self.segments.rows) - 1)

    def show_rows_of_record(self, record: InterviewInFull) -> None:
        """Show this state of the open record: another act changed it."""
        if self.record is not None and record.interview.id == self.record.interview.id:
            self.record = record
            self._fill()
            self.turned.emit(record)

    def replace_turn(self, turn: Turn) -> None:
        """Show a turn that an act changed; an editor that is open on it stays open."""
        number = self.segments.row_of(turn.segment.id)
        if self.record is None or number < 0:
            return
        row = self.segments.rows[number]
        full = replace(row.full, segment=turn.segment, renderings=turn.renderings)
        self.record = replace(
            self.record,
            segments=tuple(full if each is row.full else each for each in self.record.segments),
        )
        self.segments.replace_row(number, replace(row, full=full))

    def show_timeline(self, record: InterviewInFull) -> None:
        """Show events that were added; the turns stay as they are."""
        self.record = record
        lines = self._lines()
        for number, row in enumerate(self.segments.rows):
            above = lines.get(FIRST, ()) if number == 0 else ()
            below = (*conduct_of(row.segment), *lines.get(row.segment.id, ()))
            if (row.above, row.below) != (above, below):
                self.segments.replace_row(number, replace(row, above=above, below=below))

    def languages(self) -> list[str]:
        """The possible languages of the right side: that of the procedure, then the existing ones."""
        if self.record is None:
            return []
        interview = self.record.interview
        found = [interview.procedure_language]
        for full in self.record.segments:
            found += [full.segment.language, *(each.language for each in full.renderings)]
        shown = (interview.language, *relay_languages(self.record)[:1])
        return [tag for tag in dict.fromkeys(found) if tag and tag not in shown]

    def show_language(self, tag: str) -> None:
        """Show this language on the right side."""
        self.keep_drafts()
        self.language = tag
        self._fill()

    def type(self, number: int, column: At, typed: str) -> None:
        """Take the text being typed; it is saved as a draft after a short pause."""
        row = self.segments.rows[number]
        key = (row.segment.id, self.segments.tag_at(row, column))
        self.segments.keep_typed(number, column, typed)
        self._drafts[key] = self._unkept[key] = typed
        if not self._rest.isActive():
            # It is not put off by the next key: who types without a pause loses no more than others.
            self._rest.start(KEEP_AFTER)

    @property
    def holds_drafts(self) -> bool:
        """Whether the open record has unsaved text."""
        return bool(self._drafts)

    def keep_drafts(self) -> None:
        """Save what was typed since in the vault, encrypted, as drafts."""
        self._rest.stop()
        if not self._unkept:
            self.jobs.unkept.pop(SEGMENTS, None)
            return
        waiting, self._unkept = self._unkept, {}

        def work(session: Session) -> None:
            for (segment_id, language), typed in waiting.items():
                segment_drafts.save_draft(session, segment_id, language, typed)

        refuse = partial(self._keep_again, waiting)
        self.jobs.keep(SEGMENTS, work, then=self.kept.emit, refused=refuse)

    def _keep_again(self, waiting: dict[tuple[SegmentId, str], str], error: ThbError) -> None:
        """Try again, unless newer text was typed there."""
        self._unkept = waiting | self._unkept
        self._rest.start(TRY_AGAIN)
        self.refuse(error)

    def asks_kind(self, number: int) -> bool:
        """Whether to ask what a new rendering of this segment is: only what was said on the spot is saved."""
        if not self.segments.is_draft or number >= len(self.segments.rows):
            return False
        row = self.segments.rows[number]
        return any(
            language != row.segment.language and row.side(language).rendering is None
            for language in row.typed
        )

    def save(self, number: int, kind: RenderingKind = RenderingKind.TRANSLATION) -> None:
        """Save the typed text of a segment: its original while the record is a draft, and its renderings.

        kind: of a new rendering (see `asks_kind`); a new translation is refused. It has no author until
        somebody names one.
        """
        row = self.segments.rows[number]
        typed = dict(row.typed)
        if not typed:
            self.saved.emit(number)
            return
        # Else the pause that ends meanwhile would keep as a draft what is saved already.
        waiting = {key: self._unkept.pop(key) for key in [*self._unkept] if key[0] == row.segment.id}

        def work(session: Session) -> InterviewInFull:
            save_typed(session, row, typed, kind)
            return records.get_undigested(session, row.segment.interview_id)

        def done(record: InterviewInFull) -> None:
            for language, text in typed.items():
                # What was typed since the request is not saved yet, and the save deleted the draft.
                key = (row.segment.id, language)
                if self._drafts.get(key) == text:
                    self._drafts.pop(key)
                    self._unkept.pop(key, None)
                elif key in self._drafts:
                    self._unkept[key] = self._drafts[key]
                    self._rest.start(KEEP_AFTER)
            self._take(record, row.segment.id)
            self.saved.emit(number)

        self.jobs.run(self, work, then=done, refused=partial(self._keep_again, waiting))

    def discard(self, number: int) -> None:
        """Discard the unsaved text of a segment and show the saved one."""
        row = self.segments.rows[number]
        keys = [(row.segment.id, language) for language in row.typed]
        for key in keys:
            self._drafts.pop(key, None)
            self._unkept.pop(key, None)

        def work(session: Session) -> None:
            for segment_id, language in keys:
                segment_drafts.discard_draft(session, segment_id, language)

        self.jobs.run(self, work, refused=self.refuse)
        self.segments.replace_row(number, replace(row, typed={}))

    def set_state(self, rendering_id: RowId, state: RenderingState) -> None:
        """Set the state of a rendering; its text, author and original stay."""
        self.change(lambda session: renderings.set_rendering_state(session, rendering_id, state))

    def set_checked(self, chosen: Sequence[RowId]) -> None:
        """Set that their author checked these renderings of the open record, in one act."""
        if self.record is not None:
            of, checked = self.record.interview.id, RenderingState.SELF_CHECKED
            self.change(lambda session: renderings.set_states(session, of, chosen, checked))

    def set_author(self, rendering_id: RowId, author: InterpreterId | None) -> None:
        """Set the author of a rendering."""
        self.change(lambda session: renderings.set_rendering_author(session, rendering_id, author))

    def confirm(self, rendering_id: RowId) -> None:
        """Record that a superseded rendering was compared with the present original, and is still right."""
        self.change(lambda session: renderings.confirm_rendering_against_source(session, rendering_id))

    def certify(self, given: Certifies, key: TypedKey) -> None:
        """Let the linguist certify their renderings. key: what they typed to open theirs."""

        def refuse(error: ThbError) -> None:
            self.certification_refused.emit(isinstance(error, WrongPassphraseError), sentence(error))

        self.change(
            lambda session: certify(session, given, key),
            then=self.certified.emit,
            refused=refuse,
        )

    def prove(self, certification: Certification) -> None:
        """Verify the signature of a certification."""
        self.jobs.run(
            self,
            lambda session: certifications.verify_certification(session, certification),
            then=lambda _: self.proven.emit(""),
            refused=lambda error: self.proven.emit(sentence(error)),
        )

    def change(
        self,
        work: Callable[[Session], object],
        *,
        then: Callable[[], None] = lambda: None,
        refused: Callable[[ThbError], None] | None = None,
    ) -> None:
        """Change segments, and show the resulting record. refused: handles a refusal instead of the page."""
        if self.record is None:
            return
        self.keep_drafts()
        interview_id = self.record.interview.id

        def change(session: Session) -> InterviewInFull:
            work(session)
            return records.get_undigested(session, interview_id)

        def done(record: InterviewInFull) -> None:
            self.show_rows_of_record(record)
            then()

        self.write(change, done, refused=refused)

    def _fill(self) -> None:
        if self.record is None:
            self.segments.show_rows((), left="", right="")
            return
        interview, record = self.record.interview, self.record
        self.segments.present = {each.id: each.name for each in record.presences}
        lead = self.called.get(interview.lead_interviewer_id or "", "")
        self.segments.usual = {SpeakerRole.PERSON_HEARD: record.person.code, SpeakerRole.INTERVIEWER: lead}
        self.segments.is_of_file = self.language == interview.procedure_language
        self.segments.is_draft = interview.state is InterviewState.DRAFT
        self.segments.is_closed = interview.state in CLOSED
        self._middles = tuple(each for each in relay_languages(record) if each != self.language)
        lines = self._lines()
        self.segments.file = "" if is_plain_copy(record) else interview.procedure_language
        rows = [self._row(full, lines) for full in record.segments]
        if rows:
            rows[0] = replace(rows[0], above=lines.get(FIRST, ()))
        self.segments.show_rows(
            rows,
            left=interview.language,
            middles=self._middles,
            right="" if is_plain_copy(record) else self.language,
            linguists={each.id: each.name for each in self.record.interpreters},
        )

    def _lines(self) -> Mapping[SegmentId, tuple[Line, ...]]:
        return lines_of(self.record, self.named()) if self.record is not None else {}

    def _row(
        self, full: SegmentInFull, lines: Mapping[SegmentId, tuple[Line, ...]] | None = None
    ) -> SegmentRow:
        record = self.record
        return SegmentRow(
            full=full,
            rectified_by=record.rectified_by(full.segment) if record is not None else (),
            corrections=record.corrections_of(full.segment) if record is not None else (),
            typed=self._typed_in(full) if self._drafts else {},
            below=(*conduct_of(full.segment), *(lines or {}).get(full.segment.id, ())),
        )

    def _typed_in(self, full: SegmentInFull) -> Mapping[str, str]:
        """Return the drafts of a turn, by language."""
        languages = {*self.segments.languages, self.language, full.segment.language, *self._middles}
        if self.record is not None:
            languages.add(self.record.interview.language)
        return {
            language: self._drafts[full.segment.id, language]
            for language in languages
            if (full.segment.id, language) in self._drafts
        }

    def _take(self, record: InterviewInFull, segment_id: SegmentId) -> None:
        if self.record is None or record.interview.id != self.record.interview.id:
            return
        self.record = record
        number = self.segments.row_of(segment_id)
        full = next((full for full in record.segments if full.segment.id == segment_id), None)
        if number >= 0 and full is not None:
            shown = self.segments.rows[number]
            row = replace(self._row(full), above=shown.above, below=shown.below)
            self.segments.replace_row(number, row)
        self.turned.emit(record)
