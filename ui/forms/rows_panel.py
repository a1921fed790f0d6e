"""RowsPanel: the rows of one kind in a record, with buttons to add, change and strike out."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.rows import Column, RowsModel
from ui.widgets.basic import button, row
from ui.widgets.table import RecordTable, show_entries

Lead = tuple[str, Callable[[Any], None], Callable[[Any], bool]]
"""The words of a button at a row, what it does, and for which rows."""


class RowsPanel(QWidget):
    """A table with its buttons; each act is passed on, and the rows are shown again afterwards.

    add, change, strike: the acts of the buttons; change and strike get the chosen row. Without an act, the
    panel has no such button. read: shows the chosen row in full, where it cannot be changed. lead: the words
    of a button to what a row names, where it leads, and whether a row names it.
    """

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Any]],
        *,
        empty: str,
        add: Callable[[], None] | None = None,
        change: Callable[[Any], None] | None = None,
        strike: Callable[[Any], None] | None = None,
        read: Callable[[Any], None] | None = None,
        lead: Lead | None = None,
    ) -> None:
        super().__init__()
        self.rows: RowsModel[Any] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, title, wrap=True)
        self._change, self._strike, self._read, self._empty = change, strike, read, empty
        self._may_change = True
        self.add_button = button(self.tr("&Add\u2026"), add or (lambda: None), icon="plus")
        self.change_button = button(self.tr("&Change\u2026"), self._change_chosen, icon="pencil")
        self.strike_button = button(self.tr("&Strike out\u2026"), self._strike_chosen, icon="x", part="quiet")
        self.read_button = button(self.tr("Read in f&ull\u2026"), self._read_chosen, icon="eye")
        self._lead = lead
        self.lead_button = button(lead[0], self._follow, part="quiet") if lead else None
        self._acts = (
            (self.add_button, add is not None),
            (self.change_button, change is not None),
            (self.strike_button, strike is not None),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.table, 1)
        acts = (self.strike_button, self.change_button, self.add_button, self.read_button)
        leads = (self.lead_button,) if self.lead_button else ()
        column.addLayout(row(*leads, None, *acts))
        self.let_change(True)  # after they are in the panel: shown earlier, each would be a window of its own
        self.table.chosen.connect(lambda _: self._enable())
        self.table.opened.connect(lambda _: self._open_chosen())
        self.show_rows(())

    def let_change(self, may: bool) -> None:
        """Enable the acts, or show the rows read-only."""
        self._may_change = may
        for part, wanted in self._acts:
            part.setVisible(may and wanted)
        self.read_button.setVisible(not may and self._read is not None)
        adds = may and self._acts[0][1]
        next_step = self.tr("Add the first entry with the button below.")
        self.table.say_when_empty(f"{self._empty} {next_step}" if adds else self._empty)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows. An added row is chosen; otherwise, the chosen one stays chosen."""
        show_entries(self.rows, self.table, rows)
        self._enable()

    def _enable(self) -> None:
        chosen = self.table.current_record()
        self.change_button.setEnabled(chosen is not None)
        self.strike_button.setEnabled(chosen is not None)
        self.read_button.setEnabled(chosen is not None)
        if self._lead and self.lead_button:
            self.lead_button.setEnabled(chosen is not None and self._lead[2](chosen))

    def _follow(self) -> None:
        record = self.table.current_record()
        if record is not None and self._lead is not None:
            self._lead[1](record)

    def _open_chosen(self) -> None:
        if self._may_change:
            self._change_chosen()
        else:
            self._read_chosen()

    def _read_chosen(self) -> None:
        record = self.table.current_record()
        if record is not None and self._read is not None:
            self._read(record)

    def _change_chosen(self) -> None:
        record = self.table.current_record()
        if record is not None and self._change is not None:
            self._change(record)

    def _strike_chosen(self) -> None:
        record = self.table.current_record()
        if record is not None and self._strike is not None:
            self._strike(record)
