"""What is typed into one form, kept in the vault until it is saved or given up."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from thb_desktop.errors import ThbError
from ui.jobs import VaultJobs
from ui.messages import sentence

if TYPE_CHECKING:
    from thb_desktop.services.casework.drafts import Fields
    from thb_desktop.services.core.session import Session


class FormDraft(QObject):
    """found: the fields that were kept, by name; empty where nothing was. kept: what was given is there now.
    refused: why one could not be kept.

    form: its name in code, the same for ever. subject: the id of what the form is about, or empty.
    """

    found = Signal(object)
    kept = Signal()
    refused = Signal(str)

    def __init__(self, jobs: VaultJobs, form: str, subject: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.form = form
        self.subject = subject

    def ask(self) -> None:
        """Look for what was kept; the answer comes after everything that was asked before."""
        from thb_desktop.services.casework import drafts

        form, subject = self.form, self.subject
        self.jobs.run(
            self,
            lambda session: drafts.find_form(session, form, subject),
            then=lambda kept: self.found.emit(kept or {}),
            refused=self._tell,
        )

    def keep(self, fields: "Fields") -> None:
        """Keep these fields in place of those before."""
        from thb_desktop.services.casework import drafts

        form, subject = self.form, self.subject
        self._keep(lambda session: drafts.save_form(session, form, subject, fields))

    def give_up(self) -> None:
        """Keep nothing any more."""
        from thb_desktop.services.casework import drafts

        form, subject = self.form, self.subject
        self.jobs.unkept.pop((form, subject), None)
        self.jobs.run(
            self.jobs,
            lambda session: drafts.discard_form(session, form, subject),
            then=lambda _: self.jobs.kept.emit(),
            refused=self._tell,
        )

    def add(self, fields: "Fields") -> None:
        """Keep these fields beside those that were kept before."""
        from thb_desktop.services.casework import drafts

        form, subject = self.form, self.subject

        def work(session: "Session") -> None:
            kept = drafts.find_form(session, form, subject) or {}
            drafts.save_form(session, form, subject, {**kept, **fields})

        self._keep(work)

    def leave(self) -> None:
        """The form is left with something in it: let that be said once it is kept, or why it is not."""
        kept = (self.form, self.subject)

        def tell(_: object) -> None:
            if kept not in self.jobs.unkept:
                self.jobs.left.emit()
            elif error := self.jobs.unkept[kept]:
                self.jobs.refused.emit(error)

        self.jobs.run(self.jobs, lambda _: None, then=tell)

    def _keep(self, work: "Callable[[Session], None]") -> None:
        """The form may be gone before the vault answers: then the window hears of it."""
        self.jobs.keep((self.form, self.subject), work, then=self._tell_kept, refused=self._tell)

    def _tell_kept(self) -> None:
        if shiboken6.isValid(self):
            self.kept.emit()
        self.jobs.kept.emit()

    def _tell(self, error: ThbError) -> None:
        if shiboken6.isValid(self):
            self.refused.emit(sentence(error))
        else:
            self.jobs.refused.emit(error)
