"""Spelling: secrets as groups of letters and digits with check symbols, for paper.

Crockford's base 32, groups of four symbols and one check symbol. The check symbol is a sum over the field of
32 elements with a different weight for each place and a constant for each group. It detects any one wrong
symbol, any two swapped symbols, and any group in a wrong place, and names the group.
"""

import unicodedata
from collections.abc import Sequence

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DATA = 4
GROUP_LENGTH = DATA + 1

_READ_AS = {"O": "0", "I": "1", "L": "1", "U": "V"}
_WEIGHTS = (2, 4, 8, 16)
_FIELD = 0b100101
"""x^5 + x^2 + 1, which defines the field of 32 elements."""


class Misspelt(Exception):  # noqa: N818 - no refusal of its own: who reads turns it into one
    """What is wrong with the typed text, in words that follow "the recovery code", and in which groups."""

    def __init__(self, fault: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(fault)
        self.fault = fault
        self.groups = groups


def groups_of(symbols: str) -> list[str]:
    """Cut symbols into groups of four and add each check symbol.

    The number of symbols is a multiple of four.
    """
    starts = range(0, len(symbols), DATA)
    return [
        symbols[start : start + DATA] + _check_symbol(symbols[start : start + DATA], index)
        for index, start in enumerate(starts)
    ]


def read(typed: str, count: int) -> str:
    """Read `count` groups, at most 30: any case, any blanks and dashes, O for 0, I and L for 1, U for V.

    Returns the symbols without check symbols. Raises Misspelt, which never contains what was typed.
    """
    symbols, strange = _symbols(typed, count)
    if strange:
        raise Misspelt("contains a character that no code has", strange)
    if len(symbols) != count * GROUP_LENGTH:
        lengths = f"has {count * GROUP_LENGTH} characters, not {len(symbols)}"
        raise Misspelt(lengths, _odd_groups(typed, count))
    groups = [symbols[start : start + GROUP_LENGTH] for start in range(0, len(symbols), GROUP_LENGTH)]
    wrong = tuple(
        index + 1 for index, group in enumerate(groups) if _check_symbol(group[:DATA], index) != group[DATA]
    )
    if wrong:
        raise Misspelt(f"holds a typing error in group {', '.join(map(str, wrong))}", wrong)
    return "".join(group[:DATA] for group in groups)


def to_symbols(data: bytes | bytearray) -> str:
    """Write bytes as symbols of five bits each, the most significant first; 5 bytes make 8 symbols."""
    number, bits = int.from_bytes(data), 8 * len(data)
    return "".join(ALPHABET[number >> shift & 31] for shift in range(bits - 5, -1, -5))


def to_bytes(symbols: Sequence[str]) -> bytearray:
    """Read what `to_symbols` wrote."""
    number = 0
    for symbol in symbols:
        number = number << 5 | ALPHABET.index(symbol)
    return bytearray(number.to_bytes(len(symbols) * 5 // 8))


def _symbols(typed: str, count: int) -> tuple[str, tuple[int, ...]]:
    """Return the typed symbols, and the groups with an invalid character."""
    symbols: list[str] = []
    strange: list[int] = []
    for character in unicodedata.normalize("NFKC", typed).upper():
        if character.isspace() or unicodedata.category(character) in ("Pd", "Cf") or character in "−_.":
            continue
        symbol = _READ_AS.get(character, character)
        if symbol not in ALPHABET:
            strange.append(min(len(symbols) // GROUP_LENGTH + 1, count))
        symbols.append(symbol)
    return "".join(symbols), tuple(dict.fromkeys(strange))


def _odd_groups(typed: str, count: int) -> tuple[int, ...]:
    """Return the groups, as the person separated them, that are too long or too short."""
    parts = "".join(" " if unicodedata.category(sign) == "Pd" else sign for sign in typed).split()
    if len(parts) != count:
        return ()
    return tuple(index + 1 for index, part in enumerate(parts) if len(part) != GROUP_LENGTH)


def _check_symbol(symbols: str, group: int) -> str:
    total = _times(group + 1, 3)
    for weight, symbol in zip(_WEIGHTS, symbols, strict=True):
        total ^= _times(weight, ALPHABET.index(symbol))
    return ALPHABET[total]


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= _FIELD
        right >>= 1
    return product
