"""Certificates that were compared by their fingerprint: what is used must be what was compared."""

import hashlib
from base64 import b64decode
from collections.abc import Mapping

from thb_desktop.errors import CertificateError

COMPARED: Mapping[str, tuple[str, str]] = {
    "recipient": ("certificate", "sha256"),
    "foreign_office": ("root", "sha256"),
}
"""Tables, each with the field of a certificate (DER, Base64) and that of its fingerprint (SHA-256, hex)."""


def compared_certificate(untrusted: str, fingerprint: str) -> bytes:
    """Return a certificate (DER) from a row. Raises CertificateError unless it has the fingerprint there."""
    try:
        found = b64decode(untrusted, validate=True)
    except ValueError:
        found = b""
    if hashlib.sha256(found).hexdigest() != fingerprint:
        raise CertificateError("a certificate is not the one whose fingerprint was compared")
    return found


def is_compared(certificate: str, fingerprint: str) -> bool:
    """Whether a certificate (Base64 of DER) has this fingerprint."""
    try:
        compared_certificate(certificate, fingerprint)
    except CertificateError:
        return False
    return True


def is_another(table: str, record: Mapping[str, object]) -> bool:
    """Whether the certificate of a row is not that of its fingerprint; the database has no row without."""
    if table not in COMPARED:
        return False
    certificate, fingerprint = (record.get(name) for name in COMPARED[table])
    return certificate is not None and not is_compared(str(certificate), str(fingerprint))
