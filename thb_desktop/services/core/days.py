"""Today: a rule that compares days reads them by the clock of the State whose case it is."""

from datetime import datetime

from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.state_clocks import by_clock_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def at_case(connection: Connection, case_id: CaseId, at: datetime) -> datetime:
    """Return a moment by the clock of the State of a case; as it is where that is not known here."""
    case = registry.CASE_FILE.find(connection, case_id)
    return by_clock_of(at, case.country if case is not None else "")
