"""The words of the search index in their order, read from the index itself: nothing more is stored.

SQLite's fts5vocab makes a table of an index. It is one of the connection (`temp`), so no vault has it: other
tools open the file as before.
"""

from thb_desktop.vault.database import Connection

_MAKE = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary
    USING fts5vocab('main', 'search_text', 'instance')
"""
_AFTER = "SELECT term FROM temp.search_vocabulary WHERE term >= :text LIMIT 1"


def prepare(connection: Connection) -> None:
    """Let this connection read the words. It must be allowed to write."""
    connection.execute(_MAKE)


def word_after(connection: Connection, text: str) -> str:
    """Return the first word that is this one or follows it; empty if none does."""
    row = connection.execute(_AFTER, {"text": text}).fetchone()
    return "" if row is None else str(row[0])
