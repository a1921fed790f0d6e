"""Telling: each entry of a case as documents print it, in an event that an extract can bring."""

from collections.abc import Iterable
from typing import Any

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.entries_told import TOLD_APART, is_printed, outward_fields
from thb_desktop.domain.ids import told_of
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.rights import Right
from thb_desktop.errors import FormatError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.registry import table_of


def tell(work: UnitOfWork, entry: Any) -> None:
    """Tell an entry as it stands, with its printed corrections, after the act that changed it was recorded.

    Nothing for what is no entry of this kind.
    """
    if table_of(entry).name in TOLD_APART:
        work.tell(entry, *_corrections(work.connection, entry))
        work.record(told_of(entry.id), VaultAction.ENTRY_TOLD)


@permitted(Right.PREPARE_BUNDLES)
def tell_anew(session: Session, entries: Iterable[Any]) -> None:
    """Tell those entries that no event tells as they stand: they were entered by an earlier version.

    entries: with or without their working notes.
    """
    untold = [each for each in entries if not _is_told(session.read, each)]
    if untold:
        with session.work() as work:
            for each in untold:
                tell(work, table_of(each).find(work.connection, each.id))


def _corrections(connection: Connection, entry: Any) -> tuple[Correction, ...]:
    description = TOLD_APART[table_of(entry).name]
    found = registry.CORRECTION.where(connection, "subject_id", entry.id)
    return tuple(each for each in found if each.entity == description.name and is_printed(description, each))


def _is_told(connection: Connection, entry: Any) -> bool:
    """Whether the last event about an entry tells it as it stands."""
    entries = (each.parsed() for each in chain.entries_of(connection, told_of(entry.id)))
    last = [each.seq for each in entries if each.action == VaultAction.ENTRY_TOLD][-1:]
    opening = chain.opening_of(connection, last[0]) if last else None
    try:
        states = Event.parse(opening.payload).states if opening else []
    except FormatError:
        return False
    rows = [_map(each["record"]) for each in states if each["entity"] == table_of(entry).name]
    corrected = {_map(each["record"]).get("id") for each in states if each["entity"] == "correction"}
    names = outward_fields(TOLD_APART[table_of(entry).name])
    return [_only(row, names) for row in rows] == [_only(to_record(entry), names)] and corrected == {
        each.id for each in _corrections(connection, entry)
    }


def _only(record: Record, names: Iterable[str]) -> Record:
    return {name: record[name] for name in names if name in record}


def _map(value: object) -> Record:
    return value if isinstance(value, dict) else {}
