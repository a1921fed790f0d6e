"""The dialog of the packages of a case: what was sent and what came back, what came and what was answered."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.receiving import PackageReceipt, ReceivedItem, ReceivedPackage
from thb_desktop.services.receiving.receipts import Sent, SentState
from ui.clock import when_here
from ui.jobs import VaultJobs
from ui.labels.findings import finding_text
from ui.messages import sentence
from ui.partners.office_dialog import OfficeDialog
from ui.partners.offices_model import Stranger
from ui.receiving.closing import told_of
from ui.receiving.model import Entered, Listed, Received, ReceivingModel
from ui.receiving.named_table import named_table
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, visible
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Label, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.questions import ask_reason


def open_packages(
    parent: QWidget, jobs: VaultJobs, case: CaseFile, package: Path | None = None
) -> "PackagesDialog":
    """Show the packages of a case. package: one that was dropped, to be looked at now."""
    dialog = PackagesDialog(parent, ReceivingModel(jobs, case, parent))
    dialog.open()
    if package is not None:
        dialog.receive(package)
    return dialog


class PackagesDialog(Dialog):
    """Lists both directions; each act has a dialog of its own."""

    def __init__(self, parent: QWidget, model: ReceivingModel) -> None:
        super().__init__(
            parent,
            self.tr("Packages: {case}").format(case=isolate(model.case.reference)),
            self.tr("A transfer is closed when the receipt has come back."),
        )
        self.setMinimumWidth(980)
        self._model = model
        self.sent: RowsModel[Sent] = RowsModel(
            [
                Column(title=self.tr("Package"), read=lambda each: each.package.number, width=90, exact=True),
                Column(title=self.tr("Made"), read=lambda each: when_here(each.package.at), width=200),
                Column(title=self.tr("State"), read=self._state, width=250, tone=_tone),
                Column(title=self.tr("What came back"), read=self._answers),
            ],
            self,
        )
        self.sent_table = named_table(
            self.body, self.sent, self.tr("&Sent"), self.tr("No package of this case was sent."), height=140
        )
        self.enter_button = button(self.tr("&Enter a receipt\u2026"), self._enter, icon="file-check")
        self.answer = Label("", wrap=True)
        self.paper_button = button(
            self.tr("Enter a receipt &on paper\u2026"), self._enter_paper, icon="file-text"
        )
        self.wrong_button = button(self.tr("&Withdraw a receipt on paper\u2026"), self._withdraw, icon="x")
        self.office_button = button(
            self.tr("Re&cord this office\u2026"), self._record_office, icon="shield-check"
        )
        self._stranger: Stranger | None = None
        self.body.addWidget(self.answer)
        self.body.addLayout(
            row(self.wrong_button, None, self.office_button, self.paper_button, self.enter_button)
        )
        self.received: RowsModel[Received] = RowsModel(
            [
                Column(title=self.tr("Package"), read=lambda each: each.package.number, width=90, exact=True),
                Column(title=self.tr("Received"), read=lambda each: when_here(each.package.at), width=200),
                Column(title=self.tr("Office"), read=lambda each: each.office),
                Column(title=self.tr("Exhibits"), read=self._items, width=220),
                Column(title=self.tr("Receipt"), read=self._signed, width=130),
            ],
            self,
        )
        self.received_table = named_table(
            self.body,
            self.received,
            self.tr("&Received"),
            self.tr("No package came into this case."),
            height=140,
        )
        self.sign_button = button(self.tr("S&ign a receipt\u2026"), self._sign, icon="stamp")
        self.notices_button = button(self.tr("&Notices\u2026"), self._notices, icon="info")
        self.refused_button = button(
            self.tr("Import what was re&fused\u2026"), self._import_refused, icon="package-check"
        )
        self.reword_button = button(
            self.tr("Correct w&hy it was refused\u2026"), self._reword, icon="pen-line"
        )
        self.body.addLayout(
            row(self.notices_button, None, self.reword_button, self.refused_button, self.sign_button)
        )
        self.finish_with(self.tr("Receive a &package\u2026"), icon="package-check", back=self.tr("Back"))
        self.sent_table.chosen.connect(lambda _: self._show_answer())
        self.received_table.chosen.connect(lambda _: self._let_sign())
        model.listed.connect(self._show)
        model.refused.connect(self.refuse)
        model.imported.connect(self._tell_imported)
        model.after_all.connect(self._tell_after_all)
        model.entered.connect(self._tell_entered)
        model.withdrawn.connect(self._tell_withdrawn)
        model.reworded.connect(self._tell_reworded)
        model.stranger.connect(self._meet)
        self.wrong_button.hide()
        self._meet(None)
        model.written.connect(self._tell_written)
        self._let_sign()
        model.list()

    def take(self) -> None:
        self.receive(None)

    def receive(self, package: Path | None) -> None:
        """Ask for a package, or look at this one."""
        from ui.receiving.receive_dialog import ReceiveDialog

        ReceiveDialog(self, self._model, package).open()

    def _notices(self) -> None:
        from ui.receiving.notices_dialog import NoticesDialog
        from ui.receiving.notices_model import NoticesModel

        NoticesDialog(self, NoticesModel(self._model.jobs, self._model.case, self)).open()

    def _show(self, listed: Listed) -> None:
        self.sent.show_rows(listed.sent)
        self.received.show_rows(listed.received)
        self.sent_table.choose_row(len(listed.sent) - 1)
        self.received_table.choose_row(len(listed.received) - 1)
        self._show_answer()
        self._let_sign()

    def _show_answer(self) -> None:
        """Show the whole of what came back for the chosen package, and whose each receipt is."""
        chosen = self.sent_table.current_record()
        self.paper_button.setEnabled(isinstance(chosen, Sent))
        self.wrong_button.setVisible(isinstance(chosen, Sent) and bool(_on_paper(chosen)))
        lines = []
        if isinstance(chosen, Sent):
            for receipt, signer in zip(chosen.receipts, chosen.signers, strict=True):
                doubts = chosen.doubts_of(receipt)
                lines += [self._answer(receipt), *map(finding_text, (signer, *doubts))]
            lines += [*self._waiting(chosen), *map(self._ended, chosen.withdrawn)]
        self.answer.setText("\n".join(lines))

    def _let_sign(self) -> None:
        chosen = self.received_table.current_record()
        self.sign_button.setEnabled(isinstance(chosen, Received))
        is_refused = isinstance(chosen, Received) and any(each.exhibit_id is None for each in chosen.items)
        self.refused_button.setVisible(is_refused)
        was_refused = isinstance(chosen, Received) and any(each.refused_because for each in chosen.items)
        self.reword_button.setVisible(was_refused)

    def _enter(self) -> None:
        self.notice.clear()
        self._meet(None)
        file = choose.choose_file(self, self.tr("Receipt that came back"))
        if file is not None:
            self._model.enter_receipt(file)

    def _meet(self, stranger: Stranger | None) -> None:
        """An office signed a receipt whose root nobody compared: say it, and offer to record the office."""
        self._stranger = stranger
        self.office_button.setVisible(stranger is not None and bool(stranger.root))
        if stranger is not None:
            self.refuse(sentence(stranger.told))
            self.office_button.setFocus()

    def _record_office(self) -> None:
        """Record the office, and enter its receipt after it."""
        if (stranger := self._stranger) is not None:
            dialog = OfficeDialog(self, self._model, stranger.root)
            dialog.accepted.connect(lambda: self._enter_again(stranger))
            dialog.open()

    def _enter_again(self, stranger: Stranger) -> None:
        self.notice.clear()
        self._meet(None)
        self._model.enter_receipt(stranger.file)

    def _enter_paper(self) -> None:
        chosen = self.sent_table.current_record()
        if isinstance(chosen, Sent):
            from ui.receiving.paper_dialog import PaperReceiptDialog

            self.notice.clear()
            PaperReceiptDialog(self, self._model, chosen.package).open()

    def _withdraw(self) -> None:
        """Ask why the last receipt on paper of the chosen package was wrong."""
        chosen = self.sent_table.current_record()
        if isinstance(chosen, Sent) and (typed := _on_paper(chosen)):
            wrong = typed[-1]
            told = self.tr(
                "It is of {party}, received {when}. It stays readable with your reason, and counts no more. "
                "Enter it again as it is."
            )
            reason = ask_reason(
                self,
                self.tr("Withdraw the last receipt on paper?"),
                told.format(party=isolate_words(wrong.from_party), when=when_here(wrong.received_at)),
                self.tr("&Withdraw"),
                draft=self._model.draft("withdraw-receipt", wrong.id),
            )
            if reason:
                self.notice.clear()
                self._model.withdraw_paper(wrong.id, reason)

    def _tell_withdrawn(self, receipt: PackageReceipt) -> None:
        told = self.tr("The receipt on paper of {party} is withdrawn: enter it again as it is.")
        self.notice.tell(told.format(party=isolate_words(receipt.from_party)), Tone.OK)
        self._model.list()

    def _ended(self, receipt: PackageReceipt) -> str:
        told = self.tr("Withdrawn: {receipt}. Why: {reason}")
        because = isolate_words(receipt.withdrawn_because)
        return told.format(receipt=self._answer(receipt), reason=because)

    def _sign(self) -> None:
        chosen = self.received_table.current_record()
        if isinstance(chosen, Received):
            from ui.receiving.sign_dialog import SignReceiptDialog

            self.notice.clear()
            SignReceiptDialog(self, self._model, chosen).open()

    def _import_refused(self) -> None:
        chosen = self.received_table.current_record()
        if isinstance(chosen, Received):
            from ui.receiving.refused_dialog import RefusedDialog

            self.notice.clear()
            RefusedDialog(self, self._model, chosen).open()

    def _reword(self) -> None:
        chosen = self.received_table.current_record()
        if isinstance(chosen, Received):
            from ui.receiving.refused_dialog import RefusalReasonDialog

            self.notice.clear()
            RefusalReasonDialog(self, self._model, chosen).open()

    def _tell_reworded(self, item: ReceivedItem) -> None:
        told = self.tr("Why {number} was refused is corrected. Sign a receipt that says so.")
        self.notice.tell(told.format(number=isolate(item.number)), Tone.OK)
        self._model.list()

    def _tell_after_all(self, numbers: tuple[str, ...]) -> None:
        told = self.tr("Imported after all: {numbers}. Sign a receipt that says so.")
        self.notice.tell(told.format(numbers=", ".join(map(isolate, numbers))), Tone.OK)
        self._model.list()

    def _tell_imported(self, received: ReceivedPackage) -> None:
        told = self.tr("The package {number} is among the exhibits of the case. Sign a receipt for it.")
        self.notice.tell(told.format(number=isolate(received.number)), Tone.OK)
        self._model.list()

    def _tell_entered(self, entered: Entered) -> None:
        self.notice.tell(*told_of(entered))
        self._model.list()

    def _tell_written(self, file: Path) -> None:
        told = self.tr("The receipt is signed: {file}. Send it back.")
        self.notice.tell(told.format(file=isolate(visible(file.name))), Tone.OK)
        self._model.list()

    def _state(self, sent: Sent) -> str:
        return {
            SentState.SENT: self.tr("No receipt yet"),
            SentState.RECEIVED: self.tr("Received"),
            SentState.REMARKS: self.tr("Received, with remarks"),
            SentState.OTHER: self.tr("Receipt of another office"),
        }[sent.state]

    def _answers(self, sent: Sent) -> str:
        return " \u00b7 ".join([*map(self._answer, sent.receipts), *self._waiting(sent)])

    def _waiting(self, sent: Sent) -> list[str]:
        told = self.tr("no receipt yet of {names}")
        names = ", ".join(map(isolate_words, sent.waiting))
        return [told.format(names=names)] if names else []

    def _answer(self, receipt: PackageReceipt) -> str:
        told = self.tr("%n exhibit(s) accepted", "", len(receipt.accepted))
        refused = [
            self.tr("{number} refused: {reason}").format(number=isolate(number), reason=isolate_words(why))
            for number, why in receipt.refused
        ]
        remarks = [isolate_words(receipt.remarks)] if receipt.remarks else []
        return "; ".join([isolate_words(receipt.from_party), told, *refused, *remarks])

    def _items(self, received: Received) -> str:
        refused = sum(each.exhibit_id is None for each in received.items)
        told = self.tr("%n imported", "", len(received.items) - refused)
        parts = [told, *([self.tr("%n refused", "", refused)] if refused else [])]
        if later := sum(each.came_after_all for each in received.items):
            parts.append(self.tr("%n of them refused before", "", later))
        return ", ".join(parts)

    def _signed(self, received: Received) -> str:
        return self.tr("Signed") if received.receipts else self.tr("Not signed yet")


def _on_paper(sent: Sent) -> list[PackageReceipt]:
    return [each for each in sent.receipts if each.office_id is None]


def _tone(sent: Sent) -> Tone | None:
    return {
        SentState.SENT: Tone.INFO,
        SentState.RECEIVED: Tone.OK,
        SentState.REMARKS: Tone.WARN,
        SentState.OTHER: Tone.BAD,
    }[sent.state]
