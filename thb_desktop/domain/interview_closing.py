"""Rules about the closing of an interview record: its reading back, corrections and signatures."""

from collections.abc import Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview import Interview, ReadBackCorrection
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import NOT_IN_USE
from thb_desktop.domain.vocabulary import (
    CorrectionReason,
    PersonConfirmation,
    ReadbackMode,
    SignatureMethod,
    SignerRole,
)
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as tell

_REASONED = frozenset({ReadbackMode.WAIVED_BY_PERSON, ReadbackMode.NOT_POSSIBLE})
_NOT_SIGNED = frozenset({SignatureMethod.REFUSED, SignatureMethod.UNABLE})


def check_reading_back(record: InterviewInFull) -> Iterator[Finding]:
    interview = record.interview
    reasoned = interview.readback_mode in _REASONED
    if reasoned and is_blank(interview.readback_note):
        yield refuse("V-I-06.missing", field="interview.readback_note")
    if interview.readback_mode and not reasoned and not interview.readback_language:
        yield refuse("V-I-06.missing", field="interview.readback_language")
    if interview.readback_mode and not reasoned:
        yield from _reading_times(interview)
    if record.engagements and interview.complaint_made is None:
        yield refuse("V-I-06.missing", field="interview.complaint_made")
    if interview.complaint_made:
        if is_blank(interview.complaint):
            yield refuse("V-I-06.missing", field="interview.complaint")
        if interview.complaint_response is None:
            yield refuse("V-I-06.missing", field="interview.complaint_response")
    yield from _signatures(record)


def _reading_times(interview: Interview) -> Iterator[Finding]:
    """From when to when the record was read: it shows that there was time to read it."""
    for field in ("readback_started_at", "readback_ended_at"):
        if getattr(interview, field) is None:
            yield tell("V-I-06.missing", field=f"interview.{field}")


def _signatures(record: InterviewInFull) -> Iterator[Finding]:
    signers = {signature.role for signature in record.signatures}
    needed = [SignerRole.PERSON_HEARD]
    if record.engagements:
        needed.append(SignerRole.INTERPRETER)
    for role in needed:
        if role not in signers:
            yield refuse("V-I-06.signature-missing", field="interview.signatures", signer=role)
    yield from _unsigned(record)
    yield from check_signed_for_authority(record)


def _unsigned(record: InterviewInFull) -> Iterator[Finding]:
    """Who refuses or cannot sign, without why; a mark in place of a signature, without its witness."""
    for signature in record.signatures:
        if signature.method in _NOT_SIGNED and is_blank(signature.reason):
            yield refuse("V-I-06.missing", about=signature.id, field="record_signature.reason")
    methods = {signature.method for signature in record.signatures}
    witnessed = any(
        signature.role is SignerRole.WITNESS and signature.method not in _NOT_SIGNED
        for signature in record.signatures
    )
    if SignatureMethod.MARK_WITNESSED in methods and not witnessed:
        yield refuse("V-I-06.signature-missing", field="interview.signatures", signer=SignerRole.WITNESS)


def check_certified(record: InterviewInFull) -> Iterator[Finding]:
    """Of each interpreter engaged who rendered turns of the record: whether they certified all, and none
    before the record was read back.
    """
    read_until = record.interview.readback_ended_at
    for engagement in {each.interpreter_id: each for each in record.engagements}.values():
        lacking, early = set(), set()
        for turn in record.segments:
            for one in turn.renderings:
                if one.author_id != engagement.interpreter_id or one.state in NOT_IN_USE:
                    continue
                made = record.certified_by(one)
                if made is None:
                    lacking.add(turn.segment.id)
                elif read_until is not None and made.at < read_until:
                    early.add(turn.segment.id)
        for key, turns in (("V-I-32.lacking", lacking), ("V-I-32.early", early)):
            if turns:
                yield tell(key, about=engagement.id, field="interview.engagements", count=len(turns))


def check_signed_for_authority(record: InterviewInFull) -> Iterator[Finding]:
    if not {signature.role for signature in record.signatures} & {SignerRole.INTERVIEWER, SignerRole.JUDGE}:
        yield refuse("V-I-06.authority-signature-missing", field="interview.signatures")


def check_corrections(record: InterviewInFull) -> Iterator[Finding]:
    confirmation = record.interview.confirmation
    if confirmation is PersonConfirmation.CONFIRMED_WITH_CORRECTIONS and not record.corrections:
        yield refuse("V-I-07.none", field="interview.corrections")
    if confirmation is PersonConfirmation.CONFIRMED_UNCHANGED and record.corrections:
        yield refuse("V-I-07.unchanged", field="interview.confirmation")
    yield from check_texts(record.corrections)


def check_texts(corrections: tuple[ReadBackCorrection, ...]) -> Iterator[Finding]:
    for each in corrections:
        adds = each.reason is CorrectionReason.ADDITION
        removes = each.reason is CorrectionReason.REDACTION_ORDERED
        if is_blank(each.before) and not adds:
            yield refuse("V-I-07.missing", about=each.id, field="read_back_correction.before")
        if is_blank(each.after) and not removes:
            yield refuse("V-I-07.missing", about=each.id, field="read_back_correction.after")
