"""Rules about interpreting: whether there was an interpreter, and what is doubtful."""

from collections.abc import Callable, Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview import InterpreterEngagement
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.people import VICTIMS, Interpreter
from thb_desktop.domain.vocabulary import (
    ConflictDeclaration,
    ConflictQuestion,
    DialectMatch,
    InterpreterStatus,
    InterpretingChannel,
    ProceduralRole,
)
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as tell
from thb_desktop.findings import unknown as warn
from thb_desktop.language_tags import are_kin
from thb_desktop.language_tags import canonical_language as _language

SUSPECTS = frozenset({ProceduralRole.SUSPECT, ProceduralRole.ACCUSED})


def check_interpreters(record: InterviewInFull) -> Iterator[Finding]:
    yield from _led_from_one_to_the_other(record)
    for engagement in record.engagements:
        accepted = engagement.conflict is ConflictDeclaration.DECLARED_ACCEPTED
        if accepted and is_blank(engagement.conflict_note):
            yield refuse("V-I-04.missing", about=engagement.id, field="interpreter_engagement.conflict_note")
        interpreter = record.interpreter(engagement.interpreter_id)
        if interpreter and interpreter.status is None:
            yield refuse("V-I-04.missing", about=interpreter.id, field="interpreter.status")
        yield from _comprehension(engagement)
        yield from _doubts_about(record, engagement)


def _comprehension(engagement: InterpreterEngagement) -> Iterator[Finding]:
    """What both sides are said to have confirmed, against the answer of each."""
    sides = (engagement.comprehension_person, engagement.comprehension_interpreter)
    both = engagement.comprehension_confirmed
    if (both and False in sides) or (both is False and all(sides)):
        yield refuse(
            "V-I-04.comprehension",
            about=engagement.id,
            field="interpreter_engagement.comprehension_confirmed",
        )


def _led_from_one_to_the_other(record: InterviewInFull) -> Iterator[Finding]:
    """Tags that may be of one language are told; nobody is refused for how a tag is written."""
    interview, engaged = record.interview, bool(record.engagements)
    if _is_covered(record, _are_one):
        return
    is_checked = interview.procedure_language_understood and not is_blank(interview.understanding_checked_by)
    if _is_covered(record, are_kin):
        if engaged or not is_checked:
            yield warn("V-I-03.kin", field="interview.engagements", languages=record.sides)
    elif engaged:
        yield refuse("V-I-03.not-covered", field="interview.engagements", languages=record.sides)
    elif not interview.procedure_language_understood:
        yield refuse("V-I-03.no-interpreter", field="interview.engagements")
    elif not is_checked:
        yield refuse("V-I-03.not-checked", field="interview.understanding_checked_by")


def _doubts_about(record: InterviewInFull, engagement: InterpreterEngagement) -> Iterator[Finding]:
    about = engagement.id
    if engagement.conflict in (ConflictDeclaration.DECLARED_ACCEPTED, ConflictDeclaration.DECLARED_REPLACED):
        field, declared = "interpreter_engagement.conflict", engagement.conflict_declared
        if declared:
            yield warn("V-I-05.conflict-named", about=about, field=field, declared=declared)
        else:
            yield warn("V-I-05.conflict", about=about, field=field)
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
    yield from _questions(engagement)
    interpreter = record.interpreter(engagement.interpreter_id)
    if interpreter is None:
        return
    if interpreter.status is InterpreterStatus.UNQUALIFIED_EMERGENCY:
        yield warn("V-I-05.unqualified", about=about, field="interpreter_engagement.interpreter_id")
    yield from _register(record, engagement, interpreter)


def _register(
    record: InterviewInFull, engagement: InterpreterEngagement, interpreter: Interpreter
) -> Iterator[Finding]:
    """What the entry of the interpreter says of their languages and of the end of their registration."""
    about, field = engagement.id, "interpreter_engagement.interpreter_id"
    spoken = (engagement.from_language, engagement.to_language)
    known = set(map(_language, interpreter.languages))
    if lacking := tuple(each for each in spoken if each and _language(each) not in known):
        yield warn("V-I-05.language-not-listed", about=about, field=field, languages=lacking)
    listed = {tuple(map(_language, each.split(">"))) for each in interpreter.directions}
    wanted = (spoken, spoken[::-1]) if listed else ()
    if lacking := tuple(" > ".join(each) for each in wanted if tuple(map(_language, each)) not in listed):
        yield warn("V-I-05.direction-not-listed", about=about, field=field, directions=lacking)
    day, until = record.interview.day, interpreter.registered_until
    if until and day and day.earliest and until < day.earliest:
        yield warn("V-I-05.registration-ended", about=about, field=field)


def _questions(engagement: InterpreterEngagement) -> Iterator[Finding]:
    """The questions are put for each interview, not once for all."""
    if missing := tuple(each for each in ConflictQuestion if each not in engagement.conflict_asked):
        yield tell(
            "V-I-05.not-asked",
            about=engagement.id,
            field="interpreter_engagement.conflict_asked",
            missing=missing,
        )
    if engagement.conflict is ConflictDeclaration.NONE_DECLARED and engagement.conflict_declared:
        yield refuse(
            "V-I-04.declared-despite-none", about=engagement.id, field="interpreter_engagement.conflict"
        )


def _are_one(one: str, other: str) -> bool:
    return _language(one) == _language(other)


def _is_covered(record: InterviewInFull, are_same: Callable[[str, str], bool]) -> bool:
    """Whether the engagements lead from the language of the person to that of the procedure, perhaps in
    several steps, or no step is needed.
    """
    pairs = [{each.from_language, each.to_language} for each in record.engagements]
    reached = {record.interview.language}
    for _ in pairs:
        for pair in pairs:
            reached |= pair if any(are_same(one, has) for one in pair for has in reached) else set()
    return any(are_same(has, record.interview.procedure_language) for has in reached)
