"""Fields for a day, a moment, and a partial date.

Each is a line of plain text. It is parsed when it is left, and the result is written in words below it, or
why it cannot be read. It never changes by itself, and is empty until somebody types: empty means not
answered. F4 or Alt+Down opens a calendar; Ctrl+; writes the present time.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from thb_desktop.domain import dates, partial_dates, zones
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import DateRefusedError
from ui import language
from ui.clock import zone_here
from ui.labels.dates import problem_words
from ui.text import isolate_words
from ui.tones import Tone
from ui.widgets import icons
from ui.widgets.basic import Label, Part, announce, restyle
from ui.widgets.calendar import Calendar
from ui.widgets.date_base import DateBase

WIDE = 240
"""The least visible width of a date, in pixels."""


def now() -> datetime:
    """Return the time of this computer's clock."""
    return datetime.fromtimestamp(QDateTime.currentMSecsSinceEpoch() / 1000, UTC)


class DateField[V](DateBase):
    """The common base of the fields. changed: the meaning of the text changed."""

    changed = Signal()
    example = "24.11.2026"
    """Return valid text for the field, for error messages."""

    def __init__(self, name: str = "", hint: str = "") -> None:
        super().__init__()
        self.edit = _Line(self.open_calendar, self.write_now)
        self.edit.setMinimumWidth(WIDE)
        self.edit.setPlaceholderText(hint)
        self._calendar = QAction(icons.icon("calendar", "muted"), self.tr("Calendar (F4)"), self.edit)
        self._calendar.setToolTip(self.tr("Calendar (F4)"))
        self._calendar.triggered.connect(self.open_calendar)
        self.edit.addAction(self._calendar, QLineEdit.ActionPosition.TrailingPosition)
        self.told = Label(part=Part.TOLD, wrap=True)
        self.told.setMinimumHeight(self.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.edit)
        column.addWidget(self.told)
        self.setFocusProxy(self.edit)
        self._name = self._said = ""
        self._given: tuple[str, V | None] = ("", None)
        self._refused = ("", "")
        self._last: V | str | None = None
        self.popup: Calendar | None = None
        self.setAccessibleName(name)
        self.edit.textChanged.connect(self._follow)
        self.edit.editingFinished.connect(self.read)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the field, for screen readers and messages."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)
        self._name = name

    def value(self) -> V | None:
        """Return the typed value; None if empty. Raises DateRefusedError if it cannot be read."""
        text = self.edit.text().strip()
        if text == self._given[0]:
            return self._given[1]
        return self.parse(text) if text else None

    def given(self) -> V:
        """Return the typed value; call `is_empty` first if the field may be empty."""
        value = self.value()
        if value is None:
            message = "the date was not given"
            raise ValueError(message)
        return value

    def set_value(self, value: V | None) -> None:
        """Write a value; None empties the field."""
        text = "" if value is None else self.as_typed(value)
        self._given = (text, value)
        self.edit.setText(text)
        self.read()

    def error(self) -> str:
        """Return why the text cannot be read, in a sentence that names the field; empty if it can."""
        try:
            self.value()
        except DateRefusedError as error:
            problem = problem_words(error, self.example)
            return (
                self.tr("{field}: {problem}").format(field=self._name, problem=problem)
                if self._name
                else problem
            )
        return ""

    def is_empty(self) -> bool:
        return not self.edit.text().strip()

    def read(self) -> None:
        """Show what was read, or why nothing could be read."""
        text, refusal = self._refused
        error = refusal if refusal and text == self.edit.text() else self.error()
        value = None if error else self.value()
        words = error if value is None else self.in_words(value)
        self._tell(words, Tone.BAD if error else Tone.PLAIN)
        meant = error or value
        if meant != self._last:
            self._last = meant
            self.changed.emit()

    def refuse(self, sentence: str) -> None:
        """Show why it is refused below the line, until the text changes; empty: show what was read."""
        self._refused = (self.edit.text(), sentence)
        self.read()

    def open_calendar(self) -> None:
        """Open the calendar; a typed time stays."""
        self.popup = Calendar(self, self._day_shown(), self.now_words(), self._choose, self.write_now)
        self.popup.open_below(self.edit)

    def write_now(self) -> None:
        """Write the present time, only because somebody asked for it."""
        self.set_value(self.from_now(now()))
        self.edit.end(False)

    def parse(self, text: str) -> V:
        raise NotImplementedError

    def as_typed(self, value: V) -> str:
        raise NotImplementedError

    def in_words(self, value: V) -> str:
        raise NotImplementedError

    def from_now(self, at: datetime) -> V:
        raise NotImplementedError

    def now_words(self) -> str:
        """Return the text of the button that writes the present time."""
        return self.tr("&Today")

    def choose(self, day: date) -> None:
        """A day was chosen in the calendar."""
        self.edit.setText(day.isoformat())
        self.read()

    def day_of(self, value: V) -> date | None:
        raise NotImplementedError

    def _day_shown(self) -> date:
        """Return the day at which the calendar opens."""
        try:
            value = self.value()
        except DateRefusedError:
            value = None
        return (None if value is None else self.day_of(value)) or zones.at_place(now(), zone_here()).date()

    def _choose(self, day: date) -> None:
        self.choose(day)
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self.edit.end(False)

    def _follow(self) -> None:
        """Show nothing while somebody types; read at once what the program writes."""
        if self.edit.hasFocus():
            self._tell("", Tone.PLAIN)
        else:
            self.read()

    def _tell(self, words: str, tone: Tone) -> None:
        if self._said == words:
            return
        self._said = words
        self.told.setText(isolate_words(words))
        self.edit.setAccessibleDescription(words)
        for part in (self.told, self.edit):
            part.setProperty("tone", tone.value)
            restyle(part)
        if tone is Tone.BAD:
            announce(self.edit)


