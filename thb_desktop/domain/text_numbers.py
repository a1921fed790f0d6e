"""Numbers in texts: read in whatever digits and with whatever separators, and compared between two texts.

A number that can be read in two ways (`12.500`) has both readings, and equals any other that shares one. A
word for a number is not read, so a comparison can tell a difference that is none; it never hides one between
digits.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from thb_desktop.domain.month_names import MONTHS

_SPACES = "\u00a0\u2007\u2009\u202f "
_GROUP = re.compile(rf"\d+(?:[.,'’٬٫/:\-–{_SPACES}]\d+)*")
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_MARKS = str.maketrans({"٬": "'", "’": "'", "٫": ",", "–": "-"})
_HAN_DIGITS = {**dict(zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)), "两": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_ANY = "〇零一二三四五六七八九两十百千万萬亿億"
_HAN = re.compile(rf"[二三四五六七八九两十](?=[年月日号號岁歲块塊元])|[{_ANY}]{{2,}}")
"""A single numeral is a number for certain before what is counted; `一` alone is also an article."""
_IDIOMS = frozenset({"万一", "萬一", "千万", "千萬", "一一", "七八", "三两", "三三两两", "千百万"})
"""Words that are written with numerals, and are no numbers."""


_ALSO_WORDS = frozenset({"may", "march", "mars", "mart", "mac", "maj"})
"""Names of months that are other words too: one counts with a capital letter alone."""
_NEAR = 8
"""Signs between a month and the day or year that makes it one: `2 de diciembre de 2023`."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, and each way to read it: one number, or several beside each other.

    A date or a time is read as its numbers, in their order; the name of a month in a date as the month's.
    """

    written: str
    readings: frozenset[tuple[str, ...]]

    @property
    def is_name(self) -> bool:
        """Whether it is written as a word."""
        return not any(map(str.isnumeric, self.written))


def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text, in their order."""
    found: list[tuple[int, Number]] = []
    plain = "".join(map(_digit, text)).translate(_MARKS)
    for match in _GROUP.finditer(plain):
        start = match.start()
        for piece, place in _pieces(match[0]):
            written = text[start + place : start + place + len(piece)]
            found.append((start + place, Number(written, _readings(piece))))
    for match in _HAN.finditer(text):
        value = None if match[0] in _IDIOMS else _han(match[0])
        if value is not None:
            found.append((match.start(), Number(match[0], frozenset({(str(value),)}))))
    for match, months in months_in(text):
        found.append((match.start(), Number(match[0], frozenset((str(each),) for each in months))))
    return tuple(number for _, number in sorted(found, key=lambda each: each[0]))


def months_in(text: str) -> Iterator[tuple[re.Match[str], tuple[int, ...]]]:
    """Yield the names of months that stand at a day or a year, and which months each can be."""
    pattern, months = _months()
    for match in pattern.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.start()] + text[match.end() :][:_NEAR]
        is_dated = any(map(str.isdecimal, around)) or match[0].casefold().startswith("tháng")
        is_word = match[0].casefold() in _ALSO_WORDS and not match[0][0].isupper()
        if is_dated and not is_word:
            yield match, months[match[0].casefold()]


@cache
def _months() -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    months: dict[str, tuple[int, ...]] = {}
    for month, names in MONTHS.items():
        for name in names.split(" | "):
            months[name] = (*months.get(name, ()), month)
    longest_first = sorted(months, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE), months


