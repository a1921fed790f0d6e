"""Acts on the turns of a draft, each of which can be undone and done again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import InterpreterId, InterviewId, RowId, SegmentId
from thb_desktop.domain.interview import Caution
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import InterpretingMode
from thb_desktop.errors import ThbError
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import mending, recordings, records, renderings, segments
from thb_desktop.services.testimony.mending import Turn
from thb_desktop.services.testimony.stepping import RowPair
from ui.topics import Topic
from ui.transcript.model import TranscriptModel
from ui.transcript.steps import Step, Steps, pairs_of, set_to
from ui.view_model import ViewModel

Refused = Callable[[ThbError], None]


class TurnActs(ViewModel):
    """done: the record after an act. stepped: the last act was undone (True) or done again (False).
    rows_changed: rows of formalities were struck out or entered by that.
    """

    changes = Topic.TESTIMONY

    done = Signal(object)
    stepped = Signal(bool)
    rows_changed = Signal()

    def __init__(self, transcript: TranscriptModel, parent: QObject | None = None) -> None:
        super().__init__(transcript.jobs, parent)
        self._transcript = transcript
        self._steps = Steps()
        self._of: InterviewId | None = None
        self._sides: tuple[str, ...] = ()

    def show_record(self, record: InterviewInFull | None) -> None:
        """Another record is open, or this one in another state or with another language, which its turns
        have now: what was done before cannot be undone.
        """
        of, sides = (record.interview.id, record.sides) if record is not None else (None, ())
        if (of, sides) != (self._of, self._sides):
            self._of, self._sides = of, sides
            self._steps = Steps()

    @property
    def can_undo(self) -> bool:
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        return self._steps.can_redo

    def add(
        self,
        make: Callable[[Session, InterviewId], Segment],
        *,
        then: Callable[[], None],
        refused: Refused,
        cautions: bool = False,
    ) -> None:
        """Add a turn at the end. The rest of the record is not read again. cautions: whether a caution may be
        entered with it.
        """
        of, steps = self._of, self._steps
        if of is None:
            return

        def work(session: Session) -> tuple[Turn, tuple[RowPair, ...]]:
            known = _cautions(session, of) if cautions else ()
            turn = mending.get_turn(session, make(session, of).id)
            found = _cautions(session, of) if cautions else ()
            return turn, tuple((None, each) for each in found if each not in known)

        def done(found: tuple[Turn, tuple[RowPair, ...]]) -> None:
            turn, rows = found
            steps.record(replace(pairs_of([None], [turn]), rows=rows))
            self._transcript.append(turn)
            then()

        self.jobs.run(self, work, then=done, refused=refused)

    def enter(
        self,
        make: Callable[[Session, InterviewId], Sequence[RowPair]],
        *,
        then: Callable[[Sequence[RowPair]], None],
        refused: Refused,
    ) -> None:
        """Enter rows beside the turns, in one act. make: returns each as it was and as it is."""
        of, steps = self._of, self._steps
        if of is None:
            return

        def done(rows: Sequence[RowPair]) -> None:
            steps.record(Step((), rows=tuple(rows)))
            then(rows)

        self.jobs.run(self, lambda session: make(session, of), then=done, refused=refused)

    def set(
        self,
        wanted: Sequence[Turn],
        *,
        form: str = "",
        then: Callable[[], None] = lambda: None,
        refused: Refused | None = None,
    ) -> None:
        """Set turns to other words, in one act. form: whose draft is deleted with it."""
        ids = [each.segment.id for each in wanted]
        self._do(
            ids,
            lambda session, of: [
                each.segment.id for each in mending.set_turns(session, of, wanted, form=form)
            ],
            then=then,
            refused=refused,
        )

    def change_turn(
        self, segment: Segment, modes: Mapping[RowId, InterpretingMode | None] | None = None
    ) -> None:
        """Change the speaker, kind, language or place of a segment. modes: of its renditions that change."""

        def work(session: Session, _: InterviewId) -> list[SegmentId]:
            if segment != mending.get_turn(session, segment.id).segment:
                segments.change_segment(session, segment)
            for rendition, mode in (modes or {}).items():
                renderings.set_rendering_mode(session, rendition, mode)
            return [segment.id]

        self._do([segment.id], work)

    def name_author(
        self,
        named: Mapping[SegmentId, Sequence[RowId]],
        author: InterpreterId,
    ) -> None:
        """Name who rendered these turns, in one act. named: the renderings of each."""
        chosen = [each for renderings in named.values() for each in renderings]

        def work(session: Session, of: InterviewId) -> list[SegmentId]:
            renderings.set_authors(session, of, chosen, author)
            return list(named)

        self._do(list(named), work)

    def set_range(self, segment_id: SegmentId, begins: str, ends: str) -> None:
        """Set where a turn is in the recordings. The rest of the record is not read again."""
        of, steps = self._of, self._steps
        if of is None:
            return

        def work(session: Session) -> tuple[Turn, Turn]:
            before = mending.get_turn(session, segment_id)
            recordings.set_range(session, segment_id, begins, ends)
            return before, mending.get_turn(session, segment_id)

        def done(turns: tuple[Turn, Turn]) -> None:
            steps.record(pairs_of(turns[:1], turns[1:]))
            self._transcript.replace_turn(turns[1])

        self.jobs.run(self, work, then=done, refused=self.refuse)

    def split(self, segment_id: SegmentId, at: int, *, then: Callable[[], None] = lambda: None) -> None:
        def work(session: Session, _: InterviewId) -> list[SegmentId]:
            return [each.id for each in segments.split_segment(session, segment_id, at=at)]

        self._do([segment_id], work, then=then, splits=True)

    def join(self, first: SegmentId, second: SegmentId) -> None:
        def work(session: Session, _: InterviewId) -> list[SegmentId]:
            segments.join_segments(session, first, second)
            return [first, second]

        self._do([first, second], work)

    def move(self, segment_id: SegmentId, before: SegmentId | None) -> None:
        self._do(
            [segment_id],
            lambda session, _: [segments.move_segment(session, segment_id, before=before).id],
        )

    def strike(self, segment_id: SegmentId, reason: str) -> None:
        self._do([segment_id], lambda session, _: [segments.strike_segment(session, segment_id, reason).id])

    def undo(self) -> None:
        if self._steps.can_undo:
            self._go(self._steps.take_back(), is_back=True)

    def redo(self) -> None:
        if self._steps.can_redo:
            self._go(self._steps.take_again(), is_back=False)

    def _do(
        self,
        before: Sequence[SegmentId],
        work: Callable[[Session, InterviewId], Sequence[SegmentId]],
        *,
        then: Callable[[], None] = lambda: None,
        refused: Refused | None = None,
        splits: bool = False,
    ) -> None:
        """Do one act on these turns, and remember what they were. work: returns the turns after it."""
        of, steps = self._of, self._steps
        if of is None:
            return
        self._transcript.keep_drafts()

        def act(session: Session) -> tuple[Step, InterviewInFull]:
            were = {each: mending.get_turn(session, each) for each in before}
            ids = work(session, of)
            are = [mending.get_turn(session, each) for each in ids]
            step = pairs_of([were.get(each) for each in ids], are)
            return replace(step, splits=splits), records.get_undigested(session, of)

        def done(found: tuple[Step, InterviewInFull]) -> None:
            step, record = found
            steps.record(step)
            self._show(record)
            then()

        self.write(act, done, refused=refused)

    def _go(self, step: Step, *, is_back: bool) -> None:
        of, steps = self._of, self._steps
        if of is None:
            return

        def work(session: Session) -> tuple[Mapping[RowId, RowId], InterviewInFull]:
            return set_to(session, of, step), records.get_undigested(session, of)

        def done(found: tuple[Mapping[RowId, RowId], InterviewInFull]) -> None:
            ids, record = found
            steps.rename(ids)
            self._show(record)
            self.stepped.emit(is_back)
            if step.rows:
                self.rows_changed.emit()

        def refuse(error: ThbError) -> None:
            steps.forget()
            self.refuse(error)

        self.write(work, done, refused=refuse)

    def _show(self, record: InterviewInFull) -> None:
        self._transcript.show_rows_of_record(record)
        self.done.emit(record)


def _cautions(session: Session, of: InterviewId) -> tuple[Caution, ...]:
    return records.get_undigested(session, of, account=False).cautions
