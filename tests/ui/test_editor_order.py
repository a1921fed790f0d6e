"""An identifier reads in its order while somebody edits the text around it, and the text has no mark."""

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.code import modules
from ui.interviews.desk.turn_field import TurnField
from ui.widgets.reading_order import MARK
from ui.widgets.text_edit import PlainTextEdit

BEFORE, NUMBER, AFTER = "\u0631\u0642\u0645 ", "2023/45-B", " \u0641\u064a \u0627\u0644\u0648\u0635\u0644"
ASTRAL = "\U0001ec71 "  # two UTF-16 units, from right to left


@pytest.fixture
def field(application: QApplication, qtbot: QtBot) -> TurnField:
    made = TurnField({})
    qtbot.addWidget(made)
    made.resize(900, 80)
    made.write_in("ar")
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def types(field: PlainTextEdit, text: str) -> None:
    """QTest has keys for ASCII alone."""
    for sign in text:
        QApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        )


def across(field: PlainTextEdit, text: str) -> list[int]:
    """Where each sign of these words begins, in pixels; the words are in the text once."""
    start = field.toPlainText().index(text)
    found = []
    for point in range(start + 1, start + len(text)):
        cursor = field.cursor_over(point, point)
        found.append(field.cursorRect(cursor).center().x())
    return found


def put_cursor(field: PlainTextEdit, start: int, end: int | None = None) -> None:
    field.setTextCursor(field.cursor_over(start, start if end is None else end))


@pytest.mark.parametrize(
    "identifier",
    [
        "+32 470 12 34 56",
        "12/2026/P",
        "12-3-A",
        "17/02/1405 12:30",
        "https://x.example/a/",
        "\u0662\u0660\u0662\u0663/\u0664\u0665",
        "\u06f0\u06f4\u06f7\u06f0 \u06f1\u06f2 \u06f3\u06f4",
    ],
)
def test_each_kind_of_identifier_reads_in_its_order_in_an_editor(field: TurnField, identifier: str):
    field.put(BEFORE + identifier + AFTER)

    places = across(field, identifier)

    assert places == sorted(places)
    assert field.toPlainText() == BEFORE + identifier + AFTER


def test_an_identifier_reads_in_its_order_while_it_is_typed_and_the_text_is_what_was_typed(field: TurnField):
    told: list[str] = []
    field.typed.connect(told.append)

    types(field, typed := BEFORE + NUMBER + AFTER)

    places = across(field, NUMBER)
    assert places == sorted(set(places))
    assert field.toPlainText() == typed == told[-1]
    assert told == [typed[:end] for end in range(1, len(typed) + 1)]  # each once: no mark is told
    assert field.place() == len(typed)


def test_the_cursor_stops_at_no_mark_and_places_are_those_of_the_text(field: TurnField):
    text = ASTRAL + BEFORE + NUMBER + AFTER + "\n" + BEFORE + "12-3-A"
    field.put(text)
    assert MARK in field.document().toPlainText()
    assert field.toPlainText() == text
    assert not field.document().isUndoAvailable()

    put_cursor(field, 0)
    walked = [field.place()]
    for _ in range(len(text)):
        QTest.keyClick(field, Qt.Key.Key_Left)  # in an Arabic line, on
        walked.append(field.place())
    assert walked == list(range(len(text) + 1))
    for _ in range(len(text)):
        QTest.keyClick(field, Qt.Key.Key_Right)
        walked.append(field.place())
    assert walked[len(text) + 1 :] == list(range(len(text)))[::-1]

    start = text.index(NUMBER)
    put_cursor(field, start)
    for _ in NUMBER:
        QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert field.chosen() == (start, start + len(NUMBER))
    field.copy()
    assert QGuiApplication.clipboard().text() == NUMBER
    field.selectAll()
    field.copy()
    assert QGuiApplication.clipboard().text() == text


def test_a_key_deletes_a_sign_and_undo_brings_back_text_and_order(field: TurnField):
    field.put(text := BEFORE + NUMBER + AFTER)
    start = len(BEFORE)

    put_cursor(field, start)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.toPlainText() == text[: start - 1] + text[start:]
    field.undo()
    assert field.toPlainText() == text
    put_cursor(field, start)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.toPlainText() == text[:start] + text[start + 1 :]
    QTest.keyClicks(field, "2")
    assert field.toPlainText() == text
    put_cursor(field, start - 1)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.toPlainText() == text[: start - 1] + text[start + 1 :]

    steps = 0
    while field.document().isUndoAvailable():
        field.undo()
        steps += 1
    assert field.toPlainText() == text
    assert steps <= 4
    assert across(field, NUMBER) == sorted(across(field, NUMBER))
    while field.document().isRedoAvailable():
        field.redo()
    assert field.toPlainText() == text[: start - 1] + text[start + 1 :]


def test_a_mark_that_somebody_typed_is_kept_and_a_number_alone_needs_none(field: TurnField):
    own = BEFORE + MARK + "(" + NUMBER + MARK + AFTER
    field.put(own)
    assert field.toPlainText() == own
    put_cursor(field, own.index(NUMBER))
    field.insertPlainText(MARK)
    assert field.toPlainText() == own[: own.index(NUMBER)] + MARK + own[own.index(NUMBER) :]

    field.put("call +32 470 12 34 56, 2023/45-B")
    assert MARK not in field.document().toPlainText()
    field.put(BEFORE + NUMBER)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    field.setTextCursor(field.cursor_over(0, len(BEFORE)))
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert MARK not in field.document().toPlainText()
    assert field.toPlainText() == NUMBER


def test_a_no_break_space_stays_one_and_a_line_end_is_one(field: TurnField):
    typed = f"Il a dit\u00a0: \u00ab\u202foui\u202f\u00bb\n{BEFORE}12\u00a0000 {NUMBER}"
    field.put(typed)

    put_cursor(field, 0, len(typed))

    assert field.toPlainText() == field.chosen_text() == typed
    put_cursor(field, 2)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field.toPlainText() == f"Il\n{typed[2:]}"


def test_whoever_needs_places_or_words_asks_the_editor_and_not_its_document():
    asks = re.compile(
        r"selectionStart|selectionEnd|selectedText\(|ocument\(\)\.toPlainText|ursor\(\)\.position"
    )
    found = {each.name for each in modules("ui") if asks.search(each.path.read_text("utf-8"))}
    # The window of masks has an editor without marks: its places are those of the masked version.
    assert found == {"ui.widgets.text_edit", "ui.export.masks_dialog"}
