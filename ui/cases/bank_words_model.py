"""What the words mean in which a bank states a status: every transaction that has them is corrected."""

from threading import Event

from PySide6.QtCore import Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.services.casework import bank_words
from thb_desktop.services.core.session import Session
from ui.long_work import LongWork, Progress


class BankWordsModel(LongWork):
    """corrected: how many transactions were. It outlives its dialog, which may be left while it works."""

    corrected = Signal(int)

    def correct(self, case: CaseFile, written: str, status: BookingStatus, reason: str) -> None:
        def work(session: Session, progress: Progress, cancelled: Event) -> int:
            return bank_words.correct_statuses(
                session, case.id, written, status, reason, progress=progress, cancelled=cancelled
            )

        self.begin(work, self.corrected.emit, changes=True)
