"""One job: the turns with what is rendered and its last version, typed in place, and what stands beside."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.rights import Right
from thb_desktop.services.language.overview import OpenJob
from ui import shortcuts
from ui.clock import when_here
from ui.labels import language_within, words
from ui.language_office.job_model import JobModel
from ui.language_office.side import Side
from ui.language_work.popovers import Noting
from ui.language_work.rows import TONES
from ui.language_work.source_languages import source_languages
from ui.language_work.times.noting import TimedNoting
from ui.language_work.times.ranges import TimeMarks
from ui.media.strip import RecordingStrip
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.transcript.rows import At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Chip, Label, Notice, Part, button, on_key, rename, row
from ui.widgets.elided import ElidedLabel

STATES = 192
"""Pixels for the state of a turn, so that its words are read whole."""


class JobView(QWidget):
    """wants_back: to the list. wants_certificate, wants_signing: their dialogs. wants_compare: the chosen
    turn in all its versions. wants_withdrawal: of the last version of the chosen turn.
    """

    wants_back = Signal()
    wants_certificate = Signal()
    wants_signing = Signal()
    wants_compare = Signal()
    wants_withdrawal = Signal()

    def __init__(self, model: JobModel, notice: Notice) -> None:
        super().__init__()
        self.model, self.notice = model, notice
        self._goes_on = False
        self.table = SegmentTable(model.rows)
        self.table.horizontalHeader().resizeSection(At.STATE, STATES)
        self.table.say_when_empty(self.tr("This record has no turns."))
        self.side = Side(model)
        self.noting = Noting(
            self,
            model,
            self.table,
            notice,
            asks=self.tr("The judge answers beside the turn. Until then nothing can be certified."),
        )
        self.side.beside.found.connect(self.noting.know)
        self.recording = RecordingStrip(model.recordings, sets_ranges=True, notes=True)
        self.timed = TimedNoting(self.noting, model, self.table, notice, TimeMarks(self.recording))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head())
        middle = QHBoxLayout()
        middle.setSpacing(10)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.table, 1)
        left.addWidget(self._strip())
        left.addWidget(self.recording)
        middle.addLayout(left, 1)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.recording.picture)
        beside.addWidget(self.side, 1)
        middle.addLayout(beside)
        column.addLayout(middle, 1)
        self._listen()

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("part", "head")
        self.back_button = button(self.tr("&Jobs"), self.wants_back.emit, icon="chevron-left", part="quiet")
        self.number = Label("", Part.HEADING)
        self.state = Chip()
        self.about = ElidedLabel("", Part.MUTED)
        self.kept = Label("", Part.STATUS)
        self.sign_button = button(self.tr("&Sign\u2026"), self.wants_signing.emit, icon="pen-line")
        self.certificate_button = button(
            self.tr("C&ertificate\u2026"),
            self.wants_certificate.emit,
            icon="stamp",
            part="primary",
            shortcut=shortcuts.NEXT_STEP,
        )
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(9)
        for part in (self.back_button, self.number, self.state):
            line.addWidget(part)
        line.addWidget(self.about, 1)
        for part in (self.kept, self.sign_button, self.certificate_button):
            line.addWidget(part)
        return head

    def _strip(self) -> QWidget:
        self.version_chip = Chip()
        self.version = ElidedLabel("", Part.MUTED)
        self.discard_button = button(self.tr("&Discard"), self._discard, icon="undo-2", part="quiet")
        self.withdraw_button = button(
            self.tr("&Withdraw\u2026"), self.wants_withdrawal.emit, icon="x", part="quiet"
        )
        self.compare_button = button(
            self.tr("A&ll versions\u2026"), self.wants_compare.emit, icon="history", part="quiet"
        )
        self.write_button = button(self.tr("Save the versio&n"), self.write, icon="save")
        strip = QWidget()
        line = row(
            self.version_chip,
            self.version,
            self.discard_button,
            self.withdraw_button,
            self.compare_button,
            self.write_button,
        )
        line.setStretch(1, 1)
        strip.setLayout(line)
        return strip

    def _listen(self) -> None:
        model, delegate = self.model, self.table.delegate
        model.opened.connect(self._show)
        model.shown_turn.connect(lambda _: self._show_turn())
        model.compared.connect(self.side.show_findings)
        model.kept.connect(lambda _: self._tell_kept())
        model.unkept.connect(lambda sentence: self.notice.tell(sentence, Tone.WARN))
        model.written.connect(self._go_on_after)
        model.refused.connect(self.notice.refuse)
        delegate.left_to_window = frozenset(
            QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)
            for key in (Qt.Key.Key_M, Qt.Key.Key_D, Qt.Key.Key_J)
        )
        delegate.typed.connect(self._type)
        delegate.left.connect(model.keep_drafts)
        delegate.saved.connect(lambda goes_on: self.write(goes_on=goes_on))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_turn())
        self.side.wants_turn.connect(self.go_to)
        on_key(self, shortcuts.SAVE, self.write)
        on_key(self, shortcuts.NEXT_TO_DO, self.go_on)
        on_key(self, shortcuts.NEXT_FINDING, self.go_to_finding)
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            *self.timed.acts(),
            *((key, partial(self._take, at)) for at, key in enumerate(shortcuts.TAKE)),
        )
        for key, act in acts:
            on_key(self, key, act)
        self.timed.serve(self.side.panel)
        self.recording.install_keys(self)
        model.sealed.connect(lambda: self.notice.tell(self.tr("The concern is sealed."), Tone.OK))
        on_key(self.table, "Esc", self.wants_back.emit)

    def show_rights(self, rights: frozenset[Right]) -> None:
        self.model.may_work = Right.LANGUAGE_WORK in rights
        self.model.may_edit = Right.EDIT_TESTIMONY in rights
        self.recording.offer_notes(self.model.may_work)
        self.model.may_listen = {Right.READ_EXHIBITS, Right.OPEN_FILES} <= rights
        self.side.show_rights()
        self._offer()

    def take_focus(self) -> None:
        self.table.setFocus()

    def chosen_version(self) -> RenderingVersion | None:
        """The last version of the chosen turn."""
        number = self.table.row()
        if self.model.found is None or not 0 <= number < len(self.model.rows.rows):
            return None
        return self.model.newest_of(self.model.rows.rows[number].segment.id)

    def write(self, *, goes_on: bool = False) -> None:
        """Save what is typed on the chosen turn as its next version."""
        number = self.table.row()
        self._goes_on = goes_on
        self.table.end_editing()
        if number >= 0:
            self.notice.clear()
            self.model.write_version(number)

    def go_on(self) -> None:
        """Go to the next turn that is not done, and type there."""
        self._edit(self.model.next_to_do(self.table.row()))

    def go_to(self, number: int) -> None:
        """Choose a turn."""
        if number >= 0:
            self.table.end_editing()
            self.table.setCurrentIndex(self.model.rows.index(number, At.RIGHT))
            self.table.setFocus()

    def go_to_finding(self) -> None:
        """Go to the next turn in which numbers, dates or names differ."""
        number = self.model.next_doubted(self.table.row())
        if number < 0:
            none = self.tr("Nothing differs in the versions that are here.")
            signed = self.tr("Each difference was signed with its reason.")
            self.notice.tell(signed if self.model.findings else none, Tone.OK)
        else:
            self.notice.clear()
            self.go_to(number)

    def _edit(self, number: int) -> None:
        if number >= 0:
            self.table.edit_side(number, At.RIGHT)

    def _tell_kept(self) -> None:
        self.kept.setText(self.tr("Kept"))
        self._tell_ready()
        self.side.show_progress()

    def _type(self, number: int, column: int, typed: str) -> None:
        self.model.type(number, column, typed)
        self._offer_turn()

    def _take(self, at: int) -> None:
        """Take what is proposed beside the turn, by its key; it stays to be read and saved."""
        self.noting.take_match(self.side.panel.matches[at : at + 1])

    def _discard(self) -> None:
        number = self.table.row()
        if number >= 0:
            self.table.end_editing()
            self.model.discard(number)

    def _go_on_after(self, number: int) -> None:
        self.kept.setText("")
        if self._goes_on:
            self._goes_on = False
            following = self.model.next_to_write(number)
            if following >= 0:
                self.table.edit_side(following, At.RIGHT)
                return
        self.table.setFocus()

    def _show(self, found: OpenJob | None) -> None:
        if found is None:
            return
        job, summary = found.job, found.summary
        self.number.setText(isolate(f"{job.number}  \u00b7  {summary.record}"))
        self.state.show_as(*self._state_of(found))
        source = source_languages(found.turns, found.segments, spoken=found.interview.language)
        if summary.from_job:
            source = self.tr("job {number}").format(number=isolate(summary.from_job))
        told = self.tr("{source} into {target}  \u00b7  {linguist}  \u00b7  {purpose}")
        self.about.setText(
            told.format(
                source=source,
                target=language_within(job.target_language),
                linguist=isolate_words(summary.linguist.name),
                purpose=isolate_words(job.purpose),
            )
        )
        self.kept.setText("")
        if self.table.row() < 0 and self.model.rows.rows:
            first = max(0, self.model.next_to_do(-1))
            self.table.setCurrentIndex(self.model.rows.index(first, At.RIGHT))
        if summary.held_by:
            names = listed(isolate_words(each) for each in summary.held_by)
            self.notice.tell(
                self.tr("Given out: {names}. Nobody else writes in this job.").format(names=names), Tone.INFO
            )
        self.side.show_job()
        self._offer()
        self._show_turn()

    def _show_turn(self) -> None:
        """Show what stands beside the chosen turn: its version, and what differs or is noted at it."""
        number, found = self.table.row(), self.model.found
        if found is None or not 0 <= number < len(self.model.rows.rows):
            return
        version = self.chosen_version()
        self._tell_version(found, version)
        self._tell_ready()
        self._offer_turn()
        self.timed.show_turn()
        self.side.show_turn(found, self.model.rows.rows[number].segment.id)

    def _tell_ready(self) -> None:
        """Tell how many versions wait for a signature; what is only typed is saved first."""
        progress = self.model.progress()
        ready = progress.unsigned if progress is not None else 0
        rename(
            self.sign_button, self.tr("&Sign, %n ready\u2026", "", ready) if ready else self.tr("&Sign\u2026")
        )

    def _tell_version(self, found: OpenJob, version: RenderingVersion | None) -> None:
        if version is None:
            self.version_chip.show_as("", Tone.PLAIN)
            self.version.setText(self.tr("No version yet."))
            return
        state = found.states[version.id]
        self.version_chip.show_as(words(state), TONES.get(state, Tone.PLAIN))
        author = found.interpreters[version.author_id].name
        typist = found.users.get(version.typed_by, "")
        told = self.tr("Version {number}: the words of {author}, typed by {typist}, {at}")
        if author == typist:
            told = self.tr("Version {number}: {author}, {at}")
        sentence = told.format(
            number=isolate(str(version.number)),
            author=isolate_words(author),
            typist=isolate_words(typist),
            at=isolate(when_here(version.typed_at)),
        )
        if state is WorkState.STALE:
            sentence += "  \u00b7  " + self.tr("the source changed since")
        self.version.setText(sentence)

    def _offer(self) -> None:
        """Offer what can be done with the job in its state."""
        found = self.model.found
        works = self.model.may_work and found is not None
        is_free = found is not None and not found.summary.held_by and found.job.is_open
        self.sign_button.setVisible(works)
        self.certificate_button.setVisible(works)
        self.sign_button.setEnabled(is_free)
        self.certificate_button.setEnabled(found is not None and found.job.is_open)
        self._offer_turn()

    def _offer_turn(self) -> None:
        number, rows = self.table.row(), self.model.rows
        is_typed = 0 <= number < len(rows.rows) and rows.rows[number].unsaved
        version, found = self.chosen_version(), self.model.found
        state = found.states[version.id] if found is not None and version is not None else None
        for each in (self.write_button, self.discard_button):
            each.setVisible(rows.can_edit)
            each.setEnabled(is_typed)
        self.withdraw_button.setVisible(self.model.may_work)
        self.withdraw_button.setEnabled(state not in (None, WorkState.WITHDRAWN))
        self.compare_button.setEnabled(found is not None)

    def _state_of(self, found: OpenJob) -> tuple[str, Tone]:
        if found.job.struck:
            return self.tr("Struck out"), Tone.BAD
        if not found.job.is_open:
            return self.tr("Closed"), Tone.PLAIN
        held = bool(found.summary.held_by)
        return (self.tr("Given out"), Tone.WARN) if held else (self.tr("Open"), Tone.INFO)
