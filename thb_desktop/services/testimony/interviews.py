"""Interviews: begun as drafts, given their header, and signed; unchanged from then on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, InterviewId, RowId
from thb_desktop.domain.interview import Formality, Interview
from thb_desktop.domain.interview_before import check_before_reading_back as before_reading_back
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_rows import RecordSignature
from thb_desktop.domain.interview_rules import Longest, verify_header, verify_signable
from thb_desktop.domain.interview_rules import check_interview as check_rules
from thb_desktop.domain.record_decision import is_annulled
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import InterviewState, SignatureMethod
from thb_desktop.domain.warning_reason import WarningReason, said_by
from thb_desktop.domain.zones import beside
from thb_desktop.errors import (
    RecordAnnulledError,
    RecordOrderError,
    SigningCopyOutdatedError,
    WarningUnansweredError,
)
from thb_desktop.findings import Finding, Standing, broken, unknown
from thb_desktop.ledger.interview_record import record_digest, text_digest
from thb_desktop.services.case_file.entries import verify_case_not_struck, verify_references
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.printed_copies import is_signed_by_hand
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons.people import sealed_addresses, sealed_numbers
from thb_desktop.services.testimony.drawn import check_drawn
from thb_desktop.services.testimony.following import following_language
from thb_desktop.services.testimony.formalities import save_rows, verify_rows
from thb_desktop.services.testimony.interview_lists import InterviewSummary, summaries_of
from thb_desktop.services.testimony.names import names_in
from thb_desktop.services.testimony.originals import find_lacking, verify_originals
from thb_desktop.services.testimony.records import (
    get_undigested,
    require_interview,
    require_open,
    verify_phase,
)
from thb_desktop.services.testimony.rectifications import check_sides, verify_rectification
from thb_desktop.services.testimony.wording import check_wording
from thb_desktop.vault.tables import counts, registry


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_interviews(session: Session, case_id: CaseId) -> tuple[InterviewSummary, ...]:
    """List the interviews of a case in the order of their numbers: all of them (`page_of_interviews`)."""
    return summaries_of(session.read, registry.INTERVIEW.where(session.read, "case_id", case_id))


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_numbers(session: Session, case_id: CaseId) -> tuple[tuple[str, InterviewId], ...]:
    """Return number and id of each record, in the order of the list, and read no more of them."""
    return counts.numbers_of_records(session.read, case_id)


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_languages(session: Session, case_id: CaseId) -> tuple[str, ...]:
    """List the languages of the renderings in a case's interviews, by tag."""
    return counts.languages_of_case(session.read, case_id)


@permitted(Right.EDIT_TESTIMONY)
def hold_interview(session: Session, interview: Interview, rows: Sequence[Formality] = ()) -> Interview:
    """Begin the record of an interview as a draft, with the formalities known so far.

    Raises AlreadyExistsError (the number), NotFoundError (a person or official that is not in the file),
    StruckOutError (the case, or what is named, was struck out), InterviewTimesError (impossible times).
    """
    return _begin(session, interview, rows, VaultAction.INTERVIEW_HELD)


@permitted(Right.EDIT_TESTIMONY)
def begin_supplement(session: Session, of: InterviewId, interview: Interview) -> Interview:
    """Begin a record that adds to a signed one, of the same person. Raises RecordOrderError if that one is
    not signed.
    """
    signed = _require_signed(session, of)
    about = replace(interview, supplements_id=of, rectifies_id=None)
    return _begin(session, about, (), VaultAction.SUPPLEMENT_BEGUN, signed)


@permitted(Right.EDIT_TESTIMONY)
def begin_rectification(session: Session, of: InterviewId, interview: Interview) -> Interview:
    """Begin a note that rectifies typing errors in a signed record; that record stays as it is.

    It is not read back, so it contains no turn and no statement. Raises RecordOrderError, RectificationError.
    """
    signed = _require_signed(session, of)
    about = replace(interview, supplements_id=None, rectifies_id=of)
    return _begin(session, about, (), VaultAction.RECTIFICATION_BEGUN, signed)


