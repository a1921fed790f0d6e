"""The dialog that signs a receipt for a package that came."""

from PySide6.QtWidgets import QWidget

from ui.receiving.model import Received, ReceivingModel
from ui.text import isolate
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.place import NewPlace, named_at_home


class SignReceiptDialog(Dialog):
    """Signs a receipt for a package that came."""

    def __init__(self, parent: QWidget, model: ReceivingModel, received: Received) -> None:
        super().__init__(
            parent,
            self.tr("Sign a receipt for {number}").format(number=isolate(received.package.number)),
            self.tr(
                "It names the package, what was imported and refused, and the state of the sender's event "
                "chain that came with it."
            ),
        )
        self.setMinimumWidth(640)
        self._model, self._received = model, received
        form = Form()
        self.remarks = form.add(self.tr("R&emarks"), line(""))
        self.place = NewPlace(self.tr("New file"), browse=self.tr("&Browse\u2026"))
        self.file = form.add(self.tr("New &file"), self.place).text
        self.file.setText(str(named_at_home(f"receipt-{received.package.number}.asice")))
        self.body.addLayout(form)
        self.finish_with(self.tr("&Sign"), icon="stamp")
        model.refused.connect(self.refuse)
        model.written.connect(self.accept)

    def take(self) -> None:
        target = self.place.path()
        if (problem := self.place.problem()) or target is None:
            self.refuse_at(self.file, problem)
            return
        self.begin_work(self.tr("The receipt is signed, and what was written is read again."))
        self._model.write_receipt(self._received.package.id, target, self.remarks.text().strip())
