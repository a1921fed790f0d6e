"""Imports a glossary: the concepts that are new are shown before they are added."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import CaseId
from thb_desktop.exchange.memory.entries import ExchangeConcept
from thb_desktop.findings import Finding
from thb_desktop.services.language.reference import ImportedTerms
from ui.exchange.model import ExchangeModel, OfferedTerms
from ui.exchange.take_in import named
from ui.jobs import VaultJobs
from ui.labels import language_name
from ui.labels.findings import finding_text
from ui.rows import Column, RowsModel
from ui.text import isolate_words, listed_apart
from ui.tones import Tone
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog
from ui.widgets.file_line import FileLine
from ui.widgets.table import RecordTable

MOST_TOLD = 200
"""Findings that are listed; the rest is counted."""


def open_glossary(parent: QWidget, jobs: VaultJobs, case_id: CaseId) -> "GlossaryDialog":
    """Ask for a glossary (TBX) for a case."""
    dialog = GlossaryDialog(parent, ExchangeModel(jobs, parent), case_id)
    dialog.open()
    return dialog


class GlossaryDialog(Dialog):
    """New concepts are added in one act; what the case has already stays."""

    def __init__(self, parent: QWidget, model: ExchangeModel, case_id: CaseId) -> None:
        super().__init__(
            parent,
            self.tr("Import a glossary"),
            self.tr("Concepts that are new are added to the glossary of the case. Those that it has stay."),
        )
        self.setMinimumWidth(820)
        self._model, self._case_id = model, case_id
        self._offered: OfferedTerms | None = None
        self._looked_at = ""
        self.file = FileLine(self.tr("&File\u2026"), self.tr("Glossary (TBX)"), self.look_at)
        self.body.addWidget(self.file)
        self.told = Label("", Part.STRONG, wrap=True)
        self.body.addWidget(self.told)
        self.rows: RowsModel[ExchangeConcept] = RowsModel(
            [
                Column(title=self.tr("Terms"), read=_terms),
                Column(title=self.tr("Definition"), read=lambda each: isolate_words(each.definition)),
            ],
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Concepts that would be added"))
        self.table.setMinimumHeight(220)
        self.table.say_when_empty(self.tr("Choose a glossary."))
        self.body.addWidget(self.table)
        self.left_out = Label("", Part.MUTED, wrap=True)
        self.body.addWidget(self.left_out)
        self.finish_with(self.tr("&Add"), icon="plus", back=self.tr("Close"))
        self._may_take = lambda: self._offered is not None and bool(self._offered.review.concepts)
        self.let_take()
        model.offered.connect(self._show)
        model.added.connect(self._tell_added)
        model.refused.connect(lambda said: self.refuse(named(self._looked_at, said)))

    def look_at(self, path: Path) -> None:
        self._offered, self._looked_at = None, path.name
        self.rows.show_rows(())
        self.told.clear()
        self.left_out.clear()
        self.file.show_none()
        self.begin_work(self.tr("The glossary is being read\u2026"))
        self._model.look_at_terms(self._case_id, path)

    def take(self) -> None:
        if self._offered is not None and self._offered.review.concepts:
            self.begin_work(self.tr("The concepts are being added\u2026"))
            self._model.add_terms(self._case_id, self._offered)

    def _show(self, offered: OfferedTerms) -> None:
        self._end_work()
        self._offered = offered
        self.file.show_file(offered.name, offered.sha256)
        self.told.setText(self.tr("%n concept(s) are new.", "", len(offered.review.concepts)))
        self.rows.show_rows(offered.review.concepts)
        self.table.say_when_empty(self.tr("The case has all of these concepts already."))
        self.left_out.setText(self._said(offered.review.findings))
        self.let_take()
        self.table.setFocus()

    def _said(self, findings: tuple[Finding, ...]) -> str:
        told = [finding_text(each) for each in findings[:MOST_TOLD]]
        if more := len(findings) - len(told):
            told.append(self.tr("And %n more.", "", more))
        return "\n".join(told)

    def _tell_added(self, made: ImportedTerms) -> None:
        self._end_work()
        self._offered = None
        self.notice.tell(self.tr("%n concept(s) added.", "", len(made.concepts)), Tone.OK)
        self.let_take()
        self.back_button.setFocus()


def _terms(concept: ExchangeConcept) -> str:
    """Return the terms of a concept, each with its language."""
    return listed_apart(
        f"{isolate_words(each.term)} ({language_name(each.language)})" for each in concept.terms
    )
