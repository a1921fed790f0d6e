"""The glossary of a case: its concepts, and the terms of each; a linguist at an assignment adds to it too."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import ConceptId, RowId
from thb_desktop.domain.language_fields import CONCEPT, TERM
from thb_desktop.domain.people import Interpreter
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import glossary
from thb_desktop.services.persons import people
from ui.forms.entry_dialog import EntryDialog
from ui.forms.reading import column, names_of, struck_column
from ui.forms.rows_panel import RowsPanel
from ui.jobs import VaultJobs
from ui.labels.entries import Choices, choices_among
from ui.rows import Column
from ui.text import isolate, isolate_words, listed
from ui.topics import Topic
from ui.view_model import FormModel
from ui.widgets.basic import Label, Part, rename
from ui.widgets.dialog import Dialog
from ui.widgets.questions import ask_reason

Listed = tuple[tuple[Concept, tuple[Term, ...]], ...]


class GlossaryModel(FormModel):
    """listed: the concepts with their terms, and what a term can name. linguist: who works far from the
    vault, and alone can have checked a term there.
    """

    changes = Topic.TESTIMONY

    listed = Signal(object, object)

    def __init__(
        self, jobs: VaultJobs, case: CaseFile, parent: QWidget, linguist: Interpreter | None = None
    ) -> None:
        super().__init__(jobs, parent)
        self.case, self.linguist = case, linguist

    def list(self) -> None:
        self.read(self._read, lambda found: self.listed.emit(*found))

    def act(self, work: Callable[[Session], object]) -> None:
        """Do this, and list again."""

        def change(session: Session) -> tuple[Listed, Choices]:
            work(session)
            return self._read(session)

        self.read(change, lambda found: self.listed.emit(*found))

    def _read(self, session: Session) -> tuple[Listed, Choices]:
        alone = self.linguist
        linguists = (alone,) if alone else people.list_interpreters(session, self.case.id)
        choices = choices_among({"interpreter": linguists}, self.case.language)
        return glossary.list_glossary(session, self.case.id), choices


class GlossaryDialog(Dialog):
    """Concepts above, the terms of the chosen one below."""

    def __init__(self, parent: QWidget, model: GlossaryModel, *, may_work: bool) -> None:
        super().__init__(
            parent,
            self.tr("Glossary of {case}").format(case=isolate(model.case.reference)),
            self._told(model),
        )
        self.setMinimumWidth(980)
        self._model = model
        self._listed: Listed = ()
        self._choices: Choices = {}
        self.concepts = RowsPanel(
            self.tr("Concepts"),
            (
                Column(title=self.tr("Terms"), read=self._terms_of),
                column(CONCEPT, "domain", width=170),
                column(CONCEPT, "definition"),
                struck_column(),
            ),
            empty=self.tr("No concept is entered."),
            add=self._add_concept,
            change=self._change,
            strike=self._strike,
        )
        self.terms = RowsPanel(
            self.tr("Terms of the concept"),
            (
                column(TERM, "term"),
                column(TERM, "language", width=130),
                column(TERM, "status", width=130),
                Column(title=self.tr("Reliability"), read=_reliability, width=90, exact=True),
                column(TERM, "checked_by", width=170, names=lambda: names_of(self._choices)),
                struck_column(),
            ),
            empty=self.tr("This concept has no term."),
            add=self._add_term,
            change=self._change,
            strike=self._strike,
        )
        for heading, panel in ((self.tr("Concepts"), self.concepts), (self.tr("Terms"), self.terms)):
            self.body.addWidget(Label(heading, Part.STRONG))
            panel.table.setMinimumHeight(150)
            panel.let_change(may_work)
            self.body.addWidget(panel)
        for known, told in (
            (self.terms.add_button, self.tr("Add a &term\u2026")),
            (self.terms.change_button, self.tr("C&hange the term\u2026")),
            (self.terms.strike_button, self.tr("Strike o&ut the term\u2026")),
        ):
            rename(known, told)
        self.concepts.table.chosen.connect(lambda _: self._show_terms())
        self.finish_with(self.tr("Close"))
        self.back_button.hide()
        model.listed.connect(self._show)
        model.refused.connect(self.refuse)
        model.list()

    def _told(self, model: GlossaryModel) -> str:
        if model.linguist is None:
            return self.tr(
                "It is proposed beside a turn in which a term stands. No other case has it; a file for a "
                "translator has it only if it is sent along."
            )
        return self.tr(
            "The terms of this record. What you add comes into the vault with your work. An entry of the "
            "office that you change stays there as it is, and is named to the office."
        )

    def _show(self, listed: Listed, choices: Choices) -> None:
        self.notice.clear()
        self._listed, self._choices = listed, choices
        self.concepts.show_rows([concept for concept, _ in listed])
        self._show_terms()

    def _chosen(self) -> Concept | None:
        found = self.concepts.table.current_record()
        return found if isinstance(found, Concept) else None

    def _show_terms(self) -> None:
        chosen = self._chosen()
        found = next((terms for concept, terms in self._listed if concept == chosen), ())
        self.terms.show_rows(found)
        self.terms.add_button.setEnabled(chosen is not None and not chosen.struck)

    def _terms_of(self, concept: Concept) -> str:
        terms: Sequence[Term] = next((found for each, found in self._listed if each.id == concept.id), ())
        return listed(isolate_words(each.term) for each in terms if not each.struck)

    def _add_concept(self) -> None:
        def take(values: dict[str, Any], _: str) -> None:
            concept = Concept(id=ConceptId(""), case_id=self._model.case.id, **values)
            self._model.act(lambda session: glossary.add_concept(session, concept))

        self._ask(CONCEPT, self.tr("New concept"), take, draft="add-glossary_concept")

    def _add_term(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return

        def take(values: dict[str, Any], _: str) -> None:
            term = Term(id=RowId(""), case_id=self._model.case.id, concept_id=chosen.id, **values)
            self._model.act(lambda session: glossary.add_term(session, term))

        self._ask(TERM, self.tr("New term"), take, draft="add-glossary_term", subject=chosen.id)

    def _change[Entry: (Concept, Term)](self, entry: Entry) -> None:
        if entry.struck:
            self.refuse(self.tr("An entry that was struck out cannot be corrected."))
            return

        def take(values: dict[str, Any], reason: str) -> None:
            changed = replace(entry, **values)
            self._model.act(lambda session: glossary.change_entry(session, changed, reason))

        description = CONCEPT if isinstance(entry, Concept) else TERM
        heading = self.tr("Change the concept") if isinstance(entry, Concept) else self.tr("Change the term")
        self._ask(
            description, heading, take, entity=entry, draft=f"correct-{description.name}", subject=entry.id
        )

    def _strike[Entry: (Concept, Term)](self, entry: Entry) -> None:
        named = self._terms_of(entry) if isinstance(entry, Concept) else isolate_words(entry.term)
        reason = ask_reason(
            self,
            self.tr("Strike out {entry}?").format(entry=named or self.tr("the concept")),
            self.tr("It stays readable with your reason, and is proposed no more."),
            self.tr("Strike out"),
        )
        if reason:
            self._model.act(lambda session: glossary.strike_entry(session, entry, reason))

    def _ask(
        self,
        description: Any,
        heading: str,
        take: Callable[[dict[str, Any], str], None],
        *,
        draft: str,
        subject: str = "",
        entity: Any = None,
    ) -> None:
        EntryDialog(
            self,
            heading,
            description,
            take,
            model=self._model,
            main=self.tr("Save"),
            entity=entity,
            reasoned=entity is not None,
            choices=self._choices,
            languages_first=(self._model.case.language,),
            draft=self._model.draft(draft, subject or self._model.case.id),
        ).open()


def _reliability(term: Term) -> str:
    return str(term.reliability) if term.reliability is not None else "\u2014"
