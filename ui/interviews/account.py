"""The account of a record: its turns, the acts on the chosen one, and the row in which the next is typed."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import shortcuts
from ui.interviews.desk.entry_row import EntryRow
from ui.interviews.desk.find_bar import FindBar
from ui.interviews.desk.guide import Guide
from ui.interviews.desk.heard import HeardTurn
from ui.interviews.desk.time_notes import DeskTimeNotes
from ui.interviews.reading.part import ReadingPart
from ui.interviews.rendering_kind import RenderingKindDialog
from ui.interviews.rendering_strip import RenderingStrip
from ui.interviews.turns import TurnMenu
from ui.interviews.view_model import InterviewsViewModel
from ui.labels import struck_words, words
from ui.media.strip import RecordingStrip
from ui.rows import ROW
from ui.text import isolate, listed
from ui.transcript import letters
from ui.transcript.rows import At
from ui.transcript.segment_row import SegmentRow
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Part, button, on_key, row
from ui.widgets.elided import ElidedLabel


class AccountPage(QWidget):
    """saved: the words of a turn were saved. translates: somebody wants to translate in writing."""

    saved = Signal()
    translates = Signal()

    def __init__(self, model: InterviewsViewModel) -> None:
        super().__init__()
        self._model = model
        self._transcript = model.transcript
        self._go_on = False
        self.table = SegmentTable(model.segments)
        self.strip = RenderingStrip(self._transcript)
        self.entry = EntryRow(model.desk)
        self.reading = ReadingPart(model, self.table)
        self.turn_menu = TurnMenu(self, model, self.table)
        self.guide = Guide(model.desk)
        self.find_bar = FindBar(model.desk, model.segments, self.table)
        self.recording = RecordingStrip(model.recordings, sets_ranges=True, notes=True)
        self.heard = HeardTurn(model, self.table, self.entry, self.recording)
        self.time_notes = DeskTimeNotes(self, model, self.entry, self.heard)
        self._build()
        self._transcript.saved.connect(self._saved)
        self.strip.left.connect(self.table.setFocus)
        self.entry.acts.connect(self._act)
        self.entry.left.connect(self._go_up)
        self.table.sides_changed.connect(lambda: self.entry.show_sides(model.segments.away))
        self.find_bar.left.connect(self.take_focus)
        self.reading.corrects.connect(lambda _: self._show_beside())
        self.table.delegate.divided.connect(self._divide)
        for field in self.entry.columns.values():
            field.installEventFilter(self)
            field.typed.connect(lambda _: self.guide.look_soon())
        self._keys()

    def take_focus(self) -> None:
        """Go to where the next turn is typed, or to the turns of a record that is no draft."""
        if self._model.desk.is_open:
            self.entry.take_focus()
        else:
            self.table.setFocus()

    def _go_up(self) -> None:
        """Go from the row to the turns: to the chosen one if it is seen, else to the newest."""
        chosen, last = self.table.currentIndex(), self.table.model().rowCount() - 1
        is_seen = self.table.viewport().rect().intersects(self.table.visualRect(chosen))
        if last >= 0 and not (chosen.isValid() and is_seen):
            self.table.setCurrentIndex(self.table.model().index(last, self.table.side()))
        self.table.setFocus()

    def go_to_last(self, count: int) -> None:
        """Go to the first of the last turns."""
        rows = self.table.model()
        self.table.setCurrentIndex(rows.index(max(0, rows.rowCount() - count), At.LEFT))
        self.table.setFocus()

    def offer(self) -> None:
        """Offer what this user can do with the turns of the record in its state."""
        record = self._model.record
        nothing = self.tr("No turn is entered yet.")
        if record is not None and record.interview.rectifies_id is not None:
            nothing = self.tr("A note of rectification has no turns: its corrections are formalities (F7).")
        first = self.tr(
            "No turn yet\nWrite the first question below and press Enter. Question and answer then change "
            "places by themselves.\n/v puts in a caution  \u00b7  /e says who enters"
        )
        self.table.say_when_empty(first if self._model.desk.is_open else nothing)
        self.turn_button.setVisible(self._model.can_edit and self._model.is_draft)
        if self.table.model().rowCount() and self.table.row() < 0:
            self.table.setCurrentIndex(self.table.model().index(0, self.table.side()))
        self.show_chosen()
        self.reading.offer()
        self._show_beside()

    def save(self) -> None:
        """Save what was typed on the chosen segment."""
        number = self.table.row()
        if number < 0 or not self._model.can_edit:
            return
        self.table.end_editing()
        self._go_on = False
        self._save(number)

    def save_and_go_on(self) -> None:
        """Save, then open the editor on the next segment."""
        number = self.table.row()
        if number < 0 or not self._model.can_edit:
            return
        self.table.end_editing()
        self._go_on = True
        self._save(number)

    def _save(self, number: int) -> None:
        if self._transcript.asks_kind(number):
            dialog = RenderingKindDialog(self, self._transcript, number)
            dialog.translates.connect(self.translates)
            dialog.open()
        else:
            self._transcript.save(number)

    def show_chosen(self) -> None:
        """Show the acts on the chosen turn, and its range of the recording."""
        self.heard.show()
        found = self.table.currentIndex().data(ROW) if self.table.row() >= 0 else None
        self._offer_acts(found if isinstance(found, SegmentRow) else None)
        if not isinstance(found, SegmentRow):
            self.chosen.setText("")
            self.strip.show_rendering(None, may=False)
            return
        segment = found.segment
        said = self.tr("Turn {number}: {kind}, {speaker}").format(
            number=isolate(found.full.label),
            kind=words(segment.kind).lower(),
            speaker=words(segment.speaker).lower(),
        )
        struck = self.tr("struck out: {reason}").format(reason=struck_words(segment.struck))
        self.chosen.setText(listed((said, struck)) if segment.struck else said)
        segments = self._model.segments
        rendering = found.rendering(segments.language_at(self.table.side()), segments.left, segments.right)
        may = self._model.can_edit and not segment.struck
        linguists = self._model.open_choices.get("interpreter", ())
        self.strip.show_rendering(rendering, linguists, may=may)

    def _offer_acts(self, row: SegmentRow | None) -> None:
        """Show what can be done with a turn: after the reading back its words are corrected, and not edited;
        a translation that an earlier version put into the record is edited until the signature.
        """
        edits = row is not None and self.table.can_edit(self.table.row())
        holds = row is not None and row.unsaved and self._model.can_edit
        for part in (self.edit_button, self.save_button):
            part.setVisible(edits)
        self.discard_button.setVisible(edits or holds)
        self.discard_button.setEnabled(holds)
        corrects = row is not None and self._model.reading.is_open and not row.segment.struck
        self.correct_button.setVisible(corrects)
        self.fixed.setVisible(corrects)

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(6)
        across.addLayout(column, 1)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.recording.picture)
        beside.addWidget(self.guide, 1)
        beside.addStretch()
        across.addLayout(beside)
        self.table.delegate.typed.connect(lambda at, side, typed: self._transcript.type(at, At(side), typed))
        self.table.delegate.saved.connect(lambda on: self.save_and_go_on() if on else self.save())
        self.table.selectionModel().currentChanged.connect(lambda *_: self.show_chosen())
        self._model.segments.dataChanged.connect(lambda *_: self.show_chosen())
        self._model.segments.modelReset.connect(self.show_chosen)
        column.addWidget(self.find_bar)
        column.addWidget(self.table, 1)
        self.beside = QWidget()
        under = QVBoxLayout(self.beside)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(6)
        under.addWidget(self.strip)
        self.chosen = ElidedLabel("", Part.MUTED)
        self.fixed = ElidedLabel(
            self.tr("Its words stay as they were read back; a correction stands under them."), Part.MUTED
        )
        self.turn_button = button(self.tr("T&urn"), lambda: None, icon="chevron-down", part="quiet")
        self.turn_button.setMenu(self.turn_menu)
        self.edit_button = button(self.tr("&Edit"), self._edit, icon="pen-line")
        self.discard_button = button(self.tr("&Discard"), self._discard, icon="undo-2")
        self.discard_button.setToolTip(self.tr("Discard what was typed in this turn and not saved"))
        self.save_button = button(self.tr("&Save"), self.save, icon="save", part="primary")
        self.correct_button = button(
            self.tr("C&orrect\u2026"), self.reading.correct_chosen, icon="pencil", part="primary"
        )
        acts = (self.turn_button, self.edit_button, self.discard_button, self.save_button)
        under.addLayout(row(self.chosen, self.fixed, None, *acts, self.correct_button))
        column.addWidget(self.reading)
        column.addWidget(self.beside)
        column.addWidget(self.recording)
        column.addWidget(self.entry)

    def _keys(self) -> None:
        acts, menu = self._model.desk.acts, self.turn_menu
        self.recording.install_keys(self)
        on_key(self, shortcuts.NOTE_AT_TIME, self.time_notes.note)
        on_key(self, shortcuts.SAVE, self.save)
        on_key(self, shortcuts.NEXT, self.save_and_go_on)
        on_key(self, shortcuts.RENDERED_BY, menu.name_author)
        on_key(self, shortcuts.CHECKED_BY, menu.say_checked)
        for key, act in (
            (shortcuts.UNDO, acts.undo),
            (shortcuts.REDO, acts.redo),
            (shortcuts.JOIN, menu.join),
            (shortcuts.MOVE_UP, lambda: menu.move_turn(-1)),
            (shortcuts.MOVE_DOWN, lambda: menu.move_turn(1)),
            (shortcuts.OTHER_SIDE, self.table.turn_sides),
        ):
            on_key(self.table, key, act)
        for key, by in (*((each, 1) for each in shortcuts.LARGER), (shortcuts.SMALLER, -1)):
            on_key(self, key, partial(self._resize, by))
        on_key(self, shortcuts.USUAL_SIZE, partial(self._resize, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """While somebody writes, the newest turn is in view, and what concerns a chosen turn is put away."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._show_beside)
        return super().eventFilter(watched, event)

    def _show_beside(self) -> None:
        writes = self.entry.has_focus
        self.heard.show()
        writes_here = writes or not self.reading.card.isHidden()
        self.beside.setVisible(not writes_here and self.table.model().rowCount() > 0)
        if writes != self.table.stays_at_end:
            self.table.stays_at_end = writes
            if writes:
                self.table.clearSelection()
                QTimer.singleShot(0, self.table, self.table.show_end)

    def _edit(self) -> None:
        self.table.edit_side(max(0, self.table.row()))

    def _discard(self) -> None:
        number = self.table.row()
        if number >= 0:
            self.table.end_editing()
            self._transcript.discard(number)

    def _saved(self, number: int) -> None:
        self.saved.emit()
        self.table.resizeRowToContents(number)
        if self._go_on:
            self._go_on = False
            self.table.edit_side(number + 1)
        else:
            self.table.setFocus()

    def _act(self, what: str) -> None:
        """A key of the entry row that concerns a turn above: the mended one, or else the chosen one."""
        mended = self._model.desk.entry.mended
        if what == "sides":
            self.table.turn_sides()
            return
        number = self._model.segments.row_of(mended.segment.id) if mended is not None else -1
        at = self.entry.split_at()
        chosen = number if mended is not None else self.table.row()
        if what == "split" and not self.turn_menu.may_split(number, at):
            return
        if what == "join" and not self.turn_menu.may_join(chosen):
            return
        if mended is not None:
            self._model.desk.escape()
            self.table.setCurrentIndex(self.table.model().index(number, At.LEFT))
        if what == "split":
            self.turn_menu.split(number, at)
        if what in ("up", "down"):
            self.turn_menu.move_turn(-1 if what == "up" else 1)
        elif what == "join":
            self.turn_menu.join()

    def _divide(self, number: int, at: int) -> None:
        if self.turn_menu.may_split(number, at):
            self.table.end_editing()
            self.turn_menu.split(number, at)

    def _resize(self, by: int) -> None:
        letters.resize(by)
        self.table.fit_again()
        self.entry.set_letters()
        for field in (self.reading.card.before, self.reading.card.after):
            field.set_letters()
