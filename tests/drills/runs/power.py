"""SR-40 and SR-46: the power is cut while a program idles that has answered, or in the midst of its work."""

import os
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.office import Template
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance
from tests.drills.kit.disks import Disk, why_no_disk
from tests.drills.kit.driver import NoTool, Reply, Tool, apart, drive
from tests.drills.kit.judging import LOST, Scene, Sight, look
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
        scene = Scene.of(OPERATIONS[name], template, place / "scene" / name)
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


def run_cuts_in_flight(
    template: Template,
    place: Path,
    chance: Chance,
    *,
    cycles: int,
    names: Sequence[str] = CUT,
    workers: int = 1,
) -> Result:
    """Cut the power in the midst: all of before is there, and the one act is there whole or not at all.

    The kernel may answer for a flush that a cut overtakes: an act answered for in that instant is noted when
    it is lost, and is no failure of ours.
    """
    result = Result(requirement="SR-40", name="power cuts while an operation is at work")
    result.skipped = why_no_disk(place)
    if result.skipped:
        return result
    for name in names:
        scene = Scene.of(OPERATIONS[name], template, place / "scene" / name)
        golden = _golden(scene, place / "golden")
        seconds = _undisturbed(scene, golden, place / "timed")
        drawn = [chance.below(1000, name, number) / 1000 for number in range(cycles)]
        moments = [seconds * (number + part) / cycles for number, part in enumerate(drawn)]
        cut = partial(_in_flight, scene, golden)
        answers = shared_out(moments, cut, place=place, workers=workers)
        golden.delete()
        for answer in answers:
            for wrong in answer["wrong"]:
                if wrong == LOST and answer["reply"] == "DONE":
                    result.note("answered for in the instant of the cut, and lost")
                else:
                    result.fail(f"{name}: {wrong}")
        states = Counter(answer["state"] for answer in answers)
        result.row(
            name, cycles=cycles, **{"then as before": states["BEFORE"], "then as after": states["AFTER"]}
        )
    result.figure("power cuts in the midst of an operation", cycles * len(names))
    result.figure("of these: more than the one operation lost, or half of it done", len(result.failures))
    return result


class _CutAfter:
    """Cuts the power of a disk so many seconds after the process was sent off."""

    def __init__(self, disk: Disk, seconds: float) -> None:
        self._disk, self._seconds = disk, seconds

    def attach(self, pid: int) -> None: ...

    def follow(self) -> None:
        time.sleep(self._seconds)
        self._disk.cut()

    def release(self) -> None: ...


def _undisturbed(scene: Scene, golden: Disk, place: Path) -> float:
    """How long the operation takes when nothing happens to it."""
    disk = golden.copied(place)
    with disk.mounted() as folder:
        begun: list[float] = []

        class Watch(NoTool):
            def follow(self) -> None:
                begun.append(time.monotonic())

        vault = folder / "work" / office.NAME
        drive(scene.operation, vault, scene.template, Watch(), after=lambda: begun.append(time.monotonic()))
    disk.delete()
    return begun[1] - begun[0]


def _in_flight(scene: Scene, golden: Disk, seconds: float, where: Path) -> Answer:
    """Judged as one who died, whatever was still said: only who is answered to in peace may rely on it."""
    disk = golden.copied(where)
    with disk.mounted() as folder:
        vault = folder / "work" / office.NAME
        reply = drive(scene.operation, vault, scene.template, _CutAfter(disk, seconds))
    judged = reply if reply.is_done else Reply(kind="DIED")
    with disk.mounted() as folder:
        vault = folder / "work" / office.NAME
        seen = apart(lambda: asdict(look(scene, vault, judged)))
    disk.delete()
    return {"reply": reply.kind, **seen}


