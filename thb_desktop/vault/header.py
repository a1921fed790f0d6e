"""Header: the only plain bytes of a vault, in two copies: its masked id, an epoch, and its keyslots.

    offset  bytes
    0       8      magic 89 54 48 42 56 0D 0A 1A
    8       2      format version, 2
    10      2      number of keyslots n, 1 to 64
    12      4      length of the whole header, 40 + 168 n + 64
    16      16     vault id, masked
    32      8      epoch, rising by one with each change
    40      168 n  keyslots (crypto.keyslots), the user of each masked
    ...     32     HMAC-SHA256 of everything before, under the header subkey
    ...     32     SHA-256 of everything before, so that damage is seen before anything is derived

Numbers are big-endian. There is no flag, no optional field and no room for one. The masks need the master key
(crypto.masks). Version 1 had the ids in clear: the next unlock that may write replaces it.
"""

import hashlib
import hmac
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from thb_desktop.crypto.keyslots import (
    ID_LENGTH,
    VAULT_SLOT_LENGTH,
    Slot,
    SlotKind,
    unwrap,
    unwrap_masked,
)
from thb_desktop.crypto.masks import Masks
from thb_desktop.crypto.material import is_same, wipe
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
from thb_desktop.errors import HeaderDamagedError, NewerFormatError
from thb_desktop.vault.system import open_file, write_whole

MAGIC = b"\x89THBV\r\n\x1a"
IDS_IN_CLEAR, VERSION = 1, 2
"""The first format, and the one that is written."""
MOST_SLOTS = 64
_FIXED = struct.Struct(f">8sHHI{ID_LENGTH}sQ")
_DIGEST = 32
MOST_LENGTH = _FIXED.size + MOST_SLOTS * VAULT_SLOT_LENGTH + 2 * _DIGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A parsed header as it lies on the medium: nothing in it is trusted before `verify_authentic`.

    vault_id and the users of the slots are masked, but in version 1.
    """

    vault_id: bytes
    epoch: int
    slots: tuple[Slot, ...]
    mac: bytes = b""
    version: int = VERSION

    @property
    def tells_ids(self) -> bool:
        """Whether the ids in it are readable for everybody."""
        return self.version == IDS_IN_CLEAR

    def unwrapped(self, slot: Slot, key: bytearray) -> tuple[bytearray, ...]:
        """Open one of its slots: (master key, user key). Raises WrongPassphraseError."""
        opener = unwrap if self.tells_ids else unwrap_masked
        return opener(slot, key, vault_id=self.vault_id)

    def known(self, master_key: bytearray) -> "KnownHeader":
        """Return what it says to whoever has the master key. Raises HeaderDamagedError if it is not
        authentic.
        """
        if self.tells_ids:
            sets = frozenset(slot.slot_id for slot in self.slots if slot.kind is SlotKind.SHARES)
            found = KnownHeader(vault_id=self.vault_id, epoch=self.epoch, slots=self.slots, first_sets=sets)
        else:
            masks = Masks(master_key)
            slots = tuple(slot.masked(masks) for slot in self.slots)
            found = KnownHeader(vault_id=masks.vault(self.vault_id), epoch=self.epoch, slots=slots)
        with found.key(master_key) as header_key:
            self.verify_authentic(header_key)
        return found

    def sealed(self, header_key: bytearray) -> Self:
        """The same header with its authentication code."""
        return replace(self, mac=self._mac(header_key))

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
        if version > VERSION:
            raise NewerFormatError("the vault was written by a newer version of this program")
        if version < IDS_IN_CLEAR:
            raise HeaderDamagedError("the vault's header has an unknown format")
        end = _FIXED.size + count * VAULT_SLOT_LENGTH
        if not 1 <= count <= MOST_SLOTS or not len(untrusted) == length == end + 2 * _DIGEST:
            raise HeaderDamagedError("the lengths in the vault's header contradict each other")
        starts = range(_FIXED.size, end, VAULT_SLOT_LENGTH)
        slots = tuple(Slot.from_bytes(untrusted[start : start + VAULT_SLOT_LENGTH]) for start in starts)
        if len({slot.slot_id for slot in slots}) != count or any(
            slot.kind is SlotKind.USER for slot in slots
        ):
            raise HeaderDamagedError("the vault's header has keyslots that do not belong there")
        mac = untrusted[end : end + _DIGEST]
        return cls(vault_id=vault_id, epoch=epoch, slots=slots, mac=mac, version=version)

    def _covered(self) -> bytes:
        count = len(self.slots)
        length = _FIXED.size + count * VAULT_SLOT_LENGTH + 2 * _DIGEST
        fixed = _FIXED.pack(MAGIC, self.version, count, length, self.vault_id, self.epoch)
        return fixed + b"".join(slot.to_bytes() for slot in self.slots)

    def _mac(self, header_key: bytearray) -> bytes:
        return hmac.digest(header_key, self._covered(), "sha256")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHeader:
    """A header as whoever has the master key knows it, with the ids themselves; never written like this.

    first_sets: the sets of recovery shares of the first format. The vault's id is part of their derivation,
    so it must stay readable in the header while it has one of them.
    """

    vault_id: bytes
    epoch: int
    slots: tuple[Slot, ...]
    first_sets: frozenset[bytes] = frozenset()

    def changed(self, slots: Iterable[Slot]) -> Self:
        """Return the next epoch, with other keyslots."""
        return replace(self, slots=tuple(slots), epoch=self.epoch + 1)

    def stored(self, master_key: bytearray) -> Header:
        """Mask the ids, if they can be, and seal it."""
        if any(slot.slot_id in self.first_sets for slot in self.slots):
            made = Header(vault_id=self.vault_id, epoch=self.epoch, slots=self.slots, version=IDS_IN_CLEAR)
        else:
            masks = Masks(master_key)
            slots = tuple(slot.masked(masks) for slot in self.slots)
            made = Header(vault_id=masks.vault(self.vault_id), epoch=self.epoch, slots=slots)
        with self.key(master_key) as header_key:
            return made.sealed(header_key)

    @contextmanager
    def key(self, master_key: bytearray) -> Iterator[bytearray]:
        """The key of its authentication code, overwritten at the end of the `with`."""
        key = derive_subkey(master_key, self.vault_id, Purpose.HEADER)
        try:
            yield key
        finally:
            wipe(key)


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
