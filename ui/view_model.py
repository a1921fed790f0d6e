"""The base of every view-model: it uses the vault's thread, and turns a refusal into a sentence."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.errors import ThbError
from ui.form_draft import FormDraft
from ui.jobs import VaultJobs
from ui.messages import sentence
from ui.topics import Topic

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


class ViewModel(QObject):
    """writing: a change was requested. refused: why it failed, in the window's language.

    changes: the kind of thing that its acts change.
    """

    changes = Topic.CASES

    writing = Signal()
    refused = Signal(str)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs

    def read[T](self, work: "Callable[[Session], T]", then: Callable[[T], None]) -> None:
        """Read from the vault."""
        self.jobs.run(self, work, then=then, refused=self.refuse)

    def write[T](
        self,
        work: "Callable[[Session], T]",
        then: Callable[[T], None],
        *,
        refused: Callable[[ThbError], None] | None = None,
    ) -> None:
        """Change the vault, and notify every window. refused: handles a refusal instead of the page."""

        def done(result: T) -> None:
            then(result)
            self.jobs.changed.emit(self.changes)

        self.writing.emit()
        self.jobs.run(self, work, then=done, refused=refused or self.refuse)

    def draft(self, form: str, subject: str = "") -> FormDraft:
        """Return the draft of this form about this subject."""
        return FormDraft(self.jobs, form, subject)

    def refuse(self, error: ThbError) -> None:
        self.refused.emit(sentence(error))


class FormModel(ViewModel):
    """A view-model of forms. refused_at: a field ("person.code") and the reason of its refusal."""

    refused_at = Signal(str, str)

    def refuse(self, error: ThbError) -> None:
        """Show a refusal at the field that it names."""
        name = getattr(error, "field", "")
        if name:
            self.refused_at.emit(name, sentence(error))
        else:
            super().refuse(error)
