"""Manifest: what a backup holds, each part with its size and digest, under a code that needs the vault's key.

    <canonical JSON> LF <HMAC-SHA256 of the JSON under the backup subkey, 64 hexadecimal digits> LF

Sizes and digests are those of the encrypted parts, and of the event chain it tells only what reveals
nothing: the root, and the short code of its head.
"""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from thb_desktop.crypto.material import is_same
from thb_desktop.errors import BackupDamagedError, FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.fields import StrictObject, instant_text

MOST_LENGTH = 1 << 26
"""Bytes, for half a million parts; more is never read, because the medium may be somebody else's."""
HEADER, DATABASE = "header", "vault.db"
_OBJECT = re.compile(r"[0-9a-f]{32}", re.ASCII)
_CODE = re.compile(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){3}", re.ASCII)
_LINES = 66
"""The digits of the code and two line ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The size in bytes and the SHA-256 (hex) of one stored, encrypted part."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainState:
    """The state of the event chain: the root of its last head, and that head's short code."""

    root: bytes
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One finished backup. parts: by name, `header`, `vault.db`, and each object by its id."""

    FORMAT: ClassVar[str] = "thb-backup/1"

    vault_id: bytes
    number: int
    made_at: datetime
    stand: ChainState
    parts: Mapping[str, Part]

    @property
    def objects(self) -> dict[str, Part]:
        return {name: part for name, part in self.parts.items() if name not in (HEADER, DATABASE)}

    @property
    def size(self) -> int:
        """The total bytes of all parts."""
        return sum(part.size for part in self.parts.values())

    def to_bytes(self, key: bytearray) -> bytes:
        said = canonical.encode(
            {
                "format": self.FORMAT,
                "vault": self.vault_id.hex(),
                "number": self.number,
                "made_at": instant_text(self.made_at),
                "head": {"root": self.stand.root.hex(), "code": self.stand.code},
                "parts": [
                    {"name": name, "size": part.size, "sha256": part.sha256}
                    for name, part in sorted(self.parts.items())
                ],
            }
        )
        return said + f"\n{hmac.digest(key, said, 'sha256').hex()}\n".encode()

    @classmethod
    def from_bytes(cls, untrusted: bytes, key: bytearray) -> Self:
        """Verify the code, then parse strictly. Raises BackupDamagedError."""
        said, ends = untrusted[:-_LINES], untrusted[-_LINES:]
        if not is_same(ends, f"\n{hmac.digest(key, said, 'sha256').hex()}\n".encode()):
            raise BackupDamagedError("the backup's manifest was changed, or is of another vault")
        try:
            return cls._read(canonical.parse(said))
        except FormatError:
            raise BackupDamagedError("the backup's manifest is not in the form this program writes") from None

    @classmethod
    def _read(cls, untrusted: Value) -> Self:
        record = StrictObject(
            untrusted, ("vault", "number", "made_at", "head", "parts"), what="a manifest", form=cls.FORMAT
        )
        head = StrictObject(record.value("head"), ("root", "code"), what="the head in a manifest")
        parts = [_part(value) for value in record.list("parts")]
        names = [name for name, _ in parts]
        if not _CODE.fullmatch(head.text("code")) or names != sorted({*names, HEADER, DATABASE}):
            raise FormatError("a manifest does not name its parts correctly")
        return cls(
            vault_id=record.octets("vault", size=16),
            number=record.integer("number", least=1),
            made_at=record.instant("made_at"),
            stand=ChainState(root=head.digest("root"), code=head.text("code")),
            parts=dict(parts),
        )


def _part(untrusted: Value) -> tuple[str, Part]:
    record = StrictObject(untrusted, ("name", "size", "sha256"), what="a part in a manifest")
    name = record.text("name")
    if name not in (HEADER, DATABASE) and not _OBJECT.fullmatch(name):
        raise FormatError("a manifest names a part that no backup has")
    return name, Part(size=record.integer("size", least=0), sha256=record.digest("sha256").hex())
