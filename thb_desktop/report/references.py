"""Cross-references of a file that is signed: read at once in the form of our own files, written plain.

pyHanko makes an object of each row: of the 80,000 rows of a bundle with 500 exhibits that took longer than
all else that signing does. Cross-references in another form are read by pyHanko as before. It deflates the
few rows that it adds, and ends them with a line feed alone: where the last byte is a carriage return, some
readers take it for part of the line end, one file of 128. Plain rows end with zeros.
"""

from collections.abc import Iterator
from functools import cached_property

from pyhanko.pdf_utils import reader, writer
from pyhanko.pdf_utils.generic import IndirectObject, Reference, StreamObject
from pyhanko.pdf_utils.xref import (
    ObjStreamRef,
    XRefBuilder,
    XRefSection,
    XRefSectionData,
    XRefSectionMetaInfo,
    XRefSectionType,
    XRefStream,
)

from thb_desktop.report.document.packed import FREE, PACKED, PLAIN, ROW

_NO_OBJECT = (FREE, 0, 0xFFFF)


class QuickData(XRefSectionData):
    """Rows of which only the first is free, none with a generation; each is read when it is asked for."""

    def __init__(self, rows: bytes) -> None:
        self._rows = rows
        self.freed = {}
        self.hybrid = None

    def try_resolve(self, ref: Reference | IndirectObject) -> int | ObjStreamRef:
        at = ref.idnum * ROW.size
        if ref.idnum < 1 or ref.generation or at >= len(self._rows):
            raise KeyError(ref)
        kind, where, index = ROW.unpack_from(self._rows, at)
        return ObjStreamRef(where, index) if kind == PACKED else where

    def higher_generation_refs(self) -> Iterator[tuple[int, int]]:
        return iter(())

    def _objects(self) -> Iterator[tuple[int, tuple[int, int, int]]]:
        return ((number, row) for number, row in enumerate(ROW.iter_unpack(self._rows)) if number)

    @cached_property
    def standard_xrefs(self) -> dict[int, tuple[int, int]]:  # type: ignore[override]  # set in the base
        return {number: (0, where) for number, (kind, where, _) in self._objects() if kind == PLAIN}

    @cached_property
    def xrefs_in_objstm(self) -> dict[int, ObjStreamRef]:  # type: ignore[override]  # set in the base
        return {number: ObjStreamRef(*place) for number, (kind, *place) in self._objects() if kind == PACKED}

    @cached_property
    def obj_streams_used(self) -> set[int]:  # type: ignore[override]  # set in the base
        return {where for _, (kind, where, _) in self._objects() if kind == PACKED}

    @cached_property
    def explicit_refs_in_revision(self) -> set[tuple[int, int]]:  # type: ignore[override]  # set in the base
        return {(number, 0) for number, _ in self._objects()}


class QuickBuilder(XRefBuilder):
    """Gives what its base gives."""

    def _read_xref_stream(self, declared_startxref: int) -> object:
        start = self.stream.tell()
        ref, found = self._read_xref_stream_object()  # type: ignore[no-untyped-call]  # theirs has no types
        rows = _rows_of(found)
        if rows is None:
            self.stream.seek(start)
            return super()._read_xref_stream(declared_startxref)
        said = XRefSectionMetaInfo(
            xref_section_type=XRefSectionType.STREAM,
            size=len(rows) // ROW.size,
            declared_startxref=declared_startxref,
            start_location=start,
            end_location=self.stream.tell(),
            stream_ref=ref,
        )
        self.sections.append(XRefSection(said, QuickData(rows)))
        self.trailer.add_trailer_revision(found)
        return found.get("/Prev")


class PlainStream(XRefStream):
    """The cross-references that a signature adds, as they are."""

    def compress(self) -> None:
        """Leave them: see the head of the module."""


def _rows_of(found: StreamObject) -> bytes | None:
    """Return the rows of cross-references in the form of our own files; None for another form."""
    if found.get("/W") != [1, 4, 2] or "/Index" in found or "/DecodeParms" in found:
        return None
    rows = bytes(found.data)
    if len(rows) != int(found.raw_get("/Size")) * ROW.size:
        return None
    first, *others = ROW.iter_unpack(rows)
    usual = all(kind == PACKED or (kind == PLAIN and not index) for kind, _, index in others)
    return rows if first == _NO_OBJECT and usual else None


def adapt() -> None:
    """Let pyHanko read and write cross-references so from now on."""
    vars(reader)["XRefBuilder"] = QuickBuilder
    vars(writer)["XRefStream"] = PlainStream
