"""The button of the bank's words: shown where the case has such transactions, it opens their dialog."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thb_desktop.domain.ids import CaseId
from ui.cases.bank_words_model import BankWordsModel
from ui.tones import Tone

if TYPE_CHECKING:
    from ui.cases.details import CaseDetails
    from ui.cases.view_model import CaseInFull, CasesViewModel


class BankWordsOffer(QObject):
    """Keeps how many transactions of the shown case have a status in which words of a bank."""

    def __init__(self, details: "CaseDetails", model: "CasesViewModel") -> None:
        super().__init__(details)
        self._details = details
        self._found: tuple[CaseId | None, Mapping[str, int]] = (None, {})
        self._model = BankWordsModel(model.jobs, self)
        self._model.corrected.connect(self._tell)
        model.shown.connect(self._forget)
        model.bank_words.connect(self._take)
        details.buttons.words_button.clicked.connect(self._open)

    def _forget(self, full: "CaseInFull") -> None:
        """Forget the words of another case."""
        if full.case.id != self._found[0]:
            self._found = (None, {})
            self._details.buttons.offer_words(in_words=False)

    def _take(self, case_id: CaseId, found: Mapping[str, int]) -> None:
        full = self._details.full
        if full is not None and full.case.id == case_id:
            self._found = (case_id, found)
            self._details.buttons.offer_words(in_words=bool(found))

    def _open(self) -> None:
        from ui.cases.bank_words import BankWordsDialog

        case_id, found = self._found
        full = self._details.full
        if full is not None and full.case.id == case_id:
            BankWordsDialog(self._details, self._model, full.case, found).open()

    def _tell(self, count: int) -> None:
        self._details.told.emit(self.tr("%n transaction(s) were corrected.", "", count), Tone.OK)
