"""The real pages before they are signed, shown from memory."""

from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLocale,
    QModelIndex,
    QPointF,
    Qt,
)
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSplitter, QStyledItemDelegate, QTreeView, QVBoxLayout, QWidget

from ui import theme
from ui.text import isolate, isolate_words
from ui.widgets.basic import Label, Part, button, row

_OUTLINE_WIDTH = 210


class _Titles(QStyledItemDelegate):
    """Titles of a bundle in their own direction, so that the sign of what is cut stands at their end."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:  # noqa: N802 - Qt's name
        return isolate_words(super().displayText(value, locale))


class Preview(QWidget):
    """The pages one below the other, their zoom, and their outline, if they have one.

    Whatever is chosen in the outline is shown, also while the arrow keys pass over it.
    """

    def __init__(self) -> None:
        super().__init__()
        from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setAccessibleName(self.tr("Pages of the bundle"))
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self.document)
        ground = self.view.palette()
        ground.setColor(QPalette.ColorRole.Dark, QColor(theme.tokens().hover))
        self.view.setPalette(ground)
        self._custom = QPdfView.ZoomMode.Custom
        self._fit = QPdfView.ZoomMode.FitToWidth
        self._buffer = QBuffer(self)
        self.page = Label("", Part.MUTED)
        nearer = button("", lambda: self._zoom(1.25), icon="zoom-in", part="quiet")
        nearer.setAccessibleName(self.tr("Zoom in"))
        farther = button("", lambda: self._zoom(0.8), icon="zoom-out", part="quiet")
        farther.setAccessibleName(self.tr("Zoom out"))
        fit = button(self.tr("Fit the &width"), self._fit_width, part="quiet")
        self.outline_button = button(self.tr("O&utline"), self._to_outline, icon="list-checks", part="quiet")
        column.addLayout(row(self.outline_button, self.page, None, farther, nearer, fit))
        self._role = QPdfBookmarkModel.Role
        self.bookmarks = QPdfBookmarkModel(self)
        self.bookmarks.setDocument(self.document)
        self.outline = QTreeView()
        self.outline.setAccessibleName(self.tr("Outline of the bundle"))
        self.outline.setHeaderHidden(True)
        self.outline.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.outline.setItemDelegate(_Titles(self.outline))
        self.outline.setModel(self.bookmarks)
        self.outline.selectionModel().currentChanged.connect(lambda chosen, _: self._go(chosen))
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.outline)
        parts.addWidget(self.view)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_OUTLINE_WIDTH, 3 * _OUTLINE_WIDTH])
        column.addWidget(parts, 1)
        self._show_outline()
        self.view.pageNavigator().currentPageChanged.connect(lambda _: self._tell_page())

    def show_pages(self, pdf: bytes) -> int:
        """Show this document; return its number of pages."""
        self._close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._tell_page()
        self._show_outline()
        return self.document.pageCount()

    def clear(self) -> None:
        """Release the pages."""
        self._close()
        self.page.setText("")
        self._show_outline()

    def _close(self) -> None:
        self.document.close()
        self._buffer.close()

    def _show_outline(self) -> None:
        """Show the first level, if there is one; what is below a line opens with the right arrow."""
        has_one = self.bookmarks.rowCount() > 0
        self.outline.setVisible(has_one)
        self.outline_button.setVisible(has_one)

    def _to_outline(self) -> None:
        self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.outline.currentIndex().isValid():
            self.outline.setCurrentIndex(self.bookmarks.index(0, 0))

    def _go(self, chosen: QModelIndex) -> None:
        if chosen.isValid():
            at = chosen.data(self._role.Location)
            self.view.pageNavigator().jump(
                int(chosen.data(self._role.Page)), at if isinstance(at, QPointF) else QPointF()
            )

    def _zoom(self, factor: float) -> None:
        shown = self.view.zoomFactor()
        if self.view.zoomMode() is self._fit and self.document.pageCount():
            points = self.document.pagePointSize(0).width()
            shown = self.view.viewport().width() / (points * self.logicalDpiX() / 72)
        self.view.setZoomMode(self._custom)
        self.view.setZoomFactor(min(4.0, max(0.25, shown * factor)))

    def _fit_width(self) -> None:
        self.view.setZoomMode(self._fit)

    def _tell_page(self) -> None:
        count = self.document.pageCount()
        shown = self.view.pageNavigator().currentPage() + 1
        self.page.setText(
            self.tr("Page {page} of {count}").format(page=isolate(str(shown)), count=isolate(str(count)))
        )
