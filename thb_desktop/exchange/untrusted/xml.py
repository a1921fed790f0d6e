"""The one reader of XML from outside: no document type, no entity, and a bound for everything.

It reads by expat, into elements of its own. A document type is looked for before expat sees the first byte,
so that nothing is ever defined, expanded or loaded. What is read row by row is let go row by row.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from xml.parsers import expat

from thb_desktop.errors import (
    EncodingUnknownError,
    ExchangeOverLimitError,
    XmlDocumentTypeError,
    XmlEntityError,
    XmlMalformedError,
)
from thb_desktop.exchange.untrusted import limits
from thb_desktop.exchange.untrusted.encodings import TextEncoding, as_utf_8

XML = "{http://www.w3.org/XML/1998/namespace}"
_BEFORE_ROOT = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_BARE = r"<!DOCTYPE\s+{root}\s+(?:SYSTEM|PUBLIC\s+\"[^\"<>\[\]]{{0,200}}\")\s+\"[^\"<>\[\]]{{0,200}}\"\s*>"
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
_SPACE = " "
"""Between namespace and name in what expat tells; neither contains one."""


@dataclass(slots=True, eq=False)
class Element:
    """One element. name and the names of attributes: `{namespace}local`. children: elements, and text between
    them, in order. line: from 1.
    """

    name: str
    attributes: Mapping[str, str]
    line: int
    children: list["Element | str"] = field(default_factory=list)

    @property
    def local(self) -> str:
        return self.name.rpartition("}")[2]

    @property
    def namespace(self) -> str:
        return self.name.rpartition("}")[0].removeprefix("{")

    @property
    def elements(self) -> Iterator["Element"]:
        return (child for child in self.children if isinstance(child, Element))

    def named(self, name: str) -> Iterator["Element"]:
        """Return the children with this name."""
        return (child for child in self.elements if child.name == name)

    def first(self, name: str) -> "Element | None":
        return next(self.named(name), None)

    def within(self) -> Iterator["Element"]:
        """Return this element and all elements in it, in the order of the file."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting += reversed(list(found.elements))

    def text(self) -> str:
        """Return all text in it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


Take = Callable[[Element, Element], None]
"""Gets the root element as far as it is known, and one that ended, which loses its children afterwards."""
_NOTHING: Mapping[str, Take] = MappingProxyType({})


@dataclass(slots=True)
class Spent:
    """Elements, attributes and texts that were read of one file, all its parts together."""

    count: int = 0

    def spend(self, count: int) -> None:
        self.count += count
        if self.count > limits.ELEMENTS_IN_ALL:
            raise ExchangeOverLimitError("the file has too many elements")


def read_xml(
    untrusted: bytes,
    *,
    bare_document_type: str = "",
    take: Mapping[str, Take] = _NOTHING,
    spent: Spent | None = None,
    most: int = limits.FILE,
) -> Element:
    """Return the root element of an XML 1.0 file.

    bare_document_type: the root whose document type is cut out unread if it only names a system and defines
    nothing. take: what is called with each element of a name when it ends. most: bytes that it may have.
    Raises XmlDocumentTypeError for any other, XmlEntityError for an entity beyond the five of XML,
    XmlMalformedError, EncodingUnknownError, and ExchangeOverLimitError.
    """
    text, encoding = as_utf_8(untrusted, most=most)
    begins, rest = _without_bare_document_type(text, bare_document_type)
    builder = _Builder(encoding, take, spent or Spent())
    try:
        # The reader is told the encoding; what the file declares is only compared.
        builder.parser.Parse(begins, False)
        for start in range(0, len(rest), _PIECE):
            builder.parser.Parse(rest[start : start + _PIECE].tobytes(), False)
        builder.parser.Parse(b"", True)
    except expat.ExpatError as error:
        if error.code in _OF_ENTITIES:
            raise XmlEntityError("an entity is not known") from None
        raise XmlMalformedError("the XML is not well formed", error.lineno) from None
    if builder.root is None:
        raise XmlMalformedError("the XML has no element", 1)
    return builder.root


_PIECE = 1 << 18
_OF_ENTITIES = {
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_UNDEFINED_ENTITY,
        expat.errors.XML_ERROR_RECURSIVE_ENTITY_REF,
        expat.errors.XML_ERROR_ASYNC_ENTITY,
        expat.errors.XML_ERROR_BINARY_ENTITY_REF,
        expat.errors.XML_ERROR_ENTITY_DECLARED_IN_PE,
        expat.errors.XML_ERROR_PARAM_ENTITY_REF,
    )
}


def _without_bare_document_type(text: memoryview, root: str) -> tuple[bytes, memoryview]:
    """Return what stands before the first element, without a bare document type, and the rest."""
    head = text[: limits.HEAD].tobytes()
    before = _BEFORE_ROOT.match(head)
    start = before.end() if before else 0
    if len(text) > len(head) and (start > len(head) - 4 or head.startswith((b"<!--", b"<?"), start)):
        raise ExchangeOverLimitError("too much stands before the first element of the XML")
    if not head.startswith(b"<!", start) or head.startswith(b"<!--", start):
        return head[:start], text[start:]
    pattern = _BARE.format(root=re.escape(root)).encode()
    bare = re.compile(pattern).match(head, start) if root else None
    if bare is None:
        raise XmlDocumentTypeError("the file declares a document type")
    return head[:start] + b"\n" * bare[0].count(b"\n"), text[bare.end() :]


class _Builder:
    """Builds the elements, and stops at the first thing beyond a bound."""

    def __init__(self, encoding: TextEncoding, take: Mapping[str, Take], spent: Spent) -> None:
        self.root: Element | None = None
        self._encoding, self._take, self._spent = encoding, take, spent
        self._open: list[Element] = []
        self._taken: list[int] = []
        self._held = 0
        self._texts: list[str] = []
        self._length = 0
        self._names: dict[str, str] = {}
        self.parser = expat.ParserCreate("UTF-8", _SPACE)
        self.parser.buffer_text = True
        self.parser.buffer_size = limits.TEXT
        self.parser.ordered_attributes = True
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._document_type
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._entity
        self.parser.ExternalEntityRefHandler = self._entity

    def _declared(self, version: str, encoding: str | None, _standalone: int) -> None:
        if version != "1.0":  # in 1.1 other characters end a line
            raise XmlMalformedError("the file is of another version than XML 1.0", 1)
        wide = self._encoding in (TextEncoding.UTF_16_LITTLE, TextEncoding.UTF_16_BIG)
        allowed = ("utf-16", "utf-16le", "utf-16be") if wide else ("utf-8", "us-ascii", "ascii")
        if encoding is not None and encoding.lower() not in allowed:
            raise EncodingUnknownError("the file declares another encoding than it has; save it as UTF-8")

    def _start(self, name: str, attributes: list[str]) -> None:
        if self._texts:
            self._add_text()
        if len(self._open) >= limits.DEPTH:
            raise ExchangeOverLimitError("the XML has too deep elements")
        if len(attributes) > 2 * limits.ATTRIBUTES or len(name) > limits.NAME:
            raise ExchangeOverLimitError("an element of the XML has too many attributes or too long a name")
        self._hold(1 + len(attributes) // 2)
        element = Element(self._clark(name), self._attributes(attributes), self.parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        if element.name in self._take:
            self._taken.append(self._held)

    def _hold(self, count: int) -> None:
        self._spent.spend(count)
        self._held += count
        if self._held > limits.ELEMENTS:
            raise ExchangeOverLimitError("the XML has too many elements")

    def _attributes(self, told: list[str]) -> Mapping[str, str]:
        if not told:
            return _NO_ATTRIBUTES
        if any(len(name) > limits.NAME for name in told[::2]) or any(
            len(value) > limits.ATTRIBUTE for value in told[1::2]
        ):
            raise ExchangeOverLimitError("an attribute of the XML is too long")
        return {self._clark(name): value for name, value in zip(told[::2], told[1::2], strict=True)}

    def _end(self, _name: str) -> None:
        if self._texts:
            self._add_text()
        ended = self._open.pop()
        if self.root is not None and (take := self._take.get(ended.name)) is not None:
            take(self.root, ended)
            ended.children = []
            self._held = self._taken.pop()

    def _text(self, text: str) -> None:
        """Keep a piece of text; a full buffer, a comment and an instruction divide one."""
        self._length += len(text)
        if self._length > limits.TEXT:
            raise ExchangeOverLimitError("a text of the XML is too long")
        self._texts.append(text)
        if len(self._texts) >= _PIECES:
            self._texts = ["".join(self._texts)]

    def _add_text(self) -> None:
        self._hold(1)
        self._open[-1].children.append("".join(self._texts))
        self._texts, self._length = [], 0

    def _document_type(self, *_told: object) -> None:
        raise XmlDocumentTypeError("the file declares a document type")

    def _entity(self, *_told: object) -> int:
        raise XmlEntityError("the file uses an entity")

    def _clark(self, name: str) -> str:
        """Return `{namespace}local`; the same object for the same name, as long as they are few."""
        known = self._names.get(name)
        if known is None:
            space, _, local = name.rpartition(_SPACE)
            known = f"{{{space}}}{local}" if space else local
            if len(self._names) < _NAMES:
                self._names[name] = known
        return known


_PIECES = 4096
"""Of one text, before they are joined."""
_NAMES = 4096
"""That are kept once."""
