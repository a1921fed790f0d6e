"""Words become glyphs: a face for each grapheme cluster, HarfBuzz for each run, all remembered by word.

A word is kept in pieces that PDF's TJ operator takes as they are (glyph codes, and corrections in thousandths
of an em), so that drawing is joining strings, whatever the size.
"""

from functools import lru_cache
from typing import Final, NamedTuple

import regex
import uharfbuzz as hb

from thb_desktop.report.text.breaks import line_breaks
from thb_desktop.report.text.characters import script_of, without_direction_marks
from thb_desktop.report.text.faces import MONO, Face, Voice, face, face_for

_CLUSTERS: Final = regex.compile(r"\X")
_NO_SCRIPT: Final = frozenset({"Zyyy", "Zinh", "Zzzz"})
_BOX: Final = "□"


class Cluster(NamedTuple):
    """What is drawn for a few characters that cannot be told apart on paper."""

    text: str
    glyphs: tuple[int, ...]
    pieces: tuple[tuple[float, str], ...]
    """Parts of a TJ array, each with its rise above the baseline in thousandths of an em."""
    advance: float
    """Thousandths of an em."""


class Run(NamedTuple):
    """Clusters of one face from left to right."""

    face: Face
    clusters: tuple[Cluster, ...]


class Word:
    """A shaped word from left to right; compared by identity, never changed."""

    __slots__ = ("line", "missing", "runs", "text", "to_right", "width")

    def __init__(self, text: str, runs: tuple[Run, ...], *, to_right: bool, missing: str) -> None:
        self.text = text
        self.runs = runs
        self.to_right = to_right
        self.missing = missing
        """Characters that no face has: each is drawn as an empty box."""
        self.width = sum(cluster.advance for run in runs for cluster in run.clusters)
        """Thousandths of an em."""
        self.line = (
            max((run.face.family.ascent for run in runs), default=0.0),
            max((run.face.family.descent for run in runs), default=0.0),
        )
        """Height above and depth below the baseline, in em."""

    def cut(self, width: float) -> list[str]:
        """The text in pieces no wider than `width` (in 1/1000 em), or of one cluster, in reading order."""
        clusters = [cluster for run in self.runs for cluster in run.clusters]
        pieces = [""]
        filled = 0.0
        for cluster in clusters if self.to_right else reversed(clusters):
            if pieces[-1] and filled + cluster.advance > width:
                pieces.append("")
                filled = 0.0
            pieces[-1] += cluster.text
            filled += cluster.advance
        return pieces


# The caches take their keys by position: a call by keyword would be another key.
@lru_cache(maxsize=16384)
def words_of(chunk: str, to_right: bool, voice: Voice) -> tuple[tuple[int, Word], ...]:
    """A stretch without blanks as words, each with its number of characters; after each a line may end."""
    ends = line_breaks(chunk)
    pieces = zip([0, *ends], ends, strict=False)
    return tuple((end - start, shape(chunk[start:end], to_right, voice)) for start, end in pieces)


@lru_cache(maxsize=16384)
def shape(text: str, to_right: bool, voice: Voice, before: str = "", after: str = "") -> Word:
    """One word; `before` and `after` are what it hung together with when it had to be cut."""
    text = without_direction_marks(text)
    runs: list[Run] = []
    missing = ""
    spans = _spans(text, voice)
    for position, (start, end, used, script) in enumerate(spans):
        if used is None:
            missing += text[start:end]
            runs.append(_boxes(text[start:end]))
            continue
        left = before if position == 0 else text[max(0, start - 1) : start]
        right = after if position == len(spans) - 1 else text[end : end + 1]
        glyphs = _glyphs(
            used, text[start:end], left, right, to_right=to_right, script=script, language=voice.language
        )
        if any(glyph == 0 for _, group in glyphs for glyph, *_ in group):
            missing += text[start:end]
            runs.append(_boxes(text[start:end]))
        elif glyphs:
            runs.append(Run(used, _clusters(used, glyphs)))
    return Word(text, tuple(runs if to_right else reversed(runs)), to_right=to_right, missing=missing)


