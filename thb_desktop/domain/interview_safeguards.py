"""Safeguards of the person heard: age, sex of the interviewer, state, reflection period, role.

Part of the rules of an interview record.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from thb_desktop.domain.age_told import AgeGround
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.partial_dates import may_include
from thb_desktop.domain.people import VICTIMS
from thb_desktop.domain.vocabulary import AgeStatus, Exploitation, ProtectiveMeasure, TimelineKind
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as tell
from thb_desktop.findings import unknown as warn

_CHILDREN = frozenset({AgeStatus.CHILD_CONFIRMED, AgeStatus.AGE_DISPUTED_PRESUMED_CHILD})
_SEXUAL = frozenset({Exploitation.PROSTITUTION_OF_OTHERS, Exploitation.OTHER_SEXUAL})
_EVENING, _MORNING = 22, 6


def is_child(record: InterviewInFull) -> bool:
    """Whether the person is a child, or presumed to be one; a decision prevails over what was entered."""
    if record.child is not None:
        return True
    return record.person.age_status in _CHILDREN and not record.age_decided


def check_safeguards(record: InterviewInFull) -> Iterator[Finding]:
    yield from _age(record)
    yield from _own_sex(record)
    yield from _circumstances(record)
    yield from _reflection(record)
    yield from _role_change(record)


def _age(record: InterviewInFull) -> Iterator[Finding]:
    """The rule never presumes that a person is an adult."""
    if record.child is AgeGround.CLAIMED:
        yield tell(
            "V-I-12.presumed-disputed" if record.age_disputed else "V-I-12.presumed-claimed",
            about=record.person.id,
            field="person.age_status",
        )
    elif record.child is AgeGround.DECIDED or record.age_decided:
        return
    elif record.person.age_status in (None, AgeStatus.UNKNOWN):
        yield warn("V-I-12.age-not-known", about=record.person.id, field="person.age_status")


def _own_sex(record: InterviewInFull) -> Iterator[Finding]:
    """A victim of sexual exploitation must be asked; a recorded wish is an answer too."""
    wished = any(each.measure is ProtectiveMeasure.SAME_SEX_INTERVIEWER for each in record.measures)
    if record.interview.same_sex_asked or wished or not _is_victim(record):
        return
    person = record.person
    if _SEXUAL & set(person.exploitation):
        yield warn("V-I-13.same-sex-not-asked", field="interview.same_sex_asked")
    elif not person.exploitation:
        yield warn("V-I-13.exploitation-not-known", about=person.id, field="person.exploitation")


def _circumstances(record: InterviewInFull) -> Iterator[Finding]:
    interview = record.interview
    if interview.started_at and _is_night(interview.started_at, interview.ended_at):
        yield warn("V-I-14.night", field="interview.started_at")
    if interview.intoxication_noted:
        yield warn("V-I-14.intoxication", field="interview.intoxication_noted")


def _is_night(start: datetime, end: datetime | None) -> bool:
    """Whether any part of it is at night, by the clock of the place."""
    if start.hour < _MORNING or start.hour >= _EVENING:
        return True
    evening = start.replace(hour=_EVENING, minute=0, second=0, microsecond=0)
    return end is not None and end - evening > timedelta()


def _reflection(record: InterviewInFull) -> Iterator[Finding]:
    if not _is_victim(record):
        return
    person, day = record.person, record.interview.day
    if person.reflection_granted is None:
        yield warn("V-I-14.reflection-not-known", about=person.id, field="person.reflection_granted")
        return
    within = day is not None and may_include(person.reflection_since, person.reflection_until, day)
    if person.reflection_granted and within:
        yield warn("V-I-14.reflection", about=person.id, field="person.reflection_since")


def _role_change(record: InterviewInFull) -> Iterator[Finding]:
    """A role that began during the interview, in addition to an earlier one."""
    start, end = record.interview.started_at, record.interview.ended_at
    begun = {each.role for each in record.roles_begun}
    suspended = any(each.kind is TimelineKind.INTERVIEW_SUSPENDED_ROLE_CHANGE for each in record.timeline)
    if suspended or start is None or not set(record.roles) - begun:
        return
    for role in record.roles_begun:
        at = role.since.instant if role.since else None
        if at is None or (start < at and (end is None or at < end)):
            yield warn("V-I-16", about=role.id, field="interview.timeline", role=role.role)


def _is_victim(record: InterviewInFull) -> bool:
    return bool(VICTIMS & set(record.roles))
