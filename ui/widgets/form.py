"""Forms: a label with its mnemonic beside each field."""

from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from ui.named import set_by_name
from ui.text import isolate, isolate_words, with_name
from ui.widgets.basic import Label
from ui.widgets.date_base import DateBase

LONG = 240
"""Least width of a field in a dialog, in pixels."""


SHORT = 60
"""Signs of a value that is read as one line."""


class Form(QFormLayout):
    """Labels at the side, fields beside them; a field without a name gets that of its label."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(10)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        set_by_name(self, labelAlignment="AlignLeading|AlignVCenter")

    def stack(self) -> "Form":
        """Put each label above its field."""
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.setVerticalSpacing(4)
        return self

    def add[W: QWidget](self, label: str, field: W) -> W:
        shown = Label(label)
        shown.setBuddy(field)
        if field.focusProxy() is not None:
            # Else Qt lets the underlined letter of the label do nothing.
            set_by_name(field, focusPolicy="StrongFocus")
        shown.setMinimumHeight(30)
        if isinstance(field, DateBase):
            # The text below a date is not part of the line that the label names.
            shown.setMaximumHeight(30)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self.addRow(shown, field)
        if isinstance(field, DateBase):
            self.setAlignment(shown, QtCore.Qt.AlignmentFlag.AlignTop)
        return field

    def tell(self, label: str, value: str, *, exact: bool = False) -> Label:
        """A read-only value."""
        shown = Label(isolate(value) if exact else isolate_words(value), wrap=True).selectable()
        shown.setAccessibleName(with_name(label, value))
        if len(value) <= SHORT and not shown.alignment() & QtCore.Qt.AlignmentFlag.AlignAbsolute:
            # A name in another script begins beside its label; a longer text keeps the side of its script.
            shown.setAlignment(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignAbsolute)
        name = Label(label)
        name.setProperty("part", "muted")
        name.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignLeading)
        self.addRow(name, shown)
        return shown


def align(parts: QWidget) -> None:
    """Align the fields of all forms in it, and make them wide enough."""
    forms = parts.findChildren(Form)
    labels = [label for form in forms for label in _in(form, QFormLayout.ItemRole.LabelRole)]
    widest = max((label.sizeHint().width() for label in labels if isinstance(label, QLabel)), default=0)
    for label in labels:
        label.setMinimumWidth(widest)
    for field in (field for form in forms for field in _in(form, QFormLayout.ItemRole.FieldRole)):
        if isinstance(field, (QLineEdit, QtWidgets.QComboBox)):
            field.setMinimumWidth(LONG)


def _in(form: Form, role: QFormLayout.ItemRole) -> list[QWidget]:
    items = [form.itemAt(number, role) for number in range(form.rowCount())]
    return [widget for item in items if item is not None and (widget := item.widget()) is not None]


def line(text: str = "", placeholder: str = "", *, name: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(placeholder)
    if name:
        field.setAccessibleName(name)
    return field
