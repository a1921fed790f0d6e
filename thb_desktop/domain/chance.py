"""Chance: whether a short name stands in a text, or bytes and digits without meaning only spell it.

Bytes at random spell four letters, with any accents, every few megabytes; digests spell *Deea*, and Base64
spells *Ioni*. So the signs beside a short name must speak for a text. Each has a weight in bits: how much
likelier it is in a text than among random signs. The weights of a text make a probability, so random signs
reach N bits at most once in 2^N places (Ville): the bound that each rule names holds for whatever is beside.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from unicodedata import normalize

from thb_desktop.domain.form_words import CONTINUOUS, RUN, WIDE_RUN, WORDS, plain, words_in

LONG = 9
"""Letters and digits that chance does not spell, whatever their accents and wherever they stand."""
_ENOUGH_AMONG_BYTES = 46
"""Bits: for one name less than one hit in ten million megabytes, whatever its length. Six letters without
accents are enough alone.
"""
_ENOUGH_IN_CODE = 38
"""Bits: of Base64, at most four hits in a million megabytes."""
_VARIANTS = 2
"""Bits that three ways of writing a name take: small, in capitals, with one capital."""
_ODD_CASE, _ACCENT = 8, 5
_FARTHEST = 32
"""Signs on either side that are looked at."""
_BEYOND = 0x100
"""From here on, signs are no single bytes of a coding of western Europe."""
_SYLLABLES = "".join(f"{chr(first)}-{chr(last)}" for first, last in CONTINUOUS)
_WORD = re.compile(rf"[{_SYLLABLES}]|[^\W\d_{_SYLLABLES}]+|\d+")
_OF_NO_WORD = re.compile(rf"[^\w\0-\xff{_SYLLABLES}]+")
_RUN = re.compile(f"([{RUN}{WIDE_RUN}])([^{RUN}{WIDE_RUN}]*)")
_WORD_OR_MARK = re.compile(f"{RUN}|{WIDE_RUN}|{WORDS.pattern}")
CODE = re.compile(r"[A-Za-z0-9+/_=-]{20,}|(?:[0-9A-Fa-f]{4}[ \n]){5,}[0-9A-Fa-f]{4}")
"""What may be Base64 or hexadecimal digits: also in groups of four."""
_NO_HEX = re.compile(r"[^0-9A-Fa-f \n-]")
_FEWEST_DIGITS = 3
_NO_LETTER = re.compile(r"[^A-Za-z0-9]")
_MARK = re.compile(r"[+/_=-]")
_PIECE = re.compile(r"(?<![A-Za-z0-9])[0-9a-f]{8,}(?![A-Za-z0-9])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
"""A word, a number, a digest: what a label consists of. Random signs change their kind nearly each time."""
_LONG_CODE, _OF_LONG, _OF_SHORT = 40, 3.0, 3.5
"""Signs of a long code; signs of a piece on average, in a label as long as that, and in a shorter one."""
_MARKED = 6
"""So many signs at most to each mark: random ones have one mark in thirty-two."""
_MOST_OF_SIGN = 3.0
"""The most bits of a sign of one byte beside a name."""
_SPEAKING, _WIDER = re.compile(r"[A-Za-z0-9 \t\r\n]"), re.compile("[^\0-\xff]")
_BLANKS, _USUAL = " \t\r\n", ".,;:'\"()/\\@_-=<>"


class Runs:
    """The texts that were found among bytes that are none, as a text has them with their marks."""

    def __init__(self, text: str) -> None:
        self._text, self._is_any = text, RUN in text or WIDE_RUN in text
        self._of_words = list[int]()
        self._runs = list[tuple[str, str]]()

    def show(self, letters: str, place: int) -> bool:
        """Whether these letters, from this word on, are written as in a text. place: the number of the word.

        What stands before the first mark is a text.
        """
        if not self._is_any:
            return True
        if not self._runs:
            self._runs = _RUN.findall(self._text)
            self._of_words = [*_numbers(plain(self._text))]
        number = self._of_words[place]
        return number < 0 or is_among_bytes(*self._runs[number], letters)


def _numbers(compared: str) -> Iterator[int]:
    """Yield in which run each word stands."""
    number = -1
    for each in _WORD_OR_MARK.findall(compared):
        if each in (RUN, WIDE_RUN):
            number += 1
        else:
            yield number


def with_words_alone(text: str) -> str:
    """Return a text with a blank for each sign of more than one byte that is of no word here."""
    return _OF_NO_WORD.sub(" ", text)


def may_be_among_bytes(mark: str, run: str, letters: str) -> bool:
    """Whether the signs of a run could speak for a text if all that can do so stood beside these letters.

    Only of signs of one byte that is told; of others, it may be.
    """
    if mark != RUN or _WIDER.search(run):
        return True
    lacking = _ENOUGH_AMONG_BYTES + _VARIANTS - 8 * len(letters)
    return _MOST_OF_SIGN * len(_SPEAKING.findall(run)) >= lacking


def is_among_bytes(mark: str, run: str, letters: str) -> bool:
    """Whether these letters stand in a run as a name does, and enough signs beside them speak for a text."""
    width, run = 1 if mark == RUN else 2, normalize("NFC", run)
    for start, end in _spans(run, letters):
        written = run[start:end]
        own = sum(_of_letter(sign, width) for sign in written if sign.isalnum()) - _of_case(written)
        beside = (reversed(run[max(0, start - _FARTHEST) : start]), run[end : end + _FARTHEST])
        weights = (_best(_of_sign(sign, width, written.isupper()) for sign in signs) for signs in beside)
        if own + sum(weights) >= _ENOUGH_AMONG_BYTES:
            return True
    return False


def _of_letter(sign: str, width: int) -> int:
    """Bits of a sign of the name itself: of its bytes, less where it stands for another with an accent."""
    size = width if ord(sign) < _BEYOND or width > 1 else len(sign.encode())
    return 8 * size - (_ACCENT if ord(sign) >= 0xC0 and len(normalize("NFKD", sign)) > 1 else 0)


def _of_case(written: str) -> int:
    """Bits that are lost by the ways in which a name may be written, and more by one that nobody writes."""
    letters = "".join(filter(str.isalpha, written))
    is_usual = letters.upper() == letters or letters[1:].lower() == letters[1:]
    return _VARIANTS if is_usual else _VARIANTS + _ODD_CASE


def _of_sign(sign: str, width: int, is_capitals: bool) -> float:
    """Bits of a sign beside a name: how much likelier it is in a text than among random bytes."""
    code, wider = ord(sign), 8.0 * (width - 1)
    if sign.isascii():
        if sign.isalpha():
            return wider + (2.6 if sign.isupper() == is_capitals else -0.8)
        if sign.isdigit():
            return wider + 0.3
        return wider + (_MOST_OF_SIGN if sign in _BLANKS else 0.0 if sign in _USUAL else -2.6)
    if code < _BEYOND:
        return wider + (-1.3 if sign.isalpha() and sign.isupper() == is_capitals else -4.0)
    if width > 1:
        return 6.0 if 0x3000 <= code < 0x3040 or 0xFF00 <= code < 0xFF61 else 1.4
    return 6.0 if sign.isalpha() else 0.0


def is_in_code(text: str, letters: str) -> bool:
    """Whether these letters stand as a name in what may be a code but is a path, an address, a label."""
    return any(
        _is_in_label(code, letters) or _stands_in(code, letters)
        for code in CODE.findall(text)
        if letters in _NO_LETTER.sub("", code).lower() and not _is_hexadecimal(code)
    )


def _is_in_label(code: str, letters: str) -> bool:
    """Whether the letters are a word of their own, and all beside them consists of words and numbers."""
    return any(
        not code[start - 1 : start].isalpha()
        and not code[end : end + 1].isalpha()
        and _consists_of_words(code[:start], code[end:])
        for start, end in _spans(code, letters)
    )


def _consists_of_words(before: str, behind: str) -> bool:
    pieces = [*_PIECE.findall(before), *_PIECE.findall(behind)]
    marks = len(_MARK.findall(before + behind))
    is_apart = not before[-1:].isalnum() and not behind[:1].isalnum()
    if is_apart and marks * _MARKED >= len(before) + len(behind):
        return True
    least = _OF_LONG if len(before) + len(behind) >= _LONG_CODE else _OF_SHORT
    return bool(pieces) and sum(map(len, pieces)) >= least * len(pieces)


def _is_hexadecimal(code: str) -> bool:
    """Whether a code is hexadecimal digits: some of them are letters, some are not."""
    digits = sum(each.isdigit() for each in code)
    return not _NO_HEX.search(code) and digits >= _FEWEST_DIGITS and any(each.isalpha() for each in code)


def _stands_in(code: str, letters: str) -> bool:
    for start, end in _spans(code, letters):
        before = code[max(0, start - _FARTHEST) : start + 1]
        behind = code[end - 1 : end + _FARTHEST]
        left = reversed([_of_pair_before(*pair) for pair in pairwise(before)])
        right = [_of_pair(*pair) for pair in pairwise(behind)]
        own = 6 * len(letters) - _of_case(code[start:end])
        if own + _best(left) + _best(right) >= _ENOUGH_IN_CODE:
            return True
    return False


def _best(weights: Iterable[float]) -> float:
    """Return the most that the signs from a name outwards come to."""
    best = total = 0.0
    for each in weights:
        total += each
        best = max(best, total)
    return best


def _spans(text: str, letters: str) -> Iterator[tuple[int, int]]:
    """Yield where words are these letters, as they are compared."""
    words = [(each.start(), each.end(), "".join(words_in(each[0]))) for each in _WORD.finditer(text)]
    for at, (start, _, first) in enumerate(words):
        if not first or not letters.startswith(first):
            continue
        joined = ""
        for _, end, word in words[at : at + len(letters)]:
            joined += word
            if joined == letters:
                yield start, end
            if not letters.startswith(joined):
                break


def _of_pair(one: str, other: str) -> float:
    """Bits of two signs of a path or a label, from left to right, against random digits of Base64."""
    return _PAIRS[_kind(one) + _kind(other)]


def _of_pair_before(one: str, other: str) -> float:
    """The same of a sign that stands before another."""
    return _of_pair(one, other) - _BACK[_kind(other)]


def _kind(sign: str) -> str:
    return "a" if sign.islower() else "A" if sign.isupper() else "1" if sign.isdigit() else "/"


_PAIRS = {
    "aa": 0.9,
    "Aa": 0.7,
    "1a": -2.0,
    "/a": 0.0,
    "aA": -4.3,
    "AA": -1.0,
    "1A": -2.5,
    "/A": -0.3,
    "a1": -1.7,
    "A1": -1.7,
    "11": 2.2,
    "/1": 0.6,
    "a/": 1.5,
    "A/": 1.5,
    "1/": 1.8,
    "//": 0.0,
}
"""By the kinds of two signs: small, capital, digit, other. Behind each first one, all that can follow has the
weight of a probability; `_BACK` makes the same of all that can stand before a second one.
"""
_BACK = {"a": 0.6, "A": 0.0, "1": 0.1, "/": 1.6}
