"""Steps from file to file of an exhibit, without going back to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.text import grouped, isolate
from ui.widgets.basic import Label, Part, button, row


class FileSteps(QWidget):
    """Which of the files is shown, between two arrows; hidden where nobody said of which it is one.

    went: to the next file (1) or to the one before (-1).
    """

    went = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.former_button = button("", lambda: self.went.emit(-1), icon="chevron-left", part="quiet")
        self.former_button.setAccessibleName(self.tr("File before"))
        self.next_button = button("", lambda: self.went.emit(1), icon="chevron-right", part="quiet")
        self.next_button.setAccessibleName(self.tr("Next file"))
        self.place = Label("", Part.MUTED)
        line = row(self.former_button, self.place, self.next_button)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def show_place(self, number: int, count: int) -> None:
        """number: of the file that is shown, from 1; 0 for none."""
        told = self.tr("{number} of {count}").format(
            number=isolate(grouped(str(number))), count=isolate(grouped(str(count)))
        )
        self.place.setText(told if number else "")
        self.place.setAccessibleName(self.tr("File {place}").format(place=told) if number else "")
        self.former_button.setEnabled(number > 1)
        self.next_button.setEnabled(0 < number < count)
        self.setVisible(bool(number))
