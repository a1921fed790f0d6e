"""The second person of an act: a colleague and their passphrase, or a reason where nobody else could be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.jobs import VaultJobs
from ui.labels import words
from ui.messages import sentence
from ui.seconds import TypedSecond
from ui.text import isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.form import Form, line
from ui.widgets.secret import PassphraseField


class SecondPerson(QWidget):
    """Asks the vault who could be it, and shows either their names or a line for the reason.

    asks_passphrase: False where the passphrase is typed later, after the pages were seen. ready: it is known
    who could be it.
    """

    ready = Signal()

    def __init__(
        self, jobs: VaultJobs, parent: QWidget | None = None, *, asks_passphrase: bool = True
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asks_passphrase = asks_passphrase
        self._form = Form()
        self.colleague = self._form.add(self.tr("Second person"), ValueBox(()))
        self.passphrase = PassphraseField(self.tr("Passphrase of the second person"))
        self._form.add(self.tr("Their passphrase"), self.passphrase)
        self.reason = self._form.add(self.tr("Why alone"), line())
        self.sentence = Label("", Part.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.sentence)
        column.addLayout(self._form)
        self._show(())

    @property
    def alone(self) -> bool:
        """Whether nobody else could be the second person."""
        return self.colleague.count() == 0

    def ask(self, act: TwoPersonAct, subject: str = "") -> None:
        """Ask who could be the second person of this act, about this subject."""
        from thb_desktop.services.office import seconds

        self._jobs.run(
            self,
            lambda session: seconds.list_seconds(session, act, subject),
            then=self._show,
            refused=lambda error: self.sentence.setText(sentence(error)),
        )

    def problem(self) -> str:
        """What is missing, as a sentence; empty if nothing is."""
        if self.alone:
            return "" if self.reason.text().strip() else self.tr("Please write why you do this alone.")
        if self._asks_passphrase and not self.passphrase.text():
            return self.tr("The second person types their passphrase here.")
        return ""

    def take(self) -> TypedSecond:
        """What was typed; the passphrase is gone from its field afterwards."""
        if self.alone:
            return TypedSecond(reason=self.reason.text().strip())
        return TypedSecond(user_id=self.colleague.currentData(), passphrase=self.passphrase.take())

    def _show(self, colleagues: tuple[User, ...]) -> None:
        chosen = self.colleague.currentData()
        self.colleague.clear()
        for user in colleagues:
            self.colleague.addItem(f"{isolate_words(user.name)} ({words(user.role)})", user.id)
        self.colleague.setCurrentIndex(max(0, self.colleague.findData(chosen)) if colleagues else -1)
        self._form.setRowVisible(self.colleague, bool(colleagues))
        self._form.setRowVisible(self.passphrase, bool(colleagues) and self._asks_passphrase)
        self._form.setRowVisible(self.reason, not colleagues)
        self.sentence.setText(
            self.tr("This takes two persons: a colleague approves it at this desk.")
            if colleagues
            else self.tr("This takes two persons, and nobody else here could approve it. The reason is kept.")
        )
        self.ready.emit()
