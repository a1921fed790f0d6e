"""The search index: the terms of each row, without the texts (FTS5, contentless), and where they stand.

No event tells it, and no digest covers it: it is made from the rows, and rebuilt at will. `search_state`
says up to which entry of the event chain it follows the rows.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from thb_desktop.domain.custody_kinds import ERASURES
from thb_desktop.domain.machine_reading import MACHINE_PART
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import noted_identifiers
from thb_desktop.vault.tables.mapper import Table, plain_rows
from thb_desktop.vault.tables.noted_identifiers import NotedHere

FORM = 9
"""The form of the terms. An index of another form is rebuilt."""
SOURCES = 128
"""An id of the index is a running number times this, plus the number of the source."""

_STATE = "SELECT form, entries, source, after FROM search_state WHERE id = 1"
_SET_STATE = """
    INSERT INTO search_state (id, form, entries, source, after)
    VALUES (1, :form, :entries, :source, :after)
    ON CONFLICT (id) DO UPDATE SET
        form = excluded.form, entries = excluded.entries, source = excluded.source, after = excluded.after
"""
_CLEAR = (
    "INSERT INTO search_text (search_text) VALUES ('delete-all')",
    "DELETE FROM search_place",
    "DELETE FROM search_name",
    "DELETE FROM search_state",
    *noted_identifiers.CLEAR,
)
_PLACED = """
    SELECT id, since, until, given FROM search_place
    WHERE key = :key AND source = :source AND part = :part
"""
_PARTS = "SELECT part FROM search_place WHERE key = :key AND source = :source"
_LAST = "SELECT coalesce(max(id), 0) FROM search_place"
_PLACE = """
    INSERT INTO search_place (id, source, key, part, since, until, given)
    VALUES (:id, :source, :key, :part, :since, :until, :given)
"""
_MOVE = "UPDATE search_place SET since = :since, until = :until, given = :given WHERE id = :id"
_REMOVE = "DELETE FROM search_place WHERE id = :id"
_ADD_TEXT = "INSERT INTO search_text (rowid, body) VALUES (:id, :body)"
_REMOVE_TEXT = "DELETE FROM search_text WHERE rowid = :id"
_NAME = "SELECT id FROM search_name WHERE name = :name"
_ADD_NAME = "INSERT INTO search_name (name) VALUES (:name) RETURNING id"
_COUNT = """
    SELECT search_text.rowid % 128, count(*) FROM search_text
    WHERE search_text MATCH :expression GROUP BY 1
"""
_COUNT_DATED = """
    SELECT search_place.source, count(*) FROM search_text
    JOIN search_place ON search_place.id = search_text.rowid
    WHERE search_text MATCH :expression AND search_place.since <= :until AND search_place.until >= :since
    GROUP BY 1
"""
_RANKED = """
    SELECT rowid FROM search_text WHERE search_text MATCH :expression
        AND (:sources IS NULL OR rowid % 128 IN (SELECT value FROM json_each(:sources)))
    ORDER BY rank LIMIT :count OFFSET :skip
"""
_PLAIN = """
    SELECT rowid FROM search_text WHERE search_text MATCH :expression
        AND (:sources IS NULL OR rowid % 128 IN (SELECT value FROM json_each(:sources)))
    ORDER BY rowid LIMIT :count OFFSET :skip
"""
_DATED = """
    SELECT search_text.rowid FROM search_text JOIN search_place ON search_place.id = search_text.rowid
    WHERE search_text MATCH :expression AND search_place.since <= :until AND search_place.until >= :since
        AND (:sources IS NULL OR search_place.source IN (SELECT value FROM json_each(:sources)))
    ORDER BY search_text.rowid LIMIT :count OFFSET :skip
"""
_FOUND = "SELECT id, source, key, part FROM search_place WHERE id IN (SELECT value FROM json_each(:ids))"
_FILE_PART = "SELECT text FROM search_file_text WHERE file_id = :file_id AND part = :part"
_FILE_PARTS = "SELECT part, text FROM search_file_text WHERE file_id = :file_id ORDER BY part"
_UNREAD_FILES = """
    SELECT file.id FROM exhibit JOIN exhibit_file AS file ON file.exhibit_id = exhibit.id
    WHERE exhibit.case_id = :case_id AND file.struck = '' AND NOT EXISTS (
        SELECT 1 FROM search_file_text AS kept WHERE kept.file_id = file.id AND kept.part <= :last
    ) AND NOT EXISTS (
        SELECT 1 FROM json_each(:erasures) AS erasure JOIN custody_event AS event
        ON event.action = erasure.value AND event.exhibit_id = exhibit.id
    ) AND NOT EXISTS (
        WITH RECURSIVE line (id) AS (
            SELECT exhibit.id
            UNION SELECT each.parent_id FROM line JOIN exhibit AS each ON each.id = line.id
            WHERE each.parent_id IS NOT NULL
        )
        SELECT 1 FROM line JOIN leaving_bar AS bar ON bar.exhibit_id = line.id AND bar.kind = :abuse
    ) AND NOT EXISTS (
        SELECT 1 FROM received_package AS held JOIN received_item AS item ON item.received_id = held.id
        JOIN leaving_bar AS bar ON bar.exhibit_id = item.exhibit_id AND bar.kind = :abuse
        WHERE held.exhibit_id = exhibit.id
    )
    ORDER BY exhibit.id, file.id LIMIT :most
