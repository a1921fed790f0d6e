"""Rebuild: the tables rebuilt from the events alone, and compared with the present ones."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest

from thb_desktop.domain.act_checks import Change
from thb_desktop.errors import ThbError
from thb_desktop.vault.database import Connection, Migration, open_scratch, transaction
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, told_rows
from thb_desktop.vault.tables.projection import Projection, check_rows
from thb_desktop.vault.upcasts import has_current_shape


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
    told: Callable[[int, Sequence[Change]], None] = lambda *_: None,
) -> Rebuilt:
    """Replay every event into an empty database in memory, and compare. The first stray event ends it.

    told: gets the number of each entry and the rows that it changed, until the first erased one. An event
    records the digest of the tables in the shape of its time; it is compared only if that is today's shape.
    """
    events = erased = 0
    stray: list[int] = []
    with closing(open_scratch(steps)) as scratch, transaction(scratch):
        replay = _Replay(scratch)
        for seq, opening in enumerate(chain.openings(connection), start=1):
            step()
            if opening is None:
                erased += 1
                continue
            events += 1
            changes = replay.take(seq, opening.payload, is_whole=not erased)
            if changes is None:
                stray.append(seq)
                break
            if not erased:
                told(seq, changes)
        is_told = not (erased or stray)
        differing = check_rows(scratch, connection) if is_told else ()
        is_indexed = not is_told or _has_same_index(scratch, connection)
    return Rebuilt(
        events=events, erased=erased, stray=tuple(stray), differing=differing, is_indexed=is_indexed
    )


class _Replay:
    """The tables and the index of the events, as they are rebuilt."""

    def __init__(self, scratch: Connection) -> None:
        self._scratch = scratch
        self._projection = Projection(scratch)
        self._has_index = told_rows.is_present(scratch)

    def take(self, seq: int, payload: bytes, *, is_whole: bool) -> list[Change] | None:
        """Replay one event, and return what it changed; None if it is stray.

        is_whole: the content of no earlier event was erased. Without it nothing can be compared.
        """
        changes: list[Change] = []
        try:
            event = Event.parse(payload)
            changes += map(self._projection.replay, event.states)
            if self._has_index:
                told_rows.add(self._scratch, seq, event.states)
        except ThbError:
            return None if is_whole else changes
        if is_whole and has_current_shape(event.schema) and event.tables != self._projection.digest:
            return None
        return changes


def _has_same_index(left: Connection, right: Connection) -> bool:
    if not told_rows.is_present(left):
        return True
    return all(one == other for one, other in zip_longest(told_rows.rows(left), told_rows.rows(right)))
