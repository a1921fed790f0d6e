"""Testimony to read, in which what another wording lacks is struck or underlined, and coloured as well."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from thb_desktop.domain.word_difference import Change, Piece
from ui import theme
from ui.text import language_is_right_to_left
from ui.transcript.letters import testimony_font
from ui.widgets.basic import Label, Part
from ui.widgets.text_edit import PlainTextEdit


class ComparedText(PlainTextEdit):
    """Read only, as high as its words."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("part", "read")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def show_plain(self, text: str, language: str) -> None:
        self.show_pieces((Piece(change=Change.SAME, text=text),), language)

    def show_pieces(self, pieces: Sequence[Piece], language: str) -> None:
        """Show these pieces one after the other."""
        self.setFont(testimony_font(self.font(), language))
        self.clear()
        right = language_is_right_to_left(language)
        self.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        cursor = self.textCursor()
        for each in pieces:
            cursor.insertText(each.text, _look(each.change))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, self.height())

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        height = round(self.document().size().height()) + 6
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


def two_versions(theirs: tuple[str, str], own: tuple[str, PlainTextEdit], language: str) -> QHBoxLayout:
    """Lay a version that is read, and one that is typed, beside one another. theirs, own: name, and words."""
    (head, text), (label, field) = theirs, own
    shown = ComparedText(head)
    shown.show_plain(text, language)
    name = Label(label, Part.MUTED)
    name.setBuddy(field)
    field.setAccessibleName(label.replace("&", ""))
    field.setFont(testimony_font(field.font(), language))
    pair = QHBoxLayout()
    pair.setSpacing(14)
    for title, words in ((Label(head, Part.MUTED), shown), (name, field)):
        column = QVBoxLayout()
        column.addWidget(title)
        column.addWidget(words)
        column.addStretch(1)
        pair.addLayout(column, 1)
    return pair


def _look(change: Change) -> QTextCharFormat:
    chosen, look = theme.tokens(), QTextCharFormat()
    if change is Change.REMOVED:
        look.setFontStrikeOut(True)
        look.setForeground(QColor(chosen.bad))
        look.setBackground(QColor(chosen.bad_soft))
    elif change is Change.ADDED:
        look.setFontUnderline(True)
        look.setForeground(QColor(chosen.ok))
        look.setBackground(QColor(chosen.ok_soft))
    return look
