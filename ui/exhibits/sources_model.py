"""What the dialog of sources asks of the vault: runs over files and folders, and where these had them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import Exhibit
from ui.jobs import VaultJobs
from ui.paging import Paging
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.domain.digest_lists import DigestList
    from thb_desktop.domain.intake import IntakeRun
    from thb_desktop.services.core.session import Session


class SourcesModel(ViewModel):
    """listed: the runs into an exhibit, and the lists of digests that they were compared with.

    places: where the sources had its files, page by page.
    """

    changes = Topic.EXHIBITS

    listed = Signal(object, object)

    def __init__(self, jobs: VaultJobs, exhibit: Exhibit, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.exhibit = exhibit
        self.places = Paging(self)

    def list(self) -> None:
        from thb_desktop.services.evidence import intake_rows

        exhibit_id = self.exhibit.id

        def work(session: "Session") -> "tuple[tuple[IntakeRun, ...], tuple[DigestList, ...]]":
            runs = intake_rows.list_runs(session, exhibit_id)
            return runs, intake_rows.list_digest_lists(session, exhibit_id)

        self.read(work, lambda found: self.listed.emit(*found))
        self.places.begin(
            lambda session, after, count: intake_rows.page_of_places(
                session, exhibit_id, after=after, count=count
            )
        )
