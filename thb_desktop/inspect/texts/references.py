"""References to signs in HTML and XML (`&#233;`, `&eacute;`), read whatever their length."""

import re
from html import unescape

_LONG = re.compile(r"&#([0-9]{9,});?")
"""Digits without a bound: Python reads at most 4,300 as a number. Zeros may stand before the others."""
_MOST = 8


def unescaped(text: str) -> str:
    """Return a text with its references read; of a sign that does not exist, the sign for a lost one."""
    return unescape(_LONG.sub(lambda found: f"&#{found[1].lstrip('0')[:_MOST] or 0};", text))
