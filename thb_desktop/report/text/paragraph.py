"""A paragraph laid out in lines: an immutable value that can be measured, split between pages and drawn."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final, NamedTuple, Self

from thb_desktop.report.text import bidi
from thb_desktop.report.text.faces import Face, Voice, family_of, line_of
from thb_desktop.report.text.measured import Atom, Measured, Plain, Stretch
from thb_desktop.report.text.shaping import Word, blank, shape

_SOFT_HYPHEN: Final = "\u00ad"
_TOLERANCE: Final = 0.01


class Direction(StrEnum):
    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


_BASES: Final[dict[Direction | None, int]] = {Direction.LEFT_TO_RIGHT: 0, Direction.RIGHT_TO_LEFT: 1}


class Align(StrEnum):
    """Start is the left edge in left-to-right paragraphs, the right edge in right-to-left ones."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TextStyle:
    """The look of a text. Sizes are points; the colour is red, green, blue between 0 and 1.

    Two are equal only if they are the same: every paragraph is looked up by its style.
    """

    size: float
    leading: float = 0.0
    """Least height of a line, in points; a script that needs more (Nastaliq: 2.4 times the size) gets it."""
    bold: bool = False
    color: tuple[float, float, float] = (0.0, 0.0, 0.0)
    mono: bool = False


