"""What lies beside the rows: counts and orders that triggers keep, and the nodes of the tree.

No event tells them. They follow from what events tell, so a check compares them with those rebuilt from it.
"""

from collections.abc import Iterator

from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import nodes
from thb_desktop.vault.tables.mapper import Columns

_COUNTED = (
    Columns("case_tally", ("case_id", "exhibits", "events", "size"), {}),
    Columns("interview_tally", ("interview_id", "segments"), {}),
    Columns("interview_language", ("interview_id", "language"), {}),
    Columns("file_tally", ("exhibit_id", "files", "size"), {}),
    Columns("exhibit_order", ("exhibit_id", "case_id", "place", "number"), {}),
)


def check_beside(rebuilt: Connection, connection: Connection) -> Iterator[tuple[str, int]]:
    """Compare with tables rebuilt from the events: return the names of those that differ, and in how many
    rows.
    """
    for table in _COUNTED:
        rows = set(table.rows(rebuilt)) ^ set(table.rows(connection))
        if rows:
            yield table.name, len({row[0] for row in rows})
    if not nodes.are_right(connection):
        yield "chain_node", 1
