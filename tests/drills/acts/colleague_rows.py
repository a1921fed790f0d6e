"""What a colleague's own program does to the rows that events describe: beside the chain, and told in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.drills.kit.chance import Chance
from tests.support.own_program import OwnProgram
from thb_desktop.domain.act_rows import ACT_ROWS
from thb_desktop.domain.actions import ActionCode, VaultAction
from thb_desktop.domain.record import Record, to_record
from thb_desktop.errors import ThbError
from thb_desktop.vault.database import Connection, DatabaseError
from thb_desktop.vault.tables.mapper import Scalar, Table

HARMLESS = VaultAction.PASSPHRASE_CHANGED
"""What a user may say of themselves at any time."""


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
    program.say(HARMLESS, program.session.user.id)


def _told(target: Target, program: OwnProgram) -> None:
    """In a field that the told act may not change: the number of the header is its own to change."""
    told = ACT_ROWS[HARMLESS].get(target.table.name)
    target = replace(target, but=told.fields if told else frozenset())
    _tell(program, HARMLESS, program.session.user.id, _change(program, target))


def told_under(action: ActionCode, target: Target, program: OwnProgram) -> None:
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
    program.say(HARMLESS, program.session.user.id)


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
    _tell(program, HARMLESS, program.session.user.id, told)


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


WAYS: dict[str, Callable[[Target, OwnProgram], None]] = {
    "changed beside the chain": _beside,
    "changed and covered by an event": _covered,
    "changed and told under another act": _told,
    "added under another act": _added,
    "removed": _removed,
}
