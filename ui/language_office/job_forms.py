"""Forms of jobs: a new one, a change for a reason, and the terms on which it is given to a linguist."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain.language_fields import LANGUAGE_JOB
from thb_desktop.services.language.overview import JobSummary
from ui.forms.editors import DayEditor
from ui.forms.entry_dialog import EntryDialog
from ui.labels.entries import Choices
from ui.language_office.jobs_model import JobsModel
from ui.text import isolate, isolate_words, translate
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
    return _AssignDialog(parent, model, chosen)


class _AssignDialog(Dialog):
    """Gives a job to its linguist: until when, with what, and what the office says to them."""

    def __init__(self, parent: QWidget, model: JobsModel, chosen: JobSummary) -> None:
        super().__init__(
            parent,
            self.tr("Assign job {number} to {name}").format(
                number=isolate(chosen.job.number), name=isolate_words(chosen.linguist.name)
            ),
            self.tr(
                "They get a store of their own with this record and nothing else. While they have it, nobody "
                "else writes in the job. They read there until when it is due, and the terms agreed."
            ),
        )
        self._model, self._chosen = model, chosen
        form = Form()
        self.due_on = form.add(self.tr("&Due on"), DayEditor())
        self.note = form.add(self.tr("&Terms agreed"), QLineEdit())
        self.recording = QCheckBox(self.tr("The recor&ding goes along"))
        form.addRow("", self.recording)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Assign"), icon="handshake")
        self.keep_typing(model.draft("assign-job", chosen.job.id))

    def take(self) -> None:
        self.begin_work(self.tr("The store is being made\u2026"))
        with self._model.answering(self):
            self._model.assign(
                self._chosen.job.id,
                due_on=self.due_on.value(),
                note=self.note.text().strip(),
                with_recording=self.recording.isChecked(),
            )
