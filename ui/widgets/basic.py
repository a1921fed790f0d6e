"""Labels, chips, cards, notices and buttons. Every label is plain text: data is never markup.

Classes of Qt with many enumerations are asked from their module, where they are used: the first window needs
none of them (see `named`).
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.named import set_by_name
from ui.shortcuts import chosen
from ui.text import as_plain_tip, with_name
from ui.tones import Tone
from ui.widgets import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent


class Part(StrEnum):
    """The purpose of a label, which the style sheet uses."""

    PLAIN = ""
    TITLE = "title"
    HEADING = "heading"
    CAPTION = "caption"
    MUTED = "muted"
    STATUS = "status"
    DIGEST = "digest"
    CODE = "code"
    CHIP = "chip"
    TOLD = "told"
    REFUSAL = "refusal"
    STRONG = "strong"
    KEY = "key"


_TONE_ICONS = {
    Tone.OK: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.BAD: "circle-x",
    Tone.INFO: "info",
    Tone.PLAIN: "info",
}


def restyle(widget: QWidget) -> None:
    """Make the style sheet evaluate a property again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def show_if(widget: QWidget, shown: bool) -> None:
    """Show or hide a widget. One without a page is shown with its page, because alone it would be a
    window.
    """
    if shown and widget.parent() is None:
        widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(shown)