class DayField(DateField[date]):
    """A day."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.edit.setPlaceholderText(self.tr("Day, month, year"))

    def parse(self, text: str) -> date:
        return dates.parse_day(text)

    def as_typed(self, value: date) -> str:
        return value.isoformat()

    def in_words(self, value: date) -> str:
        return dates.day_in_words(value, language.current())

    def from_now(self, at: datetime) -> date:
        return zones.at_place(at, zone_here()).date()

    def day_of(self, value: date) -> date:
        return value


class MomentField(DateField[datetime]):
    """A day and a time of day. zone: the zone (IANA) if none is typed."""

    example = "24.11.2026 14:05"

    def __init__(self, name: str = "", *, zone: str = "") -> None:
        self.zone = zone or zone_here()
        super().__init__(name)
        self.edit.setPlaceholderText(self.tr("Day, month, year, time"))

    def parse(self, text: str) -> datetime:
        return dates.parse_moment(text, self.zone)

    def as_typed(self, value: datetime) -> str:
        return dates.moment_as_typed(value, self.zone)

    def in_words(self, value: datetime) -> str:
        return dates.moment_in_words(value, language.current())

    def from_now(self, at: datetime) -> datetime:
        return zones.at_place(at.replace(second=0, microsecond=0), self.zone)

    def now_words(self) -> str:
        return self.tr("&Now")

    def day_of(self, value: datetime) -> date:
        return value.date()

    def choose(self, day: date) -> None:
        """Change the day and keep the time; if there is none yet, it is asked for."""
        try:
            former = self.value()
        except DateRefusedError:
            former = None
        time = f"{former:%H:%M:%S}".removesuffix(":00") if former else ""
        self.edit.setText(f"{day.isoformat()} {time}")
        if former:
            self.read()


class PartialDateField(DateField[PartialDate]):
    """A partial date: a year, a month, an estimate, a range, or unknown.

    zone: the zone (IANA) of an instant, if one may be typed too.
    """

    def __init__(self, name: str = "", *, zone: str = "") -> None:
        self._zone = zone
        super().__init__(name)
        self.edit.setPlaceholderText(self.tr("1.3.2025, 03.2025, ca. 2025, 2024-2025"))

    def parse(self, text: str) -> PartialDate:
        return partial_dates.parse_partial(text, self._zone)

    def as_typed(self, value: PartialDate) -> str:
        return self.in_words(value) if value.is_unknown else value.edtf

    def in_words(self, value: PartialDate) -> str:
        return partial_dates.partial_in_words(value, language.current())

    def from_now(self, at: datetime) -> PartialDate:
        return PartialDate.of(zones.at_place(at, zone_here()).date())

    def day_of(self, value: PartialDate) -> date | None:
        return value.earliest


class _Line(QLineEdit):
    """The line of a date, left to right in every language."""

    def __init__(self, open_calendar: Callable[[], None], write_now: Callable[[], None]) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._open_calendar, self._write_now = open_calendar, write_now

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if down or event.key() == Qt.Key.Key_F4:
            self._open_calendar()
        elif control and event.key() == Qt.Key.Key_Semicolon:
            self._write_now()
        else:
            super().keyPressEvent(event)
