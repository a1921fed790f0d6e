"""The dialog about a closed folder that is handed over: where it is, and what is told in another way."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.text import isolate, visible
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


class HandedOverDialog(Dialog):
    """Shows a passphrase once: the lock waits until somebody has it on paper."""

    def __init__(
        self,
        parent: QWidget,
        heading: str,
        folder: Path,
        told: Iterable[tuple[str, str]],
        passphrase: str,
    ) -> None:
        """told: the name and the value of what else the recipients must know."""
        sentence = self.tr("Hand over the whole folder. Tell the rest in another way, best by telephone.")
        super().__init__(parent, heading, sentence)
        self.setMinimumWidth(620)
        self.awaits_paper = bool(passphrase)
        form = Form()
        form.tell(self.tr("Folder"), isolate(visible(str(folder.absolute()))))
        for name, value in told:
            form.tell(name, value, exact=True)
        self.body.addLayout(form)
        self.words = Label(isolate(passphrase), Part.HEADING, wrap=True).selectable()
        if passphrase:
            self.body.addWidget(Label(self.tr("Passphrase, shown only now"), Part.CAPTION))
            self.words.setAccessibleName(self.tr("Passphrase: {words}").format(words=passphrase))
            self.body.addWidget(self.words)
        self.finished.connect(lambda _: self._forget())
        self.finish_with(self.tr("&Done"), back=self.tr("Back"))
        self.back_button.hide()

    def take(self) -> None:
        self.awaits_paper = False
        self.accept()

    def _forget(self) -> None:
        self.words.clear()
        self.words.setAccessibleName("")
