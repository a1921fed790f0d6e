"""Writing masked copies: pixels that a confined process gave, with rectangles filled, encoded.

What is masked is painted over in the pixels, before anything is encoded. A copy has no metadata: a PNG or a
JPEG has its pixels alone, a PDF one picture a page and a line below it that says what it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

Rectangle = tuple[int, ...]
"""Left, top, right, bottom in thousandths of the page; empty for the whole page."""
_WHOLE = 1000
_BLACK = (0, 0, 0)
_QUALITY = 90
_STRIP, _LINE, _SIZE = 26, 8, 6.5
"""Points: the room below a page, the distance of the line from the edge, and the size of its letters."""
_POINTS = 72
_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """A page: three bytes each, row by row."""

    width: int
    height: int
    data: bytes


def filled(page: Pixels, rectangles: Iterable[Rectangle]) -> Pixels:
    """Return a page on which these rectangles are black. Their edges are rounded outwards."""
    image = _image(page)
    for each in rectangles:
        image.paste(_BLACK, box_of(page, each))
    return Pixels(width=page.width, height=page.height, data=image.tobytes())


def box_of(page: Pixels, rectangle: Rectangle) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of a rectangle in pixels of a page."""
    left, top, right, bottom = rectangle or (0, 0, _WHOLE, _WHOLE)
    return (
        left * page.width // _WHOLE,
        top * page.height // _WHOLE,
        -(-right * page.width // _WHOLE),
        -(-bottom * page.height // _WHOLE),
    )


def png_of(page: Pixels) -> bytes:
    target = BytesIO()
    _image(page).save(target, "PNG")
    return target.getvalue()


def jpeg_of(page: Pixels) -> bytes:
    target = BytesIO()
    _image(page).save(target, "JPEG", quality=_QUALITY, subsampling=0)
    return target.getvalue()


def pdf_of(pages: Sequence[tuple[Pixels, bytes]], lines: Sequence[str], dots: int) -> bytes:
    """Return a PDF of pictures alone. pages: the size of each, and its JPEG; its pixels may be empty.

    lines: below each page, in letters of Western Europe; others become "?". dots: to the inch.
    """
    objects = [*_objects(pages, lines, dots)]
    body, places = bytearray(_HEAD), list[int]()
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    begins = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, begins)
    return bytes(body)


def _objects(pages: Sequence[tuple[Pixels, bytes]], lines: Sequence[str], dots: int) -> Iterator[bytes]:
    kids = b" ".join(b"%d 0 R" % (4 + 3 * number) for number in range(len(pages)))
    yield b"<< /Type /Catalog /Pages 2 0 R >>"
    yield b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages))
    yield b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    for number, ((page, jpeg), line) in enumerate(zip(pages, lines, strict=True)):
        own = 4 + 3 * number
        width, height = page.width * _POINTS / dots, page.height * _POINTS / dots
        yield (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R "
            b"/Resources << /XObject << /P %d 0 R >> /Font << /F 3 0 R >> >> >>"
            % (width, height + _STRIP, own + 1, own + 2)
        )
        told = b"BT /F %.1f Tf %d %d Td (%b) Tj ET" % (_SIZE, _LINE, _LINE, _escaped(line))
        drawn = b"q %.2f 0 0 %.2f 0 %d cm /P Do Q\n%b" % (width, height, _STRIP, told)
        yield _stream(b"<< /Length %d >>" % len(drawn), drawn)
        yield _stream(
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB "
            b"/BitsPerComponent 8 /Filter /DCTDecode /Length %d >>" % (page.width, page.height, len(jpeg)),
            jpeg,
        )


def _stream(told: bytes, data: bytes) -> bytes:
    return told + b"\nstream\n" + data + b"\nendstream"


def _escaped(line: str) -> bytes:
    data = line.encode("cp1252", "replace")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return data


def _image(page: Pixels) -> Image.Image:
    return Image.frombytes("RGB", (page.width, page.height), page.data)
