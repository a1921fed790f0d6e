"""Rules about information and cautions: what is owed to a person in their role."""

from collections.abc import Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview_interpreting import SUSPECTS
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.people import VICTIMS
from thb_desktop.domain.vocabulary import CautionCode, TimelineKind, VictimInformationItem
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as tell
from thb_desktop.findings import unknown as warn

_ON_TRUTH = frozenset(
    {
        CautionCode.TRUTH_DUTY,
        CautionCode.OATH_TAKEN,
        CautionCode.AFFIRMATION_TAKEN,
        CautionCode.NO_OATH_LEGAL_REASON,
    }
)
_OWED_TO_SUSPECTS = frozenset(
    {
        CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION,
        CautionCode.RIGHT_TO_LAWYER,
        CautionCode.CHARGES_INFORMATION,
    }
)


def check_information(record: InterviewInFull) -> Iterator[Finding]:
    yield from _cautions(record)
    yield from _for_victims(record)
    yield from _after_suspension(record)


def _cautions(record: InterviewInFull) -> Iterator[Finding]:
    given = {caution.code for caution in record.cautions if caution.given}
    needed = {CautionCode.ROLE_AND_PURPOSE}
    if not record.roles:
        yield refuse("V-I-15.no-role", about=record.person.id, field="person_role.role")
    if SUSPECTS & set(record.roles):
        needed |= _OWED_TO_SUSPECTS
    elif not given & _ON_TRUTH:
        yield refuse("V-I-15.truth", field="interview.cautions")
    if VICTIMS & set(record.roles):
        needed.add(CautionCode.VICTIM_RIGHTS_INFORMATION)
    if record.engagements:
        needed.add(CautionCode.INTERPRETER_ROLE)
    if missing := needed - given:
        yield refuse("V-I-15.not-given", field="interview.cautions", missing=tuple(sorted(missing)))


def _for_victims(record: InterviewInFull) -> Iterator[Finding]:
    """Each listed item was given, or deferred for a reason; items that are not listed are told."""
    for each in record.victim_information:
        if each.given_at is None and is_blank(each.deferred_reason):
            yield refuse(
                "V-I-15.neither-given-nor-deferred",
                about=each.id,
                field="victim_information.given_at",
                item=each.item,
            )
    listed = {each.item for each in record.victim_information}
    missing = tuple(each for each in VictimInformationItem if each not in listed)
    if missing and VICTIMS & set(record.roles):
        yield tell("V-I-15.items-not-listed", field="interview.victim_information", missing=missing)


def _after_suspension(record: InterviewInFull) -> Iterator[Finding]:
    """Who may incriminate themselves is told so before the interview goes on: what was told before the
    suspension was told to somebody in another role.
    """
    kind = TimelineKind.INTERVIEW_SUSPENDED_ROLE_CHANGE
    since = max((each.at for each in record.timeline if each.kind is kind), default=None)
    privilege = CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION
    given = [each.given_at for each in record.cautions if each.given and each.code is privilege]
    if since is not None and not any(at is None or at >= since for at in given):
        yield warn("V-I-15.no-caution", field="interview.cautions")
