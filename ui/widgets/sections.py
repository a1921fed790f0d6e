"""Sections: a list of named pages in groups, with the chosen page beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.named import set_by_name
from ui.rows import RowsModel
from ui.shortcuts import SECTIONS, chosen
from ui.text import isolate

_KEY, _TITLE, _COUNT = (Qt.ItemDataRole.UserRole + number for number in range(3))
_HEIGHT, _HEADING_HEIGHT, _MARGIN = 24, 28, 9
"""In pixels."""
_NO_FLAGS = Qt.ItemFlag.NoItemFlags


def _flags(left: Qt.AlignmentFlag, right: Qt.AlignmentFlag) -> tuple[int, int, int]:
    """How title, number and heading are drawn where lines begin on this side."""
    middle, mnemonic = Qt.AlignmentFlag.AlignVCenter, Qt.TextFlag.TextShowMnemonic
    begin = int(left | Qt.AlignmentFlag.AlignAbsolute)
    return (
        int(begin | middle) | int(mnemonic),
        int(right | Qt.AlignmentFlag.AlignAbsolute | middle),
        int(begin | Qt.AlignmentFlag.AlignBottom),
    )


_FLAGS = {
    Qt.LayoutDirection.LeftToRight: _flags(Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight),
    Qt.LayoutDirection.RightToLeft: _flags(Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One page. title: with the letter that Alt reaches it by, if it has one. group: the heading above it."""

    key: str
    title: str
    group: str = ""


