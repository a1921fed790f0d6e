"""BER of an envelope, read from a stream: lengths of both kinds, each element within the one around it."""

from typing import Protocol

from thb_desktop.errors import EnvelopeMalformedError

_DEEPEST = 16
_CONSTRUCTED = 0x20


class Source(Protocol):
    """A file, or bytes in memory."""

    def read(self, length: int, /) -> bytes | memoryview: ...

    def seek(self, offset: int, whence: int, /) -> object: ...


class InMemory:
    """Bytes in memory as a source: what is read of them is no copy."""

    def __init__(self, untrusted: memoryview) -> None:
        self._view, self._position = untrusted, 0

    def read(self, length: int, /) -> memoryview:
        found = self._view[self._position : self._position + length]
        self._position += len(found)
        return found

    def seek(self, offset: int, _: int, /) -> None:
        self._position += offset


class BerReader:
    """Reads elements one after another; what is entered is left at its end, whichever way that is written."""

    def __init__(self, untrusted: Source, *, at: int = 0) -> None:
        self._source = untrusted
        self._position = at
        self._ends: list[int | None] = []

    def at_end(self) -> bool:
        """Say whether the element that was entered last has nothing more."""
        end = self._ends[-1]
        return self.peek() == 0x00 if end is None else self._position == end

    def peek(self) -> int:
        """Return the next tag without reading it."""
        kind = self._read(1)[0]
        self._source.seek(-1, 1)
        self._position -= 1
        return kind

    def enter(self, expected: int) -> None:
        """Go into the next element, which has this tag."""
        kind, length = self._header()
        if kind != expected:
            raise _malformed()
        self._ends.append(None if length is None else self._position + length)

    def leave(self) -> None:
        """Go out of the element that was entered last. Raises EnvelopeMalformedError unless it is read."""
        end = self._ends.pop()
        if end is None and self._read(2) != b"\0\0":
            raise _malformed()
        if end is not None and self._position != end:
            raise _malformed()

    def octets(self) -> int:
        """Read the header of an octet string that is not cut; return its length."""
        kind, length = self._header()
        if kind not in {0x04, 0x80} or length is None:
            raise _malformed()
        return length

    def take(self, length: int) -> bytes | memoryview:
        """Read so many bytes of a value."""
        return self._read(length)

    def element(self, *, limit: int) -> bytes:
        """Read a whole element with its header, of at most `limit` bytes."""
        read = bytearray()
        self._collect(read, limit, 0)
        return bytes(read)

    def _collect(self, read: bytearray, limit: int, depth: int) -> None:
        start = self._position
        kind, length = self._header()
        header = self._position - start
        self._source.seek(-header, 1)
        read += self._source.read(header)
        if depth > _DEEPEST or len(read) + (length or 0) > limit:
            raise _malformed()
        if length is not None:
            read += self._read(length)
            return
        if not kind & _CONSTRUCTED:
            raise _malformed()
        while self.peek() != 0x00:
            self._collect(read, limit, depth + 1)
        read += self._read(2)

    def _header(self) -> tuple[int, int | None]:
        kind, first = self._read(2)
        if kind & 0x1F == 0x1F:
            raise _malformed()
        if first < 0x80:
            return kind, first
        if first == 0x80:
            return kind, None
        if first > 0x88:
            raise _malformed()
        return kind, int.from_bytes(self._read(first & 0x7F))

    def _read(self, length: int) -> bytes | memoryview:
        self._verify_within(length)
        data = self._source.read(length)
        if len(data) != length:
            raise EnvelopeMalformedError("an envelope is cut")
        self._position += length
        return data

    def _verify_within(self, length: int) -> None:
        """An element ends no later than those around it whose length is known."""
        for end in self._ends:
            if end is not None and self._position + length > end:
                raise _malformed()


def _malformed() -> EnvelopeMalformedError:
    return EnvelopeMalformedError("a file is not a CMS envelope that the program can read")
