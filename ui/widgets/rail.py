"""The rail of pages at the leading edge of the window."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QShortcutEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from ui import theme
from ui.widgets import icons

WIDTH = 96


class RailButton(QToolButton):
    """An icon above its word; the chosen one has a mark at the leading edge."""

    def __init__(self, text: str, icon: str, *, checkable: bool = True) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text.replace("&", ""))
        self.setIcon(icons.icon(icon, "rail_text", size=24, on="on_rail"))
        self.setIconSize(QSize(24, 24))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(60)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(checkable)

    def event(self, event: QEvent) -> bool:
        """Show the page at once when its key is pressed: Qt waits a tenth of a second, and the next key would
        still go to the former page.
        """
        if (
            isinstance(event, QShortcutEvent)
            and event.type() is QEvent.Type.Shortcut
            and not event.isAmbiguous()
        ):
            self.click()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        chosen = theme.tokens()
        painter = QPainter(self)
        ground = self.rect()
        if self.isChecked() or self.underMouse() or self.isDown():
            painter.fillRect(ground, QColor(chosen.rail_selected if self.isChecked() else chosen.rail_hover))
        if self.isChecked():
            mark = QRect(0, 0, 3, ground.height())
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                mark.moveRight(ground.right())
            painter.fillRect(mark, QColor(chosen.rail_mark))
        state = self.icon().pixmap(
            self.iconSize(), self.devicePixelRatioF(), self.icon().Mode.Normal, _state(self.isChecked())
        )
        painter.drawPixmap((ground.width() - 24) // 2, 11, state)
        font = self.font()
        font.setPointSizeF(9)
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(chosen.on_rail if self.isChecked() else chosen.rail_text))
        words = QRect(2, 38, ground.width() - 4, 20)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(chosen.rail_mark), 1))
            painter.drawRect(ground.adjusted(4, 3, -5, -4))


def _state(checked: bool) -> QIcon.State:
    return QIcon.State.On if checked else QIcon.State.Off
