"""What stands under the turns while a record is read back: how far it was read, and the correction."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview import ReadBackCorrection
from thb_desktop.domain.record import Plain
from ui import shortcuts
from ui.interviews.desk.hints import Hints
from ui.interviews.reading.correction_card import CorrectionCard
from ui.interviews.reading.model import CORRECTION
from ui.interviews.view_model import InterviewsViewModel
from ui.text import isolate
from ui.transcript.rows import SIDES, At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Label, Part, row


class ReadingPart(QWidget):
    """corrects: whether a correction is open."""

    corrects = Signal(bool)

    def __init__(self, model: InterviewsViewModel, table: SegmentTable) -> None:
        super().__init__()
        self._model, self._reading, self._table = model, model.reading, table
        self.progress = Label("", Part.STATUS)
        self.hints = Hints(
            (
                (self.tr("read, next"), self.tr("Space")),
                (self.tr("correct"), "Enter"),
                (self.tr("complaint"), shortcuts.COMPLAINT),
                (self.tr("to the closing list"), shortcuts.CLOSING),
                (self.tr("list"), shortcuts.LIST),
                (self.tr("all keys"), shortcuts.OVERVIEW),
            )
        )
        self.card = CorrectionCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        line = row(self.hints, self.progress)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(self.card)
        table.read_on.connect(self._read_on)
        table.corrects.connect(self.correct_chosen)
        self._reading.read_on.connect(self._show_progress)
        self._reading.typed.connect(self._restore)
        self.card.typed.connect(self._reading.type)
        self.card.taken.connect(self._keep)
        self.card.dropped.connect(self._drop)
        self.hide()

    def offer(self) -> None:
        """Show it while the record is read back."""
        is_open = self._reading.is_open
        self._table.reads_back = is_open
        self.setVisible(is_open)
        standing = {row.segment.id for row in self._model.segments.rows}
        if self.card.turn and (not is_open or self.card.turn not in standing):
            self._close()

    def correct_chosen(self) -> None:
        """Correct the words of the chosen turn, on the chosen side first."""
        number, rows = self._table.row(), self._model.segments.rows
        if 0 <= number < len(rows) and self._reading.is_open and not rows[number].segment.struck:
            self._correct(number, self._model.segments.tag_at(rows[number], self._table.side()))

    def _correct(self, number: int, tag: str) -> None:
        record, segments = self._model.record, self._model.segments
        if record is None:
            return
        row, full = segments.rows[number], segments.rows[number].full
        spoken = full.segment.language
        tags = [segments.tag_in(row, each) for each in segments.languages]
        tags += [each.language for each in segments.beside(row)]
        languages = tuple(each for each in dict.fromkeys(tags) if full.side(each).text or each == spoken)
        self._reading.give_up()
        self.card.correct(full, record, languages or (spoken,), tag)
        self.corrects.emit(True)
        # The card takes room from the turns: the one that it corrects stays in sight.
        QTimer.singleShot(0, self, self._show_corrected)

    def _show_corrected(self) -> None:
        number = self._model.segments.row_of(SegmentId(self.card.turn)) if self.card.turn else -1
        if number >= 0:
            self._table.scrollTo(self._model.segments.index(number, At.RIGHT))

    def _restore(self, fields: dict[str, Plain]) -> None:
        number = self._model.segments.row_of(SegmentId(str(fields.get("turn", ""))))
        if number >= 0 and self._reading.is_open:
            kept = dict(fields)
            self._correct(number, "")
            self.card.restore(kept)
            self._reading.type(self.card.fields())

    def _keep(self, corrections: tuple[ReadBackCorrection, ...]) -> None:
        at = self._model.desk.now()
        rows = [replace(each, at=at) for each in corrections]
        number = self._model.segments.row_of(corrections[0].segment_id)
        self._reading.is_taken()

        def done() -> None:
            self._close()
            self._go_on(number)

        self._model.correct(rows, form=CORRECTION, then=done)

    def _drop(self) -> None:
        self._reading.give_up()
        self._close()

    def _close(self) -> None:
        self.card.close_card()
        self.corrects.emit(False)
        self._table.setFocus()

    def _read_on(self) -> None:
        self._go_on(self._table.row())

    def _go_on(self, number: int) -> None:
        """A turn was read: go to the next one."""
        rows = self._model.segments.rows
        if not 0 <= number < len(rows):
            return
        self._reading.mark_read(rows[number].full.number)
        following = (at for at in range(number + 1, len(rows)) if not rows[at].segment.struck)
        column = self._table.currentIndex().column()
        index = self._model.segments.index(next(following, number), column if column in SIDES else At.RIGHT)
        self._table.setCurrentIndex(index)
        self._table.scrollTo(index)

    def _show_progress(self) -> None:
        rows = [each for each in self._model.segments.rows if not each.segment.struck]
        read = sum(each.segment.id in self._model.segments.read for each in rows)
        told = self.tr("{read} of {all} turns read")
        self.progress.setText(told.format(read=isolate(str(read)), all=isolate(str(len(rows)))))
