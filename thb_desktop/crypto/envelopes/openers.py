"""Openers: how the key of an envelope is taken back with a private key or a passphrase.

More is read than is written (`recipients`): what OpenSSL makes by default, that is RSA with PKCS#1 v1.5 and
agreements over SHA-1, because a foreign authority has nothing else. What protects the content is never weaker
than AES-128-GCM (`reading`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from asn1crypto import algos, cms, core
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1, SHA224, SHA256, SHA384, SHA512, HashAlgorithm
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from thb_desktop.crypto.envelopes.password_wrap import BLOCK, unwrap
from thb_desktop.crypto.envelopes.recipients import AES256_WRAP, PASSWORD_WRAP, agreement_info
from thb_desktop.crypto.material import wipe
from thb_desktop.errors import EnvelopeAlgorithmError, EnvelopeMalformedError

MOST_ROUNDS = 5_000_000
"""Of all entries of an envelope together: a foreign one keeps the reader busy for some seconds at most."""
_ROUNDS_FOR_A_BYTE = 2
"""What this program writes asks for 600,000 a volume, of a megabyte or more but for the last of a file."""
_HASHES: dict[str, type[HashAlgorithm]] = {
    "sha1": SHA1,
    "sha224": SHA224,
    "sha256": SHA256,
    "sha384": SHA384,
    "sha512": SHA512,
}
_AGREEMENTS: dict[str, type[HashAlgorithm]] = {
    "1.3.133.16.840.63.0.2": SHA1,
    "1.3.132.1.11.0": SHA224,
    "1.3.132.1.11.1": SHA256,
    "1.3.132.1.11.2": SHA384,
    "1.3.132.1.11.3": SHA512,
}
"""dhSinglePass-stdDH by the hash of its KDF (RFC 5753, 7.1.4)."""
_WRAPS = {"2.16.840.1.101.3.4.1.5": 16, "2.16.840.1.101.3.4.1.25": 24, AES256_WRAP: 32}
"""AES key wrap by the length of its key, in bytes (RFC 3565)."""
_CIPHERS = {"aes128_cbc": 16, "aes192_cbc": 24, "aes256_cbc": 32}


def verify_rounds(untrusted: cms.RecipientInfos) -> None:
    """Raise EnvelopeMalformedError if it costs too many rounds to try a passphrase with every entry."""
    if sum(map(_rounds, untrusted)) > MOST_ROUNDS:
        raise EnvelopeMalformedError("an envelope asks for too many rounds of its passphrases")


def _rounds(untrusted: cms.RecipientInfo) -> int:
    derivation = untrusted.chosen["key_derivation_algorithm"] if untrusted.name == "pwri" else core.Void()
    if isinstance(derivation, core.Void) or derivation["algorithm"].native != "pbkdf2":
        return 0
    return max(0, int(derivation["parameters"]["iteration_count"].native))


class Opener(Protocol):
    """Something that may open an envelope: a private key, here or in a token, or a passphrase."""

    def key_of(self, untrusted: cms.RecipientInfo) -> bytearray | None:
        """Return the key of the envelope, or None if this entry is for somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyOpener:
    """A private key in this process, and the certificate in DER for which envelopes are closed."""

    certificate: bytes = field(repr=False)
    private_key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = field(repr=False)

    def key_of(self, untrusted: cms.RecipientInfo) -> bytearray | None:
        if untrusted.name == "ktri" and isinstance(self.private_key, rsa.RSAPrivateKey):
            return self._transported(untrusted.chosen, self.private_key)
        if untrusted.name == "kari" and isinstance(self.private_key, ec.EllipticCurvePrivateKey):
            return self._agreed(untrusted.chosen, self.private_key)
        return None

    def _transported(
        self, info: cms.KeyTransRecipientInfo, private_key: rsa.RSAPrivateKey
    ) -> bytearray | None:
        if not self._is_meant(info["rid"]):
            return None
        try:
            return bytearray(private_key.decrypt(info["encrypted_key"].native, _padding(info)))
        except ValueError:
            return None

    def _agreed(
        self, info: cms.KeyAgreeRecipientInfo, private_key: ec.EllipticCurvePrivateKey
    ) -> bytearray | None:
        for entry in info["recipient_encrypted_keys"]:
            if self._is_meant(entry["rid"]):
                return _agreed_key(info, private_key, entry["encrypted_key"].native)
        return None

    def _is_meant(self, identifier: core.Choice) -> bool:
        certificate = asn1.Certificate.load(self.certificate)
        if identifier.name == "issuer_and_serial_number":
            named = identifier.chosen
            return bool(
                named["serial_number"].native == certificate.serial_number
                and named["issuer"].dump() == certificate.issuer.dump()
            )
        chosen = identifier.chosen
        told = chosen[0] if identifier.name == "r_key_id" else chosen
        return bool(told.native == certificate.key_identifier)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseOpener:
    """A passphrase: its bytes in UTF-8."""

    passphrase: bytearray = field(repr=False)

    def key_of(self, untrusted: cms.RecipientInfo) -> bytearray | None:
        if untrusted.name != "pwri":
            return None
        info = untrusted.chosen
        wrapping_algorithm = info["key_encryption_algorithm"]
        if wrapping_algorithm["algorithm"].native != PASSWORD_WRAP:
            raise EnvelopeAlgorithmError("a wrap for passphrases", wrapping_algorithm["algorithm"].dotted)
        cipher = wrapping_algorithm["parameters"].parse(spec=algos.EncryptionAlgorithm)
        length, iv = _CIPHERS.get(cipher["algorithm"].native), cipher["parameters"].native
        if length is None or len(iv) != BLOCK:
            raise EnvelopeAlgorithmError("a cipher for passphrases", cipher["algorithm"].dotted)
        wrapping = _derived(info["key_derivation_algorithm"], self.passphrase, length)
        try:
            return unwrap(wrapping, iv, info["encrypted_key"].native)
        finally:
            wipe(wrapping)


