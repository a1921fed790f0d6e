"""How far a job is, and what of it is left: each turn counts once, for every window that tells it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.language_states import WorkState, last_naming
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import Annotation, RenderingVersion, VersionSignature
from thb_desktop.domain.vocabulary import AnnotationCode

DONE = frozenset({WorkState.SELF_CHECKED, WorkState.REVISED, WorkState.CERTIFIED})
"""The states in which a turn asks nothing more of its linguist."""
READY = frozenset({WorkState.UNSIGNED, WorkState.DRAFT})
"""The states of a version that its author can sign as checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many turns a job renders, and what each is waiting for.

    typed: with words that are no version yet. states: of the others, by the state of the last version; under
    None those without one.
    """

    typed: int
    states: Mapping[WorkState | None, int]

    @property
    def due(self) -> int:
        return self.typed + sum(self.states.values())

    @property
    def done(self) -> int:
        """The turns that are signed as checked, and on which nothing else is typed."""
        return sum(self.states.get(state, 0) for state in DONE)

    @property
    def unsigned(self) -> int:
        """The turns whose last version waits for a signature."""
        return sum(self.states.get(state, 0) for state in READY)

    @property
    def ready(self) -> int:
        """The turns that one signature would cover, if what is typed is written first."""
        return self.typed + self.unsigned


def progress_of(turns: JobTurns, typed: Collection[SegmentId]) -> Progress:
    """Count the turns of a job. typed: those with words that are no version yet."""
    states, here = Counter(turns.counts), [each for each in typed if each in turns.sources]
    states.subtract(turns.state_of(each) for each in here)
    return Progress(typed=len(here), states=states)


def ready_of(turns: JobTurns) -> tuple[RenderingVersion, ...]:
    """Return the versions that their author can sign as checked: the last of each turn, if it counts."""
    return tuple(each for each in turns.newest.values() if turns.states[each.id] in READY)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLeft:
    """What of a job is not done, by turn.

    typed: with words that are no version yet. unsigned: with a version that its author did not sign as
    checked. untouched: without a version. again: whose source changed, or whose version was withdrawn.
    asked: with a question that nobody answered. left: with a note at a former wording.
    """

    typed: Sequence[SegmentId] = ()
    unsigned: Sequence[SegmentId] = ()
    untouched: Sequence[SegmentId] = ()
    again: Sequence[SegmentId] = ()
    asked: Sequence[SegmentId] = ()
    left: Sequence[SegmentId] = ()

    def __bool__(self) -> bool:
        return any((self.typed, self.unsigned, self.untouched, self.again, self.asked, self.left))


def work_left(turns: JobTurns, typed: Collection[SegmentId]) -> WorkLeft:
    """Return what of a job is not done, in the order of its turns."""
    state = {each: turns.state_of(each) for each in turns.sources if each not in typed}
    asked = {each.segment_id for each in turns.open_queries()}
    return WorkLeft(
        typed=[each for each in turns.sources if each in typed],
        unsigned=[each for each, is_now in state.items() if is_now in READY],
        untouched=[each for each, is_now in state.items() if is_now is None],
        again=[each for each, is_now in state.items() if is_now in (WorkState.STALE, WorkState.WITHDRAWN)],
        asked=[each for each in turns.sources if each in asked],
        left=[each for each in turns.sources if left_behind(turns.notes_at(each), turns.newest.get(each))],
    )


def left_behind(notes: Sequence[Annotation], version: RenderingVersion | None) -> frozenset[RowId]:
    """Return the ids of the notes at a former wording: no signature of the present one covers them.

    A question stays where it was asked.
    """
    if version is None:
        return frozenset()
    texts = (version.id, version.segment_id)
    return frozenset(
        each.id
        for each in notes
        if each.anchor.kind is AnchorKind.TEXT
        and each.anchor.of not in texts
        and not each.struck
        and each.code is not AnnotationCode.QUERY
    )


def reasons_given(
    signatures: Sequence[VersionSignature], versions: Iterable[RenderingVersion]
) -> Iterator[tuple[str, str, str]]:
    """Return a rule, the turn that it is about, and why it was signed all the same: of each of these versions
    what its newest signature says.
    """
    newest = last_naming(signatures)
    for each in versions:
        if each.id in newest:
            yield from (said for said in newest[each.id][0].reasons if said[1] == each.segment_id)
