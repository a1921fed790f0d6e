"""A new passphrase: after a recovery as a page, otherwise as a dialog that asks for the old one first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.tones import Tone
from ui.vaults.view_model import PassphraseViewModel, strength
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.second_person import SecondPerson
from ui.widgets.secret import PassphraseField, StrengthMeter


class NewPassphrase(Form):
    """The passphrase twice, and its strength."""

    def __init__(self) -> None:
        super().__init__()
        self.new = self.add(self.tr("&New passphrase"), PassphraseField(self.tr("New passphrase")))
        self.repeated = self.add(self.tr("&Repeat it"), PassphraseField(self.tr("New passphrase, repeated")))
        self.meter = StrengthMeter()
        self.addRow("", self.meter)
        self.new.textChanged.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        self.meter.show_strength(*strength(self.new.text()))

    def agree(self) -> bool:
        return self.new.text() == self.repeated.text()


class RecoveredView(QWidget):
    """The vault opened by its recovery code; a new passphrase is set before work goes on."""

    finished = Signal()

    def __init__(self, view_model: PassphraseViewModel) -> None:
        super().__init__()
        self._model = view_model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("Choose a new passphrase"), Part.TITLE, wrap=True))
        column.addWidget(
            Label(self.tr("The recovery code opened the vault. It keeps working."), Part.MUTED, wrap=True)
        )
        column.addSpacing(4)
        self.form = NewPassphrase()
        column.addLayout(self.form)
        self.second = SecondPerson(view_model.jobs)
        column.addWidget(self.second)
        self.notice = Notice()
        column.addWidget(self.notice)
        self.set_button = button(self.tr("&Set and go on"), self._set, part="primary")
        column.addLayout(row(None, self.set_button))
        column.addStretch(1)
        self.form.repeated.returnPressed.connect(self.set_button.click)
        view_model.done.connect(self.finished)
        view_model.refused.connect(self._refuse)

    def start(self) -> None:
        self.second.ask(TwoPersonAct.RECOVER_PASSPHRASE)
        self.form.new.setFocus()

    def _set(self) -> None:
        if not self.form.agree():
            self.notice.tell(self.tr("The two passphrases differ. Please type them again."), Tone.WARN)
            return
        if problem := self.second.problem():
            self.notice.tell(problem, Tone.WARN)
            return
        self.set_button.setEnabled(False)
        self._model.set_after_recovery(self.form.new.text(), self.second.take())

    def _refuse(self, sentence: str) -> None:
        self.set_button.setEnabled(True)
        self.notice.tell(sentence, Tone.BAD)


class PassphraseDialog(Dialog):
    """Change the passphrase of who is at work."""

    def __init__(self, parent: QWidget, view_model: PassphraseViewModel) -> None:
        super().__init__(
            parent,
            self.tr("Change your passphrase"),
            self.tr("The recovery code of the vault stays as it is."),
        )
        self._model = view_model
        form = Form()
        self.old = form.add(self.tr("&Present passphrase"), PassphraseField(self.tr("Present passphrase")))
        self.body.addLayout(form)
        self.form = NewPassphrase()
        self.body.addLayout(self.form)
        self.finish_with(self.tr("&Change"))
        view_model.done.connect(self.accept)
        view_model.refused.connect(self.refuse)

    def take(self) -> None:
        if not self.form.agree():
            self.refuse(self.tr("The two passphrases differ. Please type them again."))
            return
        self.main_button.setEnabled(False)
        self._model.change(self.old.text(), self.form.new.text())
