"""The window of an interpreter: one assigned record, without rail, list or case beyond the reference."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from thb_desktop.domain import zones
from thb_desktop.services.assignments.desk import AssignedJob
from ui import shortcuts, theme
from ui.assignment.bars import Foot, bar_of
from ui.assignment.certify import open_certify
from ui.assignment.hints import hints
from ui.assignment.model import AssignmentModel
from ui.assignment.revising import Revising
from ui.assignment.side import Side
from ui.clock import zone_here
from ui.jobs import VaultJobs
from ui.labels import language_name, language_within
from ui.language_work.beside import TurnWork
from ui.language_work.popovers import Noting
from ui.language_work.times.noting import TimedNoting
from ui.language_work.times.ranges import TimeMarks
from ui.media.model import RecordingModel
from ui.media.sources import OfAssignment
from ui.media.strip import RecordingStrip
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.transcript.rows import At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Chip, Label, Notice, Part, button, rename
from ui.widgets.dialog import FRAME
from ui.widgets.elided import ElidedLabel

STATES = 164
"""Pixels for the state of a turn, so that its words are read whole."""


class AssignmentWindow(QMainWindow):
    """wants_back: the screen goes back to the office. wants_lock, wants_settings, wants_keys: by key or
    button.

    may_close: asked before it closes.
    """

    wants_back = Signal()
    wants_lock = Signal()
    wants_settings = Signal()
    wants_keys = Signal()

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        theme.dress(self)
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(self.tr("THB Desktop"))
        # The frame of the desktop takes room too: the line at the foot stays on the screen.
        room = self.screen().availableSize()
        within = QSize(room.width(), room.height() - FRAME)
        self.setMinimumSize(QSize(900, 560).boundedTo(within))
        self.resize(QSize(1366, 820).boundedTo(within))
        self.model = AssignmentModel(jobs, self)
        self.table = SegmentTable(self.model.rows)
        self.table.horizontalHeader().resizeSection(At.STATE, STATES)
        self.side = Side()
        self.recording = RecordingStrip(RecordingModel(jobs, self), sets_ranges=True, notes=True)
        self.notice = Notice()
        self.noting = Noting(
            self,
            self.model,
            self.table,
            self.notice,
            asks=self.tr("The judge answers when the work is merged. Until then nothing can be certified."),
        )
        self.timed = TimedNoting(self.noting, self.model, self.table, self.notice, TimeMarks(self.recording))
        self._build()
        self._listen(jobs)
        self.model.reload()

    def keep_drafts(self) -> None:
        """Before the lock: keep what is typed."""
        self.model.keep_drafts()

    @property
    def holds_drafts(self) -> bool:
        return self.model.holds_drafts

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self.may_close())

    def hand_back(self) -> None:
        """Sign what was done, and give the screen back."""
        self.notice.clear()
        self.table.end_editing()
        self.back_button.setEnabled(False)
        self.model.hand_back()

    def sign(self) -> None:
        if self.revising.model.revises:
            return
        self.notice.clear()
        self.table.end_editing()
        self.model.sign()

    def certify(self) -> None:
        """Certify all, or see what stops it; what is typed is written first."""
        found = self.model.found
        if found is None or not found.is_linguist:
            return
        self.notice.clear()
        self.table.end_editing()
        if self.model.holds_drafts:
            self.model.write_typed(self._open_certify)
        else:
            self._open_certify()

    def _open_certify(self) -> None:
        open_certify(self, self.model, self.table, self.notice)

    def go_to_difference(self) -> None:
        """Choose the next turn that differs from its source."""
        self.table.end_editing()
        number = self.model.next_doubted(self.table.row())
        if number < 0:
            self.notice.tell(self.tr("No turn differs in numbers, dates, names or length."), Tone.OK)
            return
        self.table.setCurrentIndex(self.model.rows.index(number, At.RIGHT))
        self.table.setFocus()

    def go_on(self) -> None:
        """Go to the next turn that is not done, and type there, or say what is to be said of it."""
        if self.revising.model.revises:
            self.revising.go_on()
            return
        number = self.model.next_to_do(self.table.row())
        if number >= 0:
            self.table.edit_side(number, At.RIGHT)

    def _build(self) -> None:
        whole = QWidget()
        whole.setProperty("part", "page")
        self.setCentralWidget(whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(12, 10, 12, 8)
        across.setSpacing(10)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.notice)
        left.addWidget(self.table, 1)
        self.revising = Revising(self.model, self.table)
        left.addWidget(self.revising)
        left.addWidget(self.recording)
        self.keys = Label(hints(), Part.STATUS, wrap=True)
        left.addWidget(self.keys)
        across.addLayout(left, 1)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.recording.picture)
        beside.addWidget(self.side, 1)
        across.addLayout(beside)
        column.addWidget(body, 1)
        self.recording.model.marks = self.model.recorded_marks
        self.recording.install_keys(self)
        self.foot = Foot()
        column.addWidget(self.foot)

    def _top(self) -> QFrame:
        bar = bar_of("topbar", 50)
        line = QHBoxLayout(bar)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(10)
        self.number = Label("", Part.TITLE)
        self.state = Chip()
        self.about = ElidedLabel("", Part.MUTED)
        self.kept = Label("", Part.STATUS)
        self.back_button = button(self.tr("Hand &back"), self.hand_back, icon="lock")
        self.certify_button = button(self.tr("&Certify\u2026"), self.certify, icon="file-check")
        self.sign_button = button(self.tr("&Sign the record"), self.sign, icon="stamp", part="primary")
        for part in (self.number, self.state):
            line.addWidget(part)
        line.addWidget(self.about, 1)
        line.addWidget(self.kept)
        for act in (self.back_button, self.certify_button, self.sign_button):
            line.addWidget(act)
        return bar

    def show_remaining(self, seconds: int) -> None:
        """The countdown to the lock."""
        self.foot.show_remaining(seconds)

    def _listen(self, jobs: VaultJobs) -> None:
        model = self.model
        model.shown.connect(self._show)
        model.refused.connect(self._refuse)
        jobs.refused.connect(lambda _: self.back_button.setEnabled(True))
        model.kept.connect(self._tell_kept)
        model.unkept.connect(lambda sentence: self.notice.tell(sentence, Tone.WARN))
        model.written.connect(self._go_on_after)
        model.handed_back.connect(lambda _: self.wants_back.emit())
        model.noted.connect(self.notice.clear)
        model.shown_turn.connect(lambda _: self._show_acted())
        model.compared.connect(self._show_findings)
        model.sealed.connect(self._tell_sealed)
        model.beside.found.connect(self.side.panel.show_found)
        self.timed.serve(self.side.panel)
        delegate = self.table.delegate
        delegate.left_to_window = frozenset(
            QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)
            for key in (Qt.Key.Key_M, Qt.Key.Key_D, Qt.Key.Key_J)
        )
        delegate.typed.connect(model.type)
        delegate.left.connect(model.keep_drafts)
        delegate.saved.connect(self._write)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_turn())
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            (shortcuts.LOCK, self.wants_lock.emit),
            (shortcuts.OVERVIEW, self.wants_keys.emit),
            (shortcuts.SETTINGS, self.wants_settings.emit),
            (shortcuts.HAND_OVER, self.hand_back),
            (shortcuts.NEXT_STEP, self.sign),
            (shortcuts.NEXT_TO_DO, self.go_on),
            *self.timed.acts(),
            (shortcuts.NEXT_FINDING, self.go_to_difference),
            (shortcuts.CERTIFY, self.certify),
            *((key, partial(self._take_match, place)) for place, key in enumerate(shortcuts.TAKE)),
            (shortcuts.SAVE, lambda: self._write(False)),
            (shortcuts.QUIT, self.close),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)
        # The editor has this key itself; where it is closed, what was typed before is written.
        here = Qt.ShortcutContext.WidgetShortcut
        QShortcut(QKeySequence(shortcuts.NEXT), self.table, lambda: self._write(True), context=here)

    def _write(self, goes_on: bool) -> None:
        self._goes_on = goes_on
        self.notice.clear()
        number = self.table.row()
        self.table.end_editing()
        if number >= 0:
            self.model.write_version(number)

    _goes_on = False

    def _go_on_after(self, number: int) -> None:
        if self._goes_on:
            self._goes_on = False
            following = self.model.next_to_do(number)
            if following >= 0:
                self.table.edit_side(following, At.RIGHT)
                return
        self.table.setFocus()

    def _show(self, found: AssignedJob) -> None:
        job = found.job.job
        self.number.setText(isolate(found.interview.number))
        self.state.show_as(isolate(job.number), Tone.INFO)
        self.about.setText(
            self.tr("{case} · {source} into {target} · {purpose}").format(
                case=isolate(found.case.reference),
                source=language_name(job.source_language or found.interview.language),
                target=language_within(job.target_language),
                purpose=isolate_words(job.purpose),
            )
        )
        self._show_ready()
        for act in (self.sign_button, self.certify_button):
            act.setVisible(found.is_linguist)
            act.setEnabled(job.is_open)
        self.keys.setText(hints(revises=not found.is_linguist))
        self.foot.show_job(found)
        self.side.show_job(found)
        if not self._began and self.model.rows.rows:
            self._begin()
        self._show_turn()

    _began = False

    def _begin(self) -> None:
        """Begin at the first turn that still needs work; where none does, at the first of the job."""
        self._began = True
        self.recording.model.show(OfAssignment())
        if self.revising.model.revises:
            self.revising.go_on()
            return
        rows = self.model.rows
        due = (number for number, row in enumerate(rows.rows) if row.segment.id in rows.due)
        first = self.model.next_to_do(-1)
        self.table.setCurrentIndex(rows.index(first if first >= 0 else next(due, 0), At.RIGHT))
        self.table.setFocus()

    def _show_turn(self) -> None:
        number = self.table.row()
        if self.model.found is not None and 0 <= number < len(self.model.rows.rows):
            self.side.show_turn(self.model.rows.rows[number].segment.id)
            self.model.ask_beside(number)
            self.timed.show_turn()
            self._show_work()

    def _show_ready(self) -> None:
        """Tell how many turns one signature would cover: what is typed is written first, and counts."""
        told = self.tr("&Sign the record, {count} ready")
        rename(self.sign_button, told.format(count=isolate(str(self.model.count_ready()))))

    def _take_match(self, place: int) -> None:
        if self.revising.model.revises:
            self.revising.press(place)
            return
        self.noting.take_match(self.side.panel.matches[place : place + 1])

    def _work(self) -> TurnWork | None:
        number = self.table.row()
        has_row = 0 <= number < len(self.model.rows.rows)
        return self.model.turn_work(self.model.rows.rows[number].segment.id) if has_row else None

    def _show_work(self) -> None:
        """Show what stands beside the chosen turn: its notes, and how what is typed differs."""
        if (work := self._work()) is not None:
            self.side.panel.show_turn(work)

    def _show_findings(self) -> None:
        if (work := self._work()) is not None:
            self.side.panel.show_findings(work)

    def _show_acted(self) -> None:
        """Show what an act on one turn changed."""
        if self.model.turns is not None:
            self.side.show_progress(self.model.turns)
            self._show_ready()
            self._show_work()

    def _tell_sealed(self) -> None:
        self.notice.tell(self.tr("It is sealed for the magistrates. Nothing of it is kept here."), Tone.OK)

    def _tell_kept(self, at: datetime) -> None:
        self.notice.clear()
        time = zones.at_place(at, zone_here()).strftime("%H:%M:%S")
        self.kept.setText(self.tr("Kept {time}").format(time=isolate(time)))
        self._show_ready()

    def _refuse(self, sentence: str) -> None:
        self.back_button.setEnabled(True)
        self.notice.tell(sentence, Tone.BAD)
