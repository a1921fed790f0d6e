"""Decoder: a recording that a confined process decodes, as the program sees it.

What the process says is untrusted: its sound is numbers to be heard, its pictures are pixels, and every
length is checked. It gets the bytes of one recording, piece by piece as it asks for them, and nothing else.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Timer
from typing import Protocol

from thb_desktop.errors import (
    DecoderMissingError,
    InspectionEndedError,
    RecordingUnknownError,
    SandboxMissingError,
    ThbError,
)
from thb_desktop.inspect import MEDIA_WORKER
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.framing import BUFFER, MOST, READ, BrokenTalkError
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.media import talk
from thb_desktop.inspect.media.talk import NO_DECODER, NOT_CONFINED, Kind, hear, say
from thb_desktop.inspect.running import Worker, started

WORKER = Worker(module="thb_desktop.inspect.media.worker", word=MEDIA_WORKER)
LIMITS = Limits(memory=1 << 30, processor=4 * 3600, seconds=12)
"""Of one recording: its memory, its processor time, and how long one answer may take."""
WAVE_LIMITS = Limits(memory=1 << 30, processor=3600, seconds=3600)
_MESSAGE = 128
"""Bytes that a message takes besides its content: an empty one is none too many, a million of them are."""
Said = list[tuple[Kind, bytes]]
LARGEST = (1280, 720)
"""The largest room that a picture can be asked for, so that it fits into one message."""


class Recorded(Protocol):
    """The bytes of a recording; `read_at` may be called from another thread."""

    def read_at(self, offset: int, length: int, /) -> bytes: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: milliseconds, width, height, three bytes a pixel."""

    at: int
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What is heard next: from which millisecond of the recording, samples as in `talk`, and the pictures.

    ends: nothing follows.
    """

    at: int
    sound: bytes
    pictures: tuple[Picture, ...] = ()
    ends: bool = False


class Decoder:
    """One recording. All calls but `close` come from one thread."""

    def __init__(
        self,
        libraries: Path,
        recorded: Recorded,
        size: int,
        *,
        room: tuple[int, int] = (0, 0),
        limits: Limits = LIMITS,
    ) -> None:
        """Start a process for a recording of this size, and let it look at what it is.

        libraries: the folder of FFmpeg. room: width and height for pictures; (0, 0) for none. Raises
        SandboxMissingError, DecoderMissingError, RecordingUnknownError, InspectionEndedError, and what
        reading raises; then the process has ended and the recording is closed.
        """
        self._recorded, self._size, self._limits = recorded, size, limits
        self._closing = Lock()
        self._is_closed = False
        if not ask_machine().is_whole:
            recorded.close()
            raise SandboxMissingError("this machine cannot keep the reading of a file away from everything")
        self._process = started(WORKER, [str(libraries), limits.to_text()], limits)
        width, height = min(room[0], LARGEST[0]), min(room[1], LARGEST[1])
        opening = talk.OPENING.pack(size, width, height)
        said = self._ask(Kind.OPEN, opening, until=(Kind.OPENED, Kind.UNKNOWN))
        kind, told = said[-1]
        if kind is Kind.UNKNOWN or len(told) != talk.OPENED.size:
            self.end()
            raise RecordingUnknownError("no decoder knows this file")
        duration, has_sound, has_pictures = talk.OPENED.unpack(told)
        self.duration = duration if 0 <= duration <= talk.LONGEST else 0
        self.has_sound, self.has_pictures = bool(has_sound), bool(has_pictures)

    def go(self, milliseconds: int, speed: int = 100) -> None:
        """Go to a place; what follows is heard at this speed, in per cent, with the same pitch."""
        slowest, fastest = talk.SPEEDS
        speed = max(slowest, min(speed, fastest))
        self._ask(Kind.GO, talk.SEEK.pack(max(0, milliseconds), speed))

    def more(self) -> Piece:
        """Return what is heard next: a tenth of a second of the recording, or less at its end."""
        return self._read(self._ask(Kind.MORE, b""), _piece)

    def look(self, milliseconds: int) -> Picture | None:
        """Return the picture that is shown at a place; `go` must follow before `more`."""
        said = self._ask(Kind.LOOK, talk.SEEK.pack(max(0, milliseconds), 100))
        return self._read(said, lambda told: next(iter(_pictures(told)), None))

    def index(self, milliseconds: int) -> bool:
        """Let it note where the sound lies, for about so long; return whether all is noted. `go` must follow
        before `more`.

        In a file without an index of its own, each seek beyond what is noted reads all that is between.
        """
        return self._ask(Kind.INDEX, talk.INDEX.pack(milliseconds))[-1][0] is Kind.END

    def wave(self, tell: Callable[[bytes], None]) -> None:
        """Tell how loud each tenth of a second is, from 0 to 255, some at a time, as far as there may be."""
        left = talk.MOST_PEAKS

        def count(peaks: bytes) -> None:
            nonlocal left
            left -= len(peaks)
            if left < 0:
                raise BrokenTalkError
            tell(peaks)

        self._ask(Kind.WAVE, b"", tell=count)

    def close(self) -> None:
        """End the process and close the recording, at once; may be called from any thread, and again.

        Whoever asks it in a thread of its own calls `end` there at last.
        """
        with self._closing:
            if self._is_closed:
                return
            self._is_closed = True
            self._process.kill()
            self._recorded.close()

    def end(self) -> int:
        """Close everything, the pipes too, and return the exit code of the process."""
        self.close()
        with suppress(OSError, ValueError):
            self._process.stdin.close()
        with suppress(OSError, ValueError):
            self._process.stdout.close()
        return self._process.wait()

    def _ask(
        self,
        kind: Kind,
        asked: bytes,
        *,
        until: tuple[Kind, ...] = (Kind.DONE, Kind.END),
        tell: Callable[[bytes], None] | None = None,
    ) -> Said:
        timer = Timer(self._limits.seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            say(self._process.stdin, kind, asked)
            return self._hear(until, tell)
        except (BrokenTalkError, OSError, ValueError):
            raise self._ended() from None
        except ThbError:
            self.end()
            raise
        finally:
            timer.cancel()

    def _hear(self, until: tuple[Kind, ...], tell: Callable[[bytes], None] | None) -> Said:
        said: Said = []
        held = 0
        while True:
            kind, told = hear(self._process.stdout)
            if kind is Kind.NEED and len(told) == READ.size:
                self._give(*READ.unpack(told))
            elif kind is Kind.PEAKS and tell is not None:
                tell(told)
            elif kind in (*until, Kind.SOUND, Kind.PICTURE):
                held += _MESSAGE + len(told)
                if held > 16 * MOST:
                    raise BrokenTalkError
                said.append((kind, told))
                if kind in until:
                    return said
            else:
                raise BrokenTalkError

    def _read[Answer](self, said: Said, read: Callable[[Said], Answer]) -> Answer:
        """Return what was said. What cannot be read ends the process, as what is broken off does."""
        try:
            return read(said)
        except BrokenTalkError:
            raise self._ended() from None

    def _give(self, place: int, length: int) -> None:
        """Answer with bytes of the recording. Raises what reading raises."""
        end = min(place + min(length, BUFFER), self._size)
        found = self._recorded.read_at(place, end - place) if place < end else b""
        say(self._process.stdin, Kind.BYTES, found)

    def _ended(self) -> ThbError:
        """Return why the process ended."""
        code = self.end()
        if code == NOT_CONFINED:
            return SandboxMissingError(
                "this machine refused to keep the reading of a file away from the rest"
            )
        if code == NO_DECODER:
            return DecoderMissingError("the libraries that decode recordings are missing")
        return InspectionEndedError("the recording could not be decoded within the limits")


def _piece(said: Said) -> Piece:
    """Return what is heard next. Raises BrokenTalkError."""
    at, sound = 0, b""
    for kind, told in said:
        if kind is Kind.SOUND and len(told) >= talk.SOUND.size:
            at = talk.SOUND.unpack(told[: talk.SOUND.size])[0]
            sound = told[talk.SOUND.size :]
    whole = len(sound) - len(sound) % talk.FRAME
    pictures = tuple(_pictures(said))
    return Piece(at=at, sound=sound[:whole], pictures=pictures, ends=said[-1][0] is Kind.END)


def _pictures(said: Said) -> Iterator[Picture]:
    return (_picture(told) for kind, told in said if kind is Kind.PICTURE)


def _picture(told: bytes) -> Picture:
    """Return a picture whose pixels are as many as it says. Raises BrokenTalkError."""
    if len(told) < talk.PICTURE.size:
        raise BrokenTalkError
    at, width, height = talk.PICTURE.unpack(told[: talk.PICTURE.size])
    pixels = told[talk.PICTURE.size :]
    if not 0 < width <= LARGEST[0] or not 0 < height <= LARGEST[1] or len(pixels) != width * height * 3:
        raise BrokenTalkError
    return Picture(at=at, width=width, height=height, pixels=pixels)
