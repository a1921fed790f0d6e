"""Undo and redo in a draft: each step is an act of its own, and what was done stays in the event chain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.ids import InterviewId, RowId, SegmentId
from thb_desktop.services.casework import mending
from thb_desktop.services.casework.mending import Turn
from thb_desktop.services.core.session import Session

Pair = tuple[Turn | None, Turn | None]
"""A turn before an act and after it; None where it was not there."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act, by the turns that it changed."""

    pairs: tuple[Pair, ...]

    def backwards(self) -> "Step":
        return Step(tuple((after, before) for before, after in reversed(self.pairs)))


class Steps:
    """What was done to the turns of one record since it was opened, and what of it was undone.

    A turn that was struck out does not stand again: a new one with its words takes its place, and `_now`
    knows it by the id of the first.
    """

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._now: dict[SegmentId, SegmentId] = {}
        self._places: dict[str, str] = {}
        """The place of a turn that stands again, by that of the one that was struck out."""

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

    def forget(self) -> None:
        """The last step was refused, or the record is another one: nothing can be undone."""
        self._done.clear()
        self._undone.clear()
        self._now.clear()
        self._places.clear()

    def go(self, session: Session, interview_id: InterviewId, step: Step, why: str) -> None:
        """Set the turns of a step to what they were after it. why: of a turn that was not there."""
        wanted = [self._wanted(session, pair, why) for pair in step.pairs]
        made = mending.set_turns(session, interview_id, wanted)
        for (before, after), turn in zip(step.pairs, made, strict=True):
            for each in (before, after):
                if each is not None:
                    self._now[each.segment.id] = turn.segment.id
            if after is not None and turn.segment.id != after.segment.id:
                self._places.setdefault(after.segment.position, turn.segment.position)

    def _wanted(self, session: Session, pair: Pair, why: str) -> Turn:
        before, after = pair
        known = next(each.segment.id for each in (after, before) if each is not None)
        kept = mending.get_turn(session, self._now.get(known, known))
        if after is None or after.segment.struck:
            return replace(kept, segment=replace(kept.segment, struck=why))
        if kept.segment.struck:
            again = replace(after.segment, id=SegmentId(""), position=kept.segment.position)
            return replace(after, segment=again)
        place = self._places.get(after.segment.position, after.segment.position)
        return _over(kept, replace(after, segment=replace(after.segment, position=place)))


def _over(kept: Turn, wanted: Turn) -> Turn:
    """Return the wanted turn in place of the kept one; a rendering that it lacks loses its words."""
    known = {(each.language, each.kind): each for each in kept.renderings}
    renderings = []
    for each in wanted.renderings:
        present = known.pop((each.language, each.kind), None)
        renderings.append(replace(each, id=present.id if present else RowId("")))
    renderings += [replace(each, text="") for each in known.values()]
    segment = replace(wanted.segment, id=kept.segment.id)
    return Turn(segment=segment, renderings=tuple(renderings))


def pairs_of(before: Sequence[Turn | None], after: Sequence[Turn | None]) -> Step:
    """Return the step that leads from these turns to those, in the same order."""
    return Step(tuple(zip(before, after, strict=True)))
