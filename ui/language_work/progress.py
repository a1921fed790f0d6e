"""How far a job is: turns that are done, and how many are in each state."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_turns import JobTurns
from ui.labels import words
from ui.language_work.rows import DONE, TONES
from ui.text import isolate
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Part, empty_layout

_SHOWN = tuple(state for state in WorkState if state is not WorkState.SUPERSEDED)


class ProgressCard(Card):
    def __init__(self) -> None:
        super().__init__(spacing=8, margin=12)
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
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.body.addLayout(self.chips)
        self._told: tuple[object, ...] = ()

    def show_turns(self, turns: JobTurns) -> None:
        counts, due = turns.counts, len(turns.sources)
        told = (due, *((state, counts[state]) for state in (*_SHOWN, None)))
        if told == self._told:
            return
        self._told = told
        done = sum(counts[state] for state in DONE)
        self.count.setText(self.tr("{done} of {all}").format(done=isolate(str(done)), all=isolate(str(due))))
        # Qt paints a bar at once when it has another value, and with it all that waits to be painted.
        self.bar.setUpdatesEnabled(False)
        self.bar.setMaximum(max(1, due))
        self.bar.setValue(done)
        self.bar.setUpdatesEnabled(True)
        empty_layout(self.chips)
        for state in _SHOWN:
            if counts[state]:
                text = f"{isolate(str(counts[state]))} {words(state).lower()}"
                self.chips.addWidget(Chip(text, TONES.get(state, Tone.PLAIN)))
        if counts[None]:
            self.chips.addWidget(Chip(self.tr("%n untouched", "", counts[None])))