"""
_SET_FILE_PART = """
    INSERT INTO search_file_text (file_id, part, text) VALUES (:file_id, :part, :text)
    ON CONFLICT (file_id, part) DO UPDATE SET text = excluded.text
"""
_FORGET_FILE = "DELETE FROM search_file_text WHERE file_id = :file_id"
_FORGET_OWN = "DELETE FROM search_file_text WHERE file_id = :file_id AND part <= :last"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How far the index is.

    entries: up to which entry of the event chain it follows the rows. source, after: while it is made, the
    source whose rows are next, and the last of its rows that is in; source 0 when it is made.
    """

    entries: int
    source: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is to be found of a row. part: of a file with several, from 1; 0 for the row itself.

    terms: of its text and of what it is filtered by. since, until: the days that it may be of, as numbers
    (20250301); None if nobody knows. given: what the rows below it take over from it.
    noted: the identifiers that it has.
    """

    source: int
    key: str
    terms: Sequence[str]
    part: int = 0
    since: int | None = None
    until: int | None = None
    given: str = ""
    noted: NotedHere | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The place of a hit."""

    source: int
    key: str
    part: int


def read_state(connection: Connection) -> State | None:
    """Return how far the index is; None if there is none of the present form."""
    row = connection.execute(_STATE).fetchone()
    if row is None or row[0] != FORM:
        return None
    return State(entries=row[1], source=row[2], after=row[3])


def write_state(connection: Connection, state: State) -> None:
    values = {"entries": state.entries, "source": state.source, "after": state.after}
    connection.execute(_SET_STATE, {"form": FORM, **values})


def clear(connection: Connection) -> None:
    """Remove the index; the texts of files stay. What it was is overwritten (`secure_delete`)."""
    for statement in _CLEAR:
        connection.execute(statement)


