"""Recipients: how the key of an envelope is given to a certificate or to a passphrase.

RSA: OAEP with SHA-256 (RFC 8017). Elliptic curves: ECDH with the KDF of X9.63 over SHA-256 and AES-256 key
wrap (RFC 5753, RFC 3565). Passphrases: PBKDF2 with HMAC-SHA-256 (RFC 8018) and the wrap of RFC 3211.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, Self

from asn1crypto import algos, cms, core, keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF
from cryptography.hazmat.primitives.keywrap import aes_key_wrap
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from thb_desktop.crypto.envelopes.password_wrap import BLOCK, wrap
from thb_desktop.crypto.material import KEY_LENGTH, Randomness, draw, wipe
from thb_desktop.errors import RecipientError

ROUNDS = 600_000
"""Of PBKDF2 (OWASP, 2023). No number of rounds saves a passphrase that somebody can guess."""
SMALLEST_RSA = 3000
"""Bits: what BSI TR-02102-1 asks for since 2024."""
CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
ECDH_SHA256 = "1.3.132.1.11.1"
"""dhSinglePass-stdDH-sha256kdf-scheme."""
AES256_WRAP = "2.16.840.1.101.3.4.1.45"
PASSWORD_WRAP = "1.2.840.113549.1.9.16.3.9"  # noqa: S105 - an object identifier


class Recipient(Protocol):
    """Somebody for whom an envelope is closed."""

    def info(self, key: bytearray, randomness: Randomness) -> cms.RecipientInfo:
        """Return the key of the envelope as only this recipient can take it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRecipient:
    """The holder of a certificate in DER, checked by `of`."""

    certificate: bytes = field(repr=False)

    @classmethod
    def of(cls, untrusted: bytes, *, at: datetime) -> Self:
        """Take a certificate for envelopes. V-X-10: raises RecipientError for one that is of no use for them.

        Its key is RSA of at least 3,000 bits, or on P-256, P-384 or P-521; its stated use, if it states one,
        is to transport or agree on keys; it is valid `at`; it is not that of an authority that issues others.
        Whose it is, no certificate says by itself.
        """
        try:
            loaded = x509.load_der_x509_certificate(untrusted)
            fit = _is_fit(loaded)
            valid = loaded.not_valid_before_utc <= at <= loaded.not_valid_after_utc
        except (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion, x509.DuplicateExtension):
            raise RecipientError("this is not a certificate that the program can read") from None
        if _issues_others(loaded):
            raise RecipientError("this certificate is that of an authority that issues others")
        if not fit:
            raise RecipientError("the key of this certificate is too weak, or is not for envelopes")
        if not valid:
            raise RecipientError("this certificate is not valid at this time")
        return cls(certificate=untrusted)

    def info(self, key: bytearray, randomness: Randomness) -> cms.RecipientInfo:
        """Wrap the key for the holder. The library draws the randomness of OAEP and of the passing key.

        Raises RecipientError for numbers that are no public key: nothing shows it before they are used.
        """
        del randomness
        public_key = x509.load_der_x509_certificate(self.certificate).public_key()
        try:
            if isinstance(public_key, rsa.RSAPublicKey):
                return cms.RecipientInfo("ktri", _transported(self.certificate, public_key, key))
            if isinstance(public_key, ec.EllipticCurvePublicKey):
                return cms.RecipientInfo("kari", _agreed(self.certificate, public_key, key))
        except ValueError:
            raise RecipientError("the key of this certificate cannot be used") from None
        raise RecipientError("the key of this certificate is not for envelopes")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseRecipient:
    """Whoever knows the passphrase: its bytes in UTF-8, as OpenSSL takes them."""

    passphrase: bytearray = field(repr=False)

    def info(self, key: bytearray, randomness: Randomness) -> cms.RecipientInfo:
        salt, iv = draw(randomness, BLOCK), draw(randomness, BLOCK)
        wrapping = bytearray(PBKDF2HMAC(SHA256(), KEY_LENGTH, salt, ROUNDS).derive(self.passphrase))
        try:
            wrapped = wrap(wrapping, iv, key, randomness)
        finally:
            wipe(wrapping)
        derived = {
            "salt": algos.Pbkdf2Salt("specified", salt),
            "iteration_count": ROUNDS,
            "prf": {"algorithm": "sha256", "parameters": core.Null()},
        }
        cipher = algos.EncryptionAlgorithm({"algorithm": "aes256_cbc", "parameters": core.OctetString(iv)})
        return cms.RecipientInfo(
            "pwri",
            cms.PasswordRecipientInfo(
                {
                    "version": "v0",
                    "key_derivation_algorithm": {
                        "algorithm": "pbkdf2",
                        "parameters": algos.Pbkdf2Params(derived),
                    },
                    "key_encryption_algorithm": {"algorithm": PASSWORD_WRAP, "parameters": cipher},
                    "encrypted_key": wrapped,
                }
            ),
        )


