"""The message of a signature in whatever form it is, its certificates, and what is wrong with them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import new as new_hash

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from thb_desktop.findings import Finding, Standing, Where, broken, holds
from thb_desktop.verify.documents.cms import check_message, stamped_time, time_stamp_content
from thb_desktop.verify.documents.path import check_path, shown_name
from thb_desktop.verify.documents.signature import Signature, say_time
from thb_desktop.verify.documents.value import HASHES, MALFORMED, CheckedMessage

_OPEN_FOR_OURS = {"root-unknown", "self-signed"}
_LET_TO_OTHERS = {"encoding-not-strict.order"}
"""What authorities do in the certificates of their time stamps: OpenSSL does not sort them."""


def check_in_full(
    message: bytes,
    signature: Signature,
    digest: Callable[[str], bytes],
    *,
    at: Callable[[], datetime | None],
    is_known: bool,
    own: bool,
    trusted: Collection[str],
    roots: Sequence[x509.Certificate],
) -> tuple[list[Finding], bytes | None]:
    """Check the message of one signature and the path from its certificate to a root.

    digest: of what the signature covers. at: the time that the file claims. is_known: whether the signature
    is of a kind that this check knows. own: whether it must have our own form. Returns the findings, and the
    signer's certificate (DER) if it could be read.
    """
    checked = _checked(message, signature, digest, own=own)
    if not is_known:
        checked.unknown("kind-unknown")
    if checked.is_broken or checked.signer is None:
        return checked.findings, None
    stamped = stamped_time(message) if signature.is_time_stamp else None
    claimed = stamped or at() or checked.signing_time
    path = check_path(checked.signer, checked.others, trusted=trusted, roots=roots, at=claimed)
    name = shown_name(checked.signer)
    found = [*checked.findings, *path]
    if own:
        found = [_as_ours(finding) for finding in found]
    if stamped is not None:
        found = [finding for finding in found if finding.key not in _LET_TO_OTHERS]
        found += [] if _may_stamp(checked.signer) else [broken("certificate-not-for-stamps")]
    sound = not any(one.standing is Standing.BROKEN or one.code == "algorithm-unknown" for one in found)
    whole = [holds("signature-holds", name=name)] if sound else []
    told = say_time(claimed) if stamped is None else [holds("time-stamped", at=stamped, name=name)]
    return [*whole, *found, *told], checked.signer.public_bytes(Encoding.DER)


def check_stamp(
    token: bytes, covered: bytes, *, trusted: Collection[str], roots: Sequence[x509.Certificate]
) -> list[Finding]:
    """Check an RFC 3161 token (CMS, DER) over these bytes, and the path from its signer to a root."""

    def digest(algorithm: str) -> bytes:
        return new_hash(algorithm, covered, usedforsecurity=True).digest()

    checked, at = _checked_stamp(token, digest, own=False), stamped_time(token)
    if checked.is_broken or checked.signer is None or at is None:
        return checked.findings or [broken("signature-malformed.time-stamp")]
    path = check_path(checked.signer, checked.others, trusted=trusted, roots=roots, at=at)
    found = [each for each in (*checked.findings, *path) if each.key not in _LET_TO_OTHERS]
    found += [] if _may_stamp(checked.signer) else [broken("certificate-not-for-stamps")]
    return [*found, holds("time-stamped-signature", at=at, name=shown_name(checked.signer))]


def _may_stamp(certificate: x509.Certificate) -> bool:
    """Whether it was issued for time stamps and nothing else (RFC 3161, 2.3)."""
    try:
        uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    except (x509.ExtensionNotFound, *MALFORMED):
        return False
    return list(uses.value) == [ExtendedKeyUsageOID.TIME_STAMPING]


def _as_ours(finding: Finding) -> Finding:
    """What is only unusual elsewhere counts as a change if the signature says that this program wrote it."""
    if finding.standing is not Standing.UNKNOWN or finding.code in _OPEN_FOR_OURS:
        return finding
    return replace(finding, standing=Standing.BROKEN, where=(*finding.where, Where(kind="not-own-form")))


def _checked(
    message: bytes, signature: Signature, digest: Callable[[str], bytes], *, own: bool
) -> CheckedMessage:
    if not signature.is_time_stamp:
        return check_message(message, None, digest, pades=signature.is_pades, own=own)
    return _checked_stamp(message, digest, own=own)


def _checked_stamp(message: bytes, digest: Callable[[str], bytes], *, own: bool) -> CheckedMessage:
    stamped = time_stamp_content(message)
    if stamped is None:
        checked = CheckedMessage()
        checked.broken("signature-malformed.time-stamp")
        return checked
    content, algorithm, imprint = stamped
    checked = check_message(message, content, digest, pades=False, own=own)
    if algorithm not in HASHES or digest(algorithm) != imprint:
        checked.broken("content-changed.time-stamp")
    return checked
