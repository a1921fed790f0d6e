"""Bytes that another process stores while this one records them: the same as here, however that one ends."""

import errno
import fcntl
import os
import signal
import subprocess
import sys
import termios
from array import array
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from threading import Timer
from time import monotonic, sleep

import pytest

from tests.services.evidence.test_evidence import objects
from tests.services.evidence.test_exhibit_files import some_files
from tests.services.evidence.test_intake import made, names_of, paths_of
from tests.support.code import ROOT
from tests.support.offices import Small, registered
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.intake import LeftBecause
from thb_desktop.errors import (
    CancelledError,
    DiskFullError,
    SourceKindError,
    StorageError,
)
from thb_desktop.findings import Standing
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits, intake, store_beside, storing
from thb_desktop.services.evidence.exhibit_files import add_files
from thb_desktop.services.evidence.intake import Amount, Watch
from thb_desktop.services.evidence.store_beside import StoreBeside, StoreEndedError
from thb_desktop.services.evidence.store_worker import KEEP
from thb_desktop.services.evidence.storing import SlowSourceError, Storing, Wanted
from thb_desktop.services.keeping import health
from thb_desktop.vault import batch
from thb_desktop.vault.batch import Batch
from thb_desktop.vault.tables import chain

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole or store_beside._cores() < 2,
    reason="needs Landlock, seccomp and two cores",
)
COUNT = 100
"""More than a process beside is used for, and three parts."""
_PATIENCE = 60.0


def wait_for(what: Callable[[], object]) -> None:
    until = monotonic() + _PATIENCE
    while not what():
        assert monotonic() < until, "it does not come"
        sleep(0.01)


@pytest.fixture
def kept(session: Session, small: Small) -> Exhibit:
    return registered(session, small)


@pytest.fixture
def beside(session: Session) -> Iterator[StoreBeside]:
    """A process beside the session that is ready."""
    store_beside.make_ready(session)
    assert isinstance(session.beside, StoreBeside)
    wait_for(lambda: store_beside.of(session))
    beside = session.beside
    yield beside
    beside.close()