@permitted(Right.EDIT_TESTIMONY)
def set_header(session: Session, header: Interview) -> Interview:
    """Change the header of a record that is not signed yet; its case, state and relations stay. What a draft
    holds in the former language of one of its sides goes along, in the same act.

    Raises RecordFrozenError after the signature, or for the person heard and the authoritative text after the
    reading back; SourceNotCapturedError where this text is the original, is first entered then, and a turn
    lacks it; InterviewTimesError for impossible times; NotFoundError, StruckOutError for what it names.
    """
    kept = require_open(session, header.id)
    changed = replace(
        _one_day(header),
        case_id=kept.case_id,
        state=kept.state,
        record_digest=kept.record_digest,
        record_salt=kept.record_salt,
        supplements_id=kept.supplements_id,
        rectifies_id=kept.rectifies_id,
    )
    verify_rectification(changed)
    verify_header(changed, now=session.clock.read().at)
    verify_phase(INTERVIEW, kept, changed, kept.state)
    verify_references(session.read, INTERVIEW, changed, kept.case_id, kept)
    if changed.state is InterviewState.READ_BACK and kept.authoritative_text is None:
        verify_originals(session.read, changed)
    with session.work() as work:
        work.save(changed, *following_language(work.connection, kept, changed))
        work.record(header.id, VaultAction.FORMALITIES_SET)
    return changed


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def check_interview(session: Session, interview_id: InterviewId) -> tuple[Finding, ...]:
    """What would refuse the signature of this record, and what should be seen before it."""
    record = get_undigested(session, interview_id)
    addresses = sealed_addresses(session, record.interview.case_id)
    found = check_rules(
        record,
        now=session.clock.read().at,
        sealed_addresses=addresses,
        sealed_numbers=sealed_numbers(session, record.interview.case_id),
        longest=Longest.of(session.office_record),
    )
    told = (
        *check_sides(session.read, record),
        *_on_which_paper(record),
        *check_drawn(record),
        *check_wording(session.read, record),
    )
    return (*_outdated(record), *found, *told)


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def check_before_reading_back(session: Session, interview_id: InterviewId) -> tuple[Finding, ...]:
    """What the formalities of a draft lack before it is read back, and which turns lack the authoritative
    text; otherwise the turns are not read.
    """
    record = get_undigested(session, interview_id, account=False)
    found = before_reading_back(
        record, now=session.clock.read().at, longest=Longest.of(session.office_record)
    )
    return (*find_lacking(session.read, record.interview), *found)


@permitted(Right.SIGN_RECORDS)
def sign_interview(
    session: Session, interview_id: InterviewId, reasons: Sequence[tuple[Finding, str]] = ()
) -> Interview:
    """Sign an interview record: it never changes afterwards. Its digest is in `record_digest`, and covers the
    names of those whom it names, as they are now.

    reasons: for each warning of `check_interview`, why it is signed all the same. Raises RecordOrderError
    before the reading back (which a rectification does not need), RecordFrozenError after the signature, the
    error of the first rule that refuses (`domain.interview_rules.REFUSALS`), and WarningUnansweredError.
    """
    interview = require_open(session, interview_id)
    if interview.state is not InterviewState.READ_BACK and interview.rectifies_id is None:
        raise RecordOrderError("the record must be read back before it is signed")
    record = get_undigested(session, interview_id)
    now, addresses = session.clock.read().at, sealed_addresses(session, interview.case_id)
    verify_signable(record, now=now, sealed_addresses=addresses)
    found_now = (
        *check_rules(
            record,
            now=now,
            sealed_addresses=addresses,
            sealed_numbers=sealed_numbers(session, interview.case_id),
            longest=Longest.of(session.office_record),
        ),
        *check_sides(session.read, record),
        *_on_which_paper(record),
        *check_drawn(record),
    )
    for _ in _outdated(record):
        raise SigningCopyOutdatedError("the record was changed after it was printed to be signed")
    warned = (found for found in found_now if found.standing is Standing.UNKNOWN)
    answers = [(found, _reason(found, reasons)) for found in warned]
    with session.work() as work:
        warnings = tuple(
            WarningReason(
                id=RowId(work.new_id()),
                interview_id=interview_id,
                rule=found.key,
                reason=reason,
                given_by=session.user.id,
                at=work.at,
                field=found.field,
                about=found.about,
                said=said_by(found),
            )
            for found, reason in answers
        )
        names = names_in(work, record)
        digest = record_digest(replace(record, warnings=warnings, names=names))
        frozen = replace(interview, state=InterviewState.SIGNED, record_digest=digest)
        work.save(*warnings, *names, frozen)
        work.record(interview_id, VaultAction.INTERVIEW_SIGNED)
    return frozen


