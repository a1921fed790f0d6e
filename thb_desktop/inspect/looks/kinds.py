"""Kinds: what a file is, by its content. Its name decides only between kinds of text."""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from thb_desktop.inspect.looks.archives import FAULTS, member, zipped
from thb_desktop.inspect.looks.chats import is_telegram_html, is_telegram_json, is_viber, is_whatsapp
from thb_desktop.inspect.looks.codings import coding_of
from thb_desktop.inspect.looks.html import HTML
from thb_desktop.inspect.looks.mail import MAIL, OF_MAIL
from thb_desktop.inspect.looks.ole import OLE, compound, is_msg
from thb_desktop.inspect.looks.parts import Asked, UnreadableError
from thb_desktop.inspect.looks.tables import head_text, separator_of
from thb_desktop.inspect.looks.traffic import is_har
from thb_desktop.inspect.looks.transcribed import is_elan
from thb_desktop.inspect.texts.transcript_forms import is_praat, is_subrip, is_webvtt

HEAD = 1 << 16
"""Bytes that are looked at."""


class Kind(StrEnum):
    """By which reader a file is looked at."""

    PDF = "PDF"
    PICTURE = "PICTURE"
    UNDRAWN = "UNDRAWN"
    """A picture of a form that is not drawn."""
    TEXT = "TEXT"
    RTF = "RTF"
    HTML = "HTML"
    WORDS = "WORDS"
    WORKBOOK = "WORKBOOK"
    OPEN_SHEET = "OPEN_SHEET"
    TABLE = "TABLE"
    MAIL = "MAIL"
    BOX = "BOX"
    MSG = "MSG"
    OLE = "OLE"
    MHTML = "MHTML"
    WARC = "WARC"
    WACZ = "WACZ"
    WHATSAPP = "WHATSAPP"
    VIBER = "VIBER"
    TELEGRAM = "TELEGRAM"
    TELEGRAM_PAGE = "TELEGRAM_PAGE"
    SUBRIP = "SUBRIP"
    WEBVTT = "WEBVTT"
    ELAN = "ELAN"
    PRAAT = "PRAAT"
    ZIP = "ZIP"
    TAR = "TAR"
    SEVEN = "SEVEN"
    PACKED = "PACKED"
    IMAGE = "IMAGE"
    RECORDING = "RECORDING"
    DATABASE = "DATABASE"
    TRAFFIC = "TRAFFIC"
    BYTES = "BYTES"


@dataclass(frozen=True, slots=True)
class Found:
    """The kind of a file, and its media type as IANA or the tool `file` names it."""

    kind: Kind
    media_type: str


