"""Documents: what one is by its first bytes, its text by page and line, and a page of it as pixels.

Only a confined process calls this. PDF by PDFium (QtPdf), DOCX and text by this program's own readers.
"""

import base64
import codecs
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from thb_desktop.domain import finding
from thb_desktop.domain.anchors import WHOLE
from thb_desktop.domain.copy_limits import DOTS, MOST_DOTS
from thb_desktop.domain.copy_limits import MOST_PAGES as MOST_COPIED
from thb_desktop.domain.page_text import MOST_LINES, MOST_PAGES, MOST_PLACES, MOST_TEXT, DocumentKind
from thb_desktop.exchange.documents import docx_pages, text_pages
from ui.reading import pictures
from ui.reading.pictures import UNREADABLE, RefusedError

LOCKED, TOO_LARGE = "document-locked", "document-too-large"
CUT, DAMAGED = "document-cut", "document-damaged"
_END = b"%%EOF"
_TAIL = 4096
"""Bytes within which the end of a PDF stands."""
NO_PAGE = "page-missing"
POINTS = 72
"""To the inch."""
OTHER_FORM, RECORDING = "document-form", "document-is-recording"
_OTHER_FORMS = (
    *(b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),  # RTF; Word before 2007, Outlook
    *(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"gif87a", b"gif89a"),  # TIFF, GIF
    *(b"<!doctype html", b"<html"),
)
"""First bytes of what is known and not read, in small letters."""
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_RECORDINGS = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"#!AMR", b"RIFF", b"FORM", b".snd", b"0&\xb2u")
"""First bytes of MP3 with its names, Ogg, FLAC, Matroska, AMR, WAVE and AVI, AIFF, AU, Windows Media. A text
may begin with some of these letters, but has no zero byte.
"""
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
"""What follows `ftyp` in a picture of a telephone; otherwise it is a recording."""
_PDF_WITHIN = 1024
"""Bytes before the first sign of a PDF, as its readers allow."""
_WIDTH = 1240
"""Pixels of a page: 150 to the inch of A4."""
_TALLEST = 4
"""How many times taller than wide a page is drawn at most."""
_CODECS = ("utf-8", "utf-16-le", "utf-16-be", "cp437")
"""Those of texts, and of the names in an archive."""
_ONE_PAGE = zlib.decompress(
    base64.b64decode(
        "eNqdVV9v2jAQf8+nuBc02EQT5x9kqioVKFtV2iGaadLaPpjE0FTERo7Zyr7C9rb3fdadTUqtglRUJ4rtn+9+d7k724"
        "3xYNgmR4HT+Pvn9z+YsKWQakSn8IlxJqliOaAE5CJblYwraIol45VYyYy1HAIeiOmDc3zsuEMCPk4n4A59COpRAGE9"
        "CiGqRxHEeuScnDiM51rdt2h6tGJDgYbcz2zxg6kio+Ce8UzkBZ+D+63gp7wqnoErWjLQxt3r1VStlzhJ8Us2Ha4gl2"
        "Uq2GsqLUpWtSeipPwQY/6BxsK9xvoYvILJQwwFBxqK9hq6XpdTsdiShQeSxXvJvtPlbIC+TamqtpTRgZQdi7KPS1hI"
        "FRCyKYhLlhe0Jx7hBucexOa9A3dMpS444m3EJmxTdRWYatNO1QRjKbJrplDf1aXqpuwRHT4v6Zz16r5f9+dwh24hmV"
        "BY2qjuppJyQ6lxB55+YIzC1g90rR/QS5ciR6GvFbsSvJautp5uGPpU0YWYWySJRXK6UvdCQpNywdelWFUt1JCMqkLw"
        "gXatOfjoe9gIPqZ98Lx3+D7JvVS+YOufQuYVNHGC7r1GgkHLVxmWYfN5y+vojYqppHINbbi1tvptq2WCg9l+YBmeAi"
        "teLVlWzAqWt/T+UQumQaUHBpF0ucSzwx3SRWVH0gTpuRZWJo3uRYGe30DHBPDOTkJl69rnzYjxubqHIAy1RKUwKKU5"
        "kDzYfLMSoJeas4H4kM6AhEchpCM4S50a72o4OYqf0SeCCHwP0hJj3IL0AdL3Wy3/TVrBm7TCA7T0LrSlmtywvFS2WK"
        "NDfOGWL6ATUEe4TsWjZDMHFXzH2zaIoyiIYAZbLEZas8K3GAn8HcwPkh0sCLs7WBgFO1gUeDtYTHblul68i3Wilxgh"
        "QbyLJRamJC0WTJoaPB+Ac3NMMtLpkqQ7m+YzGpGpHyVJlHeTPCSe74XByesSd07Dunrn+6/edhvyAnfEi0sY3eAzAY"
        "m5VPFkEwq6m/F18YvpFJn9QaUySSNRQpxG4+zL0PkPToIi5A=="
    )
)
"""A page made by this program, which PDFium reads and draws before it reads anything of others."""


