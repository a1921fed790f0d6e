"""Turns words into glyphs: a face for each grapheme cluster, HarfBuzz for each run, all cached by word.

A word is stored as pieces that PDF's TJ operator takes unchanged (glyph codes, and corrections in thousandths
of an em), so that drawing only joins strings, at any size.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import inf
from operator import add
from typing import Final, NamedTuple

import regex

from thb_desktop.report.text.breaks import word_ends
from thb_desktop.report.text.characters import number_of, script_of, without_direction_marks
from thb_desktop.report.text.faces import MONO, Face, Voice, face, face_for
from thb_desktop.report.text.glyphs import Cluster, plain, shaped

_CLUSTERS: Final = regex.compile(r"\X")
_NO_SCRIPT: Final = frozenset({"Zyyy", "Zinh", "Zzzz"})
LATIN_WORD: Final = regex.compile(
    r"(?=.*[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\u024f])[!-~\xa0-\xac\xae-\u024f\u2010-\u2015\u2018-\u201f\u2026]+"
)
"""The usual word in Latin letters with its punctuation, also behind a no-break space: one face shows it, and
each character by itself.
"""
_COMPOSED: Final = re.compile("[!-~\xa0-\xac\xae-\xb6\xb8-\u024f\u2010-\u2015\u2018-\u201f\u2026]+| ")
"""What may be composed of pairs of letters. The Catalan point is left out, since it looks at both sides."""
_REMEMBERED: Final = 16_384


class Run(NamedTuple):
    """Clusters of one face from left to right."""

    face: Face
    clusters: tuple[Cluster, ...]


class Word:
    """A shaped word from left to right; compared by identity, never changed."""

    __slots__ = ("_runs", "composed", "face", "line", "missing", "text", "to_right", "width")

    def __init__(
        self,
        text: str,
        runs: tuple[Run, ...] | Voice,
        *,
        to_right: bool = True,
        missing: str = "",
        width: float,
        line: tuple[float, float],
        face: Face | None,
        composed: str = "",
    ) -> None:
        """runs: a voice stands for those that it gives to the text, for the few who ask a composed word."""
        self.text = text
        self.to_right = to_right
        self.missing = missing
        """Characters that no face has; each is drawn by its number."""
        self.width = width
        """Thousandths of an em."""
        self.line = line
        """Height above and depth below the baseline, in em."""
        self.face = face
        """The one face of the whole word, if it has one."""
        self.composed = composed
        """The inside of its TJ array, if each of its characters is one glyph, by which that face means it."""
        self._runs = runs

    @property
    def runs(self) -> tuple[Run, ...]:
        if isinstance(self._runs, Voice):
            self._runs = _shape(self.text, self.to_right, self._runs).runs
        return self._runs

    def cut(self, width: float) -> list[str]:
        """Cut the text into pieces no wider than `width` (in 1/1000 em), or of one cluster, in reading
        order.
        """
        clusters = [cluster for run in self.runs for cluster in run.clusters]
        pieces = [""]
        filled = 0.0
        for cluster in clusters if self.to_right else reversed(clusters):
            # A hyphen stays with what follows it: see `word_ends`.
            room = width - cluster.advance if cluster.text == "-" else width
            if pieces[-1] and filled + cluster.advance > room:
                pieces.append("")
                filled = 0.0
            pieces[-1] += cluster.text
            filled += cluster.advance
        return pieces


def _tallest(lines: Iterable[tuple[float, float]]) -> tuple[float, float]:
    above, below = zip((0.0, 0.0), *lines, strict=True)
    return max(above), max(below)


# The caches use positional keys: a call by keyword would be another key.
@lru_cache(maxsize=8192)
def words_of(chunk: str, to_right: bool, voice: Voice) -> tuple[tuple[int, Word], ...]:
    """Split a stretch without blanks into words, each with its number of characters; a line may end after
    each.
    """
    ends = word_ends(chunk)
    pieces = zip([0, *ends], ends, strict=False)
    return tuple((end - start, shape(chunk[start:end], to_right, voice)) for start, end in pieces)


@lru_cache(maxsize=4096)
def blank(text: str, voice: Voice) -> Word:
    """Return the blank between two words."""
    return shape(text, True, voice)


def shape(text: str, to_right: bool, voice: Voice, before: str = "", after: str = "") -> Word:
    """Shape one word; `before` and `after` are its neighbours if it was cut from a longer word."""
    if to_right and not before and not after and _COMPOSED.fullmatch(text):
        composed = _compose(text, voice)
        if composed is not None:
            return composed
    return _shape(text, to_right, voice, before, after)


def _compose(text: str, voice: Voice) -> Word | None:
    """Return a word in which each letter is moved by its neighbours only, as HarfBuzz moves these two alone.
    None: it must be shaped as a whole.
    """
    pairs = _pairs(voice)
    if pairs is None:
        return None
    found = map(pairs.__getitem__, (text[0], *map(add, text, text[1:])))
    codes, widths = zip(*found, strict=True)
    width = sum(widths)
    if width == inf:
        return None
    shown = "".join(codes).replace("><", "")
    return Word(text, voice, width=width, line=pairs.face.line, face=pairs.face, composed=shown)


class _Pairs(dict[str, tuple[str, float]]):
    """Of a letter alone, or behind another: its part of a TJ array, and what it adds to the width. It adds
    infinity if two letters become one glyph, or the glyph is not the one by which the face means the letter.
    """

    def __init__(self, used: Face, language: str) -> None:
        super().__init__()
        self.face, self._language = used, language

    def __missing__(self, letters: str) -> tuple[str, float]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[letters] = self._found(letters)
        return found

    def _found(self, letters: str) -> tuple[str, float]:
        used = self.face
        if not used.covers.issuperset(map(ord, letters)):
            return "", inf
        clusters = shaped(used, letters, "", "", to_right=True, script="Latn", language=self._language) or ()
        alone = [plain(used, letter, used.glyph(letter)) for letter in letters]
        if [each.glyphs for each in clusters] != [each.glyphs for each in alone]:
            return "", inf
        ((_, code),) = alone[-1].pieces
        (rise, shown), *others = clusters[-1].pieces
        first = [each.pieces for each in clusters[:-1]] == [each.pieces for each in alone[:-1]]
        if not first or others or rise or not shown.endswith(code):
            return "", inf
        return shown, sum(each.advance for each in clusters) - sum(each.advance for each in alone[:-1])


@lru_cache(maxsize=16)
def _pairs(voice: Voice) -> _Pairs | None:
    used = face_for("a", "Latn", voice) if voice.script == "Latn" else None
    return None if used is None else _Pairs(used, voice.language)


def _shape(text: str, to_right: bool, voice: Voice, before: str = "", after: str = "") -> Word:
    text = without_direction_marks(text)
    runs: list[Run] = []
    missing = ""
    spans = _spans(text, voice)
    for position, (start, end, used, script) in enumerate(spans):
        if used is None:
            missing += text[start:end]
            runs.append(_numbers(text[start:end]))
            continue
        part = text[start:end]
        left = before if position == 0 else text[max(0, start - 1) : start]
        right = after if position == len(spans) - 1 else text[end : end + 1]
        clusters = shaped(used, part, left, right, to_right=to_right, script=script, language=voice.language)
        if clusters is None:
            missing += part
            runs.append(_numbers(part))
        elif clusters:
            runs.append(Run(used, clusters))
    return Word(
        text,
        tuple(runs if to_right else reversed(runs)),
        to_right=to_right,
        missing=missing,
        width=sum([cluster.advance for run in runs for cluster in run.clusters]),
        line=runs[0].face.line if len(runs) == 1 else _tallest({run.face.line for run in runs}),
        face=runs[0].face if len(runs) == 1 else None,
    )


def _spans(text: str, voice: Voice) -> list[tuple[int, int, Face | None, str]]:
    """Split into stretches of one face and one script.

    Characters without a script belong to the letters before them, else to those after, else to the paragraph.
    """
    if LATIN_WORD.fullmatch(text):
        return [(0, len(text), face_for("a", "Latn", voice), "Latn")]
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


def _numbers(text: str) -> Run:
    """The numbers of characters that no face has, in place of empty boxes: ⟦U+AC00⟧, one cluster for each
    character, so that a line may end between two numbers. The font's .notdef may not be shown (ISO 19005-3,
    6.2.11.8).
    """
    used = face(MONO, bold=False)
    return Run(used, tuple(_numbered(used, character) for character in text))


def _numbered(used: Face, character: str) -> Cluster:
    glyphs = tuple(used.glyph(each) for each in number_of(character))
    shown = "".join(f"<{glyph:04x}>" for glyph in glyphs)
    width = sum(map(used.advance, glyphs)) * used.family.enlarged
    return Cluster(character, glyphs, ((0.0, shown),), width)
