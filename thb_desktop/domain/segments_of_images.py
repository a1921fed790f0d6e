"""Segments of forensic images: which are missing among the names of files."""

import re
from collections.abc import Iterable

_EWF = re.compile(
    r"(?P<stem>.+)\.(?P<letter>[ELSels])(?P<extra>[Xx]?)(?P<place>[0-9]{2}|[A-Za-z]{2})", re.ASCII
)
_RAW = re.compile(r"(?P<stem>.+)\.(?P<place>[0-9]{3})", re.ASCII)
_BY_DIGITS, _LETTERS = 99, 26
_MOST_NAMED = 20


def missing_segments(names: Iterable[str]) -> tuple[str, ...]:
    """Return the endings that are missing before the last one of each image: `E02`, `002` ...

    Known are EnCase (`.E01` to `.E99`, then `.EAA` and on; also `Ex01`, `L01`, `Lx01`, `S01`) and numbered
    parts (`.001` and on, or from `.000`). Whether segments follow the last one, names do not tell. An ending
    of letters (`.LOG`, `.EML`) is one of a segment only where the same image has `.E99` or `.EAA`.
    """
    images: dict[tuple[str, str], set[int]] = {}
    for name in names:
        if found := _EWF.fullmatch(name):
            series = (found["stem"].casefold(), (found["letter"] + found["extra"]).upper())
            images.setdefault(series, set()).add(_number(found["place"]))
        elif found := _RAW.fullmatch(name):
            images.setdefault((found["stem"].casefold(), ""), set()).add(int(found["place"]))
    missing = [
        _ending(letters, number)
        for (_, letters), named in sorted(images.items())
        if (there := _segments(named))
        for number in range(1, max(there))
        if number not in there
    ]
    return tuple(missing[:_MOST_NAMED])


def images_among(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the names of the segments of each EnCase image (`.E01` and on) of which none is missing."""
    images: dict[str, dict[int, str]] = {}
    for name in names:
        found = _EWF.fullmatch(name)
        if found and found["letter"] in "Ee" and not found["extra"]:
            images.setdefault(found["stem"].casefold(), {})[_number(found["place"])] = name
    return tuple(
        tuple(named[number] for number in sorted(there))
        for _, named in sorted(images.items())
        if (there := _segments(set(named))) == set(range(1, len(there) + 1)) and there
    )


def _segments(named: set[int]) -> set[int]:
    """Return the numbers without those of endings that only look like a segment."""
    return named if {_BY_DIGITS, _BY_DIGITS + 1} & named else {each for each in named if each <= _BY_DIGITS}


def _number(place: str) -> int:
    if place.isdigit():
        return int(place)
    first, second = (ord(each) - ord("A") for each in place.upper())
    return _BY_DIGITS + 1 + first * _LETTERS + second


def _ending(letters: str, number: int) -> str:
    if not letters:
        return f"{number:03}"
    if number <= _BY_DIGITS:
        return f"{letters}{number:02}"
    first, second = divmod(number - _BY_DIGITS - 1, _LETTERS)
    return f"{letters}{chr(ord('A') + first)}{chr(ord('A') + second)}"
