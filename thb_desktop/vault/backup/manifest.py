"""Manifest: what a backup holds, each part with its size and digest, encrypted under the vault's key.

    offset  bytes
    0       8      magic 89 54 48 42 4D 0D 0A 1A
    8       2      format version, 2
    10      ...    canonical JSON as a sealed value (crypto.sealing), bound to the bytes before

The key is HMAC-SHA256 under the backup subkey of "thb-backup-manifest/2". Version 1 was the JSON in clear,
LF, 64 hexadecimal digits of its HMAC-SHA256 under the backup subkey, LF; it is read, and no longer written.
Sizes and digests are those of the encrypted parts.
"""

import hmac
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from thb_desktop.crypto import sealing
from thb_desktop.crypto.material import Randomness, is_same
from thb_desktop.errors import BackupDamagedError, FormatError, SealedValueDamagedError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.fields import StrictObject, instant_text

MOST_LENGTH = 1 << 26
"""Bytes, for half a million parts; more is never read, because the medium may be somebody else's."""
HEADER, DATABASE = "header", "vault.db"
_OBJECT = re.compile(r"[0-9a-f]{32}", re.ASCII)
_CODE = re.compile(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){3}", re.ASCII)
_BEGINNING = struct.pack(">8sH", b"\x89THBM\r\n\x1a", 2)
_KEY_LABEL = b"thb-backup-manifest/2"
_LINES = 66
"""Of version 1: the digits of the code and two line ends."""


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

    def to_bytes(self, key: bytearray, randomness: Randomness) -> bytes:
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
        return _BEGINNING + sealing.seal(_key(key), said, context=_BEGINNING, randomness=randomness)

    @classmethod
    def from_bytes(cls, untrusted: bytes, key: bytearray) -> Self:
        """Verify its code, then parse strictly. Raises BackupDamagedError."""
        said = _opened(untrusted, key) if untrusted.startswith(_BEGINNING) else _clear(untrusted, key)
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


def _key(backup_key: bytearray) -> bytes:
    return hmac.digest(backup_key, _KEY_LABEL, "sha256")


def _opened(untrusted: bytes, key: bytearray) -> bytes:
    try:
        return bytes(sealing.unseal(_key(key), untrusted[len(_BEGINNING) :], context=_BEGINNING))
    except SealedValueDamagedError:
        raise BackupDamagedError("the backup's manifest was changed, or is of another vault") from None


def _clear(untrusted: bytes, key: bytearray) -> bytes:
    said, ends = untrusted[:-_LINES], untrusted[-_LINES:]
    if not is_same(ends, f"\n{hmac.digest(key, said, 'sha256').hex()}\n".encode()):
        raise BackupDamagedError("the backup's manifest was changed, or is of another vault")
    return said


def _part(untrusted: Value) -> tuple[str, Part]:
    record = StrictObject(untrusted, ("name", "size", "sha256"), what="a part in a manifest")
    name = record.text("name")
    if name not in (HEADER, DATABASE) and not _OBJECT.fullmatch(name):
        raise FormatError("a manifest names a part that no backup has")
    return name, Part(size=record.integer("size", least=0), sha256=record.digest("sha256").hex())
