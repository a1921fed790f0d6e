"""Widths of columns, computed from their content; a column without room becomes words in a last column."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from thb_desktop.report.document.flow import Flow
from thb_desktop.report.style import CELL, HEAD
from thb_desktop.report.text import TextStyle

Column = tuple[str, Sequence[str]]
"""A title, and a text for each row."""

_WHOLE = 10_000.0
_LEAST, _READABLE, _LONG_WORD, _FURTHER, _WIDEST = 24.0, 64.0, 135.0, 150.0, 320.0
"""A column is never narrower; more than a few words have room to be read, as has an account number in one
line, and what is told in words; longer texts ask for no more."""


_POWERS, _FEW_ROWS, _NOTHING = (1.0, 0.0, 0.5, 2.0, 4.0, 8.0), 60, 0.01
"""How a table shares width is tried in these ways; one with more rows shares it in the first."""


_SHIFTS = (48.0, 24.0, 12.0, 6.0)
"""In these steps, in points, columns of a table of so few rows give width to others."""

_DIGIT, _POINT = "\N{FIGURE SPACE}", "\N{NO-BREAK SPACE}"
"""Blanks of about the width of a digit and of a point."""


def by_decimals(texts: Sequence[str], *, group: str, decimal: str) -> list[str]:
    """Return amounts that stand at the end of their column so that their decimal signs are below each other.
    Texts that are no plain amounts stay as they are.
    """
    plain = re.compile(rf"-?[\d{re.escape(group)}]+(?:{re.escape(decimal)}(\d+))?")
    found = [plain.fullmatch(text) for text in texts]
    places = max((len(each[1] or "") for each in found if each), default=0)
    return [text + _blank(each[1], places) if each else text for text, each in zip(texts, found, strict=True)]


def _blank(decimals: str | None, places: int) -> str:
    """Return the room of the decimals that others of a column have, with the point."""
    if not places:
        return ""
    return _DIGIT * (places - len(decimals)) if decimals else _POINT + _DIGIT * places


def fit(
    flow: Flow, columns: Sequence[Column], *, gap: float, further: str, named: str, apart: str = "; "
) -> tuple[list[Column], list[float]]:
    """Return the shown columns with their widths: empty ones are left out, and those without room become
    words in a last column with this title, in the form that `named` gives to a title and its text, and
    `apart` between them.
    """
    shown = [each for each in columns if any(each[1])]
    moved: list[Column] = []
    while True:
        told = [*shown, (further, _lines(moved, named, apart))] if moved else shown
        sizes = [_sizes(flow, each) for each in told]
        if moved:
            sizes[-1] = (max(_FURTHER, sizes[-1][0]), max(_FURTHER, sizes[-1][1]))
        usable = flow.width - gap * (len(told) - 1)
        if sum(least for least, _ in sizes) <= usable or len(shown) < 2:
            return told, _lowest(flow, told, sizes, usable)
        moved.insert(0, shown.pop())


def _lines(columns: Sequence[Column], named: str, apart: str) -> list[str]:
    rows = zip(*(texts for _, texts in columns), strict=True)
    titles = [title for title, _ in columns]
    return [
        apart.join(
            named.format(name=title, value=text.rstrip(_DIGIT + _POINT))
            for title, text in zip(titles, row, strict=True)
            if text
        )
        for row in rows
    ]


def _sizes(flow: Flow, column: Column) -> tuple[float, float]:
    """Return the least readable width, and the width at which nothing breaks."""
    title, texts = column
    lines = [line for text in texts for line in text.split("\n")]
    cell, head = _measure(flow, CELL), _measure(flow, HEAD)
    wanted = min(_WIDEST, max(cell(lines), head([title])))
    words = max(cell([word for line in lines for word in line.split()]), head(title.split()))
    return max(_LEAST, min(words, _LONG_WORD), min(wanted, _READABLE)), max(_LEAST, wanted)


def _measure(flow: Flow, style: TextStyle) -> Callable[[Sequence[str]], float]:
    """Return the width of the widest text; the three with the most letters stand for all."""

    def widest(texts: Sequence[str]) -> float:
        longest = sorted(set(texts), key=lambda text: (len(text), text))[-3:]
        return max(
            (flow.lay_out(text, style, width=_WHOLE).natural_width for text in longest if text), default=0.0
        )

    return widest


def _lowest(
    flow: Flow, columns: Sequence[Column], sizes: Sequence[tuple[float, float]], usable: float
) -> list[float]:
    """Return the widths at which a short table is lowest; of a long one, those that are found at once."""
    rows = list(zip(*(texts for _, texts in columns), strict=True))
    powers = _POWERS if len(rows) <= _FEW_ROWS else _POWERS[:1]
    tried = list({tuple(shares(sizes, usable, each)): None for each in powers})
    if len(rows) > _FEW_ROWS:
        return list(tried[0])
    measured: dict[tuple[int, float], list[float]] = {}

    def heights(at: int, width: float) -> list[float]:
        if (at, width) not in measured:
            texts = (flow.lay_out(text, CELL, width=width) for text in columns[at][1])
            measured[at, width] = [each.height for each in texts]
        return measured[at, width]

    def height(widths: Sequence[float]) -> float:
        cells: Iterator[tuple[float, ...]] = zip(*map(heights, range(len(widths)), widths), strict=True)
        return sum(max(row) for row in cells)

    return _shifted(min(tried, key=height), sizes, height)


def _shifted(
    widths: Sequence[float],
    sizes: Sequence[tuple[float, float]],
    height: Callable[[Sequence[float]], float],
) -> list[float]:
    """Return widths at which a table is lower: a column gives to another what it does not need."""
    best, lowest = list(widths), height(widths)
    for step in _SHIFTS:
        for giving, taking in permutations(range(len(best)), 2):
            if best[giving] - step < sizes[giving][0]:
                continue
            moved = list(best)
            moved[giving] -= step
            moved[taking] += step
            if (now := height(moved)) < lowest:
                best, lowest = moved, now
    return best


def shares(sizes: Sequence[tuple[float, float]], usable: float, power: float) -> list[float]:
    """Share the remaining width among columns that want more; if none does, in proportion to their widths.

    power: 1 gives each column the same part of what it wants, a higher one more to those that want much, and
    a lower one more to those that want little.
    """
    least, wanted = sum(each for each, _ in sizes), sum(each for _, each in sizes)
    if least > usable:
        return [usable * each / least for each, _ in sizes]
    if wanted <= usable:
        return [usable * each / wanted for _, each in sizes]
    widths, spare = [each for each, _ in sizes], usable - least
    while spare > _NOTHING:
        open_ones = [at for at, (_, wide) in enumerate(sizes) if wide - widths[at] > _NOTHING]
        if not open_ones:  # many columns that want next to nothing
            break
        weights = {at: (sizes[at][1] - sizes[at][0]) ** power for at in open_ones}
        given = {
            at: min(spare * weight / sum(weights.values()), sizes[at][1] - widths[at])
            for at, weight in weights.items()
        }
        for at, more in given.items():
            widths[at] += more
        spare -= sum(given.values())
    return widths
