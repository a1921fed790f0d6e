"""A sealed package with one large file beside it: made, opened by the program and by OpenSSL alone with the
script that lies in the folder, and verified; beside age on the same file. Time, memory, and what went through
the medium.

`python benchmarks/packaging.py [MEBIBYTES [ROUNDS]]`; 256 and 3 unless said, and `6144` is what was promised.
It needs five times that of the disk. Every way must give back the same SHA-256. Each step is a process, and
its memory that of its largest process: this one loads nothing, since Linux counts the memory of whoever
starts a process as its own. The case has no sealed identity: to search a file for one takes a quarter to half
a second of the processor a mebibyte, which is not measured here, and neither is taking the file in.

Ours and age come in turn, and both the same way: all that is read was dropped from the memory of the system
before, all that is written is flushed, and what is removed is gone from the medium before the next begins.
Ours does more all the same: what it reads is encrypted in the vault, and it digests the content, reads back
from the medium what it wrote, and digests that. So age is measured with these duties, too: `sha256sum` of the
file, and of what the medium returns. Of ours, the time is that of the act alone, in a program that runs; of
age that of its process, which begins in a few milliseconds.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
MEMORY = 300.0
"""MiB that a process may hold, Python and the program with it."""
MEDIUM = "media-001.bin"


@dataclass(frozen=True, kw_only=True)
class Spent:
    """What a step took: seconds, seconds of the processors, MiB held, read and written, and what it said."""

    seconds: float
    processors: float
    mebibytes: float
    read: float
    written: float
    told: str = ""

    def and_then(self, other: "Spent") -> "Spent":
        return Spent(
            seconds=self.seconds + other.seconds,
            processors=self.processors + other.processors,
            mebibytes=max(self.mebibytes, other.mebibytes),
            read=self.read + other.read,
            written=self.written + other.written,
        )


def run(*command: object, folder: Path, flush: str = "") -> Spent:
    """Run a command in a folder to its end, and flush a file that it made. Raises if it fails."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile("w+") as told:
        process = subprocess.Popen([*map(str, command)], cwd=folder, stdout=told)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command[0]} failed")
        if flush:
            subprocess.run(["sync", flush], cwd=folder, check=True)
        told.seek(0)
        return Spent(
            seconds=time.perf_counter() - begin,
            processors=used.ru_utime + used.ru_stime,
            mebibytes=used.ru_maxrss / 1024,
            read=used.ru_inblock / 2048,
            written=used.ru_oublock / 2048,
            told=told.read(),
        )


def step(name: str, place: Path, mebibytes: int) -> tuple[Spent, str]:
    """A step of the program, and the digest that it tells. All but the memory is of its act alone."""
    spent = run(sys.executable, HERE / "_package_steps.py", name, place, mebibytes, folder=place)
    told = json.loads(spent.told.splitlines()[-1])
    digest = told.pop("sha256")
    return Spent(mebibytes=spent.mebibytes, **told), digest


def by_openssl(place: Path) -> tuple[Spent, str]:
    """Open the folder as its README says; return the digest of the large file, as the script prints it."""
    (place / "by-openssl").mkdir()
    words = ("sh", place / "sent" / "open.sh", place / "judge.pem", place / "judge.key")
    spent = run(*words, folder=place / "by-openssl")
    return spent, next(line.split()[0] for line in spent.told.splitlines() if line.endswith(MEDIUM))


def age_key(place: Path) -> str:
    keys = subprocess.run(["age-keygen"], check=True, capture_output=True, text=True).stdout
    (place / "age.key").write_text(keys)
    return keys.split("public key: ")[1].split()[0]


