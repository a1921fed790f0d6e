"""Lists of any length: what grows with them is done in pieces, and Qt holds the words."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox, QTableView
from pytestqt.qtbot import QtBot

from ui import pieces, rows
from ui.pieces import Pieces, letting_go
from ui.rows import Column, RowsModel
from ui.widgets.long_box import LongBox
from ui.widgets.row_heights import RowHeights
from ui.widgets.tick_list import Entry, TickList, Ticks
from ui.widgets.wheel import MEASURED, Box

MANY = 5000
pytestmark = pytest.mark.usefixtures("application")


def endless(done: list[int]) -> Iterator[None]:
    while True:
        done.append(1)
        yield


def columns() -> tuple[Column[str], ...]:
    return (Column(title="Number", read=lambda row: row),)


def choices(count: int) -> list[tuple[str, str]]:
    return [(f"\u2068E-{number}\u2069  A coat", str(number)) for number in range(count)]


def entries(count: int) -> list[Entry]:
    return [Entry(shown=f"E-{number}", value=str(number)) for number in range(count)]


def test_short_work_is_done_at_once(qapp: QApplication):
    steps, ended = iter([1, 2, 3]), []

    Pieces(qapp).begin(steps, lambda: ended.append(True))

    assert ended == [True]
    assert list(steps) == []


def test_long_work_lets_the_window_answer_between_its_pieces(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pieces, "PIECE", 0.0)
    work, done = Pieces(qapp), []

    work.begin(endless(done))
    first = len(done)
    qtbot.waitUntil(lambda: len(done) > 3)
    work.end()
    last = len(done)
    qtbot.wait(20)

    assert first == 1
    assert len(done) == last
    assert not work.is_at_work


def test_another_work_takes_the_place_of_the_one_before(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pieces, "PIECE", 0.0)
    work, former, ended = Pieces(qapp), [], []

    work.begin(endless(former), lambda: ended.append("former"))
    work.begin(iter(range(5)), lambda: ended.append("later"))
    qtbot.waitUntil(lambda: bool(ended))

    assert ended == ["later"]
    assert len(former) == 1


def test_rows_are_forgotten_from_their_end():
    known = list(range(2500))
    steps = letting_go(known)

    next(steps)
    after_one = len(known)
    rest = list(steps)

    assert after_one == 1500
    assert len(rest) == 2
    assert known == []


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_many_rows_are_sorted_in_pieces_as_a_few_are_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, order: Qt.SortOrder
):
    monkeypatch.setattr(pieces, "PIECE", 0.0)
    given = [f"E-{number % 700}" for number in range(MANY)]
    model = RowsModel(columns())
    model.show_rows(given)

    model.sort(0, order)
    shown_at_once = list(model.rows)
    qtbot.waitUntil(lambda: list(model.rows) != given)

    few = RowsModel(columns())
    monkeypatch.setattr(rows, "AT_ONCE", MANY)
    few.show_rows(given)
    few.sort(0, order)
    assert shown_at_once == given
    assert [id(row) for row in model.rows] == [id(row) for row in few.rows]


def test_a_choice_among_sorted_rows_is_in_order_at_once(qtbot: QtBot):
    given = [f"E-{number}" for number in reversed(range(MANY))]
    model = RowsModel(columns())
    model.show_rows(given)
    model.sort(0)
    qtbot.waitUntil(lambda: model.rows[0] == "E-0")

    model.show_rows([row for row in given if row.endswith("7")])

    assert model.rows[:2] == ("E-7", "E-17")


def test_the_chosen_row_stays_chosen_while_many_are_sorted(qtbot: QtBot):
    model = RowsModel(columns())
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    model.show_rows([f"E-{number}" for number in reversed(range(MANY))])
    table.setCurrentIndex(model.index(0, 0))

    model.sort(0)
    qtbot.waitUntil(lambda: model.rows[0] == "E-0")

    assert table.currentIndex().row() == MANY - 1


def test_a_long_box_finds_and_adds_what_it_offers(qtbot: QtBot):
    box = LongBox(choices(MANY))
    qtbot.addWidget(box)

    box.setCurrentIndex(box.findData("4000"))
    box.add_choices([("Another", "another")])

    assert box.currentData() == "4000"
    assert box.itemText(box.findData("another")) == "Another"
    assert box.findData("nothing") == -1
    assert box.count() == MANY + 1


def test_letters_find_a_choice_of_a_long_box_after_marks_of_direction(qtbot: QtBot):
    box = LongBox(choices(MANY))
    qtbot.addWidget(box)

    for letter in "e-4321":
        box.choices.keyboardSearch(letter)

    assert box.choices.currentIndex().row() == 4321


def test_only_a_long_list_opens_below_its_box(qtbot: QtBot):
    few, many = LongBox(choices(MEASURED)), LongBox(choices(MEASURED + 1))
    for box in (few, many):
        qtbot.addWidget(box)

    assert few.property("part") is None
    assert many.property("part") == "long"


def test_the_ticks_of_a_long_list_are_kept_by_value(qtbot: QtBot):
    box = TickList()
    qtbot.addWidget(box)
    box.ticks.fill(entries(10))
    box.ticks.tick(entries(3))
    box.ticks.fill(entries(2))

    box.ticks.add(entries(4)[2:])

    assert box.chosen() == ["0", "1", "2"]
    assert box.ticks.unticked() == ["3"]


@pytest.mark.parametrize(
    "change",
    [
        lambda ticks: ticks.fill(entries(3)),
        lambda ticks: ticks.add([Entry(shown="E-10", value="10")]),
        lambda ticks: ticks.tick(entries(5)),
        lambda ticks: ticks.tick_all_but(["7"]),
        lambda ticks: ticks.setData(
            ticks.index(4), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
        ),
        lambda ticks: ticks.setData(
            ticks.index(0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole
        ),
    ],
    ids=["fill", "add", "tick", "all but", "tick one", "untick one"],
)
def test_what_is_ticked_is_gathered_once_after_each_change(qtbot: QtBot, change: Callable[[Ticks], object]):
    box = TickList()
    qtbot.addWidget(box)
    box.ticks.fill(entries(10))
    box.ticks.tick(entries(2))
    before = box.ticks.ticked(), box.ticks.unticked()
    assert all(
        now is then for now, then in zip((box.ticks.ticked(), box.ticks.unticked()), before, strict=True)
    )

    change(box.ticks)

    shown = {
        box.ticks.index(number).data(Qt.ItemDataRole.UserRole): box.ticks.index(number).data(
            Qt.ItemDataRole.CheckStateRole
        )
        for number in range(box.count())
    }
    assert box.ticks.ticked() == [each for each, state in shown.items() if state is Qt.CheckState.Checked]
    assert box.ticks.unticked() == [each for each, state in shown.items() if state is Qt.CheckState.Unchecked]
    assert (box.ticks.ticked(), box.ticks.unticked()) != before


def test_a_click_ticks_an_entry_that_is_not_barred(qtbot: QtBot):
    box = TickList()
    qtbot.addWidget(box)
    box.ticks.fill([Entry(shown="E-1", value="1"), Entry(shown="E-2", value="2", barred="not signed")])
    box.show()

    for number in range(2):
        box.setCurrentIndex(box.ticks.index(number))
        qtbot.keyClick(box, Qt.Key.Key_Space)

    assert box.chosen() == ["1"]
    assert "not signed" in box.ticks.index(1).data()
    assert box.ticks.index(1).data(Qt.ItemDataRole.CheckStateRole) is None


def test_rows_in_sight_are_fitted_at_once_and_stay_where_they_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pieces, "PIECE", 0.0)
    model = RowsModel(columns())
    model.show_rows(["A long sentence that takes several lines in a narrow column"] * 200)
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setColumnWidth(0, 60)
    table.resize(200, 300)
    table.show()
    before = table.rowHeight(0)
    heights = RowHeights(table)

    heights.fit_around(150)
    table.scrollTo(model.index(150, 0), QTableView.ScrollHint.PositionAtTop)
    heights.fit()
    at = table.rowViewportPosition(150)
    qtbot.waitUntil(lambda: table.rowHeight(199) > before)
    qtbot.waitUntil(lambda: table.rowHeight(0) > before)

    assert table.rowViewportPosition(150) == at


def test_what_is_fitted_at_once_is_what_fills_the_view(qtbot: QtBot):
    model = RowsModel(columns())
    model.show_rows(["A long sentence that takes several lines in a narrow column"] * 200)
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setColumnWidth(0, 60)
    table.resize(200, 300)
    table.show()
    before, room = table.rowHeight(0), table.viewport().height()
    heights = RowHeights(table, seen_only=True)
    heights.fit_soon()

    heights.fit_around(100)

    fitted = [number for number in range(200) if table.rowHeight(number) > before]
    high = table.rowHeight(100)
    below, above = [each for each in fitted if each >= 100], [each for each in fitted if each < 100]
    assert fitted == list(range(fitted[0], fitted[-1] + 1))
    assert (len(below) - 1) * high < room <= len(below) * high
    assert (len(above) - 1) * high < room <= len(above) * high
    table.scrollTo(model.index(100, 0), QTableView.ScrollHint.PositionAtTop)
    seen = range(table.rowAt(0), table.rowAt(room - 1) + 1)
    assert set(seen) <= set(fitted)
    table.verticalScrollBar().setValue(0)
    assert table.rowHeight(0) == high
    assert table.rowHeight(50) == before


def test_a_choice_that_is_cut_ends_with_an_ellipsis_and_is_whole_in_its_tip(qtbot: QtBot):
    box = Box()
    qtbot.addWidget(box)
    words = "purposes in an individual case (Article 38(1)(d))"
    box.addItem(words)
    box.keep_narrow()
    shown = {}
    for width in (180, 900):
        box.resize(width, 34)
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        shown[width] = option.currentText

    assert shown[180].endswith("\u2026")
    assert shown[900] == words == box.currentText()
    box.resize(180, 34)
    box.say_whole()
    assert words in box.toolTip()
