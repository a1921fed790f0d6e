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

_BLOCK, _BESIDE = 1 << 18, 16
"""Bytes that are shifted at once, and how many before and behind them a place needs."""
_KINDS = (
    rb"[\t\n\r\x20-\x7e]",
    rb"[\xc2-\xdf]",
    rb"[\xe0-\xf4]",
    rb"[\x80-\xbf]",
    rb"[\x20-\x7e\xc0-\xff]",
    rb"[\x01-\x06\x09-\x17\x1e\x1f]",
    rb"\0",
    rb"[\t\n\r\x20-\x7e\xa0-\xff]",
)
"""ASCII; what begins a sign of UTF-8 of two bytes, and of more, and what continues it; Latin; of two bytes a
sign the higher one of other scripts, that of Latin, and the lower one of Latin.
"""
_TABLE = bytes(
    sum(1 << number for number, kind in enumerate(_KINDS) if re.fullmatch(kind, bytes((code,))))
    for code in range(256)
)
_ONES = int.from_bytes(b"\1" * (_BLOCK + 2 * _BESIDE), "little")
_BLANK_AND_NUL = bytes.maketrans(b" \0", b"\0 ")


def runs_in(data: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Return the runs of UTF-8, of UTF-16 with the lower and with the higher byte first, and the Latin ones
    that are not of ASCII alone. A NUL of the coding stands between them, and in none of them.
    """
    blocks = [*_blocks(data)] or [(b"",) * 4]
    utf_8, little, big, latin = map(b"".join, zip(*blocks, strict=True))
    runs = [each for each in latin.translate(_BLANK_AND_NUL).split() if not each.isascii()]
    return (
        b"\0".join(_matches(_UTF_8, data, utf_8)),
        b"\0\0".join(_matches(_LITTLE, data, little)),
        b"\0\0".join(_matches(_BIG, data, big)),
        b" ".join(runs).translate(_BLANK_AND_NUL),
    )


def _matches(form: re.Pattern[bytes], data: bytes, starts: bytes) -> Iterator[bytes]:
    """What `findall` finds, tried at the marked bytes alone."""
    at = starts.find(1)
    while at >= 0:
        found = form.match(data, at)
        if found:
            yield found[0]
        at = starts.find(1, found.end() if found else at + 1)


def _blocks(data: bytes) -> Iterator[tuple[bytes, ...]]:
    """Yield block by block, for each coding of the first three, a 1 for each byte at which a run may begin;
    for Latin its bytes, with NUL in the place of all others.
    """
    for at in range(0, len(data), _BLOCK):
        first = max(0, at - _BESIDE)
        block = data[first : at + _BLOCK + _BESIDE]
        *starts, latin = _places(int.from_bytes(block.translate(_TABLE), "little"))
        latin = 255 * latin & int.from_bytes(block, "little")
        own = slice(at - first, at - first + _BLOCK)
        yield tuple(each.to_bytes(len(block), "little")[own] for each in (*starts, latin))


def _places(kinds: int) -> tuple[int, int, int, int]:
    """Return where runs of the first three codings may begin, and which bytes are of a run of Latin.

    In a number the lowest byte is the first one: shifted to the right, what follows stands there. What is the
    same for two codings is done with both at once, in the lowest and in the second bit.
    """
    ascii_, of_two, of_more, goes_on, latin, page, nul, low = (
        kinds >> bit & _ONES for bit in range(len(_KINDS))
    )
    two = of_two & goes_on >> 8
    more = of_more & goes_on >> 8 & goes_on >> 16
    starts = ascii_ | two | more
    of_sign = starts | (two | more | more << 8) << 8 | (goes_on & more << 24)
    six = _six(of_sign | latin << 1)
    five = _five(low & nul >> 8 | page >> 8 | (nul & low >> 8 | page) << 1)
    return six & starts, five & _ONES, five >> 1 & _ONES, _covered(six >> 1 & _ONES)


def _covered(first: int) -> int:
    """All six bytes, of each first one."""
    two = first | first << 8
    return two | two << 16 | two << 32


def _six(each: int) -> int:
    """Where six bytes follow each other."""
    two = each & each >> 8
    return two & two >> 16 & two >> 32


def _five(pair: int) -> int:
    """Where five pairs of bytes follow each other."""
    two = pair & pair >> 16
    return two & two >> 32 & pair >> 64
