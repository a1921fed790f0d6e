"""The file of a document: its many small objects together in object streams (ISO 32000-1, 7.5.7 and 7.5.8).

ReportLab writes each object by itself, and a table of their places. A page has about a hundred structure
elements, none of them deflated and each with a row of twenty bytes: more than half of a bundle. Here they,
links and bookmarks are deflated together as they are written, so that no second pass goes over the file.
Every other object stands by itself: pages, fields, attachments, the catalogue.
"""

import struct
from dataclasses import dataclass, field
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import (
    LinkAnnotation,
    OutlineEntryObject,
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
)

from thb_desktop.report.document.pdf import Stream

_SMALL = (LinkAnnotation, OutlineEntryObject)
"""Links and bookmarks; structure elements are written already."""
_TOGETHER = 200
"""So many objects are deflated together: more gain little, and a reader unpacks all of them for one."""
ROW = struct.Struct(">BIH")
"""A row of the cross-references: kind, offset or number of an object stream, place in that stream."""
FREE, PLAIN, PACKED = 0, 1, 2


@dataclass(slots=True)
class _Group:
    """Objects that are deflated together: their numbers, and the bytes of each."""

    numbers: list[int] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def stream(self) -> Stream:
        """Return their object stream: number and offset of each, then all of them."""
        starts = accumulate((len(body) + 1 for body in self.bodies), initial=0)
        places = zip(self.numbers, starts, strict=False)  # one more start than there are objects
        head = b" ".join(b"%d %d" % place for place in places) + b"\n"
        entries = {"Type": "/ObjStm", "N": len(self.numbers), "First": len(head)}
        return Stream(head + b"\n".join(self.bodies), entries)


class _Rows:
    """The table of cross-references, row by row: as bytes, since a bundle has a hundred thousand of them."""

    def __init__(self) -> None:
        self.table = bytearray()

    def put(self, number: int, kind: int, place: int, at: int) -> None:
        """Say where an object is: its kind, offset or object stream, and place in that stream."""
        start = number * ROW.size
        if (lacking := start + ROW.size - len(self.table)) > 0:
            self.table += bytes(lacking)
        ROW.pack_into(self.table, start, kind, place, at)


def write(document: PDFDocument, small: dict[int, bytes]) -> bytes:
    """Return the bytes of a document, each object with the number it has; as ReportLab's `format` does.

    small: those that ReportLab does not know; each is released.
    """
    catalogue, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.encrypt.prepare(document)
    file = PDFFile(document._pdfVersion)
    rows, group = _Rows(), _Group()
    rows.put(0, FREE, 0, 0xFFFF)
    number = 0
    while (number := number + 1) in document.numberToId or number in small or group.numbers:
        if number not in document.numberToId and number not in small:
            group = _close(document, group, rows)
        body = _small(document, number, small)
        if not body:
            name = document.numberToId[number]
            whole = PDFIndirectObject(name, document.idToObject[name])
            rows.put(number, PLAIN, file.add(whole.format(document)), 0)
            continue
        group.numbers.append(number)
        group.bodies.append(body)
        if len(group.numbers) == _TOGETHER:
            group = _close(document, group, rows)
    rows.put(number, PLAIN, file.offset, 0)
    digest = document.signature.hexdigest()
    said = {"Type": "/XRef", "W": "[1 4 2]", "Size": number + 1, "Root": catalogue, "Info": info}
    table = Stream(bytes(rows.table), said | {"ID": f"[<{digest}><{digest}>]"})
    at = file.add(b"%d 0 obj\n%sendobj\n" % (number, table.format(document)))
    file.add(b"startxref\n%d\n%%%%EOF\n" % at)
    return bytes(file.format(document))


def _small(document: PDFDocument, number: int, small: dict[int, bytes]) -> bytes:
    """Return the bytes of an object, if it is one that is deflated together with others."""
    if number not in small:
        thing = document.idToObject[document.numberToId[number]]
        return thing.format(document) if isinstance(thing, _SMALL) else b""
    body = small.pop(number)
    if not body:
        message = f"object {number} was reserved and never written"
        raise ValueError(message)
    return body


def _close(document: PDFDocument, group: _Group, rows: _Rows) -> _Group:
    """Give a group its object stream, which gets the next number, and begin another group."""
    stream = document.Reference(group.stream())
    place = document.idToObjectNumberAndVersion[stream.name][0]
    for index, number in enumerate(group.numbers):
        rows.put(number, PACKED, place, index)
    return _Group()
