"""Objects that a later revision supplies although an earlier one already refers to them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from thb_desktop.errors import PdfBeyondBoundsError
from thb_desktop.findings import Finding, broken
from thb_desktop.verify.documents.budget import MAXIMUM_VALUES
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.references import Referred

_REFERENCE = rb"(%s)[\x00\t\n\x0c\r ]++\d{1,5}+[\x00\t\n\x0c\r ]++R"
_ANY, _FEW = rb"(?<![0-9])\d{1,10}+", 50
"""A number; and how many numbers are searched for by themselves, which is much faster."""
_DIGITS = re.compile(rb"[0-9]*+\Z")
_LONGEST = 11
"""Digits of a number that are compared: a file has no object of more than ten."""
_EVERY = re.compile(_REFERENCE % rb"(?<![0-9])\d++")


def search_references(file: PdfFile) -> Referred:
    """Search a file for references. Raises PdfUnreadableError, PdfBeyondBoundsError."""
    stores = {number: file.store(number).content for number in file.stores()}
    numbers = set[int]()
    for text, end in ((file.data, file.end), *((each, len(each)) for each in stores.values())):
        file.budget.move(end)
        numbers.update(int(digits[-_LONGEST:]) for digits in set(_EVERY.findall(text, 0, end)))
    offsets = {number: place.where for number in stores if (place := file.places.get(number)) is not None}
    return Referred(size=file.end, start=file.start_of_references, numbers=frozenset(numbers), stores=offsets)


def _is_searched(file: PdfFile, before: Referred) -> bool:
    """Whether a revision adds to what was searched, so that its older cross-references are the same."""
    return file.end >= before.size and any(section.offset == before.start for section in file.sections)


def _other_stores(file: PdfFile, before: Referred) -> list[int]:
    """Return the numbers of the object streams of a revision that were not searched."""
    added = [section.offset for section in file.sections].index(before.start)
    named = {place.where for _, place in file.places.items(added) if place.kind == 2} | before.stores.keys()
    return sorted(number for number in named if not _has_store(file, before, number))


def _has_store(file: PdfFile, before: Referred, number: int) -> bool:
    place = file.places.get(number)
    return place is not None and place.kind == 1 and place.where == before.stores.get(number)


class _Text(NamedTuple):
    """A text that is searched, and where: in the file itself, or in an object stream."""

    content: bytes
    start: int
    end: int
    since: int
    """The end of the first revision that has this object stream; 0 for the file."""


def check_later_references(revisions: Sequence[PdfFile]) -> list[Finding]:
    """Check that no revision supplies an object to which an earlier one points and which it lacks.

    The text of the file is searched once for all revisions, oldest first; not again what was searched before
    (`PdfFile.referred`).
    """
    supplied = _supplied(revisions)
    if not supplied:
        return []
    older = revisions[:-1]
    before = older[-1].referred
    if before is not None and not all(_is_searched(file, before) for file in older):
        before = None
    if before is not None and not before.numbers.isdisjoint(supplied):
        return [broken("object-supplied-later")]
    few = b"|".join(b"%d" % number for number in supplied) if len(supplied) <= _FEW else _ANY
    reference = re.compile(_REFERENCE % few)
    for text in _texts(older, before, max(supplied.values())):
        older[-1].budget.move(text.end - text.start)
        for found in reference.finditer(text.content, text.start, text.end):
            number = _whole_number(text.content, found.end(1))
            if (text.since or found.end()) <= supplied.get(number, -1):
                return [broken("object-supplied-later")]
    return []


def _supplied(revisions: Sequence[PdfFile]) -> dict[int, int]:
    """Return the objects that were supplied later, and the end of the last revision that lacks each."""
    supplied: dict[int, int] = {}
    for before, after in pairwise(revisions):
        added = len(after.sections) - len(before.sections)
        for number, place in after.places.items(added):
            if place.kind != 0 and not before.exists(number):
                supplied.setdefault(number, before.end)
            if len(supplied) > MAXIMUM_VALUES:
                raise PdfBeyondBoundsError("an addition to the file has more objects than this check reads")
    return supplied


def _texts(older: Sequence[PdfFile], before: Referred | None, end: int) -> Iterator[_Text]:
    yield _Text(older[-1].data, before.size if before else 0, end, 0)
    for file in older:
        for number in file.stores() if before is None else _other_stores(file, before):
            content = file.store(number).content
            yield _Text(content, 0, len(content), file.end)


def _whole_number(text: bytes, end: int) -> int:
    """Return the number that ends here: those that are searched for may be the end of a longer one."""
    digits = _DIGITS.search(text, max(0, end - _LONGEST), end)
    return int(digits[0]) if digits else -1
