"""Tabs with counts."""

from typing import Any

from PySide6.QtWidgets import QTabWidget

from ui.rows import RowsModel
from ui.text import isolate


def count_in_tab(tabs: QTabWidget, number: int, title: str, rows: RowsModel[Any]) -> None:
    """Show the number of a table's rows after the title of its tab."""

    def name() -> None:
        count = rows.rowCount()
        tabs.setTabText(number, f"{title}  {isolate(str(count))}" if count else title)

    rows.modelReset.connect(name)
    name()
