"""A record in its parts, as they are hashed: read from the tables alone."""

from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull, in_order
from thb_desktop.errors import NotFoundError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, turns


def in_parts(
    connection: Connection, interview: Interview, *, copies: bool = True, account: bool = True
) -> InterviewInFull:
    """Return an interview with the parts of its record, the decisions about it and its printed copies.

    copies: whether these are read. account: whether the turns are. Nothing else of it is filled in. Raises
    NotFoundError.
    """
    person = registry.PERSON.find(connection, interview.person_id)
    if person is None:
        raise NotFoundError("there is no such person in this file")
    of, own = "interview_id", interview.id
    return InterviewInFull(
        interview=interview,
        person=person,
        presences=registry.PRESENCE.where(connection, of, own),
        cautions=registry.CAUTION.where(connection, of, own),
        timeline=registry.TIMELINE_EVENT.where(connection, of, own),
        measures=registry.SPECIAL_MEASURE.where(connection, of, own),
        earlier=registry.EARLIER_INTERVIEW.where(connection, of, own),
        engagements=registry.INTERPRETER_ENGAGEMENT.where(connection, of, own),
        victim_information=registry.VICTIM_INFORMATION.where(connection, of, own),
        recordings=registry.RECORDING.where(connection, of, own),
        lineups=registry.LINEUP.where(connection, of, own),
        interventions=registry.INTERVENTION.where(connection, of, own),
        corrections=registry.READ_BACK_CORRECTION.where(connection, of, own),
        signatures=registry.RECORD_SIGNATURE.where(connection, of, own),
        segments=_account(connection, own) if account else (),
        certifications=registry.CERTIFICATION.where(connection, of, own),
        warnings=registry.WARNING_REASON.where(connection, of, own),
        names=registry.SIGNED_NAME.where(connection, of, own),
        interpreters=(),
        digest="",
        decisions=registry.RECORD_DECISION.where(connection, of, own),
        copies=registry.SIGNING_COPY.where(connection, of, own) if copies else (),
        elsewhere=registry.STATEMENT_ELSEWHERE.where(connection, "id", own),
        places=registry.SEGMENT_PLACE.where(connection, of, own),
        comparisons=registry.PAGE_COMPARISON.where(connection, of, own),
    )


def _account(connection: Connection, own: InterviewId) -> tuple[SegmentInFull, ...]:
    return in_order(
        registry.SEGMENT.where(connection, "interview_id", own), turns.renderings_of(connection, own)
    )
