"""A page on which places are masked: rectangles drawn, moved and made larger by the mouse and by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from thb_desktop.domain.anchors import WHOLE
from thb_desktop.domain.page_text import PagePicture
from ui import theme
from ui.widgets.page_image import image_of

Rectangle = tuple[int, int, int, int]
BEGIN: Rectangle = (300, 440, 700, 500)
"""Where a rectangle begins that is made by keys: left, top, right, bottom in thousandths of the page."""
_STEP, _SMALL_STEP = 10, 1
_LEAST = 4
"""Thousandths that a rectangle is wide and high at least."""
_EDGE = 7
"""Pixels around the lower corner at which the mouse takes it."""
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PlacesSheet(QWidget):
    """The page. changed: the rectangle that is being drawn, or None. turned: a page up (-1) or down (1).

    recorded: the places that are masked already, and the one of them that is chosen in the list.
    """

    changed = Signal(object)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.image = image_of(None)
        self.recorded: Sequence[Rectangle] = ()
        self.marked: Rectangle | None = None
        self.place: Rectangle | None = None
        self._from: QPointF | None = None
        self._grip: tuple[str, Rectangle] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def is_dragged(self) -> bool:
        """Whether the mouse holds the rectangle: the page does not move below it then."""
        return self._from is not None

    def show_page(self, picture: PagePicture | None) -> None:
        self.image = image_of(picture)
        self.put(None)
        self.fit()

    def fit(self) -> None:
        """Take the size that the page needs at this width."""
        area = self.parentWidget()
        width = max(200, area.width() if area else 500)
        part = self.image.height() / self.image.width() if not self.image.isNull() else 1.3
        self.setFixedSize(width, max(int(width * part), 60))
        self.update()

    def put(self, place: Rectangle | None) -> None:
        """Draw this rectangle; None for none."""
        self.place = place
        self.changed.emit(place)
        self.update()

    def begin(self) -> None:
        """Make a rectangle in the middle of what is seen."""
        seen = self.visibleRegion().boundingRect()
        middle = seen.center().y() * WHOLE // max(self.height(), 1) if not seen.isEmpty() else WHOLE // 2
        left, top, right, bottom = BEGIN
        high = bottom - top
        top = min(max(middle - high // 2, 0), WHOLE - high)
        self.put((left, top, right, top + high))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, modifiers = event.key(), event.modifiers()
        move = _MOVES.get(Qt.Key(key))
        if move is not None and self.place is not None:
            step = _SMALL_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else _STEP
            sized = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.put(_sized(self.place, move, step) if sized else _moved(self.place, move, step))
        elif key == Qt.Key.Key_Delete and self.place is not None:
            self.put(None)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.image.isNull() or event.button() != Qt.MouseButton.LeftButton:
            return
        self._from, self._grip = event.position(), None
        if self.place is not None:
            drawn = self.on_page(self.place)
            corner = QRectF(-_EDGE, -_EDGE, 2 * _EDGE, 2 * _EDGE).translated(drawn.bottomRight())
            if corner.contains(event.position()):
                self._grip = "size", self.place
            elif drawn.contains(event.position()):
                self._grip = "move", self.place

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._from is None:
            return
        x, y = self._thousandths(event.position())
        begun_x, begun_y = self._thousandths(self._from)
        if self._grip is None:
            left, right = sorted((begun_x, x))
            top, bottom = sorted((begun_y, y))
            if right - left >= _LEAST and bottom - top >= _LEAST:
                self.put((left, top, right, bottom))
            return
        how, place = self._grip
        by = (x - begun_x, y - begun_y)
        self.put(_sized(place, by, 1) if how == "size" else _moved(place, by, 1))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._from = self._grip = None

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.image.isNull():
            painter.drawImage(QRectF(self.rect()), self.image)
        for each in self.recorded:
            painter.fillRect(self.on_page(each), QColor("#000000"))
            painter.setPen(QPen(QColor("#ffffff"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.on_page(each).adjusted(2, 2, -2, -2))
        if self.marked is not None:
            painter.setPen(QPen(QColor(theme.LIGHT.accent), 3))
            painter.drawRect(self.on_page(self.marked))
        if self.place is not None:
            self._draw_place(painter, self.on_page(self.place))
        painter.setPen(QPen(QColor(theme.tokens().accent if self.hasFocus() else theme.tokens().edge), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(520, 400)

    def on_page(self, place: Rectangle) -> QRectF:
        """Return where a rectangle is drawn on this widget."""
        left, top, right, bottom = place
        wide, high = self.width() / WHOLE, self.height() / WHOLE
        return QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)

    def _draw_place(self, painter: QPainter, drawn: QRectF) -> None:
        painter.fillRect(drawn, QColor(0, 0, 0, 150))
        painter.setPen(QPen(QColor(theme.LIGHT.accent), 2))
        painter.drawRect(drawn)
        corner = QRectF(0, 0, _EDGE, _EDGE)
        corner.moveCenter(drawn.bottomRight())
        painter.fillRect(corner, QColor(theme.LIGHT.accent))

    def _thousandths(self, at: QPointF) -> tuple[int, int]:
        x, y = at.x() * WHOLE / max(self.width(), 1), at.y() * WHOLE / max(self.height(), 1)
        return min(max(round(x), 0), WHOLE), min(max(round(y), 0), WHOLE)


class PlacesPane(QScrollArea):
    """The page in its frame."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.sheet = PlacesSheet()
        self.sheet.setAccessibleName(name)
        self.setWidget(self.sheet)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.sheet.changed.connect(self._show)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.sheet.fit()

    def _show(self, place: Rectangle | None) -> None:
        """Bring the rectangle into view."""
        if place is not None and not self.sheet.is_dragged:
            middle = self.sheet.on_page(place).center()
            self.ensureVisible(int(middle.x()), int(middle.y()), 20, 60)


def _moved(place: Rectangle, by: tuple[int, int], step: int) -> Rectangle:
    left, top, right, bottom = place
    wide, high = right - left, bottom - top
    left = min(max(left + by[0] * step, 0), WHOLE - wide)
    top = min(max(top + by[1] * step, 0), WHOLE - high)
    return left, top, left + wide, top + high


def _sized(place: Rectangle, by: tuple[int, int], step: int) -> Rectangle:
    left, top, right, bottom = place
    right = min(max(right + by[0] * step, left + _LEAST), WHOLE)
    bottom = min(max(bottom + by[1] * step, top + _LEAST), WHOLE)
    return left, top, right, bottom
