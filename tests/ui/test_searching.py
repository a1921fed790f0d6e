"""The search of the window: from everywhere by a key, as typed, and Enter leads to the place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle, unlock
from thb_desktop.domain.searching import SearchKind
from thb_desktop.services.searching.search import Hit
from ui.application import AppController
from ui.interviews.view import InterviewsView
from ui.main_window import MainWindow
from ui.searching.dialogs import SearchDialog


def searching(desk: AppController, qtbot: QtBot, vault: Path, key: Qt.Key) -> tuple[MainWindow, SearchDialog]:
    window = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    if key is Qt.Key.Key_F:  # the first time it goes to the list of the page
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = window.findChildren(SearchDialog)
    return window, dialog


def test_words_are_found_as_they_are_typed_and_enter_leads_to_the_turn(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window, dialog = searching(desk, qtbot, vault, Qt.Key.Key_K)

    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        qtbot.keyClicks(dialog.typed, "ho chieu")
    settle(desk, qtbot)
    hits = dialog.hits.rows
    turn = next(number for number, hit in enumerate(hits) if hit.kind is SearchKind.TESTIMONY)
    dialog.table.choose_row(turn)
    assert str(len(hits)) in dialog.counts.text()
    assert "Hộ chiếu" in str(dialog.hits.index(turn, 2).data())[:60]
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert isinstance(window.stack.currentWidget(), InterviewsView)
    assert window.interviews.open_id() == hits[turn].subject


def test_the_search_is_narrowed_and_told_and_nothing_is_refused_in_place(
    desk: AppController, qtbot: QtBot, vault: Path
):
    _, dialog = searching(desk, qtbot, vault, Qt.Key.Key_F)
    dialog.kind.setCurrentIndex(dialog.kind.findData(SearchKind.CUSTODY.value))
    with qtbot.waitSignal(dialog._model.found, timeout=20_000):
        qtbot.keyClicks(dialog.typed, "0476/12.34.56")
    settle(desk, qtbot)

    assert all(isinstance(hit, Hit) and hit.kind is SearchKind.CUSTODY for hit in dialog.hits.rows)
    assert "0476/12.34.56" in dialog.counts.text().replace("\u2068", "").replace("\u2069", "")
    dialog.typed.setText("!")
    with qtbot.waitSignal(dialog._model.refused, timeout=20_000):
        qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert dialog.notice.isVisible()
