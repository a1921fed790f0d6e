"""Checks of a bundle before it is made: what a person should read first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle_rules import (
    check_categories,
    check_former_values,
    check_leading,
    check_persons_told,
)
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.custody_owed import owed_of
from thb_desktop.domain.custody_shown import Shown
from thb_desktop.domain.description_rules import check_capture
from thb_desktop.domain.digest_lists import check_compared
from thb_desktop.domain.domestic_orders import check_validity
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.leaving import NOT_NAMED
from thb_desktop.domain.record_decision import is_annulled, is_restricted
from thb_desktop.domain.record_texts import free_texts
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.sensitivity import check_sensitive
from thb_desktop.domain.vocabulary import AuthoritativeText
from thb_desktop.errors import CertificationError, SafetyFlagOpenError
from thb_desktop.findings import Finding, of_exhibit
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn
from thb_desktop.services.bundling.bundle_content import choose, languages_of, prevailing
from thb_desktop.services.bundling.bundle_options import BundleOptions
from thb_desktop.services.bundling.classified import classified_in
from thb_desktop.services.bundling.language_jobs import check_jobs, linguists_of, verify_no_open_concern
from thb_desktop.services.bundling.leaving_warned import check_review
from thb_desktop.services.bundling.minutes import check_issued
from thb_desktop.services.bundling.persons_told import ages_not_told
from thb_desktop.services.bundling.scoping import Scope, scope_of
from thb_desktop.services.bundling.senders import acts_for, sender_of
from thb_desktop.services.bundling.shelters import shows_shelter
from thb_desktop.services.bundling.version_checks import check_masks
from thb_desktop.services.bundling.versions import as_disclosed
from thb_desktop.services.bundling.what_leaves import taken_with
from thb_desktop.services.case_file.cases import list_authorities
from thb_desktop.services.cooperation.sources import Taken, kept_here
from thb_desktop.services.cooperation.transfers import check_leaving
from thb_desktop.services.core.days import at_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.renewals import is_renewed
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.signing_keys import signing_certificate
from thb_desktop.services.evidence import descriptions
from thb_desktop.services.evidence.custody_checks import beside_of, shown_among
from thb_desktop.services.persons.claims import sealed_words
from thb_desktop.services.persons.people import protected_texts, sealed_texts
from thb_desktop.services.testimony import certifications
from thb_desktop.services.testimony.drawn import undrawn_in
from thb_desktop.vault.tables import registry


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def check_bundle(session: Session, case_id: CaseId, options: BundleOptions) -> tuple[Finding, ...]:
    """Return what should be read before a bundle is made; a BROKEN finding prevents it."""
    options = as_disclosed(session, case_id, options)
    held, taken = choose(session, case_id, options)
    scope = _scope(session, case_id, options, held, taken)
    everything = taken_with(session.read, scope, held, taken)
    return (
        *_check_words(options),
        *check_leading(list_authorities(session, case_id)),
        *_check_second(options),
        *_check_signer(session, case_id, options),
        *_check_certificates(session, options),
        *_check_interviews(session, held, options),
        *check_issued(session.read, held, options.transfer.instrument_id),
        *_check_certified(session, held),
        *_check_prevailing(held, taken, options),
        *_check_persons(session, case_id, scope),
        *_check_barred(session, everything),
        *_check_exhibits(session, taken),
        *_check_captures(session, taken),
        *_check_drawn(held, taken),
        *_check_concerns(session, held),
        *check_jobs(session, held, options.job_ids, is_version=options.disclosure_id is not None),
        *check_leaving(
            session,
            case_id,
            options.transfer,
            recipient=options.recipient,
            taken=everything,
            language=options.language,
        ),
        *_check_keeping(session, case_id, taken),
        *check_validity(
            scope.frame.instruments, [*(each.interview for each in held), *(each.exhibit for each in taken)]
        ),
        *check_masks(
            *(session, case_id, options, held, taken),
            scope_with=lambda shown: _scope(session, case_id, options, held, shown),
        ),
    )


def _check_words(options: BundleOptions) -> Iterator[Finding]:
    if is_blank(options.purpose) or is_blank(options.recipient):
        yield refuse("reason-missing")


def _check_second(options: BundleOptions) -> Iterator[Finding]:
    if options.released_with is None:
        yield refuse("second-needed")


def _check_signer(session: Session, case_id: CaseId, options: BundleOptions) -> Iterator[Finding]:
    sender = sender_of(session, case_id, options.sender_id)
    if sender is None:
        yield refuse("sender-missing")
    elif not acts_for(session, case_id, sender):
        yield refuse("signer-foreign", user=session.user.name, authority=sender.name)


def _check_certificates(session: Session, options: BundleOptions) -> Iterator[Finding]:
    """Whoever signs needs a certificate that says their function and has not ended."""
    at = session.clock.read().at
    signing = {options.certifier, options.released_with}
    if may(session.user.role, Right.RELEASE_BUNDLES):
        signing.add(session.user.id)
    for user in registry.USER.all(session.read):
        if user.id in signing and not is_renewed(signing_certificate(session.read, user), at=at):
            yield refuse("certificate-renewal-due", names=(user.name,), about=user.id)


def _check_persons(session: Session, case_id: CaseId, scope: Scope) -> Iterator[Finding]:
    frame = scope.frame
    yield from check_categories(frame)
    if numbers := ages_not_told(session, case_id, frame):
        yield refuse("age-undecided", persons=numbers)
    told = [each for each in frame.corrections if not each.is_kept_back]
    if not (told or frame.merges or any(each.claims for each in frame.told)):
        return
    sealed = _sealed_texts(session, case_id)
    if told:
        yield from check_former_values(told, sealed)
    yield from check_persons_told(frame, protected_texts(session, case_id), sealed)


def _scope(
    session: Session,
    case_id: CaseId,
    options: BundleOptions,
    held: Sequence[InterviewInFull],
    taken: Sequence[ExhibitInFull],
) -> Scope:
    sender = sender_of(session, case_id, options.sender_id)
    named = tuple(dict.fromkeys((*options.further, *linguists_of(session, options.job_ids))))
    return scope_of(session, case_id, further=named, held=held, taken=taken, sender=sender)


def _sealed_texts(session: Session, case_id: CaseId) -> tuple[str, ...] | None:
    """The sealed texts by which somebody can be recognised: of identities, and of claims."""
    identities, claims = sealed_texts(session, case_id), sealed_words(session, case_id)
    return None if identities is None or claims is None else (*identities, *claims)


def _check_interviews(
    session: Session, held: Sequence[InterviewInFull], options: BundleOptions
) -> Iterator[Finding]:
    unsigned = tuple(each.interview.number for each in held if not each.interview.is_signed)
    if unsigned:
        yield refuse("not-signed-yet", numbers=unsigned)
    elif held:
        yield say("interviews-signed", count=len(held))
    for each in held:
        if shows_shelter(session.read, options.disclosure_id, each.interview):
            yield refuse("shelter-address", number=each.interview.number, about=each.interview.id)
    yield from _check_decisions(held, options)
    for language in languages_of(held, options.languages):
        lacking = tuple(
            each.interview.number
            for each in held
            if any(
                language != one.segment.language
                and language not in {rendering.language for rendering in one.renderings}
                for one in each.segments
            )
        )
        if lacking:
            yield warn("language-missing", language=language, numbers=lacking)


def _check_decisions(held: Sequence[InterviewInFull], options: BundleOptions) -> Iterator[Finding]:
    """A restricted record needs a reason; that a record was annulled is told, and printed with it."""
    restricted = tuple(each.interview.number for each in held if is_restricted(each.decisions))
    annulled = tuple(each.interview.number for each in held if is_annulled(each.decisions))
    if restricted and is_blank(options.restricted_because):
        yield refuse("record-restricted.without-reason", numbers=restricted)
    elif restricted:
        yield warn("record-restricted.included", numbers=restricted)
    if annulled:
        yield warn("record-annulled", numbers=annulled)


def _check_concerns(session: Session, held: Sequence[InterviewInFull]) -> Iterator[Finding]:
    """V-I-20, in words that tell whoever prepares the bundle nothing of it."""
    for each in held:
        try:
            verify_no_open_concern(session, [each.interview.id])
        except SafetyFlagOpenError:
            yield refuse("safety-open.record", number=each.interview.number, about=each.interview.id)


def _check_certified(session: Session, held: Sequence[InterviewInFull]) -> Iterator[Finding]:
    for each in held:
        try:
            certifications.verify_certified(session, each)
        except CertificationError:
            yield refuse("certification-unsigned", number=each.interview.number, about=each.interview.id)


def _check_prevailing(
    held: Sequence[InterviewInFull], taken: Sequence[ExhibitInFull], options: BundleOptions
) -> Iterator[Finding]:
    """The authoritative text is always included; an authoritative recording must be chosen."""
    for language in languages_of(held, options.languages)[len(set(options.languages)) :]:
        numbers = tuple(each.interview.number for each in held if language in prevailing(each.interview))
        yield warn("prevailing-added", language=language, numbers=numbers)
    there = {each.exhibit.id for each in taken}
    left_out = tuple(
        each.interview.number
        for each in held
        if each.interview.authoritative_text is AuthoritativeText.AV_RECORDING
        and each.interview.recording_id not in there
    )
    if left_out:
        yield warn("recording-left-out", numbers=left_out)


def _check_barred(session: Session, everything: Taken) -> Iterator[Finding]:
    if numbers := kept_here(session.read, everything, NOT_NAMED):
        yield refuse("leaving-barred", numbers=numbers)


def _check_exhibits(session: Session, taken: Sequence[ExhibitInFull]) -> Iterator[Finding]:
    yield from check_sensitive(each.exhibit for each in taken)
    shown = shown_among(session, (each.exhibit.id for each in taken))
    for each in taken:
        yield from _check_custody(session, each, shown)


def _check_custody(session: Session, full: ExhibitInFull, shown: Shown) -> Iterator[Finding]:
    exhibit, case_id = full.exhibit, full.exhibit.case_id
    owed = owed_of(
        exhibit,
        registry.INSTRUMENT.where(session.read, "case_id", case_id),
        registry.USE_CONDITION.where(session.read, "case_id", case_id),
    )
    events = [entry.event for entry in full.custody]
    at = at_case(session.read, case_id, session.clock.read().at)
    beside = beside_of(session.read, exhibit, shown)
    found = check_custody(exhibit, events, full.files, at=at, owed=owed, beside=beside)
    for finding in (*found, *check_compared(full.lists)):
        yield replace(finding, where=(of_exhibit(exhibit.number),), about=exhibit.id)


def _check_captures(session: Session, taken: Sequence[ExhibitInFull]) -> Iterator[Finding]:
    """V-E-10."""
    numbers = {each.exhibit.id: each.exhibit.number for each in taken}
    _, captures = descriptions.of_exhibits(session, tuple(numbers))
    for each in captures:
        if not each.struck:
            yield from check_capture(each, numbers[each.exhibit_id])


def _check_drawn(held: Sequence[InterviewInFull], taken: Sequence[ExhibitInFull]) -> Iterator[Finding]:
    """Tell which records and exhibits have characters that the pages show by number."""
    for each in held:
        texts = "\n".join(one.text for one in free_texts(each))
        if characters := undrawn_in(texts):
            number = each.interview.number
            yield warn(
                "characters-undrawn.record", number=number, about=each.interview.id, characters=characters
            )
    for one in taken:
        exhibit = one.exhibit
        told = [*(text for _, text in exhibit.titles), exhibit.description, exhibit.source]
        told += [text for entry in one.custody for text in (entry.event.place, entry.event.note)]
        if characters := undrawn_in("\n".join(told)):
            yield warn(
                "characters-undrawn.exhibit", number=exhibit.number, about=exhibit.id, characters=characters
            )


def _check_keeping(session: Session, case_id: CaseId, taken: Sequence[ExhibitInFull]) -> Iterator[Finding]:
    """V-P-03, V-P-07: whether the data of the case are still kept, and may be kept here at all."""
    if numbers := classified_in(session, case_id, taken):
        yield refuse("classified-marking", numbers=numbers)
    yield from check_review(session, case_id)
