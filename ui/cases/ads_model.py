"""The advertisements of a case as they are looked at: groups, all of them page by page, and readings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ads import AdGroup, AdReading
from thb_desktop.domain.case import CaseFile
from thb_desktop.errors import ThbError
from thb_desktop.services.evidence import ads
from thb_desktop.services.searching import ad_groups, ad_pictures
from ui.jobs import InVault, Task, VaultJobs
from ui.paging import Paging
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


class AdsModel(ViewModel):
    """grouped: what they share. members: the advertisements of a group, page by page. listed: the readings.

    withdrawn: a reading that was. numbers, files: of exhibits and files, by their ids. advanced: pictures of
    which the marks are computed, and of how many. ended: their comparison ended or was refused. paired: the
    pictures of a group that are alike.
    """

    grouped = Signal(object)
    listed = Signal(object)
    withdrawn = Signal(object)
    advanced = Signal(object, object)
    ended = Signal()
    paired = Signal(object)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case = case
        self.ads, self.members = Paging(self), Paging(self)
        self.numbers: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self._task: Task | None = None

    def load(self) -> None:
        """Read readings and advertisements, then compare what is new, in steps beside the other work."""
        case_id = self.case.id

        def read(session: "Session") -> "tuple[tuple[AdReading, ...], dict[str, str], dict[str, str]]":
            return (ads.list_readings(session, case_id), *ads.names_of_readings(session, case_id))

        def compare(in_vault: InVault) -> ad_groups.AdGroups:
            while in_vault(lambda session: ad_groups.follow(session, case_id)):
                pass
            return in_vault(lambda session: ad_groups.list_groups(session, case_id))

        self.read(read, self._take)
        self.ads.begin(
            lambda session, after, count: ads.page_of_ads(
                session, case_id, after=after[1] if after else "", count=count
            )
        )
        self.jobs.beside(self, compare, then=self.grouped.emit, refused=self.refuse)

    def compare_pictures(self) -> None:
        """Compute the marks of pictures that have none, beside the other work, and group them again."""
        if self._task is not None:
            return
        case_id = self.case.id
        self._task = task = Task(self)
        task.progressed.connect(self.advanced)

        def work(in_vault: InVault) -> ad_groups.AdGroups:
            ad_pictures.mark_pictures(in_vault, case_id, task.report, cancelled=task.cancelled)
            return in_vault(lambda session: ad_groups.list_groups(session, case_id))

        def refuse(error: ThbError) -> None:
            self._end()
            self.refuse(error)

        def done(found: ad_groups.AdGroups) -> None:
            self._end()
            self.grouped.emit(found)

        self.jobs.beside(self, work, then=done, refused=refuse, task=task)

    def find_pictures(self, group: AdGroup) -> None:
        """Ask for the alike pictures of a group."""
        case_id = self.case.id
        self.read(lambda session: ad_pictures.pictures_of(session, case_id, group), self.paired.emit)

    @property
    def is_comparing(self) -> bool:
        """Whether marks of pictures are being computed."""
        return self._task is not None

    def stop(self) -> None:
        """Stop the comparison of pictures; the marks that were kept stay."""
        if self._task is not None:
            self._task.cancelled.set()

    def show_members(self, group: AdGroup) -> None:
        case_id = self.case.id
        self.members.begin(
            lambda session, after, count: ads.page_of_named(
                session, case_id, group.ads, after=int(after[0]) if after else 0, count=count
            )
        )

    def withdraw(self, reading: AdReading, reason: str) -> None:
        self.write(lambda session: ads.withdraw(session, reading.id, reason), self.withdrawn.emit)

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

    def _take(self, found: "tuple[tuple[AdReading, ...], dict[str, str], dict[str, str]]") -> None:
        readings, self.numbers, self.files = found
        self.listed.emit(readings)
