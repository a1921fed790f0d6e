"""Reducing for print: pixels that a confined process gave become a smaller JPEG without metadata.

The longer side has at most `LONGEST` pixels: on a page of A4, about 140 to the inch. Nothing is enlarged.
"""

from io import BytesIO

from PIL import Image

LONGEST = 1600
_QUALITY = 80


def reduced(width: int, height: int, pixels: bytes) -> tuple[int, int, bytes]:
    """Return width, height and JPEG of a picture. pixels: three bytes each, row by row."""
    image = Image.frombytes("RGB", (width, height), pixels)
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    target = BytesIO()
    image.save(target, "JPEG", quality=_QUALITY)
    return image.width, image.height, target.getvalue()
