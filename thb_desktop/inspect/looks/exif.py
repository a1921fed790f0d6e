"""EXIF: what a camera wrote beside the pixels: when, with which device, and where."""

import struct
from collections.abc import Iterator
from fractions import Fraction
from typing import BinaryIO

from thb_desktop.inspect.looks.parts import Asked, Facts

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8}
_SIGNS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i"}
_FOLDERS = {0x8769: "EXIF", 0x8825: "GPS"}
_MOST = 2000
_LONGEST = 2000
_TAGS = {
    0x010E: ("DESCRIPTION", "ImageDescription"),
    0x010F: ("CAMERA_MAKE", "Make"),
    0x0110: ("CAMERA_MODEL", "Model"),
    0x0112: ("ORIENTATION", "Orientation"),
    0x0131: ("SOFTWARE", "Software"),
    0x0132: ("MODIFIED", "DateTime"),
    0x013B: ("AUTHOR", "Artist"),
    0x8298: ("COPYRIGHT", "Copyright"),
    0x829A: ("", "ExposureTime"),
    0x829D: ("", "FNumber"),
    0x8827: ("", "ISOSpeedRatings"),
    0x9003: ("TAKEN", "DateTimeOriginal"),
    0x9004: ("", "DateTimeDigitized"),
    0x9010: ("", "OffsetTime"),
    0x9011: ("", "OffsetTimeOriginal"),
    0x9012: ("", "OffsetTimeDigitized"),
    0x920A: ("", "FocalLength"),
    0x9286: ("COMMENT", "UserComment"),
    0xA002: ("", "PixelXDimension"),
    0xA003: ("", "PixelYDimension"),
    0xA420: ("", "ImageUniqueID"),
    0xA430: ("OWNER", "CameraOwnerName"),
    0xA431: ("SERIAL", "BodySerialNumber"),
    0xA433: ("", "LensMake"),
    0xA434: ("", "LensModel"),
    0xA435: ("", "LensSerialNumber"),
}
_GPS = {
    1: "GPSLatitudeRef",
    2: "GPSLatitude",
    3: "GPSLongitudeRef",
    4: "GPSLongitude",
    5: "GPSAltitudeRef",
    6: "GPSAltitude",
    7: "GPSTimeStamp",
    16: "GPSImgDirectionRef",
    17: "GPSImgDirection",
    18: "GPSMapDatum",
    27: "GPSProcessingMethod",
    29: "GPSDateStamp",
}
_CODED = (b"ASCII\0\0\0", b"UNICODE\0", b"JIS\0\0\0\0\0")
Value = str | tuple[int | Fraction, ...]


def tell_of_picture(asked: Asked) -> Facts:
    """Return size, comments and EXIF of a PNG, JPEG, TIFF or WEBP."""
    head = _head(asked.source, 32)
    if head.startswith(b"\xff\xd8"):
        return list(_of_jpeg(asked.source))
    if head.startswith(b"\x89PNG"):
        return list(_of_png(asked.source))
    if head[:4] in (b"II*\0", b"MM\0*"):
        return exif_facts(asked.whole())
    if head[:4] == b"RIFF":
        return list(_of_webp(asked.source))
    if head.startswith(b"GIF8"):
        return _size_facts(*struct.unpack("<HH", head[6:10]))
    return []


def _head(source: BinaryIO, size: int) -> bytes:
    source.seek(0)
    return source.read(size)


def _size_facts(width: int, height: int) -> Facts:
    return [("WIDTH", "", str(width)), ("HEIGHT", "", str(height))]


def _of_jpeg(source: BinaryIO) -> Iterator[tuple[str, str, str]]:
    source.seek(2)
    for _ in range(_MOST):
        mark = source.read(2)
        while mark[1:] == b"\xff":
            mark = mark[1:] + source.read(1)
        if len(mark) < 2 or mark[0] != 0xFF or mark[1] in (0xDA, 0xD9):
            return
        if mark[1] == 1 or 0xD0 <= mark[1] <= 0xD8:
            continue
        size = source.read(2)
        if len(size) < 2:
            return
        segment = source.read(max(int.from_bytes(size, "big") - 2, 0))
        if segment.startswith(b"Exif\0\0"):
            yield from exif_facts(segment[6:])
        elif mark[1] == 0xFE:
            yield "COMMENT", "COM", segment.decode("utf-8", "replace")[:_LONGEST]
        elif 0xC0 <= mark[1] <= 0xCF and mark[1] not in (0xC4, 0xC8, 0xCC) and len(segment) >= 5:
            height, width = struct.unpack(">HH", segment[1:5])
            yield from _size_facts(width, height)


def _of_png(source: BinaryIO) -> Iterator[tuple[str, str, str]]:
    source.seek(8)
    for _ in range(_MOST):
        head = source.read(8)
        if len(head) < 8:
            return
        size, kind = struct.unpack(">I4s", head)
        if kind in (b"IHDR", b"eXIf", b"tEXt", b"iTXt", b"tIME") and size <= 1 << 20:
            chunk = source.read(size)
            source.seek(4, 1)
            yield from _of_chunk(kind, chunk)
        else:
            source.seek(size + 4, 1)


