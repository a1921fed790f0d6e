"""The columns of an account: which there are, which one a turn was said in, and which have no words."""

from collections.abc import Sequence

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull


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
    written |= {each.segment.language for each in full.segments if each.segment.source_text is not None}
    written |= {one.language for one in full.corrections}
    return frozenset(columns) - written if written & set(columns) else frozenset()


def own_column(each: SegmentInFull, columns: Sequence[str]) -> str:
    """Return the column of the original: that of its language, or the first if it has none."""
    return each.segment.language if each.segment.language in columns else columns[0]
