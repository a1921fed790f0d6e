"""Case files with their authorities, proceedings and objects.

A value is added with an empty id; the service sets it and returns the saved value.
"""

from dataclasses import dataclass, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.case_fields import CASE
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.entry_rules import verify_entry, verify_unclassified
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NotFoundError
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import counts, object_lists, registry
from thb_desktop.vault.tables.lists import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """A case file, and its numbers of interviews, exhibits and custody events."""

    case: CaseFile
    interviews: int
    exhibits: int
    events: int


@permitted(Right.SEE_CASES)
def list_cases(session: Session) -> tuple[CaseSummary, ...]:
    return tuple(_summary(session, case) for case in registry.CASE_FILE.all(session.read))


@permitted(Right.SEE_CASES)
def get_case(session: Session, case_id: CaseId) -> CaseFile:
    case = registry.CASE_FILE.find(session.read, case_id)
    if case is None:
        raise NotFoundError("there is no such case file in this vault")
    return case


@permitted(Right.EDIT_CASE)
def open_case(session: Session, case: CaseFile) -> CaseFile:
    """Open a case file. Raises AlreadyExistsError if its reference is taken."""
    with session.work() as work:
        opened = replace(case, id=CaseId(work.new_id()))
        verify_entry(CASE, opened)
        verify_unclassified(CASE, opened)
        work.save(opened)
        work.record(opened.id, VaultAction.CASE_OPENED)
        tell(work, opened)
    return opened


@permitted(Right.EDIT_CASE)
def add_authority(session: Session, authority: Authority) -> Authority:
    return add_to_case(session.work, authority, VaultAction.AUTHORITY_ADDED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_authorities(session: Session, case_id: CaseId) -> tuple[Authority, ...]:
    return registry.AUTHORITY.where(session.read, "case_id", case_id)


@permitted(Right.EDIT_CASE)
def add_proceeding(session: Session, proceeding: Proceeding) -> Proceeding:
    return add_to_case(session.work, proceeding, VaultAction.PROCEEDING_ADDED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_proceedings(session: Session, case_id: CaseId) -> tuple[Proceeding, ...]:
    return registry.PROCEEDING.where(session.read, "case_id", case_id)


@permitted(Right.EDIT_CASE)
def add_object(session: Session, item: CaseObject) -> CaseObject:
    """Register an address, a phone, an advert, a vehicle, a company or a payslip of the case."""
    return add_to_case(session.work, item, VaultAction.CASE_OBJECT_ADDED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_objects(session: Session, case_id: CaseId) -> tuple[CaseObject, ...]:
    return registry.CASE_OBJECT.where(session.read, "case_id", case_id)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def page_of_objects(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT, first: str = ""
) -> Page[CaseObject]:
    """Return the next objects in the order of their entry. after: of the page before.

    first: the id of one that begins the list if it is behind the first page; it is in no later page.
    """
    found = object_lists.objects_after(session.read, case_id, after[1] if after else "", count)
    last = ("", str(found[-1].id)) if len(found) == count else None
    rows = found
    if first and after is not None:
        rows = tuple(each for each in found if each.id != first)
    elif first and all(each.id != first for each in found):
        wanted = registry.CASE_OBJECT.find(session.read, first)
        rows = (wanted, *found) if wanted is not None and wanted.case_id == case_id else found
    return Page(rows=rows, after=last, total=object_lists.count_of_objects(session.read, case_id))


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def page_of_places(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[CaseObject]:
    """Return the next objects at which a person can be: addresses first, then vehicles. after: of the page
    before. total: of the page alone.
    """
    found = object_lists.places_after(session.read, case_id, after or ("", ""), count)
    last = (found[-1].kind.value, str(found[-1].id)) if len(found) == count else None
    return Page(rows=found, after=last, total=len(found))


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def places_of_stays(session: Session, case_id: CaseId) -> tuple[CaseObject, ...]:
    """Return the objects that stays of the case name."""
    return object_lists.places_of_stays(session.read, case_id)


def _summary(session: Session, case: CaseFile) -> CaseSummary:
    interviews, exhibits, events = counts.of_case(session.read, case.id)
    return CaseSummary(case=case, interviews=interviews, exhibits=exhibits, events=events)
