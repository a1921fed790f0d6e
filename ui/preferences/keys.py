"""The dialog in which the keys of the window are changed."""

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import shortcuts
from ui.rows import Column, RowsModel
from ui.text import isolate
from ui.widgets.basic import Label, Part, announce, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable

_LEAVES = frozenset(
    {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
)
_HELD = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


class KeysDialog(Dialog):
    """`chosen`: the keys that differ from the usual ones, by the usual key."""

    def __init__(self, parent: QWidget, chosen: dict[str, str]) -> None:
        super().__init__(
            parent,
            self.tr("Change the keys"),
            self.tr(
                "Choose what a key does, go to the field below with Tab, and press the new key. Enter, Tab, "
                "Esc, Space and the arrows stay."
            ),
        )
        self.chosen = dict(chosen)
        self.resize(640, 620)
        columns = (
            Column[tuple[str, str]](
                title=self.tr("Key"),
                read=lambda pair: shortcuts.named(self.chosen.get(pair[0], pair[0])),
                width=170,
                exact=True,
            ),
            Column[tuple[str, str]](title=self.tr("What it does"), read=lambda pair: pair[1]),
        )
        self.rows: RowsModel[tuple[str, str]] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Keys"), wrap=True)
        self.rows.show_rows(shortcuts.changeable())
        self.field = _KeyField(self.tr("New key"))
        self.refusal = Label("", Part.REFUSAL, wrap=True)
        self.refusal.hide()
        self.field.pressed.connect(self._take_key)
        self.table.opened.connect(lambda _: self.field.setFocus())
        self.body.addWidget(self.table, 1)
        self.usual_button = button(self.tr("&Usual key"), self._take_usual, part="quiet")
        self.all_button = button(self.tr("&All as usual"), self._take_all_usual, part="quiet")
        label = Label(self.tr("New &key"))
        label.setBuddy(self.field)
        self.body.addLayout(row(label, self.field, self.usual_button, self.all_button))
        self.body.addWidget(self.refusal)
        self.table.choose_row(0)
        self.finish_with(self.tr("&Save"))

    def take(self) -> None:
        self.accept()

    def _take_key(self, pressed: str) -> None:
        """Give the chosen act this key, unless that would take it from another."""
        usual = self._usual()
        if told := self.problem(usual, pressed):
            self.refusal.setText(told)
            self.refusal.show()
            announce(self.refusal)
            return
        self._set(usual, pressed)

    def problem(self, usual: str, pressed: str) -> str:
        """Return why a key cannot be given to an act; empty if it can."""
        if not shortcuts.may_be_chosen(pressed):
            return self.tr(
                "{key} is typed or used by fields. Take a function key, or one with Ctrl or Alt."
            ).format(key=isolate(shortcuts.named(pressed)))
        taken = shortcuts.taken_by(pressed, self.chosen, besides=usual)
        if taken:
            return self.tr("{key} is taken: {what}.").format(
                key=isolate(shortcuts.named(pressed)), what=taken
            )
        return ""

    def _set(self, usual: str, key: str) -> None:
        self.refusal.hide()
        self.chosen.pop(usual, None)
        if key != usual:
            self.chosen[usual] = key
        at = self.table.currentIndex().row()
        self.rows.show_rows(shortcuts.changeable())
        self.table.choose_row(at)
        self.field.setText(shortcuts.named(key))

    def _take_usual(self) -> None:
        self._take_key(self._usual())

    def _usual(self) -> str:
        """Return the usual key of the chosen act."""
        return self.rows.rows[max(0, self.table.currentIndex().row())][0]

    def _take_all_usual(self) -> None:
        self.chosen.clear()
        self.refusal.hide()
        self.rows.show_rows(shortcuts.changeable())
        self.table.choose_row(0)


class _KeyField(QLineEdit):
    """pressed: the key that was pressed here, as it is written."""

    pressed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Press the new key"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in _HELD:
            return
        if event.key() in _LEAVES:
            super().keyPressEvent(event)
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        combination = QKeyCombination(modifiers, Qt.Key(event.key()))
        self.pressed.emit(QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText))
        event.accept()
