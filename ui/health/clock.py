"""The card and the dialog by which somebody says why the clock of this computer went back."""

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.clock import when_here
from ui.health.asking import AskingCard
from ui.health.statement import StatementDialog
from ui.health.view_model import HealthViewModel, Outside
from ui.text import isolate


class ClockCard(AskingCard):
    """Hidden if no clock went back that nobody explained."""

    def __init__(self) -> None:
        super().__init__(
            "clock",
            theme.tokens().warn,
            self.tr("Sa&y why it went back\u2026"),
            "pen-line",
            self.tr("The clock of this computer went back"),
        )

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
