"""Key files: a key with its certificate is read with the passphrase of the file, if the file protects it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from asn1crypto import pkcs12
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import PBES, serialize_key_and_certificates

from tests.support.cards import issued
from thb_desktop.crypto.keyfiles import read_key_file
from thb_desktop.crypto.signing import to_spki
from thb_desktop.errors import KeyFileError, KeyRefusedError, WrongKeyFilePassphraseError

WORDS = b"a passphrase from the registry"
KEY = ec.derive_private_key(4711, ec.SECP256R1())
CERTIFICATE = issued(to_spki(KEY.public_key()))
ABOVE = issued(to_spki(ec.derive_private_key(4712, ec.SECP256R1()).public_key()), name="State CA")


def file(
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey = KEY,
    certificate: bytes | None = CERTIFICATE,
    protection: KeySerializationEncryption | None = None,
) -> bytes:
    return serialize_key_and_certificates(
        b"judge",
        key,
        x509.load_der_x509_certificate(certificate) if certificate else None,
        [x509.load_der_x509_certificate(ABOVE)] if certificate else None,
        protection or BestAvailableEncryption(WORDS),
    )


def test_a_key_is_read_with_its_certificate_and_those_above_and_the_passphrase_overwritten():
    typed = bytearray(WORDS)

    found = read_key_file(file(), typed)

    assert found.private_key.private_numbers().private_value == 4711
    assert (found.certificate, found.above) == (CERTIFICATE, (ABOVE,))
    assert not any(typed)


def test_triple_des_is_taken_for_offices_that_have_nothing_else():
    protection = (
        PrivateFormat.PKCS12.encryption_builder()
        .key_cert_algorithm(PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(SHA1())  # noqa: S303 - as such files are
        .build(WORDS)
    )

    assert read_key_file(file(protection=protection), bytearray(WORDS)).certificate == CERTIFICATE


def test_a_wrong_passphrase_is_named_and_overwritten():
    typed = bytearray(b"another")

    with pytest.raises(WrongKeyFilePassphraseError):
        read_key_file(file(), typed)

    assert not any(typed)


@pytest.mark.parametrize(
    "untrusted", [b"", b"junk", file()[:-1], file() + b"x", b"0" * (2 << 20), file(protection=NoEncryption())]
)
def test_what_is_no_key_file_or_protects_nothing_is_refused(untrusted: bytes):
    typed = bytearray(WORDS)

    with pytest.raises(KeyFileError):
        read_key_file(untrusted, typed)

    assert not any(typed)


def test_a_file_without_a_certificate_is_refused():
    with pytest.raises(KeyFileError):
        read_key_file(file(certificate=None), bytearray(WORDS))


@pytest.mark.parametrize("options", [("-certpbe", "PBE-SHA1-RC2-40"), ("-keypbe", "NONE"), ("-nomac",)])
def test_weak_files_as_openssl_still_writes_them_are_refused(tmp_path: Path, options: tuple[str, ...]):
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not here")
    key, certificate, target = tmp_path / "key.pem", tmp_path / "cert.pem", tmp_path / "weak.p12"
    key.write_bytes(KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    certificate.write_bytes(x509.load_der_x509_certificate(CERTIFICATE).public_bytes(Encoding.PEM))
    command = [openssl, "pkcs12", "-export", "-legacy", "-passout", "pass:words"]
    made = subprocess.run(
        [*command, "-inkey", key, "-in", certificate, "-out", target, *options],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("this openssl does not write such files any more")

    with pytest.raises(KeyFileError):
        read_key_file(target.read_bytes(), bytearray(b"words"))


def test_an_endless_derivation_is_refused_before_it_is_begun():
    protection = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(6_000_000).build(b"x")
    endless = file(protection=protection)

    with pytest.raises(KeyFileError):
        read_key_file(endless, bytearray(b"x"))


def test_many_parts_that_are_dear_together_are_refused_before_anything_is_derived():
    """Each is within the bound, and a megabyte holds thousands of them."""
    protection = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(400_000).build(WORDS)
    whole = pkcs12.Pfx.load(file(protection=protection))
    parts = list(pkcs12.AuthenticatedSafe.load(whole["auth_safe"]["content"].native))
    dear = next(part for part in parts if part["content_type"].native == "encrypted_data")
    more = [dear.copy() for _ in range(20)]
    whole["auth_safe"]["content"] = pkcs12.AuthenticatedSafe([*parts, *more]).dump()

    with pytest.raises(KeyFileError, match="endless"):
        read_key_file(whole.dump(force=True), bytearray(WORDS))


def test_other_keys_and_certificates_that_do_not_sign_are_refused():
    other = ec.derive_private_key(5, ec.SECP384R1())
    refused = [
        file(other, issued(to_spki(other.public_key()))),
        file(KEY, issued(to_spki(KEY.public_key()), usage=False)),
    ]

    for each in refused:
        with pytest.raises(KeyRefusedError):
            read_key_file(each, bytearray(WORDS))


def test_an_rsa_key_is_refused_with_a_clear_sentence():
    key = rsa.generate_private_key(65537, 2048)

    with pytest.raises(KeyRefusedError, match="P-256"):
        read_key_file(serialize_rsa(key), bytearray(WORDS))


def serialize_rsa(key: rsa.RSAPrivateKey) -> bytes:
    from datetime import UTC, datetime

    from cryptography.hazmat.primitives.hashes import SHA256

    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "RSA")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2027, 1, 1, tzinfo=UTC))
        .sign(key, SHA256())
    )
    return serialize_key_and_certificates(b"rsa", key, certificate, None, BestAvailableEncryption(WORDS))