def run_lying_flushes(template: Template, place: Path, *, cycles: int, workers: int = 1) -> Result:
    """The same on a disk that says it has flushed and has not: damage is named, and so is what is set back.

    That a vault was set back as a whole is seen by what this computer remembers. Where that lies on the same
    disk and is set back along with it, nothing in the computer can tell: only a head that is kept elsewhere
    does. Both are run, and counted apart. A draft is not among the operations, as no event tells of drafts.
    """
    result = Result(requirement="SR-46", name="a disk that lies about flushing, and a power cut")
    result.skipped = why_no_disk(place) or ("" if strace_is_here() else "needs strace")
    if result.skipped:
        return result
    whole = 0
    for name in NAMED:
        scene = Scene.of(OPERATIONS[name], template, place / "scene" / name)
        for heads in ("another disk", "the same disk"):
            lied_to = partial(_lied_to, scene, heads == "the same disk")
            answers = shared_out(range(cycles), lied_to, place=place, workers=workers)
            fates = Counter(answer["fate"] for answer in answers)
            for answer in answers:
                if answer["fate"] in _FAULTS:
                    result.fail(f"{name}, heads on {heads}: {answer['fate']}: {answer['wrong']}")
                if answer["fate"] == _SET_BACK and heads == "another disk":
                    result.fail(f"{name}: set back, and what this computer remembers does not tell")
            whole += fates[_SET_BACK]
            result.row(f"{name}; heads on {heads}", cycles=cycles, **{fate: fates[fate] for fate in _FATES})
    result.figure("cycles", 2 * cycles * len(NAMED))
    result.figure("losses that nothing names, heads on another disk", len(result.failures))
    result.figure("set back along with the heads on the same disk: only a head kept elsewhere tells", whole)
    return result


_SET_BACK = "set back whole"
_HEADER_BACK = "header-rolled-back"
"""What the unlock finds when the keyslots are older than the chain says."""
_FAULTS = ("not acknowledged", "damaged and not named")
_FATES = ("kept", "set back and named", "damage named", "does not open, by name", _SET_BACK, *_FAULTS)


def _fate(sight: Sight, reply: Reply) -> str:
    """What became of an acknowledged act. A vault that does not open says so by a refusal of ours."""
    if not reply.is_done:
        return "not acknowledged"
    if not sight.wrong:
        return "kept"
    if any(wrong.startswith("the vault does not open") for wrong in sight.wrong):
        return "does not open, by name"
    named = any("found rolled-back" in wrong or "found forked" in wrong for wrong in sight.wrong)
    if named or _HEADER_BACK in sight.noted:  # the chain kept a new passphrase that the header lost
        return "set back and named"
    if any(wrong.startswith("found ") for wrong in sight.wrong):
        return "damage named"
    # A change of the passphrase that is gone along with its event leaves the passphrase of before.
    said = [wrong for wrong in sight.wrong if not wrong.startswith(_OF_A_LOSS)]
    return _SET_BACK if sight.state == "BEFORE" and not said else "damaged and not named"


_OF_A_LOSS = (LOST, "after the acknowledgement: ", "a way that was taken away still opens")


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


def _lied_to(scene: Scene, on_the_same_disk: bool, _: int, where: Path) -> Answer:
    """heads: what this computer remembered of the vault before the operation."""
    golden = Disk(where.with_name(where.name + "-golden"))
    with golden.mounted() as folder:
        vault = scene.operation.start_from(scene.template, folder / "work")
        elsewhere = where.with_name(where.name + "-heads")
        heads = vault.parent / "heads" if on_the_same_disk else elsewhere
        apart(lambda: _remember(vault, heads))
        os.sync()
    office.remember_heads_in(None if on_the_same_disk else heads)
    tool = lying_flushes(where.with_suffix(".log"))
    sight, reply = _cut_once(scene, golden, where, tool, remembers=on_the_same_disk)
    golden.delete()
    shutil.rmtree(elsewhere, ignore_errors=True)
    return {"reply": reply.kind, "fate": _fate(sight, reply), **asdict(sight)}


def _remember(vault: Path, heads: Path) -> None:
    office.remember_heads_in(heads)
    office.unlock_later(vault).close()


def _cut_once(
    scene: Scene, golden: Disk, where: Path, tool: Tool, *, remembers: bool = False
) -> tuple[Sight, Reply]:
    """remembers: in a folder of heads beside the vault, on the disk that is cut."""
    disk = golden.copied(where)
    with disk.mounted() as folder:
        vault = folder / "work" / office.NAME
        if remembers:
            office.remember_heads_in(vault.parent / "heads")
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
