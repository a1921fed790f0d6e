"""What a linguist notes at the turns of an open job: at words, at a time of the recording, or sealed."""

from PySide6.QtCore import Signal

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import InterpreterId, SegmentId
from thb_desktop.domain.language_work import Annotation, RenderingVersion
from thb_desktop.domain.vocabulary import ConcernKind
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, safety
from ui.language_work.chosen import Chosen
from ui.language_work.marks import why_at_another_time, why_placed
from ui.language_work.noting import Noted
from ui.language_work.turns_model import TurnsModel


class NotedTurns(TurnsModel):
    """noted: a note was written, placed or struck out. sealed: a concern was."""

    noted = Signal()
    sealed = Signal()

    def languages_of_notes(self, number: int) -> tuple[str, ...]:
        """Return in which languages a note at a turn may be written, the usual one first."""
        raise NotImplementedError

    def seal_concern(self, text: str, kind: ConcernKind, segment_id: SegmentId | None) -> None:
        """Seal a concern of the linguist; nothing of it stays in the window."""
        raise NotImplementedError

    def chosen(self, number: int, *, is_source: bool, words: tuple[int, int] | None) -> Chosen | None:
        """Return the chosen words of a side, or all of it; None where it has no text yet.

        words: the range in code points that is chosen in the editor of this side.
        """
        row = self.rows.rows[number]
        if row.segment.id not in self.rows.due:
            return None
        text = self.rows.due[row.segment.id] if is_source else row.text(self.rows.right)
        start, end = words or (0, len(text))
        if not text[start:end].strip():
            return None
        return Chosen(
            number=number, segment_id=row.segment.id, is_source=is_source, text=text, start=start, end=end
        )

    def note(self, chosen: Chosen, noted: Noted) -> None:
        """Note something at words; a rendering that is typed and not written is written first."""
        turns, segment_id = self.turns, chosen.segment_id
        if turns is None:
            return
        unsaved = self.rows.rows[chosen.number].unsaved and not chosen.is_source
        if unsaved and self.stands(segment_id, chosen.text):
            self.discard(chosen.number)
            unsaved = False
        if unsaved:
            self.forget_typed(segment_id)
        self.keep_drafts()
        last, write = turns.newest.get(segment_id), self.writer()

        def work(session: Session) -> object:
            version = write(session, segment_id, chosen.text.strip()) if unsaved else last
            anchor = chosen.at_source() if version is None or chosen.is_source else chosen.at_version(version)
            return annotations.annotate(session, turns.job.id, noted.at(segment_id, anchor))

        self.act(segment_id, work, self.noted.emit)

    def note_at(self, segment_id: SegmentId, anchor: Anchor, noted: Noted) -> None:
        """Note something at a time of the recording; what is typed stays as it is."""
        if self.turns is None:
            return
        job_id = self.turns.job.id
        self.keep_drafts()
        self.act(
            segment_id,
            lambda session: annotations.annotate(session, job_id, noted.at(segment_id, anchor)),
            self.noted.emit,
        )

    def strike(self, note: Annotation, reason: str) -> None:
        """Strike out a note; it stays readable, with the reason."""
        self.keep_drafts()
        self.act(
            note.segment_id,
            lambda session: annotations.strike_annotation(session, note.id, reason),
            self.noted.emit,
        )

    def place_note(self, note: Annotation, version: RenderingVersion, start: int, end: int) -> None:
        """Place a note again, at these code points of the last version."""
        self._place(note, Anchor.of_text(version.id, version.text, start, end), why_placed())

    def place_at(self, note: Annotation, anchor: Anchor) -> None:
        """Give a note another time of the recording."""
        self._place(note, anchor, why_at_another_time())

    def _place(self, note: Annotation, anchor: Anchor, because: str) -> None:
        self.keep_drafts()
        self.act(
            note.segment_id,
            lambda session: annotations.place_again(session, note.id, anchor, because),
            self.noted.emit,
        )

    def seal(
        self, text: str, kind: ConcernKind, *, linguist: InterpreterId, segment_id: SegmentId | None
    ) -> None:
        """Seal a concern of the linguist for the magistrates. Nothing of it stays in the window."""
        if self.turns is None:
            return
        job = self.turns.job
        self.read(
            lambda session: safety.raise_safety_flag(
                session,
                job.interview_id,
                text,
                interpreter_id=linguist,
                segment_id=segment_id,
                kind=kind,
                job_id=job.id,
            ),
            lambda _: self.sealed.emit(),
        )
