"""A relay at the desk: three languages beside each other, or two and the third a key away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen, settle, unlock
from tests.support.hands import Hands
from tests.support.relays import NUMBER, SECOND, TURNS, add_relay, add_second_language
from tests.ui.test_interviews import choose
from thb_desktop.domain import vocabulary as v
from thb_desktop.services.case_file import cases
from ui.application import AppController
from ui.transcript.rows import SIDES, At

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
_MARKS = {ord(mark): None for mark in "\u2066\u2068\u2069"}


@pytest.fixture
def hands(desk: AppController, qtbot: QtBot, vault: Path) -> Hands:
    """At the entry row of a relay without turns."""
    session = reopen(vault)
    add_relay(session, cases.list_cases(session)[0].case)
    session.close()
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    choose(desk, qtbot, window, NUMBER)
    found = Hands(qtbot, window.interviews)
    found.sit_down()
    return found


def widen(hands: Hands, qtbot: QtBot, width: int) -> None:
    hands.view.window().resize(width, 1080)
    qtbot.waitUntil(lambda: hands.view.window().width() == width)
    hands.rest()


def shown(hands: Hands) -> list[At]:
    header = hands.view.record.table.horizontalHeader()
    return [side for side in SIDES if not header.isSectionHidden(side)]


def test_at_1366_two_languages_are_shown_and_the_third_is_a_key_away(hands: Hands):
    first = shown(hands), [each.language for each in hands.row.shown_fields]

    hands.press(KEY.Key_Tab, CONTROL)
    second = shown(hands), [each.language for each in hands.row.shown_fields]
    hands.press(KEY.Key_Tab, CONTROL)

    assert first == ([At.LEFT, At.RIGHT], ["vi", "nl"])
    assert second == ([At.MIDDLE, At.RIGHT], ["en", "nl"])
    assert shown(hands) == [At.LEFT, At.RIGHT]
    assert hands.at.language == "nl"


def test_the_cursor_goes_with_the_side_that_changes_its_language(hands: Hands):
    hands.press(KEY.Key_Tab)
    before = hands.at.language

    hands.press(KEY.Key_Tab, CONTROL)

    assert (before, hands.at.language) == ("vi", "en")


def test_the_table_too_changes_its_left_side_by_the_key(hands: Hands):
    question, _ = TURNS[0]
    hands.says(question["nl"])
    table = hands.view.record.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, At.LEFT))

    hands.press(KEY.Key_Tab, CONTROL, of=table)

    assert shown(hands) == [At.MIDDLE, At.RIGHT]
    assert table.side() is At.MIDDLE


def test_at_1920_three_languages_stand_beside_each_other_over_their_fields(hands: Hands, qtbot: QtBot):
    widen(hands, qtbot, 1920)
    hands.says(TURNS[0][0]["nl"])

    table = hands.view.record.table
    titles = [table.model().headerData(side, Qt.Orientation.Horizontal) for side in SIDES]
    assert shown(hands) == list(SIDES)
    assert titles == [
        "Vietnamese  \u00b7  person heard",
        "English  \u00b7  relay",
        "Dutch  \u00b7  language of the file",
    ]
    for side in SIDES:
        cell = table.visualRect(table.model().index(0, side))
        left = table.viewport().mapToGlobal(cell.topLeft()).x()
        field = hands.row.columns[side]
        place = QRect(field.mapToGlobal(field.rect().topLeft()), field.size())
        assert abs(place.left() - left) < 16, side
        assert abs(place.width() - cell.width()) < 16, side
    hands.press(KEY.Key_Tab, CONTROL)
    assert shown(hands) == list(SIDES)


def test_each_rendition_of_a_relay_has_the_interpreter_of_its_leg(hands: Hands):
    question, answer = TURNS[1]
    hands.types(question["nl"])
    hands.press(KEY.Key_Tab)
    hands.types(question["vi"])
    hands.press(KEY.Key_Tab, CONTROL)
    hands.types(question["en"])
    hands.press(KEY.Key_Return)
    hands.types(answer["nl"])
    hands.press(KEY.Key_Tab)
    hands.types(answer["en"])
    hands.press(KEY.Key_Tab, CONTROL)
    hands.types(answer["vi"])
    hands.press(KEY.Key_Return)

    asked, told = hands.view.model.segments.rows
    called = hands.view.model.called
    by = [{each.language: called[each.author_id] for each in row.full.renderings} for row in (asked, told)]
    first = next(name for name in by[0].values() if name != SECOND)
    assert (asked.segment.language, asked.segment.source_text) == ("nl", question["nl"])
    assert (told.segment.language, told.segment.source_text) == ("vi", answer["vi"])
    assert by == [{"en": SECOND, "vi": first}, {"en": first, "nl": SECOND}]
    assert {each.kind for each in told.full.renderings} == {v.RenderingKind.RENDITION}
    assert [told.text(tag) for tag in ("vi", "en", "nl")] == [answer[tag] for tag in ("vi", "en", "nl")]
    assert f"{SECOND} (English and Dutch)" in hands.view.record.head.facts.text().translate(_MARKS)


def test_a_turn_of_a_relay_is_mended_in_all_its_languages(hands: Hands):
    _, answer = TURNS[0]
    hands.press(KEY.Key_F2)
    hands.types(answer["nl"])
    hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Tab, CONTROL)
    hands.types(answer["en"])
    hands.press(KEY.Key_Return)

    hands.press(KEY.Key_Up)
    hands.types(" Zeker.")
    hands.press(KEY.Key_Return)

    (row,) = hands.view.model.segments.rows
    assert row.text("nl") == f"{answer['nl']} Zeker."
    assert row.text("en") == answer["en"]
    assert row.segment.capture is v.SourceCapture.NOT_CAPTURED


def test_what_is_typed_in_the_language_that_is_not_shown_is_a_draft_too(hands: Hands, qtbot: QtBot):
    hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Tab, CONTROL)
    hands.types("In English")
    hands.press(KEY.Key_Tab, CONTROL)
    moments: list[object] = []
    hands.desk.kept.connect(moments.append)
    qtbot.waitUntil(lambda: bool(moments), timeout=5_000)
    record = hands.view.model.record

    choose_again = hands.view.model
    choose_again.open(record.interview.id)
    hands.rest()

    assert hands.desk.entry.texts["en"] == "In English"


def test_a_turn_says_in_which_language_it_stands_that_is_not_shown(hands: Hands, qtbot: QtBot):
    question, _ = TURNS[1]
    hands.types(question["nl"])
    hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Tab, CONTROL)
    hands.types(question["en"])
    hands.press(KEY.Key_Tab, CONTROL)
    typed = hands.row.away.text(), hands.row.away.isVisible()
    hands.press(KEY.Key_Return)
    model, segments = hands.view.record.table.model(), hands.view.model.segments

    (row,) = segments.rows
    assert typed == ("+EN", True)
    assert hands.row.away.isHidden()
    assert segments.away_tags(row) == ("en",)
    said = model.index(0, At.WHO).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("also in English, not shown")
    hands.press(KEY.Key_Tab, CONTROL)
    assert segments.away_tags(row) == ()
    widen(hands, qtbot, 1920)
    assert segments.away_tags(row) == ()


@pytest.fixture
def longer(desk: AppController, qtbot: QtBot, vault: Path) -> Hands:
    """At the entry row of a relay through two languages."""
    session = reopen(vault)
    record, *_ = add_relay(session, cases.list_cases(session)[0].case)
    add_second_language(session, record)
    session.close()
    window = unlock(desk, qtbot, vault)
    window.go(1)
    settle(desk, qtbot)
    choose(desk, qtbot, window, NUMBER)
    found = Hands(qtbot, window.interviews)
    found.sit_down()
    return found


def test_the_second_language_of_a_relay_is_a_further_key_away(longer: Hands):
    found = []
    for _ in range(4):
        found.append([each.language for each in longer.row.shown_fields])
        longer.press(KEY.Key_Tab, CONTROL)

    assert found == [["vi", "nl"], ["en", "nl"], ["fr", "nl"], ["vi", "nl"]]


def test_where_three_have_room_the_two_of_a_relay_take_turns_between_them(longer: Hands, qtbot: QtBot):
    widen(longer, qtbot, 1920)
    found = []
    for _ in range(3):
        found.append([each.language for each in longer.row.shown_fields])
        longer.press(KEY.Key_Tab, CONTROL)

    table = longer.view.record.table
    title = table.model().headerData(At.MIDDLE, Qt.Orientation.Horizontal)
    assert found == [["vi", "en", "nl"], ["vi", "fr", "nl"], ["vi", "en", "nl"]]
    assert title.startswith("French")
    assert "Ctrl+Tab" in title


def test_a_turn_told_through_two_languages_is_kept_in_all_four(longer: Hands):
    question, _ = TURNS[1]
    longer.types(question["nl"])
    longer.press(KEY.Key_Tab)
    longer.types(question["vi"])
    longer.press(KEY.Key_Tab, CONTROL)
    longer.types(question["en"])
    longer.press(KEY.Key_Tab, CONTROL)
    longer.types("Comment êtes-vous venu en Europe ?")
    away = longer.row.away.text()
    longer.press(KEY.Key_Return)

    (row,) = longer.view.model.segments.rows
    assert away == "+VI +EN"
    assert {each.language: each.text for each in row.full.renderings} == {
        "vi": question["vi"],
        "en": question["en"],
        "fr": "Comment êtes-vous venu en Europe ?",
    }
    assert longer.view.model.segments.away_tags(row) == ("vi", "en")
    assert all(field.toPlainText() == "" for field in longer.row.fields)


def test_what_is_found_in_a_language_without_a_column_is_shown(longer: Hands, qtbot: QtBot):
    question, _ = TURNS[1]
    longer.types(question["nl"])
    longer.press(KEY.Key_Tab)
    longer.press(KEY.Key_Tab, CONTROL)
    longer.press(KEY.Key_Tab, CONTROL)
    longer.types("Comment êtes-vous venu ?")
    longer.press(KEY.Key_Return)
    longer.press(KEY.Key_Tab, CONTROL)

    bar = longer.view.record.account.find_bar
    bar.open_bar(replaces=False)
    bar.wanted.setText("etes-vous")
    qtbot.keyClick(bar.wanted, KEY.Key_Return)
    longer.rest()

    assert longer.view.model.segments.middle == "fr"
    assert shown(longer) == [At.MIDDLE, At.RIGHT]
    assert longer.view.record.table.currentIndex().data() == "Comment êtes-vous venu ?"


def test_the_code_for_the_interpreter_asks_which_one_where_there_are_several(hands: Hands):
    hands.types("/i ")
    offered = hands.row.told.text().translate(_MARKS)

    hands.press(KEY.Key_Return)

    first = next(each.name for each in hands.desk.alternation.speakers if each.name != SECOND and each.name)
    refused = hands.view.record.notice.sentence.text().translate(_MARKS)
    assert "which interpreter speaks" in offered
    assert SECOND in offered
    assert first
    assert refused == offered
    assert hands.desk.speaker.role is v.SpeakerRole.INTERVIEWER
    assert hands.desk.code() is not None


def test_the_interpreter_who_is_named_speaks_in_the_language_of_the_field_with_their_words(hands: Hands):
    hands.says("/i ruth")
    before = hands.row.speaker.text(), hands.desk.entry.spoken, hands.at.hint
    hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Tab, CONTROL)
    hands.types("Please speak slowly.")
    shown = hands.row.speaker.text().translate(_MARKS)
    hands.press(KEY.Key_Return)

    (row,) = hands.view.model.segments.rows
    present = {each.id: each.name for each in hands.view.model.record.presences}
    assert before == (before[0], "", "Dutch")
    assert before[0].translate(_MARKS) == SECOND
    assert shown == f"{SECOND}  \u00b7  EN"
    assert (row.segment.language, row.segment.source_text) == ("en", "Please speak slowly.")
    assert present[row.segment.speaker_id] == SECOND
    assert row.segment.kind is v.UtteranceKind.INTERPRETER_INTERVENTION


def test_words_behind_the_name_of_the_interpreter_are_kept_at_once(hands: Hands):
    hands.says("/i Ruth, De tolk vraagt trager te spreken.")

    (row,) = hands.view.model.segments.rows
    present = {each.id: each.name for each in hands.view.model.record.presences}
    assert (row.segment.language, row.segment.source_text) == ("nl", "De tolk vraagt trager te spreken.")
    assert present[row.segment.speaker_id] == SECOND


def test_the_interpreter_with_words_in_two_languages_is_not_kept_before_somebody_says_which(hands: Hands):
    hands.says("/i Ruth")
    hands.types("De tolk vraagt trager te spreken.")
    hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Tab, CONTROL)
    hands.types("Please speak slowly.")

    hands.press(KEY.Key_Return)
    before = len(hands.view.model.segments.rows), hands.view.record.notice.sentence.text().translate(_MARKS)
    hands.press(KEY.Key_F3)
    hands.press(KEY.Key_F3)
    hands.press(KEY.Key_Return)

    (row,) = hands.view.model.segments.rows
    assert before == (0, f"Say in which language {SECOND} spoke: F3.")
    assert (row.segment.language, row.segment.source_text) == ("en", "Please speak slowly.")
    assert row.text("nl") == "De tolk vraagt trager te spreken."


def test_the_interpreter_who_spoke_is_the_same_after_the_record_was_opened_again(
    hands: Hands, qtbot: QtBot, desk: AppController
):
    hands.says("/i Ruth")
    hands.types("Een ogenblik.")
    hands.desk.keep_drafts()
    hands.rest()
    window = hands.view.window()

    choose(desk, qtbot, window, "I-01")
    choose(desk, qtbot, window, NUMBER)

    assert hands.desk.speaker.name == SECOND
    assert (hands.desk.entry.said_in, hands.desk.entry.texts["nl"]) == ("nl", "Een ogenblik.")