class _WithinRounds:
    """Passphrases that may cost so many rounds, whatever the number of envelopes that ask for them."""

    def __init__(self, openers: Iterable[PassphraseOpener], most: int) -> None:
        self._openers, self._left = tuple(openers), most

    def key_of(self, untrusted: cms.RecipientInfo) -> bytearray | None:
        self._left -= _rounds(untrusted) * len(self._openers)
        if self._left < 0:
            raise EnvelopeMalformedError("the volumes ask for too many rounds of their passphrase")
        return next((key for each in self._openers if (key := each.key_of(untrusted)) is not None), None)


def within_rounds(openers: Sequence[Opener], size: int) -> tuple[Opener, ...]:
    """Return openers whose passphrases cost no more than volumes of so many bytes may: the opening of small
    ones, of which each asks for the most, would else take minutes. One that asks for more is refused.
    """
    words = [each for each in openers if isinstance(each, PassphraseOpener)]
    most = MOST_ROUNDS + size * _ROUNDS_FOR_A_BYTE
    others = [each for each in openers if not isinstance(each, PassphraseOpener)]
    return (*others, _WithinRounds(words, most)) if words else tuple(others)


def _derived(derivation: cms.KdfAlgorithm, passphrase: bytearray, length: int) -> bytearray:
    if derivation["algorithm"].native != "pbkdf2":
        raise EnvelopeAlgorithmError("a derivation for passphrases", derivation["algorithm"].dotted)
    parameters = derivation["parameters"]
    hashing = _HASHES.get(parameters["prf"]["algorithm"].native)
    if hashing is None or parameters["salt"].name != "specified":
        raise EnvelopeAlgorithmError("a derivation for passphrases", parameters["prf"]["algorithm"].dotted)
    rounds = parameters["iteration_count"].native
    return bytearray(PBKDF2HMAC(hashing(), length, parameters["salt"].native, rounds).derive(passphrase))


def _padding(info: cms.KeyTransRecipientInfo) -> padding.AsymmetricPadding:
    algorithm = info["key_encryption_algorithm"]
    if algorithm["algorithm"].native == "rsaes_pkcs1v15":
        return padding.PKCS1v15()
    if algorithm["algorithm"].native != "rsaes_oaep":
        raise EnvelopeAlgorithmError("a transport of keys", algorithm["algorithm"].dotted)
    parameters = algorithm["parameters"]
    hashing = _HASHES.get(parameters["hash_algorithm"]["algorithm"].native)
    mask = _HASHES.get(parameters["mask_gen_algorithm"]["parameters"]["algorithm"].native)
    if hashing is None or mask is None:
        raise EnvelopeAlgorithmError("a transport of keys", algorithm["algorithm"].dotted)
    return padding.OAEP(padding.MGF1(mask()), hashing(), label=None)


def _agreed_key(
    info: cms.KeyAgreeRecipientInfo, private_key: ec.EllipticCurvePrivateKey, wrapped: bytes
) -> bytearray | None:
    algorithm = info["key_encryption_algorithm"]
    hashing = _AGREEMENTS.get(algorithm["algorithm"].dotted)
    wrapping = algorithm["parameters"].parse(spec=cms.KeyEncryptionAlgorithm)
    length = _WRAPS.get(wrapping["algorithm"].dotted)
    if hashing is None or length is None or info["originator"].name != "originator_key":
        raise EnvelopeAlgorithmError("an agreement on keys", algorithm["algorithm"].dotted)
    point = bytes(info["originator"].chosen["public_key"])
    material = info["ukm"].native
    try:
        passing = ec.EllipticCurvePublicKey.from_encoded_point(private_key.curve, point)
        secret = bytearray(private_key.exchange(ec.ECDH(), passing))
        shared = agreement_info(wrapping, length, material)
        agreed = bytearray(X963KDF(hashing(), length, shared).derive(secret))
        wipe(secret)
        return bytearray(aes_key_unwrap(bytes(agreed), wrapped))
    except (ValueError, InvalidUnwrap):
        return None
