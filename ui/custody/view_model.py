"""The custody record of a case or of one exhibit, and recording an event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, DISPOSALS
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.people import Official
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import VerificationResult
from thb_desktop.services.casework import custody, people
from ui.jobs import VaultJobs
from ui.second_person import TypedSecond, approved
from ui.topics import Topic
from ui.view_model import FormModel

if TYPE_CHECKING:
    from thb_desktop.services.casework.custody import Act
    from thb_desktop.services.core.session import Session

Listed = Sequence[tuple[Exhibit, Sequence[CustodyEvent]]]
"""Each exhibit with its events."""
LATE = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event of one exhibit, as "event n of N". is_corrected: whether a later event corrects it."""

    exhibit: Exhibit
    event: CustodyEvent
    count: int
    is_corrected: bool = False

    @property
    def is_late(self) -> bool:
        return self.event.recorded_at - self.event.occurred_at > LATE

    @property
    def is_mismatch(self) -> bool:
        return self.event.result is VerificationResult.MISMATCH

    @property
    def is_alarming(self) -> bool:
        return self.is_mismatch or CUSTODY_KINDS[self.event.action].alarms


class CustodyViewModel(FormModel):
    """listed: the exhibits of the case, and rows. recorded: the new event."""

    changes = Topic.EXHIBITS

    listed = Signal(object, object)
    recorded = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case: CaseFile | None = None
        self.events: dict[ExhibitId, tuple[CustodyEvent, ...]] = {}
        self.officials: tuple[Official, ...] = ()
        """Who can have acted, for who records events."""

    def show_case(self, case: CaseFile | None) -> None:
        self.case = case

    def reload(self) -> None:
        if self.case is None:
            self.listed.emit((), ())
            return
        case_id = self.case.id

        def work(session: "Session") -> tuple[Listed, tuple[Official, ...]]:
            found = custody.list_events_of_case(session, case_id)
            records = may(session.user.role, Right.RECORD_CUSTODY)
            officials = people.list_officials(session, case_id) if records else ()
            return found, tuple(each for each in officials if not each.struck)

        self.read(work, self._listed)

    def record(self, exhibit_id: ExhibitId, act: "Act", second: TypedSecond | None = None) -> None:
        """Record an event; it can be corrected, never changed. second: if it takes two persons."""

        def work(session: "Session") -> CustodyEvent:
            approval = None
            if second is not None:
                approval = approved(session, second, DISPOSALS[act.action], exhibit_id)
            return custody.record_custody_event(session, exhibit_id, act, second=approval)

        self.write(work, self.recorded.emit)

    def _listed(self, told: tuple[Listed, tuple[Official, ...]]) -> None:
        found, self.officials = told
        self.events = {exhibit.id: tuple(events) for exhibit, events in found}
        corrected = {event.corrects for _, events in found for event in events}
        rows = [
            EventRow(exhibit=exhibit, event=event, count=len(events), is_corrected=event.id in corrected)
            for exhibit, events in found
            for event in events
        ]
        self.listed.emit(tuple(exhibit for exhibit, _ in found), tuple(rows))
