"""The account on two sides: each turn under its own language, what is original, and whose the other is."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.interview_record import InterviewInFull, LaterRecord, SegmentInFull
from thb_desktop.domain.partial_dates import UNKNOWN, PartialDate
from thb_desktop.domain.vocabulary import (
    AuthoritativeText,
    InterpretingMode,
    RenderingState,
    SpeakerRole,
    UtteranceKind,
)
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.account import draw_account
from thb_desktop.report.parts.account_cells import Account
from thb_desktop.report.parts.account_columns import columns_of, silent_columns, widths_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import ANSWER, PORTRAIT, QUESTION
from thb_desktop.report.words import words_in

COLUMNS = ("ar", "fr")


@pytest.fixture(scope="module")
def setting() -> Setting:
    content = case_content("perla", languages=("fr",))
    return english_setting(content)


@pytest.fixture(scope="module")
def arabic(setting: Setting) -> InterviewInFull:
    return next(each for each in setting.content.interviews if each.interview.language == "ar")


def said(setting: Setting, full: InterviewInFull, each: SegmentInFull, language: str) -> list[str]:
    account = Account(setting, full, COLUMNS, width=200)
    return [paragraph.text for paragraph in account.cell(each, language)]


def turn(full: InterviewInFull, kind: UtteranceKind) -> SegmentInFull:
    return next(each for each in full.segments if each.segment.kind is kind)


def test_a_question_is_original_under_the_language_of_the_procedure(
    setting: Setting, arabic: InterviewInFull
):
    question = turn(arabic, UtteranceKind.QUESTION)

    left, right = (said(setting, arabic, question, language) for language in COLUMNS)

    assert right == [question.segment.source_text]
    assert left == [question.side("ar").text]
    assert columns_of(arabic, ("fr",)) == COLUMNS


def test_an_answer_is_original_under_the_language_of_the_person(setting: Setting, arabic: InterviewInFull):
    answer = turn(arabic, UtteranceKind.ANSWER)

    left, right = (said(setting, arabic, answer, language) for language in COLUMNS)

    assert left == [answer.segment.source_text]
    assert right == [answer.side("fr").text]


def test_who_usually_speaks_and_renders_is_told_once_and_anybody_else_at_their_turn(
    setting: Setting, arabic: InterviewInFull
):
    question, answer = turn(arabic, UtteranceKind.QUESTION), turn(arabic, UtteranceKind.ANSWER)
    other = replace(answer, renderings=(replace(answer.renderings[0], author_id=None),))
    lawyer = replace(question, segment=replace(question.segment, speaker=SpeakerRole.LAWYER))
    account = Account(setting, arabic, COLUMNS, width=200)

    voices, makers = account.usually()

    assert voices == "Question: interviewer, original: French; Answer: person heard, original: Arabic"
    assert makers == "Arabic, French: interpreter's rendition, رشيد العمراني (Rachid El Amrani)"
    assert said(setting, arabic, other, "fr")[0] == "Interpreter's rendition, author not recorded"
    assert said(setting, arabic, lawyer, "fr")[0] == "Lawyer"
    assert account.voices(question) == ""
    assert account.times(question) == ["00:00:04 – 00:00:55"]


def test_who_answers_is_told_above_with_the_language_in_which_they_answer(
    setting: Setting, arabic: InterviewInFull
):
    answer = turn(arabic, UtteranceKind.ANSWER)
    said_by = (
        *((SpeakerRole.PERSON_HEARD, "ar"), (SpeakerRole.PERSON_HEARD, "es")),
        *((SpeakerRole.LAWYER, "fr"), (SpeakerRole.OTHER, "fr")),
    )
    segments = tuple(
        replace(answer, segment=replace(answer.segment, speaker=speaker, language=language))
        for speaker, language in said_by
    )

    voices, _ = Account(setting, replace(arabic, segments=segments), COLUMNS, width=200).usually()

    assert voices == "Answer: person heard, original: Arabic"


def test_how_one_turn_was_interpreted_is_printed_where_the_engagement_says_otherwise(
    setting: Setting, arabic: InterviewInFull
):
    answer = turn(arabic, UtteranceKind.ANSWER)
    (engaged,) = arabic.engagements
    other = next(each for each in InterpretingMode if (each,) != engaged.modes)

    def printed(mode: InterpretingMode | None, *modes: InterpretingMode) -> str:
        record = replace(arabic, engagements=(replace(engaged, modes=modes),))
        rendered = replace(answer, renderings=(replace(answer.renderings[0], mode=mode),))
        return said(setting, record, rendered, "fr")[0]

    words = answer.side("fr").text
    told = f"Interpreter's rendition, رشيد العمراني (Rachid El Amrani), {setting.words.label(other)}"
    assert printed(None, other) == words
    assert printed(other, other) == words
    assert printed(other, InterpretingMode.WRITTEN) == told
    assert printed(other, other, InterpretingMode.WRITTEN) == told
    assert printed(other) == told


def test_question_and_answer_of_one_part_of_the_recording_have_one_time_between_them(
    setting: Setting, arabic: InterviewInFull
):
    question, answer = turn(arabic, UtteranceKind.QUESTION), turn(arabic, UtteranceKind.ANSWER)
    later = replace(answer, segment=replace(answer.segment, recording_from="00:01:10"))
    account = Account(setting, arabic, COLUMNS, width=200)

    told = [account.times(one, question) for one in (answer, later)]

    assert account.times(question, None, answer) == ["00:00:04 –"]
    assert told == [["00:00:55"], ["00:01:10 – 00:00:55"]]


@pytest.mark.parametrize(
    ("prevailing", "marked"),
    [
        (AuthoritativeText.SOURCE_LANGUAGE, [True, False]),
        (AuthoritativeText.PROCEDURE_LANGUAGE, [False, True]),
        (AuthoritativeText.AV_RECORDING, [False, False]),
        (None, [False, False]),
    ],
)
def test_the_column_of_the_text_that_prevails_is_marked(
    setting: Setting, arabic: InterviewInFull, prevailing: AuthoritativeText | None, marked: list[bool]
):
    record = replace(arabic, interview=replace(arabic.interview, authoritative_text=prevailing))

    _, _, *titles = Account(setting, record, COLUMNS, width=200).titles()

    assert ["prevails" in title for title in titles] == marked


def test_speech_that_was_not_written_down_says_where_it_is_recorded(
    setting: Setting, arabic: InterviewInFull
):
    answer = turn(arabic, UtteranceKind.ANSWER)
    silent = replace(answer, segment=replace(answer.segment, source_text=None))

    told = said(setting, arabic, silent, "ar")

    assert told == ["[original not transcribed; recording 00:00:04 – 00:00:55]"]


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


def test_a_turn_whose_words_a_signed_note_rectifies_names_it_at_its_original(
    setting: Setting, arabic: InterviewInFull
):
    answer = turn(arabic, UtteranceKind.ANSWER)
    note = LaterRecord(
        id=InterviewId("n"),
        number="A-01R",
        rectifies=True,
        is_signed=True,
        turns=frozenset({answer.segment.id}),
    )
    draft = replace(note, number="A-01S", is_signed=False)
    rectified = replace(arabic, later=(note, draft))

    left, right = (said(setting, rectified, answer, language) for language in COLUMNS)
    other = said(setting, rectified, turn(arabic, UtteranceKind.QUESTION), "fr")

    assert left[-1] == "Rectified by the note: A-01R"
    assert not any("A-01" in text for text in (*left[:-1], *right, *other))


@pytest.mark.parametrize("spoken", ["ar-MA", "ti"])
def test_words_in_a_language_without_a_column_fill_the_one_in_which_they_stand(
    setting: Setting, arabic: InterviewInFull, spoken: str
):
    turns = tuple(
        replace(each, segment=replace(each.segment, language=spoken), renderings=())
        if each.segment.language == "ar"
        else replace(each, renderings=())
        for each in arabic.segments
    )
    record, usual = (
        replace(arabic, segments=each, corrections=())
        for each in (turns, tuple(replace(each, renderings=()) for each in arabic.segments))
    )
    answer = turn(record, UtteranceKind.ANSWER)

    assert said(setting, record, answer, "ar")[-1] == answer.segment.source_text
    assert silent_columns(record, COLUMNS) == frozenset()
    assert widths_of(record, COLUMNS, {}, 400) == widths_of(usual, COLUMNS, {}, 400)


def test_letters_that_take_more_room_have_a_wider_column(setting: Setting):
    """In signs alone, Bulgarian and its French rendering are about as long."""
    record = next(each for each in setting.content.interviews if each.interview.language == "bg")

    widths = widths_of(record, ("bg", "fr"), {}, 400)[0]

    signs = [
        sum(len(each.segment.source_text or "") for each in record.segments if each.segment.language == "bg"),
        sum(len(one.text) for each in record.segments for one in each.renderings if one.language == "fr"),
    ]
    assert sum(widths.values()) == pytest.approx(400)
    assert widths["bg"] / widths["fr"] > signs[0] / signs[1]


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

    assert said(setting, arabic, plate, "ar")[0] == "رقمه \u20660-ZZZ-000\u2069"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "date unknown"), ("fr", "date inconnue"), ("nl", "datum onbekend"), ("ro", "dată necunoscută")],
)
def test_an_unknown_date_is_printed_in_words(setting: Setting, language: str, words: str):
    printed = Setting(setting.content, words_in(language), setting.flow)

    assert printed.day(UNKNOWN) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "25 March 2026"),
        ("fr", "25 mars 2026"),
        ("nl", "25 maart 2026"),
        ("de", "25. März 2026"),
        ("es", "25 de marzo de 2026"),
        ("ro", "25 martie 2026"),
    ],
)
def test_a_day_is_printed_as_its_language_writes_it(setting: Setting, language: str, words: str):
    printed = Setting(setting.content, words_in(language), setting.flow)

    assert printed.day(date(2026, 3, 25)) == words


@pytest.mark.parametrize(
    ("language", "edtf", "words"),
    [
        ("en", "2026-03", "March 2026"),
        ("de", "2026-03~", "etwa März 2026"),
        ("es", "2025-12/2026-02", "diciembre de 2025 – febrero de 2026"),
        ("nl", "2025~", "omstreeks 2025"),
        ("ro", "2026-03-25/2026-03-27", "25 martie 2026 – 27 martie 2026"),
        ("fr", "2026-03-25", "25 mars 2026"),
        ("fr", "2026-06-01", "1er juin 2026"),
        ("en", "2026-06-01", "1 June 2026"),
    ],
)
def test_a_date_is_printed_in_words_as_far_as_it_is_known(
    setting: Setting, language: str, edtf: str, words: str
):
    printed = Setting(setting.content, words_in(language), setting.flow)

    assert printed.day(PartialDate(edtf)) == words


def test_the_clock_is_printed_once_for_a_question_and_its_answer(setting: Setting, arabic: InterviewInFull):
    at = datetime(2026, 4, 10, 10, 45, 7, tzinfo=timezone(timedelta(hours=2)))
    asked, answered = (
        replace(each, segment=replace(each.segment, at=at, recording_from="", recording_to=""))
        for each in (turn(arabic, UtteranceKind.QUESTION), turn(arabic, UtteranceKind.ANSWER))
    )
    account = Account(setting, arabic, COLUMNS, width=200)

    assert account.times(asked) == ["10:45"]
    assert account.times(answered, asked) == []
    assert account.times(answered) == ["10:45"]


def test_each_record_says_that_former_wordings_are_kept(setting: Setting, arabic: InterviewInFull):
    properties = Properties(title="", language="en", software="", made_at=setting.content.release.made_at)
    flow = Flow(Document(properties=properties), geometry=PORTRAIT)
    printed = Setting(setting.content, words_in("en"), flow)
    told: list[str] = []
    text = flow.text
    flow.text = lambda words, *others, **named: (told.append(words), text(words, *others, **named))[1]

    draw_account(printed, arabic)

    assert "are kept in the event chain of the office" in "\n".join(told)


def test_testimony_is_set_at_10_5_points():
    assert (QUESTION.size, ANSWER.size) == (10.5, 10.5)
