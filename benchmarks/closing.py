"""Closing a file for its recipient and opening it again, beside age, 7-Zip and plain OpenSSL in the same run.

Ours reads back what it wrote, and digests content and volumes; the others encrypt. So age is measured with
these duties, too: `sha256sum` of the file, and of what the medium returns. All are flushed.
Peers that are not installed are left out. `python benchmarks/closing.py [MEBIBYTES]`; 1,024 unless said.
"""

import os
import resource
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY))

from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.recipients import Holder, holder
from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.crypto.envelopes.recipients import CertificateRecipient
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.packaging.folders import close_file
from thb_desktop.services.packaging.opening import open_folder

RUNS = 5
LIMIT = 1.0
"""Of the time of age."""
MEMORY = 300.0
"""MiB that closing and opening may hold together with Python."""


def acts(place: Path, held: Holder) -> dict[str, Callable[[], object]]:
    """Return what is measured by its name; each leaves something that is removed before the next run."""
    recipient = CertificateRecipient.of(held.certificate, at=SystemClock().read().at)
    opener = KeyOpener(certificate=held.certificate, private_key=held.private_key)

    def run(*command: object) -> None:
        subprocess.run([*map(str, command)], check=True, cwd=place, stdout=subprocess.DEVNULL)

    found: dict[str, Callable[[], object]] = {
        "close": lambda: close_file(
            place / "f", place / "closed", [recipient], randomness=secrets.token_bytes
        ),
        "open": lambda: open_folder(place / "closed", place / "opened", [opener]),
    }
    if shutil.which("age"):
        keys = subprocess.run(["age-keygen"], check=True, capture_output=True, text=True)
        (place / "age.key").write_text(keys.stdout)
        public = keys.stdout.split("public key: ")[1].split()[0]
        found["age"] = lambda: (run("age", "-r", public, "-o", "f.age", "f"), run("sync", "f.age"))
        found["age -d"] = lambda: (
            run("age", "-d", "-i", "age.key", "-o", "f.opened", "f.age"),
            run("sync", "f.opened"),
        )
        (place / "twice").mkdir()
        found["age, digests"] = lambda: (
            run("sha256sum", "f"),
            run("age", "-r", public, "-o", "twice/f.age", "f"),
            run("sync", "twice/f.age"),
            drop(place / "twice" / "f.age"),
            run("sha256sum", "twice/f.age"),
        )
        found["age -d, digests"] = lambda: (
            run("sha256sum", "twice/f.age"),
            run("age", "-d", "-i", "age.key", "-o", "twice/f.opened", "twice/f.age"),
            run("sync", "twice/f.opened"),
            run("sha256sum", "twice/f.opened"),
        )
    if shutil.which("7z"):
        found["7z -mx0"] = lambda: (
            run("7z", "a", "-mx0", "-mhe=on", "-pwords", "f.7z", "f"),
            run("sync", "f.7z"),
        )
    if shutil.which("openssl"):
        found["openssl cms"] = lambda: (
            run(
                *("openssl", "cms", "-encrypt", "-binary", "-stream", "-outform", "DER", "-aes-256-gcm"),
                *("-in", "f", "-out", "f.cms", "-recip", held.certificate_file),
            ),
            run("sync", "f.cms"),
        )
    return found


def drop(path: Path) -> None:
    """Let the system forget a flushed file, so that it is read from the medium, if the system allows it."""
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def measure(mebibytes: int) -> None:
    where = REPOSITORY / "build"
    where.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=where) as folder:
        place = Path(folder)
        with (place / "f").open("wb") as file:
            for _ in range(mebibytes):
                file.write(secrets.token_bytes(1 << 20))
        since = SystemClock().read().at
        held = holder(ec.generate_private_key(ec.SECP256R1()), place, "receiver", since=since)
        found = acts(place, held)
        spent: dict[str, list[float]] = {name: [] for name in found}
        worked: dict[str, list[float]] = {name: [] for name in found}
        for _ in range(RUNS):
            for name, act in found.items():
                begin, before = time.perf_counter(), processors()
                act()
                spent[name].append(time.perf_counter() - begin)
                worked[name].append(processors() - before)
            for made in (
                *("closed", "opened", "f.age", "f.opened", "f.7z", "f.cms"),
                *("twice/f.age", "twice/f.opened"),
            ):
                path = place / made
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    report(spent, worked, mebibytes)


def processors() -> float:
    """Seconds of the processors of this process and of those that it started and that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def report(spent: dict[str, list[float]], worked: dict[str, list[float]], mebibytes: int) -> None:
    print(f"{mebibytes} MiB, {RUNS} runs, one after another in turns")
    print(f"{'':<16}{'median s':>10}{'least':>8}{'most':>8}{'MiB/s':>8}{'of age':>8}{'processor s':>13}")
    peers = {"close": "age", "open": "age -d", "age, digests": "age", "age -d, digests": "age -d"}
    for name, times in spent.items():
        median = statistics.median(times)
        peer = spent.get(peers.get(name, ""))
        ratio = f"{median / statistics.median(peer):.2f}" if peer else ""
        rate = mebibytes / median
        print(
            f"{name:<16}{median:>10.2f}{min(times):>8.2f}{max(times):>8.2f}{rate:>8.0f}{ratio:>8}{statistics.median(worked[name]):>13.2f}"
        )
    held = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024
    print(f"Most held: {held:.0f} MiB ({held / MEMORY:.2f} of {MEMORY:.0f}); limit of the time: {LIMIT}")


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1024)
