"""Published vectors of ECDSA over P-256, against OpenSSL as we call it and against our plain Python.

Wycheproof's files are known in two editions: as Debian 13 has them, and a later one.
"""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.vectors import nist, wycheproof
from thb_desktop.crypto import signing
from thb_desktop.errors import CertificateError, SignatureError
from thb_desktop.verify import certificates, p256

both = pytest.mark.parametrize(
    ("verify_signature", "from_der"),
    [
        pytest.param(signing.verify_signature, signing.from_der, id="OpenSSL"),
        pytest.param(p256.verify_signature, certificates.signature_from_der, id="plain Python"),
    ],
)


@pytest.mark.requirement("SR-14")
@both
def test_signatures_of_64_bytes_hold_and_are_refused_as_wycheproof_says(verify_signature, from_der, figure):
    results = []

    for group, vector in wycheproof("ecdsa_secp256r1_sha256_p1363_test.json"):
        spki, message, signature = of_wycheproof(group, vector)
        results.append(vector["result"])
        assert holds(verify_signature, spki, message, signature) == (results[-1] == "valid"), vector["tcId"]

    figure("SR-14", "ECDSA P-256, 64 bytes, Wycheproof", len(results))
    assert (results.count("valid"), len(results)) in [(169, 252), (173, 262)]


@pytest.mark.requirement("SR-14")
@both
def test_signatures_in_der_hold_and_are_refused_as_wycheproof_says(verify_signature, from_der, figure):
    results = []

    for group, vector in wycheproof("ecdsa_secp256r1_sha256_test.json"):
        spki, message, signature = of_wycheproof(group, vector)
        results.append(vector["result"])
        accepted = holds(verify_signature, spki, message, signature, from_der)
        assert accepted == (results[-1] == "valid"), vector["tcId"]

    figure("SR-14", "ECDSA P-256 in DER, Wycheproof", len(results))
    assert (results.count("valid"), len(results)) in [(170, 471), (174, 484)]


@pytest.mark.requirement("SR-14")
@both
@pytest.mark.parametrize(("name", "valid"), [("SigVer", 3), ("SigGen", 15)])
def test_signatures_hold_and_are_refused_as_nist_says(verify_signature, from_der, name, valid, figure):
    results = []

    for vector in nist(f"asymmetric/ECDSA/FIPS_186-3/{name}.rsp", "P-256,SHA-256"):
        x, y, r, s = (int(vector[part], 16).to_bytes(32, "big") for part in ("Qx", "Qy", "R", "S"))
        results.append(vector.get("Result", "P")[0])
        accepted = holds(verify_signature, spki_of(x, y), bytes.fromhex(vector["Msg"]), r + s)
        assert accepted == (results[-1] == "P"), vector

    figure("SR-14", f"ECDSA P-256, NIST {name}", len(results))
    assert (results.count("P"), len(results)) == (valid, 15)


def of_wycheproof(group, vector):
    return (bytes.fromhex(text) for text in (group["publicKeyDer"], vector["msg"], vector["sig"]))


def spki_of(x, y):
    """A key as both readers take it, also where it is no point of the curve."""
    generator = ec.derive_private_key(1, ec.SECP256R1()).public_key()
    return signing.to_spki(generator)[:-64] + x + y


def holds(verify_signature, spki, message, signature, from_der=bytes):
    try:
        verify_signature(spki, message, from_der(signature))
    except (SignatureError, CertificateError):
        return False
    return True
