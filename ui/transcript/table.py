"""The table of turns: rows as high as their words, lines across between them, and an editor in place."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from thb_desktop.domain.ids import InterviewId, SegmentId
from thb_desktop.domain.vocabulary import RenderingState, SpeakerRole
from ui.labels import words
from ui.transcript import cells
from ui.transcript.delegate import LEAST_HEIGHT, LINE, SegmentDelegate
from ui.transcript.letters import small_font
from ui.transcript.marks import TO_READ
from ui.transcript.rows import SIDES, At, SegmentsModel
from ui.widgets.row_heights import RowHeights

WHO, NOTES = 148, 104
"""Pixels of the first and the last column."""
_LASTING = (RenderingState.SELF_CHECKED, RenderingState.CERTIFIED)
"""The states in which the renderings of a signed record stay."""
ROOM_FOR_THREE = WHO + NOTES + 3 * 355
"""Pixels from which the three languages of a relay stand beside each other."""


def room_for_speakers(font: QFont) -> int:
    """Return the pixels of the first column, in which each role of a speaker is read whole."""
    small = QFontMetricsF(small_font(font, 8.5))
    widest = max(small.horizontalAdvance(words(each)) for each in SpeakerRole)
    return max(WHO, ceil(widest) + cells.AROUND_SPEAKER)


def room_for_notes(font: QFont) -> int:
    """Return the pixels of the last column, in which a lasting state is read whole."""
    small = QFontMetricsF(small_font(font, 8.5, bold=True))
    widest = max(small.horizontalAdvance(words(each)) for each in _LASTING)
    return max(NOTES, ceil(widest) + cells.AROUND_STATE)


class SegmentTable(QTableView):
    """Left and Right choose the side; Enter and F2 open the chosen side, or the editable one.

    sides_changed: another language is shown, or one more. read_on, corrects: while a record is read back, the
    chosen turn was read, or is to be corrected.
    """

    sides_changed = Signal()
    read_on = Signal()
    corrects = Signal()

    def __init__(self, segments: SegmentsModel) -> None:
        super().__init__()
        self._segments = segments
        self.heights = RowHeights(self, seen_only=True)
        self.setModel(segments)
        self.setAccessibleName(self.tr("Account"))
        self.hint = ""
        self.reads_back = False
        """Whether the record is being read back: Space reads on, and Enter corrects."""
        self.stays_at_end = False
        """Whether the newest turn stays in view, because somebody is writing."""
        # The two languages keep their places in a mirrored window; the direction of words is that of a cell.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(LINE)
        self.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)
        self.delegate = SegmentDelegate(self)
        self.setItemDelegate(self.delegate)
        self.delegate.opens_at = lambda number: None if self.reads_back else self.opens_at(number)
        self.selectionModel().currentColumnChanged.connect(lambda *_: self.viewport().update())
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        fixed = {At.WHO: room_for_speakers(self.font()), At.STATE: room_for_notes(self.font())}
        for column, width in fixed.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        for column in SIDES:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionHidden(At.MIDDLE, True)
        self._shows_relay = False
        header.sectionResized.connect(lambda *_: self.fit_again())
        segments.modelAboutToBeReset.connect(self._remember)
        segments.modelReset.connect(self._choose_sides)
        segments.modelReset.connect(self._return)
        segments.modelReset.connect(self.heights.fit_soon)
        segments.rowsInserted.connect(lambda _, __, last: self._add(last))
        self._chosen: tuple[SegmentId, int] | None = None
        self._of: InterviewId | None = None
        segments.dataChanged.connect(self._fit_changed)
        self._typed_in: set[int] = set()
        self.delegate.closeEditor.connect(self._fit_typed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        self._paint_across()
        if not self._segments.rows:
            cells.paint_empty(QPainter(self.viewport()), self.viewport().rect(), self.hint, self.font())

    def _paint_across(self) -> None:
        """Draw events and what could be seen across the columns, over their cells."""
        number, bottom = max(0, self.rowAt(0)), self.viewport().height()
        if not self._segments.rows:
            return
        painter = QPainter(self.viewport())
        width, edge = self.viewport().width(), self.columnWidth(At.WHO)
        while number < len(self._segments.rows) and self.rowViewportPosition(number) < bottom:
            row, top = self._segments.rows[number], self.rowViewportPosition(number)
            for line in row.above:
                cells.paint_line(painter, QRect(0, top, width, LINE), line, self.font(), edge=edge)
                top += LINE
            if row.is_thin:
                across = QRect(0, top, width, LINE)
                who = self._segments.speaker(row)
                cells.paint_thin(painter, across, row, who, self.font(), edge=edge)
            top = self.rowViewportPosition(number) + self.rowHeight(number) - LINE * len(row.below)
            for line in row.below:
                cells.paint_line(painter, QRect(0, top, width, LINE), line, self.font(), edge=edge)
                top += LINE
            number += 1
        painter.end()

    def resizeRowToContents(self, row: int) -> None:  # noqa: N802 - Qt's name
        """Fit a row to its words alone; Qt would make it as high as a heading that nobody sees."""
        self.setRowHeight(row, self.sizeHintForRow(row))

    def show_end(self) -> None:
        """Show the newest turn, with those before it as far as there is room."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.heights.fit_around(last)
            self.updateGeometries()
            self.scrollToBottom()

    def turn_sides(self) -> None:
        """In a relay: show the next language that has no column, and after the last one the first again."""
        model = self._segments
        ways: list[tuple[bool, str]] = [(True, each) for each in model.middles]
        if model.away is not None:
            # There is no room for three: the person's language takes turns with those of the relay.
            ways.insert(0, (False, model.middle))
        if len(ways) < 2:
            return
        shown = (self._shows_relay or model.away is None, model.middle)
        now = ways.index(shown) if shown in ways else 0
        self._show_way(*ways[(now + 1) % len(ways)])

    def show_language(self, tag: str) -> At:
        """Bring a language into view, and return its side."""
        model = self._segments
        if tag in model.middles:
            self._show_way(shows_relay=True, middle=tag)
            return At.MIDDLE
        if tag == model.left and model.away is At.LEFT:
            self._show_way(shows_relay=False, middle=model.middle)
        return At.LEFT if tag == model.left else At.RIGHT

    def _show_way(self, shows_relay: bool, middle: str) -> None:
        """Show the language of the person or that of a relay, and which one of several."""
        self.end_editing()
        self._shows_relay = shows_relay
        is_other = middle != self._segments.middle
        self._segments.show_middle(middle)
        self._choose_sides(is_other=is_other)

    def _choose_sides(self, *, is_other: bool = False) -> None:
        """Show the three languages of a relay where there is room, and otherwise two.

        is_other: whether the column between the two has another language than before.
        """
        model, header = self._segments, self.horizontalHeader()
        away: At | None = At.MIDDLE
        if model.middle:
            has_room = self.viewport().width() >= ROOM_FOR_THREE
            away = None if has_room else At.LEFT if self._shows_relay else At.MIDDLE
        is_same, model.away = away is model.away, away
        shown = model.shown_sides
        is_same &= all(header.isSectionHidden(each) == (each not in shown) for each in SIDES)
        if is_same and not is_other:
            return
        for side in SIDES:
            header.setSectionHidden(side, side not in shown)
        if self.currentIndex().column() in SIDES and self.currentIndex().column() not in shown:
            self.setCurrentIndex(self._segments.index(self.row(), shown[0]))
        header.viewport().update()
        if is_other:
            self.viewport().update()
            self.fit_again()
        self.sides_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._choose_sides()
        if self.stays_at_end:
            QTimer.singleShot(0, self, self.show_end)

    def _add(self, last: int) -> None:
        self.heights.add_one(last)
        if self.stays_at_end:
            self.show_end()

    def say_when_empty(self, hint: str) -> None:
        """Set the text of a record without turns: what to do next."""
        self.hint = hint
        self.setAccessibleDescription("" if self.model().rowCount() else hint)
        self.viewport().update()

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        self.heights.fit_around(index.row())
        # The bar has its length only then: in rows that were shown a moment ago it would stay at the top.
        self.updateGeometries()
        super().scrollTo(index, hint)

    def fit_again(self) -> None:
        """The size of testimony changed, or a side has another width: lay the words out again."""
        self.delegate.forget_layouts()
        self.heights.fit_soon()
        if self.stays_at_end:
            QTimer.singleShot(0, self, self.show_end)

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

    def row(self) -> int:
        return self.currentIndex().row() if self.currentIndex().isValid() else -1

    def side(self) -> At:
        """The chosen side, or the editable one if none is chosen."""
        column = self.currentIndex().column()
        if column in self._segments.shown_sides:
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
            model, found = self._segments, self._segments.rows[number]
            languages = (each for each in model.languages if model.tag_in(found, each) in found.typed)
            side = self.show_language(next(languages, self._segments.right))
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
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.reads_back and not event.modifiers() and (enters or event.key() == Qt.Key.Key_Space):
            (self.corrects if enters else self.read_on).emit()
            return
        opens = enters or event.key() == Qt.Key.Key_F2
        if opens and not event.modifiers():
            self.edit_side(self.row(), self.opens_at(self.row()))
            return
        super().keyPressEvent(event)

    def opens_at(self, number: int) -> At | None:
        """Return the side of a turn that Enter opens: the chosen one if it may be written, or the one that
        may; None where neither may.
        """
        chosen = self.currentIndex()
        is_side = chosen.row() == number and chosen.column() in SIDES
        sides: list[At] = [self._writable(number)]
        if is_side:
            sides.insert(0, At(chosen.column()))
        for side in sides:
            if self._segments.index(number, side).flags() & Qt.ItemFlag.ItemIsEditable:
                return side
        return None

    def keyboardSearch(self, _typed: str) -> None:  # noqa: N802 - Qt's name
        """A letter finds no turn: Qt would ask thousands of turns for their words."""

    def end_editing(self) -> None:
        """Close the editor; its text is already a draft."""
        if self.delegate.editor is not None:
            self.delegate.commitData.emit(self.delegate.editor)
            self.delegate.closeEditor.emit(self.delegate.editor, SegmentDelegate.EndEditHint.NoHint)

    def can_edit(self, number: int) -> bool:
        """Whether the words of a turn may be changed on a side that is shown."""
        sides = (self._segments.index(number, side) for side in self._segments.shown_sides)
        return any(bool(each.flags() & Qt.ItemFlag.ItemIsEditable) for each in sides)

    def _writable(self, number: int) -> At:
        """Return the side of a segment with a rendering, else the first editable one; one that is only read
        comes last.
        """
        model = self._segments
        if not 0 <= number < len(model.rows):
            return model.shown_sides[-1]
        spoken = model.own(model.rows[number])
        is_read = {side: bool(model.index(number, side).data(TO_READ)) for side in model.shown_sides}
        sides = sorted(model.shown_sides, key=lambda side: (is_read[side], model.language_at(side) == spoken))
        may = (side for side in sides if model.index(number, side).flags() & Qt.ItemFlag.ItemIsEditable)
        return next(may, sides[0])

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        changed = range(first.row(), last.row() + 1)
        if self.delegate.editor is not None:
            self._typed_in.update(changed)
        else:
            for number in changed:
                self.resizeRowToContents(number)
            if self.stays_at_end:
                self.show_end()

    def _fit_typed(self) -> None:
        """What was typed stays as a draft, and may need more lines than stood there before."""
        for number in self._typed_in & set(range(self.model().rowCount())):
            self.resizeRowToContents(number)
        self._typed_in.clear()
