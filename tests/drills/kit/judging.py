"""What must be true of a vault after it was hit, looked at as its owner would: unlocked and checked."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.key_changes import ways_into
from tests.drills.acts.office import Template, rows_of, unlock_later
from tests.drills.acts.operation import COUNTS, LOOKS, Operation, Rows
from tests.drills.kit.driver import NoTool, Reply, apart, drive
from tests.support.vaults import PASSPHRASE
from thb_desktop.errors import (
    ChangeUncertainError,
    DiskFullError,
    ErasureDueError,
    OldKeyslotLeftError,
    StoreEndDueError,
    ThbError,
)
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office.vaults import VaultState, find_vault_state

_DONE_ALL_THE_SAME = (
    ChangeUncertainError.code,
    OldKeyslotLeftError.code,
    ErasureDueError.code,
    StoreEndDueError.code,
)
"""Refusals that say themselves that the change may hold."""
LOST = "what was acknowledged is lost"


@dataclass(slots=True, kw_only=True)
class Sight:
    """What was seen: `state` is BEFORE or AFTER the operation; `wrong` what must not be; `noted` what may."""

    state: str = ""
    wrong: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What was done to what: the operation, the vault it began with, and every row of that.

    begun: how many rows each table has once the operation has begun; after: once it is done, undisturbed.
    """

    operation: Operation
    template: Template
    before: Rows
    begun: dict[str, int]
    after: dict[str, int]

    @classmethod
    def of(cls, operation: Operation, template: Template, place: Path) -> "Scene":
        before: Rows = {}
        if not operation.creates or operation.copies:
            before = apart(lambda: template_rows(template, operation.secrets[0]))
        if operation.whole is not None:
            return cls(operation=operation, template=template, before=before, begun={}, after={})
        begun = {name: len(rows) for name, rows in before.items()}
        if operation.begins:
            folder = operation.start_from(template, place / "begun")
            begun = apart(lambda: _begun(operation, folder, template))
        folder = operation.start_from(template, place / "undisturbed")
        if not (reply := drive(operation, folder, template, NoTool())).is_done:
            raise RuntimeError(f"{operation.name} does not work: {reply}")
        after = apart(lambda: _counted(operation, folder))
        return cls(operation=operation, template=template, before=before, begun=begun, after=after)


def look(scene: Scene, folder: Path, reply: Reply, *, full: bool = False, looked_at: bool = False) -> Sight:
    """Judge one vault after one operation that ended with this reply.

    full: the disk still is, so that looks which are kept in the journal of consultations may be refused.
    looked_at: it was judged before, and its journal of consultations tells so.
    """
    operation, sight = scene.operation, Sight()
    if reply.kind == "RAISED":
        sight.wrong.append(f"an error that is not ours: {reply.said}")
    if operation.creates and find_vault_state(folder) is VaultState.MISSING:
        sight.state = "BEFORE"
        if reply.is_done:
            sight.wrong.append("the vault that was created is not there")
        return sight
    if operation.whole is not None:
        sight.state = "AFTER" if reply.is_done else "BEFORE"
        if reply.is_done or not full:  # looking leads it up as well, for which a full disk has no room
            _look_whole(scene, folder, sight)
        return sight
    if (heads := folder.parent / "heads").exists():
        office.remember_heads_in(heads)
    session = _open(operation, folder, sight)
    if session is None:
        return sight
    try:
        _check(session, sight)
        _compare(scene, session, folder, reply, sight, full=full, looked_at=looked_at)
    except (AssertionError, ThbError) as half:
        sight.wrong.append(str(half))
    finally:
        session.close()
    _try_ways(scene, folder, reply, sight)
    return sight


def template_rows(template: Template, text: str = PASSPHRASE) -> Rows:
    """What a vault holds before the operation. text: the passphrase of who looks."""
    session = unlock_later(template.folder, text)
    try:
        return rows_of(session.read)
    finally:
        session.close()


def _begun(operation: Operation, folder: Path, template: Template) -> dict[str, int]:
    operation.begin(folder, template)
    office.lock_without_a_trace()
    return _counted(operation, folder)


def _counted(operation: Operation, folder: Path) -> dict[str, int]:
    sight = Sight()
    if (heads := folder.parent / "heads").exists():
        office.remember_heads_in(heads)
    session = _open(operation, folder, sight)
    if session is None:
        raise RuntimeError(f"{operation.name}: {sight.wrong}")
    try:
        return {name: len(rows) for name, rows in rows_of(session.read).items()}
    finally:
        session.close()


