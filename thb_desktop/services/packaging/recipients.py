"""Recipients by their certificates, each compared with the fingerprint that its holder told."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from thb_desktop.crypto.envelopes.recipients import CertificateRecipient
from thb_desktop.errors import FingerprintDiffersError
from thb_desktop.verify.run import certificates_in, fingerprint_of


def named_recipient(certificate_file: Path, fingerprint: str, *, at: datetime) -> CertificateRecipient:
    """Take the certificate with this SHA-256, as its holder told it, from a file (PEM or DER).

    With another certificate somebody else would open what is closed. Raises UsageError for what is no
    fingerprint, FileUnreadableError, FingerprintDiffersError, and RecipientError for one that is of no use.
    """
    expected = fingerprint_of(fingerprint)
    for certificate in certificates_in(certificate_file):
        if sha256(certificate).hexdigest() == expected:
            return CertificateRecipient.of(certificate, at=at)
    raise FingerprintDiffersError("no certificate in this file has the fingerprint that was told")
