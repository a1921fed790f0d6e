"""The base of every view-model: it uses the vault's thread, and turns a refusal into a sentence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal

from thb_desktop.errors import ThbError
from ui.form_draft import FormDraft
from ui.jobs import VaultJobs
from ui.topics import Topic

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


class Asking(Protocol):
    """A dialog that waits for the answer to its request. It may have `refuse_field` and `refused_by` too."""

    def accept(self) -> object: ...

    def refuse(self, sentence: str, /) -> object: ...


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
        self._asking: Asking | None = None

    @contextmanager
    def answering(self, dialog: Asking) -> Iterator[None]:
        """What is asked within is the request of this dialog: it alone is closed when that is done, and says
        why that is refused.
        """
        self._asking = dialog
        try:
            yield
        finally:
            self._asking = None

    def read[T](self, work: "Callable[[Session], T]", then: Callable[[T], None]) -> None:
        """Read from the vault."""
        dialog = self._asking

        def done(result: T) -> None:
            _close(dialog)
            then(result)

        self.jobs.run(self, work, then=done, refused=partial(self._refuse, dialog))

    def write[T](
        self,
        work: "Callable[[Session], T]",
        then: Callable[[T], None],
        *,
        refused: Callable[[ThbError], None] | None = None,
    ) -> None:
        """Change the vault, and notify every window. refused: handles a refusal instead of the page."""

        dialog = self._asking

        def done(result: T) -> None:
            _close(dialog)
            then(result)
            self.jobs.changed.emit(self.changes)

        self.writing.emit()
        self.jobs.run(self, work, then=done, refused=refused or partial(self._refuse, dialog))

    def draft(self, form: str, subject: str = "") -> FormDraft:
        """Return the draft of this form about this subject."""
        return FormDraft(self.jobs, form, subject)

    def refuse(self, error: ThbError) -> None:
        self.refused.emit(_sentence(error))

    def _refuse(self, dialog: Asking | None, error: ThbError) -> None:
        if dialog is None or not shiboken6.isValid(dialog):
            self.refuse(error)
            return
        if (clear := getattr(dialog, "refused_by", None)) is not None:
            clear(error)
        name, refuse_field = getattr(error, "field", ""), getattr(dialog, "refuse_field", None)
        if name and refuse_field is not None:
            refuse_field(name, _sentence(error))
        else:
            dialog.refuse(_sentence(error))


def _sentence(error: ThbError) -> str:
    """Return a refusal in the words of the window; nothing is refused before it is shown."""
    from ui.messages import sentence

    return sentence(error)


def _close(dialog: Asking | None) -> None:
    """Close the dialog before its result is shown: its draft is deleted before anything is read again."""
    if dialog is not None and shiboken6.isValid(dialog):
        dialog.accept()


class FormModel(ViewModel):
    """A view-model of forms. refused_at: a field ("person.code") and the reason of its refusal."""

    refused_at = Signal(str, str)

    def refuse(self, error: ThbError) -> None:
        """Show a refusal at the field that it names."""
        name = getattr(error, "field", "")
        if name:
            self.refused_at.emit(name, _sentence(error))
        else:
            super().refuse(error)
