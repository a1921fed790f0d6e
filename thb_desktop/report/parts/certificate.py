"""The interpreter's part in one interview: who, which oath, which difficulties; and a draft certificate."""

from thb_desktop.domain.interview import InterpreterEngagement
from thb_desktop.domain.interview_fields import ENGAGEMENT
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.people_fields import INTERPRETER
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.report.parts.compact import Section
from thb_desktop.report.parts.described import facts_of
from thb_desktop.report.parts.names import interpreter_name
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE


def interpreter_section(setting: Setting, engagement: InterpreterEngagement) -> Section:
    """Return who interpreted, and how.

    An engagement that was struck out names nobody: its interpreter is no part of the bundle for it.
    """
    words, interpreter = setting.words, setting.interpreters.get(engagement.interpreter_id)
    code = interpreter.code if interpreter else words.common.elsewhere
    return words.interpreter.title.format(code=code), [
        *(facts_of(setting, INTERPRETER, interpreter) if interpreter else ()),
        *facts_of(setting, ENGAGEMENT, engagement, without=("interpreter_id",)),
    ]


def draw_certificate(setting: Setting, full: InterviewInFull, engagement: InterpreterEngagement) -> None:
    """Draw the usual content of a certificate, in neutral words marked as no official formula."""
    words, flow, label = setting.words.interpreter, setting.flow, setting.words.label
    interpreter = setting.interpreters[engagement.interpreter_id]
    interview = full.interview
    register = f", {interpreter.register_number}" if interpreter.register_number else ""
    notes = "; ".join(filter(None, (engagement.relay_note, engagement.notes)))
    said = (
        words.statement.format(
            name=interpreter_name(interpreter),
            status=label(interpreter.status),
            register=register,
            person=full.person.code,
            date=setting.day(interview.day),
            place=interview.place,
            languages=_direction(setting, engagement),
        ),
        words.no_additions,
        words.problems.format(notes=notes.rstrip(". ")) if notes else "",
        words.declared.format(
            conflict=_conflict(setting, engagement),
            readback=label(interview.readback_mode),
            oath=label(engagement.oath),
        ),
        words.secrecy,
        _certification(setting, full, engagement),
    )
    paragraphs = [flow.lay_out(text) for text in said if text]
    flow.need(60 + sum(each.height + 5 for each in paragraphs))  # what is to be signed must be on one page
    flow.heading(f"{words.certificate} – {interpreter.code}", 3)
    flow.text(words.draft_notice, NOTE)
    for each in paragraphs:
        flow.paragraph(each, kind="P", x=flow.left)
        flow.gap(5)


def _certification(setting: Setting, full: InterviewInFull, engagement: InterpreterEngagement) -> str:
    """Return whether a rendering of this interpreter is certified; by the cover only if their user has a
    place there. The signature of each certification was verified before (`bundle_content`).
    """
    words, interpreter = setting.words.interpreter, setting.interpreters[engagement.interpreter_id]
    covering = (full.certified_by(one) for each in full.segments for one in each.renderings)
    if all(each is None or each.interpreter_id != engagement.interpreter_id for each in covering):
        return words.not_certified
    signs = {
        one.user_id for one in setting.content.release.signatures if one.function is UserRole.INTERPRETER
    }
    return words.certified if interpreter.user_id in signs else words.not_signed_here


def _direction(setting: Setting, engagement: InterpreterEngagement) -> str:
    name = setting.words.language_name
    return f"{name(engagement.from_language)} ↔ {name(engagement.to_language)}"


def _conflict(setting: Setting, engagement: InterpreterEngagement) -> str:
    note = f" ({engagement.conflict_note})" if engagement.conflict_note else ""
    return f"{setting.words.label(engagement.conflict)}{note}"
