"""The work on an assigned record: typing is kept, a version is written, all is signed, and handed back."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from thb_desktop.domain.ids import SegmentId
from thb_desktop.errors import NothingHandedBackError, ThbError
from thb_desktop.services.assignments import desk
from thb_desktop.services.assignments.desk import FORM, AssignedJob
from thb_desktop.services.core.session import Session
from ui.assignment.rows import AssignedRows
from ui.jobs import VaultJobs
from ui.messages import sentence
from ui.transcript.rows import At
from ui.view_model import ViewModel

KEEP_AFTER, TRY_AGAIN = 700, 1_000
"""Milliseconds without typing until it is kept, and until the next try after a failure."""


class AssignmentModel(ViewModel):
    """shown: the record, when it changed. kept: when what was typed was last kept. unkept: why it was not.
    written: the row of a turn. handed_back: whether something was.
    """

    shown = Signal(object)
    kept = Signal(object)
    unkept = Signal(str)
    written = Signal(int)
    handed_back = Signal(bool)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.rows = AssignedRows(self)
        self.found: AssignedJob | None = None
        self._typed: dict[SegmentId, str] = {}
        self._rest = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._rest.timeout.connect(self.keep_drafts)

    def reload(self) -> None:
        self.read(desk.open_job, self._show)

    def type(self, number: int, column: int, typed: str) -> None:
        """Take the text being typed; it is kept after a short pause, and during a long one of typing."""
        row = self.rows.rows[number]
        self.rows.keep_typed(number, At(column), typed)
        self._typed[row.segment.id] = typed
        if not self._rest.isActive():
            self._rest.start(KEEP_AFTER)

    @property
    def holds_drafts(self) -> bool:
        """Whether something is typed that is not written."""
        return any(row.unsaved for row in self.rows.rows)

    def keep_drafts(self) -> None:
        """Keep what was typed since, sealed for the interpreter alone."""
        self._rest.stop()
        typed, self._typed = self._typed, {}
        for segment_id, text in typed.items():
            self._keep(segment_id, text)

    def render(self, number: int, *, checked: bool = False) -> None:
        """Write what is typed on a turn as its next version, signed by the interpreter."""
        row = self.rows.rows[number]
        text = row.text(self.rows.right).strip()
        if not text or not row.unsaved:
            self.written.emit(number)
            return
        self._typed.pop(row.segment.id, None)

        def work(session: Session) -> AssignedJob:
            desk.render(session, row.segment.id, text, checked=checked)
            return desk.open_job(session)

        def done(found: AssignedJob) -> None:
            self._show(found)
            self.written.emit(number)

        self.jobs.run(self, work, then=done, refused=self.refuse)

    def sign(self) -> None:
        """Sign the last version of every turn as checked, in one go; what is typed is written first."""
        typed = {row.segment.id: row.text(self.rows.right).strip() for row in self.rows.rows if row.unsaved}
        self._typed.clear()

        def work(session: Session) -> AssignedJob:
            for segment_id, text in typed.items():
                if text:
                    desk.render(session, segment_id, text, checked=False)
            if desk.open_job(session).ready():
                desk.sign_all(session)
            return desk.open_job(session)

        self.jobs.run(self, work, then=self._show, refused=self.refuse)

    def hand_back(self) -> None:
        """Sign what was done, if there is something new, before the screen goes back."""
        self.keep_drafts()

        def work(session: Session) -> bool:
            try:
                desk.hand_back(session)
            except NothingHandedBackError:
                return False
            return True

        self.jobs.run(self, work, then=self.handed_back.emit, refused=self.refuse)

    def next_to_do(self, after: int) -> int:
        """Return the next turn that is not done, from the top again; -1 if all are."""
        count = len(self.rows.rows)
        order = [*range(after + 1, count), *range(min(after + 1, count))]
        return next((number for number in order if self.rows.is_to_do(number)), -1)

    def _keep(self, segment_id: SegmentId, text: str) -> None:
        told: list[datetime] = []

        def work(session: Session) -> None:
            told.append(desk.keep_typing(session, segment_id, text))

        def refused(error: ThbError) -> None:
            self._typed.setdefault(segment_id, text)
            self._rest.start(TRY_AGAIN)
            self.unkept.emit(sentence(error))

        self.jobs.keep((FORM, segment_id), work, then=lambda: self.kept.emit(told[-1]), refused=refused)

    def _show(self, found: AssignedJob) -> None:
        self.found = found
        self.rows.show_job(found)
        self.shown.emit(found)
