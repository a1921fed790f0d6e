"""The Merkle tree of RFC 9162 (hashes as in RFC 6962): roots, inclusion and consistency proofs, and
checks.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from thb_desktop.errors import NotFoundError, ProofError

EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


class Proving(ABC):
    """A tree that proves what is in it, made of the roots of its subtrees."""

    @property
    @abstractmethod
    def size(self) -> int: ...

    @abstractmethod
    def _subtree(self, start: int, end: int) -> bytes:
        """Return the root over the leaves from start to end, a subtree of RFC 9162."""

    @property
    def root(self) -> bytes:
        return self._subtree(0, self.size) if self.size else EMPTY_ROOT

    def inclusion_proof(self, index: int) -> tuple[bytes, ...]:
        """The siblings from the leaf up to the root (RFC 9162, section 2.1.3.1)."""
        self._require(0 <= index < self.size)
        start, end = 0, self.size
        proof: list[bytes] = []
        while end - start > 1:
            middle = _middle(start, end)
            if index < middle:
                proof.append(self._subtree(middle, end))
                end = middle
            else:
                proof.append(self._subtree(start, middle))
                start = middle
        return tuple(reversed(proof))

    def consistency_proof(self, old_size: int) -> tuple[bytes, ...]:
        """Prove that the tree of the first `old_size` leaves is the beginning of this one (2.1.4.1)."""
        self._require(0 < old_size <= self.size)
        start, end, on_the_left_edge = 0, self.size, True
        proof: list[bytes] = []
        while end != old_size:
            middle = _middle(start, end)
            if old_size <= middle:
                proof.append(self._subtree(middle, end))
                end = middle
            else:
                proof.append(self._subtree(start, middle))
                start, on_the_left_edge = middle, False
        if not on_the_left_edge:
            proof.append(self._subtree(start, end))
        return tuple(reversed(proof))

    def _require(self, inside: bool) -> None:
        if not inside:
            raise NotFoundError("the tree has no leaf with this number")


class Tree(Proving):
    """All nodes in memory: append and replace in O(log n), proofs from the present tree.

    Level 0 has the leaf hashes; each level above has the parents. A last node without a sibling moves up
    unchanged. This is the shape of RFC 9162, section 2.1.1. The parents of changed leaves are computed when a
    root or a proof is asked for: a thousand new leaves have about two thousand nodes, and not ten for each.
    """

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        level = list(leaf_hashes)
        self._stale: set[int] = set()
        self._levels = [level]
        while len(level) > 1:
            level = _parents(level)
            self._levels.append(level)

    @property
    def size(self) -> int:
        return len(self._levels[0])

    def append(self, leaf: bytes) -> None:
        self._stale.add(self.size)
        self._levels[0].append(leaf)

    def replace(self, index: int, leaf: bytes) -> None:
        self._require(0 <= index < self.size)
        self._levels[0][index] = leaf
        self._stale.add(index)

    def drop(self) -> None:
        """Take back the last `append`."""
        self._require(self.size > 0)
        self._refresh()
        self._levels[0].pop()
        for below, level in pairwise(self._levels):
            while len(level) > (len(below) + 1) // 2:
                level.pop()
        while len(self._levels) > 1 and len(self._levels[-2]) <= 1:
            self._levels.pop()
        if self.size:
            self._stale.add(self.size - 1)

    def _subtree(self, start: int, end: int) -> bytes:
        self._refresh()
        level = (end - start - 1).bit_length()
        return self._levels[level][start >> level]

    def _refresh(self) -> None:
        """Compute the parents of all leaves that changed."""
        if not self._stale:
            return
        indexes, self._stale = self._stale, set()
        level = self._levels[0]
        for upper in self._levels[1:]:
            indexes = {index >> 1 for index in indexes}
            for index in sorted(indexes):
                _put(upper, index, _parent(level, index))
            level = upper
        while len(level) > 1:
            level = _parents(level)
            self._levels.append(level)


class KeptTree(Proving):
    """A tree whose complete subtrees are kept elsewhere; proofs read O(log n) of them.

    node: returns the root of the complete subtree of 2^level leaves with this number, from 0; of level 0, a
    leaf hash.
    """

    def __init__(self, size: int, node: Callable[[int, int], bytes]) -> None:
        self._size = size
        self._node = node

    @property
    def size(self) -> int:
        return self._size

    def _subtree(self, start: int, end: int) -> bytes:
        span = end - start
        if span & span - 1 == 0:
            level = span.bit_length() - 1
            return self._node(level, start >> level)
        middle = _middle(start, end)
        return node_hash(self._subtree(start, middle), self._subtree(middle, end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier:
    """The right edge of a tree: enough to append and to compute the root, O(log n) in time and memory.

    peaks: roots of the complete subtrees, the largest first, one for each 1 in the binary form of `size`.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or self.size.bit_count() != len(self.peaks):
            raise ProofError("the edge of a tree does not fit its size")

    def appended(self, leaf: bytes, completed: tuple[bytes, ...] | None = None) -> "Frontier":
        """Return the edge with one more leaf. completed: what `completed_by` returns, if it is known."""
        if completed is None:
            completed = self.completed_by(leaf)
        kept = self.peaks[: len(self.peaks) - len(completed)]
        return Frontier(size=self.size + 1, peaks=(*kept, completed[-1] if completed else leaf))

    def completed_by(self, leaf: bytes) -> tuple[bytes, ...]:
        """Return the roots of the subtrees of two leaves and more that this leaf completes, small first."""
        trailing_ones = (~self.size & self.size + 1).bit_length() - 1
        completed: list[bytes] = []
        for peak in self.peaks[::-1][:trailing_ones]:
            leaf = node_hash(peak, leaf)
            completed.append(leaf)
        return tuple(completed)

    @property
    def root(self) -> bytes:
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in self.peaks[-2::-1]:
            root = node_hash(peak, root)
        return root


