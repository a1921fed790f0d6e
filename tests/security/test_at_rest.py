"""What a thief finds on the disk: nothing of a case, nothing that repeats, and no door but the one."""

import ast
import json
import re
import secrets
import stat
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.support.code import Module, lies_in, modules
from tests.support.offices import new_office, unlock
from thb_desktop.crypto.sealing import NONCE_LENGTH, VERSION, seal
from thb_desktop.crypto.streams import ObjectCodec, sealed_length
from thb_desktop.services.samples import load_sample_case
from thb_desktop.vault.database import (
    Connection,
    DatabaseError,
    load_migrations,
    open_scratch,
)
from thb_desktop.vault.schema import create_database, open_database

ROOT_OF_CASES = Path(__file__).parents[2] / "resources" / "cases"
KEY = bytearray(range(48))
SAFEGUARDS = {
    "temp_store": 2,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "synchronous": 3,
}
FORBIDDEN = (
    "ATTACH ':memory:' AS other",
    "ATTACH 'plain.db' AS other KEY ''",
    "DETACH main",
    "VACUUM INTO 'copy.db'",
    "PRAGMA temp_store = FILE",
    "PRAGMA temp_store_directory = '/tmp'",
    "PRAGMA key = 'x'",
    "PRAGMA rekey = 'x'",
    "PRAGMA cipher_log = '/tmp/log'",
    "PRAGMA cipher_plaintext_header_size = 32",
    "PRAGMA cipher_use_hmac = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA trusted_schema = ON",
    "PRAGMA secure_delete = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = OFF",
    "PRAGMA user_version = 9",
    "SELECT load_extension('x')",
)


def of_the_new(path: Path) -> Connection:
    return create_database(path / "vault.db", KEY)


def of_the_opened(path: Path) -> Connection:
    of_the_new(path).close()
    return open_database(path / "vault.db", KEY).connection


def of_the_read(path: Path) -> Connection:
    of_the_new(path).close()
    return open_database(path / "vault.db", KEY, read_only=True).connection


def of_the_scratch(_: Path) -> Connection:
    return open_scratch()


every_connection = pytest.mark.parametrize(
    "connect", [of_the_new, of_the_opened, of_the_read, of_the_scratch], ids=lambda made: made.__name__
)


@pytest.mark.requirement("SR-2")
@every_connection
def test_sr_02_every_kind_of_connection_has_every_safeguard(connect, tmp_path):
    connection = connect(tmp_path)

    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SAFEGUARDS}
    connection.close()

    assert found == SAFEGUARDS


@pytest.mark.requirement("SR-2")
@every_connection
def test_sr_02_no_kind_of_connection_takes_a_forbidden_statement(connect, tmp_path, figure):
    connection = connect(tmp_path)

    for statement in FORBIDDEN:
        with pytest.raises(DatabaseError):
            connection.execute(statement)
    connection.close()

    figure("SR-2", "forbidden statements refused on each kind of connection", len(FORBIDDEN))
    assert len(FORBIDDEN) >= 12
    assert not list(tmp_path.glob("*.db-wal"))
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.requirement("SR-2")
def test_sr_02_connections_are_made_in_one_place_only():
    """Every other module asks for one, and gets its safeguards with it."""
    makers = [
        (module.name, enclosing(module.tree, node))
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("dbapi2.connect", "sqlite3.connect")
    ]

    assert makers == [("thb_desktop.vault.database", "_opened")]


@pytest.mark.requirement("SR-2")
def test_sr_02_the_database_library_is_the_one_that_was_tried(figure):
    connection = dbapi2.connect(":memory:")
    version = connection.execute("PRAGMA cipher_version").fetchone()[0].split(" ")[0]
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()

    figure("SR-2", "SQLCipher", version)
    assert tuple(map(int, version.split("."))) >= (4, 6)
    assert options & {"TEMP_STORE=2", "TEMP_STORE=3"}
    assert load_migrations()


def enclosing(tree: ast.Module, node: ast.AST) -> str:
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
    return next(each.name for each in functions if any(inner is node for inner in ast.walk(each)))


def vocabulary() -> set[str]:
    """Every word of the case that a thief would know it by, and the titles whole."""
    texts: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict):
            for part in value.values():
                gather(part)
        elif isinstance(value, list):
            for part in value:
                gather(part)

    for path in (ROOT_OF_CASES / "schelde").glob("*.json"):
        gather(json.loads(path.read_text("utf-8")))
    words = {word for text in texts for word in re.findall(r"\w{6,}", text)}
    names = {path.name for path in (ROOT_OF_CASES / "schelde" / "files").rglob("*") if path.is_file()}
    return words | names | {text for text in texts if len(text) > 12} | {"Vandenhove", "Cabinet"}


@pytest.mark.requirement("SR-5")
def test_sr_05_no_word_of_a_case_stands_in_the_files_of_its_vault_or_in_their_names(filled_office, figure):
    words = vocabulary()
    files = [path for path in filled_office.rglob("*") if path.is_file()]
    stored = b"\0".join(path.read_bytes() for path in files)
    names = "\n".join(str(path.relative_to(filled_office)) for path in filled_office.rglob("*"))

    found = [word for word in words if word.encode() in stored or word.encode("utf-16-le") in stored]
    told = [word for word in words if word.casefold() in names.casefold()]

    figure("SR-5", "words of the case looked for", len(words))
    figure("SR-5", "of them found", len({*found, *told}))
    figure("SR-5", "bytes of the vault looked through", len(stored))
    assert len(words) > 500
    assert len(stored) > 500_000
    assert found == told == []
    assert all(
        re.fullmatch(r"header|header\.copy|vault\.db(-journal)?|lock|[0-9a-f]{32}", path.name)
        for path in files
    )


