"""Recovery code: a random secret that is printed, kept in a safe, and typed back by a person.

140 random bits as 28 symbols of Crockford's base 32, in seven groups of four symbols and one check
symbol. The check symbol is a sum over the field of 32 elements with a different weight for each place
and a constant for each group: any one wrong symbol, any two swapped, and any group at a wrong place is
found, and named.

The keyslot derives from the code by Argon2id at its floor (64 MiB, 3 passes), although 140 uniform bits
need no stretching: so all slots have one form and one path, and if half a sheet is photographed the
rest still costs 2**70 derivations of 64 MiB and not 2**70 hashes.
"""

import unicodedata

from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.errors import RecoveryCodeTypoError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 7
_DATA = 4
GROUP_LENGTH = _DATA + 1
LENGTH = GROUPS * _DATA
PARAMETERS = FLOOR

_READ_AS = {"O": "0", "I": "1", "L": "1", "U": "V"}
_WEIGHTS = (2, 4, 8, 16)
_FIELD = 0b100101
"""x^5 + x^2 + 1, which makes the field of 32 elements."""


def generate(randomness: Randomness) -> bytearray:
    """Return a new code as its 28 symbols in ASCII, without check symbols: what the keyslot derives from."""
    return bytearray(ord(ALPHABET[byte & 31]) for byte in draw(randomness, LENGTH))


def to_text(code: bytearray) -> str:
    """Write a code as a person reads it: seven groups of five, joined by hyphens."""
    groups = []
    for index in range(GROUPS):
        symbols = code[index * _DATA : (index + 1) * _DATA].decode("ascii")
        groups.append(symbols + _check_symbol(symbols, index))
    return "-".join(groups)


def from_text(typed: str) -> bytearray:
    """Read a code as a person types it: any case, any blanks and dashes, O for 0, I and L for 1, U for V.

    Raises RecoveryCodeTypoError whose `groups` say where to look. Its sentence never holds what was
    typed.
    """
    symbols, strange = _symbols(typed)
    if strange:
        raise RecoveryCodeTypoError("the recovery code holds a character that no code has", strange)
    if len(symbols) != GROUPS * GROUP_LENGTH:
        raise RecoveryCodeTypoError(
            f"a recovery code has {GROUPS * GROUP_LENGTH} characters, not {len(symbols)}", _odd_groups(typed)
        )
    groups = [symbols[start : start + GROUP_LENGTH] for start in range(0, len(symbols), GROUP_LENGTH)]
    wrong = tuple(
        index + 1 for index, group in enumerate(groups) if _check_symbol(group[:_DATA], index) != group[_DATA]
    )
    if wrong:
        named = ", ".join(map(str, wrong))
        raise RecoveryCodeTypoError(f"there is a typing error in group {named} of the recovery code", wrong)
    return bytearray("".join(group[:_DATA] for group in groups), "ascii")


def _symbols(typed: str) -> tuple[str, tuple[int, ...]]:
    """The symbols that were typed, and the groups that hold a character no code has."""
    symbols: list[str] = []
    strange: list[int] = []
    for character in unicodedata.normalize("NFKC", typed).upper():
        if character.isspace() or unicodedata.category(character) in ("Pd", "Cf") or character in "−_.":
            continue
        symbol = _READ_AS.get(character, character)
        if symbol not in ALPHABET:
            strange.append(min(len(symbols) // GROUP_LENGTH + 1, GROUPS))
        symbols.append(symbol)
    return "".join(symbols), tuple(dict.fromkeys(strange))


def _odd_groups(typed: str) -> tuple[int, ...]:
    """Where a person wrote groups, those that are too long or too short."""
    parts = "".join(" " if unicodedata.category(sign) == "Pd" else sign for sign in typed).split()
    if len(parts) != GROUPS:
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
