"""Running: one stream given to a confined process, and its answer, or a refusal within the limits."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import BinaryIO, Protocol, cast

import thb_desktop
from thb_desktop.errors import CancelledError, InspectionEndedError, SandboxMissingError
from thb_desktop.inspect import WORKER
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.jobs import JOBS
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.worker import NOT_CONFINED


class Process(Protocol):
    """A process that was started: its two ends of the pipes, and how it is ended."""

    @property
    def stdin(self) -> BinaryIO: ...
    @property
    def stdout(self) -> BinaryIO: ...
    def kill(self) -> None: ...
    def wait(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """What a confined process runs. module: it runs as a program. word: by which the built program starts it.

    program: the built program that knows that word. packages: the folder of what it needs besides this
    program and the standard library.
    """

    module: str
    word: str
    program: str = "thb"
    packages: Path | None = None


_UNIX = _STREAM = 1
_UNINHERITED = 0o2_000_000
"""Numbers of Linux: a socket within this machine, one that is a stream, one that no program inherits."""
_LOOK = 0.1
"""Seconds between two looks at the clock and at whether the answer is still wanted."""
INSPECTOR = Worker(module="thb_desktop.inspect.worker", word=WORKER)


def inspect(
    job: str, source: Iterable[bytes], *, limits: Limits | None = None, cancelled: Event | None = None
) -> bytes:
    """Give a stream to a confined process, and return what it answers: untrusted, like the stream itself.

    The answer is canonical JSON, which `ledger.canonical.parse` reads. job: one of `jobs.JOBS`. Raises
    SandboxMissingError if this machine cannot confine it: nothing is read then. Raises InspectionEndedError
    if the process reached a limit, failed, or did not answer to the end, and CancelledError.
    """
    if job not in JOBS:
        raise ValueError("there is no such job")
    return ask(INSPECTOR, [job], source, limits=limits or Limits(), cancelled=cancelled)


def ask(
    worker: Worker,
    arguments: Sequence[str],
    source: Iterable[bytes],
    *,
    limits: Limits,
    cancelled: Event | None = None,
) -> bytes:
    """Give a stream to a confined process of this kind. As `inspect`, which does so for files of others."""
    if not ask_machine().is_whole:
        raise SandboxMissingError("this machine cannot keep the reading of a file away from everything else")
    process = started(worker, [*arguments, limits.to_text()], limits)
    said, _ = exchange(process, source, limits=limits, cancelled=cancelled)
    return _read(said, limits)


def exchange(
    process: Process,
    source: Iterable[bytes],
    *,
    limits: Limits,
    cancelled: Event | None = None,
    ends_itself: bool = False,
) -> tuple[bytes, int]:
    """Give a stream to a process that was started; return its answer and its exit code once it has ended.

    ends_itself: wait for its end, and do not end it once it has answered. Raises SandboxMissingError and
    CancelledError.
    """
    ended = Event()
    Thread(target=_watch, args=(process, limits.seconds, ended, cancelled), daemon=True).start()
    try:
        with suppress(BrokenPipeError):
            _pour(source, process.stdin, cancelled)
        with suppress(BrokenPipeError):
            process.stdin.close()
        said = process.stdout.read(limits.answer + 1)
        if ends_itself and len(said) <= limits.answer:
            process.wait()
    finally:
        ended.set()
        process.kill()
        process.stdout.close()
        code = process.wait()
    if code == NOT_CONFINED:
        raise SandboxMissingError("this machine refused to keep the reading of a file away from the rest")
    if cancelled is not None and cancelled.is_set():
        raise _stopped()
    return said, code


def _watch(process: Process, seconds: int, ended: Event, cancelled: Event | None) -> None:
    """End the process when its time is over, or nobody wants its answer any more."""
    until = monotonic() + seconds
    while not ended.wait(_LOOK):
        if monotonic() > until or (cancelled is not None and cancelled.is_set()):
            process.kill()
            return


def _stopped() -> CancelledError:
    return CancelledError("the work was stopped; nothing was saved")


def _pour(source: Iterable[bytes], into: BinaryIO, cancelled: Event | None) -> None:
    for piece in source:
        if cancelled is not None and cancelled.is_set():
            raise _stopped()
        into.write(piece)


def _read(said: bytes, limits: Limits) -> bytes:
    """Return the answer, whose end shows that it is whole."""
    if not said.endswith(b"\n") or len(said) > limits.answer:
        raise InspectionEndedError("the file could not be examined within the limits")
    return said[:-1]


def _command(worker: Worker) -> list[str]:
    if getattr(sys, "frozen", False):
        program = Path(sys.executable).with_name(worker.program).with_suffix(Path(sys.executable).suffix)
        return [str(program), worker.word]
    return [sys.executable, "-P", "-s", "-S", "-B", "-m", worker.module]


def started(worker: Worker, arguments: Sequence[str], limits: Limits) -> Process:
    """Start the worker with the two pipes and nothing else of this process."""
    command = [*_command(worker), *arguments]
    places = [Path(thb_desktop.__file__).parents[1], *([worker.packages] if worker.packages else [])]
    environment = {"PYTHONPATH": os.pathsep.join(map(str, places))}
    if sys.platform == "win32":
        from thb_desktop.inspect.windows import start_in_container

        started: Process = start_in_container(command, environment | _needed_on_windows(), limits)
    else:
        started = _Started(_popen(command, environment))
    return started


def start_unconfined(worker: Worker) -> Process:
    """Start a worker that gives up by itself what it does not need: it must read files. Raises OSError.

    On Linux it is spoken to by a socket: another program of the user cannot open that from outside, as it can
    a pipe while the worker starts. On Windows it gives up nothing, and ends when its standard input does.
    """
    places = [Path(thb_desktop.__file__).parents[1], *([worker.packages] if worker.packages else [])]
    environment = {"PYTHONPATH": os.pathsep.join(map(str, places))} | _needed_on_windows()
    command = _command(worker)
    if sys.platform == "linux":
        return _joined(command, environment)
    else:  # noqa: RET505 - only so is each side checked for its own system
        return _Started(_popen(command, environment))


def _joined(command: Sequence[str], environment: Mapping[str, str]) -> Process:
    ours, theirs = _two_ends()
    try:
        process = _popen(command, environment, theirs)
    except BaseException:
        os.close(ours)
        raise
    finally:
        os.close(theirs)
    return _Started(process, os.fdopen(os.dup(ours), "wb"), os.fdopen(ours, "rb"))


def _two_ends() -> tuple[int, int]:
    """Return the descriptors of two sockets that are joined, and that no program inherits. Raises OSError."""
    ends = (ctypes.c_int * 2)()
    if ctypes.CDLL(None, use_errno=True).socketpair(_UNIX, _STREAM | _UNINHERITED, 0, ends) != 0:
        raise OSError(ctypes.get_errno(), "two sockets cannot be made")
    return ends[0], ends[1]


def _popen(
    command: Sequence[str], environment: Mapping[str, str], both: int = subprocess.PIPE
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        stdin=both,
        stdout=both,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=os.sep,
        close_fds=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _needed_on_windows() -> dict[str, str]:
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


class _Started:
    """A process of `subprocess`, with its pipes or what stands for them."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        stdin: BinaryIO | None = None,
        stdout: BinaryIO | None = None,
    ) -> None:
        stdin, stdout = stdin or cast(BinaryIO, process.stdin), stdout or cast(BinaryIO, process.stdout)
        if stdin is None or stdout is None:
            raise ValueError("the worker needs its pipes")
        self._process = process
        self.stdin, self.stdout = stdin, stdout

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> int:
        with suppress(OSError):
            self.stdin.close()
        return self._process.wait()