def _of_chunk(kind: bytes, chunk: bytes) -> Facts:
    if kind == b"IHDR" and len(chunk) >= 8:
        return _size_facts(*struct.unpack(">II", chunk[:8]))
    if kind == b"eXIf":
        return exif_facts(chunk)
    if kind == b"tIME" and len(chunk) == 7:
        year, *rest = struct.unpack(">HBBBBB", chunk)
        return [("MODIFIED", "tIME", "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(year, *rest))]
    name, _, text = chunk.partition(b"\0")
    if kind == b"iTXt":
        text = b"" if text[:1] != b"\0" else text[2:].split(b"\0", 2)[-1]
    key = name.decode("latin-1")
    code = {"Title": "TITLE", "Author": "AUTHOR", "Software": "SOFTWARE", "Comment": "COMMENT"}.get(key, "")
    return [(code, key, text.decode("utf-8", "replace")[:_LONGEST])] if text else []


def _of_webp(source: BinaryIO) -> Iterator[tuple[str, str, str]]:
    source.seek(12)
    for _ in range(_MOST):
        head = source.read(8)
        if len(head) < 8:
            return
        kind, size = struct.unpack("<4sI", head)
        if kind == b"EXIF" and size <= 1 << 20:
            yield from exif_facts(source.read(size).removeprefix(b"Exif\0\0"))
            source.seek(size % 2, 1)
        else:
            source.seek(size + size % 2, 1)


def exif_facts(data: bytes) -> Facts:
    """Return the facts of a TIFF structure; what of it is damaged is left out."""
    order = "<" if data[:2] == b"II" else ">"
    found: Facts = []
    place_of: dict[str, Value] = {}
    for folder, tag, value in _entries(data, order):
        if folder == "GPS" and tag in _GPS:
            place_of[_GPS[tag]] = value
            found.append(("", _GPS[tag], _text(value)))
        elif folder != "GPS" and tag in _TAGS and (text := _text(value)):
            found.append((*_TAGS[tag], text))
    return [*_place(place_of), *found]


def _entries(data: bytes, order: str) -> Iterator[tuple[str, int, Value]]:
    if len(data) < 8:
        return
    waiting, seen, count = [("", struct.unpack_from(order + "I", data, 4)[0])], set[int](), 0
    while waiting and count < _MOST:
        folder, place = waiting.pop(0)
        if place in seen or not 0 < place <= len(data) - 2:
            continue
        seen.add(place)
        (entries,) = struct.unpack_from(order + "H", data, place)
        for number in range(entries):
            at = place + 2 + 12 * number
            count += 1
            if at + 12 > len(data) or count > _MOST:
                break
            tag, kind, length, offset = struct.unpack_from(order + "HHII", data, at)
            size = _SIZES.get(kind, 1) * length
            raw = data[at + 8 : at + 8 + size] if size <= 4 else data[offset : offset + min(size, 1 << 16)]
            if tag in _FOLDERS:
                waiting.append((_FOLDERS[tag], offset))
            else:
                yield folder, tag, _value(raw, kind, order)


def _value(raw: bytes, kind: int, order: str) -> Value:
    if kind in (5, 10):
        sign = "i" if kind == 10 else "I"
        pairs = struct.iter_unpack(f"{order}{sign}{sign}", raw[: len(raw) // 8 * 8])
        return tuple(Fraction(upper, lower) if lower else 0 for upper, lower in pairs)
    if kind in _SIGNS:
        size = _SIZES[kind]
        return tuple(
            one for (one,) in struct.iter_unpack(order + _SIGNS[kind], raw[: len(raw) // size * size])
        )
    if raw.startswith(b"UNICODE\0"):
        return raw[8:].decode("utf-16-le" if order == "<" else "utf-16-be", "replace").strip("\0 ")
    raw = raw[8:] if raw[:8] in _CODED else raw
    return raw.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value[:_LONGEST]
    return ", ".join(_number(each) for each in value[:32])


def _number(value: int | Fraction) -> str:
    """Return a whole number or a fraction as it is written: a time of exposure is 1/250."""
    return str(value)


def _place(told: dict[str, Value]) -> Facts:
    """Return latitude and longitude in decimal degrees, and the height in metres."""
    facts: Facts = []
    for code, name in (("LATITUDE", "GPSLatitude"), ("LONGITUDE", "GPSLongitude")):
        value, side = told.get(name, ()), str(told.get(f"{name}Ref", ""))[:1].upper()
        if isinstance(value, tuple) and len(value) >= 3 and side in ("N", "S", "E", "W"):
            degrees = float(value[0] + Fraction(value[1]) / 60 + Fraction(value[2]) / 3600)
            if abs(degrees) <= 180:
                facts.append((code, name, f"{-degrees if side in 'SW' else degrees:.6f}"))
    height = told.get("GPSAltitude", ())
    if isinstance(height, tuple) and height:
        below = told.get("GPSAltitudeRef", ())
        is_below = isinstance(below, tuple) and below[:1] == (1,)
        facts.append(
            ("ALTITUDE", "GPSAltitude", f"{-float(height[0]) if is_below else float(height[0]):.1f}")
        )
    return facts
