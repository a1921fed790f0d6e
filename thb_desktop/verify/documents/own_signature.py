"""The short way to judge a signature: of this program, by an office that is trusted, and sound.

Message and certificates have only one form here, so each is compared with that form and needs no library for
all forms, which takes longer to load than all else takes. This way only says that a signature holds: whatever
it does not recognise, or does not find in order, is judged and told by `full_signature`.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.errors import CertificateError, NotCanonicalError, SignatureError
from thb_desktop.verify.certificates import signature_from_der
from thb_desktop.verify.der import verify_der
from thb_desktop.verify.documents.fast_signature import verify_signature
from thb_desktop.verify.documents.own_certificate import OwnCertificate, read_own_root, read_own_user
from thb_desktop.verify.documents.own_form import OwnMessage, is_own_form, read_message

_HIGHEST = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551 // 2
"""The highest s that our writer writes: of the two that fit, it takes the lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundSignature:
    """Who made a signature that holds, with the certificate (DER), and the name in the trusted root."""

    certificate: bytes
    name: str
    root_name: str
    at: datetime
    """The claimed time of signing."""


def sound_signature(
    message: bytes,
    digest: Callable[[str], bytes],
    *,
    at: Callable[[], datetime | None],
    trusted: Collection[str],
) -> SoundSignature | None:
    """Return what a message (DER) proves of the bytes of this digest; None unless all of it holds.

    at: returns the claimed time of signing; asked for last. trusted: the fingerprints of trusted roots.
    """
    try:
        verify_der(message)
    except NotCanonicalError:
        return None
    parts = read_message(message)
    if parts is None:
        return None
    for signer, issuer in (parts.certificates, parts.certificates[::-1]):
        user, root = read_own_user(signer), read_own_root(issuer)
        if user is None or root is None or not is_own_form(message, digest("sha256"), signer):
            continue
        if root.read.fingerprint not in trusted or not _is_path(user, root) or not _fits(parts, user, root):
            continue
        claimed = at()
        if claimed is not None and user.read.valid_at(claimed) and root.read.valid_at(claimed):
            return SoundSignature(certificate=signer, name=user.name, root_name=root.name, at=claimed)
    return None


def _is_path(user: OwnCertificate, root: OwnCertificate) -> bool:
    """Whether the names lead from a user to a root, and to nobody else."""
    return (
        root.read.issuer == root.read.subject == user.read.issuer != user.read.subject
        and user.serial != root.serial
    )


def _fits(parts: OwnMessage, user: OwnCertificate, root: OwnCertificate) -> bool:
    """Whether the root signed itself and the user's certificate, and the user the document."""
    try:
        value = signature_from_der(parts.value)
        for certificate in (root.read, user.read):
            verify_signature(root.read.public_key, certificate.signed, certificate.signature)
        verify_signature(user.read.public_key, parts.signed, value)
    except (CertificateError, SignatureError):
        return False
    return int.from_bytes(value[32:]) <= _HIGHEST
