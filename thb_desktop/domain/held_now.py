"""Whether an interview is still being held at a moment, as far as its record says.

What is typed then is typed live, and its time is that of the turn. What is typed later is not: the recording
tells its time, or nothing does.
"""

from datetime import datetime, timedelta

from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_day import day_at

_TO_THE_MINUTE = timedelta(minutes=1)
"""An end that is written to the minute includes that minute."""
_LONGEST = timedelta(days=1)
"""An interview without an end that began longer ago is over."""


def is_over(interview: Interview, at: datetime) -> bool:
    """Return whether an interview had ended at this moment. One whose times nobody entered is going on."""
    if interview.ended_at is not None:
        return at >= interview.ended_at + _TO_THE_MINUTE
    if interview.started_at is not None:
        return at > interview.started_at + _LONGEST
    latest = interview.held_on.latest if interview.held_on is not None else None
    return latest is not None and day_at(interview, at) > latest
