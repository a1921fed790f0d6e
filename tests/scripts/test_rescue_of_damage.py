"""The way out without the program, where things are odd or broken: what fails costs itself, and is told."""

import base64
import errno
import io
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.scripts.test_rescue import FUNCTIONS, SCRIPT, rescue
from tests.services.persons.test_sealed import ASSESSMENT
from tests.support.command_line import descriptor_with
from tests.support.offices import (
    BEGIN,
    LATER,
    Small,
    act,
    case_file,
    copy_of,
    exhibit,
    new_office,
    small_case,
    unlock,
)
from tests.support.second_person import ALONE
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.ids import OfficialId
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.keeping import backups
from thb_desktop.services.persons import people, sealed
from thb_desktop.vault.database import allow_writing, forbid_writing

SECRETS = (b"12345678901234567890", b"1e5", b"\xff\x00\xfe seed")
FILES = 3


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault: key material, an assessment, files, and two cases whose names are one on a disk."""
    folder = tmp_path_factory.mktemp("broken") / "office.thbvault"
    new_office(folder, fill)
    return folder


def fill(session: Session) -> None:
    small = small_case(session)
    for number, secret in enumerate(SECRETS, start=1):
        note = exhibit(small, number=f"K-{number}", kind=ExhibitKind.SECRET_KEY_MATERIAL)
        paper = exhibits.register_exhibit(session, note, act(occurred_at=BEGIN))
        sealed.add_key_material(session, paper.id, bytearray(secret), second=ALONE)
    sealed.add_assessment(session, small.person.id, ASSESSMENT)
    case = cases.open_case(session, case_file(reference="2026_1"))
    official = people.add_official(session, replace(small.official, id=OfficialId(""), case_id=case.id))
    other = replace(small, case=case, official=official)
    put(session, small, b"first")
    put(session, other, b"second")
    put(session, other, bytes(3 << 20), number="E-2")


def put(session: Session, small: Small, content: bytes, number: str = "E-1") -> None:
    kept = exhibits.register_exhibit(session, exhibit(small, number=number), act(occurred_at=BEGIN))
    exhibit_files.add_file(
        session, kept.id, source=io.BytesIO(content), name="note.txt", media_type="text/plain"
    )


@pytest.fixture
def vault(office: Path, tmp_path: Path) -> Path:
    return copy_of(office, tmp_path / "office.thbvault")


@pytest.mark.requirement("SR-47")
def test_key_material_comes_out_as_it_was_typed_and_an_assessment_as_it_was_made(vault: Path, tmp_path: Path):
    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 0, run.stdout
    told = json.loads((tmp_path / "out" / "sealed.json").read_text("utf-8"))
    assert [each.get("value") for each in told["KEY_MATERIAL"]] == ["12345678901234567890", "1e5", None]
    assert base64.b64decode(told["KEY_MATERIAL"][2]["base64"]) == SECRETS[2]
    (assessment,) = told["ASSESSMENTS"]
    assert assessment["value"]["circumstances"] == ASSESSMENT.circumstances


def test_two_cases_whose_names_become_one_on_a_disk_get_a_folder_each(vault: Path, tmp_path: Path):
    rescue(vault, tmp_path / "out")

    files = tmp_path / "out" / "files"
    assert {str(path.relative_to(files)): path.read_bytes()[:6] for path in files.rglob("note.txt")} == {
        "2026_1/E-1/note.txt": b"first",
        "2026_1 (2)/E-1/note.txt": b"second",
        "2026_1 (2)/E-2/note.txt": bytes(6),
    }


def run_here(vault: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the script in this process, so that a medium can be made to fail at one place."""
    with descriptor_with(PASSPHRASE + "\n") as descriptor:
        arguments = [str(SCRIPT), str(vault), str(target), "--secret-fd", str(os.dup(descriptor))]
        monkeypatch.setattr(sys, "argv", arguments)
        before = os.umask(0o077)
        try:
            return FUNCTIONS["main"]()
        finally:
            os.umask(before)


class Failing(io.FileIO):
    """A file on a medium that gives nothing between two places."""

    start, end = 0, 0

    def read(self, size: int = -1, /) -> bytes:
        if self.start <= self.tell() < self.end:
            raise OSError(errno.EIO, "the medium failed")
        return super().read(size)


@pytest.mark.requirement("SR-45")
@pytest.mark.parametrize("whole", [True, False], ids=["nothing", "all but the last page"])
def test_a_database_that_cannot_be_read_whole_does_not_end_the_work(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
):
    opened = Path.open
    end = (vault / "vault.db").stat().st_size
    start = 0 if whole else end - 4096

    def open_failing(path: Path, mode: str = "r", *rest: int) -> object:
        if (path.name, path.parent) != ("vault.db", vault):
            return opened(path, mode, *rest)
        file = Failing(path)
        file.start, file.end = start, end
        return file

    monkeypatch.setattr(Path, "open", open_failing)

    code = run_here(vault, tmp_path / "out", monkeypatch)

    monkeypatch.undo()
    report = (tmp_path / "out" / "report.txt").read_text("utf-8")
    assert code == 3
    assert "page(s) of vault.db" in report
    assert sum(1 for path in (tmp_path / "out" / "files").rglob("*") if path.is_file()) == FILES
    assert (tmp_path / "out" / "events.json").exists() is not whole


@pytest.mark.requirement("SR-45")
def test_one_thing_that_cannot_be_read_costs_itself_alone_and_is_told(vault: Path, tmp_path: Path):
    folder = vault / "content" / "ab" / ("ab" * 16)
    folder.mkdir(parents=True)
    replaced = next(path for path in (vault / "content").glob("*/*") if path.is_file())
    replaced.unlink()
    replaced.mkdir()

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 3
    report = (tmp_path / "out" / "report.txt").read_text("utf-8")
    assert report.count("NOT READ") == 2
    assert f"object {folder.name} is no file" in report
    assert f"files: {FILES - 1} whole" in report


def test_an_event_that_is_no_json_comes_out_as_its_bytes(vault: Path, tmp_path: Path):
    session = unlock(vault)
    allow_writing(session.read)
    for trigger in ("stays", "is_kept"):
        session.read.execute(f"DROP TRIGGER IF EXISTS chain_entry_{trigger}")
    session.read.execute("UPDATE chain_entry SET payload = CAST('[1' AS BLOB) WHERE seq = 3")
    forbid_writing(session.read)
    session.vault.close()

    run = rescue(vault, tmp_path / "out")

    assert run.returncode == 3, run.stderr
    told = json.loads((tmp_path / "out" / "events.json").read_text("utf-8"))
    assert told["entries"][2]["content"] == {"base64": base64.b64encode(b"[1").decode()}
    assert "NOT READ: the content of entry 3" in run.stdout


def test_an_empty_folder_on_a_backups_medium_is_no_snapshot(vault: Path, tmp_path: Path):
    session = unlock(vault, start=LATER)
    backups.make_backup(session, tmp_path / "stick")
    session.close()
    (tmp_path / "stick" / "snapshot-9").mkdir()

    assert rescue(tmp_path / "stick", tmp_path / "out").returncode == 0
