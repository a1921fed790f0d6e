"""Pictures: PNG and JPEG, decoded to pixels, and the rows of ink on a page.

Only a confined process calls this.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from thb_desktop.domain.anchors import WHOLE
from thb_desktop.domain.copy_limits import MOST_DOTS
from thb_desktop.domain.page_text import MOST_PIXELS

UNREADABLE, TOO_LARGE = "document-unreadable", "picture-too-large"
MEBIBYTES = 256
"""What one picture may take unpacked: four bytes a pixel in colour, eight in deep colour, one in grey."""
_DEPTH = 32
"""Bits of a pixel where the picture does not say it."""
_FORMATS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_STRIP = 1 << 15
"""Bytes of a picture that are converted at once."""
_SAMPLE = 320
"""Dots of a row in which ink is looked for."""
_FAINT = 40
"""How much darker than the paper ink is, of 255."""
_LEAST_INK = 3
"""Dots of a row of ink."""
_THIN, _THICK = 0.004, 0.06
"""Heights of a line, as a part of the height of the page."""
_MOST_LINES = 200


class RefusedError(Exception):
    """The document is not read. code: of the refusal that the window tells."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def load() -> None:
    """Load the readers of both formats, as long as this process can still load."""
    dot = QImage(8, 8, QImage.Format.Format_RGB888)
    dot.fill(Qt.GlobalColor.white)
    for name in _FORMATS.values():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.ReadWrite)
        QImageWriter(buffer, QByteArray(name.encode())).write(dot)
        _read(bytes(buffer.data().data()), name)
    drawn(dot)


def format_of(untrusted: bytes) -> str:
    """Return the format of a picture; empty for what is none of the two."""
    return next((name for magic, name in _FORMATS.items() if untrusted.startswith(magic)), "")


def count(untrusted: bytes) -> int:
    """Return how many pages a picture has, once it was read whole."""
    read(untrusted)
    return 1


def read(untrusted: bytes) -> QImage:
    """Decode a picture, turned as its camera says. Raises RefusedError."""
    return _read(untrusted, format_of(untrusted))


def drawn(image: QImage) -> tuple[dict[str, Any], bytes]:
    """Return the size, the rows of ink and the pixels of a picture.

    Of one that is too large, each second or third pixel of each second or third row.
    """
    step = 1
    while (image.width() // step) * (image.height() // step) > MOST_PIXELS:
        step += 1
    rows = [_thinned(row, step) for row in _rows(image)[::step]]
    said = {"width": len(rows[0]) // 3, "height": len(rows), "lines": rows_of_ink(rows)}
    return said, b"".join(rows)


def rows_to_copy(image: QImage) -> tuple[dict[str, int], Iterator[bytes]]:
    """Return the size of a picture, and its rows on white, three bytes a pixel, one after the other.

    Of one that is too large, each second or third pixel of each second or third row.
    """
    step = 1
    while (image.width() // step) * (image.height() // step) > MOST_DOTS:
        step += 1
    width, height = image.width() // step, image.height() // step
    rows = (_thinned(row, step)[: 3 * width] for row in islice(_each_row(image), 0, height * step, step))
    return {"width": width, "height": height}, rows


def rows_of_ink(rows: list[bytes]) -> list[list[int]]:
    """Return where lines of writing seem to stand, in thousandths: bands of rows with dots of ink.

    rows: three bytes a pixel. Only the green of some of them is looked at.
    """
    step = max(len(rows[0]) // 3 // _SAMPLE, 1)
    seen = [row[1 :: 3 * step] for row in rows]
    paper = max(max(row) for row in seen[:: max(len(seen) // 64, 1)])
    is_ink = bytes(value < paper - _FAINT for value in range(256))
    height, width = len(seen), len(seen[0])
    found: list[list[int]] = []
    begun: int | None = None
    marked = [row.translate(is_ink) for row in seen]
    for number, row in enumerate([*marked, b""]):
        has_ink = row.count(1) >= _LEAST_INK
        if has_ink and begun is None:
            begun = number
        elif not has_ink and begun is not None:
            if _THIN * height <= number - begun <= _THICK * height:
                found.append(_band(marked[begun:number], begun, number, width, height))
            begun = None
    return [band for band in found if band[0] < band[2] and band[1] < band[3]][:_MOST_LINES]


def _rows(image: QImage) -> list[bytes]:
    return [*_each_row(image)]


def _each_row(image: QImage) -> Iterator[bytes]:
    """Return the rows of a picture on white, three bytes a pixel.

    In strips so small that Qt does not divide the work among threads, which this process cannot start:
    it would wait for them for ever.
    """
    width, height = image.width(), image.height()
    strip = max(_STRIP // (width * 4), 1)
    for top in range(0, height, strip):
        piece = image.copy(0, top, width, min(strip, height - top))
        paper = QImage(piece.size(), QImage.Format.Format_RGB888)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, piece)
        painter.end()
        bits, stride = bytes(paper.constBits()), paper.bytesPerLine()
        yield from (bits[stride * row : stride * row + 3 * width] for row in range(paper.height()))


def _thinned(row: bytes, step: int) -> bytes:
    if step == 1:
        return row
    count = len(row) // 3 // step
    kept = bytearray(3 * count)
    for colour in range(3):
        kept[colour::3] = row[colour :: 3 * step][:count]
    return bytes(kept)


def _band(rows: list[bytes], top: int, bottom: int, width: int, height: int) -> list[int]:
    left = min((row.find(1) for row in rows if 1 in row), default=0)
    right = max((row.rfind(1) + 1 for row in rows), default=width)
    return [
        left * WHOLE // width,
        max(top * WHOLE // height - 2, 0),
        min(right * WHOLE // width + 1, WHOLE),
        min(bottom * WHOLE // height + 3, WHOLE),
    ]


def _read(untrusted: bytes, name: str) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(untrusted))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(name.encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size, depth = reader.size(), QImage.toPixelFormat(reader.imageFormat()).bitsPerPixel() or _DEPTH
    image = reader.read()
    if image.isNull():
        is_large = size.isValid() and size.width() * size.height() * depth // 8 > MEBIBYTES << 20
        raise RefusedError(TOO_LARGE if is_large else UNREADABLE)
    return image
