"""The lock of a vault: a second writer stays outside, whatever becomes of the lock file."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.vaults import reopen
from thb_desktop.errors import VaultInUseError
from thb_desktop.vault import locks
from thb_desktop.vault.locks import hold_lock

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open lock be removed")


def remade(folder: Path) -> None:
    """The lock file removed and made anew, as by somebody who tidies up."""
    (folder / "lock").unlink()
    (folder / "lock").touch(0o600)


def renamed_over(folder: Path) -> None:
    (folder / "lock.tmp").touch(0o600)
    (folder / "lock.tmp").replace(folder / "lock")


@posix
@pytest.mark.requirement("SR-43")
@pytest.mark.parametrize("replace", [remade, renamed_over])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_lock_that_is_replaced_while_it_is_held_lets_nobody_in(
    folder: Path, replace: Callable[[Path], None], read_only: bool
):
    with reopen(folder):
        replace(folder)
        with pytest.raises(VaultInUseError):
            reopen(folder, read_only=read_only)

    reopen(folder).close()


@posix
@pytest.mark.requirement("SR-43")
def test_readers_keep_a_writer_out_whose_lock_is_another_file(folder: Path):
    with reopen(folder, read_only=True):
        remade(folder)
        reopen(folder, read_only=True).close()
        with pytest.raises(VaultInUseError):
            reopen(folder)


@posix
@pytest.mark.requirement("SR-43")
def test_a_lock_that_is_replaced_between_opening_and_locking_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    """The other order: who comes first holds a file that nobody else will find."""
    locking = locks._lock
    done = []

    def slowly(descriptor: int, *, shared: bool) -> None:
        if not done:
            done.append(remade(folder))
        locking(descriptor, shared=shared)

    monkeypatch.setattr(locks, "_lock", slowly)

    with pytest.raises(VaultInUseError, match="replaced"):
        hold_lock(folder / "lock")
    hold_lock(folder / "lock").release()


def _try(path: str, answer: "multiprocessing.connection.Connection") -> None:
    try:
        hold_lock(Path(path)).release()
        answer.send("held")
    except VaultInUseError:
        answer.send("refused")


@posix
@pytest.mark.requirement("SR-43")
def test_another_process_stays_outside_too_and_comes_in_afterwards(folder: Path):
    asked = []
    held = hold_lock(folder / "lock")
    for step in (remade, lambda _: held.release()):
        step(folder)
        ours, theirs = multiprocessing.Pipe()
        other = multiprocessing.get_context("fork").Process(target=_try, args=(str(folder / "lock"), theirs))
        other.start()
        asked.append(ours.recv())
        other.join()

    assert asked == ["refused", "held"]


@posix
def test_a_file_system_that_locks_no_folders_locks_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch):
    locking = locks._lock

    def only_files(descriptor: int, *, shared: bool) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112 - not a path of ours
            raise OSError(9, "no")
        locking(descriptor, shared=shared)

    monkeypatch.setattr(locks, "_lock", only_files)

    held = hold_lock(folder / "lock")
    with pytest.raises(VaultInUseError):
        hold_lock(folder / "lock")
    held.release()
