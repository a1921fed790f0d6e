"""Own marks: up to which entry the program of one user checked the acts, under codes by a key of that user.

Every user of a vault could write the rest of this computer's memory; none can write the mark of another one.
"""

import hmac
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from thb_desktop.crypto.material import is_same

_OWNER_LABEL = b"thb-heads-owner/1\x00"
_MARK_LABEL = b"thb-heads-mark/2\x00"
_CODE = 16
_SIZE = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class OwnMark:
    """owner: 16 bytes that the user's key makes of the vault's id. size: the number of entries. code: of the
    size and of the root over these entries. told: the same with the sum that the index of the events had.
    """

    owner: bytes
    size: int
    code: bytes
    told: bytes


def own_mark(key: bytearray, vault_id: bytes, *, size: int, root: bytes, told: str) -> OwnMark:
    """Mark that the program of this user (their key) checked so many entries, which have this root.

    told: the sum of the index of the events, as the head of these entries has it.
    """
    start = _MARK_LABEL + vault_id + _SIZE.pack(size) + root
    codes = [hmac.digest(key, start + rest, "sha256")[:_CODE] for rest in (b"", b"\x00" + told.encode())]
    return OwnMark(owner_of(key, vault_id), size, *codes)


def owner_of(key: bytearray, vault_id: bytes) -> bytes:
    return hmac.digest(key, _OWNER_LABEL + vault_id, "sha256")[:16]


def is_checked(mark: OwnMark, key: bytearray, vault_id: bytes, roots: Mapping[int, bytes]) -> bool:
    """Whether the program of this user made the mark, and the chain continues what it checked."""
    root = roots.get(mark.size)
    return root is not None and is_same(
        own_mark(key, vault_id, size=mark.size, root=root, told="").code, mark.code
    )


def is_index(mark: OwnMark, key: bytearray, vault_id: bytes, *, root: bytes, told: str) -> bool:
    """Whether the index of the events had this sum when the mark was made."""
    return is_same(own_mark(key, vault_id, size=mark.size, root=root, told=told).told, mark.told)
