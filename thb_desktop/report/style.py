"""The look of the bundle: paper, margins, type sizes, and its few colours."""

from dataclasses import dataclass
from typing import Final

from thb_desktop.report.text import TextStyle

Colour = tuple[float, float, float]

INK: Final[Colour] = (0.08, 0.09, 0.11)
MUTED: Final[Colour] = (0.36, 0.39, 0.43)
ACCENT: Final[Colour] = (0.13, 0.23, 0.37)
RULE: Final[Colour] = (0.45, 0.49, 0.54)
SOFT_RULE: Final[Colour] = (0.83, 0.85, 0.87)
TINT: Final[Colour] = (0.957, 0.963, 0.97)


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """A page and its text frame, in points from the lower left corner."""

    size: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left


A4: Final = (595.28, 841.89)
PORTRAIT: Final = Geometry(size=A4, left=54, right=A4[0] - 46, top=A4[1] - 46, bottom=49.5)
LANDSCAPE: Final = Geometry(size=(A4[1], A4[0]), left=53, right=A4[1] - 53, top=A4[0] - 56, bottom=53)

TITLE: Final = TextStyle(size=21, leading=27, bold=True, color=ACCENT)
SUBTITLE: Final = TextStyle(size=12, leading=17, color=MUTED)
HEADINGS: Final = (
    TextStyle(size=16, leading=21, bold=True, color=ACCENT),
    TextStyle(size=12, leading=16, bold=True, color=ACCENT),
    TextStyle(size=9.5, leading=13, bold=True, color=INK),
)
BODY: Final = TextStyle(size=9.5, leading=12.8, color=INK)
STRONG: Final = TextStyle(size=9.5, leading=12.8, bold=True, color=INK)
BOX: Final = TextStyle(size=9, leading=12, color=INK)
NOTE: Final = TextStyle(size=8, leading=10.5, color=MUTED)
CELL: Final = TextStyle(size=8.5, leading=11, color=INK)
CELL_STRONG: Final = TextStyle(size=8.5, leading=11, bold=True, color=INK)
CELL_NOTE: Final = TextStyle(size=7.5, leading=9.7, color=MUTED)
DENSE: Final = TextStyle(size=8.5, leading=10.2, color=INK)
DENSE_STRONG: Final = TextStyle(size=8.5, leading=10.2, bold=True, color=INK)
"""The letters of other cells, for rows of what is printed of files: there are many, of one line each."""
HEAD: Final = TextStyle(size=7.5, leading=10, bold=True, color=MUTED)
FACT: Final = TextStyle(size=9, leading=11.6, color=INK)
LABEL: Final = TextStyle(size=8.5, leading=11.6, color=MUTED)
SMALL_LABEL: Final = TextStyle(size=8, leading=10, color=MUTED)
SMALL: Final = TextStyle(size=8, leading=10, color=INK)
QUESTION: Final = TextStyle(size=10.5, leading=12.9, bold=True, color=INK)
ANSWER: Final = TextStyle(size=10.5, leading=12.9, color=INK)
BESIDE_QUESTION: Final = TextStyle(size=9.2, leading=11.5, bold=True, color=INK)
BESIDE_ANSWER: Final = TextStyle(size=9.5, leading=11.8, color=INK)
"""What a job says beside the account, of which it is no part."""
SAID: Final = (QUESTION, ANSWER, BESIDE_QUESTION, BESIDE_ANSWER)
"""The words of people: what somebody said, and its translations."""
MARK: Final = TextStyle(size=8, leading=11, color=ACCENT)
CODE: Final = TextStyle(size=7.5, leading=10, color=INK, mono=True)
FURNITURE: Final = TextStyle(size=7.5, leading=10, color=MUTED)
FURNITURE_CODE: Final = TextStyle(size=7, leading=10, color=MUTED, mono=True)
