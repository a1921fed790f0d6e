"""Markup: the texts of mail and of RTF."""

import re
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import Message

from thb_desktop.inspect.texts.codes import clear, header_text, look_in_text
from thb_desktop.inspect.texts.codings import FURTHER, LEGACY
from thb_desktop.inspect.texts.collecting import Collected, Look, Unread

_MAIL = re.compile(rb"\A(?:>?From [^\n]*\n)?(?:[A-Za-z0-9-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,200}")
_OF_MAIL = re.compile(
    rb"^(?:From|To|Subject|Date|Received|MIME-Version|Content-Type|Message-ID):", re.IGNORECASE | re.MULTILINE
)
_NEXT = re.compile(rb"\n\r?\n(?=From [^\r\n]*\r?\n[A-Za-z0-9-]{2,40}:)")
"""Where the next message of a mailbox begins."""
_BEFORE = b"\xef\xbb\xbf\r\n\t "
_RTF = re.compile(
    r"((?:\\'[0-9a-fA-F]{2})+)|\\u(-?\d{1,6}) ?\??|\\([a-zA-Z]+)(-?\d+)? ?|\\([^a-zA-Z])|[{}]|[\r\n]"
)
_INFO = re.compile(
    r"(\\(?:author|operator|title|subject|manager|company|keywords|doccomm|category|comment)\b[^{}]{0,4000})\}"
)
"""A property, which ends with its bracket; in a text, a word may go on behind one."""
_BREAKS = frozenset({"par", "line", "tab", "cell", "row", "page", "sect"})


def is_mail(data: bytes) -> bool:
    head = data[:65536].lstrip(_BEFORE)
    start = _MAIL.match(head)
    return start is not None and len(_OF_MAIL.findall(start[0])) >= 2


def look_in_mail(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
    """Take the headers and the parts of a message, or of each in a mailbox, as they are meant. The raw bytes
    are looked at besides.
    """
    found.data(part, data)
    data = data.lstrip(_BEFORE)
    messages = _NEXT.split(data) if data.startswith(b"From ") else [data]
    for number, each in enumerate(messages, 1):
        place = f"{part}, message {number}" if number > 1 else part
        _look_in_message(found, place, each, depth, look)


def _look_in_message(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
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
    lines = [f"{name}: {clear(header_text(str(value)))}" for name, value in message.items()]
    lines.append(message.get_filename("") or "")
    found.text(f"{part}, headers", "\n".join(lines))


def look_in_rtf(found: Collected, part: str, data: bytes) -> None:
    """Take the text of an RTF file; pictures and objects in it are not looked at."""
    text = _INFO.sub(r"\1\\par }", data.decode("latin-1"))
    found.text(part, text)
    if "\\pict" in text or "\\objdata" in text:
        found.missed(part, Unread.PIXELS)
    for coding in (*LEGACY, *FURTHER):
        found.text(part, rtf_text(text, coding))


def rtf_text(text: str, coding: str) -> str:
    skip = 0

    def put(each: re.Match[str]) -> str:
        nonlocal skip
        if each[1]:
            stood_for, skip = skip, 0
            return bytes.fromhex(each[1].replace("\\'", ""))[stood_for:].decode(coding, "replace")
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
