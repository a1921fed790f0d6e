"""Header: the only plain bytes of a vault, in two copies: its id, an epoch, and its keyslots.

    offset  bytes
    0       8      magic 89 54 48 42 56 0D 0A 1A
    8       2      format version, 1
    10      2      number of keyslots n, 1 to 64
    12      4      length of the whole header, 40 + 168 n + 64
    16      16     vault id
    32      8      epoch, rising by one with each change
    40      168 n  keyslots (crypto.keyslots)
    ...     32     HMAC-SHA256 of everything before, under the header subkey
    ...     32     SHA-256 of everything before, so that damage is seen before anything is derived

Numbers are big-endian. There is no flag, no optional field and no room for one.
"""

import hashlib
import hmac
import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from thb_desktop.crypto.keyslots import ID_LENGTH, VAULT_SLOT_LENGTH, Slot, SlotKind
from thb_desktop.crypto.material import is_same
from thb_desktop.errors import HeaderDamagedError, NewerFormatError
from thb_desktop.vault.system import open_file, write_whole

MAGIC = b"\x89THBV\r\n\x1a"
VERSION = 1
MOST_SLOTS = 64
_FIXED = struct.Struct(f">8sHHI{ID_LENGTH}sQ")
_DIGEST = 32
MOST_LENGTH = _FIXED.size + MOST_SLOTS * VAULT_SLOT_LENGTH + 2 * _DIGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A parsed header: nothing in it is trusted before `verify_authentic`."""

    vault_id: bytes
    epoch: int
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def sealed(self, header_key: bytearray) -> Self:
        """The same header with its authentication code."""
        return replace(self, mac=self._mac(header_key))

    def changed(self, slots: tuple[Slot, ...]) -> Self:
        """Return the next epoch, with other keyslots, not yet sealed."""
        return replace(self, slots=slots, epoch=self.epoch + 1, mac=b"")

    def verify_authentic(self, header_key: bytearray) -> None:
        if not is_same(self.mac, self._mac(header_key)):
            raise HeaderDamagedError("somebody without the vault's key changed its header")

    def to_bytes(self) -> bytes:
        covered = self._covered() + self.mac
        return covered + hashlib.sha256(covered).digest()

    @classmethod
    def from_bytes(cls, untrusted: bytes) -> Self:
        """Parse a header strictly, at most MOST_LENGTH bytes, or raise a declared error.

        HeaderDamagedError, NewerFormatError, KdfBelowFloorError, KdfAboveCeilingError.
        """
        if len(untrusted) < _FIXED.size or not untrusted.startswith(MAGIC):
            raise HeaderDamagedError("the vault's header is malformed or cut off")
        _, version, count, length, vault_id, epoch = _FIXED.unpack_from(untrusted)
        if hashlib.sha256(untrusted[:-_DIGEST]).digest() != untrusted[-_DIGEST:]:
            raise HeaderDamagedError("the vault's header is damaged: its digest is wrong")
        if version != VERSION:
            if version < VERSION:
                raise HeaderDamagedError("the vault's header has an unknown format")
            raise NewerFormatError("the vault was written by a newer version of this program")
        end = _FIXED.size + count * VAULT_SLOT_LENGTH
        if not 1 <= count <= MOST_SLOTS or not len(untrusted) == length == end + 2 * _DIGEST:
            raise HeaderDamagedError("the lengths in the vault's header contradict each other")
        starts = range(_FIXED.size, end, VAULT_SLOT_LENGTH)
        slots = tuple(Slot.from_bytes(untrusted[start : start + VAULT_SLOT_LENGTH]) for start in starts)
        if len({slot.slot_id for slot in slots}) != count or any(
            slot.kind is SlotKind.USER for slot in slots
        ):
            raise HeaderDamagedError("the vault's header has keyslots that do not belong there")
        return cls(vault_id=vault_id, epoch=epoch, slots=slots, mac=untrusted[end : end + _DIGEST])

    def _covered(self) -> bytes:
        count = len(self.slots)
        length = _FIXED.size + count * VAULT_SLOT_LENGTH + 2 * _DIGEST
        fixed = _FIXED.pack(MAGIC, VERSION, count, length, self.vault_id, self.epoch)
        return fixed + b"".join(slot.to_bytes() for slot in self.slots)

    def _mac(self, header_key: bytearray) -> bytes:
        return hmac.digest(header_key, self._covered(), "sha256")


def read_header(path: Path) -> bytes | None:
    """Return the bytes of one copy, at most one more than the longest header; None if there is none."""
    try:
        with open_file(path) as file:
            return file.read(MOST_LENGTH + 1)
    except FileNotFoundError:
        return None


def write_header(path: Path, header: Header) -> None:
    """Write and flush one copy. The caller writes the second only after the first is durable."""
    write_whole(path, header.to_bytes())
