"""Marks of speakers and times at the beginning of a line: `A: ...`, `Q. ...`, `[00:01:23] Judge: ...`."""

import re
from dataclasses import dataclass

_TIME = re.compile(r"[\[(](?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?[\])]\s*")
_LETTER = re.compile(r"([QA])\.\s+")
_NAMED = re.compile(r"([^\W\d_][^:\uff1a\n]{0,39}?)[ \u00a0\u202f]?(?::(?=\s|$)|\uff1a)\s*")
_SENTENCE = re.compile(r"[.!?;\"«»“”]\s|[,;!?\"«»“”]")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line without its marks. speaker: None if it has no mark of one. start: milliseconds, or None."""

    text: str
    speaker: str | None
    start: int | None


def marked(line: str) -> Marked:
    """Return what stands at the beginning of a line, and the rest."""
    start, rest = None, line
    if time := _TIME.match(line):
        hours, minutes, seconds, part = time.groups()
        start = milliseconds(hours or "0", minutes, seconds, part or "0")
        rest = line[time.end() :]
    if letter := _LETTER.match(rest):
        return Marked(text=rest[letter.end() :], speaker=letter[1], start=start)
    named = _NAMED.match(rest)
    if named and _is_label(named[1]):
        return Marked(text=rest[named.end() :], speaker=named[1], start=start)
    return Marked(text=rest if start is not None else line, speaker=None, start=start)


def milliseconds(hours: str, minutes: str, seconds: str, part: str) -> int:
    """Return a time as milliseconds. part: digits after the point, at most three."""
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(part.ljust(3, "0"))


def _is_label(said: str) -> bool:
    """Whether words before a colon are a speaker: few words, and no sentence."""
    return len(said.split()) <= _MOST_WORDS and not _SENTENCE.search(said)
