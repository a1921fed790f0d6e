"""Published vectors of AES-256-GCM against our sealed values."""

import pytest

from tests.support.vectors import nist, wycheproof
from thb_desktop.crypto.sealing import NONCE_LENGTH, VERSION, seal, unseal
from thb_desktop.errors import SealedValueDamagedError

BITS = 8 * NONCE_LENGTH


@pytest.mark.requirement("SR-14")
def test_values_open_and_are_refused_as_wycheproof_says(figure):
    results = []

    for _, vector in wycheproof("aes_gcm_test.json", keySize=256, ivSize=BITS, tagSize=128):
        results.append(vector["result"])
        parts = [bytes.fromhex(vector[part]) for part in ("key", "iv", "aad", "ct", "tag")]
        check(*parts, value=bytes.fromhex(vector["msg"]) if results[-1] == "valid" else None)

    figure("SR-14", "AES-256-GCM, Wycheproof", len(results))
    assert (results.count("valid"), len(results)) == (39, 66)


@pytest.mark.requirement("SR-14")
@pytest.mark.parametrize(("name", "valid"), [("gcmDecrypt256", 184), ("gcmEncryptExtIV256", 375)])
def test_values_open_and_are_refused_as_nist_says(name, valid, figure):
    results = []

    for vector in nist(f"ciphers/AES/GCM/{name}.rsp", "Keylen = 256", f"IVlen = {BITS}", "Taglen = 128"):
        results.append("FAIL" not in vector)
        parts = [bytes.fromhex(vector[part]) for part in ("Key", "IV", "AAD", "CT", "Tag")]
        check(*parts, value=bytes.fromhex(vector["PT"]) if results[-1] else None)

    figure("SR-14", f"AES-256-GCM, NIST {name}", len(results))
    assert (results.count(True), len(results)) == (valid, 375)


def check(key, nonce, context, ciphertext, tag, *, value):
    sealed = VERSION + nonce + ciphertext + tag
    if value is None:
        with pytest.raises(SealedValueDamagedError):
            unseal(key, sealed, context=context)
    else:
        assert unseal(key, sealed, context=context) == value
        assert seal(key, value, context=context, randomness=lambda _: nonce) == sealed