def agreement_info(wrapping: cms.KeyEncryptionAlgorithm, length: int, material: bytes | None = None) -> bytes:
    """Return ECC-CMS-SharedInfo in DER, for a wrapping key of `length` bytes (RFC 5753, 7.2)."""
    shared = _SharedInfo({"key_info": wrapping, "supplied": (8 * length).to_bytes(4, "big")})
    if material is not None:
        shared["material"] = material
    return bytes(shared.dump())


class _SharedInfo(core.Sequence):  # type: ignore[misc]  # the library has no types
    _fields = [  # noqa: RUF012 - as the library reads it
        ("key_info", cms.KeyEncryptionAlgorithm),
        ("material", core.OctetString, {"explicit": 0, "optional": True}),
        ("supplied", core.OctetString, {"explicit": 2}),
    ]


def _is_fit(certificate: x509.Certificate) -> bool:
    public_key = certificate.public_key()
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        usage = None
    if isinstance(public_key, rsa.RSAPublicKey):
        return public_key.key_size >= SMALLEST_RSA and (usage is None or usage.key_encipherment)
    if isinstance(public_key, ec.EllipticCurvePublicKey):
        return isinstance(public_key.curve, CURVES) and (usage is None or usage.key_agreement)
    return False


def _issues_others(certificate: x509.Certificate) -> bool:
    """Whether it may sign certificates: its key is not that of somebody who opens letters."""
    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except x509.ExtensionNotFound:
        return False


def _name(certificate: bytes) -> cms.IssuerAndSerialNumber:
    loaded = asn1.Certificate.load(certificate)
    return cms.IssuerAndSerialNumber({"issuer": loaded.issuer, "serial_number": loaded.serial_number})


def _transported(
    certificate: bytes, public_key: rsa.RSAPublicKey, key: bytearray
) -> cms.KeyTransRecipientInfo:
    oaep = padding.OAEP(padding.MGF1(SHA256()), SHA256(), label=None)
    parameters = algos.RSAESOAEPParams(
        {
            "hash_algorithm": {"algorithm": "sha256"},
            "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": {"algorithm": "sha256"}},
        }
    )
    return cms.KeyTransRecipientInfo(
        {
            "version": "v0",
            "rid": cms.RecipientIdentifier("issuer_and_serial_number", _name(certificate)),
            "key_encryption_algorithm": {"algorithm": "rsaes_oaep", "parameters": parameters},
            "encrypted_key": public_key.encrypt(bytes(key), oaep),
        }
    )


def _agreed(
    certificate: bytes, public_key: ec.EllipticCurvePublicKey, key: bytearray
) -> cms.KeyAgreeRecipientInfo:
    passing = ec.generate_private_key(public_key.curve)
    wrapping = cms.KeyEncryptionAlgorithm({"algorithm": AES256_WRAP})
    secret = bytearray(passing.exchange(ec.ECDH(), public_key))
    agreed = bytearray(X963KDF(SHA256(), KEY_LENGTH, agreement_info(wrapping, KEY_LENGTH)).derive(secret))
    wipe(secret)
    point = passing.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    curve = asn1.Certificate.load(certificate).public_key["algorithm"].copy()
    entry = cms.RecipientEncryptedKey(
        {
            "rid": cms.KeyAgreementRecipientIdentifier("issuer_and_serial_number", _name(certificate)),
            "encrypted_key": aes_key_wrap(bytes(agreed), bytes(key)),
        }
    )
    wipe(agreed)
    return cms.KeyAgreeRecipientInfo(
        {
            "version": "v3",
            "originator": cms.OriginatorIdentifierOrKey(
                "originator_key",
                keys.PublicKeyInfo({"algorithm": curve, "public_key": keys.ECPointBitString(point)}),
            ),
            "key_encryption_algorithm": {"algorithm": ECDH_SHA256, "parameters": wrapping},
            "recipient_encrypted_keys": [entry],
        }
    )
