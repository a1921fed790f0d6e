"""Databases of SQLite as tables, and the traffic of a browser (HAR) as rows, read by the confined process."""

import io
import json
import sqlite3
import struct
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import process_time

import pytest

from tests.support.looking import looking_at
from tests.support.samples import sample
from thb_desktop.domain.looks import FactCode, HexBytes, PlainText, Sheets, UnreadForm
from thb_desktop.errors import PartDamagedError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.looks.databases import opened, words_of_database
from thb_desktop.inspect.looks.forensic import tell_of_image
from thb_desktop.inspect.looks.parts import Asked, UnreadableError
from thb_desktop.inspect.looks.table_words import columns_of

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
MESSAGES = """
    CREATE TABLE messages (_id INTEGER PRIMARY KEY AUTOINCREMENT, "chat, id" TEXT DEFAULT ('a,b'), -- a (note
        body TEXT, at REAL, raw BLOB, n NUMERIC(10, 2), CONSTRAINT once UNIQUE (n, at), CHECK (n <> 1))
"""
PUT = 'INSERT INTO messages ("chat, id", body, at, raw, n) VALUES (?, ?, ?, ?, ?)'
HAR = {
    "log": {
        "version": "1.2",
        "creator": {"name": "Firefox", "version": "128"},
        "pages": [{"title": "Luna", "startedDateTime": "2026-01-02T10:00:00.000+01:00"}],
        "entries": [
            {
                "startedDateTime": "2026-01-02T10:00:00.100+01:00",
                "request": {"method": "GET", "url": "https://ads.example/1"},
                "response": {"status": 200, "content": {"mimeType": "text/html", "size": 12}},
                "serverIPAddress": "203.0.113.7",
            },
            {"request": None},
        ],
    }
}


def database(
    place: Path, *, size: int = 4096, coding: str = "UTF-8", rows: int = 400
) -> tuple[bytes, list[tuple[str, ...]]]:
    """A database with short and long rows, and its rows as they are shown, by the library."""
    path = place / "chat.db"
    chance = drawn(7)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute(f"PRAGMA encoding = '{coding}'")
        connection.execute(MESSAGES)
        connection.execute("CREATE TABLE words (word TEXT PRIMARY KEY, n) WITHOUT ROWID")
        connection.execute("CREATE INDEX by_body ON messages (body)")
        connection.execute("CREATE TABLE [empty one] (a, b)")
        for number in range(rows):
            body = "Zażółć €😀 " * one_of(chance, (0, 1, 40, 900))
            raw = b"\1\2" * one_of(chance, (0, 3, 40, 3000))
            told = (
                None if number % 3 else f"c{number}",
                body,
                number + 0.5,
                raw,
                (-1) ** number * 7 ** (number + 1) % 2**62,
            )
            connection.execute(
                'INSERT INTO messages ("chat, id", body, at, raw, n) VALUES (?, ?, ?, ?, ?)', told
            )
        connection.execute("DELETE FROM messages WHERE _id % 11 = 0")
        connection.commit()
        found = [tuple(map(_shown, row)) for row in connection.execute("SELECT * FROM messages ORDER BY _id")]
    return path.read_bytes(), found


def drawn(seed: int) -> Iterator[int]:
    """Numbers that are the same each time."""
    number = 0
    while True:
        number += 1
        yield int.from_bytes(sha256(f"{seed}/{number}".encode()).digest()[:6], "big")


def one_of[T](chance: Iterator[int], them: Sequence[T]) -> T:
    return them[next(chance) % len(them)]


def _shown(value: object) -> str:
    if isinstance(value, bytes):
        return f"x'{value[:32].hex()}{'...' if len(value) > 32 else ''}' ({len(value)})"
    return "" if value is None else str(value)


