"""Columns that yield their room to others as long as no row says anything in them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHeaderView

from ui.rows import RowsModel


class Yielding:
    """Of one table. narrow: the columns that yield at present."""

    def __init__(self, rows: RowsModel[Any]) -> None:
        self._rows = rows
        self.narrow: frozenset[int] = frozenset()

    def look(self) -> None:
        """Find which columns yield."""
        columns, rows = self._rows.columns, self._rows.rows
        self.narrow = frozenset(
            number for number, each in enumerate(columns) if each.yields and rows and each.is_silent(rows)
        )

    def ends(self, first: int, new: Sequence[Any]) -> bool:
        """Whether other columns yield, now that there are these new rows from the first on."""
        before, columns = self.narrow, self._rows.columns
        if not first:
            self.look()
        self.narrow = frozenset(each for each in self.narrow if columns[each].is_silent(new))
        return self.narrow != before

    def stretches(self, number: int) -> bool:
        """Whether a column has no width of its own, or takes what others yield."""
        column = self._rows.columns[number]
        if self.narrow and (column.takes or number in self.narrow):
            return number not in self.narrow
        return not column.width

    def stretch(self, header: QHeaderView) -> None:
        """Let the columns stretch that do so now."""
        modes = QHeaderView.ResizeMode
        for number in range(len(self._rows.columns)):
            mode = modes.Stretch if self.stretches(number) else modes.Interactive
            if header.sectionResizeMode(number) is not mode:
                header.setSectionResizeMode(number, mode)
