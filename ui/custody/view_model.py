"""The custody record of a case or of one exhibit, and recording an event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, DISPOSALS
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.people import Official
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import CustodyAction, VerificationResult
from thb_desktop.errors import NotFoundError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core import approvals
from thb_desktop.services.evidence import custody
from thb_desktop.services.evidence.custody_checks import Checked, check_exhibit, checked_page, opened_by
from thb_desktop.services.persons import people
from ui.jobs import VaultJobs
from ui.paging import Paging
from ui.second_person import TypedSecond, approved
from ui.topics import Topic
from ui.view_model import FormModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.evidence.custody_acts import Act

LATE = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event of one exhibit, as "event n of N". is_corrected: whether a later event corrects it;
    is_withdrawn: whether one withdraws it. scan: the number of the exhibit that it names as a scan. files: of
    a digest that was compared with those of several files, the names of the files that have it.

    findings: what is open about it.
    """

    exhibit: Exhibit
    event: CustodyEvent
    count: int
    is_corrected: bool = False
    is_withdrawn: bool = False
    scan: str = ""
    files: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something about the event is to be resolved."""
        return self.open > 0

    @property
    def open(self) -> int:
        """How many findings about the event are to be resolved; the others are remarks."""
        return sum(each.standing is not Standing.HOLDS for each in self.findings)

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
    """listed: exhibits of the case, rows, and whether they begin the list (see `pages`).

    found: the id of an exhibit that was read by itself, and whether the case has it.
    recorded: the new event. seconded: an event, and its second person.
    """

    changes = Topic.EXHIBITS

    listed = Signal(object, object, bool)
    found = Signal(str, bool)
    recorded = Signal(object)
    seconded = Signal(object, object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case: CaseFile | None = None
        self.rows: dict[ExhibitId, tuple[EventRow, ...]] = {}
        """Those of each exhibit that was read."""
        self.officials: tuple[Official, ...] = ()
        """Who can have acted, for who records events."""
        self.pages = Paging(self)
        self.pages.arrived.connect(self._list)

    def show_case(self, case: CaseFile | None) -> None:
        self.case = case

    def reload(self) -> None:
        if self.case is None:
            self.pages.end()
            self.listed.emit((), (), True)
            return
        case_id = self.case.id

        def officials(session: "Session") -> tuple[Official, ...]:
            records = may(session.user.role, Right.RECORD_CUSTODY)
            found = people.list_officials(session, case_id) if records else ()
            return tuple(each for each in found if not each.struck)

        self.read(officials, self._take_officials)
        self.pages.begin(
            lambda session, after, count: checked_page(session, case_id, after=after, count=count)
        )

    def read_exhibit(self, exhibit_id: ExhibitId) -> None:
        """Read the events of one exhibit, wherever it is in the case."""
        case_id = self.case.id if self.case else None

        def work(session: "Session") -> Checked | None:
            try:
                checked = check_exhibit(session, exhibit_id)
            except NotFoundError:
                return None
            return checked if checked.exhibit.case_id == case_id else None

        def take(checked: Checked | None) -> None:
            if checked is not None:
                self.rows[exhibit_id] = _rows_of(checked)
            self.found.emit(exhibit_id, checked is not None)

        self.read(work, take)

    def events_of(self, exhibit_id: ExhibitId) -> tuple[CustodyEvent, ...]:
        """Return the events of an exhibit; none if it was not read."""
        return tuple(each.event for each in self.rows.get(exhibit_id, ()))

    def foresee(
        self,
        exhibit_ids: Sequence[ExhibitId],
        act: "Act",
        then: Callable[[tuple[tuple[Exhibit, Finding], ...]], None],
    ) -> None:
        """Ask what an act would leave open, before it is recorded. What cannot be told is refused later."""
        self.jobs.run(
            self,
            lambda session: opened_by(session, exhibit_ids, act),
            then=then,
            refused=lambda _: then(()),
        )

    def record(self, exhibit_id: ExhibitId, act: "Act", second: TypedSecond | None = None) -> None:
        """Record an event; it can be corrected, never changed. second: if it takes two persons."""

        def work(session: "Session") -> CustodyEvent:
            approval = None
            if second is not None:
                approval = approved(session, second, DISPOSALS[act.action], exhibit_id)
            return custody.record_custody_event(session, exhibit_id, act, second=approval)

        self.write(work, self.recorded.emit)

    def record_many(self, exhibit_ids: Sequence[ExhibitId], act: "Act") -> None:
        """Record one act over several exhibits: an event of each, or none."""

        def work(session: "Session") -> CustodyEvent:
            return custody.record_for_many(session, exhibit_ids, act)[0]

        self.write(work, self.recorded.emit)

    def ask_second(self, event: CustodyEvent) -> None:
        """Ask who approved an event."""
        self.read(
            lambda session: approvals.second_of(session, event.approval_id),
            lambda second: self.seconded.emit(event, second),
        )

    def _take_officials(self, officials: tuple[Official, ...]) -> None:
        self.officials = officials

    def _list(self, found: Sequence[Checked], first: bool) -> None:
        if first:
            self.rows = {}
        rows_of = {each.exhibit.id: _rows_of(each) for each in found}
        self.rows |= rows_of
        rows = tuple(chain.from_iterable(rows_of.values()))
        self.listed.emit(tuple(each.exhibit for each in found), rows, first)


def _rows_of(checked: Checked) -> tuple[EventRow, ...]:
    """Return the row of each event of an exhibit. What is open about no event stands with the last one."""
    corrected = {event.corrects for event in checked.events}
    withdrawn = {
        event.confirms for event in checked.events if event.action is CustodyAction.CONFIRMATION_WITHDRAWN
    }
    findings: dict[str, list[Finding]] = {}
    known, last = {event.id for event in checked.events}, checked.events[-1].id if checked.events else ""
    for finding in checked.findings:
        findings.setdefault(finding.about if finding.about in known else last, []).append(finding)
    return tuple(
        EventRow(
            exhibit=checked.exhibit,
            event=event,
            count=len(checked.events),
            is_corrected=event.id in corrected,
            is_withdrawn=event.id in withdrawn,
            scan=checked.scans.get(event.scan_id, "") if event.scan_id else "",
            files=checked.named.get(event.id, ()),
            findings=tuple(findings.get(event.id, ())),
        )
        for event in checked.events
    )
