"""ChartView: boxes joined by lines, chosen by keys; a list beside it says the same."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.charts import (
    Box,
    Chart,
    Ends,
    Line,
    Spot,
    height_at,
    place,
    spread,
)
from ui import theme
from ui.text import is_right_to_left, with_name

_ROW, _HIGH, _MARGIN = 58, 38, 14
"""Pixels."""
_BOX, _WIDEST, _GAP = 150, 320, 200
"""How wide a box is at least and at most, and what is free between two columns at least."""
_LOOP = 26
_THICKEST = 9.0
_NEAR = 12.0
_ARROW = 8.0


class ChartView(QWidget):
    """Keys: up and down choose a line, Home and End the first and the last; Return follows it to its source.

    It fills its width, and leads in the direction in which the window is read. chosen: the key of a line.
    followed: Return or a double click on a line. wanted: the space bar or a double click on a box, with the
    key of the box.
    """

    chosen = Signal(str)
    followed = Signal()
    wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._chart, self._placed = Chart(), place(Chart())
        self._at = -1
        self._paths: dict[str, QPainterPath] = {}
        self._ways: dict[str, list[tuple[float, float]]] = {}
        self._ends: dict[str, Ends] = {}
        self._measure = self._placed.measure(0, box=_BOX, gap=_GAP)
        self._margin = _MARGIN
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    @property
    def chart(self) -> Chart:
        return self._chart

    def show_chart(self, chart: Chart) -> None:
        """Show another chart; the chosen line stays chosen if it is there too."""
        before = self.line()
        placed = place(chart)
        self._chart, self._placed = chart, placed.mirrored() if self.isRightToLeft() else placed
        self._margin = _MARGIN + (_LOOP if any(each.start == each.end for each in chart.lines) else 0)
        self._at = -1
        self.setMinimumSize(self.sizeHint())
        self._draw_paths()
        if before is not None:
            self.choose(before.key)
        self.update()

    def line(self) -> Line | None:
        """Return the chosen line."""
        return self._chart.lines[self._at] if 0 <= self._at < len(self._chart.lines) else None

    def choose(self, key: str) -> None:
        """Choose a line, without telling it."""
        self._at = next((at for at, each in enumerate(self._chart.lines) if each.key == key), -1)
        line = self.line()
        self.setAccessibleDescription(self._said(line) if line is not None else "")
        self.update()

    def spot_of(self, key: str) -> QPointF:
        """Return the middle of a line, as it is drawn."""
        return self._paths[key].pointAtPercent(0.5)

    def box_of(self, key: str) -> QRectF:
        """Return the room of a box, as it is drawn."""
        return self._room(self._placed.spots[key])

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        placed = self._placed
        wide = _BOX + max(0, placed.columns - 1) * (_BOX + _GAP) + 2 * self._margin
        return QSize(max(wide, 400), max(placed.rows, 2) * _ROW + 2 * _MARGIN)

    def resizeEvent(self, _: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._draw_paths()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        last = len(self._chart.lines) - 1
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self._follow,
            Qt.Key.Key_Enter: self._follow,
            Qt.Key.Key_Space: self._want,
            Qt.Key.Key_Up: lambda: self._go(self._at - 1),
            Qt.Key.Key_Down: lambda: self._go(self._at + 1),
            Qt.Key.Key_Home: lambda: self._go(0),
            Qt.Key.Key_End: lambda: self._go(last),
        }
        act = acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        at = event.position()
        stroker = QPainterPathStroker()
        stroker.setWidth(_NEAR)
        for number, line in enumerate(self._chart.lines):
            if stroker.createStroke(self._paths[line.key]).contains(at):
                self._go(number)
                return
        box = self._box_at(at)
        if box is not None:
            own = [n for n, each in enumerate(self._chart.lines) if box.key in (each.start, each.end)]
            later = [number for number in own if number > self._at]
            if own:
                self._go((later or own)[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        box = self._box_at(event.position())
        if box is not None:
            self.wanted.emit(box.key)
        else:
            self._follow()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, tokens = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setPen(QColor(tokens.accent if self.hasFocus() else tokens.border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        chosen = self.line()
        for line in self._chart.lines:
            if line is not chosen:
                self._paint_line(painter, line, is_chosen=False)
        if chosen is not None:
            self._paint_line(painter, chosen, is_chosen=True)
        for line in self._chart.lines:
            self._paint_label(painter, line, is_chosen=line is chosen)
        for box in self._chart.boxes:
            own = chosen is not None and box.key in (chosen.start, chosen.end)
            self._paint_box(painter, box, is_chosen=own)

    def _go(self, at: int) -> None:
        if not self._chart.lines:
            return
        self.choose(self._chart.lines[min(len(self._chart.lines) - 1, max(0, at))].key)
        line = self.line()
        if line is not None:
            self.chosen.emit(line.key)

    def _follow(self) -> None:
        if self.line() is not None:
            self.followed.emit()

    def _want(self) -> None:
        """Ask for the box at the end of the chosen line."""
        line = self.line()
        if line is not None:
            self.wanted.emit(line.end)

    def _said(self, line: Line) -> str:
        names = {each.key: each.label for each in self._chart.boxes}
        between = f"{names.get(line.start, '')} \N{RIGHTWARDS ARROW} {names.get(line.end, '')}"
        return with_name(between, line.label)

    def _box_at(self, at: QPointF) -> Box | None:
        found = (each for each in self._chart.boxes if self._room(self._placed.spots[each.key]).contains(at))
        return next(found, None)

    def _room(self, spot: Spot) -> QRectF:
        middle = _MARGIN + (spot.row + 0.5) * _ROW
        box = self._measure.box
        left = self._margin + spot.column * self._measure.step
        if not self._measure.step and self.isRightToLeft():
            left = self.width() - self._margin - box
        return QRectF(left, middle - _HIGH / 2, box, _HIGH)

    def _fill(self) -> None:
        """Make boxes as wide as the longest name and the room between them as wide as the longest label, if
        the width is there.
        """
        long = QFontMetricsF(self.font()).horizontalAdvance
        names = [long(text) for box in self._chart.boxes for text in (box.label, box.note)]
        labels = [long(line.label) for line in self._chart.lines]
        self._measure = self._placed.measure(
            self.width() - 2 * self._margin,
            box=min(_WIDEST, max(_BOX, *names, 0) + 18),
            gap=max(_GAP, *labels, 0) + 40,
        )

    def _draw_paths(self) -> None:
        self._fill()
        self._paths, self._ways = {}, {}
        self._ends = spread(self._chart.lines, self._placed.ways)
        for line in self._chart.lines:
            points = self._points(self._placed.ways[line.key])
            if line.start != line.end:
                points[0] += QPointF(0, self._ends[line.key].leaves * _HIGH * 0.7)
                points[-1] += QPointF(0, self._ends[line.key].arrives * _HIGH * 0.7)
            path = QPainterPath(points[0])
            for here, there in pairwise(points):
                half = (there.x() - here.x()) / 2
                path.cubicTo(QPointF(here.x() + half, here.y()), QPointF(there.x() - half, there.y()), there)
            self._paths[line.key] = path
            self._ways[line.key] = [(each.x(), each.y()) for each in points]

    def _points(self, way: Sequence[Spot]) -> list[QPointF]:
        first, last = self._room(way[0]), self._room(way[-1])
        if way[0] == way[-1]:
            right = QPointF(first.right(), first.center().y())
            return [right + QPointF(0, -12), right + QPointF(_LOOP, 0), right + QPointF(0, 12)]
        forwards = way[-1].column > way[0].column
        start, end = (first.right(), last.left()) if forwards else (first.left(), last.right())
        between = [self._room(each).center() for each in way[1:-1]]
        return [QPointF(start, first.center().y()), *between, QPointF(end, last.center().y())]

    def _paint_line(self, painter: QPainter, line: Line, *, is_chosen: bool) -> None:
        tokens, path = theme.tokens(), self._paths[line.key]
        colour = QColor(tokens.accent if is_chosen else tokens.edge)
        pen = QPen(colour, (2.2 if is_chosen else 1.2) + _THICKEST * line.share)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if line.is_joined:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if line.is_directed:
            tip = path.pointAtPercent(1.0)
            back = _ARROW if tip.x() >= path.pointAtPercent(0.97).x() else -_ARROW
            half = _ARROW * 0.55 + _THICKEST * line.share / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            corners = (tip, tip + QPointF(-back * 1.3, half), tip + QPointF(-back * 1.3, -half))
            painter.drawPolygon(QPolygonF(list(corners)))

    def _paint_label(self, painter: QPainter, line: Line, *, is_chosen: bool) -> None:
        tokens = theme.tokens()
        metrics = QFontMetricsF(painter.font())
        said = metrics.elidedText(line.label, Qt.TextElideMode.ElideRight, max(self._measure.gap, _GAP) - 30)
        wide = metrics.horizontalAdvance(said) + 8
        at = self._label_at(line, wide)
        above = at.y() - 11 - _THICKEST * line.share / 2
        left = max(2.0, min(at.x() - wide / 2, self.width() - wide - 2))
        room = QRectF(left, above - 9, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft if is_chosen else tokens.surface))
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(QColor(tokens.text))
        painter.setLayoutDirection(_direction(said))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, said)

    def _label_at(self, line: Line, wide: float) -> QPointF:
        """The place of a label: beside the end that fewer lines share; below the box of a party that pays
        itself.
        """
        points = self._ways[line.key]
        (first, _), (last, _) = points[0], points[-1]
        if line.start == line.end:
            room = self.box_of(line.start)
            return QPointF(room.center().x(), room.bottom() + 21 + _THICKEST * line.share / 2)
        away = min(self._measure.gap / 2, wide / 2 + 22)
        away = away if last > first else -away
        x = last - away if self._ends[line.key].is_labelled_at_end else first + away
        return QPointF(x, height_at(points, x))

    def _paint_box(self, painter: QPainter, box: Box, *, is_chosen: bool) -> None:
        tokens, room = theme.tokens(), self._room(self._placed.spots[box.key])
        pen = QPen(QColor(tokens.accent if is_chosen else tokens.edge), 2 if is_chosen else 1)
        if not box.is_known:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.accent_soft if is_chosen else tokens.alt))
        painter.drawRoundedRect(room, 5, 5)
        inner = room.adjusted(8, 2, -8, -2)
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / (2 if box.note else 1))
        painter.setPen(QColor(tokens.text if box.is_known else tokens.muted))
        self._write(painter, upper, box.label)
        if box.note:
            painter.setPen(QColor(tokens.muted))
            self._write(painter, upper.translated(0, upper.height()), box.note)

    def _write(self, painter: QPainter, room: QRectF, text: str) -> None:
        said = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(_direction(said))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side, said)


def _direction(text: str) -> Qt.LayoutDirection:
    """The direction of the text itself: amounts and ranges read from left to right in every window."""
    is_mirrored = is_right_to_left(text)
    return Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
