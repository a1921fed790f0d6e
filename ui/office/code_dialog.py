"""A recovery code that was just made: shown once, printed, and typed back from the paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.basic import Card, Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.recovery_sheet import print_recovery_sheet


class CodeDialog(Dialog):
    """Closes only when the code was typed back rightly: a sheet that cannot be read is none."""

    def __init__(self, parent: QWidget, *, code: str, office: str) -> None:
        super().__init__(
            parent,
            self.tr("The new recovery code"),
            self.tr(
                "If the passphrase is lost, only this code opens the vault. Keep it on paper, in a safe, "
                "away from this computer. It is shown this once."
            ),
        )
        self._code = code
        card = Card("inset")
        self.code = Label(code, Part.CODE, wrap=True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.setAccessibleName(self.tr("Recovery code"))
        card.body.addWidget(self.code)
        self.body.addWidget(card)
        self.print_button = button(
            self.tr("&Print the recovery sheet\u2026"),
            lambda: print_recovery_sheet(self, code=code, office=office),
            icon="printer",
        )
        self.body.addLayout(row(self.print_button, None))
        form = Form()
        self.typed_back = form.add(self.tr("Recovery &code, typed back from the sheet"), line())
        self.typed_back.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Finish"))
        self.back_button.hide()

    def take(self) -> None:
        from thb_desktop.crypto import recovery
        from thb_desktop.errors import RecoveryCodeTypoError
        from ui.messages import sentence

        try:
            same = recovery.to_text(recovery.from_text(self.typed_back.text())) == self._code
        except RecoveryCodeTypoError as error:
            self.refuse(sentence(error))
            return
        if same:
            self.accept()
        else:
            self.refuse(self.tr("This is not the code that is shown here."))

    def reject(self) -> None:
        """Esc does not close it: the code would be lost."""
        self.refuse(self.tr("Please type the code back first: without it the sheet helps nobody."))
