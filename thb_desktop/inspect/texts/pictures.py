"""Pictures: what is written beside the pixels: texts of PNG, comments, EXIF, XMP, IPTC."""

import re
import struct
import zlib
from collections.abc import Iterator

from thb_desktop.inspect.texts.codes import tell
from thb_desktop.inspect.texts.collecting import Collected, Look, Unread

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_MOST_INFLATED = 32 << 20
_HEADER = re.compile(rb"JFIF\0.{9}|Adobe.{7}", re.DOTALL)
"""What almost every JPEG begins with: numbers, which are searched with its bytes, and no file within it."""
_EXTENSION = re.compile(rb"\x21[\xfe\xff]")
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8}
_MOST_ENTRIES = 20_000
_FOLDERS = (0x8769, 0x8825, 0xA005)
"""Entries of EXIF that lead to further ones."""
_COMMENTS = (b"ASCII\0\0\0", b"UNICODE\0", b"JIS\0\0\0\0\0")
"""With what the comment of a user begins, which says its coding."""
_WINDOWS = frozenset({0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F})
"""Title, comment, author, key words and subject, as Windows writes them."""


def is_picture(data: bytes) -> bool:
    return (
        data.startswith((_PNG, _JPEG, b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\0\x0cJXL", b"\xff\x0a"))
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
    )


def look_in_picture(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
    """Take what is written in a picture, and say that its pixels were not searched."""
    found.missed(part, Unread.PIXELS)
    found.data(part, data)
    try:
        if data.startswith(_PNG):
            _look_in_png(found, part, data, depth, look)
        elif data.startswith(_JPEG):
            _look_in_jpeg(found, part, data, depth, look)
        elif data[:4] in (b"II*\0", b"MM\0*"):
            look_in_exif(found, part, data)
        elif data.startswith(b"GIF8"):
            _look_in_gif(found, part, data)
        elif data[:4] == b"RIFF":
            _look_in_webp(found, part, data)
    except (struct.error, IndexError, zlib.error, ValueError):
        found.missed(part, Unread.DAMAGED)


def _inflated(found: Collected, data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(data, _MOST_INFLATED)
    found.afford(len(text))
    return text


def _look_in_png(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
    place = len(_PNG)
    while place + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        chunk = data[place + 8 : place + 8 + size]
        if kind == b"tEXt":
            found.data(f"{part}, tEXt", chunk.replace(b"\0", b"\n"))
        elif kind in (b"zTXt", b"iCCP"):
            name, _, rest = chunk.partition(b"\0")
            found.data(f"{part}, {kind.decode()}", name + b"\n" + _inflated(found, rest[1:]))
        elif kind == b"iTXt":
            name, _, rest = chunk.partition(b"\0")
            language, translated, text = rest[2:].split(b"\0", 2)
            body = _inflated(found, text) if rest[:1] == b"\1" else text
            look(found, f"{part}, iTXt", b"\n".join((name, language, translated, body)), depth + 1)
        elif kind == b"eXIf":
            look_in_exif(found, f"{part}, EXIF", chunk)
        place += 12 + size
    end = data.rfind(b"IEND")
    if end >= 0 and len(data) > end + 8:
        look(found, f"{part}, after its end", data[end + 8 :], depth + 1)


def _look_in_jpeg(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        kind = data[place + 1]
        if kind in (0xD8, 0xFF) or 0xD0 <= kind <= 0xD7:
            place += 1 if kind == 0xFF else 2
            continue
        if kind in (0xDA, 0xD9):
            break
        (size,) = struct.unpack_from(">H", data, place + 2)
        segment = data[place + 4 : place + 2 + size]
        if segment.startswith(b"Exif\0\0"):
            look_in_exif(found, f"{part}, EXIF", segment[6:])
        elif kind == 0xFE or (0xE0 <= kind <= 0xEF and not _HEADER.fullmatch(segment)):
            look(found, f"{part}, segment {kind:X}", segment, depth + 1)
            for record in _iptc(segment):
                found.data(f"{part}, IPTC", record)
        place += 2 + size
    end = data.rfind(b"\xff\xd9")
    if end >= 0 and len(data) > end + 16:
        look(found, f"{part}, after its end", data[end + 2 :], depth + 1)


def _look_in_webp(found: Collected, part: str, data: bytes) -> None:
    place = 12
    while place + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, place)
        chunk = data[place + 8 : place + 8 + size]
        if kind == b"EXIF":
            look_in_exif(found, f"{part}, EXIF", chunk.removeprefix(b"Exif\0\0"))
        elif kind == b"XMP ":
            tell(found, f"{part}, XMP", chunk)
        place += 8 + size + size % 2


def _look_in_gif(found: Collected, part: str, data: bytes) -> None:
    """Take comments and what programs add, of which each piece has at most 255 bytes."""
    texts, place = list[bytes](), 0
    while begins := _EXTENSION.search(data, place):
        place, pieces = begins.end(), list[bytes]()
        while place < len(data) and data[place]:
            pieces.append(data[place + 1 : place + 1 + data[place]])
            place += 1 + data[place]
        texts.append(b"".join(pieces))
    tell(found, f"{part}, extensions", b"\n".join(texts))


def _iptc(segment: bytes) -> Iterator[bytes]:
    place = 0
    while (place := segment.find(b"\x1c\x02", place)) >= 0 and place + 5 <= len(segment):
        (size,) = struct.unpack_from(">H", segment, place + 3)
        yield segment[place + 5 : place + 5 + size]
        place += 5


def look_in_exif(found: Collected, part: str, data: bytes) -> None:
    """Take each value of EXIF, and of a TIFF file, that may be a text."""
    order = "<" if data[:2] == b"II" else ">"
    waiting, seen, count = [struct.unpack_from(order + "I", data, 4)[0]], set[int](), 0
    while waiting and count < _MOST_ENTRIES:
        place = waiting.pop()
        if place in seen or not 0 < place <= len(data) - 2:
            continue
        seen.add(place)
        (entries,) = struct.unpack_from(order + "H", data, place)
        for number in range(entries):
            count += 1
            at = place + 2 + 12 * number
            tag, kind, length, value = struct.unpack_from(order + "HHII", data, at)
            size = _SIZES.get(kind, 1) * length
            raw = data[at + 8 : at + 8 + size] if size <= 4 else data[value : value + size]
            if tag in _FOLDERS:
                waiting.append(value)
            elif tag in _WINDOWS:
                found.text(part, raw.decode("utf-16-le", "replace"))
            elif kind in (1, 2, 7):
                tell(found, part, raw[8:] if raw[:8] in _COMMENTS else raw)
        end = place + 2 + 12 * entries
        if end + 4 <= len(data):
            waiting.append(struct.unpack_from(order + "I", data, end)[0])
