"""Exhibits: registered with their acquisition, listed, and read in full."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_rules import (
    custodian_after,
    has_open_transfer,
    verify_arrival,
)
from thb_desktop.domain.digest_lists import Compared, latest, of_standing
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.errors import NotFoundError, NotTheScanError
from thb_desktop.services.case_file.entries import verify_enterable
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files
from thb_desktop.services.evidence.custody import entries_of
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.evidence.digests import exhibit_tree
from thb_desktop.services.evidence.exhibit_lookup import (
    next_exhibits,
    require_exhibit,
    standing_exhibit,
    verify_seal_of,
)
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import lists, registry
from thb_desktop.vault.tables.lists import Mark, Stretch

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitSummary:
    """An exhibit in a list: its numbers of files and bytes, its holder, and its last event."""

    exhibit: Exhibit
    files: int
    size: int
    custodian: str
    last_event: CustodyEvent
    events: int
    in_transit: bool


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_exhibits(session: Session, case_id: CaseId) -> tuple[ExhibitSummary, ...]:
    """The exhibits of a case in the order of their numbers (E-2 before E-10)."""
    every = Stretch(case_id=case_id)
    return _summaries(session, every, lists.exhibits_of(session.read, every))


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def page_of_exhibits(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[ExhibitSummary]:
    """Return the next exhibits of a case in the order of their numbers. after: of the page before."""
    stretch, page = next_exhibits(session.read, case_id, after, count)
    rows = _summaries(session, stretch, page.rows)
    return Page(rows=rows, after=page.after, total=page.total)


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_bare_exhibits(session: Session, case_id: CaseId) -> tuple[Exhibit, ...]:
    """The exhibits of a case in the order of their numbers, without what became of them."""
    return lists.exhibits_of(session.read, Stretch(case_id=case_id))


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_scans(session: Session, case_id: CaseId) -> tuple[Exhibit, ...]:
    """The scanned documents of a case that were not struck out, in the order of their numbers."""
    return lists.standing_of_kind(session.read, case_id, ExhibitKind.DOCUMENT_SCAN)


def require_scan(connection: Connection, scan_id: ExhibitId, case_id: CaseId) -> None:
    """Refuse what is no scan of signed paper. Raises NotFoundError, StruckOutError, NotTheScanError."""
    exhibit = standing_exhibit(connection, scan_id)
    files = standing_files(connection, scan_id)
    if exhibit.case_id != case_id or exhibit.kind is not ExhibitKind.DOCUMENT_SCAN or not files:
        raise NotTheScanError("the signed paper is a scan of this case with its file")


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def page_of_bare_exhibits(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[Exhibit]:
    """Return the next exhibits of a case as `list_bare_exhibits` does. after: of the page before."""
    return next_exhibits(session.read, case_id, after, count)[1]


@permitted(Right.READ_EXHIBITS)
def get_bare_exhibit(session: Session, exhibit_id: ExhibitId) -> Exhibit:
    """Return an exhibit that another one names, without its files and events."""
    return require_exhibit(session.read, exhibit_id)


@permitted(Right.READ_EXHIBITS)
def find_numbered(session: Session, case_id: CaseId, number: str) -> Exhibit | None:
    """Return the standing exhibit of a case with this number, which is looked up in an index."""
    return lists.numbered(session.read, case_id, number)


@permitted(Right.READ_EXHIBITS, logs=Consulted.EXHIBIT)
def get_exhibit(session: Session, exhibit_id: ExhibitId) -> ExhibitInFull:
    """Return an exhibit with its files, and its custody events with their places in the event chain."""
    exhibit = registry.EXHIBIT.find(session.read, exhibit_id)
    if exhibit is None:
        raise NotFoundError("there is no such exhibit in this file")
    files = standing_files(session.read, exhibit_id)
    custody = entries_of(session, exhibit_id)
    return ExhibitInFull(
        exhibit=exhibit,
        files=files,
        custody=custody,
        digest=exhibit_tree(exhibit, files, (entry.event for entry in custody)).digest,
        lists=_compared(session.read, exhibit_id, files),
    )


def _compared(at: Connection, exhibit_id: ExhibitId, files: Sequence[ExhibitFile]) -> tuple[Compared, ...]:
    lists = latest(of_standing(registry.DIGEST_LIST.where(at, "exhibit_id", exhibit_id), files))
    runs = registry.INTAKE_RUN.among(at, "id", {each.run_id for each in lists}) if lists else ()
    whole = {each.id for each in runs if each.is_whole}
    return tuple(Compared(told=each, is_whole=each.is_of_capture or each.run_id in whole) for each in lists)


@permitted(Right.REGISTER_EXHIBITS)
def register_exhibit(session: Session, exhibit: Exhibit, act: Act) -> Exhibit:
    """Register an exhibit together with its first custody event, which says how it was acquired.

    exhibit: id and root are left empty; a derived exhibit names its parent. act: one of the arrivals. Raises
    AlreadyExistsError (the number), ExhibitLineError, FieldMissingError, NotFoundError, SealError,
    StruckOutError (its case, or what it names, was struck out), and what `custody` raises.
    """
    verify_arrival(act.action)
    with session.work() as work:
        exhibit_id = ExhibitId(work.new_id())
        parent = registry.EXHIBIT.find(work.connection, exhibit.parent_id) if exhibit.parent_id else None
        if exhibit.parent_id and parent is None:
            raise NotFoundError("the parent of the exhibit is not in the file")
        registered = replace(exhibit, id=exhibit_id, root_id=parent.root_id if parent else exhibit_id)
        verify_enterable(work.connection, registered)
        verify_seal_of(work.connection, registered)
        work.save(registered)
        event = append_event(work, exhibit_id, act)
        work.record(exhibit_id, event.action, event.reason)
    return registered


def _summaries(session: Session, stretch: Stretch, exhibits: Iterable[Exhibit]) -> tuple[ExhibitSummary, ...]:
    files = lists.files_of(session.read, stretch)
    events = lists.events_of(session.read, stretch)
    return tuple(_summary(each, events[each.id], files.get(each.id, (0, 0))) for each in exhibits)


def _summary(exhibit: Exhibit, events: Sequence[CustodyEvent], held: tuple[int, int]) -> ExhibitSummary:
    return ExhibitSummary(
        exhibit=exhibit,
        files=held[0],
        size=held[1],
        custodian=custodian_after(events),
        last_event=events[-1],
        events=len(events),
        in_transit=has_open_transfer(events),
    )
