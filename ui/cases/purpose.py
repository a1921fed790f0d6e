"""The dialog that states the purpose of access to a case."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.consultation import Justification, Purpose
from ui.cases.view_model import CasesViewModel
from ui.forms.editors import CodeEditor
from ui.text import isolate
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line


class PurposeDialog(Dialog):
    """The stated purpose is logged with each access from now on, until the vault is locked."""

    def __init__(self, parent: QWidget, model: CasesViewModel, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Purpose of access to {case}").format(case=isolate(case.reference)),
            self.tr(
                "Each access to a case is logged with its purpose. If you state none, the purpose is the "
                "work of your function. What you state applies until the vault is locked."
            ),
        )
        self._model, self._case = model, case
        form = Form()
        self.code = form.add(self.tr("&Kind of reason"), CodeEditor(Justification))
        self.text = form.add(self.tr("&In a few words"), line())
        self.body.addLayout(form)
        self.finish_with(self.tr("&Confirm"))
        self.keep_typing(model.draft("purpose", case.id))
        model.purpose.connect(self._show)
        model.ask_purpose(case.id)

    def take(self) -> None:
        code = self.code.value()
        if not isinstance(code, Justification):
            self.refuse_at(self.code, self.tr("Please choose the kind of reason."))
            return
        if not self.text.text().strip():
            self.refuse(self.tr("A reason is needed. Please write why."))
            return
        self.main_button.setEnabled(False)
        with self._model.answering(self):
            self._model.state_purpose(self._case.id, code, self.text.text())

    def _show(self, purpose: Purpose) -> None:
        """Show the present purpose, if nothing is typed yet."""
        # The purpose that applies until one is stated has no words of its own: it is nobody's answer.
        if purpose.text and not self.text.text():
            self.code.set_value(purpose.code)
            self.text.setText(purpose.text)
