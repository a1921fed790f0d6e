"""Find and replace in the turns of one record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thb_desktop.domain.folding import folded
from thb_desktop.domain.vocabulary import RenderingKind
from thb_desktop.services.testimony.mending import Turn
from ui.transcript.rows import SegmentsModel
from ui.transcript.segment_row import SegmentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where a text stands: the row and its language."""

    row: int
    language: str


def hits_in(segments: SegmentsModel, wanted: str, *, exactly: bool = False) -> Iterator[Hit]:
    """Return where a text stands in the turns shown, whatever its capitals and accents, each place by its
    column.

    exactly: with its accents, as `replaced` looks for it.
    """
    pattern, plain = _pattern(wanted), folded(wanted)
    if pattern is None or not plain.strip():
        return
    for number, row in enumerate(segments.rows):
        found = (
            column
            for column, text in segments.texts(row)
            if (pattern.search(text) if exactly else plain in folded(text))
        )
        for column in dict.fromkeys(found) if not row.segment.struck else ():
            yield Hit(row=number, language=column)


def replaced(segments: SegmentsModel, row: SegmentRow, wanted: str, by: str) -> Turn | None:
    """Return a turn with a text replaced in its words and renditions, whatever its capitals; None if nothing
    of it changes.
    """
    pattern, segment = _pattern(wanted), row.segment
    if pattern is None or segment.struck:
        return None
    source, columns = segment.source_text, segments.languages
    if source is not None and segments.own(row) in columns:
        source = pattern.sub(lambda _: by, source)
    beside = segments.beside(row)
    were = tuple(
        each
        for each in row.full.renderings
        if each.kind is RenderingKind.RENDITION and (each.language in columns or each in beside)
    )
    renderings = tuple(replace(each, text=pattern.sub(lambda _: by, each.text)) for each in were)
    made = Turn(segment=replace(segment, source_text=source), renderings=renderings)
    return None if made == Turn(segment=segment, renderings=were) else made


def _pattern(wanted: str) -> re.Pattern[str] | None:
    return re.compile(re.escape(wanted), re.IGNORECASE) if wanted.strip() else None
