"""Scans: TIFF with all its pages, GIF and BMP, decoded by Pillow. Only a confined process calls this."""

import io
import struct

from PIL import BmpImagePlugin, GifImagePlugin, Image, ImageOps, TiffImagePlugin
from PySide6.QtGui import QImage

from thb_desktop.inspect.serving import Served
from ui.reading.pictures import TOO_LARGE, UNREADABLE, RefusedError

_FORMATS = ("TIFF", "GIF", "BMP")
_BEGINS = (b"II*\0", b"MM\0*", b"GIF87a", b"GIF89a", b"BM")
_MOST_PIXELS = 89_000_000
"""Of one page; more is refused before anything is unpacked."""
_MOST_PAGES = 1000
_PLUGINS = (BmpImagePlugin.BmpImageFile, GifImagePlugin.GifImageFile, TiffImagePlugin.TiffImageFile)
"""Loaded here, for a confined process loads nothing any more."""


def load() -> None:
    """Decode one of each, so that all of Pillow is loaded."""
    for name in _FORMATS:
        made = io.BytesIO()
        Image.new("P", (4, 4)).save(made, name)
        _drawn(made, 1)
    packed = io.BytesIO()
    Image.new("1", (4, 4)).save(packed, "TIFF", compression="group4")
    _drawn(packed, 1)


def is_scan(head: bytes) -> bool:
    return head.startswith(_BEGINS)


def count(source: Served) -> int:
    """Return how many pages or frames the picture has. Raises RefusedError."""
    try:
        with _opened(source) as image:
            return min(getattr(image, "n_frames", 1), _MOST_PAGES)
    except _FAULTS:
        raise RefusedError(UNREADABLE) from None


def draw(source: Served, page: int) -> QImage:
    """Return a page, turned as its camera says, on white. page: from 1. Raises RefusedError."""
    try:
        return _drawn(source, page)
    except _FAULTS:
        raise RefusedError(UNREADABLE) from None


def _opened(source: io.RawIOBase | io.BytesIO) -> Image.Image:
    source.seek(0)
    return Image.open(io.BufferedReader(source), formats=_FORMATS)


def _drawn(source: io.RawIOBase | io.BytesIO, page: int) -> QImage:
    with _opened(source) as image:
        if page > 1:
            image.seek(page - 1)
        if image.width * image.height > _MOST_PIXELS:
            raise RefusedError(TOO_LARGE)
        turned = ImageOps.exif_transpose(image)
        paper = Image.new("RGB", turned.size, "white")
        seen = turned.convert("RGBA")
        paper.paste(seen, mask=seen.getchannel("A"))
    made = QImage(paper.tobytes(), paper.width, paper.height, 3 * paper.width, QImage.Format.Format_RGB888)
    return made.copy()  # Qt does not keep the bytes


_FAULTS = (
    *(OSError, EOFError, ValueError, LookupError, SyntaxError, ArithmeticError, MemoryError, TypeError),
    *(struct.error, Image.DecompressionBombError),
)
"""What Pillow raises for what it cannot decode."""
