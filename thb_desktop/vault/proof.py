"""Proof: the tables agree with the events of the chain, before a migration and after it."""

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress

from thb_desktop.errors import MigrationFailedError, ThbError
from thb_desktop.vault.database import Connection, Migration, open_scratch, read_schema, schema_of
from thb_desktop.vault.journal import Event
from thb_desktop.vault.rebuild import rebuild
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.mapper import Columns, Scalar
from thb_desktop.vault.tables.projection import digest_of

_OUTSIDE = frozenset(
    {
        *("chain_entry", "chain_head", "key_statement"),
        *("consultation_entry", "consultation_head", "consultation_statement"),
        *("user_slot", "private_key", "identity_key", "compartment_key", "sealed_secret"),
        *("user_way", "assignment_key"),
        *("draft", "form_draft", "told_row"),
        *("chain_node", "case_tally", "interview_tally", "interview_language", "file_tally", "exhibit_order"),
        "custody_hour",
        *("search_place", "search_name", "search_state", "search_file_text", "saved_search"),
        *("search_identifier", "search_shared", "search_struck"),
        *("ad_day", "ad_followed", "ad_key", "ad_band", "ad_alike"),
        *("picture_mark", "picture_band", "picture_pair"),
        *("search_text", "search_text_config", "search_text_data", "search_text_docsize", "search_text_idx"),
    }
)
"""The tables, of any schema, that events do not describe."""
_TABLES = """
    SELECT name FROM sqlite_schema
    WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'code_*'
"""
_CHAIN = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'chain_entry'"


def last_event(connection: Connection) -> Event | None:
    """Return the content of the chain's last entry; None if it cannot be read or was changed."""
    try:
        opening, signed = chain.last_opening(connection), chain.last_entry(connection)
        if opening is None or signed is None or opening.commitment != signed.parsed().commitment:
            return None
        return Event.parse(opening.payload)
    except ThbError:
        return None


def has_unrecorded_migration(connection: Connection) -> bool:
    """Whether the database has a newer schema than any of its events says."""
    if not _has_chain(connection) or last_event(connection) is None:
        return False
    return recorded_schema(connection) < read_schema(connection)


def recorded_schema(connection: Connection) -> int:
    """Return the highest schema that an event says; 0 if none can be read.

    The last one has it, unless somebody wrote an event that says an older one: only then, and after a
    migration, all of them are read.
    """
    event, schema = last_event(connection), read_schema(connection)
    if event is not None and event.schema >= schema:
        return event.schema
    highest = 0
    for opening in chain.openings(connection):
        with suppress(ThbError):
            highest = max(highest, Event.parse(opening.payload).schema if opening else 0)
    return highest


def agrees_with_last_event(connection: Connection, steps: Sequence[Migration]) -> bool:
    """Whether a database of an older schema agrees with its last event.

    steps: its migrations, which are all that this program knows of an older schema.
    """
    with closing(open_scratch(steps)) as scratch:
        if schema_of(scratch) != schema_of(connection):
            return False
    if not _has_chain(connection):
        return True
    event = last_event(connection)
    return (
        event is not None
        and event.schema == read_schema(connection)
        and event.tables == digest_of(connection, _stored_tables(connection))
    )


def verify_rebuilt(connection: Connection, steps: Sequence[Migration]) -> None:
    """Raise MigrationFailedError unless the tables agree with those rebuilt from the events.

    If the content of an event was erased, nothing can be rebuilt; then only `agrees_with_last_event` checks.
    """
    if not _has_chain(connection):
        return
    made = rebuild(connection, steps)
    if made.stray or made.differing or not made.is_indexed:
        raise MigrationFailedError("the tables would not agree with the events; nothing was changed")


def _has_chain(connection: Connection) -> bool:
    """Whether the schema has an event chain; some test schemas have none."""
    return connection.execute(_CHAIN).fetchone() is not None


def _stored_tables(connection: Connection) -> Iterator[Columns]:
    """Return the tables that events describe, read from the schema of the database itself."""
    for (name,) in connection.execute(_TABLES).fetchall():
        if name not in _OUTSIDE:
            told = connection.execute("SELECT name, dflt_value FROM pragma_table_info(?)", (name,)).fetchall()
            defaults = {column: _literal(default) for column, default in told if default is not None}
            yield Columns(name, [column for column, _ in told], defaults)


def _literal(sql: str) -> Scalar:
    """Parse a default of the schema: NULL, a number, or a text in quotes."""
    if sql == "NULL":
        return None
    return sql[1:-1].replace("''", "'") if sql.startswith("'") else int(sql)
