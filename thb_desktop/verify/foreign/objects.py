"""Objects: what pyHanko reads of a document, followed to its end, with a bound for everything."""

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic

MAXIMUM_PAGES, MAXIMUM_DEPTH = 20_000, 60
_INHERITED = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")


class TooLargeError(Exception):
    """The document has more than is compared."""


def resolved(value: Any) -> Any:
    """Return the object behind a reference."""
    for _ in range(MAXIMUM_DEPTH):
        if not isinstance(value, generic.IndirectObject):
            return value
        value = value.get_object()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
    raise TooLargeError


def entry(holder: Any, key: str, otherwise: Any = None) -> Any:
    """Return the object under a key of a dictionary."""
    if not isinstance(holder, generic.DictionaryObject) or key not in holder:
        return otherwise
    return resolved(holder.raw_get(key))


def items(holder: Any, key: str) -> list[Any]:
    """Return the members of a list under a key, references unresolved; none if there is no list."""
    found = entry(holder, key)
    if not isinstance(found, generic.ArrayObject):
        return []
    return [found.raw_get(index) for index in range(len(found))]


def pages(state: Any) -> Iterator[dict[str, Any]]:
    """Return each page of one state of a document, with what it inherits; references unresolved."""
    waiting: list[tuple[Any, dict[str, Any], int]] = [(state.root.raw_get("/Pages"), {}, 0)]
    seen = 0
    while waiting:
        node, above, depth = waiting.pop()
        node = resolved(node)
        if depth > MAXIMUM_DEPTH or not isinstance(node, generic.DictionaryObject):
            raise TooLargeError
        inherited = above | {key: node.raw_get(key) for key in _INHERITED if key in node}
        if "/Kids" in node:
            waiting += [(kid, inherited, depth + 1) for kid in reversed(items(node, "/Kids"))]
        else:
            seen += 1
            yield inherited | {key: node.raw_get(key) for key in node}
        if seen > MAXIMUM_PAGES or len(waiting) > MAXIMUM_PAGES * 2:
            raise TooLargeError


def annotations(page: dict[str, Any]) -> dict[Any, Any]:
    """Return the annotations of a page by their place: the number of their object, or their position."""
    listed = resolved(page.get("/Annots"))
    found = {}
    for index in range(len(listed) if isinstance(listed, generic.ArrayObject) else 0):
        raw = listed.raw_get(index)
        annotation = resolved(raw)
        if isinstance(annotation, generic.DictionaryObject):
            place = (raw.idnum, raw.generation) if isinstance(raw, generic.IndirectObject) else index
            found[place] = annotation
    return found


def is_signature(annotation: Any) -> bool:
    """Whether an annotation is the place of a signature."""
    holder = annotation
    for _ in range(MAXIMUM_DEPTH):
        kind = entry(holder, "/FT")
        if kind is not None or holder is None:
            return bool(kind == "/Sig")
        holder = entry(holder, "/Parent")
    return False
