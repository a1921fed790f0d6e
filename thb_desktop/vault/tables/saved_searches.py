"""The rows of saved searches: words and filter under a name, of one user, outside the event chain."""

import json
from datetime import datetime
from typing import NamedTuple

from thb_desktop.domain.record import Record
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.refusals import write

_SAVE = """
    INSERT INTO saved_search (id, user_id, case_id, name, words, chosen, saved_at)
    VALUES (:id, :user_id, :case_id, :name, :words, :chosen, :saved_at)
"""
_OF_USER = """
    SELECT id, name, words, chosen, saved_at FROM saved_search WHERE user_id = :user_id ORDER BY name
"""
_RENAME = "UPDATE saved_search SET name = :name WHERE id = :id AND user_id = :user_id"
_REMOVE = "DELETE FROM saved_search WHERE id = :id AND user_id = :user_id"


class SavedRow(NamedTuple):
    """A row. chosen: the filter, as plain values."""

    id: str
    name: str
    words: str
    chosen: Record
    saved_at: datetime


def save(connection: Connection, row: SavedRow, *, user_id: str, case_id: str | None) -> None:
    """Add a row. Raises AlreadyExistsError if the user has one of this name."""
    write(
        connection,
        _SAVE,
        {
            "id": row.id,
            "user_id": user_id,
            "case_id": case_id,
            "name": row.name,
            "words": row.words,
            "chosen": json.dumps(row.chosen, ensure_ascii=False, sort_keys=True),
            "saved_at": to_text(row.saved_at),
        },
    )


def of_user(connection: Connection, user_id: str) -> tuple[SavedRow, ...]:
    rows = connection.execute(_OF_USER, {"user_id": user_id})
    return tuple(SavedRow(row[0], row[1], row[2], json.loads(row[3]), from_text(row[4])) for row in rows)


def rename(connection: Connection, row_id: str, *, user_id: str, name: str) -> None:
    write(connection, _RENAME, {"id": row_id, "user_id": user_id, "name": name})


def remove(connection: Connection, row_id: str, *, user_id: str) -> None:
    write(connection, _REMOVE, {"id": row_id, "user_id": user_id})
