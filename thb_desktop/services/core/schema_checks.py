"""Schema checks: the database has the rules and codes of this version, or what an event tells of them."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.office import Office
from thb_desktop.errors import NewerFormatError
from thb_desktop.services.core.session import Session
from thb_desktop.vault.codes import CODES, add_codes, codes_of, digest_of
from thb_desktop.vault.database import Connection, Migration, load_migrations, open_scratch, schema_of
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.proof import last_event
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.verify.findings import Finding, broken, holds, unknown


def verify_codes_known(connection: Connection, office: Office) -> None:
    """Refuse a vault to which a newer version added codes: its rows may hold what this one cannot read."""
    found = codes_of(connection)
    if digest_of(found) == office.codes_digest and any(found[name] - CODES[name] for name in found):
        raise NewerFormatError("the vault was written by a newer version of this program")


def check_schema(connection: Connection, journal: Journal, office: Office) -> Iterator[Finding]:
    """Tables, indexes, triggers and codes that somebody changed who has the key of the database."""
    own, found = _schema_after(load_migrations()), schema_of(connection)
    if own != found:
        yield broken(
            "schema-differs",
            f"The rules of the database were changed: {len(own ^ found)} of its tables, indexes and triggers "
            "are not those of this version.",
        )
    codes = codes_of(connection)
    is_told = digest_of(codes) == office.codes_digest
    if not is_told and not (codes == CODES and _is_untold(connection, journal)):
        yield broken("codes-differ", f"Codes were changed behind the event chain: {_changes(codes)}.")


def check_tables(connection: Connection, journal: Journal) -> Iterator[Finding]:
    """The tables against the last event; after a migration that no event tells of yet, against all events."""
    event = last_event(connection)
    if event and event.tables == journal.projection.digest:
        yield holds("tables", "The file is what the events of the chain add up to.")
        return
    made = rebuild(connection) if _is_untold(connection, journal) else None
    if made is None or made.stray or made.differing:
        yield broken("tables-differ", "The file was changed behind the event chain.")
    elif made.erased:
        yield unknown(
            "tables-unproven",
            "The vault was brought to the form of this version. Whether its file is what the events add up "
            f"to cannot be shown this once: the content of {made.erased} event(s) was erased.",
        )
    else:
        yield holds("tables", "The file is what the events of the chain add up to.")


def record_migration(session: Session) -> None:
    """Let an event tell that the vault has the form and the codes of this version, once it has.

    It tells the digest of the tables in their new shape; until it is there, each unlock makes them anew.
    """
    event, codes = last_event(session.read), codes_of(session.read)
    if event is None or not session.is_writable:
        return
    added = sorted(f"{name} {code}" for name in codes for code in CODES[name] - codes[name])
    if not added and event.schema == session.journal.schema:
        return
    steps = f"from schema {event.schema} to {session.journal.schema}"
    with session.work() as work:
        add_codes(work.connection)
        now = replace(session.office_record, codes_digest=digest_of(codes_of(work.connection)))
        if now != session.office_record:
            work.save(now)
        work.record(now.id, VaultAction.SCHEMA_MIGRATED, "; codes added: ".join([steps, ", ".join(added)]))
    session.office_record = now


def _is_untold(connection: Connection, journal: Journal) -> bool:
    """Whether the vault was brought to a schema in which no event was written yet."""
    event = last_event(connection)
    return event is not None and event.schema < journal.schema


@cache
def _schema_after(steps: Sequence[Migration]) -> frozenset[str]:
    with closing(open_scratch(steps)) as scratch:
        return schema_of(scratch)


def _changes(found: dict[str, frozenset[str]]) -> str:
    """Which codes are not those of this version, by the name of their table."""
    told = [
        f"{name} {sign}{code}"
        for name in sorted(found)
        for sign, codes in (("+", found[name] - CODES[name]), ("-", CODES[name] - found[name]))
        for code in sorted(codes)
    ]
    return ", ".join(told) or "they are those of this version, and no event tells so"
