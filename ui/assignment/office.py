"""The office's side of assignments: the list of a case, giving out, looking at what came back, closing."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain.assignment import AssignmentReturn
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.vocabulary import SourceForm, TranslationType
from thb_desktop.services.assignments.giving import AssignmentInFull
from thb_desktop.services.assignments.returning import Doubt, Review
from ui.assignment.office_model import AssignmentsModel, Offered, Wanted
from ui.clock import when_here
from ui.forms.editors import CodeEditor
from ui.jobs import VaultJobs
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Label, button, row
from ui.widgets.choices import CodeBox, LanguageBox, ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable


def open_assignments(
    parent: QWidget, jobs: VaultJobs, case: CaseFile, hand_over: Callable[[Path], object]
) -> "AssignmentsDialog":
    """Show the assignments of a case. hand_over: called with the folder of the one that is opened now."""
    dialog = AssignmentsDialog(parent, AssignmentsModel(jobs, parent), case)
    dialog.handed_over.connect(hand_over)
    dialog.open()
    return dialog


class AssignmentsDialog(Dialog):
    """Lists the assignments of a case. handed_over: the folder that the interpreter opens now."""

    handed_over = Signal(object)

    def __init__(self, parent: QWidget, model: AssignmentsModel, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Interpreters: {case}").format(case=isolate(case.reference)),
            self.tr("Each works in a store of their own, with one record and nothing else."),
        )
        self.setMinimumWidth(900)
        self._model, self._case = model, case
        self.rows: RowsModel[AssignmentInFull] = RowsModel(
            [
                Column(title=self.tr("Record"), read=lambda each: each.record, width=90, exact=True),
                Column(title=self.tr("Job"), read=lambda each: each.job, width=80, exact=True),
                Column(title=self.tr("Interpreter"), read=lambda each: each.assignee),
                Column(
                    title=self.tr("Assigned"),
                    read=lambda each: when_here(each.assignment.assigned_at),
                    width=200,
                ),
                Column(title=self.tr("Merged"), read=_merged, width=200, spare=1),
                Column(title=self.tr("State"), read=self._state, width=120, tone=_tone),
            ],
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Assignments"))
        self.table.setMinimumHeight(240)
        self.table.say_when_empty(self.tr("Nothing is given out in this case."))
        self.body.addWidget(self.table)
        self.assign_button = button(self.tr("&Assign\u2026"), self._assign, icon="plus")
        self.look_button = button(self.tr("&Look at what came back\u2026"), self._look, icon="file-check")
        self.close_button = button(self.tr("&Close\u2026"), self._close_chosen, icon="x", part="quiet")
        self.body.addLayout(row(self.assign_button, None, self.close_button, self.look_button))
        self.finish_with(self.tr("&Hand over"), icon="handshake", back=self.tr("Back"))
        self.table.chosen.connect(lambda _: self.let_take())
        self.table.opened.connect(lambda _: self._take_main())
        model.listed.connect(self._show)
        model.refused.connect(self.refuse)
        model.reviewed.connect(self._show_return)
        model.merged.connect(self._tell_merged)
        self._may_take = lambda: (chosen := self._chosen()) is not None and chosen.is_open
        self.let_take()
        model.list(case.id)

    def take(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.is_open:
            self.accept()
            self.handed_over.emit(chosen.folder)

    def let_take(self) -> None:
        super().let_take()
        chosen = self._chosen()
        self.look_button.setEnabled(chosen is not None and not chosen.assignment.is_closed)
        self.close_button.setEnabled(chosen is not None and not chosen.assignment.is_closed)

    def _chosen(self) -> AssignmentInFull | None:
        found = self.table.current_record()
        return found if isinstance(found, AssignmentInFull) else None

    def _show(self, listed: tuple[AssignmentInFull, ...]) -> None:
        chosen = self._chosen()
        wanted = chosen.assignment.id if chosen else None
        newest = len(listed) - 1
        is_added = 0 < self.rows.rowCount() < len(listed)
        self.rows.show_rows(listed)
        at = -1 if is_added else self.rows.row_of(lambda each: each.assignment.id == wanted)
        self.table.choose_row(at if at >= 0 else newest)
        self.let_take()

    def _assign(self) -> None:
        AssignDialog(self, self._model, self._case).open()

    def _look(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.notice.clear()
            self._model.review(chosen.assignment.id)

    def _show_return(self, review: Review) -> None:
        ReturnDialog(self, self._model, self._case, review).open()

    def _tell_merged(self, made: AssignmentReturn) -> None:
        told = self.tr("Merged: {count} entries, in the interpreter's name and under their signature.")
        self.notice.tell(told.format(count=isolate(str(made.brought))), Tone.OK)

    def _close_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            CloseDialog(self, self._model, self._case, chosen).open()

    def _state(self, each: AssignmentInFull) -> str:
        if each.assignment.is_closed:
            return self.tr("Closed")
        return self.tr("Given out") if each.is_open else self.tr("Not here")


class AssignDialog(Dialog):
    """Gives a record to an interpreter."""

    def __init__(self, parent: QWidget, model: AssignmentsModel, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Assign a record"),
            self.tr("The interpreter need not be there. While they have it, nobody else writes in the job."),
        )
        self._model, self._case = model, case
        self._offered: Offered | None = None
        self._shown: LanguageJob | None = None
        form = Form()
        self.record: ValueBox = form.add(self.tr("&Record"), ValueBox(()))
        self.interpreter: ValueBox = form.add(self.tr("&Interpreter"), ValueBox(()))
        self.language = form.add(self.tr("In&to"), LanguageBox(case.language))
        self.kind = form.add(self.tr("&Kind"), CodeBox(TranslationType, open_question=True))
        self.purpose = form.add(self.tr("&Purpose"), QLineEdit())
        self.made_from = form.add(self.tr("&Made from"), CodeEditor(SourceForm))
        self.made_from_note = form.add(self.tr("&Why a copy was enough"), QLineEdit())
        self.recording = QCheckBox(self.tr("The recor&ding goes along"))
        form.addRow(self.recording)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Assign"), icon="plus")
        for box in (self.record, self.interpreter):
            box.setPlaceholderText(self.tr("Please choose"))
            box.currentIndexChanged.connect(lambda _: self._show_job())
        self.language.currentIndexChanged.connect(lambda _: self._show_job())
        model.offered.connect(self._offer)
        model.ask_offered(case.id)

    def take(self) -> None:
        if not self._is_chosen():
            return
        job = self._job()
        if job is None and not self.kind.is_answered:
            self.refuse_at(self.kind, self.tr("Please choose what the translation is."))
            return
        if job is None and self.lacks((self.purpose, self.tr("Please write for what it is rendered."))):
            return
        made_from = self.made_from.value()
        wanted = Wanted(
            job_id=job.id if job else None,
            interview_id=self.record.currentData(),
            interpreter_id=self.interpreter.currentData(),
            language=self.language.tag(),
            kind=self.kind.code() if self.kind.is_answered else None,
            purpose=self.purpose.text().strip(),
            made_from=SourceForm(made_from) if made_from else None,
            made_from_note=self.made_from_note.text().strip(),
            with_recording=self.recording.isChecked(),
        )
        self.begin_work(self.tr("The store is being made\u2026"))
        with self._model.answering(self):
            self._model.assign(self._case.id, wanted)

    def _is_chosen(self) -> bool:
        """Whether a record and an interpreter are chosen; otherwise it is said where they are not."""
        if self.interpreter.count() == 0:
            none = self.tr("No interpreter of this case is an active user with this function and name.")
            self.refuse_at(self.interpreter, none)
        elif self.record.currentIndex() < 0:
            self.refuse_at(self.record, self.tr("Please choose the record."))
        elif self.interpreter.currentIndex() < 0:
            self.refuse_at(self.interpreter, self.tr("Please choose the interpreter."))
        else:
            return True
        return False

    def _offer(self, offered: Offered) -> None:
        for record_id, number in offered.records:
            self.record.addItem(isolate(number), record_id)
        for each in offered.interpreters:
            told = f"{isolate(each.code)} {isolate_words(each.name)}"
            self.interpreter.addItem(told, each.id)
        for box in (self.record, self.interpreter):
            # Where there is one, it is the one; among several nothing is presumed.
            box.setCurrentIndex(0 if box.count() == 1 else -1)
        self._offered = offered
        self._show_job()

    def _job(self) -> LanguageJob | None:
        """The open job that is given out, if there is one for what is chosen."""
        if self._offered is None:
            return None
        return self._offered.job_for(
            self.record.currentData(), self.interpreter.currentData(), self.language.tag()
        )

    def _show_job(self) -> None:
        """Ask about a new job only: an open one stays as it is, and is told."""
        job = self._job()
        self._fill_in(job)
        asked = (self.kind, self.purpose, self.made_from, self.made_from_note)
        for field in asked:
            field.setEnabled(job is None)
        self.notice.clear()
        if job is None:
            return
        told = self.tr("Job {number} is open for this: it is given out as it stands.")
        self.notice.tell(told.format(number=isolate(job.number)), Tone.INFO)
        if job.made_from is None:
            told = self.tr(
                "Job {number} is given out as it stands. From what it is made is not answered: without that "
                "it cannot be certified. Change it in the list of jobs first."
            )
            self.notice.tell(told.format(number=isolate(job.number)), Tone.WARN)

    def _fill_in(self, job: LanguageJob | None) -> None:
        """Show what an open job says; what was shown of one goes when another is chosen."""
        if job is None and self._shown is None:
            return
        self._shown = job
        self.kind.setCurrentIndex(self.kind.findData(job.translation_type.value) if job else -1)
        self.purpose.setText(job.purpose if job else "")
        self.made_from.set_value(job.made_from if job else None)
        self.made_from_note.setText(job.made_from_note if job else "")


class ReturnDialog(Dialog):
    """Shows what was handed back before it is merged."""

    def __init__(self, parent: QWidget, model: AssignmentsModel, case: CaseFile, review: Review) -> None:
        super().__init__(
            parent,
            self.tr("What came back"),
            self.tr("The store holds together, and everything in it is signed by the interpreter."),
        )
        self._model, self._case, self._review = model, case, review
        form = Form()
        form.tell(self.tr("Handed back"), when_here(review.handback.at))
        form.tell(self.tr("Versions"), str(len(review.versions)), exact=True)
        form.tell(
            self.tr("Signatures, notes, terms"), str(len(review.rows) - len(review.versions)), exact=True
        )
        self.body.addLayout(form)
        told = dict(review.doubts)
        for doubt, words in (
            (Doubt.STALE, self.tr("Turns whose source changed since: {count}")),
            (Doubt.GONE, self.tr("Turns that were struck out since: {count}")),
        ):
            count = sum(found is doubt for found in told.values())
            if count:
                self.body.addWidget(Label(words.format(count=isolate(str(count))), wrap=True))
        if told:
            self.notice.tell(
                self.tr("They are merged all the same, and shown as made from an earlier source."), Tone.WARN
            )
        if review.merged is not None:
            self.notice.tell(self.tr("This was merged already; nothing is new."), Tone.INFO)
        self.finish_with(self.tr("&Merge"), icon="check")
        self.main_button.setEnabled(review.merged is None)

    def take(self) -> None:
        self.begin_work(self.tr("The work is being merged\u2026"))
        with self._model.answering(self):
            self._model.merge(self._case.id, self._review)


class CloseDialog(Dialog):
    """Ends an assignment, with a reason."""

    def __init__(
        self, parent: QWidget, model: AssignmentsModel, case: CaseFile, chosen: AssignmentInFull
    ) -> None:
        super().__init__(
            parent,
            self.tr("Close the assignment of {name}?").format(name=isolate_words(chosen.assignee)),
            self.tr("The interpreter opens it no more. What was not merged is lost, unless you keep it."),
        )
        self._model, self._case, self._chosen = model, case, chosen
        form = Form()
        self.reason = form.add(self.tr("&Reason"), QLineEdit())
        self.keep = QCheckBox(self.tr("&Keep the store for the office"))
        form.addRow(self.keep)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Close it"), danger=True)

    def take(self) -> None:
        if self.lacks((self.reason, self.tr("A reason is needed. Please write why."))):
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.close_assignment(
                self._case.id,
                self._chosen.assignment.id,
                self.reason.text().strip(),
                keep=self.keep.isChecked(),
            )


def _merged(each: AssignmentInFull) -> str:
    return when_here(each.returns[-1].merged_at) if each.returns else ""


def _tone(each: AssignmentInFull) -> Tone:
    if each.assignment.is_closed:
        return Tone.PLAIN
    return Tone.INFO if each.is_open else Tone.WARN
