"""How much memory a check may use. Needs only the standard library."""

from thb_desktop.errors import PdfBeyondBoundsError

MEBIBYTE = 1024 * 1024
MAXIMUM_KEPT = 160 * MEBIBYTE
"""Bytes that stay in memory until the end of a check."""
MAXIMUM_VALUE = 48 * MEBIBYTE
"""Bytes of memory of one value of JSON that is read at once."""
ROW, FAULT = 450, 1000
"""Bytes, about, of what is kept of a row, a subject or a file, and of a fault."""


class Room:
    """The memory that may still be kept."""

    def __init__(self, size: int = MAXIMUM_KEPT) -> None:
        self._left = size

    def keep(self, size: int) -> None:
        """Spend memory that is not given back. Raises PdfBeyondBoundsError when there is no more."""
        self._left -= size
        if self._left < 0:
            raise PdfBeyondBoundsError("the check of the file takes more memory than it may")


def afford(size: int) -> None:
    """Raise PdfBeyondBoundsError for a value that takes too much memory."""
    if size > MAXIMUM_VALUE:
        raise PdfBeyondBoundsError("a value in the file is too large to be read")
