"""The content of a package: of a bundle that this vault made, what may leave of its exhibits."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.leaving import KEEPS_HERE
from thb_desktop.domain.record_decision import is_annulled, is_restricted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RecipientKind
from thb_desktop.errors import (
    AddressPrintedError,
    ApprovalForeignError,
    BundleForeignError,
    ClassifiedMarkingError,
    IdentityInFileError,
    LeavingBarredError,
    NotFoundError,
    NotSearchedError,
    PackageTooLargeError,
    PdfBeyondBoundsError,
    RecipientMissingError,
    RecordRestrictedError,
)
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn
from thb_desktop.ledger.streamed import memory_of
from thb_desktop.services.bundling.classified import classified_in
from thb_desktop.services.bundling.identity_register import Register, register_mark, register_of
from thb_desktop.services.bundling.identity_scan import Scan, joined, scan_bundle, scan_file, scan_texts
from thb_desktop.services.bundling.language_jobs import verify_no_open_concern
from thb_desktop.services.bundling.printed_contents import not_printable
from thb_desktop.services.bundling.shelters import shows_shelter
from thb_desktop.services.bundling.stamped_bundles import bundle_of
from thb_desktop.services.cooperation.sources import Taken, kept_here
from thb_desktop.services.core.leaving_bars import holds_abuse
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.packaging.begun import Terms
from thb_desktop.services.packaging.masked_files import masked_exhibits
from thb_desktop.services.packaging.package_conditions import conditions_json
from thb_desktop.services.packaging.package_files import Held, held_in
from thb_desktop.services.packaging.package_options import PackageOptions, verify_options
from thb_desktop.services.packaging.package_sheet import PackageContent, sheet_of
from thb_desktop.services.packaging.package_terms import conditions_of, verify_may_travel
from thb_desktop.services.packaging.register import recipients_for, verify_released_for
from thb_desktop.services.packaging.travelling import (
    exhibit_in,
    extract_again,
    extract_of_package,
    files_named,
    files_of,
    is_gone,
)
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.verify.limits import afford
from thb_desktop.verify.pdf import read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedBundle:
    """The file of a bundle, as it was given. The vault keeps its digest, and not the file."""

    pdf: bytes = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedBundle:
    """A bundle of which a package can be made: the exhibits that it names, and those that must stay.

    exhibits: the entries of `held`, in its order.
    """

    bundle: Bundle
    held: tuple[Held, ...]
    exhibits: tuple[Exhibit, ...]
    stays: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheredPackage:
    """What was read from the vault. register: of sealed identities. annulled: records of the bundle, by
    number.
    """

    content: PackageContent = field(repr=False)
    register: Register = field(repr=False)
    annulled: tuple[str, ...]
    store: ContentStore = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPackage:
    """A package that may be approved. sha256: of its sheet, hex: an approval is for exactly this content.

    findings: what should be read first. mark: of the sealed identities with which it was compared.
    """

    content: PackageContent = field(repr=False)
    sheet: bytes = field(repr=False)
    sha256: str
    findings: tuple[Finding, ...]
    mark: str = field(repr=False)


def read_bundle(path: Path) -> PublishedBundle:
    """Read the file of a bundle; any thread does it. Raises FileUnreadableError."""
    pdf = read_file(path)
    return PublishedBundle(pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest())


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.CASE)
def bundle_in(session: Session, case_id: CaseId, published: PublishedBundle) -> Bundle:
    """Say which bundle of this case a file is. Raises BundleForeignError."""
    bundle = _bundle(session.read, published)
    if bundle.case_id != case_id:
        raise BundleForeignError("this is a bundle of another case")
    return bundle


@permitted(Right.PREPARE_BUNDLES)
def offered_by(session: Session, published: PublishedBundle) -> OfferedBundle:
    """Say which bundle of this vault a file is, and what of it can travel. Raises BundleForeignError."""
    bundle = _bundle(session.read, published)
    session.consulted(Consulted.BUNDLE_DRAFT, bundle.case_id)
    held = held_in(published.pdf)
    exhibits = [exhibit_in(session.read, each) for each in held]
    stays = {*kept_here(session.read, Taken(items=exhibits), KEEPS_HERE)}
    stays |= {each.number for each in exhibits if is_gone(session.read, each)}
    stays |= {*masked_exhibits(session.read, bundle, held, frozenset())}
    stays |= {each.number for each in held if holds_abuse(session.read, files_named(session.read, each))}
    stays |= {*not_printable(session.read, bundle.contents)}
    return OfferedBundle(
        bundle=bundle,
        held=held,
        exhibits=tuple(exhibits),
        stays=tuple(each.number for each in held if each.number in stays),
    )


@permitted(Right.RELEASE_BUNDLES)
def gather_package(
    session: Session, published: PublishedBundle, options: PackageOptions, *, begun: Terms | None = None
) -> GatheredPackage:
    """Read from the vault all that a package tells, and refuse what must not leave.

    begun: what was drawn for it, if its folder was begun before.

    Raises BundleForeignError, RecipientMissingError, NotFoundError, OwnOfficeMissingError, RecipientError,
    RecipientStateMissingError, RecipientElsewhereError for one for whom the bundle was not released,
    RecordRestrictedError, SafetyFlagOpenError, AddressPrintedError, ClassifiedMarkingError,
    LeavingBarredError, ExhibitGoneError, TransferRefusedError, and that of `verify_options`.
    """
    verify_options(options)
    if not options.recipients and not options.words:
        raise RecipientMissingError("a package is closed for somebody")
    bundle = _bundle(session.read, published)
    recipients = recipients_for(session, options.recipients)
    verify_released_for(bundle, recipients)
    annulled = _verify_records(session, bundle)
    held = held_in(published.pdf)
    if not options.without <= {each.id for each in held}:
        raise NotFoundError("the bundle has no such exhibit")
    files = files_of(session.read, bundle, held, options.without)
    _verify_printed(session, bundle)
    verify_may_travel(
        session, bundle, published.pdf, held, identities=not is_blank(options.identities_because)
    )
    _verify_not_classified(session, bundle, held)
    at = begun.at if begun else session.clock.read().at.replace(microsecond=0)
    count = len(registry.PACKAGE.where(session.read, "case_id", bundle.case_id))
    content = PackageContent(
        id=begun.id if begun else RowId(session.new_id(at)),
        number=begun.number if begun else f"P-{count + 1:03}",
        at=at,
        bundle=bundle,
        pdf=published.pdf,
        held=held,
        files=files,
        recipients=recipients,
        words=options.words,
        identities_because=options.identities_because.strip(),
        unsearched_because=options.unsearched_because.strip(),
        extract=extract_again(begun.extract)
        if begun
        else extract_of_package(session, bundle, published.pdf, files),
        root=root_certificate(session.office_record),
        maker=session.user,
        office=session.office_record.name,
        conditions=conditions_of(session, bundle, published.pdf, held),
        largest=options.largest,
        telephone=options.telephone,
    )
    session.consulted(Consulted.BUNDLE_DRAFT, bundle.case_id)
    return GatheredPackage(
        content=content,
        register=register_of(session, bundle.case_id),
        annulled=annulled,
        store=session.vault.content,
    )


def lay_out_package(gathered: GatheredPackage, *, cancelled: Event | None = None) -> PreparedPackage:
    """Scan what leaves for sealed identities, and write the sheet; any thread does it.

    Raises IdentityInFileError, NotSearchedError, PackageTooLargeError, CancelledError, and the errors of the
    store.
    """
    content = gathered.content
    scan = _scanned(gathered, cancelled)
    findings = [*scan.findings()]
    if gathered.annulled:
        findings.append(warn("package-record-annulled", numbers=gathered.annulled))
    if content.left_out:
        findings.append(warn("package-left-out", numbers=tuple(number for number, _ in content.left_out)))
    travelling = {each.file.exhibit_id for each in content.files}
    if copies := tuple(each.number for each in content.held if each.copy_of and each.id in travelling):
        findings.append(say("package-masked-copies", numbers=copies))
    findings.append(say("package-holds", count=len(content.files), beside=len(content.beside)))
    sheet = sheet_of(content)
    try:
        afford(memory_of(sheet))  # as who receives it does
    except PdfBeyondBoundsError:
        raise PackageTooLargeError("a package does not hold so many files", len(content.files)) from None
    return PreparedPackage(
        content=content,
        sheet=sheet,
        sha256=hashlib.sha256(sheet).hexdigest(),
        findings=tuple(findings),
        mark=scan.mark,
    )


def _bundle(connection: Connection, published: PublishedBundle) -> Bundle:
    found = bundle_of(connection, published.sha256)
    if found is None:
        raise BundleForeignError("this is not a bundle that this vault made")
    return found


def _verify_records(session: Session, bundle: Bundle) -> tuple[str, ...]:
    """What kept a record out of the bundle when it was made keeps it here too, if it came since: a
    restriction, a concern for safety, the address of a shelter. Return the numbers of annulled ones.
    """
    verify_no_open_concern(session, bundle.records)
    annulled: list[str] = []
    for record_id in bundle.records:
        record = registry.INTERVIEW.find(session.read, record_id)
        if record is None:
            raise BundleForeignError("this is not a bundle that this vault made")
        decisions = registry.RECORD_DECISION.where(session.read, "interview_id", record_id)
        if is_restricted(decisions) and not bundle.restricted_because:
            raise RecordRestrictedError("a record of the bundle was restricted since")
        if shows_shelter(session.read, bundle.disclosure_id, record, until=bundle.made_at):
            raise AddressPrintedError("the bundle shows the address of a shelter")
        if is_annulled(decisions):
            annulled.append(record.number)
    return tuple(annulled)


@permitted(Right.RELEASE_BUNDLES)
def verify_as_prepared(session: Session, prepared: PreparedPackage) -> None:
    """Look again, before it is written and as it is recorded, at what kept something from leaving: hours may
    lie between.

    Raises what `gather_package` raises, also for a recipient that was withdrawn or corrected since, and
    ApprovalForeignError if sealed identities changed since.
    """
    content = prepared.content
    if register_mark(session, content.bundle.case_id) != prepared.mark:
        raise ApprovalForeignError(
            "what is sealed of the persons was changed since: prepare the package again"
        )
    addressees = [each.id for each in content.recipients if each.kind is RecipientKind.ADDRESSEE]
    verify_released_for(content.bundle, recipients_for(session, addressees))
    _verify_records(session, content.bundle)
    travelling = {each.file.exhibit_id for each in content.files}
    staying = frozenset(each.id for each in content.held if each.id not in travelling)
    files_of(session.read, content.bundle, content.held, staying)
    _verify_printed(session, content.bundle)
    verify_may_travel(
        *(session, content.bundle, content.pdf, content.held),
        identities=not is_blank(content.identities_because),
    )
    _verify_not_classified(session, content.bundle, content.held)
    if conditions_of(session, content.bundle, content.pdf, content.held) != content.conditions:
        raise ApprovalForeignError("conditions of use were changed since: prepare the package again")


def _verify_printed(session: Session, bundle: Bundle) -> None:
    """What the pages of the bundle print of exhibits may still leave: a package carries them too."""
    if numbers := not_printable(session.read, bundle.contents):
        raise LeavingBarredError("the bundle prints what must not leave", numbers)


def _verify_not_classified(session: Session, bundle: Bundle, held: Sequence[Held]) -> None:
    if classified_in(session, bundle.case_id, [exhibits.get_exhibit(session, each.id) for each in held]):
        raise ClassifiedMarkingError("classified information of this level leaves in no package")


def _scanned(gathered: GatheredPackage, cancelled: Event | None) -> Scan:
    """Scan every byte that would leave, and refuse sealed identities, and what nobody could search, unless
    there is a reason.
    """
    content, register = gathered.content, gathered.register
    if register.is_empty:
        return Scan(mark=register.mark)
    own = (
        ("sheet", sheet_of(content).decode()),
        ("custody record", content.extract.data.decode()),
        ("conditions", conditions_json(content.sheet_for, content.conditions).decode()),
    )
    scans = [
        scan_bundle(register, content.bundle.number, content.pdf),
        scan_texts(register, content.number, own),
    ]
    for each in content.files:
        pieces = partial(each.pieces, gathered.store)
        scans.append(scan_file(register, each.number, each.name, pieces, cancelled=cancelled))
    scan = joined(scans, register)
    if scan.hits and not content.identities_because:
        raise IdentityInFileError("a file tells a sealed identity", scan.things)
    if scan.unread and not content.unsearched_because:
        raise NotSearchedError("what leaves was not searched for sealed identities", scan.unsearched)
    return scan
