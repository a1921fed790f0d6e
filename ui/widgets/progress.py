"""Long work on the page: what is done, its progress, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from ui.widgets.basic import Card, Label, Part, button, row


class ProgressCard(Card):
    """Hidden until work begins. stopped: a person asked to stop."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__("inset", spacing=6, margin=12)
        self.heading = Label("")
        self.detail = Label("", Part.MUTED)
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = button(self.tr("S&top"), self.stopped.emit, icon="x")
        self.body.addLayout(row(self.heading, None, self.detail, 4, self.stop))
        self.body.addWidget(self.bar)
        self.hide()

    def begin(self, heading: str, *, can_stop: bool = True) -> None:
        self.heading.setText(heading)
        self.detail.clear()
        self.bar.setRange(0, 0)
        self.stop.setVisible(can_stop)
        self.stop.setEnabled(True)
        self.show()

    def advance(self, done: int, total: int, detail: str = "") -> None:
        """Per mille, because a bar counts in 32 bits."""
        self.bar.setRange(0, 1000)
        self.bar.setValue(done * 1000 // total if total else 0)
        self.detail.setText(detail)

    def end(self) -> None:
        self.hide()
