"""The memory of a case shows how like texts were rendered, with their origin, and writes nothing."""

from dataclasses import replace

import pytest

from tests.services.language.test_revision import verdict
from tests.support.language_jobs import JobSetup, asked
from tests.support.offices import case_file
from tests.support.records import held, turn
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.language_states import WorkState
from thb_desktop.services.case_file import cases
from thb_desktop.services.language import jobs, memory, versions
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews


def another_turn(desk: JobSetup, text: str, number: str = "I-02") -> tuple[object, object]:
    """A job on another record of the case with one turn."""
    interview = held(desk.session, desk.small, number=number)
    segment = turn(desk.session, interview, text)
    return jobs.open_job(desk.session, asked(interview.id, desk.second)), segment


def test_a_like_text_is_shown_with_its_rendering_and_its_origin(desk: JobSetup):
    made = desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    job, segment = another_turn(desk, "Am plătit 3.600 de euro doamnei Ana.")
    other, like = another_turn(desk, "Am plătit 3.700 de euro doamnei Ana.", "I-03")
    before = desk.session.journal.size

    (same,) = memory.suggestions(desk.session, job.id, segment.id)
    (found,) = memory.suggestions(desk.session, other.id, like.id)

    assert (same.likeness, same.text, same.job_number) == (100, made.text, "T-01")
    assert (same.author_id, same.at, same.state) == (desk.first.id, made.typed_at, WorkState.SELF_CHECKED)
    assert 90 <= found.likeness < 100
    assert desk.session.journal.size == before
    assert jobs.get_job(desk.session, job.id).versions == ()


def test_nothing_is_remembered_of_what_is_disputed_withdrawn_unsigned_or_of_itself(desk: JobSetup):
    job, segment = another_turn(desk, "Am plătit 3.600 de euro doamnei Ana.")
    shown = []

    made = desk.write("Unsigned", at=1, signer=None, state=v.RenderingState.DRAFT)
    shown.append(memory.suggestions(desk.session, job.id, segment.id))
    made = desk.write("Disputed", at=1)
    verdict(desk, made.id, v.VerdictKind.DISPUTES, own_text="Mine", reason="why")
    shown.append(memory.suggestions(desk.session, job.id, segment.id))
    made = desk.write("Withdrawn", at=1)
    shown.append(memory.suggestions(desk.session, desk.job.id, desk.turns[1].id))
    versions.withdraw_version(desk.session, made.id, "wrong", signer=desk.first.signer)
    shown.append(memory.suggestions(desk.session, job.id, segment.id))

    assert shown == [(), (), (), ()]


def test_another_language_and_another_case_are_not_remembered(desk: JobSetup):
    desk.write("I paid 3,600 euros to Mrs Ana.", at=1)
    other = cases.open_case(desk.session, case_file(reference="2026/2"))
    person = people.add_person(desk.session, replace(desk.small.person, case_id=other.id), None)
    official = people.add_official(desk.session, replace(desk.small.official, case_id=other.id))
    linguist = people.add_interpreter(desk.session, replace(desk.first.interpreter, case_id=other.id))
    interview = interviews.hold_interview(
        desk.session,
        replace(
            held(desk.session, desk.small, number="I-09"),
            case_id=other.id,
            person_id=person.id,
            lead_interviewer_id=official.id,
            record_keeper_id=official.id,
            authority_id=None,
        ),
        [],
    )
    segment = turn(desk.session, interview, "Am plătit 3.600 de euro doamnei Ana.", renderings=())
    elsewhere = jobs.open_job(desk.session, asked(interview.id, desk.first, linguist_id=linguist.id))
    dutch = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second, target_language="nl"))

    assert memory.suggestions(desk.session, elsewhere.id, segment.id) == ()
    assert memory.suggestions(desk.session, dutch.id, desk.turns[1].id) == ()


def test_a_turn_without_words_has_nothing_to_compare(desk: JobSetup):
    job, _ = another_turn(desk, "Da.")
    segment = turn(desk.session, held(desk.session, desk.small, number="I-04"), None)

    with pytest.raises(errors.NotFoundError):
        memory.suggestions(desk.session, job.id, segment.id)
