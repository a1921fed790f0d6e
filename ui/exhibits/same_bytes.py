"""The dialog that says which other exhibits of the case have the same bytes, and leads to them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.intake import Met
from ui.rows import Column, RowsModel
from ui.text import visible
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable


class SameBytesDialog(Dialog):
    """wants_exhibit: show the exhibit with this id."""

    wants_exhibit = Signal(str)

    def __init__(self, parent: QWidget, met: Sequence[Met]) -> None:
        super().__init__(
            parent,
            self.tr("The same bytes are in the case already"),
            self.tr(
                "Each exhibit keeps its own copy, so that one can be returned or erased without the other."
            ),
        )
        self.setMinimumWidth(760)
        self.rows: RowsModel[Met] = RowsModel(
            (
                Column(title=self.tr("This file"), read=lambda each: visible(each.path)),
                Column(title=self.tr("Exhibit"), read=lambda each: each.same.number, width=130, exact=True),
                Column(title=self.tr("Its file"), read=lambda each: visible(each.same.name), width=240),
            ),
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Files with the same bytes"), wrap=True)
        self.table.setMinimumHeight(220)
        self.rows.show_rows(list(met))
        self.table.opened.connect(self._go)
        self.body.addWidget(self.table)
        self.go_button = button(
            self.tr("&Go to this exhibit"), lambda: self._go(self.table.current_record()), icon="archive"
        )
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(self.go_button, None, self.main_button))
        self.table.choose_row(0)

    def _go(self, chosen: object) -> None:
        if isinstance(chosen, Met):
            self.accept()
            self.wants_exhibit.emit(chosen.same.exhibit_id)
