"""The cover: hides everything while the vault cannot be locked yet, and says why."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from ui import shortcuts, theme
from ui.jobs import Task
from ui.widgets.basic import Card, Label, Part, button, row
from ui.widgets.progress import ProgressCard


class Cover(QMainWindow):
    """stopped: stop the work in progress. wanted: show the recovery code or share again."""

    stopped = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self)
        self.setWindowTitle(self.tr("THB Desktop"))
        self.resize(640, 360)
        self._followed: set[Task] = set()
        card = Card(margin=28)
        card.setMaximumWidth(560)
        self.sentence = Label("", wrap=True)
        self.progress = ProgressCard()
        self.progress.stopped.connect(self.stopped)
        self.show_button = button(self.tr("&Show it"), self.wanted.emit, icon="eye", part="primary")
        card.body.addWidget(Label(self.tr("The vault locks"), Part.TITLE))
        card.body.addWidget(self.sentence)
        card.body.addWidget(self.progress)
        card.body.addLayout(row(None, self.show_button))
        page = QWidget()
        page.setProperty("part", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 32, 40, 32)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(page)
        QShortcut(QKeySequence(shortcuts.LOCK), self, self.stopped.emit)

    def show_work(self, tasks: Collection[Task]) -> None:
        """Show that work is being finished; long work can be stopped."""
        self.sentence.setText(self.tr("The work in progress is finished first; then the vault locks."))
        self.show_button.hide()
        if self.progress.isHidden():
            self.progress.begin(self.tr("Finishing"), can_stop=bool(tasks))
        for task in set(tasks) - self._followed:
            self._followed.add(task)
            task.progressed.connect(self.progress.advance)
        self.show()

    def show_paper(self) -> None:
        """Show that a recovery code or share is not on paper yet."""
        self.progress.end()
        self.sentence.setText(
            self.tr(
                "A recovery code or a recovery share is not on paper yet. It is never shown again, so "
                "the vault locks as soon as you have it on paper."
            )
        )
        self.show_button.show()
        self.show()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close only with the lock."""
        event.ignore()
        self.stopped.emit()
