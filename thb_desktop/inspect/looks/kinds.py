"""Kinds: what a file is, by its content. Its name decides only between kinds of text."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from thb_desktop.inspect.looks.codings import coding_of

HEAD = 1 << 16
"""Bytes that are looked at."""


class Kind(StrEnum):
    """By which reader a file is looked at."""

    PDF = "PDF"
    PICTURE = "PICTURE"
    TEXT = "TEXT"
    RECORDING = "RECORDING"
    BYTES = "BYTES"


@dataclass(frozen=True, slots=True)
class Found:
    """The kind of a file, and its media type as IANA or the tool `file` names it."""

    kind: Kind
    media_type: str


_BEGINS: tuple[tuple[bytes, Kind, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", Kind.PICTURE, "image/png"),
    (b"\xff\xd8\xff", Kind.PICTURE, "image/jpeg"),
    (b"GIF87a", Kind.BYTES, "image/gif"),
    (b"GIF89a", Kind.BYTES, "image/gif"),
    (b"II*\0", Kind.BYTES, "image/tiff"),
    (b"MM\0*", Kind.BYTES, "image/tiff"),
    (b"ID3", Kind.RECORDING, "audio/mpeg"),
    (b"fLaC", Kind.RECORDING, "audio/flac"),
    (b"#!AMR", Kind.RECORDING, "audio/AMR"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind.RECORDING, "video/x-ms-asf"),
    (b"SQLite format 3\0", Kind.BYTES, "application/vnd.sqlite3"),
    (b"EVF\x09\x0d\x0a\xff\0", Kind.BYTES, "application/x-ewf"),
)
_BRANDS = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif", b"avif": "image/avif"}
_BRANDS_OF_SOUND = {
    b"M4A ": "audio/x-m4a",
    b"qt  ": "video/quicktime",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
}
_RIFF = {
    b"WAVE": (Kind.RECORDING, "audio/x-wav"),
    b"AVI ": (Kind.RECORDING, "video/x-msvideo"),
    b"WEBP": (Kind.BYTES, "image/webp"),
}
_SIGNS_OF_TEXT = bytes({*range(0x20, 0x7F), *range(0x80, 0x100), *b"\t\n\r\f\b\x1b"})
_PDF_WITHIN = 1024


def kind_of(source: BinaryIO, name: str = "") -> Found:
    """Say what a file is. The place in the source is at its beginning afterwards."""
    source.seek(0)
    head = source.read(HEAD)
    source.seek(0)
    for test in _TESTS:
        if (found := test(source, head, name)) is not None:
            source.seek(0)
            return found
    return Found(Kind.BYTES, "application/octet-stream")


Test = Callable[[BinaryIO, bytes, str], Found | None]


def _by_beginning(_source: BinaryIO, head: bytes, _name: str) -> Found | None:
    if not head:
        return Found(Kind.TEXT, "inode/x-empty")
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return Found(Kind.PDF, "application/pdf")
    return next((Found(kind, told) for begins, kind, told in _BEGINS if head.startswith(begins)), None)


def _container(_source: BinaryIO, head: bytes, _name: str) -> Found | None:
    """Boxes, chunks and pages of sound, films and pictures."""
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return Found(*_RIFF[head[8:12]])
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return Found(Kind.BYTES, _BRANDS[head[8:12]])
    if head[4:8] == b"ftyp":
        return Found(Kind.RECORDING, _BRANDS_OF_SOUND.get(head[8:12], "video/mp4"))
    if head.startswith(b"OggS"):
        return Found(Kind.RECORDING, "video/ogg" if b"theora" in head[:64] else "audio/ogg")
    if head.startswith(b"\x1aE\xdf\xa3"):
        return Found(Kind.RECORDING, "video/webm" if b"webm" in head[:64] else "video/x-matroska")
    return None


def _by_frames(_source: BinaryIO, head: bytes, _name: str) -> Found | None:
    """MPEG sound without names before it: two bytes that a text in UTF-16 begins with too."""
    is_frame = len(head) > 3 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[:2] != b"\xff\xfe"
    return Found(Kind.RECORDING, "audio/mpeg") if is_frame else None


def _text(_source: BinaryIO, head: bytes, _name: str) -> Found | None:
    if coding_of(head)[0].startswith(("utf-16", "utf-32")) or is_text(head):
        return Found(Kind.TEXT, "text/plain")
    return None


def is_text(head: bytes) -> bool:
    """Whether there is no byte in it that a text does not have."""
    return not head.translate(None, _SIGNS_OF_TEXT)


_TESTS: tuple[Test, ...] = (_by_beginning, _container, _by_frames, _text)
