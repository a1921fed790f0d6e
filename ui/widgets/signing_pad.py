"""A pad on which a person signs with the mouse or a pen, and the signature shown afterwards."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from thb_desktop.domain.strokes import HEIGHT, MOST, WIDTH, Point, Stroke, read_strokes, strokes_text
from thb_desktop.errors import ValueRefusedError

_SIZE = QSize(440, 176)
_SHOWN = QSize(250, 100)
_APART = 4
"""How far two points of a stroke are from each other at least, on the field of the strokes."""
_PAPER, _INK, _RULE = "#ffffff", "#10131a", "#8a93a3"
"""A signature is dark on white in every look, as on paper."""


class SigningPad(QWidget):
    """signed: a stroke was drawn, or all were cleared."""

    signed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._strokes: list[list[Point]] = []
        self._draws = False
        self.setFixedSize(_SIZE)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(name)

    def text(self) -> str:
        """Return the strokes as they are kept; empty if nothing was drawn."""
        return strokes_text(self._strokes)

    def is_signed(self) -> bool:
        """Whether there is a signature, and not only a dot."""
        try:
            read_strokes(self.text())
        except ValueRefusedError:
            return False
        return True

    def clear(self) -> None:
        self._strokes, self._draws = [], False
        self.update()
        self.signed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._draw_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() is QEvent.Type.TabletMove:
            self._draw_to(event.position())
        elif event.type() is QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        _paint(painter, QRectF(self.rect()), [tuple(each) for each in self._strokes])
        painter.setPen(QPen(QColor(_RULE), 1))
        line = int(self.height() * 0.78)
        painter.drawLine(20, line, self.width() - 20, line)

    def _begin(self, at: QPointF) -> None:
        self._make_room()
        self._draws = self._count() < MOST
        if not self._draws:
            return
        self._strokes.append([self._point(at)])
        self.update()

    def _draw_to(self, at: QPointF) -> None:
        if not self._draws:
            return
        self._make_room()
        (x, y), (before_x, before_y) = self._point(at), self._strokes[-1][-1]
        if abs(x - before_x) + abs(y - before_y) >= _APART and self._count() < MOST:
            self._strokes[-1].append((x, y))
            self.update()

    def _count(self) -> int:
        return sum(map(len, self._strokes))

    def _make_room(self) -> None:
        """Where the most points are drawn, leave out every second one within each stroke: a long signature
        stays whole, and is kept a little less finely.
        """
        if self._count() >= MOST:
            self._strokes = [[*each[:-1:2], each[-1]] for each in self._strokes]

    def _end(self) -> None:
        if self._draws:
            self._draws = False
            self.signed.emit()

    def _point(self, at: QPointF) -> Point:
        x, y = round(at.x() * WIDTH / self.width()), round(at.y() * HEIGHT / self.height())
        return min(max(x, 0), WIDTH), min(max(y, 0), HEIGHT)


class DrawnSignature(QWidget):
    """A signature as it was drawn. name: whose, for screen readers."""

    def __init__(self, strokes: str, name: str) -> None:
        super().__init__()
        self._strokes = read_strokes(strokes)
        self.setFixedSize(_SHOWN)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        _paint(QPainter(self), QRectF(self.rect()), list(self._strokes))


def _paint(painter: QPainter, room: QRectF, strokes: list[Stroke]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(room, QColor(_PAPER))
    painter.setPen(QPen(QColor(_RULE), 1))
    painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(QPen(QColor(_INK), max(1.2, room.width() / 200)))
    across, down = room.width() / WIDTH, room.height() / HEIGHT
    for stroke in strokes:
        painter.drawPolyline(QPolygonF([QPointF(x * across, y * down) for x, y in stroke]))
