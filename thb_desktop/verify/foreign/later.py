"""Later: what was added to a PDF after a signature: honest additions, doubts, and proofs of a change."""

from collections.abc import Iterator
from typing import Any

from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, ModificationLevel, SuspiciousModification
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.status import SignatureCoverageLevel

from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.foreign.answer import Note, Weight
from thb_desktop.verify.foreign.objects import (
    TooLargeError,
    annotations,
    entry,
    is_signature,
    items,
    pages,
    resolved,
)
from thb_desktop.verify.foreign.seen import changes_of_pages, changes_seen

_WHITE = b" \t\r\n\f\0"
_END = b"%%EOF"
_EMPTY = ("", "/Off")
_NAMED_AT_MOST = 20
MAXIMUM_FIELDS, MAXIMUM_NAME = 50_000, 2000
_LARGE = 0.25
"""A signature whose picture covers more of a page than this hides what others signed."""


def check_place(embedded: Any, data: bytes) -> Note | None:
    """Check that only the signature value itself lies outside what a signature covers up to its end."""
    told = [int(each) for each in embedded.byte_range]
    if len(told) != 4 or told[0] != 0 or min(told) < 0:
        return Note(key="foreign-range-odd", weight=Weight.DOUBT)
    _, first, second, length = told
    if second < first or second + length > len(data):
        return Note(key="foreign-range-wrong", weight=Weight.PROOF)
    gap = data[first:second].strip(_WHITE)  # some writers sign the brackets around the value too
    try:
        inside = bytes.fromhex(gap.removeprefix(b"<").removesuffix(b">").decode("ascii"))
    except ValueError:
        return Note(key="foreign-range-open", weight=Weight.PROOF)
    if inside.rstrip(b"\0") != bytes(embedded.pkcs7_content).rstrip(b"\0"):
        return Note(key="foreign-range-open", weight=Weight.PROOF)
    return None


def end_of(embedded: Any) -> int:
    told = [int(each) for each in embedded.byte_range]
    return told[2] + told[3]


def check_later(embedded: Any, data: bytes) -> Iterator[Note]:
    """Say what came after a signature, as far as it matters to what was signed."""
    if end_of(embedded) == len(data):
        yield Note(key="foreign-covers-all", weight=Weight.TOLD)
        return
    if not data[end_of(embedded) :].strip(_WHITE):
        yield Note(key="foreign-white-after", weight=Weight.TOLD)
        return
    reader = embedded.reader
    is_last = embedded.signed_revision == reader.xrefs.total_revisions - 1
    if is_last or data[data.rfind(_END) + len(_END) :].strip(_WHITE):
        yield Note(key="foreign-bytes-after", weight=Weight.DOUBT)
    if is_last:
        return
    if reader.xrefs.hybrid_xrefs_present:
        yield Note(key="foreign-two-readings", weight=Weight.DOUBT)
        return
    if embedded.coverage is not SignatureCoverageLevel.ENTIRE_REVISION:
        yield from _unexplained(embedded, "the signature does not cover the state in which it was made")
        return
    difference = _difference(embedded)
    if isinstance(difference, SuspiciousModification):
        yield from _unexplained(embedded, str(difference))
        return
    if difference.modification_level is ModificationLevel.FORM_FILLING:
        yield from _against_leave(embedded, difference.changed_form_fields)
        yield from _filled(embedded, difference.changed_form_fields)
    yield from _large_signatures(embedded)
    yield from _seen_otherwise(embedded)
    yield Note(key="foreign-added-later", weight=Weight.TOLD)


def _difference(embedded: Any) -> Any:
    """Return what pyHanko makes of the later states: its policy is the list of honest additions."""
    try:
        return embedded.evaluate_modifications(DEFAULT_DIFF_POLICY)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - hostile data reach all of the library; a fault of it explains nothing
        return SuspiciousModification("the later states cannot be read")


def _unexplained(embedded: Any, why: str) -> Iterator[Note]:
    reader = embedded.reader
    try:
        before = reader.get_historical_resolver(embedded.signed_revision)
        last = reader.get_historical_resolver(reader.xrefs.total_revisions - 1)
        level = _leave(embedded)
        found = changes_seen(before, last, may_annotate=level is MDPPerm.ANNOTATE)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - hostile data reach all of the library; a fault of it proves nothing
        yield Note(key="foreign-unread-later", weight=Weight.DOUBT)
        return
    proof = any(note.weight is Weight.PROOF for note in found)
    yield from found
    if not proof and not any(note.key == "foreign-annotated" for note in found):
        yield Note(key="foreign-unexplained", weight=Weight.DOUBT, values={"detail": shown(why)})


