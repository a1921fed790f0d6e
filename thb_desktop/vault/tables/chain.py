"""The rows of a journal's chain: entries with their openings, heads, and the statements of session keys."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from thb_desktop.errors import DamageError, FormatError
from thb_desktop.ledger.checkpoint import SignedHead
from thb_desktop.ledger.entry import Entry, Opening, SignedEntry
from thb_desktop.ledger.statement import KeyStatement, SignedStatement
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.refusals import write
from thb_desktop.vault.tables.together import Together

_ADD_ENTRY = """
    INSERT INTO chain_entry (seq, subject, n, entry, signature, nonce, payload)
    VALUES (:seq, :subject, :n, :entry, :signature, :nonce, :payload)
"""
_ADD_HEAD = "INSERT INTO chain_head (size, head, signature) VALUES (:size, :head, :signature)"
_ADD_TOLD_HEAD = """
    INSERT INTO chain_head (size, head, signature, told_sum) VALUES (:size, :head, :signature, :told_sum)
"""
_TOLD_SUM = "SELECT told_sum FROM chain_head ORDER BY size DESC LIMIT 1"
_TOLD_SUMS = "SELECT size, told_sum FROM chain_head ORDER BY size"
_ADD_STATEMENT = """
    INSERT INTO key_statement (key_id, agent, first, statement, signature)
    VALUES (:key_id, :agent, :first, :statement, :signature)
"""
_ENTRIES = "SELECT entry, signature FROM chain_entry ORDER BY seq"
_ENTRIES_AFTER = "SELECT entry, signature FROM chain_entry WHERE seq > :after ORDER BY seq"
_LAST_ENTRY = "SELECT entry, signature FROM chain_entry ORDER BY seq DESC LIMIT 1"
_OPENINGS = "SELECT nonce, payload FROM chain_entry ORDER BY seq"
_OPENINGS_BY_NUMBER = "SELECT seq, nonce, payload FROM chain_entry ORDER BY seq"
_NUMBERED = "SELECT seq, entry, signature, nonce, payload FROM chain_entry ORDER BY seq"
_OPENING = "SELECT nonce, payload FROM chain_entry WHERE seq = :seq"
_AFTER = "SELECT entry, signature, nonce, payload FROM chain_entry WHERE seq > :seq ORDER BY seq"
_LAST_OPENING = "SELECT nonce, payload FROM chain_entry ORDER BY seq DESC LIMIT 1"
_COUNTERS = "SELECT subject, max(n) FROM chain_entry GROUP BY subject ORDER BY min(seq)"
_OF_SUBJECT = "SELECT entry, signature FROM chain_entry WHERE subject = :subject ORDER BY n"
_SPOKEN_OF = """
    SELECT named.value FROM json_each(:keys) AS named
    WHERE EXISTS (SELECT 1 FROM chain_entry WHERE subject = named.value AND seq < :before)
"""
_HEADS = "SELECT head, signature FROM chain_head ORDER BY size"
_SIZED_HEADS = "SELECT size, head, signature FROM chain_head ORDER BY size"
_LAST_HEAD = "SELECT head, signature FROM chain_head ORDER BY size DESC LIMIT 1"
_HEAD_AT = "SELECT head, signature FROM chain_head WHERE size = :size"
_TOLD_SUM_AT = "SELECT told_sum FROM chain_head WHERE size = :size"
_STATEMENTS = "SELECT statement, signature FROM key_statement ORDER BY first, key_id"
_STATEMENT_ROWS = """
    SELECT key_id, agent, first, statement, signature FROM key_statement ORDER BY first, key_id
"""
_STATEMENTS_OF = "SELECT statement, signature FROM key_statement WHERE key_id = :key_id"
_NEWEST = """
    SELECT entry, signature, nonce, payload FROM chain_entry
    WHERE seq < :before AND (:subject = '' OR subject = :subject) ORDER BY seq DESC LIMIT :count
"""
_OF_ACT = """
    SELECT entry, signature, nonce, payload FROM chain_entry
    WHERE subject = :subject AND instr(entry, :begins) = 1 ORDER BY n
"""
_STATEMENTS_SINCE = """
    SELECT statement, signature FROM key_statement WHERE first > :first ORDER BY first, key_id
