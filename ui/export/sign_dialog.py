"""The last dialog before a signature: who certifies, who approves, and where the file goes."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.people import User
from ui.text import NONE
from ui.widgets import choose
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, ValueBox, line
from ui.widgets.secret import PassphraseField


class SignDialog(Dialog):
    """agreed: the target, and the interpreter with the passphrase typed at this desk, or None."""

    agreed = Signal(object, object)

    def __init__(self, parent: QWidget, case: CaseFile, interpreters: tuple[User, ...]) -> None:
        super().__init__(
            parent,
            self.tr("Sign and save the bundle"),
            self.tr(
                "Your signature approves the bundle. An interpreter who certifies signs first, and types "
                "their own passphrase."
            ),
        )
        form = Form()
        choices: list[tuple[str, object]] = [(self.tr("Nobody certifies"), None)]
        choices += [(user.name, user.id) for user in interpreters]
        self.interpreter = form.add(self.tr("&Interpreter"), ValueBox(choices))
        self.passphrase = form.add(
            self.tr("&Passphrase"), PassphraseField(self.tr("Passphrase of the interpreter"))
        )
        name = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in case.reference)
        self.target = line(str(Path.home() / f"{name}.pdf"))
        browse = button(self.tr("&Browse\u2026"), self._browse, icon="folder-open")
        place = QWidget()
        place.setLayout(row(self.target, browse))
        form.add(self.tr("&Save as"), place)
        self.target.setAccessibleName(self.tr("Save as"))
        self.body.addLayout(form)
        self.form = form
        self.finish_with(self.tr("Si&gn"), icon="stamp")
        self.interpreter.currentIndexChanged.connect(lambda _: self._fit())
        self._fit()

    def take(self) -> None:
        target = Path(self.target.text().strip()).expanduser()
        interpreter = self.interpreter.currentData()
        if not self.target.text().strip() or not target.parent.is_dir():
            self.refuse(self.tr("Please choose a folder that exists."))
            return
        if target.exists():
            self.refuse(self.tr("There is a file of this name already. Please choose another name."))
            return
        if interpreter and not self.passphrase.text():
            self.refuse(self.tr("The interpreter's passphrase is needed."))
            return
        self.agreed.emit(target, (interpreter, self.passphrase.take()) if interpreter else None)
        self.accept()

    def _fit(self) -> None:
        self.form.setRowVisible(self.passphrase, self.interpreter.currentData() is not None)

    def _browse(self) -> None:
        shown = Path(self.target.text()).name or NONE
        chosen = choose.choose_target(self, self.tr("Save the bundle as"), shown)
        if chosen is not None:
            self.target.setText(str(chosen))
