"""Canonical JSON read in one pass over its pieces, so that a long list never is in memory as a whole."""

import codecs
import json
from collections.abc import Callable, Collection, Iterable, Iterator

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value

Source = Callable[[], Iterable[bytes]]
"""Gives the same bytes, in pieces, as often as it is called."""
Spend = Callable[[int], None]
"""Takes bytes of memory; raises an error if there are no more."""

_PIECE = 256 * 1024
_SMALL = 1024 * 1024
"""Characters of a value that is read without asking."""
_ANY = json.JSONDecoder()


def in_pieces(data: bytes) -> Source:
    """Return a source of bytes that are in memory."""
    view = memoryview(data)
    return lambda: (bytes(view[start : start + _PIECE]) for start in range(0, len(view), _PIECE))


def memory_of(text: bytes | str) -> int:
    """Return about how many bytes a JSON text takes as text, as values, and written again."""
    if isinstance(text, str):
        values = sum(text.count(mark) for mark in ",:[{")
        return len(text) * (3 if text.isascii() else 12) + canonical.MEMORY_OF_VALUE * values
    values = sum(text.count(mark) for mark in b",:[{")
    return len(text) * (3 if text.isascii() else 9) + canonical.MEMORY_OF_VALUE * values


class Walk:
    """One pass over an object in its canonical form: member by member, and some lists item by item.

    lists: the members whose items are given one by one. passed: the members that are passed over, and only
    another pass checks. afford: asked before a large value is read, with the memory that it takes. names: the
    members so far. Raises FormatError as `canonical.parse` does, when it comes to the place.
    """

    def __init__(
        self,
        pieces: Iterable[bytes],
        *,
        lists: Collection[str] = (),
        passed: Collection[str] = (),
        afford: Spend = lambda _: None,
    ) -> None:
        self._pieces = iter(pieces)
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._lists, self._passed, self._afford = lists, passed, afford
        self._text, self._at, self._last = "", 0, ""
        self.names: list[str] = []

    @property
    def size(self) -> int:
        """The memory that the last value takes."""
        return memory_of(self._last)

    def __iter__(self) -> Iterator[tuple[str, Value]]:
        self._need("{")
        while self._next() != "}":
            if self.names:
                self._need(",")
            name = self._read(1)
            if not isinstance(name, str) or (self.names and name <= self.names[-1]):
                raise FormatError("the data are not in canonical form")
            self.names.append(name)
            self._need(":")
            for value in self._items(name) if name in self._lists else self._one(name):
                if name not in self._passed:
                    yield name, value
        self._need("}")
        if self._next():
            raise FormatError("the data are followed by something else")

    def _one(self, name: str) -> Iterator[Value]:
        yield self._read(1, checked=name not in self._passed)

    def _items(self, name: str) -> Iterator[Value]:
        self._need("[")
        is_first = True
        while self._next() != "]":
            if not is_first:
                self._need(",")
            is_first = False
            yield self._read(2, checked=name not in self._passed)
        self._need("]")

    def _read(self, depth: int, *, checked: bool = True) -> Value:
        """Read one value, which is this deep in the whole."""
        while True:
            begin = self._at
            left = len(self._text) - begin
            if left > _SMALL:
                self._afford(memory_of(self._text[self._at :]))
            usual = canonical.read_usual(self._text, self._at, depth=depth) if checked else None
            found = usual or self._found(checked=checked)
            is_whole = found is not None and found[1] < len(self._text)
            if not is_whole and self._fill(2 * left):
                continue
            if found is None:
                raise FormatError("the data are not JSON")
            value, end = found[0], found[1] - begin + self._at  # at the end of the data, the text has moved
            self._last, self._at = self._text[self._at : end], end
            if checked and usual is None:
                canonical.verify_text(value, self._last, depth=depth)
            return value

    def _found(self, *, checked: bool) -> tuple[Value, int] | None:
        return canonical.read_at(self._text, self._at) if checked else _passed_at(self._text, self._at)

    def _need(self, sign: str) -> None:
        if self._next() != sign:
            raise FormatError("the data are not JSON, or not in canonical form")
        self._at += 1

    def _next(self) -> str:
        """Return the next character; nothing at the end."""
        if self._at == len(self._text) and not self._fill(1):
            return ""
        return self._text[self._at]

    def _fill(self, wanted: int) -> bool:
        """Have this many characters if there are so many; return whether there are more than before."""
        parts = [self._text[self._at :]]
        before = length = len(parts[0])
        while length < max(wanted, before + 1):
            piece = next(self._pieces, None)
            try:
                parts.append(self._decoder.decode(piece or b"", final=piece is None))
            except UnicodeDecodeError:
                raise FormatError("the data are not UTF-8") from None
            length += len(parts[-1])
            if piece is None:
                break
        self._text, self._at = "".join(parts), 0
        return length > before


def _passed_at(text: str, at: int) -> tuple[Value, int] | None:
    try:
        _, end = _ANY.raw_decode(text, at)
    except json.JSONDecodeError:
        return None
    except (ValueError, RecursionError):
        raise FormatError("the data are nested too deeply, or hold too large a number") from None
    return None, end
