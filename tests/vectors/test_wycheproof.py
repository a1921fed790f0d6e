"""Wycheproof's vectors against our own wrappers, each from the folder of samples, where it is there."""

import hashlib
import json
import zlib

import pytest

from tests.support.samples import sample
from thb_desktop.crypto.sealing import NONCE_LENGTH, VERSION, unseal
from thb_desktop.crypto.signing import from_der, verify_signature
from thb_desktop.crypto.streams import open_message
from thb_desktop.errors import ContentDamagedError, SealedValueDamagedError, SignatureError

FOLDER = "04-vectors/wycheproof"


def groups(name):
    return json.loads(sample(f"{FOLDER}/{name}").read_text("utf-8"))["testGroups"]


def vectors_of(name, **wanted):
    for group in groups(name):
        if all(group[field] == value for field, value in wanted.items()):
            for test in group["tests"]:
                yield group, test


def test_cobblestone_256_opens_and_refuses_as_it_should():
    count = 0

    for _, test in vectors_of("c2sp_chunked_encryption_aes_256_gcm_test.json"):
        count += 1
        key, context = bytes.fromhex(test["key"]), bytes.fromhex(test["ctx"])
        sealed = zlib.decompress(bytes.fromhex(test["ct"]))
        if test["result"] == "valid":
            message = open_message(key, context, sealed)
            assert len(message) == test["msgLength"], test["tcId"]
            assert hashlib.sha512(message).hexdigest() == test["msgSha512"], test["tcId"]
        else:
            with pytest.raises((ContentDamagedError, ValueError)):
                open_message(key, context, sealed)

    assert count == 35


def test_sealing_opens_and_refuses_what_aes_256_gcm_should():
    count = 0

    for _, test in vectors_of("aes_gcm_test.json", keySize=256, ivSize=8 * NONCE_LENGTH, tagSize=128):
        count += 1
        key, context = bytes.fromhex(test["key"]), bytes.fromhex(test["aad"])
        sealed = VERSION + b"".join(bytes.fromhex(test[part]) for part in ("iv", "ct", "tag"))
        if test["result"] == "valid":
            assert unseal(key, sealed, context=context).hex() == test["msg"], test["tcId"]
        else:
            with pytest.raises(SealedValueDamagedError):
                unseal(key, sealed, context=context)

    assert count > 50


def test_subkeys_come_from_an_hkdf_that_holds():
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    for _, test in vectors_of("hkdf_sha256_test.json"):
        material, salt, info = (bytes.fromhex(test[part]) for part in ("ikm", "salt", "info"))
        if test["result"] == "valid":
            derived = HKDF(SHA256(), test["size"], salt, info).derive(material)
            assert derived.hex() == test["okm"], test["tcId"]


def test_p256_signatures_of_64_bytes_hold_and_are_refused_as_they_should():
    count = 0

    for group, test in vectors_of("ecdsa_secp256r1_sha256_p1363_test.json"):
        count += 1
        check(group, test, bytes.fromhex(test["sig"]))

    assert count > 200


def test_p256_signatures_in_der_hold_and_are_refused_as_they_should():
    count = 0

    for group, test in vectors_of("ecdsa_secp256r1_sha256_test.json"):
        count += 1
        try:
            raw = from_der(bytes.fromhex(test["sig"]))
        except SignatureError:
            assert test["result"] == "invalid", test["tcId"]
        else:
            check(group, test, raw)

    assert count > 400


def check(group, test, raw):
    spki, message = bytes.fromhex(group["publicKeyDer"]), bytes.fromhex(test["msg"])
    if test["result"] == "valid":
        verify_signature(spki, message, raw)
    else:
        with pytest.raises(SignatureError):
            verify_signature(spki, message, raw)
