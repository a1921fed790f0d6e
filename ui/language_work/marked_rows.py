"""Rows of turns with the marks of what is noted at them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from thb_desktop.domain.ids import SegmentId
from ui.text import listed
from ui.transcript.marks import MARKED, UNMARKED, TurnMarks
from ui.transcript.rows import SIDES, At, SegmentsModel
from ui.transcript.segment_row import SegmentRow


class MarkedRows(SegmentsModel):
    """marks: of the turns that have any."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks: Mapping[SegmentId, TurnMarks] = {}

    def source_side(self, row: SegmentRow) -> At:
        """Return the side on which the source of a turn stands."""
        return At.RIGHT if row.segment.language == self.right else At.LEFT

    def tag_in(self, _row: SegmentRow, column: str) -> str:
        """Each column is of one text: what is rendered, or a rendering of it."""
        return column

    def _extra(self, row: SegmentRow, column: At, role: int) -> Any:
        if role != MARKED:
            return super()._extra(row, column, role)
        marks = self.marks.get(row.segment.id, UNMARKED)
        if column in SIDES:
            return marks.source if column is self.source_side(row) else marks.rendering
        return marks.margin if column is At.STATE else ()

    def _said_aloud(self, row: SegmentRow, column: At) -> str:
        told = super()._said_aloud(row, column)
        if column is not At.STATE:
            return told
        return listed(filter(None, (told, self.marks.get(row.segment.id, UNMARKED).told)))
