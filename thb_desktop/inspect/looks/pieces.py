"""Pieces: an answer that came in pieces (chunked, RFC 9112) is joined as it is read, without being held."""

import re
from collections.abc import Iterator

_LENGTH = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LONGEST = 1 << 16
"""Bytes of the line that tells how long a piece is."""


class Joining:
    """Takes the bytes as they come, and returns those of the pieces."""

    def __init__(self) -> None:
        self._held = b""
        self._left = 0
        self._after = False
        self.is_whole = False
        """Whether the last piece, which is empty, was met."""
        self._is_broken = self._has_begun = False

    @property
    def is_cut(self) -> bool:
        """Whether pieces came, and ended before the last one."""
        return self._has_begun and not (self.is_whole or self._is_broken)

    def join(self, data: bytes) -> Iterator[bytes]:
        """Return what belongs to pieces. Once the form is broken, nothing more is returned."""
        self._held += data
        while self._held and not (self.is_whole or self._is_broken):
            if self._left:
                piece, self._held = self._held[: self._left], self._held[self._left :]
                self._left -= len(piece)
                self._after = not self._left
                yield piece
            elif not self._next():
                return

    def _next(self) -> bool:
        """Read the line of the next piece; return whether it was there whole."""
        if self._after:
            end = self._held.find(b"\n")
            if end < 0:
                self._is_broken = len(self._held) > 1
                return False
            self._is_broken = self._held[:end] not in (b"", b"\r")
            self._held, self._after = self._held[end + 1 :], False
            return True
        end = self._held.find(b"\n")
        if end < 0:
            self._is_broken = len(self._held) > _LONGEST
            return False
        told = _LENGTH.fullmatch(self._held[: end + 1])
        self._is_broken = told is None
        if told is not None:
            self._left, self._has_begun = int(told[1], 16), True
            self.is_whole = not self._left
            self._held = self._held[end + 1 :]
        return True