"""
_SIZE = "SELECT coalesce(max(seq), 0) FROM chain_entry"


@dataclass(frozen=True, slots=True)
class Book:
    """The three tables of one journal."""

    entries: str
    heads: str
    statements: str

    @cache  # noqa: B019 - there are two books
    def sql(self, statement: str) -> str:
        """Turn a statement on the event chain into one on this journal."""
        return (
            statement.replace("chain_entry", self.entries)
            .replace("chain_head", self.heads)
            .replace("key_statement", self.statements)
        )


EVENTS = Book("chain_entry", "chain_head", "key_statement")
CONSULTATIONS = Book("consultation_entry", "consultation_head", "consultation_statement")


def add_entry(
    target: Connection | Together, entry: Entry, signed: SignedEntry, opening: Opening, book: Book = EVENTS
) -> None:
    write(
        target,
        book.sql(_ADD_ENTRY),
        {
            "seq": entry.seq,
            "subject": entry.subject,
            "n": entry.n,
            "entry": signed.entry,
            "signature": signed.signature,
            "nonce": opening.nonce,
            "payload": opening.payload,
        },
    )


def add_head(connection: Connection, size: int, signed: SignedHead, book: Book = EVENTS) -> None:
    write(connection, book.sql(_ADD_HEAD), {"size": size, "head": signed.head, "signature": signed.signature})


def add_told_head(connection: Connection, size: int, signed: SignedHead, told_sum: str) -> None:
    """Add a head of the event chain with the sum of the index of the events."""
    row = {"size": size, "head": signed.head, "signature": signed.signature, "told_sum": told_sum}
    write(connection, _ADD_TOLD_HEAD, row)


def last_told_sum(connection: Connection) -> str:
    """Return the sum of the index at the last head; empty if the head is from before the index."""
    row = connection.execute(_TOLD_SUM).fetchone()
    return "" if row is None else str(row[0])


def told_sums(connection: Connection) -> Iterator[tuple[int, str]]:
    """Return the sums of the index at all heads, with their sizes and by these; empty as above."""
    return ((int(row[0]), str(row[1])) for row in connection.execute(_TOLD_SUMS))


def add_statement(
    connection: Connection, statement: KeyStatement, signed: SignedStatement, book: Book = EVENTS
) -> None:
    write(
        connection,
        book.sql(_ADD_STATEMENT),
        {
            "key_id": statement.key,
            "agent": statement.agent,
            "first": statement.first,
            "statement": signed.statement,
            "signature": signed.signature,
        },
    )


def size_of(connection: Connection, book: Book = EVENTS) -> int:
    return int(connection.execute(book.sql(_SIZE)).fetchone()[0])


def entries(connection: Connection, book: Book = EVENTS) -> Iterator[SignedEntry]:
    return (SignedEntry(entry=row[0], signature=row[1]) for row in connection.execute(book.sql(_ENTRIES)))


def entries_after(connection: Connection, after: int, book: Book = EVENTS) -> Iterator[SignedEntry]:
    """Return the entries behind this number, in their order."""
    rows = connection.execute(book.sql(_ENTRIES_AFTER), {"after": after})
    return (SignedEntry(entry=row[0], signature=row[1]) for row in rows)


def last_entry(connection: Connection, book: Book = EVENTS) -> SignedEntry | None:
    row = connection.execute(book.sql(_LAST_ENTRY)).fetchone()
    return None if row is None else SignedEntry(entry=row[0], signature=row[1])


def entries_of(connection: Connection, subject: str, book: Book = EVENTS) -> tuple[SignedEntry, ...]:
    """Return the entries of one subject, in the order of its own counter."""
    rows = connection.execute(book.sql(_OF_SUBJECT), {"subject": subject})
    return tuple(SignedEntry(entry=row[0], signature=row[1]) for row in rows)


def spoken_of(connection: Connection, subjects: Iterable[str], before: int) -> frozenset[str]:
    """Return those of these subjects that entries of the event chain before this one are about."""
    rows = connection.execute(_SPOKEN_OF, {"keys": json.dumps([*subjects]), "before": before})
    return frozenset(str(row[0]) for row in rows)


def openings(connection: Connection, book: Book = EVENTS) -> Iterator[Opening | None]:
    """Return what each entry's commitment hides, in the order of entries; None if it was erased."""
    return (_opening(row[0], row[1]) for row in connection.execute(book.sql(_OPENINGS)))


def opening_of(connection: Connection, seq: int, book: Book = EVENTS) -> Opening | None:
    row = connection.execute(book.sql(_OPENING), {"seq": seq}).fetchone()
    return None if row is None else _opening(row[0], row[1])


class OpeningsInOrder:
    """What entries hide. All that are asked for in the order of the chain cost one query together."""

    def __init__(self, connection: Connection, book: Book = EVENTS) -> None:
        self._connection, self._book = connection, book
        self._rows = iter(connection.execute(book.sql(_OPENINGS_BY_NUMBER)))
        self._row = next(self._rows, None)

    def of(self, seq: int) -> Opening | None:
        while self._row is not None and self._row[0] < seq:
            self._row = next(self._rows, None)
        if self._row is None or self._row[0] != seq:
            return opening_of(self._connection, seq, self._book)
        return _opening(self._row[1], self._row[2])


