"""A person's individual assessment: number of versions, entering a new one, opening the newest."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.assessment import IndividualAssessment
from thb_desktop.domain.ids import PersonId
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


class AssessmentModel(ViewModel):
    """counted: number of versions of a person. opened: the newest that can be read, and how many after it
    cannot. kept: a new one was sealed.
    """

    counted = Signal(int)
    opened = Signal(object, int)
    kept = Signal()

    def count(self, person_id: PersonId) -> None:
        from thb_desktop.services.persons import sealed

        self.read(lambda session: sealed.count_assessments(session, person_id), self.counted.emit)

    def reveal(self, person_id: PersonId, justification: str) -> None:
        """Open the newest; the event chain first records the view and the reason."""
        from thb_desktop.services.persons import sealed

        def work(session: "Session") -> tuple[IndividualAssessment, int]:
            found = sealed.reveal_assessment(session, person_id, justification=justification)
            return found, sealed.unread_assessments(session, person_id)

        self.write(work, lambda found: self.opened.emit(*found))

    def keep(self, assessment: IndividualAssessment) -> None:
        from thb_desktop.services.persons import sealed

        self.write(
            lambda session: sealed.add_assessment(session, assessment.person_id, assessment),
            lambda _: self.kept.emit(),
        )
