"""Rebuild: the tables rebuilt from the events alone, and compared with the present ones."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest

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
) -> Rebuilt:
    """Replay every event into an empty database in memory, and compare. The first stray event ends it.

    An event records the digest of the tables in the shape of its time; it is compared only if that is today's
    shape.
    """
    events = erased = 0
    stray: list[int] = []
    with closing(open_scratch(steps)) as scratch, transaction(scratch):
        projection, has_index = Projection(scratch), told_rows.is_present(scratch)
        for seq, opening in enumerate(chain.openings(connection), start=1):
            step()
            if opening is None:
                erased += 1
                continue
            events += 1
            index = scratch if has_index else None
            if not _replay(index, projection, seq, opening.payload, check=not erased):
                stray.append(seq)
                break
        is_told = not (erased or stray)
        differing = check_rows(scratch, connection) if is_told else ()
        is_indexed = not (is_told and has_index) or _has_same_index(scratch, connection)
    return Rebuilt(
        events=events, erased=erased, stray=tuple(stray), differing=differing, is_indexed=is_indexed
    )


def _replay(
    index: Connection | None, projection: Projection, seq: int, payload: bytes, *, check: bool
) -> bool:
    """Replay one event. index: where its rows are noted, if the schema has the index."""
    try:
        event = Event.parse(payload)
        for state in event.states:
            projection.replay(state)
        if index is not None:
            told_rows.add(index, seq, event.states)
    except ThbError:
        return not check
    return not check or not has_current_shape(event.schema) or event.tables == projection.digest


def _has_same_index(left: Connection, right: Connection) -> bool:
    return all(one == other for one, other in zip_longest(told_rows.rows(left), told_rows.rows(right)))
