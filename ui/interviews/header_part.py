"""One part of the header of a record."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.basic import Label, Part, button, row
from ui.widgets.form import Form
from ui.widgets.scrolled import Scrolled


class HeaderPart(QWidget):
    """The values of one part of the header, and a button to change them."""

    def __init__(self, title: str, change: Callable[[], None]) -> None:
        super().__init__()
        self.change_button = button(self.tr("&Change\u2026"), change, icon="pencil")
        self._form = Form()
        self._form.setVerticalSpacing(6)
        area = Scrolled(title)
        area.column.addLayout(self._form)
        area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(title, Part.HEADING))
        column.addWidget(area, 1)
        column.addLayout(row(None, self.change_button))

    def show_values(self, values: Sequence[tuple[str, str, bool]]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for what, how, exact in values:
            self._form.tell(what, how, exact=exact)
