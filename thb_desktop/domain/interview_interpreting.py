"""Rules about interpreting: whether there was an interpreter, and what is doubtful."""

from collections.abc import Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview import InterpreterEngagement
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import (
    ConflictDeclaration,
    DialectMatch,
    InterpreterStatus,
    InterpretingChannel,
    ProceduralRole,
)
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import unknown as warn

SUSPECTS = frozenset({ProceduralRole.SUSPECT, ProceduralRole.ACCUSED})
VICTIMS = frozenset({ProceduralRole.VICTIM, ProceduralRole.PRESUMED_VICTIM, ProceduralRole.VICTIM_WITNESS})


def check_interpreters(record: InterviewInFull) -> Iterator[Finding]:
    interview = record.interview
    foreign = _primary(interview.language) != _primary(interview.procedure_language)
    if foreign and not record.engagements:
        if not interview.procedure_language_understood:
            yield refuse("V-I-03.no-interpreter", field="interview.engagements")
        elif is_blank(interview.understanding_checked_by):
            yield refuse("V-I-03.not-checked", field="interview.understanding_checked_by")
    for engagement in record.engagements:
        accepted = engagement.conflict is ConflictDeclaration.DECLARED_ACCEPTED
        if accepted and is_blank(engagement.conflict_note):
            yield refuse("V-I-04.missing", about=engagement.id, field="interpreter_engagement.conflict_note")
        interpreter = record.interpreter(engagement.interpreter_id)
        if interpreter and interpreter.status is None:
            yield refuse("V-I-04.missing", about=interpreter.id, field="interpreter.status")
        yield from _doubts_about(record, engagement)


def _doubts_about(record: InterviewInFull, engagement: InterpreterEngagement) -> Iterator[Finding]:
    about = engagement.id
    if engagement.conflict in (ConflictDeclaration.DECLARED_ACCEPTED, ConflictDeclaration.DECLARED_REPLACED):
        yield warn("V-I-05.conflict", about=about, field="interpreter_engagement.conflict")
    if engagement.is_relay:
        yield warn("V-I-05.relay", about=about, field="interpreter_engagement.relay_order")
    if engagement.channel in (InterpretingChannel.VIDEO, InterpretingChannel.TELEPHONE):
        yield warn(
            "V-I-05.not-in-the-room",
            about=about,
            field="interpreter_engagement.channel",
            channel=engagement.channel,
        )
    if engagement.dialect_match in (DialectMatch.DISTANT_BUT_UNDERSTOOD, DialectMatch.DIFFICULTIES_NOTED):
        yield warn("V-I-05.dialect", about=about, field="interpreter_engagement.dialect_match")
    if engagement.interpreter_id in record.for_suspects and not SUSPECTS & set(record.roles):
        yield warn("V-I-05.also-for-a-suspect", about=about, field="interpreter_engagement.interpreter_id")
    if engagement.interpreter_id in record.for_victims and not VICTIMS & set(record.roles):
        yield warn("V-I-05.also-for-a-victim", about=about, field="interpreter_engagement.interpreter_id")
    interpreter = record.interpreter(engagement.interpreter_id)
    if interpreter and interpreter.status is InterpreterStatus.UNQUALIFIED_EMERGENCY:
        yield warn("V-I-05.unqualified", about=about, field="interpreter_engagement.interpreter_id")


def _primary(language: str) -> str:
    return language.split("-", maxsplit=1)[0].lower()
