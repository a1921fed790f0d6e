"""Beside the turns of a job: how far it is, and what differs, is noted, is asked, or was said then."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from thb_desktop.domain.annotation_codes import ANSWERED
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.vocabulary import RenderingKind, RenderingState
from thb_desktop.services.language.overview import OpenJob
from ui.labels import words
from ui.labels.findings import finding_text
from ui.language_office.answer import answer_dialog
from ui.language_office.job_model import JobModel
from ui.language_office.work_rows import DONE, TONES
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
        self.differs, self.differing, self.differs_chip = self._card(self.tr("Numbers, dates, names"))
        self.notes, self.noted, self.notes_chip = self._card(self.tr("Notes and questions"))
        self.then, self.said, _ = self._card(self.tr("Rendered on the spot"))
        self.asked, self.queries, self.asked_chip = self._card(self.tr("Asked of the judge"))
        for card in (self.progress, self.differs, self.notes, self.then, self.asked):
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

    def show_job(self, found: OpenJob) -> None:
        """Show how far the job is, and which questions wait."""
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
        self._show_queries(found)

    def show_turn(self, found: OpenJob, segment_id: SegmentId) -> None:
        """Show what concerns one turn."""
        self._segment_id = segment_id
        self._show_findings(segment_id)
        self._show_notes(found, segment_id)
        self._show_then(found, segment_id)
        self.show_job(found)

    def _show_findings(self, segment_id: SegmentId) -> None:
        told = self._model.findings.get(segment_id, ())
        everywhere = len(self._model.findings)
        self.differs_chip.show_as(self.tr("%n differ(s)", "", everywhere) if everywhere else "", Tone.WARN)
        empty_layout(self.differing)
        for each in told:
            self.differing.addWidget(Label(finding_text(each), wrap=True).selectable())
        if not told:
            self.differing.addWidget(Label(self.tr("Nothing differs in this turn."), Part.MUTED, wrap=True))
        self.differing.addLayout(row(Label(self.tr("next"), Part.MUTED), Label("F8", Part.KEY), None))

    def _show_notes(self, found: OpenJob, segment_id: SegmentId) -> None:
        standing = [
            each for each in found.work.annotations if each.segment_id == segment_id and not each.struck
        ]
        empty_layout(self.noted)
        self.notes.setVisible(bool(standing))
        for each in standing:
            self.noted.addWidget(self._note(found, each))

    def _note(self, found: OpenJob, note: Annotation) -> QWidget:
        """A note with what it is about, its text, and the answer of the authority."""
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        is_open = note in found.work.open_queries()
        tone = Tone.BAD if is_open else Tone.INFO
        column.addWidget(Chip(words(note.code), tone))
        column.addWidget(Label(words(note.visibility), Part.MUTED))
        if note.anchor.quoted:
            column.addWidget(
                Label(f"\u00ab{isolate_words(note.anchor.quoted)}\u00bb", Part.STRONG, wrap=True)
            )
        column.addWidget(Label(isolate_words(note.text), wrap=True).selectable())
        answers = [each for each in found.work.answers if each.annotation_id == note.id]
        if answers:
            told = self.tr("Answer of {name}: {text}").format(
                name=isolate_words(found.users.get(answers[-1].given_by, "")),
                text=isolate_words(answers[-1].text),
            )
            column.addWidget(Label(told, wrap=True).selectable())
        if note.code in ANSWERED and self._model.may_edit:
            words_of = self.tr("Answer again\u2026") if answers else self.tr("Answer\u2026")
            ask = button(words_of, partial(self._answer, note), icon="pen-line", part="quiet")
            ask.setAccessibleName(f"{words_of.replace('&', '')} {note.text}")
            column.addLayout(row(ask, None))
        return block

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

    def _show_queries(self, found: OpenJob) -> None:
        queries, labels = found.work.open_queries(), self._model.labels
        self.asked.setVisible(bool(queries))
        self.asked_chip.show_as(self.tr("%n open", "", len(queries)) if queries else "", Tone.BAD)
        empty_layout(self.queries)
        for each in queries:
            turn = isolate(labels.get(each.segment_id, ""))
            told = f"{turn}: {isolate_words(each.text)}"
            self.queries.addWidget(Label(told, wrap=True).selectable())
            go = button(
                self.tr("Go to turn {turn}").format(turn=turn), partial(self._go_to, each), part="quiet"
            )
            self.queries.addLayout(row(go, None))

    def _go_to(self, note: Annotation) -> None:
        self.wants_turn.emit(self._model.rows.row_of(note.segment_id))
