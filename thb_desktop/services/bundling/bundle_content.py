"""The content of a bundle: chosen and gathered from the vault, in the form that `report` takes."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import thb_desktop
from thb_desktop.build_digest import build_digest
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.bundle_proof import ChainHead, Proof, RecordFile
from thb_desktop.domain.bundle_release import Release
from thb_desktop.domain.bundle_rules import without_category
from thb_desktop.domain.bundle_withheld import WithheldKind
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import AgentId, BundleId, CaseId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.leaving import NOT_NAMED
from thb_desktop.domain.record_decision import is_restricted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.statements import said_by
from thb_desktop.domain.vocabulary import AuthoritativeText
from thb_desktop.errors import (
    AddressPrintedError,
    AgeUndecidedError,
    ClassifiedMarkingError,
    CustodyRefusedError,
    LanguageAbsentError,
    LeavingBarredError,
    LedCategoryMissingError,
    NothingToExportError,
    NotSignedYetError,
    RecordRestrictedError,
)
from thb_desktop.findings import Standing
from thb_desktop.ledger.interview_record import shown_tree
from thb_desktop.ledger.language_work import outward_bytes
from thb_desktop.ledger.record_tree import RecordTree
from thb_desktop.services.bundling.bundle_extract import extract_of_bundle
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.classified import classified_in
from thb_desktop.services.bundling.language_jobs import (
    gather_jobs,
    verify_no_open_concern,
)
from thb_desktop.services.bundling.leaving_warned import warned_of
from thb_desktop.services.bundling.masked_jobs import mask_jobs
from thb_desktop.services.bundling.minutes import verify_issued
from thb_desktop.services.bundling.outward import exhibit_outward, interview_outward
from thb_desktop.services.bundling.persons_told import ages_not_told
from thb_desktop.services.bundling.printed_contents import contents_of
from thb_desktop.services.bundling.scoping import Scope, scope_of
from thb_desktop.services.bundling.senders import sender_of
from thb_desktop.services.bundling.shelters import shows_shelter
from thb_desktop.services.bundling.signers import second_of, verify_signer, wanted_of
from thb_desktop.services.bundling.version_scope import withheld_by
from thb_desktop.services.bundling.versions import (
    Version,
    as_disclosed,
    told_of_version,
    verify_nothing_left,
    version_of,
)
from thb_desktop.services.bundling.what_leaves import taken_with
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation.sources import kept_here
from thb_desktop.services.core.login import root_certificate
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.digests import exhibit_tree
from thb_desktop.services.office.users import get_user
from thb_desktop.services.testimony import certifications, interviews, records
from thb_desktop.vault.tables import counts


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def choose(
    session: Session, case_id: CaseId, options: BundleOptions
) -> tuple[tuple[InterviewInFull, ...], tuple[ExhibitInFull, ...]]:
    listed = [each.interview.id for each in interviews.list_interviews(session, case_id)]
    kept = [each.id for each in exhibits.list_bare_exhibits(session, case_id) if not each.struck]
    if options.interview_ids is not None:
        listed = [each for each in listed if each in options.interview_ids]
    if options.exhibit_ids is not None:
        chosen = frozenset(options.exhibit_ids)
        kept = [each for each in kept if each in chosen]
    whole = tuple(records.get_interview(session, one) for one in listed)
    languages = languages_of(whole, options.languages)
    return (
        tuple(_in_columns(each, languages) for each in whole),
        tuple(exhibits.get_exhibit(session, one) for one in kept),
    )


def _refused_by_custody(taken: Sequence[ExhibitInFull], at: datetime) -> tuple[str, ...]:
    """Return the numbers of the exhibits of which a rule of custody refuses a bundle (V-E-06)."""
    return tuple(
        each.exhibit.number
        for each in taken
        if any(
            finding.standing is Standing.BROKEN
            for finding in check_custody(each.exhibit, [one.event for one in each.custody], each.files, at=at)
        )
    )


def _in_columns(record: InterviewInFull, languages: Sequence[str]) -> InterviewInFull:
    """Keep the renderings of the person's side and of the columns; the digest stays that of the whole
    record.
    """
    person = record.interview.language

    def in_order(each: SegmentInFull) -> SegmentInFull:
        columns = languages if each.segment.language == person else (person, *languages)
        kept = (rendering for rendering in each.renderings if rendering.language in columns)
        return replace(each, renderings=tuple(sorted(kept, key=lambda one: columns.index(one.language))))

    return replace(record, segments=tuple(in_order(each) for each in record.segments))


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def gather(session: Session, case_id: CaseId, options: BundleOptions) -> BundleContent:
    options = as_disclosed(session, case_id, options)
    held, taken = choose(session, case_id, options)
    if not held and not taken:
        raise NothingToExportError("the bundle would contain neither an interview nor an exhibit")
    if any(not each.interview.is_signed for each in held):
        raise NotSignedYetError("an interview record must be signed before it goes into a bundle")
    verify_no_open_concern(session, [each.interview.id for each in held])
    if numbers := _refused_by_custody(taken, session.clock.read().at):
        raise CustodyRefusedError("the custody of these exhibits lacks what a bundle needs", numbers)
    restricted = any(is_restricted(each.decisions) for each in held)
    if restricted and is_blank(options.restricted_because):
        raise RecordRestrictedError("a restricted record goes into a bundle only with a reason")
    case = cases.get_case(session, case_id)
    transfer = options.transfer
    verify_issued(session.read, held, transfer.instrument_id)
    for each in held:
        certifications.verify_certified(session, each)
    if classified_in(session, case_id, taken):
        raise ClassifiedMarkingError("classified information of this level leaves by no bundle")
    _verify_languages(held, options.languages, case.language)
    sender = sender_of(session, case_id, options.sender_id)
    verify_signer(session, case_id, sender)
    is_version = options.disclosure_id is not None
    chosen = gather_jobs(session, held, options.job_ids, is_version=is_version)
    version = version_of(session, case_id, options, held, taken, jobs=chosen)
    if any(shows_shelter(session.read, options.disclosure_id, each.interview) for each in held):
        raise AddressPrintedError("the record shows the address of a shelter: mask it, or leave it out")
    jobs, signed_whole = mask_jobs(session.read, version.masks, held, chosen, is_version=is_version)
    under = () if transfer.instrument_id is None else (transfer.instrument_id,)
    linguists = (each.id for job in jobs for each in job.linguists)
    named = tuple(dict.fromkeys((*options.further, *under, *linguists)))
    masked = tuple(version.masks.on_exhibit(exhibit_outward(each)) for each in taken)
    scope = scope_of(session, case_id, further=named, held=held, taken=masked, sender=sender)
    everything = taken_with(session.read, scope, held, taken)
    if numbers := kept_here(session.read, everything, NOT_NAMED):
        raise LeavingBarredError("these must not leave the office", numbers)
    warned = warned_of(session, case_id, options, everything)
    _verify_categories(scope)
    if numbers := ages_not_told(session, case_id, scope.frame):
        raise AgeUndecidedError("the age is decided under another record alone", numbers)
    number = f"B-{counts.bundles_of_case(session.read, case_id) + 1:03}"
    made_at = session.clock.read().at.replace(microsecond=0)
    languages = languages_of(held, options.languages)
    scope = replace(scope, frame=version.frame(scope.frame))
    whole = tuple(interview_outward(each, languages, scope.frame) for each in held)
    outward = tuple(map(version.masks.on_interview, whole))
    shown = tuple(map(_as_shown, masked))
    verify_nothing_left(version, outward, shown, jobs)
    extract = extract_of_bundle(
        session, options, scope, held=outward, taken=shown, jobs=jobs, version=version
    )
    files = (
        *(_interview_file(session, each, version) for each in outward),
        *map(_exhibit_file, shown),
        *map(_job_file, jobs),
    )
    head, root = extract.head, root_certificate(session.office_record)
    return BundleContent(
        release=Release(
            id=_bundle_id(head.root, case_id, number, made_at.isoformat()),
            number=number,
            version=1,
            made_at=made_at,
            language=options.language or case.language,
            languages=languages,
            purpose=options.purpose.strip(),
            recipient=options.recipient.strip(),
            sender_id=None if sender is None else sender.id,
            signatures=wanted_of(session, held, options.certifier),
            released_by=session.user.name,
            second=second_of(session, options.released_with),
            withheld=(
                *scope.withheld,
                *_left_out(session, held),
                *withheld_by(version.disclosure, whole, outward, (chosen, jobs), scope.finance),
            ),
            restricted_because=options.restricted_because.strip() if restricted else "",
            transfer=transfer,
            contents=tuple(each.number for each in contents_of(session.read, options, shown)),
            warned=warned,
        ),
        frame=replace(scope.frame, users=_users(session, held, scope, jobs)),
        interviews=outward,
        exhibits=shown,
        finance=version.finance(scope.finance),
        language=jobs,
        version=told_of_version(
            session, version, outward, shown, files, jobs=jobs, signed_whole=signed_whole
        ),
        proof=Proof(
            head=ChainHead(
                size=head.size,
                root=head.root.hex(),
                counters_root=head.counters.hex(),
                at=head.at.isoformat(),
                short_code=head.short_code,
            ),
            custody_extract=extract.data,
            records=files,
            root_certificate=root,
            root_fingerprint=hashlib.sha256(root).hexdigest(),
            software=f"THB Desktop {thb_desktop.__version__}",
            keys=extract.keys,
            build=build_digest(),
        ),
    )


def _interview_file(session: Session, each: InterviewInFull, version: Version) -> RecordFile:
    """The whole record, showing only what leaves the office of it."""
    masked = version.masked_in(each)
    tree = shown_tree(records.get_interview(session, each.interview.id), each, masked)
    return RecordFile(
        kind="interview", number=each.interview.number, sha256=tree.digest, data=tree.to_bytes()
    )


def _job_file(each: JobOutward) -> RecordFile:
    data = outward_bytes(each)
    digest = hashlib.sha256(data).hexdigest()
    return RecordFile(kind="language", number=each.job.number, sha256=digest, data=data)


def _as_shown(each: ExhibitInFull) -> ExhibitInFull:
    """The exhibit with the digest of what is shown. That of the whole has no salt: words could be guessed."""
    return replace(each, digest=_tree(each).digest)


def _tree(each: ExhibitInFull) -> RecordTree:
    return exhibit_tree(each.exhibit, each.files, (entry.event for entry in each.custody))


def _exhibit_file(each: ExhibitInFull) -> RecordFile:
    tree = _tree(each)
    return RecordFile(kind="exhibit", number=each.exhibit.number, sha256=tree.digest, data=tree.to_bytes())


def languages_of(held: Sequence[InterviewInFull], chosen: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of a bundle: the chosen languages, then those of authoritative texts in its
    records.
    """
    return tuple(dict.fromkeys((*chosen, *(tag for each in held for tag in prevailing(each.interview)))))


