"""Pages and pictures: pixels that the confined reader drew, in the size and the turn that a person wants."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from thb_desktop.domain.page_text import PagePicture
from ui import theme

STEP, LEAST, MOST = 1.25, 0.05, 8.0
"""By what a key changes the size, and its bounds."""
_AROUND = 8


class Sheet(QWidget):
    """The picture itself. scale: dots of the screen for one of the picture."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.scale = 1.0

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
        painter.setPen(QColor(theme.tokens().edge))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


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

    def show_picture(self, picture: PagePicture) -> None:
        form, across = QImage.Format.Format_RGB888, picture.width * 3
        self._picture = QImage(picture.pixels, picture.width, picture.height, across, form).copy()
        self._show()

    def forget(self) -> None:
        """Nothing of the picture stays."""
        self._picture, self._quarters, self.fits = QImage(), 0, True
        self.sheet.take(QImage(), 1.0)

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
        self.sized.emit(round(100 * self._scale), self.fits)
