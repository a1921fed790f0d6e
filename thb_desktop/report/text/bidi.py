"""The order of mixed left-to-right and right-to-left text: Unicode's Bidirectional Algorithm, UAX #9.

This module has the levels of a paragraph and the order of a line; `bidi_rules` has the classes and the rules
for neighbours.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from thb_desktop.report.text.bidi_rules import classes_of, implicit_levels

MAX_DEPTH: Final = 125

_MIXED: Final = re.compile("[^LE+$,MBSWOb]")
"""Any class that can give a left-to-right paragraph another level than 0."""
_EXPLICIT: Final = re.compile("[lrpqfijkdB]")
_RUN_OR_EXPLICIT: Final = re.compile("[^lrpqfijkdB]+|.", re.DOTALL)
_TRAILING: Final = re.compile(r"(?<![Wijkdlrpqfb])[Wijkdlrpqfb]*+(?=[BS]|\Z)")

_LEFT_TO_RIGHT: Final = re.compile("[\0-\u058f\u2010-\u2027\u202f-\u2064]*")
"""Letters of European languages, and punctuation: no character in it runs from right to left, or makes others
do so.
"""


class Bidi(NamedTuple):
    """The levels of one paragraph before line breaking."""

    levels: bytes
    """One level per character; characters removed by rule X9 have the level of the one before them."""
    classes: str
    """One class letter per character, as entered."""
    base: int
    """The paragraph's level: 0 left-to-right, 1 right-to-left."""


def first_strong(classes: str) -> int | None:
    """Return the level of the first strong character outside isolates (rules P2 and P3), or None."""
    depth = 0
    for match in re.finditer("[LRAijkdB]", classes):
        letter = match[0]
        if letter in "ijk":
            depth += 1
        elif letter == "d":
            depth = max(0, depth - 1)
        elif letter == "B":
            return None
        elif not depth:
            return int(letter != "L")
    return None


def is_left_to_right(text: str) -> bool:
    """Whether a text is known at once to have no other level than 0 in a left-to-right paragraph, as most
    have. A text of other letters may have none either.
    """
    return _LEFT_TO_RIGHT.fullmatch(text) is not None


def resolve(text: str, *, base: int | None = None) -> Bidi:
    """Return the levels of one paragraph (rules P2 to I2). Without a base, the first strong character
    decides, else 0.
    """
    classes = classes_of(text)
    if base is None:
        base = first_strong(classes) or 0
    if not base and not _MIXED.search(classes):
        return Bidi(bytes(len(text)), classes, 0)
    if not _EXPLICIT.search(classes):
        return Bidi(_without_explicit(text, classes, base), classes, base)
    levels = bytearray()
    for part in re.finditer("[^B]*B?", classes):
        if part[0]:
            levels += _with_explicit(text[part.start() : part.end()], part[0], base)
    return Bidi(bytes(levels), classes, base)


