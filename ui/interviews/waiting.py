"""Above the list of records: what linguists asked, sealed or handed back, and the way there."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.ids import AssignmentId, CaseId
from thb_desktop.services.language import waiting
from thb_desktop.services.language.waiting import Waiting
from ui.jobs import VaultJobs
from ui.text import isolate_words, listed, translate
from ui.tones import Tone
from ui.view_model import ViewModel
from ui.widgets.basic import Notice, button, row


class WaitingModel(ViewModel):
    """found: what waits in a case. returned: when work was handed back that is not merged."""

    found = Signal(object)
    returned = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.assigns = False
        """Whether this user may look at what came back."""
        self._asked_of = ""

    def ask(self, case_id: CaseId, *, again: bool) -> None:
        """Ask what waits in a case. What came back is asked once for each case, and again while something
        waits: nothing comes back while the vault is open, but by the list of what is given out.
        """
        if self.assigns and (self._asked_of != case_id or again):
            self._asked_of = case_id
            self.ask_returned(case_id)
        self.read(lambda session: waiting.list_waiting(session, case_id), self.found.emit)

    def ask_returned(self, case_id: CaseId) -> None:
        """Each store that is given out is opened for it, beside other work."""
        from ui.language_work.handed_back import waiting_in  # the unlock waits for none of it

        self.jobs.beside(
            self, lambda in_vault: waiting_in(in_vault, case_id), then=self.returned.emit, refused=self.refuse
        )


def told_given_out(names: Sequence[str]) -> str:
    """Return who has work on the turns of a record in a store of their own; empty if nobody does."""
    if not names:
        return ""
    told = translate(
        "given_out",
        "{names}: given out, as the turns stood then. Of a turn that you change now, the rendering that "
        "comes back waits to be made again.",
    )
    return told.format(names=listed(isolate_words(each) for each in names))


class WaitingLine(QWidget):
    """Says how many questions and sealed words wait; it stands beside the turns and takes no room from them.

    wants_turn: the job and the turn of the first question. wants_concerns: the list of what is sealed.
    wants_assignments: the list of what is given out.
    """

    wants_turn = Signal(str, str)
    wants_assignments = Signal()
    wants_concerns = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found, self._returned = Waiting(), 0
        self.notice = Notice()
        self.sentence = self.notice.sentence
        self.answer_button = button(self.tr("Answer\u2026"), self._answer, icon="chevron-right", part="quiet")
        self.concerns_button = button(
            self.tr("Read what is sealed\u2026"), self.wants_concerns.emit, icon="shield-check", part="quiet"
        )
        self.returned_button = button(
            self.tr("Look at it\u2026"), self.wants_assignments.emit, icon="file-check", part="quiet"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.notice)
        for each in (self.returned_button, self.answer_button, self.concerns_button):
            column.addLayout(row(each, None))
        self.hide()

    @property
    def has_returned(self) -> bool:
        """Whether work is known to wait that was handed back."""
        return self._returned > 0

    def show_returned(self, waiting: Mapping[AssignmentId, datetime]) -> None:
        """Show how many interpreters handed back what is not merged."""
        self._returned = len(waiting)
        self.show_found(self._found)

    def show_found(self, found: Waiting) -> None:
        """Show what waits; nothing stands there where nothing does."""
        self._found = found
        self.returned_button.setVisible(self.has_returned)
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
        if self._returned:
            parts.append(self.tr("Work that %n linguist(s) handed back is not merged.", "", self._returned))
        if found.questions:
            count = len(found.questions)
            parts.append(self.tr("%n question(s) of linguists wait for an answer.", "", count))
        if found.concerns:
            parts.append(self.tr("%n sealed message(s) wait for a magistrate.", "", found.concerns))
        return " ".join(parts)
