"""The release in the authority's signature: whether the second person approved exactly these pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import CertificateError, FormatError, SignatureError
from thb_desktop.findings import Finding, broken, holds
from thb_desktop.ledger.release import SignedRelease
from thb_desktop.verify.bundle.holders import Office
from thb_desktop.verify.bundle.manifest import Manifest
from thb_desktop.verify.certificates import Certificate, read_certificate
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.documents.signature import Signature, claimed_time
from thb_desktop.verify.documents.signed import Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The signature of the person who decides, and their certificate."""

    signature: Signature
    certificate: Certificate


def check_release(
    signed: Signed,
    first: Signature,
    authority: Authority,
    manifest: Manifest,
    office: Office,
) -> Iterator[Finding]:
    """Check the release in the signature of the authority against the file, the list and the certificates.

    first: the first signature of a person. Raises PdfUnreadableError.
    """
    file = signed.file
    stated = file.open_string(authority.signature.dictionary.get(SignedRelease.KEY))
    if not stated:
        yield broken("release-missing.none")
        return
    try:
        release = SignedRelease.parse(stated)
    except FormatError:
        yield broken("release-missing.unreadable")
        return
    approval = release.approval
    about = (approval.act, approval.requested_by, release.vault)
    if about != (TwoPersonAct.RELEASE_BUNDLE, authority.certificate.agent, office.vault):
        yield broken("release-of-another-act")
        return
    if release.size >= first.contents.start or approval.subject != _digest(file, release.size):
        yield broken("release-of-other-pages")
        return
    yield from signed.check_added(release.size, first)
    at = claimed_time(file.open_string(authority.signature.dictionary.get("M")))
    yield _check_second(release, authority.certificate, manifest, office, at)


def _check_second(
    release: SignedRelease, signer: Certificate, manifest: Manifest, office: Office, at: datetime | None
) -> Finding:
    printed = manifest.release()
    if release.approval.approved_by is None:
        if printed != (signer.common_name, "", "", release.approval.reason) or not release.approval.reason:
            return broken("release-not-as-printed")
        return holds("released-alone", name=shown(signer.common_name), reason=shown(release.approval.reason))
    second = _second(release, office)
    if (
        second is None
        or second.agent != release.approval.approved_by
        or second.agent == signer.agent
        or second.public_key == signer.public_key
        or at is None
        or not second.valid_at(at)
    ):
        return broken("release-not-approved.forged")
    if second.function not in UserRole or not may(UserRole(second.function), Right.SECOND):
        return broken("release-not-approved.function", name=shown(second.common_name))
    if printed != (signer.common_name, second.common_name, second.function, ""):
        return broken("release-not-as-printed")
    return holds(
        "released-with",
        name=shown(signer.common_name),
        second=shown(second.common_name),
        function=UserRole(second.function),
    )


def _second(release: SignedRelease, office: Office) -> Certificate | None:
    """The second person's certificate, if it is of this office and its key signed the approval."""
    try:
        second = read_certificate(release.certificate)
        office.verify(second.public_key, release.signed, bytes.fromhex(release.approval.signature))
    except (CertificateError, SignatureError, ValueError):
        return None
    return second if office.issued(second) and office.knows(second) else None


def _digest(file: PdfFile, size: int) -> str:
    file.budget.move(size)
    return sha256(memoryview(file.data)[:size]).hexdigest()
