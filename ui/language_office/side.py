"""Beside the turns of a job: how far it is, and what differs, is noted, is asked, or was said then."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_turns import JobTurns
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.note_details import ANSWERED
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingKind, RenderingState
from thb_desktop.services.language.overview import OpenJob
from ui.labels import words
from ui.language_office.answer import answer_dialog
from ui.language_office.job_model import JobModel
from ui.language_work.beside import BesideModel, Found
from ui.language_work.panel import WorkPanel
from ui.language_work.progress import ProgressCard
from ui.text import isolate, isolate_words
from ui.widgets.basic import Card, Chip, Label, Part, button, empty_layout, row
from ui.widgets.scrolled import Scrolled

WIDTH = 312


class Side(Scrolled):
    """wants_turn: the row of a turn to go to."""

    wants_turn = Signal(int)

    def __init__(self, model: JobModel) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Beside the turn"))
        self.setFixedWidth(WIDTH + 14)
        self._model = model
        self._segment_id: SegmentId | None = None
        self._said_then: dict[SegmentId, tuple[Rendering, ...]] = {}
        self._build()
        self.beside = BesideModel(model.jobs, self)
        self.beside.found.connect(self._show_found)

    def _build(self) -> None:
        self.column.setSpacing(10)
        self.progress = ProgressCard()
        self.panel = WorkPanel()
        self.answers, self.answering, _ = self._card(self.tr("Answer the linguist"))
        self.then, self.said, _ = self._card(self.tr("Rendered on the spot"))
        for card in (self.progress, self.answers, self.panel, self.then):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _card(self, heading: str) -> tuple[Card, QVBoxLayout, Chip]:
        card, chip = Card(spacing=6, margin=12), Chip()
        card.body.addLayout(row(Label(heading, Part.HEADING), None, chip))
        body = QVBoxLayout()
        body.setSpacing(6)
        card.body.addLayout(body)
        return card, body, chip

    def show_rights(self) -> None:
        if self._model.found is not None and self._segment_id is not None:
            self.show_turn(self._model.found, self._segment_id)

    def show_job(self) -> None:
        """Show how far the job is."""
        found = self._model.found
        if found is None:
            return
        self.show_progress()
        self._said_then = {full.segment.id: full.renderings for full in found.segments if full.renderings}
        self.panel.names = {of: each.name for of, each in found.interpreters.items()}

    def show_progress(self) -> None:
        """Show how far it is, also while something is typed."""
        progress = self._model.progress()
        if progress is not None:
            self.progress.show_progress(progress)

    def show_findings(self) -> None:
        """Show how the chosen turn differs from its source, as it is typed now."""
        work = self._model.turn_work(self._segment_id) if self._segment_id is not None else None
        if work is not None:
            self.panel.show_findings(work)

    def show_turn(self, found: OpenJob, segment_id: SegmentId) -> None:
        """Show what concerns one turn, and ask memory and glossary about it once it stays chosen."""
        self._segment_id = segment_id
        self.panel.may_strike = self._model.rows.can_edit
        work = self._model.turn_work(segment_id)
        if work is None:
            return
        self.panel.show_turn(work)
        self._offer_answers(found.turns, segment_id)
        self._show_then(found, segment_id)
        self.show_progress()
        number = self._model.rows.row_of(segment_id)
        if number >= 0 and segment_id in found.turns.sources:
            language = self._model.rows.language_of_source(self._model.rows.rows[number])
            self.beside.ask(found.turns, segment_id, language)
        else:
            self.panel.show_found(Found(segment_id=segment_id))

    def _show_found(self, found: Found) -> None:
        if found.segment_id == self._segment_id:
            self.panel.show_found(found)

    def _offer_answers(self, turns: JobTurns, segment_id: SegmentId) -> None:
        """Offer to answer the questions and doubts at this turn, and lead to the next open question."""
        empty_layout(self.answering)
        here = [each for each in turns.notes_at(segment_id) if each.code in ANSWERED and not each.struck]
        others = [each for each in turns.open_queries() if each.segment_id != segment_id]
        self.answers.setVisible(self._model.may_edit and bool(here or others))
        for each in here:
            told = self.tr("Answer again\u2026") if each.id in turns.answers else self.tr("Answer\u2026")
            self.answering.addWidget(Label(isolate_words(each.text), wrap=True))
            ask = button(told, partial(self._answer, each), icon="pen-line", part="quiet")
            ask.setAccessibleName(f"{told} {each.text}")
            self.answering.addLayout(row(ask, None))
        if others:
            turn = isolate(self._model.labels.get(others[0].segment_id, ""))
            go = button(
                self.tr("Open question at turn {turn}").format(turn=turn),
                partial(self._go_to, others[0]),
                icon="chevron-right",
                part="quiet",
            )
            self.answering.addLayout(row(go, None))

    def _answer(self, note: Annotation) -> None:
        if self._model.found is not None:
            answer_dialog(self, self._model, note, self._model.found.labels.get(note.segment_id, "")).open()

    def _show_then(self, found: OpenJob, segment_id: SegmentId) -> None:
        """Show what the interpreter said then, in the language of the job."""
        spoken = [
            each
            for each in self._said_then.get(segment_id, ())
            if each.language == found.job.target_language and each.state is not RenderingState.WITHDRAWN
        ]
        empty_layout(self.said)
        self.then.setVisible(bool(spoken))
        for each in spoken:
            self.said.addWidget(Label(isolate_words(each.text), wrap=True).selectable())
            author = found.interpreters.get(each.author_id) if each.author_id else None
            self.said.addWidget(
                Label(
                    self.tr("{kind}, {author}. It is part of the record, not of this job.").format(
                        kind=words(each.kind or RenderingKind.RENDITION),
                        author=isolate_words(author.name) if author else self.tr("author not said"),
                    ),
                    Part.MUTED,
                    wrap=True,
                )
            )

    def _go_to(self, note: Annotation) -> None:
        self.wants_turn.emit(self._model.rows.row_of(note.segment_id))
