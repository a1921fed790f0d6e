"""The number of events of each subject: a second tree that proves "event n of N"."""

from collections.abc import Iterable
from dataclasses import dataclass

from thb_desktop.errors import NotFoundError, ProofError
from thb_desktop.ledger import tree


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterProof:
    """Proof that `subject` has `n` events: its place in order of first appearance, and the siblings up to the
    root.
    """

    subject: str
    n: int
    index: int
    proof: tuple[bytes, ...]


class Counters:
    """The number of events of each subject, in order of first appearance; O(log n) for each event."""

    def __init__(self, standing: Iterable[tuple[str, int]] = ()) -> None:
        """Begin with (subject, n) pairs in order of first appearance. Raises ValueError for a repeated
        subject.
        """
        self._n = dict[str, int]()
        for subject, n in standing:
            if subject in self._n:
                message = "a subject stands twice among the counters"
                raise ValueError(message)
            self._n[subject] = n
        self._index = {subject: index for index, subject in enumerate(self._n)}
        self._tree = tree.Tree(counter_leaf(subject, n) for subject, n in self._n.items())
        self._former: list[tuple[str, int]] = []

    @property
    def size(self) -> int:
        return self._tree.size

    @property
    def root(self) -> bytes:
        return self._tree.root

    def of(self, subject: str) -> int:
        """Return the number of events of a subject so far: 0 if it never appeared."""
        return self._n.get(subject, 0)

    def advance(self, subject: str) -> int:
        """Count one more event, and return its number."""
        n = self.of(subject) + 1
        self.put(subject, n)
        return n

    def put(self, subject: str, n: int) -> None:
        """Set the number of a subject to n, as a chain claims it."""
        self._former.append((subject, self.of(subject)))
        self._put(subject, n)

    def mark(self) -> None:
        """Begin what `roll_back` takes back."""
        self._former.clear()

    def roll_back(self) -> None:
        """Return to the numbers at the last `mark`."""
        for subject, n in reversed(self._former):
            if n:
                self._put(subject, n)
            else:
                self._tree.drop()
                del self._n[subject], self._index[subject]
        self._former.clear()

    def _put(self, subject: str, n: int) -> None:
        leaf = counter_leaf(subject, n)
        if subject in self._index:
            self._tree.replace(self._index[subject], leaf)
        else:
            self._index[subject] = self._tree.size
            self._tree.append(leaf)
        self._n[subject] = n

    def prove(self, subject: str) -> CounterProof:
        if subject not in self._index:
            raise NotFoundError("the chain has no event of this subject")
        index = self._index[subject]
        return CounterProof(
            subject=subject, n=self._n[subject], index=index, proof=self._tree.inclusion_proof(index)
        )


def counter_leaf(subject: str, n: int) -> bytes:
    """The leaf hash over the canonical JSON list ["thb-counter/1", subject, n]."""
    return tree.leaf_hash(f'["thb-counter/1","{subject}",{n}]'.encode("ascii"))


def verify_counter(counter: CounterProof, *, subjects: int, root: bytes) -> None:
    """Verify that the subject has n events under this root. Raises ProofError."""
    if counter.n < 1:
        raise ProofError("a counter begins at 1")
    tree.verify_inclusion(
        leaf=counter_leaf(counter.subject, counter.n),
        index=counter.index,
        size=subjects,
        proof=counter.proof,
        root=root,
    )
