"""Forms: a label with its mnemonic beside each field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from ui.text import isolate
from ui.widgets.basic import Label


class Form(QFormLayout):
    """Labels at the side, fields beside them; a field without a name takes that of its label."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(10)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def add[W: QWidget](self, label: str, field: W) -> W:
        shown = Label(label)
        shown.setBuddy(field)
        shown.setMinimumHeight(30)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self.addRow(shown, field)
        return field

    def tell(self, label: str, value: str, *, exact: bool = False) -> Label:
        """A value to be read, not changed."""
        shown = Label(isolate(value) if exact else value, wrap=True).selectable()
        shown.setAccessibleName(f"{label}: {value}")
        name = Label(label)
        name.setProperty("part", "muted")
        name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.addRow(name, shown)
        return shown


def line(text: str = "", placeholder: str = "", *, name: str = "") -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(placeholder)
    if name:
        field.setAccessibleName(name)
    return field
