"""SR-19: colleagues with keys of their own: every role tries every table, compartment and signature.

Each attempt is a program of its own, with this user's keys and the raw database: it drops the triggers,
writes, signs what it can sign, and puts the triggers back. Then the judge unlocks the vault and checks it.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from tests.drills.kit.chance import Chance
from tests.drills.kit.report import Result
from tests.drills.kit.teams import Answer, shared_out
from tests.support.offices import NEXT_DAY, held_interview, new_office, small_case, unlock
from tests.support.own_program import OwnProgram, own_program
from tests.support.second_person import ALONE, approval
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.act_rights import right_of_act
from thb_desktop.domain.act_rows import ACT_ROWS
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.people import User
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.rights import COMPARTMENT_RIGHTS, may
from thb_desktop.domain.second_person import AskSecond
from thb_desktop.domain.vocabulary import Compartment, CustodyAction, TwoPersonAct, UserRole
from thb_desktop.errors import NotAllowedError, ThbError
from thb_desktop.findings import Finding, Standing
from thb_desktop.ledger.statement import sign_statement
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.compartments import open_compartment
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import users
from thb_desktop.services.samples import load_sample_case
from thb_desktop.vault.chain_writer import EntryAuthor
from thb_desktop.vault.database import Connection, DatabaseError
from thb_desktop.vault.tables.mapper import Scalar, Table
from thb_desktop.vault.tables.registry import TABLES

ROLES = tuple(role for role in UserRole if role is not UserRole.INTERPRETER)
"""An interpreter has no passphrase that opens the vault, so no program of theirs gets that far."""
JUDGE = UserRole.INVESTIGATING_JUDGE
_LATER = NEXT_DAY + timedelta(days=2)
_OUTCOMES = ("refused", "named at the unlock", "named by the health check", "named by nobody")
_HARMLESS = VaultAction.PASSPHRASE_CHANGED
"""What a user may say of themselves at any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What somebody of this role does. honest: it is within their rights, and nothing may be said of it."""

    role: UserRole
    kind: str
    what: str
    do: Callable[[OwnProgram], None]
    honest: bool = False


class NothingToDoError(Exception):
    """There is no row to do it with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A table, its rows tried in an order by chance, and its columns too. but: those that are left alone."""

    table: Table[object]
    chance: Chance
    but: frozenset[str] = frozenset()

    def rows(self, connection: Connection) -> list[tuple[Scalar, ...]]:
        found = list(self.table.rows(connection))
        at = self.chance.below(len(found), "row", self.table.name) if found else 0
        return found[at:] + found[:at]

    def columns(self) -> list[str]:
        names = set(self.table.columns) - self.but
        return sorted(names, key=lambda name: self.chance.rank("column", name))


def run_colleagues(place: Path, chance: Chance, *, every: int = 1, workers: int = 1) -> Result:
    """Let everybody try; `every`: only each n-th attempt. Which row and which column, the seed chooses."""
    result = Result(requirement="SR-19", name="colleagues with programs of their own")
    folder = _office(place / "office")
    attempts = [*_honest(), *chance.each(every, list(_attempts(chance)), "colleagues")]

    def one(attempt: Attempt, where: Path) -> Answer:
        return {"outcome": _tried(attempt, folder, where)}

    counted: dict[str, Counter[str]] = {}
    answers = shared_out(attempts, one, place=place, workers=workers)
    for attempt, answer in zip(attempts, answers, strict=True):
        outcome, _, said = answer["outcome"].partition(": ")
        if outcome == "nothing to do":
            continue
        told = f"{attempt.role.value}: {attempt.what}"
        if attempt.honest and outcome != _OUTCOMES[3]:
            result.fail(f"the drill itself: an honest act was {outcome}: {told} ({said})")
        elif not attempt.honest:
            counted.setdefault(attempt.kind, Counter())[outcome] += 1
            result.note(said or "nothing")
            if outcome == _OUTCOMES[3]:
                result.fail(f"{told}: named by nobody")
    for kind, outcomes in counted.items():
        result.row(kind, **{outcome: outcomes[outcome] for outcome in _OUTCOMES})
    result.figure("attempts", sum(sum(outcomes.values()) for outcomes in counted.values()))
    result.figure("unseen", sum(outcomes[_OUTCOMES[3]] for outcomes in counted.values()))
    return result


def _typed(role: UserRole) -> str:
    return {JUDGE: PASSPHRASE, UserRole.CLERK: OTHER_PASSPHRASE}.get(
        role, f"{OTHER_PASSPHRASE} {role.lower()}"
    )


def _name(role: UserRole) -> str:
    return f"{role.value.title()} Exemple"


def _hire(session: Session, role: UserRole, second: AskSecond) -> User:
    return users.add_user(
        session,
        name=_name(role),
        role=role,
        passphrase=passphrase(_typed(role)),
        own_passphrase=passphrase(),
        second=second,
    )


def _office(place: Path) -> Path:
    """A judge with a colleague of every role and a sample case; this computer has seen it once."""
    place.mkdir(parents=True)
    folder = place / "office.thbvault"

    def fill(session: Session) -> None:
        load_sample_case(session, "schelde")
        small = small_case(session)
        held_interview(session, small)
        corrections.correct(session, replace(small.official, unit="Unit 2"), "Misread from the paper file")
        clerk = _hire(session, UserRole.CLERK, ALONE)
        for role in set(ROLES) - {JUDGE, UserRole.CLERK}:
            _hire(session, role, partial(approval, session, clerk, TwoPersonAct.ADD_USER))

    new_office(folder, fill)
    unlock(folder, start=NEXT_DAY, heads=place / "heads").close()
    return folder


def _tried(attempt: Attempt, office: Path, where: Path) -> str:
    folder, heads = where / "office.thbvault", where / "heads"
    shutil.rmtree(where, ignore_errors=True)
    shutil.copytree(office, folder)
    shutil.copytree(office.parent / "heads", heads)
    try:
        with own_program(folder, _typed(attempt.role), start=NEXT_DAY) as program:
            attempt.do(program)
    except NothingToDoError:
        return "nothing to do"
    except (ThbError, DatabaseError) as refusal:
        return f"refused: {getattr(refusal, 'code', type(refusal).__name__)}"
    try:
        judge = unlock(folder, start=_LATER, heads=heads)
    except ThbError as refusal:
        return f"{_OUTCOMES[1]}: {refusal.code}"
    try:
        if found := _broken(judge.opening.findings):
            return f"{_OUTCOMES[1]}: {found}"
        if found := _broken(health.check_vault(judge).findings):
            return f"{_OUTCOMES[2]}: {found}"
        return _OUTCOMES[3]
    finally:
        judge.vault.close()


def _broken(findings: tuple[Finding, ...]) -> str:
    return ", ".join(sorted({each.code for each in findings if each.standing is Standing.BROKEN}))


def _honest() -> Iterator[Attempt]:
    """What everybody may do: the drill would be worth nothing if that were named too."""
    for role in ROLES:
        yield Attempt(
            role=role,
            kind="honest",
            what="says that they changed their passphrase",
            do=lambda program: program.say(_HARMLESS, program.session.user.id),
            honest=True,
        )


def _attempts(chance: Chance) -> Iterator[Attempt]:
    for role in ROLES:
        for table in TABLES:
            target = Target(table=table, chance=chance)
            for way, do in _WAYS.items():
                yield Attempt(role=role, kind=way, what=f"{table.name} {way}", do=partial(do, target))
            for action in _acts_on(table, role):
                yield Attempt(
                    role=role,
                    kind="told under an act that the role does not include",
                    what=f"{table.name} told under {action.value}",
                    do=partial(_told_under, action, target),
                )
        for compartment in Compartment:
            if not may(role, COMPARTMENT_RIGHTS[compartment]):
                yield Attempt(
                    role=role,
                    kind="a compartment opened",
                    what=f"opens {compartment.value}",
                    do=partial(_opened, compartment),
                )
        for other in ROLES:
            if other is not role:
                for way, sign in _SIGNATURES.items():
                    yield Attempt(role=role, kind=way, what=f"{way} {other.value}", do=partial(sign, other))


def _acts_on(table: Table[object], role: UserRole) -> list[ActionCode]:
    """The acts that may touch this table, and that this role may not do."""
    actions: list[ActionCode] = [*VaultAction, *CustodyAction]
    found = []
    for action in actions:
        right = right_of_act(action)
        if table.name in ACT_ROWS[action] and right is not None and not may(role, right):
            found.append(action)
    return found[:2]


def _row_to_change(program: OwnProgram, target: Target) -> tuple[tuple[Scalar, ...], str, Scalar]:
    """A row, one of its columns, and another value that the table takes and the program can read."""
    table = target.table
    for row in target.rows(program.session.read)[:3]:
        for name in target.columns():
            value = row[table.columns.index(name)]
            if name in table.key or value is None:
                continue
            other: Scalar = value + 1 if isinstance(value, int) else f"{value}1"
            if _takes(program, table, row, name, other):
                return row, name, other
    raise NothingToDoError


def _takes(
    program: OwnProgram, table: Table[object], row: tuple[Scalar, ...], name: str, value: Scalar
) -> bool:
    """Whether a column takes the value, and the program can read the row with it."""
    at = table.columns.index(name)
    program.session.read.execute("SAVEPOINT tried")
    try:
        table.from_row((*row[:at], value, *row[at + 1 :]))
        _update(program, table, row, name, value)
    except (ThbError, DatabaseError, ValueError, TypeError):
        return False
    finally:
        program.session.read.execute("ROLLBACK TO tried")
        program.session.read.execute("RELEASE tried")
    return True


def _update(
    program: OwnProgram, table: Table[object], row: tuple[Scalar, ...], name: str, value: Scalar
) -> None:
    where = " AND ".join(f"{key} = :{key}" for key in table.key)
    keys = {key: row[table.columns.index(key)] for key in table.key}
    program.run(f"UPDATE {table.name} SET {name} = :new WHERE {where}", {"new": value, **keys})  # noqa: S608


def _change(program: OwnProgram, target: Target) -> Record:
    table, (row, name, other) = target.table, _row_to_change(program, target)
    _update(program, table, row, name, other)
    at = table.columns.index(name)
    changed = (*row[:at], other, *row[at + 1 :])
    return {"entity": table.name, "record": to_record(table.from_row(changed))}


def _beside(target: Target, program: OwnProgram) -> None:
    _change(program, target)


def _covered(target: Target, program: OwnProgram) -> None:
    _change(program, target)
    program.say(_HARMLESS, program.session.user.id)


def _told(target: Target, program: OwnProgram) -> None:
    """In a field that the told act may not change: the number of the header is its own to change."""
    told = ACT_ROWS[_HARMLESS].get(target.table.name)
    target = replace(target, but=told.fields if told else frozenset())
    _tell(program, _HARMLESS, program.session.user.id, _change(program, target))


def _told_under(action: ActionCode, target: Target, program: OwnProgram) -> None:
    told = _change(program, target)
    record = told["record"]
    subject = record.get("id") if isinstance(record, dict) else None
    _tell(program, action, str(subject or program.session.user.id), told)


def _removed(target: Target, program: OwnProgram) -> None:
    table, row = target.table, next(iter(target.rows(program.session.read)), None)
    if row is None:
        raise NothingToDoError
    where = " AND ".join(f"{key} = :{key}" for key in table.key)
    keys = {key: row[table.columns.index(key)] for key in table.key}
    program.run(f"DELETE FROM {table.name} WHERE {where}", keys)  # noqa: S608
    program.say(_HARMLESS, program.session.user.id)


def _added(target: Target, program: OwnProgram) -> None:
    """A copy of a row under another key."""
    table, row = target.table, next(iter(target.rows(program.session.read)), None)
    if row is None or "id" not in table.key:
        raise NothingToDoError
    at = table.columns.index("id")
    copied = (*row[:at], "0" * 32, *row[at + 1 :])
    values = dict(zip(table.columns, copied, strict=True))
    for name in ("position", "number", "version", "size"):
        if isinstance(values.get(name), int):
            values[name] = 999
    places = ", ".join(f":{name}" for name in values)
    program.run(f"INSERT INTO {table.name} ({', '.join(values)}) VALUES ({places})", values)  # noqa: S608
    told: Record = {"entity": table.name, "record": to_record(table.from_row(tuple(values.values())))}
    _tell(program, _HARMLESS, program.session.user.id, told)


def _tell(program: OwnProgram, action: ActionCode, subject: str, *states: Record) -> None:
    session, journal = program.session, program.session.journal
    reading, randomness = session.clock.read(), session.environment.randomness
    journal.append(
        session.author,
        action=action,
        subject=subject,
        reason="",
        states=list(states),
        reading=reading,
        randomness=randomness,
    )
    journal.sign_head(session.author, reading)


def _opened(compartment: Compartment, program: OwnProgram) -> None:
    """Whoever has not the key gets nothing; to open it is the success that must not be."""
    try:
        open_compartment(compartment, program.session)
    except NotAllowedError:
        raise
    raise AssertionError(f"{compartment} was opened")


def _colleague(program: OwnProgram, role: UserRole) -> User:
    return next(user for user in users.list_users(program.session) if user.role is role)


def _as_somebody_else(role: UserRole, program: OwnProgram) -> None:
    """An entry with a colleague's id and role, under one's own session key."""
    other = _colleague(program, role)
    program.session.author = replace(program.session.author, user=other)
    program.say(_HARMLESS, other.id)


def _stated_for(role: UserRole, program: OwnProgram) -> None:
    """One's own key states that a session key signs for a colleague."""
    other, author = _colleague(program, role), program.session.author
    stated = replace(author.statement.parsed(), agent=other.id, role=other.role.value)
    signed = sign_statement(stated, program.session.keys.signer.sign)
    program.session.author = EntryAuthor(vault=author.vault, user=other, key=author.key, statement=signed)
    program.session.read.execute("DELETE FROM key_statement WHERE key_id = :key", {"key": author.key.key_id})
    program.say(_HARMLESS, other.id)


def _in_the_role_of(role: UserRole, program: OwnProgram) -> None:
    """One's own id, with the role of a colleague."""
    author = program.session.author
    stated = replace(author.statement.parsed(), role=role.value)
    signed = sign_statement(stated, program.session.keys.signer.sign)
    me = replace(author.user, role=role)
    program.session.author = EntryAuthor(vault=author.vault, user=me, key=author.key, statement=signed)
    program.session.read.execute("DELETE FROM key_statement WHERE key_id = :key", {"key": author.key.key_id})
    program.say(_HARMLESS, me.id)


_WAYS: dict[str, Callable[[Target, OwnProgram], None]] = {
    "changed beside the chain": _beside,
    "changed and covered by an event": _covered,
    "changed and told under another act": _told,
    "added under another act": _added,
    "removed": _removed,
}
_SIGNATURES: dict[str, Callable[[UserRole, OwnProgram], None]] = {
    "an entry signed as": _as_somebody_else,
    "a session key stated for": _stated_for,
    "an entry in the role of": _in_the_role_of,
}
