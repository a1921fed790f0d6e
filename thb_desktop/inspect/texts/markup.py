"""Markup: texts in which letters may stand as codes: of the web, RTF, JSON, mail."""

import re
from binascii import Error, a2b_base64
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from html import unescape

from thb_desktop.inspect.texts.collecting import Collected, Look, Unread

_TAG = re.compile(r"<[^<>]{0,20000}>")
_INLINE = re.compile(
    r"</?(?:[a-zA-Z]+:)?(?:b|i|u|s|em|strong|span|font|a|mark|wbr|sub|sup|small|r|t|rPr|rFonts|lang|sz|szCs|color|"
    r"proofErr|bookmarkStart|bookmarkEnd|noProof)\b[^<>]{0,2000}>"
)
_JSON = re.compile(r"\\u([0-9A-Fa-f]{4})")
_PERCENTS = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_DATA = re.compile(r"base64,([A-Za-z0-9+/=\s]{16,})")
_MAIL = re.compile(rb"\A(?:>?From [^\n]*\n)?(?:[A-Za-z0-9-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,200}")
_OF_MAIL = re.compile(
    rb"^(?:From|To|Subject|Date|Received|MIME-Version|Content-Type|Message-ID):", re.IGNORECASE | re.MULTILINE
)
_RTF = re.compile(
    r"\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?\??|\\([a-zA-Z]+)(-?\d+)? ?|\\([^a-zA-Z])|[{}]|[\r\n]"
)
_BREAKS = frozenset({"par", "line", "tab", "cell", "row", "page", "sect"})


def unquoted(text: str) -> str:
    """Read bytes that are written with a percent sign."""
    return _PERCENTS.sub(
        lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), text
    )


def written_otherwise(text: str) -> Iterator[str]:
    """Return a text with its codes read: entities and tags, escapes, percents; nothing if it has none."""
    if "<" in text or "&" in text:
        yield unescape(_TAG.sub(" ", text))
        yield unescape(_TAG.sub(" ", _INLINE.sub("", text)))
        yield unescape(text)
    if "\\u" in text:
        yield (
            _JSON.sub(lambda found: chr(int(found[1], 16)), text)
            .encode("utf-16", "surrogatepass")
            .decode("utf-16", "replace")
        )
    if "%" in text:
        yield unquoted(text)


def look_in_text(found: Collected, part: str, text: str, depth: int, look: Look) -> None:
    """Take a text, what its codes say, and what lies in it in Base64."""
    found.text(part, text)
    for other in written_otherwise(text):
        if other != text:
            found.text(part, other)
    for each in _DATA.finditer(text):
        try:
            look(found, f"{part}, data", a2b_base64(each[1].encode()), depth + 1)
        except (Error, ValueError):
            found.missed(part, Unread.DAMAGED)


def is_mail(data: bytes) -> bool:
    head = data[:65536]
    start = _MAIL.match(head)
    return start is not None and len(_OF_MAIL.findall(start[0])) >= 2


def look_in_mail(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
    """Take the headers and the parts of a message, as they are meant. The raw bytes are looked at besides."""
    found.data(part, data)
    message = message_from_bytes(data, policy=policy.compat32)
    for number, each in enumerate(message.walk()):
        place = f"{part}, part {number}" if number else part
        _look_in_headers(found, place, each)
        if each.is_multipart():
            continue
        content = each.get_payload(decode=True)
        if isinstance(content, bytes) and content:
            found.afford(len(content))
            charset = each.get_content_charset()
            if each.get_content_maintype() == "text" and charset:
                with suppress(LookupError):
                    look_in_text(found, place, content.decode(charset, "replace"), depth, look)
            look(found, place, content, depth + 1)


def _look_in_headers(found: Collected, part: str, message: "Message[str, str]") -> None:
    lines: list[str] = []
    for name, value in message.items():
        try:
            pieces = decode_header(str(value))
            text = "".join(
                each if isinstance(each, str) else each.decode(coding or "latin-1", "replace")
                for each, coding in pieces
            )
        except (HeaderParseError, LookupError, ValueError, Error):
            text = str(value)
        lines.append(f"{name}: {unquoted(text)}")
    lines.append(message.get_filename("") or "")
    found.text(f"{part}, headers", "\n".join(lines))


def look_in_rtf(found: Collected, part: str, data: bytes) -> None:
    """Take the text of an RTF file; pictures and objects in it are not looked at."""
    text = data.decode("latin-1")
    found.text(part, text)
    if "\\pict" in text or "\\objdata" in text:
        found.missed(part, Unread.PIXELS)
    for coding in ("cp1252", "cp1250", "cp1251", "cp1253", "cp1256"):
        found.text(part, rtf_text(text, coding))


def rtf_text(text: str, coding: str) -> str:
    skip = 0

    def put(each: re.Match[str]) -> str:
        nonlocal skip
        if each[1]:
            if skip:
                skip -= 1
                return ""
            return bytes([int(each[1], 16)]).decode(coding, "replace")
        if each[2]:
            skip = 1
            code = int(each[2]) % 65536
            return chr(code) if not 0xD800 <= code < 0xE000 else ""
        if each[3]:
            return "\n" if each[3] in _BREAKS else ""
        if each[5]:
            return each[5] if each[5] in "\\{}" else " " if each[5] == "~" else ""
        return ""

    return _RTF.sub(put, text)
