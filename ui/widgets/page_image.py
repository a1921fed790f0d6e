"""A page as a picture that a window draws: raw pixels of a told size, which a confined process gave."""

from PySide6.QtGui import QImage

from thb_desktop.domain.page_text import PagePicture


def image_of(picture: PagePicture | None) -> QImage:
    """Return the pixels as an image of their own; an empty one without a picture."""
    if picture is None:
        return QImage()
    return QImage(
        picture.pixels, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888
    ).copy()
