"""PDF: its properties, and what in it would run. Its pages are drawn elsewhere."""

import re

from thb_desktop.inspect.looks.parts import Asked, Facts
from thb_desktop.inspect.texts.collecting import Collected, TooMuchError
from thb_desktop.inspect.texts.documents import PdfObject, objects_of
from thb_desktop.inspect.texts.drawn import STRING, bytes_of

_INFO = re.compile(rb"/Info\s+(\d{1,10})\s+\d+\s+R")
_NAMES = re.compile(rb"/(Title|Author|Subject|Keywords|Creator|Producer|CreationDate|ModDate)\s*(?=[(<])")
_CODES = {
    "Title": "TITLE",
    "Author": "AUTHOR",
    "Creator": "SOFTWARE",
    "Producer": "SOFTWARE",
    "CreationDate": "CREATED",
    "ModDate": "MODIFIED",
}
_ACTIVE = (
    (re.compile(rb"/(?:JavaScript|JS)\b"), "SCRIPT"),
    (re.compile(rb"/(?:URI|GoToR|SubmitForm)\b"), "REMOTE"),
    (re.compile(rb"/Launch\b"), "LAUNCH"),
)


def tell_of_pdf(asked: Asked) -> Facts:
    data = asked.whole()
    try:
        objects = objects_of(Collected(), "", data)
    except TooMuchError:
        objects = {}
    facts: Facts = []
    version = re.search(rb"%PDF-(\d\.\d)", data[:2048])
    if version:
        facts.append(("", "version", version[1].decode()))
    for number in dict.fromkeys(int(each) for each in _INFO.findall(_outside(data, objects))):
        for each in objects.get(number, [])[-1:]:
            facts += _of_info(each.body)
    if b"/Encrypt" in data:
        facts.append(("", "Encrypt", "yes"))
    return facts


def _outside(data: bytes, objects: dict[int, list[PdfObject]]) -> bytes:
    """Return where a trailer may stand: the file itself, and the tables of references."""
    return data + b"\n".join(
        each.body for versions in objects.values() for each in versions if each.is_a(b"XRef")
    )


def _of_info(body: bytes) -> Facts:
    facts: Facts = []
    for found in _NAMES.finditer(body):
        token = STRING.match(body, found.end())
        if token is not None:
            key = found[1].decode()
            facts.append((_CODES.get(key, ""), key, _text(bytes_of(token))))
    return facts


def _text(data: bytes) -> str:
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8" if _is_utf_8(data) else "cp1252", "replace")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def kept_out_of(data: bytes) -> list[str]:
    """Return what the document would run, load or start, as far as it is not packed."""
    return [code for sign, code in _ACTIVE if sign.search(data)]
