"""One turn as the table shows it: what is kept, what is typed, and what stands around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thb_desktop.domain.columns import column_of
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.interview_record import SegmentInFull, Side
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.vocabulary import RenderingKind, UtteranceKind
from ui.transcript.lines import Line

_THIN = 100
"""The most letters of a description that stands in one line across."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRow:
    """A segment, its corrections, and its unsaved text by language. above, below: the events around it.
    rectified_by: the numbers of the signed notes that rectify its words.
    """

    full: SegmentInFull
    rectified_by: tuple[str, ...] = ()
    corrections: tuple[ReadBackCorrection, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    above: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()

    @property
    def segment(self) -> Segment:
        return self.full.segment

    @property
    def unsaved(self) -> bool:
        return bool(self.typed)

    @property
    def is_thin(self) -> bool:
        """Whether it is a description that stands as one line across: what could be seen of somebody."""
        segment = self.segment
        is_described = segment.kind is UtteranceKind.DESCRIPTION and not segment.struck
        lone = is_described and not (
            self.full.renderings or self.corrections or self.rectified_by or self.typed
        )
        return lone and 0 < len(segment.source_text or "") <= _THIN and "\n" not in str(segment.source_text)

    def side(self, language: str) -> Side:
        return self.full.side(language)

    def own(self, columns: Sequence[str]) -> str:
        """Return the column in which the original stands. columns: by language."""
        return column_of(self.segment.language, columns)

    def beside(self, columns: Sequence[str]) -> tuple[Rendering, ...]:
        """Return the renditions that have no column of their own: the original stands in it, or there is
        none of their language.
        """
        own, said = self.own(columns), RenderingKind.RENDITION
        taken = {own} if own != self.segment.language else set()
        found = (each for each in self.full.renderings if each.kind is said and each.text)
        return tuple(each for each in found if each.language in taken or each.language not in columns)

    def text(self, language: str) -> str:
        """Return the text of a side in its editor: the unsaved one, or the saved one."""
        return self.typed[language] if language in self.typed else self.side(language).text or ""

    def rendering(self, *languages: str) -> Rendering | None:
        """Return the first rendering on one of these sides."""
        found = (self.side(language).rendering for language in languages)
        return next((each for each in found if each is not None), None)