def numbered(
    connection: Connection, book: Book = EVENTS
) -> Iterator[tuple[int, SignedEntry, Opening | None]]:
    """Return all entries with the numbers of their rows and their openings, in their order."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return (
        (number, SignedEntry(entry=entry, signature=signature), _opening(nonce, payload))
        for number, entry, signature, nonce, payload in cursor.execute(book.sql(_NUMBERED))
    )


def told_after(
    connection: Connection, seq: int, book: Book = EVENTS
) -> Iterator[tuple[SignedEntry, Opening | None]]:
    """Return the entries after this one with their openings, in their order."""
    return (
        (SignedEntry(entry=row[0], signature=row[1]), _opening(row[2], row[3]))
        for row in connection.execute(book.sql(_AFTER), {"seq": seq})
    )


def last_opening(connection: Connection, book: Book = EVENTS) -> Opening | None:
    row = connection.execute(book.sql(_LAST_OPENING)).fetchone()
    return None if row is None else _opening(row[0], row[1])


def counters(connection: Connection, book: Book = EVENTS) -> tuple[tuple[str, int], ...]:
    """Return each subject with its number of events, in order of first appearance."""
    return tuple((row[0], row[1]) for row in connection.execute(book.sql(_COUNTERS)))


def heads(connection: Connection, book: Book = EVENTS) -> tuple[SignedHead, ...]:
    return tuple(each_head(connection, book))


def each_head(connection: Connection, book: Book = EVENTS) -> Iterator[SignedHead]:
    """Return the heads by size, as they are read."""
    return (SignedHead(head=row[0], signature=row[1]) for row in connection.execute(book.sql(_HEADS)))


def sized_heads(connection: Connection) -> Iterator[tuple[int, SignedHead]]:
    """Return the heads of the event chain with the sizes of their rows, by these."""
    rows = connection.execute(_SIZED_HEADS)
    return ((row[0], SignedHead(head=row[1], signature=row[2])) for row in rows)


def last_head(connection: Connection, book: Book = EVENTS) -> SignedHead | None:
    row = connection.execute(book.sql(_LAST_HEAD)).fetchone()
    return None if row is None else SignedHead(head=row[0], signature=row[1])


def head_at(connection: Connection, size: int, book: Book = EVENTS) -> SignedHead | None:
    """Return the head of this many entries, if one was signed."""
    row = connection.execute(book.sql(_HEAD_AT), {"size": size}).fetchone()
    return None if row is None else SignedHead(head=row[0], signature=row[1])


def told_sum_at(connection: Connection, size: int) -> str:
    """Return the sum of the index at the head of this many entries; empty also if none was signed there."""
    row = connection.execute(_TOLD_SUM_AT, {"size": size}).fetchone()
    return "" if row is None else str(row[0])


def statements(connection: Connection, book: Book = EVENTS) -> tuple[SignedStatement, ...]:
    rows = connection.execute(book.sql(_STATEMENTS))
    return tuple(SignedStatement(statement=row[0], signature=row[1]) for row in rows)


def misfiled_statements(connection: Connection, book: Book = EVENTS) -> Iterator[int]:
    """Yield the places of the statements that lie under another key, user or entry than they say.

    Nothing signs these columns, and `statements_since` and `statements_of` look by them.
    """
    for place, row in enumerate(connection.execute(book.sql(_STATEMENT_ROWS)), start=1):
        with suppress(FormatError):  # what cannot be read is a fault of its own
            said = SignedStatement(statement=row[3], signature=row[4]).parsed()
            if (said.key, said.agent, said.first) != (row[0], row[1], row[2]):
                yield place


def statements_of(connection: Connection, key_id: str, book: Book = EVENTS) -> tuple[SignedStatement, ...]:
    """Return the statement that certifies this key, or None."""
    rows = connection.execute(book.sql(_STATEMENTS_OF), {"key_id": key_id})
    return tuple(SignedStatement(statement=row[0], signature=row[1]) for row in rows)


def statements_since(connection: Connection, first: int, book: Book = EVENTS) -> tuple[SignedStatement, ...]:
    """Return the statements of the sessions that began after this entry."""
    rows = connection.execute(book.sql(_STATEMENTS_SINCE), {"first": first})
    return tuple(SignedStatement(statement=row[0], signature=row[1]) for row in rows)


def _opening(nonce: bytes | None, payload: bytes | None) -> Opening | None:
    if nonce is None or payload is None:
        return None
    if len(nonce) != 32:
        raise DamageError("an entry of the event chain is not in the form this program writes")
    return Opening(nonce=nonce, payload=payload)


def newest(
    connection: Connection, *, subject: str, before: int, count: int, book: Book = EVENTS
) -> tuple[tuple[SignedEntry, Opening | None], ...]:
    """Return the last entries before this number, newest first, with openings; of one subject if one is
    named.
    """
    row = {"subject": subject, "before": before, "count": count}
    return tuple(
        (SignedEntry(entry=found[0], signature=found[1]), _opening(found[2], found[3]))
        for found in connection.execute(book.sql(_NEWEST), row)
    )


def acts_of(
    connection: Connection, subject: str, action: str
) -> tuple[tuple[SignedEntry, Opening | None], ...]:
    """Return the entries of one subject with this action, in their order, with openings."""
    row = {"subject": subject, "begins": begins_with(action)}
    return tuple(
        (SignedEntry(entry=found[0], signature=found[1]), _opening(found[2], found[3]))
        for found in connection.execute(_OF_ACT, row)
    )


def begins_with(action: str) -> bytes:
    """Return how every entry with this action begins: its fields are in alphabetical order."""
    return f'{{"action":"{action}",'.encode()
