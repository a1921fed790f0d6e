"""Many small files taken into a vault, each with its signed event, against copying and digesting them alone.

The process that stores bytes beside the session (ADR 0085) is there before the clock begins, as it is in the
window, where it starts when files are chosen, and in `thb take`, where it starts while the passphrase is
derived. `--alone` measures without it. Of the processor's time that of the other process is added.

The peer is what an office would do without the program: `sha256sum`, `cp` and `sync` of the file system.
restic and borg, where they are installed, encrypt as the program does, and sign nothing. Each leaves its copy
on the medium. All of them find the files in memory or, with `--cold`, none of them does: files that are taken
in come from a stick or a disk, and are read for the first time.

Nothing is deleted before the end: ext4 does not give the place of a deleted file to a new one for some
seconds, and looks for another one at each new file, which can cost more than everything else together.
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
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import PASSPHRASE, environment_of, vault_of

from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import intake, store_beside
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files
from thb_desktop.services.office import vaults
from thb_desktop.vault.tables import registry

OURS, RUN, PEER = "taken in, each with its event", "by a run, with its place", "sha256sum, cp, sync (peer)"
SECRETS = {"RESTIC_PASSWORD": PASSPHRASE, "BORG_PASSPHRASE": PASSPHRASE}


@dataclass(slots=True)
class Taken:
    """What one contestant took in each run, in milliseconds: by the clock, and of the processors."""

    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def measure(self, act: Callable[[], object]) -> None:
        begin, spent = time.perf_counter(), _processor()
        act()
        self.wall.append((time.perf_counter() - begin) * 1000)
        self.processor.append((_processor() - spent) * 1000)


def _processor() -> float:
    """Seconds of the processors, of this process, of those it waited for, and of those that still run."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in both) + _of_running()


def _of_running() -> float:
    ticks = 0
    for thread in Path("/proc/self/task").glob("*/children"):
        for child in thread.read_text("ascii").split():
            _, _, rest = Path(f"/proc/{child}/stat").read_text("ascii").rpartition(") ")
            ticks += sum(map(int, rest.split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def run(*command: str | Path, home: Path | None = None) -> None:
    told = {"BORG_BASE_DIR": str(home), "RESTIC_CACHE_DIR": str(home)} if home else {}
    subprocess.run(
        [*map(str, command)], check=True, capture_output=True, env={**os.environ, **SECRETS, **told}
    )


def copy(sources: Path, files: list[Path], target: Path) -> None:
    run("sha256sum", *files)
    run("cp", "-r", sources, target)
    run("sync", "-f", target)


def take_in(session: Session, exhibit_id: ExhibitId, files: list[Path]) -> None:
    new = [NewFile(source=path, name=path.name, media_type="application/octet-stream") for path in files]
    add_files(session, exhibit_id, new)


def take_run(session: Session, exhibit_id: ExhibitId, folder: Path) -> None:
    """As the window and `thb take` do: with the place of each file in its source, and the run itself."""
    intake.take(lambda work: work(session), exhibit_id, [folder])


def make_ready(session: Session) -> None:
    """Start the process beside, and wait until it is ready, as long as somebody takes to choose files."""
    store_beside.make_ready(session)
    until = time.monotonic() + 10
    while store_beside.of(session) is None and time.monotonic() < until:
        time.sleep(0.01)


def contestants(
    place: Path,
    session: Session,
    exhibit_ids: tuple[ExhibitId, ExhibitId],
    files: list[Path],
    *,
    by_run: bool,
) -> dict[str, Callable[[], object]]:
    """Return how each takes in these files, all of one folder. place: where it may write."""
    sources, home = files[0].parent, place / "home"
    home.mkdir()
    acts: dict[str, Callable[[], object]] = {
        OURS: lambda: take_in(session, exhibit_ids[0], files),
        PEER: lambda: copy(sources, files, place / "copied"),
    }
    if shutil.which("restic"):
        run("restic", "-q", "-r", place / "restic", "init", home=home)
        acts["restic"] = lambda: run("restic", "-q", "-r", place / "restic", "backup", sources, home=home)
    if shutil.which("borg"):
        run("borg", "init", "-e", "repokey-blake2", place / "borg", home=home)
        acts["borg"] = lambda: run("borg", "create", f"{place / 'borg'}::one", sources, home=home)
    if by_run:
        acts[RUN] = lambda: take_run(session, exhibit_ids[1], sources)
    return acts


def forget(files: list[Path]) -> None:
    """Let the system drop what it keeps in memory of these files, whose bytes are on the medium."""
    for path in files:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def compare(
    folder: Path, session: Session, *, runs: int, count: int, size: int, cold: bool, by_run: bool
) -> dict[str, Taken]:
    """Let each contestant take in the same files, new ones in each run: nobody finds anything twice."""
    exhibits = registry.EXHIBIT.all(session.read)
    found: dict[str, Taken] = {}
    for number in range(runs):
        place = folder / str(number)
        sources = place / "sources"
        sources.mkdir(parents=True)
        for each in range(count):
            (sources / f"{each:05}.bin").write_bytes(secrets.token_bytes(size))
        into = exhibits[number].id, exhibits[-1 - number].id
        acts = contestants(place, session, into, sorted(sources.iterdir()), by_run=by_run)
        for name, act in acts.items():
            run("sync", "-f", folder)  # what others wrote is not this one's to flush
            if cold:
                forget(sorted(sources.iterdir()))
            found.setdefault(name, Taken()).measure(act)
    return found


def show(found: dict[str, Taken]) -> None:
    peer = found[PEER]
    print(f"{'':<34}{'least':>8}{'median':>8}{'most':>8}{'cpu':>8}  of the peer: by the clock, cpu")
    for name, taken in found.items():
        wall, processor = statistics.median(taken.wall), statistics.median(taken.processor)
        told = f"{name:<34}{min(taken.wall):>8.0f}{wall:>8.0f}{max(taken.wall):>8.0f}{processor:>8.0f}"
        shares = [theirs / ours for theirs, ours in zip(peer.wall, taken.wall, strict=True)]
        least, most = min(shares), max(shares)
        share = statistics.median(peer.processor) / processor
        print(f"{told}  {statistics.median(shares):.2f} ({least:.2f} to {most:.2f}), {share:.2f}")
    print("milliseconds; cpu: of the processors, user and system, median. Shares: in pairs of runs.")
    print("Goal: 0.5 of the peer, and less time than restic and borg.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--size", type=int, default=20 << 10, help="bytes of each")
    parser.add_argument("--cold", action="store_true", help="no file is in memory when it is taken in")
    parser.add_argument("--by-run", action="store_true", help="also as a run with places, as the window does")
    parser.add_argument("--alone", action="store_true", help="without the process that stores beside")
    parser.add_argument("--folder", type=Path, help="where to work, if not in the system's temporary folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="thb-small-", dir=options.folder) as name:
        folder = Path(name)
        vault = vault_of(folder, 0.01, seed=1)
        environment = environment_of(2)
        with closing(
            vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=environment)
        ) as session:
            session.settle()
            if not options.alone:
                make_ready(session)
            told = ", read from the medium" if options.cold else ""
            print(f"{options.count:,} files of {options.size:,} bytes{told}, {options.runs} runs in turn")
            asked = {
                "count": options.count,
                "size": options.size,
                "cold": options.cold,
                "by_run": options.by_run,
            }
            show(compare(folder, session, runs=options.runs, **asked))


if __name__ == "__main__":
    main()