class Sections(QWidget):
    """The list at the leading edge, the page beside it. turned: the key of the section that is shown now.

    Arrow keys, Home, End and the first letters of a name choose in the list; Enter goes into the page, and
    one key (`shortcuts.SECTIONS`) from anywhere to the list and back. Ctrl+Tab turns to the next section.
    """

    turned = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.list = _List(name)
        self.list.currentItemChanged.connect(lambda *_: self._turn())
        self.list.activated.connect(lambda _: self.enter())
        self.stack = QStackedWidget()
        self._items: dict[str, QListWidgetItem] = {}
        self._pages: dict[str, QWidget] = {}
        self._group = ""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(self.list)
        across.addWidget(_upright())
        self.body = QVBoxLayout()
        """The page, and what its owner puts below it."""
        self.body.setSpacing(8)
        self.body.addWidget(self.stack, 1)
        across.addLayout(self.body, 1)
        QShortcut(QKeySequence(chosen(SECTIONS)), self, self._go_between)

    def add(self, section: Section, page: QWidget | None = None) -> None:
        """Add a section below the others of its group. A page can follow with `put`, when it is needed."""
        if section.group != self._group:
            self._group = section.group
            self.list.addItem(_heading(section.group))
        plain = section.title.replace("&", "")
        item = QListWidgetItem(plain)
        item.setData(_KEY, section.key)
        item.setData(_TITLE, section.title)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, section.group)
        self._items[section.key] = item
        if page is not None:
            self.put(section.key, page)
        self.list.addItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentItem(item)
        letter = QKeySequence.mnemonic(section.title)
        if not letter.isEmpty():
            QShortcut(letter, self, lambda: self._open_and_enter(section.key))

    def put(self, key: str, page: QWidget) -> None:
        """Put the page of a section in its place."""
        self._pages[key] = page
        self.stack.addWidget(page)
        if key == self.key():
            self.stack.setCurrentWidget(page)

    def count(
        self,
        key: str,
        rows: RowsModel[Any],
        *,
        stays: bool = False,
        whole: Callable[[], int] | None = None,
    ) -> None:
        """Show the number of a table's rows after the title of its section.

        stays: also while the table is empty because another section is shown, until `uncount`. whole: how
        many rows a list has that is read page by page.
        """

        def tell() -> None:
            shown = rows.rowCount()
            if shown or not stays:
                self._tell_count(key, whole() if whole and shown else shown)

        rows.modelReset.connect(tell)
        tell()

    def uncount(self, key: str) -> None:
        """Show no number: nothing is known of this section."""
        self._tell_count(key, 0)

    def _tell_count(self, key: str, count: int) -> None:
        item = self._items[key]
        item.setData(_COUNT, str(count) if count else "")
        told = f"{item.text()} {isolate(str(count))}" if count else item.text()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)

    def key(self) -> str:
        """The key of the section that is shown; empty if there is none."""
        item = self.list.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def listed(self) -> tuple[str, ...]:
        """The keys of all sections, in the order of the list."""
        return tuple(self._items)

    def item(self, key: str) -> QListWidgetItem:
        """The entry of a section in the list."""
        return self._items[key]

    def titles(self) -> tuple[str, ...]:
        """The titles of all sections, each with its letter."""
        return tuple(str(item.data(_TITLE)) for item in self._items.values())

    def open(self, key: str) -> None:
        """Show a section. Raises KeyError if there is none with this key."""
        self.list.setCurrentItem(self._items[key])

    def enter(self) -> None:
        """Go from the list into the page."""
        page = self.stack.currentWidget()
        if page is not None:
            page.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Tab and Ctrl+Shift+Tab turn to the next section and to the former one."""
        if event.matches(QKeySequence.StandardKey.NextChild):
            self._step(1)
        elif event.matches(QKeySequence.StandardKey.PreviousChild):
            self._step(-1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        keys = self.listed()
        was_inside = not self.list.hasFocus()
        self.open(keys[(keys.index(self.key()) + by) % len(keys)])
        if was_inside:
            self.enter()

    def _turn(self) -> None:
        key = self.key()
        if not key:
            return
        # Who listens makes the page of a section that is shown for the first time.
        self.turned.emit(key)
        if key in self._pages:
            self.stack.setCurrentWidget(self._pages[key])

    def _open_and_enter(self, key: str) -> None:
        self.open(key)
        self.enter()

    def _go_between(self) -> None:
        if self.list.hasFocus():
            self.enter()
        else:
            self.list.setFocus()


class _List(QListWidget):
    """As wide as its widest entry. A heading is no entry: keys and clicks pass it by."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("part", "sections")
        self.setItemDelegate(_Entries(self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        set_by_name(self, horizontalScrollBarPolicy="ScrollBarAlwaysOff")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The room of the widest entry, with its number and the scroll bar."""
        metrics = QFontMetrics(_font(self.font(), self.font().pointSizeF(), bold=True))
        widest = max(
            (metrics.horizontalAdvance(self.item(at).text()) for at in range(self.count())), default=0
        )
        beside = metrics.horizontalAdvance("000") + 2 * _MARGIN + self.verticalScrollBar().sizeHint().width()
        return QSize(widest + beside, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.sizeHint().width(), 4 * _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Home goes to the first entry: Qt would go to the heading above it, and stay."""
        if event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.setCurrentRow(next(at for at in range(self.count()) if self.item(at).flags() != _NO_FLAGS))
            self.scrollToTop()
        else:
            super().keyPressEvent(event)


class _Entries(QStyledItemDelegate):
    """Draws headings small and quiet, entries with their letter underlined and their number at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        is_first = index.row() == 0
        height = _HEIGHT if _is_entry(index) or is_first else _HEADING_HEIGHT
        return QSize(option.rect.width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = theme.tokens()
        lead, tail, below = _FLAGS[option.direction]
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.save()
        if not _is_entry(index):
            painter.setFont(_font(option.font, 8.5, bold=True))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(room.adjusted(0, 0, 0, -3), below, index.data())
        else:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_ground(painter, option, is_chosen=is_chosen)
            if is_chosen:
                painter.setFont(_font(option.font, option.font.pointSizeF(), bold=True))
            painter.setPen(QColor(tokens.accent if is_chosen else tokens.text))
            painter.drawText(room, lead, index.data(_TITLE))
            if count := index.data(_COUNT):
                painter.setFont(_font(option.font, 9))
                painter.setPen(QColor(tokens.accent if is_chosen else tokens.muted))
                painter.drawText(room, tail, count)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_chosen: bool) -> None:
        tokens = theme.tokens()
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not is_chosen and not is_under:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_keys = is_chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(tokens.accent), 1) if has_keys else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft if is_chosen else tokens.hover))
        ground: QRect = option.rect
        painter.drawRoundedRect(ground.adjusted(1, 0, -1, -1), 5, 5)


def _is_entry(index: QModelIndex | QPersistentModelIndex) -> bool:
    return bool(index.data(_KEY))


def _font(base: QFont, points: float, *, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def _heading(words: str) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setFlags(_NO_FLAGS)
    return item


def _upright() -> QFrame:
    """A thin line from top to bottom."""
    line = QFrame()
    line.setProperty("part", "line")
    line.setFixedWidth(1)
    return line
