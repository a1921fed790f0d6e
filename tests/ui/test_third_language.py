"""Words in a language that is no side of the record are seen, found, mended and never lost; a language of the
header that is corrected takes its turns along.
"""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, settle
from tests.support.hands import Hands, hold_now
from tests.support.screen_reader import plain
from tests.ui.test_desk import ANSWERED, ASKED, CONTROL, KEY, at_the_row
from thb_desktop.domain import vocabulary as v
from thb_desktop.services.testimony import segments
from thb_desktop.services.testimony.mending import Turn
from thb_desktop.services.testimony.segments import NewRendering
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.forms.editors import LanguageEditor
from ui.forms.entry_dialog import EntryDialog
from ui.transcript.cells import lines_of_origin
from ui.transcript.delegate import LEAST_HEIGHT
from ui.transcript.rows import CORRECTED, LANGUAGE, ORIGIN, At
from ui.widgets.questions import Question

HELD_TOGETHER = "\u0642\u0627\u0644\u062a\u00a0: \u0646\u0639\u0645"
MOROCCAN, TIGRINYA = "كلمات مغربية قالتها", "ብመንፅር ክብርን መሰልን"


def told(vault: Path, language: str, text: str, *renditions: tuple[str, str]) -> None:
    """Let the person of the draft have said this last."""
    hold_now(vault)
    with closing(reopen(vault)) as session:
        draft = next(each for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")
        made = tuple(
            NewRendering(language=tag, text=words, kind=v.RenderingKind.RENDITION, author_id=None)
            for tag, words in renditions
        )
        segments.add_segment(
            session,
            draft.id,
            speaker=v.SpeakerRole.PERSON_HEARD,
            kind=v.UtteranceKind.ANSWER,
            language=language,
            source_text=text,
            capture=v.SourceCapture.TYPED_LIVE,
            renderings=made,
        )


def last(hands: Hands) -> Turn:
    row = hands.view.model.segments.rows[-1]
    return Turn(segment=row.segment, renderings=row.full.renderings)


def cell(hands: Hands, side: At, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    model = hands.view.model.segments
    return str(model.index(model.rowCount() - 1, side).data(role) or "")


@pytest.mark.parametrize(("language", "text"), [("ar-MA", MOROCCAN), ("ti", TIGRINYA), ("ar", HELD_TOGETHER)])
def test_up_and_enter_change_nothing_of_a_turn_in_another_language_or_with_a_no_break_space(
    desk: AppController, qtbot: QtBot, vault: Path, language: str, text: str
):
    rendition = "Zo zei\u00a0zij het."
    told(vault, language, text, ("nl", rendition))
    hands = at_the_row(desk, qtbot, vault)
    before = last(hands)

    hands.press(KEY.Key_Up)
    taken = hands.texts
    hands.press(KEY.Key_Return)

    assert taken == (text, rendition)
    assert last(hands) == before
    assert before.segment.source_text == text


def test_such_words_stand_under_their_language_or_under_that_of_the_person_and_are_found(
    desk: AppController, qtbot: QtBot, vault: Path
):
    told(vault, "ti", TIGRINYA)
    hands = at_the_row(desk, qtbot, vault)
    bar = hands.view.record.account.find_bar

    hands.press(KEY.Key_F, CONTROL)
    bar.wanted.setText(TIGRINYA.split()[1])
    QTest.keyClick(bar.wanted, KEY.Key_Return)

    assert cell(hands, At.LEFT) == TIGRINYA
    assert cell(hands, At.LEFT, ORIGIN) == "Tigrinya, original"
    assert cell(hands, At.LEFT, LANGUAGE) == "ti"
    assert (cell(hands, At.RIGHT), cell(hands, At.RIGHT, ORIGIN)) == ("", "")
    assert "1/1" in bar.count.text()
    table = hands.view.record.account.table
    assert table.side() is At.LEFT
    assert table.rowHeight(table.row()) > LEAST_HEIGHT
    assert lines_of_origin("Tigrinya, original", table.font(), 60) == ["Tigrinya", "original"]


def test_an_editor_is_as_high_as_what_is_typed_there(desk: AppController, qtbot: QtBot, vault: Path):
    told(vault, "ti", TIGRINYA)
    hands = at_the_row(desk, qtbot, vault)
    table = hands.view.record.account.table
    table.edit_side(0, At.LEFT)
    editor = table.delegate.editor
    assert editor is not None

    editor.insertPlainText("\n1\n2\n3\n4\n5")

    assert editor.verticalScrollBar().maximum() == 0
    assert editor.geometry().bottom() <= table.viewport().height()


def test_such_words_are_mended_in_their_field_and_keep_their_language_unless_it_is_changed(
    desk: AppController, qtbot: QtBot, vault: Path
):
    told(vault, "ar-MA", MOROCCAN)
    hands = at_the_row(desk, qtbot, vault)

    hands.press(KEY.Key_Up)
    hands.types("!")
    hands.press(KEY.Key_Return)
    mended = last(hands).segment
    hands.press(KEY.Key_Up)
    hands.press(KEY.Key_F3)
    hands.press(KEY.Key_Return)
    changed = last(hands).segment

    assert (mended.language, mended.source_text) == ("ar-MA", f"{MOROCCAN}!")
    assert (changed.language, changed.source_text) == ("ar", f"{MOROCCAN}!")


def test_words_and_a_rendition_under_one_language_are_both_seen_found_and_kept(
    desk: AppController, qtbot: QtBot, vault: Path
):
    told(vault, "ti", TIGRINYA, ("ar", ANSWERED), ("en", "In English."))
    hands = at_the_row(desk, qtbot, vault)
    before, bar = last(hands), hands.view.record.account.find_bar

    below = cell(hands, At.LEFT, CORRECTED)
    hands.press(KEY.Key_Up)
    away = hands.row.away.accessibleName()
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_F, CONTROL)
    QTest.keyClicks(bar.wanted, "in english")

    assert cell(hands, At.LEFT) == TIGRINYA
    assert ANSWERED in below
    assert "In English." in below
    assert "Tigrinya" in away
    assert last(hands) == before
    assert "0/1" in bar.count.text()


def test_words_under_a_language_that_is_not_shown_now_stay(desk: AppController, qtbot: QtBot, vault: Path):
    told(vault, "ar", ANSWERED, ("en", "In English."))
    hands = at_the_row(desk, qtbot, vault)
    hands.says(ASKED)
    hands.view.model.transcript.show_language("en")
    hands.sit_down()

    hands.press(KEY.Key_Up)
    hands.press(KEY.Key_Return)

    assert (last(hands).segment.language, last(hands).segment.source_text) == ("nl", ASKED)


def correct_language(
    application: QApplication, desk: AppController, hands: Hands, qtbot: QtBot, tag: str
) -> str:
    """Correct the language of the person in the form of the header, and answer yes; return what was asked."""
    hands.view.record.tabs.setCurrentIndex(1)
    hands.view.record.rows.change_header("language", field="language")
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    settle(desk, qtbot)
    editor = dialog.form.editors["language"]
    assert isinstance(editor, LanguageEditor)
    editor.lineEdit().selectAll()
    QTest.keyClicks(editor.lineEdit(), tag)
    QTest.keyClick(editor.lineEdit(), KEY.Key_Delete)  # what the list offers behind it
    asked = []

    def answer() -> None:
        found = dialog.findChildren(Question)
        if not found or not found[0].isActiveWindow():
            QTimer.singleShot(10, answer)
            return
        asked.append(plain(" ".join(each.text() for each in found[0].findChildren(QLabel))))
        QTest.keyClick(found[0].focusWidget(), KEY.Key_Tab)
        QTest.keyClick(found[0].focusWidget(), KEY.Key_Space)

    QTimer.singleShot(0, answer)
    QTest.keyClick(dialog.main_button, KEY.Key_Space)
    qtbot.waitUntil(lambda: hands.view.model.record.interview.language == tag)
    settle(desk, qtbot)
    hands.view.record.tabs.setCurrentIndex(0)
    hands.view.window().activateWindow()
    hands.sit_down()
    return "".join(asked)


def test_a_corrected_language_of_the_header_takes_its_turns_along_and_back(
    qapp: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    told(vault, "ar", ANSWERED, ("nl", "Zo zei zij het."))
    hands = at_the_row(desk, qtbot, vault)
    view = hands.view.model
    before = [[row.text(tag) for tag in ("ar", "nl")] for row in view.segments.rows]
    spoken = [row.segment.language for row in view.segments.rows]

    asked = correct_language(qapp, desk, hands, qtbot, "ar-MA")
    there = [[row.text(tag) for tag in ("ar-MA", "nl")] for row in view.segments.rows]
    tags = [row.segment.language for row in view.segments.rows]
    hands.press(KEY.Key_Z, CONTROL)
    correct_language(qapp, desk, hands, qtbot, "ar")

    assert "Arabic (Morocco)" in asked
    assert f"turns: {spoken.count('ar')}" in asked
    assert there == before
    assert tags == ["ar-MA" if each == "ar" else each for each in spoken]
    assert [row.segment.language for row in view.segments.rows] == spoken
    assert [[row.text(tag) for tag in ("ar", "nl")] for row in view.segments.rows] == before


def test_what_is_typed_in_the_row_goes_along_too(
    qapp: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    told(vault, "ar", ANSWERED)
    hands = at_the_row(desk, qtbot, vault)
    hands.press(KEY.Key_Up)
    hands.types("!")

    correct_language(qapp, desk, hands, qtbot, "ar-MA")
    typed = hands.texts
    hands.press(KEY.Key_Return)

    assert typed == (f"{ANSWERED}!", "")
    assert (last(hands).segment.language, last(hands).segment.source_text) == ("ar-MA", f"{ANSWERED}!")
