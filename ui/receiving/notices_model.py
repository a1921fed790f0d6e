"""What the window of notices asks of the vault: who must be told of what, and what other offices told."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.receiving import GivenNotice, ReceivedNotice
from thb_desktop.domain.rights import RIGHTS, Right
from ui.jobs import InVault, VaultJobs
from ui.partners.offices_model import OfficesModel, met
from ui.topics import Topic

if TYPE_CHECKING:
    from thb_desktop.report.sheets import Sheet
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.receiving.notices import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A notice of another office."""

    notice: ReceivedNotice
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedNotices:
    """The notices of a case, in both directions. may_sign: whether this user signs them."""

    due: "tuple[Due, ...]"
    came: tuple[Came, ...]
    may_sign: bool
    given: tuple[GivenNotice, ...] = ()


class NoticesModel(OfficesModel):
    """listed: a ListedNotices. signed: the path of a notice. entered: a ReceivedNotice. stranger: a Stranger.
    written: the pages of a notice, and how many they are.
    """

    changes = Topic.EXHIBITS

    listed = Signal(object)
    signed = Signal(object)
    written = Signal(object, int)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case = case

    def list(self) -> None:
        """Ask for the notices of the case, as far as the user's function includes them."""
        from thb_desktop.services.receiving import notices, offices

        def work(session: "Session") -> ListedNotices:
            rights = RIGHTS[session.user.role]
            known = {each.id: each.name for each in offices.list_offices(session)}
            return ListedNotices(
                due=notices.list_due(session, self.case.id) if Right.READ_CASE in rights else (),
                came=tuple(
                    Came(notice=each, office=known.get(each.office_id, ""))
                    for each in notices.list_notices(session, self.case.id)
                ),
                may_sign=Right.RELEASE_BUNDLES in rights,
                given=notices.list_given(session, self.case.id) if Right.READ_CASE in rights else (),
            )

        self.read(work, self.listed.emit)

    def sign(self, due: "Due", text: str, target: Path) -> None:
        """Sign a notice, and write its file."""
        from thb_desktop.services.receiving import notices

        def work(session: "Session") -> Path:
            notices.give_notice(session, due, text, target)
            return target

        self.write(work, self.signed.emit)

    def enter(self, file: Path) -> None:
        """Enter a notice that came, or tell whose office it is that nobody compared yet."""
        from thb_desktop.services.receiving import notices

        case_id = self.case.id
        self.write(met(file, lambda session: notices.import_notice(session, file, case_id)), self.tell_met)

    def print(self, notice: GivenNotice | ReceivedNotice, target: Path) -> None:
        """Write a notice as pages."""
        from thb_desktop.services.case_file import sheets
        from thb_desktop.services.receiving import notice_sheets

        def gather(session: "Session") -> "Sheet":
            if isinstance(notice, GivenNotice):
                return notice_sheets.given_sheet(session, notice.id)
            return notice_sheets.received_sheet(session, notice.id)

        def work(in_vault: InVault) -> int:
            return sheets.write_sheet(in_vault(gather), target)

        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)
