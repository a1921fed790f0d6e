"""How far a job is: turns that are signed as checked, and how many are in each state."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.work_left import Progress
from ui.labels import words
from ui.language_work.rows import TONES
from ui.text import isolate, translate
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Part, empty_layout

_SHOWN = tuple(state for state in WorkState if state is not WorkState.SUPERSEDED)


class ProgressCard(Card):
    def __init__(self) -> None:
        super().__init__(spacing=8, margin=12)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Signed as checked"), Part.HEADING))
        head.addStretch(1)
        self.count = Label("", Part.MUTED)
        head.addWidget(self.count)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Signed as checked"))
        self.bar.setFixedHeight(8)
        self.chips = QVBoxLayout()
        self.chips.setSpacing(6)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.body.addLayout(self.chips)
        self._told: tuple[object, ...] = ()

    def show_progress(self, progress: Progress) -> None:
        """Show how many turns are done, and what the others wait for; each stands in one line."""
        counts = [(state, progress.states.get(state, 0)) for state in (*_SHOWN, None)]
        told = (progress.typed, *counts)
        if told == self._told:
            return
        self._told = told
        done, due = isolate(str(progress.done)), isolate(str(progress.due))
        self.count.setText(self.tr("{done} of {all}").format(done=done, all=due))
        # Qt paints a bar at once when it has another value, and with it all that waits to be painted.
        self.bar.setUpdatesEnabled(False)
        self.bar.setMaximum(max(1, progress.due))
        self.bar.setValue(progress.done)
        self.bar.setUpdatesEnabled(True)
        empty_layout(self.chips)
        if progress.typed:
            self.chips.addWidget(Chip(self.tr("%n typed, not written", "", progress.typed), Tone.WARN))
        for state, count in counts:
            if state is not None and count:
                self.chips.addWidget(Chip(counted(state, count), TONES.get(state, Tone.PLAIN)))
        if untouched := progress.states.get(None, 0):
            self.chips.addWidget(Chip(self.tr("%n untouched", "", untouched)))


def counted(state: WorkState, count: int) -> str:
    """Return how many turns are in a state; behind its word, which would not agree with a number."""
    told = translate("states", "{state}: {count}")
    return told.format(state=words(state), count=isolate(str(count)))
