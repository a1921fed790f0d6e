"""SR-39: an operation is hit at each of its calls in turn, and the vault is looked at afterwards."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.drills.acts.office import Template
from tests.drills.acts.operation import Operation
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance
from tests.drills.kit.driver import Reply, apart, drive
from tests.drills.kit.judging import Scene, look
from tests.drills.kit.report import Result
from tests.drills.kit.short_writes import ShortWrite, short_writes_are_possible
from tests.drills.kit.teams import Answer, shared_out
from tests.drills.kit.tracing import (
    FAMILIES,
    Fault,
    Point,
    Strace,
    calls_within,
    injection,
    never_flushed,
    points_of,
    strace_is_here,
    was_hit,
)

_COLUMNS = {
    "points": "points",
    "acknowledged": "DONE",
    "refused": "REFUSED",
    "died": "DIED",
    "then as before": "BEFORE",
    "then as after": "AFTER",
}


def run_crashes(
    template: Template,
    place: Path,
    chance: Chance,
    *,
    most: int = 0,
    names: Sequence[str] = (),
    workers: int = 1,
) -> Result:
    """Enumerate the points of the operations and hit them all; `most`: at most so many of each, by chance.

    fdatasync is watched for and never called: SQLCipher is built to use fsync, as is everything else here.

    A point that met no call on the vault is no point; more than a few of them mean that an operation does not
    make the same calls each time, which is a failure of the drill itself.
    """
    result = Result(requirement="SR-39", name="crash points")
    if not strace_is_here():
        result.skipped = "needs strace"
        return result
    place.mkdir(parents=True, exist_ok=True)
    met = missed = 0
    quiet = dict.fromkeys(FAMILIES)
    for family in FAMILIES:
        result.note(f"points at {family}", 0)
    for name in names or OPERATIONS:
        operation = OPERATIONS[name]
        scene = Scene.of(
            operation, operation.arranged(template, place / "arranged" / name), place / "scene" / name
        )
        points, unflushed = enumerate_points(operation, scene.template, place)
        for what in unflushed:
            result.fail(f"{name}: {what}")
        for point in points:
            quiet.pop(point.family, None)
        every, hit = points, partial(_hit, scene)
        if most:
            points = _sampled(every, most, chance)
        answers = shared_out(points, hit, place=place, workers=workers)
        missed += sum(not answer["hit"] for answer in answers)
        if most and not any(answer["hit"] for answer in answers):
            # Calls of two threads come in another order each time: then some points meet none.
            more = _sampled(every, 5 * most, chance)[most:]
            points = [*points, *more]
            answers = [*answers, *shared_out(more, hit, place=place, workers=workers)]
        _count(result, name, points, answers)
        met += sum(answer["hit"] for answer in answers)
    if not names and [*quiet] != ["fdatasync"]:
        result.fail(f"the drill itself: other calls than expected are never made: {[*quiet]}")
    if missed > met // 20:
        result.fail(f"the drill itself: {missed} points met no call on the vault")
    result.figure("operations", len(names or OPERATIONS))
    result.figure("kinds of calls hit", sum(result.notes[f"points at {family}"] > 0 for family in FAMILIES))
    result.figure("kinds of calls that no operation makes", ", ".join(quiet) or "none")
    result.figure(
        "kinds of faults", len({point for point in result.notes if point.startswith("points with ")})
    )
    result.figure("crash points", met)
    result.figure("acknowledged writes lost, half done, or vaults that do not open", len(result.failures))
    return result


def enumerate_points(operation: Operation, template: Template, place: Path) -> tuple[list[Point], list[str]]:
    """Watch the operation once, and list what can be done to each of its calls on the vault.

    Also what it acknowledged without having flushed it: ext4 makes a name last along with any later flush,
    so that no power cut on it shows what another file system would lose.
    """
    where = place / "watched"
    folder = operation.start_from(template, where)
    watch = Strace(place / "watched.log")
    reply = drive(operation, folder, template, watch)
    if not reply.is_done:
        raise RuntimeError(f"{operation.name} does not work: {reply}")
    calls = list(calls_within(watch.lines, where))
    unflushed = never_flushed(watch.lines, where, but=where / "heads")
    shutil.rmtree(where)
    points = points_of(operation.name, calls)
    possible = [each for each in points if each.fault is not Fault.SHORT or short_writes_are_possible()]
    return possible, unflushed


def _sampled(points: Sequence[Point], most: int, chance: Chance) -> list[Point]:
    """So many of them, at as many kinds of calls as possible."""
    turns: Counter[str] = Counter()
    ranked = []
    for point in sorted(points, key=chance.rank):
        ranked.append((turns[point.family], point))
        turns[point.family] += 1
    return [point for _, point in sorted(ranked, key=lambda each: each[0])[:most]]


_JUDGED: dict[bytes, Answer] = {}
"""What was seen of files with these bytes, after this answer of the same operation; empty in a new worker."""


def _hit(scene: Scene, point: Point, where: Path) -> Answer:
    """Hit one call of a fresh copy, and look."""
    operation, template = scene.operation, scene.template
    folder = operation.start_from(template, where)
    if point.fault is Fault.SHORT:
        short = ShortWrite(point.call, point.index)
        reply, met = drive(operation, folder, template, short), short.hit
    else:
        tool = injection(point, where.with_suffix(".log"))
        reply = drive(operation, folder, template, tool)
        met = was_hit(tool.lines, where, point.fault)
    state = _state(where, reply)
    if state not in _JUDGED:
        _JUDGED[state] = apart(lambda: asdict(look(scene, folder, reply)))
    shutil.rmtree(where)
    return {"hit": met, "reply": reply.kind, **_JUDGED[state]}


def _state(where: Path, reply: Reply) -> bytes:
    """Of everything that a look depends on: most refusals leave the very bytes of before."""
    state = hashlib.sha256(repr(reply).encode())
    for path in sorted(path for path in where.rglob("*") if path.is_file()):
        content = path.read_bytes()
        state.update(f"\0{path.relative_to(where)}\0{len(content)}\0".encode())
        state.update(content)
    return state.digest()


def _count(result: Result, name: str, points: Sequence[Point], answers: Sequence[Answer]) -> None:
    counted: Counter[str] = Counter()
    for point, answer in zip(points, answers, strict=True):
        if answer["hit"]:
            counted.update(["points", answer["reply"], answer["state"]])
            result.note(f"points at {point.family}")
            result.note(f"points with {point.fault}")
            for wrong in answer["wrong"]:
                result.fail(f"{name}: {point.fault} at {point.call} {point.index}: {wrong}")
            for noted in answer["noted"]:
                result.note(noted)
    result.row(name, **{column: counted[kind] for column, kind in _COLUMNS.items()})
