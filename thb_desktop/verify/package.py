"""Whether a package holds: each byte in its place, each file as listed, the list signed, the bundle sound."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import new as new_hash
from typing import BinaryIO

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from thb_desktop.crypto.signature_stamps import taken_apart
from thb_desktop.errors import FileUnreadableError, PackageFormError, PdfBeyondBoundsError
from thb_desktop.findings import Finding, Standing, Where, broken, holds, unknown
from thb_desktop.package.unpacking import Container, bag_is_right, changed_files, open_container
from thb_desktop.verify.documents.cms import check_message
from thb_desktop.verify.documents.path import check_path, fingerprint, shown_name
from thb_desktop.verify.documents.value import MALFORMED, CheckedMessage
from thb_desktop.verify.message_signers import check_signer
from thb_desktop.verify.notice_text import check_notice
from thb_desktop.verify.package_level import check_added
from thb_desktop.verify.packaged import Beside, check_packaged, in_folder
from thb_desktop.verify.pdf import MAXIMUM_SIZE, check_pdf
from thb_desktop.verify.receipt_text import check_receipt

SIGNED_PAGES = "application/pdf"
_SIGNATURE = Where(kind="package-signature", first=1)


def check_package(
    untrusted: BinaryIO,
    *,
    trusted_roots: Sequence[bytes] = (),
    trusted_fingerprints: Collection[str] = (),
    stamp_roots: Sequence[bytes] = (),
    beside: Beside | None = None,
    now: datetime | None = None,
) -> tuple[Finding, ...]:
    """Check a container of ours, a file that can be sought, without believing any byte of it.

    Roots are in DER, fingerprints their SHA-256 in hexadecimal. stamp_roots (DER) are trusted for time stamps
    alone. beside: opens large files of the package. now: validation data that are dated later say nothing.
    What is wrong with the content is a finding.
    """
    try:
        roots = [x509.load_der_x509_certificate(root) for root in trusted_roots]
        anchors = [x509.load_der_x509_certificate(root) for root in stamp_roots]
    except MALFORMED:
        raise FileUnreadableError("a root certificate named as trusted cannot be read") from None
    trusted = {fingerprint(root) for root in roots} | {text.lower() for text in trusted_fingerprints}
    try:
        container = open_container(untrusted)
        parts = taken_apart(container.signature)
        signed = _read_message(container, parts.message)
        found = [*_check_signature(signed, trusted, roots)]
        is_sound = not any(each.standing is Standing.BROKEN for each in found)
        is_trusted = any(each.code == "root-trusted" for each in found)
        found += _check_content(container, trusted_roots, trusted_fingerprints)
        found += check_added(
            container,
            parts,
            signed if is_sound else None,
            found,
            anchors=anchors,
            roots=roots,
            trusted=trusted if is_trusted else (),
            now=now,
        )
        changed = {
            name for each in found if each.code == "package-file-changed" for name in each.where[0].names
        }
        signer = _signer_of(signed) if is_sound else b""
        found += check_signer(container, signer)
        told = check_packaged(
            container,
            changed,
            signer=signer,
            trusted=trusted,
            beside=beside or in_folder(None),
        )
        return (*found, *told, *check_notice(container, changed), *check_receipt(container, changed))
    except PackageFormError as refusal:
        return (broken(refusal.key, detail=str(refusal)),)


def _check_content(
    container: Container, trusted_roots: Sequence[bytes], trusted_fingerprints: Collection[str]
) -> Iterator[Finding]:
    changed = [*changed_files(container)]
    for name in changed:
        yield broken("package-file-changed", where=_file(name))
    if not changed:
        yield holds("package-whole", count=len(container.payload))
    if not bag_is_right(container):
        yield broken("package-lists-differ")
    for each in container.payload:
        if each.media_type != SIGNED_PAGES or each.name in changed or not _is_pages(each.name):
            continue
        if container.by_name[each.name].size > MAXIMUM_SIZE:
            yield unknown("pdf-beyond-bounds", detail="it is too large", where=_file(each.name))
            continue
        data = b"".join(container.pieces(each.name))
        found = check_pdf(data, trusted_roots=trusted_roots, trusted_fingerprints=trusted_fingerprints)
        yield from (replace(one, where=(_file(each.name), *one.where)) for one in found)


def _is_pages(name: str) -> bool:
    """Only what stands at the top is signed by the office: exhibits keep whatever signature they have."""
    return name.count("/") == 1


def _file(name: str) -> Where:
    return Where(kind="member", first=1, names=(name,))


def signer_of(container: Container) -> bytes:
    """Return the certificate (DER) of the signer, unchecked; empty if there is none."""
    return _signer_of(_read_message(container, taken_apart(container.signature).message))


def _signer_of(signed: CheckedMessage) -> bytes:
    return b"" if signed.signer is None else signed.signer.public_bytes(Encoding.DER)


def _read_message(container: Container, message: bytes) -> CheckedMessage:
    def digest(algorithm: str) -> bytes:
        return new_hash(algorithm, container.manifest, usedforsecurity=True).digest()

    try:
        return check_message(message, None, digest, pades=False, own=True)
    except PdfBeyondBoundsError:  # our own form is strict
        raise PackageFormError("the signature is not in strict form") from None


def _check_signature(
    checked: CheckedMessage, trusted: set[str], roots: list[x509.Certificate]
) -> Iterator[Finding]:
    found = [*checked.findings]
    if not checked.is_broken and checked.signer is not None:
        at = checked.signing_time
        path = check_path(checked.signer, checked.others, trusted=trusted, roots=roots, at=at)
        if not any(one.standing is Standing.BROKEN for one in (*found, *path)):
            found.insert(0, holds("signature-holds", name=shown_name(checked.signer)))
        found += path
        found.append(unknown("time-missing") if at is None else holds("time-claimed", at=at))
    yield from (replace(one, where=(_SIGNATURE, *one.where)) for one in found)