def prevailing(interview: Interview) -> tuple[str, ...]:
    """Return the language whose rendering is authoritative; none if the original or a recording is."""
    if interview.authoritative_text is AuthoritativeText.PROCEDURE_LANGUAGE:
        return (interview.procedure_language,)
    return ()


def _users(
    session: Session,
    held: Sequence[InterviewInFull],
    scope: Scope,
    jobs: Sequence[JobOutward],
) -> tuple[tuple[AgentId, str], ...]:
    wrote = {one.typed_by for each in held for segment in each.segments for one in segment.renderings}
    wrote |= {each.by for each in scope.frame.corrections}
    wrote |= said_by(scope.finance.statements)
    wrote |= {each.by for each in scope.frame.checks}
    wrote |= {each.version.typed_by for job in jobs for each in job.versions}
    wrote |= {each.entered_by for record in held for each in record.decisions}
    return tuple((each, get_user(session, each).name) for each in sorted(wrote))


def _left_out(session: Session, held: Sequence[InterviewInFull]) -> tuple[tuple[WithheldKind, int], ...]:
    """Count the languages in these records that have no column."""
    whole = [records.get_interview(session, each.interview.id) for each in held]
    count = len(_rendered(whole) - _rendered(held))
    return ((WithheldKind.LANGUAGES, count),) if count else ()


def _rendered(held: Sequence[InterviewInFull]) -> set[str]:
    return {one.language for each in held for segment in each.segments for one in segment.renderings}


def _verify_categories(scope: Scope) -> None:
    if lacking := without_category(scope.frame):
        raise LedCategoryMissingError("without a category of data subject", lacking)


def _verify_languages(held: Sequence[InterviewInFull], languages: Sequence[str], own: str) -> None:
    """Refuse a column that would be empty on every page; the case's own language is always present. What is
    translated in a job stands beside the record, and in no column of it.
    """
    present = {one.language for each in held for segment in each.segments for one in segment.renderings}
    absent = sorted(set(languages) - present - {own})
    if held and absent:
        raise LanguageAbsentError(f"no record of the bundle has a rendering in: {', '.join(absent)}")


def _bundle_id(*parts: str | bytes) -> BundleId:
    """Return an id derived from what the bundle is made of (a UUID of version 8)."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(4, "big") + data)
    value = int.from_bytes(digest.digest()[:16], "big")
    value = value & ~(0xF << 76) | 0x8 << 76
    value = value & ~(0b11 << 62) | 0b10 << 62
    return BundleId(str(UUID(int=value)))
