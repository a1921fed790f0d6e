"""What a magistrate states about a finding of the unlock: the answer becomes a signed event."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.health.view_model import HealthViewModel
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog
from ui.widgets.text_edit import PlainTextEdit


class StatementDialog(Dialog):
    """Asks for a statement; no draft of it is saved, since nothing can be written before."""

    def __init__(
        self,
        parent: QWidget,
        model: HealthViewModel,
        heading: str,
        sentence: str,
        *,
        asked: str,
        state: Callable[[str], object],
    ) -> None:
        """asked: what the statement tells. state: lets the model record it."""
        super().__init__(parent, heading, sentence)
        self._model, self._state = model, state
        self.reason = PlainTextEdit(asked, lines=3)
        self.body.addWidget(Label(asked, Part.CAPTION))
        self.body.addWidget(self.reason)
        self.finish_with(self.tr("&Confirm"))
        self.reason.setFocus()

    def take(self) -> None:
        if self.lacks((self.reason, self.tr("A reason is needed. Please write why."))):
            return
        self.begin_work()
        with self._model.answering(self):
            self._state(self.reason.toPlainText().strip())
