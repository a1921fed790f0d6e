"""Nothing becomes a window of its own but what is meant as one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.appearances import appearances
from tests.support.controllers import open_dialog, settle, unlock
from ui.application import AppController
from ui.tones import Tone
from ui.widgets.basic import Chip, Notice


def turn(application: QApplication) -> None:
    for _ in range(20):
        application.processEvents()


@pytest.mark.parametrize("page", [0, 2])
def test_filtering_a_list_shows_no_window(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, page: int
):
    window = unlock(desk, qtbot, vault)
    window.go(page)
    settle(desk, qtbot)
    view = window.pages[page]

    with appearances(application) as seen:
        for sign in "E-01":
            qtbot.keyClicks(view.search, sign)
            application.processEvents()
        for _ in range(4):
            qtbot.keyClick(view.search, Qt.Key.Key_Backspace)
            settle(desk, qtbot)
        turn(application)

    assert seen == []


@pytest.mark.parametrize("page", [2, 3])
def test_holding_down_in_a_list_shows_no_window(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, page: int
):
    window = unlock(desk, qtbot, vault)
    window.go(page)
    settle(desk, qtbot)
    table = window.pages[page].table
    table.setFocus()

    with appearances(application) as seen:
        for _ in range(12):
            qtbot.keyClick(table, Qt.Key.Key_Down)
            application.sendPostedEvents()
        settle(desk, qtbot)
        turn(application)

    assert seen == []


def test_walking_through_the_pages_shows_no_window(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)

    with appearances(application) as seen:
        for number in [*range(len(window.pages)), 1, 5, 3]:
            window.go(number)
            settle(desk, qtbot)
            turn(application)

    assert seen == []


def test_a_dialog_opens_one_window(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)

    with appearances(application) as seen:
        window.custody.new_button.click()
        dialog = open_dialog(application, qtbot)
        settle(desk, qtbot)
        turn(application)

    assert seen == [type(dialog).__name__]


def test_a_part_that_says_something_before_it_stands_in_a_page_is_no_window(application: QApplication):
    with appearances(application) as seen:
        chip, notice = Chip("Late entry", Tone.PLAIN), Notice()
        chip.show_as("Superseded", Tone.BAD)
        notice.tell("Something to be read.")
        turn(application)

    page = QWidget()
    for part in (chip, notice):
        part.setParent(page)
    assert seen == []
    assert chip.isVisibleTo(page)
    assert notice.isVisibleTo(page)
