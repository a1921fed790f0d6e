"""The turns of a job: what is rendered on one side, in its language, the job's last version on the other."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt

from thb_desktop.domain.ids import AgentId, InterpreterId, SegmentId
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_states import JobInFull, WorkState
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingKind, RenderingState
from thb_desktop.services.language.overview import OpenJob
from ui.labels import words
from ui.language_work.marked_rows import MarkedRows
from ui.language_work.marks import marks_of
from ui.rows import Index
from ui.text import isolate_words
from ui.tones import Tone
from ui.transcript.marks import TO_READ
from ui.transcript.rows import IS_ORIGINAL, QUIET, At, SegmentRow

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
"""The states in which a turn asks nothing more of its linguist."""


class WorkRows(MarkedRows):
    """states: of the last version of each turn. due: the turns that the job renders."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.states: dict[SegmentId, WorkState] = {}
        self.due: frozenset[SegmentId] = frozenset()
        self._job: LanguageJob | None = None
        self._from_language = ""
        self._typists: Mapping[AgentId, str] = {}
        self._sources: Mapping[SegmentId, str] = {}
        self._places: dict[SegmentId, int] = {}

    def show_job(self, found: OpenJob, *, can_edit: bool) -> None:
        """Show a job, with what is typed and not written."""
        job = self._job = found.job
        source = next((each for each in found.others if each.id == job.from_job_id), None)
        self._from_language = source.target_language if source else ""
        self._typists, self._sources = found.users, found.work.sources
        newest = found.work.newest()
        self.due = frozenset(found.work.sources)
        self.states = {segment: found.states[each.id] for segment, each in newest.items()}
        self.can_edit, self.is_of_file = can_edit, False
        linguists: dict[InterpreterId, str] = {each.id: each.name for each in found.interpreters.values()}
        rows = []
        for full in found.segments:
            segment = full.segment.id
            shown = self._row(full, newest.get(segment))
            typed = {job.target_language: found.drafts[segment]} if segment in found.drafts else {}
            rows.append(replace(shown, typed=typed))
        self._places = {full.segment.id: at for at, full in enumerate(found.segments)}
        self.marks = marks_of(found.work, list(self._places))
        left = self._from_language or job.source_language or found.interview.language
        self.show_rows(rows, left=left, right=job.target_language, linguists=linguists)

    def row_of(self, segment_id: SegmentId) -> int:
        return self._places.get(segment_id, -1)

    def show_version(self, version: RenderingVersion, state: WorkState) -> None:
        """Show the last version of a turn; what was typed on it is written, unless more was typed since."""
        number = self.row_of(version.segment_id)
        row, target = self.rows[number], self.right
        self.states[version.segment_id] = state
        typed = {} if row.typed.get(target, "").strip() == version.text else dict(row.typed)
        others = tuple(each for each in row.full.renderings if each.id != _shown_id(row, target))
        full = replace(row.full, renderings=(*others, _as_rendering(version, target)))
        self.replace_row(number, replace(row, full=full, typed=typed))

    def show_marks(self, work: JobInFull) -> None:
        """Mark what is noted at each turn."""
        before, self.marks = self.marks, marks_of(work, list(self._places))
        for segment_id in before.keys() | self.marks.keys():
            if before.get(segment_id) != self.marks.get(segment_id):
                self.touch(segment_id)

    def touch(self, segment_id: SegmentId) -> None:
        """Draw a turn again."""
        number = self.row_of(segment_id)
        if number >= 0:
            self.replace_row(number, self.rows[number])

    def language_of_source(self, row: SegmentRow) -> str:
        """The language of what is rendered: of the job's source, or that in which the turn was said."""
        fixed = self._from_language or (self._job.source_language if self._job else "")
        spoken = row.segment.language
        return fixed or (self.left if spoken == self.right else spoken)

    def is_to_do(self, number: int) -> bool:
        """Whether a turn still needs its linguist or somebody who types: nothing counts yet, or something is
        typed.
        """
        row = self.rows[number]
        is_open = row.segment.id in self.due and self.states.get(row.segment.id) not in DONE
        return row.unsaved or is_open

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_due = self.rows[index.row()].segment.id in self.due
        if self.can_edit and is_due and index.column() in (At.LEFT, At.RIGHT):
            return flags | Qt.ItemFlag.ItemIsEditable  # the source only to choose words in it
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Each turn has its source in the language of its own, while the table has one on that side."""
        if not index.isValid() or index.column() != At.LEFT:
            return super().data(index, role)
        if role == Qt.ItemDataRole.EditRole:
            return self._sources.get(self.rows[index.row()].segment.id, "")
        usual, self.left = self.left, self.language_of_source(self.rows[index.row()])
        try:
            return super().data(index, role)
        finally:
            self.left = usual

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_named = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if is_named and section == At.LEFT and not self._from_language:
            job = self._job
            if job is not None and not job.source_language:
                return self.tr("As it was said")
        if is_named and section == At.STATE:
            return self.tr("State")
        return super().headerData(section, orientation, role)

    def _state(self, row: SegmentRow) -> tuple[str, Tone]:
        if row.segment.struck:
            return self.tr("Struck out"), Tone.PLAIN
        if row.unsaved:
            return self.tr("Typed"), Tone.WARN
        if row.segment.id not in self.due and row.segment.id not in self.states:
            return "", Tone.PLAIN
        state = self.states.get(row.segment.id)
        if state is None:
            return self.tr("Untouched"), Tone.PLAIN
        return words(state), TONES.get(state, Tone.PLAIN)

    def _origin(self, row: SegmentRow, column: At) -> str:
        """Whose words they are, and apart from that who typed them."""
        if column is At.RIGHT:
            rendering = row.side(self.right).rendering
            if rendering is not None and rendering.author_id is not None:
                author = self.linguists.get(rendering.author_id, "")
                typist = self._typists.get(rendering.typed_by, "")
                if typist and typist != author:
                    return self.tr("{author}, typed by {typist}").format(
                        author=isolate_words(author), typist=isolate_words(typist)
                    )
                return isolate_words(author)
        if column is At.LEFT and self._from_language:
            return self.tr("another job")
        return super()._origin(row, column)

    def _shown(self, row: SegmentRow, column: At) -> str:
        if column is At.LEFT and self._from_language:
            return self._sources.get(row.segment.id, "")
        return super()._shown(row, column)

    def source_side(self, _row: SegmentRow) -> At:
        return At.LEFT

    def _extra(self, row: SegmentRow, column: At, role: int) -> Any:
        if role == TO_READ:
            return column is At.LEFT
        if column is At.LEFT and self._from_language and role in (IS_ORIGINAL, QUIET):
            return role == QUIET and row.segment.id not in self._sources
        return super()._extra(row, column, role)

    def _row(self, full: SegmentInFull, version: RenderingVersion | None) -> SegmentRow:
        """Show the version of the job on its side, in place of what was rendered on the spot."""
        job = self._job
        if job is None:
            return SegmentRow(full=full)
        if full.segment.language == job.target_language and version is None:
            return SegmentRow(full=full)
        others = tuple(each for each in full.renderings if each.language != job.target_language)
        if version is not None:
            others = (*others, _as_rendering(version, job.target_language))
        return SegmentRow(full=replace(full, renderings=others))


def _as_rendering(version: RenderingVersion, language: str) -> Rendering:
    return Rendering(
        id=version.id,
        segment_id=version.segment_id,
        language=language,
        kind=RenderingKind.TRANSLATION,
        state=RenderingState.DRAFT,
        text=version.text,
        source_digest=version.source_digest,
        typed_by=version.typed_by,
        typed_at=version.typed_at,
        author_id=version.author_id,
    )


def _shown_id(row: SegmentRow, target: str) -> str:
    rendering = row.side(target).rendering
    return rendering.id if rendering is not None else ""
