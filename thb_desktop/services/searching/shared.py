"""What several sources of a case share: telephone numbers, e-mail addresses, user names, accounts, plates.

Page by page, from what the index notes: nothing is read in full. What a user may not read is neither shown
nor counted, and of whom this holds the list is not in the order of the counts, which would tell them.
"""

from typing import NamedTuple

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.ids import CaseId, FileId
from thb_desktop.domain.links import Thing
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.shared_identifiers import SharedIdentifier, SharedSource, shared_of
from thb_desktop.services.core.leaving_bars import has_abuse, is_abuse_elsewhere
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.ads import counted
from thb_desktop.services.searching.exhibit_sources import FILE_TEXT
from thb_desktop.services.searching.index import follow_to_end, index_of
from thb_desktop.services.searching.links import name_of
from thb_desktop.services.searching.noting import NOTED
from thb_desktop.services.searching.sources import BY_ENTITY
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import noted_identifiers, registry, search_index
from thb_desktop.vault.tables.lists import Mark
from thb_desktop.vault.tables.noted_identifiers import Seen

_AT_ONCE = 200
"""Values that are looked at together."""
_CONSULTED = {
    "interview": Consulted.TESTIMONY,
    "exhibit": Consulted.EXHIBIT,
    "exhibit_file": Consulted.FILE,
    "person": Consulted.PERSON,
}


@permitted(Right.READ_EXHIBITS)
def leaves_out(session: Session) -> bool:
    """Whether something is left out because this user may not read it."""
    return not _reads_all(session)


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def page_of_shared(
    session: Session,
    case_id: CaseId,
    kind: IdentifierKind | None = None,
    *,
    after: Mark | None = None,
    count: int = COUNT,
) -> Page[SharedIdentifier]:
    """Return the next identifiers of a case that occur in several sources, with how many.

    kind: of one kind alone. after: of the page before. The total is not known before the last page, and then
    not told. The index is brought up first.
    """
    follow_to_end(session)
    seen = _seen(session, case_id)
    if seen is None:
        return Page(rows=(), after=None, total=0)
    index = index_of(session)
    read = noted_identifiers.most_shared if _reads_all(session) else noted_identifiers.shared_in_order
    rows: list[SharedIdentifier] = []
    texts = _Texts(session.read, index)
    at = _Place.of(after)
    while len(rows) < count:
        found = read(index, seen.case_number, kind.value if kind else "", at, _AT_ONCE)
        for own_kind, value, sources in found:
            at = _Place(sources, own_kind, value)
            places = noted_identifiers.places_of(index, seen, own_kind, value)
            seen_places = [each for each in places if not each.is_text or texts.are_shown(each.subject)]
            rows += shared_of(IdentifierKind(own_kind), value, seen_places)
            if len(rows) >= count:
                return Page(rows=tuple(rows), after=at.mark, total=0)
        if len(found) < _AT_ONCE:
            break
    return Page(rows=tuple(rows), after=None, total=0)


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def sources_of(
    session: Session,
    case_id: CaseId,
    shared: SharedIdentifier,
    *,
    after: Mark | None = None,
    count: int = COUNT,
) -> Page[SharedSource]:
    """Return the next sources in which an identifier occurs. Each is consulted."""
    follow_to_end(session)
    seen = _seen(session, case_id)
    if seen is None:
        return Page(rows=(), after=None, total=0)
    index = index_of(session)
    key = (shared.kind.value, shared.value, shared.whole)
    found = [*noted_identifiers.sources_of(index, seen, key, int(after[0]) if after else 0, count)]
    texts = _Texts(session.read, index)
    seen_sources = [subject for _, subject, is_text in found if not is_text or texts.are_shown(subject)]
    names = (search_index.name_at(index, subject) for subject in seen_sources)
    things = [Thing(*each.partition(" ")[::2]) for each in names]
    shown = [(each, said) for each in things if (said := _told(session, case_id, each)) is not None]
    session.consulted_together(
        [(_CONSULTED[each.kind], each.key, case_id) for each, _ in shown if each.kind in _CONSULTED]
    )
    return Page(
        rows=tuple(said for _, said in shown),
        after=(str(found[-1][1]), "") if len(found) == count else None,
        total=shared.sources,
    )


class _Texts:
    """Says whether the text of a file is shown: not if the same bytes are material of child sexual abuse in
    another exhibit. Each file is asked about once, and none where there is no such material.
    """

    def __init__(self, connection: Connection, index: Connection) -> None:
        self._connection, self._index = connection, index
        self._has_abuse = has_abuse(connection)
        self._known: dict[int, bool] = {}

    def are_shown(self, subject: int) -> bool:
        if not self._has_abuse:
            return True
        if subject not in self._known:
            _, _, key = search_index.name_at(self._index, subject).partition(" ")
            file = registry.EXHIBIT_FILE.find(self._connection, FileId(key))
            self._known[subject] = file is not None and not is_abuse_elsewhere(self._connection, file)
        return self._known[subject]


class _Place(NamedTuple):
    """Where a page ends: how many sources the last value has, by which the next page goes on, and what it
    is.
    """

    sources: int
    kind: str
    value: str

    @property
    def mark(self) -> Mark:
        return str(self.sources), f"{self.kind} {self.value}"

    @classmethod
    def of(cls, mark: Mark | None) -> "_Place | None":
        return None if mark is None else cls(int(mark[0]), *mark[1].split(" ", 1))


def _told(session: Session, case_id: CaseId, source: Thing) -> SharedSource | None:
    """Return what is shown of a source. Whoever forges the index can name anything in it: what is of another
    case, or what this user may not read, is not shown.
    """
    known = BY_ENTITY.get(source.kind)
    if known is None or not may(session.user.role, known.right):
        return None
    if source.kind == "exhibit_file":
        file = registry.EXHIBIT_FILE.find(session.read, FileId(source.key))
        exhibit = registry.EXHIBIT.find(session.read, file.exhibit_id) if file else None
        if file is None or exhibit is None or exhibit.case_id != case_id:
            return None
        thing = Thing("exhibit", exhibit.id)
        return SharedSource(thing=thing, kind=known.kind, number=exhibit.number, name=file.name)
    if getattr(known.table.find(session.read, source.key), "case_id", None) != case_id:
        return None
    number, name = name_of(session.read, source)
    return SharedSource(thing=source, kind=known.kind, number=number, name=name)


def _sources(session: Session) -> list[int]:
    """Return the sources of the index that this user may read, as far as their identifiers are noted."""
    role, in_store = session.user.role, session.office_record.is_store
    own = [each.number for each in NOTED if may(role, each.right, in_store=in_store)]
    return [*own, FILE_TEXT] if may(role, Right.OPEN_FILES, in_store=in_store) else own


def _reads_all(session: Session) -> bool:
    return len(_sources(session)) > len(NOTED)


def _seen(session: Session, case_id: CaseId) -> Seen | None:
    """Return what this user may see of a case; None if nothing of it is in the index."""
    index = index_of(session)
    number = search_index.find_number(index, case_id)
    if number is None:
        return None
    readings = [search_index.find_number(index, each.id) for each in counted(session.read, case_id)]
    return Seen(
        case_number=number,
        sources=_sources(session),
        texts=FILE_TEXT,
        ads=BY_ENTITY["ad"].number,
        readings=[each for each in readings if each is not None],
    )
