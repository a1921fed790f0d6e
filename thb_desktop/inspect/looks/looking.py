"""Looking: questions about one file, each answered by the reader of its kind.

A question names a job: `look` (a page of what the file shows), `told` (what it says of itself), `text` (its
words, for a search), `records` (its rows or pages, whole), `image` and
`capture` (what an image states of its data, or a capture of its records and files, compared), `bytes` (a
part, unpacked). An answer is plain values, or names a refusal.
"""

import csv
import io
import lzma
import re
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from thb_desktop.inspect.looks import plain, samples
from thb_desktop.inspect.looks.archives import FAULTS, zipped
from thb_desktop.inspect.looks.codings import text_from
from thb_desktop.inspect.looks.images import compare_image
from thb_desktop.inspect.looks.kinds import Found, Kind, kind_of
from thb_desktop.inspect.looks.legible import legible
from thb_desktop.inspect.looks.mail import look_at_mail
from thb_desktop.inspect.looks.parts import DAMAGED, LONGEST, TOO_LARGE, Asked, Said, UnreadableError
from thb_desktop.inspect.looks.readers import (
    AS_BYTES,
    AS_TEXT,
    CAPTURES,
    HOLDERS,
    OFFICE,
    PLAIN,
    READERS,
)
from thb_desktop.inspect.looks.records import records_page, words_of_capture
from thb_desktop.inspect.looks.stated import compare_capture
from thb_desktop.inspect.serving import Answered
from thb_desktop.inspect.texts.looking import texts_in

_DEEPEST = 8
"""Files within files."""
_PIECE = 1 << 20
_MEDIA = re.compile(r"(?:word|xl|ppt)/(?:media|embeddings)/.|Pictures/.|Object [0-9]")
"""The names of pictures and other files in an office document."""
_MOST_FACTS = 2000
_MOST_TOLD = 3 << 20
"""Code points of all facts together."""
_FAULTS = (
    *FAULTS,
    ValueError,
    LookupError,
    OSError,
    ArithmeticError,
    RecursionError,
    TypeError,
    AttributeError,
    AssertionError,
    RuntimeError,
    struct.error,
    csv.Error,
    zlib.error,
    lzma.LZMAError,
)
"""What a reader, or the library, may stumble over in a file that is not as it should be."""


class Looker:
    """Answers questions about one file. The last part stays open, so that its next page is near."""

    def __init__(self) -> None:
        self._way: tuple[str, ...] | None = None
        self._asked = Asked(io.BytesIO())
        self._found: Found | None = None

    def answer(self, source: io.RawIOBase, question: Mapping[str, Any]) -> Answered:
        """Answer one question. What a reader cannot read is a refusal, whatever it stumbled over."""
        try:
            with warnings.catch_warnings(action="ignore"):  # of the library, about a file of others
                return self._answered(source, question)
        except UnreadableError as refusal:
            said: Said = {"refused": refusal.code}
        except MemoryError:
            said = {"refused": TOO_LARGE}
        except _FAULTS:
            said = {"refused": DAMAGED}
        self._way = None
        return said, ()

    def _answered(self, source: io.RawIOBase, question: Mapping[str, Any]) -> Answered:
        job, way = str(question["job"]), tuple(map(str, question.get("part", ())))
        asked, found = self._opened(source, way, str(question.get("name", "")))
        asked.page, asked.sheet = int(question.get("page", 1)), int(question.get("sheet", 0))
        coding = str(question.get("coding", ""))
        if coding != asked.coding:
            asked.coding = coding
            asked.kept.clear()
        asked.page = max(asked.page, 1)
        if job == "look":
            return _look(asked, found, str(question.get("way", ""))), ()
        return _JOBS[job](asked, found, question)

    def _opened(self, source: io.RawIOBase, way: tuple[str, ...], name: str) -> tuple[Asked, Found]:
        """Open a part, from the nearest one that is open."""
        if len(way) > _DEEPEST:
            raise UnreadableError(TOO_LARGE)
        if self._way == way and self._found is not None:
            return self._asked, self._found
        if way:
            outer, found = self._opened(source, way[:-1], name)
            opener = READERS[found.kind].open
            if opener is None:
                raise UnreadableError
            data, name = opener(outer, way[-1])
            asked = Asked(io.BytesIO(data))
        else:
            asked = Asked(io.BufferedReader(source, _PIECE))
        found = kind_of(asked, name)
        asked.media_type = found.media_type
        self._way, self._asked, self._found = way, asked, found
        return asked, found


