"""The guide beside the record, never in it: the steps of a protocol, and what was answered already."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_safeguards import is_child
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import claims
from thb_desktop.services.testimony import interviews, records
from ui.interviews.desk.answered import Answered, alike, answers_in
from ui.interviews.desk.model import DeskModel
from ui.interviews.desk.protocols import Protocol, steps_of
from ui.text import isolate, isolate_words
from ui.widgets.basic import Card, Label, Part, empty_layout, row
from ui.widgets.choices import ValueBox
from ui.widgets.scrolled import Scrolled

WIDTH = 300
_REST = 300
"""Milliseconds without a key until earlier answers are looked for."""


class Guide(QWidget):
    """What is ticked here is kept nowhere: it is an aid to who asks."""

    def __init__(self, model: DeskModel) -> None:
        super().__init__()
        self._model = model
        self._of = ""
        self._known: tuple[Answered, ...] = ()
        self.setFixedWidth(WIDTH)
        self.protocol = ValueBox(((each.value, each) for each in Protocol), name=self.tr("Protocol"))
        self.steps: list[QCheckBox] = []
        self._plan, self._answers = QVBoxLayout(), QVBoxLayout()
        area = Scrolled(self.tr("Guide"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        plan, asked = Card(margin=10, spacing=4), Card(margin=10, spacing=4)
        plan.body.addWidget(self.protocol)
        plan.body.addLayout(self._plan)
        asked.body.addWidget(Label(self.tr("Already answered"), Part.HEADING, wrap=True))
        asked.body.addLayout(self._answers)
        # What was answered is seen at once, on the smallest screen too.
        for card in (asked, plan):
            area.column.addWidget(card)
        area.column.addStretch(1)
        self.protocol.currentIndexChanged.connect(lambda _: self._show_steps())
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._look)
        self._show_steps()
        self.hide()

    def turn(self) -> None:
        """Show it beside the record, or put it away."""
        self.setVisible(self.isHidden())
        record = self._model.record
        if not self.isHidden() and record is not None:
            self.show_record(record)

    def show_record(self, record: InterviewInFull) -> None:
        """Guide through this record; what the person answered in others is read once."""
        if self.isHidden() or record.interview.id == self._of:
            return
        self._of = record.interview.id
        child = is_child(record)
        self.protocol.setCurrentIndex(list(Protocol).index(Protocol.NICHD if child else Protocol.PEACE))
        self._show_steps()
        person, case_id, of = record.interview.person_id, record.interview.case_id, record.interview.id

        def work(session: Session) -> tuple[Answered, ...]:
            held = [each.interview for each in interviews.list_interviews(session, case_id)]
            same = {each.id for each in claims.records_of(session, person)}
            others = [each.id for each in held if each.person_id in same and each.id != of]
            read = (records.get_undigested(session, each) for each in others)
            return tuple(answer for each in read for answer in answers_in(each))

        self._model.read(work, self._take)

    def look_soon(self) -> None:
        """Something is being asked: look for what was answered to it."""
        if not self.isHidden():
            self._soon.start()

    def _take(self, known: tuple[Answered, ...]) -> None:
        self._known = known
        self._look()

    def _look(self) -> None:
        record = self._model.record
        if record is None:
            return
        typed = " ".join(self._model.entry.texts.values())
        found = alike(typed, (*self._known, *answers_in(record)))
        empty_layout(self._answers)
        for each in found:
            self._answers.addWidget(Label(isolate_words(each.question), Part.STATUS, wrap=True))
            self._answers.addWidget(Label(isolate_words(each.answer), wrap=True))
            where = self.tr("{record}, turn {turn}")
            told = where.format(record=isolate(each.record), turn=isolate(each.turn))
            self._answers.addWidget(Label(told, Part.STATUS))
        if not found:
            nothing = self.tr("Nothing like it yet in the records of this person.")
            self._answers.addWidget(Label(nothing, Part.MUTED, wrap=True))

    def _show_steps(self) -> None:
        empty_layout(self._plan)
        self.steps = []
        for step in steps_of(self.protocol.currentData()):
            box = QCheckBox()
            box.setAccessibleName(step)
            told = Label(step, wrap=True)
            told.setBuddy(box)
            line = row(box, told)
            line.setStretch(1, 1)
            self.steps.append(box)
            self._plan.addLayout(line)
