"""Goes along a chain and checks each entry: its signature, link, counter and content."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from thb_desktop.errors import FormatError, SignatureError
from thb_desktop.ledger.counters import Counters
from thb_desktop.ledger.entry import (
    BEFORE_THE_FIRST,
    CLOCK_WENT_BACK,
    USER_RETIRED,
    Entry,
    Opening,
    SignedEntry,
    VerifySignature,
)
from thb_desktop.ledger.faults import Fault, at_entry
from thb_desktop.ledger.naming import name_broken_signature
from thb_desktop.ledger.statement import KeyRing
from thb_desktop.ledger.tree import Frontier

OpeningOf = Callable[[Entry], Opening | None]
"""Returns the content of an entry; None if it was erased."""

_NAMED = 16
"""At most this many broken signatures are analysed; more are called altered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One entry as found, and its parsed form or the reason why it cannot be read."""

    signed: SignedEntry
    leaf: bytes
    entry: Entry | None
    refusal: str = ""

    @classmethod
    def of(cls, signed: SignedEntry) -> "Link":
        try:
            return cls(signed=signed, leaf=signed.leaf_hash, entry=signed.parsed())
        except FormatError as refusal:
            return cls(signed=signed, leaf=signed.leaf_hash, entry=None, refusal=refusal.code)


State = tuple[bytes, int, bytes, datetime | None]
"""The state of a chain after some entries: its root, the number and root of its counters, and the latest
claimed time of an entry."""


class Walk:
    """The check along the chain, with the state between one entry and the next."""

    def __init__(
        self,
        vault: str,
        keys: KeyRing,
        verify_signature: VerifySignature,
        opening_of: OpeningOf | None,
        sizes: Collection[int],
    ) -> None:
        self._vault = vault
        self._keys = keys
        self._verify_signature = verify_signature
        self._opening_of = opening_of
        self._sizes = sizes
        self._named = 0
        self._frontier = Frontier()
        self._counters = Counters()
        self._retired: set[str] = set()
        self._previous_holds = True
        self._latest: datetime | None = None
        self._seqs: list[int] = []
        self._leaves: list[bytes] = []
        self._faults: list[Fault] = []
        self._counter_faults: list[Fault] = []
        self.states: dict[int, State] = {}

    @property
    def size(self) -> int:
        return len(self._seqs)

    @property
    def latest(self) -> datetime | None:
        return self._latest

    def take(self, before: Link | None, link: Link, after: Link | None) -> None:
        previous = before.entry if before else None
        entry = link.entry
        if entry is None:
            seq = self._seqs[-1] + 1 if self._seqs else 1
            self._faults.append(at_entry(f"entry-{link.refusal}", seq))
            self._previous_holds = False
        else:
            seq = entry.seq
            holds = self._check_signature(previous, link.signed, entry, after.entry if after else None)
            if holds:
                self._check_claims(entry)
                self._check_clock(previous, entry)
                if self._previous_holds:
                    self._check_link(before, entry)
            self._check_content(entry)
            self._previous_holds = holds
        self._seqs.append(seq)
        self._leaves.append(link.leaf)
        self._frontier = self._frontier.appended(link.leaf)
        if self.size in self._sizes:
            counters = self._counters
            counters.mark()
            self.states[self.size] = (self._frontier.root, counters.size, counters.root, self._latest)

    def all_faults(self) -> list[Fault]:
        order = _check_order(self._seqs, self._leaves)
        # If entries are missing or moved, their counters are wrong too: one cause, one fault.
        return self._faults + (order or self._counter_faults)

    def _check_signature(
        self, before: Entry | None, signed: SignedEntry, entry: Entry, after: Entry | None
    ) -> bool:
        if entry.vault != self._vault:
            return self._refuse("entry-foreign-vault", entry)
        if entry.key not in self._keys.sessions:
            return self._refuse("key-foreign", entry)
        try:
            self._verify_signature(self._keys.public[entry.key], signed.entry, signed.signature)
        except SignatureError:
            self._named += 1
            if self._named > _NAMED:
                return self._refuse("entry-altered", entry)
            code = name_broken_signature(
                signed,
                entry,
                before=before,
                after=after,
                keys=self._keys,
                verify_signature=self._verify_signature,
            )
            return self._refuse(code, entry)
        return True

    def _check_claims(self, entry: Entry) -> None:
        statement = self._keys.sessions[entry.key]
        if entry.agent != statement.agent:
            self._refuse("agent-mismatch", entry)
        elif entry.role != statement.role:
            self._refuse("role-mismatch", entry)
        if code := self._keys.time_fault(statement, entry.seq):
            self._refuse(code, entry)
        if entry.agent in self._retired:
            self._refuse("agent-retired", entry)
        if entry.action == USER_RETIRED:
            self._retired.add(entry.subject)

    def _check_clock(self, before: Entry | None, entry: Entry) -> None:
        if before:
            if entry.at < before.at and entry.action != CLOCK_WENT_BACK:
                self._refuse("clock-backwards", entry)
            if before.boot and entry.boot == before.boot and entry.mono < before.mono:
                self._refuse("monotonic-backwards", entry)
        if self._latest is None or entry.at > self._latest:
            self._latest = entry.at

    def _check_link(self, before: Link | None, entry: Entry) -> None:
        seq = self._seqs[-1] if self._seqs else 0
        if entry.seq != seq + 1:
            return
        if before is None:
            if entry.prev != BEFORE_THE_FIRST:
                self._refuse("link-broken", entry)
        elif entry.prev != before.leaf and before.entry:
            self._refuse("entry-replaced", before.entry)

    def _check_content(self, entry: Entry) -> None:
        if entry.n != self._counters.of(entry.subject) + 1:
            self._counter_faults.append(at_entry("counter-wrong", entry.seq))
        self._counters.put(entry.subject, entry.n)
        opening = self._opening_of(entry) if self._opening_of else None
        if opening and opening.commitment != entry.commitment:
            self._refuse("payload-altered", entry)

    def _refuse(self, code: str, entry: Entry) -> bool:
        self._faults.append(at_entry(code, entry.seq))
        return False


def _check_order(seqs: Sequence[int], leaves: Sequence[bytes]) -> list[Fault]:
    if all(seq == place for place, seq in enumerate(seqs, start=1)):
        return []
    faults = []
    leaf_of: dict[int, bytes] = {}
    highest = 0
    for seq, leaf in zip(seqs, leaves, strict=True):
        if seq in leaf_of:
            faults.append(at_entry("entry-repeated" if leaf == leaf_of[seq] else "entry-forked", seq))
            continue
        leaf_of[seq] = leaf
        if seq < highest:
            faults.append(at_entry("entry-out-of-order", seq))
        highest = max(highest, seq)
    for low, high in pairwise((0, *sorted(leaf_of))):
        if high > low + 1:
            faults.append(Fault(code="entry-missing", about="entry", first=low + 1, last=high - 1))
    return faults
