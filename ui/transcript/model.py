"""The open account: typed text is a draft until it is saved; segments can be reordered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.crypto import passphrases
from thb_desktop.domain.ids import InterpreterId, RowId, SegmentId
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.segment import Certification, Draft, Rendering, Segment
from thb_desktop.domain.vocabulary import InterviewState, RenderingKind, RenderingState
from thb_desktop.errors import (
    CertificationError,
    ThbError,
    WrongCertifierPassphraseError,
    WrongPassphraseError,
)
from thb_desktop.services.casework import certifications, records, renderings, segment_drafts, segments
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from ui.jobs import VaultJobs
from ui.messages import sentence
from ui.transcript.rows import CLOSED, At, SegmentRow, SegmentsModel
from ui.view_model import ViewModel

KEEP_AFTER, TRY_AGAIN = 700, 2_000
"""Milliseconds without typing until the draft is saved, and until the next try after a failure."""
SEGMENTS = ("segments", "")
"""The drafts of segments, among all drafts."""


class TranscriptModel(ViewModel):
    """saved: a segment's row number. turned: the record after a change of segments. kept: the draft was saved
    in the vault. certified: renderings were certified. certification_refused: whether because of the
    passphrase, and a sentence. proven: why the signature of a certification is not valid; empty if it is.
    """

    saved = Signal(int)
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

    def languages(self) -> list[str]:
        """The possible languages of the right side: that of the procedure, then the existing ones."""
        if self.record is None:
            return []
        interview = self.record.interview
        found = [interview.procedure_language]
        for full in self.record.segments:
            found += [full.segment.language, *(each.language for each in full.renderings)]
        return [tag for tag in dict.fromkeys(found) if tag and tag != interview.language]

    def show_language(self, tag: str) -> None:
        """Show this language on the right side."""
        self.keep_drafts()
        self.language = tag
        self._fill()

    def type(self, number: int, column: At, typed: str) -> None:
        """Take the text being typed; it is saved as a draft after a short pause."""
        row = self.segments.rows[number]
        key = (row.segment.id, self.segments.language_at(column))
        self.segments.keep_typed(number, column, typed)
        self._drafts[key] = self._unkept[key] = typed
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

        def refuse(error: ThbError) -> None:
            """Try again, unless newer text was typed there."""
            self._unkept = waiting | self._unkept
            self._rest.start(TRY_AGAIN)
            self.refuse(error)

        def work(session: Session) -> None:
            for (segment_id, language), typed in waiting.items():
                segment_drafts.save_draft(session, segment_id, language, typed)

        self.jobs.keep(SEGMENTS, work, then=self.kept.emit, refused=refuse)

    def asks_kind(self, number: int) -> bool:
        """Whether to ask what a new rendering of this segment is: on the spot, or a written translation.

        After the reading back only a written translation can be added.
        """
        if not self.segments.is_draft or number >= len(self.segments.rows):
            return False
        row = self.segments.rows[number]
        return any(
            language != row.segment.language and row.side(language).rendering is None
            for language in row.typed
        )

    def save(self, number: int, kind: RenderingKind = RenderingKind.TRANSLATION) -> None:
        """Save the typed text of a segment: its original while the record is a draft, and its renderings.

        kind: of a new rendering (see `asks_kind`). It has no author until somebody names one.
        """
        row = self.segments.rows[number]
        typed = dict(row.typed)
        if not typed:
            self.saved.emit(number)
            return

        def work(session: Session) -> InterviewInFull:
            _save(session, row, typed, kind)
            return records.get_interview(session, row.segment.interview_id)

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

        self.jobs.run(self, work, then=done, refused=self.refuse)

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
        self._turn(lambda session: renderings.set_rendering_state(session, rendering_id, state))

    def set_author(self, rendering_id: RowId, author: InterpreterId | None) -> None:
        """Set the author of a rendering."""
        self._turn(lambda session: renderings.set_rendering_author(session, rendering_id, author))

    def confirm(self, rendering_id: RowId) -> None:
        """Record that a superseded rendering was compared with the present original, and is still right."""
        self._turn(lambda session: renderings.confirm_rendering_against_source(session, rendering_id))

    def certify(self, chosen: Sequence[Rendering], linguist: Interpreter, statement: str, typed: str) -> None:
        """Let the linguist certify their renderings. typed: their passphrase."""

        def refuse(error: ThbError) -> None:
            self.certification_refused.emit(isinstance(error, WrongPassphraseError), sentence(error))

        self._turn(
            lambda session: _certify(session, chosen, linguist, statement, typed),
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

    def change_turn(self, segment: Segment) -> None:
        """Change the speaker, kind, language or place of a segment in a draft."""
        self._turn(lambda session: segments.change_segment(session, segment))

    def split(self, segment_id: SegmentId, at: int) -> None:
        self._turn(lambda session: segments.split_segment(session, segment_id, at=at))

    def join(self, first: SegmentId, second: SegmentId, reason: str) -> None:
        self._turn(lambda session: segments.join_segments(session, first, second, reason=reason))

    def move(self, segment_id: SegmentId, before: SegmentId | None) -> None:
        self._turn(lambda session: segments.move_segment(session, segment_id, before=before))

    def strike(self, segment_id: SegmentId, reason: str) -> None:
        self._turn(lambda session: segments.strike_segment(session, segment_id, reason))

    def _turn(
        self,
        work: Callable[[Session], object],
        *,
        then: Callable[[], None] = lambda: None,
        refused: Callable[[ThbError], None] | None = None,
    ) -> None:
        """Change segments, and show the resulting record."""
        if self.record is None:
            return
        self.keep_drafts()
        interview_id = self.record.interview.id

        def change(session: Session) -> InterviewInFull:
            work(session)
            return records.get_interview(session, interview_id)

        def done(record: InterviewInFull) -> None:
            if self.record is not None and record.interview.id == self.record.interview.id:
                self.record = record
                self._fill()
                self.turned.emit(record)
            then()

        self.write(change, done, refused=refused)

    def _fill(self) -> None:
        if self.record is None:
            self.segments.show_rows((), left="", right="")
            return
        interview = self.record.interview
        self.segments.is_draft = interview.state is InterviewState.DRAFT
        self.segments.is_closed = interview.state in CLOSED
        self.segments.show_rows(
            [self._row(full) for full in self.record.segments],
            left=interview.language,
            right=self.language,
            linguists={each.id: each.name for each in self.record.interpreters},
        )

    def _row(self, full: SegmentInFull) -> SegmentRow:
        languages = {self.segments.left, self.segments.right, self.language}
        corrections: tuple[ReadBackCorrection, ...] = ()
        if self.record is not None:
            languages.add(self.record.interview.language)
            corrections = self.record.corrections_of(full.segment)
        typed: Mapping[str, Any] = {
            language: self._drafts[full.segment.id, language]
            for language in languages
            if (full.segment.id, language) in self._drafts
        }
        return SegmentRow(full=full, corrections=corrections, typed=typed)

    def _take(self, record: InterviewInFull, segment_id: SegmentId) -> None:
        if self.record is None or record.interview.id != self.record.interview.id:
            return
        self.record = record
        number = self.segments.row_of(segment_id)
        full = next((full for full in record.segments if full.segment.id == segment_id), None)
        if number >= 0 and full is not None:
            self.segments.replace_row(number, self._row(full))
        self.turned.emit(record)


def _certify(
    session: Session, chosen: Sequence[Rendering], linguist: Interpreter, statement: str, typed: str
) -> None:
    """Open the linguist's key for this one act: they are a guest at the user's desk."""
    if linguist.user_id is None:
        raise CertificationError("who certifies is a user of this vault")
    try:
        guest = users.signer_of(session, linguist.user_id, passphrases.prepare(typed))
    except WrongPassphraseError:
        raise WrongCertifierPassphraseError(
            "the linguist's passphrase is wrong; nothing was signed"
        ) from None
    try:
        interview_id = records.require_segment(session, chosen[0].segment_id).interview_id
        certifications.certify_renderings(
            session,
            interview_id,
            chosen,
            interpreter_id=linguist.id,
            statement=statement,
            signer=guest.keys.signer,
        )
    finally:
        guest.keys.close()


def _save(session: Session, row: SegmentRow, typed: Mapping[str, str], kind: RenderingKind) -> None:
    """Save the original first, because its renderings refer to its present words."""
    segment = row.segment
    if segment.language in typed:
        segments.set_source(session, segment.id, typed[segment.language])
    for language, words in typed.items():
        if language != segment.language:
            known = row.side(language).rendering
            renderings.set_rendering_text(
                session,
                segment.id,
                language=language,
                kind=known.kind if known else kind,
                text=words,
                author_id=known.author_id if known else None,
            )
