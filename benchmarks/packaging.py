"""A sealed package with one large file beside it: made, opened by the program and by OpenSSL alone with the
script that lies in the folder, and verified; beside age on the same file. Time and memory.

`python benchmarks/packaging.py [MEBIBYTES]`; 256 unless said, and `6144` is what was promised. It needs five
times that of the disk. All is flushed, and every way must give back the same SHA-256. Each step is a process,
and its memory that of its largest process: this one loads nothing, since Linux counts the memory of whoever
starts a process as its own. The case has no sealed identity: to search a file for one takes a quarter to half
a second of the processor a mebibyte, which is not measured here, and neither is taking the file in.
"""

import json
import os
import shutil
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
    """What a step took: seconds, seconds of the processors, MiB, and what it printed."""

    seconds: float
    processors: float
    mebibytes: float
    told: str


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
            told=told.read(),
        )


def step(name: str, place: Path, mebibytes: int) -> tuple[Spent, str]:
    """A step of the program, and the digest that it tells. The times are those of its act alone."""
    spent = run(sys.executable, HERE / "_package_steps.py", name, place, mebibytes, folder=place)
    told = json.loads(spent.told.splitlines()[-1])
    alone = Spent(seconds=told["seconds"], processors=told["processors"], mebibytes=spent.mebibytes, told="")
    return alone, told["sha256"]


def by_openssl(place: Path) -> tuple[Spent, str]:
    """Open the folder as its README says; return the digest of the large file, as the script prints it."""
    (place / "by-openssl").mkdir()
    words = ("sh", place / "sent" / "open.sh", place / "judge.pem", place / "judge.key")
    spent = run(*words, folder=place / "by-openssl")
    return spent, next(line.split()[0] for line in spent.told.splitlines() if line.endswith(MEDIUM))


def by_age(place: Path) -> Iterator[tuple[str, Spent]]:
    keys = subprocess.run(["age-keygen"], check=True, capture_output=True, text=True).stdout
    (place / "age.key").write_text(keys)
    public = keys.split("public key: ")[1].split()[0]
    drop(place / "f.bin")  # what lies in the vault was dropped, too
    yield "age", run("age", "-r", public, "-o", "f.age", "f.bin", folder=place, flush="f.age")
    yield (
        "age -d",
        run("age", "-d", "-i", "age.key", "-o", "f.opened", "f.age", folder=place, flush="f.opened"),
    )
    for name in ("f.age", "f.opened"):
        (place / name).unlink()


def drop(path: Path) -> None:
    """Let the system forget a file, so that it is read from the medium, if the system allows it."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def steps(place: Path, mebibytes: int) -> Iterator[tuple[str, Spent]]:
    """What each step takes, as soon as it has ended. Raises SystemExit if the file does not come back."""
    _, digest = step("office", place, mebibytes)
    if shutil.which("age"):
        yield from by_age(place)
    (place / "f.bin").unlink()
    yield "make", step("make", place, mebibytes)[0]
    spent, ours = step("open", place, mebibytes)
    yield "open", spent
    yield "verify", step("verify", place, mebibytes)[0]
    shutil.rmtree(place / "got")
    spent, theirs = by_openssl(place)
    yield "open.sh", spent
    if not digest == ours == theirs:
        raise SystemExit("the large file did not come back as it was")


def measure(mebibytes: int) -> bool:
    """Whether each process stayed within its memory."""
    (HERE.parent / "build").mkdir(exist_ok=True)
    peers = {"make": "age", "open": "age -d", "open.sh": "age -d"}
    found: dict[str, Spent] = {}
    print(f"A file of {mebibytes} MiB beside its container")
    print(f"{'':<10}{'s':>9}{'of age':>8}{'processor s':>13}{'of age':>8}{'MiB/s':>8}{'MiB held':>10}")
    with tempfile.TemporaryDirectory(dir=HERE.parent / "build") as folder:
        for name, spent in steps(Path(folder), mebibytes):
            found[name] = spent
            peer = found.get(peers.get(name, ""))
            by_clock = f"{spent.seconds / peer.seconds:.2f}" if peer else ""
            of_it = f"{spent.processors / peer.processors:.2f}" if peer else ""
            print(
                f"{name:<10}{spent.seconds:>9.1f}{by_clock:>8}{spent.processors:>13.1f}{of_it:>8}"
                f"{mebibytes / spent.seconds:>8.0f}{spent.mebibytes:>10.0f}",
                flush=True,
            )
    print("Each way gave back the same SHA-256.")
    most = max(spent.mebibytes for name, spent in found.items() if name not in peers.values())
    print(f"most held: {most:.0f} MiB, bound {MEMORY:.0f}: {'kept' if most <= MEMORY else 'MISSED'}")
    return most <= MEMORY


if __name__ == "__main__":
    sys.exit(0 if measure(int(sys.argv[1]) if len(sys.argv) > 1 else 256) else 1)
