"""What a form knows of its dates: enough for forms without any, which do not load the fields."""

from PySide6.QtWidgets import QLineEdit, QWidget


class DateBase(QWidget):
    """The base of the fields in `ui.widgets.dates`. edit: the typed line."""

    edit: QLineEdit

    def error(self) -> str:
        """Return why the text cannot be read; empty if it can."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Show why it is refused, until the text changes; empty: no more."""
        raise NotImplementedError


def first_error(form: QWidget) -> DateBase | None:
    """Return the first date of a form that cannot be read."""
    return next(
        (
            field
            for field in form.findChildren(DateBase)
            if field.isEnabled() and not field.isHidden() and field.error()
        ),
        None,
    )
