"""Wave: how loud a recording is at each tenth of a second, found out once, beside everything else.

It is kept in memory while the vault is open, and made again the next time: see docs/adr/0031.
"""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal

from thb_desktop.errors import ThbError
from thb_desktop.inspect.media.decoder import Decoder


class Wave(QObject):
    """grew: more of it is known. peaks: 0 to 255, one for each tenth of a second."""

    grew = Signal()
    _heard = Signal(bytes)

    def __init__(self, make: Callable[[], Decoder], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.peaks = bytearray()
        self._make = make
        self._decoder: Decoder | None = None
        self._is_closed = False
        self._heard.connect(self._grow)
        self._thread = Thread(target=self._run, name="wave", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._is_closed = True
        if self._decoder is not None:
            self._decoder.close()
        self._thread.join(2.0)

    def _run(self) -> None:
        try:
            decoder = self._decoder = self._make()
            if not self._is_closed:
                decoder.wave(self._tell)
        except ThbError:
            return  # the player says why; without a wave the recording is played all the same
        finally:
            if self._decoder is not None:
                self._decoder.end()

    def _tell(self, peaks: bytes) -> None:
        if not self._is_closed:
            self._heard.emit(peaks)

    def _grow(self, peaks: bytes) -> None:
        self.peaks += peaks
        self.grew.emit()
