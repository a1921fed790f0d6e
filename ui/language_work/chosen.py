"""The words that are chosen in a turn, and what an anchor at them is in."""

from dataclasses import dataclass

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_work import RenderingVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Words of one side of a turn. text: all that its editor shows. start, end: code points of it; blanks at
    both ends are no part of the words, though a key that chooses word by word takes them along.

    is_source: whether they are of the source, else of the rendering, which may not be written yet.
    """

    number: int
    segment_id: SegmentId
    is_source: bool
    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        words = self.text[self.start : self.end]
        if words.strip():
            object.__setattr__(self, "start", self.end - len(words.lstrip()))
            object.__setattr__(self, "end", self.start + len(words.strip()))

    @property
    def quoted(self) -> str:
        return self.text[self.start : self.end]

    def at_source(self) -> Anchor:
        return Anchor.of_text(self.segment_id, self.text, self.start, self.end)

    def at_version(self, version: RenderingVersion) -> Anchor:
        """Return the place in the version, which was written without the blanks around the text."""
        before = len(self.text) - len(self.text.lstrip())
        start, end = max(0, self.start - before), min(len(version.text), self.end - before)
        return Anchor.of_text(version.id, version.text, start, end)
