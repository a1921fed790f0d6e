"""The dialog before the signature: who certifies, who approves, and where the file goes."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from ui.widgets.basic import button
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.new_file import NewFile
from ui.widgets.secret import PassphraseField

if TYPE_CHECKING:
    from ui.export.view_model import ExportViewModel


class SignDialog(Dialog):
    """Stays open until the bundle is signed.

    second: who approves the release besides the user; empty for nobody. agreed: the target, and the
    passphrases of the certifying interpreter and of the second person, empty for nobody. refusing: the second
    person does not approve, and says why.
    """

    agreed = Signal(object, str, str)
    refusing = Signal()

    def __init__(self, parent: QWidget, case: CaseFile, certifier: str, second: str) -> None:
        super().__init__(
            parent,
            self.tr("Sign and save the bundle"),
            self.tr(
                "Your signature approves the bundle. An interpreter who certifies signs first, and types "
                "their own passphrase."
            ),
        )
        self.setMinimumWidth(640)
        form = Form()
        self.passphrase = PassphraseField(self.tr("Passphrase of the interpreter"))
        self._certified = bool(certifier)
        if certifier:
            form.tell(self.tr("Certified by"), certifier)
            form.add(self.tr("&Their passphrase"), self.passphrase)
        self.second_passphrase = PassphraseField(self.tr("Passphrase of the second person"))
        self._seconded = bool(second)
        if second:
            form.tell(self.tr("Second person"), second)
            form.add(self.tr("Passphrase of the s&econd person"), self.second_passphrase)
        self.place = NewFile(case.reference, self.tr("Save the bundle as"))
        self.target = self.place.text
        form.add(self.tr("&Save as"), self.place)
        self.body.addLayout(form)
        self.refuse_button = button(self.tr("Re&fuse the release\u2026"), self.refusing.emit, icon="circle-x")
        self.finish_with(self.tr("Si&gn"), icon="stamp", aside=self.refuse_button)
        self.refuse_button.setVisible(self._seconded)  # not before: alone, it would be a window of its own

    def take(self) -> None:
        target = self.place.path()
        if (problem := self.place.problem()) or target is None:
            self.refuse_at(self.target, problem)
        elif self._certified and not self.passphrase.text():
            self.refuse_at(self.passphrase, self.tr("The interpreter's passphrase is needed."))
        elif self._seconded and not self.second_passphrase.text():
            self.refuse_at(self.second_passphrase, self.tr("The second person types their passphrase here."))
        else:
            self._agree(target)

    def _agree(self, target: Path) -> None:
        self.begin_work(self.tr("The bundle is signed, and the file is read again and checked."))
        self.agreed.emit(target, self.passphrase.take(), self.second_passphrase.take())

    def refuse(self, sentence: str) -> None:
        """Show why nothing was signed; the dialog stays open, and the passphrase is typed again."""
        super().refuse(sentence)
        if self._certified:
            self.passphrase.setFocus()
        elif self._seconded:
            self.second_passphrase.setFocus()


def open_signing(page: QWidget, model: "ExportViewModel") -> None:
    """Ask for what signs the prepared pages; who was asked to approve them may refuse instead."""
    from ui.export.refusing import RefuseReleaseDialog

    case, asked = model.case, model.second
    if case is None:
        return
    dialog = SignDialog(page, case, model.certifier_name(), model.second_name())
    dialog.agreed.connect(model.sign)

    def refuse() -> None:
        if asked is not None:
            refusing = RefuseReleaseDialog(dialog, model.jobs, case.id, asked, model.second_name())
            refusing.accepted.connect(dialog.reject)
            refusing.accepted.connect(model.drop)
            refusing.open()

    dialog.refusing.connect(refuse)
    model.refused.connect(dialog.refuse)
    model.signed.connect(dialog.accept)
    dialog.keep_typing(model.draft("sign-bundle", case.id))
    dialog.open()
