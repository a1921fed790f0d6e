"""Journal: the end of the event chain, where the next entry and the next head are signed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import ActionCode
from thb_desktop.domain.people import User
from thb_desktop.domain.record import Record
from thb_desktop.domain.times import Reading
from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.checkpoint import Head, sign_head
from thb_desktop.ledger.counters import Counters
from thb_desktop.ledger.entry import BEFORE_THE_FIRST, Entry, Opening, SignedEntry, sign_entry
from thb_desktop.ledger.fields import Record as Fields
from thb_desktop.ledger.statement import SignedStatement
from thb_desktop.ledger.tree import Frontier
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.projection import Projection

FORMAT = "thb-event/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Who writes entries: the user, the session's key, and the statement that vouches for it."""

    vault: str
    user: User
    key: Signer
    statement: SignedStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a commitment hides: the act, why, the state of what it touched, and the digest of the tables."""

    action: str
    reason: str
    states: Sequence[Record]
    tables: str

    def to_bytes(self) -> bytes:
        return canonical.encode(
            {
                "format": FORMAT,
                "action": self.action,
                "reason": self.reason,
                "states": self.states,
                "tables": self.tables,
            }
        )

    @classmethod
    def parse(cls, payload: bytes) -> "Event":
        """Read what `to_bytes` wrote; raises FormatError or UnknownFieldError."""
        fields = Fields(
            canonical.parse(payload),
            ("action", "reason", "states", "tables"),
            what="the content of an entry",
            form=FORMAT,
        )
        return cls(
            action=fields.text("action"),
            reason=fields.text("reason"),
            states=cast(list[Record], fields.list("states")),
            tables=fields.text("tables"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a journal stood when a transaction began."""

    frontier: Frontier
    last: bytes
    at: datetime | None
    projection: Projection


class Journal:
    """Where the chain stands: enough to add the next entry and to sign the next head, in O(log n)."""

    def __init__(self, connection: Connection, sizes: Collection[int] = ()) -> None:
        """Read where the chain stands from the rows themselves; `roots` are those at `sizes`."""
        self._connection = connection
        frontier, last = Frontier(), None
        self.roots: dict[int, bytes] = {}
        for signed in chain.entries(connection):
            frontier = frontier.appended(signed.leaf_hash)
            last = signed
            if frontier.size in sizes:
                self.roots[frontier.size] = frontier.root
        self._frontier = frontier
        self._last = last.leaf_hash if last else BEFORE_THE_FIRST
        self._at = _time_of(last)
        self._counters: Counters | None = Counters(chain.counters(connection))
        self.projection = Projection.of(connection)

    @property
    def counters(self) -> Counters:
        """How many events each subject has; read anew when a transaction was rolled back."""
        if self._counters is None:
            self._counters = Counters(chain.counters(self._connection))
        return self._counters

    def mark(self) -> Mark:
        return Mark(
            frontier=self._frontier, last=self._last, at=self._at, projection=self.projection.copied()
        )

    def restore(self, mark: Mark) -> None:
        """Go back to where a transaction began that was rolled back; nothing is read, for that may fail."""
        self._frontier, self._last, self._at = mark.frontier, mark.last, mark.at
        self.projection = mark.projection
        self._counters = None

    @property
    def at(self) -> datetime | None:
        """The time that the last entry claims."""
        return self._at

    def is_behind(self, reading: Reading) -> bool:
        """Whether the clock stands earlier than at the last entry."""
        return self._at is not None and reading.at < self._at

    @property
    def size(self) -> int:
        return self._frontier.size

    @property
    def root(self) -> bytes:
        return self._frontier.root

    def append(
        self,
        pen: Pen,
        *,
        action: ActionCode,
        subject: str,
        reason: str,
        states: Sequence[Record],
        reading: Reading,
        randomness: Randomness,
    ) -> SignedEntry:
        """Add one entry. The states are saved already: the event tells the digest of the tables after it."""
        if not chain.statements_of(self._connection, pen.key.key_id):
            chain.add_statement(self._connection, pen.statement.parsed(), pen.statement)
        event = Event(action=action.value, reason=reason, states=states, tables=self.projection.digest)
        opening = Opening(nonce=draw(randomness, 32), payload=event.to_bytes())
        entry = Entry(
            vault=pen.vault,
            seq=self.size + 1,
            prev=self._last,
            at=reading.at,
            clock=reading.source.value,
            boot=reading.boot,
            mono=reading.monotonic,
            agent=pen.user.id,
            role=pen.user.role.value,
            action=action.value,
            subject=subject,
            n=self.counters.advance(subject),
            commitment=opening.commitment,
            key=pen.key.key_id,
        )
        signed = sign_entry(entry, pen.key.sign)
        chain.add_entry(self._connection, entry, signed, opening)
        self._at = reading.at
        self._last = signed.leaf_hash
        self._frontier = self._frontier.appended(self._last)
        return signed

    def sign_head(self, pen: Pen, reading: Reading) -> Head:
        """Sign where the chain stands now, and keep the head."""
        head = Head(
            vault=pen.vault,
            size=self.size,
            root=self.root,
            subjects=self.counters.size,
            counters=self.counters.root,
            at=reading.at,
            key=pen.key.key_id,
        )
        chain.add_head(self._connection, head.size, sign_head(head, pen.key.sign))
        return head


def _time_of(last: SignedEntry | None) -> datetime | None:
    """When the last entry was made; None where it cannot be read, which the check of the chain will say."""
    try:
        return last.parsed().at if last else None
    except FormatError:
        return None
