"""Runs: the places among bytes that are no text where signs of one coding follow each other.

An expression that is tried at each byte takes most of the time of a search, and nearly always in vain. So
the kind of each byte is looked up first, and places are found by shifting all of them at once, as one large
number, against each other. An expression is tried only where enough bytes of its kinds begin.
"""

import re
from collections.abc import Iterator

_UTF_8 = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
    rb"|(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){3,}|(?:[\xe0-\xef][\x80-\xbf]{2}){2}"
)
"""Bytes among which there are texts hold noise too: what is shorter says nothing."""
_LITTLE = re.compile(rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\0|[\x00-\xff][\x01-\x06\x09-\x17\x1e\x1f]){5,}")
_BIG = re.compile(rb"(?:\0[\t\n\r\x20-\x7e\xa0-\xff]|[\x01-\x06\x09-\x17\x1e\x1f][\x00-\xff]){5,}")
_LATIN = re.compile(rb"[\x20-\x7e\xc0-\xff]{6,}")

_BLOCK, _BEYOND = 1 << 18, 16
"""Bytes that are shifted at once, and how many behind them a place needs."""
_KINDS = (
    rb"[\t\n\r\x20-\x7e]",
    rb"[\xc2-\xf4]",
    rb"[\x80-\xbf]",
    rb"[\x20-\x7e\xc0-\xff]",
    rb"[\x01-\x06\x09-\x17\x1e\x1f]",
    rb"\0",
    rb"[\t\n\r\x20-\x7e\xa0-\xff]",
)
"""ASCII; what begins a sign of UTF-8, and what continues it; Latin; of two bytes a sign the higher one of
other scripts, that of Latin, and the lower one of Latin.
"""
_TABLE = bytes(
    sum(1 << number for number, kind in enumerate(_KINDS) if re.fullmatch(kind, bytes((code,))))
    for code in range(256)
)
_ONES = int.from_bytes(b"\1" * (_BLOCK + _BEYOND), "little")


def runs_in(data: bytes) -> tuple[list[bytes], list[bytes], list[bytes], list[bytes]]:
    """Return the runs of UTF-8, of UTF-16 with the lower and with the higher byte first, and of Latin."""
    starts = [*map(b"".join, zip(*_starts(data), strict=True))] or [b""] * 4
    utf_8, little, big, latin = (
        [*_matches(form, data, places)]
        for form, places in zip((_UTF_8, _LITTLE, _BIG, _LATIN), starts, strict=True)
    )
    return utf_8, little, big, latin


def _matches(form: re.Pattern[bytes], data: bytes, starts: bytes) -> Iterator[bytes]:
    """What `findall` finds, tried at the marked bytes alone."""
    at = starts.find(1)
    while at >= 0:
        found = form.match(data, at)
        if found:
            yield found[0]
        at = starts.find(1, found.end() if found else at + 1)


def _starts(data: bytes) -> Iterator[tuple[bytes, ...]]:
    """Yield block by block, for each coding, a 1 for each byte at which a run may begin."""
    for at in range(0, len(data), _BLOCK):
        block = data[at : at + _BLOCK + _BEYOND]
        kinds = int.from_bytes(block.translate(_TABLE), "little")
        size = min(_BLOCK, len(data) - at)
        yield tuple(places.to_bytes(len(block), "little")[:size] for places in _places(kinds))


def _places(kinds: int) -> tuple[int, int, int, int]:
    """In each number the lowest byte is the first one: shifted to the right, what follows stands there."""
    ascii_, first, next_, latin, page, nul, low = (kinds >> bit & _ONES for bit in range(len(_KINDS)))
    pair = first & next_ >> 8
    third = next_ & pair << 16
    of_sign = ascii_ | pair | pair << 8 | third | (next_ & third << 8)
    utf_8 = _six(of_sign) & (ascii_ | pair)
    return utf_8, _five(low & nul >> 8 | page >> 8), _five(nul & low >> 8 | page), _six(latin)


def _six(each: int) -> int:
    """Where six bytes follow each other."""
    two = each & each >> 8
    return two & two >> 16 & two >> 32


def _five(pair: int) -> int:
    """Where five pairs of bytes follow each other."""
    two = pair & pair >> 16
    return two & two >> 32 & pair >> 64
