"""The office's own texts of cautions: entered in versions, said at the desk, and kept as they were said."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, said_at, settle
from tests.support.hands import Hands, hold_now
from tests.ui.test_interviews import draft_record
from thb_desktop.domain import vocabulary as v
from thb_desktop.services.office import caution_texts
from thb_desktop.words import entries
from ui.application import AppController
from ui.labels.cautions import neutral_text
from ui.office.cautions import CautionTextDialog
from ui.office.longest_time import LongestTimeDialog
from ui.text import isolate

BREAKS = v.CautionCode.RIGHT_TO_BREAKS
OWN, NEWER = "يمكنك طلب استراحة.", "لك أن تطلب استراحة متى شئت."


MASCULINE = re.compile(r"\b(ف?قل|كنت|تريد|تعرفه?|تتذكره?|تختاره|لتقرر|ملزما|تفهم|ترد|تستطيع|ستتلقاها)\b")
"""Forms that address a man alone, as letters without vowels show it."""


def office_says(vault: Path, text: str) -> None:
    session = reopen(vault)
    caution_texts.set_caution_text(session, code=BREAKS, language="ar", text=text)
    session.close()


def test_the_neutral_texts_in_arabic_address_a_woman_as_well_as_a_man():
    texts = entries("cautions", "ar")

    assert texts.keys() == entries("cautions", "en").keys()
    assert {code: text for code, text in texts.items() if MASCULINE.search(text)} == {}


def test_the_desk_says_the_text_of_the_office_and_the_neutral_one_where_there_is_none(
    desk: AppController, qtbot: QtBot, vault: Path
):
    office_says(vault, OWN)
    _, view = draft_record(desk, qtbot, vault)
    hands = Hands(qtbot, view)
    hands.sit_down()

    hands.says("/v break")
    first = hands.texts
    hands.press(Qt.Key.Key_Tab)
    hands.says("/v")

    assert first == ("", neutral_text(BREAKS, "nl"))
    assert hands.texts == (OWN, neutral_text(BREAKS, "nl"))


def test_nothing_is_said_for_the_interpreter_who_has_not_spoken(
    desk: AppController, qtbot: QtBot, vault: Path
):
    office_says(vault, OWN)
    hold_now(vault)
    _, view = draft_record(desk, qtbot, vault)
    hands = Hands(qtbot, view)
    hands.sit_down()

    hands.says("/v break")
    hands.says("")

    turn = view.model.segments.rows[-1]
    assert turn.segment.source_text == neutral_text(BREAKS, "nl")
    assert turn.full.renderings == ()


def test_a_record_keeps_the_words_that_were_said_with_their_time(
    desk: AppController, qtbot: QtBot, vault: Path
):
    office_says(vault, OWN)
    hold_now(vault)
    _, view = draft_record(desk, qtbot, vault)
    hands = Hands(qtbot, view)
    hands.sit_down()
    hands.says("/v break")
    hands.press(Qt.Key.Key_Tab)
    hands.says("/v")
    hands.says("")
    model = desk.window.office.cautions.model

    model.set_text(BREAKS, "ar", NEWER)
    settle(desk, qtbot)
    view.model.open(view.model.record.interview.id)
    settle(desk, qtbot)

    turn = view.model.segments.rows[-1]
    (caution,) = view.model.record.cautions
    assert turn.segment.kind is v.UtteranceKind.READING
    assert turn.text("ar") == OWN
    assert (caution.code, caution.given) == (BREAKS, True)
    assert caution.given_at is not None
    assert view.model.desk.caution_text(BREAKS, "ar") == NEWER
    assert view.model.desk.caution_text(BREAKS, "ar-MA") == NEWER


def test_a_refused_code_is_told_no_longer_once_the_right_one_is_taken_and_the_next_turn_has_its_number(
    desk: AppController, qtbot: QtBot, vault: Path
):
    hold_now(vault)
    _, view = draft_record(desk, qtbot, vault)
    hands = Hands(qtbot, view)
    hands.sit_down()
    notice, row = view.record.notice, view.record.entry
    hands.says("/v")
    assert "which caution" in notice.sentence.text()
    hands.at.clear()

    hands.says("/v break")

    assert not notice.isVisibleTo(view)
    taken = row.number.text()
    hands.says("")
    last = view.model.segments.rows[-1].full.label
    assert taken == f"Turn {isolate(last)}"
    assert row.number.text() == f"Turn {isolate(str(int(last) + 1))}"


def test_a_refused_code_is_told_no_longer_once_a_turn_is_kept(desk: AppController, qtbot: QtBot, vault: Path):
    hold_now(vault)
    _, view = draft_record(desk, qtbot, vault)
    hands = Hands(qtbot, view)
    hands.sit_down()
    hands.says("/x E-9999")
    assert view.record.notice.isVisibleTo(view)
    hands.at.clear()

    hands.says("Waar was uw paspoort?")

    assert not view.record.notice.isVisibleTo(view)


def test_a_text_is_entered_in_the_office_and_begins_with_the_present_one(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    office_says(vault, OWN)
    window, _ = draft_record(desk, qtbot, vault)
    window.go(6)
    settle(desk, qtbot)
    part = window.office.cautions
    window.office.tabs.setCurrentWidget(part)
    settle(desk, qtbot)
    part.table.choose_row(0)

    part.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, CautionTextDialog)
    assert dialog.text.toPlainText() == OWN
    dialog.text.setPlainText(NEWER)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert [(each.version, each.text) for each in part.rows.rows] == [(1, OWN), (2, NEWER)]


def test_a_caution_that_was_not_chosen_is_asked_for(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, _ = draft_record(desk, qtbot, vault)
    part = window.office.cautions
    dialog = CautionTextDialog(window, part.model, {}, None)
    dialog.open()
    settle(desk, qtbot)

    dialog.main_button.click()

    assert dialog.isVisible()
    assert said_at(dialog.code) == "Please choose."
    dialog.code.setCurrentIndex(dialog.code.findData(BREAKS.value))
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    assert dialog.text.toPlainText() == neutral_text(BREAKS, "fr")


def test_the_office_sets_how_long_an_interview_goes_on_without_a_break(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, _ = draft_record(desk, qtbot, vault)
    window.go(6)
    settle(desk, qtbot)
    part = window.office.cautions
    window.office.tabs.setCurrentWidget(part)

    part.longest_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, LongestTimeDialog)
    dialog.adult.setText("an hour")
    dialog.main_button.click()
    assert "whole number" in said_at(dialog.adult)
    dialog.adult.setText("60")
    dialog.main_button.click()
    assert "why" in said_at(dialog.reason)
    dialog.reason.setText("The office's own practice")
    dialog.main_button.click()
    settle(desk, qtbot)
    part.longest_button.click()
    again = open_dialog(application, qtbot)

    assert isinstance(again, LongestTimeDialog)
    assert [each.value() for each in (again.adult, again.child)] == [60, None]
