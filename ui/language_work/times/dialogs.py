"""The dialogs of a note at a time of the recording: a new one, and another time for one that is there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.language_work import Annotation
from ui.labels import words
from ui.language_work.note_dialog import Asked, NoteDialog
from ui.language_work.times.ranges import TimeFields, TimeMarks, TimeRange, place_told, range_of
from ui.text import isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog


class TimeNoteDialog(NoteDialog):
    """A note with a range of the recording. range: it, once it was taken."""

    def __init__(self, parent: QWidget, asked: Asked, marks: TimeMarks) -> None:
        super().__init__(parent, asked)
        self.setMinimumWidth(600)
        self.range: TimeRange | None = None
        self.times = TimeFields(marks, self)
        self.body.insertWidget(0, self.times)
        QWidget.setTabOrder(self.times.ends, self.code_field)

    def begin_at_marks(self) -> None:
        """Show what was marked before, above an earlier draft, and go to what is not said yet."""
        self.times.show_marks()
        lacking = (each for each in (self.times.begins, self.times.ends) if not each.text())
        next(lacking, self.code_field).setFocus()

    def take(self) -> None:
        found = self.times.read()
        if isinstance(found, TimeRange):
            self.range = found
            super().take()
        else:
            self.refuse_at(*found)


class PlaceAtTimeDialog(Dialog):
    """taken: the other range of a note."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, note: Annotation, marks: TimeMarks) -> None:
        super().__init__(
            parent,
            self.tr("Another time for the note"),
            self.tr("The note goes to this time; at the former time it is struck out."),
        )
        self.setMinimumWidth(600)
        files = marks.strip.model.files
        self.body.addWidget(Label(f"{words(note.code)}: {isolate_words(note.text)}", wrap=True).selectable())
        before = self.tr("It was at: {words}").format(words=place_told(note.anchor, files))
        self.body.addWidget(Label(before, Part.MUTED, wrap=True))
        self._before = range_of(note.anchor, files)
        self.times = TimeFields(marks, self)
        self.times.show_marks()
        self.body.addWidget(self.times)
        self.finish_with(self.tr("&Place it here"), icon="check")
        self.times.begins.setFocus()

    def take(self) -> None:
        found = self.times.read()
        if not isinstance(found, TimeRange):
            self.refuse_at(*found)
        elif found == self._before:
            self.refuse_at(self.times.begins, self.tr("The note is at this time already."))
        else:
            self.begin_work()
            self.taken.emit(found)
