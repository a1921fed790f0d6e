"""The end of a journal: signs the next entry and the next head of its chain."""

from collections.abc import Callable, Collection
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.people import User
from thb_desktop.domain.times import Reading
from thb_desktop.errors import FormatError
from thb_desktop.ledger.checkpoint import Head, SignedHead, sign_head
from thb_desktop.ledger.counters import Counters
from thb_desktop.ledger.entry import BEFORE_THE_FIRST, Entry, Opening, SignedEntry, commit, sign_entry
from thb_desktop.ledger.statement import SignedStatement
from thb_desktop.ledger.tree import Frontier
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.chain import EVENTS, Book
from thb_desktop.vault.tables.together import Together


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAuthor:
    """The author of entries: the user, the session's key, and the statement that certifies it.

    vault: the id that distinguishes this journal from every other.
    """

    vault: str
    user: User
    key: Signer
    statement: SignedStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Savepoint:
    """The end of a journal at the start of a transaction."""

    frontier: Frontier
    last: bytes
    at: datetime | None


class ChainWriter:
    """The end of a chain: enough to add the next entry and to sign the next head, in O(log n)."""

    def __init__(
        self,
        connection: Connection,
        sizes: Collection[int] = (),
        *,
        book: Book = EVENTS,
        step: Callable[[], None] = lambda: None,
        each: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        """Read the end of the chain from the rows; `roots` are those at `sizes`.

        step: called for each row. each: with the entry of each.
        """
        self._connection = connection
        self._book = book
        frontier, last = Frontier(), None
        self.roots: dict[int, bytes] = {}
        for signed in chain.entries(connection, book):
            step()
            each(signed.entry)
            frontier = frontier.appended(signed.leaf_hash)
            last = signed
            if frontier.size in sizes:
                self.roots[frontier.size] = frontier.root
        self._frontier = frontier
        self._last = last.leaf_hash if last else BEFORE_THE_FIRST
        self._at = _time_of(last)
        self._stated = ""
        self._waiting: Together | None = None
        """Where entries wait to be written, if they do."""
        self.counters = Counters(chain.counters(connection, book))
        """The number of entries of each subject."""

    def on(self, connection: Connection) -> Self:
        """Return the same end for another connection to the same database."""
        other = copy(self)
        other._connection = connection
        return other

    def savepoint(self) -> Savepoint:
        self.counters.mark()
        return Savepoint(frontier=self._frontier, last=self._last, at=self._at)

    def roll_back(self, savepoint: Savepoint) -> None:
        """Return to the state before the transaction that failed. Reads nothing, because reading may fail."""
        self._frontier, self._last, self._at = savepoint.frontier, savepoint.last, savepoint.at
        self._stated = ""
        self.counters.roll_back()

    @property
    def at(self) -> datetime | None:
        """The claimed time of the last entry."""
        return self._at

    def is_behind(self, reading: Reading) -> bool:
        """Whether the clock is earlier than at the last entry."""
        return self._at is not None and reading.at < self._at

    @property
    def size(self) -> int:
        return self._frontier.size

    @property
    def root(self) -> bytes:
        return self._frontier.root

    def add(
        self,
        author: EntryAuthor,
        *,
        action: str,
        subject: str,
        payload: bytes,
        reading: Reading,
        randomness: Randomness,
        committed: bytes | None = None,
    ) -> SignedEntry:
        """Add one entry; its content goes into the commitment, and is stored beside it.

        committed: the content as it is committed to, if whoever wrote it wrote that too (`withheld.write`).
        """
        if self._stated != author.key.key_id:
            if not chain.statements_of(self._connection, author.key.key_id, self._book):
                chain.add_statement(self._connection, author.statement.parsed(), author.statement, self._book)
            self._stated = author.key.key_id
        opening = Opening(nonce=draw(randomness, 32), payload=payload)
        entry = Entry(
            vault=author.vault,
            seq=self.size + 1,
            prev=self._last,
            at=reading.at,
            clock=reading.source.value,
            boot=reading.boot,
            mono=reading.monotonic,
            agent=author.user.id,
            role=author.user.role.value,
            action=action,
            subject=subject,
            n=self.counters.advance(subject),
            commitment=opening.commitment if committed is None else commit(opening.nonce, committed),
            key=author.key.key_id,
        )
        signed = sign_entry(entry, author.key.sign)
        chain.add_entry(self._waiting or self._connection, entry, signed, opening, self._book)
        self._at, self._last = reading.at, signed.leaf_hash
        completed = self._frontier.completed_by(self._last)
        self._keep_nodes(completed)
        self._frontier = self._frontier.appended(self._last, completed)
        return signed

    def _keep_nodes(self, completed: tuple[bytes, ...]) -> None:
        """Keep what a new leaf completes in the tree, for a journal of which proofs are made."""

    def sign_head(self, author: EntryAuthor, reading: Reading) -> Head:
        """Sign the present state of the chain, and store the head."""
        head = Head(
            vault=author.vault,
            size=self.size,
            root=self.root,
            subjects=self.counters.size,
            counters=self.counters.root,
            at=reading.at,
            key=author.key.key_id,
        )
        self._store_head(head.size, sign_head(head, author.key.sign))
        return head

    def _store_head(self, size: int, signed: SignedHead) -> None:
        chain.add_head(self._connection, size, signed, self._book)


def _time_of(last: SignedEntry | None) -> datetime | None:
    """Return the time of the last entry; None if it cannot be read, which the check of the chain reports."""
    try:
        return last.parsed().at if last else None
    except FormatError:
        return None
