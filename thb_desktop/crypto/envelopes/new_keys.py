"""New keys for envelopes: for an office that has no authority to ask for one.

The certificate is signed by its own key and says nothing but a name: what it is worth is the comparison of
its fingerprint.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from thb_desktop.crypto.material import Randomness, draw, wipe
from thb_desktop.crypto.signing import new_private_key

VALID_FOR = timedelta(days=3 * 365)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """A private key on P-256 to agree on keys with, and its certificate in DER."""

    certificate: bytes
    private_key: ec.EllipticCurvePrivateKey = field(repr=False)

    @classmethod
    def make(cls, name: str, *, at: datetime, randomness: Randomness) -> "NewKey":
        """Make a key, and a certificate that is valid from this time on."""
        key = new_private_key(randomness)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        since = at.astimezone(UTC).replace(microsecond=0)
        certificate = (
            x509.CertificateBuilder(subject, subject, key.public_key())
            .serial_number((int.from_bytes(draw(randomness, 20), "big") >> 1) | 1)
            .not_valid_before(since)
            .not_valid_after(since + VALID_FOR)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_agreement(), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .sign(key, SHA256())
        )
        return cls(certificate=certificate.public_bytes(Encoding.DER), private_key=key)

    def key_file(self, passphrase: bytearray) -> bytes:
        """Return key and certificate as PKCS#12 under a passphrase, which is overwritten."""
        try:
            return pkcs12.serialize_key_and_certificates(
                None,
                self.private_key,
                x509.load_der_x509_certificate(self.certificate),
                None,
                BestAvailableEncryption(bytes(passphrase)),
            )
        finally:
            wipe(passphrase)

    def clear_pem(self) -> bytes:
        """Return the private key in clear, as OpenSSL takes it: for a demonstration only."""
        return self.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def certificate_pem(self) -> bytes:
        return x509.load_der_x509_certificate(self.certificate).public_bytes(Encoding.PEM)


def _agreement() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=True,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
