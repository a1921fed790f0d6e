"""Strict DER: each value has only one encoding, so that no byte of a signature can be changed unseen."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from thb_desktop.errors import NotCanonicalError

MAXIMUM_DEPTH = 40
MAXIMUM_ELEMENTS = 50_000


class Element(NamedTuple):
    """One element of DER and its position."""

    tag: int
    start: int
    body: int
    end: int


def read_element(data: bytes, position: int, end: int) -> Element:
    """Return the element at `position`. Raises NotCanonicalError unless its length has its only encoding."""
    if position + 2 > end or data[position] & 0x1F == 0x1F:
        raise NotCanonicalError("the signature contains an element that is cut or unusual")
    length, body = data[position + 1], position + 2
    if length & 0x80:
        width = length & 0x7F
        length = int.from_bytes(data[body : body + width])
        if not 1 <= width <= 4 or body + width > end or length < 0x80 or data[body] == 0:
            raise NotCanonicalError("the signature contains a length that is not in its shortest form")
        body += width
    if body + length > end:
        raise NotCanonicalError("the signature contains an element that is cut")
    return Element(data[position], position, body, body + length)


def children(data: bytes, parent: Element) -> list[Element]:
    """Return the elements inside a constructed element."""
    found: list[Element] = []
    position = parent.body
    while position < parent.end:
        found.append(read_element(data, position, parent.end))
        position = found[-1].end
        if len(found) > MAXIMUM_ELEMENTS:
            raise NotCanonicalError("the signature is nested too deeply or has too many elements")
    return found


def verify_der(data: bytes) -> None:
    """Raise NotCanonicalError unless `data` is exactly one element in strict DER (X.690, 10 and 11)."""
    whole = read_element(data, 0, len(data))
    if whole.end != len(data):
        raise NotCanonicalError("the signature is followed by bytes that are not its own")
    _verify(data, whole, 0, iter(range(MAXIMUM_ELEMENTS)))


def _verify(data: bytes, element: Element, depth: int, left: Iterator[int]) -> None:
    """Check an element and those inside. Each takes one from `left`."""
    if depth > MAXIMUM_DEPTH or next(left, None) is None:
        raise NotCanonicalError("the signature is nested too deeply or has too many elements")
    if element.tag & 0x20:
        inside = children(data, element)
        if element.tag == 0x31 and not _sorted(data, inside):
            raise NotCanonicalError("the signature contains a set that is not in order")
        for child in inside:
            _verify(data, child, depth + 1, left)
    elif not _primitive_is_strict(element.tag, data[element.body : element.end]):
        raise NotCanonicalError("the signature contains a value that is not in its only strict form")


def _primitive_is_strict(tag: int, body: bytes) -> bool:
    test = _PRIMITIVES.get(tag)
    return test is None or test(body)


def _is_minimal(body: bytes) -> bool:
    return len(body) > 0 and (len(body) < 2 or (body[0], body[1] >> 7) not in {(0x00, 0), (0xFF, 1)})


def _has_clean_end(body: bytes) -> bool:
    """Whether the unused bits of a bit string are zero."""
    unused = body[0] if body else 8
    return unused == 0 or (unused < 8 and len(body) > 1 and body[-1] & ((1 << unused) - 1) == 0)


_PRIMITIVES: dict[int, Callable[[bytes], bool]] = {
    0x01: lambda body: body in (b"\x00", b"\xff"),
    0x02: _is_minimal,
    0x03: _has_clean_end,
    0x05: lambda body: body == b"",
    0x06: lambda body: body[-1:] < b"\x80" and len(body) > 0,
    0x0A: _is_minimal,
    0x10: lambda _: False,
    0x11: lambda _: False,
}
"""The rule for the content of a primitive element, by its tag; a sequence or set is never primitive."""


def in_order(data: bytes, parent: Element) -> bool:
    """Whether the elements inside an implicitly tagged set are in DER order, each only once."""
    return _sorted(data, children(data, parent))


def _sorted(data: bytes, elements: list[Element]) -> bool:
    texts = [data[element.start : element.end] for element in elements]
    return all(first < second for first, second in pairwise(texts))