@pytest.mark.parametrize(("size", "coding"), [(512, "UTF-8"), (4096, "UTF-16le"), (65536, "UTF-16be")])
def test_the_rows_of_a_table_are_those_that_the_library_reads(tmp_path: Path, size: int, coding: str):
    data, rows = database(tmp_path, size=size, coding=coding)

    found = opened(Asked(io.BytesIO(data)))

    titles, *read = found.rows_of(found.tables[0])
    assert titles == ("_id", "chat, id", "body", "at", "raw", "n")
    assert len(rows) > 300
    assert read == rows
    assert [each.name for each in found.tables] == ["messages", "empty one"]


def test_the_window_gets_the_tables_page_by_page_and_the_facts(tmp_path: Path):
    data, rows = database(tmp_path)
    with looking_at(data, "chat.db") as looking:
        first, second, empty = looking.look(), looking.look(page=2), looking.look(sheet=1)
        told, words = looking.told(), looking.text(1 << 20)

    assert isinstance(first, Sheets)
    assert isinstance(second, Sheets)
    assert isinstance(empty, Sheets)
    assert (first.names, first.rows[0][0], first.rows[1]) == (("messages", "empty one"), "_id", rows[0])
    assert second.rows[0][:2] == rows[199][:2]
    assert empty.rows == (("a", "b"),)
    facts = {(each.code, each.key): each.value for each in told.facts}
    assert told.media_type == "application/vnd.sqlite3"
    assert facts[FactCode.ENTRIES, "tables"] == "2"
    assert facts[None, "tables without their rows here"] == "1"
    assert "messages" in words
    assert "Zażółć" in words


@pytest.mark.parametrize(
    ("words", "columns", "key"),
    [
        ("CREATE TABLE a (x, y INT)", ("x", "y"), None),
        (
            "CREATE TABLE a(`x y` TEXT, [z(] INTEGER PRIMARY KEY, 'w' CHECK (w IN (1, 2)))",
            ("x y", "z(", "w"),
            1,
        ),
        (
            'CREATE TABLE "a(b" (x, /* y, */ "check" INT, FOREIGN KEY (x) REFERENCES b (y))',
            ("x", "check"),
            None,
        ),
        ("CREATE TABLE a", (), None),
        ("CREATE TABLE a (x", (), None),
    ],
)
def test_the_names_of_columns_are_read_from_the_words_of_the_table(
    words: str, columns: tuple[str, ...], key: int | None
):
    assert columns_of(words)[:2] == (columns, key)


@pytest.mark.parametrize(
    "columns",
    [
        "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, b",
        "b, id integer CONSTRAINT k NOT NULL ON CONFLICT FAIL DEFAULT (1) UNIQUE PRIMARY KEY",
        "id INTEGER/* of the row */PRIMARY KEY, b",
        "`id` INTEGER NOT NULL, `b` TEXT, PRIMARY KEY(`id`)",
        'Id INTEGER, b, CONSTRAINT "my key" PRIMARY KEY (ID DESC)',
        "id INT PRIMARY KEY, b",
        "id INTEGER PRIMARY KEY DESC, b",
        "id INTEGER UNSIGNED PRIMARY KEY, b",
        "id INTEGER CHECK (id <> 'PRIMARY KEY'), b",
        "id INTEGER, b INTEGER, PRIMARY KEY (id, b)",
        "id INTEGER, v AS (b + (1)), s INT GENERATED ALWAYS AS (b || ')') STORED, b",
        "v INT GENERATED ALWAYS AS (b) VIRTUAL NOT NULL, id INTEGER NOT NULL PRIMARY KEY, b",
    ],
)
def test_each_value_stands_under_its_column_and_the_number_of_a_row_in_it(tmp_path: Path, columns: str):
    data = made(tmp_path, f"CREATE TABLE a ({columns}); INSERT INTO a (b) VALUES (7), (8)")  # noqa: S608

    titles, *rows = read_of(data)

    quoted = ", ".join(f'"{each}"' for each in titles)
    with closing(sqlite3.connect(tmp_path / "made.db")) as connection:
        told = [tuple(map(_shown, row)) for row in connection.execute(f"SELECT {quoted} FROM a")]  # noqa: S608
    assert "v" not in titles
    assert rows == told


