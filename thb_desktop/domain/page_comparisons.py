"""Comparisons: where the turns of a statement made elsewhere stand in its file, and who compared each page.

Each page is compared with the file by a person. What is changed afterwards has to be compared again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.anchors import Anchor, AnchorKind
from thb_desktop.domain.ids import AgentId, InterviewId, RowId, SegmentId
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import TakenWay


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentPlace:
    """Where the words of a turn stand in the file.

    page: the first one. way: how the words came into the record.
    """

    id: RowId
    interview_id: InterviewId
    segment_id: SegmentId
    page: int
    anchors: tuple[Anchor, ...]
    way: TakenWay


@dataclass(frozen=True, slots=True, kw_only=True)
class PageComparison:
    """Somebody compared what was taken over from a page with the file. digest: `page_digest` then."""

    id: RowId
    interview_id: InterviewId
    page: int
    digest: str
    compared_by: AgentId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTurn:
    """A turn of a record and its places in the file."""

    segment: Segment
    place: SegmentPlace


def placed(segments: Iterable[Segment], places: Iterable[SegmentPlace]) -> Iterator[PlacedTurn]:
    """Return the standing turns that have places, in their order. The last place of a turn counts.

    places: in the order of entry.
    """
    newest = {each.segment_id: each for each in places}
    for segment in sorted(segments, key=lambda each: each.position):
        if not segment.struck and segment.id in newest:
            yield PlacedTurn(segment=segment, place=newest[segment.id])


def page_digest(turns: Iterable[PlacedTurn], page: int) -> str:
    """Return the SHA-256 (hex) of what was taken over from a page: its turns with kind, words and places."""
    digest = hashlib.sha256()
    for turn in turns:
        if turn.place.page == page:
            segment, anchors = turn.segment, map(_told, turn.place.anchors)
            told = (segment.id, segment.kind, segment.source_digest, *anchors)
            digest.update("\0".join(told).encode() + b"\n")
    return digest.hexdigest()


def compared_pages(
    segments: Iterable[Segment], places: Iterable[SegmentPlace], comparisons: Iterable[PageComparison]
) -> dict[int, PageComparison]:
    """Return the last comparison of each page whose turns are still as they were compared.

    places, comparisons: in the order of entry.
    """
    turns = list(placed(segments, places))
    newest = {each.page: each for each in comparisons}
    return {page: each for page, each in newest.items() if each.digest == page_digest(turns, page)}


def is_wholly_compared(
    pages: int,
    segments: Sequence[Segment],
    places: Sequence[SegmentPlace],
    comparisons: Iterable[PageComparison],
) -> bool:
    """Whether somebody compared each page with its turns as they are now, and each turn has a place."""
    standing = sum(not each.struck for each in segments)
    compared = compared_pages(segments, places, comparisons)
    has_all = all(page in compared for page in range(1, pages + 1))
    return has_all and len(list(placed(segments, places))) >= max(standing, 1)


def lines_told(anchors: Iterable[Anchor]) -> tuple[tuple[int, int, int], ...]:
    """Return page, first and last line of what anchors name, page by page; 0 for lines that are not known."""
    by_page: dict[int, list[int]] = {}
    for anchor in anchors:
        by_page.setdefault(anchor.page, []).append(anchor.line)
    return tuple((page, min(lines), max(lines)) for page, lines in sorted(by_page.items()))


def _told(anchor: Anchor) -> str:
    if anchor.kind is not AnchorKind.PAGE:
        return ""
    return ":".join(map(str, (anchor.digest, anchor.page, anchor.line, *anchor.rectangle)))
