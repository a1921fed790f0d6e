"""The head and foot of every page, drawn when the number of pages is known."""

from collections.abc import Sequence
from functools import lru_cache

from thb_desktop.report.document.document import DrawnPage
from thb_desktop.report.document.page import Artwork
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import FURNITURE, LANDSCAPE, PORTRAIT, SOFT_RULE
from thb_desktop.report.text import Align, Direction, TextStyle, draw, lay_out

_APART = 9.0
"""Points at least between two texts of the head."""


class Frame:
    """What every page has: three texts over a rule at its head, and a rule with the page at its foot."""

    def __init__(self, *, language: str, heads: tuple[str, str, str], page: str) -> None:
        """heads: at the left, in the middle, at the right. page: "page {n} of {total}"."""
        self._language, self._heads, self._page = language, heads, page
        self._lay_out = lru_cache(64)(lay_out)  # most pages say the same

    def draw(self, artwork: Artwork, page: DrawnPage, number: int, total: int) -> tuple[float, float, float]:
        """Draw it, and return the left edge, the width and the height of the foot."""
        geometry = LANDSCAPE if page.width > page.height else PORTRAIT
        left, width = geometry.left, geometry.width
        head, foot = page.height - 28, 47.0
        first, middle, last = self._heads
        self.write(artwork, first, (left, head, width), Align.START)
        self.write(artwork, last, (left, head, width), Align.END)
        begin, room = self._middle(width)
        self.write(artwork, middle, (left + begin, head, room), Align.CENTER)
        artwork.rule(left, head - 13, width, weight=0.5, colour=SOFT_RULE)
        artwork.rule(left, foot, width, weight=0.5, colour=SOFT_RULE)
        place = self._page.format(n=number, total=total)
        self.write(artwork, place, (left, foot - 3, width), Align.END)
        return left, width, foot

    def _middle(self, width: float) -> tuple[float, float]:
        """Return from where on, and how wide, the middle text of the head is centred: on the page, or
        between the other two where one of them would come to it.
        """
        first, middle, last = self._heads
        taken = {True: 0.0, False: 0.0}
        for text, align in ((first, Align.START), (last, Align.END)):
            if text:
                told = self._lay_out(text, style=FURNITURE, width=width, language=self._language, align=align)
                is_left = (align is Align.START) == (told.direction is Direction.LEFT_TO_RIGHT)
                taken[is_left] = max(taken[is_left], told.natural_width + _APART)
        told = self._lay_out(
            middle or " ", style=FURNITURE, width=width, language=self._language, align=Align.CENTER
        )
        if 2 * max(taken.values()) + told.natural_width <= width:
            return 0.0, width
        return taken[True], width - sum(taken.values())

    def write(
        self,
        artwork: Artwork,
        text: str,
        where: tuple[float, float, float],
        align: Align = Align.START,
        style: TextStyle = FURNITURE,
    ) -> None:
        """where: left edge, upper edge and width."""
        if text:
            left, top, width = where
            paragraph = self._lay_out(text, style=style, width=width, language=self._language, align=align)
            draw(paragraph, artwork, left, top)


class PageFurniture:
    """Header: bundle and case. Footer: bundle, chain, the records on the page and their digests, the page."""

    def __init__(self, setting: Setting) -> None:
        content, words = setting.content, setting.words.common
        bundle = f"{words.bundle} {content.release.number}, {words.version.format(n=content.release.version)}"
        case = content.frame.case
        self._frame = Frame(
            language=content.release.language,
            heads=(bundle, words.fictional if case.fictional else "", case.reference),
            page=words.page,
        )
        self._foot = f"{bundle} · {words.chain} {content.proof.head.short_code}"
        self._kinds = words.record, words.exhibit

    def __call__(self, artwork: Artwork, page: DrawnPage, number: int, total: int) -> None:
        left, width, foot = self._frame.draw(artwork, page, number, total)
        self._frame.write(artwork, self._foot, (left, foot - 3, width - 90))
        self._frame.write(artwork, _records(page.records, self._kinds), (left, foot - 12, width))


def _records(labels: Sequence[str], kinds: Sequence[str]) -> str:
    """Return the records on a page; a kind ("Exhibit", "Pieza de convicción") is not repeated directly."""
    said = [next((kind for kind in kinds if label.startswith(f"{kind} ")), "") for label in labels]
    return " · ".join(
        label.removeprefix(f"{kind} ") if at and said[at - 1] == kind else label
        for at, (kind, label) in enumerate(zip(said, labels, strict=True))
    )
