"""Own marks: up to which entry the program of one user checked the acts, under a code by a key of that user.

Every user of a vault could write the rest of this computer's memory; none can write the mark of another one.
"""

import hmac
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from thb_desktop.crypto.material import is_same

_OWNER_LABEL = b"thb-heads-owner/1\x00"
_MARK_LABEL = b"thb-heads-mark/1\x00"
_SIZE = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class OwnMark:
    """owner: 16 bytes that the user's key makes of the vault's id. size: the number of entries. code: of the
    size and of the root over these entries.
    """

    owner: bytes
    size: int
    code: bytes


def own_mark(key: bytearray, vault_id: bytes, *, size: int, root: bytes) -> OwnMark:
    """Mark that the program of this user (their key) checked so many entries, which have this root."""
    told = _MARK_LABEL + vault_id + _SIZE.pack(size) + root
    return OwnMark(owner_of(key, vault_id), size, hmac.digest(key, told, "sha256"))


def owner_of(key: bytearray, vault_id: bytes) -> bytes:
    return hmac.digest(key, _OWNER_LABEL + vault_id, "sha256")[:16]


def is_checked(mark: OwnMark, key: bytearray, vault_id: bytes, roots: Mapping[int, bytes]) -> bool:
    """Whether the program of this user made the mark, and the chain continues what it checked."""
    root = roots.get(mark.size)
    return root is not None and is_same(own_mark(key, vault_id, size=mark.size, root=root).code, mark.code)
