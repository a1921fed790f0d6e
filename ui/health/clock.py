"""The card and the dialog by which somebody says why the clock of this computer went back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.clock import when_here
from ui.health.statement import StatementDialog
from ui.health.view_model import HealthViewModel, Outside
from ui.text import isolate
from ui.widgets import icons
from ui.widgets.basic import Card, Label, Part, button, row


class ClockCard(Card):
    """Hidden if no clock went back that nobody explained. asked: a person wants to say why."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=8)
        mark = Label()
        mark.setPixmap(icons.pixmap("clock", theme.tokens().warn, 22))
        mark.setFixedWidth(24)
        heading = Label(self.tr("The clock of this computer went back"), Part.HEADING, wrap=True)
        across = row(mark, heading)
        across.setStretch(1, 1)
        self.body.addLayout(across)
        self.told = Label("", wrap=True)
        self.body.addWidget(self.told)
        self.button = button(
            self.tr("Sa&y why it went back\u2026"), self.asked.emit, icon="pen-line", part="primary"
        )
        self.body.addLayout(row(self.button, None))
        self.hide()

    def show_outside(self, outside: Outside) -> None:
        jump = outside.clock
        self.setVisible(jump is not None)
        if jump is None:
            return
        told = self.tr(
            "An event before is of {before}; then the clock said {after}. Put date and time right first. "
            "Until somebody says why, no record, bundle, package or receipt is signed."
        )
        self.told.setText(
            told.format(before=isolate(when_here(jump.before)), after=isolate(when_here(jump.after)))
        )
        self.button.setVisible(outside.may_write)


class ExplainClockDialog(StatementDialog):
    """Asks why the clock went back."""

    def __init__(self, parent: QWidget, model: HealthViewModel) -> None:
        super().__init__(
            parent,
            model,
            self.tr("Why the clock went back"),
            self.tr(
                "Your statement is signed and enters the event chain. The times of the events stay as they "
                "are."
            ),
            asked=self.tr("Why it went back, and whether date and time are right now"),
            state=model.explain_clock,
        )
