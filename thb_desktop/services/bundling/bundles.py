"""Bundles: gathered, laid out for review, signed, verified, and only then released."""

import hashlib
import io
import os
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.consultation import Consulted, Justification, Purpose
from thb_desktop.domain.custody_rules import is_disposed
from thb_desktop.domain.ids import AgentId, CaseId
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.second_person import Approval, Second
from thb_desktop.domain.transfer import NAMES as TRANSFER_NAMES
from thb_desktop.domain.vocabulary import CustodyAction, TwoPersonAct
from thb_desktop.errors import (
    AlreadyExistsError,
    ApprovalForeignError,
    CertifierError,
    LaidOutBeforeError,
    NotAllowedError,
    VerificationError,
    WrongCertifierPassphraseError,
    WrongPassphraseError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.ledger.release import SignedRelease
from thb_desktop.report.pades import certification_of, sign
from thb_desktop.report.pades import load as load_signing
from thb_desktop.services.bundling.bundle_checks import check_bundle
from thb_desktop.services.bundling.bundle_options import BundleOptions, with_whole_case
from thb_desktop.services.bundling.preparing import (
    PreparedBundle,
    gather_bundle,
    lay_out,
    prepare_bundle,
    register_for,
    verify_as_laid_out,
)
from thb_desktop.services.bundling.printed_contents import contents_to_print
from thb_desktop.services.bundling.publishing import published, unnamed_digests
from thb_desktop.services.bundling.scoping import entries_of
from thb_desktop.services.bundling.signers import AUTHORITY_FIELD, INTERPRETER_FIELD
from thb_desktop.services.bundling.versions import state_of_version
from thb_desktop.services.bundling.what_leaves import listed_in
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.clock_now import verify_explained
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.renewals import verify_renewed
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import signing_certificate
from thb_desktop.services.evidence.custody_acts import Act, record_exports
from thb_desktop.services.office.users import signer_of
from thb_desktop.vault.tables import counts, registry
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.specifications import attached
from thb_desktop.verify.pages import check_signed

__all__ = [
    "BundleOptions",
    "PreparedBundle",
    "begin_signing",
    "check_bundle",
    "contents_to_print",
    "entries_of",
    "gather_bundle",
    "lay_out",
    "list_bundles",
    "load_signing",
    "prepare_bundle",
    "publish_bundle",
    "register_for",
    "sign_bundle",
    "with_whole_case",
]


@permitted(Right.RELEASE_BUNDLES)
def sign_bundle(
    session: Session,
    prepared: PreparedBundle,
    target: Path,
    interpreter: tuple[AgentId, bytearray] | None = None,
    *,
    second: Second,
) -> Bundle:
    """Sign a prepared bundle, check what the signatures added to it, record the export, and name the file.

    interpreter: the certifying user and their passphrase, which is overwritten; required exactly if the
    bundle was prepared for them. second: the approval of `prepared.sha256` by the user named on the pages, or
    their reason. Only a judge or prosecutor approves. A refusal leaves nothing behind. ChangeUncertainError
    is not a refusal: the bundle may be recorded, and its complete file is beside its name. Raises
    NotAllowedError, CertifierError, LaidOutBeforeError, AlreadyExistsError, VerificationError,
    WrongCertifierPassphraseError, CertificateRenewalDueError, and those of `verify_as_laid_out` and
    `require_second_person`.
    """
    signing = begin_signing(session, prepared, target, interpreter, second=second)
    return publish_bundle(session, signing, signing.signed())


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """A bundle that may be signed: who signs it, and what its export is recorded with."""

    prepared: PreparedBundle
    target: Path
    release: SignedRelease
    signers: tuple[tuple[str, Signer, str], ...] = field(repr=False)
    root: bytes = field(repr=False)
    at: datetime

    def signed(self) -> bytes:
        """The signed file, checked by what was added to its checked pages, or else completely (ADR 0082).

        Any thread does it, without the vault's database.
        """
        data = self.prepared.pdf
        for position, (name, signer, reason) in enumerate(self.signers):
            target = io.BytesIO()
            sign(
                io.BytesIO(data),
                target,
                field=name,
                signer=signer,
                chain=[self.root],
                certify=certification_of(position, len(self.signers)),
                at=self.at,
                reason=reason,
                release=self.release.to_bytes() if name == AUTHORITY_FIELD else b"",
            )
            data = target.getvalue()
        if verdict(check_signed(data, self.prepared.checked, trusted_roots=[self.root])) is Standing.BROKEN:
            raise VerificationError(
                "the signed bundle does not pass its own verification; nothing was written"
            )
        return data


@permitted(Right.RELEASE_BUNDLES)
def begin_signing(
    session: Session,
    prepared: PreparedBundle,
    target: Path,
    interpreter: tuple[AgentId, bytearray] | None = None,
    *,
    second: Second,
) -> Signing:
    """Check that the bundle may be signed, and open the keys; arguments and errors are of `sign_bundle`."""
    try:
        if not may(session.user.role, Right.RELEASE_BUNDLES):
            raise NotAllowedError("only a judge or a prosecutor can approve a bundle")
        if (interpreter[0] if interpreter else None) != prepared.certifier:
            raise CertifierError("the bundle was laid out for another certifying interpreter")
        session.verify_writable()
        verify_explained(session)
        _verify_free(session, target)
        _verify_as_approved(prepared)
        _verify_as_masked(session, prepared)
        verify_as_laid_out(session, prepared)
        approval = _approved(session, prepared, second)
        guest = signer_of(session, *interpreter) if interpreter else None
    except WrongPassphraseError:
        raise WrongCertifierPassphraseError(
            "the passphrase of the interpreter who certifies is wrong; nothing was signed"
        ) from None
    finally:
        wipe(interpreter[1] if interpreter else None)
    own = (AUTHORITY_FIELD, session.keys.signer, "Approval of the bundle")
    signing = Signing(
        prepared=prepared,
        target=target,
        release=_release(session, prepared, approval),
        signers=(own,)
        if guest is None
        else ((INTERPRETER_FIELD, guest.keys.signer, "Certification of the interpretation"), own),
        root=root_certificate(session.office_record),
        at=session.clock.read().at.replace(microsecond=0),
    )
    certificates = [signer.certificate for _, signer, _ in signing.signers]
    verify_renewed(filter(None, (*certificates, signing.release.certificate)), at=signing.at)
    laid_out = [each.certificate for each in prepared.content.release.signatures]
    if [hashlib.sha256(each or b"").hexdigest() for each in certificates] != laid_out:
        raise LaidOutBeforeError("a certificate was renewed since: lay the bundle out again")
    return signing


@permitted(Right.RELEASE_BUNDLES)
def publish_bundle(session: Session, signing: Signing, signed: bytes) -> Bundle:
    """Write what was signed, record the export, give the file its name; errors are of `sign_bundle`.

    What came while it was signed and keeps something here stops it, as before.
    """
    return _publish(session, signing.prepared, signed, signing.target, signing.release.approval)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_bundles(session: Session, case_id: CaseId) -> tuple[Bundle, ...]:
    return registry.BUNDLE.where(session.read, "case_id", case_id)


def _verify_free(session: Session, target: Path) -> None:
    if os.path.lexists(target):
        raise AlreadyExistsError("a file with this name already exists")
    if not counts.bundle_digests(session.read).isdisjoint(unnamed_digests(target)):
        raise AlreadyExistsError(
            "a recorded bundle did not get its name: rename the file whose name ends in .part"
        )


def _verify_as_approved(prepared: PreparedBundle) -> None:
    """What is signed are the pages that were approved, and what is recorded is what they hold (V-S-03).

    Nothing else is attached under another name: the pages were checked when they were laid out, or else the
    signed file is checked completely (`check_signed`).
    """
    from thb_desktop.report.attachments import CASE, case_data  # with it come fonts, see above

    if hashlib.sha256(prepared.pdf).hexdigest() != prepared.sha256:
        raise ApprovalForeignError("these are not the pages that were approved")
    file = PdfFile(prepared.pdf, len(prepared.pdf))
    told = attached(file, CASE)
    recorded = canonical.encode(case_data(prepared.content))
    expected = len(recorded), hashlib.sha256(recorded).hexdigest()
    if told is None or file.size_and_digest(told) != expected:
        raise ApprovalForeignError("the approved pages differ from what would be recorded")


def _verify_as_masked(session: Session, prepared: PreparedBundle) -> None:
    """Raise LaidOutBeforeError for pages from before words were masked or shown again in their version."""
    version = prepared.content.version
    if version is not None and state_of_version(session, version.id) != version.state:
        raise LaidOutBeforeError("what is masked was changed since: lay the bundle out again")


def _approved(session: Session, prepared: PreparedBundle, second: Second) -> Approval:
    named = second.approved_by if isinstance(second, Approval) else second
    if named != prepared.released_with:
        raise ApprovalForeignError("the pages name another second person, or another reason for acting alone")
    return require_second_person(session, second, act=TwoPersonAct.RELEASE_BUNDLE, subject=prepared.sha256)


def _release(session: Session, prepared: PreparedBundle, approval: Approval) -> SignedRelease:
    """What the signature of the authority states about the second person."""
    second = registry.USER.find(session.read, approval.approved_by) if approval.approved_by else None
    return SignedRelease(
        vault=session.vault_id,
        size=len(prepared.pdf),
        approval=approval,
        certificate=signing_certificate(session.read, second) if second else b"",
    )


def _publish(
    session: Session, prepared: PreparedBundle, signed: bytes, target: Path, approval: Approval
) -> Bundle:
    """Write, record and name the file."""
    session.verify_writable()
    sha256 = hashlib.sha256(signed).hexdigest()
    with published(target, signed, randomness=session.environment.randomness):
        return _recorded(session, prepared, sha256, approval)


def _recorded(session: Session, prepared: PreparedBundle, sha256: str, approval: Approval) -> Bundle:
    content = prepared.content
    bundle = Bundle(
        id=content.release.id,
        case_id=content.frame.case.id,
        number=content.release.number,
        version=content.release.version,
        purpose=content.release.purpose,
        recipient=content.release.recipient,
        made_at=content.release.made_at,
        pages=prepared.pages,
        sha256=sha256,
        records=tuple(each.interview.id for each in content.interviews),
        restricted_because=content.release.restricted_because,
        disclosure_id=content.version.id if content.version else None,
        **{name: getattr(content.release.transfer, name) for name in TRANSFER_NAMES},
        identities_because=prepared.identities_because,
        unsearched_because=prepared.unsearched_because,
        contents=tuple(each.exhibit_id for each in content.printed),
        warned=tuple((each.rule, each.reason) for each in content.release.warned),
        entries=listed_in(content),
    )
    with session.work() as work:
        _verify_as_masked(session, prepared)
        verify_as_laid_out(session, prepared)
        leaving = [  # what was disposed of is not released; its events end with their outcome
            each.exhibit.id
            for each in content.exhibits
            if not is_disposed(entry.event for entry in each.custody)
        ]
        act = Act(
            action=CustodyAction.EXPORTED,
            occurred_at=work.at,
            actor=session.user.name,
            reason=content.release.purpose,
            to_party=content.release.recipient,
            sha256=sha256,
            note=f"Bundle {content.release.number}",
        )
        record_exports(work, leaving, act)
        work.save(approval, bundle)
        work.record(bundle.id, VaultAction.BUNDLE_MADE, content.release.purpose)
        released = Purpose(code=Justification.EXPORT, text=bundle.purpose)
        work.consulted(Consulted.BUNDLE_RELEASED, bundle.id, purpose=released, recipient=bundle.recipient)
    return bundle
