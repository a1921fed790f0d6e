"""The terms of a text in the search index, in any script, and where each stands in the text.

A term has no capitals and accents, and neither the vowel signs of Arabic and Hebrew. Of scripts without
blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) and of Korean, whose words have endings,
each two neighbouring signs are a term, and the last sign of a run is one of its own: so each word within is
found.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from thb_desktop.domain.folding import STROKES, is_left_out
from thb_desktop.domain.form_words import CONTINUOUS, SAME

_ASCII_TERMS = re.compile(r"[a-z0-9]+")
_JAMO = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")
"""A Korean syllable that is written in parts."""
_WORDS = re.compile(r"\S+")
_UNITS = re.compile(f"{_JAMO.pattern}|.", re.DOTALL)
_JOINER = "\u200c"
"""In Persian it stands between the parts of a word, where others write a blank."""
_FURTHER = {
    each[0]: each[1:]
    for each in (
        *("æae", "œoe", "þth", "ðd", "ŧt", "ŋn", "əe", "ɛe", "ɔo", "ɖd", "ɗd", "ɓb", "ƙk", "ƴy"),
        *("ہه", "ەه", "ھه"),
    )
}
"""Letters for which people type others."""


class Term(NamedTuple):
    """A term, and the place of its signs in the text."""

    text: str
    start: int
    end: int


def terms(text: str) -> list[str]:
    """Return the terms of a text in their order."""
    if text.isascii():
        return _ASCII_TERMS.findall(text.lower())
    words = _composed(text).translate(_KEPT).split()
    if not any(map(_IS_CONTINUOUS.search, words)):
        return words
    return [term for word in words for run, is_continuous in _runs(word) for term in _of(run, is_continuous)]


def placed_terms(text: str) -> list[Term]:
    """Return the terms of a text with their places. It takes longer than `terms`, above all where a sign of
    the text is none or several in a term.
    """
    if _JAMO.search(text) is None and all(len(_KEPT[ord(sign)]) == 1 for sign in set(text)):
        return [Term(term, first, last + 1) for term, first, last in _placed(text.translate(_KEPT))]
    signs, origins = list[str](), list[tuple[int, int]]()
    for start, end, unit in _units(text):
        for sign in _KEPT[ord(unit)]:
            signs.append(sign)
            origins.append((start, end))
    return [
        Term(term, origins[first][0], _with_marks(text, origins[last][1]))
        for term, first, last in _placed("".join(signs))
    ]


def is_one_sign(term: str) -> bool:
    """Whether a term is a single sign of a script without blanks: each term that begins with it is meant."""
    return len(term) == 1 and _IS_CONTINUOUS.match(term) is not None


def _units(text: str) -> Iterator[tuple[int, int, str]]:
    """Return each sign with its place; a syllable that is written in parts as one."""
    if _JAMO.search(text) is None:
        yield from ((at, at + 1, sign) for at, sign in enumerate(text))
    else:
        for unit in _UNITS.finditer(text):
            composed = _composed(unit[0])
            yield from ((*unit.span(), sign) for sign in composed)


def _placed(folded: str) -> Iterator[tuple[str, int, int]]:
    """Return each term with the first and the last of its signs."""
    has_runs = _IS_CONTINUOUS.search(folded) is not None
    for word in _WORDS.finditer(folded):
        at = word.start()
        if not has_runs:
            yield word[0], at, word.end() - 1
            continue
        for run, is_continuous in _runs(word[0]):
            for place, term in enumerate(_of(run, is_continuous)):
                first = at + place if is_continuous else at
                yield term, first, first + len(term) - 1
            at += len(run)


def _runs(word: str) -> Iterator[tuple[str, bool]]:
    """Cut a word where a script without blanks begins or ends; True for such a part."""
    for run in _RUNS.finditer(word):
        yield run[0], run[1] is not None


def _of(run: str, is_continuous: bool) -> list[str]:
    return [run[at : at + 2] for at in range(len(run))] if is_continuous else [run]


def _composed(text: str) -> str:
    return _JAMO.sub(lambda parts: unicodedata.normalize("NFC", parts[0]), text)


def _with_marks(text: str, end: int) -> int:
    """Return where a term ends with the marks that were left out of it."""
    while end < len(text) and text[end] != _JOINER and not text[end].translate(_KEPT):
        end += 1
    return end


def _kept(sign: str) -> str:
    """What a sign is in a term: nothing, a blank between terms, or one or several signs."""
    if sign == _JOINER:
        return " "
    if is_left_out(sign):
        return ""
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    if "\uac00" <= sign <= "\ud7a3":
        return sign
    kept = [each for each in unicodedata.normalize("NFKD", sign).casefold() if not is_left_out(each)]
    return "".join(map(_letter, kept))


def _letter(sign: str) -> str:
    if sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc", "Co"):
        return SAME.get(sign, STROKES.get(sign, _FURTHER.get(sign, sign)))
    return " "


class _Kept(dict[int, str]):
    """What each sign is in a term. Filled as signs occur."""

    def __missing__(self, code: int) -> str:
        kept = self[code] = _kept(chr(code))
        return kept


_KEPT = _Kept()
_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in CONTINUOUS)
_IS_CONTINUOUS = re.compile(f"[{_CLASS}]")
_RUNS = re.compile(f"([{_CLASS}]+)|[^{_CLASS}]+")
