"""How words look: whether a person who reads the file sees them as they stand in it.

What these functions return is a reason, empty if there is none.
"""

FAINTEST = 60
"""Least difference of two colours by their brightness, of 255, at which words are seen."""
_SIGNS = (
    "wingdings", "webdings", "marlett", "mt extra", "zapf dingbats", "zapfdingbats", "dingbats", "bookshelf",
    "standard symbols",
)  # fmt: skip
"""How fonts begin whose letters are other signs."""
_TRUE = ("1", "true", "on")
NOT_SEEN = "in a colour that is not seen"


def is_on(told: str) -> bool:
    """Whether a switch of an office file is on. told: "1" where it only stands there."""
    return told.lower() in _TRUE


def brightness(colour: str) -> int | None:
    """Return the brightness, 0 to 255, of a colour in six or eight hexadecimal digits; None for another."""
    digits = colour[-6:]
    if len(colour) not in (6, 8) or digits.strip("0123456789abcdefABCDEF"):
        return None
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return (299 * red + 587 * green + 114 * blue) // 1000


def faint(words: int | None, behind: int | None) -> str:
    """Return a reason if words are not seen before what is behind them. None: black, and white."""
    difference = abs((0 if words is None else words) - (255 if behind is None else behind))
    return NOT_SEEN if difference < FAINTEST else ""


def of_signs(font: str) -> str:
    """Return a reason for a font that draws other signs than the letters of the text."""
    name = font.lower().strip()
    return "in a font of signs" if name == "symbol" or name.startswith(_SIGNS) else ""


def number(told: str) -> float | None:
    """Return a number with at most nine digits; None for anything else."""
    is_plain = len(told) <= 24 and told.isascii() and not told.strip("-.0123456789")
    try:
        return float(told) if is_plain and told else None
    except ValueError:
        return None
