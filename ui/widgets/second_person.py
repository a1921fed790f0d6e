"""The second person of an act: a colleague and their passphrase, or a reason if nobody else could approve."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.people import User
from thb_desktop.domain.vocabulary import TwoPersonAct
from ui.jobs import VaultJobs
from ui.labels import words
from ui.messages import sentence
from ui.second_person import TypedSecond
from ui.text import isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.form import Form, line
from ui.widgets.secret import PassphraseField


class SecondPerson(QWidget):
    """Asks the vault for possible second persons, and shows their names or a line for the reason.

    Until the vault has answered, it says so, and the act is disabled. asks_passphrase: False if the
    passphrase is typed later, after the pages were read. asked: the state may have changed. ready: the vault
    has answered.
    """

    asked = Signal()
    ready = Signal()

    def __init__(
        self, jobs: VaultJobs, parent: QWidget | None = None, *, asks_passphrase: bool = True
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._question = 0
        self._needed = True
        self._about: tuple[TwoPersonAct, str] | None = None
        self._colleagues: tuple[User, ...] | None = None
        self._asks_passphrase = asks_passphrase
        self._form = Form()
        self.colleague = self._form.add(self.tr("Second person"), ValueBox(()))
        # Names and functions may be longer than the column of an export is wide.
        self.colleague.keep_narrow()
        self.passphrase = PassphraseField(self.tr("Passphrase of the second person"))
        self._form.add(self.tr("Their passphrase"), self.passphrase)
        self.reason = self._form.add(self.tr("Reason for acting alone"), line())
        self.sentence = Label("", Part.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.sentence)
        column.addLayout(self._form)
        self._know(None, self.tr("Finding who could be the second person…"))

    @property
    def is_known(self) -> bool:
        """Whether the vault has returned the possible second persons, or none is needed."""
        return self._colleagues is not None or not self._needed

    def need(self, needed: bool) -> None:
        """Set whether the chosen act takes a second person."""
        self._needed = needed
        self.setVisible(needed)
        self.asked.emit()

    @property
    def alone(self) -> bool:
        """Whether nobody else could be the second person; False while that is unknown."""
        return self._colleagues == ()

    def ask(self, act: TwoPersonAct, subject: str = "") -> None:
        """Ask for the possible second persons of this act and subject."""
        from thb_desktop.services.office import second_person

        self._question += 1
        question = self._question
        if (act, subject) != self._about:
            self._about = (act, subject)
            self._know(None, self.tr("Finding who could be the second person…"))
            self.asked.emit()

        def told(found: tuple[User, ...]) -> None:
            if question == self._question:
                self._show(found)

        self._jobs.run(
            self,
            lambda session: second_person.list_second_persons(session, act, subject),
            then=told,
            refused=lambda error: self._know(None, sentence(error)),
        )

    def lack(self) -> tuple[QWidget, str] | None:
        """Return the field with a missing value, and the sentence for it; None if nothing is missing."""
        if not self.is_known:
            return self, self.sentence.text()
        if self.alone and not self.reason.text().strip():
            return self.reason, self.tr("Please write why you do this alone.")
        if not self.alone and self._asks_passphrase and not self.passphrase.text():
            return self.passphrase, self.tr("The second person types their passphrase here.")
        return None

    def problem(self) -> str:
        """Return only the sentence; empty if nothing is missing."""
        lack = self.lack()
        return lack[1] if lack else ""

    def take(self) -> TypedSecond:
        """Return what was typed, and clear the passphrase, which is typed again if it was wrong."""
        if self.alone:
            return TypedSecond(reason=self.reason.text().strip())
        if self._asks_passphrase:
            # A disabled button passes the focus on, and it must not go where a passphrase could be read.
            self.passphrase.setFocus()
        return TypedSecond(user_id=self.colleague.currentData(), passphrase=self.passphrase.take())

    def _show(self, colleagues: tuple[User, ...]) -> None:
        chosen = self.colleague.currentData()
        self.colleague.clear()
        for user in colleagues:
            self.colleague.addItem(f"{isolate_words(user.name)} ({words(user.role)})", user.id)
        self.colleague.setCurrentIndex(max(0, self.colleague.findData(chosen)) if colleagues else -1)
        self._know(
            colleagues,
            self.tr("This takes two persons: a colleague approves it at this desk.")
            if colleagues
            else self.tr(
                "This takes two persons, but nobody else here could approve it. The reason is recorded."
            ),
        )
        self.ready.emit()

    def _know(self, colleagues: tuple[User, ...] | None, said: str) -> None:
        """Show the fields for the present knowledge: a colleague, a reason, or nothing yet."""
        self._colleagues = colleagues
        self._form.setRowVisible(self.colleague, bool(colleagues))
        self._form.setRowVisible(self.passphrase, bool(colleagues) and self._asks_passphrase)
        self._form.setRowVisible(self.reason, colleagues == ())
        self.sentence.setText(said)
