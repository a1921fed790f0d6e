"""Words of a text in the form in which they are compared: without case, accents, marks; digits as digits."""

import re
import unicodedata

from thb_desktop.domain.folding import STROKES, is_left_out

RUN, WIDE_RUN = "\ufdd0", "\ufdd1"
"""What begins each text that was found among bytes that are none, of one byte a sign or of two. They are no
characters: no text has them. They stay where a text is made plain.
"""
ASCII_WORDS = re.compile(r"[a-z]+|[0-9]+")
WORDS = re.compile(f"[0-9]+|[^0-9\\s{RUN}{WIDE_RUN}]+")
CONTINUOUS = (
    *((0x0E00, 0x0FFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x3040, 0x30FF)),
    *((0x3400, 0x9FFF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
)
"""Scripts that put no blanks between words: each sign counts as a word."""


def words_in(text: str) -> list[str]:
    """Return the words and numbers of a text in the form in which they are compared."""
    if text.isascii():
        return ASCII_WORDS.findall(text.lower())
    return WORDS.findall(plain(text))


def plain(text: str) -> str:
    """Return a text with each sign as it is compared; lines stay."""
    return unicodedata.normalize("NFKD", text).casefold().translate(_COMPARED)


class _Compared(dict[int, str]):
    """What each sign is compared as: itself, nothing, or a blank. Filled as signs occur."""

    def __missing__(self, code: int) -> str:
        compared = self[code] = _compared(chr(code))
        return compared


def _compared(sign: str) -> str:
    code = ord(sign)
    if sign in ("\n", RUN, WIDE_RUN):
        return sign
    if is_left_out(sign) or sign in _UNSEEN:
        return ""
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    kept = sign.isalpha() or unicodedata.category(sign) in ("Mn", "Mc")
    if kept and any(first <= code <= last for first, last in CONTINUOUS):
        return f" {sign} "
    return STROKES.get(sign, SAME.get(sign, sign)) if kept else " "


_UNSEEN = frozenset(
    {"\u034f", "\u115f", "\u1160", "\u3164", "\uffa0", "\ua78c", "\u02c8", *map(chr, range(0xFE00, 0xFE10))}
    | {*map(chr, range(0x2B9, 0x2C0)), *map(chr, range(0x180B, 0x1810)), *map(chr, range(0xE0100, 0xE01F0))}
)
"""Signs that nobody sees although they count as letters or marks, and apostrophes that count as letters."""
SAME = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ς": "σ", "ґ": "г"}
"""Letters for which another one is often written."""
_COMPARED = _Compared()
