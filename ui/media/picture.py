"""The picture of a recording, beside what is typed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from thb_desktop.inspect.media.decoder import Picture
from ui.media.model import RecordingModel

SIZE = QSize(256, 144)


class PictureView(QWidget):
    """Draws the pixels that the confined decoder made; no file is decoded here."""

    def __init__(self, model: RecordingModel) -> None:
        super().__init__()
        self._image: QImage | None = None
        self.setFixedSize(SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Picture of the recording"))
        model.player.pictured.connect(self.show_picture)
        model.shown.connect(lambda: self.show_picture(None) if not model.player.is_open else None)
        self.hide()

    def show_picture(self, picture: Picture | None) -> None:
        self._image = None
        if picture is not None:
            form = QImage.Format.Format_RGB888
            across = picture.width * 3
            self._image = QImage(picture.pixels, picture.width, picture.height, across, form).copy()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - whole.width()) // 2, (self.height() - whole.height()) // 2
        painter.drawImage(self.rect().adjusted(left, top, -left, -top), self._image)
