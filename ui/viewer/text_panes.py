"""Texts and bytes of a file, read only. What nobody would see in a text is written out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from thb_desktop.domain.anchors import utf16_units
from thb_desktop.domain.finding import FoundPlace, places_of
from thb_desktop.domain.looks import HexBytes, PlainText, visible
from ui import theme
from ui.widgets.text_edit import PlainTextEdit

_ACROSS = 16
"""Bytes of a line."""
_MOST_MARKS = 2_000
"""Places that are marked at once."""
_SHOWN = range(0x20, 0x7F)


class TextPane(PlainTextEdit):
    """turned: Page Down at the end, or Page Up at the beginning: 1 or -1."""

    turned = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name, in_order=False)
        self.only_read()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLineWrapMode(PlainTextEdit.LineWrapMode.WidgetWidth)

    def show_lines(self, lines: tuple[str, ...], *, exact: bool) -> None:
        """exact: in letters of one width, from left to right."""
        font = QFont(self.window().font())
        if exact:
            font.setFamilies(["Noto Sans Mono", "DejaVu Sans Mono", *font.families()])
        self.setFont(font)
        self.setPlainText("\n".join(map(visible, lines)))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_text(self, look: PlainText) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.show_lines(look.lines, exact=not look.is_derived)

    def show_bytes(self, look: HexBytes) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.show_lines(tuple(hex_lines(look)), exact=True)

    def mark_found(
        self, places: Sequence[FoundPlace], current: FoundPlace | None, wanted: str, *, first: int = 0
    ) -> None:
        """Mark where words were found, and show the current place. first: the piece of the first line."""
        tokens = theme.tokens()
        marks = []
        for place in (*places[:_MOST_MARKS], *((current,) if current is not None else ())):
            cursor = self._over(place.piece - first, place.number, wanted)
            if cursor is None:
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            is_current = place == current
            back, fore = (tokens.accent, tokens.on_accent) if is_current else (tokens.warn_soft, tokens.text)
            mark.format.setBackground(QColor(back))
            mark.format.setForeground(QColor(fore))
            marks.append(mark)
        self.setExtraSelections(marks)
        if current is not None and (cursor := self._over(current.piece - first, current.number, wanted)):
            cursor.setPosition(cursor.anchor())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _over(self, line: int, number: int, wanted: str) -> QTextCursor | None:
        """Return a cursor over a place in a line; None if it is not here."""
        block = self.document().findBlockByNumber(line) if line >= 0 else None
        if block is None or not block.isValid():
            return None
        text = block.text()
        places = places_of(text, wanted)
        if number >= len(places):
            return None
        start, end = (block.position() + utf16_units(text, each) for each in places[number])
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def forget(self) -> None:
        self.setExtraSelections([])
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turned.emit(1)
        elif event.key() == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.turned.emit(-1)
        else:
            super().keyPressEvent(event)


def hex_lines(look: HexBytes) -> list[str]:
    """Return bytes as lines: where they stand, in hexadecimal, and as signs where they have one."""
    lines = []
    for start in range(0, len(look.data), _ACROSS):
        piece = look.data[start : start + _ACROSS]
        halves = [piece[:8].hex(" "), piece[8:].hex(" ")]
        signs = "".join(chr(byte) if byte in _SHOWN else "\u00b7" for byte in piece)
        lines.append(f"{look.offset + start:010x}  {'  '.join(halves):<49}  {signs}")
    return lines
