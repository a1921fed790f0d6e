"""What was added to a PDF after a signature: only the next signature in its own field is allowed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.findings import Finding, broken, unknown
from thb_desktop.verify.documents.budget import MAXIMUM_VALUES
from thb_desktop.verify.documents.fields import SignatureField
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.references import Place, Section
from thb_desktop.verify.documents.syntax import Dictionary, PdfObject, Ref, Stream

_TAIL = re.compile(rb"[\r\n ]*startxref[\r\n ]+(\d{1,12})[\r\n ]+%%EOF(?:\r\n|\r|\n)?")
_BLANKS = re.compile(rb"[\x00\t\n\x0c\r ]*+")
_CATALOG_TOUCHED = {"AcroForm", "DSS", "Extensions", "Perms"}
_FORM_TOUCHED = {"SigFlags"}
_FIELD_FILLED = {"V", "AP", "M", "F"}
_INFO_TOUCHED = {"ModDate", "Producer"}
_CHANGES = {
    "Page": "page-changed.one",
    "Pages": "page-changed.several",
    "Annot": "annotation-changed",
    "Metadata": "metadata-changed",
    "EmbeddedFile": "attachment-changed",
    "Filespec": "attachment-changed",
}
_STORES = {"ObjStm", "XRef"}
_VALIDATION_DATA = {"Type", "VRI", "Certs", "CRLs", "OCSPs"}
_GROWING = {"Certs", "CRLs", "OCSPs"}
"""The lists of the validation data, which a later update may make longer."""


@dataclass(slots=True)
class Update:
    """One incremental update: the file before and after it, and its objects."""

    before: PdfFile
    after: PdfFile
    section: Section
    filled: SignatureField | None
    """The field whose signature this update may add."""
    signed: PdfFile
    """The file as the last person signed it."""
    numbers: dict[int, None] = field(default_factory=dict)
    """The numbers of its objects, which are read when they are needed."""

    def add(self, number: int) -> None:
        self.numbers[number] = None
        if len(self.numbers) > MAXIMUM_VALUES:
            raise PdfBeyondBoundsError("an addition to the file has more objects than this check reads")

    def object(self, number: int) -> PdfObject:
        """Return an object as this update leaves it."""
        return self.after.resolve(_reference(self.after, number))


def check_updates(
    before: PdfFile, after: PdfFile, *, filled: SignatureField | None, signed: PdfFile | None = None
) -> list[Finding]:
    """Check everything added between two revisions; `filled` is the field that the later one may fill.

    signed: the file as the last person signed it; the earlier revision if nobody says another.

    Raises PdfUnreadableError if an addition does not follow the rules of the format.
    """
    findings: list[Finding] = []
    for update in _updates(before, after, filled, signed or before):
        _read_objects(update)
        findings += _check_changes(update)
        findings += _check_additions(update)
    return list({finding.code: finding for finding in findings}.values())


def _updates(
    before: PdfFile, after: PdfFile, filled: SignatureField | None, signed: PdfFile
) -> Iterator[Update]:
    offsets = [section.offset for section in after.sections]
    if before.start_of_references not in offsets:
        raise PdfUnreadableError("an addition to the file omits what was signed before it")
    added = after.sections[: offsets.index(before.start_of_references)]
    previous = before
    for section in reversed(added):
        tail = _TAIL.match(after.data, section.end, after.end)
        if section.offset < previous.end or tail is None or int(tail.group(1)) != section.offset:
            raise PdfUnreadableError("an addition to the file does not follow the format")
        following = after if tail.end() == after.end else after.at(tail.end())
        yield Update(previous, following, section, filled, signed)
        previous = following
    if previous.end != after.end:
        raise PdfUnreadableError("the file contains bytes between its revisions that belong to none")


def _read_objects(update: Update) -> None:
    """Read the update object by object, and check that its cross-references name all of it."""
    data, section = update.after.data, update.section
    position = _over_blanks(data, update.before.end)
    stop = section.offset if section.stream_number is None else section.end
    while position < stop:
        _, number, end = update.after.object_at(position)
        generation = _reference(update.before, number).generation if update.before.exists(number) else 0
        if position != section.offset:
            if section.place(number) != Place(1, position, generation) or number in update.numbers:
                raise PdfUnreadableError(
                    "an addition to the file contains an object that its cross-references do not name"
                )
            update.add(number)
        position = _over_blanks(data, end)
    if position < stop or (section.stream_number is None and position != section.offset):
        raise PdfUnreadableError("an addition to the file does not follow the format")
    for number in section.numbers():
        update.after.budget.step()
        place = section.place(number)
        own = number == section.stream_number and place == Place(1, section.offset, 0)
        if place is None or number in update.numbers or own:
            continue
        if place.kind == 0 and (number == 0 or not update.before.exists(number)):
            continue
        if place.kind != 2 or place.where not in update.numbers:
            raise PdfUnreadableError("an addition to the file removes or redirects objects")
        update.add(number)


def _over_blanks(data: bytes, position: int) -> int:
    found = _BLANKS.match(data, position)
    return found.end() if found else position


def _check_changes(update: Update) -> Iterator[Finding]:
    before, after = update.before.trailer, update.after.trailer
    kept = all(before.get(key) == after.get(key) for key in ("Root", "Encrypt", "Info"))
    if not kept or "XRefStm" in after or not _size_is_kept(update):
        yield broken("catalog-exchanged")
    for number in update.numbers:
        if not update.before.exists(number):
            continue
        new = update.object(number)
        old = update.before.resolve(_reference(update.before, number))
        if not _same(update, old, new) and not _may_change(update, number, old, new):
            yield _name_change(update, number, old)


def _size_is_kept(update: Update) -> bool:
    """Objects beyond a trailer's size do not exist: a smaller size would hide parts."""
    size, later = update.before.trailer.get("Size"), update.after.trailer.get("Size")
    return (
        isinstance(size, int)
        and isinstance(later, int)
        and later >= max(size, max(update.numbers, default=0) + 1)
    )


