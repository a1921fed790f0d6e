"""Times of a recording at which something is noted: set by F5 and F6, or typed, and shown on the strip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.domain import recording_places as places
from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.recording_places import Place, RecordedFile, range_text
from ui import shortcuts
from ui.media.strip import RecordingStrip
from ui.text import isolate, isolate_words, translate
from ui.widgets.basic import Label, Part, on_key, row


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRange:
    """A range in one file of the recordings, in milliseconds."""

    file: RecordedFile
    start: int
    end: int

    @property
    def anchor(self) -> Anchor:
        return Anchor.of_time(self.file.file.id, self.file.file.sha256, self.start, self.end)

    @property
    def places(self) -> tuple[Place, Place]:
        begins, ends = (Place(file=self.file, milliseconds=each) for each in (self.start, self.end))
        return begins, ends


def range_of(anchor: Anchor, files: Sequence[RecordedFile]) -> TimeRange | None:
    """Return where a note at a time is in these recordings; None if its file is not here, or another one."""
    for each in files:
        if (each.file.id, each.file.sha256) == (anchor.of, anchor.digest):
            return TimeRange(file=each, start=anchor.start, end=anchor.end)
    return None


def place_told(anchor: Anchor, files: Sequence[RecordedFile]) -> str:
    """Return the recording and the range of a note at a time, as it is read."""
    found, told = range_of(anchor, files), isolate(range_text(anchor.start, anchor.end))
    if found is None:
        return translate("notes", "{range}, in a recording that is not here").format(range=told)
    return f"{isolate_words(found.file.name)} {told}"


class TimeMarks(QObject):
    """The range that is to be noted at the chosen turn. changed: it is another one.

    Another turn begins without one: what was marked while one turn was heard is not noted at the next.
    """

    changed = Signal()

    def __init__(self, strip: RecordingStrip, *, by_keys: bool = True) -> None:
        """by_keys: whether F5 and F6 mark a note also where no dialog asks; else they are the turn's."""
        super().__init__(strip)
        self.strip = strip
        self.begins = self.ends = ""
        self._heard: tuple[Place, Place] | None = None
        self._turn: tuple[SegmentId, str, str, datetime | None] | None = None
        if by_keys:
            strip.begins.connect(lambda _: self.begin())
            strip.ends.connect(lambda _: self.end())
            strip.model.shown.connect(self._show)

    def show_turn(self, segment_id: SegmentId, begins: str, ends: str, at: datetime | None) -> None:
        """Show the range of a turn, unless one is marked at it."""
        if self._turn is None or self._turn[0] != segment_id:
            self.begins = self.ends = ""
            self._heard = None
        self._turn = (segment_id, begins, ends, at)
        self._show()

    def begin(self) -> None:
        """It begins where the recording stands."""
        self._take(self.strip.model.begun(self.ends))

    def end(self) -> None:
        """It ends where the recording stands."""
        self._take(self.strip.model.ended(self.begins))

    def set_range(self, begins: str, ends: str) -> None:
        """Take a range as it was typed."""
        self.begins, self.ends, self._heard = begins, ends, None
        self._show()

    def hear(self, range_: TimeRange) -> None:
        """Show the range of a note that is there, and play it."""
        self._heard = range_.places
        self._show()
        self.strip.model.play_range()

    def clear(self) -> None:
        """Nothing is marked any more."""
        self.set_range("", "")

    def _take(self, wanted: tuple[str, str] | None) -> None:
        if wanted is not None:
            self.set_range(*wanted)
            self.changed.emit()

    def _show(self) -> None:
        if self._heard is not None:
            self.strip.show_places(*self._heard)
        elif self.begins or self.ends:
            self.strip.show_note(self.begins, self.ends)
        elif self._turn is not None:
            self.strip.show_turn(*self._turn[1:])


class TimeFields(QWidget):
    """From and to. The keys of the recording work beside them, and F5 and F6 fill them in."""

    def __init__(self, marks: TimeMarks, form: QWidget) -> None:
        super().__init__()
        self._marks = marks
        self.begins, self.ends = QLineEdit(), QLineEdit()
        self.here = Label("", Part.STRONG)
        parts: list[QWidget | int | None] = []
        for told, field, key in (
            (self.tr("From"), self.begins, shortcuts.MARK_IN),
            (self.tr("To"), self.ends, shortcuts.MARK_OUT),
        ):
            field.setAccessibleName(told)
            field.setPlaceholderText("00:00:00.0")
            parts += [Label(told, Part.MUTED), field, Label(shortcuts.shown(key), Part.KEY), 8]
        play = Label(shortcuts.shown(shortcuts.PLAY), Part.KEY)
        self.setLayout(row(*parts, None, Label(self.tr("Play"), Part.MUTED), play, self.here))
        marks.strip.install_keys(form, marks=False)
        on_key(form, shortcuts.MARK_IN, marks.begin)
        on_key(form, shortcuts.MARK_OUT, marks.end)
        marks.changed.connect(self.show_marks)
        marks.strip.model.moved.connect(self._move)
        for field in (self.begins, self.ends):
            field.textEdited.connect(lambda _: marks.set_range(*self._written()))
        self._move(marks.strip.model.player.position)

    def show_marks(self) -> None:
        """Show what was marked by keys."""
        self.begins.setText(self._marks.begins)
        self.ends.setText(self._marks.ends)

    def read(self) -> TimeRange | tuple[QLineEdit, str]:
        """Return the range; or the field that is wrong, and why."""
        model = self._marks.strip.model
        found = []
        for field, written in zip((self.begins, self.ends), self._written(), strict=True):
            place = places.from_text(model.files, written)
            if place is None:
                told = self.tr("Please write the time as {time}, or set it with {key}.")
                key = shortcuts.MARK_IN if field is self.begins else shortcuts.MARK_OUT
                return field, told.format(time=isolate("00:12:02.4"), key=isolate(shortcuts.shown(key)))
            found.append(place)
        begins, ends = found
        if ends.file != begins.file or ends.milliseconds <= begins.milliseconds:
            return self.ends, self.tr("The end must be after the beginning, in the same file.")
        length = model.lengths.get(ends.file.file.id)
        if length is not None and ends.milliseconds > length + _ROUNDED:
            told = self.tr("The recording ends at {time}.")
            return self.ends, told.format(time=isolate(places.time_text(length)))
        return TimeRange(file=begins.file, start=begins.milliseconds, end=ends.milliseconds)

    def _written(self) -> tuple[str, str]:
        model = self._marks.strip.model
        begins, ends = (model.of_chosen(field.text().strip()) for field in (self.begins, self.ends))
        return begins, ends

    def _move(self, milliseconds: int) -> None:
        self.here.setText(isolate(places.time_text(milliseconds)))


_ROUNDED = 100
"""Milliseconds to which a place is written."""
