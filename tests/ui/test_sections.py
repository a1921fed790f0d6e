"""The sections of a case: reached and left by keys, named for screen readers, mirrored with the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle, unlock
from ui.application import AppController
from ui.widgets.sections import Section, Sections
from ui.widgets.table import RecordTable

NAMES = {"facts": "Case", "persons": "Persons", "pay": "Money", "accounts": "Money"}


@pytest.fixture
def sections(qtbot: QtBot) -> Sections:
    made = Sections("Sections of the case")
    qtbot.addWidget(made)
    for key, group in NAMES.items():
        made.add(Section(key=key, title=f"&{key.title()}", group=group), QLineEdit())
    made.resize(500, 400)
    made.show()
    made.list.setFocus()
    return made


@pytest.mark.parametrize(
    ("pressed", "shown"),
    [
        ([Qt.Key.Key_Down], "persons"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "pay"),
        ([Qt.Key.Key_End], "accounts"),
        ([Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Up], "persons"),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], "facts"),
        ([Qt.Key.Key_Home, Qt.Key.Key_Up], "facts"),
        ([Qt.Key.Key_A, Qt.Key.Key_C], "accounts"),
        ([Qt.Key.Key_P, Qt.Key.Key_A], "pay"),
    ],
)
def test_keys_go_from_entry_to_entry_and_pass_the_headings_by(
    sections: Sections, qtbot: QtBot, pressed: list[Qt.Key], shown: str
):
    for key in pressed:
        qtbot.keyClick(sections.list, key)

    assert sections.key() == shown
    assert sections.stack.currentIndex() == list(NAMES).index(shown)


def test_enter_goes_into_the_page_and_one_key_to_the_list_and_back(sections: Sections, qtbot: QtBot):
    qtbot.keyClick(sections.list, Qt.Key.Key_Down)
    page = sections.stack.currentWidget()
    places = []

    for key in (Qt.Key.Key_Return, Qt.Key.Key_F6, Qt.Key.Key_F6):
        qtbot.keyClick(sections.window().focusWidget(), key)
        places.append(sections.window().focusWidget())

    assert places == [page, sections.list, page]


def test_the_next_section_by_the_key_of_tabs_keeps_the_cursor_in_the_page(sections: Sections, qtbot: QtBot):
    sections.enter()

    qtbot.keyClick(sections.window().focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    on = sections.key(), sections.window().focusWidget() is sections.stack.currentWidget()
    backwards = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(sections.window().focusWidget(), Qt.Key.Key_Backtab, backwards)
    qtbot.keyClick(sections.window().focusWidget(), Qt.Key.Key_Backtab, backwards)

    assert on == ("persons", True)
    assert sections.key() == "accounts"


def test_alt_and_the_letter_of_a_section_show_it(sections: Sections, qtbot: QtBot):
    qtbot.keyClick(sections, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)

    assert sections.key() == "accounts"
    assert sections.window().focusWidget() is sections.stack.currentWidget()


def test_a_screen_reader_is_told_name_number_and_group(desk: AppController, qtbot: QtBot, vault: Path):
    view = unlock(desk, qtbot, vault).cases.details
    settle(desk, qtbot)
    listed = QAccessible.queryAccessibleInterface(view.sections.list)
    told = {
        (entry.text(QAccessible.Text.Name), entry.text(QAccessible.Text.Description))
        for entry in (listed.child(at) for at in range(listed.childCount()))
    }

    count = view.lists["persons"].rowCount()
    assert listed.text(QAccessible.Text.Name) == "Sections of the case"
    assert (f"Persons \u2066{count}\u2069", "Persons and objects") in told
    assert ("Accounts", "Money") in told


def test_a_click_on_a_heading_changes_nothing(sections: Sections, qtbot: QtBot):
    place = sections.list.visualItemRect(sections.list.item(0)).center()

    qtbot.mouseClick(sections.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert sections.key() == "facts"


def test_the_list_stands_where_lines_begin(sections: Sections, qtbot: QtBot):
    left = sections.list.x() < sections.stack.x()

    sections.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: sections.list.x() > sections.stack.x())

    assert left


def test_a_table_is_made_when_its_section_is_first_shown(desk: AppController, qtbot: QtBot, vault: Path):
    view = unlock(desk, qtbot, vault).cases.details
    settle(desk, qtbot)
    before = set(view.tables), len(view.findChildren(RecordTable))

    view.sections.open("persons")

    assert before == (set(), 0)
    assert set(view.tables) == {"persons"}
    assert view.sections.stack.currentWidget() is view.tables["persons"]


def test_the_list_of_cases_gives_its_room_to_the_case_and_comes_back_for_a_search(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    view = window.cases
    settle(desk, qtbot)
    view.table.setFocus()
    before = view.details.height()

    qtbot.keyClick(view.table, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.details.height() > before)
    away = view.table.isHidden(), window.focusWidget(), view.list_button.accessibleName()
    view.go_to_search()

    assert away == (True, view.details.sections.list, "Show the list")
    assert not view.table.isHidden()
    assert view.details.section() == "facts"
