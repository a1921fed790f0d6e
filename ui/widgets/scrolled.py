"""A part of a window that is as high as its content, and scrolls only if there is no room."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

LEAST_HEIGHT = 120
"""Its least visible height in pixels, if it is higher."""
AROUND = 40
"""Pixels that are shown above and below the field with the focus: its label, and what is said of it."""


class Scrolled(QScrollArea):
    """`column` has the content. Its layout gives the height that the text needs at its width.

    Tab stops at it if it scrolls and has no field that leads to its end: arrow keys then scroll it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._inner = inner = QWidget()
        inner.setProperty("part", "scrolled")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.setWidget(inner)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(lambda _, most: self._take_focus(most > 0))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        taken = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else -1
        return max(taken, self.column.totalMinimumSize().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = self.column.totalSizeHint()
        return QSize(hint.width() + self._bar(), max(hint.height(), 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        least = self.column.totalMinimumSize()
        # The bar has its room before it is there: it would shift what is as wide as this.
        bar = self.verticalScrollBar().sizeHint().width() if least.height() > LEAST_HEIGHT else 0
        return QSize(least.width() + bar, min(least.height(), LEAST_HEIGHT))

    def event(self, event: QEvent) -> bool:
        told = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # The content now needs another height: the parent lays out again.
            self.updateGeometry()
        return told

    def _follow(self, _: QWidget | None, focused: QWidget | None) -> None:
        """Show the field that the underlined letter of its label led to. A field that is clicked is seen."""
        is_clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if focused is not None and not is_clicked and self._inner.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, AROUND)

    def _bar(self) -> int:
        bar = self.verticalScrollBar()
        return bar.sizeHint().width() if bar.maximum() > 0 else 0

    def _take_focus(self, scrolls: bool) -> None:
        fields = self._inner.findChildren(QWidget)
        alone = scrolls and not any(field.focusPolicy() & Qt.FocusPolicy.TabFocus for field in fields)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if alone else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
