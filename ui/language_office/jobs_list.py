"""The jobs of a case or of one record: what each is, whose, how far, and who has it now."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.rights import Right
from thb_desktop.services.language.overview import JobSummary, StateCounts
from ui import shortcuts
from ui.labels import language_name
from ui.language_office.job_forms import assign_dialog, change_dialog, new_job_dialog
from ui.language_office.jobs_model import JobsModel
from ui.language_work.progress import counted
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Label, Notice, Part, button, rename, row
from ui.widgets.choices import ValueBox
from ui.widgets.questions import ask_reason
from ui.widgets.table import RecordTable, show_entries

_COUNTED = (
    *(WorkState.CERTIFIED, WorkState.REVISED, WorkState.SELF_CHECKED, WorkState.DRAFT, WorkState.UNSIGNED),
    *(WorkState.CONTESTED, WorkState.STALE, WorkState.WITHDRAWN),
)
"""The states of turns, in the order in which they are told."""


class JobsPanel(QWidget):
    """wants_open: the id of a job. wants_glossary, wants_wordings, wants_concerns: their windows."""

    wants_open = Signal(str)
    wants_glossary = Signal()
    wants_wordings = Signal()
    wants_concerns = Signal()

    def __init__(self, model: JobsModel, notice: Notice) -> None:
        super().__init__()
        self._model, self.notice = model, notice
        self._counts: dict[str, StateCounts] = {}
        self._rights: frozenset[Right] = frozenset()
        self._build()
        self._listen()

    def _build(self) -> None:
        self.record = ValueBox(((self.tr("All records of the case"), None),), name=self.tr("Record"))
        self.record_label = Label(self.tr("R&ecord"), Part.MUTED)
        self.record_label.setBuddy(self.record)
        self.glossary_button = button(
            self.tr("&Glossary\u2026"), self.wants_glossary.emit, icon="file-text", part="quiet"
        )
        self.wordings_button = button(
            self.tr("&Wordings of certificates\u2026"), self.wants_wordings.emit, icon="stamp", part="quiet"
        )
        self.concerns_button = button(
            self.tr("Concerns for sa&fety\u2026"), self.wants_concerns.emit, icon="shield-check", part="quiet"
        )
        self.rows: RowsModel[JobSummary] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("Jobs"), wrap=True)
        self.new_button = button(self.tr("&New job\u2026"), self._new, icon="plus", shortcut=shortcuts.NEW)
        self.change_button = button(self.tr("&Change\u2026"), self._change, icon="pencil", part="quiet")
        self.close_button = button(self.tr("C&lose\u2026"), self._close, icon="lock", part="quiet")
        self.strike_button = button(self.tr("Stri&ke out\u2026"), self._strike, icon="x", part="quiet")
        self.assign_button = button(self.tr("&Assign\u2026"), self._assign, icon="handshake")
        self.files_button = button(self.tr("F&iles"), icon="chevron-down", part="quiet")
        self.open_button = button(self.tr("&Open"), self._open, icon="chevron-right", part="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        tools = (self.glossary_button, self.wordings_button, self.concerns_button)
        column.addLayout(row(self.record_label, self.record, self.new_button, None, *tools))
        column.addWidget(self.table, 1)
        quiet = (self.strike_button, self.close_button, self.change_button, self.files_button)
        column.addLayout(row(*quiet, None, self.assign_button, self.open_button))

    def _columns(self) -> tuple[Column[JobSummary], ...]:
        return (
            Column(title=self.tr("Job"), read=lambda each: each.job.number, width=70, exact=True),
            Column(title=self.tr("Record"), read=lambda each: each.record, width=80, exact=True),
            Column(title=self.tr("From"), read=self._source, width=140, spare=2),
            Column(
                title=self.tr("Into"), read=lambda each: language_name(each.job.target_language), width=110
            ),
            Column(title=self.tr("Linguist"), read=lambda each: each.linguist.name, width=150),
            Column(title=self.tr("Purpose"), read=lambda each: each.job.purpose, width=170, spare=3),
            Column(title=self.tr("Turns"), read=self._told),
            Column(title=self.tr("Held by"), read=self._held, width=170, spare=1),
            Column(title=self.tr("State"), read=self._state, width=110, tone=self._tone),
        )

    def _listen(self) -> None:
        model = self._model
        self.record.activated.connect(lambda _: self._choose_record())
        self.table.chosen.connect(lambda _: self._enable())
        self.table.opened.connect(lambda _: self._open())
        model.listed.connect(self._show)
        model.records.connect(self._show_records)
        model.counted.connect(self._count)
        model.offered.connect(lambda choices: new_job_dialog(self, model, choices).open())
        model.writing.connect(self.notice.clear)
        model.refused.connect(self.notice.refuse)

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        edits = Right.EDIT_TESTIMONY in rights
        for each in (self.new_button, self.change_button, self.close_button, self.strike_button):
            each.setVisible(edits)
        self.assign_button.setVisible(Right.ASSIGN_WORK in rights)
        self.wordings_button.setVisible(Right.LANGUAGE_WORK in rights)
        self.concerns_button.setVisible(Right.READ_ASSESSMENTS in rights)
        hint = self.tr("No job is opened yet.")
        if edits:
            hint = self.tr("No job is opened yet. Choose a record above, and open the first with Ctrl+N.")
        self.table.say_when_empty(hint)
        self._enable()

    def chosen(self) -> JobSummary | None:
        found = self.table.current_record()
        return found if isinstance(found, JobSummary) else None

    def show_record(self, record: InterviewId | None) -> None:
        """List the jobs of this record alone."""
        self._model.record = record
        self.record.setCurrentIndex(max(0, self.record.findData(record)))

    def _choose_record(self) -> None:
        self._model.record = self.record.currentData()
        self._model.list_jobs()

    def _show_records(self, numbers: Sequence[tuple[InterviewId, str]]) -> None:
        if [self.record.itemData(at) for at in range(1, self.record.count())] != [of for of, _ in numbers]:
            while self.record.count() > 1:
                self.record.removeItem(1)
            for record, number in numbers:
                self.record.addItem(isolate(number), record)
        self.record.setCurrentIndex(max(0, self.record.findData(self._model.record)))

    def _show(self, found: tuple[JobSummary, ...]) -> None:
        standing = {each.job.id for each in found}
        self._counts = {of: counts for of, counts in self._counts.items() if of in standing}
        show_entries(self.rows, self.table, found)
        self._enable()

    def _count(self, job_id: str, counts: StateCounts) -> None:
        self._counts[job_id] = counts
        number = self.rows.row_of(lambda each: each.job.id == job_id)
        if number >= 0:
            self.rows.dataChanged.emit(self.rows.index(number, 0), self.rows.index(number, 8))
            self.table.resizeRowToContents(number)

    def _enable(self) -> None:
        chosen = self.chosen()
        stands = chosen is not None and not chosen.job.struck
        is_open = chosen is not None and chosen.job.is_open
        self.open_button.setEnabled(chosen is not None)
        self.strike_button.setEnabled(stands)
        self.close_button.setEnabled(stands)
        for each in (self.change_button, self.assign_button, self.files_button):
            each.setEnabled(is_open)
        closes = chosen is None or chosen.job.closed_at is None
        rename(self.close_button, self.tr("C&lose\u2026") if closes else self.tr("Open a&gain\u2026"))

    def _new(self) -> None:
        self.notice.clear()
        if self._model.record is None:
            self.notice.tell(self.tr("Choose above the record on which the job is opened."), Tone.INFO)
            self.record.setFocus()
        else:
            self._model.ask_offered()

    def _open(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.wants_open.emit(chosen.job.id)

    def _change(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            change_dialog(self, self._model, chosen).open()

    def _assign(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            assign_dialog(self, self._model, chosen).open()

    def _close(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        number, job_id = isolate(chosen.job.number), chosen.job.id
        if chosen.job.closed_at is None:
            reason = ask_reason(
                self,
                self.tr("Close job {number}?").format(number=number),
                self.tr("Nothing more is written in it. A verdict or a withdrawal can still be given."),
                self.tr("Close it"),
            )
            if reason:
                self._model.close_job(job_id, reason)
            return
        reason = ask_reason(
            self,
            self.tr("Open job {number} again?").format(number=number),
            self.tr("More can be written in it again."),
            self.tr("Open it again"),
        )
        if reason:
            self._model.reopen_job(job_id, reason)

    def _strike(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        reason = ask_reason(
            self,
            self.tr("Strike out job {number}?").format(number=isolate(chosen.job.number)),
            self.tr("It was opened in error. What was written in it stays readable, and is printed nowhere."),
            self.tr("Strike out"),
        )
        if reason:
            self._model.strike_job(chosen.job.id, reason)

    def _source(self, each: JobSummary) -> str:
        if each.from_job:
            return self.tr("job {number}").format(number=isolate(each.from_job))
        if each.job.source_language:
            return language_name(each.job.source_language)
        return self.tr("as it was said")

    def _told(self, each: JobSummary) -> str:
        """Return how many turns are in which state; each with its word."""
        counts = self._counts.get(each.job.id)
        if counts is None:
            return "\u2026"
        told = [counted(state, count).lower() for state in _COUNTED if (count := counts.states.get(state, 0))]
        if counts.untouched:
            told.append(self.tr("%n untouched", "", counts.untouched))
        if counts.queries:
            told.append(self.tr("%n question(s) open", "", counts.queries))
        return listed(told)

    def _held(self, each: JobSummary) -> str:
        return listed(isolate_words(name) for name in each.held_by)

    def _state(self, each: JobSummary) -> str:
        if each.job.struck:
            return self.tr("Struck out")
        return self.tr("Open") if each.job.is_open else self.tr("Closed")

    def _tone(self, each: JobSummary) -> Tone:
        if each.job.struck:
            return Tone.BAD
        return Tone.INFO if each.job.is_open else Tone.PLAIN
