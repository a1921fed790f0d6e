"""A job is of one record, from one text, into one language, by one linguist; it is open or closed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.language_jobs import CHECKED, JobSetup, asked
from tests.support.offices import case_file
from tests.support.records import held, outcome, sign, turn
from tests.support.testimony import SIGNED_BY_ALL
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.language_states import WorkState
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.language import jobs, versions
from thb_desktop.services.language.sources import source_of, sources_of
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import read_back, segments
from thb_desktop.services.testimony.records import require_interview


def test_a_job_gets_the_next_number_of_its_case(desk: JobSetup):
    another = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second, target_language="nl"))

    assert (desk.job.number, another.number) == ("T-01", "T-02")
    assert jobs.list_jobs(desk.session, desk.job.interview_id) == (desk.job, another)
    assert jobs.list_jobs_of_case(desk.session, desk.job.case_id) == (desk.job, another)


def test_a_record_is_rendered_after_it_was_signed(desk: JobSetup):
    read_back.read_back(desk.session, desk.job.interview_id, outcome(), SIGNED_BY_ALL)
    record = sign(desk.session, desk.job.interview_id)

    made = desk.write("Do you understand?")

    assert record.is_signed
    assert desk.state(made.id) is WorkState.SELF_CHECKED


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"target_language": " "}, errors.FieldMissingError),
        ({"purpose": ""}, errors.FieldMissingError),
        ({"target_language": "fr", "source_language": "fr"}, errors.ValueRefusedError),
        ({"interview_id": "none"}, errors.NotFoundError),
        ({"linguist_id": "none"}, errors.NotFoundError),
        ({"from_job_id": "none"}, errors.NotFoundError),
    ],
)
def test_a_job_that_cannot_be_is_refused(desk: JobSetup, changes: dict[str, str], expected: type[Exception]):
    with pytest.raises(expected):
        jobs.open_job(
            desk.session, asked(**{"interview_id": desk.job.interview_id, "who": desk.first, **changes})
        )


def test_a_job_names_a_linguist_of_its_case_who_was_not_struck_out(desk: JobSetup):
    elsewhere = cases.open_case(desk.session, case_file(reference="2026/2"))
    other = people.add_interpreter(desk.session, replace(desk.small.interpreter, case_id=elsewhere.id))
    struck = people.add_interpreter(desk.session, replace(desk.small.interpreter, code="P-9"))
    corrections.strike_out(desk.session, "interpreter", struck.id, "entered twice")

    for linguist_id, error in ((other.id, errors.NotFoundError), (struck.id, errors.StruckOutError)):
        with pytest.raises(error):
            jobs.open_job(desk.session, asked(desk.job.interview_id, desk.first, linguist_id=linguist_id))


def test_the_source_is_what_was_said_or_a_side_of_the_record_or_another_job(desk: JobSetup):
    spoken = sources_of(desk.session.read, desk.job)
    side = jobs.open_job(desk.session, asked(desk.job.interview_id, desk.second, source_language="fr"))
    chained = jobs.open_job(
        desk.session,
        asked(desk.job.interview_id, desk.second, from_job_id=desk.job.id, target_language="nl"),
    )
    desk.write("Do you understand?")

    assert list(spoken.values()) == ["Înțelegeți?", "Am plătit 3.600 de euro doamnei Ana."]
    assert set(sources_of(desk.session.read, side).values()) == {"Comprenez-vous ?"}
    assert sources_of(desk.session.read, chained) == {desk.turns[0].id: "Do you understand?"}
    for job in (desk.job, side, chained):
        each = {one.id: source_of(desk.session.read, job, one) for one in desk.turns}
        assert {own: text for own, text in each.items() if text} == sources_of(desk.session.read, job)


def test_a_turn_that_was_not_captured_or_struck_out_has_no_source(desk: JobSetup):
    silent = turn(desk.session, require_interview(desk.session, desk.job.interview_id), None)
    segments.strike_segment(desk.session, desk.turns[1].id, "in the wrong record")

    assert list(sources_of(desk.session.read, desk.job)) == [desk.turns[0].id]
    for each in (silent, desk.turns[1]):
        with pytest.raises(errors.NothingToRenderError):
            versions.write_version(desk.session, desk.job.id, each.id, "text")


def test_a_job_is_made_from_a_job_on_the_same_record_and_into_another_language(desk: JobSetup):
    other = held(desk.session, desk.small, number="I-02")

    for changes in (
        {"interview_id": other.id, "from_job_id": desk.job.id, "target_language": "nl"},
        {"from_job_id": desk.job.id, "target_language": "en"},
        {"from_job_id": desk.job.id, "target_language": "nl", "source_language": "fr"},
    ):
        with pytest.raises(errors.ValueRefusedError):
            jobs.open_job(desk.session, replace(asked(desk.job.interview_id, desk.second), **changes))


def test_what_a_job_is_for_is_changed_for_a_reason_and_nothing_else_of_it(desk: JobSetup):
    changed = replace(
        desk.job,
        purpose="For the defence",
        translation_type=v.TranslationType.WORKING_TRANSLATION,
        made_from=v.SourceForm.PLAIN_COPY,
        made_from_note="The original is abroad.",
    )

    with pytest.raises(errors.ReasonMissingError):
        jobs.change_job(desk.session, changed, " ")
    with pytest.raises(errors.NothingCorrectedError):
        jobs.change_job(desk.session, desk.job, "none")
    with pytest.raises(errors.FieldMissingError):
        jobs.change_job(desk.session, replace(desk.job, purpose=" "), "emptied")
    for kept in (
        {"target_language": "nl"},
        {"linguist_id": desk.second.id},
        {"number": "T-9"},
        {"opened_at": desk.job.opened_at + timedelta(days=1)},
    ):
        with pytest.raises((errors.LanguageWorkStaysError, errors.ActExceededError)):
            jobs.change_job(desk.session, replace(desk.job, **kept), "moved")

    assert jobs.change_job(desk.session, changed, "The request was changed") == desk.work().job == changed


def test_nothing_is_written_in_a_closed_job_until_it_is_opened_again(desk: JobSetup):
    made = desk.write("Do you understand?")
    with pytest.raises(errors.ReasonMissingError):
        jobs.close_job(desk.session, desk.job.id, "")
    with pytest.raises(errors.JobClosedError):
        jobs.reopen_job(desk.session, desk.job.id, "it is open")

    closed = jobs.close_job(desk.session, desk.job.id, "Delivered")

    for refused in (
        lambda: desk.write("Do you?"),
        lambda: jobs.close_job(desk.session, desk.job.id, "again"),
        lambda: jobs.change_job(desk.session, replace(closed, purpose="x"), "again"),
        lambda: versions.sign_versions(
            desk.session, desk.job.id, [made], state=CHECKED, signer=desk.first.signer
        ),
    ):
        with pytest.raises(errors.JobClosedError):
            refused()
    assert (closed.is_open, closed.closed_because) == (False, "Delivered")
    assert jobs.reopen_job(desk.session, desk.job.id, "A turn was forgotten").is_open
    assert desk.write("Do you?").number == 2


def test_a_struck_job_stays_readable_and_closed(desk: JobSetup):
    made = desk.write("Do you understand?")

    struck = jobs.strike_job(desk.session, desk.job.id, "Opened on the wrong record")

    assert desk.work().job == struck
    assert desk.work().versions == (made,)
    for refused, error in (
        (lambda: desk.write("Do you?"), errors.JobClosedError),
        (lambda: jobs.strike_job(desk.session, desk.job.id, "again"), errors.JobClosedError),
        (lambda: jobs.reopen_job(desk.session, desk.job.id, "again"), errors.JobClosedError),
        (
            lambda: versions.withdraw_version(desk.session, made.id, "wrong", signer=desk.first.signer),
            errors.StruckOutError,
        ),
    ):
        with pytest.raises(error):
            refused()
