"""How testimony is set: its fonts by language, its size, and its lines."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui.text import isolate_identifiers

USUAL, LEAST, MOST = 11.0, 8.0, 22.0
"""The size of testimony in points: larger than the frame."""
_NASKH = frozenset(("ar", "fa", "ps", "prs", "ckb", "ug", "sd"))
_TALL = frozenset(("ur", "th", "lo", "km", "my", "bo", "dz"))
"""Languages whose lines keep the height of their font."""
_PITCH, _NASKH_PITCH = 1.364, 1.57
"""From one line to the next, in sizes of the letters."""


class _Size:
    points = USUAL


def size() -> float:
    """Return the present size of testimony in points."""
    return _Size.points


def resize(by: float) -> float:
    """Make testimony larger or smaller by so many points, and return its size; 0 makes it the usual one."""
    _Size.points = max(LEAST, min(MOST, _Size.points + by)) if by else USUAL
    return _Size.points


def testimony_font(base: QFont, language: str) -> QFont:
    """Return a readable font for this language, a little larger if its letters are small."""
    font = QFont(base)
    font.setPointSizeF(size())
    primary = language.partition("-")[0]
    if primary in _NASKH:
        font.setFamilies(["Noto Naskh Arabic", "Noto Sans"])
        font.setPointSizeF(size() * 1.14)
    elif primary == "ur":
        font.setFamilies(["Noto Nastaliq Urdu", "Noto Naskh Arabic", "Noto Sans"])
        font.setPointSizeF(size() * 1.1)
    elif primary in ("am", "ti", "gez"):
        font.setFamilies(["Noto Sans Ethiopic", "Noto Sans"])
        font.setPointSizeF(size() * 1.05)
    return font


def small_font(base: QFont, points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the font of what stands beside the words."""
    font = QFont(base)
    font.setPointSizeF(points)
    font.setBold(bold)
    font.setItalic(italic)
    return font


def pitch(base: QFont, language: str) -> float:
    """Return the pixels from one line of testimony to the next."""
    primary = language.partition("-")[0]
    font = testimony_font(base, language)
    if primary in _TALL:
        return QFontMetricsF(font).height()
    letters = size() * 96 / 72
    return round(letters * (_NASKH_PITCH if primary in _NASKH else _PITCH))


def lay_out(
    shown: str,
    font: QFont,
    width: int,
    *,
    right: bool,
    line: float = 0.0,
    formats: Sequence[QTextLayout.FormatRange] = (),
) -> tuple[QTextLayout, float]:
    """Break text into lines of this width; the direction of the paragraph is that of its language.

    line: the pixels from one line to the next; without it, those of the font. formats: of parts of the text,
    as it is laid out.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout = QTextLayout(isolate_identifiers(shown).replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.setFormats(list(formats))
    layout.beginLayout()
    top = 0.0
    while (part := layout.createLine()).isValid():
        part.setLineWidth(width)
        high = line or part.height() * 1.12
        part.setPosition(QPointF(0, top + (high - part.height()) / 2 if line else top))
        top += high
    layout.endLayout()
    return layout, top
