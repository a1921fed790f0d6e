"""Today: a rule that compares days reads them by the clock of the State whose case it is."""

from datetime import datetime

from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.state_clocks import by_clock_of
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


def now_in(session: Session, case_id: CaseId) -> datetime:
    """Return the present moment by the clock of the State of a case; in UTC where that is not known here."""
    case = registry.CASE_FILE.find(session.read, case_id)
    return by_clock_of(session.clock.read().at, case.country if case is not None else "")
