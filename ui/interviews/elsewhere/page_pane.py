"""One page of the file: its picture, or its lines where it has none, with the lines that were taken over."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from thb_desktop.domain.anchors import WHOLE
from thb_desktop.domain.page_text import PageLine, PagePicture
from ui import theme
from ui.text import isolate_words
from ui.transcript.letters import small_font
from ui.widgets.page_image import image_of

_MARGIN, _NUMBER = 14, 34
_BAR = 3


class PageSheet(QWidget):
    """The page as it is drawn. chosen: a click on a line, by its number from 1."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.image = image_of(None)
        self.lines: tuple[PageLine, ...] = ()
        self.places: tuple[tuple[int, ...], ...] = ()
        self.taken: Mapping[int, tuple[str, bool]] = {}
        """By line: the number of its turn, and whether the page was compared."""
        self.marked: frozenset[int] = frozenset()
        self.shows_lines = True
        self.zoom = 1.0
        self._tops: list[float] = []

    def show_picture(self, picture: PagePicture | None) -> None:
        self.image = image_of(picture)
        self.fit()

    def fit(self) -> None:
        """Take the size that the page needs at this width and zoom."""
        area = self.parentWidget()
        width = max(200, int((area.width() if area else 600) * self.zoom))
        if self.image.isNull():
            height = int(self._line_height() * (len(self.lines) + 2)) + 2 * _MARGIN
        else:
            height = int((width - 2 * _MARGIN) * self.image.height() / self.image.width()) + 2 * _MARGIN
        self.setFixedSize(width, max(height, 100))
        self.update()

    def place_of(self, line: int) -> QRectF:
        """Return where a line stands on this widget."""
        if self.image.isNull():
            top = _MARGIN + (line - 1) * self._line_height()
            return QRectF(_MARGIN, top, self.width() - 2 * _MARGIN, self._line_height())
        place = self.places[line - 1] if line <= len(self.places) else ()
        if not place:
            return QRectF()
        page = self._page()
        left, top, right, bottom = (each / WHOLE for each in place)
        return QRectF(
            page.left() + left * page.width(),
            page.top() + top * page.height(),
            (right - left) * page.width(),
            (bottom - top) * page.height(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = theme.tokens()
        if not self.image.isNull():
            page = self._page()
            painter.drawImage(page, self.image)
            painter.setPen(QColor(tokens.edge))
            painter.drawRect(page)
        if self.shows_lines:
            self._draw_lines(painter)
        if self.image.isNull():
            self._draw_words(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        for line in range(1, self._count() + 1):
            if self.place_of(line).adjusted(-4, -2, 4, 2).contains(event.position()):
                self.chosen.emit(line)
                return
        super().mousePressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(500, 600)

    def _count(self) -> int:
        return len(self.lines) if self.image.isNull() else len(self.places)

    def _page(self) -> QRectF:
        return QRectF(_MARGIN, _MARGIN, self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)

    def _line_height(self) -> float:
        return QFontMetricsF(self.font()).height() * 1.6

    def _draw_lines(self, painter: QPainter) -> None:
        """Tint the lines that were taken over and those of the typed turn; a bar stands before them."""
        tokens = theme.tokens()
        on_paper = not self.image.isNull()
        painter.setCompositionMode(
            QPainter.CompositionMode.CompositionMode_Multiply
            if on_paper
            else QPainter.CompositionMode.CompositionMode_SourceOver
        )
        for line in range(1, self._count() + 1):
            place = self.place_of(line).adjusted(-5, -1, 5, 1)
            if place.isEmpty():
                continue
            if line in self.marked:
                soft, strong = (
                    (theme.LIGHT.accent_soft, theme.LIGHT.accent)
                    if on_paper
                    else (tokens.accent_soft, tokens.accent)
                )
            elif line in self.taken:
                compared = self.taken[line][1]
                light = theme.LIGHT if on_paper else tokens
                soft, strong = (light.ok_soft, light.ok) if compared else (light.warn_soft, light.warn)
            else:
                continue
            painter.fillRect(place, QColor(soft))
            painter.fillRect(
                QRectF(place.left() - _BAR - 2, place.top(), _BAR, place.height()), QColor(strong)
            )
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._draw_numbers(painter)

    def _draw_numbers(self, painter: QPainter) -> None:
        painter.setFont(small_font(self.window().font(), 9))
        tokens = theme.LIGHT if not self.image.isNull() else theme.tokens()
        painter.setPen(QColor(tokens.muted))
        before = ""
        for line in range(1, self._count() + 1):
            told = self.taken.get(line, ("", False))[0]
            if told and told != before:
                place = self.place_of(line)
                at = QPointF(max(2.0, place.left() - _NUMBER), place.bottom() - 2)
                painter.drawText(at, told)
            before = told

    def _draw_words(self, painter: QPainter) -> None:
        painter.setFont(self.font())
        painter.setPen(QColor(theme.tokens().text))
        for number, line in enumerate(self.lines, 1):
            room = self.place_of(number).adjusted(_NUMBER, 0, 0, 0)
            painter.drawText(
                room,
                int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
                isolate_words(line.text),
            )


class PagePane(QScrollArea):
    """The page in its frame. Ctrl+Plus and Ctrl+Minus are those of the view."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sheet = PageSheet()
        self.setWidget(self.sheet)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.sheet.fit()

    def show_lines(self, lines: Sequence[int]) -> None:
        """Bring these lines into view."""
        if lines:
            place = self.sheet.place_of(max(lines))
            self.ensureVisible(int(place.center().x()), int(place.center().y()), 40, 120)
