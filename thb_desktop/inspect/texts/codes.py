"""Codes: letters that stand as codes in a text: of the web, JSON, mail, address cards, Base64."""

import re
from binascii import Error, a2b_base64
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header

from thb_desktop.inspect.texts.codings import decoded, strict_text, wide_text
from thb_desktop.inspect.texts.collecting import Collected, Look, Unread
from thb_desktop.inspect.texts.references import unescaped

_TAG = re.compile(r"<[^<>]{0,20000}>")
_BLOCK = re.compile(
    r"</?(?:[a-zA-Z0-9]+:)?(?:p|div|br|td|th|tr|li|h[1-6]?|table|ul|ol|dl|dt|dd|title|pre|hr|tab|tc|cr|si|row|c|cell|"
    r"line-break|body|head|section|article|option|label|text|sheet|comment|item)(?![\w:])[^<>]{0,2000}>|"
    r"<text:s(?![\w:])[^<>]{0,2000}>"
)
"""Tags that end a word. All others may stand within one: those of a text processor are without number."""
_LITERAL = re.compile(r"<!\[CDATA\[|\]\]>")
_SIGN = re.compile(r"(?:(?<!\\)\\++u|%u)([0-9A-Fa-f]{4})|(?<!\\)\\++u\{([0-9A-Fa-f]{1,5})\}")
_BYTES = re.compile(r"(?:%[0-9A-Fa-f]{2})++|(?:=(?:[0-9A-Fa-f]{2}|\r?\n))++|(?:(?<!\\)\\++x[0-9A-Fa-f]{2})++")
"""Bytes with a percent sign, of quoted-printable with its soft ends of lines, and of scripts."""
_NO_DIGIT = re.compile(r"=\r?\n|[^0-9A-Fa-f]")
_ENCODED_WORDS = re.compile(r"=\?[\w-]+\?[bBqQ]\?[^?\s]*\?=(?:\s+=\?[\w-]+\?[bBqQ]\?[^?\s]*\?=){0,50}")
_ROUNDS = 3
"""How often codes of codes are read: an address within an address, JSON within JSON."""
_DATA = re.compile(r"base64,([A-Za-z0-9+/=\s]{8,})")
_BARE = re.compile(
    r"(?<!base64,)(?<![A-Za-z0-9+/_-])(?:(?:(?<=[:,])|(?<=[:,] ))[A-Za-z0-9+/]{8,15}+(?![A-Za-z0-9+/_-])|"
    r"[A-Za-z0-9+/]{16,}+(?![_-])(?:\r?\n[ \t]?[A-Za-z0-9+/]{4,}+)*+|[A-Za-z0-9_-]{16,}+)"
)
"""What may be Base64 although nothing says so: as a mail, a certificate, or a value of JSON has it."""
_HEXADECIMAL = re.compile(
    r"(?<![0-9A-Za-z])(?:0x)?((?:[0-9A-Fa-f]{2}){8,}+(?![0-9A-Za-z])"
    r"(?:\r?\n[ \t]?(?:[0-9A-Fa-f]{2}){4,}+(?![0-9A-Za-z]))*+)"
)
"""Bytes in hexadecimal digits, as a database or a program writes them down. Each line says itself whether it
is one of them, so that none is read again for those after it.
"""
_URL_SAFE = str.maketrans("-_", "+/", " \t\r\n")
_HEAD, _SHORT = 48, 4096
_FILE = re.compile(
    rb"%PDF|PK\x03\x04|\x89PNG|\xff\xd8\xff[\xc0-\xfe]|\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]",
    re.DOTALL,
)
"""How files begin. Two bytes would not do: a bundle has thousands of digests and signatures, and one in
65,536 begins as a file of gzip does by chance. It would be called damaged, and the bundle not searched.
"""


def header_text(value: str) -> str:
    """Return the text of a header in which words are encoded (RFC 2047)."""
    try:
        return "".join(
            each if isinstance(each, str) else each.decode(coding or "latin-1", "replace")
            for each, coding in decode_header(value)
        )
    except (HeaderParseError, LookupError, ValueError, Error):
        return value


def clear(text: str) -> str:
    """Return a text with its codes read, also those that the codes wrote."""
    for _ in range(_ROUNDS):
        before = text
        text = unescaped(text) if "&" in text else text
        text = _ENCODED_WORDS.sub(lambda found: header_text(found[0]), text) if "=?" in text else text
        if "\\" in text or "%u" in text:
            text = _SIGN.sub(lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), text)
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        text = _BYTES.sub(_of_bytes, text) if "%" in text or "=" in text or "\\" in text else text
        if text == before:
            break
    return text


def _of_bytes(found: re.Match[str]) -> str:
    return bytes.fromhex(_NO_DIGIT.sub("", found[0])).decode("utf-8", "replace")


def written_otherwise(text: str) -> Iterator[str]:
    """Return a text with its codes read, with its tags and without; nothing if it has none of these."""
    bases = [text]
    if "<" in text:
        shown = _LITERAL.sub("", text)
        bases += (shown, _TAG.sub(" ", shown), _TAG.sub("", _BLOCK.sub(" ", shown)))
    yield from dict.fromkeys(each for each in map(clear, dict.fromkeys(bases)) if each != text)


def tell(found: Collected, part: str, data: bytes) -> None:
    """Take bytes as each text that they may be, and what its codes say."""
    for text in decoded(data):
        found.text(part, text)
        for other in written_otherwise(text):
            found.text(part, other)


def look_in_text(found: Collected, part: str, text: str, depth: int, look: Look) -> None:
    """Take a text, what its codes say, and what lies in it in Base64."""
    found.text(part, text)
    for other in written_otherwise(text):
        found.text(part, other)
    for each in _DATA.finditer(text):
        try:
            look(found, f"{part}, data", a2b_base64(each[1].encode()), depth + 1)
        except (Error, ValueError):
            found.missed(part, Unread.DAMAGED)
    short: list[bytes] = []
    for data, is_named in _coded(text):
        told = _text_of(data)
        if is_named:
            found.data(f"{part}, data", data)
        elif _FILE.match(data) or len(told) > _SHORT:
            look(found, f"{part}, data", told or data, depth + 1)
        elif told:
            short.append(told)
    tell(found, f"{part}, data", b"\n".join(short))


def _coded(text: str) -> Iterator[tuple[bytes, bool]]:
    """Yield what may be bytes in Base64 or hexadecimal digits, and whether a line before says that it is."""
    for each in _BARE.finditer(text):
        digits = each[0].translate(_URL_SAFE)
        data = a2b_base64(digits[: len(digits) - (len(digits) % 4 == 1)] + "=" * (-len(digits) % 4 % 3))
        yield data, text.endswith(("-----\n", "-----\r\n"), max(each.start() - 8, 0), each.start())
    for each in _HEXADECIMAL.finditer(text):
        yield bytes.fromhex(each[1]), False


def _text_of(data: bytes) -> bytes:
    """Return the text of bytes that begin as one does, also with two bytes a sign; nothing of others."""
    if _is_written(data[:_HEAD]):
        return data
    wide = wide_text(data) if wide_text(data[:_HEAD]) is not None else None
    return b"" if wide is None else wide.encode(errors="replace")


def _is_written(head: bytes) -> bool:
    """Whether bytes begin as a text does: else they were no Base64."""
    text = strict_text(head)
    return text is not None and "".join(text.split()).isprintable()
