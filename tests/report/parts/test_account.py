"""The account on two sides: each turn under its own language, what is original, and whose the other is."""

from dataclasses import replace

import pytest

from tests.support.bundles import case_content
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.partial_dates import UNKNOWN
from thb_desktop.domain.vocabulary import RenderingState, UtteranceKind
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.account import _cell, columns_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import words_in

COLUMNS = ("ar", "fr")


@pytest.fixture(scope="module")
def setting() -> Setting:
    content = case_content("perla", languages=("fr",))
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    return Setting(content, words_in("en"), Flow(Document(properties=properties), geometry=PORTRAIT))


@pytest.fixture(scope="module")
def arabic(setting: Setting) -> InterviewInFull:
    return next(each for each in setting.content.interviews if each.interview.language == "ar")


def said(setting: Setting, full: InterviewInFull, each: SegmentInFull, language: str) -> list[str]:
    cell = _cell(setting, full, each, language=language, columns=COLUMNS, width=200)
    return [paragraph.text for paragraph in cell]


def turn(full: InterviewInFull, kind: UtteranceKind) -> SegmentInFull:
    return next(each for each in full.segments if each.segment.kind is kind)


def test_a_question_is_original_under_the_language_of_the_procedure(
    setting: Setting, arabic: InterviewInFull
):
    question = turn(arabic, UtteranceKind.QUESTION)

    left, right = (said(setting, arabic, question, language) for language in COLUMNS)

    assert right == ["Original", question.segment.source_text]
    assert left[0] == "Interpreter's rendition, رشيد العمراني (Rachid El Amrani)"
    assert columns_of(arabic, ("fr",)) == COLUMNS


def test_an_answer_is_original_under_the_language_of_the_person(setting: Setting, arabic: InterviewInFull):
    answer = turn(arabic, UtteranceKind.ANSWER)

    left, right = (said(setting, arabic, answer, language) for language in COLUMNS)

    assert left[0] == "Original"
    assert right[0].startswith("Interpreter's rendition, ")
    assert right[1] == answer.side("fr").text


def test_speech_that_was_not_written_down_says_where_it_is_recorded(
    setting: Setting, arabic: InterviewInFull
):
    answer = turn(arabic, UtteranceKind.ANSWER)
    silent = replace(answer, segment=replace(answer.segment, source_text=None))

    told = said(setting, arabic, silent, "ar")

    assert told == ["Original", "[original not transcribed; recording 00:00:04 – 00:00:55]"]


def test_a_rendering_made_from_earlier_words_and_a_struck_turn_say_so(
    setting: Setting, arabic: InterviewInFull
):
    answer = turn(arabic, UtteranceKind.ANSWER)
    old = replace(answer.renderings[0], state=RenderingState.SUPERSEDED)
    changed = replace(answer, segment=replace(answer.segment, struck="said twice"), renderings=(old,))

    left, right = (said(setting, arabic, changed, language) for language in COLUMNS)

    assert right[0].endswith(", superseded")
    assert "[struck out: said twice]" in left
    assert right[1:] == ["[struck out: said twice]", old.text]


def test_a_correction_stands_in_the_column_of_the_text_that_it_corrects(
    setting: Setting, arabic: InterviewInFull
):
    answer = turn(arabic, UtteranceKind.ANSWER)
    of_rendering = _correction(answer, "fr", before="trois", after="quatre")
    of_original = _correction(answer, "ar", before="ثلاثة", after="أربعة")
    corrected = replace(arabic, corrections=(of_rendering, of_original))

    left, right = (said(setting, corrected, answer, language) for language in COLUMNS)

    assert [text.count("quatre") for text in (left[-1], right[-1])] == [0, 1]
    assert [text.count("أربعة") for text in (left[-1], right[-1])] == [1, 0]
    assert len(right) == len(said(setting, replace(arabic, corrections=()), answer, "fr")) + 1


def test_a_correction_of_a_language_without_a_column_says_which_it_is(
    setting: Setting, arabic: InterviewInFull
):
    answer = turn(arabic, UtteranceKind.ANSWER)
    corrected = replace(arabic, corrections=(_correction(answer, "nl", before="drie", after="vier"),))

    left, right = (said(setting, corrected, answer, language) for language in COLUMNS)

    assert left[-1].splitlines()[0] == "Dutch"
    assert "vier" in left[-1]
    assert not any("vier" in text for text in right)


def _correction(each: SegmentInFull, language: str, *, before: str, after: str) -> ReadBackCorrection:
    return ReadBackCorrection(
        id=RowId(f"correction-{language}"),
        interview_id=each.segment.interview_id,
        segment_id=each.segment.id,
        language=language,
        before=before,
        after=after,
    )


def test_numbers_in_arabic_keep_their_order(setting: Setting, arabic: InterviewInFull):
    answer = turn(arabic, UtteranceKind.ANSWER)
    plate = replace(answer, segment=replace(answer.segment, source_text="رقمه 0-ZZZ-000"))

    assert said(setting, arabic, plate, "ar")[1] == "رقمه \u20660-ZZZ-000\u2069"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "date unknown"), ("fr", "date inconnue"), ("nl", "datum onbekend"), ("ro", "dată necunoscută")],
)
def test_an_unknown_date_is_printed_in_words(setting: Setting, language: str, words: str):
    printed = Setting(setting.content, words_in(language), setting.flow)

    assert printed.day(UNKNOWN) == words
