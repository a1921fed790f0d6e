"""Icons drawn from SVG in the colour of the scheme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import assets, theme

_MIRRORED = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}


@cache
def _source(name: str) -> str:
    return assets.load("icons", f"{name}.svg").decode()


@cache
def pixmap(name: str, color: str, size: int) -> QPixmap:
    """Return an icon as a picture of size x size pixels, at double density so that it stays sharp."""
    svg = _source(name).replace("currentColor", color).replace('stroke-width="2"', 'stroke-width="1.75"')
    side = size * 2
    transparent = bytes(4 * side * side)
    image = QImage(transparent, side, side, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(2)
    return made


def icon(name: str, colour: str = "text", *, size: int = 18, on: str | None = None) -> QIcon:
    """An icon in a colour of the scheme, by its token; `on` is the colour while its button is checked.

    An arrow back or forward points the other way in a mirrored window.
    """
    chosen = theme.tokens()
    if QGuiApplication.isRightToLeft():
        name = _MIRRORED.get(name, name)
    made = QIcon()
    made.addPixmap(pixmap(name, getattr(chosen, colour), size), QIcon.Mode.Normal, QIcon.State.Off)
    if on:
        made.addPixmap(pixmap(name, getattr(chosen, on), size), QIcon.Mode.Normal, QIcon.State.On)
    made.addPixmap(pixmap(name, chosen.edge, size), QIcon.Mode.Disabled, QIcon.State.Off)
    return made


def application_icon() -> QIcon:
    return QIcon(pixmap("thb-desktop", "", 64))
