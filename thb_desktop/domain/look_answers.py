"""Look answers: what a confined process said of a file, checked and turned into the values of `looks`.

The answer is untrusted: a form that nobody expects is refused, and every list and text has a bound.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from thb_desktop.domain import looks
from thb_desktop.domain.ads import FileRecord
from thb_desktop.domain.looks import (
    CaptureComparison,
    EntryMark,
    Fact,
    FactCode,
    ImageComparison,
    KeptOut,
    Look,
    Message,
    Part,
    Told,
)
from thb_desktop.errors import FormatError

_MOST = 100_000
"""Things in one list."""
_LONGEST = 1 << 20
"""Code points of one text."""
_LARGEST = 1 << 62
_IS_DIGEST = re.compile("(?:[0-9a-f]{64})?")
_IS_MARK = re.compile("(?:[0-9a-f]{16})?")
_IS_WEAK_DIGEST = re.compile("(?:[0-9a-f]{32}|[0-9a-f]{40})?")
Code = TypeVar("Code", bound=StrEnum)


def look_from(untrusted: object) -> Look:
    """Return what a file shows. Raises FormatError for an answer of any other form."""
    told = _Told(untrusted)
    read = _READERS.get(told.text("look"))
    if read is None:
        raise FormatError("the answer is of no form that is known")
    return read(told)


def told_from(untrusted: object) -> Told:
    """Return what a file says of itself. Raises FormatError."""
    told = _Told(untrusted)
    facts = tuple(
        Fact(code=each.code(FactCode, "code"), key=each.text("key"), value=each.text("value"))
        for each in told.each("facts")
    )
    return Told(
        media_type=told.text("media_type"),
        facts=facts,
        cut=told.yes("cut"),
        is_damaged=told.yes("is_damaged"),
    )


def records_from(untrusted: object) -> tuple[tuple[FileRecord, ...], bool]:
    """Return the next rows or pages of a file, and whether there are more. Raises FormatError."""
    told = _Told(untrusted)
    found = tuple(
        FileRecord(
            place=each.text("place"),
            cells=each.texts("cells"),
            pictures=tuple((name, digest) for name, digest in each.pairs("pictures")),
        )
        for each in told.each("records")
    )
    return found, told.yes("more")


def comparison_from(untrusted: object) -> ImageComparison:
    """Return how far an image is compared with what it states. Raises FormatError."""
    told = _Told(untrusted)
    return ImageComparison(
        done=told.number("done"),
        total=told.number("total"),
        ended=told.yes("ended"),
        stated=_digests(told.within("stated")),
        found=_digests(told.within("found")),
    )


def capture_from(untrusted: object) -> CaptureComparison:
    """Return how far a capture is compared with what it states. Raises FormatError."""
    told = _Told(untrusted)
    found = CaptureComparison(
        done=told.number("done"),
        total=told.number("total"),
        ended=told.yes("ended"),
        named=told.number("named"),
        agree=told.number("agree"),
        differ=tuple(_differing(row) for row in told.rows("differ")),
        missing=told.texts("missing"),
        unnamed=told.texts("unnamed"),
        not_judged=told.texts("not_judged"),
    )
    if found.agree + len(found.differ) + len(found.missing) > found.named:
        raise FormatError("the answer has more digests than the file states")
    return found


def _differing(row: tuple[str, ...]) -> tuple[str, str, str, str]:
    if len(row) != 4 or not all(row) or row[2] == row[3]:
        raise FormatError("the answer has something else than two digests")
    return row[0], row[1], row[2], row[3]


def mark_from(untrusted: object) -> str:
    """Return the mark of a picture; empty if it has none. Raises FormatError."""
    return _mark(_Told(untrusted).text("mark"))


def marks_from(untrusted: object) -> tuple[dict[str, str], bool]:
    """Return the marks of pictures by the SHA-256 of each, and whether there are more. Raises FormatError."""
    told = _Told(untrusted)
    rows = told.rows("marks")
    if any(len(row) != 2 or not row[0] or _IS_DIGEST.fullmatch(row[0]) is None for row in rows):
        raise FormatError("the answer has no digest where it should have one")
    return {digest: _mark(mark) for digest, mark in rows}, told.yes("more")


def _mark(told: str) -> str:
    if _IS_MARK.fullmatch(told) is None:
        raise FormatError("the answer has no mark where it should have one")
    return told


def _digests(told: "_Told") -> dict[str, str]:
    found = {name: told.text(name) for name in ("MD5", "SHA1")}
    if any(_IS_WEAK_DIGEST.fullmatch(each) is None for each in found.values()):
        raise FormatError("the answer has no digest where it should have one")
    return found


class _Told:
    """One object of an answer; what is not told is empty."""

    def __init__(self, untrusted: object) -> None:
        if not isinstance(untrusted, Mapping):
            raise FormatError("the answer has another form")
        self._told = untrusted

    def text(self, name: str) -> str:
        return _text(self._told.get(name, ""))

    def within(self, name: str) -> "_Told":
        return _Told(self._told.get(name, {}))

    def number(self, name: str, default: int = 0) -> int:
        value = self._told.get(name, default)
        if type(value) is not int or not 0 <= value <= _LARGEST:
            raise FormatError("the answer has something else than a number")
        return value

    def perhaps(self, name: str) -> int | None:
        return None if self._told.get(name) is None else self.number(name)

    def yes(self, name: str) -> bool:
        value = self._told.get(name, False)
        if type(value) is not bool:
            raise FormatError("the answer has something else than yes or no")
        return value

    def code(self, codes: type[Code], name: str) -> Code | None:
        return _code(codes, found) if (found := self.text(name)) else None

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(_text(each) for each in self._list(name))

    def each(self, name: str) -> "tuple[_Told, ...]":
        return tuple(_Told(each) for each in self._list(name))

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(_text(cell) for cell in _listed(row)) for row in self._list(name))

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        rows = self.rows(name)
        if any(len(row) != 2 or not _IS_DIGEST.fullmatch(row[1]) for row in rows):
            raise FormatError("the answer has something else than a name and a digest")
        return tuple((first, last) for first, last in rows)

    def shown(self) -> dict[str, Any]:
        """What every look has."""
        return {
            "page": self.number("page", 1),
            "pages": self.perhaps("pages") if "pages" in self._told else 1,
            "more": self.yes("more"),
            "kept_out": tuple(_code(KeptOut, each) for each in self.texts("kept_out")),
        }

    def _list(self, name: str) -> Sequence[object]:
        return _listed(self._told.get(name, ()))


def _code(codes: type[Code], told: str) -> Code:
    try:
        return codes(told)
    except ValueError:
        raise FormatError("the answer has a code that is not known") from None


def _listed(value: object) -> Sequence[object]:
    if isinstance(value, str) or not isinstance(value, Sequence) or len(value) > _MOST:
        raise FormatError("the answer has something else than a list")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise FormatError("the answer has something else than a text")
    return value


def _drawn(told: _Told) -> Look:
    return looks.DrawnPages(**told.shown(), has_text=told.yes("has_text"))


def _plain(told: _Told) -> Look:
    return looks.PlainText(
        **told.shown(),
        lines=told.texts("lines"),
        first_line=told.number("first_line") or None,
        coding=told.text("coding"),
        is_guess=told.yes("is_guess"),
        codings=told.texts("codings"),
        is_derived=told.yes("is_derived"),
    )


def _hex(told: _Told) -> Look:
    try:
        data = bytes.fromhex(told.text("data"))
    except ValueError:
        raise FormatError("the answer has something else than bytes") from None
    return looks.HexBytes(
        **told.shown(),
        offset=told.number("offset"),
        data=data,
        size=told.number("size"),
        unread=told.code(looks.UnreadForm, "unread"),
    )


def _conversation(told: _Told) -> Look:
    messages = tuple(
        Message(
            number=each.number("number"),
            sender=each.text("sender"),
            at=each.text("at"),
            text=each.text("text"),
            attachments=each.texts("attachments"),
        )
        for each in told.each("messages")
    )
    return looks.Conversation(
        **told.shown(),
        source=told.text("source"),
        title=told.text("title"),
        is_transcript=told.yes("is_transcript"),
        messages=messages,
    )


def _sheets(told: _Told) -> Look:
    return looks.Sheets(
        **told.shown(),
        names=told.texts("names"),
        sheet=told.number("sheet"),
        first_row=told.number("first_row", 1),
        rows=told.rows("rows"),
    )


def _parts(told: _Told) -> tuple[Part, ...]:
    return tuple(
        Part(
            key=each.text("key"),
            name=each.text("name"),
            media_type=each.text("media_type"),
            size=each.perhaps("size"),
            packed=each.perhaps("packed"),
            at=each.text("at"),
            note=each.text("note"),
            marks=tuple(_code(EntryMark, mark) for mark in each.texts("marks")),
        )
        for each in told.each("parts")
    )


def _listing(told: _Told) -> Look:
    return looks.Listing(**told.shown(), kind=told.text("kind"), parts=_parts(told))


def _capture(told: _Told) -> Look:
    return looks.Capture(**told.shown(), kind=told.text("kind"), parts=_parts(told))


def _mail(told: _Told) -> Look:
    headers = told.rows("headers")
    if any(len(each) != 2 for each in headers):
        raise FormatError("the answer has a header of another form")
    return looks.Mail(
        **told.shown(),
        headers=tuple((name, value) for name, value in headers),
        body=told.texts("body"),
        is_derived=told.yes("is_derived"),
        parts=_parts(told),
        lines_left=told.number("lines_left"),
        parts_left=told.number("parts_left"),
    )


_READERS: Mapping[str, Callable[[_Told], Look]] = {
    "DrawnPages": _drawn,
    "PlainText": _plain,
    "HexBytes": _hex,
    "Recorded": lambda told: looks.Recorded(**told.shown()),
    "Conversation": _conversation,
    "Sheets": _sheets,
    "Listing": _listing,
    "Capture": _capture,
    "Mail": _mail,
}
