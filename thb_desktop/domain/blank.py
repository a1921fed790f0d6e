"""Blank text: it has characters, and nobody who reads it sees one."""

import unicodedata

_EMPTY = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc\U0001d159")
"""Letters and symbols that are drawn as nothing: fillers, the empty braille pattern, the null notehead."""


def is_blank(text: str) -> bool:
    """Whether a text has no visible character: no letter, number, punctuation mark or symbol."""
    return not any(unicodedata.category(each)[0] in "LNPS" and each not in _EMPTY for each in text)


def is_empty(value: object) -> bool:
    """Whether a field has no answer: none was chosen, nothing is listed, or its text is blank."""
    return value is None or value == () or (isinstance(value, str) and is_blank(value))
