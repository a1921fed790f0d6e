"""The turns of an assigned record: what was said on one side, the job's last version on the other."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingKind, RenderingState
from thb_desktop.services.assignments.desk import AssignedJob
from ui.labels import words
from ui.language_work.marked_rows import MarkedRows
from ui.language_work.marks import marks_of
from ui.rows import Index
from ui.tones import Tone
from ui.transcript.marks import TO_READ
from ui.transcript.rows import SIDES, At, SegmentRow

TONES = {
    WorkState.UNSIGNED: Tone.WARN,
    WorkState.DRAFT: Tone.WARN,
    WorkState.SELF_CHECKED: Tone.INFO,
    WorkState.REVISED: Tone.INFO,
    WorkState.CERTIFIED: Tone.OK,
    WorkState.CONTESTED: Tone.BAD,
    WorkState.STALE: Tone.BAD,
    WorkState.WITHDRAWN: Tone.BAD,
}
DONE = frozenset({WorkState.SELF_CHECKED, WorkState.REVISED, WorkState.CERTIFIED})
"""The states of a version with which its linguist has done what is theirs."""


class AssignedRows(MarkedRows):
    """states: of the last version of each turn. due: the turns that the job renders."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.states: Mapping[SegmentId, WorkState] = {}
        self.due: frozenset[SegmentId] = frozenset()

    def show_job(self, found: AssignedJob) -> None:
        target = found.job.job.target_language
        newest = found.job.newest()
        self.states = {segment: found.states[version.id] for segment, version in newest.items()}
        self.due = due_of(found)
        self.marks = marks_of(found.job, [full.segment.id for full in found.segments])
        self.can_edit = found.is_linguist and found.job.job.is_open
        rows = [
            SegmentRow(
                full=_with_version(full, newest.get(full.segment.id), target),
                typed={target: found.drafts[full.segment.id]} if full.segment.id in found.drafts else {},
            )
            for full in found.segments
        ]
        left = found.job.job.source_language or found.interview.language
        self.show_rows(
            rows, left=left, right=target, linguists={found.interpreter.id: found.interpreter.name}
        )

    def is_to_do(self, number: int) -> bool:
        """Whether a turn still needs its linguist: nothing counts yet, or something is typed."""
        row = self.rows[number]
        return row.segment.id in self.due and (row.unsaved or self.states.get(row.segment.id) not in DONE)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Both sides of a turn that is rendered open: the source to choose words, the other to write."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_due = self.rows[index.row()].segment.id in self.due
        if self.can_edit and is_due and index.column() in SIDES:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The last column tells how far a turn is, and below it what is noted."""
        is_title = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        if is_title and section == At.STATE:
            return self.tr("State, notes")
        return super().headerData(section, orientation, role)

    def _extra(self, row: SegmentRow, column: At, role: int) -> Any:
        return column is At.LEFT if role == TO_READ else super()._extra(row, column, role)

    def _state(self, row: SegmentRow) -> tuple[str, Tone]:
        if row.segment.struck:
            return self.tr("Struck out"), Tone.PLAIN
        if row.unsaved:
            return self.tr("Typed"), Tone.WARN
        if row.segment.id not in self.due:
            return "", Tone.PLAIN
        state = self.states.get(row.segment.id)
        if state is None:
            return self.tr("Untouched"), Tone.PLAIN
        return words(state), TONES.get(state, Tone.PLAIN)


def due_of(found: AssignedJob) -> frozenset[SegmentId]:
    """The turns with a source in another language than that into which they are rendered."""
    target = found.job.job.target_language
    return frozenset(
        full.segment.id
        for full in found.segments
        if full.segment.id in found.job.sources
        and not full.segment.struck
        and (full.segment.language != target or bool(found.job.job.source_language))
    )


def _with_version(full: SegmentInFull, version: RenderingVersion | None, target: str) -> SegmentInFull:
    """Show the version of the job on its side, in place of what was rendered on the spot."""
    others = tuple(each for each in full.renderings if each.language != target)
    if version is None:
        return replace(full, renderings=others)
    shown = Rendering(
        id=version.id,
        segment_id=version.segment_id,
        language=target,
        kind=RenderingKind.TRANSLATION,
        state=RenderingState.DRAFT,
        text=version.text,
        source_digest=version.source_digest,
        typed_by=version.typed_by,
        typed_at=version.typed_at,
        author_id=version.author_id,
    )
    return replace(full, renderings=(*others, shown))
