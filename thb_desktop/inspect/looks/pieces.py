"""Pieces: an answer that came in pieces (chunked, RFC 9112) is joined as it is read, without being held."""

import re
from collections.abc import Iterator

_LENGTH = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LONGEST = 1 << 16
"""Bytes of the line that tells how long a piece is."""


class Joining:
    """Takes the bytes as they come, and returns those of the pieces. The work grows as the bytes do, however
    short the pieces are: what was read of the bytes is passed by, and not cut off.
    """

    def __init__(self) -> None:
        self._held = b""
        self._at = 0
        """How many of the held bytes were read."""
        self._left = 0
        self._after = False
        self.is_whole = False
        """Whether the last piece, which is empty, was met."""
        self._is_broken = self._has_begun = False

    @property
    def is_cut(self) -> bool:
        """Whether pieces came, and ended before the last one."""
        return self._has_begun and not (self.is_whole or self._is_broken)

    def join(self, data: bytes) -> bytes:
        """Return what belongs to pieces. Once the form is broken, nothing more is returned."""
        if self.is_whole or self._is_broken:
            self._held = b""
            return b""
        self._held, self._at = self._held[self._at :] + data, 0
        return b"".join(self._parts())

    def _parts(self) -> Iterator[bytes]:
        held = self._held
        while self._at < len(held) and not (self.is_whole or self._is_broken):
            if self._left:
                piece = held[self._at : self._at + self._left]
                self._at += len(piece)
                self._left -= len(piece)
                self._after = not self._left
                yield piece
            elif not self._next():
                return

    def _next(self) -> bool:
        """Read the line of the next piece; return whether it was there whole."""
        held, begins = self._held, self._at
        end = held.find(b"\n", begins)
        if end < 0:
            self._is_broken = len(held) - begins > (1 if self._after else _LONGEST)
            return False
        self._at = end + 1
        line = held[begins : end + 1]
        if self._after:
            self._is_broken, self._after = line not in (b"\n", b"\r\n"), False
            return True
        told = _LENGTH.fullmatch(line)
        self._is_broken = told is None
        if told is not None:
            self._left, self._has_begun = int(told[1], 16), True
            self.is_whole = not self._left
        return True
