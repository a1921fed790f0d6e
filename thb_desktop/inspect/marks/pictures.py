"""Pictures: the difference hash (dHash) of one, of 64 bits. Only a confined process calls this.

The picture is shrunk to nine by eight dots of grey; each bit says whether a dot is lighter than the next one
in its row. Size, coding, brightness and colour of the picture matter little to it.
"""

import io
import struct

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
)

_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF")
_PLUGINS = (
    BmpImagePlugin.BmpImageFile,
    GifImagePlugin.GifImageFile,
    JpegImagePlugin.JpegImageFile,
    PngImagePlugin.PngImageFile,
    TiffImagePlugin.TiffImageFile,
)
"""Loaded here, for a confined process loads nothing any more."""
_MOST_PIXELS = 89_000_000
_WIDTH, _HEIGHT = 9, 8
_DRAFT = (16 * _WIDTH, 16 * _HEIGHT)
"""A JPEG is unpacked no larger than it must be for this: its coding can shrink it to an eighth."""
_STEP = 3
"""Of 255: how much two dots differ at least, to tell something."""
_LEAST = 24
"""Of 64 pairs of dots, so many must tell something; else the picture has no mark."""


def load() -> None:
    """Decode one of each, so that all of Pillow is loaded."""
    for name in _FORMATS:
        for mode in ("1", "L", "RGB"):
            made = io.BytesIO()
            Image.new(mode, (32, 32)).save(made, name)
            mark_of(made.getvalue())
    made = io.BytesIO()
    Image.new("RGBA", (32, 32)).save(made, "PNG")
    mark_of(made.getvalue())
    packed = io.BytesIO()
    Image.new("1", (8, 8)).save(packed, "TIFF", compression="group4")
    mark_of(packed.getvalue())


def mark_of(data: bytes) -> str:
    """Return the mark of a picture in hex; empty if it is none that is read, or shows too little."""
    try:
        dots = _dots(data)
    except _FAULTS:
        return ""
    mark = told = 0
    for row in range(_HEIGHT):
        for at in range(row * _WIDTH, row * _WIDTH + _WIDTH - 1):
            mark = mark << 1 | (dots[at] > dots[at + 1])
            told += abs(dots[at] - dots[at + 1]) >= _STEP
    return f"{mark:016x}" if told >= _LEAST else ""


def _dots(data: bytes) -> bytes:
    """Return the dots of the first page or frame, row by row, as it is meant to be seen, on white."""
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise ValueError
        image.draft("RGB", _DRAFT)
        turned = ImageOps.exif_transpose(image)
        if turned.mode in ("RGBA", "LA", "P", "PA"):
            seen = turned.convert("RGBA")
            turned = Image.new("RGB", seen.size, "white")
            turned.paste(seen, mask=seen.getchannel("A"))
        return turned.convert("L").resize((_WIDTH, _HEIGHT), Image.Resampling.LANCZOS).tobytes()


_FAULTS = (
    *(OSError, EOFError, ValueError, LookupError, SyntaxError, ArithmeticError, MemoryError, TypeError),
    *(AttributeError, RuntimeError, struct.error, Image.DecompressionBombError),
)
"""What Pillow raises for what it cannot decode."""