def root_of(leaf_hashes: Sequence[bytes]) -> bytes:
    """Return the root over leaf hashes without keeping the tree."""
    level = leaf_hashes
    while len(level) > 1:
        level = _parents(level)
    return level[0] if level else EMPTY_ROOT


def verify_inclusion(*, leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Verify by RFC 9162, section 2.1.3.2, that `leaf` (a leaf hash) is at `index`. Raises ProofError."""
    if not 0 <= index < size:
        raise ProofError("the leaf is outside the tree")
    found = leaf
    for sibling, on_the_left in zip(proof, _sides(index, size - 1, len(proof)), strict=True):
        found = node_hash(sibling, found) if on_the_left else node_hash(found, sibling)
    if found != root:
        raise ProofError("the inclusion proof leads to another root")


def verify_consistency(
    *, old_size: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]
) -> None:
    """Verify by RFC 9162, section 2.1.4.2, that the old tree begins the new one. Raises ProofError."""
    if not 0 < old_size <= size:
        raise ProofError("the older tree is empty or larger than the newer")
    if old_size == size:
        if proof or old_root != root:
            raise ProofError("two trees of one size have different roots")
        return
    path = list(proof) if old_size & old_size - 1 else [old_root, *proof]
    if not path:
        raise ProofError("the proof is too short")
    at, last = old_size - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old_found = found = path[0]
    for sibling, on_the_left in zip(path[1:], _sides(at, last, len(path) - 1), strict=True):
        if on_the_left:
            old_found, found = node_hash(sibling, old_found), node_hash(sibling, found)
        else:
            found = node_hash(found, sibling)
    if old_found != old_root or found != root:
        raise ProofError("the older tree is not the beginning of the newer")


def _sides(at: int, last: int, length: int) -> list[bool]:
    """On the path up from node `at` of 0 .. `last`: whether each of `length` siblings is on the left."""
    sides = []
    for _ in range(length):
        if last == 0:
            raise ProofError("the proof is too long")
        on_the_left = bool(at & 1) or at == last
        while on_the_left and not at & 1 and at:
            at, last = at >> 1, last >> 1
        sides.append(on_the_left)
        at, last = at >> 1, last >> 1
    if last != 0:
        raise ProofError("the proof is too short")
    return sides


def place_of(level: int, number: int) -> int:
    """Return the place, from 1, of a complete subtree of 2^level leaves in the order in which leaves complete
    subtrees of two leaves and more, smallest first.
    """
    leaves = number + 1 << level
    trailing_zeros = (leaves & -leaves).bit_length() - 1
    return leaves - leaves.bit_count() - (trailing_zeros - level)


def places_up_to(size: int) -> int:
    """Return how many complete subtrees of two leaves and more a tree has."""
    return size - size.bit_count()


def _middle(start: int, end: int) -> int:
    """Return where RFC 9162 divides these leaves: the largest power of two below their number."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def _parents(level: Sequence[bytes]) -> list[bytes]:
    each = iter(level)
    parents = [sha256(b"\x01" + left + right).digest() for left, right in zip(each, each, strict=False)]
    if len(level) % 2:
        parents.append(level[-1])
    return parents


def _parent(level: Sequence[bytes], index: int) -> bytes:
    pair = level[2 * index : 2 * index + 2]
    return node_hash(*pair) if len(pair) == 2 else pair[0]


def _put(level: list[bytes], index: int, node: bytes) -> None:
    if index == len(level):
        level.append(node)
    else:
        level[index] = node
