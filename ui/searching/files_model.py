"""Files whose words are not searched yet: how many there are, and their reading beside other work."""

from threading import Event

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import CaseId
from thb_desktop.services.searching.files import FilesRead, read_files, unread_files
from ui.jobs import InVault, VaultJobs
from ui.long_work import LongWork, Progress

MOST_TOLD = 1000
"""How many unread files are counted."""


class FilesModel(LongWork):
    """unread: the id of a case, and how many of its files are not read (MOST_TOLD + 1: more than that). done:
    what was read.
    """

    unread = Signal(str, int)
    done = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)

    @property
    def is_reading(self) -> bool:
        return self._task is not None

    def ask(self, case_id: str) -> None:
        """For a user who may not open files, there are none."""
        from thb_desktop.domain.rights import Right, may
        from thb_desktop.services.core.session import Session

        def work(session: Session) -> int:
            if not may(session.user.role, Right.OPEN_FILES, in_store=session.office_record.is_store):
                return 0
            return len(unread_files(session, CaseId(case_id), MOST_TOLD + 1))

        self.read(work, lambda found: self.unread.emit(case_id, found))

    def read_all(self, case_id: str) -> None:
        def work(in_vault: InVault, progress: Progress, cancelled: Event) -> FilesRead:
            return read_files(in_vault, CaseId(case_id), progress=progress, cancelled=cancelled)

        self.begin_beside(work, self.done.emit, changes=False)
