"""A proposed passphrase: random words, shown until the user knows them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thb_desktop.crypto import passphrases
from thb_desktop.crypto.passphrases import Proposal
from ui import language
from ui.jobs import VaultJobs
from ui.text import is_right_to_left, isolate
from ui.widgets.basic import Card, Label, Part, announce, button, rename, row


class ProposedPassphrase(QWidget):
    """A button, and below it the words. They are put into the first field and must be typed again in the
    second.
    """

    def __init__(self, jobs: VaultJobs, first: QLineEdit, again: QLineEdit) -> None:
        super().__init__()
        self._jobs, self._first, self._again = jobs, first, again
        self.button = button(self.tr("Pr&opose a passphrase"), self._ask, icon="key-round", part="quiet")
        self.words = Label("", Part.CODE, wrap=True).selectable()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told = Label("", Part.MUTED, wrap=True)
        self._card = Card("inset", spacing=6, margin=10)
        for part in (self.words, self.told):
            self._card.body.addWidget(part)
        self._card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row(self.button, None))
        column.addWidget(self._card)

    def forget(self) -> None:
        """Clear the words."""
        self.words.clear()
        self.words.setAccessibleName("")
        self._card.hide()

    def _ask(self) -> None:
        """Randomness comes from the environment, which the vault's thread makes."""
        tag = language.current()
        jobs = self._jobs
        jobs.call(self, lambda: passphrases.propose(tag, jobs.environment().randomness), then=self._show)

    def _show(self, proposed: Proposal) -> None:
        self._first.setText(proposed.text)
        self._again.clear()
        right = is_right_to_left(proposed.text)
        side = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        self.words.setLayoutDirection(side)
        self.words.setText(proposed.text)
        self.words.setAccessibleName(self.tr("Proposed passphrase: {words}").format(words=proposed.text))
        told = self.tr(
            "{count} words drawn at random: {bits} bits. Keep them on paper until you know them by "
            "heart, and type them again below."
        )
        self.told.setText(told.format(count=isolate(str(proposed.words)), bits=isolate(str(proposed.bits))))
        rename(self.button, self.tr("Pr&opose another one"))
        self._card.show()
        self._again.setFocus()
        announce(self.words)
