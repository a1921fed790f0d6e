"""Pages and pictures: pixels that the confined reader drew, in the size and the turn that a person wants."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from thb_desktop.domain.anchors import WHOLE
from thb_desktop.domain.finding import FoundPlace
from thb_desktop.domain.page_text import PagePicture
from ui import theme

STEP, LEAST, MOST = 1.25, 0.05, 8.0
"""By what a key changes the size, and its bounds."""
_AROUND = 8
_FOUND, _CURRENT = "#FFE58A", "#FFC04D"
"""Of marks over a page, which is paper: the words below stay as they are, as under a marker pen."""


class Sheet(QWidget):
    """The picture itself. scale: dots of the screen for one of the picture."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.scale = 1.0
        self.places: tuple[tuple[QRectF, bool], ...] = ()
        """Where words were found, in parts of the picture, and whether each is the current one."""

    def take(self, image: QImage, scale: float) -> None:
        self.image, self.scale = image, scale
        size = image.size() * scale if not image.isNull() else QSize(1, 1)
        self.setFixedSize(max(size.width(), 1), max(size.height(), 1))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self.image.isNull():
            return
        painter = QPainter(self)
        if self.scale < 3:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.image)
        for place, is_current in self.places:
            colour = QColor(_CURRENT if is_current else _FOUND)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(self.on_screen(place), colour)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            if is_current:
                painter.setPen(QPen(QColor(theme.LIGHT.accent), 2))
                painter.drawRect(self.on_screen(place).adjusted(-2, -2, 2, 2))
        painter.setPen(QColor(theme.tokens().edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def on_screen(self, place: QRectF) -> QRectF:
        """Return where a part of the picture is drawn."""
        across, down = self.width(), self.height()
        return QRectF(
            place.left() * across, place.top() * down, place.width() * across, place.height() * down
        )


class PagesPane(QScrollArea):
    """turned: Page Down or Page Up: 1 or -1. sized: the size in per cent, and whether it fits the window."""

    turned = Signal(int)
    sized = Signal(int, bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet = Sheet()
        self.setWidget(self.sheet)
        self._picture = QImage()
        self._quarters = 0
        self._scale = 1.0
        self.fits = True
        self._found: tuple[Sequence[FoundPlace], FoundPlace | None] = ((), None)

    def show_picture(self, picture: PagePicture) -> None:
        form, across = QImage.Format.Format_RGB888, picture.width * 3
        self._picture = QImage(picture.pixels, picture.width, picture.height, across, form).copy()
        self._show()

    def forget(self) -> None:
        """Nothing of the picture stays."""
        self._picture, self._quarters, self.fits = QImage(), 0, True
        self._found = (), None
        self.sheet.take(QImage(), 1.0)

    def mark_found(self, places: Sequence[FoundPlace], current: FoundPlace | None, _: str) -> None:
        """Mark where words were found on the page, and scroll to the current place."""
        self._found = places, current
        self._mark()
        shown = [each for each, is_current in self.sheet.places if is_current]
        if shown and not self._picture.isNull():
            at = self.sheet.on_screen(shown[0]).center()
            self.ensureVisible(round(at.x()), round(at.y()), 120, 80)

    def turn(self) -> None:
        """Turn by a quarter, clockwise."""
        self._quarters = (self._quarters + 1) % 4
        self._show()

    def fit(self) -> None:
        """As large as the window lets it be seen whole."""
        self.fits = True
        self._show()

    def show_whole(self) -> None:
        """100 %: one dot of the screen for each of the picture."""
        self._take_scale(1.0)

    def zoom(self, by: int) -> None:
        """by: 1 for larger, -1 for smaller."""
        self._take_scale(self.sheet.scale * STEP**by)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.turned.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self.fits:
            self._show()

    def _take_scale(self, scale: float) -> None:
        self.fits = False
        self._scale = min(max(scale, LEAST), MOST)
        self._show()

    def _show(self) -> None:
        if self._picture.isNull():
            return
        image = self._picture
        if self._quarters:
            image = image.transformed(QTransform().rotate(90 * self._quarters))
        if self.fits:
            room = self.maximumViewportSize() - QSize(_AROUND, _AROUND)
            across = room.width() / image.width(), room.height() / image.height()
            self._scale = min(max(min(*across), LEAST), MOST)
        self.sheet.take(image, self._scale)
        self._mark()
        self.sized.emit(round(100 * self._scale), self.fits)

    def _mark(self) -> None:
        """Lay the places over the picture as it is turned."""
        turned = QTransform().translate(0.5, 0.5).rotate(90 * self._quarters).translate(-0.5, -0.5)
        places, current = self._found
        self.sheet.places = tuple(
            (turned.mapRect(_part(each)), place == current) for place in places for each in place.rectangles
        )
        self.sheet.update()


def _part(rectangle: tuple[int, ...]) -> QRectF:
    left, top, right, bottom = (each / WHOLE for each in rectangle)
    return QRectF(left, top, right - left, bottom - top)
