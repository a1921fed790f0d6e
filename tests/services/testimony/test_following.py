"""A language of a draft's header is corrected: turns and renditions in it go along, and back again."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support.offices import Small
from tests.support.records import held, rendition, turn
from thb_desktop import words
from thb_desktop.domain.columns import check_following, column_of, moved_languages
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import TranslationType
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import jobs
from thb_desktop.services.language.jobs import NewJob
from thb_desktop.services.testimony import interviews, mending, records, segment_drafts, segments


def tags(session: Session, segment: Segment) -> tuple[str, list[str]]:
    found = mending.get_turn(session, segment.id)
    return found.segment.language, [each.language for each in found.renderings]


@pytest.mark.parametrize(
    ("spoken", "columns", "expected"),
    [
        ("ar", ("ar", "nl"), "ar"),
        ("nl", ("ar", "nl"), "nl"),
        ("nl-BE", ("ar", "nl"), "nl"),
        ("ti", ("ar", "nl"), "ar"),
        ("ti", (), "ti"),
        ("fa-AF", ("fr", "prs"), "prs"),
        ("fa-AF", ("nl", "fa", "prs"), "prs"),
        ("fa-AF", ("nl", "fa"), "fa"),
    ],
)
def test_words_stand_under_their_language_a_variety_of_it_or_that_of_the_person(
    spoken: str, columns: tuple[str, ...], expected: str
):
    assert column_of(spoken, columns) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (("ro", "fr"), ("ro-MD", "fr"), {"ro": "ro-MD"}),
        (("ro", "fr"), ("ro", "nl"), {"fr": "nl"}),
        (("ro", "fr"), ("fr", "ro"), {}),
        (("fr", "fr"), ("ro", "fr"), {}),
        (("fr", "fr"), ("ro", "nl"), {}),
        (("fr", "fr"), ("nl", "nl"), {"fr": "nl"}),
    ],
)
def test_a_language_goes_along_unless_it_is_a_side_still_or_became_two(
    before: tuple[str, str], after: tuple[str, str], expected: dict[str, str]
):
    assert moved_languages(before, after) == expected


def test_turns_and_renditions_go_along_with_the_language_of_the_header_and_back(
    session: Session, small: Small
):
    interview = held(session, small)
    answer, struck = turn(session, interview), turn(session, interview)
    asked = turn(
        session, interview, "Oui ?", language="fr", renderings=(replace(rendition("Da?"), language="ro"),)
    )
    segments.strike_segment(session, struck.id, "typed into the wrong record")
    before = records.get_interview(session, interview.id)
    (told,) = check_following(before, replace(interview, language="ro-MD"))

    interviews.set_header(session, replace(interview, language="ro-MD"))
    there = [tags(session, each) for each in (answer, asked, struck)]
    languages = interviews.list_languages(session, interview.case_id)
    interviews.set_header(session, interview)

    assert (told.values["turns"], told.values["renditions"], told.values["already"]) == (1, 1, 0)
    assert there == [("ro-MD", ["fr"]), ("fr", ["ro-MD"]), ("ro", ["fr"])]
    assert set(languages) == {"fr", "ro-MD"}
    assert records.get_interview(session, interview.id).segments == before.segments


def test_turns_that_are_in_the_new_language_already_are_counted_for_they_go_back_with_the_others(
    session: Session, small: Small
):
    interview = held(session, small)
    turn(session, interview, "Da.", language="ro", renderings=())
    other = turn(session, interview, "Nu.", language="ro-MD", renderings=())
    (told,) = check_following(
        records.get_interview(session, interview.id), replace(interview, language="ro-MD")
    )

    interviews.set_header(session, replace(interview, language="ro-MD"))
    interviews.set_header(session, interview)

    assert told.values["already"] == 1
    assert "(turns: 1)" in words.sentence(told, "en")
    assert tags(session, other) == ("ro", [])  # what the sentence says


def test_a_rendition_that_is_there_already_is_not_written_over(session: Session, small: Small):
    interview = held(session, small)
    both = (rendition("a"), replace(rendition("b"), language="nl"))
    answer = turn(session, interview, renderings=both)
    other = turn(session, interview, renderings=(replace(rendition("c"), language="ro-MD"),))

    interviews.set_header(session, replace(interview, language="ro-MD", procedure_language="nl"))

    assert tags(session, answer) == ("ro-MD", ["fr", "nl"])
    assert tags(session, other) == ("ro", ["ro-MD"])


def test_typing_that_is_not_saved_goes_along(session: Session, small: Small):
    interview = held(session, small)
    answer = turn(session, interview)
    segment_drafts.save_draft(session, answer.id, "ro", "Da, dar")

    segment_drafts.move_drafts(session, interview.id, {"ro": "ro-MD"})

    (kept,) = segment_drafts.drafts_of(session, interview.id)
    assert (kept.language, kept.text) == ("ro-MD", "Da, dar")


def test_an_open_job_from_a_side_goes_along_with_its_language_and_is_made_from_the_same_words(
    session: Session, small: Small
):
    interview = held(session, small)
    answer = turn(session, interview)
    fields: dict[str, Any] = {
        "interview_id": interview.id,
        "linguist_id": small.interpreter.id,
        "purpose": "for the court",
        "source_language": "ro",
        "translation_type": TranslationType.WORKING_TRANSLATION,
    }
    opened, into_it, closed = (
        jobs.open_job(session, NewJob(**fields, target_language=each)) for each in ("nl", "ro-MD", "en")
    )
    jobs.close_job(session, closed.id, "not needed")

    interviews.set_header(session, replace(interview, language="ro-MD"))
    there = [jobs.require_job(session, each.id).source_language for each in (opened, into_it, closed)]
    words_of = [dict(jobs.get_job(session, each.id).sources) for each in (opened, into_it)]
    interviews.set_header(session, interview)

    assert there == ["ro-MD", "ro", "ro"]
    assert words_of == [{answer.id: answer.source_text}, {}]
    assert jobs.require_job(session, opened.id) == opened
