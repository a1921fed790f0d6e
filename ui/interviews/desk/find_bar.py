"""The line above the turns in which a text is found and replaced."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import shortcuts
from ui.interviews.desk.finding import Hit, hits_in, replaced
from ui.interviews.desk.model import DeskModel
from ui.text import isolate
from ui.transcript.rows import SegmentsModel
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Label, Part, announce, button, on_key


class FindBar(QWidget):
    """left: it was closed by Esc."""

    left = Signal()

    def __init__(self, model: DeskModel, segments: SegmentsModel, table: SegmentTable) -> None:
        super().__init__()
        self._model, self._segments, self._table = model, segments, table
        self._hits: list[Hit] = []
        self._at = -1
        self.wanted = _Line(self.tr("Find in this record"))
        self.by = _Line(self.tr("Replace with"))
        self.count = Label("", Part.MUTED)
        self._replaces = False
        self._shown = ""
        """The turn with the place that was gone to."""
        self.next_button = button(self.tr("Next"), lambda: self.go(1))
        self.one_button = button(self.tr("Replace"), self.replace_one)
        self.all_button = button(self.tr("Replace all"), self.replace_all)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.wanted, self.by, self.count, self.next_button, self.one_button, self.all_button):
            line.addWidget(part)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self.wanted.textChanged.connect(lambda _: self._look())
        self.wanted.wants.connect(self.go)
        self.by.wants.connect(lambda by: self.replace_one() if by > 0 else self.go(by))
        for key, act in (
            ("Esc", self.close_bar),
            (shortcuts.UNDO, model.acts.undo),
            (shortcuts.REDO, model.acts.redo),
        ):
            on_key(self, key, act)
        model.shown.connect(self._show_fields)
        self.hide()

    def open_bar(self, *, replaces: bool) -> None:
        """Show it, with a field for the other text if that may be written here."""
        self._replaces = replaces
        self._show_fields()
        self.show()
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()
        self._look()

    def close_bar(self) -> None:
        self.hide()
        self.left.emit()

    def _show_fields(self) -> None:
        """Offer to replace as long as the words may be changed."""
        for part in (self.by, self.one_button, self.all_button):
            part.setVisible(self._replaces and self._model.is_open)

    def go(self, by: int) -> None:
        """Go to the next place of the text, or to the former one."""
        self._look(keep=True)
        if self._hits:
            # Before the first hit was gone to, the former one is the last of all.
            self._at = (max(self._at, 0 if by < 0 else -1) + by) % len(self._hits)
            hit = self._hits[self._at]
            side = self._table.show_language(hit.language)
            index = self._segments.index(hit.row, side)
            self._shown = self._segments.rows[hit.row].segment.id
            self._table.setCurrentIndex(index)
            self._table.scrollTo(index)
        self._tell()

    def replace_one(self) -> None:
        """Replace the text in the turn that was found, and go to the next; or go to the first."""
        self._look(keep=True)
        found = self._segments.rows[self._hits[self._at].row] if self._at >= 0 else None
        if found is None or found.segment.id != self._shown:
            self.go(1 if found is None else 0)  # turns came or went since: what is replaced is shown first
            return
        turn = replaced(self._segments, found, self.wanted.text(), self.by.text())
        if turn is not None:
            self._model.acts.set([turn], then=self._go_on)

    def _go_on(self) -> None:
        """After a place was replaced, show the next; after the last one, say that it was replaced."""
        self.go(0)
        if not self._hits:
            self._say(self.tr("replaced in %n turn(s)", "", 1))

    def replace_all(self) -> None:
        """Replace the text in every turn, in one act."""
        made = (
            replaced(self._segments, row, self.wanted.text(), self.by.text()) for row in self._segments.rows
        )
        turns = [each for each in made if each is not None]
        if turns:
            told = self.tr("replaced in %n turn(s)", "", len(turns))
            self._model.acts.set(turns, then=lambda: self._say(told))

    def _look(self, *, keep: bool = False) -> None:
        self._hits = list(hits_in(self._segments, self.wanted.text(), exactly=self.by.isVisible()))
        self._at = min(self._at, len(self._hits) - 1) if keep else -1
        self._tell()

    def _tell(self) -> None:
        if not self.wanted.text().strip():
            self.count.clear()
            return
        at = isolate(f"{self._at + 1}/{len(self._hits)}")
        self._say(at if self._hits else self.tr("not found"))

    def _say(self, told: str) -> None:
        self.count.setText(told)
        self.count.setAccessibleName(told)
        announce(self.count)


class _Line(QLineEdit):
    """wants: Enter for the next (1), Shift+Enter for the former (-1)."""

    wants = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wants.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
