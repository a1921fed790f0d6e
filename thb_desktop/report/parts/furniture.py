"""The head and foot of every page, drawn when the number of pages is known."""

from collections.abc import Sequence

from thb_desktop.report.document.document import DrawnPage
from thb_desktop.report.document.page import Artwork
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import FURNITURE, LANDSCAPE, PORTRAIT, SOFT_RULE
from thb_desktop.report.text import Align, draw, lay_out


class PageFurniture:
    """Header: bundle and case. Footer: bundle, chain, the records on the page and their digests, the page."""

    def __init__(self, setting: Setting) -> None:
        content, words = setting.content, setting.words.common
        self._language = content.release.language
        self._words = words
        self._bundle = (
            f"{words.bundle} {content.release.number}, {words.version.format(n=content.release.version)}"
        )
        self._case = content.frame.case.reference
        self._notice = words.fictional if content.frame.case.fictional else ""
        self._chain = f"{words.chain} {content.proof.head.short_code}"

    def __call__(self, artwork: Artwork, page: DrawnPage, number: int, total: int) -> None:
        geometry = LANDSCAPE if page.width > page.height else PORTRAIT
        left, width = geometry.left, geometry.width
        head, foot = page.height - 40, 50.0
        for text, align in (
            (self._bundle, Align.START),
            (self._notice, Align.CENTER),
            (self._case, Align.END),
        ):
            self._draw(artwork, text, (left, head, width), align)
        artwork.rule(left, head - 13, width, weight=0.5, colour=SOFT_RULE)
        artwork.rule(left, foot, width, weight=0.5, colour=SOFT_RULE)
        self._draw(artwork, f"{self._bundle} · {self._chain}", (left, foot - 4, width - 90), Align.START)
        records = _records(page.records, (self._words.record, self._words.exhibit))
        self._draw(artwork, records, (left, foot - 14, width), Align.START)
        place = self._words.page.format(n=number, total=total)
        self._draw(artwork, place, (left, foot - 4, width), Align.END)

    def _draw(self, artwork: Artwork, text: str, where: tuple[float, float, float], align: Align) -> None:
        if text:
            left, top, width = where
            paragraph = lay_out(text, style=FURNITURE, width=width, language=self._language, align=align)
            draw(paragraph, artwork, left, top)


def _records(labels: Sequence[str], kinds: Sequence[str]) -> str:
    """Return the records on a page; a kind ("Exhibit", "Pieza de convicción") is not repeated directly."""
    said = [next((kind for kind in kinds if label.startswith(f"{kind} ")), "") for label in labels]
    return " · ".join(
        label.removeprefix(f"{kind} ") if at and said[at - 1] == kind else label
        for at, (kind, label) in enumerate(zip(said, labels, strict=True))
    )
