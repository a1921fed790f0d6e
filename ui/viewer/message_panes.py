"""Mail and conversations: who wrote what to whom, and when, as the file writes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain.anchors import utf16_units
from thb_desktop.domain.finding import FoundPlace, places_of
from thb_desktop.domain.looks import Conversation, Mail, Message, visible
from ui.rows import Column, RowsModel
from ui.text import NONE, grouped, isolate, isolate_words, listed, with_name
from ui.viewer.table_panes import PartsPane
from ui.viewer.text_panes import TextPane
from ui.widgets.basic import Card, Label, Part, empty_layout
from ui.widgets.scrolled import Scrolled
from ui.widgets.table import RecordTable

_HEADERS, _PARTS = 150, 130
"""The heights of headers and of attachments, in pixels."""
_BUBBLE = 560
"""The widest message, in pixels."""


class MailPane(QWidget):
    """Headers, body and parts. opened: a part."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._values: list[Label] = []
        self._lines = 0
        self.headers = Scrolled(self.tr("Headers"))
        self.headers.column.setSpacing(3)
        self.headers.setMaximumHeight(_HEADERS)
        self.body = TextPane(name)
        self.parts_heading = Label(self.tr("Parts and attachments"), Part.CAPTION)
        self.parts = PartsPane(self.tr("Parts and attachments"))
        self.parts.setMaximumHeight(_PARTS)
        self.parts.opened.connect(self.opened)
        self.setFocusProxy(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.headers)
        column.addWidget(self.body, 1)
        column.addWidget(self.parts_heading)
        column.addWidget(self.parts)

    def show_mail(self, look: Mail) -> None:
        empty_layout(self.headers.column)
        self._values, self._lines = [], len(look.body)
        for name, value in look.headers:
            line, label = _fact(visible(name), visible(value))
            self._values.append(label)
            self.headers.column.addLayout(line)
        self.headers.column.addStretch(1)
        self.body.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.body.show_lines(look.body, exact=False)
        self.parts.show_parts(look.parts)
        self.parts_heading.setText(self._heading(look))
        for each in (self.parts_heading, self.parts):
            each.setVisible(bool(look.parts))

    def mark_found(self, places: Sequence[FoundPlace], current: FoundPlace | None, wanted: str) -> None:
        """Mark where words were found, in a header, in the body or among the parts."""
        headers = len(self._values)
        for label in self._values:
            _choose_in(label, wanted, -1)
        at = current.piece if current is not None else -1
        if current is not None and at < headers:
            _choose_in(self._values[at], wanted, current.number)
            self.headers.ensureWidgetVisible(self._values[at])
        in_body = current if headers <= at < headers + self._lines else None
        self.body.mark_found(places, in_body, wanted, first=headers)
        if at >= headers + self._lines:
            self.parts.mark_found(places, current, wanted, first=headers + self._lines)

    def _heading(self, look: Mail) -> str:
        """Say how many parts there are, and that not all are listed."""
        listed_here = len(look.parts)
        if not look.parts_left:
            told = self.tr("Parts and attachments: {count}")
            return told.format(count=isolate(grouped(str(listed_here))))
        told = self.tr(
            "Parts and attachments: the first {shown} of {count}. Take the file out to see the rest."
        )
        count = grouped(str(listed_here + look.parts_left))
        return told.format(shown=isolate(grouped(str(listed_here))), count=isolate(count))

    def forget(self) -> None:
        self._values = []
        empty_layout(self.headers.column)
        self.body.forget()
        self.parts.forget()


