"""Plain text and bytes, page by page from any place, so that a file of any size opens at once."""

import io
from codecs import lookup
from typing import Any, BinaryIO

from thb_desktop.inspect.looks.codings import CHOICES, NAMED, coding_of

HEAD = 1 << 16
"""Bytes by which a coding is found."""
PAGE = 1 << 16
"""Bytes of a text on a page: as many as begin a line there."""
LONGEST = 1 << 14
"""Bytes of a line; a longer one is shown in pieces."""
HEX_PAGE = 4096
_WIDE = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
_LINES = 2000
"""Lines on a page of words that were taken from a document."""


def text_page(source: BinaryIO, page: int, coding: str = "") -> dict[str, Any]:
    """Return the lines that begin on a page of bytes. coding: chosen, or empty. page: from 1."""
    size = _size(source)
    head = source.read(HEAD)
    found, is_guess = coding_of(head)
    if coding in CHOICES:
        found, is_guess = coding, False
    pages = max(-(-size // PAGE), 1)
    page = min(max(page, 1), pages)
    unit = _WIDE.get(found, 1)
    start = _line_begin(source, (page - 1) * PAGE, found, unit) if page > 1 else 0
    end = _line_begin(source, page * PAGE, found, unit) if page < pages else size
    source.seek(start)
    data = source.read(max(end - start, 0))
    return {
        "look": "PlainText",
        "page": page,
        "pages": pages,
        "more": page < pages,
        "lines": lines_of(data.decode(found, "replace").removeprefix("\ufeff" if page == 1 else "")),
        "first_line": 1 if page == 1 else 0,
        "coding": found,
        "is_guess": is_guess,
        "codings": list(CHOICES),
    }


def _size(source: BinaryIO) -> int:
    size = source.seek(0, io.SEEK_END)
    source.seek(0)
    return size


def _line_begin(source: BinaryIO, place: int, coding: str, unit: int) -> int:
    """Return where the first line begins from a place on; the place itself if the line is too long."""
    source.seek(place - unit)
    data = source.read(LONGEST + unit)
    newline = "\n".encode(coding)
    at = data.find(newline)
    while at >= 0 and at % unit:
        at = data.find(newline, at + 1)
    return place + at if at >= 0 else _sign_begin(data, place, coding)


def _sign_begin(data: bytes, place: int, coding: str) -> int:
    """Return the place, or where the next sign of UTF-8 begins."""
    cut = next((at for at, byte in enumerate(data[1:5]) if byte & 0xC0 != 0x80), 0)
    return place + (cut if coding == "utf-8" else 0)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text; one that is too long in pieces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[-1]:
        lines.pop()
    return [line[at : at + LONGEST] for line in lines for at in range(0, max(len(line), 1), LONGEST)]


def words_page(words: list[str], page: int) -> dict[str, Any]:
    """Return a page of lines that were taken from a document."""
    lines = [line[at : at + LONGEST] for line in words for at in range(0, max(len(line), 1), LONGEST)]
    pages = max(-(-len(lines) // _LINES), 1)
    page = min(max(page, 1), pages)
    begins = (page - 1) * _LINES
    return {
        "look": "PlainText",
        "page": page,
        "pages": pages,
        "more": page < pages,
        "lines": lines[begins : begins + _LINES],
        "first_line": begins + 1,
        "is_derived": True,
    }


def hex_page(source: BinaryIO, page: int) -> dict[str, Any]:
    """Return a page of bytes."""
    size = _size(source)
    pages = max(-(-size // HEX_PAGE), 1)
    page = min(max(page, 1), pages)
    source.seek((page - 1) * HEX_PAGE)
    return {
        "look": "HexBytes",
        "page": page,
        "pages": pages,
        "more": page < pages,
        "offset": (page - 1) * HEX_PAGE,
        "data": source.read(HEX_PAGE).hex(),
        "size": size,
    }


def load() -> None:
    """Load every coding that a file may name: a confined process opens no module later."""
    for name in (*CHOICES, *NAMED, "utf-32-le", "utf-32-be", "ascii", "latin-1"):
        lookup(name)
