"""The turns of an open job, at the office or far from it: typing is kept, an act on a turn reads it again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_states import PRESENT, JobInFull, WorkState
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.work_left import Progress, left_behind, progress_of
from thb_desktop.errors import ThbError
from thb_desktop.findings import Finding
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import overview
from ui.jobs import VaultJobs
from ui.language_work.beside import TurnWork, differences, turn_work
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
    left: how many notes the version just written does not carry.
    Who derives from it says how a text is written.
    """

    changes = Topic.TESTIMONY

    kept = Signal(object)
    unkept = Signal(str)
    written = Signal(int)
    shown_turn = Signal(object)
    compared = Signal()
    left = Signal(int)

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
        typed = ((row.segment.id, row.text(right).strip()) for row in rows if row.unsaved)
        return [segment_id for segment_id, text in typed if text and not self.stands(segment_id, text)]

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
            is_typed=self.rows.rows[self.rows.row_of(segment_id)].unsaved,
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

    def next_to_write(self, after: int) -> int:
        """Return the next turn that still needs words, from the top again; -1 if all have them."""
        return self._next(after, self.rows.is_to_write)

    def next_doubted(self, after: int) -> int:
        """Return the next turn in which something differs that was not signed with a reason; -1 if none
        does.
        """
        return self._next(after, lambda number: self._is_open(self.rows.rows[number].segment.id))

    def _is_open(self, segment_id: SegmentId) -> bool:
        work = self.turn_work(segment_id) if segment_id in self.findings else None
        return work is not None and any(each.key not in work.reasons for each in work.findings)

    def _next(self, after: int, wanted: Callable[[int], bool]) -> int:
        count = len(self.rows.rows)
        order = (*range(after + 1, count), *range(min(after + 1, count)))
        return next((number for number in order if wanted(number)), -1)
