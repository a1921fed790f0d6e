"""A record is given to an interpreter: which, into what, for what, until when."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.vocabulary import SourceForm, TranslationType
from ui.assignment.office_model import AssignmentsModel, Offered, Wanted
from ui.forms.editors import CodeEditor
from ui.labels import language_name
from ui.labels.entries import official_words
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.choices import CodeBox, LanguageBox, ValueBox
from ui.widgets.dates import DayField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


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
        self.language = form.add(self.tr("In&to"), LanguageBox(open_question=True))
        self.kind = form.add(self.tr("&Kind"), CodeBox(TranslationType, open_question=True))
        self.purpose = form.add(self.tr("&Purpose"), QLineEdit())
        self.made_from = form.add(self.tr("&Made from"), CodeEditor(SourceForm))
        self.made_from_note = form.add(self.tr("&Why a copy was enough"), QLineEdit())
        self.due_on = form.add(self.tr("D&ue on"), DayField())
        self.terms = form.add(self.tr("&Terms agreed"), QLineEdit())
        self.recording = QCheckBox(self.tr("The recor&ding goes along"))
        form.addRow(self.recording)
        form.setRowVisible(self.recording, False)
        self._form = form
        self.travels = QCheckBox(self.tr("It goes to a &laptop of the interpreter's own, in a packet"))
        form.addRow(self.travels)
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
        if not self.language.tag():
            self.refuse_at(self.language, self.tr("Please choose into which language it is rendered."))
            return
        job = self._job()
        if job is None and not self.kind.is_answered:
            self.refuse_at(self.kind, self.tr("Please choose what the translation is."))
            return
        if job is None and self.lacks((self.purpose, self.tr("Please write for what it is rendered."))):
            return
        if wrong := self.due_on.error():
            self.refuse_at(self.due_on, wrong)
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
            with_recording=self.recording.isVisibleTo(self) and self.recording.isChecked(),
            travels=self.travels.isChecked(),
            due_on=self.due_on.value(),
            terms=self.terms.text().strip(),
        )
        self.begin_work(self.tr("The store is being made\u2026"))
        with self._model.answering(self):
            self._model.assign(self._case.id, wanted)

    def _is_chosen(self) -> bool:
        """Whether a record and an interpreter are chosen; otherwise it is said where they are not."""
        if self.interpreter.count() == 0:
            self._tell_none()
        elif self.record.currentIndex() < 0:
            self.refuse_at(self.record, self.tr("Please choose the record."))
        elif self.interpreter.currentIndex() < 0:
            self.refuse_at(self.interpreter, self.tr("Please choose the interpreter."))
        else:
            return True
        return False

    def _offer(self, offered: Offered) -> None:
        for held in offered.records:
            record = held.interview
            parts = (isolate(record.number), language_name(record.language), isolate_words(held.person))
            self.record.addItem(" \u00b7 ".join(filter(None, parts)), record.id)
        for each in offered.interpreters:
            self.interpreter.addItem(official_words(each), each.id)
        for box in (self.record, self.interpreter):
            # Where there is one, it is the one; among several nothing is presumed.
            box.setCurrentIndex(0 if box.count() == 1 else -1)
        self._offered = offered
        self._show_job()
        if not offered.interpreters:
            self._tell_none()

    def _tell_none(self) -> None:
        none = self.tr(
            "No interpreter of this case can be chosen: none is entered with an active user of the vault who "
            "has the function of an interpreter and the same name, in their script or in Latin letters."
        )
        self.refuse_at(self.interpreter, none)

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
        recorded = self._offered.recorded if self._offered is not None else frozenset()
        self._form.setRowVisible(self.recording, self.record.currentData() in recorded)
        self._fill_in(job)
        asked = (self.kind, self.purpose, self.made_from, self.made_from_note)
        for field in asked:
            field.setEnabled(job is None)
        self.notice.clear()
        told, tone = self._unspoken(), Tone.WARN
        if job is not None and job.made_from is None:
            stands = self.tr(
                "Job {number} is given out as it stands. From what it is made is not answered: without that "
                "it cannot be certified. Change it in the list of jobs first."
            )
            told.append(stands.format(number=isolate(job.number)))
        elif job is not None:
            stands = self.tr("Job {number} is open for this: it is given out as it stands.")
            tone = Tone.WARN if told else Tone.INFO
            told.append(stands.format(number=isolate(job.number)))
        if told:
            self.notice.tell(" ".join(told), tone)

    def _unspoken(self) -> list[str]:
        """What is said of languages that the interpreter's entry does not name; it stops nothing."""
        if self._offered is None or not self.language.tag():
            return []
        missing = self._offered.not_named(
            self.record.currentData(), self.interpreter.currentData(), self.language.tag()
        )
        told = self.tr("The interpreter's entry does not name this language: {language}.")
        return [told.format(language=isolate_words(language_name(each))) for each in missing]

    def _fill_in(self, job: LanguageJob | None) -> None:
        """Show what an open job says; what was shown of one goes when another is chosen."""
        if job is None and self._shown is None:
            return
        self._shown = job
        self.kind.setCurrentIndex(self.kind.findData(job.translation_type.value) if job else -1)
        self.purpose.setText(job.purpose if job else "")
        self.made_from.set_value(job.made_from if job else None)
        self.made_from_note.setText(job.made_from_note if job else "")
