"""The turns of an open job, at the office or far from it: typing is kept, an act on a turn reads it again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import InterpreterId, SegmentId
from thb_desktop.domain.language_states import PRESENT, JobInFull, WorkState
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import Annotation, RenderingVersion
from thb_desktop.domain.vocabulary import ConcernKind
from thb_desktop.domain.work_left import Progress, left_behind, progress_of
from thb_desktop.errors import ThbError
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import annotations, overview, safety
from ui.jobs import VaultJobs
from ui.language_work.beside import TurnWork, differences, turn_work
from ui.language_work.chosen import Chosen
from ui.language_work.marks import why_at_another_time, why_placed
from ui.language_work.noting import Noted
from ui.language_work.rows import Shown, WorkRows
from ui.messages import sentence
from ui.pieces import Pieces
from ui.topics import Topic
from ui.transcript.rows import At
from ui.view_model import FormModel

KEEP_AFTER, TRY_AGAIN = 700, 1_000
"""Milliseconds from a key until what is typed is kept, and until the next try after a failure."""


class TurnsModel(FormModel):
    """kept: when what was typed was kept; unkept: why it was not. written: the row of a turn whose text is a
    version now. shown_turn: a turn, after an act on it. compared: how turns differ from their sources.
    left: how many notes the version just written does not carry. noted: a note was written, placed or struck
    out. sealed: a concern was.
    Who derives from it says how a text is written.
    """

    changes = Topic.TESTIMONY

    kept = Signal(object)
    unkept = Signal(str)
    written = Signal(int)
    shown_turn = Signal(object)
    compared = Signal()
    left = Signal(int)
    noted = Signal()
    sealed = Signal()

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.rows = WorkRows(self)
        self.turns: JobTurns | None = None
        self.findings: dict[SegmentId, tuple[Finding, ...]] = {}
        """How what is typed, or else written, differs from its source."""
        self.labels: dict[SegmentId, str] = {}
        self.names: tuple[str, ...] = ()
        """What stands in a rendering as in its source."""
        self._typed: dict[SegmentId, str] = {}
        self._laying_out, self._comparing = Pieces(self), Pieces(self)
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._rest.timeout.connect(self.keep_drafts)

    def writer(self) -> Callable[[Session, SegmentId, str], RenderingVersion]:
        """Return how the next version of a turn is written, and what is typed on it dropped."""
        raise NotImplementedError

    def languages_of_notes(self, number: int) -> tuple[str, ...]:
        """Return in which languages a note at a turn may be written, the usual one first."""
        raise NotImplementedError

    def seal_concern(self, text: str, kind: ConcernKind, segment_id: SegmentId | None) -> None:
        """Seal a concern of the linguist; nothing of it stays in the window."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the whole job again."""
        raise NotImplementedError

    def show_turns(self, shown: Shown, names: tuple[str, ...], then: Callable[[], object]) -> None:
        """Show a job in pieces, between which the window answers. then: it stands there."""
        self._comparing.end()
        self.turns, self.names, self.findings = shown.turns, names, {}
        self.labels = {full.segment.id: full.label for full in shown.segments}

        def done() -> None:
            then()
            self._comparing.begin(self._compare_all(shown.turns), self.compared.emit)

        self._laying_out.begin(self.rows.steps(shown), done)

    def leave_turns(self) -> None:
        self._laying_out.end()
        self._comparing.end()
        self.turns, self.findings = None, {}

    def type(self, number: int, column: int, typed: str) -> None:
        """Take the text being typed; it is kept after a short pause, and during a long one of typing."""
        row = self.rows.rows[number]
        self._comparing.give_way()
        self.rows.keep_typed(number, At(column), typed)
        self._typed[row.segment.id] = typed
        if not self._rest.isActive():
            self._rest.start(KEEP_AFTER)

    @property
    def holds_drafts(self) -> bool:
        """Whether something is typed that is not written."""
        return self.turns is not None and any(row.unsaved for row in self.rows.rows)

    def typed_turns(self) -> list[SegmentId]:
        """Return the turns with words that are no version yet."""
        rows, right = self.rows.rows, self.rows.right
        return [row.segment.id for row in rows if row.unsaved and row.text(right).strip()]

    def progress(self) -> Progress | None:
        """Return how far the open job is."""
        return progress_of(self.turns, self.typed_turns()) if self.turns is not None else None

    def keep_drafts(self) -> None:
        """Keep what was typed since, sealed for the user who typed it."""
        self._rest.stop()
        typed, self._typed = self._typed, {}
        for segment_id, text in typed.items() if self.turns is not None else ():
            self._keep(segment_id, text)

    def _keep(self, segment_id: SegmentId, text: str) -> None:
        if self.turns is None:
            return
        told: list[datetime] = []
        job = self.turns.job

        def work(session: Session) -> None:
            told.append(overview.keep_typing(session, job.id, segment_id, text))

        def done() -> None:
            self.compare(segment_id)
            self.kept.emit(told[-1])

        def refused(error: ThbError) -> None:
            self._typed.setdefault(segment_id, text)
            self._rest.start(TRY_AGAIN)
            self.unkept.emit(sentence(error))

        self.jobs.keep((overview.form_of(job.id), segment_id), work, then=done, refused=refused)

    def forget_typed(self, segment_id: SegmentId) -> None:
        """What is typed on a turn is being written, or given up: it is not kept any more."""
        self._typed.pop(segment_id, None)

    def discard(self, number: int) -> None:
        """Give up what is typed on a turn, and show its last version again."""
        row, turns = self.rows.rows[number], self.turns
        if turns is None or not row.unsaved:
            return
        segment_id, job_id = row.segment.id, turns.job.id
        self.forget_typed(segment_id)
        self.read(lambda session: overview.drop_typing(session, job_id, segment_id), lambda _: None)
        self.rows.replace_row(number, replace(row, typed={}))
        self.compare(segment_id)

    def stands(self, segment_id: SegmentId, text: str) -> bool:
        """Whether these are the words of the last version: written again, they would be another version, of
        which no second linguist and no certificate says anything.
        """
        version = self.newest_of(segment_id)
        if self.turns is None or version is None or version.text.strip() != text.strip():
            return False
        return self.turns.states[version.id] in PRESENT

    def write_version(self, number: int) -> None:
        """Write what is typed on a turn as its next version; nothing is written where nothing changed."""
        row, turns = self.rows.rows[number], self.turns
        text = row.text(self.rows.right).strip()
        if turns is None or not row.unsaved:
            self.written.emit(number)
            return
        segment_id = row.segment.id
        if not text or self.stands(segment_id, text):
            self.discard(number)
            self.written.emit(number)
            return
        self.forget_typed(segment_id)
        self.keep_drafts()
        write = self.writer()

        def done() -> None:
            self.written.emit(number)
            if left := left_behind(turns.notes_at(segment_id), turns.newest.get(segment_id)):
                self.left.emit(len(left))

        self.act(segment_id, lambda session: write(session, segment_id, text), done)

    def act(
        self,
        segment_id: SegmentId,
        work: Callable[[Session], object],
        then: Callable[[], object] = lambda: None,
    ) -> None:
        """Do something at one turn, and read this turn again."""
        if self.turns is None:
            return
        job_id = self.turns.job.id

        def change(session: Session) -> JobInFull:
            return overview.act_on_turn(session, job_id, segment_id, lambda: work(session))

        def done(turn: JobInFull) -> None:
            if self.turns is not None and self.turns.job.id == job_id:
                self._take(segment_id, turn)
                then()

        self.read(change, done)

    def _take(self, segment_id: SegmentId, turn: JobInFull) -> None:
        if self.turns is None:
            return
        self.turns.take(segment_id, turn)
        self.rows.show_turn(segment_id)
        row = self.rows.rows[self.rows.row_of(segment_id)]
        if row.unsaved and segment_id not in self._typed:
            # More was typed since; its draft went with the version.
            self._typed[segment_id] = row.text(self.rows.right)
            self._rest.start(KEEP_AFTER)
        self.compare(segment_id)
        self.shown_turn.emit(segment_id)

    def newest_of(self, segment_id: SegmentId) -> RenderingVersion | None:
        """The last version of a turn."""
        return self.turns.newest.get(segment_id) if self.turns is not None else None

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

    def turn_work(self, segment_id: SegmentId) -> TurnWork | None:
        """Return what stands beside a turn."""
        if self.turns is None:
            return None
        return turn_work(
            self.turns,
            segment_id,
            numbers=self.rows.numbers,
            labels=self.labels,
            findings=self.findings.get(segment_id, ()),
        )

    def compare(self, segment_id: SegmentId) -> None:
        """Compare one turn again with its source."""
        if self.turns is not None:
            self._compare(self.turns, segment_id)
            self.compared.emit()

    def _compare(self, turns: JobTurns, segment_id: SegmentId) -> None:
        """A version that was made from an earlier source is compared with none."""
        row = self.rows.rows[self.rows.row_of(segment_id)]
        self.findings.pop(segment_id, None)
        if not row.unsaved and turns.state_of(segment_id) is WorkState.STALE:
            return
        language = self.rows.language_of_source(row)
        told = differences(turns, segment_id, row.text(self.rows.right), language=language, names=self.names)
        if told:
            self.findings[segment_id] = told

    def _compare_all(self, turns: JobTurns) -> Iterator[None]:
        """Compare numbers, dates and names of every turn, in pieces between which the window answers."""
        for segment_id in turns.sources:
            if self.rows.row_of(segment_id) >= 0:
                self._compare(turns, segment_id)
            yield

    def next_to_do(self, after: int) -> int:
        """Return the next turn that is not done, from the top again; -1 if all are."""
        return self._next(after, self.rows.is_to_do)

    def next_doubted(self, after: int) -> int:
        """Return the next turn in which something differs; -1 if none does."""
        return self._next(after, lambda number: self.rows.rows[number].segment.id in self.findings)

    def _next(self, after: int, wanted: Callable[[int], bool]) -> int:
        count = len(self.rows.rows)
        order = (*range(after + 1, count), *range(min(after + 1, count)))
        return next((number for number in order if wanted(number)), -1)
