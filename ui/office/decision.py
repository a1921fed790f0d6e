"""The common parts of decisions about people and keys: reason, own passphrase, second person."""

from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.errors import ThbError, WrongSecondPassphraseError
from ui.jobs import VaultJobs
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.second_person import SecondPerson
from ui.widgets.secret import PassphraseField


class DecisionDialog(Dialog):
    """Add its parts in reading order; `decide` is called when none is missing."""

    def __init__(self, parent: QWidget, jobs: VaultJobs, heading: str, sentence: str) -> None:
        super().__init__(parent, heading, sentence)
        self._jobs = jobs
        self._fields = Form()
        self.body.addLayout(self._fields)
        self._wanted: list[tuple[QWidget, str]] = []
        self._new: NewPassphrase | None = None
        self._needs_own = True
        self._working = ""
        self.own = PassphraseField(self.tr("Your own passphrase"))
        self.second = SecondPerson(jobs)

    def ask(self, label: str, wanting: str) -> QLineEdit:
        """Add a required line, and the message if it is empty."""
        return self.need(label, line(), wanting)

    def need[W: QWidget](self, label: str, field: W, wanting: str) -> W:
        """Add a required field, and the message if nothing is entered or chosen."""
        self._wanted.append((field, wanting))
        return self.add(label, field)

    def add[W: QWidget](self, label: str, field: W) -> W:
        """Add a field beside its label."""
        return self._fields.add(label, field)

    def ask_reason(self) -> QLineEdit:
        return self.ask(self.tr("&Reason"), self.tr("Please write the reason."))

    def ask_new_passphrase(self) -> NewPassphrase:
        """Add fields for somebody at this desk; what is asked next is below."""
        self._new = NewPassphrase(self._jobs)
        self.body.addLayout(self._new)
        self._fields = Form()
        self.body.addLayout(self._fields)
        return self._new

    def ask_own(self) -> None:
        self.add(self.tr("&Your own passphrase"), self.own)

    def show_own(self, shown: bool) -> None:
        """Show the field only if this changes who can open the vault."""
        self._fields.setRowVisible(self.own, shown)
        self._needs_own = shown

    def end(self, main: str, *, working: str, danger: bool = False) -> None:
        """Add the second person and the buttons at the end. working: the message during the work."""
        self._working = working
        self.body.addWidget(self.second)
        self.finish_with(main, danger=danger)
        self.wait_for(self.second)

    def take(self) -> None:
        if self.lacks(*self._wanted):
            return
        if self._new is not None and (lack := self._new.lack()):
            self.refuse_at(*lack)
        elif self._needs_own and not self.own.text():
            self.refuse_at(
                self.own,
                self.tr("Please type your own passphrase too: this changes who can open the vault."),
            )
        elif not self.lacks_second(self.second):
            self.begin_work(self._working)
            self.decide()

    def decide(self) -> None:
        """Nothing is missing: pass it to the view-model."""

    def refused_by(self, error: ThbError) -> None:
        """One's own passphrase stays only if that of the second person was wrong."""
        if not isinstance(error, WrongSecondPassphraseError):
            self.own.take()
