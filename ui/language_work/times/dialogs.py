"""The dialogs of a note at a time of the recording: a new one, and another time for one that is there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.language_work import Annotation
from ui.labels import words
from ui.language_work.note_dialog import Asked, NoteDialog
from ui.language_work.note_parts import note_told
from ui.language_work.times.ranges import TimeFields, TimeMarks, TimeRange, place_told, range_of
from ui.text import with_name
from ui.widgets.basic import Label, Part, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog


class TimeNoteDialog(NoteDialog):
    """A note with a range of the recording. range: it, once it was taken.

    jobs: where several can have it, the job of which it is, each in words; none is presumed.
    """

    def __init__(
        self, parent: QWidget, asked: Asked, marks: TimeMarks, *, jobs: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(parent, asked)
        self.setMinimumWidth(600)
        self.range: TimeRange | None = None
        self.times = TimeFields(marks, self)
        self.body.insertWidget(0, self.times)
        QWidget.setTabOrder(self.times.ends, self.code_field)
        self.job = ValueBox(jobs, name=self.tr("Job of the linguist"))
        self.job.setPlaceholderText(self.tr("Please choose"))
        if len(jobs) > 1:
            self.job.setCurrentIndex(-1)
            self.body.insertLayout(0, row(Label(self.tr("Job of the linguist"), Part.MUTED), self.job, None))
            QWidget.setTabOrder(self.job, self.times.begins)
        else:
            self.job.hide()

    def begin_at_marks(self) -> None:
        """Show what was marked before, above an earlier draft, and go to what is not said yet."""
        self.times.show_marks()
        lacking = (each for each in (self.times.begins, self.times.ends) if not each.text())
        next(lacking, self.code_field).setFocus()

    def take(self) -> None:
        found = self.times.read()
        if self.job.count() and self.job.currentIndex() < 0:
            self.refuse_at(self.job, self.tr("Please choose whose note it is."))
        elif isinstance(found, TimeRange):
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
        self.body.addWidget(Label(with_name(words(note.code), note_told(note)), wrap=True).selectable())
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
