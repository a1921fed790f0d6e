"""The drawing of a chronology: a lane for each kind, points and ranges along the time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from thb_desktop.domain.chronology import ChronologyLane, Point, heap_span
from ui import theme
from ui.labels import words
from ui.lanes.chronology_model import ChronologyModel
from ui.text import isolate

_NAMES, _AXIS, _LANE, _BAR = 150, 30, 34, 14
"""Pixels."""
_NEAR = 6
_STEPS = (
    *(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60, 180, 360, 720)),
    *(timedelta(days=days) for days in (1, 7, 30, 91, 365, 1826, 3652)),
)
_TICKS = 8
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class ChronologyChart(QWidget):
    """Keys: + and - zoom, left and right go along the time, up and down choose a point, Home shows all.

    Time runs from left to right in every language. followed: Return or a double click, for the chosen point.
    """

    followed = Signal()

    def __init__(self, model: ChronologyModel, lanes: Sequence[StrEnum] = tuple(ChronologyLane)) -> None:
        super().__init__()
        self._model, self._lanes = model, lanes
        self._pressed: QPointF | None = None
        self._spots: list[tuple[QRectF, Point]] = []
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.sizeHint().height())
        self.setAccessibleName(self.tr("Drawing of the chronology; the list below says the same"))
        model.loaded.connect(self.update)
        model.moved.connect(self.update)
        model.chosen.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(900, _AXIS + len(self._lanes) * _LANE + 6)

    def spot_of(self, point: Point) -> QRectF | None:
        """Return where a point was drawn last."""
        return next((spot for spot, each in self._spots if each == point), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        model = self._model
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self.followed.emit,
            Qt.Key.Key_Enter: self.followed.emit,
            Qt.Key.Key_Plus: model.closer,
            Qt.Key.Key_Equal: model.closer,
            Qt.Key.Key_Minus: model.farther,
            Qt.Key.Key_Left: model.earlier,
            Qt.Key.Key_Right: model.later,
            Qt.Key.Key_Home: model.show_whole,
            Qt.Key.Key_Up: lambda: model.choose_next(-1),
            Qt.Key.Key_Down: lambda: model.choose_next(1),
        }
        act = acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        turned = event.angleDelta().y()
        if turned:
            room = max(1.0, self.width() - _NAMES)
            around = min(1.0, max(0.0, (event.position().x() - _NAMES) / room))
            self._model.zoom(0.8 if turned > 0 else 1.25, around)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._pressed = event.position()
        near = QRectF(event.position().x() - _NEAR, event.position().y() - _NEAR, 2 * _NEAR, 2 * _NEAR)
        hit = [each for spot, each in self._spots if spot.intersects(near)]
        if hit:
            self._model.choose(hit[-1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = self._pressed.x() - event.position().x()
            if abs(way) > 2 * _NEAR:
                self._pressed = event.position()
                self._model.step(way / max(1.0, self.width() - _NAMES))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.mousePressEvent(event)
        self.followed.emit()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, tokens = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setPen(QColor(tokens.accent if self.hasFocus() else tokens.border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._spots = []
        if self._model.stretch is None:
            return
        self._paint_axis(painter)
        for number, lane in enumerate(self._lanes):
            self._paint_lane(painter, lane, _AXIS + number * _LANE + _LANE / 2)

    def _paint_axis(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QRectF(10, 6, _NAMES - 16, _AXIS - 8), _AT_LEFT, self.zone())
        for moment, told in self._ticks():
            x = self._x(moment)
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(QPointF(x, _AXIS), QPointF(x, self.height() - 4))
            painter.setPen(QColor(tokens.muted))
            if x + painter.fontMetrics().horizontalAdvance(told) < self.width() - 8:
                painter.drawText(QRectF(x + 3, 6, 130, _AXIS - 8), _AT_LEFT, told)

    def zone(self) -> str:
        """Return of which time zone the moments of the axis are, and their years where these do not stand
        there. In the list, a time stands as it was entered.
        """
        if self._model.stretch is None:
            return ""
        since, until = self._model.stretch
        if self._step() >= timedelta(days=1):
            return "UTC"
        years = dict.fromkeys((since.year, until.year))
        return f"{'\u2013'.join(map(str, years))}, UTC"

    def _paint_lane(self, painter: QPainter, lane: StrEnum, middle: float) -> None:
        tokens, model = theme.tokens(), self._model
        seen = lane in model.lanes
        painter.setPen(QColor(tokens.text if seen else tokens.edge))
        name = painter.fontMetrics().elidedText(words(lane), Qt.TextElideMode.ElideRight, _NAMES - 16)
        painter.drawText(
            QRectF(10, middle - 10, _NAMES - 16, 20),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            name,
        )
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawLine(QPointF(_NAMES, middle), QPointF(self.width() - 6, middle))
        painter.save()
        painter.setClipRect(QRectF(_NAMES, 0, self.width() - _NAMES - 2, self.height()))
        heaps = model.found.heaps.get(lane, {}) if isinstance(lane, ChronologyLane) else {}
        for part, count in heaps.items():
            self._paint_heap(painter, part, count, middle)
        for point in model.found.points:
            if point.lane is lane:
                self._paint_point(painter, point, middle)
        painter.restore()

    def _paint_heap(self, painter: QPainter, part: str, count: int, middle: float) -> None:
        begin, end = heap_span(part)
        left, right = self._x(begin), self._x(end)
        room = QRectF(left + 1, middle - _BAR / 2, max(2.0, right - left - 2), _BAR)
        tokens = theme.tokens()
        painter.fillRect(room, QColor(tokens.accent_soft))
        painter.setPen(QColor(tokens.text))
        said = isolate(str(count))
        if painter.fontMetrics().horizontalAdvance(said) < room.width():
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, said)

    def _paint_point(self, painter: QPainter, point: Point, middle: float) -> None:
        tokens = theme.tokens()
        left, right = self._x(point.begins), self._x(point.ends)
        is_chosen = point == self._model.point
        colour = QColor(tokens.bad if is_chosen else tokens.accent)
        if right - left < _BAR:
            spot = QRectF((left + right) / 2 - _BAR / 2, middle - _BAR / 2, _BAR, _BAR)
            painter.setPen(QPen(colour, 2))
            painter.setBrush(QBrush(colour if point.is_certain else QColor(tokens.surface)))
            painter.drawEllipse(spot.adjusted(2, 2, -2, -2))
        else:
            spot = QRectF(left, middle - _BAR / 2, right - left, _BAR)
            line = Qt.PenStyle.SolidLine if point.is_certain else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour, 1, line))
            inside = QBrush(QColor(tokens.accent_soft))
            painter.setBrush(inside if point.is_certain else QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(spot, 4, 4)
            if not isinstance(point.lane, ChronologyLane):
                self._name(painter, point.text, spot)
        self._spots.append((spot, point))

    def _name(self, painter: QPainter, text: str, bar: QRectF) -> None:
        """Write who or what a bar is about into it, as far as there is room."""
        room = bar.intersected(QRectF(_NAMES, 0, self.width() - _NAMES, self.height())).adjusted(6, -3, -6, 3)
        if room.width() > 2 * _BAR:
            painter.setPen(QColor(theme.tokens().text))
            told = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)

    def _step(self) -> timedelta:
        """Return how far apart the moments stand that are written on the axis."""
        if self._model.stretch is None:
            return _STEPS[-1]
        since, until = self._model.stretch
        return next((each for each in _STEPS if (until - since) / each <= _TICKS), _STEPS[-1])

    def _ticks(self) -> list[tuple[datetime, str]]:
        """The moments that are written on the axis, and their words."""
        if self._model.stretch is None:
            return []
        since, until = self._model.stretch
        step = self._step()
        if step >= timedelta(days=365):
            years = max(1, round(step.days / 365))
            first = since.year + 1
            return [
                (datetime(year, 1, 1, tzinfo=UTC), str(year))
                for year in range(first, until.year + 1)
                if (year - first) % years == 0
            ]
        if step >= timedelta(days=30):
            return _months(since, until, max(1, round(step.days / 30)))
        zero = datetime(since.year, since.month, since.day, tzinfo=UTC)
        count = (since - zero) // step + 1
        found, form = [], "%Y-%m-%d" if step >= timedelta(days=1) else "%m-%d %H:%M"
        while (moment := zero + count * step) <= until:
            found.append((moment, moment.strftime(form)))
            count += 1
        return found

    def _x(self, moment: datetime) -> float:
        if self._model.stretch is None:
            return 0.0
        since, until = self._model.stretch
        return _NAMES + (moment - since) / (until - since) * (self.width() - _NAMES - 8)


def _months(since: datetime, until: datetime, step: int) -> list[tuple[datetime, str]]:
    count, found = since.year * 12 + since.month, []
    while (moment := datetime(count // 12, count % 12 + 1, 1, tzinfo=UTC)) <= until:
        if moment.month % step == 1 % step:
            found.append((moment, f"{moment:%Y-%m}"))
        count += 1
    return found
