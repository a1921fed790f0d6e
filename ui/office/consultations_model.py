"""The log of consultations in pages, with names instead of ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.consultation import Consultation
from thb_desktop.services.case_file import cases
from thb_desktop.services.office import consultations, users
from ui.jobs import VaultJobs
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session

PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationRow:
    """One consultation. by: the user's name. case: the case's reference. subject: a number or a pseudonym."""

    look: Consultation
    by: str
    case: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """rows: the newest first. older: whether there are more. first: whether the page is the first."""

    rows: tuple[ConsultationRow, ...]
    older: bool
    first: bool


class ConsultationsModel(ViewModel):
    """listed: a Page."""

    listed = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self._before: int | None = None

    def reload(self) -> None:
        """The newest page."""
        self.read(lambda session: _page(session, None), self._show)

    def go_on(self) -> None:
        """Load the page before the oldest loaded entry."""
        before = self._before
        if before is not None:
            self.read(lambda session: _page(session, before), self._show)

    def _show(self, page: Page) -> None:
        if page.rows:
            self._before = page.rows[-1].look.seq
        self.listed.emit(page)


def _page(session: "Session", before: int | None) -> Page:
    found = consultations.list_consultations(session, before=before, count=PAGE)
    names: Mapping[str, str] = {user.id: user.name for user in users.list_users(session)}
    files: Mapping[str, str] = {row.case.id: row.case.reference for row in cases.list_cases(session)}
    subjects = consultations.name_subjects(session, subjects={look.subject for look in found})
    return Page(
        rows=tuple(
            ConsultationRow(
                look=look,
                by=names.get(look.agent, ""),
                case=files.get(look.case_id, ""),
                subject=subjects.get(look.subject, ""),
            )
            for look in found
        ),
        older=bool(found and consultations.list_consultations(session, before=found[-1].seq, count=PAGE)),
        first=before is None,
    )
