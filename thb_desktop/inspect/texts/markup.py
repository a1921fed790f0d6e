"""Markup: the texts of mail and of RTF."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import Message
from types import MappingProxyType

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
    r"((?:\\'[0-9a-fA-F]{2})+)|\\u(-?\d{1,6}) ?|\\([a-zA-Z]+)(-?\d{1,9})? ?|\\([^a-zA-Z])|([{}])|[\r\n]"
    r"|([^\\{}\r\n]+)"
)
_INFO = re.compile(
    r"(\\(?:author|operator|title|subject|manager|company|keywords|doccomm|category|comment)\b[^{}]{0,4000})\}"
)
"""A property, which ends with its bracket; in a text, a word may go on behind one."""
_BREAKS = frozenset({"par", "line", "tab", "cell", "row", "page", "sect"})
_SYMBOLS: Mapping[str, str] = MappingProxyType({"\\": "\\", "{": "{", "}": "}", "~": " "})
_NO_FONTS: Mapping[str, str] = MappingProxyType({})


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
                with suppress(
                    LookupError, UnicodeError
                ):  # Python knows `idna` and `undefined`, which read no text
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


def rtf_text(text: str, coding: str, fonts: Mapping[str, str] = _NO_FONTS) -> str:
    """Return the words of RTF. coding: of bytes in a font that has none of its own in `fonts`."""
    return _RTF.sub(_RtfReader(coding, fonts).read, text)


@dataclass(slots=True)
class _RtfReader:
    """Reads token after token. font and most hold within a group: the font, and how many signs stand behind a
    Unicode sign in its place, for readers that do not know it. skip: how many of them are still to come.
    """

    coding: str
    fonts: Mapping[str, str]
    font: str = ""
    most: int = 1
    skip: int = 0
    high: int = 0
    outer: list[tuple[str, int]] = field(default_factory=list)

    def read(self, token: re.Match[str]) -> str:
        coded, unicode, word, number, symbol, brace, plain = token.groups()
        if coded:
            data = bytes.fromhex(coded.replace("\\'", ""))
            return data[self._skipped(len(data)) :].decode(self.fonts.get(self.font, self.coding), "replace")
        if unicode:
            self.skip = self.most
            return self._sign(int(unicode) % 65536)
        if plain:
            told = str(plain[self._skipped(len(plain)) :])
            self.high = 0 if told else self.high
            return told
        if symbol:
            return "" if self._skipped(1) else _SYMBOLS.get(symbol, "")
        if brace:
            self._nest(brace)
        return self._word(word, number or "") if word else ""

    def _skipped(self, count: int) -> int:
        found = min(self.skip, count)
        self.skip -= found
        return found

    def _sign(self, code: int) -> str:
        """Return a sign; one beyond the first plane is written as two halves, and half a one is none."""
        high, self.high = self.high, 0
        if 0xD800 <= code < 0xDC00:
            self.high = code
            return ""
        if 0xDC00 <= code < 0xE000:
            return chr(0x10000 + (high - 0xD800) * 0x400 + code - 0xDC00) if high else ""
        return chr(code)

    def _nest(self, brace: str) -> None:
        self.skip = 0
        if brace == "{":
            self.outer.append((self.font, self.most))
        elif self.outer:
            self.font, self.most = self.outer.pop()

    def _word(self, word: str, number: str) -> str:
        self.skip = 0
        if word == "f":
            self.font = number
        elif word == "uc" and number:
            self.most = max(0, int(number))
        return "\n" if word in _BREAKS else ""
