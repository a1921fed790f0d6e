"""Tables: sorted by their headers, wide where a title stands, and whole in a tool tip what is cut."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle, unlock
from ui.application import AppController
from ui.cases.tables import columns_of
from ui.custody.columns import event_columns
from ui.rows import Column, RowsModel
from ui.tones import Tone
from ui.widgets.cells import ChipDelegate
from ui.widgets.table import LEAST_STRETCHED, STRETCHED, RecordTable

Row = tuple[str, int, str]
ROWS: tuple[Row, ...] = (("E-10", 900, "Agenda"), ("E-2", 12_000, "carnet <b>rouge</b>"), ("E-1", 5, "Zippo"))


def table(qtbot: QtBot, *, width: int = 600, rows: tuple[Row, ...] = ROWS) -> RecordTable:
    columns = (
        Column[Row](title="No.", read=lambda row: row[0], width=80, exact=True),
        Column[Row](title="Title", read=lambda row: row[2]),
        Column[Row](title="Kind", read=lambda _: "Paper", width=150, spare=2),
        Column[Row](title="Size", read=lambda row: f"{row[1]} B", width=120, key=lambda row: row[1], spare=1),
    )
    model = RowsModel(columns)
    made = RecordTable(model, "Exhibits")
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(width, 300)
    made.show()
    model.show_rows(rows)
    return made


def numbers(made: RecordTable) -> list[str]:
    return [row[0] for row in made._rows.rows]


def click_header(qtbot: QtBot, made: RecordTable, column: int) -> None:
    header = made.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_end_and_home_go_to_the_last_and_the_first_row(qtbot: QtBot):
    made = table(qtbot)
    made.choose_row(0)

    QTest.keyClick(made, Qt.Key.Key_End)
    last = made.current_record()
    QTest.keyClick(made, Qt.Key.Key_Home)

    assert (last, made.current_record()) == (ROWS[-1], ROWS[0])


def test_a_click_on_a_header_sorts_another_turns_it_round_and_a_third_gives_the_first_order(qtbot: QtBot):
    made = table(qtbot)
    seen = [numbers(made)]

    for _ in range(3):
        click_header(qtbot, made, 0)
        seen.append(numbers(made))

    given = ["E-10", "E-2", "E-1"]
    assert seen == [given, ["E-1", "E-2", "E-10"], ["E-10", "E-2", "E-1"], given]


def test_a_size_is_sorted_by_its_bytes_and_a_title_without_regard_to_capitals(qtbot: QtBot):
    made = table(qtbot)

    click_header(qtbot, made, 3)
    by_size = numbers(made)
    click_header(qtbot, made, 1)
    by_title = numbers(made)

    assert by_size == ["E-1", "E-10", "E-2"]
    assert by_title == ["E-10", "E-2", "E-1"]


def test_what_is_chosen_stays_chosen_and_new_rows_take_the_order(qtbot: QtBot):
    made = table(qtbot)
    made.choose_row(0)
    told: list[object] = []
    made.chosen.connect(told.append)

    click_header(qtbot, made, 0)
    chosen = made.current_record()
    made._rows.show_rows((*ROWS, ("E-3", 1, "New")))

    assert chosen == ROWS[0]
    assert numbers(made) == ["E-1", "E-2", "E-3", "E-10"]
    assert told[:1] != [None]


def test_the_menu_of_a_table_sorts_by_keys_alone(application: QApplication, qtbot: QtBot):
    made = table(qtbot)
    made.customContextMenuRequested.emit(QPoint(5, 5))
    menu = application.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions()]

    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert offered == ["In the given order", "Sort by No.", "Sort by Title", "Sort by Kind", "Sort by Size"]
    assert numbers(made) == ["E-1", "E-2", "E-10"]


@pytest.mark.parametrize(("width", "hidden"), [(700, []), (470, [2]), (330, [2, 3])])
def test_where_a_table_is_narrow_what_can_be_spared_goes_so_that_titles_have_room(
    qtbot: QtBot, width: int, hidden: list[int]
):
    made = table(qtbot, width=width)

    assert [number for number in range(4) if made.isColumnHidden(number)] == hidden
    room = STRETCHED if made.viewport().width() - made.columnWidth(0) >= STRETCHED else LEAST_STRETCHED
    assert made.columnWidth(1) >= room


def tip_of(qtbot: QtBot, made: RecordTable, row: int, column: int) -> str:
    index = made.model().index(row, column)
    option = QStyleOptionViewItem()
    option.initFrom(made)
    option.widget = made
    option.rect = made.visualRect(index)
    at = option.rect.center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, made.viewport().mapToGlobal(at))
    delegate = made.itemDelegate()
    assert isinstance(delegate, ChipDelegate)
    delegate.helpEvent(event, made, option, index)
    shown = QToolTip.text() if QToolTip.isVisible() else ""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    return shown


def test_a_cell_that_is_cut_is_read_whole_in_its_tool_tip_and_another_has_none(
    application: QApplication, qtbot: QtBot
):
    long = "Carnet de dettes <b>à couverture rouge</b>, trouvé sous le matelas de la deuxième chambre"
    made = table(qtbot, rows=(("E-1", 5, long), ("E-2", 5, "Zippo")))

    cut, whole = tip_of(qtbot, made, 0, 1), tip_of(qtbot, made, 1, 1)

    assert "couverture rouge&lt;/b&gt;, trouvé sous le matelas" in cut
    assert whole == ""


def test_an_empty_table_says_what_to_do_on_screen_and_to_a_reader_of_screens(qtbot: QtBot):
    made = table(qtbot, rows=())
    before = made.viewport().grab().toImage()

    made.say_when_empty("Nothing yet. Add the first with the button below.")
    after = made.viewport().grab().toImage()

    assert before != after
    assert made.accessibleDescription().startswith("Nothing yet")
    made._rows.show_rows(ROWS)
    assert made.accessibleDescription() == ""


def test_the_sections_of_a_case_say_how_much_stands_in_them(desk: AppController, qtbot: QtBot, vault: Path):
    view = unlock(desk, qtbot, vault).cases.details
    persons = view.lists["persons"].rowCount()
    entry = view.sections.item("persons")

    before = entry.data(Qt.ItemDataRole.AccessibleTextRole)
    view.lists["persons"].show_rows(())

    assert persons > 0
    assert before == f"Persons \u2066{persons}\u2069"
    assert entry.data(Qt.ItemDataRole.AccessibleTextRole) == "Persons"


def test_a_late_entry_is_a_quiet_mark_and_a_mismatch_a_loud_one(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)
    view = window.custody
    late = next(found for found in view.rows.rows if found.is_late and not found.is_alarming)

    remark = event_columns(str)[-1]

    assert remark.tone is not None
    assert remark.read(late) == "Late entry"
    assert remark.tone(late) is Tone.PLAIN
    # A correction does not hide that it was entered late: a court asks for that.
    assert remark.read(replace(late, is_corrected=True)) == "Late entry, Corrected"
    assert remark.tone(replace(late, is_corrected=True)) is Tone.WARN


def test_enter_before_a_list_is_read_opens_its_row_when_it_is_there(qtbot: QtBot):
    made, opened = table(qtbot, rows=()), []
    made.opened.connect(opened.append)
    made.setFocus()

    qtbot.keyClick(made, Qt.Key.Key_Return)
    made._rows.show_rows(ROWS)
    made.choose_row(0)
    qtbot.waitUntil(lambda: bool(opened))

    assert opened == [ROWS[0]]


@pytest.mark.parametrize("then", ["another key", "another field", "a row that is there"])
def test_enter_opens_nothing_later_where_something_else_was_done_since(qtbot: QtBot, then: str):
    made, opened = table(qtbot, rows=ROWS if then == "a row that is there" else ()), []
    made.choose_row(1)
    made.setFocus()
    made.opened.connect(opened.append)

    qtbot.keyClick(made, Qt.Key.Key_Return)
    if then == "another key":
        qtbot.keyClick(made, Qt.Key.Key_Down)
    elif then == "another field":
        QApplication.sendEvent(made, QFocusEvent(QEvent.Type.FocusOut))
    made._rows.show_rows(ROWS)
    made.choose_row(0)
    qtbot.wait(30)

    assert opened == ([ROWS[1]] if then == "a row that is there" else [])


def test_numbers_end_at_the_right_in_every_script(qapp: QApplication):
    model = RowsModel([Column[Row](title="Size", read=lambda row: str(row[1]), at_end=True)])
    model.show_rows(ROWS)
    wanted = (
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    ).value

    asked = [model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)]
    asked.append(model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole))

    assert [int(each) for each in asked] == [wanted, wanted]


@pytest.mark.parametrize(
    ("name", "sums"),
    [
        ("transactions", {"Amount"}),
        ("hand_overs", {"Amount", "Up to"}),
        ("statements", {"Opening", "Closing"}),
        ("pay", {"Amount or hours", "Up to"}),
    ],
)
def test_sums_of_money_end_at_the_same_place(qapp: QApplication, name: str, sums: set[str]):
    columns = columns_of(name, lambda _: "", dict)

    assert {each.title for each in columns if each.at_end} >= sums


def test_the_kind_of_an_order_is_never_cut(desk: AppController, qtbot: QtBot, vault: Path):
    details = unlock(desk, qtbot, vault).cases.details
    details.sections.open("instruments")
    settle(desk, qtbot)

    shown = [each for each in details.findChildren(RecordTable) if each.isVisible()]

    assert [each.wordWrap() for each in shown] == [True]
