"""strace: which calls an operation makes on the vault, and one of them failed, or the last thing it did."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

FAMILIES = {
    "openat": ("openat",),
    "pwrite64": ("pwrite64",),
    "write": ("write",),
    "fsync": ("fsync",),
    "fdatasync": ("fdatasync",),
    "syncfs": ("syncfs",),
    "rename": ("rename", "renameat", "renameat2"),
    "unlink": ("unlink", "unlinkat"),
    "ftruncate": ("ftruncate",),
    "mkdir": ("mkdir", "mkdirat"),
}
"""The ten kinds of calls that change a vault or make it last."""
_ALL = tuple(name for names in FAMILIES.values() for name in names)
_LASTING = (*FAMILIES["syncfs"], *FAMILIES["rename"])
_HELD = re.compile(r"^\d+<([^>]+)>")
_NAMED = re.compile(r'"(/[^"]+)"')
_CALL = re.compile(r"^(\d+) +(\w+)\((.*)")
_FLUSHED = re.compile(r"<\.\.\. syncfs resumed>.* = 0")
"""A flush that another thread's call came between."""


class Fault(StrEnum):
    """What is done to a call. A short write takes half of what it is given, and says so."""

    KILL = "SIGKILL"
    IO = "EIO"
    FULL = "ENOSPC"
    SHORT = "short write"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One call of an operation, counted from 1 among those of its name, and what is done to it."""

    operation: str
    call: str
    index: int
    fault: Fault

    @property
    def family(self) -> str:
        return next(family for family, names in FAMILIES.items() if self.call in names)


class Strace:
    """Holds on to a process with strace; what it saw is in `lines` after the release."""

    def __init__(self, log: Path, *expressions: str, calls: tuple[str, ...] = _ALL) -> None:
        self.lines: list[str] = []
        self._log = log
        self._command = ["strace", "-f", "-y", "-s", "8", "-o", str(log), "-e", f"trace={','.join(calls)}"]
        for expression in expressions:
            self._command += ["-e", expression]
        self._process: subprocess.Popen[bytes] | None = None

    def attach(self, pid: int) -> None:
        """Hold on to the process, and to those that it has started: they work for it."""
        held = [pid, *_started_by(pid)]
        of = [word for each in held for word in ("-p", str(each))]
        self._process = subprocess.Popen([*self._command, *of], stderr=subprocess.PIPE)
        assert self._process.stderr is not None
        for _ in held:
            said = self._process.stderr.readline()
            if b"attached" not in said:
                raise RuntimeError(f"strace cannot hold on: {said.decode(errors='replace').strip()}")

    def follow(self) -> None: ...

    def release(self) -> None:
        if self._process is not None:
            self._process.communicate()
            self.lines = self._log.read_text("utf-8", errors="replace").splitlines()
            self._log.unlink()


def _started_by(pid: int) -> list[int]:
    """The processes that a process has started; root alone can hold on to them, whose memory is closed."""
    if os.geteuid() != 0:
        return []
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for thread in threads for child in thread.read_text("ascii").split()]


def strace_is_here() -> bool:
    return shutil.which("strace") is not None


def injection(point: Point, log: Path) -> Strace:
    """Hit one call: killed before it is made, failed once (EIO), or failed from there on (a full disk).

    A full disk does not keep files from being opened for ever: the program's own would be among them.
    """
    how = {
        Fault.KILL: f"signal=SIGKILL:when={point.index}",
        Fault.IO: f"error=EIO:when={point.index}",
        Fault.FULL: f"error=ENOSPC:when={point.index}{'' if point.call == 'openat' else '+'}",
    }[point.fault]
    return Strace(log, f"inject={point.call}:{how}", calls=(point.call,))


def lying_flushes(log: Path) -> Strace:
    """Every flush says that it is done, and nothing is flushed."""
    flushes = ("fsync", "fdatasync", "syncfs")
    return Strace(log, f"inject={','.join(flushes)}:retval=0", calls=flushes)


def calls_within(lines: list[str], place: Path) -> Iterator[tuple[str, int]]:
    """The calls of the first process that concern something in this folder, each with its number.

    Of its other threads those that make what was written last: of many files, one flushes them and gives them
    their names. strace counts the calls of each thread by themselves.
    """
    numbers: Counter[tuple[str, str]] = Counter()
    told = set()
    first = lines[0].split()[0] if lines else ""
    for line in lines:
        if found := _CALL.match(line):
            thread, call = found.groups()[:2]
            numbers[thread, call] += 1
            one = call, numbers[thread, call]
            if str(place) in found[3] and (thread == first or call in _LASTING) and one not in told:
                told.add(one)
                yield one


def never_flushed(lines: list[str], place: Path, *, but: Path) -> list[str]:
    """Files that were written, and folders in which a name was made or moved, and no later flush of them.

    Names that were taken away may come back after a power cut: unfinished parts, which are taken away again.
    but: the memory of this computer, which may be one act behind.
    """
    waiting: dict[str, str] = {}
    for line in lines:
        if _FLUSHED.search(line):
            waiting.clear()
        if (found := _CALL.match(line)) is None:
            continue
        call, rest = found.groups()[1:]
        held = _HELD.match(rest)
        if call in ("fsync", "fdatasync") and held:
            waiting.pop(held[1], None)
        elif call == "syncfs" and " = 0" in rest:
            waiting.clear()
        elif call in ("write", "pwrite64", "ftruncate") and held:
            waiting[held[1]] = call
        elif call in FAMILIES["rename"] + FAMILIES["unlink"] + FAMILIES["mkdir"] and " = 0" in rest:
            names = _NAMED.findall(rest)
            for name in names:
                waiting.pop(name, None)
            if call not in FAMILIES["unlink"]:
                waiting.update({str(Path(name).parent): call for name in names})
    return [
        f"{call} in {Path(name).name} is never flushed"
        for name, call in waiting.items()
        if Path(name).is_relative_to(place) and not Path(name).is_relative_to(but)
    ]


def was_hit(lines: list[str], place: Path, fault: Fault) -> bool:
    """Whether the fault met a call on the vault, and not another."""
    if fault is Fault.KILL:
        killed = any("killed by SIGKILL" in line for line in lines)
        made = [line for line in lines if _CALL.match(line)]
        return killed and bool(made) and str(place) in made[-1]
    hit = next((line for line in lines if "INJECTED" in line), "")
    return str(place) in hit


def points_of(operation: str, calls: list[tuple[str, int]]) -> Iterator[Point]:
    for call, index in calls:
        for fault in Fault:
            if fault is not Fault.SHORT or call in ("write", "pwrite64"):
                yield Point(operation=operation, call=call, index=index, fault=fault)
