"""Key files: a private key with its certificate from a PKCS#12 file (RFC 7292), read with its passphrase.

RC2, RC4, single DES and unencrypted keys are refused: whoever saw such a file may have the key. Triple DES
and AES are accepted. Their strength depends on the file's passphrase; here the key is sealed under its user's
key. The cost of derivation is limited before anything is derived.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from asn1crypto import cms, pkcs12
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

from thb_desktop.crypto.material import wipe
from thb_desktop.errors import KeyFileError, KeyRefusedError, WrongKeyFilePassphraseError

_MOST_BYTES = 1 << 20
_MOST_ROUNDS = 5_000_000
"""The limit for all derivations in one file together, because a file can have thousands of parts with their
own rounds.
"""
_STRONG = {"tripledes_3key", "aes128_cbc", "aes192_cbc", "aes256_cbc"}
_STRONG_PKCS12 = {"pkcs12_sha1_tripledes_3key"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """A key on P-256, its certificate (DER), and the included certificates above it."""

    private_key: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: bytes
    above: tuple[bytes, ...]


def read_key_file(untrusted: bytes, passphrase: bytearray) -> KeyFile:
    """Read a PKCS#12 file. The passphrase is always overwritten.

    Raises KeyFileError (not such a file, too weak, without certificate), WrongKeyFilePassphraseError,
    KeyRefusedError (another kind of key, or a certificate that may not sign).
    """
    key, certificate, above = open_key_file(untrusted, passphrase)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise KeyRefusedError("the key is not on the curve P-256")
    spki = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    verify_usable(certificate, spki)
    return KeyFile(private_key=key, certificate=certificate, above=above)


def open_key_file(
    untrusted: bytes, passphrase: bytearray
) -> tuple[PrivateKeyTypes, bytes, tuple[bytes, ...]]:
    """Return the key of a PKCS#12 file, whatever its kind, its certificate (DER), and those above it.

    The passphrase is always overwritten. Raises KeyFileError, WrongKeyFilePassphraseError.
    """
    try:
        _verify_protected(untrusted)
        try:
            found = load_pkcs12(untrusted, bytes(passphrase))
        except (ValueError, TypeError, UnsupportedAlgorithm):
            # The structure was read above, so only the passphrase can be wrong.
            raise WrongKeyFilePassphraseError("the passphrase of the key file is wrong") from None
    finally:
        wipe(passphrase)
    if found.key is None or found.cert is None:
        raise KeyFileError("the key file contains no key, or no certificate for it")
    above = tuple(each.certificate.public_bytes(Encoding.DER) for each in found.additional_certs)
    return found.key, found.cert.certificate.public_bytes(Encoding.DER), above


def verify_usable(untrusted_certificate: bytes | None, untrusted_spki: bytes) -> None:
    """Raise KeyRefusedError unless the key is on P-256, and the certificate, if any, may sign with it."""
    try:
        public_key = load_der_public_key(untrusted_spki)
    except (ValueError, UnsupportedAlgorithm):
        raise KeyRefusedError("the key cannot be read") from None
    if not isinstance(public_key, ec.EllipticCurvePublicKey) or not isinstance(
        public_key.curve, ec.SECP256R1
    ):
        raise KeyRefusedError("the key is not on the curve P-256")
    if untrusted_certificate is None:
        return
    try:
        certificate = x509.load_der_x509_certificate(untrusted_certificate)
        spki = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        may_sign = usage.digital_signature or usage.content_commitment
    except x509.ExtensionNotFound:
        may_sign = True
    except (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion, x509.DuplicateExtension):
        raise KeyRefusedError("the certificate of the key cannot be read") from None
    if spki != untrusted_spki or not may_sign:
        raise KeyRefusedError("the certificate may not sign with this key")


def _verify_protected(untrusted: bytes) -> None:
    """Raise KeyFileError unless it is an authenticated PKCS#12 file with every part strongly encrypted."""
    if len(untrusted) > _MOST_BYTES:
        raise KeyFileError("the file is too large for a key file")
    try:
        file = pkcs12.Pfx.load(untrusted, strict=True)
        rounds = [int(file["mac_data"]["iterations"].native)]
        for algorithm in _encryptions(file):
            name, count = _strength(algorithm)
            rounds.append(count)
            if name not in _STRONG | _STRONG_PKCS12:
                raise KeyFileError("the encryption of the key file is too weak")
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        raise KeyFileError(
            "this is not a PKCS#12 key file, or its passphrase protects no part of it"
        ) from None
    if len(rounds) < 2 or min(rounds) < 1 or sum(rounds) > _MOST_ROUNDS:
        raise KeyFileError("the key file is not encrypted, or demands an endless derivation")


def _encryptions(file: pkcs12.Pfx) -> Iterator[cms.EncryptionAlgorithm]:
    """Return how each encrypted part of the file is encrypted. Raises KeyFileError for an unencrypted key."""
    for content in file.authenticated_safe:
        if content["content_type"].native == "encrypted_data":
            yield content["content"]["encrypted_content_info"]["content_encryption_algorithm"]
            continue
        for bag in pkcs12.SafeContents.load(content["content"].native, strict=True):
            if bag["bag_id"].native == "key_bag":
                raise KeyFileError("the key file is not encrypted")
            if bag["bag_id"].native == "pkcs8_shrouded_key_bag":
                yield bag["bag_value"]["encryption_algorithm"]


def _strength(algorithm: cms.EncryptionAlgorithm) -> tuple[str, int]:
    """Return the cipher's name and the rounds of the derivation."""
    name = str(algorithm["algorithm"].native)
    if name != "pbes2":
        return name, int(algorithm["parameters"]["iterations"].native)
    parameters = algorithm["parameters"]
    derivation = parameters["key_derivation_func"]
    if derivation["algorithm"].native != "pbkdf2":
        raise KeyFileError("the encryption of the key file is not known to this program")
    cipher = parameters["encryption_scheme"]
    return str(cipher["algorithm"].native), int(derivation["parameters"]["iteration_count"].native)
