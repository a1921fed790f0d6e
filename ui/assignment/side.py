"""Beside an assigned record: how far the work is, what was rendered on the spot, and the work on a turn."""

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.services.assignments.desk import AssignedJob
from ui.assignment.rows import DONE, TONES, AssignedRows
from ui.labels import words
from ui.language_work.panel import WorkPanel
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Part
from ui.widgets.scrolled import Scrolled

WIDTH = 320
_SHOWN = (
    WorkState.CERTIFIED,
    WorkState.SELF_CHECKED,
    WorkState.REVISED,
    WorkState.DRAFT,
    WorkState.STALE,
    WorkState.CONTESTED,
)


class Side(QWidget):
    """The cards at the side of the turns."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.progress_card = Card(spacing=8, margin=12)
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
        self.progress_card.body.addLayout(head)
        self.progress_card.body.addWidget(self.bar)
        self.progress_card.body.addLayout(self.chips)
        self.then_card = Card(spacing=6, margin=12)
        self.then_card.body.addWidget(Label(self.tr("Rendered on the spot"), Part.HEADING))
        self.then = Label("", wrap=True).selectable()
        self.then_by = Label("", Part.MUTED, wrap=True)
        self.then_card.body.addWidget(self.then)
        self.then_card.body.addWidget(self.then_by)
        self.panel = WorkPanel()
        self.panel.may_strike = True
        column.addWidget(self.progress_card)
        rest = Scrolled(self.tr("The chosen turn"))
        rest.column.setContentsMargins(0, 0, 4, 0)
        for part in (self.panel, self.then_card):
            rest.column.addWidget(part)
        rest.column.addStretch(1)
        column.addWidget(rest, 1)

    def show_job(self, found: AssignedJob, rows: AssignedRows) -> None:
        due = list(rows.due)
        states = Counter(rows.states.get(segment) for segment in due)
        done = sum(states[each] for each in DONE)
        told = self.tr("{done} of {all}")
        self.count.setText(told.format(done=isolate(str(done)), all=isolate(str(len(due)))))
        self.bar.setMaximum(max(1, len(due)))
        self.bar.setValue(done)
        self._show_chips(states)
        self.panel.names = {found.interpreter.id: found.interpreter.name}

    def show_turn(self, found: AssignedJob, segment_id: SegmentId) -> None:
        """Show what the interpreter said then, in the language of the job."""
        target = found.job.job.target_language
        full = next(each for each in found.segments if each.segment.id == segment_id)
        then = next((each for each in full.renderings if each.language == target), None)
        self.then_card.setVisible(then is not None and then.state is not RenderingState.WITHDRAWN)
        self.then.setText(isolate_words(then.text) if then else "")
        self.then_by.setText(
            self.tr("Turn {turn}: as it was said at the interview. It is no part of your job.").format(
                turn=isolate(full.label)
            )
        )

    def _show_chips(self, states: Counter[WorkState | None]) -> None:
        while (item := self.chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for state in _SHOWN:
            if states[state]:
                text = f"{isolate(str(states[state]))} {words(state).lower()}"
                self.chips.addWidget(Chip(text, TONES.get(state, Tone.PLAIN)))
        if states[None]:
            untouched = self.tr("{count} untouched").format(count=isolate(str(states[None])))
            self.chips.addWidget(Chip(untouched))
