"""The check of a whole chain: its entries, its signed heads, and states remembered elsewhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.ledger.checkpoint import Head, Mark, SignedHead
from thb_desktop.ledger.entry import SignedEntry, VerifySignature
from thb_desktop.ledger.faults import Fault, at_head, merged
from thb_desktop.ledger.statement import KeyRing, SignedStatement, gather_keys
from thb_desktop.ledger.walk import Link, OpeningOf, Walk

_Told = tuple[int, bytes, int, bytes]
"""What a head tells: size, root, and the number and root of the counters. There are as many as entries."""


def check_chain(
    entries: Iterable[SignedEntry],
    *,
    vault: str,
    statements: Iterable[SignedStatement],
    certified: Mapping[str, Collection[bytes]],
    heads: Iterable[SignedHead],
    verify_signature: VerifySignature,
    marks: Sequence[Mark] = (),
    opening_of: OpeningOf | None = None,
) -> tuple[Fault, ...]:
    """Return the faults of the chain of `vault`; nothing if it is valid.

    heads: all stored ones, or the newest. Entries are read once, in their stored order. The rest is what
    `ChainCheck` takes.
    """
    check = ChainCheck(
        vault=vault,
        statements=statements,
        certified=certified,
        verify_signature=verify_signature,
        marks=marks,
        opening_of=opening_of,
    )
    for head in heads:
        check.take_head(head)
    for entry in entries:
        check.take_entry(entry)
    return check.faults()


class ChainCheck:
    """The check of one chain, which is given its heads and its entries, each head before its last entry.

    is_in_order: whether each head came so.
    """

    def __init__(
        self,
        *,
        vault: str,
        statements: Iterable[SignedStatement],
        certified: Mapping[str, Collection[bytes]],
        verify_signature: VerifySignature,
        marks: Sequence[Mark] = (),
        opening_of: OpeningOf | None = None,
    ) -> None:
        """certified: agent -> public keys (DER) of the certificates that this vault issued. marks: heads
        remembered outside.
        """
        self.is_in_order = True
        self._vault, self._verify, self._marks = vault, verify_signature, marks
        self._keys, self._key_faults = gather_keys(
            statements, vault=vault, certified=certified, verify_signature=verify_signature
        )
        self._sizes = {mark.size for mark in marks}
        self._walk = Walk(vault, self._keys, verify_signature, opening_of, self._sizes)
        self._before: Link | None = None
        self._link: Link | None = None
        self._heads = 0
        self._sound: list[_Told] = []
        self._head_faults: list[Fault] = []

    def take_head(self, signed: SignedHead) -> None:
        self._heads += 1
        place = self._heads
        try:
            head = signed.parsed()
        except FormatError as refusal:
            code = f"head-{refusal.code}"
            self._head_faults.append(Fault(code=code, about="stored-head", first=place, last=place))
            return
        fault = head_fault(signed, head, vault=self._vault, keys=self._keys, verify_signature=self._verify)
        if fault:
            self._head_faults.append(at_head(fault, head.size))
            return
        self.is_in_order = self.is_in_order and head.size > self._walk.size
        self._sound.append((head.size, head.root, head.subjects, head.counters))
        self._sizes.add(head.size)

    def take_entry(self, signed: SignedEntry) -> None:
        self._go_on(Link.of(signed))

    def faults(self) -> tuple[Fault, ...]:
        """Return the faults, after the last entry."""
        self._go_on(None)
        walk, heads = self._walk, sorted(self._sound, key=itemgetter(0))
        entry_faults = walk.all_faults()
        entries_hold = not any(fault.broken for fault in entry_faults)
        faults = [*self._key_faults, *entry_faults, *self._head_faults]
        if not self._heads:
            faults.append(Fault(code="head-missing"))
        faults += _check_heads(heads, walk, entries_hold=entries_hold)
        faults += [
            fault
            for mark in self._marks
            for fault in _check_mark(mark, heads, walk, entries_hold=entries_hold)
        ]
        return merged(faults)

    def _go_on(self, after: Link | None) -> None:
        """Check an entry once the next one is known, by which a broken one is named."""
        if self._link is not None:
            self._walk.take(self._before, self._link, after)
        self._before, self._link = self._link, after


def head_fault(
    signed: SignedHead, head: Head, *, vault: str, keys: KeyRing, verify_signature: VerifySignature
) -> str | None:
    """Return the fault of a head by itself: another vault, an unknown key, an invalid signature."""
    if head.vault != vault:
        return "head-foreign-vault"
    if head.key not in keys.public:
        return "head-foreign-key"
    try:
        verify_signature(keys.public[head.key], signed.head, signed.signature)
    except SignatureError:
        return "head-altered"
    return None


def _check_heads(heads: Sequence[_Told], walk: Walk, *, entries_hold: bool) -> Iterator[Fault]:
    if not walk.size:
        yield Fault(code="chain-empty")
        return
    last = _last_size(heads)
    if last > walk.size:
        yield Fault(code="tail-cut")
    elif heads and last < walk.size:
        yield at_head("head-behind", last)
    fitting = 0
    for size, *told in heads:
        if size not in walk.states:
            return
        root, *counted, _ = walk.states[size]
        if root != told[0]:
            if entries_hold:
                yield Fault(code="entry-replaced", about="entry", first=fitting + 1, last=size)
            yield at_head("head-mismatch", size)
            return
        if counted != told[1:]:
            yield at_head("head-counters-wrong", size)
            return
        fitting = size


def _last_size(heads: Sequence[_Told]) -> int:
    return heads[-1][0] if heads else 0


def _check_mark(mark: Mark, heads: Sequence[_Told], walk: Walk, *, entries_hold: bool) -> Iterator[Fault]:
    if not walk.size:
        return
    state = walk.states.get(mark.size)
    root, *_, latest = state or (None, walk.latest)
    if root == mark.root:
        return
    if not entries_hold:
        yield Fault(code="remembered-differs")
    elif mark.at and latest and latest > mark.at:
        yield Fault(code="rolled-back-continued")
    elif state:
        yield Fault(code="tail-rebuilt")
    elif _last_size(heads) == walk.size:
        yield Fault(code="rolled-back")
    else:
        yield Fault(code="tail-cut")
