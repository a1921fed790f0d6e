"""Engine: one target in a process of its own, by atheris where it is installed, else by our own mutations.

    python -m tests.security.fuzz.engine TARGET --seconds 60 [--own]

Prints one JSON object: how many inputs were tried, in what time, the most memory, and the first fault.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")
MOST_MEMORY = 512
"""MiB that a reader may take, whatever it is given."""
MOST_SECONDS = 20.0
"""What one input may take on a machine that does other things besides."""
FAULT_EXIT = 77


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """fault: where the first undeclared exception came from, and the input that did it, in hexadecimal."""

    target: str
    engine: str
    inputs: int
    seconds: float
    memory: int
    slowest: float = 0.0
    fault: str = ""
    culprit: str = ""


def samples_of(name: str) -> list[bytes]:
    """What it should read, and what once made a fault of it."""
    from tests.security.fuzz.targets import TARGETS

    return [*TARGETS[name].samples(), *kept(name)]


def kept(name: str) -> list[bytes]:
    folder = CORPUS / name.replace(" ", "-")
    return [path.read_bytes() for path in sorted(folder.glob("*.bin"))] if folder.is_dir() else []


def run_own(
    name: str,
    *,
    seconds: float = 1e9,
    inputs: int = 1 << 62,
    seed: str = "",
    most_seconds: float = MOST_SECONDS,
) -> Outcome:
    """Try spoilt samples until the time or the number is up, in this process. most_seconds: of the processor,
    for one input.
    """
    from tests.security.fuzz.mutation import Draw, spoil
    from tests.security.fuzz.targets import TARGETS, attempt

    target, samples = TARGETS[name], samples_of(name)
    draw, start, tried, slowest = Draw(f"{name}/{seed}"), time.monotonic(), 0, 0.0
    fault = culprit = ""
    while tried < inputs and time.monotonic() - start < seconds:
        data = samples[tried] if tried < len(samples) else spoil(draw, samples)
        tried, before = tried + 1, time.process_time()
        try:
            attempt(target, data)
        except BaseException as error:  # noqa: BLE001 - that is what is looked for
            fault, culprit = _where(error), data.hex()
            break
        slowest = max(slowest, time.process_time() - before)
    if not fault and slowest > most_seconds:
        fault = f"an input took {slowest:.1f} s"
    return Outcome(
        target=name,
        engine="own",
        inputs=tried,
        seconds=round(time.monotonic() - start, 1),
        memory=_memory(),
        slowest=round(slowest, 2),
        fault=fault,
        culprit=culprit,
    )


def run_atheris(name: str, seconds: float, seed: int = 0) -> Outcome:
    """The same, guided by what each input reaches; in a child, for it never returns. seed: 0 takes any."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        corpus = Path(place, "corpus")
        corpus.mkdir()
        for number, data in enumerate(samples_of(name)):
            (corpus / f"{number:04}").write_bytes(data)
        command = [
            sys.executable,
            *("-m", "tests.security.fuzz.engine", name, "--guided", str(corpus), "-max_len=65536"),
            *("-print_final_stats=1", f"-max_total_time={int(seconds)}", f"-rss_limit_mb={MOST_MEMORY}"),
            *(f"-timeout={int(MOST_SECONDS)}", f"-artifact_prefix={place}/"),
            *(f"-error_exitcode={FAULT_EXIT}", f"-seed={seed % (1 << 32)}"),
        ]
        run = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        told = dict(re.findall(r"stat::(\w+):\s+(\d+)", run.stderr))
        artifacts = [path for path in Path(place).iterdir() if path.is_file()]
        culprit = artifacts[0].read_bytes().hex() if artifacts else ""
    fault = "" if run.returncode == 0 else _summary(run.stderr)
    return Outcome(
        target=name,
        engine="atheris",
        inputs=int(told.get("number_of_executed_units", 0)),
        seconds=round(time.monotonic() - start, 1),
        memory=int(told.get("peak_rss_mb", 0)),
        fault=fault,
        culprit=culprit,
    )


def run_guided(name: str, arguments: Sequence[str]) -> None:
    """The child of `run_atheris`: our code is instrumented as it is imported. Never returns."""
    import atheris

    with atheris.instrument_imports(include=["thb_desktop", "ui"]):
        from tests.security.fuzz.targets import TARGETS, attempt

    target = TARGETS[name]
    for data in samples_of(name):
        attempt(target, data)

    def one(data: bytes) -> None:
        attempt(target, data)

    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


def has_atheris() -> bool:
    return find_spec("atheris") is not None


def _where(error: BaseException) -> str:
    """What came out and from where, without what it was about."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"


def _summary(said: str) -> str:
    for pattern in (r"Uncaught Python exception: ===\n(.+)", r"SUMMARY: (.+)", r"(\w+Error.*)"):
        if found := re.search(pattern, said):
            places = re.findall(r'File "[^"]*?([\w.]+)", line (\d+)', said)
            return f"{found[1].strip()} at {':'.join(places[-1])}" if places else found[1].strip()
    return said[-300:]


def _memory() -> int:
    """MiB: the most that this process ever held."""
    if os.name == "nt":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--own", action="store_true", help="by our own mutations")
    parser.add_argument("--seed", type=int, help="of the spoiling; another one each time if none is given")
    parser.add_argument("--guided", metavar="CORPUS", help="be the child of atheris")
    chosen, rest = parser.parse_known_args(arguments)
    if chosen.guided:
        run_guided(chosen.target, [*rest, chosen.guided])
    if chosen.own or not has_atheris():
        outcome = run_own(chosen.target, seconds=chosen.seconds, seed=str(chosen.seed or time.time_ns()))
    else:
        outcome = run_atheris(chosen.target, chosen.seconds, chosen.seed or 0)
    print(json.dumps(asdict(outcome)))
    return 1 if outcome.fault else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
