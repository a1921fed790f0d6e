"""What the frame of the main window shows: vault, user, cases, and what was found at unlocking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.people import User
from thb_desktop.verify.findings import Finding
from ui.jobs import VaultJobs

if TYPE_CHECKING:
    from thb_desktop.services.cases import CaseSummary
    from thb_desktop.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What holds from unlocking to locking."""

    user: User
    office: str
    findings: tuple[Finding, ...]


class DeskViewModel(QObject):
    """facts: told once. cases: told whenever they may have changed."""

    facts = Signal(object)
    cases = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def start(self) -> None:
        self._jobs.run(self, _facts, then=self.facts.emit)
        self.reload()

    def reload(self) -> None:
        from thb_desktop.services import cases

        self._jobs.run(self, cases.list_cases, then=self._listed)

    def _listed(self, found: "Sequence[CaseSummary]") -> None:
        self.cases.emit(tuple(found))


def _facts(session: "Session") -> Facts:
    return Facts(
        user=session.user,
        office=session.office,
        findings=session.opening.findings,
    )
