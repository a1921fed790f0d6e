"""The table of segments: rows as high as their text, with an editor that opens by Enter, F2 or typing."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from thb_desktop.domain.ids import InterviewId, SegmentId
from ui.transcript.delegate import SegmentDelegate
from ui.transcript.rows import SIDES, At, SegmentsModel
from ui.widgets.row_heights import RowHeights
from ui.widgets.table import paint_hint


class SegmentTable(QTableView):
    """Left and Right choose the side; Enter and F2 open the chosen side, or the editable one."""

    def __init__(self, segments: SegmentsModel) -> None:
        super().__init__()
        self._segments = segments
        self.heights = RowHeights(self)
        self.setModel(segments)
        self.setAccessibleName(self.tr("Account"))
        self.hint = ""
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.verticalHeader().hide()
        self.delegate = SegmentDelegate(self)
        self.setItemDelegate(self.delegate)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column, width in ((At.NUMBER, 56), (At.WHO, 110), (At.STATE, 172)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        for column in SIDES:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda *_: self._fit_again())
        segments.modelAboutToBeReset.connect(self._remember)
        segments.modelReset.connect(self._return)
        segments.modelReset.connect(self.heights.fit_soon)
        self._chosen: tuple[SegmentId, int] | None = None
        self._of: InterviewId | None = None
        segments.dataChanged.connect(self._fit_changed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        paint_hint(self, self.hint)

    def say_when_empty(self, hint: str) -> None:
        """Set the text of a record without turns: what to do next."""
        self.hint = hint
        self.setAccessibleDescription("" if self.model().rowCount() else hint)
        self.viewport().update()

    def choose_last(self) -> None:
        """Choose the last turn, and show it once the rows have their heights."""
        self.setCurrentIndex(self.model().index(self.model().rowCount() - 1, self.side()))
        QTimer.singleShot(0, self, self._show_last)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        self.heights.fit_around(index.row())
        super().scrollTo(index, hint)

    def _show_last(self) -> None:
        self.heights.fit_around(self.model().rowCount() - 1)
        self.updateGeometries()
        self.scrollToBottom()

    def _remember(self) -> None:
        """Remember the chosen segment and side while the rows are shown again."""
        number = self.row()
        known = 0 <= number < len(self._segments.rows)
        self._chosen = (
            (self._segments.rows[number].segment.id, self.currentIndex().column()) if known else None
        )

    def _return(self) -> None:
        of = self._segments.rows[0].segment.interview_id if self._segments.rows else None
        if of != self._of:
            self._of = of
            self.delegate.forget_layouts()
        if self._chosen is not None and (number := self._segments.row_of(self._chosen[0])) >= 0:
            self.setCurrentIndex(self._segments.index(number, self._chosen[1]))

    def _fit_again(self) -> None:
        """A side has another width: its words are laid out again."""
        self.delegate.forget_layouts()
        self.heights.fit_soon()

    def row(self) -> int:
        return self.currentIndex().row() if self.currentIndex().isValid() else -1

    def side(self) -> At:
        """The chosen side, or the editable one if none is chosen."""
        column = self.currentIndex().column()
        if column in SIDES:
            return At(column)
        return self._writable(self.row())

    def typed_turn(self) -> tuple[str, str]:
        """The id and the label of a turn with unsaved typing, the chosen one first; empty if none has any."""
        rows = self._segments.rows
        chosen = rows[self.row()] if 0 <= self.row() < len(rows) else None
        found = next((each for each in (chosen, *rows) if each is not None and each.unsaved), None)
        return (found.segment.id, found.full.label) if found is not None else ("", "")

    def go_to_turn(self, turn: str) -> None:
        """Choose a turn, on the side that was typed; Enter goes on typing there."""
        number = self._segments.row_of(SegmentId(turn))
        if number >= 0:
            typed = self._segments.rows[number].typed
            side = At.LEFT if self._segments.left in typed else At.RIGHT
            self.setCurrentIndex(self._segments.index(number, side))
            self.setFocus()

    def edit_side(self, number: int, side: At | None = None) -> None:
        """Open the editor on a segment, if it may be changed: on this side, or on the editable one."""
        index = self.model().index(number, side if side is not None else self._writable(number))
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if opens and not event.modifiers():
            chosen = self.currentIndex().column() in SIDES
            flags = self.currentIndex().flags()
            editable = chosen and bool(flags & Qt.ItemFlag.ItemIsEditable)
            self.edit_side(self.row(), At(self.currentIndex().column()) if editable else None)
            return
        super().keyPressEvent(event)

    def end_editing(self) -> None:
        """Close the editor; its text is already a draft."""
        if self.delegate.editor is not None:
            self.delegate.commitData.emit(self.delegate.editor)
            self.delegate.closeEditor.emit(self.delegate.editor, SegmentDelegate.EndEditHint.NoHint)

    def _writable(self, number: int) -> At:
        """Return the side of a segment with a rendering, else the first editable one."""
        model = self._segments
        if not 0 <= number < len(model.rows):
            return At.RIGHT
        spoken = model.rows[number].segment.language
        sides = sorted(SIDES, key=lambda side: model.language_at(side) == spoken)
        may = (side for side in sides if model.index(number, side).flags() & Qt.ItemFlag.ItemIsEditable)
        return next(may, sides[0])

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self.delegate.editor is None:
            for number in range(first.row(), last.row() + 1):
                self.resizeRowToContents(number)
