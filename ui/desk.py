"""What the frame of the main window shows: vault, user, cases, and what was found at unlocking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.people import User
from thb_desktop.verify.findings import Finding
from ui.jobs import VaultJobs
from ui.place import Place, keep_place, take_place, waiting_forms

if TYPE_CHECKING:
    from thb_desktop.services.casework.cases import CaseSummary
    from thb_desktop.services.ground.session import Session
    from thb_desktop.vault.memory import MemoryRisk


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What holds from unlocking to locking.

    risks: by which ways memory may reach this computer's disk. code_on_paper: whether the user's recovery
    code was typed back since it was made. place: where the user was when it locked.
    waiting: the forms in which something typed waits.
    """

    user: User
    office: str
    findings: tuple[Finding, ...]
    risks: frozenset["MemoryRisk"]
    code_on_paper: bool
    place: Place | None
    waiting: tuple[str, ...]


class DeskViewModel(QObject):
    """facts: told once. findings: of the unlock, once they are others. cases: when they may have changed."""

    facts = Signal(object)
    findings = Signal(object)
    cases = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def start(self) -> None:
        self._jobs.run(self, _facts, then=self.facts.emit)
        self.reload()

    def look_again(self) -> None:
        """What was found at unlocking was explained."""
        self._jobs.run(self, lambda session: session.opening.findings, then=self.findings.emit)

    def reload(self) -> None:
        from thb_desktop.services.casework import cases

        self._jobs.run(self, cases.list_cases, then=self._listed)

    def keep_place(self, place: Place) -> None:
        """Before the lock: where the user is."""
        self._jobs.run(self._jobs, lambda session: keep_place(session, place))

    def _listed(self, found: "Sequence[CaseSummary]") -> None:
        self.cases.emit(tuple(found))


def _facts(session: "Session") -> Facts:
    from thb_desktop.services.keeping.memory import note_memory
    from thb_desktop.services.office.recovery import is_code_on_paper

    return Facts(
        user=session.user,
        office=session.office,
        findings=session.opening.findings,
        risks=note_memory(session),
        code_on_paper=is_code_on_paper(session),
        place=take_place(session),
        waiting=waiting_forms(session),
    )
