"""The individual assessment of a person: how many versions there are, a new one, and the newest opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.assessment import IndividualAssessment
from thb_desktop.domain.ids import PersonId
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session


class AssessmentModel(ViewModel):
    """counted: how many versions a person has. opened: the newest. kept: a new one is sealed."""

    counted = Signal(int)
    opened = Signal(object)
    kept = Signal()

    def count(self, person_id: PersonId) -> None:
        from thb_desktop.services.casework import sealed

        self.read(lambda session: sealed.count_assessments(session, person_id), self.counted.emit)

    def reveal(self, person_id: PersonId, justification: str) -> None:
        """Open the newest; that it was looked at, and why, is recorded first."""
        from thb_desktop.services.casework import sealed

        def work(session: "Session") -> IndividualAssessment:
            return sealed.reveal_assessment(session, person_id, justification=justification)

        self.write(work, self.opened.emit)

    def keep(self, assessment: IndividualAssessment) -> None:
        from thb_desktop.services.casework import sealed

        self.write(
            lambda session: sealed.add_assessment(session, assessment.person_id, assessment),
            lambda _: self.kept.emit(),
        )
