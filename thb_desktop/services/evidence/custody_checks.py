"""Custody checks: the events of exhibits with what they leave open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.content_digests import names_of_digests
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_content import CHANGED_AFTER, Beside
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.custody_owed import owed_of
from thb_desktop.domain.custody_shown import Shown, shown_of
from thb_desktop.domain.digest_lists import DigestList, check_lists, of_standing
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.domain.rights import Right, may
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.core.days import at_case
from thb_desktop.services.core.leaving_bars import bars_of
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_among
from thb_desktop.services.evidence.custody import list_events, page_of_events
from thb_desktop.services.evidence.custody_acts import Act, event_to_be
from thb_desktop.services.evidence.exhibit_lookup import require_exhibit
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import intake_lists, lists, registry
from thb_desktop.vault.tables.lists import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An exhibit with its events, in the order of entry, and what they leave open.

    scans: the number of each exhibit that the events name as a scan. named: of each event that states a
    digest, where there are several files, the names of those that have it.
    """

    exhibit: Exhibit
    events: tuple[CustodyEvent, ...]
    findings: tuple[Finding, ...]
    scans: Mapping[ExhibitId, str]
    named: Mapping[RowId, tuple[str, ...]]


@permitted(Right.READ_CUSTODY)
def find_in_custody(session: Session, case_id: CaseId, number: str) -> ExhibitId | None:
    """Return the standing exhibit of a case with this number: who reads custody need not read exhibits."""
    found = lists.numbered(session.read, case_id, number)
    return found.id if found is not None else None


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def check_exhibit(session: Session, exhibit_id: ExhibitId) -> Checked:
    """Return the events of one exhibit and what they leave open. Raises NotFoundError."""
    exhibit = require_exhibit(session.read, exhibit_id)
    (checked,) = _checked(session, [(exhibit, list_events(session, exhibit_id))])
    return checked


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def checked_page(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[Checked]:
    """Return the next exhibits of a case as `page_of_events` does, each checked."""
    page = page_of_events(session, case_id, after=after, count=count)
    return Page(rows=_checked(session, page.rows), after=page.after, total=page.total)


@permitted(Right.READ_CUSTODY)
def opened_by(
    session: Session, exhibit_ids: Sequence[ExhibitId], act: Act
) -> tuple[tuple[Exhibit, Finding], ...]:
    """Return what an act would leave open that is not open without it, before it is recorded: a paper file
    may say so, and who records it is asked. Nothing is recorded but that the custody of each of these
    exhibits was looked at, as by `check_exhibit`. Raises NotFoundError.
    """
    found = []
    looked: list[tuple[Consulted, str, str]] = []
    for exhibit_id in exhibit_ids:
        exhibit = require_exhibit(session.read, exhibit_id)
        events = list_events(session, exhibit_id)
        event = event_to_be(session.read, session.clock.read(), exhibit_id, act, len(events) + 1)
        before, after = _checked(session, [(exhibit, events), (exhibit, (*events, event))])
        new = (each for each in after.findings if each not in before.findings)
        found += [(exhibit, each) for each in new if each.standing is not Standing.HOLDS]
        looked.append((Consulted.CUSTODY, exhibit.id, exhibit.case_id))
    session.consulted_together(looked)
    return tuple(found)


def shown_among(session: Session, exhibit_ids: Iterable[ExhibitId]) -> Shown:
    """Return when the records of interviews say that these exhibits were shown. Whoever may not read records
    is not told the number of one.
    """
    events = registry.TIMELINE_EVENT.among(session.read, "exhibit_id", exhibit_ids)
    if not may(session.user.role, Right.READ_TESTIMONY):
        return shown_of(("", each) for each in events)
    named = {each.interview_id for each in events}
    numbers = {each.id: each.number for each in registry.INTERVIEW.among(session.read, "id", named)}
    return shown_of((numbers[each.interview_id], each) for each in events)


def beside_of(connection: Connection, exhibit: Exhibit, shown: Shown) -> Beside:
    """Return the bars that stand on an exhibit, how many of its files were changed after it was taken, and
    when it was shown.
    """
    latest = exhibit.collected_at.astimezone(UTC) + CHANGED_AFTER
    return Beside(
        bars=frozenset(each.kind for each in bars_of(connection, exhibit.id)),
        changed=intake_lists.changed_after(connection, exhibit.id, latest.isoformat()),
        shown=shown.get(exhibit.id, ()),
    )


def _checked(
    session: Session, rows: Iterable[tuple[Exhibit, tuple[CustodyEvent, ...]]]
) -> tuple[Checked, ...]:
    listed = list(rows)
    cases = {exhibit.case_id for exhibit, _ in listed}
    now = session.clock.read().at
    at = {each: at_case(session.read, each, now) for each in cases}
    instruments = registry.INSTRUMENT.among(session.read, "case_id", cases)
    conditions = registry.USE_CONDITION.among(session.read, "case_id", cases)
    files: dict[ExhibitId, list[ExhibitFile]] = {}
    lists: dict[ExhibitId, list[DigestList]] = {}
    for file in standing_among(session.read, (each.id for each, _ in listed)):
        files.setdefault(file.exhibit_id, []).append(file)
    for each in registry.DIGEST_LIST.among(session.read, "exhibit_id", (one.id for one, _ in listed)):
        lists.setdefault(each.exhibit_id, []).append(each)
    named = {each.run_id for those in lists.values() for each in those}
    whole = {each.id for each in registry.INTAKE_RUN.among(session.read, "id", named) if each.is_whole}
    shown = shown_among(session, (each.id for each, _ in listed))
    numbers = _numbers_of_scans(session.read, (event for _, events in listed for event in events))
    return tuple(
        Checked(
            exhibit=exhibit,
            events=tuple(events),
            findings=(
                *check_custody(
                    exhibit,
                    events,
                    files.get(exhibit.id, ()),
                    at=at[exhibit.case_id],
                    owed=owed_of(exhibit, instruments, conditions),
                    beside=beside_of(session.read, exhibit, shown),
                ),
                *check_lists(of_standing(lists.get(exhibit.id, ()), files.get(exhibit.id, ())), whole),
            ),
            scans={each.scan_id: numbers[each.scan_id] for each in events if each.scan_id is not None},
            named=names_of_digests(corrected(events), files.get(exhibit.id, ())),
        )
        for exhibit, events in listed
    )


def _numbers_of_scans(connection: Connection, events: Iterable[CustodyEvent]) -> dict[ExhibitId, str]:
    """Return the number of each exhibit that one of the events names as a scan."""
    scans = {each.scan_id for each in events if each.scan_id is not None}
    return {each.id: each.number for each in registry.EXHIBIT.among(connection, "id", scans)} if scans else {}
