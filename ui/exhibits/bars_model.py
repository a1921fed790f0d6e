"""What the dialog of bars asks of the vault: what keeps an exhibit in the office, and the acts on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.rights import RIGHTS, Right
from thb_desktop.domain.vocabulary import BarKind
from ui.jobs import VaultJobs
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.evidence.leaving import BarInFull


class BarsModel(ViewModel):
    """listed: the bars, and the rights of the user. barred, lifted: one was entered or lifted."""

    changes = Topic.EXHIBITS

    listed = Signal(object, object)
    barred = Signal()
    lifted = Signal()

    def __init__(self, jobs: VaultJobs, exhibit: Exhibit, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.exhibit = exhibit

    def list(self) -> None:
        from thb_desktop.services.evidence import leaving

        def work(session: "Session") -> "tuple[tuple[BarInFull, ...], frozenset[Right]]":
            return leaving.list_all_bars(session, self.exhibit.id), RIGHTS[session.user.role]

        self.read(work, lambda found: self.listed.emit(*found))

    def bar(self, kind: BarKind, reason: str) -> None:
        from thb_desktop.services.evidence import leaving

        self.write(
            lambda session: leaving.bar_exhibit(session, self.exhibit.id, kind, reason),
            lambda _: self.barred.emit(),
        )

    def lift(self, bar: RowId, reason: str) -> None:
        from thb_desktop.services.evidence import leaving

        self.write(lambda session: leaving.lift_bar(session, bar, reason), lambda _: self.lifted.emit())
