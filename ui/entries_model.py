"""EntriesModel: corrects and strikes out entries of a case, and loads their history."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from thb_desktop.domain.corrections import Correction
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import users
from ui.view_model import FormModel


class EntriesModel(FormModel):
    """added: the change was saved. history: an entry's corrections, and the names of users by id."""

    added = Signal(object)
    history = Signal(object, object)

    def correct(self, entry: object, reason: str, *, keep_back: bool = False) -> None:
        """Correct an entry; the former value stays readable in the office, and is told outside unless it is
        kept back.
        """
        self._change(lambda session: corrections.correct(session, entry, reason, keep_back=keep_back))

    def strike_out(self, kind: str, entry_id: str, reason: str) -> None:
        """Mark an entry as made in error."""
        self._change(lambda session: corrections.strike_out(session, kind, entry_id, reason))

    def ask_history(self, subject_id: str) -> None:
        """Load the corrections of an entry."""

        def work(session: Session) -> tuple[tuple[Correction, ...], dict[str, str]]:
            names = {str(user.id): user.name for user in users.list_users(session)}
            return corrections.list_corrections(session, subject_id), names

        self.read(work, lambda found: self.history.emit(*found))

    def _change(self, work: Callable[[Session], object]) -> None:
        self.write(work, self.added.emit)
