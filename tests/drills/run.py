"""The drills as one command: `python -m tests.drills.run`; with --sample what the ordinary tests run."""

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.drills.kit.report import Result
from tests.drills.kit.work import made, remembered, workplace
from tests.drills.runs import (
    backup_flips,
    colleagues,
    crashes,
    cuts,
    document_flips,
    flips,
    full_disk,
    fuzz,
    power,
)
from tests.support.figures import forget_figure, machine_class, record_figure

_BACKUPS_ARE_SLOW = 10
"""Each flip in a backup takes the time of a restoration."""
_SAMPLED = ("add a segment", "take in a file of 3 MiB", "change the passphrase")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much is run: so many points of an operation (0: all), each n-th byte, and so many cycles."""

    workers: int
    crash_most: int = 0
    flip_every: int = 1
    cut_every: int = 1
    cycles: int = 60
    in_flight: int = 40
    cut_names: tuple[str, ...] = power.CUT
    lies: int = 10
    rooms: tuple[int, ...] = full_disk.ROOMS
    room_names: tuple[str, ...] = ()
    fuzz_seconds: float = 60
    fuzz_names: tuple[str, ...] = ()
    attempt_every: int = 1


SAMPLE = Scale(
    workers=2,
    crash_most=3,
    flip_every=499,
    cut_every=17,
    cycles=2,
    in_flight=4,
    cut_names=_SAMPLED,
    lies=1,
    rooms=(0, 64 << 10),
    room_names=(*_SAMPLED, "record a custody event", "lead an older form up", "export a bundle"),
    fuzz_seconds=1,
    fuzz_names=("header", "event"),
    attempt_every=61,
)


def _crashes(place: Path, scale: Scale) -> Sequence[Result]:
    return [crashes.run_crashes(made(place), place, most=scale.crash_most, workers=scale.workers).ended()]


def _power(place: Path, scale: Scale) -> Sequence[Result]:
    names = scale.cut_names
    cuts_of_power = power.run_power_cuts(
        made(place), place, cycles=scale.cycles, names=names, workers=scale.workers
    )
    return [cuts_of_power.ended()]


def _in_flight(place: Path, scale: Scale) -> Sequence[Result]:
    names, cycles = scale.cut_names, scale.in_flight
    cut = power.run_cuts_in_flight(made(place), place, cycles=cycles, names=names, workers=scale.workers)
    return [cut.ended()]


def _lies(place: Path, scale: Scale) -> Sequence[Result]:
    return [power.run_lying_flushes(made(place), place, cycles=scale.lies, workers=scale.workers).ended()]


def _full_disk(place: Path, scale: Scale) -> Sequence[Result]:
    names, rooms = scale.room_names, scale.rooms
    full = full_disk.run_full_disks(made(place), place, rooms=rooms, names=names, workers=scale.workers)
    return [full.ended()]


def _flips(place: Path, scale: Scale) -> Sequence[Result]:
    template = made(place, flips.SIZES)
    heads = remembered(template, place)
    every, workers = scale.flip_every, scale.workers
    return [flips.run_flips(template, heads, place / "flips", every=every, workers=workers).ended()]


def _documents(place: Path, scale: Scale) -> Sequence[Result]:
    every, workers = scale.flip_every, scale.workers
    return [document_flips.run_document_flips(place / "documents", every=every, workers=workers).ended()]


def _journal(place: Path, scale: Scale) -> Sequence[Result]:
    return [flips.run_journal_flips(made(place), place, every=scale.flip_every).ended()]


def _cuts(place: Path, scale: Scale) -> Sequence[Result]:
    template = made(place, flips.SIZES)
    return [cuts.run_cuts(template, place, every=scale.cut_every, workers=scale.workers).ended()]


def _backup(place: Path, scale: Scale) -> Sequence[Result]:
    every = scale.flip_every * _BACKUPS_ARE_SLOW
    flipped = backup_flips.run_backup_flips(made(place), place, every=every, workers=scale.workers)
    return [flipped.ended()]


def _fuzz(_: Path, scale: Scale) -> Sequence[Result]:
    seconds, names = scale.fuzz_seconds, scale.fuzz_names
    return [fuzz.run_fuzzers(seconds=seconds, names=names, workers=scale.workers)]


def _colleagues(place: Path, scale: Scale) -> Sequence[Result]:
    every, workers = scale.attempt_every, scale.workers
    return [colleagues.run_colleagues(place / "colleagues", every=every, workers=workers).ended()]


DRILLS: dict[str, Callable[[Path, Scale], Sequence[Result]]] = {
    "crashes": _crashes,
    "power": _power,
    "in-flight": _in_flight,
    "lies": _lies,
    "full-disk": _full_disk,
    "flips": _flips,
    "documents": _documents,
    "journal": _journal,
    "cuts": _cuts,
    "backup": _backup,
    "fuzz": _fuzz,
    "colleagues": _colleagues,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drills", nargs="*", choices=[[], *DRILLS], help="which; all if none is named")
    parser.add_argument("--sample", action="store_true", help="only what the ordinary tests run")
    parser.add_argument("--workers", type=int, default=2, help="processes side by side")
    parser.add_argument("--most", type=int, default=0, help="at most so many crash points of an operation")
    parser.add_argument("--every", type=int, default=1, help="flip only each n-th of the bytes")
    parser.add_argument("--into", type=Path, default=Path("build"), help="folder for the report")
    parser.add_argument(
        "--figures",
        type=Path,
        help="file of figures to merge those of the run into: each counts what was run",
    )
    options = parser.parse_args()
    full = Scale(workers=options.workers, crash_most=options.most, flip_every=options.every)
    scale = SAMPLE if options.sample else full
    if options.figures and options.sample:
        parser.error("figures are not those of the sample")
    results = [result for name in options.drills or DRILLS for result in run(name, scale)]
    write(results, options.into)
    if options.figures:
        for result in results:
            keep_figures(result, options.figures)
    failed = sum(len(result.failures) for result in results)
    print(f"{len(results)} drills, {failed} failures; see {options.into / 'drill-report.md'}")
    return 1 if failed else 0


def run(name: str, scale: Scale) -> Sequence[Result]:
    with workplace() as place:
        results = DRILLS[name](place, scale)
    for result in results:
        said = f"skipped: {result.skipped}" if result.skipped else f"{result.figures} in {result.seconds} s"
        print(f"{result.requirement} {result.name}: {said}", flush=True)
        for failure in result.failures[:20]:
            print(f"    FAILED: {failure}", flush=True)
    return results


def keep_figures(result: Result, file: Path) -> None:
    """Only of a drill in which nothing failed; of another one, an earlier figure goes too."""
    for name, value in result.figures.items():
        if result.failures:
            forget_figure(file, result.requirement, name)
        else:
            record_figure(file, result.requirement, name, value)


def write(results: Sequence[Result], into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    told = {"date": time.strftime("%Y-%m-%d", time.gmtime()), "machine": machine_class()}
    drills = [result.as_json() for result in results]
    (into / "drill-report.json").write_text(json.dumps({**told, "drills": drills}, indent=1) + "\n", "utf-8")
    lines = [
        "# Report of the drills",
        "",
        f"{told['date']}, {told['machine']}, kernel {platform.release().split('-')[0]}.",
        "",
        *(result.as_markdown() for result in results),
    ]
    (into / "drill-report.md").write_text("\n".join(lines).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
