"""The content of a PDF file besides pages: programs, layers, external parts, and attached files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thb_desktop.findings import Finding, unknown
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.plain import size_of_packed, size_of_plain
from thb_desktop.verify.documents.references import Place
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.documents.specifications import Attachments
from thb_desktop.verify.documents.syntax import Dictionary, Name, PdfObject, Ref, Stream
from thb_desktop.verify.documents.unpacking import ObjectStore, first_bytes

_ACTIONS = {
    *("JavaScript", "Launch", "ImportData", "SubmitForm", "ResetForm", "Rendition", "Movie", "Sound"),
    *("GoToE", "Hide", "SetOCGState", "RichMediaExecute", "GoTo3DView"),
}
_PLAYERS = {"RichMedia", "Movie", "Screen", "3D", "Sound"}
_KEYS = {"JS", "JavaScript", "XFA", "AA"}
_NAMES = _ACTIONS | _PLAYERS | _KEYS | {"OpenAction", "OCProperties", "EF", "ByteRange"}
"""The names that are searched for."""
_ELSEWHERE = re.compile(
    rb"/(?:S|Subtype|Type)[\x00\t\n\x0c\r ]++\d{1,10}+[\x00\t\n\x0c\r ]++\d{1,5}+[\x00\t\n\x0c\r ]++R"
)
"""A kind that stands in an object of its own, as no usual program writes it: then every object is read."""
_TELLING_NAMES = frozenset(b"/" + name.encode() for name in _NAMES)
_PROGRAM_NAMES = (
    *(".exe", ".com", ".bat", ".cmd", ".scr", ".msi", ".dll", ".js", ".jse", ".vbs", ".vbe", ".ps1", ".sh"),
    *(".jar", ".lnk", ".hta", ".cpl", ".pif", ".wsf", ".app", ".reg"),
)
_PROGRAM_STARTS = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")


@dataclass(slots=True)
class Contents:
    """What was found in all objects of a file."""

    actions: bool = False
    outside: bool = False
    layers: bool = False
    signatures: int = 0
    """The number of signature dictionaries, in a signature field or not."""
    pictures: list[Stream] = field(default_factory=list)
    attachments: Attachments = field(default_factory=Attachments)

    @property
    def only_sign(self) -> bool:
        """Whether there is nothing but what a signature needs."""
        other = self.actions or self.outside or self.layers or self.pictures
        return not (other or self.attachments.files or self.attachments.unclear)


def look_through(file: PdfFile) -> Contents:
    """Read every object of the file, used or not. Raises PdfUnreadableError."""
    seen = Contents()
    file.budget.move(file.end)
    stores = {number: file.store(number) for number in file.stores()}
    file.budget.move(sum(len(store.content) for store in stores.values()))
    texts = [(file.data, file.end), *((store.content, len(store.content)) for store in stores.values())]
    is_usual = not any(_ELSEWHERE.search(text, 0, end) for text, end in texts)
    for number, place in file.places.items():
        size = is_usual and _size_of_plain(file, stores, number, place)
        if size:
            file.budget.read(size)
        else:
            _look_at_object(file, number, place, seen)
    seen.attachments.compare(file)
    return seen


def look_at_added(file: PdfFile, sections: int) -> Contents:
    """Read every object that the newest sections add or replace. Raises PdfUnreadableError."""
    seen = Contents()
    for number, place in file.places.items(sections):
        _look_at_object(file, number, place, seen)
    return seen


def _size_of_plain(file: PdfFile, stores: dict[int, ObjectStore], number: int, place: Place) -> int:
    """Return the bytes of an object that tells nothing, 0 for any other (see `plain`)."""
    if place.kind == 1:
        return size_of_plain(file.data, place, file.end, number=number, telling=_TELLING_NAMES)
    store = stores.get(place.where)
    if store is None or place.which >= len(store.numbers) or store.numbers[place.which] != number:
        return 0  # reading it tells why
    return size_of_packed(
        store.content, store.offsets[place.which], len(store.content), telling=_TELLING_NAMES
    )


def _look_at_object(file: PdfFile, number: int, place: Place, seen: Contents) -> None:
    if place.kind == 2:
        _look_at(file, file.object(number), seen)
    elif place.kind == 1:
        item = file.object(number, place.which)
        if isinstance(item, Stream):
            seen.outside |= "F" in item.dictionary
            if item.dictionary.get("Subtype") == "Image":
                seen.pictures.append(item)
        _look_at(file, item, seen, Ref(number, place.which))


def _look_at(file: PdfFile, item: PdfObject, seen: Contents, own: Ref | None = None) -> None:
    for dictionary in _dictionaries(item):
        _look_at_one(file, dictionary, seen, own if dictionary is item else None)


def _dictionaries(item: PdfObject) -> Iterator[Dictionary]:
    waiting: list[PdfObject] = [item]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Stream):
            part = part.dictionary
        if isinstance(part, dict):
            yield part
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def _look_at_one(file: PdfFile, dictionary: Dictionary, seen: Contents, own: Ref | None) -> None:
    if dictionary.keys() & _KEYS or _name(file, dictionary.get("Subtype")) in _PLAYERS:
        seen.actions = True
    if _name(file, dictionary.get("S")) in _ACTIONS and _name(file, dictionary.get("Type")) in ("", "Action"):
        seen.actions = True
    opening = file.resolve(dictionary["OpenAction"]) if "OpenAction" in dictionary else None
    if isinstance(opening, dict) and opening.get("S") != "GoTo":
        seen.actions = True
    if "OCProperties" in dictionary:
        seen.layers = True
    seen.signatures += "ByteRange" in dictionary and "Contents" in dictionary
    if "EF" in dictionary:
        seen.attachments.add(file, dictionary, own)


def _name(file: PdfFile, item: PdfObject) -> str:
    """Return the name that a value is or refers to; empty for anything else."""
    found = file.resolve(item)
    return found if isinstance(found, Name) else ""


def check_content(file: PdfFile, seen: Contents) -> list[Finding]:
    """Return findings about what a viewer might do or show besides the plain pages."""
    findings: list[Finding] = []
    if seen.actions:
        findings.append(unknown("active-content"))
    if seen.outside:
        findings.append(unknown("outside-content"))
    if seen.layers:
        findings.append(unknown("layers"))
    for name, stream in seen.attachments.files.items():
        begins = first_bytes(file.data[stream.start : min(stream.end, stream.start + 1024)])
        if name.lower().endswith(_PROGRAM_NAMES) or begins.startswith(_PROGRAM_STARTS):
            findings.append(unknown("attached-program", file=shown(name)))
    return findings