def load() -> None:
    """Let PDFium and the readers of text take what they need while this process may still take it."""
    for codec in _CODECS:
        codecs.lookup(codec)
    buffer, document = _opened(_ONE_PAGE)
    document.getSelectionAtIndex(0, 0, 1)
    document.render(0, QSize(40, 40), QPdfDocumentRenderOptions())
    document.close()
    buffer.close()


def kind_of(untrusted: bytes) -> DocumentKind:
    """Say what a document is. Raises RefusedError for what is none."""
    _refuse_known(untrusted)
    if b"%PDF-" in untrusted[:_PDF_WITHIN]:
        return DocumentKind.PDF
    if pictures.format_of(untrusted):
        return DocumentKind.PICTURE
    if untrusted.startswith(b"PK\x03\x04"):
        return DocumentKind.DOCX
    if not untrusted or untrusted[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" not in untrusted[:4096]:
        return DocumentKind.TEXT
    raise RefusedError(UNREADABLE)


def _refuse_known(untrusted: bytes) -> None:
    """Refuse what is known by its first bytes and not read here, so that the clerk is told what helps."""
    begin = untrusted[:64].removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
    is_boxed, has_zero = begin[4:8] == b"ftyp", b"\0" in untrusted[:4096]
    is_picture = (is_boxed and begin[8:12] in _PICTURE_BRANDS) or begin[8:12] == b"WEBP"
    is_bitmap = has_zero and begin.startswith(b"BM")
    if begin.lower().startswith(tuple(each.lower() for each in _OTHER_FORMS)) or is_picture or is_bitmap:
        raise RefusedError(OTHER_FORM)
    if _OPEN_DOCUMENT in untrusted[:128]:
        raise RefusedError(OTHER_FORM)
    if is_boxed or (has_zero and begin.startswith(_RECORDINGS)) or _is_sound_frame(untrusted):
        raise RefusedError(RECORDING)


def _is_sound_frame(untrusted: bytes) -> bool:
    """Whether a frame of MPEG sound begins here; a text in UTF-16 begins with the same byte."""
    first = untrusted[:2]
    begins = len(first) == 2 and first[0] == 0xFF and first[1] & 0xE6 == 0xE2
    return begins and first != codecs.BOM_UTF16_LE


def text_of(untrusted: bytes) -> dict[str, Any]:
    """Return the text of each page by line, in the form of `page_text.text_from`."""
    kind = kind_of(untrusted)
    besides: list[str] = []
    if kind is DocumentKind.PDF:
        pages = _pdf_pages(untrusted)
    elif kind is DocumentKind.PICTURE:
        pages = [[] for _ in range(pictures.count(untrusted))]
    elif kind is DocumentKind.DOCX:
        read, besides = docx_pages(untrusted)
        pages = _without_places(read)
    else:
        pages = _without_places(text_pages(untrusted))
    lines = [line for page in pages for line in page]
    if len(lines) > MOST_LINES or sum(len(line[0]) for line in lines) > MOST_TEXT:
        raise RefusedError(TOO_LARGE)
    return {"kind": kind.value, "pages": pages, "not_read": besides}


def picture_of(untrusted: bytes, page: int) -> tuple[dict[str, Any], bytes]:
    """Return a page as pixels, in the form of `page_text.picture_from`. page: from 1."""
    kind = kind_of(untrusted)
    if kind is DocumentKind.PICTURE:
        return pictures.drawn(pictures.read(untrusted))
    if kind is not DocumentKind.PDF:
        raise RefusedError(UNREADABLE)
    return pictures.drawn(_page(untrusted, page, _shown_size)[0])


def _shown_size(points: QSizeF) -> QSize:
    height = round(_WIDTH * points.height() / points.width())
    return QSize(_WIDTH, min(max(height, 1), _WIDTH * _TALLEST))


def copied(untrusted: bytes, page: int) -> tuple[dict[str, Any], Iterator[bytes]]:
    """Return a page as finely as a copy needs it, in the form of `page_text.page_to_copy_from`, and its rows.

    No annotation and no value of a form is drawn. page: from 1.
    """
    kind = kind_of(untrusted)
    if kind is DocumentKind.PICTURE:
        image, pages, dots = pictures.read(untrusted), 1, 0
    elif kind is DocumentKind.PDF:
        image, pages = _page(untrusted, page, _copy_size)
        dots = DOTS
    else:
        raise RefusedError(OTHER_FORM)
    if pages > MOST_COPIED:
        raise RefusedError(TOO_LARGE)
    if page > pages:
        raise RefusedError(NO_PAGE)
    size, rows = pictures.rows_to_copy(image)
    is_photograph = pictures.format_of(untrusted) == "jpeg"
    told = {"kind": kind.value, "pages": pages, "dots": dots, "photograph": is_photograph, **size}
    return told, rows


def _copy_size(points: QSizeF) -> QSize:
    """Return the dots of a page of this size in points; of a very large one, fewer to the inch."""
    width, height = points.width(), points.height()
    scale = min(DOTS / POINTS, (MOST_DOTS / (width * height)) ** 0.5)
    return QSize(max(int(width * scale), 1), max(int(height * scale), 1))


def _page(untrusted: bytes, page: int, size_of: Callable[[QSizeF], QSize]) -> tuple[QImage, int]:
    """Draw a page of a PDF; return it with how many there are."""
    _buffer, document = _opened(untrusted)
    pages = document.pageCount()
    if not 1 <= page <= pages:
        raise RefusedError(NO_PAGE)
    return image_of(document, page, size_of), pages


def image_of(document: QPdfDocument, page: int, size_of: Callable[[QSizeF], QSize] = _shown_size) -> QImage:
    """Draw a page that the document has. Raises RefusedError."""
    points = document.pagePointSize(page - 1)
    if points.width() <= 0 or points.height() <= 0:
        raise RefusedError(DAMAGED)
    image = document.render(page - 1, size_of(points), QPdfDocumentRenderOptions())
    if image.isNull():
        raise RefusedError(DAMAGED)
    return image


def _without_places(pages: list[list[str]]) -> list[list[Any]]:
    if len(pages) > MOST_PAGES:
        raise RefusedError(TOO_LARGE)
    return [[[line, []] for line in page] for page in pages]


def _opened(untrusted: bytes) -> tuple[QBuffer, QPdfDocument]:
    buffer = QBuffer()
    buffer.setData(QByteArray(untrusted))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer, loaded(buffer)


def loaded(device: QIODevice) -> QPdfDocument:
    """Open a document that is read from a device, which must stay. Raises RefusedError."""
    document = QPdfDocument(device)
    document.load(device)
    error = document.error()
    if error in (QPdfDocument.Error.IncorrectPassword, QPdfDocument.Error.UnsupportedSecurityScheme):
        raise RefusedError(LOCKED)
    if error != QPdfDocument.Error.None_ or document.pageCount() < 1:
        device.seek(max(device.size() - _TAIL, 0))
        raise RefusedError(DAMAGED if _END in device.read(_TAIL).data() else CUT)
    return document


def _pdf_pages(untrusted: bytes) -> list[list[Any]]:
    _buffer, document = _opened(untrusted)
    if document.pageCount() > MOST_PAGES:
        raise RefusedError(TOO_LARGE)
    pages, count = [], 0
    for page in range(document.pageCount()):
        pages.append(_pdf_lines(document, page))
        count += len(pages[-1])
        if count > MOST_LINES:
            raise RefusedError(TOO_LARGE)
    return pages


def lines_of(document: QPdfDocument, page: int) -> list[Any]:
    """Return the lines of a page that the document has. page: from 1. Raises RefusedError."""
    lines = _pdf_lines(document, page - 1)
    if len(lines) > MOST_LINES or sum(len(line[0]) for line in lines) > MOST_TEXT:
        raise RefusedError(TOO_LARGE)
    return lines


def places_of(document: QPdfDocument, page: int, wanted: str) -> list[list[list[int]]]:
    """Return where words stand on a page that the document has, as rectangles. page: from 1."""
    whole = document.getAllText(page - 1).text()
    size = document.pagePointSize(page - 1)
    places, at, units = [], 0, 0
    for start, end in finding.places_of(whole, wanted)[:MOST_PLACES]:
        units += _units(whole[at:start])
        length = _units(whole[start:end])
        found = document.getSelectionAtIndex(page - 1, units, length)
        at, units = end, units + length
        parts = (_thousandths(each.boundingRect(), size.width(), size.height()) for each in found.bounds())
        places.append([each for each in parts if each])
    return places


def _pdf_lines(document: QPdfDocument, page: int) -> list[Any]:
    """Return the lines of a page. A place is kept only if the words there are those of the line."""
    whole = document.getAllText(page).text()
    size = document.pagePointSize(page)
    lines, start = [], 0
    for piece in whole.split("\n"):
        line = piece.removesuffix("\r")
        if line.strip():
            found = document.getSelectionAtIndex(page, start, _units(line))
            is_there = found.text().strip() == line.strip()
            place = _thousandths(found.boundingRectangle(), size.width(), size.height()) if is_there else []
            lines.append([_plain(line), place])
        start += _units(piece) + 1
    return lines


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _plain(line: str) -> str:
    return "".join(
        letter for letter in line.replace("\ufffe", "-") if letter >= " " or letter == "\t"
    ).strip()


def _thousandths(place: QRectF, width: float, height: float) -> list[int]:
    if width <= 0 or height <= 0:
        return []
    left, right = (_on_page(each / width) for each in (place.left(), place.right()))
    top, bottom = (_on_page(each / height) for each in (place.top(), place.bottom()))
    return [left, top, right, bottom] if left < right and top < bottom else []


def _on_page(part: float) -> int:
    return min(max(round(part * WHOLE), 0), WHOLE)
