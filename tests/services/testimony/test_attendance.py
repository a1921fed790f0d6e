"""Who enters and who leaves: the person present and the event that tells it, in one act."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.offices import Small
from tests.support.records import held, signed
from tests.support.testimony import presence
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import RowId
from thb_desktop.errors import InterviewTimesError, NotFoundError, RecordFrozenError, StruckOutError
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import attendance, formalities, records

AT = datetime(2026, 3, 25, 10, 7, tzinfo=UTC)


def test_who_enters_is_present_from_then_on(session: Session, small: Small):
    interview = held(session, small)
    size = session.journal.size
    person = presence(interview_id=interview.id, role=v.PresenceRole.SUPPORT_PERSON, name="Els Maes")

    comes, event = attendance.note_entering(session, interview.id, person, AT)

    full = records.get_undigested(session, interview.id)
    assert session.journal.size == size + 1
    assert (comes.name, comes.from_at, comes.to_at) == ("Els Maes", AT, None)
    assert (event.kind, event.at, event.note) == (v.TimelineKind.PERSON_ENTERS, AT, "Els Maes")
    assert comes in full.presences
    assert event in full.timeline


def test_who_leaves_is_present_until_then_and_comes_again_as_another_row(session: Session, small: Small):
    interview = held(session, small)
    comes, _ = attendance.note_entering(session, interview.id, presence(interview_id=interview.id), AT)
    size = session.journal.size

    gone, event = attendance.note_leaving(session, comes.id, AT + timedelta(minutes=9))
    again, _ = attendance.note_entering(session, interview.id, gone, AT + timedelta(minutes=20))

    assert session.journal.size == size + 2
    assert (gone.id, gone.to_at) == (comes.id, AT + timedelta(minutes=9))
    assert event.kind is v.TimelineKind.PERSON_LEAVES
    assert again.id != comes.id
    assert (again.from_at, again.to_at) == (AT + timedelta(minutes=20), None)


def test_nobody_leaves_who_is_not_there_or_before_they_came(session: Session, small: Small):
    interview = held(session, small)
    comes, _ = attendance.note_entering(session, interview.id, presence(interview_id=interview.id), AT)
    struck = formalities.add_formality(session, interview.id, presence(interview_id=interview.id))
    formalities.strike_formality(session, struck, "entered twice")

    with pytest.raises(NotFoundError):
        attendance.note_leaving(session, RowId("nobody"), AT)
    with pytest.raises(StruckOutError):
        attendance.note_leaving(session, struck.id, AT)
    with pytest.raises(InterviewTimesError):
        attendance.note_leaving(session, comes.id, AT - timedelta(minutes=1))

    assert comes in records.get_undigested(session, interview.id).presences


def test_into_a_signed_record_nobody_enters(session: Session, small: Small):
    interview, _ = signed(session, small)

    with pytest.raises(RecordFrozenError):
        attendance.note_entering(session, interview.id, presence(interview_id=interview.id), AT)
    with pytest.raises(RecordFrozenError):
        attendance.note_leaving(session, records.get_undigested(session, interview.id).presences[0].id, AT)
