"""The form by which somebody says what the columns of a table are. It proposes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from thb_desktop.exchange.statements.columns import DELIMITERS, ORDERS, ColumnChoice
from ui.forms.editors import ChoiceEditor
from ui.forms.typed import LineEditor
from ui.widgets.basic import Label, Part, button, row

_WIDE = 2
"""Fields beside each other."""


def in_pairs(labels: Sequence[str], fields: Sequence[QWidget], part: Part = Part.MUTED) -> QGridLayout:
    """Return fields with their labels, two beside each other. part: of the labels."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    for side in range(_WIDE):
        grid.setColumnStretch(2 * side + 1, 1)
    for number, (told, field) in enumerate(zip(labels, fields, strict=True)):
        shown = Label(told, part, wrap=part is Part.MUTED)
        shown.setBuddy(field)
        field.setAccessibleName(told.replace("&", ""))
        at, side = divmod(number, _WIDE)
        grid.addWidget(shown, at, 2 * side)
        grid.addWidget(field, at, 2 * side + 1)
    return grid


class ColumnsForm(QWidget):
    """wants_titles: the titles of the columns are to be read, by this delimiter and row."""

    wants_titles = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        words = {
            "order": self.tr("Order of the date"),
            "decimal": self.tr("Sign before the decimals"),
            "currency_of_all": self.tr("Currency of all rows"),
            "day": self.tr("Column of the date"),
            "value_day": self.tr("Column of the value date"),
            "amount": self.tr("Column of the amount with its sign"),
            "sign": self.tr("Column of the direction"),
            "debit": self.tr("Its word for what went out"),
            "paid_in": self.tr("Column of what came in"),
            "paid_out": self.tr("Column of what went out"),
            "balance": self.tr("Column of the balance"),
            "currency": self.tr("Column of the currency"),
            "counterparty": self.tr("Column of the other party"),
            "account": self.tr("Column of the other account"),
            "text": self.tr("Column of the text"),
            "reference": self.tr("Column of the reference"),
        }
        orders = [self.tr("year, month, day"), self.tr("day, month, year"), self.tr("month, day, year")]
        signs = [(self.tr("comma"), ","), (self.tr("point"), ".")]
        fixed = {"order": list(zip(orders, ORDERS, strict=True)), "decimal": signs}
        self.delimiter = ChoiceEditor([(self._said(each), each) for each in DELIMITERS])
        self.header = LineEditor()
        self.header.setText("1")
        self.fields: dict[str, ChoiceEditor | LineEditor] = {
            name: LineEditor() if name in ("debit", "currency_of_all") else ChoiceEditor(fixed.get(name, ()))
            for name in words
        }
        self._columns = [
            name for name, each in self.fields.items() if isinstance(each, ChoiceEditor) and name not in fixed
        ]
        self.titles_button = button(self.tr("&Read the titles"), self._ask_titles, icon="eye")
        labels = (self.tr("Columns are divided by"), self.tr("Row of the titles"), *words.values())
        fields = (self.delimiter, self.header, *self.fields.values())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row(self.titles_button, None))
        outer.addLayout(in_pairs(labels, fields))

    def offer(self, titles: Sequence[str]) -> None:
        """Offer these columns; what was chosen stays, where it is among them."""
        for name in self._columns:
            field = self.fields[name]
            if isinstance(field, ChoiceEditor):
                field.offer([(each, each) for each in titles if each])

    def choice(self) -> ColumnChoice:
        """Return what was chosen; what was not is empty."""
        told = {name: str(field.value() or "").strip() for name, field in self.fields.items()}
        return ColumnChoice(
            delimiter=self.delimiter.value() or "", header=str(self.header.value()).strip(), **told
        )

    def _ask_titles(self) -> None:
        header = str(self.header.value()).strip()
        if self.delimiter.value() and header.isdecimal() and header.isascii() and len(header) < 6:
            self.wants_titles.emit(self.delimiter.value(), int(header))
        else:
            self.delimiter.setFocus()

    def _said(self, delimiter: str) -> str:
        names = {";": self.tr("semicolon"), ",": self.tr("comma"), "tab": self.tr("tab")}
        return names.get(delimiter, self.tr("vertical line"))
