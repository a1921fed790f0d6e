"""A new recovery code: shown once, printed, and typed back from the paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thb_desktop.crypto import recovery
from thb_desktop.errors import RecoveryCodeTypoError
from ui.jobs import VaultJobs
from ui.messages import sentence
from ui.office.keys_model import CodeModel
from ui.widgets.basic import Card, Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.recovery_sheet import print_recovery_sheet
from ui.widgets.secret import CodeField

if TYPE_CHECKING:
    from ui.office.keys_model import NewCode


class CodeDialog(Dialog):
    """Closes only after the code was typed back correctly, because an unreadable sheet is useless.

    The event chain records this. If the vault refuses that, the next unlock says that the code was not typed
    back.
    """

    def __init__(self, parent: QWidget, jobs: VaultJobs, new: "NewCode") -> None:
        super().__init__(
            parent,
            self.tr("The new recovery code"),
            self.tr(
                "If the passphrase is lost, only this code opens the vault. Keep it on paper, in a safe, "
                "away from this computer. It is shown only once."
            ),
        )
        self.awaits_paper = True
        self._code = new.code
        self._is_right = False
        self._model = CodeModel(jobs, new.locked, self)
        card = Card("inset")
        self.code = Label(new.code, Part.CODE)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.setAccessibleName(self.tr("Recovery code {code}").format(code=new.code))
        card.body.addWidget(self.code)
        self.body.addWidget(card)
        self.print_button = button(
            self.tr("&Print the recovery sheet\u2026"),
            lambda: print_recovery_sheet(self, code=new.code, office=new.office, vault=new.vault),
            icon="printer",
        )
        self.body.addLayout(row(self.print_button, None))
        label = Label(self.tr("Recovery &code, typed back from the sheet"))
        self.typed_back = CodeField()
        self.typed_back.setAccessibleName(self.tr("Recovery code, typed back from the sheet"))
        label.setBuddy(self.typed_back)
        for part in (label, self.typed_back):
            self.body.addWidget(part)
        self.finish_with(self.tr("&Finish"))
        self.back_button.hide()
        self.typed_back.setFocus()
        self._model.confirmed.connect(self.accept)
        self._model.refused.connect(self.refuse)

    def take(self) -> None:
        try:
            same = recovery.to_text(recovery.from_text(self.typed_back.text())) == self._code
        except RecoveryCodeTypoError as error:
            self.refuse_at(self.typed_back, sentence(error))
            return
        if not same:
            self.refuse_at(self.typed_back, self.tr("This is not the code that is shown here."))
        elif self._is_right:
            self.accept()
        else:
            self._is_right = True
            self.begin_work()
            self._model.confirm(self.typed_back.text())

    def accept(self) -> None:
        self.awaits_paper = False
        super().accept()

    def reject(self) -> None:
        """Esc does not close it: the code would be lost."""
        told = self.tr("Please type the code back first. This shows that the sheet can be read.")
        self.refuse_at(self.typed_back, told)
