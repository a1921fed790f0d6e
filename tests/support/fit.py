"""What is seen in a window and has no room: words that are cut, parts that stand outside or over others."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from ui.widgets.cells import is_cut
from ui.widgets.elided import ElidedLabel
from ui.widgets.tick_list import TickList

SCREEN = QRect(0, 0, 1366, 768)
LEAST_COLUMN = 60
"""Pixels of a column with a title; one that is narrower shows nothing of its text."""


def misfits(window: QWidget) -> list[str]:
    """One sentence for each fault; empty where everything that is seen can be read."""
    seen = [part for part in (window, *window.findChildren(QWidget)) if part.isVisible()]
    found = [fault for part in seen for fault in _faults(part)]
    found += _beyond(window, seen)
    if isinstance(window, QDialog) and window.frameGeometry().height() > SCREEN.height():
        found.append(f"the dialog is {window.height()} pixels high")
    return found


def _faults(part: QWidget) -> Iterator[str]:
    """The first kind of part that this is says what can be wrong with it."""
    check = next((check for kind, check in _CHECKS if isinstance(part, kind)), None)
    if check is not None:
        yield from check(part)


def _elided(label: ElidedLabel) -> Iterator[str]:
    if label.text() and label.toolTip() == "" and _cut(label, label.text()):
        yield f"no tool tip: {label.text()!r}"


def _button(part: QAbstractButton) -> Iterator[str]:
    """A tool tip helps where it has the words; many tell a key alone."""
    is_told = part.text().replace("&", "").rstrip("\u2026") in part.toolTip()
    if part.text() and part.width() < part.sizeHint().width() and not is_told:
        yield f"button {part.text()!r} has {part.width()} of {part.sizeHint().width()} pixels"


def _label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed:
            yield f"label {label.text()!r} has {label.height()} of {needed} pixels"
        longest = max(
            label.fontMetrics().horizontalAdvance(word) for word in re.split(r"[\s-]+", label.text())
        )
        if longest > label.width() and not label.toolTip():
            yield f"a word of {label.text()!r} is wider than {label.width()} pixels"
    elif _cut(label, label.text()) and not label.toolTip():
        yield f"label {label.text()!r} has {room.width()} pixels"


def _cut(label: QLabel, text: str) -> bool:
    plain = text.replace("&", "") if label.buddy() is not None else text
    widest = max(label.fontMetrics().horizontalAdvance(line) for line in plain.split("\n"))
    return widest > label.width() or label.fontMetrics().height() > label.height() + 2


def _tabs(bar: QTabBar) -> Iterator[str]:
    for number in range(bar.count()):
        place = bar.tabRect(number)
        if not bar.rect().contains(place) and not bar.usesScrollButtons():
            yield f"tab {bar.tabText(number)!r} stands outside"
    if bar.count() and bar.usesScrollButtons() and bar.sizeHint().width() > bar.width() + 1:
        yield f"the tabs need {bar.sizeHint().width()} of {bar.width()} pixels"


def _box(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    words = box.currentText() or box.placeholderText()
    if box.isEditable():
        words = ""
    if box.fontMetrics().horizontalAdvance(words) > field.width() and not box.toolTip():
        yield f"list {box.accessibleName()!r} shows {words!r} in {field.width()} pixels"


def _line(line: QLineEdit) -> Iterator[str]:
    if line.height() < line.fontMetrics().height() - 1:
        yield f"line {line.accessibleName()!r} is {line.height()} pixels high"
    shown = line.placeholderText() if not line.text() else ""
    margins = line.textMargins()
    room = line.width() - margins.left() - margins.right() - 18
    if line.fontMetrics().horizontalAdvance(shown) > room and not line.toolTip():
        yield f"the hint {shown!r} has {room} pixels"
    if line.text() and line.isReadOnly() and line.fontMetrics().horizontalAdvance(line.text()) > room:
        yield f"line {line.accessibleName()!r} cuts {line.text()!r}"


def _list(shown: QListView) -> Iterator[str]:
    for number in range(shown.model().rowCount()):
        item = shown.model().index(number, 0)
        wide = shown.sizeHintForColumn(0) > shown.viewport().width()
        needed = shown.fontMetrics().horizontalAdvance(item.data()) + 40
        if wide and needed > shown.viewport().width() and not item.data(Qt.ItemDataRole.ToolTipRole):
            yield f"entry {item.data()!r} of {shown.accessibleName()!r} is cut"


def _table(table: QTableView) -> Iterator[str]:
    header = table.horizontalHeader()
    for number in range(header.count()):
        if header.isSectionHidden(number):
            continue
        title = str(table.model().headerData(number, header.orientation()) or "")
        width = header.sectionSize(number)
        if title and width < LEAST_COLUMN and not is_short(table, number, width):
            yield f"column {title!r} of {table.accessibleName()!r} has {width} pixels"
    if header.length() > table.viewport().width() + 1:
        yield f"{table.accessibleName()!r} is {header.length()} wide in {table.viewport().width()} pixels"


def _area(area: QScrollArea) -> Iterator[str]:
    """A form that is wider than its part of the window is shifted, and its labels lose their beginning."""
    beyond = area.horizontalScrollBar().maximum()
    if beyond > 0 and area.widgetResizable():
        yield f"{area.accessibleName()!r} scrolls sideways by {beyond} pixels"


_CHECKS = (
    (ElidedLabel, _elided),
    (QLabel, _label),
    (QToolButton, lambda _: ()),
    (QAbstractButton, _button),
    (QTabBar, _tabs),
    (QComboBox, _box),
    (QLineEdit, _line),
    (QListWidget, _list),
    (TickList, _list),
    (QTableView, _table),
    (QScrollArea, _area),
)


def is_short(table: QTableView, column: int, width: int) -> bool:
    """Whether everything in a column fits."""
    option = QStyleOptionViewItem()
    option.font = table.font()
    words = [str(table.model().index(at, column).data() or "") for at in range(table.model().rowCount())]
    return not any(is_cut(option, each, width, chip=False) for each in words)


def _beyond(window: QWidget, seen: list[QWidget]) -> Iterator[str]:
    """What stands outside the part that holds it, unless that scrolls."""
    for part in seen:
        outer = part.parentWidget()
        if part is window or outer is None or part.isWindow() or not _says_something(part):
            continue
        if _scrolls(part, window):
            continue
        place = QRect(part.mapTo(window, QPoint()), part.size())
        if not window.rect().adjusted(-1, -1, 1, 1).contains(place):
            yield f"{_name(part)} stands at {place.getRect()} outside {window.rect().getRect()}"


def _scrolls(part: QWidget, window: QWidget) -> bool:
    outer = part.parentWidget()
    while outer is not None and outer is not window:
        if isinstance(outer, (QScrollArea, QAbstractScrollArea)):
            return True
        outer = outer.parentWidget()
    return False


def _says_something(part: QWidget) -> bool:
    return isinstance(part, (QLabel, QAbstractButton, QLineEdit, QComboBox))


def _name(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName() or getattr(part, 'text', str)()!r}"


def overlaps(window: QWidget) -> list[str]:
    """Labels, buttons and fields that stand over each other within one part."""
    seen = [part for part in window.findChildren(QWidget) if part.isVisible() and _says_something(part)]
    found = []
    for at, one in enumerate(seen):
        for other in seen[at + 1 :]:
            if one.parentWidget() is not other.parentWidget():
                continue
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 1 and shared.height() > 1 and _speaks(one) and _speaks(other):
                found.append(f"{_name(one)} overlaps {_name(other)}")
    return found


def _speaks(part: QWidget) -> bool:
    return not isinstance(part, QLabel) or bool(part.text())
