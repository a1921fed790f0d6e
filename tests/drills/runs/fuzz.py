"""Fuzzing: every reader of data from outside, each so many seconds in a process of its own."""

from collections.abc import Sequence

from tests.drills.kit.chance import Chance
from tests.drills.kit.report import Result
from tests.security.fuzz.__main__ import fuzz
from tests.security.fuzz.targets import TARGETS


def run_fuzzers(chance: Chance, *, seconds: float, names: Sequence[str] = (), workers: int = 1) -> Result:
    """All of them if none is named; a fault is told with its place and the input that did it."""
    result = Result(requirement="SR-28", name="readers of data from outside, given spoilt data")
    outcomes = fuzz(names or tuple(TARGETS), seconds=seconds, own=False, workers=workers, seed=chance.seed)
    for each in outcomes:
        result.row(
            str(each["target"]),
            engine=str(each["engine"]),
            inputs=int(str(each["inputs"])),
            MiB=int(str(each["memory"])),
        )
        if each["fault"]:
            result.fail(f"{each['target']}: {each['fault']}; input {str(each['culprit'])[:400]}")
    result.figure("readers fuzzed", len(outcomes))
    result.figure("seconds for each reader", seconds)
    result.figure("inputs", sum(int(str(each["inputs"])) for each in outcomes))
    result.figure("most memory of a reader, MiB", max(int(str(each["memory"])) for each in outcomes))
    result.figure("undeclared exceptions", len(result.failures))
    return result
