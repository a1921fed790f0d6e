"""The recordings of an interview: what is listed and opened, by whom, and the range of a turn."""

from dataclasses import replace

import pytest

from tests.support.offices import Small, held_interview
from tests.support.recorded import recorded_exhibit, recording, tones
from tests.support.records import held, signed, turn
from tests.support.testimony import START
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.interview_rows import Recording
from thb_desktop.errors import NotFoundError, RecordFrozenError
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import formalities, interviews, recordings, segment_drafts
from thb_desktop.vault.tables import chain, registry

SOUND = tones((440, 0.5))


def test_a_file_of_the_recording_is_listed_and_opened(session: Session, small: Small):
    interview = held_interview(session, small)
    master = recorded_exhibit(session, interview.id, "E-90", [("zaal.wav", SOUND)])
    recording(session, interview.id, master, started_at=START)

    (found,) = recordings.list_recorded(session, interview.id)
    opened = recordings.open_recorded(session, found.file.id, interview_id=interview.id)

    with opened.reader as reader:
        assert reader.read_at(0, opened.size) == SOUND
    assert (found.name, found.starts_at, found.copy_of) == ("E-90", START, "")


def test_the_exhibit_of_the_header_counts_where_no_recording_names_it(session: Session, small: Small):
    interview = held_interview(session, small)
    master = recorded_exhibit(session, interview.id, "E-90", [("zaal.wav", SOUND)])
    interviews.set_header(session, replace(interview, recording_made=True, recording_id=master.id))

    listed = recordings.list_recorded(session, interview.id)
    recording(session, interview.id, master, started_at=START)

    assert [each.name for each in listed] == ["E-90"]
    assert [each.starts_at for each in recordings.list_recorded(session, interview.id)] == [START]


def test_a_file_of_another_exhibit_is_not_opened_as_a_recording(session: Session, small: Small):
    interview, other = held_interview(session, small), held_interview(session, small, number="I-77")
    master = recorded_exhibit(session, interview.id, "E-90", [("zaal.wav", SOUND)])
    recording(session, interview.id, master)
    (found,) = recordings.list_recorded(session, interview.id)

    for file_id, interview_id in ((found.file.id, other.id), (FileId("none"), interview.id)):
        with pytest.raises(NotFoundError):
            recordings.open_recorded(session, file_id, interview_id=interview_id)


def test_a_struck_recording_and_a_struck_exhibit_are_not_played(session: Session, small: Small):
    interview = held_interview(session, small)
    for number in ("E-90", "E-91"):
        recording(session, interview.id, recorded_exhibit(session, interview.id, number, [("a.wav", SOUND)]))
    (row, _) = registry.RECORDING.where(session.read, "interview_id", interview.id)
    assert isinstance(row, Recording)

    formalities.strike_formality(session, row, "Another interview")

    assert [each.name for each in recordings.list_recorded(session, interview.id)] == ["E-91"]


def test_the_range_of_a_turn_is_an_event_and_leaves_words_and_typing_alone(session: Session, small: Small):
    interview = held(session, small)
    segment = turn(session, interview)
    segment_drafts.save_draft(session, segment.id, "ro", "Înțelegeți bine?")

    changed = recordings.set_range(session, segment.id, " 00:00:01.5 ", "00:00:04.0")

    assert changed == replace(segment, recording_from="00:00:01.5", recording_to="00:00:04.0")
    assert registry.SEGMENT.find(session.read, segment.id) == changed
    assert [each.text for each in segment_drafts.drafts_of(session, interview.id)] == ["Înțelegeți bine?"]
    assert list(chain.entries(session.read))[-1].parsed().action == VaultAction.SEGMENT_SET


def test_the_range_of_a_turn_of_a_signed_record_stays(session: Session, small: Small):
    _, segment = signed(session, small)

    with pytest.raises(RecordFrozenError):
        recordings.set_range(session, segment.id, "00:00:01", "")
