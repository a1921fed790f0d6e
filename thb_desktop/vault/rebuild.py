"""Rebuild: the tables rebuilt from the events alone, and compared with the present ones."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass

from thb_desktop.domain.change import Change
from thb_desktop.errors import ThbError
from thb_desktop.vault.database import Connection, Migration, open_scratch, transaction
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, told_rows
from thb_desktop.vault.tables.projection import Projection, check_rows
from thb_desktop.vault.tables.refusals import write_in_order
from thb_desktop.vault.tables.together import InOrder
from thb_desktop.vault.tables.told_rows import SumsInOrder, ToldInOrder, row_name
from thb_desktop.vault.upcasts import has_current_shape

_WAITING = 256
"""So many rows wait, and are then written one after another. SQLite takes half the time for it, because it
stays in the cache of the processor.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """The result. erased: events whose content was erased by order, so that the rest cannot be compared.

    stray: the numbers of entries whose content cannot be replayed or records another digest of the tables.
    differing: the tables that differ, and in how many rows. is_indexed: whether the index of the events is
    what they tell.
    """

    events: int
    erased: int
    stray: tuple[int, ...]
    differing: tuple[tuple[str, int], ...]
    is_indexed: bool = True


def rebuild(
    connection: Connection,
    steps: Sequence[Migration] | None = None,
    *,
    step: Callable[[], None] = lambda: None,
) -> Rebuilt:
    """Replay every event into an empty database in memory, and compare. The first stray event ends it.

    An event records the digest of the tables in the shape of its time; it is compared only if that is
    today's shape.
    """
    with replaying(connection, steps) as replay:
        for opening in chain.openings(connection):
            step()
            if opening is None:
                replay.pass_over()
                continue
            event = None
            with suppress(ThbError):
                event = Event.parse(opening.payload)
            replay.take(event)
            if replay.is_ended:
                break
        return replay.result()


@contextmanager
def replaying(connection: Connection, steps: Sequence[Migration] | None = None) -> Iterator["Replay"]:
    """Yield the replay of the events of a database, into an empty one in memory."""
    with closing(open_scratch(steps)) as scratch, transaction(scratch):
        yield Replay(scratch, connection)


class Replay:
    """The tables as the events rebuild them, one after another, and the index of the events beside them."""

    def __init__(self, scratch: Connection, connection: Connection) -> None:
        self._scratch, self._connection = scratch, connection
        self._projection = Projection(scratch)
        self._projection.together = self._waiting = InOrder()
        self._projection.catch_up = self._write_waiting
        has_index = told_rows.is_present(scratch)
        self._index = ToldInOrder(connection) if has_index else None
        self._sums = SumsInOrder(chain.told_sums(connection)) if has_index else None
        self._is_indexed = True
        self._seq = self._events = self._erased = 0
        self._stray: list[int] = []

    @property
    def is_ended(self) -> bool:
        """Whether an event was stray. What follows is not replayed."""
        return bool(self._stray)

    def pass_over(self) -> None:
        """Take the next entry, whose content was erased. What follows is replayed, but not compared."""
        self._write_waiting()
        self._projection.together = None  # refusals from here on tell nothing
        self._seq += 1
        self._erased += not self.is_ended

    def take(self, event: Event | None) -> list[Change] | None:
        """Replay the next event, None for one that cannot be read, and return the rows that it changed.

        Returns None for a stray one, and after an erased or a stray one. Whether the database refuses a row
        may be seen some events later.
        """
        self._seq += 1
        if self.is_ended:
            return None
        self._events += 1
        self._waiting.number = self._seq
        changes = self._replayed(event)
        if changes is None or len(self._waiting.rows) >= _WAITING:
            self._write_waiting()
        if changes is None and not self._erased and not self._stray:
            self._stray.append(self._seq)
        return None if self._erased or self._stray else changes

    def result(self) -> Rebuilt:
        """Compare what was rebuilt with the present tables."""
        self._write_waiting()
        is_told = not (self._erased or self._stray)
        return Rebuilt(
            events=self._events,
            erased=self._erased,
            stray=tuple(self._stray),
            differing=check_rows(self._scratch, self._connection) if is_told else (),
            is_indexed=not is_told or self._has_same_index(),
        )

    def _replayed(self, event: Event | None) -> list[Change] | None:
        """Return what an event changes; None if it is stray."""
        if event is None:
            return None
        try:
            changes = list(map(self._projection.replay, event.states))
            told = [row_name(state) for state in event.states]
        except ThbError:
            return None
        if self._index is not None and self._is_indexed:
            self._is_indexed = self._index.are(told, self._seq)
        if self._sums is not None and self._is_indexed:
            self._is_indexed = self._sums.are(told, self._seq, event.schema)
        if has_current_shape(event.schema) and event.tables != self._projection.digest:
            return None
        return changes

    def _write_waiting(self) -> None:
        refused = write_in_order(self._scratch, self._waiting)
        if refused is not None and not self._stray:
            self._stray.append(refused)

    def _has_same_index(self) -> bool:
        return self._index is None or (self._is_indexed and self._index.is_at_end)
