"""Codings: the texts that bytes may be, when nothing says which.

A text that was found among bytes that are none has a mark before it, by which the search of names knows it.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup
from collections.abc import Iterable, Iterator

from thb_desktop.inspect.texts.runs import runs_in

RUN, WIDE_RUN = "\ufdd0", "\ufdd1"
"""What begins each text among bytes, of one byte a sign or of two: no characters, so no text has them. The
search of names knows the same ones (`domain.form_words`), and this process knows nothing of that search.
"""
LEGACY = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1256", "gb18030")
"""Codings of texts from before Unicode, of the languages of these cases."""
FURTHER = (
    *("cp1254", "cp1255", "cp1258", "cp874", "cp866", "cp852", "koi8-u"),
    *("iso8859-5", "iso8859-6", "cp949"),
)
"""Codings that are tried for the words beyond ASCII alone."""
_USED = (
    *(*LEGACY, *FURTHER),
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "mac-roman", "koi8-r"),
)
_MORE = (
    "iso8859-2",
    "iso8859-7",
    "iso8859-15",
    "cp437",
    "cp850",
    "big5",
    "shift_jis",
)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
_BEYOND = re.compile(rb"[A-Za-z\x80-\xff]+|\n")
_SYLLABLES = re.compile("[\u0900-\u1fff\u3000-\ud7ff\uff00-\uff60]{2,}")
_KNOWN = re.compile("[0-9A-Za-z\u0370-\u06ff]+")
"""Signs of which a text of two bytes a sign has many, and noise few."""
_SMALL = 1 << 16
"""Bytes in which two signs of two bytes each, of a script with many signs, are no chance."""
_SHORTEST = 64
"""Bytes in which they are no chance, whatever stands beside."""
_FEW, _PART = 0.01, 6


def load_codings() -> None:
    for name in (*_USED, *_MORE, "ascii"):
        lookup(name)


def decoded(data: bytes) -> Iterator[str]:
    """Return each text that these bytes may be. Bytes that are no text give the texts among them, marked."""
    if data[:4] in (BOM_UTF32_LE, BOM_UTF32_BE):
        yield data.decode("utf-32", "replace")
    elif data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE):
        yield data.decode("utf-16", "replace")
    elif b"\0" not in data and (text := strict_text(data)) is not None:
        yield unmarked(text)
        if not _is_whole(data):
            yield from (end.decode(name, "replace") for end in (data[:64], data[-64:]) for name in LEGACY)
        if len(data.translate(None, _CONTROLS)) < len(data):
            yield wide_text(data) or ""
            yield from map("\n".join, _syllables(data))
    elif _has_few_controls(data):
        yield from (data.decode(name, "replace") for name in LEGACY)
        yield unmarked(data.decode("utf-8", "replace"))
        yield from _further(data)
        yield from map("\n".join, _syllables(data))
    elif (wide := wide_text(data)) is not None:
        yield wide
    else:
        yield from among_bytes(data)


def _has_few_controls(data: bytes) -> bool:
    """Whether all but one in a hundred bytes may be those of a text; a beginning with too many says no."""
    most = len(data) - len(data) * (1 - _FEW)
    head = data[: len(data) // _PART]
    if len(head) - len(head.translate(None, _CONTROLS)) > most:
        return False
    return len(data.translate(None, _CONTROLS)) >= len(data) * (1 - _FEW)


def among_bytes(data: bytes) -> Iterator[str]:
    """Return the texts among bytes that are none, in each coding, with a mark before each of them."""
    utf_8, little, big, latin = runs_in(data)
    yield _decoded_runs(utf_8, "utf-8", RUN)
    yield _decoded_runs(little, "utf-16-le", WIDE_RUN)
    yield _decoded_runs(big, "utf-16-be", WIDE_RUN)
    is_short = len(data) <= _SHORTEST
    yield from ("\n".join(each) if is_short else marked(each, WIDE_RUN) for each in _syllables(data))
    yield _decoded_runs(latin, "cp1252", RUN)


def _decoded_runs(runs: bytes, coding: str, mark: str) -> str:
    """Decode runs between which there are NULs, with a mark before each."""
    text = unmarked(runs.decode(coding, "replace"))
    return text and mark + text.replace("\0", f"\n{mark}")


def marked(runs: Iterable[str], mark: str = RUN) -> str:
    """Return runs of signs as a text in which each has its mark."""
    return "\n".join(mark + unmarked(each) for each in runs)


def unmarked(text: str) -> str:
    """Return a text without the marks, which no text has by right."""
    return text.replace(RUN, " ").replace(WIDE_RUN, " ")


def legacy_of(head: bytes) -> str:
    """Where most letters are beyond ASCII, the script is another than Latin: Cyrillic before others."""
    beyond = sum(byte >= 0xC0 for byte in head)
    plain = sum(bytes((byte,)).isalpha() for byte in head)
    return "cp1251" if beyond > plain else "cp1252"


def wide_text(data: bytes) -> str | None:
    """Return the text of bytes that are one of two bytes a sign, without a mark that says so."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = str(memoryview(data)[: len(data) // 2 * 2], name)
        except UnicodeDecodeError:
            continue
        known = sum(map(len, _KNOWN.findall(text)))
        if known > len(text) // 2:
            return text
    return None


def strict_text(data: bytes) -> str | None:
    """Read UTF-8; a sign that a piece cuts at its ends does not count."""
    start = next((at for at in range(min(3, len(data))) if data[at] & 0xC0 != 0x80), 0)
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.reason == "unexpected end of data" and fault.end == len(data) - start:
            return data[start:].decode("utf-8", "ignore")
        return None


def _is_whole(data: bytes) -> bool:
    """Whether no sign at an end of UTF-8 was left out, which may be a letter of another coding."""
    try:
        return bool(data.decode()) or not data
    except UnicodeDecodeError:
        return False


def _further(data: bytes) -> Iterator[str]:
    """The words beyond ASCII, line by line, as other codings have them."""
    words = b" ".join(each for each in _BEYOND.findall(data) if each == b"\n" or not each.isascii())
    if words.strip():
        yield from (words.decode(name, "replace") for name in FURTHER)


def _syllables(data: bytes) -> Iterator[list[str]]:
    """What a short text of two bytes a sign says in scripts of which each byte may be a letter of another."""
    if len(data) > _SMALL:
        return
    for name in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            yield _SYLLABLES.findall(data[start:].decode(name, "ignore"))


def is_text(data: bytes) -> bool:
    """Whether bytes look like a text, in whatever coding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return len(data.translate(None, _CONTROLS)) >= len(data) * 0.99
