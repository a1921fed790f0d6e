"""What lies beside the rows: counts and orders that triggers keep, and the nodes of the tree.

No event tells them. They follow from the rows and the entries, so a check computes them from these.
"""

from collections.abc import Callable, Iterator

from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import nodes

_COUNTED = (
    (
        "case_tally",
        "case_id, exhibits, events, size",
        """
        SELECT case_id, count(*),
            sum((SELECT count(*) FROM custody_event WHERE exhibit_id = exhibit.id)),
            sum((SELECT coalesce(sum(size), 0) FROM exhibit_file WHERE exhibit_id = exhibit.id))
        FROM exhibit GROUP BY case_id
        """,
    ),
    (
        "interview_tally",
        "interview_id, segments",
        "SELECT interview_id, count(*) FROM segment GROUP BY interview_id",
    ),
    (
        "interview_language",
        "interview_id, language",
        """
        SELECT DISTINCT segment.interview_id, rendering.language
        FROM rendering JOIN segment ON segment.id = rendering.segment_id
        """,
    ),
    (
        "file_tally",
        "exhibit_id, files, size",
        "SELECT exhibit_id, count(*), sum(size) FROM exhibit_file GROUP BY exhibit_id",
    ),
    (
        "exhibit_order",
        "case_id, place, number, exhibit_id",
        "SELECT case_id, place, number, exhibit_id FROM exhibit_place",
    ),
)
"""Each table with its columns, and the query of the rows that it must have."""


def check_beside(
    connection: Connection, step: Callable[[], None] = lambda: None
) -> Iterator[tuple[str, int]]:
    """Return the names of the tables that do not follow from the rows, and by how many of their rows.

    step: called for each entry.
    """
    for name, columns, computed in _COUNTED:
        kept = " ".join(("SELECT", columns, "FROM", name))
        if count := max(_left(connection, kept, computed), _left(connection, computed, kept)):
            yield name, count
    if not nodes.are_right(connection, step):
        yield "chain_node", 1


def _left(connection: Connection, one: str, other: str) -> int:
    """Return how many rows of one query the other does not have."""
    statement = " ".join(("SELECT count(*) FROM (", one, "EXCEPT", other, ")"))
    return int(connection.execute(statement).fetchone()[0])
