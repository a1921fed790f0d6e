"""Feeder: the thread that asks the confined decoder for what is heard next, a little ahead of it."""

from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

from PySide6.QtCore import QObject, Signal, SignalInstance

from thb_desktop.errors import ThbError
from thb_desktop.inspect.media.decoder import Decoder, Piece

_AHEAD = 6
"""Pieces that wait at most."""
_INDEX_FIRST, _INDEX_MORE = 300, 10
"""Milliseconds for noting where the sound lies: at the opening, and at once while nothing plays."""
_END_WITHIN = 2.0
"""Seconds for which the window waits for the thread at its end; its process has ended by then."""


class Feeder(QObject):
    """opened: the decoder knows the recording. failed: a ThbError; nothing more comes. looked: a picture.

    All signals come from the thread, and reach the window in its own.
    """

    opened = Signal(object)
    failed = Signal(object)
    looked = Signal(object)
    arrived = Signal()

    def __init__(self, make: Callable[[], Decoder], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._changed = Condition()
        self._wanted: tuple[int, int] | None = None
        """Where to go, and how fast."""
        self._picture: int | None = None
        self._pieces: deque[Piece] = deque()
        self._is_feeding = self._is_closed = self._is_indexed = False
        self._decoder: Decoder | None = None
        self._thread = Thread(target=self._run, name="recording", daemon=True)
        self._thread.start()

    def go(self, milliseconds: int, speed: int) -> None:
        """What is taken next begins there."""
        with self._changed:
            self._pieces.clear()
            self._wanted, self._picture, self._is_feeding = (milliseconds, speed), None, True
            self._changed.notify()

    def rest(self) -> None:
        """Nothing is wanted until the next `go`."""
        with self._changed:
            self._pieces.clear()
            self._is_feeding, self._wanted = False, None

    def look(self, milliseconds: int) -> None:
        """Find the picture at a place, while nothing is fed."""
        with self._changed:
            if not self._is_feeding:
                self._picture = milliseconds
                self._changed.notify()

    def take(self) -> Piece | None:
        """Return the next piece, if it is there."""
        with self._changed:
            piece = self._pieces.popleft() if self._pieces else None
            self._changed.notify()
        return piece

    def close(self) -> None:
        """End the process and the thread, and forget what was decoded."""
        with self._changed:
            self._is_closed = True
            self._pieces.clear()
            self._changed.notify()
            decoder = self._decoder
        if decoder is not None:
            decoder.close()
        self._thread.join(_END_WITHIN)

    def _run(self) -> None:
        try:
            decoder = self._make()
            with self._changed:
                self._decoder = decoder
            self._is_indexed = decoder.index(_INDEX_FIRST)
            self._tell(self.opened, decoder)
            while self._work(decoder):
                pass
        except ThbError as error:
            self._tell(self.failed, error)
        finally:
            if self._decoder is not None:
                self._decoder.end()

    def _work(self, decoder: Decoder) -> bool:
        """Do the next thing that is wanted; return False at the end."""
        with self._changed:
            while not self._has_work():
                if not self._is_indexed and not self._is_feeding:
                    break
                self._changed.wait()
            if self._is_closed:
                return False
            has_work = self._has_work()
            wanted, self._wanted = self._wanted, None
            picture, self._picture = self._picture, None
        if not has_work:
            self._is_indexed = decoder.index(_INDEX_MORE)
            return True
        if picture is not None:
            self._tell(self.looked, decoder.look(picture))
            return True
        if wanted is not None:
            decoder.go(*wanted)
        piece = decoder.more()
        with self._changed:
            # What was asked for meanwhile makes this piece one of before.
            if self._is_feeding and self._wanted is None:
                self._pieces.append(piece)
                self._is_feeding = not piece.ends
                self._tell(self.arrived)
        return True

    def _has_work(self) -> bool:
        feeds = self._is_feeding and len(self._pieces) < _AHEAD
        return self._is_closed or self._wanted is not None or self._picture is not None or feeds

    def _tell(self, signal: SignalInstance, *what: object) -> None:
        if not self._is_closed:
            signal.emit(*what)