def _look(asked: Asked, found: Found, way: str) -> Said:
    manner = {"TEXT": AS_TEXT, "BYTES": AS_BYTES}.get(way, READERS[found.kind])
    try:
        return manner.look(asked)
    except (UnreadableError, *_FAULTS):
        if found.kind not in PLAIN or manner is AS_TEXT:
            raise
        return AS_TEXT.look(asked)  # it only looked like a chat or a table


def _told(asked: Asked, found: Found) -> Said:
    """Return the facts. Those of a file that is damaged are as many as can be read: none, at worst."""
    tell = READERS[found.kind].tell
    facts: Sequence[tuple[str, str, str]] = []
    is_damaged = False
    try:
        facts = tell(asked) if tell is not None else []
    except (UnreadableError, *_FAULTS):
        is_damaged = True
    told, length = list[Said](), 0
    for code, key, value in facts[:_MOST_FACTS]:
        length += len(value)
        if length > _MOST_TOLD:
            break
        told.append({"code": code, "key": key[:200], "value": value[:LONGEST]})
    return {
        "media_type": found.media_type,
        "facts": told,
        "cut": len(told) < len(facts),
        "is_damaged": is_damaged,
    }


def _words(asked: Asked, found: Found) -> tuple[str, bool]:
    """Return the words of a file: of a text as it is read, of others all that is found in them; and whether
    there was something without words that can be read: pixels, sound, what is locked.

    At most so many code points as the page that is asked for says.
    """
    limit = asked.page
    asked.source.seek(0)
    if found.kind in PLAIN:
        text = text_from(asked.source.read(4 * limit + 4))
        return text[:limit], len(text) > limit
    words = READERS[found.kind].words
    if words is not None:
        text = words(asked)
        return text[:limit], len(text) > limit or _holds_more(asked, found)
    if found.kind in CAPTURES:
        try:
            return words_of_capture(asked, found, limit)[:limit], True
        except (UnreadableError, *_FAULTS):
            asked.source.seek(0)  # it has no page that can be read
    texts = texts_in(asked.source)
    return "\n".join(legible(texts))[:limit], bool(texts.unread)


def _holds_more(asked: Asked, found: Found) -> bool:
    """Whether a file holds others of which its words say nothing: an archive, attachments, pictures."""
    if found.kind in HOLDERS:
        return True
    if found.kind in (Kind.MAIL, Kind.MHTML):
        return bool(look_at_mail(asked)["parts"])
    if found.kind in OFFICE:
        return any(_MEDIA.match(name) for name in zipped(asked).NameToInfo)
    return False


def _told_words(asked: Asked, found: Found) -> Answered:
    words, in_part = _words(asked, found)
    return {"in_part": in_part}, [words.encode("utf-8", "replace")]


_JOBS: Mapping[str, Callable[[Asked, Found, Mapping[str, Any]], Answered]] = {
    "bytes": lambda asked, _found, _question: ({}, _pieces(asked)),
    "text": lambda asked, found, _question: _told_words(asked, found),
    "told": lambda asked, found, _question: (_told(asked, found), ()),
    "records": lambda asked, found, question: (
        records_page(asked, found, str(question.get("delimiter", ""))),
        (),
    ),
    "image": lambda asked, _found, question: (compare_image(asked, [*map(int, question["sizes"])]), ()),
    "capture": lambda asked, found, _question: (compare_capture(asked, found), ()),
}


def _pieces(asked: Asked) -> Iterator[bytes]:
    asked.source.seek(0)
    return iter(lambda: asked.source.read(_PIECE), b"")


def load() -> None:
    """Let each reader take what it needs while this process may still take it."""
    plain.load()
    samples.load(lambda: Looker().answer)
