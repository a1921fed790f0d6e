"""Player: one recording is heard and seen, from any place, at any speed, once or again and again."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from thb_desktop.inspect.media.decoder import Decoder, Picture
from thb_desktop.inspect.media.talk import FRAME, RATE, SPEEDS
from ui.media.feeder import Feeder
from ui.media.sound import Output, find_output

BACK_ON_PAUSE, STEP, SPEED_STEP = 2_000, 5_000, 10
"""Milliseconds back at a pause, and by a key; per cent by a key."""
_PUMP = 15
"""Milliseconds between two looks at what the output has room for."""
_LOOK_AFTER = 120
"""Milliseconds after which a picture is shown where nothing plays: many steps ask for one picture."""


class Player(QObject):
    """opened: its length is known. moved: milliseconds. turned: it plays or stands. pictured: a Picture, or
    None. failed: a ThbError.
    """

    opened = Signal()
    moved = Signal(object)
    turned = Signal()
    pictured = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.output: Output | None = None
        self._feeder: Feeder | None = None
        self._range: tuple[int, int] | None = None
        self._again = self._ends = False
        self._from = self._at = 0
        self._left = memoryview(b"")
        self._pictures: deque[Picture] = deque()
        self.is_open = self.is_playing = self.has_pictures = False
        self.duration, self.speed = 0, 100
        self._pump = QTimer(self, interval=_PUMP)
        self._pump.setTimerType(Qt.TimerType.PreciseTimer)
        self._pump.timeout.connect(self._play_on)
        self._look = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._look.timeout.connect(self._look_now)

    @property
    def position(self) -> int:
        """Milliseconds."""
        return self._at

    def open(self, make: Callable[[], Decoder]) -> None:
        """Take another recording; it stands at its beginning. make: starts its decoder, in a thread."""
        self.close()
        feeder = self._feeder = Feeder(make, self)
        feeder.opened.connect(self._opened)
        feeder.failed.connect(self._failed)
        feeder.looked.connect(self.pictured.emit)
        feeder.arrived.connect(self._play_on)

    def close(self) -> None:
        """Stop, end the process, and forget what was decoded."""
        self._halt()
        feeder, self._feeder = self._feeder, None
        self.is_open = self.has_pictures = False
        self._at = self.duration = 0
        self._range, self._again = None, False
        if feeder is not None:
            feeder.blockSignals(True)
            feeder.close()
            feeder.deleteLater()

    def play(self, *, within: tuple[int, int] | None = None, again: bool = False) -> None:
        """Play from where it stands. within: from its beginning to its end. again: and again."""
        if not self.is_open or self._feeder is None:
            return
        if self.output is None:
            self.output = find_output()
        self._range, self._again = within, again
        start = within[0] if within else self._at
        if within is None and self.duration and start >= self.duration - 50:
            start = 0
        self._start(start)
        self.turned.emit()

    def pause(self, *, back: int = 0) -> None:
        """Stand still. back: milliseconds to go back, so that what comes next begins with what was heard."""
        if not self.is_playing:
            return
        self._halt()
        self._move(max(self._range[0] if self._range else 0, self._at - back))
        self.turned.emit()

    def seek(self, milliseconds: int) -> None:
        """Go to a place, and go on as before. A range that is being played ends with it."""
        if not self.is_open:
            return
        at = max(0, min(milliseconds, self.duration) if self.duration else milliseconds)
        if self.is_playing:
            if self._range and not self._range[0] <= at < self._range[1]:
                self._range, self._again = None, False
            self._start(at)
        else:
            self._move(at)

    def set_speed(self, speed: int) -> None:
        """speed: in per cent, within the slowest and the fastest; the pitch stays."""
        self.speed = max(SPEEDS[0], min(speed, SPEEDS[1]))
        if self.is_playing:
            self._start(self._at)
        self.turned.emit()

    def _opened(self, decoder: Decoder) -> None:
        self.duration, self.has_pictures, self.is_open = decoder.duration, decoder.has_pictures, True
        self._move(0)
        self.opened.emit()

    def _failed(self, error: object) -> None:
        self.close()
        self.turned.emit()
        self.failed.emit(error)

    def _start(self, milliseconds: int) -> None:
        if self._feeder is None or self.output is None:
            return
        self._left, self._ends = memoryview(b""), False
        self._pictures.clear()
        self.output.stop()
        self._from = self._at = milliseconds
        self._waits = True
        self._feeder.go(milliseconds, self.speed)
        self.is_playing = True
        self._pump.start()
        self.moved.emit(milliseconds)

    _waits = False
    """Whether the first piece after a start is still to come."""

    def _halt(self) -> None:
        self._pump.stop()
        self.is_playing = False
        self._left = memoryview(b"")
        self._pictures.clear()
        if self.output is not None:
            self.output.stop()
        if self._feeder is not None:
            self._feeder.rest()

    def _move(self, milliseconds: int) -> None:
        self._at = milliseconds
        self.moved.emit(milliseconds)
        if self.has_pictures:
            self._look.start()

    def _look_now(self) -> None:
        if self._feeder is not None and not self.is_playing:
            self._feeder.look(self._at)

    def _play_on(self) -> None:
        """Give the output what it has room for, and tell where it is."""
        if not self.is_playing or self.output is None or self._feeder is None:
            return
        self._fill()
        if self._waits:
            return
        self._at = self._from + self.output.heard() * 1000 // RATE * self.speed // 100
        while self._pictures and self._pictures[0].at <= self._at:
            shown = self._pictures.popleft()
            if not self._pictures or self._pictures[0].at > self._at:
                self.pictured.emit(shown)
        self.moved.emit(self._at)
        self._end_if_over()

    def _fill(self) -> None:
        output, feeder = self.output, self._feeder
        while output is not None and feeder is not None:
            if not self._left:
                piece = feeder.take()
                if piece is None:
                    return
                if self._waits:
                    self._waits = False
                    output.begin()
                self._left, self._ends = memoryview(piece.sound), piece.ends
                self._pictures.extend(piece.pictures)
                continue
            room = output.room() // FRAME * FRAME
            if room <= 0:
                return
            self._left = self._left[output.write(bytes(self._left[:room])) :]

    def _end_if_over(self) -> None:
        if self._range is not None and self._at >= self._range[1]:
            self._end_range(self._range)
        elif self._ends and not self._left and self.output is not None and self._is_heard():
            if self._range is not None:
                self._end_range(self._range)
            else:
                self._halt()
                self._move(self.duration or self._at)
                self.turned.emit()

    def _is_heard(self) -> bool:
        """Whether the last sample was heard, as far as the output tells."""
        return self._at >= (self.duration or self._at) - 60 or self._stands()

    _last, _same = -1, 0

    def _stands(self) -> bool:
        """Whether nothing more was heard for some time: a length can be told wrong."""
        self._same = self._same + 1 if self._at == self._last else 0
        self._last = self._at
        return self._same > 20

    def _end_range(self, within: tuple[int, int]) -> None:
        if self._again:
            self._start(within[0])
            return
        self._halt()
        self._move(within[1])
        self._range = None
        self.turned.emit()
