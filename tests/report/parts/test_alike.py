"""What all records of a bundle say is told once above them, with their numbers, and in none of them again."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.structure import Element
from thb_desktop.report.parts.alike import Alike
from thb_desktop.report.parts.interview import _alike, draw_interviews, draw_record
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.text import Paragraph

SAME = [(f"Name {number}", f"value {number}") for number in range(12)]


def records(*further: Sequence[tuple[str, str]]) -> dict[str, list[tuple[str, list[tuple[str, str]]]]]:
    return {f"I-0{number}": [("Place", [*SAME, *own])] for number, own in enumerate(further, 1)}


def left(alike: Alike, number: str, facts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return list(alike.left_of(("Place", facts), number, heading="Place")[1])


def test_what_all_say_is_told_once_and_what_one_says_otherwise_in_each():
    alike = Alike(records([("Room", "1")], [("Room", "1")], [("Room", "2")]))

    assert alike.told == {"Place": SAME}
    assert alike.numbers == ("I-01", "I-02", "I-03")
    assert left(alike, "I-01", [*SAME, ("Room", "1")]) == [("Room", "1")]


def test_a_record_that_is_none_of_them_is_told_in_full():
    alike = Alike(records([], [], []))

    assert left(alike, "I-09", SAME) == SAME


def test_two_records_or_few_facts_are_told_where_they_stand():
    assert not Alike(records([], [])).told
    assert not Alike({number: [("Place", SAME[:2])] for number in ("I-01", "I-02", "I-03")}).told


def test_a_section_that_one_record_lacks_is_told_where_it_stands():
    told = records([], [], [])
    told["I-02"] = []

    assert not Alike(told).told


def test_one_of_two_sections_with_the_same_heading_that_says_it_otherwise_parts_it():
    told = records([], [], [])
    told["I-02"].append(("Place", [("Name 0", "other"), *SAME[1:]]))

    assert Alike(told).told == {"Place": SAME[1:]}


def test_a_question_is_not_parted_from_an_answer_that_differs():
    told = records(
        [("Asked", "a"), ("Yes", "")], [("Asked", "a"), ("Yes", "a")], [("Asked", "a"), ("Yes", "b")]
    )

    assert Alike(told, together=[{"Asked", "Yes"}]).told == {"Place": SAME}


@pytest.fixture
def setting() -> Setting:
    return english_setting(case_content("perla"))


@pytest.fixture
def drawn(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are drawn, as they are drawn."""
    told: list[str] = []
    draw = setting.flow.draw

    def spy(paragraph: Paragraph, element: Element, x: float, top: float | None = None) -> None:
        told.append(paragraph.text)
        draw(paragraph, element, x, top)

    monkeypatch.setattr(Flow, "draw", lambda _, *given, **named: spy(*given, **named))
    return told


def test_the_pages_tell_it_above_the_first_record(setting: Setting, drawn: list[str]):
    words, held = setting.words.interview, setting.content.interviews

    draw_interviews(setting)

    numbers = ", ".join(each.interview.number for each in held)
    zones = [at for at, text in enumerate(drawn) if "Europe/Brussels" in text]
    assert len(zones) == 1
    assert zones[0] > drawn.index(words.alike_note.format(records=numbers))
    assert drawn.count(words.alike_where.format(record="I-01")) == len(held)


def test_the_paper_to_be_signed_tells_it_in_each_record(setting: Setting, drawn: list[str]):
    for each in setting.content.interviews:
        draw_record(setting, each)

    assert sum("Europe/Brussels" in each for each in drawn) == len(setting.content.interviews)


def test_a_copy_of_a_statement_and_a_note_are_not_among_them(setting: Setting, drawn: list[str]):
    first, *rest = setting.content.interviews
    note = replace(first, interview=replace(first.interview, rectifies_id=rest[0].interview.id))
    setting.content = replace(setting.content, interviews=(note, *rest))

    draw_interviews(setting)

    numbers = ", ".join(each.interview.number for each in rest)
    assert setting.words.interview.alike_note.format(records=numbers) in drawn
    assert sum("Europe/Brussels" in each for each in drawn) == 2


@pytest.fixture
def of_one_interpreter(setting: Setting) -> str:
    """The heading of the interpreter who now has interpreted in every record, with the same answers."""
    records = setting.content.interviews
    (engagement, *_) = next(each.engagements for each in records if each.engagements)
    told = tuple(
        replace(each, engagements=(replace(engagement, interview_id=each.interview.id),)) for each in records
    )
    setting.content = replace(setting.content, interviews=told)
    code = setting.interpreters[engagement.interpreter_id].code
    return setting.words.interpreter.title.format(code=code)


def test_each_record_says_who_interpreted_where_all_else_of_it_stands_above(
    setting: Setting, drawn: list[str], of_one_interpreter: str
):
    draw_interviews(setting)

    held = setting.content.interviews
    headings = [title for title, *_ in setting.flow.document._bookmarks]
    assert headings.count(of_one_interpreter) == len(held)
    assert drawn.count(setting.words.interview.alike_where.format(record="I-01")) == 2 * len(held)


def test_an_interpreter_who_was_struck_out_of_one_record_is_not_told_of_all(
    setting: Setting, of_one_interpreter: str
):
    first, *rest = setting.content.interviews
    heading = setting.words.interpreter.title.format(code="").strip()
    assert heading in _alike(setting).told

    struck = replace(first, engagements=(replace(first.engagements[0], struck="Entered by mistake"),))
    setting.content = replace(setting.content, interviews=(struck, *rest))

    assert heading not in _alike(setting).told
    assert of_one_interpreter.startswith(heading)
