"""DeskModel: what the keys do in the entry row at the end of a record."""

from dataclasses import replace

from PySide6.QtCore import QObject

from thb_desktop.services.testimony.mending import Turn
from ui.interviews.desk import entry as entries
from ui.interviews.desk.coded import CodedActs
from ui.interviews.desk.kept_turns import KeptTurns
from ui.interviews.desk.short_codes import BEGIN
from ui.interviews.desk.state import DeskState, OpenedRecord
from ui.text import isolate
from ui.transcript.lines import break_since, clock
from ui.transcript.segment_row import SegmentRow


class DeskModel(DeskState):
    """The state of the row, and the keys that change it."""

    def __init__(self, model: OpenedRecord, parent: QObject | None = None) -> None:
        super().__init__(model, parent)
        self._turns = KeptTurns(self)
        self._coded = CodedActs(self, self._turns)
        self._coded.refused.connect(self.refused.emit)

    def enter(self) -> None:
        """Enter: keep the turn and go to the other speaker, or do what a short code says."""
        code = self.code()
        if code is not None:
            self._coded.do(*code)
        elif self.entry.mended is not None:
            self._turns.mend()
        elif not self.entry.is_empty:
            self._turns.add()

    def turn_speaker(self, by: int) -> None:
        """F2: the next or the former speaker, with the language that they speak as a rule."""
        self.alternation.turn(by)
        self.entry = replace(self.entry, turned=True)
        if self.entry.mended is None:
            self.entry = replace(self.entry, spoken=self._usual())
        self.shown.emit()
        self.said.emit(self.describe())

    def turn_language(self, by: int) -> None:
        """F3: the next or the former language of the words spoken."""
        sides, mended = self.sides, self.entry.mended
        if mended is not None:
            sides = tuple(dict.fromkeys((*sides, mended.segment.language)))
        if sides:
            at = sides.index(self.entry.spoken) if self.entry.spoken in sides else -1
            self.entry = self.entry.spoken_in(sides[(at + by) % len(sides)])
            self.shown.emit()
            self.said.emit(self.describe())

    def take_last(self) -> None:
        """Up in an empty row: the last turn, to mend it."""
        rows = reversed(self._transcript.segments.rows)
        last = next((row for row in rows if not row.segment.struck), None)
        if last is not None:
            self.take(last)

    def take(self, row: SegmentRow) -> None:
        """Take a kept turn into the row, to mend it; nothing may be typed there."""
        if not self.is_open or row.segment.struck or not self.entry.is_empty:
            return
        turn = Turn(segment=row.segment, renderings=row.full.renderings)
        self.entry = entries.of_turn(turn, self.sides, self._transcript.segments.own(row))
        self.alternation.choose(row.segment)
        self._tell_typed()
        self.filled.emit()
        self.shown.emit()
        self.said.emit(self.tr("Turn {number}, to be mended").format(number=row.full.label))

    @property
    def is_prepared(self) -> bool:
        """Whether a short code made the row ready for a turn."""
        entry = self.entry
        is_ready = entry.caution is not None or entry.unwritten or entry.mode is not None
        return entry.mended is None and (is_ready or any(entry.heard))

    def escape(self) -> bool:
        """Esc: give up what the row is for; whether there was something to give up."""
        used = self.entry.mended is not None or self.is_prepared or self.code() is not None
        if used:
            self._keeper.give_up()
            self.start_again()
        return used

    def break_words(self) -> str:
        """Return that a break goes on, and how it ends; empty outside one."""
        record = self.record
        begun = break_since(record.timeline) if record is not None and self.is_open else None
        if begun is None:
            return ""
        return self.tr("On a break since {time}: /b and Enter end it").format(time=isolate(clock(begun)))

    def hint(self) -> str:
        """Return what can follow what is typed, if it begins a short code; empty for words."""
        code = self.code()
        if code is not None:
            return self._coded.hint(*code)
        begins = self.entry.mended is None and BEGIN in (each.strip() for each in self.entry.texts.values())
        return self._coded.offered() if begins else ""