class Line(NamedTuple):
    """One line: its words from left to right, and the range of text that it shows, with its break."""

    start: int
    end: int
    words: tuple[Word, ...]
    width: float
    ascent: float
    """Points from the line's top to its baseline."""
    height: float
    blank: Word | None = None
    """The blank after its last word, beyond its width.

    Whoever reads the text by its structure would join that word and the first of the next line.
    """


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Lines in a column. `text` is what was entered; `width` and `height` are points."""

    text: str
    style: TextStyle
    width: float
    language: str
    direction: Direction
    align: Align
    lines: tuple[Line, ...]
    face: Face | None = None
    """The one face of all its words, where that was found at once, as it is of most paragraphs."""

    @cached_property
    def height(self) -> float:
        return sum([line.height for line in self.lines])

    @cached_property
    def natural_width(self) -> float:
        """Width of the longest line, in points."""
        return max((line.width for line in self.lines), default=0.0)

    @cached_property
    def missing(self) -> str:
        """Characters that none of our fonts has, each once: they are drawn by their numbers."""
        return "".join(dict.fromkeys(c for line in self.lines for word in line.words for c in word.missing))

    def split(self, height: float) -> tuple[Self | None, Self | None]:
        """Split into the lines that fit into `height` points, and the rest; None for an empty part. No text
        is lost.
        """
        used = 0.0
        for number, line in enumerate(self.lines):
            used += line.height
            if used > height + _TOLERANCE:
                return self._part(self.lines[:number]), self._part(self.lines[number:])
        return self, None

    def _part(self, lines: tuple[Line, ...]) -> Self | None:
        if not lines:
            return None
        first = lines[0].start
        moved = tuple([Line(line.start - first, line.end - first, *line[2:]) for line in lines])
        return replace(self, text=self.text[first : lines[-1].end], lines=moved)


def lay_out(
    text: str,
    *,
    style: TextStyle,
    width: float,
    language: str,
    direction: Direction | None = None,
    align: Align = Align.START,
    measured: Callable[[str, str, bool, bool, int | None], Measured] = Measured,
) -> Paragraph:
    """Break a text into lines of at most `width` points.

    Without a direction, the first strong letter decides (UAX #9, P2 and P3). A line feed begins a new line. A
    word wider than the column is cut between grapheme clusters. Any string is accepted: see `show_acting` for
    characters with an effect, and `Paragraph.missing` for those that no font has. Identifiers in
    right-to-left text keep their reading order (see `domain.reading_order`). measured: measures a text,
    for whoever keeps what it returned to lay the same text out in other columns.
    """
    whole = measured(text, language, style.bold, style.mono, _BASES.get(direction))
    setter = _setter(style, width, whole.voice)
    plain = setter.plain(whole.plain) if whole.plain else []
    lines = plain or [line for each in whole.stretches for line in setter.lines(each)]
    if (origin := whole.origin) is not None:
        lines = [line._replace(start=origin[line.start], end=origin[line.end]) for line in lines]
    return Paragraph(
        text=text,
        style=style,
        width=width,
        language=language,
        direction=Direction.RIGHT_TO_LEFT if whole.base else Direction.LEFT_TO_RIGHT,
        align=align,
        lines=tuple(lines),
        face=setter.face if plain else None,
    )


class _Setter:
    """Typesets lines in one style and column."""

    def __init__(self, style: TextStyle, width: float, voice: Voice) -> None:
        family = family_of(voice.script, voice)
        self._home = line_of(family)
        self._style = style
        self._even = self._set_on({self._home})
        self._em = style.size / 1000
        self._width = (width + _TOLERANCE) / self._em
        self._voice = voice
        self._blank = blank(" ", voice)
        self.face = self._blank.face
        """The face of the blank, and of plain text."""

    def plain(self, told: Plain) -> list[Line]:
        """The lines of plain text; none if a word of it is wider than the column."""
        words, widths, ends = told
        count, space = len(widths), self._blank
        limit, (baseline, height) = self._width + space.width, self._even
        lines: list[Line] = []
        first, start, begun = 0, 0, 0.0
        while first < count:
            after = bisect_right(widths, begun + limit, first)
            if after == first:
                return []
            behind, end = None, ends[-1] - 1
            if after < count:
                after = next((at for at in range(after, first, -1) if told.may_begin(at)), after)
                behind, end = space, ends[after - 1]
            width = (widths[after - 1] - begun - space.width) * self._em
            within = words[2 * first : 2 * after - 1]
            lines.append(Line(start, end, within, width, baseline, height, behind))
            first, start, begun = after, end, widths[after - 1]
        return lines

    def lines(self, told: Stretch) -> Iterator[Line]:
        """The lines of a stretch without forced breaks."""
        text, atoms, order, offset, end = told
        if not atoms:
            yield self._line((), None, offset, end)
            return
        for some in self._broken(atoms[:]):
            first, (_, last, word, is_blank, _) = some[0][0], some[-1]
            if last == len(text):
                yield self._line(some, order, offset + first, end, blank_after=end > offset + last)
            else:
                ends_in_blank = is_blank and word.width > 0
                yield self._line(some, order, offset + first, offset + last, blank_after=ends_in_blank)

    def _broken(self, atoms: list[Atom]) -> Iterator[list[Atom]]:
        """The atoms line by line; blanks extend beyond the edge."""
        first = at = 0
        end: int | None = None
        filled = 0.0
        while at < len(atoms):
            _, _, word, is_blank, may_end = atoms[at]
            width = word.width
            if not is_blank and filled + width > self._width:
                if all(is_blank for _, _, _, is_blank, _ in atoms[first:at]):
                    atoms[at : at + 1] = self._cut(atoms[at])
                    _, _, word, _, may_end = atoms[at]
                    width = word.width
                else:
                    end = at if end is None else end
                    yield atoms[first:end]
                    first = at = end
                    end, filled = None, 0.0
                    continue
            filled += width
            at += 1
            if may_end:
                end = at
        yield atoms[first:]

    def _cut(self, atom: Atom) -> list[Atom]:
        """Cut a word wider than the column into pieces that fit, with letters joined as in the whole word."""
        at, whole_end, whole, _, may_end = atom
        pieces = whole.cut(self._width)
        if len(pieces) < 2:
            return [atom]
        cut: list[Atom] = []
        for number, piece in enumerate(pieces):
            before = pieces[number - 1][-1:] if number else ""
            after = pieces[number + 1][:1] if number + 1 < len(pieces) else ""
            word = shape(piece, whole.to_right, self._voice, before, after)
            end = whole_end if not after else at + len(piece)
            cut.append((at, end, word, False, may_end if not after else True))
            at = end
        return cut

    def _line(
        self,
        atoms: Sequence[Atom],
        order: bidi.Bidi | None,
        start: int,
        end: int,
        *,
        blank_after: bool = False,
    ) -> Line:
        """blank_after: a blank or a forced break follows its last word."""
        count = len(atoms)
        while count and atoms[count - 1][3]:  # a blank
            count -= 1
        words = [word for _, _, word, _, _ in atoms[:count]]
        if order and count:
            first, last = atoms[0][0], atoms[count - 1][1]
            levels = bidi.line_levels(order, first, last)
            places = bidi.visual_order([levels[start - first] for start, *_ in atoms[:count]])
            words = [words[place] for place in places]
        if words and words[-1].text.endswith(_SOFT_HYPHEN):
            words.append(shape("-", True, self._voice))
        lines = {word.line for word in words if word.line is not self._home}
        baseline, height = self._set_on(lines) if lines else self._even
        width = sum([word.width for word in words]) * self._em
        behind = blank(" ", self._voice) if blank_after and words else None
        return Line(start, end, tuple(words), width, baseline, height, behind)

    def _set_on(self, lines: Set[tuple[float, float]]) -> tuple[float, float]:
        """Return a line's baseline below its top, and its height, for words of these heights and depths."""
        ascent, descent = map(max, zip(self._home, *lines, strict=True))
        size = self._style.size
        height = max(self._style.leading, (ascent + descent) * size)
        return (height - (ascent + descent) * size) / 2 + ascent * size, height


@lru_cache(maxsize=64)
def _setter(style: TextStyle, width: float, voice: Voice) -> _Setter:
    return _Setter(style, width, voice)
