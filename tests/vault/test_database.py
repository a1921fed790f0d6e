import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.disks import fill
from thb_desktop.errors import (
    DatabaseDamagedError,
    DiskFullError,
    MigrationFailedError,
    NewerFormatError,
    StorageError,
    VaultInUseError,
    VaultMissingPartError,
)
from thb_desktop.vault.database import (
    Connection,
    DatabaseError,
    Migration,
    OperationalError,
    connect_in_memory,
    load_migrations,
    make_schema,
    transaction,
)
from thb_desktop.vault.integrity import check_integrity
from thb_desktop.vault.schema import create_database, open_database

KEY = bytearray(range(48))
FIRST = Migration(
    number=1,
    sql="""
-- a note; with a semicolon in its comment
CREATE TABLE note (text TEXT NOT NULL CHECK (text <> ';')) STRICT;
CREATE TRIGGER kept BEFORE DELETE ON note BEGIN
    SELECT RAISE(ABORT, 'kept');
    SELECT 1;
END;
CREATE VIRTUAL TABLE search USING fts5(body, content='', contentless_delete=1);
-- the end
""",
)
SECOND = Migration(
    number=2, sql="ALTER TABLE note ADD COLUMN language TEXT;\nUPDATE note SET language = 'pl';"
)
MUCH = Migration(number=2, sql="INSERT INTO note VALUES (hex(zeroblob(4000000)));")
FORBIDDEN = [
    "ATTACH ':memory:' AS other",
    "ATTACH 'plain.db' AS other KEY ''",
    "DETACH main",
    "VACUUM INTO 'copy.db'",
    "PRAGMA temp_store = FILE",
    "PRAGMA temp_store_directory = '/tmp'",
    "PRAGMA key = 'x'",
    "PRAGMA main.key = 'x'",
    "PRAGMA rekey = 'x'",
    "PRAGMA cipher_log = '/tmp/log'",
    "PRAGMA cipher_log_level = DEBUG",
    "PRAGMA cipher_plaintext_header_size = 32",
    "PRAGMA cipher_use_hmac = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA trusted_schema = ON",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA secure_delete = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA Journal_Mode = WAL",
    "PRAGMA synchronous = OFF",
    "PRAGMA user_version = 9",
    "PRAGMA mmap_size = 1000000",
    "SELECT load_extension('x')",
    "SELECT sqlcipher_export('main')",
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "vault.db"


@pytest.fixture
def connection(path):
    connection = create_database(path, KEY, (FIRST,))
    connection.execute("INSERT INTO note VALUES ('Anna Kowalska was heard')")
    yield connection
    connection.close()


@pytest.fixture
def closed(path, connection):
    """A database with one note, closed."""
    connection.close()
    return path


def opened(path: Path, key: bytearray, steps: Sequence[Migration], *, read_only: bool = False) -> Connection:
    return open_database(path, key, steps, read_only=read_only).connection


def one(connection: Connection, statement: str) -> object:
    return connection.execute(statement).fetchone()[0]


def test_what_was_written_is_read_again(closed):
    connection = opened(closed, KEY, (FIRST,))

    assert connection.execute("SELECT text FROM note").fetchone()["text"] == "Anna Kowalska was heard"
    connection.close()


@pytest.mark.requirement("SR-2")
def test_every_connection_has_every_safeguard(closed):
    wanted = {
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "journal_mode": "truncate",
        "synchronous": 3,
        "application_id": 0x54484256,
    }

    connection = opened(closed, KEY, (FIRST,))

    assert {name: one(connection, f"PRAGMA {name}") for name in wanted} == wanted
    connection.close()


@pytest.mark.requirement("SR-2")
def test_the_library_is_new_enough_and_keeps_temporary_tables_in_memory(connection):
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}

    version = str(one(connection, "PRAGMA cipher_version")).split(" ")[0]
    assert tuple(int(part) for part in version.split(".")) >= (4, 6)
    assert options & {"TEMP_STORE=2", "TEMP_STORE=3"}


@pytest.mark.requirement("SR-2")
@pytest.mark.parametrize("statement", FORBIDDEN)
def test_a_statement_that_would_leak_or_weaken_is_refused(connection, statement):
    with pytest.raises(DatabaseError):
        connection.execute(statement)

    assert one(connection, "SELECT text FROM note") == "Anna Kowalska was heard"


def test_full_text_search_and_checks_work_under_the_safeguards(connection):
    connection.execute("INSERT INTO search VALUES ('anna kowalska')")
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")

    assert one(connection, "SELECT count(*) FROM search WHERE search MATCH 'kow*'") == 1
    assert one(connection, "PRAGMA integrity_check") == "ok"


def test_the_key_is_forgotten_by_us_and_nothing_is_readable(path, connection):
    stored = path.read_bytes()

    assert b"Anna" not in stored
    assert b"CREATE TABLE" not in stored
    assert not stored.startswith(b"SQLite format 3")


@pytest.mark.parametrize("key", [bytearray(48), KEY[:47] + b"!", KEY[:32] + bytes(16)])
def test_another_key_is_refused_and_changes_nothing(closed, key):
    before = closed.read_bytes()

    with pytest.raises(DatabaseDamagedError, match="another vault"):
        opened(closed, key, (FIRST,))

    assert closed.read_bytes() == before


