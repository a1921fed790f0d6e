"""What lies beside the rows: counts and orders that triggers keep, the nodes of the tree, and signed heads.

No event tells them. They follow from the rows and the entries, so a check computes them from these. Of the
heads follows where one must be: after each transaction, at its time. Entries and heads lie under what they
say.
"""

from collections.abc import Callable, Iterator

from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import nodes
from thb_desktop.vault.tables.chain import CONSULTATIONS, EVENTS

_COUNTED = (
    (
        "case_tally",
        "case_id, exhibits, events, size",
        """
        SELECT case_id, count(*),
            sum((SELECT count(*) FROM custody_event WHERE exhibit_id = exhibit.id)),
            sum((SELECT coalesce(sum(size), 0) FROM exhibit_file
                WHERE exhibit_id = exhibit.id AND struck = ''))
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
        """
        SELECT exhibit_id, count(*), sum(size) FROM exhibit_file WHERE struck = '' GROUP BY exhibit_id
        """,
    ),
    (
        "exhibit_order",
        "case_id, place, number, exhibit_id",
        "SELECT case_id, place, number, exhibit_id FROM exhibit_place",
    ),
    (
        "custody_hour",
        "case_id, hour, events",
        """
        SELECT case_id, substr(occurred_at, 1, 13) AS hour, count(*)
        FROM custody_event JOIN exhibit ON exhibit.id = custody_event.exhibit_id
        WHERE struck = '' GROUP BY case_id, hour
        """,
    ),
)
"""Each table with its columns, and the query of the rows that it must have."""
_UNSIGNED = """
    WITH unsigned (seq) AS (
        SELECT seq FROM chain_entry WHERE NOT EXISTS (SELECT 1 FROM chain_head WHERE size = seq)
    ), pair (one, other) AS (
        SELECT CAST(this.entry AS TEXT), CAST(next.entry AS TEXT) FROM unsigned
        JOIN chain_entry AS this ON this.seq = unsigned.seq
        JOIN chain_entry AS next ON next.seq = unsigned.seq + 1
    )
    SELECT count(*) FROM pair WHERE CASE WHEN json_valid(one) AND json_valid(other) THEN
        json_extract(one, '$.at', '$.boot', '$.mono', '$.key')
        <> json_extract(other, '$.at', '$.boot', '$.mono', '$.key') END
"""
"""Entries after which there is no head, although the next one is of another transaction: all entries of one
have the same reading of the clock, and the same key.
"""
_APART = """
    WITH pair (one, other) AS (
        SELECT CAST(head AS TEXT), CAST(entry AS TEXT) FROM chain_head JOIN chain_entry ON seq = size
    )
    SELECT count(*) FROM pair WHERE CASE WHEN json_valid(one) AND json_valid(other) THEN
        json_extract(one, '$.at', '$.key') <> json_extract(other, '$.at', '$.key') END
"""
"""Heads that were signed at another time or with another key than the entry before them: the program signs
both with one reading of the clock. A head alone that is dated ahead would blame the clock of whoever goes on.
"""
_MISFILED = {
    "chain_entry": """
        SELECT count(*) FROM (SELECT seq, subject, n, CAST(entry AS TEXT) AS said FROM chain_entry)
        WHERE CASE WHEN json_valid(said) THEN json_extract(said, '$.seq') IS NOT seq
            OR json_extract(said, '$.subject') IS NOT subject OR json_extract(said, '$.n') IS NOT n END
    """,
    "chain_head": """
        SELECT count(*) FROM (SELECT size, CAST(head AS TEXT) AS said FROM chain_head)
        WHERE CASE WHEN json_valid(said) THEN json_extract(said, '$.size') IS NOT size END
    """,
}
"""The entries and heads that lie under another number or subject than they say. Nothing signs these columns,
and what is about a thing is looked up by them. What cannot be read is a fault of its own.
"""


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
    for book in (EVENTS, CONSULTATIONS):
        for query in (_UNSIGNED, _APART):
            if count := connection.execute(book.sql(query)).fetchone()[0]:
                yield book.heads, count
        for name, misfiled in _MISFILED.items():
            if count := connection.execute(book.sql(misfiled)).fetchone()[0]:
                yield book.sql(name), count


def _left(connection: Connection, one: str, other: str) -> int:
    """Return how many rows of one query the other does not have."""
    statement = " ".join(("SELECT count(*) FROM (", one, "EXCEPT", other, ")"))
    return int(connection.execute(statement).fetchone()[0])
