"""The interpreter's part in one interview: who, which oath, which difficulties; and what they attested."""

from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.ids import AgentId, InterpreterId
from thb_desktop.domain.interview import InterpreterEngagement
from thb_desktop.domain.interview_fields import ENGAGEMENT
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.people import Interpreter
from thb_desktop.domain.people_fields import INTERPRETER
from thb_desktop.domain.redaction_marks import MARK
from thb_desktop.domain.segment import Certification
from thb_desktop.domain.vocabulary import ConflictDeclaration, UserRole
from thb_desktop.report.parts.compact import Section
from thb_desktop.report.parts.described import facts_of, name_of
from thb_desktop.report.parts.names import interpreter_name
from thb_desktop.report.parts.setting import Setting, instant
from thb_desktop.report.style import NOTE

_IN_LIST = ("register_name", "register_state", "registered_until")
"""What the list of interpreters in a bundle tells; the number in the register leads to it."""


def interpreter_section(
    setting: Setting, engagement: InterpreterEngagement, *, is_listed: bool = False
) -> Section:
    """Return who interpreted, and how. is_listed: whether a list of the interpreters stands before.

    An engagement that was struck out names nobody: its interpreter is no part of the bundle for it.
    """
    words, interpreter = setting.words, setting.interpreters.get(engagement.interpreter_id)
    code = interpreter.code if interpreter else words.common.elsewhere
    without = ("code", *(_IN_LIST if is_listed else ()))
    return words.interpreter.title.format(code=code), [
        *(facts_of(setting, INTERPRETER, interpreter, without=without) if interpreter else ()),
        *_engaged(setting, engagement),
    ]


def _engaged(setting: Setting, engagement: InterpreterEngagement) -> list[tuple[str, str]]:
    """Return the facts of an engagement. Questions that were asked are never told without their answer: else
    they read as facts about the interpreter. Only who declared nothing answered "none".
    """
    facts = facts_of(setting, ENGAGEMENT, engagement, without=("interpreter_id",))
    if not engagement.conflict_asked or engagement.conflict_declared:
        return facts
    common = setting.words.common
    nothing = engagement.conflict is ConflictDeclaration.NONE_DECLARED
    answered = name_of(setting, ENGAGEMENT, "conflict_declared")
    return [
        (name, (common.none if nothing else common.not_recorded) if name == answered else value)
        for name, value in facts
    ]


def not_attested(setting: Setting, full: InterviewInFull) -> Iterator[tuple[str, str]]:
    """Return for each interpreter of a record which attestations are withheld; and of whom none is here, that
    nothing is recorded, or, where words of a rendering are masked, that one which covers it is withheld.
    """
    attested = {each.interpreter_id for each in attested_in(full)}
    for interpreter_id in _interpreters(full):
        interpreter = setting.interpreters[interpreter_id]
        title = _title(setting, interpreter)
        marks = [each.statement for each in withheld_in(full) if each.interpreter_id == interpreter_id]
        yield from ((title, setting.words.language_work.withheld.format(mark=mark)) for mark in marks)
        if interpreter_id not in attested and not marks:
            yield _called(interpreter), not_certified(setting, full)


def not_certified(setting: Setting, full: InterviewInFull) -> str:
    """Say of a record without an attestation that none is recorded, or, with marks, that none is told."""
    words = setting.words.interpreter
    return words.not_told if _is_masked(full) else words.not_certified


def may_be_withheld(setting: Setting, user_id: AgentId) -> bool:
    """Whether an attestation of an interpreter may lack because words of their renderings are masked."""
    own = {each.id for each in setting.interpreters.values() if each.user_id == user_id}
    return any(
        _is_masked(full) and any(each.interpreter_id in own for each in full.without_struck().engagements)
        for full in setting.content.interviews
    )


def _is_masked(full: InterviewInFull) -> bool:
    """Whether words of a rendering, or of its turn, are masked: no attestation over it leaves."""
    turns = (each for each in full.segments if each.renderings)
    said = (
        text for each in turns for text in (each.segment.source_text, *(one.text for one in each.renderings))
    )
    return any(MARK.search(text) for text in said if text)


def draw_attestations(setting: Setting, full: InterviewInFull) -> None:
    """Draw what each interpreter attested, in their own words.

    The signature of each attestation was verified before (`bundle_content`). One that covers none of the
    printed renderings any more is not told.
    """
    flow, attested = setting.flow, attested_in(full)
    for interpreter_id in _interpreters(full):
        interpreter = setting.interpreters[interpreter_id]
        made = [(each, turns) for each, turns in attested.items() if each.interpreter_id == interpreter_id]
        if made:
            flow.need(60)
            flow.heading(_title(setting, interpreter), 3)
        for attestation, turns in made:
            _draw_attestation(setting, interpreter, attestation, turns)


def _interpreters(full: InterviewInFull) -> Iterable[InterpreterId]:
    """Return who interpreted in a record, and who attested an interpretation in it, each once."""
    engaged = (each.interpreter_id for each in full.without_struck().engagements)
    attested = (each.interpreter_id for each in (*attested_in(full), *withheld_in(full)))
    return dict.fromkeys((*engaged, *attested))


def _title(setting: Setting, interpreter: Interpreter) -> str:
    return f"{setting.words.interpreter.certificate} – {_called(interpreter)}"


def _called(interpreter: Interpreter) -> str:
    return ", ".join(dict.fromkeys((interpreter.code, interpreter_name(interpreter))))


def _draw_attestation(
    setting: Setting, interpreter: Interpreter, attestation: Certification, turns: Sequence[str]
) -> None:
    words, flow = setting.words.interpreter, setting.flow
    register = f", {interpreter.register_number}" if interpreter.register_number else ""
    told = words.attested.format(
        name=interpreter_name(interpreter),
        status=setting.words.label(interpreter.status),
        register=register,
        date=instant(setting.here(attestation.at)),
        turns=", ".join(turns),
    )
    signers = {
        one.user_id for one in setting.content.release.signatures if one.function is UserRole.INTERPRETER
    }
    place = words.on_cover if interpreter.user_id in signers else ""
    paragraphs = [
        flow.lay_out(told),
        flow.lay_out(attestation.statement),
        flow.lay_out(" ".join(filter(None, (words.own_key, place))), NOTE),
    ]
    flow.need(sum(each.height + 5 for each in paragraphs))
    for each in paragraphs:
        flow.paragraph(each, kind="P", x=flow.left)
        flow.gap(5)


def withheld_in(full: InterviewInFull) -> list[Certification]:
    """The attestations of which a version for a recipient has the mark alone, in the place of the words."""
    return [each for each in full.certifications if not each.signature]


def attested_in(full: InterviewInFull) -> dict[Certification, list[str]]:
    """Each attestation that covers a present rendering, with the numbers of these turns."""
    turns: dict[Certification, list[str]] = {}
    for each in full.segments:
        covering = dict.fromkeys(full.certified_by(one) for one in each.renderings)
        for attestation in filter(None, covering):
            turns.setdefault(attestation, []).append(each.label)
    return turns
