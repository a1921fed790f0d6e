"""Integrity: every page of the database, its authentication and its structure."""

from pathlib import Path

from thb_desktop.errors import DatabaseDamagedError
from thb_desktop.vault.database import (
    SALT_LENGTH,
    DatabaseError,
    connect,
    database_medium,
    forbid_writing,
)
from thb_desktop.vault.safeguards import set_safeguards
from thb_desktop.vault.system import medium


def check_integrity(path: Path, key: bytearray) -> tuple[str, ...]:
    """Read every page twice, each time on a new connection: once for its authentication, once for its
    structure.

    The salt at the beginning is unused and not authenticated, but other programs need it. Returns the faults
    in SQLite's words (page numbers and table names, no content); nothing if all is well. One bad page spoils
    a connection, and the first check does not notice a shortened file: hence two.
    """
    wrong: list[str] = []
    with medium(), path.open("rb") as file:
        if file.read(SALT_LENGTH) != key[-SALT_LENGTH:]:
            wrong.append("the first bytes of the database are not the salt; the next change restores them")
    for statement in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check"):
        try:
            with database_medium():
                connection = connect(path, key, mode="ro")
                set_safeguards(connection, journal=False)
                forbid_writing(connection)
        except DatabaseDamagedError as damage:
            return (*wrong, str(damage))
        try:
            wrong += [str(row[0]) for row in connection.execute(statement) if row[0] != "ok"]
        except DatabaseError:
            wrong.append("the database cannot be read to its end")
        finally:
            connection.close()
    return tuple(wrong)
