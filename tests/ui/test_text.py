"""Evidence as it is shown: in its order under every direction, and with nothing hidden in it."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui import text
from ui.rows import Column, RowsModel
from ui.widgets.basic import Label
from ui.widgets.dates import DayField, MomentField
from ui.widgets.form import Form
from ui.widgets.text_edit import PlainTextEdit


def test_a_moment_keeps_iso_form_and_its_offset():
    assert text.when(datetime(2026, 3, 3, 2, 2, tzinfo=UTC)) == "2026-03-03 02:02 +00:00"
    assert text.when(datetime(2026, 3, 3, 2, 2, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))).endswith(
        "-03:30"
    )
    assert text.when(None) == text.NONE


def test_a_long_number_is_divided_and_nothing_else():
    assert text.grouped("299820 events of 1234567") == "299\u202f820 events of 1\u202f234\u202f567"
    for each in ("9999 events", "12345.67", "0.12345", "E-10000A", "no number"):
        assert text.grouped(each) == each, each


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_field_for_a_moment_keeps_iso_form_in_a_mirrored_window(
    application: QApplication, qtbot: QtBot, direction: Qt.LayoutDirection
):
    application.setLayoutDirection(direction)
    try:
        day, moment = DayField("Day"), MomentField("Moment", zone="UTC")
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(day)
    qtbot.addWidget(moment)

    day.set_value(date(2026, 3, 4))
    moment.set_value(datetime(2026, 3, 4, 5, 6, tzinfo=UTC))

    assert (day.edit.text(), moment.edit.text()) == ("2026-03-04", "2026-03-04 05:06")
    assert {field.edit.layoutDirection() for field in (day, moment)} == {Qt.LayoutDirection.LeftToRight}


@pytest.mark.requirement("SR-30")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("photo\u202egpj.exe", "photo\u27e8U+202E\u27e9gpj.exe"),
        ("a\u200bb\x07.txt", "a\u27e8U+200B\u27e9b\u27e8U+0007\u27e9.txt"),
        ("صورة.jpg", "صورة.jpg"),
    ],
)
def test_what_hides_in_a_file_name_is_shown(name: str, shown: str):
    assert text.visible(name) == shown


def test_sizes_are_decimal_with_a_point():
    assert [text.size(count) for count in (0, 999, 1000, 792_300_000, 5_000_000_000)] == [
        "0 B", "999 B", "1.0 kB", "792.3 MB", "5.0 GB",
    ]  # fmt: skip


def test_a_digest_is_shown_in_groups_that_lose_nothing():
    digest = "0123456789abcdef" * 4

    grouped = text.digest_groups(digest)

    assert grouped.replace(" ", "") == digest
    assert {len(group) for group in grouped.split()} == {8}


@pytest.mark.requirement("SR-30")
def test_cells_are_wrapped_so_that_neighbours_cannot_reorder_them():
    columns = (
        Column[str](title="Number", read=lambda row: row, exact=True),
        Column[str](title="Name", read=lambda row: row),
    )
    model: RowsModel[str] = RowsModel(columns)
    model.show_rows(["+40 721 555 012"])

    assert model.index(0, 0).data() == "\u2066+40 721 555 012\u2069"
    assert model.index(0, 1).data() == "\u2068+40 721 555 012\u2069"
    assert model.index(0, 0).data(Qt.ItemDataRole.UserRole) == "+40 721 555 012"


@pytest.mark.parametrize(
    ("tag", "right"),
    [("ar", True), ("ar-SY", True), ("fa", True), ("he", True), ("ur", True), ("fr", False), ("", False)],
)
def test_the_direction_of_a_language_is_known(tag: str, right: bool):
    assert text.language_is_right_to_left(tag) is right


@pytest.mark.requirement("SR-51")
def test_what_is_copied_bears_its_mark_from_the_first_moment_and_is_plain_text(qtbot: QtBot):
    editor = PlainTextEdit("Testimony")
    qtbot.addWidget(editor)
    editor.setPlainText("one\ntwo")
    editor.selectAll()

    copied = editor.createMimeDataFromSelection()

    assert bytes(copied.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert copied.text() == "one\ntwo"
    assert not copied.hasHtml()


@pytest.mark.requirement("SR-51")
@pytest.mark.parametrize("kind", [PlainTextEdit, Label])
def test_marked_text_is_not_dragged_out_of_the_window(qtbot: QtBot, kind: type[QWidget]):
    shown = PlainTextEdit("Testimony") if kind is PlainTextEdit else Label().selectable()
    qtbot.addWidget(shown)
    shown.resize(300, 80)
    text = "he took my passport at the airport"
    if isinstance(shown, PlainTextEdit):
        shown.setPlainText(text)
        shown.show()
        shown.selectAll()
        target = shown.viewport()
    else:
        shown.setText(text)
        shown.show()
        shown.setSelection(0, len(text))
        target = shown
    place = QPoint(30, 14) if isinstance(shown, PlainTextEdit) else QPoint(30, 40)

    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=place)

    marked = (
        shown.textCursor().hasSelection() if isinstance(shown, PlainTextEdit) else shown.hasSelectedText()
    )
    assert not marked, "what is marked under the mouse would begin a drag"
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=place)


def test_what_pops_up_is_never_markup():
    assert text.as_plain_tip('<img src="file:///etc/hostname">\nsecond & last') == (
        "<qt>&lt;img src=&quot;file:///etc/hostname&quot;&gt;<br>second &amp; last</qt>"
    )
    assert text.as_plain_tip("") == ""


IDENTIFIERS = ("+40 721 555 012", "1-ABC-234", "BE71 0961 2345 6769", "2026-11-24 14:05", "DEMO-B/26")


def from_left(shown: str, wanted: str, direction: Qt.LayoutDirection) -> str:
    """The characters of `wanted` inside a text as an eye meets them from the left, drawn by Qt."""
    layout = QTextLayout(shown)
    option = QTextOption()
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(4000)
    layout.endLayout()
    begin = shown.index(wanted)
    ends = range(begin, begin + len(wanted))
    places = [(layout.glyphRuns(at, 1)[0].positions()[0].x(), shown[at]) for at in ends]
    return "".join(sign for _, sign in sorted(places, key=lambda place: place[0]))


def test_qt_alone_would_turn_a_number_around(application: QApplication):
    said = "قالت إنه +40 721 555 012 ثم سكتت"

    assert from_left(said, "+40 721 555 012", Qt.LayoutDirection.RightToLeft) == "012 555 721 40+"


@pytest.mark.parametrize("identifier", IDENTIFIERS)
def test_an_identifier_in_right_to_left_text_reads_in_its_order_on_screen(
    application: QApplication, identifier: str
):
    said = f"قالت إنه {identifier} ثم سكتت"
    column = Column[str](title="", read=lambda row: row)
    rows = RowsModel((column,))
    rows.show_rows((said, identifier))
    form = Form()
    told = form.tell("رقم", said)
    right = Qt.LayoutDirection.RightToLeft

    assert from_left(rows.index(0, 0).data(), identifier, right) == identifier
    assert from_left(rows.index(1, 0).data(), identifier, right) == identifier
    assert from_left(told.text(), identifier, right) == identifier


class _Line(QLineEdit):
    """A field that tells where its cursor stands before each sign, in pixels."""

    def places(self) -> list[int]:
        def at(position: int) -> int:
            self.setCursorPosition(position)
            return self.cursorRect().center().x()

        return [at(position) for position in range(len(self.text()) + 1)]


@pytest.mark.parametrize(
    "typed",
    ["0476 12 34 56", "+32 476 12 34 56", "BE68 5390 0754 7034", "2023/45-B", "12-3-A", "2026-03-25 10:00"],
)
def test_an_identifier_in_a_field_reads_in_order_in_a_window_that_is_read_from_the_right(
    qtbot: QtBot, typed: str
):
    field = _Line()
    qtbot.addWidget(field)
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.resize(400, 40)
    field.show()

    QTest.keyClicks(field, typed)

    assert field.places() == sorted(field.places())
    assert field.text() == typed


def test_between_arabic_words_a_field_holds_what_was_typed_and_a_label_isolates_it(qtbot: QtBot):
    field, typed = _Line(), "رقم 2023/45-B هنا"
    qtbot.addWidget(field)
    field.resize(400, 40)
    field.show()
    field.setText(typed)
    digits, letter = typed.index("2"), typed.index("B")

    places = field.places()

    assert places[letter] < places[digits]  # as UAX #9 orders it: ADR 0008 says why it stays so
    assert field.text() == typed
    assert "\u20662023/45-B\u2069" in text.isolate_words(field.text())


def test_quotation_marks_follow_the_direction_of_what_is_quoted():
    assert text.quoted("\u0631\u0642\u0645 2023/45-B") == (
        "\u2068\u00ab\u0631\u0642\u0645 \u20662023/45-B\u2069\u00bb\u2069"
    )
