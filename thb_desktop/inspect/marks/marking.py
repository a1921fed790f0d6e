"""Marking: questions about the pictures in a run of files, or in one capture, each answered by marks.

`picture` names the place and the size of a file in all bytes. `capture` names a page: the pictures that
servers answered with, some at once, each by the SHA-256 of its bytes. An answer has one mark for each.
"""

import hashlib
import io
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from thb_desktop.inspect.looks.archives import FAULTS
from thb_desktop.inspect.looks.kinds import kind_of
from thb_desktop.inspect.looks.parts import DAMAGED, TOO_LARGE, Asked, Said, UnreadableError
from thb_desktop.inspect.looks.records import pictures_captured
from thb_desktop.inspect.marks import pictures
from thb_desktop.inspect.serving import Answered

_LARGEST = 128 << 20
"""Bytes of a picture file."""
_AT_ONCE = 20
_FAULTS = (*FAULTS, ValueError, LookupError, OSError, ArithmeticError, RuntimeError, TypeError)


class Marker:
    """Answers questions; the walk through a capture goes on from page to page."""

    def __init__(self) -> None:
        self._walk: Iterator[bytes] | None = None
        self._page = 0

    def answer(self, source: io.RawIOBase, question: Mapping[str, Any]) -> Answered:
        try:
            with warnings.catch_warnings(action="ignore"):  # of the library, about a file of others
                if question["job"] == "picture":
                    return _picture(source, int(question["place"]), int(question["size"])), ()
                return self._capture(source, int(question["page"])), ()
        except UnreadableError as refusal:
            return {"refused": refusal.code}, ()
        except MemoryError:
            return {"refused": TOO_LARGE}, ()
        except _FAULTS:
            return {"refused": DAMAGED}, ()

    def _capture(self, source: io.RawIOBase, page: int) -> Said:
        if self._walk is None or page <= self._page:
            asked = Asked(io.BufferedReader(source, 1 << 20))
            self._walk, self._page = pictures_captured(asked, kind_of(asked, "")), 0
        found: list[bytes] = []
        while self._page < page:
            found = [each for each, _ in zip(self._walk, range(_AT_ONCE), strict=False)]
            self._page += 1
        marks = [[hashlib.sha256(each).hexdigest(), pictures.mark_of(each)] for each in found]
        return {"marks": marks, "more": len(found) == _AT_ONCE}


def _picture(source: io.RawIOBase, place: int, size: int) -> Said:
    if size > _LARGEST:
        return {"mark": ""}
    source.seek(place)
    found = bytearray()
    while len(found) < size and (piece := source.read(size - len(found))):
        found += piece
    return {"mark": pictures.mark_of(bytes(found))}


def load() -> None:
    """Let each reader take what it needs while this process may still take it."""
    from thb_desktop.inspect.looks.looking import load as load_readers

    load_readers()
    pictures.load()