def put(connection: Connection, entry: Entry) -> bool:
    """Write what is to be found of a row, instead of what was. Returns whether `given` is another now."""
    values = {"source": entry.source, "key": UUID(entry.key).bytes, "part": entry.part}
    days = {"since": entry.since, "until": entry.until, "given": entry.given}
    before = connection.execute(_PLACED, values).fetchone()
    if before is not None:
        noted_identifiers.forget(connection, int(before[0]))
    if not entry.terms:
        if before is not None:
            connection.execute(_REMOVE_TEXT, {"id": before[0]})
            connection.execute(_REMOVE, {"id": before[0]})
        return False
    if before is None:
        last = int(connection.execute(_LAST).fetchone()[0])
        place = (last // SOURCES + 1) * SOURCES + entry.source
        connection.execute(_PLACE, {"id": place, **values, **days})
    else:
        place = int(before[0])
        connection.execute(_REMOVE_TEXT, {"id": place})
        connection.execute(_MOVE, {"id": place, **days})
    connection.execute(_ADD_TEXT, {"id": place, "body": " ".join(entry.terms)})
    if entry.noted is not None:
        noted_identifiers.add(connection, place, entry.source, entry.noted)
    return before is not None and (before[1], before[2], before[3]) != (entry.since, entry.until, entry.given)


def rows_after[T](
    connection: Connection, table: Table[T], after: int, count: int
) -> tuple[tuple[T, ...], int]:
    """Return the rows of a table that are stored after this one, at most so many, and the last of them."""
    values: dict[str, str | int | None] = {"after": after, "count": count}
    rows = table.select(connection, "WHERE rowid > :after ORDER BY rowid LIMIT :count", values)
    places = ("SELECT rowid AS at FROM", table.name, "WHERE rowid > :after ORDER BY rowid LIMIT :count")
    last = " ".join(("SELECT coalesce(max(at), 0) FROM (", *places, ")"))
    return rows, int(connection.execute(last, values).fetchone()[0])


def last_row(connection: Connection, table: Table[object]) -> int:
    return int(
        connection.execute(" ".join(("SELECT coalesce(max(rowid), 0) FROM", table.name))).fetchone()[0]
    )


def parts_of(connection: Connection, source: int, key: str) -> tuple[int, ...]:
    rows = connection.execute(_PARTS, {"source": source, "key": UUID(key).bytes})
    return tuple(int(row[0]) for row in rows)


def number_of(connection: Connection, name: str) -> int:
    """Return the number by which the index knows a case, a person or a language; a new one if need be."""
    found = find_number(connection, name)
    return int(connection.execute(_ADD_NAME, {"name": name}).fetchone()[0]) if found is None else found


def find_number(connection: Connection, name: str) -> int | None:
    row = connection.execute(_NAME, {"name": name}).fetchone()
    return None if row is None else int(row[0])


def name_at(connection: Connection, number: int) -> str:
    """Return what the index knows by a number."""
    row = connection.execute("SELECT name FROM search_name WHERE id = :id", {"id": number}).fetchone()
    return "" if row is None else str(row[0])


def count(connection: Connection, expression: str, days: tuple[int, int] | None) -> dict[int, int]:
    """Return how many rows of each source match. days: the first and the last that count."""
    if days is None:
        rows = plain_rows(connection, _COUNT, {"expression": expression})
    else:
        values: dict[str, str | int | None]
        values = {"expression": expression, "since": days[0], "until": days[1]}
        rows = plain_rows(connection, _COUNT_DATED, values)
    return {int(row[0] or 0): int(row[1] or 0) for row in rows}


def find(
    connection: Connection,
    expression: str,
    days: tuple[int, int] | None,
    sources: Sequence[int] | None,
    *,
    ranked: bool,
    skip: int,
    count: int,
) -> Iterator[Found]:
    """Return a page of what matches in these sources, or in all: the best first if ranked, else in the order
    in which it was written.
    """
    values: dict[str, str | int | None] = {"expression": expression, "skip": skip, "count": count}
    values["sources"] = None if sources is None else json.dumps(sources)
    if days is not None:
        statement, values = _DATED, {**values, "since": days[0], "until": days[1]}
    else:
        statement = _RANKED if ranked else _PLAIN
    ids = [place for (place,) in plain_rows(connection, statement, values)]
    rows = {row[0]: row for row in connection.execute(_FOUND, {"ids": json.dumps(ids)})}
    for place in ids:
        if (row := rows.get(place)) is not None:
            yield Found(source=row[1], key=str(UUID(bytes=bytes(row[2]))), part=row[3])


def file_text(connection: Connection, file_id: str, part: int) -> str:
    row = connection.execute(_FILE_PART, {"file_id": file_id, "part": part}).fetchone()
    return "" if row is None else str(row[0])


def file_texts(connection: Connection, file_id: str) -> tuple[tuple[int, str], ...]:
    """Return the parts of a file's text with their numbers."""
    return tuple((int(row[0]), str(row[1])) for row in connection.execute(_FILE_PARTS, {"file_id": file_id}))


def unread_files(connection: Connection, case_id: str, most: int) -> tuple[str, ...]:
    """Return the files of a case of whose own text nothing is kept, at most so many.

    Left out is what is not read: of erased exhibits, abuse material with all that derives from it, and what
    holds a package in which it came.
    """
    asked = {
        "case_id": case_id,
        "last": MACHINE_PART,
        "erasures": json.dumps(sorted(ERASURES)),
        "abuse": BarKind.ABUSE_MATERIAL.value,
        "most": most,
    }
    return tuple(str(row[0]) for row in connection.execute(_UNREAD_FILES, asked))


def set_file_texts(connection: Connection, file_id: str, texts: Iterable[str]) -> None:
    """Keep the text of a file, by parts (pages, sheets, messages), instead of what was kept of its own."""
    connection.execute(_FORGET_OWN, {"file_id": file_id, "last": MACHINE_PART})
    for part, text in enumerate(texts, start=1):
        connection.execute(_SET_FILE_PART, {"file_id": file_id, "part": part, "text": text})


def set_machine_text(connection: Connection, file_id: str, page: int, text: str) -> None:
    """Keep what a machine read on a page, instead of what was kept of it."""
    told = {"file_id": file_id, "part": MACHINE_PART + page, "text": text}
    connection.execute(_SET_FILE_PART, told)


def forget_files(connection: Connection, file_ids: Iterable[str]) -> None:
    """Remove the texts of files whose content is erased, and the index with their terms."""
    there = [file_id for file_id in file_ids if file_texts(connection, file_id)]
    for file_id in there:
        connection.execute(_FORGET_FILE, {"file_id": file_id})
    if there:
        clear(connection)
