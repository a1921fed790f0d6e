"""A second linguist revises an assigned job: what they said of each turn, and what waits for their word."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import RowId, SegmentId
from thb_desktop.domain.language_states import PRESENT, WorkState
from thb_desktop.domain.language_work import RenderingVersion, RevisionVerdict
from thb_desktop.domain.vocabulary import VerdictKind
from thb_desktop.services.assignments.desk import AssignedJob
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import revision
from ui.assignment.model import AssignmentModel


class RevisionModel(QObject):
    """said: they said something of a turn, whose id it is. began: the job is there."""

    said = Signal(str)
    began = Signal()

    def __init__(self, model: AssignmentModel) -> None:
        super().__init__(model)
        self._model = model
        self._mine: dict[RowId, RevisionVerdict] = {}
        self._waits: set[SegmentId] = set()
        self._able = 0
        model.shown.connect(self._begin)
        model.shown_turn.connect(self._take)

    @property
    def revises(self) -> bool:
        """Whether the job of another is revised here."""
        found = self._model.found
        return found is not None and not found.is_linguist

    @property
    def counts(self) -> tuple[int, int]:
        """Of how many turns something is said, of how many that can be revised."""
        return self._able - len(self._waits), self._able

    def version_at(self, segment_id: SegmentId) -> RenderingVersion | None:
        """The version of a turn that can be revised: the last one, which its author signed."""
        return self._model.newest_of(segment_id) if self._may_be_revised(segment_id) else None

    def verdict_on(self, segment_id: SegmentId) -> RevisionVerdict | None:
        """What they said last of the present version of a turn."""
        version = self._model.newest_of(segment_id)
        return self._mine.get(version.id) if version is not None else None

    def disputed_before(self, segment_id: SegmentId) -> RevisionVerdict | None:
        """Their dispute of the same words in a former version, if they said nothing of the present one."""
        turns, found = self._model.turns, self._model.found
        if turns is None or found is None:
            return None
        again = turns.turn(segment_id).disputes_again().get(segment_id, ())
        return next((each for each in again if each.interpreter_id == found.interpreter.id), None)

    def waits(self, segment_id: SegmentId) -> bool:
        """Whether nothing is said of the present version as it is, with its notes."""
        return segment_id in self._waits

    def next_waiting(self, after: int) -> int:
        """Return the next turn that waits for a word, from the top again; -1 if none does."""
        rows = self._model.rows.rows
        order = (*range(after + 1, len(rows)), *range(min(after + 1, len(rows))))
        return next((number for number in order if rows[number].segment.id in self._waits), -1)

    def say(
        self,
        version: RenderingVersion,
        kind: VerdictKind,
        then: Callable[[], object] = lambda: None,
        *,
        own_text: str = "",
        reason: str = "",
    ) -> None:
        """Agree with a version, or dispute it with one's own; it is signed with the key of this session."""
        found = self._model.found
        if found is None:
            return
        reviser = found.interpreter.id

        def work(session: Session) -> object:
            return revision.give_verdict(
                session, version.id, kind, interpreter_id=reviser, own_text=own_text, reason=reason
            )

        self._model.act(version.segment_id, work, then)

    def _begin(self, found: AssignedJob) -> None:
        if found.is_linguist:
            return
        self._mine = {
            each.version_id: each
            for each in found.job.verdicts
            if each.interpreter_id == found.interpreter.id
        }
        digests, newest = found.job.digests, found.turns.newest
        able = [each for each in found.turns.sources if self._may_be_revised(each)]
        self._able = len(able)
        self._waits = {each for each in able if not self._is_said(newest[each].id, digests[newest[each].id])}
        self.began.emit()

    def _take(self, segment_id: SegmentId) -> None:
        """Take what an act on a turn changed."""
        found, turns = self._model.found, self._model.turns
        if found is None or turns is None or found.is_linguist:
            return
        turn, version = turns.turn(segment_id), turns.newest.get(segment_id)
        self._mine.update(
            {each.version_id: each for each in turn.verdicts if each.interpreter_id == found.interpreter.id}
        )
        if version is not None and self._is_said(version.id, turn.digests[version.id]):
            self._waits.discard(segment_id)
        self.said.emit(segment_id)

    def _is_said(self, version_id: RowId, digest: str) -> bool:
        said = self._mine.get(version_id)
        return said is not None and said.version_digest == digest

    def _may_be_revised(self, segment_id: SegmentId) -> bool:
        turns = self._model.turns
        state = turns.state_of(segment_id) if turns is not None else None
        return state in PRESENT and state is not WorkState.UNSIGNED


def is_dispute(said: RevisionVerdict | None) -> bool:
    return said is not None and said.kind is VerdictKind.DISPUTES