_BEGINS: tuple[tuple[bytes, Kind, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", Kind.PICTURE, "image/png"),
    (b"\xff\xd8\xff", Kind.PICTURE, "image/jpeg"),
    (b"GIF87a", Kind.PICTURE, "image/gif"),
    (b"GIF89a", Kind.PICTURE, "image/gif"),
    (b"II*\0", Kind.PICTURE, "image/tiff"),
    (b"MM\0*", Kind.PICTURE, "image/tiff"),
    (b"ID3", Kind.RECORDING, "audio/mpeg"),
    (b"fLaC", Kind.RECORDING, "audio/flac"),
    (b"#!AMR", Kind.RECORDING, "audio/AMR"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Kind.RECORDING, "video/x-ms-asf"),
    (b"SQLite format 3\0", Kind.DATABASE, "application/vnd.sqlite3"),
    (b"EVF\x09\x0d\x0a\xff\0", Kind.IMAGE, "application/x-ewf"),
    (b"\x1f\x8b", Kind.PACKED, "application/gzip"),
    (b"BZh", Kind.PACKED, "application/x-bzip2"),
    (b"\xfd7zXZ\0", Kind.PACKED, "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", Kind.SEVEN, "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", Kind.BYTES, "application/x-rar"),
    (b"WARC/", Kind.WARC, "application/warc"),
    (b"{\\rtf", Kind.RTF, "text/rtf"),
    (b"\x7fELF", Kind.BYTES, "application/x-executable"),
    (b"MZ", Kind.BYTES, "application/vnd.microsoft.portable-executable"),
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
    b"WEBP": (Kind.UNDRAWN, "image/webp"),
}
_SIGNS_OF_TEXT = bytes({*range(0x20, 0x7F), *range(0x80, 0x100), *b"\t\n\r\f\b\x1b"})
_BITMAPS = {size.to_bytes(4, "little") for size in (12, 40, 52, 56, 64, 108, 124)}
"""Sizes of the second head of a BMP."""
_PDF_WITHIN = 1024


def kind_of(asked: Asked, name: str = "") -> Found:
    """Say what a file is. name: decides between kinds of text alone."""
    asked.source.seek(0)
    head = asked.source.read(HEAD)
    for test in _TESTS:
        if (found := test(asked, head, name.lower())) is not None:
            return found
    return Found(Kind.BYTES, "application/octet-stream")


Test = Callable[[Asked, bytes, str], Found | None]


def _by_beginning(_asked: Asked, head: bytes, _name: str) -> Found | None:
    if not head:
        return Found(Kind.TEXT, "inode/x-empty")
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return Found(Kind.PDF, "application/pdf")
    return next((Found(kind, told) for begins, kind, told in _BEGINS if head.startswith(begins)), None)


def _container(_asked: Asked, head: bytes, _name: str) -> Found | None:
    """Boxes, chunks and pages of sound, films and pictures."""
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return Found(*_RIFF[head[8:12]])
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return Found(Kind.UNDRAWN, _BRANDS[head[8:12]])
    if head[4:8] == b"ftyp":
        return Found(Kind.RECORDING, _BRANDS_OF_SOUND.get(head[8:12], "video/mp4"))
    if head.startswith(b"OggS"):
        return Found(Kind.RECORDING, "video/ogg" if b"theora" in head[:64] else "audio/ogg")
    if head.startswith(b"\x1aE\xdf\xa3"):
        return Found(Kind.RECORDING, "video/webm" if b"webm" in head[:64] else "video/x-matroska")
    return None


def _bitmap(_asked: Asked, head: bytes, _name: str) -> Found | None:
    """A BMP begins with two letters, as a text may."""
    is_one = head.startswith(b"BM") and head[14:18] in _BITMAPS
    return Found(Kind.PICTURE, "image/bmp") if is_one else None


def _by_frames(_asked: Asked, head: bytes, _name: str) -> Found | None:
    """MPEG sound without names before it: two bytes that a text in UTF-16 begins with too."""
    is_frame = len(head) > 3 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[:2] != b"\xff\xfe"
    return Found(Kind.RECORDING, "audio/mpeg") if is_frame else None


def _packed(asked: Asked, head: bytes, _name: str) -> Found | None:
    """A ZIP by what is in it; a TAR; a packed WARC; an older container of Office."""
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return _zip(asked)
    if head[257:262] == b"ustar":
        return Found(Kind.TAR, "application/x-tar")
    if head.startswith(OLE):
        return Found(Kind.MSG, "application/vnd.ms-outlook") if is_msg(asked) else _older_office(asked)
    if head.startswith(b"\x1f\x8b") and _begins_unpacked(head).startswith(b"WARC/"):
        return Found(Kind.WARC, "application/warc")
    return None


def _begins_unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, 64)
    except zlib.error:
        return b""


def _zip(asked: Asked) -> Found:
    try:
        names = zipped(asked).NameToInfo
        if "mimetype" in names and names["mimetype"].file_size < 200:
            told = member(asked, "mimetype").decode("ascii", "replace").strip()
            kind = Kind.OPEN_SHEET if told.startswith(_OPEN + "spreadsheet") else Kind.WORDS
            return Found(kind if "content.xml" in names else Kind.ZIP, told)
    except (*FAULTS, OSError, ValueError, UnreadableError):
        return Found(Kind.ZIP, "application/zip")
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return Found(Kind.WACZ, "application/wacz+zip")
    return next(
        (found for name, found in _OFFICE.items() if name in names), Found(Kind.ZIP, "application/zip")
    )