def _may_change(update: Update, number: int, old: PdfObject, new: PdfObject) -> bool:
    added = _added_field(update)
    if _reference(update.before, number) == update.before.catalog.get("DSS"):
        # One that was there when somebody signed may be the resources of a page, too, which would change.
        is_later = not update.signed.exists(number)
        return is_later and isinstance(old, dict) and isinstance(new, dict) and _has_grown(update, old, new)
    if isinstance(old, list) and isinstance(new, list):
        return added is not None and new == [*old, added]
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    touched, this = _differences(old, new), _reference(update.before, number)
    if added is not None and touched <= {"Annots", "Fields", "SigFlags"}:
        return all(_appended(update, old, new, key, added) for key in touched - {"SigFlags"})
    if this == update.before.trailer.get("Root"):
        return touched <= _CATALOG_TOUCHED and _catalog_is_kept(update, old, new)
    allowed: set[str] = set()
    if this == update.before.catalog.get("AcroForm"):
        allowed = _FORM_TOUCHED
    elif this == update.before.trailer.get("Info"):
        allowed = _INFO_TOUCHED
    elif update.filled is not None and update.filled.number == number and _is_filling(old, new):
        allowed = _FIELD_FILLED
    return touched <= allowed


def _is_filling(old: Dictionary, new: Dictionary) -> bool:
    """Whether the field only got its signature and, at most, was locked (bit 8 of its flags)."""
    flags, later = old.get("F", 0), new.get("F", 0)
    locked = isinstance(flags, int) and isinstance(later, int) and later in (flags, flags | 128)
    return "V" not in old and locked


def _added_field(update: Update) -> Ref | None:
    filled = update.filled
    if filled is None or filled.number is None or update.before.exists(filled.number):
        return None
    return _reference(update.after, filled.number)


def _appended(update: Update, old: Dictionary, new: Dictionary, key: str, added: Ref) -> bool:
    return update.after.array(new.get(key)) == [*update.before.array(old.get(key)), added]


def _catalog_is_kept(update: Update, old: Dictionary, new: Dictionary) -> bool:
    """Check that the parts of the catalog that may change did so only in the allowed way."""
    if "Perms" in _differences(old, new) and not _names_certification(update, old, new):
        return False
    form, later_form = old.get("AcroForm"), new.get("AcroForm")
    if isinstance(form, Ref) or isinstance(later_form, Ref):
        if form != later_form:
            return False
    elif (
        not _differences(update.before.dictionary(form), update.after.dictionary(later_form)) <= _FORM_TOUCHED
    ):
        return False
    return "DSS" not in _differences(old, new) or (
        "DSS" in new and _has_grown(update, old.get("DSS"), new["DSS"])
    )


