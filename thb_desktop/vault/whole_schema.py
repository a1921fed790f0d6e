"""The statements of the migrations, and the whole schema that they make, written out for a new database.

After each `ALTER TABLE`, SQLite reads all tables and triggers again: the migrations take a second for a new
database, `migrations/whole.sql` a fifteenth of it. `python -m tests.vault.data.make_schema` writes that
file, and the tests compare it with what the migrations make.
"""

import hashlib
import sqlite3
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from thb_desktop.vault import migrations

_ORDER = ("TABLE", "VIRTUAL", "VIEW", "INDEX", "UNIQUE", "TRIGGER")
"""The word after CREATE. SQLite makes a table or a view before what names it."""


def split(sql: str) -> list[str]:
    """Split a file into statements; a trigger with its inner semicolons stays one."""
    statements, rest = [], ""
    for line in sql.splitlines(keepends=True):
        rest += line
        if ";" in line and sqlite3.complete_statement(rest):
            statements.append(rest)
            rest = ""
    if rest.strip() and not all(
        not line.strip() or line.lstrip().startswith("--") for line in rest.split("\n")
    ):
        raise ValueError("a migration ends in the middle of a statement")
    return statements


def first_line(steps: Sequence[str]) -> str:
    """Return the line with which the whole schema begins: the digest of the migrations that make it."""
    return f"-- Made from migrations of SHA-256 {hashlib.sha256('\0'.join(steps).encode()).hexdigest()}\n"


def whole_schema(steps: Sequence[str]) -> tuple[str, ...]:
    """Return the statements that make what these migrations make; none if the file was made from others."""
    made_from, statements = _written()
    return statements if made_from == first_line(steps) else ()


@cache
def _written() -> tuple[str, tuple[str, ...]]:
    made_from, _, sql = files(migrations).joinpath("whole.sql").read_text("utf-8").partition("\n")
    found = split(sql)
    virtual = [each.split()[3] for each in found if each.startswith("CREATE VIRTUAL TABLE ")]
    shadows = tuple(f"CREATE TABLE '{name}_" for name in virtual)  # they come with their virtual table
    made = sorted(found, key=lambda each: _ORDER.index(each.split(maxsplit=2)[1]))
    return made_from + "\n", tuple(each for each in made if not each.startswith(shadows))
