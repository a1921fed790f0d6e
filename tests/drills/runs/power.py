"""SR-40 and SR-46: the power is cut while a program idles that has answered; what it did is there."""

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.office import Template
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.disks import Disk, why_no_disk
from tests.drills.kit.driver import NoTool, Reply, Tool, apart, drive
from tests.drills.kit.judging import Scene, Sight, look
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out
from tests.drills.kit.tracing import lying_flushes, strace_is_here

CUT = (
    "create a vault",
    "add a segment",
    "save a draft",
    "take in a file of 3 MiB",
    "record a custody event",
    "change the passphrase",
)
NAMED = tuple(name for name in CUT if name not in ("create a vault", "save a draft"))
_CONTROLS = 10


def run_power_cuts(
    template: Template, place: Path, *, cycles: int, names: Sequence[str] = CUT, workers: int = 1
) -> Result:
    """Cut the power after each of so many acknowledgements of each operation: none may be lost."""
    result = Result(requirement="SR-40", name="power cuts")
    result.skipped = why_no_disk(place)
    if result.skipped:
        return result
    for name in names:
        scene = Scene.of(OPERATIONS[name], template)
        golden = _golden(scene, place / "golden")
        answers = shared_out(range(cycles), partial(_cycle, scene, golden), place=place, workers=workers)
        golden.delete()
        for answer in answers:
            if answer["reply"] != "DONE":
                result.fail(f"{name}: it was not acknowledged: {answer['reply']}")
            for wrong in answer["wrong"]:
                result.fail(f"{name}: {wrong}")
            for noted in answer["noted"]:
                result.note(noted)
        result.row(name, cycles=len(answers), lost=sum(bool(answer["wrong"]) for answer in answers))
    result.figure("power cuts", cycles * len(names))
    result.figure("acknowledged writes lost or other failures", len(result.failures))
    _control(result, place)
    return result


def run_lying_flushes(template: Template, place: Path, *, cycles: int, workers: int = 1) -> Result:
    """The same on a disk that says it has flushed and has not: what is lost is named, or all refused.

    A draft is not among them: no event tells of drafts, so nothing can tell that an older one came back.
    """
    result = Result(requirement="SR-46", name="a disk that lies about flushing, and a power cut")
    result.skipped = why_no_disk(place) or ("" if strace_is_here() else "needs strace")
    if result.skipped:
        return result
    for name in NAMED:
        scene = Scene.of(OPERATIONS[name], template)
        golden = _golden(scene, place / "golden")
        answers = shared_out(range(cycles), partial(_lied_to, scene, golden), place=place, workers=workers)
        golden.delete()
        fates = Counter(answer["fate"] for answer in answers)
        for answer in answers:
            if answer["fate"] == "silent":
                result.fail(f"{name}: lost, and nothing says so: {answer['wrong']}")
        result.row(name, cycles=cycles, **{fate: fates[fate] for fate in _FATES})
    result.figure("cycles", cycles * len(NAMED))
    result.figure("losses that nothing names", len(result.failures))
    return result


_FATES = ("kept", "set back and named", "damage named", "refused by name", "silent")


def _fate(sight: Sight, reply: Reply) -> str:
    if not reply.is_done:
        return "refused by name"
    if not sight.wrong:
        return "kept"
    if any(wrong.startswith("the vault does not open") for wrong in sight.wrong):
        return "refused by name"
    if any("found rolled-back" in wrong or "found forked" in wrong for wrong in sight.wrong):
        return "set back and named"
    return "damage named" if any(wrong.startswith("found ") for wrong in sight.wrong) else "silent"


def _golden(scene: Scene, place: Path) -> Disk:
    """A disk that holds the vault as it is before the operation."""
    disk = Disk(place)
    with disk.mounted() as folder:
        scene.operation.start_from(scene.template, folder / "work")
        os.sync()
    return disk


def _cycle(scene: Scene, golden: Disk, _: int, where: Path) -> Answer:
    sight, reply = _cut_once(scene, golden, where, NoTool())
    return {"reply": reply.kind, **asdict(sight)}


def _lied_to(scene: Scene, golden: Disk, _: int, where: Path) -> Answer:
    heads = where.with_name(where.name + "-heads")
    office.remember_heads_in(heads)
    sight, reply = _cut_once(scene, golden, where, lying_flushes(where.with_suffix(".log")))
    shutil.rmtree(heads, ignore_errors=True)
    return {"reply": reply.kind, "fate": _fate(sight, reply), **asdict(sight)}


def _cut_once(scene: Scene, golden: Disk, where: Path, tool: Tool) -> tuple[Sight, Reply]:
    disk = golden.copied(where)
    with disk.mounted() as folder:
        vault = folder / "work" / office.NAME
        reply = drive(scene.operation, vault, scene.template, tool, after=disk.cut)
    with disk.mounted() as folder:
        vault = folder / "work" / office.NAME
        seen = apart(lambda: asdict(look(scene, vault, reply)))
    disk.delete()
    return Sight(**seen), reply


def _control(result: Result, place: Path) -> None:
    """The method bites: it takes files that were not flushed, and the last commit of SQLite as it comes."""
    unsynced = commits = 0
    for _ in range(_CONTROLS):
        disk = Disk(place / "control")
        with disk.mounted() as folder:
            database = sqlite3.connect(folder / "plain.db", isolation_level=None)
            database.execute("CREATE TABLE note (text TEXT)")
            os.sync()
            database.execute("INSERT INTO note VALUES ('acknowledged')")
            (folder / "unsynced").write_bytes(b"written, not flushed")
            disk.cut()
            database.close()
        with disk.mounted() as folder:
            unsynced += not (folder / "unsynced").exists() or (folder / "unsynced").stat().st_size == 0
            database = sqlite3.connect(folder / "plain.db", isolation_level=None)
            commits += database.execute("SELECT count(*) FROM note").fetchone()[0] == 0
            database.close()
        disk.delete()
    result.figure("control: files lost that were not flushed", f"{unsynced} of {_CONTROLS}")
    result.figure("control: last commits lost by SQLite as it comes", f"{commits} of {_CONTROLS}")
    if unsynced != _CONTROLS:
        result.fail("the drill itself: the power cut does not bite")
