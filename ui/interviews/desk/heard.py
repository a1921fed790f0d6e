"""The turn whose range of the recording is shown and set: the one that is typed, or the chosen one."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from ui.interviews.desk.entry_row import EntryRow
from ui.interviews.view_model import InterviewsViewModel
from ui.media.strip import RecordingStrip
from ui.transcript.segment_row import SegmentRow
from ui.transcript.table import SegmentTable


class HeardTurn(QObject):
    """F5 and F6 set the range of a turn: a part of the row while it is typed, and later an act of its own."""

    def __init__(
        self, model: InterviewsViewModel, table: SegmentTable, entry: EntryRow, strip: RecordingStrip
    ) -> None:
        super().__init__(strip)
        self._model, self.table, self._entry, self.strip = model, table, entry, strip
        strip.model.marks = self._marks
        strip.model.shown.connect(self.show)
        strip.begins.connect(lambda _: self._begin())
        strip.ends.connect(lambda _: self._end())
        model.desk.shown.connect(self.show)

    def show(self) -> None:
        """Show the range of that turn on the strip, and what can be set."""
        self.strip.may_set = self._model.can_edit and self._model.is_draft
        entry, row = self._model.desk.entry, self._row()
        if self._entry.has_focus:
            self.strip.show_turn(*entry.heard, entry.began)
        elif row is not None:
            segment = row.segment
            self.strip.show_turn(segment.recording_from, segment.recording_to, segment.at)
        else:
            self.strip.show_turn("", "")

    def _begin(self) -> None:
        self._set(self.strip.model.begun(self._range()[1]))

    def _end(self) -> None:
        self._set(self.strip.model.ended(self._range()[0]))

    def _range(self) -> tuple[str, str]:
        if self._entry.has_focus:
            return self._model.desk.entry.heard
        row = self._row()
        return (row.segment.recording_from, row.segment.recording_to) if row is not None else ("", "")

    def _set(self, wanted: tuple[str, str] | None) -> None:
        row = self._row()
        if wanted is None:
            return
        if self._entry.has_focus:
            self._model.desk.set_heard(*wanted)
        elif row is not None and not row.segment.struck:
            self._model.desk.acts.set_range(row.segment.id, *wanted)

    def _row(self) -> SegmentRow | None:
        rows, number = self._model.segments.rows, self.table.row()
        return rows[number] if 0 <= number < len(rows) else None

    def _marks(self) -> Iterator[str]:
        for row in self._model.segments.rows:
            yield from (row.segment.recording_from, row.segment.recording_to)
