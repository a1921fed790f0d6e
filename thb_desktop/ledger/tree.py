"""The Merkle tree of RFC 9162 (hashes as in RFC 6962): roots, inclusion and consistency proofs, and
checks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from thb_desktop.errors import NotFoundError, ProofError

EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """All nodes in memory: append and replace in O(log n), proofs from the present tree.

    Level 0 has the leaf hashes; each level above has the parents. A last node without a sibling moves up
    unchanged. This is the shape of RFC 9162, section 2.1.1.
    """

    def __init__(self, leaf_hashes: Iterable[bytes] = ()) -> None:
        level = list(leaf_hashes)
        self._levels = [level]
        while len(level) > 1:
            level = _parents(level)
            self._levels.append(level)

    @property
    def size(self) -> int:
        return len(self._levels[0])

    @property
    def root(self) -> bytes:
        return self._levels[-1][0] if self.size else EMPTY_ROOT

    def append(self, leaf: bytes) -> None:
        self._levels[0].append(leaf)
        self._refresh(self.size - 1)

    def replace(self, index: int, leaf: bytes) -> None:
        self._require(0 <= index < self.size)
        self._levels[0][index] = leaf
        self._refresh(index)

    def inclusion_proof(self, index: int) -> tuple[bytes, ...]:
        """The siblings from the leaf up to the root (RFC 9162, section 2.1.3.1)."""
        self._require(0 <= index < self.size)
        proof = []
        for level in self._levels[:-1]:
            sibling = index ^ 1
            if sibling < len(level):
                proof.append(level[sibling])
            index >>= 1
        return tuple(proof)

    def consistency_proof(self, old_size: int) -> tuple[bytes, ...]:
        """Prove that the tree of the first `old_size` leaves is the beginning of this one (2.1.4.1)."""
        self._require(0 < old_size <= self.size)
        start, end, on_the_left_edge = 0, self.size, True
        proof: list[bytes] = []
        while end != old_size:
            middle = start + (1 << (end - start - 1).bit_length() - 1)
            if old_size <= middle:
                proof.append(self._subtree(middle, end))
                end = middle
            else:
                proof.append(self._subtree(start, middle))
                start, on_the_left_edge = middle, False
        if not on_the_left_edge:
            proof.append(self._subtree(start, end))
        return tuple(reversed(proof))

    def _subtree(self, start: int, end: int) -> bytes:
        level = (end - start - 1).bit_length()
        return self._levels[level][start >> level]

    def _refresh(self, index: int) -> None:
        level = self._levels[0]
        for upper in self._levels[1:]:
            index >>= 1
            _put(upper, index, _parent(level, index))
            level = upper
        if len(level) > 1:
            self._levels.append([_parent(level, 0)])

    def _require(self, inside: bool) -> None:
        if not inside:
            raise NotFoundError("the tree has no leaf with this number")


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

    def appended(self, leaf: bytes) -> "Frontier":
        peaks = list(self.peaks)
        trailing_ones = (~self.size & self.size + 1).bit_length() - 1
        for _ in range(trailing_ones):
            leaf = node_hash(peaks.pop(), leaf)
        return Frontier(size=self.size + 1, peaks=(*peaks, leaf))

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