@pytest.mark.requirement("SR-11")
def test_opening_never_creates(path):
    with pytest.raises(VaultMissingPartError):
        opened(path, KEY, (FIRST,))
    path.touch()
    with pytest.raises(VaultMissingPartError):
        opened(path, KEY, (FIRST,))

    assert path.stat().st_size == 0


@pytest.mark.requirement("SR-11")
def test_creating_never_writes_over(closed):
    with pytest.raises(FileExistsError):
        create_database(closed, KEY, (FIRST,))


@pytest.mark.requirement("SR-13")
def test_a_newer_schema_is_refused(closed):
    with pytest.raises(NewerFormatError):
        opened(closed, KEY, ())


def test_an_older_schema_is_brought_up_after_a_copy(closed):
    before = closed.read_bytes()

    connection = opened(closed, KEY, (FIRST, SECOND))

    assert one(connection, "PRAGMA user_version") == 2
    assert one(connection, "SELECT language FROM note") == "pl"
    connection.close()
    copy = closed.with_name("vault.db.before-2")
    assert copy.read_bytes() == before
    if sys.platform != "win32":
        assert copy.stat().st_mode & 0o777 == 0o600


def test_the_copy_of_before_goes_when_the_new_form_opens_again(closed):
    copy = closed.with_name("vault.db.before-2")
    opened(closed, KEY, (FIRST, SECOND)).close()

    opened(closed, KEY, (FIRST, SECOND), read_only=True).close()
    assert copy.exists()
    opened(closed, KEY, (FIRST, SECOND)).close()

    assert not copy.exists()


@pytest.mark.parametrize("sql", ["UPDATE note SET text = ';';", "ALTER TABLE nothing ADD COLUMN x TEXT;"])
def test_a_migration_that_fails_changes_nothing(closed, sql):
    broken = Migration(number=2, sql=f"ALTER TABLE note ADD COLUMN language TEXT;\n{sql}")

    with pytest.raises(MigrationFailedError):
        opened(closed, KEY, (FIRST, broken))

    connection = opened(closed, KEY, (FIRST,))
    assert one(connection, "SELECT text FROM note") == "Anna Kowalska was heard"
    assert one(connection, "SELECT count(*) FROM pragma_table_info('note')") == 1
    connection.close()


def test_a_migration_that_is_cut_off_is_refused(path):
    with pytest.raises(ValueError, match="middle of a statement"):
        create_database(path, KEY, (Migration(number=1, sql="CREATE TABLE note (text TEXT"),))


@pytest.mark.requirement("SR-13")
def test_the_key_is_tested_before_a_migration(closed):
    with pytest.raises(DatabaseDamagedError):
        opened(closed, bytearray(48), (FIRST, SECOND))

    assert not closed.with_name("vault.db.before-2").exists()


def test_our_own_migrations_are_numbered_without_a_gap():
    assert [step.number for step in load_migrations()] == list(range(1, len(load_migrations()) + 1))


@pytest.mark.requirement("SR-42")
def test_open_for_reading_changes_nothing(closed):
    before = closed.read_bytes()

    connection = opened(closed, KEY, (FIRST,), read_only=True)

    assert one(connection, "SELECT text FROM note") == "Anna Kowalska was heard"
    with pytest.raises(OperationalError, match="readonly"):
        connection.execute("INSERT INTO note VALUES ('x')")
    connection.close()
    assert closed.read_bytes() == before


@pytest.mark.requirement("SR-42")
def test_an_older_schema_that_must_stay_is_read_in_the_newest_one(closed):
    with closing(opened(closed, KEY, (FIRST,))) as connection:
        connection.execute("INSERT INTO search VALUES ('anna kowalska')")
    before = closed.read_bytes()

    database = open_database(closed, KEY, (FIRST, SECOND), read_only=True)

    assert database.read_only
    assert one(database.connection, "SELECT language FROM note") == "pl"
    assert one(database.connection, "SELECT count(*) FROM search WHERE search MATCH 'kow*'") == 1
    database.connection.close()
    assert closed.read_bytes() == before
    assert not closed.with_name("vault.db.before-2").exists()


def test_a_sound_database_has_no_findings(closed):
    assert check_integrity(closed, KEY) == ()


def test_a_database_that_the_medium_does_not_give_out_is_a_refusal_of_ours(tmp_path: Path):
    with pytest.raises(StorageError):
        check_integrity(tmp_path / "gone.db", KEY)


@pytest.mark.requirement("SR-7")
@pytest.mark.parametrize("place", [0, 16, 100, 4080, 4095, 5000, 8191])
def test_a_flipped_byte_is_found(closed, place):
    stored = bytearray(closed.read_bytes())
    stored[place] ^= 1
    closed.write_bytes(stored)

    assert check_integrity(closed, KEY) != ()


@pytest.mark.requirement("SR-8")
@pytest.mark.parametrize("cut", [1, 100, 4096])
def test_a_database_that_was_cut_is_found(closed, cut):
    closed.write_bytes(closed.read_bytes()[:-cut])

    assert check_integrity(closed, KEY) != ()