def _look_whole(scene: Scene, folder: Path, sight: Sight) -> None:
    assert scene.operation.whole is not None
    try:
        scene.operation.whole(folder, scene.before)
    except (AssertionError, ThbError) as wrong:
        sight.wrong.append(str(wrong))


def _open(operation: Operation, folder: Path, sight: Sight) -> Session | None:
    refusals = []
    for text in operation.secrets:
        try:
            return unlock_later(folder, text)
        except ThbError as refusal:
            refusals.append(refusal.code)
    sight.wrong.append(f"the vault does not open: {', '.join(refusals)}")
    return None


def _check(session: Session, sight: Sight) -> None:
    for finding in (*session.opening.findings, *health.check_vault(session).findings):
        if finding.standing is Standing.BROKEN or finding.code == "strangers":
            sight.wrong.append(f"found {finding.key}")
        elif finding.standing is Standing.UNKNOWN or finding.code == "leftovers-removed":
            sight.noted.append(finding.code)


def _compare(
    scene: Scene,
    session: Session,
    folder: Path,
    reply: Reply,
    sight: Sight,
    *,
    full: bool,
    looked_at: bool,
) -> None:
    """All that was there is there; the operation's work is there whole, or nothing of it."""
    now = rows_of(session.read)
    if lost := [
        name
        for name, rows in scene.before.items()
        if name not in (*scene.operation.changes, *COUNTS) and set(rows) - set(now.get(name, ()))
    ]:
        sight.wrong.append(f"rows are gone or others in: {', '.join(lost)}")
    counts = {name: len(rows) for name, rows in now.items()}
    as_after = counts == scene.after
    try:
        done = _is_done(scene, session, folder, reply, as_after=as_after, looked_at=looked_at)
    except DiskFullError:
        if not full:
            raise
        sight.noted.append("a look was refused on a full disk")
        done = as_after
    sight.state = "AFTER" if done else "BEFORE"
    if reply.is_done and not done:
        sight.wrong.append(LOST)
    if done and not reply.is_done and any(len(now[name]) < scene.after[name] for name in LOOKS):
        sight.noted.append("done, and told by its event alone: not yet by the journal of consultations")
    if not (looked_at or scene.operation.in_parts) and (
        half := _half(scene, now, done=done, acknowledged=reply.is_done)
    ):
        sight.wrong.append(f"something half done in: {', '.join(half)}")
    if done and reply.kind == "REFUSED" and scene.after != scene.begun and not scene.operation.in_parts:
        if not reply.said.startswith(_DONE_ALL_THE_SAME):
            sight.wrong.append(f"it was refused, and is done all the same ({reply.said})")
        sight.noted.append("called uncertain, and done")


def _is_done(
    scene: Scene, session: Session, folder: Path, reply: Reply, *, as_after: bool, looked_at: bool
) -> bool:
    if scene.operation.found is not None:
        return scene.operation.found(session, folder, scene.template)
    if as_after and scene.after != scene.begun:
        return True
    return reply.is_done and (looked_at or as_after)


def _half(scene: Scene, now: Rows, *, done: bool, acknowledged: bool) -> list[str]:
    """The tables that hold neither what the operation leaves nor what it began with.

    What is given out has its event; the journal of consultations, which tells it too, is written after it.
    """
    expected = scene.after if done else scene.begun
    wrong = [name for name in now if len(now[name]) != expected.get(name, 0)]
    if done and not acknowledged:
        wrong = [name for name in wrong if name not in LOOKS or len(now[name]) != scene.begun.get(name, 0)]
    if not done and scene.before:
        wrong += [
            name
            for name in now
            if name not in scene.operation.begins and now[name] != scene.before.get(name, [])
        ]
    return sorted(set(wrong))


def _try_ways(scene: Scene, folder: Path, reply: Reply, sight: Sight) -> None:
    """What opened the vault opens it still, but for what the operation replaces once it is done."""
    operation = scene.operation
    if scene.before:
        ways = ways_into(folder, scene.template)
        keep = [way for way in ways if sight.state == "BEFORE" or way not in operation.replaces]
        if shut := [way for way in keep if not ways[way]]:
            sight.wrong.append(f"a way that must stay is closed: {', '.join(shut)}")
        if left := [way for way in operation.replaces if reply.is_done and ways[way]]:
            sight.wrong.append(f"a way that was taken away still opens: {', '.join(left)}")
    if reply.is_done and operation.opens is not None:
        try:
            operation.opens(folder, reply.said)
        except (AssertionError, ThbError) as refusal:
            sight.wrong.append(f"after the acknowledgement: {refusal}")
