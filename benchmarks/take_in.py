"""Taking a large file and many small ones into an exhibit, against what an office would use otherwise.

`sha256sum` reads and digests, and writes nothing. `cp` and `sync` copy, and digest nothing: where they are
slower than the goal allows, the medium itself is. The others keep an encrypted copy: `sha256sum` then `age`,
7-Zip with a password, restic, borg; none of them signs an event for each file. All of them find the files in
memory and leave their copy on the medium. Peers that are not installed are left out. The process that stores
bytes beside the session is there before the clock begins, as in the window and in `thb take`: see
`small_files.py`.
"""

import argparse
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
from contextlib import closing
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import PASSPHRASE, environment_of, vault_of
from small_files import make_ready

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import intake
from thb_desktop.services.office import vaults
from thb_desktop.vault.tables import registry

OURS, DIGEST = "taken in, each with its event", "sha256sum (peer)"
MEDIUM = "cp, sync (limit of the medium)"
SECRETS = {"RESTIC_PASSWORD": PASSPHRASE, "BORG_PASSPHRASE": PASSPHRASE}
MIB = 1 << 20


def run(*command: str | Path, home: Path | None = None, cwd: Path | None = None) -> None:
    told = {"BORG_BASE_DIR": str(home), "RESTIC_CACHE_DIR": str(home)} if home else {}
    subprocess.run(
        [*map(str, command)], check=True, capture_output=True, env={**os.environ, **SECRETS, **told}, cwd=cwd
    )


def digest(sources: Path) -> None:
    run("sh", "-c", "find . -type f -print0 | xargs -0 sha256sum", cwd=sources)


def copy(sources: Path, to: Path) -> None:
    run("cp", "-r", sources, to)
    run("sync", "-f", to)


def digest_and_age(sources: Path, place: Path, recipient: str) -> None:
    digest(sources)
    run("sh", "-c", f"tar -c . | age -r {recipient} -o '{place}/sources.tar.age'", cwd=sources)
    run("sync", "-f", place)


def take(session: Session, exhibit_id: ExhibitId, sources: Path) -> None:
    result = intake.take(lambda work: work(session), exhibit_id, [sources])
    if result.left or not result.run.is_whole:
        message = "not everything was taken"
        raise RuntimeError(message)


def contestants(
    place: Path, session: Session, exhibit_id: ExhibitId, sources: Path
) -> dict[str, Callable[[], object]]:
    home = place / "home"
    home.mkdir()
    acts: dict[str, Callable[[], object]] = {
        OURS: lambda: take(session, exhibit_id, sources),
        DIGEST: lambda: digest(sources),
        MEDIUM: lambda: copy(sources, place / "copied"),
    }
    if shutil.which("age"):
        made = subprocess.run(["age-keygen"], check=True, capture_output=True, text=True)
        recipient = made.stdout.partition("public key: ")[2].split()[0]
        acts["sha256sum, then tar and age"] = lambda: digest_and_age(sources, place, recipient)
    if shutil.which("7z"):
        acts["7-Zip with a password, stored"] = lambda: run(
            "7z", "a", "-mx0", "-mhe=on", f"-p{PASSPHRASE}", place / "sources.7z", sources
        )
    if shutil.which("restic"):
        run("restic", "-q", "-r", place / "restic", "init", home=home)
        acts["restic"] = lambda: run("restic", "-q", "-r", place / "restic", "backup", sources, home=home)
    if shutil.which("borg"):
        run("borg", "init", "-e", "repokey-blake2", place / "borg", home=home)
        acts["borg"] = lambda: run("borg", "create", f"{place / 'borg'}::one", sources, home=home)
    return acts


def compare(folder: Path, session: Session, *, runs: int, count: int, size: int) -> None:
    """Let each contestant take in the same files, new ones in each run: nobody finds anything twice."""
    exhibits = registry.EXHIBIT.all(session.read)
    found: dict[str, list[float]] = {}
    for number in range(runs):
        place = folder / f"{count}-{number}"
        sources = place / "sources"
        for each in range(count):
            path = sources / f"{each % 100:02}" / f"{each:05}.bin"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                for start in range(0, size, 16 * MIB):
                    file.write(secrets.token_bytes(min(16 * MIB, size - start)))
        exhibit_id = exhibits[number + (runs if count == 1 else 0)].id
        for name, act in contestants(place, session, exhibit_id, sources).items():
            run("sync", "-f", folder)  # what others wrote is not this one's to flush
            begin = time.perf_counter()
            act()
            found.setdefault(name, []).append(time.perf_counter() - begin)
        if count == 1:
            shutil.rmtree(place)  # not of many files: ext4 then looks long for places of new ones
    show(found)


def show(found: dict[str, list[float]]) -> None:
    print(f"{'':<34}{'least':>8}{'median':>8}{'most':>8}  of sha256sum")
    for name, taken in found.items():
        share = statistics.median(d / t for d, t in zip(found[DIGEST], taken, strict=True))
        print(f"{name:<34}{min(taken):>8.2f}{statistics.median(taken):>8.2f}{max(taken):>8.2f}  {share:.2f}")
    print("seconds, by the clock\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--count", type=int, default=10_000, help="how many small files")
    parser.add_argument("--size", type=int, default=20 << 10, help="bytes of each")
    parser.add_argument("--large", type=int, default=4096, help="MiB of the large file")
    parser.add_argument("--folder", type=Path, help="where to work, if not in the system's temporary folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thb-take-", dir=options.folder) as name:
        folder = Path(name)
        vault = vault_of(folder, 0.01, seed=1)
        with closing(
            vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment_of(2))
        ) as session:
            session.settle()
            make_ready(session)
            print(f"{options.count:,} files of {options.size:,} bytes (goal: 0.5 of sha256sum)")
            compare(folder, session, runs=options.runs, count=options.count, size=options.size)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"one file of {options.large:,} MiB (goal: 0.8 of sha256sum)")
            compare(folder, session, runs=options.runs, count=1, size=options.large * MIB)
            more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
            print(
                f"memory of the program: {peak // 1024} MiB, and {more // 1024} MiB more for the large file"
            )


if __name__ == "__main__":
    main()
