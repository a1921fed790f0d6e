"""What must be true of a vault after it was hit, looked at as its owner would: unlocked and checked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.drills.acts import office
from tests.drills.acts.office import Template, unlock_later
from tests.drills.acts.operation import Operation
from tests.drills.kit.driver import Reply, apart
from thb_desktop.errors import ChangeUncertainError, ThbError
from thb_desktop.services.ground.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office.vaults import VaultState, find_vault_state
from thb_desktop.verify.findings import Standing

type Rows = dict[str, list[str]]


@dataclass(slots=True, kw_only=True)
class Sight:
    """What was seen: `state` is BEFORE or AFTER the operation; `wrong` what must not be; `noted` what may."""

    state: str = ""
    wrong: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What was done to what: the operation, the vault it began with, and every row of that."""

    operation: Operation
    template: Template
    before: Rows

    @classmethod
    def of(cls, operation: Operation, template: Template) -> "Scene":
        before = {} if operation.creates else apart(lambda: template_rows(template))
        return cls(operation=operation, template=template, before=before)


def look(scene: Scene, folder: Path, reply: Reply) -> Sight:
    """Judge one vault after one operation that ended with this reply."""
    operation, sight = scene.operation, Sight()
    if reply.kind == "RAISED":
        sight.wrong.append(f"an error that is not ours: {reply.said}")
    if operation.creates and find_vault_state(folder) is VaultState.MISSING:
        sight.state = "BEFORE"
        if reply.is_done:
            sight.wrong.append("the vault that was created is not there")
        return sight
    if operation.whole is not None:
        _look_whole(operation.whole, folder, reply, sight)
        return sight
    if (heads := folder.parent / "heads").exists():
        office.remember_heads_in(heads)
    session = _open(operation, folder, sight)
    if session is None:
        return sight
    try:
        _check(session, sight)
        _compare(scene, session, folder, reply, sight)
    except (AssertionError, ThbError) as half:
        sight.wrong.append(str(half))
    finally:
        session.close()
    if reply.is_done and operation.opens is not None:
        try:
            operation.opens(folder, reply.said)
        except (AssertionError, ThbError) as refusal:
            sight.wrong.append(f"after the acknowledgement: {refusal}")
    return sight


def rows_of(session: Session) -> Rows:
    """Every row of every table, as text."""
    names = [row[0] for row in session.read.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        name: sorted(str(tuple(row)) for row in session.read.execute(f'SELECT * FROM "{name}"'))  # noqa: S608
        for name in sorted(names)
    }


def _look_whole(whole: Callable[[Path], None], folder: Path, reply: Reply, sight: Sight) -> None:
    sight.state = "AFTER" if reply.is_done else "BEFORE"
    try:
        whole(folder)
    except (AssertionError, ThbError) as wrong:
        sight.wrong.append(str(wrong))


def template_rows(template: Template) -> Rows:
    """What a vault holds before the operation; {} for none."""
    session = unlock_later(template.folder)
    try:
        return rows_of(session)
    finally:
        session.close()


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
            sight.wrong.append(f"found {finding.code}: {finding.sentence}")
        elif finding.standing is Standing.UNKNOWN or finding.code == "leftovers-removed":
            sight.noted.append(finding.code)


def _compare(scene: Scene, session: Session, folder: Path, reply: Reply, sight: Sight) -> None:
    """All that was there is there; the operation's work is there whole, or nothing of it."""
    operation, before = scene.operation, scene.before
    now = rows_of(session)
    if lost := [name for name, rows in before.items() if len(now.get(name, ())) < len(rows)]:
        sight.wrong.append(f"rows are gone from: {', '.join(lost)}")
    if operation.found is None:
        sight.state = "AFTER" if reply.is_done else "BEFORE"
        return
    done = operation.found(session, folder, scene.template)
    sight.state = "AFTER" if done else "BEFORE"
    if reply.is_done and not done:
        sight.wrong.append("what was acknowledged is lost")
    if not done and now != before:
        changed = [name for name in now if now[name] != before.get(name)]
        sight.wrong.append(f"something half done in: {', '.join(changed)}")
    if done and reply.kind == "REFUSED":
        if not reply.said.startswith(ChangeUncertainError.code):
            sight.wrong.append(f"it was refused, and is done all the same ({reply.said})")
        sight.noted.append("called uncertain, and done")
