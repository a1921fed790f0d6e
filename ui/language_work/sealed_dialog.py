"""A concern for safety: what is typed is sealed for the magistrates, and never shown again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language_work.note_dialog import NoteText
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog


class SafetyDialog(Dialog):
    """taken: the text. It has no draft: nothing of it is kept outside the seal."""

    taken = Signal(str)

    def __init__(self, parent: QWidget, turn: str = "") -> None:
        super().__init__(
            parent,
            self.tr("A concern for safety"),
            self.tr(
                "Say who is in danger or afraid, and of what. It is sealed for the magistrates at once: "
                "nobody else reads it, and it is not shown here again."
            ),
        )
        self.text = NoteText(self.tr("What concerns you"), lines=5)
        if turn:
            self.body.addWidget(Label(self.tr("About turn {turn}").format(turn=turn), Part.MUTED))
        self.body.addWidget(self.text)
        self.finish_with(self.tr("&Seal it"), icon="lock")
        self.text.entered.connect(self.main_button.click)
        self.text.setFocus()

    def take(self) -> None:
        if not self.lacks((self.text, self.tr("Please write what concerns you."))):
            self.begin_work(self.tr("It is being sealed\u2026"))
            self.taken.emit(self.text.toPlainText().strip())

    def done(self, result: int) -> None:
        """However it is closed, the typed text goes."""
        self.text.clear()
        super().done(result)
