"""Frames of MPEG sound: how long a recording is, by what its first frame says of all, or by counting them."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_BITS_1 = {
    1: (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    2: (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
}
"""Kilobits a second of MPEG-1 (ISO/IEC 11172-3), by layer and place in the head."""
_BITS_2 = {
    1: (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""The same of MPEG-2 and 2.5 (ISO/IEC 13818-3); layer III has those of layer II."""
_HERTZ = (44_100, 48_000, 32_000)
_SEARCHED = 1 << 16
"""Bytes behind the names in which the first frame begins."""
_MOST = 4_000_000
"""Frames that are counted: those of a day."""
_MOST_BYTES = 1 << 30
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. samples: of each channel. side: bytes between its head and what may stand in place of sound.
    alike: what is the same in each frame of one recording.
    """

    size: int
    hertz: int
    samples: int
    channels: int
    side: int
    alike: tuple[int, int, int]


def frame_of(head: bytes) -> Frame | None:
    """Read the four bytes at the beginning of a frame; None for what is none, or says no rate of bits."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    place, step = head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer == 4 or place in (0, 15) or step == 3:
        return None
    is_first = version == 3
    bits = 1000 * (_BITS_1[layer] if is_first else _BITS_2[min(layer, 2)])[place]
    hertz = _HERTZ[step] >> {3: 0, 2: 1, 0: 2}[version]
    samples = 384 if layer == 1 else 576 if layer == 3 and not is_first else 1152
    padded = head[2] >> 1 & 1
    size = (12 * bits // hertz + padded) * 4 if layer == 1 else samples // 8 * bits // hertz + padded
    channels = 1 if head[3] >> 6 == 3 else 2
    side = (32 if channels == 2 else 17) if is_first else (17 if channels == 2 else 9)
    return Frame(size, hertz, samples, channels, side, (version, layer, step))


def of_frames(source: BinaryIO, start: int) -> Iterator[tuple[str, str, str]]:
    """Return the stream and the length of what begins behind the names. key: how the length is known."""
    source.seek(start)
    data = source.read(_SEARCHED + 4096)
    place, first = _first(data)
    if first is None:
        return
    yield "STREAM", "MPEG", f"layer {first.alike[1]}, {first.channels} channels, {first.hertz} Hz"
    key, count = _stated(data, place, first)
    if not count:
        key, count = "frames", _counted(source, start + place, first)
    if count:
        yield "DURATION", key, f"{count * first.samples / first.hertz:.3f} s"


def _first(data: bytes) -> tuple[int, Frame | None]:
    """Return the first frame that another one of its kind follows, or that ends the file."""
    place = data.find(b"\xff")
    while 0 <= place < _SEARCHED:
        frame = frame_of(data[place : place + 4])
        if frame is not None:
            behind = data[place + frame.size : place + frame.size + 4]
            following = frame_of(behind)
            if not behind or (following is not None and following.alike == frame.alike):
                return place, frame
        place = data.find(b"\xff", place + 1)
    return 0, None


def _stated(data: bytes, place: int, first: Frame) -> tuple[str, int]:
    """Return how many frames the first one says that there are (Xing, Info, VBRI), and where; 0 for none."""
    at = place + 4 + first.side
    for name in (b"Xing", b"Info"):
        if data[at : at + 4] == name and data[at + 7] & 1:
            return name.decode(), struct.unpack_from(">I", data, at + 8)[0]
    at = place + 36
    if data[at : at + 4] == b"VBRI":
        return "VBRI", struct.unpack_from(">I", data, at + 14)[0]
    return "", 0


def _counted(source: BinaryIO, start: int, first: Frame) -> int:
    """Count the frames up to the first bytes that are none; 0 for more than are counted."""
    source.seek(start)
    data, place, count, read = b"", 0, 0, 0
    while count < _MOST and read < _MOST_BYTES:
        if len(data) - place < 4:
            more = source.read(_PIECE)
            read += len(more)
            data, place = data[place:] + more, 0
        frame = frame_of(data[place : place + 4])
        if frame is None or frame.alike != first.alike:
            return count
        count += 1
        place += frame.size
        while place > len(data):
            if not (more := source.read(_PIECE)):
                return count - 1  # the last one is cut off
            read += len(more)
            place, data = place - len(data), more
    return 0
