"""The day of a moment at the place of an interview."""

from datetime import date, datetime

from thb_desktop.domain.interview import Interview
from thb_desktop.domain.zones import at_place, beside, is_known


def day_at(interview: Interview, at: datetime) -> date:
    """Return the day of a moment by the clock of the place: by its zone, else by the clock by which the
    interview began. Where the record tells neither, the day of the moment as it is given.
    """
    if interview.zone and is_known(interview.zone):
        return at_place(at, interview.zone).date()
    return (beside(at, interview.started_at) if interview.started_at else at).date()
