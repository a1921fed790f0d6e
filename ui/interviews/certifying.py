"""Certifying what an interpreter rendered in an interview: the wordings that are offered, filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.people import Interpreter
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import SigningKeys
from thb_desktop.services.language import certificates, interpreting
from thb_desktop.services.language.interpreting import Wording
from ui.form_draft import FormDraft
from ui.jobs import VaultJobs
from ui.topics import Topic
from ui.view_model import ViewModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """The wordings of the office and the neutral draft, and with which keys the linguist signs here."""

    wordings: tuple[Wording, ...]
    keys: SigningKeys | None


class WordingModel(ViewModel):
    """offered: what the dialog offers. drafted: the whole text of a certificate, filled in."""

    changes = Topic.TESTIMONY

    offered = Signal(object)
    drafted = Signal(str)

    def __init__(
        self, jobs: VaultJobs, interview_id: InterviewId, linguist: Interpreter, parent: QObject
    ) -> None:
        super().__init__(jobs, parent)
        self._interview_id, self._linguist = interview_id, linguist

    def offer(self) -> None:
        interview_id, linguist = self._interview_id, self._linguist

        def work(session: Session) -> Offered:
            return Offered(
                wordings=interpreting.list_wordings(session, interview_id),
                keys=certificates.keys_of_linguist(session, linguist),
            )

        self.read(work, self.offered.emit)

    def draft_of(self, form: str) -> FormDraft:
        """What is typed for this linguist in this record."""
        return self.draft(form, f"{self._interview_id} {self._linguist.id}")

    def draft_statement(self, wording: Wording, covered: Sequence[RowId]) -> None:
        interview_id, linguist_id = self._interview_id, self._linguist.id

        def work(session: Session) -> str:
            return interpreting.draft_statement(session, interview_id, linguist_id, wording, covered)

        self.read(work, self.drafted.emit)
