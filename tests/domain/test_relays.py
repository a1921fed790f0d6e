"""Relay: which language lies between two others, and who interprets each leg."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from thb_desktop.domain.ids import InterpreterId, InterviewId, RowId
from thb_desktop.domain.interview import InterpreterEngagement
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.relays import interpreter_between, relay_languages


def record(*legs: tuple[str, str, str], struck: str = "", person: str = "vi") -> InterviewInFull:
    """legs: each interpreter with the two languages."""
    rows = tuple(
        InterpreterEngagement(
            id=RowId(f"R{number}"),
            interview_id=InterviewId("I"),
            interpreter_id=InterpreterId(who),
            from_language=one,
            to_language=other,
            struck="entered twice" if who == struck else "",
        )
        for number, (who, one, other) in enumerate(legs)
    )
    interview = SimpleNamespace(language=person, procedure_language="nl")
    return cast(InterviewInFull, cast(Any, SimpleNamespace(interview=interview, engagements=rows)))


TWO = (("A", "vi", "en"), ("B", "en", "nl"))


def test_the_language_of_a_relay_lies_between_those_of_the_person_and_of_the_file():
    assert relay_languages(record(*TWO)) == ("en",)
    assert relay_languages(record(("A", "en", "vi"), ("B", "nl", "en"))) == ("en",)
    assert relay_languages(record(("A", "vi", "en"), ("B", "fr", "nl"), ("C", "en", "fr"))) == ("en", "fr")
    assert relay_languages(record(*TWO, person="vi-VN")) == ("en",)


@pytest.mark.parametrize(
    "found",
    [
        record(("A", "vi", "nl")),
        record(("A", "vi", "en")),
        record(*TWO, struck="B"),
        record(),
    ],
)
def test_without_a_way_through_another_language_there_is_no_relay(found: InterviewInFull):
    assert relay_languages(found) == ()


def test_each_rendering_is_by_the_interpreter_of_the_leg_that_leads_to_its_language():
    found = record(*TWO)

    assert interpreter_between(found, "vi", "en", through=["nl"]) == "A"
    assert interpreter_between(found, "vi", "nl", through=["en"]) == "B"
    assert interpreter_between(found, "vi", "nl") == "B"
    assert interpreter_between(found, "nl", "en", through=["vi"]) == "B"
    assert interpreter_between(found, "nl", "vi", through=["en"]) == "A"


def test_what_was_not_said_in_the_third_language_came_by_the_direct_leg():
    found = record(("C", "vi", "nl"), *TWO)

    assert interpreter_between(found, "vi", "nl") == "C"
    assert interpreter_between(found, "vi", "nl", through=["en"]) == "B"
    assert interpreter_between(found, "vi", "nl", through=["fr"]) == "C"


def test_who_it_was_is_not_guessed_where_several_interpret_a_leg():
    assert interpreter_between(record(*TWO, ("C", "en", "nl")), "vi", "nl", through=["en"]) is None
    assert interpreter_between(record(("A", "vi", "nl"), ("B", "vi", "nl")), "vi", "nl") is None
    assert interpreter_between(record(), "vi", "nl") is None


def test_who_alone_interprets_is_the_author_whatever_languages_the_entry_names():
    assert interpreter_between(record(("A", "", "")), "vi", "nl") == "A"
