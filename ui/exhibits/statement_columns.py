"""The form by which somebody says what the columns of a table are. It proposes nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from thb_desktop.exchange.statements.columns import DELIMITERS, ORDERS, ColumnChoice
from ui.forms.editors import ChoiceEditor
from ui.forms.typed import LineEditor
from ui.widgets.basic import Label, Part, button, row

_LAST_HEADER = 100_000
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
    """wants_titles: the titles of the columns are to be read, by this delimiter and row. lacks: they cannot
    be, because of this field; and what is to be said there.
    """

    wants_titles = Signal(str, int)
    lacks = Signal(object, str)

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

    def lack(self) -> tuple[QWidget, str] | None:
        """Return the first field without which no row can be read, and what is to be said there."""
        told, fields = self.choice(), self.fields
        has_both = bool(told.paid_in and told.paid_out)
        wanted = (
            (bool(told.order), "order", self.tr("Choose in which order the date is written.")),
            (bool(told.decimal), "decimal", self.tr("Choose the sign before the decimals.")),
            (bool(told.day), "day", self.tr("Choose the column of the date. Read the titles first.")),
            (
                bool(told.amount) or has_both,
                "amount",
                self.tr("Choose the column of the amount, or one each for what came in and what went out."),
            ),
            (
                bool(told.currency or told.currency_of_all),
                "currency_of_all",
                self.tr("Write the currency of all rows, or choose its column."),
            ),
            (
                bool(told.debit) or not told.sign,
                "debit",
                self.tr("Write by which word the column of the direction says what went out."),
            ),
            (
                bool(told.sign) or not told.debit,
                "sign",
                self.tr("Choose the column in which this word stands, or leave the word out."),
            ),
        )
        of_columns = next(((fields[name], said) for holds, name, said in wanted if not holds), None)
        return self._lack_of_titles() or of_columns

    def _lack_of_titles(self) -> tuple[QWidget, str] | None:
        header = str(self.header.value()).strip()
        if not self.delimiter.value():
            return self.delimiter, self.tr("Choose by which sign the columns are divided.")
        if not (header.isdecimal() and header.isascii() and 0 < int(header) < _LAST_HEADER):
            return self.header, self.tr("Write the number of the row in which the titles stand.")
        return None

    def _ask_titles(self) -> None:
        lack = self._lack_of_titles()
        if lack is None:
            self.wants_titles.emit(self.delimiter.value(), int(str(self.header.value()).strip()))
        else:
            self.lacks.emit(*lack)

    def _said(self, delimiter: str) -> str:
        names = {";": self.tr("semicolon"), ",": self.tr("comma"), "tab": self.tr("tab")}
        return names.get(delimiter, self.tr("vertical line"))