def line_levels(bidi: Bidi, start: int, end: int) -> bytes:
    """Levels of one line: separators, and blanks before them or at the end, take the base (rule L1)."""
    classes = bidi.classes[start:end]
    levels = bytearray(bidi.levels[start:end])
    for match in _TRAILING.finditer(classes):
        stop = match.end() + (match.end() < len(classes))
        levels[match.start() : stop] = bytes([bidi.base]) * (stop - match.start())
    return bytes(levels)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Indexes from left to right for items with the given levels (rule L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level & 1), default=None)
    if lowest_odd is None:
        return order
    for level in range(max(levels), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


def _without_explicit(text: str, classes: str, base: int) -> bytes:
    """The usual paragraph, one isolating run sequence; boundary neutrals are removed and added back."""
    if "b" not in classes:
        return implicit_levels(text, classes, base, base, base)
    kept = [index for index, letter in enumerate(classes) if letter != "b"]
    found = implicit_levels("".join([text[i] for i in kept]), classes.replace("b", ""), base, base, base)
    levels: list[int | None] = [None] * len(text)
    for index, level in zip(kept, found, strict=True):
        levels[index] = level
    return _filled(levels, base)


def _filled(levels: Sequence[int | None], base: int) -> bytes:
    out = bytearray()
    last = base
    for level in levels:
        last = last if level is None else level
        out.append(last)
    return bytes(out)


def _with_explicit(text: str, classes: str, base: int) -> bytes:
    """Rules X1 to X10 for one paragraph with embeddings, overrides or isolates."""
    partner = _isolate_partners(classes)
    explicit = _Embedding(classes, base, partner)
    embedded, types = explicit.levels, explicit.types
    levels: list[int | None] = [None] * len(text)
    kept = [i for i, letter in enumerate(classes) if letter not in "lrpqfb"]
    for sequence, before, after in _sequences(classes, embedded, kept, base, partner):
        level = embedded[sequence[0]]
        found = implicit_levels(
            "".join([text[i] for i in sequence]), "".join([types[i] for i in sequence]), level, before, after
        )
        for index, value in zip(sequence, found, strict=True):
            levels[index] = value
    return _filled(levels, base)


def _isolate_partners(classes: str) -> dict[int, int]:
    """Rule BD9: the PDI (index) that closes each isolate initiator (index), in both directions."""
    partner: dict[int, int] = {}
    open_ones: list[int] = []
    for match in re.finditer("[ijkd]", classes):
        if match[0] != "d":
            open_ones.append(match.start())
        elif open_ones:
            initiator = open_ones.pop()
            partner[initiator] = match.start()
            partner[match.start()] = initiator
    return partner


class _Status(NamedTuple):
    """One entry of the directional status stack."""

    level: int
    override: str
    is_isolate: bool


class _Embedding:
    """Rules X1 to X8: `levels` and the possibly overridden classes (`types`), one of each per character."""

    def __init__(self, classes: str, base: int, partner: dict[int, int]) -> None:
        self.levels: list[int] = []
        self.types = list(classes)
        self._partner = partner
        self._stack = [_Status(base, "", is_isolate=False)]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0
        for match in _RUN_OR_EXPLICIT.finditer(classes):
            run, at = match[0], match.start()
            if run in "ijk":
                self._open_isolate(run, at, classes)
            elif run == "d":
                self._close_isolate(at)
            elif run in "lrpq":
                self._open_embedding(run)
            elif run == "f":
                self._close_embedding()
            elif run == "B":
                self.levels.append(base)
            else:
                self._content(run, at)

    def _content(self, run: str, at: int) -> None:
        top = self._stack[-1]
        self.levels += [top.level] * len(run)
        if top.override:
            self.types[at : at + len(run)] = ["b" if letter == "b" else top.override for letter in run]

    def _open_isolate(self, letter: str, at: int, classes: str) -> None:
        self._content(letter, at)
        overflow = bool(self._overflow_isolates or self._overflow_embeddings)
        to_left = letter == "j"
        if letter == "k" and not overflow:
            to_left = first_strong(classes[at + 1 : self._partner.get(at)]) == 1
        level = self._next_level(to_left=to_left)
        if overflow or level > MAX_DEPTH:
            self._overflow_isolates += 1
        else:
            self._valid_isolates += 1
            self._stack.append(_Status(level, "", is_isolate=True))

    def _close_isolate(self, at: int) -> None:
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack[-1].is_isolate:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1
        self._content("d", at)

    def _open_embedding(self, letter: str) -> None:
        self.levels.append(self._stack[-1].level)
        level = self._next_level(to_left=letter in "rq")
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            override = {"p": "L", "q": "R"}.get(letter, "")
            self._stack.append(_Status(level, override, is_isolate=False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _close_embedding(self) -> None:
        self.levels.append(self._stack[-1].level)
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].is_isolate and len(self._stack) > 1:
            self._stack.pop()

    def _next_level(self, *, to_left: bool) -> int:
        level = self._stack[-1].level
        return (level + 1) | 1 if to_left else (level + 2) & ~1


def _sequences(
    classes: str, levels: list[int], kept: list[int], base: int, partner: dict[int, int]
) -> Iterator[tuple[list[int], int, int]]:
    """Rules X9 and X10: each isolating run sequence as indexes, with the levels before and after it."""
    runs: list[list[int]] = []
    for index in kept:
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    starting = {run[0]: run for run in runs}
    place = {index: position for position, index in enumerate(kept)}
    for run in runs:
        if classes[run[0]] == "d" and run[0] in partner:
            continue
        sequence = list(run)
        while classes[sequence[-1]] in "ijk" and sequence[-1] in partner:
            sequence += starting[partner[sequence[-1]]]
        first, last = place[sequence[0]], place[sequence[-1]]
        before = levels[kept[first - 1]] if first else base
        open_isolate = classes[sequence[-1]] in "ijk"
        after = base if open_isolate or last + 1 == len(kept) else levels[kept[last + 1]]
        yield sequence, before, after
