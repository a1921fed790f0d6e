"""Identifiers that are written in what belongs to a person or thing: those that its links look for elsewhere.

Too much looks like a plate. So one counts where a vehicle of the case has it; that is asked of the index, and
no list of vehicles is read.
"""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.links import Thing
from thb_desktop.domain.lone_numbers import alone, widest
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.search_identifiers import MARK, Identifier, identifiers
from thb_desktop.domain.vocabulary import CaseObjectKind
from thb_desktop.services.core.leaving_bars import is_reading_shown, is_shown
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching.index import follow_to_end, index_of
from thb_desktop.services.searching.source import Source
from thb_desktop.services.searching.sources import BY_ENTITY
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import ad_lists, registry, search_index

_OBJECT = registry.CASE_OBJECT.name
_AT_ONCE = 100
"""Possible plates that one question to the index names."""
_PLATES = 2000
"""Different possible plates of one thing that are asked about. What is beyond is not told as left out: hardly
any of it is a plate.
"""
_VEHICLES = 40
_BELONGING = {"exhibit": ("item_description", "online_capture")}
"""Entries of a thing that are read with it, by their field with its id."""


def written_in(
    session: Session, case_id: CaseId, thing: Thing, row: object, most: int
) -> tuple[tuple[str, ...], int]:
    """Return the identifiers that are written in what is the thing's, each once and as it is written there,
    and how many more there are that are not looked at.

    most: how many of its advertisements are read. Those count once they were compared.
    """
    texts, handles = _own(session.read, thing, row)
    of_ads, others = _of_ads(session, thing, most)
    found: dict[tuple[str, ...], str] = {}
    plates: dict[tuple[str, ...], tuple[Identifier, str]] = {}
    for text in (*texts, *of_ads, *handles):
        all_found = list(identifiers(text))
        for each in alone(all_found, text):
            found.setdefault(each.stored, _written(each, text))
        for each in all_found:
            if each.kind is IdentifierKind.PLATE and len(plates) < _PLATES:
                plates.setdefault(each.stored, (each, text))
    known = _plates_of_vehicles(session, case_id, [*plates.values()])
    return (*found.values(), *known), others


def _written(each: Identifier, text: str) -> str:
    return " ".join(text[each.start : each.end].split())


def _own(connection: Connection, thing: Thing, row: object) -> tuple[list[str], list[str]]:
    """Return the words of the thing, and the handles that it names as such."""
    rows = [(thing.kind, row)]
    for entity in _BELONGING.get(thing.kind, ()):
        table = registry.table_named(entity)
        rows += [
            (entity, each)
            for each in table.where(connection, "exhibit_id", thing.key)
            if not getattr(each, "struck", "")
        ]
    told: list[tuple[Source, object]] = [
        (BY_ENTITY[entity], each) for entity, each in rows if entity in BY_ENTITY
    ]
    texts = [text for source, each in told for _, text in source.texts_of(each)]
    if thing.kind == "interview":
        segments = registry.SEGMENT.where(connection, "interview_id", thing.key)
        texts += [each.source_text or "" for each in segments]
    return texts, ["@" + name for source, each in told if (name := source.handle_of(each))]


def _of_ads(session: Session, thing: Thing, most: int) -> tuple[tuple[str, ...], int]:
    """Return what stands in most advertisements of an exhibit, and how much more there is."""
    connection = session.read
    if thing.kind != "exhibit" or not may(session.user.role, Right.OPEN_FILES):
        return (), 0
    if not is_shown(connection, ExhibitId(thing.key)):
        return (), 0
    readings = registry.AD_READING.where(connection, "exhibit_id", thing.key)
    standing = {
        each.id for each in readings if each.withdrawn_at is None and is_reading_shown(connection, each)
    }
    return ad_lists.most_written(connection, standing, most)


def _plates_of_vehicles(
    session: Session, case_id: CaseId, plates: Sequence[tuple[Identifier, str]]
) -> tuple[str, ...]:
    """Return those that a vehicle of the case has, as they are written. plates: each once."""
    terms = dict.fromkeys(term for each, _ in plates for term in each.stored)
    if not terms:
        return ()
    follow_to_end(session)
    known = set[str]()
    for at in range(0, len(terms), _AT_ONCE):
        for vehicle in _vehicles_with(session, case_id, [*terms][at : at + _AT_ONCE]):
            text = "\n".join(text for _, text in BY_ENTITY[_OBJECT].texts_of(vehicle))
            own = [each for each in identifiers(text) if each.kind is IdentifierKind.PLATE]
            known.update(term for each in widest(own) for term in each.stored)
    meant = [(each, text) for each, text in plates if not known.isdisjoint(each.stored)]
    return tuple(_written(each, text) for each, text in meant)


def _vehicles_with(session: Session, case_id: CaseId, terms: Sequence[str]) -> Iterator[CaseObject]:
    index = index_of(session)
    number = search_index.find_number(index, case_id)
    if number is None:
        return
    wanted = " OR ".join(f'"{each}"' for each in terms)
    expression = f'({wanted}) AND "{MARK}o{number}"'
    within = (BY_ENTITY[_OBJECT].number,)
    for each in search_index.find(index, expression, None, within, ranked=False, skip=0, count=_VEHICLES):
        row = registry.CASE_OBJECT.find(session.read, each.key)
        if row is not None and row.kind is CaseObjectKind.VEHICLE and not row.struck:
            yield row
