"""PDF: all that a PDF file says: its pages, notes, forms, properties, names, and what is attached to it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from thb_desktop.inspect.texts.codes import written_otherwise
from thb_desktop.inspect.texts.codings import decoded, is_text, unmarked
from thb_desktop.inspect.texts.collecting import Collected, Look, Unread
from thb_desktop.inspect.texts.documents import PdfObject, objects_of
from thb_desktop.inspect.texts.drawn import STRING, Font, bytes_of, drawn, fonts_of, shows_text

_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_NAMES = re.compile(rb"/((?:[^\s/<>\[\](){}%#]|#[0-9A-Fa-f]{2})*#[0-9A-Fa-f]{2}[^\s/<>\[\](){}%]*)")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_CONTENTS = re.compile(rb"/Contents\s*(?:\[([^\]]*)\]|(\d{1,10})\s+\d+\s+R)")
_REFERENCE = re.compile(rb"(\d{1,10})\s+\d+\s+R")
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")
_FONT = re.compile(rb"/FontFile[23]?\s+(\d{1,10})\s+\d+\s+R")
_PROFILE = re.compile(rb"/(?:DestOutputProfile|ICCBased)\s+(\d{1,10})\s+\d+\s+R")
_ENCRYPTED = re.compile(rb"/Encrypt\s+(?:\d+\s+\d+\s+R|<<)")
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_END = b"%%EOF"
_TABLES = (b"XRef", b"ObjStm")


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024] and _OBJECT.search(data) is not None


def look_in_pdf(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
    if _ENCRYPTED.search(data):
        found.missed(part, Unread.ENCRYPTED)
    objects = objects_of(found, part, data)
    pages, fonts = _pages(objects), fonts_of(objects)
    ignored, profiles = _named_by(_FONT, objects), _named_by(_PROFILE, objects)
    for number, versions in objects.items():
        place = f"{part}, page {pages[number]}" if number in pages else f"{part}, object {number}"
        for each in versions:
            told = "\n".join(_strings(each.body))
            for text in (told, *written_otherwise(told)):
                found.text(place, text)
            if each.stream is None or number in ignored or any(each.is_a(kind) for kind in _TABLES):
                continue
            if number in profiles:
                found.data(place, each.stream)
            elif number in pages or each.is_a(b"Form"):
                _look_at_page(found, place, each.stream, fonts)
            else:
                if shows_text(each.stream):
                    _look_at_page(found, place, each.stream, fonts)
                _look_at_stream(found, place, each, depth, look)
    found.text(f"{part}, around its objects", "\n".join(_strings(data[-4096:])))
    look(found, f"{part}, before its beginning", data[: data.find(b"%PDF-")], depth + 1)
    ends = data.rfind(_END)
    if ends >= 0:
        look(found, f"{part}, after its end", data[ends + len(_END) :].strip(), depth + 1)


def _look_at_stream(found: Collected, place: str, each: PdfObject, depth: int, look: Look) -> None:
    """Look at a stream that is no page; signs of one may stand in a file that is attached."""
    stream = each.stream or b""
    if each.is_a(b"Image") or each.filter:
        found.missed(place, Unread.PIXELS)
        if each.filter:
            look(found, place, stream, depth + 1)
    elif b"begincmap" not in stream:
        look(found, place, stream, depth + 1)


def _named_by(pattern: re.Pattern[bytes], objects: Mapping[int, Sequence[PdfObject]]) -> set[int]:
    bodies = (each.body for versions in objects.values() for each in versions)
    return {int(number) for body in bodies for number in pattern.findall(body)}


def _look_at_page(found: Collected, place: str, stream: bytes, fonts: Mapping[bytes, Sequence[Font]]) -> None:
    texts, is_unknown = drawn(stream, fonts)
    for text in texts:
        found.text(place, text)
        if turned := _turned(text):
            found.text(place, turned)
    if is_unknown:
        found.missed(place, Unread.LETTERS)


def _strings(body: bytes) -> Iterator[str]:
    """The strings and names of an object, as texts."""
    for token in STRING.finditer(body):
        data = bytes_of(token)
        if data.startswith(b"\xfe\xff"):
            yield data[2:].decode("utf-16-be", "replace")
        elif data.startswith(b"\xff\xfe"):
            yield data[2:].decode("utf-16-le", "replace")
        else:
            if not is_text(data):
                yield from decoded(data)
                continue
            yield unmarked(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
            if not data.isascii():
                yield data.decode("cp1252", "replace")
    for name in _NAMES.findall(body):
        yield _NAME_CODE.sub(lambda code: bytes([int(code[1], 16)]), name).decode("utf-8", "replace")


def _turned(text: str) -> str:
    """Lines from right to left may be drawn from the left."""
    if text.isascii() or not _FROM_RIGHT.search(text):
        return ""
    return "\n".join(line[::-1] for line in text.split("\n"))


def _pages(objects: Mapping[int, Sequence[PdfObject]]) -> dict[int, int]:
    """Return the number of the page of each object that draws it, and of the page's own."""
    kids: dict[int, list[int]] = {}
    children: set[int] = set()
    for number, versions in objects.items():
        if told := _KIDS.search(versions[-1].body):
            kids[number] = [int(each) for each in _REFERENCE.findall(told[1])]
            children.update(kids[number])
    order, waiting, seen = list[int](), [each for each in reversed(kids) if each not in children], set[int]()
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        waiting += reversed(kids.get(number, []))
        if number in objects and objects[number][-1].is_a(b"Page"):
            order.append(number)
    pages: dict[int, int] = {}
    for count, number in enumerate(order, 1):
        pages[number] = count
        for many, one in _CONTENTS.findall(objects[number][-1].body):
            drawing = _REFERENCE.findall(many) if many else [one]
            if one and int(one) in objects and objects[int(one)][-1].stream is None:
                drawing += _REFERENCE.findall(objects[int(one)][-1].body)
            pages |= {int(each): count for each in drawing}
    return pages
