"""Interviews: held as drafts, read back, signed, and from then on unchanged."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.support.offices import ROLE, Small, case_file
from tests.support.records import header_of, held, outcome, sign, signed, turn
from tests.support.testimony import END, SIGNED_BY_ALL, START, correction, rows_held, signature
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.case import Authority
from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Official, Person
from thb_desktop.errors import (
    AlreadyExistsError,
    InterviewIncompleteError,
    InterviewTimesError,
    NotFoundError,
    ReadBackMissingError,
    RecordFrozenError,
    RecordOrderError,
    StruckOutError,
    TranslationInJobError,
)
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import formalities, interviews, read_back, records, renderings, segments
from thb_desktop.services.testimony.read_back import LEFT_OPEN
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain

TRANSLATION, RENDITION = v.RenderingKind.TRANSLATION, v.RenderingKind.RENDITION


def test_an_interview_is_held_as_a_draft_with_its_formalities(session: Session, small: Small):
    interview = held(session, small, state=v.InterviewState.SIGNED)

    full = records.get_interview(session, interview.id)

    assert full.interview == interview
    assert full.state is v.InterviewState.DRAFT
    assert full.person == small.person
    assert [each.role for each in full.presences] == [v.PresenceRole.POLICE_INTERVIEWER]
    assert len(full.cautions) == 4
    assert all(each.interview_id == interview.id and each.id for each in full.rows)
    assert [each.id for each in full.interpreters] == [small.interpreter.id]
    (listed,) = interviews.list_interviews(session, small.case.id)
    assert (listed.interview, listed.person, listed.segments) == (interview, "V-01", 0)


def test_a_record_names_only_what_is_of_its_case_and_was_not_struck_out(session: Session, small: Small):
    elsewhere = cases.open_case(session, case_file(reference="2026/2"))
    interview = held(session, small)
    for number, name, known, add in (
        ("I-2", "person_id", small.person, lambda value: people.add_person(session, value, None)),
        ("I-3", "lead_interviewer_id", small.official, lambda value: people.add_official(session, value)),
        ("I-4", "record_keeper_id", small.official, lambda value: people.add_official(session, value)),
        ("I-5", "authority_id", small.authority, lambda value: cases.add_authority(session, value)),
    ):
        other = add(replace(known, case_id=elsewhere.id, **another(known, number)))
        struck = add(replace(known, **another(known, number)))
        corrections.strike_out(session, DESCRIBED[type(known)], struck.id, "entered twice")
        for named, error in ((other, NotFoundError), (struck, StruckOutError)):
            with pytest.raises(error):
                held(session, small, number=number, **{name: named.id})
            with pytest.raises(error):
                interviews.set_header(session, replace(interview, **{name: named.id}))

    assert len(interviews.list_interviews(session, small.case.id)) == 1


DESCRIBED = {Person: "person", Official: "official", Authority: "authority"}


def another(known: object, name: str) -> dict[str, str | None]:
    if isinstance(known, Authority):
        return {"name": name, "official_id": None}
    return {"code": name} | ({"authority_id": None} if isinstance(known, Official) else {})


def test_in_a_case_that_was_struck_out_no_record_is_begun_or_changed(session: Session, small: Small):
    draft, read = held(session, small), held(session, small, number="I-2")
    segment = turn(session, draft)
    turn(session, read)
    read_back.read_back(session, read.id, outcome(), SIGNED_BY_ALL)
    corrections.strike_out(session, "case_file", small.case.id, "opened twice")

    for refused in (
        lambda: held(session, small, number="I-3"),
        lambda: interviews.set_header(session, draft),
        lambda: turn(session, draft),
        lambda: segments.set_source(session, segment.id, "x"),
        lambda: formalities.add_formality(session, draft.id, signature(v.SignerRole.JUDGE)),
        lambda: read_back.read_back(session, draft.id, outcome()),
        lambda: sign(session, read.id),
    ):
        with pytest.raises(StruckOutError):
            refused()


def test_a_supplement_is_of_the_person_of_the_signed_record_even_if_struck_out_since(
    session: Session, small: Small
):
    first, _ = signed(session, small)
    corrections.strike_out(session, "person", small.person.id, "the same as V-02")

    second = interviews.begin_supplement(session, first.id, header_of(small, number="I-2"))

    assert second.person_id == small.person.id
    with pytest.raises(StruckOutError):
        held(session, small, number="I-3")


def test_the_person_heard_is_not_replaced_after_the_reading_back(session: Session, small: Small):
    interview = held(session, small)
    turn(session, interview)
    other = people.add_person(session, replace(small.person, code="V-02"), None, (ROLE,))
    interviews.set_header(session, replace(interview, person_id=other.id))
    read = read_back.read_back(session, interview.id, outcome(), SIGNED_BY_ALL)

    with pytest.raises(RecordFrozenError):
        interviews.set_header(session, replace(read, person_id=small.person.id))
    assert interviews.set_header(session, replace(read, place="Room 2")).person_id == other.id


def test_what_nobody_answered_is_answered_by_nothing(session: Session, small: Small):
    bare = header_of(small)
    asked = replace(
        bare,
        **dict.fromkeys(("stage", "medium", "sequence", "clock_source", "defence_participation")),
    )

    kept = interviews.hold_interview(session, asked)

    again = records.get_interview(session, kept.id).interview
    assert (again.stage, again.medium, again.sequence) == (None, None, None)
    assert (again.clock_source, again.defence_participation) == (None, None)


def test_a_number_is_taken_once_and_what_is_not_there_is_not_found(session: Session, small: Small):
    held(session, small)

    with pytest.raises(AlreadyExistsError):
        held(session, small)
    with pytest.raises(NotFoundError):
        held(session, replace(small, person=replace(small.person, id="none")), number="I-02")
    with pytest.raises(NotFoundError):
        records.get_interview(session, InterviewId("none"))
    with pytest.raises(NotFoundError):
        segments.set_source(session, SegmentId("none"), "text")


@pytest.mark.parametrize(
    "times",
    [
        {"ended_at": START - timedelta(minutes=1)},
        {"ended_at": START + timedelta(days=1, minutes=1)},
        {"started_at": START.replace(year=1899)},
        {"ended_at": START.replace(year=2100)},
        {"held_on": PartialDate("2026-03-27")},
        {"started_at": None, "ended_at": None, "held_on": PartialDate("1830")},
        {"readback_started_at": END, "readback_ended_at": START},
    ],
    ids=["end first", "nine months", "1899", "future", "another day", "day of 1830", "read back"],
)
def test_times_that_cannot_be_are_refused_when_they_are_entered(
    session: Session, small: Small, times: dict[str, object]
):
    interview = held(session, small)

    with pytest.raises(InterviewTimesError):
        held(session, small, number="I-02", **times)
    with pytest.raises(InterviewTimesError):
        interviews.set_header(session, replace(interview, **times))


def test_the_day_is_that_of_the_start_and_is_kept_apart_only_without_one(session: Session, small: Small):
    day = PartialDate.of(START.date())

    with_start = held(session, small, held_on=day)
    without = held(session, small, number="I-02", started_at=None, ended_at=None, held_on=day)

    assert (with_start.held_on, with_start.day) == (None, day)
    assert (without.held_on, without.day) == (day, day)


def test_after_the_reading_back_the_text_stays_and_formalities_go_on(session: Session, small: Small):
    interview = held(session, small)
    segment = turn(session, interview)
    before, after = "Înțelegeți?", "Mă înțelegeți?"
    asked = correction(segment_id=segment.id, before=before, after=after)
    with pytest.raises(RecordFrozenError):
        formalities.add_formality(session, interview.id, asked)

    corrected = outcome(confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    heard = read_back.read_back(session, interview.id, corrected)

    assert heard.state is v.InterviewState.READ_BACK
    for refused in (
        lambda: segments.set_source(session, segment.id, "another"),
        lambda: turn(session, interview),
        lambda: write(session, segment, "fr", RENDITION),
    ):
        with pytest.raises(RecordFrozenError):
            refused()
    formalities.add_formality(session, interview.id, asked)
    formalities.add_formalities(session, interview.id, SIGNED_BY_ALL)
    with pytest.raises(TranslationInJobError):
        write(session, segment, "en", TRANSLATION)
    with pytest.raises(RecordOrderError):
        read_back.read_back(session, interview.id, corrected)
    assert sign(session, interview.id).is_signed
    full = records.get_interview(session, interview.id)
    (shown,) = full.corrections_of(segment)
    assert (shown.before, shown.after, shown.reason) == (before, after, v.CorrectionReason.MISHEARD)
    assert full.segments[0].segment.source_text == before


def write(session: Session, segment: segments.Segment, language: str, kind: v.RenderingKind) -> None:
    renderings.set_rendering_text(
        session, segment.id, language=language, kind=kind, text="Do you?", author_id=None
    )


def test_a_header_is_changed_in_place_and_its_state_is_not(session: Session, small: Small):
    interview = held(session, small)

    interviews.set_header(session, replace(interview, place="Room 2", state=v.InterviewState.SIGNED))

    full = records.get_interview(session, interview.id)
    assert (full.interview.place, full.interview.state) == ("Room 2", v.InterviewState.DRAFT)


def test_a_signed_record_keeps_the_digest_of_what_was_signed(session: Session, small: Small):
    frozen, _ = signed(session, small)

    full = records.get_interview(session, frozen.id)

    assert full.interview.state is v.InterviewState.SIGNED
    assert len(frozen.record_digest) == 64
    assert full.digest == frozen.record_digest


def test_nothing_of_a_signed_record_changes_any_more(session: Session, small: Small):
    frozen, segment = signed(session, small)
    before, size = records.get_interview(session, frozen.id), session.journal.size
    presence, rendition = before.presences[0], before.segments[0].renderings[0]

    for refused in (
        lambda: segments.set_source(session, segment.id, "another"),
        lambda: segments.strike_segment(session, segment.id, "error"),
        lambda: turn(session, frozen),
        lambda: write(session, segment, "en", TRANSLATION),
        lambda: renderings.set_rendering_state(session, rendition.id, v.RenderingState.WITHDRAWN),
        lambda: renderings.set_rendering_author(session, rendition.id, small.interpreter.id),
        lambda: formalities.add_formality(session, frozen.id, signature(v.SignerRole.JUDGE)),
        lambda: formalities.change_formality(session, replace(presence, name="Another")),
        lambda: formalities.strike_formality(session, presence, "error"),
        lambda: interviews.set_header(session, replace(frozen, place="elsewhere")),
        lambda: read_back.read_back(session, frozen.id, outcome()),
        lambda: interviews.sign_interview(session, frozen.id),
    ):
        with pytest.raises(RecordFrozenError):
            refused()

    assert records.get_interview(session, frozen.id) == before
    assert session.journal.size == size


def test_a_record_is_read_back_before_it_is_signed_and_the_rules_are_kept(session: Session, small: Small):
    interview = held(session, small, place=" ", confirmation=None, complaint_made=None)
    turn(session, interview)
    with pytest.raises(RecordOrderError):
        interviews.sign_interview(session, interview.id)
    found = interviews.check_interview(session, interview.id)
    assert {finding.code for finding in found} == {"V-I-01", "V-I-06", "V-I-23"}
    heard = read_back.read_back(session, interview.id, outcome(complaint_made=None), SIGNED_BY_ALL)

    with pytest.raises(InterviewIncompleteError):
        interviews.sign_interview(session, interview.id)

    there = interviews.set_header(session, replace(heard, place="Room 1"))
    with pytest.raises(ReadBackMissingError):
        sign(session, interview.id)
    interviews.set_header(session, replace(there, complaint_made=False))
    assert sign(session, interview.id).is_signed


def test_the_reading_back_keeps_what_it_leaves_open_and_was_entered_before(session: Session, small: Small):
    interview = held(
        session, small, copy_given=v.CopyGiven.NO_SAFETY_REASON, copy_note="kept by the guardian"
    )

    heard = read_back.read_back(session, interview.id, outcome(copy_given=LEFT_OPEN, copy_note=LEFT_OPEN))

    assert (heard.copy_given, heard.copy_note) == (v.CopyGiven.NO_SAFETY_REASON, "kept by the guardian")
    assert records.get_interview(session, interview.id).interview.copy_note == "kept by the guardian"


def test_every_step_is_an_event_of_the_interview_that_tells_what_it_did(session: Session, small: Small):
    frozen, _ = signed(session, small)

    entries = [signed.parsed() for signed in chain.entries_of(session.read, frozen.id)]
    told = [chain.opening_of(session.read, entry.seq) for entry in entries]

    assert [entry.action for entry in entries] == [
        "INTERVIEW_HELD",
        "SEGMENT_ADDED",
        "INTERVIEW_READ_BACK",
        "INTERVIEW_SIGNED",
    ]
    assert [entry.n for entry in entries] == [1, 2, 3, 4]
    assert told[1] is not None
    assert [state["entity"] for state in Event.parse(told[1].payload).states] == ["segment", "rendering"]


def test_an_interpreter_who_worked_for_a_victim_and_a_suspect_is_told_on_both_sides(
    session: Session, small: Small
):
    suspect = replace(ROLE, role=v.ProceduralRole.SUSPECT, led_category=v.LedCategory.SUSPECT)
    heard = people.add_person(session, replace(small.person, code="S-01"), None, (suspect,))
    of_victim, of_suspect = held(session, small), held(session, small, number="I-02", person_id=heard.id)

    told = [
        [each.key for each in interviews.check_interview(session, one.id) if each.code == "V-I-05"]
        for one in (of_victim, of_suspect)
    ]

    assert told == [["V-I-05.also-for-a-suspect"], ["V-I-05.also-for-a-victim"]]


@pytest.mark.parametrize(
    ("changes", "is_found"),
    [
        ({"name": "Somebody Else", "register_number": "NR-8"}, False),
        ({"name": "IOANA  Vertaler", "register_number": "NR-8"}, True),
        ({"name": "Somebody Else", "name_latin": "Ioana Vertaler", "register_number": ""}, True),
        ({"name": "Somebody Else", "register_number": "nr-7"}, True),
        ({"name": "Somebody Else", "register_number": "nr-7", "register_state": "RO"}, False),
    ],
)
def test_an_interpreter_is_known_again_under_another_entry(
    session: Session, small: Small, changes: dict[str, Any], is_found: bool
):
    known = replace(
        small.interpreter, code="T-1", name="Ioana Vertaler", register_number="NR-7", register_state="BE"
    )
    one = people.add_interpreter(session, known)
    two = people.add_interpreter(session, replace(known, code="T-2", **changes))
    suspect = replace(ROLE, role=v.ProceduralRole.SUSPECT, led_category=v.LedCategory.SUSPECT)
    heard = people.add_person(session, replace(small.person, code="S-01"), None, (suspect,))
    interviews.hold_interview(session, header_of(small, person_id=heard.id), rows_held(one.id))
    of_victim = interviews.hold_interview(session, header_of(small, number="I-02"), rows_held(two.id))

    found = {each.key for each in interviews.check_interview(session, of_victim.id)}

    assert ("V-I-05.also-for-a-suspect" in found) is is_found
