"""Talk: the messages between the program and the confined decoder, in the frames of `framing`."""

import struct
from enum import StrEnum
from typing import BinaryIO

from thb_desktop.inspect import framing
from thb_desktop.inspect.framing import BrokenTalkError

OPENING = struct.Struct("<QII")
"""Bytes of the recording; width and height into which a picture must fit, 0 for no pictures."""
SOUND = struct.Struct("<q")
"""Milliseconds of the recording at which the sound begins; the samples follow."""
PICTURE = struct.Struct("<qII")
"""Milliseconds, width, height; three bytes a pixel follow."""
SEEK = struct.Struct("<qI")
"""Milliseconds, and the speed in per cent."""
INDEX = struct.Struct("<I")
"""Milliseconds that it may take to note where the sound lies."""
OPENED = struct.Struct("<qBB")
"""Milliseconds of the whole, whether there is sound, and whether there are pictures."""
RATE, CHANNELS = 48_000, 2
FRAME = 2 * CHANNELS
"""Bytes of one sample of all channels: signed, 16 bits each."""
PEAKS_A_SECOND = 10
LONGEST = 240 * 3_600_000
"""Milliseconds: no recording is longer, so a length beyond is not known, and a wave beyond is none."""
MOST_PEAKS = LONGEST // 1000 * PEAKS_A_SECOND
NOT_CONFINED, NO_DECODER = 70, 71
"""The exit codes of the worker: the machine refused a part of the confinement; libraries are missing."""
SPEEDS = (50, 200)
"""Per cent: the slowest and the fastest."""


class Kind(StrEnum):
    """OPEN to WAVE: asked of the decoder. NEED: bytes that it needs, answered by BYTES. The rest: what it
    says. DONE: the answer is whole. END: it is whole, and so is the recording.
    """

    OPEN = "o"
    GO = "g"
    MORE = "m"
    LOOK = "l"
    INDEX = "i"
    WAVE = "w"
    BYTES = "b"
    NEED = "n"
    OPENED = "O"
    SOUND = "S"
    PICTURE = "P"
    PEAKS = "K"
    DONE = "D"
    END = "E"
    UNKNOWN = "U"


def say(into: BinaryIO, kind: Kind, *parts: bytes) -> None:
    framing.say(into, kind.value.encode(), *parts)


def hear(source: BinaryIO) -> tuple[Kind, bytes]:
    """Return the next message. Raises BrokenTalkError."""
    letter, rest = framing.hear(source)
    if letter not in _LETTERS:
        raise BrokenTalkError
    return _LETTERS[letter], rest


_LETTERS = {kind.value.encode(): kind for kind in Kind}
