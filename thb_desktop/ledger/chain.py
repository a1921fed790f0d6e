"""The check of a whole chain: its entries, its signed heads, and states remembered elsewhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.ledger.checkpoint import Head, Mark, SignedHead
from thb_desktop.ledger.entry import SignedEntry, VerifySignature
from thb_desktop.ledger.faults import Fault, at_head, merged
from thb_desktop.ledger.statement import KeyRing, SignedStatement, gather_keys
from thb_desktop.ledger.walk import OpeningOf, Walk, with_neighbours


def check_chain(
    entries: Iterable[SignedEntry],
    *,
    vault: str,
    statements: Iterable[SignedStatement],
    certified: Mapping[str, Collection[bytes]],
    heads: Sequence[SignedHead],
    verify_signature: VerifySignature,
    marks: Sequence[Mark] = (),
    opening_of: OpeningOf | None = None,
) -> tuple[Fault, ...]:
    """Return the faults of the chain of `vault`; nothing if it is valid.

    certified: agent -> public keys (DER) of the certificates that this vault issued. heads: all stored ones,
    or the newest. marks: heads remembered outside. Entries are read once, in their stored order.
    """
    keys, faults = gather_keys(
        statements, vault=vault, certified=certified, verify_signature=verify_signature
    )
    stored, head_faults = _read_heads(heads, vault, keys, verify_signature)
    walk = Walk(vault, keys, verify_signature, opening_of, {h.size for h in stored} | {m.size for m in marks})
    for before, link, after in with_neighbours(entries):
        walk.take(before, link, after)
    entry_faults = walk.all_faults()
    entries_hold = not any(fault.broken for fault in entry_faults)
    faults += entry_faults
    faults += head_faults
    faults += _check_heads(stored, walk, entries_hold=entries_hold)
    faults += [
        fault for mark in marks for fault in _check_mark(mark, stored, walk, entries_hold=entries_hold)
    ]
    return merged(faults)


def _read_heads(
    heads: Iterable[SignedHead], vault: str, keys: KeyRing, verify_signature: VerifySignature
) -> tuple[list[Head], list[Fault]]:
    """Return the heads with a valid signature, by size, and the faults of the others."""
    sound, faults = [], []
    for place, signed in enumerate(heads, start=1):
        try:
            head = signed.parsed()
        except FormatError as refusal:
            faults.append(Fault(code=f"head-{refusal.code}", about="stored-head", first=place, last=place))
            continue
        if code := head_fault(signed, head, vault=vault, keys=keys, verify_signature=verify_signature):
            faults.append(at_head(code, head.size))
        else:
            sound.append(head)
    if not heads:
        faults.append(Fault(code="head-missing"))
    return sorted(sound, key=lambda head: head.size), faults


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


def _check_heads(heads: Sequence[Head], walk: Walk, *, entries_hold: bool) -> Iterator[Fault]:
    if not walk.size:
        yield Fault(code="chain-empty")
        return
    if heads and heads[-1].size > walk.size:
        yield Fault(code="tail-cut")
    elif heads and heads[-1].size < walk.size:
        yield at_head("head-behind", heads[-1].size)
    fitting = 0
    for head in heads:
        state = walk.states.get(head.size)
        if state is None:
            return
        if state.root != head.root:
            if entries_hold:
                yield Fault(code="entry-replaced", about="entry", first=fitting + 1, last=head.size)
            yield at_head("head-mismatch", head.size)
            return
        if (state.subjects, state.counters) != (head.subjects, head.counters):
            yield at_head("head-counters-wrong", head.size)
            return
        fitting = head.size


def _check_mark(mark: Mark, heads: Sequence[Head], walk: Walk, *, entries_hold: bool) -> Iterator[Fault]:
    if not walk.size:
        return
    state = walk.states.get(mark.size)
    if state and state.root == mark.root:
        return
    latest = state.latest if state else walk.latest
    if not entries_hold:
        yield Fault(code="remembered-differs")
    elif mark.at and latest and latest > mark.at:
        yield Fault(code="rolled-back-continued")
    elif state:
        yield Fault(code="tail-rebuilt")
    elif heads and heads[-1].size == walk.size:
        yield Fault(code="rolled-back")
    else:
        yield Fault(code="tail-cut")
