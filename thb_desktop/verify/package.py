"""Whether a package holds: each byte in its place, each file as listed, the list signed, the bundle sound."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import new as new_hash
from typing import BinaryIO

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from thb_desktop.crypto.signature_stamps import signature_value, split
from thb_desktop.errors import FileUnreadableError, PackageFormError
from thb_desktop.findings import Finding, Standing, Where, broken, holds, unknown, verdict
from thb_desktop.package.unpacking import Container, bag_is_right, changed_files, open_container
from thb_desktop.verify.documents.cms import check_message
from thb_desktop.verify.documents.path import check_path, fingerprint, shown_name
from thb_desktop.verify.documents.signature import check_stamp
from thb_desktop.verify.documents.value import MALFORMED
from thb_desktop.verify.packaged import Beside, check_packaged, in_folder
from thb_desktop.verify.pdf import MAXIMUM_SIZE, check_pdf

SIGNED_PAGES = "application/pdf"
_CLOCKS_APART = timedelta(minutes=5)
"""By which the clock of a laptop without a network may be before that of an authority."""
_SIGNATURE = Where(kind="package-signature", first=1)
_STAMP = Where(kind="package-stamp", first=1)


def check_package(
    untrusted: BinaryIO,
    *,
    trusted_roots: Sequence[bytes] = (),
    trusted_fingerprints: Collection[str] = (),
    stamp_roots: Sequence[bytes] = (),
    beside: Beside | None = None,
) -> tuple[Finding, ...]:
    """Check a container of ours, a file that can be sought, without believing any byte of it.

    Roots are in DER, fingerprints their SHA-256 in hexadecimal. stamp_roots (DER) are trusted for time stamps
    alone. beside: opens large files of the package.
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
        found = [*_check(container, trusted, roots, trusted_roots, trusted_fingerprints)]
        if (token := split(container.signature)[1]) is not None:
            found += _check_stamp(container, token, found, anchors)
        changed = {
            name for each in found if each.code == "package-file-changed" for name in each.where[0].names
        }
        signer = signer_of(container) if not any(_is_broken_signature(each) for each in found) else b""
        told = check_packaged(
            container, changed, signer=signer, trusted=trusted, beside=beside or in_folder(None)
        )
        return (*found, *told)
    except PackageFormError as refusal:
        return (broken("package-form", detail=str(refusal)),)


def _check(
    container: Container,
    trusted: set[str],
    roots: list[x509.Certificate],
    trusted_roots: Sequence[bytes],
    trusted_fingerprints: Collection[str],
) -> Iterator[Finding]:
    yield from _check_signature(container, trusted, roots)
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


def _is_broken_signature(finding: Finding) -> bool:
    return finding.standing is Standing.BROKEN and finding.where[:1] == (_SIGNATURE,)


def signer_of(container: Container) -> bytes:
    """Return the certificate (DER) of the signer, unchecked; empty if there is none."""

    def digest(algorithm: str) -> bytes:
        return new_hash(algorithm, container.manifest, usedforsecurity=True).digest()

    message, _ = split(container.signature)
    signer = check_message(message, None, digest, pades=False, own=True).signer
    return b"" if signer is None else signer.public_bytes(Encoding.DER)


def _check_signature(
    container: Container, trusted: set[str], roots: list[x509.Certificate]
) -> Iterator[Finding]:
    def digest(algorithm: str) -> bytes:
        return new_hash(algorithm, container.manifest, usedforsecurity=True).digest()

    checked = check_message(split(container.signature)[0], None, digest, pades=False, own=True)
    found = [*checked.findings]
    if not checked.is_broken and checked.signer is not None:
        at = checked.signing_time
        path = check_path(checked.signer, checked.others, trusted=trusted, roots=roots, at=at)
        if not any(one.standing is Standing.BROKEN for one in (*found, *path)):
            found.insert(0, holds("signature-holds", name=shown_name(checked.signer)))
        found += path
        found.append(unknown("time-missing") if at is None else holds("time-claimed", at=at))
    yield from (replace(one, where=(_SIGNATURE, *one.where)) for one in found)


def _check_stamp(
    container: Container, token: bytes, others: Sequence[Finding], anchors: list[x509.Certificate]
) -> Iterator[Finding]:
    """Check the time stamp of the signature, and say the level that it leads to."""
    covered = signature_value(container.signature)
    found = [*check_stamp(token, covered, trusted={*map(fingerprint, anchors)}, roots=anchors)]
    found += _check_order(found, others)
    yield from (replace(one, where=(_STAMP, *one.where)) for one in found)
    is_sound = verdict(found) is not Standing.BROKEN and not any(_is_broken_signature(one) for one in others)
    is_trusted = is_sound and any(one.code == "root-trusted" for one in found)
    yield holds("level.b-t" if is_trusted else "level.b-b")


def _check_order(found: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """V-S-04: what was stamped was signed before. A later claimed time is not right, or the stamp is not.

    EN 319 102-1 takes the time of the stamp and asks nothing of a claim that is later. Clocks that are
    minutes apart are told and no more; a claim that is further off is for a person to judge.
    """
    at, claimed = _time_of("time-stamped-signature", found), _time_of("time-claimed", others)
    if at is not None and claimed is not None and at < claimed:
        if claimed - at <= _CLOCKS_APART:
            yield holds("time-stamp-near", at=at, claimed=claimed)
        else:
            yield unknown("time-stamp-older", at=at, claimed=claimed)


def _time_of(code: str, found: Sequence[Finding]) -> datetime | None:
    told = (each.values.get("at") for each in found if each.code == code)
    return next((each for each in told if isinstance(each, datetime)), None)
