"""The waveform: a slider along the recording, with what is loud, the range of a turn, and where it stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from thb_desktop.domain.recording_places import time_text
from thb_desktop.inspect.media.talk import PEAKS_A_SECOND
from ui import theme
from ui.media.model import RecordingModel
from ui.widgets.wheel import Slider

_STEP, _PAGE = 10, 50
"""Tenths of a second by an arrow, and by a page."""
_BAR, _GAP = 2, 1
"""Pixels."""
_HEIGHT = 30
_QUIET = 24
"""How loud the loudest must be to be drawn at full height: noise alone stays small."""


class Waveform(Slider):
    """Counts in tenths of a second. Time runs from left to right in every language, as on every device."""

    def __init__(self, model: RecordingModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self._bars: list[int] = []
        self._drawn = (0, 0, 0)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.tr("Place in the recording"))
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        model.shown.connect(self._show)
        model.moved.connect(self._move)
        model.waved.connect(self.update)
        model.ranged.connect(self.update)
        self.valueChanged.connect(self._changed)
        self._is_told = True
        self._show()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(300, _HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(80, _HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter, tokens = QPainter(self), theme.tokens()
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.drawRoundedRect(room, 3, 3)
        begins, ends = self._range()
        if begins is not None:
            since, until = self._x(begins), self._x(ends if ends is not None else begins)
            painter.fillRect(
                QRectF(since, 1, max(1.0, until - since), _HEIGHT - 2), QColor(tokens.accent_soft)
            )
        self._paint_bars(painter, QColor(tokens.accent), QColor(tokens.edge), (begins, ends))
        for edge in (begins, ends):
            if edge is not None:
                painter.fillRect(QRectF(self._x(edge) - 1, 1, 2, _HEIGHT - 2), QColor(tokens.text))
        if self.isEnabled():
            painter.fillRect(QRectF(self._x(self.value() * 100) - 1, 0, 3, _HEIGHT), QColor(tokens.bad))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._go_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space:
            self._model.play_or_pause()
            return
        super().keyPressEvent(event)

    def _paint_bars(
        self, painter: QPainter, loud: QColor, quiet: QColor, within: tuple[int | None, int | None]
    ) -> None:
        """Draw the bars: those of the turn, or all if it has no range, in the colour of what is chosen."""
        middle, half = self.height() / 2, self.height() / 2 - 5
        begins, ends = within
        since = self._x(begins) - _BAR if begins is not None else 0.0
        until = self._x(ends) if ends is not None else float(self.width())
        bars = self._fitted()
        loudest = max((_QUIET, *bars))
        for number in range(max(1, (self.width() - 4) // (_BAR + _GAP))):
            left = 2 + number * (_BAR + _GAP)
            size = bars[number] / loudest * half if number < len(bars) else 0.0
            colour = loud if size > 1 and since <= left <= until else quiet
            size = max(0.5, size)
            painter.fillRect(QRectF(left, middle - size, _BAR, 2 * size), colour)

    def _fitted(self) -> list[int]:
        """Return one height for each bar: the loudest of the time that it stands for."""
        peaks, duration = self._model.peaks, self._model.duration
        if (len(peaks), duration, self.width()) == self._drawn:
            return self._bars
        self._drawn = (len(peaks), duration, self.width())
        count = max(1, (self.width() - 4) // (_BAR + _GAP))
        whole = max(1, duration * PEAKS_A_SECOND // 1000)
        self._bars = []
        for number in range(count):
            since, until = (
                number * whole // count,
                max((number + 1) * whole // count, number * whole // count + 1),
            )
            part = peaks[since:until]
            if not part:
                break
            self._bars.append(max(part))
        return self._bars

    def _range(self) -> tuple[int | None, int | None]:
        """Return the range of the turn, as far as it is in this file, in milliseconds."""
        chosen = self._model.chosen
        found = [
            each.milliseconds if each is not None and each.file == chosen else None
            for each in self._model.range
        ]
        return found[0], found[1]

    def _x(self, milliseconds: int) -> float:
        whole = max(1, self._model.duration)
        return 2 + min(1.0, milliseconds / whole) * (self.width() - 4)

    def _go_to(self, event: QMouseEvent) -> None:
        event.accept()
        share = (event.position().x() - 2) / max(1, self.width() - 4)
        if self._model.duration:
            self._model.seek(int(max(0.0, min(share, 1.0)) * self._model.duration))

    def _show(self) -> None:
        self._is_told = True
        self.setMaximum(max(1, self._model.duration // 100))
        self.setEnabled(self._model.chosen is not None)
        self._is_told = False
        self._describe()
        self.update()

    def _move(self, milliseconds: int) -> None:
        self._is_told = True
        self.setValue(milliseconds // 100)
        self._is_told = False
        if not self._model.player.is_playing or self.value() % 10 == 0:
            self._describe()

    def _changed(self, tenths: int) -> None:
        """A person moved the slider by a key."""
        if not self._is_told:
            self._model.seek(tenths * 100)

    def _describe(self) -> None:
        told = self.tr("{time} of {whole}").format(
            time=time_text(self.value() * 100), whole=time_text(self._model.duration)
        )
        self.setAccessibleDescription(told)
