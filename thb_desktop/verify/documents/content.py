"""The content of a PDF file besides pages: programs, layers, external parts, and attached files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from thb_desktop.findings import Finding, unknown
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.path import shown
from thb_desktop.verify.documents.syntax import Dictionary, PdfObject, Stream
from thb_desktop.verify.documents.unpacking import first_bytes

MAXIMUM_ATTACHMENTS = 20_000

_ACTIONS = {
    *("JavaScript", "Launch", "ImportData", "SubmitForm", "ResetForm", "Rendition", "Movie", "Sound"),
    *("GoToE", "Hide", "SetOCGState", "RichMediaExecute", "GoTo3DView"),
}
_PLAYERS = {"RichMedia", "Movie", "Screen", "3D", "Sound"}
_KEYS = {"JS", "JavaScript", "XFA", "AA"}
_TELLING = re.compile(
    "/(?:{})(?![^\\x00\\t\\n\\x0c\\r ()<>\\[\\]{{}}/%])|/[^\\x00\\t\\n\\x0c\\r ()<>\\[\\]{{}}/%]*#".format(
        "|".join(sorted(_ACTIONS | _PLAYERS | _KEYS | {"OpenAction", "OCProperties", "EF", "ByteRange"}))
    ).encode()
)
"""A name that is searched for, or one written with escapes: object streams without any need not be read."""
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
    attachments: dict[str, Stream] = field(default_factory=dict)
    """By file name, as stated in the file."""
    twice: bool = False
    """Whether two different attached files have the same name."""


def look_through(file: PdfFile) -> Contents:
    """Read every object of the file, used or not. Raises PdfUnreadableError."""
    seen = Contents()
    for number, place in file.places.items():
        if place.kind == 1:
            item = file.object(number, place.which)
            if isinstance(item, Stream):
                seen.outside |= "F" in item.dictionary and item.dictionary.get("Type") != "EmbeddedFile"
            _look_at(file, item, seen)
    for store, numbers in file.stores().items():
        if _TELLING.search(file.store(store).content):
            for number in numbers:
                _look_at(file, file.object(number), seen)
    return seen


def _look_at(file: PdfFile, item: PdfObject, seen: Contents) -> None:
    for dictionary in _dictionaries(item):
        _look_at_one(file, dictionary, seen)


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


def _look_at_one(file: PdfFile, dictionary: Dictionary, seen: Contents) -> None:
    if dictionary.keys() & _KEYS or dictionary.get("Subtype") in _PLAYERS:
        seen.actions = True
    if "S" in dictionary and dictionary.get("Type", "Action") == "Action" and dictionary["S"] in _ACTIONS:
        seen.actions = True
    opening = file.resolve(dictionary["OpenAction"]) if "OpenAction" in dictionary else None
    if isinstance(opening, dict) and opening.get("S") != "GoTo":
        seen.actions = True
    if "OCProperties" in dictionary:
        seen.layers = True
    seen.signatures += "ByteRange" in dictionary and "Contents" in dictionary
    if "EF" in dictionary:
        _attach(file, dictionary, seen)


def _attach(file: PdfFile, specification: Dictionary, seen: Contents) -> None:
    held = file.dictionary(specification["EF"])
    content = file.resolve(held.get("F", held.get("UF")))
    text = file.open_string(specification.get("UF", specification.get("F")))
    name = text[2:].decode("utf-16-be", "replace") if text[:2] == b"\xfe\xff" else _decoded(text)
    if not isinstance(content, Stream) or len(seen.attachments) >= MAXIMUM_ATTACHMENTS:
        return
    seen.twice |= name in seen.attachments and seen.attachments[name].start != content.start
    seen.attachments[name] = content


def _decoded(text: bytes) -> str:
    return text[3:].decode("utf-8", "replace") if text[:3] == b"\xef\xbb\xbf" else text.decode("latin-1")


def check_content(file: PdfFile, seen: Contents) -> list[Finding]:
    """Return findings about what a viewer might do or show besides the plain pages."""
    findings: list[Finding] = []
    if seen.actions:
        findings.append(unknown("active-content"))
    if seen.outside:
        findings.append(unknown("outside-content"))
    if seen.layers:
        findings.append(unknown("layers"))
    if seen.twice:
        findings.append(unknown("attachment-twice"))
    for name, stream in seen.attachments.items():
        if name.lower().endswith(_PROGRAM_NAMES) or first_bytes(
            file.data[stream.start : stream.end]
        ).startswith(_PROGRAM_STARTS):
            findings.append(unknown("attached-program", file=shown(name)))
    return findings
