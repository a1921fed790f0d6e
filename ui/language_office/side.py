"""Beside the turns of a job: how far it is, and what differs, is noted, is asked, or was said then."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from thb_desktop.domain.annotation_codes import ANSWERED
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.vocabulary import RenderingKind, RenderingState
from thb_desktop.services.language.overview import OpenJob
from ui.labels import words
from ui.language_office.answer import answer_dialog
from ui.language_office.job_model import JobModel
from ui.language_office.work_rows import DONE, TONES
from ui.language_work.beside import BesideModel, Found, turn_work
from ui.language_work.marks import numbered
from ui.language_work.panel import WorkPanel
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Part, button, empty_layout, row
from ui.widgets.scrolled import Scrolled

WIDTH = 312
_SHOWN = tuple(state for state in WorkState if state is not WorkState.SUPERSEDED)


class Side(Scrolled):
    """wants_turn: the row of a turn to go to."""

    wants_turn = Signal(int)

    def __init__(self, model: JobModel) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Beside the turn"))
        self.setFixedWidth(WIDTH + 14)
        self._model = model
        self._segment_id: SegmentId | None = None
        self._build()
        self._beside = BesideModel(model.jobs, self)
        self._beside.found.connect(self._show_found)

    def _build(self) -> None:
        self.column.setSpacing(10)
        self.progress = Card(spacing=8, margin=12)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Progress"), Part.HEADING))
        head.addStretch(1)
        self.count = Label("", Part.MUTED)
        head.addWidget(self.count)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setFixedHeight(8)
        self.chips = QVBoxLayout()
        self.chips.setSpacing(6)
        self.progress.body.addLayout(head)
        self.progress.body.addWidget(self.bar)
        self.progress.body.addLayout(self.chips)
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
        rows = self._model.rows
        states = Counter(rows.states.get(segment) for segment in rows.due)
        done = sum(states[state] for state in DONE)
        told = self.tr("{done} of {all}")
        self.count.setText(told.format(done=isolate(str(done)), all=isolate(str(len(rows.due)))))
        self.bar.setMaximum(max(1, len(rows.due)))
        self.bar.setValue(done)
        empty_layout(self.chips)
        for state in _SHOWN:
            if states[state]:
                text = f"{isolate(str(states[state]))} {words(state).lower()}"
                self.chips.addWidget(Chip(text, TONES.get(state, Tone.PLAIN)))
        if states[None]:
            self.chips.addWidget(Chip(self.tr("%n untouched", "", states[None])))

    def show_turn(self, found: OpenJob, segment_id: SegmentId) -> None:
        """Show what concerns one turn, and ask memory and glossary about it once it stays chosen."""
        self._segment_id = segment_id
        order = [each.segment.id for each in found.segments]
        self.panel.names = {of: each.name for of, each in found.interpreters.items()}
        self.panel.may_strike = self._model.rows.can_edit
        self.panel.show_turn(
            turn_work(
                found.work,
                segment_id,
                numbers=numbered(found.work, order),
                labels=self._model.labels,
                findings=self._model.findings.get(segment_id, ()),
            )
        )
        self._offer_answers(found, segment_id)
        self._show_then(found, segment_id)
        self.show_job()
        number = self._model.rows.row_of(segment_id)
        if number >= 0 and segment_id in found.work.sources:
            language = self._model.rows.language_of_source(self._model.rows.rows[number])
            self._beside.ask(found.work, segment_id, language)
        else:
            self.panel.show_found(Found(segment_id=segment_id))

    def _show_found(self, found: Found) -> None:
        if found.segment_id == self._segment_id:
            self.panel.show_found(found)

    def _offer_answers(self, found: OpenJob, segment_id: SegmentId) -> None:
        """Offer to answer the questions and doubts at this turn, and lead to the next open question."""
        empty_layout(self.answering)
        here = [
            each
            for each in found.work.annotations
            if each.segment_id == segment_id and each.code in ANSWERED and not each.struck
        ]
        others = [each for each in found.work.open_queries() if each.segment_id != segment_id]
        self.answers.setVisible(self._model.may_edit and bool(here or others))
        for each in here:
            answered = any(answer.annotation_id == each.id for answer in found.work.answers)
            told = self.tr("Answer again\u2026") if answered else self.tr("Answer\u2026")
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
        full = next((each for each in found.segments if each.segment.id == segment_id), None)
        spoken = [
            each
            for each in (full.renderings if full else ())
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
