"""The way out without the program: the script reads vaults and backups, whole and damaged, from outside."""

import ast
import json
import os
import runpy
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.command_line import descriptor_with
from tests.support.offices import LATER, NEXT_DAY, copy_of, new_office, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import backups, rekeying
from thb_desktop.services.office import users
from thb_desktop.services.samples import Sample, load_sample_case
from thb_desktop.vault.tables import chain, registry

SCRIPT = Path(__file__).parents[2] / "scripts" / "rescue.py"
FUNCTIONS = runpy.run_path(str(SCRIPT))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed vault with both sample cases, and its recovery code."""
    folder = tmp_path_factory.mktemp("rescue") / "office.thbvault"

    def fill(session: Session) -> None:
        for sample in Sample:
            load_sample_case(session, sample.value)

    return folder, new_office(folder, fill)


@pytest.fixture
def vault(office: tuple[Path, str], tmp_path: Path) -> Path:
    return copy_of(office[0], tmp_path / "office.thbvault")


def rescue(
    source: Path, target: Path, secret: str = PASSPHRASE, *options: str
) -> subprocess.CompletedProcess[str]:
    """Run the script as a stranger: isolated, so that nothing of this repository can be imported."""
    with descriptor_with(secret + "\n") as descriptor:
        return subprocess.run(
            [
                sys.executable,
                "-I",
                "-W",
                "error",
                str(SCRIPT),
                str(source),
                str(target),
                "--secret-fd",
                str(descriptor),
                *options,
            ],
            cwd=source.parent,
            env={"PATH": os.environ["PATH"]},
            pass_fds=(descriptor,),
            capture_output=True,
            text=True,
            check=False,
        )


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def verify_all_is_there(vault: Path, target: Path) -> None:
    """Compare what was rescued with what the program itself reads."""
    session = unlock(vault, start=NEXT_DAY)
    plain = sqlite3.connect(target / "database.sqlite")
    for table in registry.TABLES:
        columns = ", ".join(table.columns)
        rescued = plain.execute(f"SELECT {columns} FROM {table.name}").fetchall()  # noqa: S608
        assert sorted(rescued, key=repr) == sorted(table.rows(session.read), key=repr), table.name
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    plain.close()
    cases = {case.id: case.reference for case in registry.CASE_FILE.all(session.read)}
    exhibits = {exhibit.id: exhibit for exhibit in registry.EXHIBIT.all(session.read)}
    files = registry.EXHIBIT_FILE.all(session.read)
    for file in files:
        exhibit = exhibits[file.exhibit_id]
        path = target / "files" / cases[exhibit.case_id] / exhibit.number / file.name
        with session.vault.content.open(file.object_id, file.size) as stored:
            assert path.read_bytes() == stored.read()
    assert sum(1 for path in (target / "files").rglob("*") if path.is_file()) == len(files) == 21
    told = json.loads((target / "events.json").read_text("utf-8"))
    assert [each["entry"]["seq"] for each in told["entries"]] == list(range(1, session.journal.size + 1))
    assert [each["signature"] for each in told["entries"]] == [
        signed.signature.hex() for signed in chain.entries(session.read)
    ]
    session.close()


@pytest.mark.requirement("SR-47")
def test_everything_comes_out_of_a_vault(vault: Path, tmp_path: Path):
    before = everything(vault)

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 0, run.stderr
    assert "WARNING" in run.stderr
    assert everything(vault) == before
    verify_all_is_there(vault, tmp_path / "out")
    sealed = json.loads((tmp_path / "out" / "sealed.json").read_text("utf-8"))
    named = {each["value"].get("name") for each in sealed["IDENTITIES"]}  # others are words of claims
    assert "Ioana Crețu" in named
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "database.sqlite",
        "files",
        "events.json",
        "sealed.json",
        "report.txt",
    }


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
def test_what_is_rescued_belongs_to_its_owner_alone(vault: Path, tmp_path: Path):
    before = os.umask(0)
    try:
        rescue(vault, tmp_path / "out")
    finally:
        os.umask(before)

    modes = {
        stat.S_IMODE(path.lstat().st_mode) for path in (tmp_path / "out", *(tmp_path / "out").rglob("*"))
    }
    assert modes == {0o700, 0o600}


@pytest.mark.requirement("SR-47")
def test_everything_comes_out_of_a_backup_by_the_recovery_code(
    vault: Path, office: tuple[Path, str], tmp_path: Path
):
    session = unlock(vault, start=LATER)
    session.close()
    session = unlock(vault, start=LATER)
    backups.make_backup(session, tmp_path / "stick")
    session.close()
    (tmp_path / "stick" / "snapshot-9.part").mkdir()

    run = rescue(tmp_path / "stick", tmp_path / "out", office[1].lower(), "--code")

    assert run.returncode == 0, run.stderr
    told = json.loads((tmp_path / "out" / "events.json").read_text("utf-8"))
    assert told["entries"][-1]["content"]["action"] != "BACKUP_MADE"
    assert "files: 21 whole" in run.stdout


@pytest.mark.requirement("SR-44", "SR-47")
def test_everything_comes_out_of_a_vault_under_a_renewed_key(vault: Path, tmp_path: Path):
    rekeying.renew_master_key(
        unlock(vault),
        own_passphrase=passphrase(),
        others={},
        reason="Laptop stolen",
        second=ALONE,
    )

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 0, run.stderr
    verify_all_is_there(vault, tmp_path / "out")


def test_what_a_users_role_does_not_open_stays_closed_and_is_said(vault: Path, tmp_path: Path):
    session = unlock(vault)
    users.add_user(
        session,
        name="Auditor",
        role=UserRole.AUDITOR,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    session.close()

    run = rescue(vault, tmp_path / "out", OTHER_PASSPHRASE)

    assert run.returncode == 0, run.stderr
    assert "stays closed to this user: compartment IDENTITIES" in run.stdout
    assert (tmp_path / "out" / "sealed.json").read_text("utf-8") == "{}"


@pytest.mark.requirement("SR-45")
def test_of_a_damaged_vault_all_that_can_be_read_comes_out(vault: Path, tmp_path: Path):
    objects = sorted((vault / "content").glob("*/*"), key=lambda path: path.stat().st_size)
    damaged, missing = objects[-1], objects[-2]
    raw = bytearray(damaged.read_bytes())
    raw[-1] ^= 1
    damaged.write_bytes(raw)
    missing.unlink()
    header = bytearray((vault / "header").read_bytes())
    header[50] ^= 1
    (vault / "header").write_bytes(header)

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 3
    assert run.stdout.count("NOT READ") == 2
    assert "files: 19 whole" in run.stdout
    left = list((tmp_path / "out" / "files").rglob("*.damaged"))
    assert len(left) == 2


def test_without_a_database_the_files_come_out_without_their_names(vault: Path, tmp_path: Path):
    (vault / "vault.db").write_bytes(bytes(4096))

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 3
    assert "does not open" in run.stdout
    assert len(list((tmp_path / "out" / "files" / "unnamed").iterdir())) == 21


def test_damaged_pages_cost_the_rows_on_them_and_nothing_else(vault: Path, tmp_path: Path):
    raw = bytearray((vault / "vault.db").read_bytes())
    for page in range(8):  # behind those of the schema; one alone may be of an index, which nobody reads
        raw[len(raw) * 3 // 4 + page * 4096] ^= 1
    (vault / "vault.db").write_bytes(raw)

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 3
    assert "NOT READ: table" in run.stdout or "NOT READ: after" in run.stdout
    assert (tmp_path / "out" / "events.json").exists()


def test_a_wrong_secret_makes_nothing(vault: Path, office: tuple[Path, str], tmp_path: Path):
    mistyped = office[1][:-1] + ("X" if office[1][-1] != "X" else "Y")

    wrong = rescue(vault, tmp_path / "out", OTHER_PASSPHRASE)
    typo = rescue(vault, tmp_path / "out", mistyped, "--code")

    assert (wrong.returncode, typo.returncode) == (2, 2)
    assert "does not open" in wrong.stderr
    assert "group 7" in typo.stderr
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_over(vault: Path, tmp_path: Path):
    (tmp_path / "out").mkdir()

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 2
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.requirement("SR-4")
def test_a_header_that_asks_for_another_cost_is_not_derived_from(vault: Path, tmp_path: Path):
    for name in ("header", "header.copy"):
        raw = bytearray((vault / name).read_bytes())
        raw[44:48] = (1 << 31).to_bytes(4, "big")
        (vault / name).write_bytes(raw)

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 2


def test_a_folder_that_is_neither_is_refused(tmp_path: Path):
    (tmp_path / "empty").mkdir()

    assert rescue(tmp_path / "empty", tmp_path / "out").returncode == 2


def imports() -> Iterator[str]:
    for node in ast.walk(ast.parse(SCRIPT.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_it_leans_on_public_libraries_alone():
    roots = {name.split(".")[0] for name in imports()}

    assert roots - sys.stdlib_module_names == {"cryptography", "sqlcipher3"}


@pytest.mark.requirement("SR-24")
@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("phone.img", "phone.img"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "_"),
        ("", "_"),
        ("C:\\Windows\\x", "C__Windows_x"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("invoice\u202egnp.exe", "invoice_gnp.exe"),
        ("note. . ", "note"),
        ("a\0b\nc", "a_b_c"),
        ("Прокуратура №1.pdf", "Прокуратура _1.pdf"),
        ("بيان.pdf", "بيان.pdf"),
    ],
)
def test_a_name_becomes_one_that_leads_nowhere(name: str, kept: str):
    safe: Callable[[str], str] = FUNCTIONS["safe"]

    assert safe(name) == kept


def test_a_long_name_keeps_its_ending():
    safe: Callable[[str], str] = FUNCTIONS["safe"]

    short = safe("ő" * 300 + ".pdf")

    assert len(short.encode()) <= 120
    assert short.endswith("ő.pdf")
    assert len(safe("x" * 300)) == 120


def test_two_files_of_one_name_do_not_hide_each_other(tmp_path: Path):
    free: Callable[[Path], Path] = FUNCTIONS["free"]
    (tmp_path / "Phone.img").write_bytes(b"")
    (tmp_path / "phone (2).img").write_bytes(b"")

    assert free(tmp_path / "phone.img") == tmp_path / "phone (3).img"
    assert free(tmp_path / "other") == tmp_path / "other"


def test_it_says_what_it_is(tmp_path: Path):
    told = subprocess.run(
        [sys.executable, "-I", SCRIPT, "--help"], capture_output=True, text=True, check=True
    ).stdout

    assert "IN CLEAR" in told
