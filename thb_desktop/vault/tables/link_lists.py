"""Rows that name one person or thing, by the fields that do: a few at a time, and how many there are."""

from collections.abc import Mapping
from types import MappingProxyType

from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table, plain_rows

NAMING: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "attribution": {"account_id": "account", "person_id": "person", "exhibit_id": "exhibit"},
        "hand_over": {"payer_id": "person", "receiver_id": "person", "exhibit_id": "exhibit"},
        "bank_statement": {"account_id": "account", "exhibit_id": "exhibit"},
        "pay_figure": {"person_id": "person", "exhibit_id": "exhibit"},
        "account": {"id": "account", "statement_id": "exhibit"},
        "interview": {"id": "interview", "person_id": "person", "recording_id": "exhibit"},
        "presence": {"interview_id": "interview", "person_id": "person"},
        "timeline_event": {"interview_id": "interview", "exhibit_id": "exhibit"},
        "lineup": {"interview_id": "interview", "exhibit_id": "exhibit"},
        "exhibit": {"id": "exhibit", "parent_id": "exhibit"},
        "person_link": {"kept_id": "person", "other_id": "person"},
        "stay": {
            "person_id": "person",
            "object_id": "case_object",
            "said_in_id": "interview",
            "exhibit_id": "exhibit",
        },
    }
)
"""The fields of each table that name something, and what."""


def rows_naming(
    connection: Connection, table: str, column: str, key: str, most: int
) -> tuple[tuple[object, ...], int]:
    """Return the first rows that name this in this column, and how many do. Raises KeyError for a column that
    names nothing.
    """
    NAMING[table][column]
    found: Table[object] = registry.table_named(table)
    chosen = " ".join(("WHERE", table + "." + column, "= :key"))
    if "struck" in found.columns:
        chosen += " AND struck = ''"
    rows = found.select(connection, chosen + " LIMIT :most", {"key": key, "most": most})
    if len(rows) < most:
        return rows, len(rows)
    count = " ".join(("SELECT count(*) FROM", table, chosen))
    return rows, int(next(plain_rows(connection, count, {"key": key}))[0] or 0)
