"""Blank text, which has characters and nobody who reads it sees one; and names written in two ways."""

import unicodedata

_EMPTY = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc\U0001d159")
"""Letters and symbols that are drawn as nothing: fillers, the empty braille pattern, the null notehead."""


def is_blank(text: str) -> bool:
    """Whether a text has no visible character: no letter, number, punctuation mark or symbol."""
    return not any(unicodedata.category(each)[0] in "LNPS" and each not in _EMPTY for each in text)


def is_same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, in any order and in capitals or not."""
    return _words(one) == _words(other)


def _words(name: str) -> list[str]:
    return sorted(unicodedata.normalize("NFC", name).casefold().replace(",", " ").split())
