"""Characters that a format cannot hold, and unseen characters that change the direction of text."""

import re

XML_CANNOT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def direction_controls(text: str) -> tuple[str, ...]:
    """Return the bidirectional controls in a text, each once, as "U+202E". They stay in the text."""
    found = {each[0] for each in _CONTROLS.finditer(text)}
    return tuple(f"U+{ord(each):04X}" for each in sorted(found))
