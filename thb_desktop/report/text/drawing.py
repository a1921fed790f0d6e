"""Paragraphs as operators in a page's content."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import Protocol

from thb_desktop.report.text.embedding import FontBook, Shown
from thb_desktop.report.text.faces import Face
from thb_desktop.report.text.paragraph import Align, Direction, Line, Paragraph
from thb_desktop.report.text.shaping import Word


class Page(Protocol):
    """The target of drawing: a page of a document with its fonts."""

    @property
    def fonts(self) -> FontBook: ...

    def write(self, operators: str) -> None:
        """Append operators to the page's content."""


def draw(paragraph: Paragraph, page: Page, x: float, top: float) -> None:
    """Draw a paragraph with its column's left edge at `x` and its upper edge at `top`, in points.

    One text object is written. The caller may open marked content around it; inside are only /Span sequences
    with /ActualText. The fill colour stays the paragraph's.
    """
    operators = text_object(paragraph, page.fonts, x, top)
    if operators:
        page.write(operators)


def text_object(paragraph: Paragraph, fonts: FontBook, x: float, top: float) -> str:
    """Return the operators from BT to ET that show a paragraph, or nothing without a visible word."""
    if paragraph.face is not None:
        return _plain_object(paragraph, paragraph.face, fonts, x, top)
    size = paragraph.style.size
    words = fonts.words(size)
    out: list[str] = []
    current: Face | None = None
    for line in paragraph.lines:
        baseline = top - line.ascent
        top -= line.height
        shown, current = _shown([words[word] for word in _drawn(paragraph, line)], fonts, size, current)
        if not shown:
            continue
        left = x + _indent(paragraph, line)
        if line.blank and paragraph.direction is Direction.RIGHT_TO_LEFT:
            left -= line.blank.width * size / 1000
        out.append(_line(left, baseline, "".join(shown)))
    if not out:
        return ""
    return "\n".join([_begun(paragraph.style.color), *out, "ET"])


def _plain_object(paragraph: Paragraph, face: Face, fonts: FontBook, x: float, top: float) -> str:
    """As `text_object`, of a paragraph from left to right in one face; most of a bundle's text is such."""
    size = paragraph.style.size
    operators = fonts.operators(size)
    out = [_begun(paragraph.style.color)]
    selection, begins = fonts.selection(face, size), paragraph.align is Align.START
    for line in paragraph.lines:
        left = x if begins else x + _indent(paragraph, line)
        out.append(_line(left, top - line.ascent, f"{selection}{_plain(line, operators)}"))
        top -= line.height
        selection = ""
    out.append("ET")
    return "\n".join(out)


def _line(left: float, baseline: float, content: str) -> str:
    """Return the operators that show a line."""
    # Neighbouring strings of glyphs become one, empty arrays vanish.
    joined = f"[{content}] TJ".replace("><", "").replace("[] TJ ", "")
    return f"1 0 0 1 {left:.2f} {baseline:.2f} Tm {joined}"


@cache
def _begun(colour: tuple[float, float, float]) -> str:
    red, green, blue = colour
    return f"BT {red:.3g} {green:.3g} {blue:.3g} rg"


def _plain(line: Line, operators: Mapping[Word, str]) -> str:
    """Return the operators of a line in one face, in which every second word is the same blank."""
    shown = [*map(operators.__getitem__, line.words[::2])]
    after = operators[line.blank] if line.blank else ""
    return (operators[line.words[1]] if len(shown) > 1 else "").join(shown) + after


def _shown(
    words: Iterable[Shown], fonts: FontBook, size: float, current: Face | None
) -> tuple[list[str], Face | None]:
    """Return the operators of words, with those that select another face, and the last face."""
    shown: list[str] = []
    for first, operators, last in words:
        if first is None:
            continue
        if first is not current:
            shown.append(fonts.selection(first, size))
        shown.append(operators)
        current = last
    return shown, current


def boxes(
    paragraph: Paragraph, find: Callable[[str], Iterable[tuple[int, int]]], x: float, top: float
) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Return where a paragraph that is drawn here has what is found in one of its lines: left, bottom, right
    and top in points. find: returns beginnings and ends. A word that is found in part counts with its
    punctuation.
    """
    em = paragraph.style.size / 1000
    for line in paragraph.lines:
        bottom = top - line.height
        texts = [word.text for word in line.words]
        starts = list(accumulate(map(len, texts), initial=0))
        lefts = list(
            accumulate((word.width * em for word in line.words), initial=x + _indent(paragraph, line))
        )
        whole = "".join(texts)
        for begin, end in find(whole):
            first = max(at for at, start in enumerate(starts[:-1]) if start <= begin)
            last = min(at for at, start in enumerate(starts) if start >= end)
            yield whole[begin:end], (lefts[first], bottom, lefts[last], top)
        top = bottom


def _drawn(paragraph: Paragraph, line: Line) -> tuple[Word, ...]:
    """Return the words from left to right, with the blank behind the last one in the order of reading."""
    if line.blank is None:
        return line.words
    to_right = paragraph.direction is Direction.LEFT_TO_RIGHT
    return (*line.words, line.blank) if to_right else (line.blank, *line.words)


def _indent(paragraph: Paragraph, line: Line) -> float:
    room = paragraph.width - line.width
    if paragraph.align is Align.CENTER:
        return room / 2
    to_right = paragraph.direction is Direction.LEFT_TO_RIGHT
    return 0.0 if (paragraph.align is Align.START) == to_right else room