@pytest.fixture
def stored_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that this process stores itself."""
    names: list[str] = []
    real = Batch.add_file

    def adding(self: Batch, path: Path, **rest: object) -> object:
        names.append(path.name)
        return real(self, path, **rest)

    monkeypatch.setattr(Batch, "add_file", adding)
    return names


def heard(beside: StoreBeside, monkeypatch: pytest.MonkeyPatch, then: Callable[[object], object]) -> None:
    """Let something happen after each answer, before it is taken over."""
    real = beside.hear

    def hear(seconds: float | None = None) -> object:
        answer = real(seconds)
        if answer is not None:
            then(answer)
        return answer

    monkeypatch.setattr(beside, "hear", hear)


def is_sound(session: Session) -> bool:
    """Whether the whole check finds nothing, no part is left, and no object is without its row."""
    found = health.check_vault(session).findings
    codes = {finding.code for finding in found if finding.standing is Standing.HOLDS}
    files = session.read.execute("SELECT object_id FROM exhibit_file").fetchall()
    left = [*session.vault.content.folder.rglob("*.part")]
    return (
        {"content", "chain", "tables"} <= codes and not left and objects(session) == {row[0] for row in files}
    )


def test_many_files_are_stored_beside_and_each_has_its_event(
    session: Session, kept: Exhibit, beside: StoreBeside, stored_here: list[str], tmp_path: Path
):
    files, size, seen = some_files(tmp_path, COUNT), session.journal.size, list[tuple[int, int]]()

    added = add_files(session, kept.id, files, progress=lambda *done: seen.append(done))

    assert stored_here == []
    assert [file.name for file in added] == [file.name for file in files]
    assert names_of(session, kept) == {file.name: Path(str(file.source)).read_bytes() for file in files}
    assert [len(chain.entries_of(session.read, file.id)) for file in added] == [1] * COUNT
    assert session.journal.size == size + COUNT
    assert seen[-1] == (sum(file.size for file in added),) * 2
    assert is_sound(session)
    assert beside.is_alive


def test_a_folder_is_taken_the_same_beside_and_here(  # noqa: PLR0917 - fixtures
    session: Session,
    small: Small,
    beside: StoreBeside,
    stored_here: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
):
    folder = made(tmp_path / "phone", *(f"{each % 7}/{each // 7:02}" for each in range(COUNT)))
    (folder / "again").write_bytes(b"1/03")
    (folder / "link").symlink_to("again")
    one, other = registered(session, small), registered(session, small, number="B-2")

    there = intake.take(lambda work: work(session), one.id, [folder])
    assert stored_here == []
    beside.close()
    monkeypatch.setattr(store_beside, "_cores", lambda: 1)
    here = intake.take(lambda work: work(session), other.id, [folder])

    assert len(stored_here) == COUNT + 1
    assert (there.run.taken, there.run.same, there.left) == (here.run.taken, here.run.same, here.left)
    assert (there.run.taken, there.run.same) == (COUNT, 1)
    assert names_of(session, one) == names_of(session, other)
    assert paths_of(session, one) == paths_of(session, other)
    assert is_sound(session)


def test_a_source_that_cannot_be_stored_is_left_by_name_and_the_others_are_taken(
    session: Session, kept: Exhibit, beside: StoreBeside, stored_here: list[str], tmp_path: Path
):
    folder = made(tmp_path / "x", *(f"{each:03}" for each in range(COUNT)))
    changed = folder / "060"
    asked: list[object] = []

    def in_vault[T](work: Callable[[Session], T]) -> T:
        asked.append(work)
        if len(asked) == 3:  # the files of the group are known
            changed.unlink()
        return work(session)

    result = intake.take(in_vault, kept.id, [folder])

    assert stored_here == []
    assert [(each.path, each.because) for each in result.left] == [("x/060", LeftBecause.GONE)]
    assert result.run.taken == COUNT - 1
    assert is_sound(session)


def test_of_files_added_together_one_that_cannot_be_stored_refuses_all(
    session: Session, kept: Exhibit, beside: StoreBeside, tmp_path: Path
):
    files = some_files(tmp_path, COUNT)
    source = Path(str(files[70].source))
    source.unlink()
    source.mkdir()

    with pytest.raises(SourceKindError):
        add_files(session, kept.id, files)

    assert exhibits.get_exhibit(session, kept.id).files == ()
    assert is_sound(session)


@pytest.mark.parametrize("answers", [0, 1, 2], ids=lambda each: f"after {each} answers")
def test_if_the_other_process_is_killed_this_one_stores_the_rest(  # noqa: PLR0917 - fixtures
    session: Session,
    kept: Exhibit,
    beside: StoreBeside,
    stored_here: list[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    answers: int,
):
    """Each answer is one part: of 8, 40, 40 and 12 files."""
    heard: list[object] = []
    real = beside.hear

    def hear(seconds: float | None = None) -> object:
        if len(heard) == answers:  # as if it had been killed before the next answer
            beside.close()
            raise StoreEndedError
        if (answer := real(seconds)) is not None:
            heard.append(answer)
        return answer

    monkeypatch.setattr(beside, "hear", hear)
    monkeypatch.setattr(storing, "_AHEAD", 2)
    files = some_files(tmp_path, COUNT)

    added = add_files(session, kept.id, files)

    assert len(added) == COUNT
    assert len(stored_here) == COUNT - [0, 8, 48][answers]
    assert names_of(session, kept) == {file.name: Path(str(file.source)).read_bytes() for file in files}
    assert is_sound(session)


def test_if_it_is_killed_while_it_flushes_all_are_refused_and_nothing_is_left(
    session: Session, kept: Exhibit, beside: StoreBeside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    real, is_over = beside.hear, [False]

    def hear(seconds: float | None = None) -> object:
        if is_over[0] or (answer := real(seconds)) == KEEP:
            is_over[0] = True
            raise StoreEndedError
        return answer

    monkeypatch.setattr(beside, "hear", hear)

    with pytest.raises(StorageError):
        add_files(session, kept.id, some_files(tmp_path, COUNT))

    assert exhibits.get_exhibit(session, kept.id).files == ()
    assert is_sound(session)


def test_a_stopped_run_keeps_what_was_answered_and_the_next_goes_on(
    session: Session, kept: Exhibit, beside: StoreBeside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(storing, "_AHEAD", 2)
    folder = made(tmp_path / "x", *(f"{each:03}" for each in range(COUNT)))
    watch = Watch()
    watch.progress = lambda done, _: watch.cancelled.set() if done.files == 48 else None

    stopped = intake.take(lambda work: work(session), kept.id, [folder], watch)
    assert is_sound(session)
    rest = intake.take(lambda work: work(session), kept.id, [folder])

    assert isinstance(stopped.stopped_by, CancelledError)
    assert 48 <= stopped.run.taken < COUNT
    assert (rest.run.taken, rest.run.there) == (COUNT - stopped.run.taken, stopped.run.taken)
    assert len(names_of(session, kept)) == COUNT
    assert is_sound(session)


def test_files_added_together_and_stopped_leave_nothing(
    session: Session, kept: Exhibit, beside: StoreBeside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(storing, "_AHEAD", 2)
    cancelled = Watch().cancelled

    with pytest.raises(CancelledError):
        add_files(
            session,
            kept.id,
            some_files(tmp_path, COUNT),
            progress=lambda *_: cancelled.set(),
            cancelled=cancelled,
        )

    assert exhibits.get_exhibit(session, kept.id).files == ()
    assert is_sound(session)


def test_a_transaction_whose_bytes_stop_coming_is_given_up_and_begun_again(
    session: Session, kept: Exhibit, beside: StoreBeside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    real, given_up = Storing.parts, []

    def parts(self: Storing) -> Iterator[object]:
        coming = real(self)
        yield next(coming)
        if not given_up:
            given_up.append(session.read.in_transaction)
            raise SlowSourceError
        yield from coming

    monkeypatch.setattr(Storing, "parts", parts)
    size = session.journal.size

    added = add_files(session, kept.id, some_files(tmp_path, COUNT))

    assert given_up == [True]
    assert len(added) == COUNT
    assert session.journal.size == size + COUNT
    assert is_sound(session)


def test_a_full_disk_ends_the_run_and_what_was_stored_is_recorded(
    session: Session, kept: Exhibit, beside: StoreBeside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """The process beside ends at a full disk without a word, and this one meets it itself."""
    folder = made(tmp_path / "x", *(f"{each:03}" for each in range(COUNT)))
    monkeypatch.setattr(batch, "free_space", lambda _: 0)
    monkeypatch.setattr(storing, "_AHEAD", 2)
    heard(beside, monkeypatch, lambda _: beside._process.kill())

    result = intake.take(lambda work: work(session), kept.id, [folder])

    assert isinstance(result.stopped_by, DiskFullError)
    assert result.run.taken == len(names_of(session, kept)) > 0
    assert is_sound(session)


def test_rows_are_begun_when_the_bytes_come_as_fast_as_they_are_made(
    session: Session, beside: StoreBeside, tmp_path: Path
):
    clock = [0.0]
    wanted = [Wanted(str(file.source), 0) for file in some_files(tmp_path, 108)]
    with (
        session.vault.content.batch() as group,
        Storing(beside, group, wanted, now=lambda: clock[0]) as coming,
    ):
        before = coming.keeps_up
        wait_for(lambda: coming._advance(1.0))
        slow, clock[0] = clock[0] + 8 * 0.001, 8 * 0.000_15
        fast = coming.keeps_up
        clock[0] = slow
        late = coming.keeps_up
        coming.stop()

    assert (before, fast, late) == (False, True, False)


@pytest.mark.requirement("SR-27")
def test_it_gets_the_key_of_the_content_and_no_other(session: Session, monkeypatch: pytest.MonkeyPatch):
    given: list[bytes] = []
    monkeypatch.setattr(StoreBeside, "_say", lambda _, *pieces: given.extend(map(bytes, pieces)))

    store_beside.make_ready(session)

    place, key = given
    assert key == bytes(session.vault.content.key)
    assert str(session.vault.content.folder).encode() in place
    other = bytes(session.vault.database_key)
    assert other not in key
    assert other.hex().encode() not in place


@pytest.mark.requirement("SR-27")
def test_no_other_program_opens_what_it_is_spoken_to_by_and_the_key_waits_until_its_memory_is_closed(
    session: Session,
):
    """While it starts, another program of the user may still open what it has open: a pipe, not a socket."""
    for _ in range(20):
        beside = store_beside.start()
        assert beside is not None
        pid = beside._process._process.pid  # type: ignore[attr-defined]
        os.kill(pid, signal.SIGSTOP)
        if not beside._may_speak.is_set():
            break
        beside.close()  # it was quicker than this test

    beside.give(session.vault.content)
    sleep(0.2)
    unread = array("i", [0])
    fcntl.ioctl(beside._process.stdin.fileno(), termios.TIOCOUTQ, unread)
    refused = [refusal_to_open(f"/proc/{pid}/fd/{number}") for number in (0, 1)]
    os.kill(pid, signal.SIGCONT)
    wait_for(lambda: beside.is_ready)
    beside.close()

    assert unread[0] == 0
    assert refused == [errno.ENXIO] * 2


def refusal_to_open(path: str) -> int | None:
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as refusal:
        return refusal.errno
    return None


def test_it_ends_when_the_vault_is_locked(session: Session, beside: StoreBeside):
    session.close()

    assert beside._process.wait() != 0
    assert not beside.is_alive


def test_it_ends_with_the_process_that_started_it():
    script = (
        "import sys, time\nfrom thb_desktop.services.evidence import store_beside\n"
        "beside = store_beside.start()\nprint(beside._process._process.pid, flush=True)\ntime.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-P", "-s", "-c", script], env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()

    wait_for(lambda: not is_running(child))


def is_running(pid: int) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False


def test_on_one_core_all_is_stored_here(
    session: Session, kept: Exhibit, stored_here: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(store_beside, "_cores", lambda: 1)
    store_beside.make_ready(session)

    added = add_files(session, kept.id, some_files(tmp_path, COUNT))

    assert session.beside is None
    assert len(stored_here) == len(added) == COUNT


def test_a_name_that_is_no_unicode_is_taken_beside(
    session: Session, kept: Exhibit, beside: StoreBeside, stored_here: list[str], tmp_path: Path
):
    folder = made(tmp_path / "x", *(f"{each:03}" for each in range(COUNT)))
    odd = os.fsencode(folder / "odd") + b"\xff"
    with open(odd, "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(b"odd")

    result = intake.take(lambda work: work(session), kept.id, [folder])

    assert (result.run.taken, result.left, stored_here) == (COUNT + 1, (), [])
    assert b"odd" in names_of(session, kept).values()


def stopped_process(beside: StoreBeside, seconds: float) -> None:
    """Let the process beside stand still for so long, as one does that reads from a share that hangs."""
    pid = beside._process._process.pid  # type: ignore[attr-defined]
    os.kill(pid, signal.SIGSTOP)
    Timer(seconds, lambda: beside.is_alive and os.kill(pid, signal.SIGCONT)).start()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The transaction begins before the first bytes come, and waits for them also on a busy machine."""
    monkeypatch.setattr(storing.Storing, "keeps_up", True)
    monkeypatch.setattr(storing, "_PATIENCE", _PATIENCE / 2)


