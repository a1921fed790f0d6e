"""The order of numbers and pseudonyms for a reader: P-2 before P-10."""

import re
import unicodedata

_DIGITS = 600
"""How many digits are one number: Python reads no number of any length. What follows is the next one."""
_PARTS = re.compile(rf"(\D*)(\d{{0,{_DIGITS}}})")


def natural(shown: str) -> tuple[tuple[str, int], ...]:
    """Return the sort key of a text: digits by their value, letters without capitals and accents."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", shown) if not unicodedata.combining(sign)
    ).casefold()
    return tuple((letters, int(digits or -1)) for letters, digits in _PARTS.findall(plain))
