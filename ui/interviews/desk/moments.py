"""When a turn was, and how its words came into the record: while the interview is held, or after it."""

from datetime import datetime
from typing import Protocol

from thb_desktop.domain.held_now import is_over
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import SourceCapture
from ui.interviews.desk.entry import Entry


class Recorded(Protocol):
    """The recordings of the record: when a place was by its clock, as far as that is known."""

    def clock(self) -> datetime | None: ...
    def clock_of(self, written: str, /) -> datetime | None: ...
    def of_chosen(self, written: str, /) -> str: ...


class Clocked(Protocol):
    """The open record, and the present time by its clock."""

    @property
    def record(self) -> InterviewInFull | None: ...
    def now(self) -> datetime: ...


class Moments:
    """After an interview, the time of typing is not that of the turn: the recording tells it, or nothing.

    recorded: what plays the recordings of the record; None without any.
    """

    def __init__(self, desk: Clocked) -> None:
        self._desk = desk
        self.recorded: Recorded | None = None

    @property
    def is_live(self) -> bool:
        record = self._desk.record
        return record is None or not is_over(record.interview, self._desk.now())

    def begun(self) -> datetime | None:
        """Return when a turn began of which the first letter is typed now."""
        return self._desk.now() if self.is_live else None

    def of_turn(self, entry: Entry) -> datetime | None:
        """Return when a turn that is kept now was, by the clock of the record."""
        if self.is_live:
            return entry.began or self._desk.now()
        begins = entry.heard[0]
        return self.recorded.clock_of(begins) if begins and self.recorded is not None else None

    def of_event(self) -> datetime | None:
        """Return when something was that is entered now: after the interview, where its recording stands."""
        if self.is_live:
            return self._desk.now()
        return self.recorded.clock() if self.recorded is not None else None

    def capture(self, entry: Entry) -> SourceCapture:
        """Return how the words spoken were captured that are typed now."""
        if self.is_live:
            return SourceCapture.TYPED_LIVE
        return SourceCapture.TRANSCRIBED_FROM_RECORDING if entry.heard[0] else SourceCapture.TYPED_AFTERWARDS

    def in_recording(self, heard: tuple[str, str]) -> tuple[str, str]:
        """Return a range that was typed as times alone, in the file that is shown where there are several."""
        of_chosen = self.recorded.of_chosen if self.recorded is not None else str
        return of_chosen(heard[0]), of_chosen(heard[1])
