"""The draft of one form, stored in the vault until the form is saved or discarded."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from thb_desktop.errors import ThbError
from ui.jobs import VaultJobs

if TYPE_CHECKING:
    from thb_desktop.services.casework.drafts import Fields
    from thb_desktop.services.core.session import Session


class FormDraft(QObject):
    """found: the saved fields, by name; empty if there are none. kept: the draft was saved. refused: why it
    could not be saved.

    form: its name in code, which never changes. subject: the id of what the form is about, or empty.
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
        """Load the draft; the answer comes after all earlier requests."""
        from thb_desktop.services.casework import drafts

        form, subject = self.form, self.subject
        self.jobs.run(
            self,
            lambda session: drafts.find_form(session, form, subject),
            then=lambda kept: self.found.emit(kept or {}),
            refused=self._tell,
        )

    def keep(self, fields: "Fields") -> None:
        """Save these fields in place of the earlier ones."""
        from thb_desktop.services.casework import drafts

        form, subject = self.form, self.subject
        self._keep(lambda session: drafts.save_form(session, form, subject, fields))

    def give_up(self) -> None:
        """Delete the draft."""
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
        """Save these fields in addition to the earlier ones."""
        from thb_desktop.services.casework import drafts

        form, subject = self.form, self.subject

        def work(session: "Session") -> None:
            kept = drafts.find_form(session, form, subject) or {}
            drafts.save_form(session, form, subject, {**kept, **fields})

        self._keep(work)

    def leave(self) -> None:
        """The form is closed with unsaved text: report that it was saved, or why not."""
        kept = (self.form, self.subject)

        def tell(_: object) -> None:
            if kept not in self.jobs.unkept:
                self.jobs.left.emit()
            elif error := self.jobs.unkept[kept]:
                self.jobs.refused.emit(error)

        self.jobs.run(self.jobs, lambda _: None, then=tell)

    def _keep(self, work: "Callable[[Session], None]") -> None:
        """If the form is gone before the vault answers, the window gets the answer."""
        self.jobs.keep((self.form, self.subject), work, then=self._tell_kept, refused=self._tell)

    def _tell_kept(self) -> None:
        if shiboken6.isValid(self):
            self.kept.emit()
        self.jobs.kept.emit()

    def _tell(self, error: ThbError) -> None:
        if shiboken6.isValid(self):
            from ui.messages import sentence

            self.refused.emit(sentence(error))
        else:
            self.jobs.refused.emit(error)
