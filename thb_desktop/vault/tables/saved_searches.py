"""The rows of saved searches: a search and its name, sealed for its user, outside the event chain."""

from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.refusals import write

_SAVE = """
    INSERT INTO saved_search (id, user_id, sealed) VALUES (:id, :user_id, :sealed)
    ON CONFLICT (id) DO UPDATE SET sealed = :sealed
"""
_OF_USER = (
    "SELECT CAST(id AS BLOB), CAST(sealed AS BLOB) FROM saved_search WHERE user_id = :user_id ORDER BY id"
)
_REMOVE = "DELETE FROM saved_search WHERE CAST(id AS BLOB) = :id AND user_id = :user_id"
_ESCAPED = "surrogateescape"
"""How an id is read that somebody else wrote and that is no text: it is shown as unreadable, and removed."""


def save(connection: Connection, row_id: str, *, user_id: str, sealed: bytes) -> None:
    """Add a search, or put it in the place of the former one of this id."""
    write(connection, _SAVE, {"id": row_id, "user_id": user_id, "sealed": sealed})


def of_user(connection: Connection, user_id: str) -> tuple[tuple[str, bytes], ...]:
    """Return id and sealed search of each row of a user; whoever has the vault's key can have written it."""
    rows = connection.execute(_OF_USER, {"user_id": user_id})
    return tuple((bytes(row[0]).decode("utf-8", _ESCAPED), bytes(row[1])) for row in rows)


def remove(connection: Connection, row_id: str, *, user_id: str) -> None:
    write(connection, _REMOVE, {"id": row_id.encode("utf-8", _ESCAPED), "user_id": user_id})
