"""Objects of a PDF file that tell a check nothing: flat values, as nearly all of a tagged document are.

One look by a pattern replaces reading them value by value. Whatever it does not recognise is read in full.
"""

import re

from thb_desktop.verify.documents.references import Place

LONGEST = 4096
"""Bytes of an object that is recognised."""
_BLANKS = rb"[\x00\t\n\x0c\r ]*+"
_BLANK = rb"[\x00\t\n\x0c\r ]++"
_ENDS = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%])"
_LETTERS = rb"/[A-Za-z0-9.+-]*+"
_VALUE = (
    rb"(?:"
    + (rb"\d{1,10}+" + _BLANK + rb"\d{1,5}+" + _BLANK + rb"R" + _ENDS)
    + (rb"|[+-]?\d{1,12}+(?:\.\d{0,8}+)?+" + _ENDS)
    + (rb"|" + _LETTERS + _ENDS)
    + rb"|\((?:[^()\\]++|\\.)*+\)"
    + rb"|<[0-9A-Fa-f\x00\t\n\x0c\r ]*+>"
    + (rb"|(?:true|false|null)" + _ENDS)
    + rb")"
)
_LIST = rb"\[" + _BLANKS + rb"(?:" + _VALUE + _BLANKS + rb")*+\]"


def _dictionary(values: bytes) -> bytes:
    entry = _LETTERS + _ENDS + _BLANKS + rb"(?:" + values + rb")" + _BLANKS
    return rb"<<" + _BLANKS + rb"(?:" + entry + rb")*+>>"


_FLAT = _VALUE + rb"|" + _LIST
_SHALLOW = rb"(?:" + _dictionary(_FLAT + rb"|" + _dictionary(_FLAT)) + rb"|" + _LIST + rb")"
_HEADER = re.compile(rb"(\d{1,10}+)" + _BLANK + rb"(\d{1,5}+)" + _BLANK + rb"obj" + _BLANKS)
_END = re.compile(_BLANKS + rb"endobj")
_PACKED = re.compile(_SHALLOW, re.DOTALL)
_REF = rb"\d{1,10}+ \d{1,5}+ R"
_TYPES = (
    *(
        b"Document",
        b"Part",
        b"Sect",
        b"Div",
        b"H[1-6]?",
        b"P",
        b"L",
        b"LI",
        b"Lbl",
        b"LBody",
        b"Table",
        b"TR",
    ),
    *(b"TH", b"TD", b"Span", b"Link", b"Reference", b"TOC", b"TOCI", b"Figure", b"Form", b"Note"),
)
_KIND = rb"(?:" + rb"|".join(_TYPES) + rb")"
_KID = (
    rb"(?:" + _REF + rb"|\d{1,9}+"
    + rb"|<</Type/(?:OBJR|MCR)/Pg " + _REF + rb"/(?:Obj " + _REF + rb"|MCID \d{1,9}+)>>)"
)  # fmt: skip
_ELEMENT = (
    rb"<</S/" + _KIND + rb"/P " + _REF
    + rb"(?:/Lang\([A-Za-z0-9-]*+\))?+(?:/A<</O/Table/Scope/(?:Row|Column)>>)?+(?:/Pg " + _REF + rb")?+/K "
    + rb"(?:" + _KID + rb"|\[(?:" + _KID + rb"(?: " + _KID + rb")*+)?\])>>"
)  # fmt: skip
"""An element of the logical structure, with each key once, in the order of our own files."""
_PACKED_ELEMENT = re.compile(_ELEMENT)
_STREAM = re.compile(
    rb"\d{1,10}+ \d{1,5}+ obj\n<<\n/Filter /FlateDecode /Length (\d{1,12}+)\n>>\nstream(?:\r\n|\n)"
)
"""A packed stream without anything else in its dictionary, as our own files have them for pages."""
_STREAM_END = re.compile(rb"(?:\r\n|\n|\r)?+endstream\nendobj")
_NAME = re.compile(_LETTERS)
_KEY = re.compile(rb"(" + _LETTERS + rb")" + _BLANKS + rb"(?:" + _FLAT + rb")?", re.DOTALL)
"""A key, with its value unless that is a dictionary, whose keys follow."""


def size_of_plain(data: bytes, place: Place, end: int, *, number: int, telling: frozenset[bytes]) -> int:
    """Return the bytes of the object at this place if it is flat, with no key twice and no name that tells;
    of a stream, without its content.

    0 for any other, sound or not. telling: names, each with its slash.
    """
    _, offset, generation = place
    limit = min(end, offset + LONGEST)
    header = _HEADER.match(data, offset, limit)
    if header is None or int(header[1]) != number or int(header[2]) != generation:
        return 0
    found = _STREAM.match(data, offset, limit)
    if found is not None:
        closed = _STREAM_END.match(data, found.end() + int(found[1]), end)
        return found.end() - offset + len(closed[0]) if closed else 0
    size = size_of_packed(data, header.end(), limit, telling=telling)
    ended = _END.match(data, header.end() + size, limit)
    return ended.end() - offset if size and ended else 0


def size_of_packed(content: bytes, start: int, end: int, *, telling: frozenset[bytes]) -> int:
    """Return the same of an object without header and end, as it begins here in an object stream."""
    limit = min(end, start + LONGEST)
    found = _PACKED_ELEMENT.match(content, start, limit)
    if found is None:
        found = _PACKED.match(content, start, limit)
        if found is None or not _tells_nothing(content, start, found.end(), telling):
            return 0
    return found.end() - start


def _tells_nothing(data: bytes, start: int, end: int, telling: frozenset[bytes]) -> bool:
    """Whether an object has no key twice, and no name that tells."""
    keys = _KEY.findall(data, start, end)
    return len(set(keys)) == len(keys) and telling.isdisjoint(_NAME.findall(data, start, end))
