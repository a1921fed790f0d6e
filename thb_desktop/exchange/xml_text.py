"""Writing XML: text and attributes, escaped so that a reader gives back each character."""

from thb_desktop.errors import TextUnwritableError
from thb_desktop.exchange.characters import XML_CANNOT

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_TEXT = str.maketrans(_IN_TEXT)
_ATTRIBUTE = str.maketrans({**_IN_TEXT, "\n": "&#10;", "\t": "&#9;", '"': "&quot;"})


def in_text(text: str, unit: str = "") -> str:
    """Return a text for between two tags. Raises TextUnwritableError, which names the unit."""
    return _writable(text, unit).translate(_TEXT)


def in_attribute(text: str, unit: str = "") -> str:
    """Return a text for within double quotes. Raises TextUnwritableError, which names the unit."""
    return _writable(text, unit).translate(_ATTRIBUTE)


def _writable(text: str, unit: str) -> str:
    if XML_CANNOT.search(text):
        raise TextUnwritableError("a text has a character that this format cannot hold", unit)
    return text
