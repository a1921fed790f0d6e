"""Charts in print: boxes joined by lines, as in the window; a list beside it says the same in words."""

from collections.abc import Sequence

from thb_desktop.domain.charts import (
    Box,
    Chart,
    Line,
    Placed,
    Spot,
    height_at,
    place,
    spread,
)
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.style import ACCENT, MUTED, RULE, TINT, Colour
from thb_desktop.report.text import Paragraph, TextStyle, draw

_ROW, _TIGHT = 27.0, 17.0
_WIDEST = 190.0
_NAME = TextStyle(size=7.5, leading=9, bold=True, color=(0.08, 0.09, 0.11))
_LABEL = TextStyle(size=6.5, leading=8, color=(0.08, 0.09, 0.11))
_NOTE = TextStyle(size=6, leading=7.5, color=MUTED)
_PAPER: Colour = (1.0, 1.0, 1.0)
_ARROW = 3.2


def draw_chart(flow: Flow, chart: Chart) -> None:
    """Draw a chart as an artifact, as wide as the page and as high as it needs, at most one page."""
    placed = place(chart)
    if not placed.rows:
        return
    room = flow.full - 60
    row = min(_ROW, max(_TIGHT, room / placed.rows))
    flow.need(min(room, row * placed.rows) + 8)
    drawing = _Drawing(flow, chart, placed, row)
    for line in chart.lines:
        drawing.line(line, placed.ways[line.key])
    for line in chart.lines:
        drawing.label(line, placed.ways[line.key])
    for box in chart.boxes:
        drawing.box(box, placed.spots[box.key])
    flow.top -= row * placed.rows + 4
    flow.gap(6)


class _Drawing:
    """The room of a chart on the present page."""

    def __init__(self, flow: Flow, chart: Chart, placed: Placed, row: float) -> None:
        self._ends = spread(chart.lines, placed.ways)
        self._flow, self._page, self._row = flow, flow.page, row
        names = (self._long(text, style) for box in chart.boxes for text, style in _written_in(box))
        labels = (self._long(line.label, _LABEL) for line in chart.lines)
        measure = placed.measure(
            flow.width, box=min(_WIDEST, max(names, default=0.0) + 7), gap=max(labels, default=0.0) + 24
        )
        self._width, self._step, self._gap = measure.box, measure.step, measure.gap
        self._top = flow.top

    def box(self, box: Box, spot: Spot) -> None:
        page, left, middle = self._page, self._left(spot), self._middle(spot)
        height = self._row - 5
        page.tint(left, middle - height / 2, self._width, height, colour=TINT if box.is_known else _PAPER)
        if box.is_known:
            page.frame(left, middle - height / 2, self._width, height, weight=0.6, colour=RULE)
        else:
            self._dashed_frame(left, middle - height / 2, height)
        name = self._fitting(box.label, _NAME)
        with page.artifact("Layout"):
            if box.note and height > 18:
                draw(name, page, left + 3, middle + name.height - 1)
                draw(self._fitting(box.note, _NOTE), page, left + 3, middle - 1)
            else:
                draw(name, page, left + 3, middle + name.height / 2)

    def line(self, line: Line, way: Sequence[Spot]) -> None:
        colour = MUTED if line.is_joined else ACCENT
        points = self._points(line, way)
        (x, y), parts = points[0], []
        for there_x, there_y in points[1:]:
            half = (there_x - x) / 2
            numbers = (x + half, y, there_x - half, there_y, there_x, there_y)
            parts.append(" ".join(f"{each:.2f}" for each in numbers) + " c")
            x, y = there_x, there_y
        start = f"{points[0][0]:.2f} {points[0][1]:.2f} m"
        dash = "[2 2] 0 d" if line.is_joined else "[] 0 d"
        ink = " ".join(f"{each:.3f}" for each in colour)
        width = 0.5 + 3.0 * line.share
        with self._page.artifact("Layout"):
            self._page.write(f"q {ink} RG {ink} rg {width:.2f} w {dash} {start} {' '.join(parts)} S")
            if line.is_directed:
                self._page.write(_arrow(points[-1], forwards=points[-1][0] >= points[-2][0]))
            self._page.write("Q")

    def label(self, line: Line, way: Sequence[Spot]) -> None:
        """Write the label beside the end that fewer lines share; its number alone where it has no room."""
        points = self._points(line, way)
        (first, _), (last, _) = points[0], points[-1]
        text = self._flow.lay_out(line.label, _LABEL, width=400)
        if text.natural_width > self._gap - 14:
            text = self._flow.lay_out(line.label.partition(":")[0], _LABEL, width=400)
        away = text.natural_width / 2 + 9
        away = away if last > first else -away
        x = last - away if self._ends[line.key].is_labelled_at_end else first + away
        left, middle = x - text.natural_width / 2, height_at(points, x) + 4.5 + 1.5 * line.share
        self._page.tint(left - 1, middle - 3.5, text.natural_width + 2, 7, colour=_PAPER)
        with self._page.artifact("Layout"):
            draw(text, self._page, left, middle + text.height / 2)

    def _points(self, line: Line, way: Sequence[Spot]) -> list[tuple[float, float]]:
        first, last = way[0], way[-1]
        high, ends = self._row - 9, self._ends[line.key]
        if first == last:
            right, middle = self._left(first) + self._width, self._middle(first)
            return [(right, middle + 3), (right + 14, middle), (right, middle - 3)]
        forwards = last.column > first.column
        leaves, arrives = (self._width, 0.0) if forwards else (0.0, self._width)
        return [
            (self._left(first) + leaves, self._middle(first) - ends.leaves * high),
            *((self._left(each) + self._width / 2, self._middle(each)) for each in way[1:-1]),
            (self._left(last) + arrives, self._middle(last) - ends.arrives * high),
        ]

    def _left(self, spot: Spot) -> float:
        return self._flow.left + spot.column * self._step

    def _middle(self, spot: Spot) -> float:
        return self._top - (spot.row + 0.5) * self._row

    def _long(self, text: str, style: TextStyle) -> float:
        """Return how long a text is in one line."""
        return self._flow.lay_out(text, style, width=400).natural_width

    def _fitting(self, text: str, style: TextStyle) -> Paragraph:
        """Lay a text out in one line; what has no room is cut, and stands whole in the list."""
        laid = self._flow.lay_out(text, style, width=self._width - 6)
        shown = text
        while len(laid.lines) > 1 and len(shown) > 1:
            shown = shown[:-1].rstrip()
            laid = self._flow.lay_out(shown + "\N{HORIZONTAL ELLIPSIS}", style, width=self._width - 6)
        return laid

    def _dashed_frame(self, left: float, bottom: float, height: float) -> None:
        ink = " ".join(f"{each:.3f}" for each in MUTED)
        with self._page.artifact("Layout"):
            room = f"{left:.2f} {bottom:.2f} {self._width:.2f} {height:.2f}"
            self._page.write(f"q {ink} RG 0.6 w [2 2] 0 d {room} re S Q")


def _written_in(box: Box) -> tuple[tuple[str, TextStyle], ...]:
    return (box.label, _NAME), (box.note, _NOTE)


def _arrow(tip: tuple[float, float], *, forwards: bool) -> str:
    x, y = tip
    back = x - _ARROW if forwards else x + _ARROW
    return f"{x:.2f} {y:.2f} m {back:.2f} {y + 2:.2f} l {back:.2f} {y - 2:.2f} l f"
