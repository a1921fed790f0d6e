"""Texts and bytes of a file, read only. What nobody would see in a text is written out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor

from thb_desktop.domain.looks import HexBytes, PlainText, visible
from ui.widgets.text_edit import PlainTextEdit

_ACROSS = 16
"""Bytes of a line."""
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

    def forget(self) -> None:
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
