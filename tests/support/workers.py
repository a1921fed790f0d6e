"""Confined processes begin as copies of one that has loaded their program.

To load it takes four fifths of the time of such a process, and the tests start thousands of them. A copy is
taken before anything is read or given up: it gets its own pipes, then confines itself, reads and answers as
the program does, and nothing of one comes to another. What the system tells of its end is told by it alone.

The tests of the confinement and of the start itself (`FRESH`) start each process as the program does, and so
does each test on another system.
"""

import os
import platform
import signal
import socket  # noqa: TID251 - two ends within this machine
import subprocess
import sys
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import IO, Any

import pytest

from thb_desktop.inspect import running

FRESH = (
    *("architecture/", "drills/", "drive/", "inspect/", "scripts/", "security/", "vault/", "verify/"),
    *("services/keeping/", "services/evidence/test_store_beside.py", "ui/test_reading.py"),
)
"""Below `tests`: where each process is started as the program does."""
_TESTS = Path(__file__).parents[1]
_CAN_COPY = sys.platform == "linux" and platform.machine() == "x86_64"
_BEGUN = [sys.executable, "-P", "-s", "-S", "-B", "-m"]
_COPYING = """
import ctypes, importlib, os, signal, socket, sys
worker, control = importlib.import_module(sys.argv[1]), socket.socket(fileno=int(sys.argv[2]))
clone, clone_of_the_same_parent, is_told = ctypes.CDLL(None).syscall, 56, 0x8000 | signal.SIGCHLD
while True:
    said, ends, _, _ = socket.recv_fds(control, 1 << 16, 2)
    if not said:
        os._exit(0)
    made = clone(clone_of_the_same_parent, is_told, 0, 0, 0, 0)
    if made:
        for end in ends:
            os.close(end)
        control.send(str(made).encode())
        continue
    control.close()
    for end, place in zip(ends, (0, 1)):
        os.dup2(end, place)
        os.close(end)
    code = 1
    try:
        code = worker.main([each.decode() for each in said.split(b"\\0")[1:]])
        sys.stdout.flush()
    except SystemExit as asked:
        code = asked.code
    finally:
        os._exit(code)
"""
"""What the process does of which copies are made: each is a child of the process that tests."""


class _Copied:
    """A copy, with what of `subprocess.Popen` is asked for of a worker."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        self.returncode: int | None = None
        self._lock = Lock()

    def kill(self) -> None:
        with self._lock:
            if self.returncode is None:
                os.kill(self.pid, signal.SIGKILL)

    def poll(self) -> int | None:
        with self._lock:
            if self.returncode is None:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def wait(self) -> int:
        with suppress(ChildProcessError):  # another thread has been told of its end
            os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
        code = self.poll()
        if code is None:
            raise ChildProcessError
        return code


class _Original:
    """A process that has loaded one worker, and waits."""

    def __init__(self, module: str, environment: Mapping[str, str]) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._lock = Lock()
        with theirs:
            self._process = subprocess.Popen(
                [*_BEGUN[:-1], "-c", _COPYING, module, str(theirs.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=dict(environment),
                cwd=os.sep,
                pass_fds=(theirs.fileno(),),
            )

    def copied(self, arguments: Sequence[str]) -> _Copied:
        (source, stdin), (stdout, answer) = os.pipe(), os.pipe()
        try:
            with self._lock:
                said = b"".join(b"\0" + each.encode() for each in arguments)
                socket.send_fds(self._control, [said or b"\0"], [source, answer])
                pid = int(self._control.recv(20))
        finally:
            os.close(source)
            os.close(answer)
        return _Copied(pid, os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"))

    def end(self) -> None:
        self._control.close()
        self._process.communicate()


class _Originals:
    """The processes of which copies are made, by what they loaded."""

    def __init__(self) -> None:
        self.is_used = False
        self._known: dict[tuple[str, ...], _Original] = {}
        self._lock = Lock()

    def of(self, module: str, environment: Mapping[str, str]) -> _Original:
        loaded = (module, *(f"{name}={environment[name]}" for name in sorted(environment)))
        with self._lock:
            if loaded not in self._known:
                self._known[loaded] = _Original(module, environment)
            return self._known[loaded]

    def end(self) -> None:
        for each in self._known.values():
            each.end()
        self._known.clear()


_ORIGINALS = _Originals()
_popen = running._popen


@contextmanager
def copied_workers() -> Iterator[None]:
    """Let workers be copies where a test does not ask how they are started, until the end of the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "_popen", _copied)
        yield
    _ORIGINALS.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    _ORIGINALS.is_used = _CAN_COPY and not item.path.relative_to(_TESTS).as_posix().startswith(FRESH)
    try:
        return (yield)
    finally:
        _ORIGINALS.is_used = False


def _copied(command: Sequence[str], environment: Mapping[str, str], both: int = subprocess.PIPE) -> Any:
    began, rest = [*command[: len(_BEGUN)]], command[len(_BEGUN) :]
    if not _ORIGINALS.is_used or began != _BEGUN or both != subprocess.PIPE:
        return _popen(command, environment, both)
    return _ORIGINALS.of(rest[0], environment).copied(rest[1:])
