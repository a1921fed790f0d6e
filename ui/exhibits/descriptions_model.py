"""The descriptions of one exhibit: loaded, added, corrected and struck out."""

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.services.evidence import descriptions
from ui.entries_model import EntriesModel
from ui.jobs import VaultJobs
from ui.topics import Topic

Described = ItemDescription | OnlineCapture


class DescriptionsModel(EntriesModel):
    """listed: the descriptions of the exhibit, things first, each kind in the order of entry."""

    changes = Topic.EXHIBITS

    listed = Signal(object)

    def __init__(self, jobs: VaultJobs, exhibit: Exhibit, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.exhibit = exhibit

    def list(self) -> None:
        self.read(
            lambda session: descriptions.list_described(session, self.exhibit.id),
            lambda found: self.listed.emit((*found[0], *found[1])),
        )

    def add(self, described: Described) -> None:
        if isinstance(described, ItemDescription):
            self.write(lambda session: descriptions.describe_item(session, described), self.added.emit)
        else:
            self.write(lambda session: descriptions.describe_capture(session, described), self.added.emit)
