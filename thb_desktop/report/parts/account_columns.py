"""The columns of an account: which there are, which one a turn was said in, which have no words, and how wide
each is.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, islice, product
from math import ceil
from typing import NamedTuple

from thb_desktop.domain.columns import column_of
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.report.style import ANSWER
from thb_desktop.report.text import TextStyle, lay_out

_NARROWEST, _WIDEST = 0.72, 1.25
"""A column is never narrower or wider than so many equal ones."""
_SAMPLE, _SAMPLED = 100, 12
"""So many signs of so many texts are measured."""
_ONE_LINE = 1_000_000.0
"""Points; in this width no text breaks."""
_STEP, MEASURED, _FULL, _LAID_OUT = 0.05, 60, 0.94, 12
"""Widths are tried in these steps, on so many turns; words fill about this part of a line. So many of those
that are lowest by this estimate are laid out.
"""


class Further(NamedTuple):
    """What a column tells of turns besides the record, by turn. language: in which; style: how it is set."""

    language: str
    style: TextStyle
    texts: Mapping[SegmentId, Sequence[str]]


class _Line(NamedTuple):
    """A text as if it were set in one line, in points."""

    length: float
    height: float


def columns_of(full: InterviewInFull, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the two sides, then the further languages of the bundle that occur in the record. A statement
    made elsewhere, whose translations are made in jobs, has a second side only if something stands there.
    """
    written = {one.language for each in full.segments for one in each.renderings}
    sides = tuple(dict.fromkeys(full.sides))
    if full.taken_over is not None:
        sides = (sides[0], *(each for each in sides[1:] if each in written | _spoken_in(full)))
    return (*sides, *(each for each in languages if each in written and each not in sides))


def _spoken_in(full: InterviewInFull) -> set[str]:
    return {each.segment.language for each in full.segments}


def runs_of(full: InterviewInFull, turns: Collection[SegmentId]) -> list[str]:
    """Return the numbers of turns; of those that follow each other the first and the last."""
    groups = groupby(full.segments, key=lambda each: each.segment.id in turns)
    runs = ([each.label.replace(" ", "\u00a0") for each in run] for is_one, run in groups if is_one)
    return ["\u00a0–\u00a0".join(dict.fromkeys((run[0], run[-1]))) for run in runs]


def silent_columns(full: InterviewInFull, columns: Sequence[str]) -> frozenset[str]:
    """Return the columns in which no turn has words, only why it has none; not all of them."""
    written = {one.language for each in full.segments for one in each.renderings}
    own = {each.segment.id: own_column(each, columns) for each in full.segments}
    written |= {own[each.segment.id] for each in full.segments if each.segment.source_text is not None}
    written |= {
        one.language if one.language in columns else own.get(one.segment_id, "") for one in full.corrections
    }
    return frozenset(columns) - written if written & set(columns) else frozenset()


def own_column(each: SegmentInFull, columns: Sequence[str]) -> str:
    """Return the column of the original of a turn."""
    return column_of(each.segment.language, columns)


def widths_of(
    full: InterviewInFull, columns: Sequence[str], further: Mapping[str, Further], room: float
) -> list[dict[str, float]]:
    """Share a width among columns so that the account is low: what stands side by side ends at about the same
    height. columns: by language. further: what other columns tell of turns, or these ones besides. Returned
    are the few shares that are lowest by an estimate, the lowest first.

    Up to three columns are tried in many widths, more get as much as their words fill.
    """
    keys = list(dict.fromkeys((*columns, *further)))
    lines = [_lines(full, key, columns, further.get(key)) for key in keys]
    filled = [1 + sum(_room(each) for turn in told.values() for each in turn) for told in lines]
    equal, total = room / len(keys), sum(filled)
    shares = [min(max(room * each / total, _NARROWEST * equal), _WIDEST * equal) for each in filled]
    scale = room / sum(shares)
    tried = [[share * scale for share in shares], *_tried(len(keys), equal)]
    turns = [[told.get(each.segment.id, ()) for told in lines] for each in full.segments[:MEASURED]]

    def height(widths: Sequence[float]) -> float:
        columned = (zip(turn, widths, strict=True) for turn in turns)
        return sum(max(_height(texts, width) for texts, width in turn) for turn in columned)

    return [dict(zip(keys, each, strict=True)) for each in sorted(tried, key=height)[:_LAID_OUT]]


def _tried(count: int, equal: float) -> Iterator[list[float]]:
    """Return widths of so many columns to be tried, from the narrowest to the widest one."""
    steps = range(int((_WIDEST - _NARROWEST) / _STEP) + 1)
    some = [_NARROWEST + _STEP * step for step in steps] if count in (2, 3) else []
    for parts in product(some, repeat=count - 1):
        last = count - sum(parts)
        if some and _NARROWEST <= last <= _WIDEST:
            yield [part * equal for part in (*parts, last)]


def _lines(
    full: InterviewInFull, key: str, columns: Sequence[str], further: Further | None
) -> dict[SegmentId, list[_Line]]:
    """Return the texts of a column by turn: those of the record, then those besides."""
    own = {each.segment.id: list(_texts(each, key, columns)) for each in full.segments}
    told = _measured(own, ANSWER, key)
    if further is not None:
        beside = _measured(further.texts, further.style, further.language)
        told |= {turn: [*told.get(turn, ()), *lines] for turn, lines in beside.items()}
    return told


def _measured(
    texts: Mapping[SegmentId, Sequence[str]], style: TextStyle, language: str
) -> dict[SegmentId, list[_Line]]:
    """Measure texts: letters of some scripts are wider than others, and their lines are higher. The
    beginnings of the first texts stand for all.
    """
    first = islice((text for told in texts.values() for text in told), _SAMPLED)
    sample = " ".join(word for text in first for word in text[:_SAMPLE].split())
    if not sample:
        return {}
    line = lay_out(sample, style=style, width=_ONE_LINE, language=language)
    sign = line.natural_width / len(sample)
    return {key: [_Line(sign * len(text), line.height) for text in told] for key, told in texts.items()}


def _room(line: _Line) -> float:
    return line.length * line.height


def _height(lines: Sequence[_Line], width: float) -> float:
    """About the height of texts in a column; no line is filled to its end."""
    return sum(ceil(each.length / (width * _FULL)) * each.height for each in lines)


def _texts(each: SegmentInFull, language: str, columns: Sequence[str]) -> Iterator[str]:
    if each.segment.source_text and own_column(each, columns) == language:
        yield each.segment.source_text
    yield from (one.text for one in each.renderings if one.language == language)
