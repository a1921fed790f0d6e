"""Long work on the page: what is done, its progress, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from ui.widgets.basic import Card, Label, Part, button, rename, row


class ProgressCard(Card):
    """Hidden until work begins. stopped: a person asked to stop. paused: to pause, or to go on."""

    stopped = Signal()
    paused = Signal(bool)

    def __init__(self) -> None:
        super().__init__("inset", spacing=6, margin=12)
        self.heading = Label("")
        self.detail = Label("", Part.MUTED)
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = button(self.tr("S&top"), self.stopped.emit, icon="x")
        self.pause = button(self.tr("Pa&use"), self._pause, icon="pause")
        self.pause.setCheckable(True)
        self.body.addLayout(row(self.heading, None, self.detail, 4, self.pause, self.stop))
        self.body.addWidget(self.bar)
        self.hide()

    def begin(self, heading: str, *, can_stop: bool = True, can_pause: bool = False) -> None:
        self.heading.setText(heading)
        self.detail.clear()
        self.bar.setRange(0, 0)
        self.stop.setVisible(can_stop)
        self.stop.setEnabled(True)
        self.pause.setVisible(can_pause)
        self.pause.setChecked(False)
        self._name_pause()
        self.show()

    def advance(self, done: int, total: int, detail: str = "") -> None:
        """Per mille, because a bar counts in 32 bits."""
        self.bar.setRange(0, 1000)
        self.bar.setValue(done * 1000 // total if total else 0)
        self.detail.setText(detail)

    def end(self) -> None:
        self.hide()

    def _pause(self) -> None:
        self._name_pause()
        self.paused.emit(self.pause.isChecked())

    def _name_pause(self) -> None:
        rename(self.pause, self.tr("&Go on") if self.pause.isChecked() else self.tr("Pa&use"))
