"""The bundles of a case that were signed, and one of them again with what can be done with it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.case import CaseFile
from thb_desktop.services.core.session import Session
from ui.export.view_model import Signed, verified
from ui.jobs import InVault, VaultJobs
from ui.view_model import ViewModel


class MadeModel(ViewModel):
    """listed: the bundles, the newest first. opened: a Signed."""

    listed = Signal(object)
    opened = Signal(object)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case = case

    def reload(self) -> None:
        from thb_desktop.services.bundling import bundles

        def work(session: Session) -> tuple[Bundle, ...]:
            return tuple(reversed(bundles.list_bundles(session, self.case.id)))

        self.read(work, self.listed.emit)

    def open(self, file: Path) -> None:
        """Read the file of a bundle of this case, and verify it as anybody could."""
        from thb_desktop.services.core.login import root_certificate
        from thb_desktop.services.packaging import packages

        def work(in_vault: InVault) -> Signed:
            published = packages.read_bundle(file)
            bundle = in_vault(lambda session: packages.bundle_in(session, self.case.id, published))
            root = in_vault(lambda session: root_certificate(session.office_record))
            return Signed(bundle=bundle, target=file, findings=verified(root, file))

        self.jobs.beside(self, work, then=self.opened.emit, refused=self.refuse)
