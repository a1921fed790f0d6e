"""Notes at times of the recording by keys: noted, heard again, and given another time."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from thb_desktop.domain import recording_places as places
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.language_work import Annotation
from ui import shortcuts
from ui.language_work.note_dialog import Asked
from ui.language_work.noted_turns import NotedTurns
from ui.language_work.noting import OFFERED, Noted
from ui.language_work.panel import WorkPanel
from ui.language_work.popovers import FORM, Noting
from ui.language_work.times.dialogs import PlaceAtTimeDialog, TimeNoteDialog
from ui.language_work.times.ranges import TimeMarks, TimeRange, range_of
from ui.tones import Tone
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Notice


class TimedNoting(QObject):
    """What the keys and the list of notes do with times, in one window of a linguist."""

    def __init__(
        self, noting: Noting, model: NotedTurns, table: SegmentTable, notice: Notice, marks: TimeMarks
    ) -> None:
        super().__init__(noting)
        self._noting, self._model, self._table, self._notice = noting, model, table, notice
        self.marks = marks
        marks.strip.wants_note.connect(self.note)
        marks.strip.told.connect(notice.tell)

    def acts(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """Return the keys of all notes, and what each does."""
        noting = self._noting
        return (
            (shortcuts.SETTLE, noting.settle),
            (shortcuts.NOTE, noting.note),
            (shortcuts.NOTE_AT_TIME, self.note),
            (shortcuts.DOUBT, noting.doubt),
            (shortcuts.ASK_JUDGE, noting.ask_judge),
            (shortcuts.CONCERN, noting.concern),
            (shortcuts.chosen(shortcuts.COMPLAINT), noting.complain),
        )

    def serve(self, panel: WorkPanel) -> None:
        """Do what is wanted in the list of notes."""
        panel.recorded = lambda: self.marks.strip.model.files
        panel.strikes.connect(self._noting.strike)
        panel.places.connect(self.place)
        panel.hears.connect(self.hear)
        self.marks.strip.model.shown.connect(panel.tell_again)

    def show_turn(self) -> None:
        """Show the range of the chosen turn on the strip, or what is marked at it."""
        number = self._table.row()
        if 0 <= number < len(self._model.rows.rows):
            turn = self._model.rows.rows[number].segment
            self.marks.show_turn(turn.id, turn.recording_from, turn.recording_to, turn.at)
        self.marks.strip.may_set = self._model.rows.can_edit

    def note(self) -> None:
        """Note something at a time of the recording, at the chosen turn."""
        number, rows = self._table.row(), self._model.rows
        if number < 0 or not self._noting.may_write():
            return
        segment_id = rows.rows[number].segment.id
        if segment_id not in rows.due:
            self._notice.tell(self.tr("This turn is no part of the job: nothing is noted at it."), Tone.INFO)
            return
        if not self.marks.strip.model.files:
            self._notice.tell(self.tr("There is no recording here at which something is noted."), Tone.INFO)
            return
        self._noting.leave_editor()
        dialog = TimeNoteDialog(
            self._noting.window,
            Asked(
                heading=self.tr("Note at a time of the recording"),
                quoted="",
                codes=OFFERED,
                languages=self._model.languages_of_notes(number),
            ),
            self.marks,
        )
        dialog.keep_typing(self._model.draft(f"{FORM}.time", segment_id))
        dialog.begin_at_marks()

        def take(noted: Noted) -> None:
            if dialog.range is not None:
                dialog.begin_work()
                with self._model.answering(dialog):
                    self._model.note_at(segment_id, dialog.range.anchor, noted)

        dialog.taken.connect(take)
        dialog.accepted.connect(self.marks.clear)
        self._noting.show_dialog(dialog)

    def place(self, note: Annotation) -> None:
        """Give a note another time, or other words of the present wording."""
        if note.anchor.kind is not AnchorKind.TIME:
            self._noting.place(note)
            return
        files = self.marks.strip.model.files
        if not files:
            self._notice.tell(self.tr("The recording of this note is not here."), Tone.INFO)
            return
        self._noting.leave_editor()
        found = range_of(note.anchor, files)
        if found is not None:
            self.marks.set_range(*(places.to_text(files, each) for each in found.places))
        dialog = PlaceAtTimeDialog(self._noting.window, note, self.marks)

        def take(wanted: TimeRange) -> None:
            with self._model.answering(dialog):
                self._model.place_at(note, wanted.anchor)

        dialog.taken.connect(take)
        dialog.finished.connect(lambda _: self.marks.clear())
        self._noting.show_dialog(dialog)

    def hear(self, note: Annotation) -> None:
        """Go to the time of a note, and play it."""
        found = range_of(note.anchor, self.marks.strip.model.files)
        if found is None:
            self._notice.tell(self.tr("The recording of this note is not here."), Tone.INFO)
            return
        self.marks.hear(found)