def differing(source: str, target: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numbers of each text, as they are written, that the other one lacks."""
    left, right = list(numbers_in(source)), list(numbers_in(target))
    for number in tuple(left):
        other = next((each for each in right if each.readings & number.readings), None)
        if other is not None:
            left.remove(number)
            right.remove(other)
    left, right = _in_parts(left, right)
    right, left = _in_parts(right, left)
    if not left or not right:
        # The other text has its date without the month's name, or in a language whose months are not known.
        left, right = ([each for each in some if not each.is_name] for some in (left, right))
    return tuple(each.written for each in left), tuple(each.written for each in right)


def _in_parts(whole: list[Number], apart: list[Number]) -> tuple[list[Number], list[Number]]:
    """Take away numbers that the other text has in parts: a time, or a date whose month is a word there."""
    kept = []
    for number in whole:
        named = any(each.is_name for each in apart)
        found = next(
            (taken for parts in _parts(number, named=named) if (taken := _taken(parts, apart))), None
        )
        if found is None:
            kept.append(number)
        else:
            apart = [each for each in apart if each not in found]
    return kept, apart


def _parts(number: Number, *, named: bool) -> list[tuple[str, ...]]:
    """The parts of a number that is read as several, then without one that may be a month.

    named: whether the other text names a month that is left; then it is compared, and not left out.
    """
    several = [each for each in number.readings if len(each) > 1]
    dates = [each for each in several if len(each) == 3]
    fewer = [
        parts
        for each in dates
        for parts in combinations(each, 2)
        if not named and any(one.isdigit() and 1 <= int(one) <= 12 for one in _without(each, parts))
    ]
    return [*several, *fewer]


def _without(each: tuple[str, ...], parts: tuple[str, ...]) -> list[str]:
    left = list(each)
    for one in parts:
        left.remove(one)
    return left


def _taken(parts: tuple[str, ...], apart: list[Number]) -> list[Number] | None:
    taken: list[Number] = []
    for part in parts:
        found = next((each for each in apart if (part,) in each.readings and each not in taken), None)
        if found is None:
            return None
        taken.append(found)
    return taken


def _digit(letter: str) -> str:
    """A decimal digit of any script as one of ASCII."""
    return str(unicodedata.decimal(letter)) if unicodedata.category(letter) == "Nd" else letter


def _pieces(group: str) -> list[tuple[str, int]]:
    """Split at spaces that separate numbers, and not thousands."""
    pieces, place = [], 0
    while place < len(group):
        spaced = _SPACED.match(group, place)
        plain = re.compile(rf"[^{_SPACES}]+").match(group, place)
        match = spaced if spaced and (plain is None or spaced.end() >= plain.end()) else plain
        if match is None:
            place += 1
            continue
        pieces.append((match[0], place))
        place = match.end()
    return pieces


def _readings(piece: str) -> frozenset[tuple[str, ...]]:
    bare = re.sub(rf"[{_SPACES}]", "", piece)
    readings = set[tuple[str, ...]]()
    if bare.isdigit():
        return frozenset({(_plain(bare),)})
    if grouped := _GROUPED.fullmatch(bare):
        whole = bare
        separator = grouped[1]
        head, mark, tail = _decimal(bare, separator)
        whole = head.replace(separator, "")
        readings.add((_plain(whole) + (f".{tail}".rstrip("0").rstrip(".") if mark else ""),))
    if re.fullmatch(r"\d+[.,]\d+", bare):
        head, tail = re.split(r"[.,]", bare)
        readings.add((f"{_plain(head)}.{tail}".rstrip("0").rstrip("."),))
    parts = tuple(_plain(each) for each in re.split(r"[^\d]+", bare) if each)
    if re.search(r"[:/\-.]", bare):
        ordered = parts if len(parts[0]) < 4 else parts[::-1]
        readings.add(ordered)
    return frozenset(readings or {parts})


def _decimal(bare: str, separator: str) -> tuple[str, str, str]:
    """Split off what follows the decimal mark, which is another than the separator of thousands."""
    mark = "," if separator != "," else "."
    head, found, tail = bare.rpartition(mark)
    return (head, found, tail) if found and separator in head else (bare, "", "")


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _han(numeral: str) -> int | None:
    """Return the value of a numeral in Chinese characters; None if it is none."""
    if all(each in _HAN_DIGITS for each in numeral):
        return int("".join(str(_HAN_DIGITS[each]) for each in numeral))
    total = section = digit = 0
    for each in numeral:
        if each in _HAN_DIGITS:
            digit = _HAN_DIGITS[each]
        elif each in _HAN_UNITS:
            section += (digit or 1) * _HAN_UNITS[each]
            digit = 0
        else:
            total += (section + digit or 1) * _HAN_MYRIADS[each]
            section = digit = 0
    return total + section + digit
