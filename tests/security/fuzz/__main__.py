"""Fuzz every reader of data from outside, each in a process of its own.

    python -m tests.security.fuzz --seconds 60 [--target NAME] [--own] [--json FILE]

Ends with 1 if one of them took more than 512 MiB, or raised what it does not declare; the input that did it
is told, and belongs into tests/security/fuzz/corpus once the fault is mended.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.security.fuzz.engine import MOST_MEMORY


def fuzz(
    names: Sequence[str], *, seconds: float, own: bool, workers: int = 1, seed: int | None = None
) -> list[dict[str, object]]:
    """One outcome a target, as `engine.Outcome` tells it; `workers` of them run side by side.

    seed: of the spoiling; another one each time if none is given.
    """
    with ThreadPoolExecutor(workers) as threads:
        return list(threads.map(lambda name: _fuzz_one(name, seconds=seconds, own=own, seed=seed), names))


def _fuzz_one(name: str, *, seconds: float, own: bool, seed: int | None) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.security.fuzz.engine", name, "--seconds", str(seconds)]
    command += ["--seed", str(seed)] if seed is not None else []
    run = subprocess.run([*command, *(["--own"] if own else [])], capture_output=True, text=True, check=False)
    try:
        outcome = json.loads(run.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        outcome = {"target": name, "inputs": 0, "memory": 0, "seconds": 0, "engine": "none"}
        outcome |= {"fault": f"ended with {run.returncode}: {run.stderr[-300:]}", "culprit": ""}
    if not outcome["fault"] and outcome["memory"] > MOST_MEMORY:
        outcome["fault"] = f"took {outcome['memory']} MiB"
    said = f"{outcome['inputs']:>9} inputs {outcome['seconds']:>6} s {outcome['memory']:>5} MiB"
    print(f"{name:<18}{outcome['engine']:<9}{said}  {outcome['fault'] or 'no fault'}", file=sys.stderr)
    return dict(outcome)


def main(arguments: Sequence[str]) -> int:
    from tests.security.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(prog="python -m tests.security.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--target", action="append", choices=TARGETS, help="only these")
    parser.add_argument("--own", action="store_true", help="by our own mutations, though atheris is there")
    parser.add_argument("--workers", type=int, default=1, help="targets side by side")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the figures go")
    chosen = parser.parse_args(arguments)
    outcomes = fuzz(
        chosen.target or list(TARGETS), seconds=chosen.seconds, own=chosen.own, workers=chosen.workers
    )
    faults = [outcome for outcome in outcomes if outcome["fault"]]
    if chosen.json:
        told = {
            "targets": len(outcomes),
            "inputs": sum(int(str(outcome["inputs"])) for outcome in outcomes),
            "seconds_each": chosen.seconds,
            "most_memory_mib": max(int(str(outcome["memory"])) for outcome in outcomes),
            "faults": len(faults),
            "outcomes": outcomes,
        }
        chosen.json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
