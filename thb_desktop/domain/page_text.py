"""Page text: the words of a document page by page and line by line, as a confined process read them.

Its answer is untrusted, like the document itself. A line is what the document shows as one; in a DOCX and a
plain text it is a paragraph.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thb_desktop.domain.anchors import WHOLE
from thb_desktop.domain.copy_limits import MOST_DOTS
from thb_desktop.domain.copy_limits import MOST_PAGES as MOST_COPIED
from thb_desktop.errors import FormatError

MOST_PAGES = 600
MOST_LINES = 20_000
"""Of one document."""
MOST_TEXT = 4_000_000
"""Code points of one document."""
MOST_PLACES = 2_000
"""Of words that are looked for on one page."""
MOST_PIXELS = 12_000_000
_PIXEL = 3
"""Bytes: red, green, blue."""


class DocumentKind(StrEnum):
    """What a document is, by its first bytes."""

    PDF = "PDF"
    DOCX = "DOCX"
    TEXT = "TEXT"
    PICTURE = "PICTURE"


class NotRead(StrEnum):
    """What a DOCX has besides the text of its body, so that a person looks at the file."""

    CHANGES = "CHANGES"
    NOTES = "NOTES"
    PICTURES = "PICTURES"
    FIELDS = "FIELDS"
    HIDDEN = "HIDDEN"
    HEADERS = "HEADERS"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line of a page. rectangle: left, top, right, bottom in thousandths of the page; empty if nobody
    knows where it stands.
    """

    text: str
    rectangle: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """One page of a document. number: from 1."""

    number: int
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """The text of a document. has_picture: whether its pages can be shown as pictures. not_read: what else
    it has.
    """

    kind: DocumentKind
    pages: tuple[PageText, ...]
    not_read: tuple[NotRead, ...] = ()

    @property
    def has_picture(self) -> bool:
        return self.kind in (DocumentKind.PDF, DocumentKind.PICTURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page as pixels. pixels: three bytes each, row by row. lines: where rows of ink stand on it, in
    thousandths.
    """

    width: int
    height: int
    pixels: bytes
    lines: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageToCopy:
    """A page as pixels, three bytes each, as finely as a copy needs it. pages: how many the document has.

    dots: to the inch; 0 for a picture, which has its own pixels. is_photograph: whether it was a JPEG.
    """

    kind: DocumentKind
    width: int
    height: int
    pages: int
    dots: int
    is_photograph: bool
    pixels: bytes


def text_from(untrusted: object) -> DocumentText:
    """Return the answer of the process that read a document. Raises FormatError for any other form."""
    told = _mapping(untrusted, {"kind", "pages", "not_read"})
    try:
        kind = DocumentKind(_text(told["kind"]))
        not_read = tuple(NotRead(_text(each)) for each in _list(told["not_read"], len(NotRead)))
    except ValueError:
        raise FormatError("the answer about a document is of an unknown kind") from None
    pages = tuple(
        PageText(number=number, lines=tuple(_line(each) for each in _list(page, MOST_LINES)))
        for number, page in enumerate(_list(told["pages"], MOST_PAGES), 1)
    )
    lines = [line for page in pages for line in page.lines]
    if len(lines) > MOST_LINES or sum(len(line.text) for line in lines) > MOST_TEXT:
        raise FormatError("the answer about a document is too long")
    return DocumentText(kind=kind, pages=pages, not_read=not_read)


def lines_from(untrusted: object) -> tuple[str, ...]:
    """Return the text of one page. Raises FormatError for any other form."""
    told = _mapping(untrusted, {"lines"})
    lines = tuple(_line(each).text for each in _list(told["lines"], MOST_LINES))
    if sum(map(len, lines)) > MOST_TEXT:
        raise FormatError("the answer about a page is too long")
    return lines


def places_from(untrusted: object) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Return where words stand on one page, as rectangles. Raises FormatError for any other form."""
    told = _mapping(untrusted, {"places"})
    places = (_list(each, MOST_LINES) for each in _list(told["places"], MOST_PLACES))
    return tuple(tuple(map(_rectangle, each)) for each in places)


def picture_from(untrusted: object, pixels: bytes) -> PagePicture:
    """Return the picture of a page. Raises FormatError if the pixels are not those of its size."""
    told = _mapping(untrusted, {"width", "height", "lines"})
    width, height = _number(told["width"]), _number(told["height"])
    if min(width, height) < 1 or width * height > MOST_PIXELS:
        raise FormatError("a picture of a page has no size that is shown")
    if len(pixels) != width * height * _PIXEL:
        raise FormatError("a picture of a page does not have the pixels of its size")
    lines = tuple(_rectangle(each) for each in _list(told["lines"], MOST_LINES))
    return PagePicture(width=width, height=height, pixels=pixels, lines=lines)


def page_to_copy_from(untrusted: object, pixels: bytes) -> PageToCopy:
    """Return a page that is to be copied. Raises FormatError if the pixels are not those of its size."""
    told = _mapping(untrusted, {"kind", "width", "height", "pages", "dots", "photograph"})
    width, height, pages, dots = (_number(told[name]) for name in ("width", "height", "pages", "dots"))
    kind = told["kind"]
    if kind not in (DocumentKind.PDF, DocumentKind.PICTURE):
        raise FormatError("a page that is copied is of an unknown kind")
    if min(width, height, pages) < 1 or dots < 0 or width * height > MOST_DOTS or pages > MOST_COPIED:
        raise FormatError("a page that is copied has no size that is copied")
    if len(pixels) != width * height * _PIXEL:
        raise FormatError("a page that is copied does not have the pixels of its size")
    return PageToCopy(
        kind=DocumentKind(str(kind)),
        width=width,
        height=height,
        pages=pages,
        dots=dots,
        is_photograph=told["photograph"] is True,
        pixels=pixels,
    )


def _line(untrusted: object) -> PageLine:
    told = _list(untrusted, 2)
    if len(told) != 2:
        raise FormatError("a line of a document has another form")
    text = _text(told[0])
    if any(letter < " " and letter != "\t" for letter in text):
        raise FormatError("a line of a document has characters that no line has")
    return PageLine(text=text, rectangle=_rectangle(told[1]) if told[1] else ())


def _rectangle(untrusted: object) -> tuple[int, ...]:
    found = tuple(_number(each) for each in _list(untrusted, 4))
    if len(found) != 4:
        raise FormatError("a rectangle has four sides")
    left, top, right, bottom = found
    if not (0 <= left < right <= WHOLE and 0 <= top < bottom <= WHOLE):
        raise FormatError("a rectangle is not on its page")
    return found


def _mapping(untrusted: object, keys: set[str]) -> Mapping[str, object]:
    if not isinstance(untrusted, dict) or set(untrusted) != keys:
        raise FormatError("the answer about a document has another form")
    return untrusted


def _list(untrusted: object, most: int) -> Sequence[object]:
    if not isinstance(untrusted, list) or len(untrusted) > most:
        raise FormatError("the answer about a document has another form, or is too long")
    return untrusted


def _text(untrusted: object) -> str:
    if not isinstance(untrusted, str):
        raise FormatError("the answer about a document has another form")
    return untrusted


def _number(untrusted: object) -> int:
    if type(untrusted) is not int:
        raise FormatError("the answer about a document has another form")
    return untrusted
