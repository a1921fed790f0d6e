"""Drawing: one document or picture that stays open, of which pages are drawn one after the other.

Only a confined process calls this.
"""

from collections.abc import Mapping
from typing import Any, override

from PySide6.QtCore import QIODevice
from PySide6.QtPdf import QPdfDocument

from thb_desktop.inspect.serving import Answered, Served
from ui.reading import documents, pictures, scans
from ui.reading.pictures import UNREADABLE, RefusedError

_LARGEST_PICTURE = 128 << 20
"""Bytes of a picture file."""
_HEAD = 4096


class Device(QIODevice):
    """The file on the other side of the pipe, as Qt reads it."""

    def __init__(self, source: Served) -> None:
        super().__init__()
        self._source = source
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    @override
    def size(self) -> int:
        return self._source.size

    @override
    def isSequential(self) -> bool:
        return False

    @override
    def readData(self, most: int) -> bytes:
        self._source.seek(self.pos())
        found = bytearray()
        while len(found) < most and (piece := self._source.read(most - len(found))):
            found += piece
        return bytes(found)

    @override
    def writeData(self, data: bytes | bytearray | memoryview, length: int, /) -> int:
        return -1


class Drawing:
    """Answers `count`, `draw` and, of a PDF, `lines` and `find` about one file."""

    def __init__(self) -> None:
        self._open: tuple[Device, QPdfDocument] | None = None

    def answer(self, source: Served, question: Mapping[str, Any]) -> Answered:
        try:
            source.seek(0)
            head = source.read(_HEAD)
            if scans.is_scan(head):
                return _scan(source, question)
            if pictures.format_of(head):
                return self._picture(source, question)
            return self._page(source, question)
        except RefusedError as refusal:
            return {"refused": refusal.code}, ()

    def _picture(self, source: Served, question: Mapping[str, Any]) -> Answered:
        if question["job"] == "count":
            return {"pages": 1, "has_text": False}, ()
        if source.size > _LARGEST_PICTURE:
            raise RefusedError(documents.TOO_LARGE)
        source.seek(0)
        said, pixels = pictures.drawn(pictures.read(source.read()))
        return said, [pixels]

    def _page(self, source: Served, question: Mapping[str, Any]) -> Answered:
        if self._open is None:
            device = Device(source)
            self._open = device, documents.loaded(device)
        document = self._open[1]
        if question["job"] == "count":
            return {"pages": document.pageCount(), "has_text": True}, ()
        page = int(question["page"])
        if not 1 <= page <= document.pageCount():
            raise RefusedError(UNREADABLE)
        if question["job"] == "lines":
            return {"lines": documents.lines_of(document, page)}, ()
        if question["job"] == "find":
            return {"places": documents.places_of(document, page, str(question["words"]))}, ()
        said, pixels = pictures.drawn(documents.image_of(document, page))
        return said, [pixels]


def _scan(source: Served, question: Mapping[str, Any]) -> Answered:
    if question["job"] == "count":
        return {"pages": scans.count(source), "has_text": False}, ()
    said, pixels = pictures.drawn(scans.draw(source, int(question["page"])))
    return said, [pixels]
