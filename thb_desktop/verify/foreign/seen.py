"""Seen: what a reader sees of a document, when it was signed and now, where pyHanko cannot explain a change.

pyHanko allows later signatures, time stamps, validation data and form filling. It calls everything else
suspicious, also what changes nothing that is seen (its known issues say so). Here the pages themselves
decide: a change of what is seen is a proof, any other a doubt.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from pyhanko.pdf_utils import generic

from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.foreign.answer import Note, Weight
from thb_desktop.verify.foreign.objects import (
    TooLargeError,
    annotations,
    entry,
    is_signature,
    pages,
    resolved,
)

MAXIMUM_OBJECTS = 400_000
_NOT_SEEN = {"/Parent", "/P", "/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified"}
_OF_PAGE = {"/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group"}
"""What a page shows, besides its annotations."""
_HIDDEN = 0b100010
"""Flags of an annotation that is hidden, or not viewed: bits 2 and 6."""
_NAMED_AT_MOST = 20
_OF_PAGES = {"foreign-pages-counted", "foreign-pages-changed", "foreign-layers-changed"}


def changes_of_pages(before: Any, after: Any) -> list[Note]:
    """Compare the pages of two states, without what lies on them: fields and annotations."""
    found = changes_seen(before, after, may_annotate=True)
    return [note for note in found if note.key in _OF_PAGES]


def changes_seen(before: Any, after: Any, *, may_annotate: bool) -> list[Note]:
    """Compare two states of a document: the one that was signed, and the one that a reader opens.

    may_annotate: whether the signer allowed annotations (DocMDP 3). Empty if nothing that is seen changed.
    """
    old, new = list(pages(before)), list(pages(after))
    if len(old) != len(new):
        return [
            Note(
                key="foreign-pages-counted",
                weight=Weight.PROOF,
                values={"before": len(old), "after": len(new)},
            )
        ]
    budget = _Budget()
    changed, annotated, fields = [], [], list[str]()
    for number, (one, other) in enumerate(zip(old, new, strict=True), 1):
        if _page(one, budget) != _page(other, budget):
            changed.append(str(number))
            continue
        more, touched = _annotations(one, other, budget)
        if more:
            annotated.append(str(number))
        fields += touched
    notes = []
    if changed:
        notes.append(_naming("foreign-pages-changed", Weight.PROOF, "pages", changed))
    if annotated:
        weight = Weight.REMARK if may_annotate else Weight.PROOF
        key = "foreign-annotated" if may_annotate else "foreign-annotated-without-leave"
        notes.append(_naming(key, weight, "pages", annotated))
    if fields:
        notes.append(_naming("foreign-fields-changed", Weight.PROOF, "fields", fields))
    if _of(before.root, "/OCProperties", budget) != _of(after.root, "/OCProperties", budget):
        notes.append(Note(key="foreign-layers-changed", weight=Weight.PROOF))
    return notes


def _naming(key: str, weight: Weight, name: str, values: list[str]) -> Note:
    return Note(key=key, weight=weight, values={name: tuple(shown(each) for each in values[:_NAMED_AT_MOST])})


class _Budget:
    """How many objects one comparison may still look at."""

    def __init__(self) -> None:
        self._left = MAXIMUM_OBJECTS

    def spend(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooLargeError


def _page(page: dict[str, Any], budget: _Budget) -> bytes:
    """Return a digest of what a page shows, without its annotations."""
    digest = sha256()
    for key in sorted(_OF_PAGE & page.keys()):
        digest.update(key.encode())
        digest.update(_contents(page[key], budget) if key == "/Contents" else _digest(page[key], budget))
    return digest.digest()


def _contents(value: Any, budget: _Budget) -> bytes:
    """Return a digest of the drawing itself: one stream, or several that are read as one."""
    value = resolved(value)
    streams = [resolved(each) for each in value] if isinstance(value, generic.ArrayObject) else [value]
    digest = sha256()
    for stream in streams:
        budget.spend()
        if isinstance(stream, generic.StreamObject):
            digest.update(stream.data)
            digest.update(b"\n")
    return digest.digest()


def _annotations(one: dict[str, Any], other: dict[str, Any], budget: _Budget) -> tuple[bool, list[str]]:
    """Return whether something that is no form field was laid on a page, and which fields look otherwise."""
    before, after = annotations(one), annotations(other)
    laid, fields = False, []
    for place, annotation in after.items():
        if place in before and _digest(before[place], budget) == _digest(annotation, budget):
            continue
        if entry(annotation, "/Subtype") != "/Widget":
            laid = laid or not _is_hidden(annotation)
        elif place in before and not is_signature(annotation):
            fields.append(str(entry(annotation, "/T", "?")))
    gone = (annotation for place, annotation in before.items() if place not in after)
    return laid or any(not _is_hidden(each) for each in gone), fields


def _is_hidden(annotation: Any) -> bool:
    flags = entry(annotation, "/F", 0)
    is_popup = entry(annotation, "/Subtype") == "/Popup"
    return is_popup or (isinstance(flags, int) and bool(flags & _HIDDEN))


def _of(holder: Any, key: str, budget: _Budget) -> bytes:
    return _digest(holder.raw_get(key), budget) if key in holder else b""


def _digest(value: Any, budget: _Budget) -> bytes:
    """Return a digest of a value with all that it refers to; what was met before counts as its place."""
    digest = sha256()
    met: dict[tuple[int, int], int] = {}
    waiting: list[Any] = [value]
    while waiting:
        budget.spend()
        each = waiting.pop()
        if isinstance(each, generic.IndirectObject):
            place = (each.idnum, each.generation)
            if place in met:
                digest.update(b"R%d;" % met[place])
                continue
            met[place] = len(met)
            each = resolved(each)
        waiting += reversed(list(_take(each, digest)))
    return digest.digest()


def _take(value: Any, digest: Any) -> Iterator[Any]:
    """Put one value into a digest, and return the values in it."""
    if isinstance(value, generic.DictionaryObject):
        keys = sorted(key for key in value if key not in _NOT_SEEN)
        if isinstance(value, generic.StreamObject):
            keys = [key for key in keys if key not in {"/Length", "/Filter", "/DecodeParms"}]
            digest.update(b"S" + sha256(_data(value)).digest())
        digest.update(f"D{len(keys)};".encode())
        for key in keys:
            digest.update(key.encode("utf-8", "replace") + b";")
        yield from (value.raw_get(key) for key in keys)
    elif isinstance(value, generic.ArrayObject):
        digest.update(f"A{len(value)};".encode())
        yield from (value.raw_get(index) for index in range(len(value)))
    elif isinstance(value, generic.TextStringObject | generic.ByteStringObject):
        digest.update(b"T" + sha256(value.original_bytes).digest())
    elif isinstance(value, int | float) and not isinstance(value, bool):
        digest.update(f"N{float(value)!r};".encode())
    else:
        digest.update(f"V{value!s};".encode("utf-8", "replace"))


def _data(stream: Any) -> bytes:
    """Return the data of a stream as they are read; of an image of a form that is not known, as stored."""
    try:
        return bytes(stream.data)
    except Exception:  # noqa: BLE001 - hostile data reach all of the library; stored bytes are as good
        return bytes(stream.encoded_data)