def _seen_otherwise(embedded: Any) -> Iterator[Note]:
    """Look at what pyHanko lets pass: at the pages themselves, and at what readers read in two ways.

    It takes an object of another generation for another one, and does not look at the size of a table.
    """
    reader = embedded.reader
    signed, last = embedded.signed_revision, reader.xrefs.total_revisions - 1
    before = reader.get_historical_resolver(signed)
    try:
        yield from changes_of_pages(before, reader.get_historical_resolver(last))
    except TooLargeError:
        yield Note(key="foreign-unread-later", weight=Weight.DOUBT)
    known = {ref.idnum: ref.generation for each in range(signed + 1) for ref in _written(reader, each)}
    later = [ref for each in range(signed + 1, last + 1) for ref in _written(reader, each)]
    sizes = [_size(reader, each) for each in range(signed, last + 1)]
    if sizes != sorted(sizes) or any(known.get(ref.idnum, ref.generation) != ref.generation for ref in later):
        yield Note(key="foreign-two-readings", weight=Weight.DOUBT)


def _written(reader: Any, revision: int) -> set[Any]:
    found: set[Any] = reader.get_historical_resolver(revision).explicit_refs_in_revision()
    return found


def _size(reader: Any, revision: int) -> int:
    """Return how many objects a state says that it has; it never has fewer than the one before."""
    return int(entry(reader.get_historical_resolver(revision).trailer_view, "/Size", 0))


def _leave(embedded: Any) -> MDPPerm | None:
    """Return what the signer of this signature, or who certified the document, allowed."""
    if embedded.docmdp_level is not None:
        return MDPPerm(embedded.docmdp_level)
    certified = entry(entry(embedded.reader.root, "/Perms"), "/DocMDP")
    for reference in items(certified, "/Reference"):
        parameters = entry(resolved(reference), "/TransformParams")
        level = entry(parameters, "/P", 2)
        return MDPPerm(level) if level in set(MDPPerm) else None
    return None


def _against_leave(embedded: Any, names: set[str]) -> Iterator[Note]:
    """Name the fields that were filled in or signed although the signer allowed no change (DocMDP 1)."""
    if names and _leave(embedded) is MDPPerm.NO_CHANGES:
        yield Note(
            key="foreign-filled-without-leave", weight=Weight.PROOF, values={"fields": _shown(sorted(names))}
        )


def _filled(embedded: Any, names: set[str]) -> Iterator[Note]:
    """Tell apart a field that was empty when it was signed, and one that showed something else."""
    before = _values(embedded.reader.get_historical_resolver(embedded.signed_revision))
    after = _values(embedded.reader)
    signatures = {name for name, (kind, _) in after.items() if kind == "/Sig"}
    touched = sorted(names - signatures)
    replaced = [name for name in touched if before.get(name, ("", ""))[1] not in _EMPTY]
    filled = [name for name in touched if name not in replaced]
    if filled:
        yield Note(key="foreign-filled", weight=Weight.REMARK, values={"fields": _shown(filled)})
    if replaced:
        allowed = _leave(embedded) in {MDPPerm.FILL_FORMS, MDPPerm.ANNOTATE}
        key = "foreign-replaced-with-leave" if allowed else "foreign-replaced"
        weight = Weight.REMARK if allowed else Weight.PROOF
        yield Note(key=key, weight=weight, values={"fields": _shown(replaced)})


def _shown(names: list[str]) -> tuple[str, ...]:
    return tuple(shown(name) for name in names[:_NAMED_AT_MOST])


def _values(state: Any) -> dict[str, tuple[str, str]]:
    """Return kind and value of each field of a form, by its full name."""
    found: dict[str, tuple[str, str]] = {}
    form = entry(state.root, "/AcroForm")
    waiting = [(field, "", "", "") for field in items(form, "/Fields")]
    while waiting and len(found) < MAXIMUM_FIELDS:
        reference, above, kind, value = waiting.pop()
        field = resolved(reference)
        own = entry(field, "/T")
        name = above if own is None else f"{above}.{own}" if above else str(own)
        kind = str(entry(field, "/FT", kind))
        value = "" if kind == "/Sig" else str(entry(field, "/V", value))
        found[name] = (kind, value)
        if len(name) < MAXIMUM_NAME:
            waiting += [(child, name, kind, value) for child in items(field, "/Kids")]
    return found


def _large_signatures(embedded: Any) -> Iterator[Note]:
    """Name a page that the picture of a later signature covers in a large part."""
    reader = embedded.reader
    before = {widget for _, widget, _, _ in _signature_places(reader, embedded.signed_revision)}
    covered = [
        str(number)
        for number, widget, area, page_area in _signature_places(reader, None)
        if widget not in before and page_area and area > _LARGE * page_area
    ]
    if covered:
        yield Note(key="foreign-signature-covers", weight=Weight.DOUBT, values={"pages": _shown(covered)})


def _signature_places(reader: Any, revision: int | None) -> Iterator[tuple[int, Any, float, float]]:
    state = reader if revision is None else reader.get_historical_resolver(revision)
    for number, page in enumerate(pages(state), 1):
        for place, annotation in annotations(page).items():
            if is_signature(annotation):
                area = _area(entry(annotation, "/Rect"))
                yield number, place, area, _area(resolved(page.get("/MediaBox")))


def _area(rectangle: Any) -> float:
    try:
        left, bottom, right, top = (float(each) for each in rectangle)
    except (TypeError, ValueError):
        return 0.0
    return abs(right - left) * abs(top - bottom)
