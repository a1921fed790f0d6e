"""The drills as one command: `python -m tests.drills.run`; with --sample what the ordinary tests run."""

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance, new_seed
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
    replays,
)
from tests.support.figures import forget_figure, machine_class, record_figure

_SAMPLED = ("add a segment", "take in a file of 3 MiB", "change the passphrase")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much is run: so many operations and points of each (0: all), each n-th byte, and so many cycles.

    Which of them, the seed chooses. As it stands, all of a run takes almost two hours of two cores, reaches
    each bound of docs/security-requirements.toml, and over many runs hits every point and byte.
    """

    seed: int
    workers: int = 2
    operations: tuple[str, ...] = ()
    crash_most: int = 32
    crash_operations: int = len(OPERATIONS)
    flip_every: int = 10
    document_every: int = 1
    journal_every: int = 2
    backup_every: int = 26
    cut_every: int = 1
    replay_most: int = 425
    cycles: int = 60
    in_flight: int = 34
    cut_names: tuple[str, ...] = power.CUT
    lies: int = 10
    rooms_most: int = 5
    room_operations: int = 16
    fuzz_seconds: float = 60
    fuzz_names: tuple[str, ...] = ()
    attempt_every: int = 1

    @property
    def chance(self) -> Chance:
        return Chance(seed=self.seed)

    def drawn(self, count: int) -> tuple[str, ...]:
        """The operations that were asked for, else so many by chance; empty stands for all of them."""
        if self.operations or count >= len(OPERATIONS):
            return self.operations
        return tuple(sorted(OPERATIONS, key=self.chance.rank)[:count])


def sample(seed: int) -> Scale:
    """What the ordinary tests run."""
    return Scale(
        seed=seed,
        crash_most=2,
        crash_operations=9,
        flip_every=997,
        document_every=499,
        journal_every=499,
        backup_every=4990,
        cut_every=17,
        replay_most=50,
        cycles=2,
        in_flight=4,
        cut_names=_SAMPLED,
        lies=1,
        rooms_most=2,
        room_operations=4,
        fuzz_seconds=1,
        fuzz_names=("header", "event"),
        attempt_every=167,
    )


def _crashes(place: Path, scale: Scale) -> Result:
    most, workers = scale.crash_most, scale.workers
    template, names = made(place), scale.drawn(scale.crash_operations)
    return crashes.run_crashes(template, place, scale.chance, most=most, names=names, workers=workers)


def _power(place: Path, scale: Scale) -> Result:
    names, workers = scale.cut_names, scale.workers
    return power.run_power_cuts(made(place), place, cycles=scale.cycles, names=names, workers=workers)


def _in_flight(place: Path, scale: Scale) -> Result:
    names, workers, cycles = scale.cut_names, scale.workers, scale.in_flight
    template, chance = made(place), scale.chance
    return power.run_cuts_in_flight(template, place, chance, cycles=cycles, names=names, workers=workers)


def _lies(place: Path, scale: Scale) -> Result:
    return power.run_lying_flushes(made(place), place, cycles=scale.lies, workers=scale.workers)


def _full_disk(place: Path, scale: Scale) -> Result:
    chance, workers = scale.chance, scale.workers
    names, rooms = scale.drawn(scale.room_operations), full_disk.rooms_by(chance)[: scale.rooms_most]
    return full_disk.run_full_disks(made(place), place, rooms=rooms, names=names, workers=workers)


def _flips(place: Path, scale: Scale) -> Result:
    template = made(place, flips.SIZES)
    heads = remembered(template, place)
    every, workers, chance = scale.flip_every, scale.workers, scale.chance
    return flips.run_flips(template, heads, place / "flips", chance, every=every, workers=workers)


def _documents(place: Path, scale: Scale) -> Result:
    every, workers, where = scale.document_every, scale.workers, place / "documents"
    return document_flips.run_document_flips(where, scale.chance, every=every, workers=workers)


def _journal(place: Path, scale: Scale) -> Result:
    return flips.run_journal_flips(made(place), place, scale.chance, every=scale.journal_every)


def _cuts(place: Path, scale: Scale) -> Result:
    template, every = made(place, flips.SIZES), scale.cut_every
    return cuts.run_cuts(template, place, scale.chance, every=every, workers=scale.workers)


def _replays(place: Path, scale: Scale) -> Result:
    most, workers = scale.replay_most, scale.workers
    return replays.run_replays(made(place), place, scale.chance, most=most, workers=workers)


def _backup(place: Path, scale: Scale) -> Result:
    every, workers = scale.backup_every, scale.workers
    return backup_flips.run_backup_flips(made(place), place, scale.chance, every=every, workers=workers)


def _fuzz(_: Path, scale: Scale) -> Result:
    seconds, names = scale.fuzz_seconds, scale.fuzz_names
    return fuzz.run_fuzzers(scale.chance, seconds=seconds, names=names, workers=4 * scale.workers)


def _colleagues(place: Path, scale: Scale) -> Result:
    every, workers, where = scale.attempt_every, scale.workers, place / "colleagues"
    return colleagues.run_colleagues(where, scale.chance, every=every, workers=workers)


DRILLS: dict[str, Callable[[Path, Scale], Result]] = {
    "crashes": _crashes,
    "power": _power,
    "in-flight": _in_flight,
    "lies": _lies,
    "full-disk": _full_disk,
    "flips": _flips,
    "documents": _documents,
    "journal": _journal,
    "cuts": _cuts,
    "replays": _replays,
    "backup": _backup,
    "fuzz": _fuzz,
    "colleagues": _colleagues,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drills", nargs="*", choices=[[], *DRILLS], help="which; all if none is named")
    parser.add_argument("--sample", action="store_true", help="only what the ordinary tests run")
    parser.add_argument("--seed", type=int, help="of an earlier run; a new one if none is given")
    parser.add_argument("--workers", type=int, default=2, help="processes side by side")
    parser.add_argument("--operation", action="append", default=[], choices=OPERATIONS, metavar="NAME")
    parser.add_argument("--most", type=int, help="at most so many crash points of an operation; 0: all")
    parser.add_argument("--every", type=int, help="flip each n-th byte of a vault")
    parser.add_argument("--into", type=Path, default=Path("build"), help="folder for the report")
    parser.add_argument(
        "--figures",
        type=Path,
        help="file of figures to merge those of the run into: each counts what was run",
    )
    options = parser.parse_args()
    if options.figures and options.sample:
        parser.error("figures are not those of the sample")
    seed = new_seed() if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    scale = sample(seed) if options.sample else Scale(seed=seed)
    asked = {"crash_most": options.most, "flip_every": options.every, "workers": options.workers}
    scale = replace(scale, **{name: value for name, value in asked.items() if value is not None})
    scale = replace(scale, operations=tuple(options.operation))
    results = []
    for name in options.drills or DRILLS:
        results.append(run(name, scale))
        write(results, options.into, seed=seed)
        if options.figures:
            keep_figures(results[-1], options.figures)
    failed = sum(len(result.failures) for result in results)
    print(f"{len(results)} drills, {failed} failures; see {options.into / 'drill-report.md'}")
    return 1 if failed else 0


def run(name: str, scale: Scale) -> Result:
    with workplace() as place:
        result = DRILLS[name](place, scale).ended()
    said = f"skipped: {result.skipped}" if result.skipped else f"{result.figures} in {result.seconds} s"
    print(f"{result.requirement} {result.name}: {said}", flush=True)
    for failure in result.failures[:20]:
        print(f"    FAILED: {failure}", flush=True)
    return result


def keep_figures(result: Result, file: Path) -> None:
    """Only of a drill in which nothing failed; of another one, an earlier figure goes too."""
    for name, value in result.figures.items():
        if result.failures:
            forget_figure(file, result.requirement, name)
        else:
            record_figure(file, result.requirement, name, value)


def write(results: Sequence[Result], into: Path, *, seed: int) -> None:
    into.mkdir(parents=True, exist_ok=True)
    told = {"date": time.strftime("%Y-%m-%d", time.gmtime()), "machine": machine_class(), "seed": seed}
    drills = [result.as_json() for result in results]
    (into / "drill-report.json").write_text(json.dumps({**told, "drills": drills}, indent=1) + "\n", "utf-8")
    lines = [
        "# Report of the drills",
        "",
        f"{told['date']}, {told['machine']}, kernel {platform.release().split('-')[0]}, seed {seed}.",
        "",
        *(result.as_markdown() for result in results),
    ]
    (into / "drill-report.md").write_text("\n".join(lines).rstrip() + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
