"""What the short codes do: each is one act, or makes the row ready for one."""

from PySide6.QtCore import QObject, Signal

from ui.interviews.desk.coded_events import CodedEvents
from ui.interviews.desk.coded_turns import CodedTurns
from ui.interviews.desk.kept_turns import KeptTurns
from ui.interviews.desk.short_codes import ShortCode
from ui.interviews.desk.state import DeskState


class CodedActs(QObject):
    """refused: why a code does nothing."""

    refused = Signal(str)

    def __init__(self, desk: DeskState, turns: KeptTurns) -> None:
        super().__init__(desk)
        self._desk = desk
        self._events, self._turns = CodedEvents(desk, turns), CodedTurns(desk, turns)
        for each in (self._events, self._turns):
            each.refused.connect(self.refused)
        self._acts = self._events.acts | self._turns.acts
        self._hints = self._events.hints | self._turns.hints

    def do(self, code: ShortCode, rest: str) -> None:
        record = self._desk.record
        if record is None or not self._desk.is_open:
            return
        if code in self._events.acts and self._desk.moments.of_event() is None:
            told = self.tr(
                "The interview is over: this needs its time. Play the recording to where it was, or enter it "
                "under Formalities."
            )
            self.refused.emit(told)
            return
        self._acts[code](rest, record)

    def hint(self, code: ShortCode, rest: str) -> str:
        """Return what can follow a code, as far as it is typed."""
        return self._hints[code](rest)

    def offered(self) -> str:
        """Return the codes, for who has typed the stroke alone."""
        return self.tr(
            "/b break  \u00b7  /x exhibit shown  \u00b7  /e enters  \u00b7  /l leaves  \u00b7  "
            "/i interpreter  \u00b7  /v caution  \u00b7  /c conduct  \u00b7  "
            "/n not written down  \u00b7  /m mode"
        )
