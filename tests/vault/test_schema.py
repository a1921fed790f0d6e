"""The schema: frozen, strict, and saying exactly what the domain says."""

from contextlib import closing
from pathlib import Path

import pytest

from thb_desktop.domain import vocabulary
from thb_desktop.vault.codes import fill_codes
from thb_desktop.vault.database import Connection, load_migrations, open_scratch
from thb_desktop.vault.tables.registry import TABLES

SNAPSHOT = Path(__file__).with_name("data") / "schema.sql"
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@pytest.fixture(scope="module")
def scratch():
    with closing(open_scratch()) as connection:
        yield connection


def schema_of(connection: Connection) -> str:
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name")
    return "".join(f"{row[0]};\n" for row in rows)


def test_the_schema_is_the_one_that_was_frozen(scratch: Connection):
    """A vault that exists keeps its CHECK lists: a change here needs a migration, and then a new snapshot."""
    assert schema_of(scratch) == SNAPSHOT.read_text("utf-8")


def test_every_table_is_strict(scratch: Connection):
    tables = scratch.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall()

    loose = [name for name, strict in tables if not strict and not name.startswith("sqlite_")]
    assert len(tables) > len(TABLES)
    assert loose == []


@every_table
def test_a_table_has_the_fields_of_its_class_and_no_other_in_their_order(scratch: Connection, table):
    columns = [row["name"] for row in scratch.execute("SELECT name FROM pragma_table_info(?)", (table.name,))]

    assert tuple(columns) == table.columns


@every_table
def test_only_what_may_be_unknown_may_be_null(scratch: Connection, table):
    from thb_desktop.domain.record import fields_of

    rows = scratch.execute('SELECT name, "notnull" AS filled, pk FROM pragma_table_info(?)', (table.name,))
    nullable = {row["name"] for row in rows if not row["filled"] and not row["pk"]}

    assert nullable == {field.name for field in fields_of(table.entity) if field.optional}


@every_table
def test_a_column_has_the_default_of_its_field(scratch: Connection, table):
    """What events and digests leave out can be read from the file alone; a default never changes."""
    rows = scratch.execute("SELECT name, dflt_value FROM pragma_table_info(?)", (table.name,))
    told = {row["name"]: row["dflt_value"] for row in rows if row["dflt_value"] is not None}

    assert told == {name: literal(value) for name, value in table.defaults.items()}


def literal(value: str | int | None) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "NULL"
    return f"'{value}'" if isinstance(value, str) else str(int(value))


def test_every_coded_field_has_its_list_of_codes(scratch: Connection):
    from enum import StrEnum
    from typing import get_args, get_type_hints

    without = []
    for table in TABLES:
        (sql,) = scratch.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table.name,)).fetchone()
        for name, hint in get_type_hints(table.entity).items():
            for kind in (hint, *get_args(hint)):
                if isinstance(kind, type) and issubclass(kind, StrEnum):
                    codes = ", ".join(f"'{code.value}'" for code in kind)
                    if f"CHECK ({name} IN ({codes}))" not in sql:
                        without.append(f"{table.name}.{name}")

    assert without == []


def test_codes_are_filled_in_from_the_vocabulary():
    assert fill_codes("CHECK (sex IN (/*IN:Sex*/))") == "CHECK (sex IN ('0', '1', '2', '9'))"

    with pytest.raises(KeyError):
        fill_codes("CHECK (x IN (/*IN:NoSuchList*/))")


def test_every_list_that_the_schema_names_is_in_the_vocabulary():
    (first, *_) = load_migrations()

    assert "/*IN:" not in first.sql
    assert f"'{vocabulary.CustodyAction.INCIDENT.value}'" in first.sql
