"""The links of one person or thing of a case: entries that name it with others, and identifiers that are
written in what belongs to it and elsewhere too. Never everything at once, and nothing that is not recorded.

What a user may not read is neither shown nor followed. Identifiers are found by the search.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thb_desktop.domain.case import in_language
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.links import IDENTIFIER, Link, LinkKind, Links, Thing, together
from thb_desktop.domain.person_links import PersonLink, standing_merges
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.search_identifiers import identifiers
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.errors import NotFoundError, ValueRefusedError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching.links_written import written_in
from thb_desktop.services.searching.search import Hit, search
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import link_lists, registry

MOST = 60
"""Links that are read of one thing."""
_EACH = 40
_IDENTIFIERS = 20
"""Identifiers of one thing that are looked for elsewhere; how many more it has is told."""
_HITS = 12
_RIGHTS = {
    "attribution": Right.READ_FINANCE,
    "hand_over": Right.READ_FINANCE,
    "bank_statement": Right.READ_FINANCE,
    "pay_figure": Right.READ_FINANCE,
    "account": Right.READ_FINANCE,
    "interview": Right.READ_TESTIMONY,
    "presence": Right.READ_TESTIMONY,
    "timeline_event": Right.READ_TESTIMONY,
    "lineup": Right.READ_TESTIMONY,
    "exhibit": Right.READ_EXHIBITS,
    "person_link": Right.READ_CASE,
    "person": Right.READ_CASE,
    "case_object": Right.READ_CASE,
    "stay": Right.READ_CASE,
}
_KINDS = {
    "attribution": LinkKind.ATTRIBUTION,
    "hand_over": LinkKind.HAND_OVER,
    "bank_statement": LinkKind.STATEMENT_OF_ACCOUNT,
    "pay_figure": LinkKind.PAY,
    "account": LinkKind.ACCOUNT_FOUND,
    "interview": LinkKind.HEARD,
    "presence": LinkKind.PRESENT,
    "timeline_event": LinkKind.SHOWN,
    "lineup": LinkKind.SHOWN,
    "exhibit": LinkKind.PART,
    "person_link": LinkKind.SAME_PERSON,
    "stay": LinkKind.STAY,
}
_OPENED_AT = dict.fromkeys(("presence", "timeline_event", "lineup"), "interview_id")
"""Rows that are shown at the record that they belong to."""
_CASE_OF = ("person", "account", "exhibit", "interview", "case_object")


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def links_of(session: Session, case_id: CaseId, start: Thing) -> Links:
    """Return a thing with its neighbours. Raises NotFoundError for one that is not of this case, or that this
    user may not read, and ValueRefusedError for words that are no identifier.
    """
    if start.kind == IDENTIFIER:
        if not any(identifiers(start.key)):
            raise ValueRefusedError("this is no number, address or name that can be looked for")
        return _shown(session, case_id, start, *_of_identifier(session, case_id, start, frozenset()))
    row = _row(session, case_id, start)
    session.consulted_together(list(_consultations(session, case_id, start)))
    own, more = _recorded(session, start)
    written, others = written_in(session, case_id, start, row, _IDENTIFIERS)
    shared: list[Link] = []
    for each in written[:_IDENTIFIERS]:
        thing = Thing(IDENTIFIER, each)
        elsewhere, rest = _of_identifier(session, case_id, thing, frozenset((start,)))
        more += rest
        if elsewhere:
            shared.append(
                Link(one=start, other=thing, kind=LinkKind.WRITTEN, source=start.kind, about=start.key)
            )
            shared += elsewhere
    found = _shown(session, case_id, start, [*own, *shared], more)
    return replace(found, not_followed=max(0, len(written) - _IDENTIFIERS) + others)


def _shown(session: Session, case_id: CaseId, start: Thing, links: list[Link], more: int) -> Links:
    merged = together(links)
    shown = merged[:MOST]
    things = dict.fromkeys([start, *(end for each in shown for end in (each.one, each.other))])
    role = session.user.role
    return Links(
        case_id=case_id,
        start=start,
        links=shown,
        names={each: name_of(session.read, each) for each in things},
        more=more + len(merged) - len(shown),
        left_out=not all(may(role, right) for right in _RIGHTS.values()),
    )


def _consultations(session: Session, case_id: CaseId, start: Thing) -> Iterator[tuple[Consulted, str, str]]:
    """Return what is consulted besides the case: the thing itself, and the money that it has to do with."""
    kinds = {
        "person": Consulted.PERSON,
        "interview": Consulted.TESTIMONY,
        "exhibit": Consulted.EXHIBIT,
    }
    if start.kind in kinds:
        yield kinds[start.kind], start.key, case_id
    reads_money = may(session.user.role, Right.READ_FINANCE)
    if reads_money and start.kind in ("account", "person", "exhibit"):
        yield Consulted.FINANCE, case_id, case_id


def _row(session: Session, case_id: CaseId, thing: Thing) -> object:
    row: object = None
    if thing.kind in _CASE_OF and may(session.user.role, _RIGHTS[thing.kind]):
        row = registry.table_named(thing.kind).find(session.read, thing.key)
    if row is None or getattr(row, "case_id", None) != case_id:
        raise NotFoundError("there is no such person or thing in this file")
    return row


def _recorded(session: Session, start: Thing) -> tuple[list[Link], int]:
    """Return the links by entries that name the thing together with another, and how many more there are."""
    found: list[Link] = []
    more = 0
    for table, columns in link_lists.NAMING.items():
        if not may(session.user.role, _RIGHTS[table]):
            continue
        for column, kind in columns.items():
            if kind != start.kind:
                continue
            rows, count = link_lists.rows_naming(session.read, table, column, start.key, _EACH)
            more += count - len(rows)
            for row in _standing(session.read, rows) if table == "person_link" else rows:
                found += _links_by(session, start, table, column, row)
    return found, more


def _standing(connection: Connection, rows: Iterable[object]) -> tuple[PersonLink, ...]:
    """Return the merges that stand: what was proposed, declined or split says of nobody that they are one."""
    found = [each for each in rows if isinstance(each, PersonLink)]
    answers = registry.PERSON_LINK.among(connection, "of_id", [each.id for each in found])
    return standing_merges((*found, *answers))


def _links_by(session: Session, start: Thing, table: str, column: str, row: object) -> Iterator[Link]:
    about = str(getattr(row, _OPENED_AT.get(table, "id")))
    source = "interview" if table in _OPENED_AT else "person" if table == "person_link" else table
    if table == "person_link":
        about = start.key
    for other, kind in link_lists.NAMING[table].items():
        key = getattr(row, other)
        if other == column or not key or not may(session.user.role, _RIGHTS[kind]):
            continue
        said = LinkKind.RECORDING if (table, other) == ("interview", "recording_id") else _KINDS[table]
        yield Link(one=start, other=Thing(kind, str(key)), kind=said, source=source, about=about)


def _of_identifier(
    session: Session, case_id: CaseId, thing: Thing, known: frozenset[Thing]
) -> tuple[list[Link], int]:
    """Return a link to each place of the case where an identifier is written, and how many were not read."""
    chosen = SearchFilter(case_id=case_id)
    found = search(session, thing.key, chosen, count=_HITS, exact=True)
    others = [place for hit in found.hits if (place := _place(hit)) not in known and not hit.is_struck]
    links = [
        Link(one=thing, other=other, kind=LinkKind.WRITTEN, source=other.kind, about=other.key)
        for other in others
    ]
    return links, found.total - len(found.hits)


def _place(hit: Hit) -> Thing:
    """Return where a hit stands: the record, the exhibit, the person or the entry itself."""
    if hit.kind in (SearchKind.TESTIMONY, SearchKind.LANGUAGE_WORK, SearchKind.RECORD):
        return Thing("interview", hit.subject)
    if hit.kind in (SearchKind.EXHIBIT, SearchKind.FILE, SearchKind.CUSTODY):
        return Thing("exhibit", hit.subject)
    if hit.entity in ("person_role", "person_claim"):
        return Thing("person", hit.subject)
    return Thing(hit.entity, hit.id)


def name_of(connection: Connection, thing: Thing) -> tuple[str, str]:
    """Return the number of a thing, and what more is recorded of it."""
    if thing.kind == IDENTIFIER:
        return thing.key, ""
    row: object = registry.table_named(thing.kind).find(connection, thing.key)
    number = str(getattr(row, "number", "") or getattr(row, "code", "") or getattr(row, "reference", ""))
    titles = getattr(row, "titles", ())
    more = in_language(titles, "") if titles else getattr(row, "holder", "") or getattr(row, "label", "")
    amount = f"{getattr(row, 'amount', '')} {getattr(row, 'currency', '')}".strip()
    return number or amount or str(getattr(row, "name", "")), str(more)
