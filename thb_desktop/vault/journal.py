"""Journal: the end of the event chain, and what its entries record of the tables."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Self, cast

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.domain.actions import ActionCode
from thb_desktop.domain.kept_back import reason_told, withheld_places
from thb_desktop.domain.record import Record
from thb_desktop.domain.times import Reading
from thb_desktop.ledger import canonical, withheld
from thb_desktop.ledger.checkpoint import SignedHead
from thb_desktop.ledger.entry import SignedEntry
from thb_desktop.ledger.fields import StrictObject
from thb_desktop.vault.chain_writer import ChainWriter, EntryAuthor, Savepoint
from thb_desktop.vault.database import Connection, read_schema
from thb_desktop.vault.tables import chain, nodes, told_rows
from thb_desktop.vault.tables.projection import Projection
from thb_desktop.vault.tables.refusals import write_together
from thb_desktop.vault.tables.together import Together
from thb_desktop.vault.upcasts import upcast

FORMAT = "thb-event/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a commitment hides: the act, its reason, the state of the changed rows, and the digest of the
    tables.

    schema: the number of the schema in which it was written. states: in today's shape, see `upcasts`.
    groups: what an extract can leave out, as its content lists it.
    """

    schema: int
    action: str
    reason: str
    states: Sequence[Record]
    tables: str
    groups: canonical.Value = field(default_factory=list)

    def to_value(self) -> dict[str, canonical.Value]:
        return {
            "format": FORMAT,
            "schema": self.schema,
            "action": self.action,
            "reason": self.reason,
            "states": self.states,
            "tables": self.tables,
        }

    def to_bytes(self) -> bytes:
        return canonical.encode(self.to_value())

    @classmethod
    def parse(cls, payload: bytes) -> "Event":
        """Parse what `to_bytes` wrote. Raises FormatError or UnknownFieldError."""
        content = withheld.Content(payload)
        return cls.of_content(content.whole, content.marks)

    @classmethod
    def of_content(cls, untrusted: dict[str, canonical.Value], groups: canonical.Value) -> "Event":
        """Read the same from a content that is parsed already. Raises as `parse`."""
        fields = StrictObject(
            untrusted,
            ("schema", "action", "reason", "states", "tables"),
            what="the content of an entry",
            form=FORMAT,
        )
        schema = fields.integer("schema", least=1)
        return cls(
            schema=schema,
            action=fields.text("action"),
            reason=fields.text("reason"),
            states=upcast(cast(list[Record], fields.list("states")), schema),
            tables=fields.text("tables"),
            groups=groups,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalSavepoint:
    """The event chain and the tables at the start of a transaction."""

    chain: Savepoint
    projection: Projection
    told: int


class Journal(ChainWriter):
    """The end of the event chain, and the sum of the tables that its next event will record."""

    def __init__(
        self,
        connection: Connection,
        sizes: Collection[int] = (),
        *,
        step: Callable[[], None] = lambda: None,
        each: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        """Read the end of the chain from the rows, and add up all tables; `roots` are those at `sizes`.

        step: called for each row. each: with each entry, as it is stored.
        """
        super().__init__(connection, sizes, step=step, each=each)
        self.projection = Projection.of(connection, step=step)
        self.schema = read_schema(connection)
        self._told = told_rows.total(connection)
        self._whole_at = -1
        """The size of the tree of which this transaction has kept all nodes."""

    @property
    def told_sum(self) -> str:
        """The sum of the index of the events, as the next head will have it."""
        return told_rows.sum_text(self._told)

    def on(self, connection: Connection) -> Self:
        other = super().on(connection)
        other.projection = self.projection.on(connection)
        return other

    def mark(self) -> JournalSavepoint:
        self._whole_at = -1
        return JournalSavepoint(chain=self.savepoint(), projection=self.projection.copied(), told=self._told)

    def restore(self, mark: JournalSavepoint) -> None:
        """Return to the state before the transaction that failed. Reads nothing, because reading may fail."""
        self.roll_back(mark.chain)
        self.projection, self._told = mark.projection, mark.told
        self._whole_at = -1

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let rows and entries wait, and write them together at the end. Nothing reads them meanwhile."""
        self._waiting = self.projection.together = waiting = Together()
        try:
            yield
        finally:
            self._waiting = self.projection.together = None
        write_together(self._connection, waiting)

    def append(
        self,
        author: EntryAuthor,
        *,
        action: ActionCode,
        subject: str,
        reason: str,
        states: Sequence[Record],
        reading: Reading,
        randomness: Randomness,
    ) -> SignedEntry:
        """Add one entry. The states are already saved: the event records the digest of the tables after it.

        Working notes among them have a separate commitment, so that an extract can leave them out, and so has
        each entry's text that a later correction may keep back.
        """
        event = Event(
            schema=self.schema,
            action=action.value,
            reason=reason_told(reason, states),
            states=states,
            tables=self.projection.digest,
        )
        written = withheld.write(
            event.to_value(), [(places, draw(randomness, 32)) for places in withheld_places(states)]
        )
        signed = self.add(
            author,
            action=action.value,
            subject=subject,
            payload=written.kept,
            committed=written.committed,
            reading=reading,
            randomness=randomness,
        )
        self._told += told_rows.add(self._waiting or self._connection, self.size, states)
        return signed

    def _store_head(self, size: int, signed: SignedHead) -> None:
        chain.add_told_head(self._connection, size, signed, self.told_sum)

    def _keep_nodes(self, completed: tuple[bytes, ...]) -> None:
        whole = self.size == self._whole_at
        nodes.keep(self._connection, self.size, completed, whole=whole, target=self._waiting)
        self._whole_at = self.size + 1
