"""The schema: frozen, strict, and saying exactly what the domain says."""

from contextlib import closing

import pytest

from tests.vault.data.make_schema import WHOLE, migrated, told_schema
from thb_desktop.vault import proof
from thb_desktop.vault.codes import CODES, add_codes, code_table, codes_of
from thb_desktop.vault.database import (
    Connection,
    IntegrityError,
    Migration,
    load_migrations,
    open_scratch,
    read_schema,
)
from thb_desktop.vault.tables.registry import TABLES
from thb_desktop.vault.whole_schema import whole_schema

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@pytest.fixture(scope="module")
def scratch():
    with closing(open_scratch()) as connection:
        yield connection


def test_the_whole_schema_is_written_out_as_the_migrations_make_it():
    """A vault that exists keeps its schema: a change needs a migration, and then `make_schema` is run."""
    with closing(migrated()) as connection:
        assert WHOLE.read_text("utf-8") == told_schema(connection)


def test_a_new_database_is_the_one_that_the_migrations_make(scratch: Connection):
    steps = [step.sql for step in load_migrations()]

    assert whole_schema(steps)
    with closing(migrated()) as connection:
        assert objects(scratch) == objects(connection)
        assert rows(scratch) == rows(connection)
        assert read_schema(scratch) == read_schema(connection) == len(steps)


def test_what_is_written_out_is_not_used_for_other_migrations():
    steps = load_migrations()
    other = (*steps, Migration(number=len(steps) + 1, sql="CREATE TABLE another (id INTEGER) STRICT;"))

    with closing(open_scratch(steps[:-1])) as older, closing(open_scratch(other)) as newer:
        assert (read_schema(older), read_schema(newer)) == (len(steps) - 1, len(steps) + 1)
        assert [name for _, name, _ in objects(newer) if name == "another"] == ["another"]
        assert len(objects(older)) < len(objects(newer))


def objects(connection: Connection) -> set[tuple[str, str, str]]:
    made = connection.execute("SELECT type, name, coalesce(sql, tbl_name) FROM sqlite_schema")
    return {(kind, name, sql) for kind, name, sql in made}


def rows(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    found = {name: connection.execute(f'SELECT * FROM "{name}"') for (name,) in tables}  # noqa: S608
    return {name: [tuple(row) for row in each] for name, each in found.items()}


def test_every_table_is_strict(scratch: Connection):
    tables = scratch.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").fetchall()

    loose = [name for name, strict in tables if not strict and not name.startswith("sqlite_")]
    assert len(tables) > len(TABLES)
    assert loose == []


@every_table
def test_a_table_has_the_fields_of_its_class_and_no_other_in_their_order(scratch: Connection, table):
    """In another order a vault's digest is another, and no later version would migrate it."""
    columns = [row["name"] for row in scratch.execute("SELECT name FROM pragma_table_info(?)", (table.name,))]

    assert columns == list(table.columns)


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


def test_every_coded_field_refers_to_the_codes_of_its_list(scratch: Connection):
    from enum import StrEnum
    from typing import get_args, get_origin, get_type_hints

    wanted, found = set(), set()
    for table in TABLES:
        for name, hint in get_type_hints(table.entity).items():
            for kind in (hint, *(() if get_origin(hint) is tuple else get_args(hint))):
                if isinstance(kind, type) and issubclass(kind, StrEnum):
                    wanted.add((table.name, name, code_table(kind)))
        keys = scratch.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table.name,))
        found |= {(table.name, *row) for row in keys if row[1].startswith("code_")}

    assert found == wanted


def test_every_list_of_codes_has_its_table_and_every_table_its_list(scratch: Connection):
    names = scratch.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'code_*'")

    assert {row[0] for row in names} == set(CODES)


def test_the_tables_of_codes_hold_the_vocabulary(scratch: Connection):
    assert codes_of(scratch) == CODES
    assert codes_of(scratch)["code_sex"] == {"0", "1", "2", "9"}


@pytest.mark.parametrize("statement", ["UPDATE {} SET code = 'x'", "DELETE FROM {}"])
def test_no_code_is_changed_or_taken_away(scratch: Connection, statement: str):
    for name in CODES:
        with pytest.raises(IntegrityError, match="code-stays"):
            scratch.execute(statement.format(name))


def test_a_code_that_is_new_in_this_program_is_added_and_one_it_does_not_know_stays():
    with closing(open_scratch()) as connection:
        connection.execute("DROP TRIGGER code_medium_is_kept")
        connection.execute("DELETE FROM code_medium WHERE code = 'VIDEO_LINK'")
        connection.execute("INSERT INTO code_sex VALUES ('8')")

        added = add_codes(connection)

        assert added == 1
        assert codes_of(connection) == CODES | {"code_sex": CODES["code_sex"] | {"8"}}
        assert add_codes(connection) == 0


def test_events_describe_each_table_or_it_is_named_among_those_outside(scratch: Connection):
    """A later version compares the digest of what events describe before it migrates."""
    stored = {name for (name,) in scratch.execute(proof._TABLES)}

    assert stored == proof._OUTSIDE | {table.name for table in TABLES}
    assert proof._OUTSIDE.isdisjoint(table.name for table in TABLES)
