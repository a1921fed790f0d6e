"""Sound: samples that are heard, or, where there is no device, only counted so that the time goes on.

QtMultimedia is loaded with the first sound, and nothing but its output is used: it decodes nothing here.
"""

from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QIODevice, QObject

from thb_desktop.inspect.media.talk import CHANNELS, FRAME, RATE

_AHEAD = RATE * FRAME // 8
"""Bytes that an output takes before they are heard: an eighth of a second."""


class Output(Protocol):
    """begin: what is written from now on is heard. heard: samples since then."""

    is_silent: bool

    def begin(self) -> None: ...
    def room(self) -> int: ...
    def write(self, samples: bytes, /) -> int: ...
    def heard(self) -> int: ...
    def stop(self) -> None: ...


class SilentOutput:
    """Takes samples as fast as they would be heard; where none come, its time waits for them."""

    is_silent = True

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._written = self._before = 0

    def begin(self) -> None:
        self._written = self._before = 0
        self._clock.start()

    def room(self) -> int:
        return max(0, (self.heard() - self._written) * FRAME + _AHEAD) if self._clock.isValid() else 0

    def write(self, samples: bytes) -> int:
        self._written += len(samples) // FRAME
        return len(samples)

    def heard(self) -> int:
        if not self._clock.isValid():
            return self._before
        passed = self._before + self._clock.nsecsElapsed() * RATE // 1_000_000_000
        if passed > self._written:
            self._before = passed = self._written
            self._clock.start()
        return passed

    def stop(self) -> None:
        self._clock.invalidate()


class DeviceOutput(QObject):
    """The device for sound of this computer."""

    is_silent = False

    def __init__(self, parent: QObject | None = None) -> None:
        """Raises OSError if there is none."""
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(CHANNELS)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if device.isNull() or not device.isFormatSupported(form):
            raise OSError
        self._sink = QAudioSink(device, form, self)
        self._sink.setBufferSize(_AHEAD)
        self._into: QIODevice | None = None

    def begin(self) -> None:
        self.stop()
        self._into = self._sink.start()

    def room(self) -> int:
        return self._sink.bytesFree() if self._into is not None else 0

    def write(self, samples: bytes) -> int:
        return max(0, self._into.write(samples)) if self._into is not None else 0

    def heard(self) -> int:
        return self._sink.processedUSecs() * RATE // 1_000_000

    def stop(self) -> None:
        self._into = None
        self._sink.reset()


def find_output() -> Output:
    """Return the device for sound, or a silent output if there is none, or no library for it."""
    try:
        return DeviceOutput()
    except (ImportError, OSError):
        return SilentOutput()
