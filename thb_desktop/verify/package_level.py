"""What was added to the signature of a package, and the level that it leads to (EN 319 122-1, 319 162-1).

B-B: signed. B-T: a time stamp of a trusted authority covers the signature. B-LT: besides, the signature has
with it what says that no certificate of the signer was revoked. B-LTA: and an archive time stamp covers the
files, the list, the signature and all that was added to it.

A level is what the package carries. It does not say whether a signature is qualified (V-S-01).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from thb_desktop.crypto.signature_stamps import Parts, RevocationValues, signature_value
from thb_desktop.errors import NotCanonicalError, PdfBeyondBoundsError
from thb_desktop.findings import Finding, Standing, Where, broken, holds, unknown, verdict
from thb_desktop.package.manifest import ARCHIVE_MANIFEST, ARCHIVE_STAMP, SIGNATURE, archive_to_xml
from thb_desktop.package.unpacking import Container
from thb_desktop.verify.der import verify_der
from thb_desktop.verify.documents.cms import MAXIMUM_CERTIFICATES, raw_certificates
from thb_desktop.verify.documents.full_signature import check_stamp
from thb_desktop.verify.documents.path import fingerprint
from thb_desktop.verify.documents.revocation import RevocationStore
from thb_desktop.verify.documents.value import CheckedMessage

_CLOCKS_APART = timedelta(minutes=5)
"""By which the clock of a laptop without a network may be before that of an authority."""
_STAMP = Where(kind="package-stamp", first=1)


def check_added(
    container: Container,
    parts: Parts,
    signed: CheckedMessage | None,
    others: Sequence[Finding],
    *,
    anchors: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    trusted: Collection[str],
    now: datetime | None,
) -> Iterator[Finding]:
    """Check the time stamps and validation data of a package, and say the level that they lead to.

    signed: the signature without them; None if it is not valid. others: what was found of it. anchors:
    trusted for time stamps alone. roots: certificates at hand that lead from the signer to an issuer.
    trusted: the fingerprints of trusted roots, if the signer's certificate leads to one. now: what is dated
    later says nothing; without it, nor does what is dated after the last time that is proven. Without a time
    stamp no level is said.
    """
    if parts.token is None:
        if container.archive is not None:
            yield broken("package-archive-other", where=_member(ARCHIVE_MANIFEST))
        return
    found = _checked(parts.token, signature_value(parts.message), anchors)
    found += _check_order(found, others)
    yield from (replace(one, where=(_STAMP, *one.where)) for one in found)
    if verdict(found) is Standing.BROKEN:
        yield from _check_archive(container, anchors)
        yield holds("package-level.b-b")
        return
    at_hand = (*(signed.others if signed else ()), *anchors, *roots)
    store = _store_of(parts, container, at_hand, trusted)
    yield from _check_values(parts.values, store)
    archived = _check_archive(container, anchors)
    yield from archived
    at = _time_of("time-stamped-signature", found)
    if signed is None or signed.signer is None or at is None or not _is_trusted(found):
        yield holds("package-level.b-b")
        return
    der = signed.signer.public_bytes(Encoding.DER)
    newest = (_time_of("time-stamped-package", archived) if _is_trusted(archived) else now) or at
    told, is_whole = store.said_of_path(der, since=at, until=at, newest=newest)
    yield from told
    if not is_whole:
        yield from store.unpublished(der)
    if verdict(told) is not Standing.BROKEN:
        later = "package-level.b-lta" if _is_trusted(archived) else "package-level.b-lt"
        yield holds(later if is_whole else "package-level.b-t")


def _checked(token: bytes, covered: bytes, anchors: Sequence[x509.Certificate]) -> list[Finding]:
    try:
        return check_stamp(token, covered, trusted={*map(fingerprint, anchors)}, roots=anchors)
    except PdfBeyondBoundsError as refusal:
        return [unknown("pdf-beyond-bounds", detail=str(refusal))]


def _is_trusted(found: Sequence[Finding]) -> bool:
    sound = verdict(found) is not Standing.BROKEN
    return sound and any(one.code == "root-trusted" for one in found)


def _store_of(
    parts: Parts, container: Container, at_hand: Sequence[x509.Certificate], trusted: Collection[str]
) -> RevocationStore:
    """The validation data, with the certificates that stand in the message and in its time stamps."""
    tokens = [each for each in (parts.token, container.archive and container.archive.token) if each]
    held = [each for token in tokens for each in raw_certificates(token)[:MAXIMUM_CERTIFICATES]]
    values = parts.values
    return RevocationStore.of(held, values.lists, values.answers, roots=at_hand, trusted=trusted)


def _check_values(values: RevocationValues, store: RevocationStore) -> Iterator[Finding]:
    """No byte may vary: each is in strict form, and signed by somebody whose certificate is at hand."""
    held = [*values.lists, *values.answers]
    if store.count != len(held) or store.unsigned or not all(map(_is_strict, held)):
        yield unknown("package-values-unknown", where=_member(SIGNATURE))


def _is_strict(der: bytes) -> bool:
    try:
        verify_der(der)
    except NotCanonicalError:
        return False
    return True


def _check_archive(container: Container, anchors: Sequence[x509.Certificate]) -> list[Finding]:
    """Check that the archive time stamp covers all that stands before it."""
    if container.archive is None:
        return []
    listed, token = container.archive
    if listed != archive_to_xml(container.listed, manifest=container.manifest, signature=container.signature):
        return [broken("package-archive-other", where=_member(ARCHIVE_MANIFEST))]
    return [_of_archive(one) for one in _checked(token, listed, anchors)]


def _of_archive(finding: Finding) -> Finding:
    code = "time-stamped-package" if finding.code == "time-stamped-signature" else finding.code
    return replace(finding, code=code, where=(_member(ARCHIVE_STAMP), *finding.where))


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


def _member(name: str) -> Where:
    return Where(kind="member", first=1, names=(name,))