class Label(QLabel):
    """A label that shows its text literally."""

    def __init__(self, text: str = "", part: Part = Part.PLAIN, *, wrap: bool = False) -> None:
        super().__init__()
        set_by_name(self, textFormat="PlainText")
        self.setText(text)
        self.setWordWrap(wrap)
        if QGuiApplication.isRightToLeft():
            # A label aligns by the direction of its text; here every text starts at the leading edge.
            set_by_name(self, alignment="AlignRight|AlignAbsolute|AlignVCenter")
        if part:
            self.setProperty("part", part.value)

    def selectable(self) -> "Label":
        """Make the text selectable with mouse and keyboard."""
        keyboard = QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(keyboard | QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        return self

    def say(self, title: str, text: str) -> None:
        """Show a text; a screen reader says what it is before it. A name alone would stand in its place."""
        self.setText(text)
        self.setAccessibleName(with_name(title, text))

    def mousePressEvent(self, event: "QMouseEvent") -> None:  # noqa: N802 - Qt's name
        """A selected text cannot be dragged away: nobody could remove it from where it was dropped."""
        if self.hasSelectedText() and not event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier:
            self.setSelection(0, 0)
        super().mousePressEvent(event)


class Chip(Label):
    """A short word in a coloured pill; the word carries the meaning, the colour only helps."""

    def __init__(self, text: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__(text, Part.CHIP)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Maximum, QtWidgets.QSizePolicy.Policy.Fixed)
        self.show_as(text, tone)

    def show_as(self, text: str, tone: Tone) -> None:
        self.setText(text)
        show_if(self, bool(text))
        if self.property("tone") != tone.value:
            # Qt asks for a new layout of the whole window, and paints it, when a style is evaluated again.
            self.setProperty("tone", tone.value)
            restyle(self)


class Button(QPushButton):
    """A button that takes Enter like the space bar, in a dialog too: Qt would press the main button there.

    One with a key of its own is pressed by its underlined letter too: Qt lets that key take the place of the
    letter, which stays underlined.
    """

    _letter: "QShortcut | None" = None

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self._follow_letter()

    def setShortcut(  # noqa: N802 - Qt's name
        self, key: "QKeySequence | QKeySequence.StandardKey | str | int | QtCore.QKeyCombination"
    ) -> None:
        super().setShortcut(key)
        self._follow_letter()

    def _follow_letter(self) -> None:
        letter = QtGui.QKeySequence.mnemonic(self.text())
        if letter == self.shortcut():
            letter = QtGui.QKeySequence()
        if self._letter is None and not letter.isEmpty():
            self._letter = QShortcut(letter, self, self.animateClick)
        elif self._letter is not None:
            self._letter.setKey(letter)

    def keyPressEvent(self, event: "QKeyEvent") -> None:  # noqa: N802 - Qt's name
        enter = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat():
            if self.menu() is None:
                self.click()
            else:
                self.showMenu()
            return
        super().keyPressEvent(event)


class ChipButton(Button):
    """A chip that leads somewhere; its tool tip and its description give the full text."""

    def __init__(self, action: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("part", Part.CHIP.value)
        self.setAutoDefault(False)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Maximum, QtWidgets.QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: action())
        self.hide()

    def show_as(self, text: str, tone: Tone, told: str = "") -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(as_plain_tip(told))
        self.setAccessibleDescription(told)
        self.setProperty("tone", tone.value)
        show_if(self, bool(text))
        restyle(self)


class Card(QFrame):
    """A white sheet with a border, and its layout."""

    def __init__(self, part: str = "card", *, spacing: int = 10, margin: int = 16) -> None:
        super().__init__()
        self.setProperty("part", part)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(spacing)


class Notice(QFrame):
    """A sentence with an icon that stays until it is answered or replaced."""

    def __init__(self, sentence: Label | None = None) -> None:
        super().__init__()
        self.setProperty("part", "notice")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 9, 12, 9)
        self.row.setSpacing(10)
        self.icon = Label()
        self.icon.setFixedWidth(18)
        self.sentence = sentence or Label(wrap=True)
        self.above = QVBoxLayout()
        self.above.addWidget(self.icon)
        self.above.addStretch(1)
        self.row.addLayout(self.above)
        self.row.addWidget(self.sentence, 1)
        self.hide()

    def tell(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        self.icon.setPixmap(icons.pixmap(_TONE_ICONS[tone], _colour(tone), 18))
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("tone", tone.value)
        restyle(self)
        restyle(self.sentence)
        show_if(self, bool(sentence))
        if sentence:
            announce(self)

    def refuse(self, sentence: str) -> None:
        """Show why something failed, unless a dialog is open, which shows it itself."""
        if QApplication.activeModalWidget() is None:
            self.tell(sentence, Tone.BAD)

    def clear(self) -> None:
        self.sentence.clear()
        self.setAccessibleName("")
        self.hide()


def announce(widget: QWidget) -> None:
    """Make screen readers speak the name of this widget now."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # its codes are a twentieth of the start

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class EmptyState(QWidget):
    """The text of an empty page, and what to do next."""

    def __init__(self, icon: str, heading: str, sentence: str, button: QPushButton | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        picture = Label()
        picture.setPixmap(icons.pixmap(icon, theme.tokens().edge, 40))
        self.heading, self.sentence = Label(heading, Part.HEADING), Label(sentence, Part.MUTED, wrap=True)
        for label in (picture, self.heading, self.sentence):
            label.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.button = button
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)


def button(
    text: str,
    action: Callable[[], object] | None = None,
    *,
    icon: str = "",
    part: str = "",
    shortcut: "QKeySequence | QKeySequence.StandardKey | str | None" = None,
) -> QPushButton:
    """Return a button; its text contains the mnemonic."""
    # The blank separates the icon from the words, on either side.
    made = Button(f"\u00a0{text}" if icon else text)
    made.setAccessibleName(text.replace("&", ""))
    made.setAutoDefault(False)
    if part:
        made.setProperty("part", part)
    if icon:
        colour = {"primary": "on_accent", "quiet": "accent", "danger": "bad"}.get(part, "text")
        made.setIcon(icons.icon(icon, colour))
        made.setIconSize(QSize(18, 18))
    if shortcut is not None:
        made.setShortcut(QtGui.QKeySequence(chosen(shortcut) if isinstance(shortcut, str) else shortcut))
    if action is not None:
        made.clicked.connect(lambda _checked=False: action())
    return made


def rename(known: QPushButton, text: str) -> None:
    """Give a button another text, and a screen reader that name."""
    known.setText(text if known.icon().isNull() else f"\u00a0{text}")
    known.setAccessibleName(text.replace("&", ""))


def on_key(owner: QWidget, key: str, action: Callable[[], object]) -> QShortcut:
    """Do this when the key, or the one that the user chose for it, is pressed anywhere inside the widget."""
    made = QShortcut(QtGui.QKeySequence(chosen(key)), owner, action)
    made.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return made


def tab_page(*parts: QWidget) -> QWidget:
    """A page of a row of tabs: its parts below each other, close to the tabs."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 8, 0, 0)
    for part in parts:
        column.addWidget(part)
    return page


def row(*parts: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """A row of widgets; a number is a gap, None stretches."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def let_go(widget: QWidget) -> None:
    """Remove a widget from its page and delete it.

    Hide it first: a widget that Qt is about to show would become a window without its parent.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def empty_layout(layout: QLayout) -> None:
    """Remove everything from a layout and delete it."""
    while layout.count() and (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            let_go(widget)
        elif (inner := item.layout()) is not None:
            empty_layout(inner)


def tab_order(widgets: Iterable[QWidget]) -> None:
    """Set this Tab order."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)


def _colour(tone: Tone) -> str:
    chosen = theme.tokens()
    return {Tone.OK: chosen.ok, Tone.WARN: chosen.warn, Tone.BAD: chosen.bad, Tone.INFO: chosen.info}.get(
        tone, chosen.muted
    )