class ConversationPane(QStackedWidget):
    """Messages as bubbles, or as a table."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._messages: tuple[Message, ...] = ()
        self._said: list[tuple[Label, Label | None, Label | None]] = []
        """Of each message who wrote it, its words and its attachments."""
        self._chosen: Label | None = None
        self.bubbles = Scrolled(name)
        self.bubbles.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bubbles.column.setSpacing(8)
        self.rows: RowsModel[Message] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, name, wrap=True)
        self.addWidget(self.bubbles)
        self.addWidget(self.table)

    def show_conversation(self, look: Conversation) -> None:
        self.rows.show_rows(look.messages)
        self._messages, self._said = look.messages, []
        self._chosen = None
        empty_layout(self.bubbles.column)
        first = next((each.sender for each in look.messages if each.sender), "")
        for message in look.messages:
            self.bubbles.column.addLayout(self._bubble(message, first))
        self.bubbles.column.addStretch(1)
        self.bubbles.verticalScrollBar().setValue(0)

    def show_as_table(self, is_table: bool) -> None:
        self.setCurrentIndex(int(is_table))

    def mark_found(self, _: Sequence[FoundPlace], current: FoundPlace | None, wanted: str) -> None:
        """Choose the words that were found, and the row of their message."""
        if self._chosen is not None:
            _choose_in(self._chosen, wanted, -1)
            self._chosen = None
        if current is None:
            return
        message, part = divmod(current.piece, 3)
        if message >= len(self._messages):
            return
        wanted_one = self._messages[message]
        self.table.choose_row(self.rows.row_of(lambda each: each is wanted_one))
        label = self._said[message][part]
        if label is not None:
            _choose_in(label, wanted, current.number)
            self._chosen = label
            self.bubbles.column.activate()
            self.bubbles.ensureWidgetVisible(label)

    def forget(self) -> None:
        self._messages, self._said, self._chosen = (), [], None
        self.rows.show_rows(())
        empty_layout(self.bubbles.column)

    def _bubble(self, message: Message, first: str) -> QHBoxLayout:
        """One side for who wrote first, the other for everybody else, the middle for the service itself."""
        card = Card("inset" if message.sender != first else "card", spacing=3, margin=10)
        card.setMaximumWidth(_BUBBLE)
        sender = isolate_words(visible(message.sender)) if message.sender else self.tr("The service")
        who = Label(f"{sender}  \u00b7  {isolate(visible(message.at) or NONE)}", Part.MUTED, wrap=True)
        text = Label(isolate_words(visible(message.text)), wrap=True).selectable() if message.text else None
        attached = None
        if message.attachments:
            names = listed(isolate(visible(each)) for each in message.attachments)
            attached = Label(self.tr("Attached: {names}").format(names=names), Part.MUTED, wrap=True)
        for each in (who, attached):
            if each is not None:  # no stop of Tab
                each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.append((who, text, attached))
        for label in (who, text, attached):
            if label is not None:
                card.body.addWidget(label)
        line = QHBoxLayout()
        if not message.sender or message.sender != first:
            line.addStretch(1)
        line.addWidget(card, 4)
        if not message.sender or message.sender == first:
            line.addStretch(1)
        return line

    def _columns(self) -> tuple[Column[Message], ...]:
        return (
            Column(
                title=self.tr("No."),
                read=lambda each: str(each.number),
                width=64,
                exact=True,
                key=lambda each: each.number,
            ),
            Column(title=self.tr("Time"), read=lambda each: visible(each.at) or NONE, width=250, exact=True),
            Column(title=self.tr("Who"), read=lambda each: visible(each.sender) or NONE, width=150),
            Column(title=self.tr("Words"), read=_said),
        )


def _said(message: Message) -> str:
    return "\n".join(visible(each) for each in (message.text, *message.attachments) if each)


def _choose_in(label: Label, wanted: str, number: int) -> None:
    """Choose a place of the words in a label, by its number from 0; below 0 nothing."""
    text = label.text()
    places = places_of(text, wanted)
    if 0 <= number < len(places):
        start, end = (utf16_units(text, each) for each in places[number])
        label.setSelection(start, end - start)
    elif label.hasSelectedText():
        label.setSelection(0, 0)


def _fact(what: str, how: str) -> tuple[QHBoxLayout, Label]:
    name = Label(isolate(what), Part.MUTED)
    name.setFixedWidth(110)
    value = Label(isolate_words(how), wrap=True).selectable()
    value.setAccessibleName(with_name(what, how))
    line = QHBoxLayout()
    line.setSpacing(10)
    line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
    return line, value
