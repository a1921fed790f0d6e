"""Recipients of envelopes: keys of each kind with a certificate, as files that OpenSSL takes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A private key, its certificate in DER, and both in files."""

    private_key: PrivateKey
    certificate: bytes
    certificate_file: Path
    key_file: Path


def usage(**allowed: bool) -> x509.KeyUsage:
    """A stated use of a key: nothing but what is named."""
    names = (
        *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
        *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**{name: allowed.get(name, False) for name in names})


def certificate_of(
    private_key: PrivateKey, stated: x509.KeyUsage | None = None, *, since: datetime = NOW, days: int = 30
) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Receiving office")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private_key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since - timedelta(days=1))
        .not_valid_after(since + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(private_key.public_key()), critical=False)
    )
    if stated is not None:
        builder = builder.add_extension(stated, critical=True)
    return builder.sign(private_key, SHA256()).public_bytes(Encoding.DER)


def holder(private_key: PrivateKey, folder: Path, name: str, *, since: datetime = NOW) -> Holder:
    certificate = certificate_of(private_key, since=since)
    key_file, certificate_file = folder / f"{name}.key", folder / f"{name}.pem"
    key_file.write_bytes(private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    pem = x509.load_der_x509_certificate(certificate).public_bytes(Encoding.PEM)
    certificate_file.write_bytes(pem)
    return Holder(
        private_key=private_key,
        certificate=certificate,
        certificate_file=certificate_file,
        key_file=key_file,
    )
