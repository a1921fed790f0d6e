"""Above the list of records: what linguists asked or sealed, and the way there."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.ids import CaseId
from thb_desktop.services.language import waiting
from thb_desktop.services.language.waiting import Waiting
from ui.jobs import VaultJobs
from ui.tones import Tone
from ui.view_model import ViewModel
from ui.widgets.basic import Notice, button, row


class WaitingModel(ViewModel):
    """found: what waits in a case."""

    found = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)

    def ask(self, case_id: CaseId) -> None:
        self.read(lambda session: waiting.list_waiting(session, case_id), self.found.emit)


class WaitingLine(QWidget):
    """Says how many questions and sealed words wait; it stands beside the turns and takes no room from them.

    wants_turn: the job and the turn of the first question. wants_concerns: the list of what is sealed.
    """

    wants_turn = Signal(str, str)
    wants_concerns = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found = Waiting()
        self.notice = Notice()
        self.sentence = self.notice.sentence
        self.answer_button = button(self.tr("Answer\u2026"), self._answer, icon="chevron-right", part="quiet")
        self.concerns_button = button(
            self.tr("Read what is sealed\u2026"), self.wants_concerns.emit, icon="shield-check", part="quiet"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.notice)
        for each in (self.answer_button, self.concerns_button):
            column.addLayout(row(each, None))
        self.hide()

    def show_found(self, found: Waiting) -> None:
        """Show what waits; nothing stands there where nothing does."""
        self._found = found
        told = self._told(found)
        self.answer_button.setVisible(bool(found.questions))
        self.concerns_button.setVisible(bool(found.concerns))
        self.setVisible(bool(told))
        if told != self.sentence.text():
            self.notice.tell(told, Tone.WARN)

    def _answer(self) -> None:
        if self._found.questions:
            self.wants_turn.emit(*self._found.questions[0])

    def _told(self, found: Waiting) -> str:
        parts = []
        if found.questions:
            count = len(found.questions)
            parts.append(self.tr("%n question(s) of linguists wait for an answer.", "", count))
        if found.concerns:
            parts.append(self.tr("%n sealed word(s) of linguists wait for a magistrate.", "", found.concerns))
        return " ".join(parts)
