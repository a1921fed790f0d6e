"""What several sources of a case share, as it is looked at: page by page, each with its sources."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.shared_identifiers import SharedIdentifier
from thb_desktop.services.searching import index, shared
from ui.jobs import InVault, VaultJobs
from ui.paging import Paging
from ui.view_model import ViewModel


class SharedModel(ViewModel):
    """ready: the index is brought up; whether something is left out because this user may not read it.

    shared, sources: pages. written: the file of a sheet, and how many pages it has.
    """

    ready = Signal(bool)
    written = Signal(object, int)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case = case
        self.kind: IdentifierKind | None = None
        self.shared, self.sources = Paging(self), Paging(self)

    def load(self) -> None:
        """Bring the index up, in steps beside the other work."""

        def work(in_vault: InVault) -> bool:
            while not in_vault(index.follow).is_whole:
                pass
            return in_vault(shared.leaves_out)

        self.jobs.beside(self, work, then=self.ready.emit, refused=self.refuse)

    def show(self, kind: IdentifierKind | None) -> None:
        """Show what is shared, of one kind alone or of all."""
        self.kind, case_id = kind, self.case.id
        self.sources.end()
        self.shared.begin(
            lambda session, after, count: shared.page_of_shared(
                session, case_id, kind, after=after, count=count
            )
        )

    def show_sources(self, one: SharedIdentifier) -> None:
        case_id = self.case.id
        self.sources.begin(
            lambda session, after, count: shared.sources_of(session, case_id, one, after=after, count=count)
        )

    def print_sheet(self, target: Path) -> None:
        from thb_desktop.services.case_file import sheets
        from thb_desktop.services.searching import shared_sheet

        kind, case_id = self.kind, self.case.id

        def work(in_vault: InVault) -> int:
            sheet = in_vault(lambda session: shared_sheet.shared_sheet(session, case_id, kind))
            return sheets.write_sheet(sheet, target)

        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)
