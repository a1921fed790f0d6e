"""Schema checks: the database has the rules and codes of this version, or those that an event records."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.office import Office
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import StorageError
from thb_desktop.findings import Finding, broken, holds, of_entry
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.told_entries import entry_that_told
from thb_desktop.services.core.unlock_report import CODES_UNKNOWN
from thb_desktop.vault.codes import CODES, add_codes, codes_of, digest_of
from thb_desktop.vault.database import (
    Connection,
    Migration,
    load_migrations,
    open_scratch,
    read_schema,
    schema_of,
)
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.proof import has_unrecorded_migration, last_event, recorded_schema
from thb_desktop.vault.rebuild import Rebuilt, rebuild
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.beside import check_beside
from thb_desktop.vault.tables.told_rows import RowName


def has_own_schema(connection: Connection) -> bool:
    """Whether the tables, indexes and triggers are those of this version. No row of a table is read."""
    return _schema_after(load_migrations()) == schema_of(connection)


def check_schema(connection: Connection, office: Office) -> Iterator[Finding]:
    """Find tables, indexes, triggers and codes that somebody with the database's key changed."""
    own, found = _schema_after(load_migrations()), schema_of(connection)
    if own != found:
        yield broken("schema-differs", count=len(own ^ found))
    codes = codes_of(connection)
    changes, is_told = _changes(codes), digest_of(codes) == office.codes_digest
    if not is_told and not (codes == CODES and has_unrecorded_migration(connection)):
        yield broken("codes-differ.changed", codes=changes) if changes else _untold(connection, office)
    elif unknown := tuple(each for each in changes if " +" in each):
        yield _recorded(connection, office, unknown)


def _untold(connection: Connection, office: Office) -> Finding:
    """Return the finding about recorded codes that are not those of the tables, which are this version's.

    With the entry that records them, if one after the first does: anybody can say that codes are others.
    """
    row = RowName(registry.OFFICE.name, office.id)
    entry = entry_that_told(connection, row, "codes_digest", office.codes_digest)
    author = registry.USER.find(connection, entry.agent) if entry else None
    if entry is None or author is None or entry.action != VaultAction.SCHEMA_MIGRATED:
        return broken("codes-differ.untold")
    return broken("codes-differ.others", where=of_entry(entry.seq), name=author.name)


def _recorded(connection: Connection, office: Office, unknown: tuple[str, ...]) -> Finding:
    """Return the finding about codes that this version does not know, with the entry that records them.

    A newer version adds codes; so can anybody who has the database's key.
    """
    row = RowName(registry.OFFICE.name, office.id)
    entry = entry_that_told(connection, row, "codes_digest", office.codes_digest)
    if entry is None or entry.role not in UserRole:
        return broken("codes-differ.changed", codes=unknown)
    return broken(
        CODES_UNKNOWN, where=of_entry(entry.seq), entry=entry.seq, role=UserRole(entry.role), codes=unknown
    )


def check_rebuilt(rebuilt: Rebuilt) -> Iterator[Finding]:
    """Find tables, and an index of the events, that are not what all events tell."""
    if rebuilt.stray:
        yield broken("events.stray", where=of_entry(rebuilt.stray[0]))
    for table, differing in rebuilt.differing:
        yield broken("tables-differ.rows", count=differing, table=table)
    if rebuilt.erased:
        yield broken("events-erased", count=rebuilt.erased)
    if not rebuilt.is_indexed:
        yield broken("tables-differ.index")


def check_tables(connection: Connection, journal: Journal, *, brought_up: bool) -> Iterator[Finding]:
    """Check the tables against the last event; after an unrecorded migration, against all events."""
    event = last_event(connection)
    if (
        (event is not None and event.tables == journal.projection.digest)
        or brought_up
        or (has_unrecorded_migration(connection) and _is_made_anew(connection))
    ):
        yield holds("tables.last")
    else:
        yield broken("tables-differ.last")


def check_index(connection: Connection, journal: Journal, *, brought_up: bool) -> Iterator[Finding]:
    """Check the index of the events against its sum at the last head: an older page of it was put back.

    After an unrecorded migration, which fills the index again, no head has its sum yet.
    """
    differs = chain.last_told_sum(connection) not in ("", journal.told_sum)
    if differs and not (brought_up or has_unrecorded_migration(connection)):
        yield broken("tables-differ.index")


def check_counted(connection: Connection, step: Callable[[], None] = lambda: None) -> Iterator[Finding]:
    """Find counts, orders and nodes of the tree that do not follow from the rows and entries.

    step: called for each entry.
    """
    for table, count in check_beside(connection, step):
        yield broken("tables-differ.rows", count=count, table=table)


def record_migration(session: Session) -> None:
    """Record in an event that the vault has the schema and codes of this version.

    The event has the digest of the tables in their new shape. Raises StorageError if it fails and the schema
    is newer than any event says; codes alone can wait for the next session.
    """
    event, codes = last_event(session.read), codes_of(session.read)
    added = sorted(f"{name} {code}" for name in codes for code in CODES[name] - codes[name])
    schema = read_schema(session.read)
    recorded = recorded_schema(session.read)
    if event is None or (not added and recorded >= schema) or not session.is_writable:
        return
    reason = f"from schema {recorded} to {schema}"
    try:
        with session.work() as work:
            add_codes(work.connection)
            now = replace(session.office_record, codes_digest=digest_of(codes_of(work.connection)))
            if now != session.office_record:
                work.save(now)
            reason += f"; codes added: {', '.join(added)}" if added else ""
            work.record(now.id, VaultAction.SCHEMA_MIGRATED, reason)
    except StorageError:
        if recorded < schema:
            raise
    else:
        session.office_record = now


def _is_made_anew(connection: Connection) -> bool:
    """Whether the tables agree with those rebuilt from the events; False if the content of an event was
    erased.
    """
    made = rebuild(connection)
    return not (made.stray or made.differing or made.erased) and made.is_indexed


@cache
def _schema_after(steps: Sequence[Migration]) -> frozenset[str]:
    with closing(open_scratch(steps)) as scratch:
        return schema_of(scratch)


def _changes(found: dict[str, frozenset[str]]) -> tuple[str, ...]:
    """Return which codes differ from those of this version, by the name of their table."""
    return tuple(
        f"{name} {sign}{code}"
        for name in sorted(found)
        for sign, codes in (("+", found[name] - CODES[name]), ("-", CODES[name] - found[name]))
        for code in sorted(codes)
    )
