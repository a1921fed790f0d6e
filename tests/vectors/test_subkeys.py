"""Published vectors of HKDF-SHA256, and our subkeys: a plain reading of RFC 5869 agrees with both."""

import hmac

import pytest

from tests.support.vectors import wycheproof
from thb_desktop.crypto.subkeys import Purpose, derive_subkey


def hkdf(material, salt, info, length):
    """RFC 5869, sections 2.2 and 2.3, as it is written there; ValueError after 255 blocks."""
    pseudorandom_key = hmac.digest(salt, material, "sha256")
    blocks = [b""]
    for number in range(1, -(-length // 32) + 1):
        blocks.append(hmac.digest(pseudorandom_key, blocks[-1] + info + bytes([number]), "sha256"))
    return b"".join(blocks)[:length]


@pytest.mark.requirement("SR-14")
def test_the_plain_reading_gives_what_wycheproof_says(figure):
    results = []

    for _, vector in wycheproof("hkdf_sha256_test.json"):
        results.append(vector["result"])
        material, salt, info = (bytes.fromhex(vector[part]) for part in ("ikm", "salt", "info"))
        if vector["result"] == "valid":
            assert hkdf(material, salt, info, vector["size"]).hex() == vector["okm"], vector["tcId"]
        else:
            with pytest.raises(ValueError, match="range"):
                hkdf(material, salt, info, vector["size"])

    figure("SR-14", "HKDF-SHA-256, Wycheproof", len(results))
    assert (results.count("valid"), len(results)) == (83, 86)


@pytest.mark.requirement("SR-14")
@pytest.mark.parametrize("purpose", Purpose)
def test_a_subkey_is_what_the_plain_reading_gives(purpose):
    master_key, vault_id = bytearray(range(32)), bytes(range(16))

    subkey = derive_subkey(master_key, vault_id, purpose)

    assert subkey == hkdf(master_key, vault_id, b"thb-vault/1 " + purpose.encode(), purpose.length)
