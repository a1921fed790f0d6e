"""SR-41: every operation on a disk with hardly any room: refused by name, nothing lost, done with room."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.drills.acts.office import KIB, MIB, Template
from tests.drills.acts.operations import OPERATIONS
from tests.drills.kit.chance import Chance
from tests.drills.kit.disks import fill, grow, small_disk, why_no_disk
from tests.drills.kit.driver import Reply, apart, done_by
from tests.drills.kit.judging import Scene, look
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out

_PAGES = ((1, 4), (5, 32), (33, 160), (161, 640))
"""The least and the most pages of 4 KiB that are left on the disk, besides none."""
_DISK, _ROOMY = 16 * MIB, 64 * MIB
_SAID = ("disk-full", "old-keyslot-left")
"""The second: the passphrase is changed, but the disk has no room to take the old one away."""


def rooms_by(chance: Chance) -> tuple[int, ...]:
    """Bytes that are left on the disk: none, and one amount of each magnitude."""
    return (0, *(chance.between(*pages, "room", pages) * 4 * KIB for pages in _PAGES))


def run_full_disks(
    template: Template,
    place: Path,
    *,
    rooms: Sequence[int],
    names: Sequence[str] = (),
    workers: int = 1,
) -> Result:
    place.mkdir(parents=True, exist_ok=True)
    result = Result(requirement="SR-41", name="a full disk")
    result.skipped = why_no_disk(place)
    if result.skipped:
        return result
    for name in names or OPERATIONS:
        operation = OPERATIONS[name]
        arranged = operation.arranged(template, place / "arranged" / name)
        scene = Scene.of(operation, arranged, place / "scene" / name)
        answers = shared_out(rooms, partial(_one, scene), place=place, workers=workers)
        for room, answer in zip(rooms, answers, strict=True):
            for wrong in answer["wrong"]:
                result.fail(f"{name}, {room} bytes left: {wrong}")
            result.note(f"{answer['first']} {answer['code']}".strip())
        replies = zip(rooms, answers, strict=True)
        result.row(name, **{f"{room // KIB} KiB left": answer["first"] for room, answer in replies})
    result.figure("operations", len(names or OPERATIONS))
    result.figure("amounts of room", len(rooms))
    result.figure("runs", len(rooms) * len(names or OPERATIONS))
    result.figure("lost, half done, or not done once there was room", len(result.failures))
    return result


def _one(scene: Scene, room: int, where: Path) -> Answer:
    wrong: list[str] = []
    with small_disk(where, _DISK):
        folder = scene.operation.start_from(scene.template, where)
        first = _reply(scene, folder, partial(fill, where, leave=room))
        code = first.said.split(":")[0] if first.kind == "REFUSED" else ""
        if not first.is_done and code not in _SAID:
            wrong.append(f"not refused as a full disk: {first}")
        kept = where.with_name(where.name + "-kept")
        shutil.copytree(where, kept, ignore=shutil.ignore_patterns("ballast"))
        wrong += _look(scene, folder, first, "on the full disk", full=True)
        grow(where, _ROOMY)
        wrong += _look(scene, folder, first, "after the full disk, with room", looked_at=True)
        if not first.is_done:
            _put_back(kept, where)
            again = _reply(scene, folder, _nothing)
            if not again.is_done and code != "old-keyslot-left":
                wrong.append(f"not done once there was room: {again}")
            begun_twice = bool(scene.operation.begins)
            wrong += _look(scene, folder, again, "once there was room", looked_at=begun_twice)
        shutil.rmtree(kept)
        wrong += _in_one_session(scene, room, where / "again")
    shutil.rmtree(where, ignore_errors=True)
    return {"first": first.kind, "code": code, "wrong": wrong}


def _in_one_session(scene: Scene, room: int, where: Path) -> list[str]:
    """Refused, room made, and asked again by the same program, which stayed open."""
    disk = where.parent
    folder = scene.operation.start_from(scene.template, where)

    def twice() -> tuple[str, str]:
        act = scene.operation.begin(folder, scene.template)
        (disk / "ballast").unlink(missing_ok=True)
        grow(disk, _DISK)
        fill(disk, leave=room)
        reply = done_by(act)
        grow(disk, _ROOMY)
        if not reply.is_done and not reply.said.startswith("old-keyslot-left"):
            reply = done_by(act)
        return reply.kind, reply.said

    kind, said = apart(twice)
    reply = Reply(kind=kind, said=said)
    wrong = _look(scene, folder, reply, "after a second try in the same session")
    if not reply.is_done and not said.startswith("old-keyslot-left"):
        wrong.append(f"the same session does not do it once there is room: {reply}")
    return wrong


def _reply(scene: Scene, folder: Path, prepare: Callable[[], None]) -> Reply:
    def once() -> tuple[str, str]:
        act = scene.operation.begin(folder, scene.template)
        prepare()
        reply = done_by(act)
        return reply.kind, reply.said

    kind, said = apart(once)
    return Reply(kind=kind, said=said)


def _put_back(kept: Path, where: Path) -> None:
    """What the operation left, before it was looked at."""
    for path in where.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(kept, where, dirs_exist_ok=True)


def _look(
    scene: Scene, folder: Path, reply: Reply, when: str, *, full: bool = False, looked_at: bool = False
) -> list[str]:
    sight = apart(lambda: asdict(look(scene, folder, reply, full=full, looked_at=looked_at)))
    return [f"{when}: {wrong}" for wrong in sight["wrong"]]


def _nothing() -> None: ...
