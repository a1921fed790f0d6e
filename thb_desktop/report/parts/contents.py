"""The table of contents: every part and record with its page, each line a link."""

from collections.abc import Mapping, Sequence

from thb_desktop.report.document.document import Place
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import CELL, CELL_STRONG, RULE
from thb_desktop.report.text import Align, draw

DEPTH = 2
"""Headings of this level and above are listed; the bookmarks also have the lower ones."""
_NUMBER_WIDTH = 36.0


def draw_contents(setting: Setting, places: Sequence[Place], page_numbers: Mapping[int, int]) -> None:
    """Draw the contents from a new page on. page_numbers: from a page's object number to the printed one."""
    flow = setting.flow
    with flow.section("Sect", title=setting.words.legal.contents):
        flow.heading(setting.words.legal.contents, 1, mark=False)
        with flow.section("TOC"):
            for place in places:
                if place.level <= DEPTH:
                    _draw_line(setting, place, page_numbers[place.page])
    flow.break_page()


def _draw_line(setting: Setting, place: Place, number: int) -> None:
    flow = setting.flow
    tree = flow.document.tree
    style, indent = (CELL_STRONG, 0.0) if place.level == 1 else (CELL, 16.0)
    title = flow.lay_out(place.title, style, width=flow.width - indent - _NUMBER_WIDTH - 12)
    label = flow.lay_out(str(number), style, width=_NUMBER_WIDTH, align=Align.END)
    flow.gap(5 if place.level == 1 else 0)
    flow.need(title.height)
    page, top = flow.page, flow.top
    last = title.lines[-1]
    baseline = top - title.height + style.leading * 0.28
    start = flow.left + indent + last.width + 5
    end = flow.left + flow.width - label.natural_width - 5
    if end - start > 12:
        page.leader(start, baseline, end - start, colour=RULE)
    with (
        tree.element("TOCI", flow.parent) as item,
        tree.element("Reference", item) as reference,
        tree.element("Link", reference) as link,
    ):
        with page.marked(link):
            draw(title, page, flow.left + indent, top)
            draw(label, page, flow.left + flow.width - _NUMBER_WIDTH, top - title.height + label.height)
        box = (flow.left, top - title.height, flow.left + flow.width, top)
        page.link(link, box, target=place.destination, words=f"{place.title}, {number}")
    flow.top = top - title.height - 1
