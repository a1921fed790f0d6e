"""Chain worker: the confined process that checks an event chain for another one.

    python -P -s -S -B -m thb_desktop.services.keeping.chain_worker LIMITS

By standard input it gets what is signed, the signatures and the public keys: no key of the vault, and no
content of an entry. It answers how much it read and how many faults it found, and names none.
"""

import json
import struct
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Self, cast

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.errors import SignatureError
from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.worker import NOT_CONFINED
from thb_desktop.ledger import canonical
from thb_desktop.ledger.chain import ChainCheck
from thb_desktop.ledger.checkpoint import Mark, SignedHead
from thb_desktop.ledger.entry import SignedEntry
from thb_desktop.ledger.fields import base64_bytes, base64_text, instant_text
from thb_desktop.ledger.statement import SignedStatement
from thb_desktop.vault.memory import protect_memory

HEAD, ENTRY = 0, 1
_FRAME = struct.Struct(">BII")
"""Head or entry; the length of what is signed, and of the signature."""
_LENGTH = struct.Struct(">I")
_GENERATOR = bytes.fromhex(
    "3059301306072a8648ce3d020106082a8648ce3d03010703420004"
    "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
    "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
)
"""The generator of P-256 as a key, to verify once while the library may still load what it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What a chain is checked with, as `ChainCheck` takes it."""

    vault: str
    statements: Sequence[SignedStatement]
    certified: Mapping[str, Collection[bytes]]
    marks: Sequence[Mark]

    def to_bytes(self) -> bytes:
        """Return what begins the stream, with its length before it."""
        said = canonical.encode(
            {
                "vault": self.vault,
                "statements": [
                    [base64_text(each.statement), each.signature.hex()] for each in self.statements
                ],
                "certified": {agent: [key.hex() for key in keys] for agent, keys in self.certified.items()},
                "marks": [[each.size, each.root.hex(), _text(each.at)] for each in self.marks],
            }
        )
        return _LENGTH.pack(len(said)) + said

    @classmethod
    def read(cls, source: BinaryIO) -> Self:
        (length,) = _LENGTH.unpack(_exactly(source, _LENGTH.size))
        said = json.loads(_exactly(source, length))
        return cls(
            vault=said["vault"],
            statements=[
                SignedStatement(statement=base64_bytes(statement), signature=bytes.fromhex(signature))
                for statement, signature in said["statements"]
            ],
            certified={agent: list(map(bytes.fromhex, keys)) for agent, keys in said["certified"].items()},
            marks=[
                Mark(size=size, root=bytes.fromhex(root), at=datetime.fromisoformat(at) if at else None)
                for size, root, at in said["marks"]
            ],
        )


def framed(kind: int, signed: bytes, signature: bytes) -> bytes:
    """Return a head or an entry as the worker reads it."""
    return b"".join((_FRAME.pack(kind, len(signed), len(signature)), signed, signature))


def check_stream(source: BinaryIO) -> dict[str, int]:
    """Return how many heads and entries there were, and how many faults."""
    keys = Keys.read(source)
    check = ChainCheck(
        vault=keys.vault,
        statements=keys.statements,
        certified=keys.certified,
        verify_signature=verify_signature,
        marks=keys.marks,
    )
    read = [0, 0]
    for kind, signed, signature in _frames(source):
        read[kind] += 1
        if kind == HEAD:
            check.take_head(SignedHead(head=signed, signature=signature))
        else:
            check.take_entry(SignedEntry(entry=signed, signature=signature))
    faults = len(check.faults()) + (not check.is_in_order)
    return {"heads": read[HEAD], "entries": read[ENTRY], "faults": faults}


def _frames(source: BinaryIO) -> Iterator[tuple[int, bytes, bytes]]:
    while begins := source.read(_FRAME.size):
        kind, signed, signature = _FRAME.unpack(begins)
        told = _exactly(source, signed + signature)
        yield kind, told[:signed], told[signed:]


def _exactly(source: BinaryIO, length: int) -> bytes:
    told = source.read(length)
    if len(told) != length:
        raise EOFError("the stream ends within a value")
    return told


def _text(at: datetime | None) -> str:
    return instant_text(at) if at else ""


def main(arguments: Sequence[str]) -> int:
    protect_memory()
    source, answer = sys.stdin.buffer, sys.stdout.buffer
    _load()
    try:
        confine_this_process(Limits.from_text(arguments[0]))
    except OSError:
        return NOT_CONFINED
    answer.write(canonical.encode(cast(canonical.Value, check_stream(source))) + b"\n")
    answer.flush()
    return 0


def _load() -> None:
    try:
        verify_signature(_GENERATOR, b"", b"\1" * 64)
    except SignatureError:
        return  # as it must be: nobody signed this


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
