"""The window of an interpreter: one assigned record, without rail, list or case beyond the reference."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from thb_desktop.domain import zones
from thb_desktop.findings import Finding
from thb_desktop.services.assignments.desk import AssignedJob
from ui import shortcuts, theme
from ui.assignment.bars import Foot, Top
from ui.assignment.certify import go_to, open_certify
from ui.assignment.changed_source import ChangedSource
from ui.assignment.going import Going
from ui.assignment.handing_back import ask_to_hand_back
from ui.assignment.hints import hints
from ui.assignment.model import AssignmentModel
from ui.assignment.packet_dialogs import SendBackDialog
from ui.assignment.revising import Revising
from ui.assignment.side import Side
from ui.assignment.signing import ask_to_sign
from ui.clock import zone_here
from ui.jobs import VaultJobs
from ui.language_work.beside import TurnWork
from ui.language_work.glossary import GlossaryDialog, GlossaryModel
from ui.language_work.popovers import Noting
from ui.language_work.times.noting import TimedNoting
from ui.language_work.times.ranges import TimeMarks
from ui.media.model import RecordingModel
from ui.media.sources import OfAssignment
from ui.media.strip import RecordingStrip
from ui.text import isolate
from ui.tones import Tone
from ui.transcript.rows import At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Label, Notice, Part
from ui.widgets.dialog import FRAME

STATES = 208
"""Pixels for the state of a turn, so that its words are read whole."""


class AssignmentWindow(QMainWindow):
    """wants_back: the screen goes back to the office. wants_lock, wants_settings, wants_keys: by key or
    button.

    may_close: asked before it closes.
    """

    wants_back = Signal(bool)
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
        """Sign what was done, and give the screen back; where something is left, it is said and asked."""
        self.notice.clear()
        self.table.end_editing()
        ask_to_hand_back(self, self.model, self.revising.model, self._hand_back)

    def _hand_back(self) -> None:
        self.back_button.setEnabled(False)
        self.model.hand_back()

    def _leave(self, jobs: VaultJobs, *, is_new: bool) -> None:
        """The screen goes back; work that came in a packet is written into one first."""
        if self.model.found is None or not self.model.found.travels:
            self.wants_back.emit(is_new)
            return
        self.recording.model.close()
        dialog = SendBackDialog(self, jobs)
        dialog.sent.connect(lambda: self.wants_back.emit(is_new))
        dialog.rejected.connect(self._stay)
        dialog.open()

    def _stay(self) -> None:
        self.back_button.setEnabled(True)
        self.recording.model.show(OfAssignment())

    def sign(self) -> None:
        if self.revising.model.revises:
            return
        self.notice.clear()
        self.table.end_editing()
        self.model.check_signing()

    def _ask_to_sign(self, found: Sequence[Finding]) -> None:
        progress = self.model.progress()
        if progress is not None and not progress.ready:
            self.notice.tell(self.tr("No version waits for your signature."), Tone.INFO)
            return
        dialog = ask_to_sign(self, self.model, found)
        if dialog is not None:
            dialog.goes_to.connect(lambda turn: go_to(self.model, self.table, turn))

    def _tell_all_signed(self) -> None:
        told = self.tr("Every turn is signed. {certify} certifies the translation, {back} hands back.")
        keys = {"certify": shortcuts.CERTIFY, "back": shortcuts.HAND_OVER}
        self.notice.tell(
            told.format(**{name: isolate(shortcuts.shown(key)) for name, key in keys.items()}), Tone.OK
        )

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

    def show_glossary(self) -> None:
        """Show the terms of the record, and take new ones; what was being typed goes on afterwards."""
        found = self.model.found
        if found is None:
            return
        self.noting.leave_editor()
        model = GlossaryModel(self.model.jobs, found.case, self, found.interpreter)
        dialog = GlossaryDialog(self, model, may_work=found.turns.job.is_open)
        dialog.finished.connect(lambda _: self._show_turn())
        dialog.finished.connect(model.deleteLater)
        self.noting.show_dialog(dialog)

    def _open_certify(self) -> None:
        open_certify(self, self.model, self.table, self.notice)

    def _build(self) -> None:
        whole = QWidget()
        whole.setProperty("part", "page")
        self.setCentralWidget(whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = Top(self.hand_back, self.certify, self.sign)
        self.kept, self.back_button = self.top.kept, self.top.back_button
        self.certify_button, self.sign_button = self.top.certify_button, self.top.sign_button
        column.addWidget(self.top)
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(12, 10, 12, 8)
        across.setSpacing(10)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.notice)
        left.addWidget(self.table, 1)
        self.revising = Revising(self.model, self.table)
        self.changed = ChangedSource(self.model, self.table)
        left.addWidget(self.changed)
        left.addWidget(self.revising)
        self.going = Going(self.model, self.table, self.notice, self.revising)
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
        model.handed_back.connect(lambda is_new: self._leave(jobs, is_new=is_new))
        model.noted.connect(self.notice.clear)
        model.shown_turn.connect(lambda _: self._show_acted())
        model.compared.connect(self._show_findings)
        model.doubted.connect(self._ask_to_sign)
        model.all_signed.connect(self._tell_all_signed)
        model.sealed.connect(self._tell_sealed)
        model.beside.found.connect(self.side.panel.show_found)
        model.beside.found.connect(self.noting.know)
        self.timed.serve(self.side.panel)
        delegate = self.table.delegate
        delegate.left_to_window = frozenset(
            QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)
            for key in (Qt.Key.Key_M, Qt.Key.Key_D, Qt.Key.Key_J)
        )
        delegate.typed.connect(model.type)
        delegate.left.connect(model.keep_drafts)
        delegate.saved.connect(lambda goes_on: self.going.write(goes_on=goes_on))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_turn())
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            (shortcuts.LOCK, self.wants_lock.emit),
            (shortcuts.OVERVIEW, self.wants_keys.emit),
            (shortcuts.SETTINGS, self.wants_settings.emit),
            (shortcuts.HAND_OVER, self.hand_back),
            (shortcuts.NEXT_STEP, self.sign),
            (shortcuts.NEXT_TO_DO, self.going.go_on),
            *self.timed.acts(),
            (shortcuts.NEXT_FINDING, self.going.go_to_difference),
            (shortcuts.GLOSSARY, self.show_glossary),
            (shortcuts.CERTIFY, self.certify),
            *((key, partial(self._take_match, place)) for place, key in enumerate(shortcuts.TAKE)),
            (shortcuts.SAVE, lambda: self.going.write(goes_on=False)),
            (shortcuts.QUIT, self.close),
        )
        for key, act in keys:
            _once(QShortcut(QKeySequence(key), self, act))
        # The editor has this key itself; where it is closed, what was typed before is written.
        here = Qt.ShortcutContext.WidgetShortcut
        write = partial(self.going.write, goes_on=True)
        _once(QShortcut(QKeySequence(shortcuts.NEXT), self.table, write, context=here))

    def _show(self, found: AssignedJob) -> None:
        self.top.show_job(found)
        self._show_ready()
        self.keys.setText(hints(revises=not found.is_linguist))
        self.foot.show_job(found)
        self.side.show_job(found)
        if self.going.begin():
            self.recording.model.show(OfAssignment())
        self._show_turn()

    def _show_turn(self) -> None:
        number = self.table.row()
        if self.model.found is not None and 0 <= number < len(self.model.rows.rows):
            self.side.show_turn(self.model.rows.rows[number].segment.id)
            self.model.ask_beside(number)
            self.timed.show_turn()
            self.changed.show_turn()
            self._show_work()

    def _show_ready(self) -> None:
        """Tell how far the job is, and how many turns one signature would cover: what is typed is written
        first, and counts.
        """
        progress = self.model.progress()
        if progress is not None:
            self.side.show_progress(progress)
            self.top.show_ready(progress.ready)

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
            self._show_ready()
            self.changed.show_turn()
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


def _once(shortcut: QShortcut) -> None:
    """A key that is held does its act once: Alt+1 would agree with the next turn too, which nobody read."""
    shortcut.setAutoRepeat(False)