def _outdated(record: InterviewInFull) -> Iterator[Finding]:
    """Tell that a record is another one than what was printed to be signed by hand, and was so signed: by the
    method of a signature, or by a scan that is named, for its pages then say that this is its paper.
    """
    if is_signed_by_hand(record) and is_paper_outdated(record):
        yield broken("V-I-06.paper-outdated", field="interview.signatures", at=record.copies[-1].at)


def _earlier_signatures(record: InterviewInFull) -> Iterator[Finding]:
    """Tell which signatures on paper were entered before the text was as it is: before another printing of
    other words or, where the program printed nothing, before a correction.
    """
    if record.copies:
        former = [each.id for each in record.copies if each.digest != record.copies[-1].digest]
        changed = record.copies[-1].id if former else ""
    else:
        former, changed = [], max((each.id for each in record.corrections if not each.struck), default="")
    for each in _on_paper(record):
        if each.id < changed and (not former or each.id > former[0]):
            yield unknown("V-I-06.earlier-text", field="interview.signatures", about=each.id, name=each.name)


def _on_which_paper(record: InterviewInFull) -> Iterator[Finding]:
    """Tell which signatures on paper are of an earlier text, or of no paper that was printed by then."""
    yield from _earlier_signatures(record)
    yield from _before_printing(record)


def _before_printing(record: InterviewInFull) -> Iterator[Finding]:
    """Tell which signatures on paper are dated before the copy of this wording was first printed. A time of
    signature that is written to the minute includes that minute.
    """
    last = record.copies[-1:]
    printed = min((each.at for each in record.copies if each.digest == last[0].digest), default=None)
    for each in _on_paper(record):
        if printed is None or each.at is None or each.at + timedelta(minutes=1) > printed:
            continue
        yield unknown(
            "V-I-06.before-printing",
            field="interview.signatures",
            about=each.id,
            name=each.name,
            signed=each.at,
            printed=beside(printed.replace(microsecond=0), each.at),
        )


def _on_paper(record: InterviewInFull) -> list[RecordSignature]:
    method = SignatureMethod.HANDWRITTEN_ON_PAPER
    return [each for each in record.signatures if not each.struck and each.method is method]


def is_paper_outdated(record: InterviewInFull) -> bool:
    """Whether the copy that was last printed to be signed by hand is of another wording than the record."""
    return any(each.digest != text_digest(record) for each in record.copies[-1:])


def _begin(
    session: Session,
    interview: Interview,
    rows: Sequence[Formality],
    action: VaultAction,
    signed: Interview | None = None,
) -> Interview:
    """signed: the record that this one is about; what it names may have been struck out since."""
    draft = replace(_one_day(interview), state=InterviewState.DRAFT, record_digest="")
    verify_rectification(draft)
    verify_header(draft, now=session.clock.read().at)
    verify_case_not_struck(session.read, draft.case_id)
    verify_references(session.read, INTERVIEW, draft, draft.case_id, signed)
    verify_rows(session, draft, rows)
    with session.work() as work:
        held = replace(draft, id=InterviewId(work.new_id()), record_salt=work.new_salt())
        work.save(held)
        save_rows(work, held.id, rows)
        work.record(held.id, action)
    return held


def _reason(found: Finding, reasons: Sequence[tuple[Finding, str]]) -> str:
    reason = next((text.strip() for told, text in reasons if told == found), "")
    if is_blank(reason):
        raise WarningUnansweredError(f"rule {found.key} warns: say why the record is signed all the same")
    return reason


def _require_signed(session: Session, interview_id: InterviewId) -> Interview:
    interview = require_interview(session, interview_id)
    if not interview.is_signed:
        raise RecordOrderError("a record that is not signed yet can be changed directly")
    if is_annulled(registry.RECORD_DECISION.where(session.read, "interview_id", interview_id)):
        raise RecordAnnulledError("the record was annulled; nothing supplements or rectifies it")
    return interview


def _one_day(interview: Interview) -> Interview:
    """The day follows from the start; it is stored separately only if there is no start, or if it differs."""
    same = interview.started_at is not None and interview.held_on == interview.day
    return replace(interview, held_on=None) if same else interview
