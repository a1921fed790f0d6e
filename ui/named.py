"""Properties of Qt's parts, set by the names of their values.

Qt makes all the enumerations of its class `Qt` at the first use of one: a twelfth of the time until the
first window. What that window needs is set from here instead.
"""

from PySide6.QtCore import QObject


def set_by_name(part: QObject, **values: str) -> None:
    """Set properties, as in `alignment="AlignLeft|AlignTop"`. Raises ValueError if Qt knows no such name."""
    for name, value in values.items():
        if not part.setProperty(name, value):
            message = f"{name} is not set to {value}"
            raise ValueError(message)
