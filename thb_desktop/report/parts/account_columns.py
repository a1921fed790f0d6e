"""The columns of an account: which there are, which one a turn was said in, which have no words, and how wide
each is.
"""

from collections.abc import Iterator, Mapping, Sequence

from thb_desktop.domain.columns import column_of
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull

_NARROWEST, _WIDEST = 0.72, 1.25
"""A column is never narrower or wider than so many equal ones."""


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
    full: InterviewInFull, columns: Sequence[str], further: Mapping[str, float], room: float
) -> dict[str, float]:
    """Share a width among columns by how much their words fill, within limits: what stands side by side ends
    at about the same height. columns: by language. further: how many signs other columns have, or these ones
    have besides, as many as fill the same room in the size of the account.
    """
    filled = {
        language: 1 + further.get(language, 0) + sum(len(text) for text in _texts(full, language, columns))
        for language in dict.fromkeys((*columns, *further))
    }
    equal, total = room / len(filled), sum(filled.values())
    shares = {
        key: min(max(room * each / total, _NARROWEST * equal), _WIDEST * equal)
        for key, each in filled.items()
    }
    scale = room / sum(shares.values())
    return {key: share * scale for key, share in shares.items()}


def _texts(full: InterviewInFull, language: str, columns: Sequence[str]) -> Iterator[str]:
    for each in full.segments:
        if each.segment.source_text and own_column(each, columns) == language:
            yield each.segment.source_text
        yield from (one.text for one in each.renderings if one.language == language)
