"""The wheel scrolls: it changes no list, no number and no date that is not open."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollBar,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.code import ROOT
from tests.support.controllers import at_the_desk, start_window, unlock
from tests.ui.test_mnemonics import LEFT, Walk
from ui import theme
from ui.application import AppController
from ui.settings import Scheme, Settings
from ui.text import isolate
from ui.widgets import choose
from ui.widgets.choices import ValueBox
from ui.widgets.dates import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.scrolled import Scrolled
from ui.widgets.wheel import Box, NumberBox, hold_still

HELD = (QComboBox, QAbstractSpinBox, QAbstractSlider, DateField)


def turn(widget: QWidget, up: bool = False) -> None:
    """One notch of the wheel over the middle of a widget, whether it has the focus or not."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(0, 0),
        QPoint(0, 120 if up else -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def value_of(widget: QWidget) -> object:
    match widget:
        case QComboBox():
            return widget.currentIndex(), widget.currentText()
        case QAbstractSpinBox():
            return widget.text()
        case QAbstractSlider():
            return widget.value()
        case DateField():
            return widget.edit.text()
    raise TypeError(type(widget))


def held_in(window: QWidget) -> list[QWidget]:
    return [
        part
        for part in window.findChildren(QWidget)
        if isinstance(part, HELD) and not isinstance(part, QScrollBar)
    ]


def changed_by_wheel(window: QWidget) -> list[str]:
    """What a wheel turned down and up over it has changed."""
    changed = []
    for widget in held_in(window):
        inner = widget.findChildren(QLineEdit)
        before = value_of(widget)
        for part in (widget, *inner):
            for up in (False, True, True):
                turn(part, up)
                if value_of(widget) != before:
                    changed.append(f"{type(widget).__name__} {widget.accessibleName()}")
                    break
    return changed


def letters_that_lead_nowhere(window: QWidget) -> list[str]:
    """Labels with an underlined letter whose field does not take the focus from it."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisible() and "&" in each.text()]
    named = [(each.text(), each.buddy()) for each in labels if each.buddy() is not None]
    return [
        text
        for text, field in named
        if field.isVisible() and field.isEnabled() and field.focusPolicy() is Qt.FocusPolicy.NoFocus
    ]


def fields_that_the_wheel_enters(window: QWidget) -> list[str]:
    """Fields that would take the keyboard when somebody only scrolls over them."""
    return [
        f"{type(each).__name__} {each.accessibleName()}"
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() is Qt.FocusPolicy.WheelFocus
        and isinstance(each, (*HELD, QTextEdit))
        and not isinstance(each, QScrollBar)
    ]


class WheelWalk(Walk):
    """Turns the wheel over every list, number and date that can be seen, and notes the letters too."""

    turned = 0

    def __init__(self, application: QApplication, desk: AppController, qtbot: QtBot) -> None:
        super().__init__(application, desk, qtbot)
        self.changed: dict[str, list[str]] = {}
        self.dead: dict[str, list[str]] = {}

    def note(self, window: QWidget, name: str) -> None:
        super().note(window, name)
        if dead := [*letters_that_lead_nowhere(window), *fields_that_the_wheel_enters(window)]:
            self.dead[name] = dead
        self.turned += len(held_in(window))
        if changed := changed_by_wheel(window):
            self.changed[name] = changed


def filled(box: QComboBox) -> QComboBox:
    box.addItems(["one", "two", "three"])
    box.setCurrentIndex(1)
    return box


def test_a_wheel_over_fields_of_qt_would_change_them(application: QApplication, qtbot: QtBot) -> None:
    """What the others prove: the wheel of these tests is a real one."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(filled(QComboBox()))
    window.layout().addWidget(QSpinBox(value=5))

    changed = changed_by_wheel(window)

    assert [each.split()[0] for each in changed] == ["QComboBox", "QSpinBox", "QSpinBox"]


def test_lists_and_numbers_of_the_program_are_left_alone(application: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    editable = filled(Box())
    editable.setEditable(True)
    for part in (filled(Box()), editable, NumberBox(value=5)):
        (window.layout() or QVBoxLayout(window)).addWidget(part)
    window.show()

    changed = changed_by_wheel(window)
    held_in(window)[0].setFocus()
    with_focus = changed_by_wheel(window)

    assert (changed, with_focus) == ([], [])


def test_a_dialog_of_qt_is_held_still(application: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "Files", str(tmp_path), "Pictures (*.png);;Texts (*.txt);;All (*)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    assert changed_by_wheel(dialog)

    hold_still(dialog)

    assert changed_by_wheel(dialog) == []


def test_in_any_window_or_dialog_the_wheel_changes_nothing_and_no_letter_reaches_two_things(
    application: QApplication, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "_ask", lambda dialog: dialog.deleteLater() or [])
    monkeypatch.setattr(Dialog, "exec", lambda dialog: dialog.open() or 0)
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language="en")) as desk:
        walk = WheelWalk(application, desk, qtbot)
        desk.start(vault)
        walk.start(start_window(desk))
        window = unlock(desk, qtbot, vault)
        walk.pages(window)
        walk.dialogs(window)

    assert walk.changed == {}
    assert walk.dead == {}
    assert walk.turned > 60
    assert set(walk.found) == LEFT["en"], walk.found


def test_no_list_number_or_date_of_qt_stands_in_the_window() -> None:
    """Each is of `ui.widgets.wheel` or `ui.widgets.dates`: Qt turns a date that is typed into another."""
    plain = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QSlider", "QDial"}
    dated = {"QDateEdit", "QDateTimeEdit", "QTimeEdit"}
    offenders = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        if path.name == "wheel.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            made = [node.func] if isinstance(node, ast.Call) else []
            made += node.bases if isinstance(node, ast.ClassDef) else []
            names = {each.id for each in made if isinstance(each, ast.Name)} & plain
            names |= {node.id} & dated if isinstance(node, ast.Name) else set()
            offenders += [f"{path.relative_to(ROOT)}: {name}" for name in sorted(names)]

    assert offenders == []


def test_letters_find_a_choice_that_begins_with_a_mark_of_direction(qtbot: QtBot):
    box = ValueBox([(f"{isolate('O-01')}  Jan", 1), (f"{isolate('O-02')}  Els", 2), ("Other", 3)], name="By")
    qtbot.addWidget(box)
    box.setCurrentIndex(2)
    box.show()

    qtbot.keyClicks(box, "O-02")

    assert box.currentData() == 2


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_an_open_list_shows_its_last_choice_whole(application: QApplication, qtbot: QtBot, count: int):
    window = QWidget()
    qtbot.addWidget(window)
    box = ValueBox([(f"choice {number}", number) for number in range(count)])
    QVBoxLayout(window).addWidget(box)
    theme.dress(window)
    window.show()

    box.showPopup()

    view = box.view()
    shown = view.viewport().rect()
    rows = [view.visualRect(box.model().index(number, 0)) for number in (0, count - 1)]
    assert all(shown.contains(each) for each in rows), (shown, rows)
    box.hidePopup()


def test_an_open_list_without_an_answer_begins_at_nothing_and_enter_takes_nothing(qtbot: QtBot):
    box = ValueBox((("One", 1), ("Two", 2)))
    box.setCurrentIndex(-1)
    qtbot.addWidget(box)
    box.show()

    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(box.choices.isVisible)
    begun = box.choices.currentIndex().row()
    QTest.keyClick(box.choices, Qt.Key.Key_Return)
    nothing = box.currentIndex()
    QTest.keyClick(box.choices, Qt.Key.Key_Down)
    QTest.keyClick(box.choices, Qt.Key.Key_Return)

    assert (begun, nothing) == (-1, -1)
    assert box.currentData() == 1


def test_an_open_list_with_an_answer_begins_at_it(qtbot: QtBot):
    box = ValueBox((("One", 1), ("Two", 2)))
    box.setCurrentIndex(1)
    qtbot.addWidget(box)
    box.show()

    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(box.choices.isVisible)

    assert box.choices.currentIndex().row() == 1


ROLES = (("No answer", None), ("Person concerned", 1), ("Person suspected", 2), ("Partner", 3))


def roles(qtbot: QtBot) -> ValueBox:
    box = ValueBox(ROLES, name="Role")
    qtbot.addWidget(box)
    box.show()
    return box


def test_a_blank_belongs_to_the_words_that_find_a_choice(qtbot: QtBot):
    box = roles(qtbot)

    qtbot.keyClicks(box, "person s")

    assert box.currentData() == 2
    assert not box.choices.isVisible()


def test_words_that_no_choice_begins_with_leave_what_was_chosen(qtbot: QtBot):
    box = roles(qtbot)
    box.setCurrentIndex(0)

    qtbot.keyClicks(box, "photo")

    assert box.currentData() is None


def test_a_name_behind_a_code_is_found_after_what_begins_so(qtbot: QtBot):
    listed = (("A-1  Noor Bell", 1), ("P-INT  Karim Bouazza", 2), ("Karl", 3))
    box = ValueBox(listed, name="Interpreter")
    qtbot.addWidget(box)
    box.show()
    found = []

    for typed in ("karim", "p-i", "noor", "karl", "bouazza"):
        box.choices._at = 0.0  # a second has passed
        qtbot.keyClicks(box, typed)
        found.append(box.currentData())

    assert found == [2, 2, 1, 3, 3]


def test_the_same_letter_again_goes_on_to_the_next_choice(qtbot: QtBot):
    box = roles(qtbot)
    box.setCurrentIndex(0)

    qtbot.keyClicks(box, "pp")

    assert box.currentData() == 2


def test_tab_leaves_an_open_list_with_what_it_stands_at(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    box, after = ValueBox(ROLES, name="Role"), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(box)
    column.addWidget(after)
    window.show()
    box.setCurrentIndex(0)
    box.setFocus()

    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(box.choices.isVisible)
    qtbot.keyClicks(box.choices, "partner")
    QTest.keyClick(box.choices, Qt.Key.Key_Tab)

    assert box.currentData() == 3
    assert not box.choices.isVisible()
    assert window.focusWidget() is after


def test_a_field_that_the_keyboard_reaches_is_shown(qtbot: QtBot):
    part = Scrolled("Form")
    qtbot.addWidget(part)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        part.column.addWidget(field)
    part.resize(300, 200)
    part.show()
    with qtbot.waitActive(part):
        part.activateWindow()
    qtbot.waitUntil(lambda: part.verticalScrollBar().maximum() > 0)

    fields[-1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    assert (
        part.viewport()
        .rect()
        .intersects(fields[-1].rect().translated(fields[-1].mapTo(part.viewport(), QPoint(0, 0))))
    )


def test_a_number_stands_as_far_from_the_edge_as_other_texts(qtbot: QtBot):
    box = NumberBox(value=12)
    qtbot.addWidget(box)

    assert (box.lineEdit().textMargins().left(), box.lineEdit().textMargins().right()) == (8, 8)
