"""BankWordsDialog: what words of a bank mean is said once, for every transaction of a case that has them."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.money_counted import OWN
from ui.cases.bank_words_model import BankWordsModel
from ui.forms.editors import CodeEditor
from ui.text import isolate_words, visible
from ui.widgets.basic import Label
from ui.widgets.choices import ValueBox
from ui.widgets.form import Form, line
from ui.widgets.stoppable import StoppableDialog


class BankWordsDialog(StoppableDialog):
    """found: how many transactions have which words. Nothing is chosen beforehand."""

    def __init__(
        self, parent: QWidget, model: BankWordsModel, case: CaseFile, found: Mapping[str, int]
    ) -> None:
        super().__init__(
            parent,
            self.tr("What the bank's words mean"),
            self.tr(
                "The bank stated the status of these transactions in its own words. Ask it what they mean. "
                "Each transaction of this case with the chosen words is corrected, for the same reason; the "
                "words stay beside the status."
            ),
            stop=model.stop,
        )
        self.setMinimumWidth(600)
        self._model, self._case, self._found = model, case, found
        form = Form()
        offered = ((self._told(each, count), each) for each, count in found.items())
        self.words = form.add(
            self.tr("&Words of the bank"), ValueBox([(self.tr("Please choose"), None), *offered])
        )
        meanings = [each for each in BookingStatus if each not in OWN]
        self.status = form.add(self.tr("&Status"), CodeEditor(meanings, self.tr("Please choose")))
        self.reason = form.add(self.tr("W&hy it is corrected"), line())
        self.count = Label("", wrap=True)
        self.body.addLayout(form)
        self.body.addWidget(self.count)
        self.finish_with(self.tr("C&orrect"), icon="pencil")
        self.words.currentIndexChanged.connect(lambda _: self._tell_count())
        model.advanced.connect(self.show_progress)
        model.corrected.connect(self._finish)
        model.refused.connect(self.refuse)
        self.keep_typing(model.draft("bank-words", case.id))

    def take(self) -> None:
        written, status = self.words.currentData(), self.status.value()
        if written is None:
            self.refuse_at(self.words, self.tr("Please choose the words of the bank."))
        elif not isinstance(status, BookingStatus):
            self.refuse_at(self.status, self.tr("Please choose what the words mean."))
        elif not self.lacks((self.reason, self.tr("Please write why it is corrected."))):
            self.begin_to_write(self.tr("The transactions are corrected. Until all are, none is."))
            self._model.correct(self._case, written, status, self.reason.text())

    def _finish(self, _count: int) -> None:
        """A method: the model outlives this dialog, and what is connected to it ends with the dialog."""
        self.accept()

    def _told(self, written: str, count: int) -> str:
        shown = isolate_words(f"\u201c{visible(written)}\u201d") if written else self.tr("no words")
        return self.tr("{words}: %n transaction(s)", "", count).format(words=shown)

    def _tell_count(self) -> None:
        written = self.words.currentData()
        count = 0 if written is None else self._found[written]
        self.count.setText(self.tr("%n transaction(s) will be corrected.", "", count) if count else "")