def blocks(folder: Path, *, every: int) -> set[bytes]:
    """Blocks of 16 bytes, without the fields that docs/formats names as readable: what a file is, and the
    epoch and the costs at the beginning of the first keyslot."""
    found: set[bytes] = set()
    for path in folder.rglob("*"):
        if path.is_file():
            readable = {"header": 52, "header.copy": 52, "vault.db": 0, "lock": 0}.get(path.name, 20)
            data = path.read_bytes()
            found |= {data[at : at + 16] for at in range(readable, len(data) - 15, every)}
    return found


@pytest.mark.requirement("SR-6")
def test_sr_06_two_vaults_of_the_same_input_share_no_block(filled_office, tmp_path, figure):
    new_office(tmp_path / "again.thbvault", lambda session: load_sample_case(session, "schelde"))

    ours, again = blocks(filled_office, every=16), blocks(tmp_path / "again.thbvault", every=1)

    figure("SR-6", "blocks of 16 bytes compared at every place", len(ours))
    figure("SR-6", "blocks of 16 bytes shared by two vaults of one input", len(ours & again))
    assert len(ours) > 30_000
    assert not ours & again


@pytest.mark.requirement("SR-6")
def test_sr_06_no_salt_and_no_nonce_comes_twice(figure):
    key, count = bytearray(range(32)), 50_000
    codec = ObjectCodec(key=key, vault_id=bytes(16), object_id=bytes(16))
    into = memoryview(bytearray(sealed_length(1)))

    nonces = {
        seal(key, b"x", context=b"c", randomness=secrets.token_bytes)[len(VERSION) :][:NONCE_LENGTH]
        for _ in range(count)
    }
    salts = set()
    for _ in range(count):
        codec.encrypt(memoryview(b"x"), 0, last=True, into=into)
        salts.add(bytes(into[:24]))

    figure("SR-6", "salts and nonces, none twice", len(nonces) + len(salts))
    assert len(nonces) == len(salts) == count


def sources_of_chance(module: Module) -> list[str]:
    asked = ("random", "secrets", "os.urandom", "os.getrandom", "numpy.random", "uuid.uuid1", "uuid.uuid4")
    calls = {ast.unparse(node) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    found = {name for name in module.imports() if lies_in(name, *asked)}
    return sorted(found | (calls & {"os.urandom", "os.getrandom", "uuid.uuid1", "uuid.uuid4"}))


@pytest.mark.requirement("SR-6")
def test_sr_06_randomness_has_one_source_and_comes_in_at_the_outermost_floor():
    found = {module.name: sources_of_chance(module) for module in modules()}

    assert {name: sources for name, sources in found.items() if sources} == {
        "thb_desktop.services.core.environment": ["os.urandom"],
        "thb_desktop.services.evidence.store_worker": ["secrets"],  # a program of its own
        "ui.self_test": ["secrets"],
    }


UNDER_NO_MASK = """
import os, secrets, sys
from dataclasses import replace
from pathlib import Path
os.umask(0)
from tests.support.offices import BEGIN, act, environment, exhibit, new_office, small_case
from tests.support.vaults import passphrase
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.keeping import backups
from thb_desktop.services.office import vaults
from ui.settings import Settings
place = Path(sys.argv[1])
(place / "source.bin").write_bytes(secrets.token_bytes(3 << 20))

def fill(session):
    small = small_case(session)
    held = exhibits.register_exhibit(session, exhibit(small), act(occurred_at=BEGIN))
    exhibit_files.add_file(
        session, held.id, source=place / "source.bin", name="source.bin", media_type="application/x-bin"
    )

new_office(place / "office.thbvault", fill)
Settings().save(place / "settings")
remembering = replace(environment(), heads=place / "heads")
session = vaults.unlock_vault(place / "office.thbvault", passphrase=passphrase(), environment=remembering)
backups.make_backup(session, place / "backup")
session.close()
"""


@pytest.mark.requirement("SR-55")
@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX")
def test_sr_55_what_the_program_writes_is_its_owners_alone_though_the_umask_allows_all(
    run_python, tmp_path, figure
):
    run = run_python(UNDER_NO_MASK, tmp_path)

    assert run.returncode == 0, run.stderr
    made = [
        path
        for name in ("office.thbvault", "settings", "heads", "backup")
        for path in (tmp_path / name, *(tmp_path / name).rglob("*"))
    ]
    wrong = [
        (path.name, oct(path.stat().st_mode))
        for path in made
        if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)
    ]
    figure("SR-55", "files and folders looked at", len(made))
    assert len(made) >= 20
    assert wrong == []


@pytest.mark.requirement("SR-2")
def test_sr_02_a_session_reads_and_cannot_write_past_its_transactions(folder):
    session = unlock(folder)

    for statement in (
        "DELETE FROM entry",
        "UPDATE office SET name = 'x'",
        "PRAGMA user_version = 2",
        "VACUUM",
    ):
        with pytest.raises(DatabaseError):
            session.read.execute(statement)
    session.close()
