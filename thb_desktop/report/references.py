"""Cross-references of a file that is to be signed, read at once where they have the usual form.

pyHanko makes an object of each row of a table: of the 80,000 rows of a bundle with 500 exhibits that took
longer than all else that signing does. A table in another form is read by pyHanko as before.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pyhanko.pdf_utils import reader
from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject, Reference, TrailerReference
from pyhanko.pdf_utils.xref import (
    XRefBuilder,
    XRefSection,
    XRefSectionData,
    XRefSectionMetaInfo,
    XRefSectionType,
)

_RUN = re.compile(rb"\s*+(\d{1,10}) (\d{1,8}) ?\r?\n")
_ROWS = re.compile(rb"(?:\d{10} 00000 n(?: \n| \r|\r\n))++")
_FREE = re.compile(rb"0000000000 65535 f(?: \n| \r|\r\n)")
"""The head of the list of free objects: the first row, and the only free one."""
_TRAILER = re.compile(rb"\s*+trailer\s*+(?=<<)")
_ROW_SIZE, _DIGITS = 20, 10


class _Run(NamedTuple):
    """The rows of consecutive objects: the number of the first, and their bytes."""

    first: int
    rows: bytes

    @property
    def numbers(self) -> range:
        return range(self.first, self.first + len(self.rows) // _ROW_SIZE)

    def offset(self, number: int) -> int:
        at = (number - self.first) * _ROW_SIZE
        return int(self.rows[at : at + _DIGITS])


class QuickData(XRefSectionData):
    """A section whose objects have no generations and are not free; each row is read when it is asked for."""

    def __init__(self, runs: list[_Run]) -> None:
        self._runs = runs
        self.freed = {}
        self.xrefs_in_objstm = {}
        self.obj_streams_used = set()
        self.hybrid = None

    def try_resolve(self, ref: Reference | IndirectObject) -> int:
        for run in reversed(self._runs):
            if ref.idnum in run.numbers and ref.generation == 0:
                return run.offset(ref.idnum)
        raise KeyError(ref)

    def higher_generation_refs(self) -> Iterator[tuple[int, int]]:
        return iter(())

    @cached_property
    def standard_xrefs(self) -> dict[int, tuple[int, int]]:  # type: ignore[override]  # set in the base
        return {number: (0, run.offset(number)) for run in self._runs for number in run.numbers}

    @cached_property
    def explicit_refs_in_revision(self) -> set[tuple[int, int]]:  # type: ignore[override]  # set in the base
        return {(number, 0) for run in self._runs for number in run.numbers}


class QuickBuilder(XRefBuilder):
    """Gives what its base gives."""

    def _read_xref_table(self, declared_startxref: int) -> object:
        start = self.stream.tell()
        found = _runs_of(self.stream.read())
        if found is not None:
            runs, length = found
            self.stream.seek(start + length)
            own = TrailerReference(self.handler)  # type: ignore[no-untyped-call]  # theirs has no types
            trailer = DictionaryObject.read_from_stream(self.stream, own)
            size = int(trailer.raw_get("/Size"))
            if "/XRefStm" not in trailer and all(run.numbers.stop <= size for run in runs):
                said = XRefSectionMetaInfo(
                    xref_section_type=XRefSectionType.STANDARD,
                    size=size,
                    declared_startxref=declared_startxref,
                    start_location=start,
                    end_location=start + length,
                    stream_ref=None,
                )
                self.sections.append(XRefSection(said, QuickData(runs)))
                self.trailer.add_trailer_revision(trailer)
                return trailer.get("/Prev")
        self.stream.seek(start)
        return super()._read_xref_table(declared_startxref)


def _runs_of(table: bytes) -> tuple[list[_Run], int] | None:
    """Return the rows of a table, and where the trailer's dictionary begins; None for another form."""
    runs: list[_Run] = []
    at = 0
    while run := _RUN.match(table, at):
        first, at = int(run[1]), run.end()
        end = at + int(run[2]) * _ROW_SIZE
        if first == 0 and _FREE.match(table, at, end):
            first, at = 1, at + _ROW_SIZE
        if at < end:
            if first == 0 or not _ROWS.fullmatch(table, at, end):
                return None
            runs.append(_Run(first, table[at:end]))
        at = end
    trailer = _TRAILER.match(table, at)
    return (runs, trailer.end()) if trailer else None


def read_quickly() -> None:
    """Let pyHanko read cross-references so from now on."""
    vars(reader)["XRefBuilder"] = QuickBuilder
