"""The acts on a segment: change, split, join, move, strike out, or request a correction at the reading
back.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thb_desktop.domain.interview_fields import CORRECTION, SEGMENT
from thb_desktop.domain.vocabulary import InterviewState
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.formalities import FormalitiesPage
from ui.interviews.new_turn import problem_of_capture
from ui.interviews.view_model import InterviewsViewModel
from ui.text import isolate
from ui.transcript.rows import SegmentRow
from ui.transcript.table import SegmentTable
from ui.widgets.dialog import Dialog, ask_reason
from ui.widgets.text_edit import PlainTextEdit

ABOUT_WORDS = (
    *("capture", "recording_from", "recording_to", "conduct", "silence_seconds", "marks"),
    "question_type",
)
"""The fields of a segment about its words."""


class TurnMenu(QMenu):
    """The acts on the chosen segment, as far as the state of the record allows."""

    def __init__(
        self, parent: QWidget, model: InterviewsViewModel, table: SegmentTable, rows: FormalitiesPage
    ) -> None:
        super().__init__(parent)
        self._model, self._transcript, self._table, self._rows = model, model.transcript, table, rows
        self.in_draft = [
            self._act(self.tr("&Change speaker, kind or language\u2026"), self._change),
            self._act(self.tr("S&plit\u2026"), self._split),
            self._act(self.tr("&Join with the next\u2026"), self._join),
            self._act(self.tr("Move &up"), lambda: self._move(-1)),
            self._act(self.tr("Move &down"), lambda: self._move(1)),
            self._act(self.tr("&Strike out\u2026"), self._strike),
        ]
        self.addSeparator()
        self.correction = self._act(self.tr("C&orrection asked for\u2026"), self._correct)
        self.aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Enable what can be done with the chosen segment now."""
        row, record = self._row(), self._model.record
        standing = row is not None and not row.segment.struck and self._model.can_edit
        for action in self.in_draft:
            action.setEnabled(standing and self._model.is_draft)
        read_back = record is not None and record.interview.state is InterviewState.READ_BACK
        self.correction.setEnabled(standing and read_back)

    def _act(self, words: str, act: Callable[[], None]) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(lambda _=False: act())
        return action

    def _row(self) -> SegmentRow | None:
        number = self._table.row()
        rows = self._transcript.segments.rows
        return rows[number] if 0 <= number < len(rows) else None

    def _change(self) -> None:
        row = self._row()
        if row is None or self._model.record is None:
            return
        interview = self._model.record.interview
        names = ["speaker", "speaker_id", "kind", "language", *ABOUT_WORDS]
        # Words that are there are changed in the account.
        if row.segment.source_text is None:
            names.append("source_text")
        kept = replace(row.segment, source_text=row.segment.source_text or "")

        def take(values: dict[str, Any], _: str) -> None:
            changed = replace(kept, **values)
            if problem := problem_of_capture(changed.capture, changed.source_text or ""):
                dialog.refuse_at(dialog.form.editors["capture"], problem)
            else:
                self._transcript.change_turn(replace(changed, source_text=changed.source_text or None))

        dialog = EntryDialog(
            self._table,
            self.tr("Turn {number}").format(number=isolate(row.full.label)),
            SEGMENT,
            take,
            model=self._transcript,
            main=self.tr("&Save"),
            entity=kept,
            names=names,
            choices=self._model.open_choices,
            languages_first=(interview.language, interview.procedure_language),
        )
        dialog.open()

    def _split(self) -> None:
        row = self._row()
        if row is None or not row.segment.source_text:
            return
        SplitDialog(self._table, self._model, row).open()

    def _join(self) -> None:
        row = self._row()
        rows = self._transcript.segments.rows
        following = next((each for each in rows[self._table.row() + 1 :] if not each.segment.struck), None)
        if row is None or following is None:
            return
        reason = ask_reason(
            self._table,
            self.tr("Join turn {number} with turn {next}?").format(
                number=isolate(row.full.label), next=isolate(following.full.label)
            ),
            self.tr("The words of the next turn are added to this one, and the next is struck out."),
            self.tr("Join"),
        )
        if reason:
            self._transcript.join(row.segment.id, following.segment.id, reason)

    def _move(self, by: int) -> None:
        number, rows = self._table.row(), self._transcript.segments.rows
        if not 0 <= number < len(rows) or not 0 <= number + by < len(rows):
            return
        place = number + by + (1 if by > 0 else 0)
        before = rows[place].segment.id if place < len(rows) else None
        self._transcript.move(rows[number].segment.id, before)

    def _strike(self) -> None:
        row = self._row()
        if row is None:
            return
        reason = ask_reason(
            self._table,
            self.tr("Strike out turn {number}?").format(number=isolate(row.full.label)),
            self.tr("It was entered in error: it stays readable with your reason."),
            self.tr("Strike out"),
        )
        if reason:
            self._transcript.strike(row.segment.id, reason)

    def _correct(self) -> None:
        """Enter a correction of the chosen side: its saved words are filled in, the new ones are asked."""
        row = self._row()
        if row is None:
            return
        language = self._transcript.segments.language_at(self._table.side())
        self._rows.add_row(
            CORRECTION.name,
            segment_id=row.segment.id,
            language=language,
            before=row.side(language).text or "",
        )


class SplitDialog(Dialog):
    """Shows the words of a segment; the cursor marks where it is split."""

    def __init__(self, parent: QWidget, model: InterviewsViewModel, row: SegmentRow) -> None:
        super().__init__(
            parent,
            self.tr("Split turn {number}").format(number=isolate(row.full.label)),
            self.tr("Put the cursor where the second turn begins."),
        )
        self._transcript, self._row = model.transcript, row
        self.words = PlainTextEdit(self.tr("Words of the turn"), lines=8)
        self.words.setPlainText(row.segment.source_text or "")
        self.words.setReadOnly(True)
        self.words.setTextInteractionFlags(
            self.words.textInteractionFlags() | self.words.textInteractionFlags().TextSelectableByKeyboard
        )
        self.body.addWidget(self.words)
        self.finish_with(self.tr("S&plit"))
        self.words.setFocus()

    def take(self) -> None:
        # Qt counts UTF-16 units, the record counts code points.
        before = self.words.toPlainText().encode("utf-16-le")[: 2 * self.words.textCursor().position()]
        self.begin_work()
        with self._transcript.answering(self):
            self._transcript.split(self._row.segment.id, len(before.decode("utf-16-le", "ignore")))