@pytest.mark.usefixtures("at_once")
def test_a_run_that_is_stopped_while_it_records_has_a_row_for_each_file_that_was_stored(
    session: Session, kept: Exhibit, beside: StoreBeside, tmp_path: Path
):
    """What was handed over is answered while somebody presses Stop."""
    folder = made(tmp_path / "x", *(f"{each:04}" for each in range(600)))
    said = "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in folder.iterdir())
    (tmp_path / "SHA256SUMS").write_text(said, "ascii")
    watch = Watch()

    def progress(done: Amount, _: Amount) -> None:
        if session.read.in_transaction and not watch.cancelled.is_set():
            wait_for(beside._answers.qsize)
            watch.cancelled.set()

    watch.progress = progress
    result = intake.take(
        lambda work: work(session), kept.id, [folder], watch, lists=[tmp_path / "SHA256SUMS"]
    )

    assert isinstance(result.stopped_by, CancelledError)
    assert 0 < result.run.taken < 600
    assert result.run.taken == len(names_of(session, kept)) == result.lists[0].agree
    assert is_sound(session)


@pytest.mark.usefixtures("at_once")
def test_a_process_that_hangs_holds_neither_the_vault_nor_a_stop(
    session: Session, kept: Exhibit, beside: StoreBeside, tmp_path: Path
):
    """With long paths, whose requests do not fit into a pipe."""
    long = tmp_path / ("\u0627" * 100) / ("\u0628" * 100) / ("\u062c" * 100)
    folder = made(long, *(f"{each:04}" for each in range(600)))
    watch, told = Watch(), list[bool]()

    def progress(done: Amount, _: Amount) -> None:
        if session.read.in_transaction and not told:
            told.append(True)
            stopped_process(beside, _PATIENCE)
            Timer(0.2, watch.cancelled.set).start()

    watch.progress = progress
    begun = monotonic()
    result = intake.take(lambda work: work(session), kept.id, [folder], watch)

    assert told
    assert isinstance(result.stopped_by, CancelledError)
    assert monotonic() - begun < _PATIENCE / 2
    assert is_sound(session)


