"""A connection may only read, or also write, in turn, and no statement is prepared again for that; what was
found in a database is read again only after a row changed.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from thb_desktop.vault import safeguards
from thb_desktop.vault.database import (
    Connection,
    DatabaseError,
    Migration,
    allow_writing,
    connect_in_memory,
    forbid_writing,
    found_once,
)
from thb_desktop.vault.schema import create_database, open_database

NOTES = Migration(number=1, sql="CREATE TABLE note (text TEXT NOT NULL) STRICT;")

ADD = "INSERT INTO note (text) VALUES (?)"
READ = "SELECT count(*) FROM note"


@pytest.fixture
def connection() -> Iterator[Connection]:
    with closing(connect_in_memory()) as made:
        made.execute("CREATE TABLE note (text TEXT NOT NULL) STRICT")
        allow_writing(made)
        yield made


def count(connection: Connection) -> int:
    return int(connection.execute(READ).fetchone()[0])


def add(connection: Connection) -> None:
    connection.execute(ADD, ("a note",))


def test_what_was_executed_before_is_not_asked_about_again_when_writing_is_allowed_in_turn(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    answer = safeguards._authorize
    monkeypatch.setattr(safeguards, "_authorize", lambda *what: asked.append(what[0]) or answer(*what))
    add(connection)
    first = count(connection)
    before = len(asked)

    for _ in range(10):
        forbid_writing(connection)
        count(connection)
        allow_writing(connection)
        add(connection)

    assert before > 0
    assert len(asked) == before
    assert count(connection) == first + 10


@pytest.mark.parametrize(
    "write",
    [
        add,
        lambda connection: connection.executemany(ADD, [("a note",)]),
        lambda connection: connection.cursor().execute(ADD, ("a note",)),
        lambda connection: connection.cursor().executemany(ADD, [("a note",)]),
        lambda connection: connection.executescript("INSERT INTO note (text) VALUES ('a note')"),
    ],
)
def test_a_statement_that_wrote_before_writes_nothing_where_writing_is_forbidden(
    connection: Connection, write
):
    write(connection)
    forbid_writing(connection)

    for _ in range(2):
        with pytest.raises(DatabaseError):
            write(connection)

    assert count(connection) == 1
    allow_writing(connection)
    write(connection)
    assert count(connection) == 2


def test_who_was_asked_instead_is_replaced_when_writing_is_allowed_or_forbidden(connection: Connection):
    connection.set_authorizer(None)
    connection.execute("PRAGMA user_version = 7")

    forbid_writing(connection)

    with pytest.raises(DatabaseError):
        add(connection)
    allow_writing(connection)
    with pytest.raises(DatabaseError):
        connection.execute("PRAGMA user_version = 8")


def test_what_was_found_is_read_again_only_after_a_row_changed(connection: Connection):
    reads: list[int] = []

    def find(connection: Connection) -> int:
        reads.append(1)
        return count(connection)

    assert [found_once(connection, find) for _ in range(3)] == [0, 0, 0]
    assert len(reads) == 1
    add(connection)
    assert found_once(connection, find) == 1
    connection.execute("UPDATE note SET text = 'another'")
    found_once(connection, find)
    assert len(reads) == 3


def test_what_was_found_in_a_transaction_is_not_believed_after_it_was_rolled_back(connection: Connection):
    connection.execute("BEGIN")
    add(connection)
    inside = found_once(connection, count)
    connection.execute("ROLLBACK")

    assert (inside, found_once(connection, count)) == (1, 0)


def test_what_another_connection_changed_is_read_again(tmp_path: Path):
    key = bytearray(range(48))
    with (
        closing(create_database(tmp_path / "vault.db", key, (NOTES,))) as first,
        closing(open_database(tmp_path / "vault.db", key, (NOTES,)).connection) as second,
    ):
        before = found_once(first, count)

        add(second)

        assert (before, found_once(first, count)) == (0, 1)
