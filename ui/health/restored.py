"""The findings of the unlock, and the explanation if the vault is not the remembered one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.rights import Right
from thb_desktop.findings import Finding
from ui import theme
from ui.clock import when_here
from ui.health.asking import AskingCard
from ui.health.statement import StatementDialog
from ui.health.view_model import HealthViewModel, Outside, State
from ui.labels.findings import finding_text
from ui.standings import SAID, standing_words
from ui.text import isolate
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Part, empty_layout, row
from ui.widgets.form import Form


class OpeningCard(Card):
    """Hidden if every finding is valid."""

    def __init__(self) -> None:
        super().__init__(spacing=6, margin=14)
        self.body.addWidget(Label(self.tr("Found when the vault was unlocked"), Part.HEADING))
        self.lines = QVBoxLayout()
        self.body.addLayout(self.lines)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        empty_layout(self.lines)
        self.setVisible(bool(findings))
        for finding in findings:
            chip = Chip(standing_words(finding.standing), SAID[finding.standing])
            told = Label(finding_text(finding), wrap=True).selectable()
            line = row(chip, told)
            line.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            self.lines.addLayout(line)


class RestoredCard(AskingCard):
    """Hidden if there is nothing to explain. asked: a person says that a backup was restored."""

    def __init__(self) -> None:
        super().__init__(
            "triangle-alert", theme.tokens().bad, self.tr("A backup was restored\u2026"), "history"
        )
        self._rights: frozenset[Right] = frozenset()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights

    def show_outside(self, outside: Outside) -> None:
        self.setVisible(outside.trouble is not None)
        if outside.trouble is None:
            return
        self.heading.setText(
            self.tr("The entries of this vault are not those that this computer remembers")
            if outside.forked
            else self.tr("This vault is older than what this computer remembers")
        )
        empty_layout(self.facts)
        form = Form()
        form.setVerticalSpacing(4)
        if outside.remembered is not None:
            form.tell(self.tr("This computer remembers"), self._said(outside.remembered))
        form.tell(self.tr("In this vault there are"), self._said(outside.here))
        self.facts.addLayout(form)
        may = Right.RESTORE in self._rights
        first = self.tr(
            "It can be read, but nothing is written to it until somebody confirms what happened. Look "
            "first for the newer vault. If nobody restored a backup, leave this one as it is, and find "
            "out who had access."
        )
        who = self.tr("A judge, a prosecutor or an administrator can confirm that a backup was restored.")
        self.told.setText(first if may else f"{first} {who}")
        self.button.setVisible(may)

    def _said(self, state: State) -> str:
        entries = self.tr("%n entries", "", state.size)
        told = self.tr("{entries}, the last of them {when}, short code {code}")
        return told.format(entries=entries, when=isolate(when_here(state.at)), code=isolate(state.code))


class AcceptRestoredDialog(StatementDialog):
    """Asks which backup and why."""

    def __init__(self, parent: QWidget, model: HealthViewModel, outside: Outside) -> None:
        super().__init__(
            parent,
            model,
            self.tr("A backup was restored"),
            self.tr(
                "Your statement is signed and enters the event chain. It names the state that was found "
                "and the state that was given up. From then on this computer remembers the present "
                "state. What was recorded in between is no longer in this vault."
            ),
            asked=self.tr("Which backup, and why"),
            state=model.explain,
        )
        if outside.remembered is not None and outside.remembered.size > outside.here.size:
            lost = outside.remembered.size - outside.here.size
            self.notice.tell(self.tr("%n entries are given up.", "", lost), Tone.WARN)
