"""The segments of one interview as a table: original and one translation side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview import Rendering, Segment
from thb_desktop.domain.vocabulary import RenderingState
from ui import text
from ui.labels import language_name, words
from ui.rows import ROW, TONE, Index
from ui.tones import Tone

LANGUAGE = Qt.ItemDataRole.UserRole + 2
QUIET = Qt.ItemDataRole.UserRole + 3

STATE_TONES = {
    RenderingState.DRAFT: Tone.WARN,
    RenderingState.SELF_CHECKED: Tone.INFO,
    RenderingState.REVISED_BY_SECOND_LINGUIST: Tone.INFO,
    RenderingState.CERTIFIED: Tone.OK,
    RenderingState.CONTESTED: Tone.BAD,
}
"""Of the states that a person gives."""
LOUD = frozenset((RenderingState.SUPERSEDED, RenderingState.WITHDRAWN))
"""What must not be taken for a translation of what stands beside it."""


class At(IntEnum):
    """The columns."""

    NUMBER = 0
    TIME = 1
    ORIGINAL = 2
    TRANSLATION = 3
    STATE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRow:
    """A segment, its rendering in the language shown, and what is typed but not saved in either column."""

    segment: Segment
    rendering: Rendering | None
    typed_source: str | None = None
    typed: str | None = None

    @property
    def original(self) -> str:
        return self.typed_source if self.typed_source is not None else self.segment.source_text or ""

    @property
    def translation(self) -> str:
        if self.typed is not None:
            return self.typed
        return self.rendering.text if self.rendering else ""

    @property
    def unsaved(self) -> bool:
        return self.typed is not None or self.typed_source is not None


class SegmentsModel(QAbstractTableModel):
    """What the editor shows; changes go through the view-model, never through `setData`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SegmentRow] = []
        self.original_language = ""
        self.language = ""
        self.open_columns: frozenset[At] = frozenset()

    def show_rows(self, rows: Sequence[SegmentRow], *, original: str, language: str) -> None:
        self.beginResetModel()
        self.rows, self.original_language, self.language = list(rows), original, language
        self.endResetModel()

    def row_of(self, segment_id: SegmentId) -> int:
        return next((at for at, row in enumerate(self.rows) if row.segment.id == segment_id), -1)

    def keep_typed(self, number: int, column: At, typed: str | None) -> None:
        """Show what is being typed; None takes it back."""
        row = self.rows[number]
        changed = replace(row, typed_source=typed) if column is At.ORIGINAL else replace(row, typed=typed)
        self.replace_row(number, changed)

    def replace_row(self, number: int, row: SegmentRow) -> None:
        self.rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, At.STATE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        return 0 if parent.isValid() else len(At)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() not in self.open_columns:
            return flags
        segment = self.rows[index.row()].segment
        if index.column() == At.ORIGINAL and segment.source_text is None:
            return flags
        if index.column() == At.TRANSLATION and segment.language == self.language:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        original = self.tr("Original: {language}").format(language=language_name(self.original_language))
        translation = self.tr("Translation: {language}").format(language=language_name(self.language))
        return ("#", self.tr("Time"), original, translation, self.tr("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], At(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._shown(row, column)
            case Qt.ItemDataRole.EditRole:
                shown: object = row.original if column is At.ORIGINAL else row.translation
            case _ if role == ROW:
                shown = row
            case _ if role == LANGUAGE:
                shown = row.segment.language if column is At.ORIGINAL else self.language
            case _ if role == TONE:
                shown = self._state(row)[1] if column is At.STATE else None
            case _ if role == QUIET:
                shown = column is At.ORIGINAL and row.segment.source_text is None
            case _:
                shown = None
        return shown

    def _shown(self, row: SegmentRow, column: At) -> str:
        match column:
            case At.NUMBER:
                return text.isolate(row.segment.label or str(row.segment.sequence))
            case At.TIME:
                return text.isolate(row.segment.recording_from)
            case At.ORIGINAL:
                if row.segment.source_text is None:
                    return self.tr("Original not transcribed")
                return row.original
            case At.TRANSLATION:
                return row.translation
            case At.STATE:
                return self._state(row)[0]

    def _state(self, row: SegmentRow) -> tuple[str, Tone]:
        if row.unsaved:
            return self.tr("Not saved"), Tone.WARN
        if row.segment.language == self.language:
            return self.tr("Same language"), Tone.PLAIN
        if row.rendering is None:
            return self.tr("To translate"), Tone.PLAIN
        state = row.rendering.state
        return words(state), Tone.BAD if state in LOUD else STATE_TONES.get(state, Tone.PLAIN)
