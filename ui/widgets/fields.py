"""The fields of a form: found by their attribute names, read, and written again."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from ui.widgets.date_base import DateBase
from ui.widgets.long_box import LongBox
from ui.widgets.secret import CodeField, PassphraseField
from ui.widgets.tick_list import TickList

if TYPE_CHECKING:
    from thb_desktop.domain.record import Plain

FIELDS = (
    DateBase,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    TickList,
)
_PARTS = (QWidget, QLayout, dict, list, tuple)


def fields_of(form: QWidget) -> dict[str, QWidget]:
    """Return every field of a form except secrets, by its attribute, also inside lists and parts.

    The names are the same in every language and session, so that a draft finds its fields again.
    """
    found: dict[str, QWidget] = {}
    waiting = deque(_inside("", form))
    seen = {id(form)}
    while waiting:
        name, thing = waiting.popleft()
        if id(thing) in seen or isinstance(thing, (CodeField, PassphraseField)):
            continue
        if isinstance(thing, FIELDS):
            found[name] = thing
        elif isinstance(thing, (dict, list, tuple, QLayout)) or (
            isinstance(thing, QWidget) and form.isAncestorOf(thing)
        ):
            waiting += _inside(f"{name}.", thing)
        seen.add(id(thing))
    return found


def _inside(before: str, thing: object) -> list[tuple[str, object]]:
    """Return what is inside a part and can be a field or have some, by name: most attributes can not."""
    if isinstance(thing, (list, tuple)):
        thing = dict(enumerate(thing))
    held = thing if isinstance(thing, dict) else vars(thing)
    return [(f"{before}{name}", inner) for name, inner in held.items() if isinstance(inner, _PARTS)]


def value_of(field: QWidget) -> "Plain":
    """Return the value of a field as text, number, boolean or list; for a checklist, the unticked entries."""
    if isinstance(field, (QCheckBox, QRadioButton)):
        return field.isChecked()
    if isinstance(field, QComboBox):
        return _chosen(field)
    if isinstance(field, TickList):
        return field.ticks.unticked()
    if isinstance(field, QSpinBox):
        return field.value()
    if isinstance(field, DateBase):
        return field.edit.text()
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]  # the other fields have plain text


def is_empty(field: QWidget) -> bool:
    """Whether a field is empty or has only blanks; for several parts, the one typed in counts."""
    typed_in = field.focusProxy() or field
    value = value_of(typed_in)
    return value is None or (isinstance(value, str) and not value.strip())


def put(field: QWidget, value: "Plain") -> None:
    """Write a value back; one that the field no longer offers is ignored."""
    match field, value:
        case QCheckBox() | QRadioButton(), bool():
            field.setChecked(value)
        case QComboBox(), str() | int() | None:
            _choose(field, value)
        case TickList(), list():
            field.ticks.tick_all_but([str(each) for each in value])
        case QSpinBox(), int():
            field.setValue(value)
        case DateBase(), str():
            field.edit.setText(value)
        case QLineEdit(), str():
            field.setText(value)
        case ((QTextEdit() | QPlainTextEdit()), str()):
            field.setPlainText(value)


def _chosen(box: QComboBox) -> "Plain":
    if box.isEditable():
        return box.currentText()
    data = box.currentData()
    return data if isinstance(data, (str, int)) else None


def _choose(box: QComboBox, value: str | int | None) -> None:
    if box.isEditable():
        at = box.findText(str(value))
        box.setCurrentIndex(at)
        box.setEditText(str(value))
        return
    offered = box.values if isinstance(box, LongBox) else [box.itemData(at) for at in range(box.count())]
    if value in offered:
        box.setCurrentIndex(offered.index(value))
    elif value is None:
        box.setCurrentIndex(-1)
