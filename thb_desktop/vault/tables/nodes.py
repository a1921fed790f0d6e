"""The inner nodes of the tree over the event chain: kept with each entry, read for a proof.

They prove nothing by themselves. Who makes a proof of them verifies it against the signed head.
"""

from collections.abc import Callable, Iterator
from itertools import chain as joined
from itertools import islice

from thb_desktop.errors import ProofError
from thb_desktop.ledger.entry import SignedEntry
from thb_desktop.ledger.tree import Frontier, KeptTree, place_of, places_up_to
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.refusals import write
from thb_desktop.vault.tables.together import Together

_ADD = "INSERT INTO chain_node (place, hash) VALUES (:place, :hash)"
_LAST = "SELECT coalesce(max(place), 0) FROM chain_node"
_NODE = "SELECT hash FROM chain_node WHERE place = :place"
_ALL = "SELECT hash FROM chain_node ORDER BY place"
_ENTRY = "SELECT entry, signature FROM chain_entry WHERE seq = :seq"


def keep(
    connection: Connection,
    size: int,
    completed: tuple[bytes, ...],
    *,
    whole: bool,
    target: Together | None = None,
) -> None:
    """Keep the nodes that a new entry completes in a tree of this size. whole: all earlier ones are kept.

    If earlier ones are missing, as after a migration, they are made from the entries first. target: where
    those of this entry wait to be written.
    """
    wanted = places_up_to(size)
    kept = wanted if whole else _last(connection)
    if kept < wanted:
        for place, node in enumerate(islice(_made(connection, size), kept, None), kept + 1):
            write(connection, _ADD, {"place": place, "hash": node})
    if kept <= wanted:
        for place, node in enumerate(completed, wanted + 1):
            write(target or connection, _ADD, {"place": place, "hash": node})


def tree(connection: Connection, size: int) -> KeptTree:
    """Return the tree over the first entries. Reading it raises ProofError if something is missing."""

    def node(level: int, number: int) -> bytes:
        if level:
            row = connection.execute(_NODE, {"place": place_of(level, number)}).fetchone()
        else:
            row = connection.execute(_ENTRY, {"seq": number + 1}).fetchone()
        if row is None:
            raise ProofError("a node of the tree is missing")
        return bytes(row[0]) if level else SignedEntry(entry=row[0], signature=row[1]).leaf_hash

    return KeptTree(size, node)


def are_right(connection: Connection, step: Callable[[], None] = lambda: None) -> bool:
    """Whether exactly the nodes over the present entries are kept, or none yet. step: called for each."""
    kept = [bytes(row[0]) for row in connection.execute(_ALL)]
    return not kept or kept == list(_made(connection, chain.size_of(connection), step))


def _last(connection: Connection) -> int:
    return int(connection.execute(_LAST).fetchone()[0])


def _made(connection: Connection, size: int, step: Callable[[], None] = lambda: None) -> Iterator[bytes]:
    """Compute the nodes over the first entries, in their order."""
    return joined.from_iterable(_completed(connection, size, step))


def _completed(connection: Connection, size: int, step: Callable[[], None]) -> Iterator[tuple[bytes, ...]]:
    frontier = Frontier()
    for signed in islice(chain.entries(connection), size):
        step()
        leaf = signed.leaf_hash
        yield frontier.completed_by(leaf)
        frontier = frontier.appended(leaf)
