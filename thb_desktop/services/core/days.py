"""Today: a rule that compares days reads them by the clock of the State whose case it is."""

from datetime import date, datetime

from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.state_clocks import by_clock_of
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def today_in(session: Session, case_id: CaseId) -> date:
    """Return the day that it is now in the State of a case."""
    return at_case(session.read, case_id, session.clock.read().at).date()


def at_case(connection: Connection, case_id: CaseId, at: datetime) -> datetime:
    """Return a moment by the clock of the State of a case; as it is where that is not known here."""
    case = registry.CASE_FILE.find(connection, case_id)
    return by_clock_of(at, case.country if case is not None else "")
