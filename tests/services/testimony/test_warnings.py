"""A record is signed despite a warning only for a reason, which is signed, read back and never changed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.offices import Small
from tests.support.records import header_of, outcome, rendition, turn
from tests.support.testimony import SIGNED_BY_ALL, START, rows_held
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import AgentId, InterviewId, RowId
from thb_desktop.domain.interview import InterpreterEngagement, Interview
from thb_desktop.domain.warning_reason import WarningReason, said_by
from thb_desktop.errors import WarningUnansweredError
from thb_desktop.findings import Finding, Standing, unknown
from thb_desktop.ledger.interview_record import record_digest
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import interviews, read_back, records
from thb_desktop.vault.database import IntegrityError, allow_writing, forbid_writing
from thb_desktop.vault.tables import chain, registry
from thb_desktop.words import LANGUAGES, sentence


def warned(session: Session, small: Small) -> Interview:
    """A record that was read back, and of which two rules warn: by video, and without an author."""
    rows = [
        replace(row, channel=v.InterpretingChannel.VIDEO) if isinstance(row, InterpreterEngagement) else row
        for row in rows_held(small.interpreter.id)
    ]
    interview = interviews.hold_interview(session, header_of(small), rows)
    checked = replace(rendition(), state=v.RenderingState.SELF_CHECKED)
    turn(session, interview, renderings=(checked,))
    times = {"readback_started_at": interview.ended_at, "readback_ended_at": interview.ended_at}
    return read_back.read_back(session, interview.id, outcome(**times), SIGNED_BY_ALL)


def doubts(session: Session, interview: Interview) -> tuple[Finding, ...]:
    """What is warned of, without what is only told."""
    found = interviews.check_interview(session, interview.id)
    return tuple(each for each in found if each.standing is Standing.UNKNOWN)


def test_each_warning_wants_a_reason_of_its_own(session: Session, small: Small):
    interview = warned(session, small)
    video, author = doubts(session, interview)
    size = session.journal.size

    for reasons in (
        (),
        [(video, "He lives abroad.")],
        [(author, "Nobody remembers.")],
        [(video, "He lives abroad."), (author, " ")],
        [(video, "He lives abroad."), (replace(author, about="another"), "Nobody remembers.")],
    ):
        with pytest.raises(WarningUnansweredError):
            interviews.sign_interview(session, interview.id, reasons)

    assert (video.code, author.code) == ("V-I-05", "V-I-23")
    assert session.journal.size == size
    assert not records.get_interview(session, interview.id).interview.is_signed


def test_the_reasons_are_in_the_event_and_in_the_digest_of_the_record(session: Session, small: Small):
    interview = warned(session, small)
    told = doubts(session, interview)
    reasons = [(told[1], " Nobody remembers. "), (told[0], "He lives abroad.")]

    signed = interviews.sign_interview(session, interview.id, reasons)

    full = records.get_interview(session, interview.id)
    assert [(each.rule, each.reason) for each in full.warnings] == [
        ("V-I-05.not-in-the-room", "He lives abroad."),
        ("V-I-23.no-author", "Nobody remembers."),
    ]
    assert {each.given_by for each in full.warnings} == {session.user.id}
    assert tuple(each.finding for each in full.warnings) == told
    assert signed.record_digest == full.digest
    assert record_digest(replace(full, warnings=())) != full.digest
    event = chain.last_opening(session.read)
    assert event is not None
    assert "Nobody remembers." in event.payload.decode()


INSERT = """
INSERT INTO warning_reason SELECT 'x', interview_id, rule, reason, given_by, at, field, about, said
FROM warning_reason LIMIT 1
"""


def test_a_reason_stays_as_it_was_given(session: Session, small: Small):
    interview = warned(session, small)
    told = interviews.check_interview(session, interview.id)
    interviews.sign_interview(session, interview.id, [(each, "It was so.") for each in told])
    row = registry.WARNING_REASON.all(session.read)[0]

    allow_writing(session.read)
    for statement in (
        "UPDATE warning_reason SET reason = 'another'",
        "DELETE FROM warning_reason",
        INSERT,
    ):
        with pytest.raises(IntegrityError):
            session.read.execute(statement)
    forbid_writing(session.read)

    assert registry.WARNING_REASON.all(session.read)[0] == row


PLAIN = st.one_of(
    st.text(min_size=1),
    st.integers(min_value=0),
    st.sampled_from(v.InterpretingChannel),
    st.datetimes(timezones=st.just(UTC), min_value=datetime(1900, 1, 1)),  # noqa: DTZ001 - Hypothesis adds the zone
    st.integers(min_value=0, max_value=10**6).map(lambda seconds: timedelta(seconds=seconds)),
)


@given(
    values=st.dictionaries(st.sampled_from(["a", "b", "c"]), PLAIN | st.lists(PLAIN, min_size=1).map(tuple))
)
def test_a_warning_is_said_again_as_it_was_told(values: dict[str, object]):
    found = unknown("V-I-10.x", values, about="row", field="interview.timeline")

    assert kept(found).finding == found


def test_a_warning_keeps_its_sentence_in_every_language():
    channel = v.InterpretingChannel.VIDEO
    found = unknown("V-I-05.not-in-the-room", field="interpreter_engagement.channel", channel=channel)

    again = kept(found).finding

    for language in LANGUAGES:
        assert sentence(again, language) == sentence(found, language)
    assert sentence(again, "en") != sentence(again, "nl")


def kept(found: Finding) -> WarningReason:
    return WarningReason(
        id=RowId("1"),
        interview_id=InterviewId("1"),
        rule=found.key,
        reason="Because.",
        given_by=AgentId("1"),
        at=START,
        field=found.field,
        about=found.about,
        said=said_by(found),
    )
