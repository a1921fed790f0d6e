"""Text as it is compared when somebody looks for it: without capitals, accents, vowel signs of Hebrew, Arabic
and Syriac, and signs that nobody sees.

Marks that make another syllable stay: the vowels and tones of Indic, Thai, Lao, Khmer and Burmese script.
"""

import unicodedata

_NUKTA, _FIRST, _LAST, _ACCENTS = 7, 10, 36, 200
"""Canonical combining classes: of the nukta, of the vowel signs from Hebrew to Syriac, and of the first
accent.
"""
_TATWEEL = "\u0640"
STROKES = {"đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o"}
"""Letters whose stroke or missing dot is no mark of its own for Unicode."""


def folded(text: str) -> str:
    """Return a text in the form in which it is compared."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", apart.translate(_COMPARED))


class _Compared(dict[int, str | None]):
    """What each sign is compared as; None if it is left out. Filled as signs occur."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        compared = self[code] = None if is_left_out(sign) else STROKES.get(sign, sign)
        return compared


def is_left_out(sign: str) -> bool:
    """Whether a sign says nothing when texts are compared: an accent, a vowel sign, one that nobody sees."""
    combining = unicodedata.combining(sign)
    is_mark = combining == _NUKTA or _FIRST <= combining <= _LAST or combining >= _ACCENTS
    return is_mark or sign == _TATWEEL or unicodedata.category(sign) == "Cf"


def makes_other_word(sign: str) -> bool:
    """Whether a sign after a letter makes another letter or syllable of it: an accent that stands alone, a
    vowel sign of Indic script; not one of Hebrew, Arabic or Syriac.
    """
    is_mark = unicodedata.category(sign).startswith("M")
    return is_mark and not _FIRST <= unicodedata.combining(sign) <= _LAST


_COMPARED = _Compared()
