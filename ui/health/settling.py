"""The card and the dialog by which a magistrate answers for a return that its interpreter did not sign so."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.rights import Right
from ui import theme
from ui.health.asking import AskingCard
from ui.health.statement import StatementDialog
from ui.health.view_model import HealthViewModel, Outside


class ReturnsCard(AskingCard):
    """Hidden if every return is as its interpreter signed it."""

    def __init__(self) -> None:
        super().__init__(
            "triangle-alert",
            theme.tokens().bad,
            self.tr("Answer for it\u2026"),
            "pen-line",
            self.tr("A return is not as its interpreter signed it"),
        )
        self._rights: frozenset[Right] = frozenset()

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
                "and each check goes on naming it. What was left out can be merged afterwards, and a packet "
                "that was said to have come and never did can still be taken back."
            ),
            asked=self.tr("What was found, and why the office goes on"),
            state=model.settle_returns,
        )
