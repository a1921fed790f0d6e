"""XML of others, read as it comes: no document type, no entity, nothing loaded, a bound for everything."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO
from xml.parsers import expat

from thb_desktop.inspect.looks.parts import UnreadableError

_PIECE = 1 << 16
_DEEPEST = 256
_SPACE = " "
_TEXT = 1 << 16
Event = tuple[str, str, Mapping[str, str]]
"""START and END with the local name of an element, or TEXT with a text; its attributes by local name."""
START, END, TEXT = "start", "end", "text"


def events(source: BinaryIO) -> Iterator[Event]:
    """Return what the XML has, in its order. Raises UnreadableError.

    The mappings of START have attributes; those of the others are empty.
    """
    gathering = _Gathering()
    while piece := source.read(_PIECE):
        try:
            gathering.parser.Parse(piece, False)
        except expat.ExpatError:
            yield from gathering.taken()
            raise UnreadableError from None
        yield from gathering.taken()
    try:
        gathering.parser.Parse(b"", True)
    except expat.ExpatError:
        raise UnreadableError from None
    yield from gathering.taken()


class _Gathering:
    def __init__(self) -> None:
        self._found: list[Event] = []
        self._depth = 0
        self.parser = expat.ParserCreate(None, _SPACE)
        self.parser.buffer_text = True
        self.parser.buffer_size = _TEXT
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.SkippedEntityHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse

    def taken(self) -> list[Event]:
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableError
        told = {_local(each): value for each, value in attributes.items()}
        self._found.append((START, _local(name), told))

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._found.append((END, _local(name), {}))

    def _text(self, text: str) -> None:
        self._found.append((TEXT, text, {}))

    def _refuse(self, *_told: object) -> int:
        raise UnreadableError


def _local(name: str) -> str:
    return name.rpartition(_SPACE)[2]
