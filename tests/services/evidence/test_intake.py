"""Runs over files and folders: each file once, its place as the source has it, and what was not taken."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from tests.services.evidence.test_evidence import objects
from tests.support.offices import Small, registered
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.intake import Left, LeftBecause
from thb_desktop.errors import (
    CancelledError,
    DiskFullError,
    StruckOutError,
)
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files, exhibits, intake, intake_rows, left_list, withdrawing
from thb_desktop.services.evidence.intake import IntakeResult, Watch
from thb_desktop.services.keeping import health
from thb_desktop.vault import batch
from thb_desktop.vault.tables import chain

of_linux = pytest.mark.skipif(sys.platform == "win32", reason="the names and kinds of Linux")


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


@pytest.fixture
def kept(session: Session, small: Small) -> Exhibit:
    return registered(session, small)


@pytest.fixture
def take(session: Session, kept: Exhibit) -> Callable[..., IntakeResult]:
    return lambda *given, watch=None: intake.take(lambda work: work(session), kept.id, given, watch)


def names_of(session: Session, exhibit: Exhibit) -> dict[str, bytes]:
    found = {}
    for file in exhibits.get_exhibit(session, exhibit.id).files:
        with exhibit_files.open_file(session, file.id) as opened:
            found[file.name] = opened.read()
    return found


def paths_of(session: Session, exhibit: Exhibit) -> list[str]:
    return sorted(each.path for each in intake_rows.list_places(session, exhibit.id))


def test_a_folder_is_taken_with_the_place_of_each_file(session: Session, kept, take, tmp_path: Path):
    phone = made(tmp_path / "phone", "DCIM/1.jpg", "DCIM/2.jpg", "notes.txt")

    result = take(phone)

    assert (result.run.taken, result.run.left_out, result.run.is_whole) == (3, (), True)
    assert names_of(session, kept) == {
        "1.jpg": b"DCIM/1.jpg",
        "2.jpg": b"DCIM/2.jpg",
        "notes.txt": b"notes.txt",
    }
    places = {each.path: each for each in intake_rows.list_places(session, kept.id)}
    assert sorted(places) == ["phone/DCIM/1.jpg", "phone/DCIM/2.jpg", "phone/notes.txt"]
    seconds = int((phone / "notes.txt").stat().st_mtime)
    told = datetime.fromtimestamp(seconds, UTC).isoformat()[:19]
    assert places["phone/notes.txt"].modified.startswith(told)
    assert intake_rows.list_runs(session, kept.id) == (result.run,)
    assert {"content", "chain", "tables"} <= {each.code for each in health.check_vault(session).findings}


def test_each_new_file_has_its_own_event_and_the_run_two(session: Session, kept, take, tmp_path: Path):
    before = session.journal.size

    result = take(made(tmp_path / "x", "1", "2"))

    files = exhibits.get_exhibit(session, kept.id).files
    assert [len(chain.entries_of(session.read, file.id)) for file in files] == [1, 1]
    actions = [each.parsed().action for each in chain.entries_of(session.read, result.run.id)]
    assert actions == ["PLACES_NOTED", "INTAKE_ENDED"]
    assert session.journal.size == before + 4


def test_the_second_run_over_a_source_reads_nothing_again(
    session: Session, kept, take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = made(tmp_path / "x", "1", "2")
    take(folder)
    made(folder, "3")
    read: list[str] = []
    real = batch.Batch.add_file
    monkeypatch.setattr(
        batch.Batch, "add_file", lambda self, path, **rest: read.append(path.name) or real(self, path, **rest)
    )

    result = take(folder)

    assert (result.run.taken, result.run.there, read) == (1, 2, ["3"])
    assert len(names_of(session, kept)) == 3


def test_a_withdrawn_file_does_not_come_back_with_the_next_run(session: Session, kept, take, tmp_path: Path):
    folder = made(tmp_path / "x", "1", "2")
    take(folder)
    (wrong,) = (each for each in exhibits.get_exhibit(session, kept.id).files if each.name == "2")
    withdrawing.withdraw_file(session, wrong.id, "A letter to a lawyer")

    result = take(folder)

    assert (result.run.taken, result.run.there) == (0, 2)
    assert [each.name for each in exhibits.get_exhibit(session, kept.id).files] == ["1"]


def test_a_file_that_is_another_now_is_kept_beside_what_it_was(session: Session, kept, take, tmp_path: Path):
    folder = made(tmp_path / "x", "a.txt")
    take(folder)
    (folder / "a.txt").write_bytes(b"another")

    result = take(folder)

    assert result.run.taken == 1
    assert names_of(session, kept) == {"a.txt": b"a.txt", "a (2).txt": b"another"}
    assert paths_of(session, kept) == ["x/a.txt", "x/a.txt"]


def test_the_same_bytes_are_kept_once_and_each_place_is_recorded(
    session: Session, kept, take, tmp_path: Path
):
    folder = made(tmp_path / "x", "a/1")
    for copy in ("b/1", "c", "a/2"):
        (folder / copy).parent.mkdir(exist_ok=True)
        shutil.copy(folder / "a" / "1", folder / copy)
    before = len(objects(session))

    first = take(folder)
    again = take(shutil.copytree(folder, tmp_path / "y"))

    assert (first.run.taken, first.run.same) == (1, 3)
    assert (again.run.taken, again.run.same) == (0, 4)
    assert len(objects(session)) == before + 1
    assert paths_of(session, kept) == [
        *("x/a/1", "x/a/2", "x/b/1", "x/c"),
        *("y/a/1", "y/a/2", "y/b/1", "y/c"),
    ]
    assert {"content", "chain", "tables"} <= {each.code for each in health.check_vault(session).findings}


def test_another_exhibit_with_the_same_bytes_is_named_and_has_its_own(
    session: Session, small: Small, kept, take, tmp_path: Path
):
    folder = made(tmp_path / "x", "1")
    take(folder)
    other = registered(session, small, number="E-2")

    result = intake.take(lambda work: work(session), other.id, [folder])
    found = exhibit_files.same_elsewhere(session, kept.id, exhibits.get_exhibit(session, kept.id).files)

    (met,) = result.met
    assert (result.run.taken, met.path, met.same.number, met.same.name) == (1, "x/1", kept.number, "1")
    assert met.same.exhibit_id == kept.id
    assert [[each.number for each in same] for same in found.values()] == [["E-2"]]
    assert names_of(session, other) == names_of(session, kept)


def test_files_of_one_name_from_many_folders_get_numbers(session: Session, kept, take, tmp_path: Path):
    folder = made(tmp_path / "x", *(f"{each}/index.html" for each in range(12)))

    take(folder)
    made(folder, *(f"more{each}/index.html" for each in range(5)))
    take(folder)

    assert set(names_of(session, kept)) == {"index.html", *(f"index ({each}).html" for each in range(2, 18))}


@of_linux
def test_odd_sources_end_cleanly_and_what_was_not_taken_is_recorded(
    session: Session, kept, take, tmp_path: Path
):
    folder = made(tmp_path / "x", "real", "back\\slash", "new\nline", "\x1b[2J", "aux.txt", "ends.")
    (folder / "link").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe")
    os.close(os.open(os.fsencode(folder) + b"/caf\xe9", os.O_CREAT | os.O_WRONLY))
    made(folder, "SECRET UE.txt")

    result = take(
        folder, Path("/dev/zero"), Path("/proc/self/status"), tmp_path / "nothing", session.vault.folder
    )

    assert {(each.path, each.because) for each in result.left if not each.path.startswith("office")} == {
        ("x/SECRET UE.txt", LeftBecause.MARKED),
        ("x/link", LeftBecause.LINK),
        ("x/pipe", LeftBecause.PIPE),
        ("zero", LeftBecause.DEVICE),
        ("status", LeftBecause.OF_SYSTEM),
        ("nothing", LeftBecause.GONE),
    }
    assert all(
        each.because is LeftBecause.OF_SYSTEM for each in result.left if each.path.startswith("office")
    )
    assert set(names_of(session, kept)) == {
        *("real", "back_slash", "new\ufffdline", "\ufffd[2J", "aux.txt", "ends.", "caf\ufffd")
    }
    raw = {each.path: each.raw for each in intake_rows.list_places(session, kept.id)}
    assert bytes.fromhex(raw["x/caf\ufffd"]) == b"x/caf\xe9"
    assert bytes.fromhex(raw["x/\ufffd[2J"]) == b"x/\x1b[2J"
    assert result.run.left_out == tuple((each.path, each.because) for each in result.left)
    assert result.run.is_whole


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


@pytest.mark.parametrize(
    ("change", "because"),
    [(grow, LeftBecause.CHANGED), (Path.unlink, LeftBecause.GONE)],
    ids=["it grows", "it vanishes"],
)
def test_a_file_that_changes_meanwhile_is_left_and_the_others_are_taken(
    session: Session, kept, take, tmp_path: Path, change: Callable[[Path], None], *, because: LeftBecause
):
    folder = made(tmp_path / "x", "1", "2", "3")
    large = folder / "2"
    large.write_bytes(bytes(3 << 20))
    changed: list[bool] = []

    def progress(done: intake.Amount, _: intake.Amount) -> None:
        if done.files == 1 and not changed and (because is LeftBecause.GONE or done.size > 1 << 20):
            changed.append(True)
            change(large)

    result = take(folder, watch=Watch(progress=progress))

    assert [(each.path, each.because) for each in result.left] == [("x/2", because)]
    assert set(names_of(session, kept)) == {"1", "3"}


def test_a_medium_that_is_taken_out_ends_its_part_of_the_run(
    session: Session, kept, take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(intake, "_MOST", 2)
    stick = made(tmp_path / "stick", *(f"{each:02}" for each in range(20)))
    other = made(tmp_path / "other", "1")

    def progress(done: intake.Amount, _: intake.Amount) -> None:
        if done.files == 5 and stick.exists():
            shutil.rmtree(stick)

    result = take(stick, other, watch=Watch(progress=progress))

    assert [(each.path, each.because) for each in result.left] == [("stick", LeftBecause.MEDIUM_GONE)]
    assert not result.run.is_whole
    assert set(names_of(session, kept)) == {"00", "01", "02", "03", "04", "1"}


def test_a_stopped_run_keeps_what_was_stored_and_the_next_goes_on(
    session: Session, kept, take, tmp_path: Path
):
    folder = made(tmp_path / "x", *(f"{each:02}" for each in range(10)))
    watch = Watch()
    watch.progress = lambda done, _: watch.cancelled.set() if done.files == 4 else None

    stopped = take(folder, watch=watch)
    rest = take(folder)

    assert isinstance(stopped.stopped_by, CancelledError)
    assert (stopped.run.taken, stopped.run.is_whole) == (4, False)
    assert (rest.run.taken, rest.run.there, rest.run.is_whole) == (6, 4, True)
    assert len(names_of(session, kept)) == 10
    assert not [*session.vault.content.folder.rglob("*.part")]


def test_a_run_that_pauses_goes_on(session: Session, kept, take, tmp_path: Path):
    folder = made(tmp_path / "x", "1", "2")
    watch, seen = Watch(), []

    def progress(done: intake.Amount, whole: intake.Amount) -> None:
        seen.append((done.files, whole.files))
        if done.files == 1 and not watch.paused.is_set() and len(seen) < 6:
            watch.paused.set()
            Thread(target=watch.paused.clear).start()

    watch.progress = progress

    result = take(folder, watch=watch)

    assert result.run.taken == 2
    assert seen[-1] == (2, 2)


def test_a_full_disk_ends_the_run_and_what_was_recorded_stays(
    session: Session, kept, take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(intake, "_MOST", 2)
    folder = made(tmp_path / "x", "1", "2", "3", "4")
    real, asked = batch.free_space, []
    monkeypatch.setattr(
        batch, "free_space", lambda place: asked.append(1) or (real(place) if len(asked) < 4 else 0)
    )

    result = take(folder)

    assert isinstance(result.stopped_by, DiskFullError)
    assert set(names_of(session, kept)) == {"1", "2", "3"}
    assert not result.run.is_whole


def test_nothing_is_taken_into_an_exhibit_that_takes_nothing(session: Session, kept, take, tmp_path: Path):
    corrections.strike_out(session, "exhibit", kept.id, "Registered twice")

    with pytest.raises(StruckOutError):
        take(made(tmp_path / "x", "1"))


def test_the_list_of_what_was_not_taken_holds_nothing_that_a_spreadsheet_computes(tmp_path: Path):
    """A spreadsheet takes the quotes of a cell away, and what then begins like a formula is one."""
    names = ("=1+41", "+32470", "-x", "@SUM(A1)", '"=2', "plain", "")
    file = tmp_path / "left.tsv"

    left_list.write_left(file, [Left(path=each, because=LeftBecause.GONE) for each in names])

    cells = [line.split("\t")[1] for line in file.read_text("utf-8").splitlines()]
    assert [json.loads(each) for each in cells] == [*names]
    assert not [each for each in cells if each.strip('"')[:1] in {"=", "+", "-", "@"}]
