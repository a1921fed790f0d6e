"""A new passphrase after a recovery, before work continues."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.tones import Tone
from ui.vaults.view_model import RecoveredViewModel
from ui.widgets.basic import Label, Notice, Part, button, row
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.refusals import refuse_at, take_back
from ui.widgets.second_person import SecondPerson


class RecoveredView(QWidget):
    """The vault was opened with its recovery code or shares; a new passphrase must be set before work
    continues.
    """

    finished = Signal()

    def __init__(self, view_model: RecoveredViewModel, *, by_shares: bool = False) -> None:
        super().__init__()
        self._model = view_model
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("Choose a new passphrase"), Part.TITLE, wrap=True))
        told = self.tr("The recovery code opened the vault. It stays valid.")
        if by_shares:
            told = self.tr("The recovery shares opened the vault. They stay valid.")
        column.addWidget(Label(told, Part.MUTED, wrap=True))
        column.addSpacing(4)
        self.form = NewPassphrase(view_model.jobs)
        column.addLayout(self.form)
        self.second = SecondPerson(view_model.jobs)
        column.addWidget(self.second)
        self.notice = Notice()
        column.addWidget(self.notice)
        self.set_button = button(self.tr("&Set and continue"), self._set, part="primary")
        column.addLayout(row(None, self.set_button))
        column.addStretch(1)
        for last in (self.form.repeated, self.second.passphrase, self.second.reason):
            last.returnPressed.connect(self.set_button.click)
        view_model.done.connect(self.finished)
        view_model.refused.connect(self._refuse)

    def start(self) -> None:
        self.second.ask(TwoPersonAct.RECOVER_PASSPHRASE)
        self.form.new.setFocus()

    def _set(self) -> None:
        take_back(self)
        self.notice.clear()
        if lack := self.form.lack() or self.second.lack():
            refuse_at(*lack)
            return
        self.set_button.setEnabled(False)
        self._model.set_after_recovery(self.form.new.text(), self.second.take())

    def _refuse(self, sentence: str) -> None:
        self.set_button.setEnabled(True)
        self.notice.tell(sentence, Tone.BAD)
