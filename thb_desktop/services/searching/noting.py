"""Noting: which identifiers each row of the index has, and of which source of the case they are.

Sources are what tells of the case: records, exhibits, their files, advertisements, persons, objects and
money; not what the office wrote of its own work. All of a record is one source, all entries of an exhibit are
one, and each of its files is one, with the advertisements that were read from it.

A plate counts where a vehicle of the case has it: too much looks like one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.search_identifiers import MARK, Identifier, handle_term
from thb_desktop.domain.searching import SearchKind
from thb_desktop.domain.shared_identifiers import Noted, noted_in, plates_in
from thb_desktop.domain.vocabulary import CaseObjectKind
from thb_desktop.services.searching.owners import Owner
from thb_desktop.services.searching.source import Source
from thb_desktop.services.searching.sources import BY_ENTITY, SOURCES
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import noted_identifiers, search_index
from thb_desktop.vault.tables.noted_identifiers import NotedHere
from thb_desktop.vault.tables.search_index import Found

_OF_RECORDS = (SearchKind.TESTIMONY, SearchKind.LANGUAGE_WORK, SearchKind.RECORD)
_KINDS = frozenset(
    (
        *_OF_RECORDS,
        SearchKind.EXHIBIT,
        SearchKind.FILE,
        SearchKind.PERSON,
        SearchKind.OBJECT,
        SearchKind.MONEY,
    )
)
_OF_THE_OFFICE = frozenset(("official", "interpreter", "intake_run"))
_OF_FILES = {"file_place": "file_id", "exhibit_file": "id"}
NOTED = tuple(each for each in SOURCES if each.kind in _KINDS and each.entity not in _OF_THE_OFFICE)
"""The sources of the index whose identifiers are noted."""
OBJECTS = BY_ENTITY["case_object"].number
_MOST_WITH_PLATE = 500
"""Rows in which the plate of a vehicle is looked for."""


class Row(NamedTuple):
    """A row of the index. file_id: of an advertisement, the file from which it was read."""

    source: Source
    owner: Owner
    row: Any
    file_id: str = ""


def noted_here(connection: Connection, of: Row, found: Sequence[Identifier], text: str) -> NotedHere | None:
    """Return the identifiers of a row of the index, with the source of the case that it is of; None if it is
    of none, or was struck out. connection: with the index; found: all that may be meant in its text.
    """
    source, owner, row = of.source, of.owner, of.row
    if source not in NOTED or bool(getattr(row, "struck", "")):
        return None
    case_number = search_index.number_of(connection, owner.case_id)
    noted = [*noted_in(found, text, in_text=not isinstance(row, CaseObject))]
    if handle := source.handle_of(row):
        noted.append(Noted(IdentifierKind.HANDLE, handle_term(handle), "", source.handles(row).strip()))
    noted += _plates(connection, case_number, row, plates_in(found, text))
    if not noted:
        return None
    return NotedHere(
        case_number=case_number,
        subject=search_index.number_of(connection, subject_of(of)),
        owner=search_index.number_of(connection, str(getattr(row, "reading_id", "")) or owner.subject),
        noted=noted,
    )


def subject_of(of: Row) -> str:
    """Return the source of the case that a row is of: the table and the id."""
    source, owner, row = of.source, of.owner, of.row
    kind, key = source.entity, row.id
    if of.file_id or source.entity in _OF_FILES:
        kind, key = "exhibit_file", of.file_id or getattr(row, _OF_FILES[source.entity])
    elif source.kind in _OF_RECORDS:
        kind, key = "interview", owner.subject
    elif source.kind is SearchKind.EXHIBIT:
        kind, key = "exhibit", owner.subject
    elif source.entity in ("person_role", "person_claim"):
        kind, key = "person", owner.subject
    elif source.entity == "money_transaction" and row.statement_id:
        kind, key = "bank_statement", row.statement_id
    return f"{kind} {key}"


def plates_of_vehicle(connection: Connection, row: object) -> frozenset[str]:
    """Return the plates that the index knows of a vehicle; of anything else none."""
    if not isinstance(row, CaseObject):
        return frozenset()
    return noted_identifiers.plates_of(connection, OBJECTS, str(row.id))


def rows_with(connection: Connection, case_id: str, plates: Iterable[str]) -> Iterator[Found]:
    """Yield where the index has one of these plates."""
    number = search_index.find_number(connection, case_id)
    for each in plates if number is not None else ():
        expression = f'"{each}" AND "{MARK}o{number}"'
        yield from search_index.find(
            connection, expression, None, None, ranked=False, skip=0, count=_MOST_WITH_PLATE
        )


def _plates(
    connection: Connection, case_number: int, row: object, plates: Sequence[Noted]
) -> Iterator[Noted]:
    if isinstance(row, CaseObject):
        yield from plates if row.kind is CaseObjectKind.VEHICLE else ()
    elif plates:
        known = noted_identifiers.plates_among(
            connection, case_number, OBJECTS, [each.value for each in plates]
        )
        yield from (each for each in plates if each.value in known)
