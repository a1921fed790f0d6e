"""What several sources of a case share: telephone numbers, e-mail addresses, user names, accounts, plates.

Page by page, from what the index notes: nothing is read in full. What a user may not read is neither shown
nor counted, and of whom this holds the list is not in the order of the counts, which would tell them.
"""

from dataclasses import dataclass
from typing import NamedTuple

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.links import Thing
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.shared_identifiers import SharedIdentifier, SharedSource, shared_of
from thb_desktop.services.core.pages import COUNT
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.ads import counted
from thb_desktop.services.searching.exhibit_sources import FILE_TEXT
from thb_desktop.services.searching.index import follow_to_end, index_of
from thb_desktop.services.searching.links import name_of
from thb_desktop.services.searching.noting import NOTED
from thb_desktop.services.searching.sources import BY_ENTITY
from thb_desktop.vault.tables import noted_identifiers, registry, search_index
from thb_desktop.vault.tables.noted_identifiers import Seen

_AT_ONCE = 200
"""Values that are looked at together."""
_CONSULTED = {
    "interview": Consulted.TESTIMONY,
    "exhibit": Consulted.EXHIBIT,
    "exhibit_file": Consulted.FILE,
    "person": Consulted.PERSON,
}


class Mark(NamedTuple):
    """The last value of a page: how many sources it has, by which the next page goes on, and what it is."""

    sources: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPage:
    """after: the mark from which the next page begins; None after the last. left_out: whether something was
    left out because this user may not read it.
    """

    rows: tuple[SharedIdentifier, ...]
    after: Mark | None
    left_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPage:
    """after: the number of the last source; None if there is no further one."""

    rows: tuple[SharedSource, ...]
    after: int | None


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def page_of_shared(
    session: Session,
    case_id: CaseId,
    kind: IdentifierKind | None = None,
    *,
    after: Mark | None = None,
    count: int = COUNT,
) -> SharedPage:
    """Return the next identifiers of a case that occur in several sources, with how many.

    kind: of one kind alone. The index is brought up first.
    """
    follow_to_end(session)
    seen, all_seen = _seen(session, case_id)
    rows: list[SharedIdentifier] = []
    if seen is None:
        return SharedPage(rows=(), after=None, left_out=not all_seen)
    index = index_of(session)
    read = noted_identifiers.most_shared if all_seen else noted_identifiers.shared_in_order
    mark = after
    while len(rows) < count:
        found = read(index, seen.case_number, kind.value if kind else "", mark, _AT_ONCE)
        for own_kind, value, sources in found:
            mark = Mark(sources, own_kind, value)
            places = noted_identifiers.places_of(index, seen, own_kind, value)
            rows += shared_of(IdentifierKind(own_kind), value, places)
            if len(rows) >= count:
                break
        else:
            if len(found) < _AT_ONCE:
                mark = None
                break
    return SharedPage(rows=tuple(rows), after=mark, left_out=not all_seen)


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def sources_of(
    session: Session, case_id: CaseId, shared: SharedIdentifier, *, after: int = 0, count: int = COUNT
) -> SourcesPage:
    """Return the next sources in which an identifier occurs. Each is consulted."""
    follow_to_end(session)
    seen, _ = _seen(session, case_id)
    if seen is None:
        return SourcesPage(rows=(), after=None)
    index = index_of(session)
    key = (shared.kind.value, shared.value, shared.whole)
    found = [*noted_identifiers.sources_of(index, seen, key, after, count)]
    names = (search_index.name_at(index, subject) for _, subject in found)
    things = [Thing(*each.split(" ", 1)) for each in names]
    rows = tuple(_told(session, each) for each in things)
    session.consulted_together(
        [(_CONSULTED[each.kind], each.key, case_id) for each in things if each.kind in _CONSULTED]
    )
    return SourcesPage(rows=rows, after=found[-1][1] if len(found) == count else None)


def _told(session: Session, source: Thing) -> SharedSource:
    if source.kind == "exhibit_file":
        file = registry.EXHIBIT_FILE.find(session.read, source.key)
        exhibit = registry.EXHIBIT.find(session.read, file.exhibit_id) if file else None
        return SharedSource(
            thing=Thing("exhibit", exhibit.id if exhibit else ""),
            kind=source.kind,
            number=exhibit.number if exhibit else "",
            name=file.name if file else "",
        )
    number, name = name_of(session.read, source)
    return SharedSource(thing=source, kind=source.kind, number=number, name=name)


def _seen(session: Session, case_id: CaseId) -> tuple[Seen | None, bool]:
    """Return what this user may see of a case, and whether that is everything that is noted."""
    role, in_store = session.user.role, session.office_record.is_store
    sources = [each.number for each in NOTED if may(role, each.right, in_store=in_store)]
    opens = may(role, Right.OPEN_FILES, in_store=in_store)
    index = index_of(session)
    number = search_index.find_number(index, case_id)
    all_seen = opens and len(sources) == len(NOTED)
    if number is None:
        return None, all_seen
    readings = [search_index.find_number(index, each.id) for each in counted(session.read, case_id)]
    seen = Seen(
        case_number=number,
        sources=[*sources, FILE_TEXT] if opens else sources,
        ads=BY_ENTITY["ad"].number,
        readings=[each for each in readings if each is not None],
    )
    return seen, all_seen
