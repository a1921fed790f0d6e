"""Confirming a transfer: the dialog with what is confirmed and the three ways, and the withdrawal."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from thb_desktop.domain.confirmations import LEAST_TYPED, is_transfer, party_named
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import ConfirmationWay, CustodyAction, TransferParty
from thb_desktop.services.evidence.confirmations import OnPaper
from ui.clock import occurred
from ui.custody.confirming_model import ConfirmingModel, Shown
from ui.custody.view_model import EventRow
from ui.forms.editors import MomentEditor
from ui.jobs import VaultJobs
from ui.labels import field_words, words
from ui.labels.entries import choices_among
from ui.text import NONE, day, digest_groups, isolate, isolate_words, listed, when, with_name
from ui.tones import Tone
from ui.widgets.basic import Label, button, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.questions import Question
from ui.widgets.sheet_file import SheetFile
from ui.widgets.signing_pad import SigningPad


class Confirming(QWidget):
    """The buttons below a chosen event: to confirm a transfer, and to withdraw a confirmation."""

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = ConfirmingModel(jobs, self)
        self._event: RowId | None = None
        self._rights: frozenset[Right] = frozenset()
        self.confirm_button = button(self.tr("&Confirm the transfer\u2026"), self._confirm, icon="check")
        self.withdraw_button = button(
            self.tr("&Withdraw the confirmation\u2026"), self._withdraw, part="quiet"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (self.confirm_button, self.withdraw_button):
            each.hide()
            column.addWidget(each)
        self.model.shown.connect(self._open)
        self.model.refused.connect(lambda _: self.confirm_button.setEnabled(True))

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights

    def show_event(self, found: EventRow | None) -> None:
        """Offer what can be done with this event."""
        may = Right.RECORD_CUSTODY in self._rights and found is not None and not found.exhibit.struck
        self._event = found.event.id if found is not None else None
        self.confirm_button.setVisible(may and found is not None and is_transfer(found.event))
        confirms = found is not None and found.event.action is CustodyAction.TRANSFER_CONFIRMED
        self.withdraw_button.setVisible(may and confirms and found is not None and not found.is_withdrawn)

    def _confirm(self) -> None:
        """Read what is confirmed; until it is shown, the button begins nothing more."""
        if self._event is not None:
            self.confirm_button.setEnabled(False)
            self.model.ask(self._event)

    def _open(self, shown: Shown) -> None:
        self.confirm_button.setEnabled(True)
        ConfirmDialog(self.window(), self.model, shown).open()

    def _withdraw(self) -> None:
        if self._event is not None:
            WithdrawDialog(self.window(), self.model, self._event).open()


class ConfirmDialog(Dialog):
    """Who confirms, and in which way. Nothing is chosen beforehand."""

    def __init__(self, parent: QWidget, model: ConfirmingModel, shown: Shown) -> None:
        super().__init__(
            parent,
            self.tr("Confirm a transfer"),
            self.tr("What is confirmed is never changed. A wrong confirmation is withdrawn for a reason."),
        )
        self.setMinimumWidth(1200)
        self._model, self._shown = model, shown
        # Beside each other, so that a signature is drawn beside what it confirms, on the smallest screen too.
        told, answers = QVBoxLayout(), QVBoxLayout()
        told.addLayout(self._told())
        self.answers = answers
        sides = QHBoxLayout()
        sides.setSpacing(32)
        for side, share in ((told, 4), (answers, 5)):
            sides.addLayout(side, share)
        self.body.addLayout(sides)
        form = Form()
        please: tuple[str, object] = (self.tr("Please choose"), None)
        event = shown.transfers[0].event
        parties = [(self._party(each, party_named(event, each)), each) for each in shown.missing]
        self.party = form.add(self.tr("&Party"), ValueBox([please, *parties]))
        self.way = form.add(
            self.tr("&Way"), ValueBox([please, *((words(each), each) for each in ConfirmationWay)])
        )
        answers.addLayout(form)
        self.own = Label(
            self.tr("{user} confirms with their own key, as the user at this desk.").format(
                user=isolate_words(shown.user)
            ),
            wrap=True,
        )
        answers.addWidget(self.own)
        self._add_drawn()
        self._add_paper()
        for side in (told, answers):
            side.addStretch(1)
        self.finish_with(self.tr("C&onfirm"), icon="check")
        self.way.currentIndexChanged.connect(lambda _: self._fit())
        self.sheet_file = SheetFile(self, self.notice)
        model.written.connect(self.sheet_file.tell)
        model.refused.connect(self.refuse)
        if not parties:
            self.main_button.setEnabled(False)
            self.notice.tell(self.tr("Both parties have confirmed this transfer."), Tone.OK)
        self._fit()

    def take(self) -> None:
        choose = self.tr("Please choose.")
        for box in (self.party, self.way):
            if box.currentData() is None:
                self.refuse_at(box, choose)
                return
        party, way = TransferParty(self.party.currentData()), self.way.currentData()
        if way == ConfirmationWay.DRAWN:
            self._take_drawn(party)
        elif way == ConfirmationWay.ON_PAPER:
            self._take_paper(party)
        else:
            self._ask_own(party)

    def _ask_own(self, party: TransferParty) -> None:
        """Name once more for whom this user confirms: with a key, one press does it."""
        name = party_named(self._shown.transfers[0].event, party)
        question = Question(
            self,
            self.tr("Confirm with your key?"),
            self.tr("{user} confirms as {party}.").format(
                user=isolate_words(self._shown.user), party=self._party(party, name)
            ),
            self.tr("Confirm &with my key"),
            doubtful=True,
        )
        question.accepted.connect(lambda: self._confirm_own(party))
        question.open()

    def _confirm_own(self, party: TransferParty) -> None:
        self.begin_work()
        with self._model.answering(self):
            self._model.by_key(self._shown, party)

    def refuse_field(self, field: str, sentence: str) -> None:
        """Refuse at the field that a refusal names, where this dialog has it."""
        fields = {
            "actor": self.name if self.drawn.isVisible() else self.signer,
            "strokes": self.pad,
            "sha256": self.digest,
            "party": self.party,
            "occurred_at": self.signed_at,
            "late_entry_reason": self.late,
        }
        at = fields.get(field.rpartition(".")[2])
        if at is None or at is self.pad:
            self.refuse(sentence)
        else:
            self.refuse_at(at, sentence)

    def _told(self) -> Form:
        """Return the transfer as it is confirmed: what stands above the signature."""
        form = Form()
        form.setVerticalSpacing(4)
        event = self._shown.transfers[0].event
        form.tell(self.tr("Event"), words(event.action))
        form.tell(self.tr("Date and time"), when(occurred(event)), exact=True)
        for label, value in (
            (self.tr("From"), event.from_party),
            (self.tr("To"), event.to_party),
            (self.tr("By"), event.actor),
            (self.tr("Place"), event.place),
            (self.tr("Reason"), event.reason),
            (self.tr("Seal"), self._seals()),
            (field_words("custody_event", "seal_state"), words(event.seal_state) if event.seal_state else ""),
            (self.tr("Condition"), event.condition),
            (field_words("custody_event", "carrier"), words(event.carrier) if event.carrier else ""),
            (field_words("custody_event", "tracking"), event.tracking),
            (self.tr("Order or request"), event.document),
            (field_words("custody_event", "due_on"), day(event.due_on) if event.due_on else ""),
        ):
            if value:
                form.tell(label, value)
        form.tell(self.tr("Exhibits"), listed(isolate(each.exhibit.number) for each in self._shown.transfers))
        form.tell(self.tr("Digest"), digest_groups(self._shown.digest))
        return form

    def _seals(self) -> str:
        """Return the seal; of several exhibits, each seal with the number of its exhibit."""
        sealed = [each for each in self._shown.transfers if each.event.seal]
        if len(self._shown.transfers) == 1:
            return "".join(each.event.seal for each in sealed)
        return listed(
            with_name(isolate(each.exhibit.number), isolate_words(each.event.seal)) for each in sealed
        )

    def _add_drawn(self) -> None:
        self.drawn = QWidget()
        column = QVBoxLayout(self.drawn)
        column.setContentsMargins(0, 0, 0, 0)
        form = Form()
        self.name = form.add(self.tr("Name of who &signs"), line(""))
        column.addLayout(form)
        self.pad = SigningPad(self.tr("Field for the signature, drawn with the mouse or a pen"))
        clear = button(self.tr("C&lear"), self.pad.clear, part="quiet")
        column.addLayout(row(self.pad, clear, None))
        self.answers.addWidget(self.drawn)

    def _add_paper(self) -> None:
        self.paper = QWidget()
        column = QVBoxLayout(self.paper)
        column.setContentsMargins(0, 0, 0, 0)
        print_form = button(self.tr("Print the &form\u2026"), self._print, icon="printer", part="quiet")
        column.addLayout(row(print_form, None))
        form = Form()
        self.signer = form.add(self.tr("Signe&d by"), line(""))
        self.signed_at = form.add(self.tr("Signed a&t"), MomentEditor())
        offered: list[tuple[str, object]] = [(NONE, None)]
        offered += choices_among({"exhibit": self._shown.scans}, "")["exhibit"]
        self.scan = form.add(self.tr("Scan of the form, an e&xhibit"), ValueBox(offered))
        self.digest = form.add(self.tr("Di&gest on the form"), line(""))
        self.digest.setPlaceholderText(
            self.tr("Its first {count} signs, or its code scanned").format(count=isolate(str(LEAST_TYPED)))
        )
        self.late = form.add(self.tr("Reason for late &entry"), line(""))
        self.late.setPlaceholderText(self.tr("Needed if it was more than a day ago"))
        column.addLayout(form)
        self.answers.addWidget(self.paper)

    def _fit(self) -> None:
        way = self.way.currentData()
        for part, shown in (
            (self.own, way == ConfirmationWay.BY_KEY),
            (self.drawn, way == ConfirmationWay.DRAWN),
            (self.paper, way == ConfirmationWay.ON_PAPER),
        ):
            part.setVisible(shown)

    def _take_drawn(self, party: TransferParty) -> None:
        if self.lacks((self.name, self.tr("Please write who signs."))):
            return
        if not self.pad.is_signed():
            self.refuse(self.tr("Nothing is signed yet. Sign in the field with the mouse or a pen."))
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.drawn(self._shown, party, self.name.text().strip(), self.pad.text())

    def _take_paper(self, party: TransferParty) -> None:
        lacks = self.lacks(
            (self.signer, self.tr("Please write who signed.")),
            (self.signed_at, self.tr("Please write when it was signed.")),
        )
        if lacks:
            return
        if self.scan.currentData() is None:
            self.refuse_at(self.scan, self.tr("Please choose the exhibit that holds the scan."))
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.on_paper(self._shown, party, self._given())

    def _given(self) -> OnPaper:
        return OnPaper(
            signer=self.signer.text().strip(),
            signed_at=self.signed_at.given(),
            scan_id=ExhibitId(self.scan.currentData()),
            digest=self.digest.text(),
            late_entry_reason=self.late.text().strip(),
        )

    def _party(self, party: TransferParty, name: str) -> str:
        if not name:
            return words(party)
        return self.tr("{party}: {name}").format(party=words(party), name=isolate_words(name))

    def _print(self) -> None:
        if target := self.sheet_file.ask("hand-over.pdf", self.tr("Where the form is written")):
            self._model.print_form(self._shown, target)


class WithdrawDialog(Dialog):
    """Why a confirmation was wrong. event_id: the confirmation."""

    def __init__(self, parent: QWidget, model: ConfirmingModel, event_id: RowId) -> None:
        super().__init__(
            parent,
            self.tr("Withdraw a confirmation"),
            self.tr("The confirmation stays on record, with who withdrew it and why. It no longer counts."),
        )
        self._model, self._event = model, event_id
        form = Form()
        self.reason = form.add(self.tr("&Reason"), QLineEdit())
        self.body.addLayout(form)
        self.finish_with(self.tr("&Withdraw"))

    def take(self) -> None:
        if not self.lacks((self.reason, self.tr("Please write why."))):
            self.begin_work()
            with self._model.answering(self):
                self._model.withdraw(self._event, self.reason.text().strip())
