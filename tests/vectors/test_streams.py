"""Published vectors of C2SP chunked encryption against the messages of stored objects.

Cobblestone-256 names SHA-512. The vectors of cryptography-vectors were made with SHA-256, before it had
a name: they prove a plain reading of the specification, and that reading, told the hash, opens our messages.
"""

import json
import secrets
import zlib
from base64 import b64decode
from hashlib import sha256, sha512

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from tests.support.vectors import cryptography_vectors, wycheproof
from thb_desktop.crypto.streams import FULL_LENGTH, MESSAGE_LENGTH, ObjectCodec, open_message, sealed_length
from thb_desktop.errors import ContentDamagedError

SEALED_CHUNK = 16384 + 16


def open_plainly(algorithm, key, context, sealed):
    """C2SP chunked encryption under AES-256-GCM, as it is written there; InvalidTag for what it refuses."""
    salt, commitment, body = sealed[:24], sealed[24:56], sealed[56:]
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + salt + context
    derived = HKDFExpand(algorithm, 32 + 12 + 32, info).derive(key)
    if len(key) != 32 or derived[44:] != commitment:
        raise InvalidTag
    cipher, nonce = AESGCM(derived[:32]), int.from_bytes(derived[32:44], "big")
    return b"".join(
        cipher.decrypt((nonce ^ number).to_bytes(12, "big"), body[start : start + SEALED_CHUNK], None)
        for number, start in enumerate(range(0, len(body) + 1, SEALED_CHUNK))
    )


@pytest.mark.requirement("SR-14")
def test_the_plain_reading_opens_and_refuses_as_published(figure):
    results = []

    for vector in json.loads(cryptography_vectors("chunked-encryption/vectors.json"))["vectors"]:
        if vector["aead"] != "AEAD_AES_256_GCM":
            continue
        results.append(vector["expect"])
        key, context = bytes.fromhex(vector["key"]), vector["context"].encode()
        sealed = b64decode(vector["ciphertext"] or "")
        sealed = zlib.decompress(sealed) if vector.get("compressed") else sealed
        if vector["expect"] == "success":
            message = open_plainly(SHA256(), key, context, sealed)
            assert len(message) == vector["payload_length"], vector["name"]
            assert sha256(message).hexdigest() == vector["payload_sha256"], vector["name"]
        else:
            with pytest.raises(InvalidTag):
                open_plainly(SHA256(), key, context, sealed)

    figure("SR-14", "chunked encryption, C2SP", len(results))
    assert (results.count("success"), len(results)) == (9, 34)


@pytest.mark.requirement("SR-14")
@pytest.mark.parametrize("size", [0, 7, 16383, 16384, 16385, 32768, MESSAGE_LENGTH])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize(("form", "label"), [(1, b"thb-content/1"), (2, b"thb-content/2")])
def test_the_plain_reading_opens_our_messages(size, last, form, label):
    key, vault_id, object_id, message = (secrets.token_bytes(length) for length in (32, 16, 32, size))
    codec = ObjectCodec(key=bytearray(key), vault_id=vault_id, object_id=object_id, form=form)
    sealed = bytearray(FULL_LENGTH)

    written = codec.encrypt(memoryview(message), 258, last=last, into=memoryview(sealed))

    context = label + b"\0" + vault_id + object_id + (258).to_bytes(8, "big") + bytes([last])
    assert written == sealed_length(size)
    assert open_plainly(SHA512(), key, context, bytes(sealed[:written])) == message


@pytest.mark.requirement("SR-14")
def test_our_messages_open_and_are_refused_as_wycheproof_says(figure):
    results = []

    for _, vector in wycheproof("c2sp_chunked_encryption_aes_256_gcm_test.json"):
        results.append(vector["result"])
        key, context = bytes.fromhex(vector["key"]), bytes.fromhex(vector["ctx"])
        sealed = zlib.decompress(bytes.fromhex(vector["ct"]))
        if vector["result"] == "valid":
            message = open_message(key, context, sealed)
            assert len(message) == vector["msgLength"], vector["tcId"]
            assert sha512(message).hexdigest() == vector["msgSha512"], vector["tcId"]
        else:
            with pytest.raises(ContentDamagedError if len(key) == 32 else ValueError):
                open_message(key, context, sealed)

    figure("SR-14", "Cobblestone-256 content objects, Wycheproof", len(results))
    assert (results.count("valid"), len(results)) == (10, 35)
