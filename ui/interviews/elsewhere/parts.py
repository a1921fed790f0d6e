"""The parts of the page on which a copy is made, without what they do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui import shortcuts
from ui.interviews.desk.entry_row import KeptLabel
from ui.interviews.desk.hints import Hints
from ui.interviews.desk.turn_field import Keys, TurnField
from ui.interviews.elsewhere.model import TakingOverModel
from ui.interviews.elsewhere.page_pane import PagePane
from ui.interviews.elsewhere.rows import CopyRow
from ui.rows import Column, RowsModel
from ui.widgets.basic import Card, Chip, Label, Part, button, row
from ui.widgets.elided import ElidedLabel
from ui.widgets.table import RecordTable


class TakingOverParts(QWidget):
    """The page of the file on the left, the turns and the field on the right."""

    def __init__(self, model: TakingOverModel) -> None:
        super().__init__()
        self._model = model
        self._head()
        self._table()
        self.pane = PagePane(self.tr("Page of the file"))
        self.field = TurnField(self._keys())
        self.field.setFixedHeight(96)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = row(
            *(self.list_button, self.number, self.kind_chip, self.facts, self.kept),
            *(self.particulars_button, self.next_button),
            spacing=9,
        )
        head.setStretch(head.indexOf(self.facts), 1)
        column.addLayout(head)
        column.addWidget(self.note)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        splitter.addWidget(self._right())
        splitter.setSizes([640, 560])
        column.addWidget(splitter, 1)

    def _head(self) -> None:
        self.list_button = button(self.tr("List"), icon="messages-square", part="quiet")
        self.list_button.hide()
        self.number = Label("", Part.HEADING)
        self.kind_chip = Chip()
        self.facts = ElidedLabel("", Part.MUTED)
        self.kept = KeptLabel()
        self.particulars_button = button(self.tr("&What the file says\u2026"), icon="pencil")
        self.next_button = button("", icon="check", part="primary")
        self.note = Label("", Part.MUTED, wrap=True)

    def _left(self) -> QWidget:
        card = Card(margin=8, spacing=5)
        self.page_label = Label("", Part.STRONG)
        self.before_button = button(self.tr("&Previous page"), part="quiet")
        self.after_button = button(self.tr("Ne&xt page"), part="quiet")
        self.lines_button = button(self.tr("&Lines"), part="quiet")
        self.lines_button.setCheckable(True)
        self.lines_button.setChecked(True)
        card.body.addLayout(
            row(self.page_label, None, self.before_button, self.after_button, self.lines_button)
        )
        card.body.addWidget(self.pane, 1)
        return card

    def _right(self) -> QWidget:
        card = Card(margin=8, spacing=5)
        self.counted = Label("", Part.STRONG)
        self.strike_button = button(self.tr("&Strike out\u2026"), part="quiet")
        self.mend_button = button(self.tr("M&end"), icon="pencil", part="quiet")
        card.body.addLayout(row(self.counted, None, self.mend_button, self.strike_button))
        card.body.addWidget(self.table, 1)
        self.kind_button = button("", self._model.turn_kind, part="quiet")
        self.place_label = ElidedLabel("", Part.STATUS)
        kind = row(self.kind_button, self.place_label, spacing=6)
        kind.setStretch(1, 1)
        card.body.addLayout(kind)
        card.body.addWidget(self.field)
        card.body.addWidget(Hints(self._hints()))
        return card

    def _table(self) -> None:
        columns = (
            Column[CopyRow](title=self.tr("Turn"), read=lambda each: each.label, width=92),
            Column[CopyRow](title=self.tr("Place"), read=lambda each: each.place, width=96, exact=True),
            Column[CopyRow](title=self.tr("Words"), read=lambda each: each.text),
            Column[CopyRow](
                title=self.tr("State"), read=lambda each: each.state, width=160, tone=lambda each: each.tone
            ),
        )
        self.rows: RowsModel[CopyRow] = RowsModel(columns, self)
        self.table = RecordTable(self.rows, self.tr("Text taken over"), wrap=True)
        self.table.say_when_empty(self.tr("Nothing was taken over yet."))

    def _keys(self) -> Keys:
        """What each key does in the field."""
        raise NotImplementedError

    def _hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("keep"), "Enter"),
            (self.tr("next step"), shortcuts.NEXT_STEP),
            (self.tr("question, answer"), shortcuts.SPEAKER),
            (self.tr("next line"), shortcuts.NEXT_LINES),
            (self.tr("one more"), shortcuts.ONE_LINE_MORE),
            (self.tr("one less"), shortcuts.ONE_LINE_LESS),
            (self.tr("in brackets"), shortcuts.IN_BRACKETS),
            (self.tr("all keys"), shortcuts.OVERVIEW),
        )
