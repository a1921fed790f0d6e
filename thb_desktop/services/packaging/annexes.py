"""Identity annexes: who the pseudonyms of a bundle are, closed for recipients of their own.

What the second person approves is a sheet without any name: whose identities, for whom, why. The identities
are opened after it, printed and signed in memory, and written into the envelope alone: nothing of them is
ever on a screen or in clear on a disk.
"""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path

import thb_desktop
from thb_desktop.crypto.signed_messages import sign_detached
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.consultation import Consulted, Justification, Purpose
from thb_desktop.domain.identity_annex import AnnexContent, AnnexedPerson, IdentityAnnex
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.people import roles_of
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Approval, Second
from thb_desktop.domain.vocabulary import RecipientKind, TwoPersonAct
from thb_desktop.errors import (
    AlreadyExistsError,
    ApprovalForeignError,
    ChangeUncertainError,
    NotFoundError,
    PersonNotInBundleError,
    ReasonMissingError,
    RecipientMissingError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.clock_now import verify_explained
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.renewals import verify_renewed
from thb_desktop.services.core.session import Session
from thb_desktop.services.messages.bundle_rows import language_in
from thb_desktop.services.packaging.folders import NAME, FolderWriter
from thb_desktop.services.packaging.naming import give_folder_name
from thb_desktop.services.packaging.package_content import PublishedBundle, offered_by
from thb_desktop.services.packaging.package_files import held_in, ids_in
from thb_desktop.services.packaging.package_terms import verify_identities_may_travel
from thb_desktop.services.packaging.recipients import recipient_of
from thb_desktop.services.packaging.register import recipients_for, verify_released_for
from thb_desktop.services.persons.people import list_roles, open_identity
from thb_desktop.vault.tables import registry

FORMAT = "thb-identity-annex/1"
PAGES, SIGNATURE = f"{NAME}.pdf", f"{NAME}.p7s"
"""What its two files are called: the pages, and the detached signature of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexOptions:
    """The choices for an annex. bundle: the file of the bundle to which it belongs. addresses_because: who
    ordered that it tells addresses; empty for none.
    """

    bundle: PublishedBundle
    persons: tuple[PersonId, ...]
    recipients: tuple[RowId, ...]
    reason: str
    addresses_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAnnex:
    """What may be approved: sha256 is of the sheet, hex, which names persons by pseudonym alone.

    language: of its pages, which is that of the headings of its bundle.
    """

    bundle: Bundle
    options: AnnexOptions
    number: str
    recipients: tuple[Recipient, ...]
    codes: tuple[str, ...]
    language: str
    sheet: bytes = field(repr=False)
    sha256: str


@permitted(Right.RELEASE_BUNDLES)
def plan_annex(session: Session, case_id: CaseId, options: AnnexOptions) -> PlannedAnnex:
    """Say whose identities would go to whom, without opening any.

    It tells of persons of its bundle, and goes where the bundle goes: the rules of its transfer are asked
    again, and conditions that protect an identity. Raises ReasonMissingError, RecipientMissingError,
    BundleForeignError, NotFoundError for a bundle or person of another case and for a person whose identity
    is not sealed, PersonNotInBundleError, LeavingBarredError, TransferRefusedError, and those of
    `recipients_for` and `verify_released_for`.
    """
    session.require(Right.READ_IDENTITIES)
    if is_blank(options.reason):
        raise ReasonMissingError("an identity annex needs a reason")
    if not options.recipients:
        raise RecipientMissingError("an identity annex is closed for somebody")
    bundle = offered_by(session, options.bundle).bundle
    if bundle.case_id != case_id:
        raise NotFoundError("there is no such bundle in this case")
    codes = tuple(_code(session, case_id, each) for each in options.persons)
    if not codes:
        raise NotFoundError("no person was chosen")
    recipients = recipients_for(session, options.recipients)
    _verify_may_go(session, bundle, options, recipients)
    number = f"A-{len(registry.IDENTITY_ANNEX.where(session.read, 'case_id', case_id)) + 1:03}"
    sheet = canonical.encode(
        {
            "format": FORMAT,
            "number": number,
            "bundle": bundle.number,
            "bundle_sha256": bundle.sha256,
            "persons": list(codes),
            "recipients": [each.sha256 for each in recipients],
            "reason": options.reason.strip(),
            "addresses_because": options.addresses_because.strip(),
        }
    )
    session.consulted(Consulted.BUNDLE_DRAFT, case_id)
    return PlannedAnnex(
        bundle=bundle,
        options=options,
        number=number,
        recipients=recipients,
        codes=codes,
        language=language_in(options.bundle.pdf),
        sheet=sheet,
        sha256=hashlib.sha256(sheet).hexdigest(),
    )


@permitted(Right.RELEASE_BUNDLES)
def make_annex(session: Session, planned: PlannedAnnex, folder: Path, *, second: Second) -> IdentityAnnex:
    """Open the identities, print and sign them, close them for their recipients, and record it.

    second: the approval of `planned.sha256`, or the reason for acting alone. The folder has its name only
    when the event is there; a refusal leaves nothing behind. Raises AlreadyExistsError, ApprovalForeignError,
    CertificateRenewalDueError, RecipientError, SealedValueDamagedError, StorageError, VerificationError,
    what `plan_annex` raises for what was changed since, and what `require_second_person` raises.
    """
    session.require(Right.READ_IDENTITIES)
    session.verify_writable()
    verify_explained(session)
    if lexists(folder):
        raise AlreadyExistsError("something with the name of the folder already exists")
    if hashlib.sha256(planned.sheet).hexdigest() != planned.sha256:
        raise ApprovalForeignError("this is not the sheet that was approved")
    addressees = [each.id for each in planned.recipients if each.kind is RecipientKind.ADDRESSEE]
    _verify_may_go(session, planned.bundle, planned.options, recipients_for(session, addressees))
    signer = session.keys.signer
    at = session.clock.read().at.replace(microsecond=0)
    verify_renewed([signer.certificate] if signer.certificate else [], at=at)
    approval = require_second_person(
        session, second, act=TwoPersonAct.REVEAL_IDENTITY, subject=planned.sha256
    )
    pages = _pages(session, planned)
    digest = hashlib.sha256(pages)
    signature = sign_detached(
        digest.digest(), signer=signer, chain=[root_certificate(session.office_record)], at=at
    )
    closed_for = [recipient_of(each, at=at) for each in planned.recipients]
    with FolderWriter(folder, closed_for, randomness=session.environment.randomness) as writer:
        for name, content in ((PAGES, pages), (SIGNATURE, signature)):
            with writer.file(name) as target:
                target.write(content)
        listed = writer.complete().listed
        try:
            annex = _recorded(session, planned, approval, (digest.hexdigest(), listed))
        except ChangeUncertainError:
            writer.keep()
            raise
        writer.keep()
    give_folder_name(writer.part, folder)
    return annex


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_annexes(session: Session, case_id: CaseId) -> tuple[IdentityAnnex, ...]:
    return registry.IDENTITY_ANNEX.where(session.read, "case_id", case_id)


def persons_in(published: PublishedBundle) -> frozenset[PersonId]:
    """Return whom a bundle of ours names; any thread does it. Raises BundleForeignError."""
    return frozenset(PersonId(each) for each in ids_in(published.pdf, {"persons"})["persons"])


def _verify_may_go(
    session: Session, bundle: Bundle, options: AnnexOptions, recipients: Sequence[Recipient]
) -> None:
    pdf = options.bundle.pdf
    verify_released_for(bundle, recipients)
    named = persons_in(options.bundle)
    if others := [each for each in options.persons if each not in named]:
        codes = tuple(_code(session, bundle.case_id, each) for each in others)
        raise PersonNotInBundleError("the bundle does not name them", codes)
    verify_identities_may_travel(session, bundle, pdf, held_in(pdf), options.persons)


def _code(session: Session, case_id: CaseId, person_id: PersonId) -> str:
    person = registry.PERSON.find(session.read, person_id)
    sealed = registry.SEALED_IDENTITY.find(session.read, person_id)
    if person is None or person.case_id != case_id or sealed is None:
        raise NotFoundError("no identity of this person is sealed in this file")
    return person.code


def _pages(session: Session, planned: PlannedAnnex) -> bytes:
    from thb_desktop.report.identity_annex import compose_identity_annex  # with it come fonts

    case = get_case(session, planned.bundle.case_id)
    roles = list_roles(session, case.id)
    persons = []
    for person_id, code in zip(planned.options.persons, planned.codes, strict=True):
        kept = registry.SEALED_IDENTITY.find(session.read, person_id)
        if kept is None:
            raise NotFoundError("no identity of this person is sealed in this file")
        persons.append(
            AnnexedPerson(code=code, roles=roles_of(roles, person_id), identity=open_identity(session, kept))
        )
    target = io.BytesIO()
    content = AnnexContent(
        number=planned.number,
        bundle=planned.bundle.number,
        bundle_sha256=planned.bundle.sha256,
        case=case.reference,
        is_fictional=case.fictional,
        language=planned.language,
        made_by=session.user.name,
        made_at=session.clock.read().at.replace(microsecond=0),
        software=f"THB Desktop {thb_desktop.__version__}",
        reason=planned.options.reason.strip(),
        addresses_because=planned.options.addresses_because.strip(),
        recipients=tuple((each.name, each.sha256) for each in planned.recipients),
        persons=tuple(persons),
    )
    compose_identity_annex(content, target)
    return target.getvalue()


def _recorded(
    session: Session, planned: PlannedAnnex, approval: Approval, digests: tuple[str, str]
) -> IdentityAnnex:
    """digests: of the pages, and of the list of closed files."""
    options, names = planned.options, ", ".join(each.name for each in planned.recipients)
    try:
        with session.work() as work:
            annex = IdentityAnnex(
                id=RowId(work.new_id()),
                case_id=planned.bundle.case_id,
                bundle_id=planned.bundle.id,
                number=planned.number,
                made_by=session.user.id,
                at=work.at,
                sheet=planned.sha256,
                sha256=digests[0],
                listed=digests[1],
                persons=options.persons,
                recipients=tuple(each.id for each in planned.recipients),
                reason=options.reason.strip(),
                addresses_because=options.addresses_because.strip(),
            )
            work.save(approval, annex)
            work.record(annex.id, VaultAction.IDENTITY_ANNEX_MADE, annex.reason)
            purpose = Purpose(code=Justification.EXPORT, text=annex.reason)
            for person_id in options.persons:
                work.consulted(Consulted.IDENTITY, person_id, purpose=purpose, recipient=names)
    except ChangeUncertainError:
        raise ChangeUncertainError(
            "the medium failed: unlock again to see whether the annex is recorded; if it is, its folder is "
            "complete under a name that ends in .part: rename it"
        ) from None
    return annex