def _spans(text: str, voice: Voice) -> list[tuple[int, int, Face | None, str]]:
    """Stretches of one face and one script.

    Characters of no script go with the letters before them, else with those after, else with the paragraph.
    """
    found = [match.span() for match in _CLUSTERS.finditer(text)]
    own = [script_of(text[start]) for start, _ in found]
    known = next((script for script in own if script not in _NO_SCRIPT), voice.script)
    spans: list[tuple[int, int, Face | None, str]] = []
    for (start, end), script in zip(found, own, strict=True):
        known = known if script in _NO_SCRIPT else script
        used = face_for(text[start:end], known, voice)
        if spans and spans[-1][2] is used and spans[-1][3] == known:
            spans[-1] = (spans[-1][0], end, used, known)
        else:
            spans.append((start, end, used, known))
    return spans


type _Glyph = tuple[int, float, float, float]
"""Glyph, horizontal offset, rise, advance; in thousandths of an em."""


def _glyphs(
    used: Face, text: str, before: str, after: str, *, to_right: bool, script: str, language: str
) -> list[tuple[str, list[_Glyph]]]:
    """HarfBuzz's answer from left to right, in groups that belong to the same characters."""
    buffer = hb.Buffer()
    buffer.add_str(before + text + after, len(before), len(text))
    buffer.direction = "ltr" if to_right else "rtl"
    buffer.script = script
    if language:
        buffer.language = language
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(used.font, buffer)
    scale = used.scale
    groups: list[tuple[int, list[_Glyph]]] = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if not groups or groups[-1][0] != info.cluster:
            groups.append((info.cluster, []))
        x_offset, y_offset, advance = position.x_offset, position.y_offset, position.x_advance
        groups[-1][1].append((info.codepoint, x_offset * scale, y_offset * scale, advance * scale))
    starts = sorted(start for start, _ in groups)
    ends = {
        start: end - len(before)
        for start, end in zip(starts, [*starts[1:], len(before) + len(text)], strict=True)
    }
    first = starts[0] if starts else 0
    return [
        (text[0 if start == first else start - len(before) : ends[start]], group) for start, group in groups
    ]


def _clusters(used: Face, groups: list[tuple[str, list[_Glyph]]]) -> tuple[Cluster, ...]:
    """Glyphs in TJ's terms: a code moves the pen by the font's width, a number to where HarfBuzz wants it."""
    clusters: list[Cluster] = []
    pen = x = 0.0
    for number, (text, glyphs) in enumerate(groups):
        pieces: list[tuple[float, str]] = []
        begin = x
        for glyph, x_offset, rise, advance in glyphs:
            move = pen - (x + x_offset)
            code = f"{_number(move)}<{glyph:04x}>" if abs(move) >= 0.5 else f"<{glyph:04x}>"
            pen = (x + x_offset if abs(move) >= 0.5 else pen) + used.advance(glyph)
            x += advance
            if pieces and pieces[-1][0] == rise:
                pieces[-1] = (rise, pieces[-1][1] + code)
            else:
                pieces.append((rise, code))
        if number == len(groups) - 1 and abs(pen - x) >= 0.5:
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + _number(pen - x))
        clusters.append(Cluster(text, tuple(glyph for glyph, *_ in glyphs), tuple(pieces), x - begin))
    return tuple(clusters)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _boxes(text: str) -> Run:
    """An empty box for each grapheme cluster; the font's .notdef may not be shown (ISO 19005-3, 6.2.11.8)."""
    used = face(MONO, bold=False)
    box = used.glyph(_BOX)
    return Run(
        used,
        tuple(
            Cluster(cluster, (box,), ((0.0, f"<{box:04x}>"),), used.advance(box))
            for cluster in _CLUSTERS.findall(text)
        ),
    )
