"""Seen states: a state of the event chain that somebody outside saw, and whether the vault still has it.

The packet of an assignment carries the state of the office's chain as it leaves. The interpreter's program
keeps it, and names it in what comes back: whoever sets the vault back does not set back the laptop.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Self

from thb_desktop.errors import FormatError, ProofError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.ledger.fields import StrictObject
from thb_desktop.ledger.tree import root_of, verify_consistency
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, nodes

SEEN = "seen"
"""What a sheet calls it."""
LONGEST = 256
"""Bytes in the file that the interpreter's program keeps."""


_CODE = re.compile("[A-Z2-7-]{0,24}")
"""A short code as it is told: an interpreter's own words are no part of a refusal at the office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenState:
    """How many entries the chain had, their root (SHA-256, hex), and the short code of its head."""

    entries: int
    root: str
    code: str

    @classmethod
    def read(cls, untrusted: Value) -> Self:
        """Raise FormatError for anything but what `told` writes."""
        record = StrictObject(untrusted, ("code", "entries", "root"), what="the seen state")
        if not _CODE.fullmatch(code := record.text("code")):
            raise FormatError("the seen state has no short code")
        return cls(entries=record.integer("entries", least=1), root=record.digest("root").hex(), code=code)

    @classmethod
    def of_bytes(cls, untrusted: bytes) -> Self:
        return cls.read(canonical.parse(untrusted, max_size=LONGEST))

    def told(self) -> dict[str, Value]:
        return {"code": self.code, "entries": self.entries, "root": self.root}


def without_seen(sheet: Value) -> Value:
    """Return a sheet without the state that it names. Raises FormatError for what is no state."""
    if not isinstance(sheet, dict) or SEEN not in sheet:
        return sheet
    SeenState.read(sheet[SEEN])
    return {name: value for name, value in sheet.items() if name != SEEN}


def seen_in(sheet: dict[str, Value]) -> SeenState | None:
    """Return the state that a sheet names; None for one of before. Raises FormatError."""
    return SeenState.read(sheet[SEEN]) if SEEN in sheet else None


def has_state(connection: Connection, size: int, root: str) -> bool:
    """Whether the event chain had this root when it had this many entries.

    The kept nodes say it, where they prove it against the last signed head: O(log n). Else every entry is
    read.
    """
    signed = chain.last_head(connection)
    head = signed.parsed() if signed is not None else None
    if head is not None and 0 < size <= head.size:
        with suppress(ProofError):
            return _root_at(connection, size, head).hex() == root
    leaves = [signed.leaf_hash for signed in islice(chain.entries(connection), size)]
    return len(leaves) == size and root_of(leaves).hex() == root


def _root_at(connection: Connection, size: int, head: Head) -> bytes:
    """Return the root over the first entries, proved to be the beginning of what the head signs.

    Raises ProofError if a kept node is missing or another.
    """
    root = nodes.tree(connection, size).root
    proof = nodes.tree(connection, head.size).consistency_proof(size)
    verify_consistency(old_size=size, old_root=root, size=head.size, root=head.root, proof=proof)
    return root
