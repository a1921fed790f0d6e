"""Preparing a bundle: what it prints is gathered, laid out, and scanned for sealed identities."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from thb_desktop import words
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AgentId, CaseId
from thb_desktop.domain.leaving import NOT_NAMED
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Alone
from thb_desktop.errors import (
    BundleBeyondCheckError,
    ClassifiedMarkingError,
    ContentNotPrintedError,
    IdentityInBundleError,
    LaidOutBeforeError,
    LeavingBarredError,
    NotSearchedError,
    PdfBeyondBoundsError,
    ReasonMissingError,
    SecondPersonError,
)
from thb_desktop.findings import Finding, Where
from thb_desktop.services.bundling.bundle_content import gather
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.classified import classified_in
from thb_desktop.services.bundling.identity_fields import fields_that_tell
from thb_desktop.services.bundling.identity_register import Register, register_mark, register_of
from thb_desktop.services.bundling.identity_scan import (
    Scan,
    joined,
    scan_bundle,
    scan_texts,
    shown_of,
    told_places,
)
from thb_desktop.services.bundling.language_jobs import verify_no_open_concern
from thb_desktop.services.bundling.leaving_warned import verify_warned
from thb_desktop.services.bundling.printed_contents import contents_to_print, not_printable
from thb_desktop.services.bundling.versions import as_disclosed
from thb_desktop.services.bundling.what_leaves import taken_with
from thb_desktop.services.cooperation.sources import kept_here
from thb_desktop.services.cooperation.use_conditions import applied_to
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry
from thb_desktop.verify.pages import CheckedPages, read_pages

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedBundle:
    """A bundle laid out in memory, with empty signature fields. sha256: of these bytes, hex.

    released_with: as printed. An approval of the release is for `sha256`, that is, for exactly these pages.
    scan: what was found in these bytes. checked: the complete check of them, so that of the signed file only
    the signatures remain to be checked. identities_because, unsearched_because: why they leave nevertheless.
    """

    pdf: bytes = field(repr=False)
    pages: int
    sha256: str
    content: BundleContent = field(repr=False)
    certifier: AgentId | None
    released_with: AgentId | Alone
    scan: Scan
    checked: CheckedPages | None = field(repr=False)
    identities_because: str = ""
    unsearched_because: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What should be read before the pages are approved."""
        return tuple(self.scan.findings())


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def prepare_bundle(
    session: Session, case_id: CaseId, options: BundleOptions, *, progress: Progress | None = None
) -> PreparedBundle:
    """Lay out a bundle in memory, under the newest head of the event chain; nothing is recorded yet.

    The same vault at the same time gives the same bytes. Raises ReasonMissingError (no purpose or recipient),
    NothingToExportError, NotSignedYetError, LanguageAbsentError, CertifierError, SignerForeignError,
    SecondPersonError, LedCategoryMissingError, ContentNotPrintedError, WordsLeftError, IdentityInBundleError,
    LeavingUnansweredError.
    """
    content = gather_bundle(session, case_id, options)
    content = contents_to_print(session, content, options).read(content)
    return lay_out(content, options, register_for(session, case_id), progress=progress)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def register_for(session: Session, case_id: CaseId) -> Register:
    """Return the register of sealed identities with which a bundle is compared."""
    return register_of(session, case_id)


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def gather_bundle(session: Session, case_id: CaseId, options: BundleOptions) -> BundleContent:
    """Read from the vault all that a bundle prints; errors are those of `prepare_bundle`."""
    options = as_disclosed(session, case_id, options)
    if is_blank(options.purpose) or is_blank(options.recipient):
        raise ReasonMissingError("a bundle needs a purpose and a recipient")
    if options.released_with is None:
        raise SecondPersonError("the pages must name the second person, or the reason for acting alone")
    return gather(session, case_id, options)


