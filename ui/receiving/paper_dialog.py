"""The dialog that enters the printed form of a receipt, which came back signed by hand and was scanned."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.package import Package
from thb_desktop.services.receiving.paper_receipts import PaperReceipt
from ui.receiving.model import PaperOffer, ReceivingModel
from ui.receiving.refusing import Refusing
from ui.text import isolate
from ui.widgets.choices import ValueBox
from ui.widgets.dates import MomentField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.tick_list import Entry


class PaperReceiptDialog(Dialog):
    """Takes what the form says. Nothing is chosen or ticked beforehand."""

    def __init__(self, parent: QWidget, model: ReceivingModel, package: Package) -> None:
        super().__init__(
            parent,
            self.tr("A receipt on paper for {number}").format(number=isolate(package.number)),
            self.tr(
                "Register the scan of the signed form as an exhibit of the case first. A receipt on paper is "
                "told as such: the program cannot check a signature by hand."
            ),
        )
        self.setMinimumWidth(680)
        self._model, self._package = model, package
        form = Form()
        self.who = form.add(self.tr("Signed b&y (name, function, office)"), line(""))
        self.at = form.add(self.tr("Recei&ved on"), MomentField())
        self.digest = form.add(self.tr("SHA-256, as the &form says it"), line(""))
        self.scan = form.add(self.tr("E&xhibit with the scan"), ValueBox([(self.tr("Please choose"), None)]))
        self.body.addLayout(form)
        self.refusing = Refusing(
            self,
            self.body,
            accepted=self.tr("Exhibits that were acce&pted"),
            every=self.tr("A&ll of them"),
            why=self.tr("&Why it was refused"),
        )
        self.items, self.reasons = self.refusing.items, self.refusing.reasons
        rest = Form()
        self.remarks = rest.add(self.tr("R&emarks"), line(""))
        self.body.addLayout(rest)
        self.finish_with(self.tr("Enter the &receipt"), icon="file-check")
        model.refused.connect(self.refuse)
        model.paper_offered.connect(self._offer)
        model.ask_paper(package.id)
        self.keep_typing(model.draft("paper-receipt", package.id))

    def take(self) -> None:
        if self.lacks((self.who, self.tr("Please write who signed the form."))):
            return
        if self.at.is_empty():
            self.refuse_at(self.at, self.tr("Please write when the package was received."))
        elif self.lacks((self.digest, self.tr("Please type the digest that stands on the form."))):
            return
        elif self.scan.currentData() is None:
            self.refuse_at(self.scan, self.tr("Please choose the exhibit that holds the scan."))
        elif lacking := self.refusing.lacking():
            told = self.tr("Please write why {number} was refused, or tick what was accepted.")
            self.refuse_at(self.refusing.because, told.format(number=isolate(lacking)))
        else:
            self.begin_work(self.tr("The receipt is compared with the package and recorded."))
            paper = PaperReceipt(
                from_party=self.who.text().strip(),
                received_at=self.at.given(),
                sha256=self.digest.text().strip(),
                scan=ExhibitId(self.scan.currentData()),
                refused=self.refusing.refused(),
                remarks=self.remarks.text().strip(),
            )
            with self._model.answering(self):
                self._model.enter_paper(self._package.id, paper)

    def _offer(self, offer: PaperOffer) -> None:
        for exhibit, number in offer.scans:
            self.scan.addItem(isolate(number), exhibit)
        self.refusing.fill([Entry(shown=isolate(each), value=each) for each in offer.items])
