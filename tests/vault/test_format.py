"""A stranger's reader, written from docs/formats/vault.md alone: no module of the program is used to read."""

import hashlib
import hmac
import math
import struct

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR, ECB
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from sqlcipher3 import dbapi2

from tests.support.vaults import PASSPHRASE, new_vault, reopen

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def open_slots(raw: bytes, secret: bytes, wanted: int) -> tuple[bytes, bytes, bytes]:
    """Vault id, master key and user key."""
    magic, version, count, length, vault_id, epoch = struct.unpack_from(">8sHHI16sQ", raw)
    assert (magic, version, length) == (b"\x89THBV\r\n\x1a", 2, len(raw))
    assert epoch >= 1
    assert hashlib.sha256(raw[:-32]).digest() == raw[-32:]
    for number in range(count):
        slot = raw[40 + 168 * number : 208 + 168 * number]
        kind, function, lanes, zero, memory, passes = struct.unpack_from(">BBBBII", slot)
        assert (function, zero) == (1, 0)
        if kind != wanted:
            continue
        key = Argon2id(
            salt=slot[44:76], length=32, iterations=passes, lanes=lanes, memory_cost=memory
        ).derive(secret)
        stream = Cipher(AES(key), CTR(slot[76:88] + b"\0\0\0\x02")).decryptor().update(slot[88:-16])
        masks = HKDF(SHA256(), 32, None, b"thb-header/2 ids").derive(stream[:32])
        vault_id = joined(vault_id, hmac.digest(masks, b"vault", "sha256"))
        user_id = joined(slot[28:44], hmac.digest(masks, b"user\0" + slot[12:28], "sha256"))
        said = b"thb-keyslot/1\0" + vault_id + slot[:28] + user_id + slot[44:76]
        plain = AESGCM(key).decrypt(slot[76:88], slot[88:], said)
        header_key = subkey(plain[:32], vault_id, b"header", 32)
        assert hmac.digest(header_key, raw[:-64], "sha256") == raw[-64:-32]
        return vault_id, plain[:32], plain[32:]
    raise AssertionError("no such slot")


def joined(value: bytes, mask: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(value, mask, strict=False))


def subkey(master_key: bytes, vault_id: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, vault_id, b"thb-vault/1 " + purpose).derive(master_key)


def read_object(path, key: bytes, vault_id: bytes) -> bytes:
    raw = path.read_bytes()
    magic, version, size = struct.unpack_from(">8sIQ", raw)
    assert (magic, version) == (b"\x89THBC\r\n\x1a", 2)
    names = Cipher(AES(hmac.digest(key, b"thb-object-names/2", "sha256")), ECB()).decryptor()  # noqa: S305
    object_id = names.update(bytes.fromhex(path.name))
    assert path.parent.name == path.name[0]
    messages = [raw[start : start + 1_049_672] for start in range(20, len(raw), 1_049_672)]
    plain = b""
    for index, message in enumerate(messages):
        last = index == len(messages) - 1
        context = b"thb-content/2\0" + vault_id + object_id + struct.pack(">QB", index, last)
        plain += open_cobblestone(key, context, message)
    assert len(plain) == size
    content = plain.rstrip(b"\0")
    assert content[-1:] == b"\x80"
    assert size == padme(len(content))
    return content[:-1]


def padme(length: int) -> int:
    """As the paper has it."""
    exponent = int(math.log2(length))
    last = exponent - (int(math.log2(exponent)) + 1) if exponent else 0
    mask = (1 << last) - 1 if last > 0 else 0
    return (length + mask) & ~mask


def open_cobblestone(key: bytes, context: bytes, message: bytes) -> bytes:
    salt, commitment, chunks = message[:24], message[24:56], message[56:]
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + salt + context
    derived = HKDFExpand(SHA512(), 76, info).derive(key)
    assert derived[44:] == commitment
    nonce = int.from_bytes(derived[32:44], "big")
    return b"".join(
        AESGCM(derived[:32]).decrypt((nonce ^ index).to_bytes(12, "big"), chunks[start : start + 16400], None)
        for index, start in enumerate(range(0, len(chunks), 16400))
    )


def product(left: int, right: int) -> int:
    """In the field of 32 elements, by the definition."""
    total = 0
    for bit in range(5):
        if right >> bit & 1:
            total ^= left << bit
    for bit in range(9, 4, -1):
        if total >> bit & 1:
            total ^= 0b100101 << bit - 5
    return total


def test_a_stranger_reads_the_whole_vault_from_the_description(tmp_path):
    evidence = hashlib.shake_128(b"evidence").digest((1 << 20) + 20000)
    (tmp_path / "export.bin").write_bytes(evidence)
    folder = tmp_path / "office.thbvault"
    created = new_vault(folder, fill=lambda vault: vault.content.store_file(tmp_path / "export.bin"))
    with created.vault as vault:
        vault.connection.execute("INSERT INTO note VALUES ('Anna Kowalska was heard')")

    vault_id, master_key, _ = open_slots((folder / "header").read_bytes(), PASSPHRASE.encode(), 1)
    (path,) = (folder / "content").glob("*/*")
    content = read_object(path, subkey(master_key, vault_id, b"content", 32), vault_id)
    key = subkey(master_key, vault_id, b"database", 48)
    plain = dbapi2.connect(str(folder / "vault.db"))
    plain.execute(f"""PRAGMA key = "x'{key.hex()}'" """)
    text = plain.execute("SELECT text FROM note").fetchone()[0]
    numbers = [plain.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    plain.close()

    assert content == evidence
    assert text == "Anna Kowalska was heard"
    assert numbers == [0x54484256, 1]
    assert (folder / "vault.db").read_bytes()[:16] == key[32:]
    assert (folder / "header.copy").read_bytes() == (folder / "header").read_bytes()


def test_a_stranger_reads_the_recovery_code_from_the_description(folder, code):
    secret = ""
    for group, symbols in enumerate(code.split("-")):
        values = [ALPHABET.index(symbol) for symbol in symbols]
        check = product(3, group + 1)
        for weight, value in zip((2, 4, 8, 16), values[:4], strict=True):
            check ^= product(weight, value)
        assert check == values[4]
        secret += symbols[:4]

    vault_id, _, user_key = open_slots((folder / "header").read_bytes(), secret.encode(), 2)

    with reopen(folder) as vault:
        assert (vault.vault_id, bytes(vault.user_key)) == (vault_id, user_key)
