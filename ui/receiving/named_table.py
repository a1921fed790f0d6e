"""A table with its name above it, as the dialogs of packages show several of them."""

from PySide6.QtWidgets import QVBoxLayout

from ui.rows import RowsModel
from ui.widgets.basic import Label, Part
from ui.widgets.table import RecordTable


def named_table[R](
    column: QVBoxLayout, rows: RowsModel[R], name: str, empty: str, *, height: int = 150
) -> RecordTable:
    """Put a table at the end of a column. name: with the letter that leads to it; empty: if it has no row."""
    found = RecordTable(rows, name.replace("&", ""))
    found.keep_low(height)
    found.say_when_empty(empty)
    label = Label(name, Part.CAPTION)
    label.setBuddy(found)
    column.addWidget(label)
    column.addWidget(found)
    return found
