"""Checklists for the content of a bundle."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from thb_desktop.domain.case import in_language
from thb_desktop.domain.exhibit import Exhibit
from ui import theme
from ui.text import as_plain_tip, isolate, isolate_words, translate
from ui.widgets.fields import tickable

MOST_ROWS = 7
"""Visible rows of a list; a longer list scrolls."""
EDGE = 4
"""Least margin around the rows of a list, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """value: the id to choose. barred: why it cannot be chosen, or empty."""

    shown: str
    value: str
    barred: str = ""


class Checklist(QListWidget):
    """As high as its entries, so that none is cut. An entry that cannot be chosen is grey, with the
    reason.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._kept: frozenset[str] = frozenset()
        self._takes_all = False
        self._fit()

    def fill(self, entries: Sequence[Entry], *, at_first: bool = False) -> None:
        """List these; chosen entries stay chosen, and nothing else is chosen by the program.

        at_first: choose everything when the list is first filled.
        """
        every = at_first and not tickable(self)
        self._kept, self._takes_all = frozenset(self.chosen()), False
        self.clear()
        self._list(entries, every=every)

    def add(self, entries: Sequence[Entry]) -> None:
        """List these too. What was chosen before `fill` stays chosen; all are, if all were chosen since."""
        self._list(entries, every=self._takes_all)

    def _list(self, entries: Sequence[Entry], *, every: bool) -> None:
        for entry in entries:
            item = QListWidgetItem(entry.shown, self)
            item.setData(Qt.ItemDataRole.UserRole, entry.value)
            item.setToolTip(as_plain_tip(entry.shown))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if entry.barred:
                _bar(item, entry)
                continue
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            wanted = every or entry.value in self._kept
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self._fit()

    def chosen(self) -> list[str]:
        """The values that are ticked."""
        ticked = [item for item in tickable(self) if item.checkState() is Qt.CheckState.Checked]
        return [item.data(Qt.ItemDataRole.UserRole) for item in ticked]

    def toggle(self) -> None:
        """Tick all, or none if all are ticked."""
        every = len(self.chosen()) == len(tickable(self))
        self._takes_all = not every
        for item in tickable(self):
            item.setCheckState(Qt.CheckState.Unchecked if every else Qt.CheckState.Checked)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fit whole rows; the margins are known only when the list is shown."""
        row = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        rows = min(max(self.count(), 1), MOST_ROWS)
        around = self.height() - self.viewport().height() if self.isVisible() else EDGE
        self.setFixedHeight(rows * row + max(around, EDGE))


def _bar(item: QListWidgetItem, entry: Entry) -> None:
    shown = translate("checklist", "{entry}  \u2014  {reason}").format(entry=entry.shown, reason=entry.barred)
    item.setText(shown)
    item.setForeground(QColor(theme.tokens().muted))
    item.setToolTip(as_plain_tip(shown))


def exhibit_entries(found: Iterable[Exhibit], language: str) -> list[Entry]:
    """Return an entry for each exhibit, with its number and title. language: of the case."""
    titles = ((each, isolate_words(in_language(each.titles, language))) for each in found)
    return [Entry(shown=f"{isolate(each.number)}  {title}", value=each.id) for each, title in titles]
