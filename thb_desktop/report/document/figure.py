"""Figures: a picture on the page, with words for who does not see it."""

from thb_desktop.report.document.flow import Flow
from thb_desktop.report.style import SOFT_RULE


def draw_figure(flow: Flow, jpeg: bytes, pixels: tuple[int, int], height: float, *, words: str) -> None:
    """Draw a picture at the present height, so high in points, with a thin line around it.

    words: what it is, for screen readers. The caller has seen that there is room (`Flow.need`).
    """
    tree, page = flow.document.tree, flow.page  # a new page has its own height
    width = pixels[0] * height / pixels[1]
    box = flow.left, flow.top - height, flow.left + width, flow.top
    figure = tree.open("Figure", flow.parent, alternate=words, box=box)
    with page.marked(figure):
        page.picture(box, flow.document.canvas.picture(jpeg, pixels))
    tree.close(figure)
    page.frame(box[0], box[1], width, height, weight=0.4, colour=SOFT_RULE)
    flow.top -= height
