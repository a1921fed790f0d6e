"""What the office says of an assigned job: until when, on which terms, and for what."""

from thb_desktop.domain.dates import day_in_words
from thb_desktop.services.assignments.desk import AssignedJob
from ui import language
from ui.clock import day_here
from ui.labels import words
from ui.language_work.signs_as import signs_as
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Part, row

SOON = 3
"""Days before the due day from which it is told with emphasis."""


class JobCard(Card):
    def __init__(self) -> None:
        super().__init__(spacing=6, margin=12)
        self.when = Chip()
        self.due = Label("", Part.STRONG, wrap=True)
        self.told = Label("", wrap=True).selectable()
        self.worth = Label("", Part.MUTED, wrap=True)
        self.heading = Label("", Part.HEADING, wrap=True)
        line = row(self.heading, self.when)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.due)
        self.body.addWidget(self.told)
        self.body.addWidget(self.worth)
        self.signer = Label("", Part.MUTED, wrap=True).selectable()
        self.body.addWidget(self.signer)

    def show_job(self, found: AssignedJob) -> None:
        job = found.turns.job
        author = isolate_words(found.author)
        self.heading.setText(
            self.tr("Your job")
            if found.is_linguist
            else self.tr("Job of {name}, to revise").format(name=author)
        )
        self._show_due(found)
        self.told.setText(isolate_words(found.terms))
        self.told.setVisible(bool(found.terms))
        made_from = ""
        if job.made_from is not None:
            made_from = self.tr("made from: {form}").format(form=words(job.made_from))
        parts = (words(job.translation_type), isolate_words(job.purpose), made_from)
        self.worth.setText(listed(each for each in parts if each))

        if found.keys is not None:
            self.signer.setText(signs_as(found.keys))

    def _show_due(self, found: AssignedJob) -> None:
        due = found.due_on
        self.due.setVisible(due is not None)
        left = (due - day_here(found.now)).days if due is not None else SOON + 1
        if left < 0:
            self.when.show_as(self.tr("overdue"), Tone.BAD)
        else:
            self.when.show_as(self.tr("soon due") if left <= SOON else "", Tone.WARN)
        if due is not None:
            day = isolate(day_in_words(due, language.current()))
            self.due.setText(self.tr("Due {day}").format(day=day))
