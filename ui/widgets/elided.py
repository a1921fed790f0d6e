"""A label of one line: text that does not fit ends in an ellipsis, and is shown whole in its tool tip."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent

from ui.text import as_plain_tip
from ui.widgets.basic import Label, Part

LEAST = 40
"""Its least visible width in pixels."""


class ElidedLabel(Label):
    """`text` is always the whole text. fitted: whether all of it is visible; sent whenever that may
    change.
    """

    fitted = Signal(bool)

    def __init__(self, text: str = "", part: Part = Part.PLAIN) -> None:
        self._whole = ""
        super().__init__("", part)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._whole = text
        self._fit()
        self.updateGeometry()

    def clear(self) -> None:
        self.setText("")

    def text(self) -> str:
        return self._whole

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().sizeHint()
        return QSize(self._needed() + self._around(), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line, room = self._line(), self.contentsRect().width() - self._around()
        fits = self._needed() <= room
        end = Qt.TextElideMode.ElideRight
        super().setText(line if fits else self.fontMetrics().elidedText(line, end, max(room, 0)))
        self.setToolTip("" if fits else as_plain_tip(self._whole))
        if self._whole and self.accessibleName() != self._whole:
            self.setAccessibleName(self._whole)
        self.fitted.emit(fits)

    def _line(self) -> str:
        return "  ".join(self._whole.split("\n"))

    def _needed(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._line()) + 1

    def _around(self) -> int:
        """Pixels of margins and indent without text."""
        return 2 * self.margin() + max(self.indent(), 0)
