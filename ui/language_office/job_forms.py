"""Forms of jobs: a new one, a change for a reason, and to whom it is given on which terms."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain import translation_rules
from thb_desktop.domain.language_fields import LANGUAGE_JOB
from thb_desktop.domain.people import Interpreter
from thb_desktop.findings import unknown
from thb_desktop.services.language.overview import JobSummary
from ui.forms.editors import DayEditor
from ui.forms.entry_dialog import EntryDialog
from ui.labels.entries import Choices
from ui.labels.findings import finding_text
from ui.language_office.jobs_model import JobsModel
from ui.text import isolate, isolate_words, translate
from ui.tones import Tone
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


def new_job_dialog(parent: QWidget, model: JobsModel, choices: Choices) -> EntryDialog:
    """Ask what is rendered, by whom and for what. Nothing is answered beforehand."""

    def take(values: dict[str, Any], _: str) -> None:
        model.begin_job(values)

    return EntryDialog(
        parent,
        translate("jobs", "New job"),
        LANGUAGE_JOB,
        take,
        model=model,
        main=translate("jobs", "Open the job"),
        sentence=translate(
            "jobs",
            "One linguist renders this record into one language. Without a side or another job, each turn is "
            "rendered as it was said.",
        ),
        choices=choices,
        languages_first=(model.case.language,) if model.case else (),
        draft=model.draft("add-language_job", model.record or ""),
    )


def change_dialog(parent: QWidget, model: JobsModel, chosen: JobSummary) -> EntryDialog:
    """Ask what is to be changed, and why. Record, languages and linguist stay."""

    def take(values: dict[str, Any], reason: str) -> None:
        model.change_job(replace(chosen.job, **values), reason)

    return EntryDialog(
        parent,
        translate("jobs", "Change job {number}").format(number=isolate(chosen.job.number)),
        LANGUAGE_JOB,
        take,
        model=model,
        main=translate("jobs", "Change it"),
        sentence=translate(
            "jobs",
            "Record, languages and linguist stay: for another, strike this job out and open a new one.",
        ),
        entity=chosen.job,
        reasoned=True,
        draft=model.draft("correct-language_job", chosen.job.id),
    )


def assign_dialog(parent: QWidget, model: JobsModel, chosen: JobSummary) -> Dialog:
    return AssignJobDialog(parent, model, chosen)


class AssignJobDialog(Dialog):
    """Gives a job to its linguist, or to another one who revises it: until when, and with what."""

    def __init__(self, parent: QWidget, model: JobsModel, chosen: JobSummary) -> None:
        super().__init__(
            parent,
            self.tr("Assign job {number}").format(number=isolate(chosen.job.number)),
            self.tr(
                "They get a store of their own with this record and nothing else. While they have it, nobody "
                "else writes in the job. They read there until when it is due, and the terms agreed."
            ),
        )
        self.setMinimumWidth(560)
        self._model, self._chosen = model, chosen
        self._found: dict[str, Interpreter] = {}
        self._languages: tuple[str, ...] = ()
        form = Form()
        self.whom: ValueBox = form.add(self.tr("&To"), ValueBox(()))
        self.whom.setPlaceholderText(self.tr("Please choose"))
        self.due_on = form.add(self.tr("&Due on"), DayEditor())
        self.note = form.add(self.tr("Te&rms agreed"), QLineEdit())
        self.recording = QCheckBox(self.tr("The recordin&g goes along"))
        form.addRow("", self.recording)
        form.setRowVisible(self.recording, False)
        self._form = form
        self.body.addLayout(form)
        self.finish_with(self.tr("&Assign"), icon="handshake")
        self._may_take = lambda: self.whom.count() > 0
        self.let_take()
        self.keep_typing(model.draft("assign-job", chosen.job.id))
        self.whom.currentIndexChanged.connect(lambda _: self._show_unspoken())
        model.assignees.connect(self._offer)
        model.ask_assignees(chosen.job)

    def take(self) -> None:
        if self.whom.currentIndex() < 0:
            self.refuse_at(self.whom, self.tr("Please choose who renders or revises it."))
            return
        self.begin_work(self.tr("The store is being made\u2026"))
        with self._model.answering(self):
            self._model.assign(
                self._chosen.job.id,
                interpreter_id=self.whom.currentData(),
                due_on=self.due_on.value(),
                note=self.note.text().strip(),
                with_recording=self.recording.isVisibleTo(self) and self.recording.isChecked(),
            )

    def _show_unspoken(self) -> None:
        """Name the languages of the job that the entry of the chosen person does not (V-T-04)."""
        chosen = self._found.get(self.whom.currentData() or "")
        missing = translation_rules.not_named(chosen, self._languages) if chosen is not None else ()
        told = [finding_text(unknown("V-T-04.language", language=each)) for each in missing]
        if told:
            self.notice.tell(" ".join(told), Tone.WARN)
        elif self.whom.count():
            self.notice.clear()

    def _offer(self, found: Sequence[Interpreter], needed: tuple[str, ...], is_recorded: bool) -> None:
        """Offer the linguist of the job, who renders it, and every other person, who revises it; and the
        recording where there is one.
        """
        self._form.setRowVisible(self.recording, is_recorded)
        linguist = self._chosen.linguist
        self._found, self._languages = {each.id: each for each in found}, needed
        self.whom.clear()
        for each in sorted(found, key=lambda one: one.id != linguist.id):
            if each.id == linguist.id:
                told = self.tr("{name} renders it")
            elif each.user_id != linguist.user_id:
                told = self.tr("{name} revises it: agrees, or disputes, turn by turn")
            else:
                continue
            self.whom.addItem(told.format(name=isolate_words(each.name)), each.id)
        self.whom.setCurrentIndex(0 if self.whom.count() == 1 else -1)
        self._show_unspoken()
        self.let_take()
        if not self.whom.count():
            none = self.tr("No interpreter of this case is an active user with this function and name.")
            self.notice.tell(none, Tone.WARN)
        self.whom.setFocus()
