"""The tree of a record: one digest over many parts. Parts can be withheld without changing the digest.

A part is one line of canonical JSON, `[name, nonce, value]`; its digest is the SHA-256 of that line. The
first line of a record lists the digests of all parts by name; its SHA-256 is signed and printed. A withheld
part leaves its digest; the nonce prevents anybody from guessing the content.

In a version for a recipient, `["name", "MASKED", value]` is what a withheld part looks like with marks in the
place of masked words. No digest of the tree covers it.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.fields import StrictObject

FORMAT = "thb-record/1"
SALT_SIZE = 32
MASKED = "MASKED"
"""What a masked part has in the place of a nonce."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordTree:
    """A record and its shown parts. digests: of every part (hex). parts: lines, by name.

    values: of parts, by name, where they were parsed already. masked: the parts that are shown with marks.
    """

    digests: Mapping[str, str]
    parts: Mapping[str, bytes]
    values: Mapping[str, Value] = field(default_factory=dict, compare=False, repr=False)
    masked: frozenset[str] = frozenset()

    @classmethod
    def of(cls, values: Iterable[tuple[str, Value]], *, salt: bytes) -> Self:
        """Build the tree of named values. salt: 32 random bytes; empty if nothing is ever withheld."""
        parts = {name: canonical.encode([name, _nonce(salt, name), value]) for name, value in values}
        return cls(digests={name: _digest(line) for name, line in parts.items()}, parts=parts)

    @classmethod
    def of_shown(
        cls, values: Mapping[str, Value], *, nonces: Mapping[str, str], unshown: Mapping[str, str]
    ) -> Self:
        """Build the tree of which these values are shown, with their nonces, and the others have digests."""
        parts = {name: canonical.encode([name, nonce, values[name]]) for name, nonce in nonces.items()}
        return cls(digests={**unshown, **{name: _digest(line) for name, line in parts.items()}}, parts=parts)

    @classmethod
    def parse(cls, untrusted: bytes) -> Self:
        """Parse what `to_bytes` writes; `strangers` checks whether the parts belong to the record.

        Raises FormatError.
        """
        first, *lines = untrusted.split(b"\n")
        if not lines or lines.pop() != b"":
            raise FormatError("a record does not end with a line feed")
        record = StrictObject(canonical.parse(first), ("parts",), what="a record", form=FORMAT)
        digests = record.value("parts")
        if not isinstance(digests, dict) or not all(isinstance(each, str) for each in digests.values()):
            raise FormatError("a record does not list its parts")
        parts, values, masked = dict[str, bytes](), dict[str, Value](), set[str]()
        for line in lines:
            name, nonce, value = _named(line)
            parts[name], values[name] = line, value
            if nonce == MASKED:
                masked.add(name)
        if len(parts) != len(lines):
            raise FormatError("a record has two parts of one name")
        told = {name: str(digest) for name, digest in digests.items()}
        return cls(digests=told, parts=parts, values=values, masked=frozenset(masked))

    def to_bytes(self) -> bytes:
        """The first line and the shown parts, in the order of their names."""
        return b"".join(
            line + b"\n" for line in (self.first, *(self.parts[each] for each in sorted(self.parts)))
        )

    @property
    def first(self) -> bytes:
        """The hashed bytes: the list of the parts' digests."""
        return canonical.encode({"format": FORMAT, "parts": dict(self.digests)})

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the first line, which is signed and printed."""
        return _digest(self.first)

    def only(self, is_shown: Callable[[str], bool]) -> Self:
        """Return the same record with fewer parts shown."""
        shown = {name: line for name, line in self.parts.items() if is_shown(name)}
        return type(self)(digests=self.digests, parts=shown)

    def masking(self, values: Mapping[str, Value]) -> Self:
        """Return the same record with these values shown in the place of parts."""
        lines = {name: canonical.encode([name, MASKED, value]) for name, value in values.items()}
        return type(self)(digests=self.digests, parts={**self.parts, **lines}, masked=frozenset(lines))

    def strangers(self, *, may_mask: bool = False) -> list[str]:
        """Return the names of parts that do not belong to the record.

        may_mask: whether a part that the record has may be masked. Nothing binds what a masked part says, so
        only who compares it with a signed list of redactions asks for that.
        """
        return [
            name
            for name, line in self.parts.items()
            if self.digests.get(name) != _digest(line)
            and not (may_mask and name in self.masked and name in self.digests)
        ]

    def nonce(self, name: str) -> str:
        """Return the nonce of a part. Raises KeyError for one that is not shown."""
        return _named(self.parts[name])[1]

    def value(self, name: str) -> Value:
        """Return the value of a part. Raises KeyError for one that is not shown."""
        return self.values[name] if name in self.values else _named(self.parts[name])[2]


def _nonce(salt: bytes, name: str) -> str:
    return hmac.digest(salt, name.encode(), "sha256").hex() if salt else ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _named(line: bytes) -> tuple[str, str, Value]:
    """Return the name, the nonce and the value of a part. Raises FormatError."""
    part = canonical.parse(line)
    if not isinstance(part, list) or len(part) != 3 or not all(isinstance(each, str) for each in part[:2]):
        raise FormatError("a part of a record is not in its form")
    return str(part[0]), str(part[1]), part[2]
