"""The card and the dialog by which a magistrate answers for a return that is not as it was handed back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.rights import Right
from ui import theme
from ui.health.statement import StatementDialog
from ui.health.view_model import HealthViewModel, Outside
from ui.widgets import icons
from ui.widgets.basic import Card, Label, Part, button, row


class ReturnsCard(Card):
    """Hidden if every return is as it was handed back. asked: a magistrate wants to answer for it."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=8)
        mark = Label()
        mark.setPixmap(icons.pixmap("triangle-alert", theme.tokens().bad, 22))
        mark.setFixedWidth(24)
        heading = Label(
            self.tr("Work of an interpreter was not merged as it was handed back"), Part.HEADING, wrap=True
        )
        across = row(mark, heading)
        across.setStretch(1, 1)
        self.body.addLayout(across)
        self.told = Label("", wrap=True)
        self.body.addWidget(self.told)
        self.button = button(self.tr("Answer for it\u2026"), self.asked.emit, icon="pen-line", part="primary")
        self.body.addLayout(row(self.button, None))
        self._rights: frozenset[Right] = frozenset()
        self.hide()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights

    def show_outside(self, outside: Outside) -> None:
        self.setVisible(outside.has_forged_return)
        may = Right.SIGN_RECORDS in self._rights
        first = self.tr(
            "The vault can be read, but nothing is written to it until somebody answers for this. Look first "
            "at the entry that is named below, and ask the interpreter what they handed back."
        )
        who = self.tr("A judge or a prosecutor can answer for it.")
        self.told.setText(first if may else f"{first} {who}")
        self.button.setVisible(may)


class SettleReturnsDialog(StatementDialog):
    """Asks what was found and why the office goes on."""

    def __init__(self, parent: QWidget, model: HealthViewModel) -> None:
        super().__init__(
            parent,
            model,
            self.tr("Answer for this return"),
            self.tr(
                "Your statement is signed and enters the event chain. What was merged stays in the vault, "
                "and each check goes on naming it. What was left out can be merged afterwards."
            ),
            asked=self.tr("What was found, and why the office goes on"),
            state=model.settle_returns,
        )
