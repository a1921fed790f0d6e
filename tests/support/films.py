"""A film that is made here: a light box that moves over a dark ground, with a tone; AVI, JPEG and PCM."""

import io
import struct
from collections.abc import Iterator

from PIL import Image, ImageDraw

from tests.support.recorded import RATE, tones

_A_SECOND = 10
"""Pictures."""
_SIZE = (320, 180)
_WHOLE_PICTURE, _HAS_INDEX = 0x10, 0x10


def film(seconds: int, pitch: float = 220.0) -> bytes:
    """Return so many seconds of film; the box goes from the left edge to the right."""
    pictures = list(_pictures(seconds * _A_SECOND))
    sound = tones((pitch, seconds))[44:]
    part = RATE * 2 // _A_SECOND
    streams, index, at = b"", b"", 4
    for number, picture in enumerate(pictures):
        for name, content in ((b"00dc", picture), (b"01wb", sound[number * part : (number + 1) * part])):
            index += struct.pack("<4s3I", name, _WHOLE_PICTURE, at, len(content))
            made = _chunk(name, content)
            streams, at = streams + made, at + len(made)
    parts = (_head(len(pictures), len(sound)), _list(b"movi", streams), _chunk(b"idx1", index))
    return _chunk(b"RIFF", b"AVI " + b"".join(parts))


def _pictures(count: int) -> Iterator[bytes]:
    width, height = _SIZE
    for number in range(count):
        image = Image.new("RGB", _SIZE, (40, 90, 140))
        left = number * (width - 40) // max(1, count - 1)
        ImageDraw.Draw(image).rectangle((left, height // 3, left + 40, 2 * height // 3), fill=(250, 240, 200))
        target = io.BytesIO()
        image.save(target, "JPEG", quality=80)
        yield target.getvalue()


def _head(pictures: int, sound: int) -> bytes:
    """The headers of the file and of its two streams."""
    width, height = _SIZE
    whole = struct.pack(
        "<14I", 1_000_000 // _A_SECOND, 0, 0, _HAS_INDEX, pictures, 0, 2, 0, width, height, *[0] * 4
    )
    seen = struct.pack(
        "<4s4s10I4h",
        b"vids",
        b"MJPG",
        0,
        0,
        0,
        1,
        _A_SECOND,
        0,
        pictures,
        0,
        0xFFFFFFFF,
        0,
        0,
        0,
        width,
        height,
    )
    seen_as = struct.pack("<I2i2H4s5I", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0)
    heard = struct.pack(
        "<4s4s10I4h", b"auds", b"", 0, 0, 0, 1, RATE, 0, sound // 2, 0, 0xFFFFFFFF, 2, *[0] * 4
    )
    heard_as = struct.pack("<2H2I2H", 1, 1, RATE, 2 * RATE, 2, 16)
    lists = (
        _list(b"strl", _chunk(b"strh", head) + _chunk(b"strf", form))
        for head, form in ((seen, seen_as), (heard, heard_as))
    )
    return _list(b"hdrl", _chunk(b"avih", whole) + b"".join(lists))


def _list(kind: bytes, content: bytes) -> bytes:
    return _chunk(b"LIST", kind + content)


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)
