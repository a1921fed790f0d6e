"""What HarfBuzz makes of a stretch of one face, in the terms of PDF's TJ operator."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, repeat
from operator import itemgetter
from typing import Final, NamedTuple

import uharfbuzz as hb

from thb_desktop.report.text.faces import Face

_VISIBLE: Final = 0.5
"""The smallest correction, in thousandths of an em."""


class Cluster(NamedTuple):
    """What is drawn for a few characters that are inseparable on paper."""

    text: str
    glyphs: tuple[int, ...]
    pieces: tuple[tuple[float, str], ...]
    """Parts of a TJ array, each with its rise above the baseline in thousandths of the face's em."""
    advance: float
    """Thousandths of the text's em: the face's size times its enlargement."""


def shaped(
    used: Face, text: str, before: str, after: str, *, to_right: bool, script: str, language: str
) -> tuple[Cluster, ...] | None:
    """Return HarfBuzz's result from left to right, or None if the face lacks a glyph after all."""
    buffer = hb.Buffer()
    buffer.add_str(before + text + after, len(before), len(text))
    buffer.direction = "ltr" if to_right else "rtl"
    buffer.script = script
    if language:
        buffer.language = language
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(used.font, buffer)
    infos = buffer.glyph_infos
    places = [info.cluster - len(before) for info in infos]
    codes = [info.codepoint for info in infos]
    if 0 in codes:
        return None
    glyphs = list(zip(codes, [each.position for each in buffer.glyph_positions], strict=True))
    pen = _ClusterWriter(used)
    if places == [*range(len(text))]:
        if all(_is_plain(used, *glyph) for glyph in glyphs):  # no letter is moved by another
            return tuple(map(plain, repeat(used), text, codes))
        for character, single in zip(text, glyphs, strict=True):
            pen.add(character, [single])
    else:
        for part, group in _grouped(text, places, glyphs):
            pen.add(part, group)
    return pen.finish()


type _Glyph = tuple[int, tuple[int, int, int, int]]
"""Glyph; its horizontal offset, rise, advance and vertical advance, in units of the face."""


def _is_plain(used: Face, glyph: int, position: tuple[int, int, int, int]) -> bool:
    """Whether a glyph stands where the one before it ends, and the next one where the font says."""
    x_offset, y_offset, advance, _ = position
    return not x_offset and not y_offset and advance * used.scale == used.advance(glyph)


def _grouped(
    text: str, places: Sequence[int], glyphs: Sequence[_Glyph]
) -> Iterator[tuple[str, list[_Glyph]]]:
    """Return what is inseparable on paper, each with its glyphs. places: where the text of each glyph
    begins.
    """
    starts = sorted(set(places))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=False))
    for place, group in groupby(zip(places, glyphs, strict=True), key=itemgetter(0)):
        start = 0 if place == starts[0] else place
        yield text[start : ends[place]], [glyph for _, glyph in group]


class _ClusterWriter:
    """Writes clusters in TJ's terms: a code advances by the font's width, a number corrects the position."""

    def __init__(self, used: Face) -> None:
        self._clusters: list[Cluster] = []
        self._face = used
        self._pen = self._x = 0.0

    def add(self, text: str, group: list[_Glyph]) -> None:
        used, scale = self._face, self._face.scale
        if len(group) == 1 and self._pen == self._x:
            glyph, position = group[0]
            if _is_plain(used, glyph, position):
                self._pen = self._x = self._x + position[2] * scale
                self._clusters.append(plain(used, text, glyph))
                return
        begin = self._x
        pieces: list[tuple[float, str]] = []
        for glyph, (x_offset, y_offset, advance, _) in group:
            wanted, rise = self._x + x_offset * scale, y_offset * scale
            code = f"<{glyph:04x}>"
            if abs(self._pen - wanted) >= _VISIBLE:
                code = _number(self._pen - wanted) + code
                self._pen = wanted
            self._pen += used.advance(glyph)
            self._x += advance * scale
            if pieces and pieces[-1][0] == rise:
                code = pieces.pop()[1] + code
            pieces.append((rise, code))
        glyphs = tuple(glyph for glyph, _ in group)
        width = (self._x - begin) * used.family.enlarged
        self._clusters.append(Cluster(text, glyphs, tuple(pieces), width))

    def finish(self) -> tuple[Cluster, ...]:
        """Return the clusters; after the last one the position is where the next word begins."""
        if abs(self._pen - self._x) >= _VISIBLE:
            last = self._clusters.pop()
            *others, (rise, code) = last.pieces
            pieces = (*others, (rise, code + _number(self._pen - self._x)))
            self._clusters.append(last._replace(pieces=pieces))
        return tuple(self._clusters)


@lru_cache(maxsize=8192)
def plain(used: Face, text: str, glyph: int) -> Cluster:
    """One glyph at the current position, shared by all words that have it."""
    return Cluster(text, (glyph,), ((0.0, f"<{glyph:04x}>"),), used.advance(glyph) * used.family.enlarged)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
