"""Looking: into one file, whatever it is, and into the files within it."""

import bz2
import gzip
import io
import lzma
import re
import tarfile
import warnings
import zipfile
import zlib
from typing import BinaryIO

from thb_desktop.inspect.texts.captures import is_capture, look_in_capture
from thb_desktop.inspect.texts.codes import look_in_text
from thb_desktop.inspect.texts.codings import decoded, is_text, marked, wide_text
from thb_desktop.inspect.texts.collecting import (
    DEEPEST,
    MOST_BYTES,
    Collected,
    TooMuchError,
    Unread,
)
from thb_desktop.inspect.texts.markup import is_mail, look_in_mail, look_in_rtf
from thb_desktop.inspect.texts.pdf import is_pdf, look_in_pdf
from thb_desktop.inspect.texts.pictures import is_picture, look_in_picture

_SOUND = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"FLV", b"\0\0\1\xba", b"#!AMR", b"\x30\x26\xb2\x75")
_ZIP = (b"PK\3\4", b"PK\5\6")
_FOLD = re.compile(rb"\r?\n[ \t]")
"""Where a line of an address card or a calendar goes on, also within a letter."""
_NAMES = re.compile(r"[^\0-\x1f]{4,400}")
"""What may be a name at the end of a ZIP file, among bytes that are none."""
_UNICODE = re.compile(rb"u[pc]..\x01.{4}([^\0-\x1f]+)", re.DOTALL)
"""The name or comment of a file in a ZIP file once more, as programs without UTF-8 write it beside."""
_PIECE = 1 << 20


def texts_in(source: BinaryIO) -> Collected:
    """Return all texts of a file."""
    found = Collected()
    try:
        data = source.read(MOST_BYTES + 1)
        found.afford(len(data))
        with warnings.catch_warnings(action="ignore"):  # of the library, about a file of others
            look(found, "", data, 0)
    except (TooMuchError, MemoryError):
        found.missed("", Unread.TOO_MUCH)
    return found


def look(found: Collected, part: str, data: bytes, depth: int) -> None:
    """Look into bytes and all that is in them. Raises TooMuchError."""
    if not data:
        return
    if depth > DEEPEST:
        found.missed(part, Unread.TOO_MUCH)
        found.data(part, data)
        return
    if data.startswith(_ZIP) or data[-22:].startswith(_ZIP[1]):
        _look_in_zip(found, part, data, depth)
    if not data.startswith(_ZIP):
        _look_by_kind(found, part, data, depth)


def _look_by_kind(found: Collected, part: str, data: bytes, depth: int) -> None:
    """Look into what begins as no archive: an archive may stand behind it."""
    if data.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")):
        _look_in_packed(found, part, data, depth)
    elif data[257:262] == b"ustar":
        _look_in_tar(found, part, data, depth)
    elif data[:64].lstrip().startswith(b"{\\rtf"):
        look_in_rtf(found, part, data)
    elif is_picture(data):
        look_in_picture(found, part, data, depth, look)
    elif is_mail(data):
        look_in_mail(found, part, data, depth, look)
    elif is_pdf(data):
        look_in_pdf(found, part, data, depth, look)
    elif is_capture(data):
        look_in_capture(found, part, data, depth, look)
    else:
        _look_in_other(found, part, data, depth)


def is_recording(data: bytes) -> bool:
    return (
        data.startswith(_SOUND)
        or data[4:8] == b"ftyp"
        or (data[:4] == b"RIFF" and data[8:12] in (b"WAVE", b"AVI "))
        or (data[0] == 0xFF and data[1] & 0xE0 == 0xE0 if len(data) > 1 else False)
    )


def _look_in_other(found: Collected, part: str, data: bytes, depth: int) -> None:
    if is_text(data):
        cards = (_FOLD.sub(b"", data),) if b"BEGIN:V" in data else ()
        for text in (text for each in (data, *cards) for text in decoded(each)):
            look_in_text(found, part, text, depth, look)
        return
    found.data(part, data)
    if is_recording(data):
        found.missed(part, Unread.SOUND)
    elif wide_text(data) is None:
        found.missed(part, Unread.UNKNOWN)


def _look_in_zip(found: Collected, part: str, data: bytes, depth: int) -> None:
    found.text(f"{part}, names", marked(_NAMES.findall(data[-65536:].decode("cp437"))))
    try:
        with zipfile.ZipFile(io.BytesIO(data), "r") as archive:
            found.data(f"{part}, comment", archive.comment)
            for each in archive.infolist():
                place = _within(part, each.filename)
                found.text(f"{part}, names", each.filename)
                found.data(f"{part}, names", each.filename.encode("cp437", "ignore"))
                found.data(f"{place}, comment", each.comment)
                for told in _UNICODE.findall(each.extra):
                    found.text(f"{part}, names", told.decode("utf-8", "replace"))
                if each.flag_bits & 1:
                    found.missed(place, Unread.ENCRYPTED)
                elif not each.is_dir():
                    found.afford(each.file_size)
                    try:
                        with archive.open(each) as member:
                            look(found, place, member.read(each.file_size + 1), depth + 1)
                    except (
                        zipfile.BadZipFile,
                        RuntimeError,
                        zlib.error,
                        lzma.LZMAError,
                        EOFError,
                        ValueError,
                        OSError,
                    ):
                        found.missed(place, Unread.DAMAGED)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        found.data(part, data)
        found.missed(part, Unread.DAMAGED)


def _look_in_packed(found: Collected, part: str, data: bytes, depth: int) -> None:
    found.data(f"{part}, names", data[:1024])
    inner = bytearray()
    try:
        with _unpacking(data) as opened:
            while piece := opened.read(_PIECE):
                found.afford(len(piece))
                inner += piece
    except (OSError, EOFError, zlib.error, lzma.LZMAError):
        found.missed(part, Unread.DAMAGED)
    look(found, f"{part}, unpacked", bytes(inner), depth + 1)


def _unpacking(data: bytes) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    source = io.BytesIO(data)
    if data.startswith(b"BZ"):
        return bz2.BZ2File(source)
    return gzip.GzipFile(fileobj=source) if data.startswith(b"\x1f") else lzma.LZMAFile(source)


def _look_in_tar(found: Collected, part: str, data: bytes, depth: int) -> None:
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for each in archive:
                place = _within(part, each.name)
                found.text(f"{part}, names", "\n".join((each.name, each.linkname, each.uname, each.gname)))
                found.text(f"{part}, names", "\n".join(each.pax_headers.values()))
                member = archive.extractfile(each) if each.isfile() else None
                if member is not None:
                    found.afford(each.size)
                    look(found, place, member.read(), depth + 1)
            look(found, f"{part}, after its end", data[archive.offset :].strip(b"\0"), depth + 1)
    except (tarfile.TarError, ValueError, EOFError, OSError):
        found.data(part, data)
        found.missed(part, Unread.DAMAGED)


def _within(part: str, name: str) -> str:
    return f"{part}/{name}"