def drop(*paths: Path) -> None:
    """Let the system forget files, so that they are read from the medium, if the system allows it."""
    for path in paths:
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def cleared(place: Path, *names: str) -> None:
    """Remove these, drop all others, and let the medium end with what was removed."""
    for name in names:
        path = place / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    folder = os.open(place, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    drop(*(path for path in place.rglob("*") if path.is_file()))
    time.sleep(1)


def in_turn(place: Path, mebibytes: int, digest: str, key: str) -> Iterator[tuple[str, Spent]]:
    """One round. key: of age; empty if there is none. Raises SystemExit if the file does not come back."""
    closing = ("age", "-r", key, "-o", "f.age", "f.bin")
    opening = ("age", "-d", "-i", "age.key", "-o", "f.opened", "f.age")
    cleared(place, "sent", "got")
    if key:
        yield "age", run(*closing, folder=place, flush="f.age")
        cleared(place)
        yield "age -d", run(*opening, folder=place, flush="f.opened")
        cleared(place, "f.age", "f.opened")
        spent = run("sha256sum", "f.bin", folder=place).and_then(run(*closing, folder=place, flush="f.age"))
        drop(place / "f.age")
        yield "age, digests", spent.and_then(run("sha256sum", "f.age", folder=place))
        cleared(place, "f.age")
    yield "make", step("make", place, mebibytes)[0]
    cleared(place)
    spent, ours = step("open", place, mebibytes)
    yield "open", spent
    if digest != ours:
        raise SystemExit("the large file did not come back as it was")


def steps(place: Path, mebibytes: int, rounds: int) -> Iterator[tuple[str, Spent]]:
    """What each step takes, as soon as it has ended. Raises SystemExit if the file does not come back."""
    _, digest = step("office", place, mebibytes)
    key = age_key(place) if shutil.which("age") else ""
    for _ in range(rounds):
        yield from in_turn(place, mebibytes, digest, key)
    yield "verify", step("verify", place, mebibytes)[0]
    cleared(place, "got", "f.bin")
    spent, theirs = by_openssl(place)
    yield "open.sh", spent
    if digest != theirs:
        raise SystemExit("the large file did not come back as it was")


PEERS = {"make": "age", "open": "age -d", "open.sh": "age -d", "age, digests": "age"}


def measure(mebibytes: int, rounds: int) -> bool:
    """Whether each process stayed within its memory."""
    (HERE.parent / "build").mkdir(exist_ok=True)
    found: dict[str, list[Spent]] = {}
    with tempfile.TemporaryDirectory(dir=HERE.parent / "build") as folder:
        for name, spent in steps(Path(folder), mebibytes, rounds):
            found.setdefault(name, []).append(spent)
            print(
                f"  {name:<14}{spent.seconds:>8.2f} s{spent.processors:>8.2f} s of the processors", flush=True
            )
    print(f"A file of {mebibytes} MiB beside its container; the middle one of {rounds} rounds in turn")
    print(
        f"{'':<14}{'s':>7}{'least':>7}{'most':>7}{'of age':>8}{'processor s':>13}{'of age':>8}"
        f"{'MiB read':>10}{'written':>9}{'held':>6}"
    )
    for name, all_spent in found.items():
        print(f"{name:<14}{told(all_spent, found.get(PEERS.get(name, ''), []))}")
    print("Each way gave back the same SHA-256.")
    ours = [spent for name, all_spent in found.items() if not name.startswith("age") for spent in all_spent]
    most = max(spent.mebibytes for spent in ours)
    print(f"most held: {most:.0f} MiB, bound {MEMORY:.0f}: {'kept' if most <= MEMORY else 'MISSED'}")
    return most <= MEMORY


def told(all_spent: list[Spent], peers: list[Spent]) -> str:
    """A line of the table; peers: what age took."""
    seconds = sorted(each.seconds for each in all_spent)
    middle = statistics.median(seconds)
    processors = statistics.median(each.processors for each in all_spent)
    by_clock, of_it = "", ""
    if peers:
        by_clock = f"{middle / statistics.median(each.seconds for each in peers):.2f}"
        of_it = f"{processors / statistics.median(each.processors for each in peers):.2f}"
    last = all_spent[-1]
    return (
        f"{middle:>7.2f}{seconds[0]:>7.2f}{seconds[-1]:>7.2f}{by_clock:>8}{processors:>13.2f}{of_it:>8}"
        f"{last.read:>10.0f}{last.written:>9.0f}{max(each.mebibytes for each in all_spent):>6.0f}"
    )


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:3]]
    sys.exit(0 if measure(*given, *(256, 3)[len(given) :]) else 1)
