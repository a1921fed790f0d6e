"""What stands at the head and foot of every page, drawn when the number of pages is known."""

from thb_desktop.report.document.document import DrawnPage
from thb_desktop.report.document.page import Artwork
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import FURNITURE, LANDSCAPE, PORTRAIT, SOFT_RULE
from thb_desktop.report.text import Align, draw, lay_out


class PageFurniture:
    """Header: bundle and case. Footer: bundle, the record on the page and its digest, the chain's short code, the page."""

    def __init__(self, setting: Setting) -> None:
        content, words = setting.content, setting.words.common
        self._language = content.language
        self._words = words
        self._bundle = f"{words.bundle} {content.number}, {words.version.format(n=content.version)}"
        self._case = content.case.reference
        self._notice = words.fictional if content.case.fictional else ""
        self._chain = f"{words.chain} {content.head.short_code}"

    def __call__(self, artwork: Artwork, page: DrawnPage, number: int, total: int) -> None:
        geometry = LANDSCAPE if page.width > page.height else PORTRAIT
        left, width = geometry.left, geometry.width
        head, foot = page.height - 40, 50.0
        self._draw(artwork, self._bundle, left, head, width)
        self._draw(artwork, self._notice, left, head, width, Align.CENTER)
        self._draw(artwork, self._case, left, head, width, Align.END)
        artwork.rule(left, head - 13, width, weight=0.5, colour=SOFT_RULE)
        artwork.rule(left, foot, width, weight=0.5, colour=SOFT_RULE)
        self._draw(artwork, f"{self._bundle} · {self._chain}", left, foot - 4, width - 90)
        self._draw(artwork, " · ".join(page.records), left, foot - 14, width)
        place = self._words.page.format(n=number, total=total)
        self._draw(artwork, place, left, foot - 4, width, Align.END)

    def _draw(
        self, artwork: Artwork, text: str, left: float, top: float, width: float, align: Align = Align.START
    ) -> None:
        if text:
            draw(
                lay_out(text, style=FURNITURE, width=width, language=self._language, align=align),
                artwork,
                left,
                top,
            )
