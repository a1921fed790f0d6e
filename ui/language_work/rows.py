"""The turns of a job: what is rendered on one side, in its language, the job's last version on the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Qt

from thb_desktop.domain.ids import AgentId, InterpreterId, SegmentId
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingKind, RenderingState
from thb_desktop.domain.work_left import DONE, READY
from ui.labels import words
from ui.language_work.marked_rows import MarkedRows
from ui.language_work.marks import marks_of, marks_of_turn, numbered
from ui.rows import Index
from ui.text import isolate_words
from ui.tones import Tone
from ui.transcript.marks import TO_READ
from ui.transcript.rows import IS_ORIGINAL, QUIET, At
from ui.transcript.segment_row import SegmentRow

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the table shows of a job, besides its turns' work.

    language: of the person heard. from_language: of the job whose texts are rendered; empty for the record.
    names: of the linguists. typists: the names of users; empty where they are not told. drafts: what is typed
    and not written, by turn.
    """

    turns: JobTurns
    segments: Sequence[SegmentInFull]
    language: str
    from_language: str
    names: Mapping[InterpreterId, str]
    typists: Mapping[AgentId, str]
    drafts: Mapping[SegmentId, str]
    can_edit: bool


class WorkRows(MarkedRows):
    """turns: the work on them. due: the turns that the job renders."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.turns: JobTurns | None = None
        self.due: Mapping[SegmentId, str] = {}
        self._from_language = ""
        self._typists: Mapping[AgentId, str] = {}
        self._places: dict[SegmentId, int] = {}
        self.numbers: Mapping[str, int] = {}
        """The number of each note."""
        self._marked = -1

    def steps(self, shown: Shown) -> Iterator[None]:
        """Show a job, with what is typed and not written; a step is one of its thousands of turns."""
        turns = self.turns = shown.turns
        target = turns.job.target_language
        rows = []
        for full in shown.segments:
            row = _row(full, turns.newest.get(full.segment.id), target)
            if full.segment.id in shown.drafts:
                row = replace(row, typed={target: shown.drafts[full.segment.id]})
            rows.append(row)
            yield
        self._from_language, self._typists = shown.from_language, shown.typists
        self.due, self.is_of_file, self.can_edit = turns.sources, False, shown.can_edit
        self._places = {row.segment.id: at for at, row in enumerate(rows)}
        self._mark(turns)
        left = self._from_language or turns.job.source_language or shown.language
        self.show_rows(rows, left=left, right=target, linguists=shown.names)

    def row_of(self, segment_id: SegmentId) -> int:
        return self._places.get(segment_id, -1)

    def state_of(self, segment_id: SegmentId) -> WorkState | None:
        """The state of the last version of a turn."""
        return self.turns.state_of(segment_id) if self.turns is not None else None

    def show_turn(self, segment_id: SegmentId) -> None:
        """Show a turn after an act on it; what was typed on it is written, unless more was typed since."""
        turns, number = self.turns, self.row_of(segment_id)
        if turns is None or number < 0:
            return
        row, version = self.rows[number], turns.newest.get(segment_id)
        typed = dict(row.typed)
        if version is not None and typed.get(self.right, "").strip() == version.text:
            typed = {}
        self._show_marks(turns, segment_id)
        self.replace_row(number, replace(row, full=_row(row.full, version, self.right).full, typed=typed))

    def _show_marks(self, turns: JobTurns, segment_id: SegmentId) -> None:
        """Mark what is noted: a new note changes the numbers of those at later turns."""
        before = self.marks
        if self._marked == turns.noted:
            if segment_id in before:
                self.marks = {**before, segment_id: marks_of_turn(turns, segment_id, self.numbers)}
            return
        self._mark(turns)
        for other in before.keys() | self.marks.keys():
            if other != segment_id and before.get(other) != self.marks.get(other):
                self.touch(other)

    def _mark(self, turns: JobTurns) -> None:
        self.numbers, self._marked = numbered(turns, self._places), turns.noted
        self.marks = marks_of(turns, self.numbers)

    def touch(self, segment_id: SegmentId) -> None:
        """Draw a turn again."""
        number = self.row_of(segment_id)
        if number >= 0:
            self.replace_row(number, self.rows[number])

    def language_of_source(self, row: SegmentRow) -> str:
        """The language of what is rendered: of the job's source, or that in which the turn was said."""
        fixed = self._from_language or (self.turns.job.source_language if self.turns else "")
        spoken = row.segment.language
        return fixed or (self.left if spoken == self.right else spoken)

    def is_to_do(self, number: int) -> bool:
        """Whether a turn still needs its linguist or somebody who types: nothing counts yet, or something is
        typed.
        """
        row = self.rows[number]
        return row.segment.id in self.due and (row.unsaved or self.state_of(row.segment.id) not in DONE)

    def is_to_write(self, number: int) -> bool:
        """Whether a turn still needs words: what is written and waits for the signature has them."""
        row = self.rows[number]
        return self.is_to_do(number) and (row.unsaved or self.state_of(row.segment.id) not in READY)

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
            return self.due.get(self.rows[index.row()].segment.id, "")
        usual, self.left = self.left, self.language_of_source(self.rows[index.row()])
        try:
            return super().data(index, role)
        finally:
            self.left = usual

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_named = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        turns = self.turns
        is_mixed = turns is not None and not self._from_language and not turns.job.source_language
        if is_named and section == At.LEFT and is_mixed:
            return self.tr("As it was said")
        if is_named and section == At.STATE:
            return self.tr("State, notes")
        return super().headerData(section, orientation, role)

    def _state(self, row: SegmentRow) -> tuple[str, Tone]:
        if row.segment.struck:
            return self.tr("Struck out"), Tone.PLAIN
        if row.unsaved:
            return self.tr("Typed"), Tone.WARN
        state = self.state_of(row.segment.id)
        if state is None:
            return (self.tr("Untouched") if row.segment.id in self.due else ""), Tone.PLAIN
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
            return self.due.get(row.segment.id, "")
        return super()._shown(row, column)

    def source_side(self, _row: SegmentRow) -> At:
        return At.LEFT

    def _extra(self, row: SegmentRow, column: At, role: int) -> Any:
        if role == TO_READ:
            return column is At.LEFT
        if column is At.LEFT and self._from_language and role in (IS_ORIGINAL, QUIET):
            return role == QUIET and row.segment.id not in self.due
        return super()._extra(row, column, role)


def _row(full: SegmentInFull, version: RenderingVersion | None, target: str) -> SegmentRow:
    """Show the version of the job on its side, in place of what was rendered on the spot."""
    if full.segment.language == target and version is None:
        return SegmentRow(full=full, corrections=full.corrections)
    others = tuple(each for each in full.renderings if each.language != target)
    if version is not None:
        others = (*others, _as_rendering(version, target))
    return SegmentRow(full=replace(full, renderings=others), corrections=full.corrections)


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
