"""Lists that are read page by page: the first rows at once, the others when they are looked for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle, unlock
from thb_desktop.services.evidence import exhibits
from ui import paging
from ui.application import AppController
from ui.custody.view import CustodyView
from ui.exhibits.view import ExhibitsView
from ui.main_window import MainWindow
from ui.paging import Paging

EXHIBITS, CUSTODY, EXPORT = 2, 3, 4


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of two rows, and a table that asks for no more by itself."""
    monkeypatch.setattr(paging, "FEW", 2)


def page(desk: AppController, qtbot: QtBot, vault: Path, number: int) -> MainWindow:
    window = unlock(desk, qtbot, vault)
    window.exhibits.rows.wants_more.disconnect(window.exhibits.model.pages.more)
    window.custody.rows.wants_more.disconnect(window.custody.model.pages.more)
    window.go(number)
    settle(desk, qtbot)
    return window


def numbers(view: ExhibitsView) -> list[str]:
    return [row.exhibit.number for row in view.rows.rows]


def test_the_first_exhibits_are_shown_with_the_number_of_all(desk: AppController, qtbot: QtBot, vault: Path):
    view = page(desk, qtbot, vault, EXHIBITS).exhibits

    assert len(numbers(view)) == 2
    assert view.model.pages.total > 2
    assert view.count.text() == f"{view.model.pages.total} exhibits"


def test_further_exhibits_follow_in_order_when_the_table_asks_for_them(
    desk: AppController, qtbot: QtBot, vault: Path
):
    view = page(desk, qtbot, vault, EXHIBITS).exhibits
    view.rows.wants_more.connect(view.model.pages.more)

    while view.rows.canFetchMore():
        view.rows.fetchMore()
        settle(desk, qtbot)

    assert len(numbers(view)) == view.model.pages.total
    assert numbers(view) == list(dict.fromkeys(numbers(view)))
    assert len(view.model.choices["exhibit"]) == len(numbers(view))


def test_a_search_reads_the_whole_list(desk: AppController, qtbot: QtBot, vault: Path):
    view = page(desk, qtbot, vault, EXHIBITS).exhibits
    with qtbot.waitSignal(view.model.listed):
        view.model.pages.more()
    known = set(numbers(view))
    last = next(words for words, _ in reversed(view.model.choices["exhibit"]))
    number = last.split()[0].strip("\u2066\u2068\u2069")
    assert number not in known

    view.search.setText(number)
    settle(desk, qtbot)

    assert numbers(view) == [number]
    assert not view.model.pages.has_more


def test_an_order_by_a_column_is_that_of_the_whole_list(desk: AppController, qtbot: QtBot, vault: Path):
    view = page(desk, qtbot, vault, EXHIBITS).exhibits

    view.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    settle(desk, qtbot)

    assert len(numbers(view)) == view.model.pages.total
    assert view.model.exhibit is not None
    given = [row.exhibit.number for row, _ in view._all]
    assert numbers(view) == given[::-1]


def test_the_chosen_exhibit_is_found_beyond_the_first_page(desk: AppController, qtbot: QtBot, vault: Path):
    window = page(desk, qtbot, vault, EXHIBITS)
    view = window.exhibits
    wanted = view.model.choices["exhibit"][-1][1]

    view.return_to(wanted)
    settle(desk, qtbot)

    assert view.model.exhibit is not None
    assert view.model.exhibit.exhibit.id == wanted
    assert view.table.current_record().exhibit.id == wanted  # type: ignore[attr-defined]


def test_the_events_of_an_exhibit_that_is_not_read_yet_are_found(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = page(desk, qtbot, vault, EXHIBITS)
    wanted = window.exhibits.model.choices["exhibit"][-1][1]

    window.exhibits.wants_custody.emit(wanted)
    settle(desk, qtbot)

    view: CustodyView = window.custody
    assert view.exhibit.currentData() == wanted
    assert {row.exhibit.id for row in view.rows.rows} == {wanted}


def test_all_events_are_counted_before_they_are_read(desk: AppController, qtbot: QtBot, vault: Path):
    view = page(desk, qtbot, vault, CUSTODY).custody

    assert view.model.pages.has_more
    assert view.count.text() == f"{view.model.pages.total} events recorded in this case"
    assert len(view.rows.rows) < view.model.pages.total


def test_every_exhibit_is_offered_for_a_bundle_and_all_can_be_chosen(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = page(desk, qtbot, vault, EXPORT)
    held = window.export.exhibits

    held.toggle()
    held.add([])

    assert held.count() == len(held.chosen()) > 2


def test_a_list_of_another_case_drops_what_is_still_read(desk: AppController, qtbot: QtBot, vault: Path):
    window = page(desk, qtbot, vault, EXHIBITS)
    model, case = window.exhibits.model, window.exhibits.model.case
    assert case is not None
    pages = Paging(model)
    arrived: list[bool] = []
    pages.arrived.connect(lambda _, first: arrived.append(first))

    for _ in range(2):
        pages.begin(
            lambda session, after, count: exhibits.page_of_bare_exhibits(
                session, case.id, after=after, count=count
            )
        )
    settle(desk, qtbot)

    assert arrived == [True]