def test_a_column_that_was_added_later_has_its_default_where_it_can_be_told(tmp_path: Path):
    data = made(
        tmp_path,
        """CREATE TABLE a (x, "DEFAULT 3" CHECK (1)); INSERT INTO a VALUES (1, NULL);
        ALTER TABLE a ADD b TEXT DEFAULT 'it''s'; ALTER TABLE a ADD c NOT NULL DEFAULT -2.5;
        ALTER TABLE a ADD d DEFAULT x'0a'; ALTER TABLE a ADD e; ALTER TABLE a ADD f DEFAULT true""",
    )

    assert read_of(data)[1] == ("1", "", "it's", "-2.5", "[not stored]", "", "1")


def test_what_is_beyond_the_bytes_that_are_read_of_a_row_is_told_and_the_next_row_is_read(tmp_path: Path):
    data = made(
        tmp_path,
        """CREATE TABLE a (x, big, n INTEGER, s, r);
        INSERT INTO a VALUES ('Ana', zeroblob(9000000), 5, 'c', 1.5);
        INSERT INTO a VALUES ('Rosa', x'00', 6, 'd', 2.5)""",
    )

    _, first, second = read_of(data)

    assert (first[0], *first[2:]) == ("Ana", "[not read]", "[not read]", "[not read]")
    assert second == ("Rosa", "x'00' (1)", "6", "d", "2.5")
    words = words_of_database(Asked(io.BytesIO(data), page=1 << 20))
    assert "Rosa" in words
    assert "not read" not in words


def test_a_table_that_is_damaged_leaves_the_words_of_the_others(tmp_path: Path):
    data = bytearray(made(tmp_path, "CREATE TABLE a (x); CREATE TABLE b (x); INSERT INTO b VALUES ('Rosa')"))
    data[(opened(Asked(io.BytesIO(data))).tables[0].page - 1) * 4096] = 77

    assert "Rosa" in words_of_database(Asked(io.BytesIO(data), page=1 << 20))


