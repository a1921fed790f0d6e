"""A list to choose from, of any length."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox

from ui.widgets.basic import restyle
from ui.widgets.wheel import MEASURED, Box

_LONG, _SEEN = "long", 20
"""The part of a list that is too long to open over its box; the choices that it shows then."""
_LEAST = 24
"""Characters for which a closed list has room if it is too long to be as wide as its longest."""


class LongBox(Box):
    """Qt holds the words, so that it lays out a long list without asking; `values` are beside them."""

    def __init__(self, choices: Sequence[tuple[str, object]] = ()) -> None:
        super().__init__()
        self.values: list[object] = []
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.choices.setUniformItemSizes(True)
        self.offer_choices(choices)

    def offer_choices(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these alone; the first is chosen."""
        self.values = [value for _, value in choices]
        self._words.setStringList([shown for shown, _ in choices])
        self._fit()
        self.setCurrentIndex(0 if choices else -1)

    def add_choices(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these too."""
        first = len(self.values)
        self.values += [value for _, value in choices]
        if not choices or not self._words.insertRows(first, len(choices)):
            return
        self._words.blockSignals(True)
        for number, (shown, _) in enumerate(choices, start=first):
            self._words.setData(self._words.index(number), shown)
        self._words.blockSignals(False)
        self._words.dataChanged.emit(self._words.index(first), self._words.index(len(self.values) - 1))
        self._fit()

    def drop_last(self) -> None:
        """Offer the last one no more."""
        self.values.pop()
        self._words.removeRows(len(self.values), 1)

    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> Any:  # noqa: N802 - Qt's name
        return self.itemData(self.currentIndex(), role)

    def itemData(self, number: int, role: int = Qt.ItemDataRole.UserRole) -> Any:  # noqa: N802 - Qt's name
        if role != Qt.ItemDataRole.UserRole:
            return super().itemData(number, role)
        return self.values[number] if 0 <= number < len(self.values) else None

    def findData(  # noqa: N802 - Qt's name
        self,
        value: object,
        /,
        role: int = Qt.ItemDataRole.UserRole,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchExactly,
    ) -> int:
        if role != Qt.ItemDataRole.UserRole:
            return super().findData(value, role, flags)
        return self.values.index(value) if value in self.values else -1

    def _fit(self) -> None:
        if len(self.values) > MEASURED and self.property("part") != _LONG:
            # Qt measures each choice of a list that opens over its box, and few of one that opens below it.
            self.setProperty("part", _LONG)
            self.setMaxVisibleItems(_SEEN)
            restyle(self)
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(_LEAST)