def _names_certification(update: Update, old: Dictionary, new: Dictionary) -> bool:
    """Whether the catalog only got the name of its certification: the signature that the update adds."""
    filled = update.filled
    if "Perms" in old or filled is None or filled.number is None:
        return False
    field_now = update.after.dictionary(_reference(update.after, filled.number))
    return update.after.dictionary(new["Perms"]) == {"DocMDP": field_now.get("V")}


def _has_grown(update: Update, old: PdfObject, new: PdfObject) -> bool:
    """Whether validation data have all that they had, in its order, and at most more behind it.

    Only what stands in the dictionary itself grows: a list elsewhere could be one of the pages.
    """
    now = update.after.dictionary(new)
    return set(now) <= _VALIDATION_DATA and all(
        now.get(key) == value or (key in _GROWING and _begins(now.get(key), value))
        for key, value in update.before.dictionary(old).items()
    )


def _begins(now: PdfObject, was: PdfObject) -> bool:
    return isinstance(was, list) and isinstance(now, list) and now[: len(was)] == was


def _check_additions(update: Update) -> Iterator[Finding]:
    """Check that new objects belong to the signature of the update."""
    new = {number for number in update.numbers if not update.before.exists(number)}
    used = _reachable(update, new)
    kinds = {number: _type_of(update.object(number)) for number in new}
    if any(kinds[number] not in _STORES for number in new - used):
        yield broken("hidden-object")
    if any(kind in {"Page", "Pages", "Catalog"} for kind in kinds.values()):
        yield broken("page-changed.added")
    added = _added_field(update)
    if added is not None and update.filled is not None and added.number in update.numbers:
        yield (broken if update.filled.is_visible else unknown)("field-added")


def _reachable(update: Update, new: set[int]) -> set[int]:
    """Return the new objects that the filled field or the validation data lead to."""
    waiting: list[PdfObject] = []
    if update.filled is not None and update.filled.number is not None:
        field_now = update.after.dictionary(_reference(update.after, update.filled.number))
        waiting += [field_now.get("V"), field_now.get("AP"), _added_field(update)]
    dss = update.after.catalog.get("DSS")
    waiting += [dss, update.after.dictionary(dss)]
    used: set[int] = set()
    while waiting:
        item = waiting.pop()
        if isinstance(item, Ref):
            if item.number in new and item.number not in used:
                used.add(item.number)
                waiting.append(update.object(item.number))
        elif isinstance(item, Stream):
            waiting += item.dictionary.values()
        elif isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
        if len(waiting) > MAXIMUM_VALUES:
            raise PdfBeyondBoundsError("an addition to the file has more objects than this check reads")
    return used


def _name_change(update: Update, number: int, old: PdfObject) -> Finding:
    dictionary = old.dictionary if isinstance(old, Stream) else old if isinstance(old, dict) else {}
    kind = update.before.resolve(dictionary.get("Type"))
    if _reference(update.before, number) == update.before.trailer.get("Root"):
        return broken("catalog-changed")
    if "FT" in dictionary or "T" in dictionary:
        return broken("form-changed")
    return broken(_CHANGES.get(str(kind), "object-changed"))


def _differences(old: Dictionary, new: Dictionary) -> set[str]:
    return {
        key for key in old.keys() | new.keys() if old.get(key) != new.get(key) or (key in old) != (key in new)
    }


def _same(update: Update, old: PdfObject, new: PdfObject) -> bool:
    if isinstance(old, Stream) and isinstance(new, Stream):
        data = update.after.data
        return old == new and data[old.start : old.end] == data[new.start : new.end]
    return old == new


def _reference(file: PdfFile, number: int) -> Ref:
    place = file.places.get(number)
    return Ref(number, place.which if place is not None and place.kind == 1 else 0)


def _type_of(item: PdfObject) -> PdfObject:
    return (
        item.dictionary.get("Type")
        if isinstance(item, Stream)
        else item.get("Type")
        if isinstance(item, dict)
        else None
    )
