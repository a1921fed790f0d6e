"""Dialogs whose work can be stopped while it goes on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.widgets.basic import rename
from ui.widgets.dialog import Dialog


class StoppableDialog(Dialog):
    """Stays open while its work goes on: its button to go back then stops the work. stop: what does it.

    Whoever stops goes back: nothing of the work stays outside.
    """

    def __init__(self, parent: QWidget, heading: str, sentence: str, *, stop: Callable[[], object]) -> None:
        super().__init__(parent, heading, sentence)
        self._stop = stop

    def begin_to_write(self, sentence: str) -> None:
        self.begin_work(sentence)
        self._may_stop(True)

    def show_progress(self, done: int, total: int) -> None:
        self.work_bar.setRange(0, 1000)
        self.work_bar.setValue(done * 1000 // total if total else 0)

    def refuse(self, sentence: str) -> None:
        self._may_stop(False)
        super().refuse(sentence)

    def reject(self) -> None:
        if self._works:
            self.back_button.setEnabled(False)
            self._stop()
        super().reject()

    def _may_stop(self, stops: bool) -> None:
        rename(self.back_button, self.tr("S&top") if stops else self.tr("Cancel"))
        self.back_button.setEnabled(True)
        self.work_bar.setRange(0, 0)