def test_bytes_that_come_slowly_are_waited_for_outside_the_transaction(
    session: Session, kept: Exhibit, beside: StoreBeside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """The first part comes at once; each of the others a little too late to keep up."""
    folder = made(tmp_path / "x", *(f"{each:04}" for each in range(500)))
    real, clock = storing.Storing._advance, [0.0]
    monkeypatch.setattr(storing.Storing, "keeps_up", True)

    def advance(self: Storing, seconds: float) -> bool:
        clock[0] += 0.2  # by the clock of the transaction
        return real(self, seconds) and clock[0] % 0.4 < 0.1

    began = list[float]()
    real_record = storing.Storing.record

    def record(self: Storing, act: Callable[[], object], pause: Callable[[], None]) -> object:
        self._now = lambda: clock[0]

        def counted() -> object:
            began.append(clock[0])
            return act()

        return real_record(self, counted, pause)

    monkeypatch.setattr(storing.Storing, "_advance", advance)
    monkeypatch.setattr(storing.Storing, "record", record)
    result = intake.take(lambda work: work(session), kept.id, [folder])

    assert len(began) == 2
    assert began[1] > began[0] + storing._PATIENCE
    assert result.run.taken == 500
    assert is_sound(session)


def test_the_folder_is_flushed_in_which_the_other_process_made_folders(
    session: Session, kept: Exhibit, beside: StoreBeside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    content, flushed, watch = session.vault.content.folder, list[Path](), Watch()
    folder = tmp_path / "x"
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"{number:03}").write_bytes(bytes(380_000) if number > 7 else b"small %d" % number)
    assert list(content.iterdir()) == []
    monkeypatch.setattr(batch, "sync_folder", flushed.append)
    watch.progress = lambda done, _: watch.cancelled.set() if done.files >= 8 else None

    result = intake.take(lambda work: work(session), kept.id, [folder], watch)

    assert 0 < result.run.taken < batch.MANY
    assert content in flushed