@pytest.mark.parametrize("leads_to", [0, 1], ids=["itself", "the next"])
def test_rows_that_share_their_bytes_are_refused(tmp_path: Path, leads_to: int):
    """A page with many cells for one row, whose further pages lead to themselves or on."""
    data = bytearray(made(tmp_path, "CREATE TABLE a (x); INSERT INTO a VALUES (zeroblob(400000))", 65_536))
    root = (opened(Asked(io.BytesIO(data))).tables[0].page - 1) * 65_536
    cell = data[root + 8 : root + 10]
    data[root + 3 : root + 5] = (15_000).to_bytes(2, "big")
    data[root + 8 : root + 8 + 30_000] = cell * 15_000
    if not leads_to:
        data[root + 65_536 : root + 65_540] = (root // 65_536 + 2).to_bytes(4, "big")

    rows = opened(Asked(io.BytesIO(data)))
    assert "x" in words_of_database(Asked(io.BytesIO(data), page=1 << 20))
    with pytest.raises(UnreadableError):
        list(islice(rows.rows_of(rows.tables[0]), 6))


@pytest.mark.parametrize("sign", ["[", "'", '"', "`", "/*"])
def test_words_of_a_table_take_no_longer_than_they_are_long(sign: str):
    begun = process_time()
    for more in ("", "a"):
        columns_of("CREATE TABLE a (" + (sign + more) * 30_000)

    assert process_time() - begun < 0.4


def test_the_words_of_all_tables_together_have_a_limit(tmp_path: Path):
    long = ", ".join(f"a{each:060}" for each in range(900))
    data = made(tmp_path, ";".join(f"CREATE TABLE t{each} ({long})" for each in range(22)))

    counts = [len(each.columns.titles) for each in opened(Asked(io.BytesIO(data))).tables]

    assert counts[:18] == [900] * 18
    assert counts[-1] == 0


def made(place: Path, script: str, size: int = 4096) -> bytes:
    with closing(sqlite3.connect(place / "made.db")) as connection:
        connection.executescript(f"PRAGMA page_size = {size}; {script}")
        connection.commit()
    return (place / "made.db").read_bytes()


def read_of(data: bytes) -> list[tuple[str, ...]]:
    found = opened(Asked(io.BytesIO(data)))
    return list(found.rows_of(found.tables[0]))


def test_a_database_that_is_cut_or_changed_anywhere_is_read_or_refused(tmp_path: Path):
    data, _ = database(tmp_path, size=512, rows=20)
    chance = drawn(11)
    for _ in range(400):
        broken = bytearray(data)
        for _ in range(one_of(chance, (1, 8))):
            broken[next(chance) % len(broken)] = next(chance) % 256
        asked = Asked(io.BytesIO(bytes(broken[: one_of(chance, (len(broken), next(chance) % len(broken)))])))
        try:
            found = opened(asked)
            for table in found.tables:
                for number, _ in enumerate(found.rows_of(table)):
                    assert number < 100_000
        except (UnreadableError, IndexError, ValueError, struct.error):
            pass


def test_pages_that_lead_to_themselves_are_refused(tmp_path: Path):
    data, _ = database(tmp_path, size=512)
    found = opened(Asked(io.BytesIO(data)))
    root = (found.tables[0].page - 1) * 512
    broken = bytearray(data)
    assert broken[root] == 5
    broken[root + 8 : root + 12] = found.tables[0].page.to_bytes(4, "big")

    with looking_at(bytes(broken)) as looking, pytest.raises(PartDamagedError):
        looking.look(page=99)


def test_a_database_without_tables_that_can_be_read_is_shown_as_bytes():
    with looking_at(b"SQLite format 3\0" + bytes(100)) as looking:
        look = looking.look()

    assert isinstance(look, HexBytes)
    assert look.unread is UnreadForm.DATABASE


def test_the_traffic_of_a_browser_is_a_table_with_its_facts():
    with looking_at(json.dumps(HAR).encode(), "a.har") as looking:
        look, told, words = looking.look(), looking.told(), looking.text(1 << 20)

    assert isinstance(look, Sheets)
    assert look.rows[0][:3] == ("startedDateTime", "method", "url")
    assert look.rows[1:] == (
        (
            "2026-01-02T10:00:00.100+01:00",
            "GET",
            "https://ads.example/1",
            "200",
            "text/html",
            "12",
            "203.0.113.7",
        ),
        ("",) * 7,
    )
    facts = {each.code: each.value for each in told.facts}
    assert (facts[FactCode.SOFTWARE], facts[FactCode.TITLE], facts[FactCode.ENTRIES]) == (
        "Firefox 128",
        "Luna",
        "2",
    )
    assert "203.0.113.7" in words


def test_what_only_begins_as_traffic_is_shown_as_text():
    with looking_at(b'{"log": {"creator": {}, "entries": 3}}') as looking:
        assert isinstance(looking.look(), PlainText)


def test_the_times_of_an_image_are_dates():
    image = sample("02-evidence/disk/image.E01").read_bytes()
    facts = {key: value for _, key, value in tell_of_image(Asked(io.BytesIO(image)))}

    assert facts["acquired"] == "2013-12-10T11:28:38Z"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2002 3 4 10 19 59", "2002-03-04 10:19:59"),
        ("2002 13 4 10 19 59", "2002 13 4 10 19 59"),
        ("then", "then"),
    ],
)
def test_a_time_of_an_image_that_is_none_stays_as_it_is_written(written: str, told: str):
    table = zlib.compress(f"1\nmain\nm\n{written}\n\n".encode())
    section = b"header".ljust(16, b"\0") + struct.pack("<QQ", 0, 76 + len(table)) + bytes(44) + table

    assert tell_of_image(Asked(io.BytesIO(bytes(13) + section))) == [("ACQUIRED", "acquired", told)]
