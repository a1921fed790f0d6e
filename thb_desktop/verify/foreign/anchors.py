"""Anchors: the certificates that a user trusts for one judgement, read from a file."""

from pathlib import Path

from cryptography import x509

from thb_desktop.domain.signature_check import TrustAnchor
from thb_desktop.errors import FileUnreadableError
from thb_desktop.verify.documents.path import fingerprint, shown_name
from thb_desktop.verify.run import certificates_in


def anchors_in(file: Path) -> tuple[TrustAnchor, ...]:
    """Return the certificates of a file (PEM or DER). Raises FileUnreadableError."""
    try:
        found = certificates_in(file)
        read = [x509.load_der_x509_certificate(each) for each in found]
        _ = [each.subject for each in read]  # the library reads names when they are asked for
        return tuple(
            TrustAnchor(der=der, name=shown_name(each), fingerprint=fingerprint(each))
            for der, each in zip(found, read, strict=True)
        )
    except (ValueError, TypeError):
        raise FileUnreadableError("the file contains no certificate that can be read") from None
