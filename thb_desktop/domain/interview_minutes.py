"""Minutes of a hearing by video or telephone under an order or request of another State (V-X-08).

Article 24(6) of Directive 2014/41/EU, as Article 10(6) of the Convention of 29 May 2000: date and place, the
identity of the person heard, the identities and functions of all others, any oaths, and the technical
conditions. Part of the rules of an interview record.
"""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import CautionCode, Medium, PresenceRole
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn

_REMOTE = frozenset({Medium.VIDEO_LINK, Medium.TELEPHONE, Medium.MIXED})
_OATHS = frozenset({CautionCode.OATH_TAKEN, CautionCode.AFFIRMATION_TAKEN, CautionCode.NO_OATH_LEGAL_REASON})


def check_minutes(record: InterviewInFull, beside: Sequence[InterviewInFull] = ()) -> Iterator[Finding]:
    """Tell each item that the minutes of such a hearing lack; nothing of any other interview.

    beside: records that supplement or rectify this one, or that it supplements or rectifies: what one of them
    has is not lacking.
    """
    interview = record.interview
    if interview.instrument_id is None or interview.medium not in _REMOTE:
        return
    told = [dict(_missing_in(each)) for each in (record, *beside)]
    for key, field in told[0].items():
        if all(key in each for each in told):
            yield warn(key, field=field)


def _missing_in(record: InterviewInFull) -> Iterator[tuple[str, str]]:
    """Return the rule and the field of each item that one record lacks."""
    interview, standing = record.interview, record.without_struck()
    if interview.started_at is None and interview.held_on is None:
        yield "V-X-08.date", "interview.started_at"
    if is_blank(interview.place):
        yield "V-X-08.place", "interview.place"
    if interview.identity_verification is None:
        yield "V-X-08.identity", "interview.identity_verification"
    if not standing.presences or any(
        is_blank(each.name) or (each.role is PresenceRole.OTHER and is_blank(each.function))
        for each in standing.presences
    ):
        yield "V-X-08.persons", "interview.presences"
    if not any(each.code in _OATHS and each.given is not None for each in standing.cautions):
        yield "V-X-08.oath", "interview.cautions"
    if is_blank(interview.technical_conditions):
        yield "V-X-08.technical", "interview.technical_conditions"
