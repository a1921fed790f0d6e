"""A stranger's reader of recovery shares, written from docs/formats/vault.md alone."""

import hashlib
import secrets
import struct

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tests.support.vaults import NOTES, passphrase, reopen
from tests.vault.test_format import ALPHABET, open_slots
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.shares import ShareSet, new_secret, split
from thb_desktop.vault.unlocked import shares_slot
from thb_desktop.vault.vault import create_vault

WORDS = ("lantern orchard violet", "cinder marble thistle", "meadow anchor ribbon")
FIELD = 1 << 128 | 0b10000111


def times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left >> 128:
            left ^= FIELD
        right >>= 1
    return product


def power(base: int, exponent: int) -> int:
    result = 1
    while exponent:
        if exponent & 1:
            result = times(result, base)
        base = times(base, base)
        exponent >>= 1
    return result


def read_share(text: str) -> bytes:
    symbols = "".join(group[:4] for group in text.split())
    number = 0
    for symbol in symbols:
        number = number << 5 | ALPHABET.index(symbol)
    return number.to_bytes(40)


def parts(label: bytes, *each: bytes) -> bytes:
    return label + b"\0" + b"".join(struct.pack(">I", len(part)) + part for part in each)


def open_share(share: bytes, words: str, slot: bytes) -> tuple[int, int]:
    lanes, memory, passes = slot[2], *struct.unpack(">II", slot[4:12])
    index, needed, total = (share[0] & 15) + 1, (share[1] >> 4) + 1, (share[1] & 15) + 1
    set_id = slot[12:28]
    assert (share[0] >> 4, share[2:8]) == (2, set_id[:6])
    salt = hashlib.sha256(parts(b"thb-share-salt/2", set_id, bytes([index]))).digest()
    key = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory).derive(
        words.encode()
    )
    context = parts(b"thb-share/2", set_id, bytes([index, needed, total]))
    value = int.from_bytes(AESGCM(key).decrypt(bytes(12), share[8:], context))
    return index, value ^ power(index, needed)


def combine(points: list[tuple[int, int]]) -> bytes:
    total = 0
    for index, value in points:
        term = value
        for other in {each for each, _ in points} - {index}:
            term = times(times(term, other), power(index ^ other, (1 << 128) - 2))
        total ^= term
    return total.to_bytes(16)


def test_shares_open_the_vault_as_documented(tmp_path):
    folder = tmp_path / "office.thbvault"
    made = create_vault(
        folder,
        passphrase(),
        user_id=b"u" * 16,
        parameters=FLOOR,
        randomness=secrets.token_bytes,
        fill=lambda _: None,
        steps=NOTES,
    )
    secret = new_secret(secrets.token_bytes)
    with made.vault as vault, vault.keyring(passphrase()) as ring:
        (given,) = ring.give(shares_slot(b"u" * 16, secret, ring.user_key, FLOOR))
        share_set = ShareSet(set_id=given.slot_id, needed=2, total=3, costs=FLOOR)
        texts = [each.to_text() for each in split(secret, share_set, [passphrase(each) for each in WORDS])]
        user_key = bytes(ring.user_key)

    raw = (folder / "header").read_bytes()
    slot = next(raw[start : start + 168] for start in range(40, len(raw) - 64, 168) if raw[start] == 4)
    points = [open_share(read_share(texts[each]), WORDS[each], slot) for each in (2, 0)]

    assert combine(points) == secret
    assert open_slots(raw, combine(points), SlotKind.SHARES)[2] == user_key
    reopen(folder).close()
