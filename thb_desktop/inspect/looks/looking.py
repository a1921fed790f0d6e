"""Looking: one question about a file, answered by the reader of its kind.

A question names a job: `look` (a page of what the file shows), `told` (what it says of itself), `text` (its
words, for a search), `bytes` (a part, unpacked). An answer is plain values, or names a refusal.
"""

import io
from collections.abc import Mapping
from typing import Any, BinaryIO

from thb_desktop.inspect.looks import plain
from thb_desktop.inspect.looks.codings import text_from
from thb_desktop.inspect.looks.kinds import Found, Kind, kind_of
from thb_desktop.inspect.serving import Answered, Served
from thb_desktop.inspect.texts import samples
from thb_desktop.inspect.texts.looking import texts_in

UNREADABLE = "part-damaged"
MOST_PART = 128 << 20
"""Bytes of a part that is looked at by itself."""
_PIECE = 1 << 20


class UnreadableError(Exception):
    """The file, or this part of it, is not as its kind should be. code: of the refusal."""

    def __init__(self, code: str = UNREADABLE) -> None:
        super().__init__(code)
        self.code = code


def answer(source: Served, question: Mapping[str, Any]) -> Answered:
    """Answer one question. What a reader cannot read is a refusal, whatever it stumbled over."""
    try:
        part, name = _part(source, list(question.get("part", [])), str(question.get("name", "")))
        if question["job"] == "bytes":
            part.seek(0)
            return {"size": 0}, iter(lambda: part.read(_PIECE), b"")
        found = kind_of(part, name)
        if question["job"] == "text":
            return {}, [_words(part, found, int(question["page"])).encode("utf-8", "replace")]
        if question["job"] == "told":
            return {"media_type": found.media_type, "kind": found.kind.value, "facts": []}, ()
        return _look(part, found, question), ()
    except UnreadableError as refusal:
        return {"refused": refusal.code}, ()
    except (ValueError, LookupError, OSError, EOFError, ArithmeticError, RecursionError):
        return {"refused": UNREADABLE}, ()


def _part(source: Served, way: list[str], name: str) -> tuple[BinaryIO, str]:
    if way:
        raise UnreadableError
    return io.BufferedReader(source, _PIECE), name


def _look(source: BinaryIO, found: Found, question: Mapping[str, Any]) -> dict[str, Any]:
    way, page = str(question.get("way", "CONTENT")), int(question.get("page", 1))
    if way == "BYTES":
        return plain.hex_page(source, page)
    if way == "TEXT" or found.kind is Kind.TEXT:
        return plain.text_page(source, page, str(question.get("coding", "")))
    if found.kind in (Kind.PDF, Kind.PICTURE):
        return {"look": "DrawnPages"}
    if found.kind is Kind.RECORDING:
        return {"look": "Recorded"}
    return plain.hex_page(source, page)


def _words(source: BinaryIO, found: Found, limit: int) -> str:
    """Return the words of a file: of a text as it is read, of others all that is found in them."""
    source.seek(0)
    if found.kind is Kind.TEXT:
        return text_from(source.read(4 * limit))[:limit]
    text = "\n".join(text for _, text in texts_in(source).parts)
    return text[:limit]


def load() -> None:
    """Let each reader take what it needs while this process may still take it."""
    plain.load()
    samples.load()
