"""The minutes that Article 24(6) of Directive 2014/41/EU asks of a hearing at a distance, in one block.

It repeats from the record what that paragraph lists, and says which of it is not recorded.
"""

from collections.abc import Iterator

from thb_desktop.domain.interview_fields import PRESENCE
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.packs import LawKey
from thb_desktop.domain.vocabulary import CautionCode, InterpreterOath, Medium, TimelineKind
from thb_desktop.report.parts.described import name_of
from thb_desktop.report.parts.names import interpreter_name
from thb_desktop.report.parts.setting import Setting, instant

_AT_A_DISTANCE = frozenset({Medium.VIDEO_LINK, Medium.TELEPHONE, Medium.MIXED})
"""Article 25 has the same minutes for a telephone conference."""
_OATHS = (CautionCode.OATH_TAKEN, CautionCode.AFFIRMATION_TAKEN, CautionCode.NO_OATH_LEGAL_REASON)
_SWORN = frozenset(InterpreterOath) - {InterpreterOath.NOT_REQUIRED_BY_LAW}
_TECHNICAL = (
    TimelineKind.LINK_INTERRUPTED,
    TimelineKind.LINK_RESTORED,
    TimelineKind.RECORDING_FAILURE,
)


def draw_minutes(setting: Setting, full: InterviewInFull, person: str) -> None:
    """Draw the block of a hearing at a distance; nothing for another. person: as they are named here."""
    full = full.without_struck()
    if full.interview.medium not in _AT_A_DISTANCE:
        return
    words, missing = setting.words.minutes, setting.words.common.not_recorded
    told = (
        (words.when_and_where, "\n".join(_when_and_where(setting, full))),
        (words.person, person),
        (words.others, "\n".join(_others(setting, full))),
        (words.oaths, "\n".join(_oaths(setting, full))),
        (words.technical, "\n".join(_technical(setting, full))),
    )
    setting.flow.heading(setting.with_law(words.title, LawKey.DISTANT_HEARING), 3)
    setting.facts((name, value or missing) for name, value in told)


def _when_and_where(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    interview = full.interview
    times = [instant(each) for each in (interview.started_at, interview.ended_at) if each]
    yield from filter(None, (" – ".join(times) or setting.day(interview.day), interview.whole_place))


def _others(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    """Who else took part, with function and place, and from or to when if they were not there throughout."""
    for each in full.presences:
        if each.person_id != full.person.id:
            place = setting.words.label(each.place) if each.place else ""
            times = (
                setting.named(name_of(setting, PRESENCE, name), instant(at))
                for name, at in (("from_at", each.from_at), ("to_at", each.to_at))
                if at
            )
            told = (setting.words.label(each.role), each.function, each.organisation, place, *times)
            yield setting.named(each.name, ", ".join(filter(None, told)))


def _oaths(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    for code in dict.fromkeys(each.code for each in full.cautions if each.given):
        if code in _OATHS:
            yield setting.words.label(code)
    for engagement in full.engagements:
        interpreter = full.interpreter(engagement.interpreter_id)
        if engagement.oath in _SWORN and interpreter is not None:
            told = ", ".join(filter(None, (setting.words.label(engagement.oath), engagement.oath_ref)))
            yield setting.named(interpreter_name(interpreter), told)


def _technical(setting: Setting, full: InterviewInFull) -> Iterator[str]:
    """By which link, how the interpreter took part, with what it was recorded, and what failed."""
    label = setting.words.label
    yield label(full.interview.medium)
    for engagement in full.engagements:
        if engagement.channel is not None:
            yield setting.named(setting.words.interpreter.interpreter, label(engagement.channel))
    yield from (each.device for each in full.recordings if each.device)
    for event in full.timeline:
        if event.kind in _TECHNICAL:
            yield ", ".join(filter(None, (label(event.kind), instant(event.at), event.note)))