def lay_out(
    content: BundleContent,
    options: BundleOptions,
    register: Register,
    *,
    progress: Progress | None = None,
) -> PreparedBundle:
    """Lay out what `gather_bundle` read with these options, and scan it; any thread does it, without the
    vault. What is printed of files was read before (`contents_to_print`). Raises IdentityInBundleError if it
    tells a sealed identity, and no reason is given, BundleBeyondCheckError.
    """
    # Fonts and ReportLab take a tenth of a second to load: only who makes a bundle waits for them.
    from thb_desktop.report.bundle import compose_bundle

    if options.released_with is None:
        raise SecondPersonError("the pages must name the second person, or the reason for acting alone")
    if content.release.contents != tuple(each.number for each in content.printed):
        message = "the content of files was not read"
        raise ValueError(message)
    target = io.BytesIO()
    composed = compose_bundle(content, target, progress=progress)
    pdf = target.getvalue()
    scan = joined(
        [
            shown_of(
                scan_bundle(register, content.release.number, pdf),
                (each.number for each in content.printed if any(file.pictures for file in each.files)),
            ),
            *(
                scan_texts(register, each.number, ((file.name, file.searched) for file in each.files))
                for each in content.printed
            ),
        ],
        register,
    )
    if scan.hits and is_blank(options.identities_because):
        fields = fields_that_tell(content, register.search) if register.search else ()
        places = (*_namesakes(content, register), *told_places(scan, fields))
        told = words.places(places, words.ENGLISH)
        raise IdentityInBundleError(f"the bundle tells a sealed identity: {told}", places)
    return PreparedBundle(
        pdf=pdf,
        pages=composed.pages,
        sha256=composed.sha256,
        content=content,
        certifier=options.certifier,
        released_with=options.released_with,
        scan=scan,
        checked=_checked(pdf, content),
        identities_because=options.identities_because.strip() if scan.hits else "",
        unsearched_because=options.unsearched_because.strip() if scan.unread else "",
    )


def _namesakes(content: BundleContent, register: Register) -> tuple[tuple[Where, str], ...]:
    """Return whose names in the bundle have a form of a sealed one: that of a linguist, or of an official."""
    frame, search = content.frame, register.search
    named = [("linguist-name", each.code, f"{each.name}\n{each.name_latin}") for each in frame.interpreters]
    named += [("official-name", each.code, each.name) for each in frame.officials]
    found = (
        (Where(kind=kind, names=(code,)), hit.owner)
        for kind, code, name in named
        for hit in (search.find(name) if search else ())
    )
    return tuple(dict.fromkeys(found))


def _checked(pdf: bytes, content: BundleContent) -> CheckedPages | None:
    try:
        return read_pages(pdf, trusted_roots=[content.proof.root_certificate])
    except PdfBeyondBoundsError as refusal:
        raise BundleBeyondCheckError(str(refusal)) from None


@permitted(Right.RELEASE_BUNDLES)
def verify_as_laid_out(session: Session, prepared: PreparedBundle) -> None:
    """Look again at what kept something from leaving when the bundle was gathered: hours may lie between.

    Raises NotSearchedError, LaidOutBeforeError, SafetyFlagOpenError, LeavingBarredError,
    TransferRefusedError, ContentNotPrintedError, ClassifiedMarkingError.
    """
    content = prepared.content
    case_id = content.frame.case.id
    if prepared.scan.unread and is_blank(prepared.unsearched_because):
        raise NotSearchedError("what leaves was not searched for sealed identities", prepared.scan.unsearched)
    if register_mark(session, case_id) != prepared.scan.mark:
        raise LaidOutBeforeError("what is sealed of the persons was changed since: lay the bundle out again")
    verify_no_open_concern(session, [each.interview.id for each in content.interviews])
    for each in content.interviews:
        if len(registry.RECORD_DECISION.where(session.read, "interview_id", each.interview.id)) != len(
            each.decisions
        ):
            raise LaidOutBeforeError("a record was decided about since: lay the bundle out again")
    everything = taken_with(session.read, content, content.interviews, content.exhibits)
    if numbers := kept_here(session.read, everything, NOT_NAMED):
        raise LeavingBarredError("these must not leave the office", numbers)
    release = content.release
    verify_warned(session, case_id, release, everything, identities=bool(prepared.identities_because))
    applied = {each.condition.id for each in applied_to(session.read, case_id, everything)}
    if not applied <= {each.id for each in content.frame.conditions}:
        raise LaidOutBeforeError("conditions of use were entered since: lay the bundle out again")
    if numbers := not_printable(session.read, [each.exhibit_id for each in content.printed]):
        raise ContentNotPrintedError("the content of these exhibits cannot be printed", numbers)
    if classified_in(session, case_id, content.exhibits):
        raise ClassifiedMarkingError("classified information of this level leaves by no bundle")
