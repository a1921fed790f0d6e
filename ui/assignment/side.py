"""Beside an assigned record: how far the work is, what was rendered on the spot, and the work on a turn."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.vocabulary import RenderingState
from thb_desktop.domain.work_left import Progress
from thb_desktop.services.assignments.desk import AssignedJob
from ui.assignment.job_card import JobCard
from ui.language_work.panel import WorkPanel
from ui.language_work.progress import ProgressCard
from ui.text import isolate, isolate_words
from ui.widgets.basic import Card, Label, Part
from ui.widgets.scrolled import Scrolled

WIDTH = 320


class Side(QWidget):
    """The cards at the side of the turns."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._turns: dict[SegmentId, SegmentInFull] = {}
        self._language = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.progress = ProgressCard()
        self.then_card = Card(spacing=6, margin=12)
        self.then_card.body.addWidget(Label(self.tr("Rendered on the spot"), Part.HEADING))
        self.then = Label("", wrap=True).selectable()
        self.then_by = Label("", Part.MUTED, wrap=True)
        self.then_card.body.addWidget(self.then)
        self.then_card.body.addWidget(self.then_by)
        self.job = JobCard()
        self.panel = WorkPanel()
        self.panel.may_strike = True
        column.addWidget(self.progress)
        rest = Scrolled(self.tr("The chosen turn"))
        rest.column.setContentsMargins(0, 0, 4, 0)
        for part in (self.job, self.panel, self.then_card):
            rest.column.addWidget(part)
        rest.column.addStretch(1)
        column.addWidget(rest, 1)

    def show_job(self, found: AssignedJob) -> None:
        target = found.turns.job.target_language
        self.job.show_job(found)
        self.progress.setVisible(found.is_linguist)
        self.panel.may_strike = self.panel.may_take_back = found.is_linguist
        self.panel.names = {found.interpreter.id: found.interpreter.name}
        # What was said then is looked for at the chosen turn alone: the turns are thousands.
        self._turns, self._language = {full.segment.id: full for full in found.segments}, target

    def show_progress(self, progress: Progress) -> None:
        self.progress.show_progress(progress)

    def show_turn(self, segment_id: SegmentId) -> None:
        """Show what the interpreter said then, in the language of the job."""
        full = self._turns.get(segment_id)
        then = full.side(self._language).rendering if full is not None else None
        self.then_card.setVisible(then is not None and then.state is not RenderingState.WITHDRAWN)
        self.then.setText(isolate_words(then.text) if then else "")
        self.then_by.setText(
            self.tr("Turn {turn}: as it was said at the interview. It is no part of the job.").format(
                turn=isolate(full.label if full is not None else "")
            )
        )
