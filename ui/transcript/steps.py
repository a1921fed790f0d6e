"""Undo and redo in a draft: each step is an act of its own, and what was done stays in the event chain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import Formality
from thb_desktop.domain.segment import StruckCode
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import mending, stepping
from thb_desktop.services.testimony.mending import Turn
from thb_desktop.services.testimony.stepping import RowPair

Pair = tuple[Turn | None, Turn | None]
"""A turn before an act and after it; None where it was not there."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act, by the turns and the rows of formalities that it changed. splits: whether it split a turn; a
    new one is then its half.
    """

    pairs: tuple[Pair, ...]
    splits: bool = False
    rows: tuple[RowPair, ...] = ()

    def backwards(self) -> "Step":
        return replace(
            self,
            pairs=tuple((after, before) for before, after in reversed(self.pairs)),
            rows=tuple((after, before) for before, after in self.rows),
        )

    def renamed(self, ids: Mapping[RowId, RowId]) -> "Step":
        """Return it with rows by the ids that they have since they were entered again."""
        return replace(
            self,
            pairs=tuple((_spoken_by(one, ids), _spoken_by(other, ids)) for one, other in self.pairs),
            rows=tuple((_named(one, ids), _named(other, ids)) for one, other in self.rows),
        )


def _spoken_by(turn: Turn | None, ids: Mapping[RowId, RowId]) -> Turn | None:
    speaker = turn.segment.speaker_id if turn is not None else None
    if turn is None or speaker is None or speaker not in ids:
        return turn
    return replace(turn, segment=replace(turn.segment, speaker_id=ids[speaker]))


def _named(row: Formality | None, ids: Mapping[RowId, RowId]) -> Formality | None:
    return replace(row, id=ids[row.id]) if row is not None and row.id in ids else row


class Steps:
    """What was done to the turns of one record since it was opened, and what of it was undone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def record(self, step: Step) -> None:
        """An act was done; what was undone before cannot be done again."""
        self._done.append(step)
        self._undone.clear()

    def take_back(self) -> Step:
        """Return the step that is to be undone."""
        step = self._done.pop()
        self._undone.append(step)
        return step.backwards()

    def take_again(self) -> Step:
        """Return the step that is to be done again."""
        step = self._undone.pop()
        self._done.append(step)
        return step

    def rename(self, ids: Mapping[RowId, RowId]) -> None:
        """Rows were entered again: later steps are about them."""
        if ids:
            self._done = [each.renamed(ids) for each in self._done]
            self._undone = [each.renamed(ids) for each in self._undone]

    def forget(self) -> None:
        """The last step was refused, or the record is another one: nothing can be undone."""
        self._done.clear()
        self._undone.clear()


def set_to(session: Session, interview_id: InterviewId, step: Step) -> Mapping[RowId, RowId]:
    """Set the turns of a step to what they were after it. One that was not there is struck out as undone, and
    stands again as the same turn; the half of a turn that was split is then no turn of the record. Rows are
    struck out too, and entered again: return their new ids.
    """
    undone = StruckCode.SPLIT_UNDONE if step.splits else StruckCode.UNDONE
    wanted = [_wanted(session, pair, undone) for pair in step.pairs]
    return stepping.set_step(session, interview_id, wanted, step.rows)


def _wanted(session: Session, pair: Pair, undone: StruckCode) -> Turn:
    before, after = pair
    kept = mending.get_turn(session, next(each.segment.id for each in (after, before) if each is not None))
    struck = undone if after is None else after.segment.struck
    if after is None or struck:
        return replace(kept, segment=replace(kept.segment, struck=struck))
    return _over(kept, after)


def _over(kept: Turn, wanted: Turn) -> Turn:
    """Return the wanted turn in place of the kept one; a rendering that it lacks loses its words."""
    known = {(each.language, each.kind): each for each in kept.renderings}
    renderings = []
    for each in wanted.renderings:
        present = known.pop((each.language, each.kind), None)
        renderings.append(replace(each, id=present.id if present else RowId("")))
    renderings += [replace(each, text="") for each in known.values()]
    return Turn(segment=wanted.segment, renderings=tuple(renderings))


def pairs_of(before: Sequence[Turn | None], after: Sequence[Turn | None]) -> Step:
    """Return the step that leads from these turns to those, in the same order."""
    return Step(tuple(zip(before, after, strict=True)))