_OPEN = "application/vnd.oasis.opendocument."
_FORMS = "application/vnd.openxmlformats-officedocument."
_OFFICE = {
    "word/document.xml": Found(Kind.WORDS, f"{_FORMS}wordprocessingml.document"),
    "xl/workbook.xml": Found(Kind.WORKBOOK, f"{_FORMS}spreadsheetml.sheet"),
    "ppt/presentation.xml": Found(Kind.WORDS, f"{_FORMS}presentationml.presentation"),
}


def _older_office(asked: Asked) -> Found:
    try:
        names = {path[-1] for path in compound(asked).entries}
    except (UnreadableError, ValueError, struct.error):
        names = set()
    forms = {"WordDocument": "application/msword", "PowerPoint Document": "application/vnd.ms-powerpoint"}
    told = next((forms[name] for name in forms if name in names), "application/x-ole-storage")
    is_book = bool(names & {"Workbook", "Book"})
    return Found(Kind.OLE, "application/vnd.ms-excel" if is_book else told)


def _mail(_asked: Asked, head: bytes, _name: str) -> Found | None:
    if (begins := MAIL.match(head)) is None:
        return None
    if head.startswith(b"From "):
        return Found(Kind.BOX, "application/mbox")
    if len(OF_MAIL.findall(begins[0])) < 2:
        return None
    is_related = b"multipart/related" in begins[0].lower()
    if is_related and (b"snapshot-content-location" in begins[0].lower() or b"MHTML" in begins[0]):
        return Found(Kind.MHTML, "multipart/related")
    return Found(Kind.MAIL, "message/rfc822")


def _text(_asked: Asked, head: bytes, name: str) -> Found | None:
    coding = coding_of(head)[0]
    if not coding.startswith(("utf-16", "utf-32")) and not is_text(head):
        return None
    begin = head[:_SAMPLE].decode(coding, "replace").removeprefix("\ufeff").encode("utf-8", "replace")
    if HTML.match(begin):
        is_chat = is_telegram_html(head)
        return Found(Kind.TELEGRAM_PAGE if is_chat else Kind.HTML, "text/html")
    return _plain_text(head, begin, name)


def _plain_text(head: bytes, begin: bytes, name: str) -> Found:
    """A transcript, a chat or a table by how it is written; else a text."""
    if (found := _transcript(head, begin.decode("utf-8", "replace"))) is not None:
        return found
    found = next((found for is_one, found in _WRITTEN if is_one(begin, head)), None)
    if found is not None:
        return found
    if name.endswith((".csv", ".tsv")) and separator_of(head_text(head)):
        return Found(Kind.TABLE, "text/csv")
    return Found(Kind.TEXT, _media_type(begin))


_WRITTEN: tuple[tuple[Callable[[bytes, bytes], bool], Found], ...] = (
    (lambda begin, _: is_telegram_json(begin), Found(Kind.TELEGRAM, "application/json")),
    (lambda begin, _: is_har(begin), Found(Kind.TRAFFIC, "application/json")),
    (lambda _, head: is_whatsapp(head), Found(Kind.WHATSAPP, "text/plain")),
    (lambda _, head: is_viber(head), Found(Kind.VIBER, "text/csv")),
)
"""Texts of a known form: by their beginning in UTF-8, or by their bytes."""


def _transcript(head: bytes, begin: str) -> Found | None:
    if is_subrip(begin):
        return Found(Kind.SUBRIP, "application/x-subrip")
    if is_webvtt(begin):
        return Found(Kind.WEBVTT, "text/vtt")
    if begin.startswith("<?xml") and is_elan(head):
        return Found(Kind.ELAN, "text/xml")
    return Found(Kind.PRAAT, "text/plain") if is_praat(begin) else None


def _media_type(begin: bytes) -> str:
    if begin.startswith(b"<?xml"):
        return "text/xml"
    is_json = begin[:1] in (b"{", b"[") and begin[1:].lstrip()[:1] in (b'"', b"{", b"[", b"]", b"}")
    return "application/json" if is_json else "text/plain"


def is_text(head: bytes) -> bool:
    """Whether there is no byte in it that a text does not have."""
    return not head.translate(None, _SIGNS_OF_TEXT)


_SAMPLE = 4096
_TESTS: tuple[Test, ...] = (_packed, _by_beginning, _container, _bitmap, _by_frames, _mail, _text)
