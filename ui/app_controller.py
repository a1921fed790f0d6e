"""The content of the main window's frame: vault, user, cases, and the findings of the unlock."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.people import User
from thb_desktop.findings import Finding
from thb_desktop.services.case_file import cases
from ui.jobs import VaultJobs
from ui.place import Place, keep_place, take_place, waiting_forms

if TYPE_CHECKING:
    from thb_desktop.services.case_file.cases import CaseSummary
    from thb_desktop.services.casework.drafts import SavedForm
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.core.unlock_report import UnlockReport
    from thb_desktop.vault.memory import MemoryRisk


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What stays the same from unlock to lock.

    checked: whether everything is; if not, `AppViewModel.findings` follows. risks: how memory may reach this
    computer's disk. place: where the user was when it locked. waiting: the
    forms with unsaved drafts, and what each is about.
    """

    user: User
    office: str
    findings: tuple[Finding, ...]
    checked: bool
    risks: frozenset["MemoryRisk"]
    place: Place | None
    waiting: tuple["SavedForm", ...]


class AppViewModel(QObject):
    """facts: sent once. findings: of the unlock, when they changed. cases: when they may have changed.

    code_on_paper: whether the user's recovery code was typed back since it was made; sent with cases.
    waiting: the forms with unsaved drafts, on request.
    """

    facts = Signal(object)
    findings = Signal(object)
    cases = Signal(object)
    code_on_paper = Signal(bool)
    waiting = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        jobs.checked.connect(self._end_unlock)
        jobs.overwritten.connect(self.look_again)

    def start(self) -> None:
        self._jobs.run(self, _facts, then=self.facts.emit)
        self.reload()

    def look_again(self) -> None:
        """Update the findings of the unlock after they were explained, or another one came."""
        self._jobs.run(self, lambda session: session.opening.findings, then=self.findings.emit)

    def reload(self) -> None:
        from thb_desktop.services.office import recovery

        self._jobs.run(self, cases.list_cases, then=self._listed)
        self._jobs.run(self, recovery.is_code_on_paper, then=self.code_on_paper.emit)

    def ask_waiting(self) -> None:
        self._jobs.run(self, waiting_forms, then=self.waiting.emit)

    def keep_place(self, place: Place) -> None:
        """Before the lock: remember where the user is."""
        self._jobs.run(self._jobs, lambda session: keep_place(session, place))

    def _end_unlock(self, report: "UnlockReport") -> None:
        from thb_desktop.services.keeping.memory import note_memory

        self.findings.emit(report.findings)
        self._jobs.run(self, note_memory)

    def _listed(self, found: "Sequence[CaseSummary]") -> None:
        self.cases.emit(tuple(found))


def _facts(session: "Session") -> Facts:
    from thb_desktop.services.keeping.memory import find_risks, note_memory

    findings = session.known.findings
    is_checked = session.check is None
    return Facts(
        user=session.user,
        office=session.office,
        findings=findings,
        checked=is_checked,
        risks=note_memory(session) if is_checked else find_risks(session),
        place=take_place(session),
        waiting=waiting_forms(session),
    )
