"""A list of any length whose entries can be ticked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QListView, QWidget

from ui import theme
from ui.pieces import Pieces, letting_go
from ui.text import as_plain_tip, translate
from ui.widgets.basic import Label, Part

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """value: the id to choose. barred: why it cannot be chosen, or empty. told: what a mark in `shown` means,
    for the tip and for screen readers.
    """

    shown: str
    value: str
    barred: str = ""
    told: str = ""

    @property
    def words(self) -> str:
        if not self.barred:
            return self.shown
        told = translate("checklist", "{entry}  \u2014  {reason}")
        return told.format(entry=self.shown, reason=self.barred)


class Ticks(QStringListModel):
    """The entries and their ticks. Qt holds the words, so that it lays out a long list without asking."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._ticked: set[str] = set()
        self._answer: tuple[list[str], list[str]] | None = None
        """What is ticked and what is not, until one of them changes: drafts ask several times a second."""
        self._former = Pieces(self)

    def fill(self, entries: Sequence[Entry]) -> None:
        """List these alone; ticked entries stay ticked."""
        self._ticked, former = set(self.ticked()), self.entries
        self.entries, self._answer = list(entries), None
        self.setStringList([entry.words for entry in entries])
        self._former.begin(letting_go(former))

    def add(self, entries: Sequence[Entry]) -> None:
        """List these too."""
        if not entries:
            return
        first = len(self.entries)
        self.entries += entries
        self._answer = None
        self.insertRows(first, len(entries))
        self.blockSignals(True)
        for number, entry in enumerate(entries, start=first):
            super().setData(self.index(number), entry.words)
        self.blockSignals(False)
        self._tell(first)

    def renew(self, row: int, entry: Entry) -> None:
        """Show this row in other words; its value and its tick stay."""
        former = self.entries[row]
        self.entries[row] = entry
        if former.words != entry.words:
            super().setData(self.index(row), entry.words)

    def ticked(self) -> list[str]:
        """The values that are ticked: the same list until something changes, so nobody writes into it."""
        return self._answers()[0]

    def unticked(self) -> list[str]:
        """The values that could be ticked and are not. The same list each time, as of `ticked`."""
        return self._answers()[1]

    def is_ticked(self, value: str) -> bool:
        return value in self._ticked

    def tick(self, entries: Sequence[Entry]) -> None:
        self._ticked.update(entry.value for entry in entries if not entry.barred)
        self._answer = None
        self._tell(0)

    def turn(self, rows: Sequence[int]) -> None:
        """Tick these rows; untick them if all were ticked."""
        values = {self.entries[row].value for row in rows if not self.entries[row].barred}
        if values <= self._ticked:
            self._ticked -= values
        else:
            self._ticked |= values
        self._answer = None
        self._tell(0)

    def tick_all_but(self, left_out: Collection[str]) -> None:
        """Tick what can be ticked, except these."""
        without = set(left_out)
        self._ticked = {entry.value for entry in self.entries if not entry.barred} - without
        self._answer = None
        self._tell(0)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return super().data(index, role)
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.value if role == Qt.ItemDataRole.UserRole else entry.told or entry.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_plain_tip(entry.told or entry.words)
        if role == Qt.ItemDataRole.CheckStateRole and not entry.barred:
            return Qt.CheckState.Checked if entry.value in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and entry.barred:
            return QColor(theme.tokens().muted)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        chosen = self.entries[index.row()].value
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(chosen)
        else:
            self._ticked.discard(chosen)
        self._answer = None
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and not self.entries[index.row()].barred:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _answers(self) -> tuple[list[str], list[str]]:
        if self._answer is None:
            ticked: list[str] = []
            unticked: list[str] = []
            for entry in self.entries:
                if not entry.barred:
                    (ticked if entry.value in self._ticked else unticked).append(entry.value)
            self._answer = ticked, unticked
        return self._answer

    def _tell(self, first: int) -> None:
        if self.entries:
            self.dataChanged.emit(self.index(first), self.index(len(self.entries) - 1))


class TickList(QListView):
    """One entry a line; an entry that cannot be ticked is grey, with the reason. Space ticks all lines that
    are marked with Shift and the arrow keys.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.ticks = Ticks(self)
        self.setModel(self.ticks)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def count(self) -> int:
        return len(self.ticks.entries)

    def chosen(self) -> list[str]:
        """The values that are ticked."""
        return self.ticks.ticked()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        marked = self.selectionModel().selectedRows()
        if event.key() == Qt.Key.Key_Space and len(marked) > 1:
            self.ticks.turn([each.row() for each in marked])
        else:
            super().keyPressEvent(event)


def labelled_ticks(body: QBoxLayout, name: str, height: int) -> TickList:
    """Add a list to tick, of a fixed height in pixels, below its name with the underlined letter."""
    found = TickList(name.replace("&", ""))
    found.setFixedHeight(height)
    label = Label(name, Part.CAPTION)
    label.setBuddy(found)
    body.addWidget(label)
    body.addWidget(found)
    return found