def test_a_path_with_strange_characters_is_opened(tmp_path):
    path = tmp_path / "Büro #3 ? & 50% 'a'.thbvault"

    create_database(path, KEY, (FIRST,)).close()

    opened(path, KEY, (FIRST,)).close()
    assert path.exists()


def test_a_full_disk_is_said_when_a_database_is_made(small_disk):
    with pytest.raises(DiskFullError):
        create_database(small_disk / "vault.db", KEY, (FIRST, MUCH))


@pytest.mark.requirement("SR-41")
def test_a_disk_that_is_full_at_a_migration_leaves_the_old_schema(closed, small_disk):
    path = small_disk / "vault.db"
    shutil.copy(closed, path)

    with pytest.raises(DiskFullError):
        opened(path, KEY, (FIRST, MUCH))

    connection = opened(path, KEY, (FIRST,))
    assert one(connection, "SELECT text FROM note") == "Anna Kowalska was heard"
    connection.close()


@pytest.mark.requirement("SR-41")
def test_a_disk_too_full_for_the_copy_before_a_migration_leaves_all_as_it_was(closed, small_disk):
    path = small_disk / "vault.db"
    shutil.copy(closed, path)
    ballast = fill(small_disk, leave=4096)

    with pytest.raises(DiskFullError):
        opened(path, KEY, (FIRST, SECOND))

    assert sorted(small_disk.iterdir()) == [ballast, path]
    assert path.read_bytes() == closed.read_bytes()


def test_a_database_that_another_program_holds_is_said_to_be_in_use(closed):
    holder, other = opened(closed, KEY, (FIRST,)), opened(closed, KEY, (FIRST,))
    other.set_authorizer(None)
    other.execute("PRAGMA busy_timeout = 0")
    holder.execute("BEGIN EXCLUSIVE")

    with pytest.raises(VaultInUseError), transaction(other):
        pass

    holder.execute("COMMIT")
    with transaction(other):
        other.execute("INSERT INTO note VALUES ('x')")
    other.close()
    holder.close()


def test_the_salt_is_there_again_after_the_next_change(closed):
    stored = closed.read_bytes()
    closed.write_bytes(bytes(16) + stored[16:])
    assert len(check_integrity(closed, KEY)) == 1

    connection = opened(closed, KEY, (FIRST,))
    connection.execute("INSERT INTO note VALUES ('x')")
    connection.close()

    assert check_integrity(closed, KEY) == ()


@pytest.mark.requirement("SR-2", "SR-1")
@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_nothing_readable_is_written_anywhere(tmp_path):
    program = (
        (
            "from pathlib import Path\n"
            "from thb_desktop.vault.database import Migration\n"
            "from thb_desktop.vault.schema import create_database\n"
            "step = Migration(number=1, sql='CREATE TABLE note (text TEXT) STRICT;')\n"
            "connection = create_database(Path('vault.db'), bytearray(range(48)), (step,))\n"
            "for number in range(2000):\n"
            "    connection.execute('INSERT INTO note VALUES (?)', (f'canary testimony {number}',))\n"
            "rows = connection.execute('SELECT DISTINCT text FROM note ORDER BY text DESC').fetchall()\n"
            "connection.execute('CREATE INDEX by_text ON note (text)')\n"
            "assert len(rows) == 2000\n"
        )
        .replace("for number", "connection.execute('BEGIN')\nfor number")
        .replace("rows =", "connection.execute('COMMIT')\nrows =")
    )
    root = os.fspath(os.path.realpath(os.curdir))

    traced = subprocess.run(
        ["strace", "-f", "-s", "65536", "-e", "trace=write,pwrite64,openat", sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": root, "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert traced.returncode == 0, traced.stdout
    assert traced.stderr.count("pwrite64(") > 20
    assert "canary" not in "".join(line for line in traced.stderr.splitlines() if "write" in line)
    assert "etilqs" not in traced.stderr


def test_statements_in_turn_are_prepared_once_however_many_were_used_before() -> None:
    prepared = 0

    def count(*_: object) -> int:
        nonlocal prepared
        prepared += 1
        return 0

    with closing(connect_in_memory()) as connection:
        for number in range(300):
            connection.execute(f"SELECT {number}")
        connection.set_authorizer(count)
        for _ in range(50):
            connection.execute("SELECT count(*) FROM sqlite_schema")
            connection.execute("SELECT sum(rootpage) FROM sqlite_schema")

    assert 0 < prepared < 20


def test_statements_in_turn_are_prepared_once_beside_all_that_made_the_schema() -> None:
    prepared = 0

    def count(*_: object) -> int:
        nonlocal prepared
        prepared += 1
        return 0

    with closing(connect_in_memory()) as connection:
        make_schema(connection, load_migrations())
        connection.set_authorizer(count)
        for number in range(600):  # other statements of a program that is still twice as large
            connection.execute(f"SELECT {number}")
        prepared = 0
        for _ in range(50):
            connection.execute("SELECT count(*) FROM segment")
            connection.execute("SELECT count(*) FROM rendering")

    assert 0 < prepared < 20
