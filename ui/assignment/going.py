"""Going from turn to turn in the window of an interpreter: write, and go on to what is due or differs."""

from ui import shortcuts
from ui.assignment.model import AssignmentModel
from ui.assignment.revising import Revising
from ui.text import isolate, translate
from ui.tones import Tone
from ui.transcript.rows import At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Notice


class Going:
    """Goes where the work goes on, and keeps what is typed on the way."""

    def __init__(
        self, model: AssignmentModel, table: SegmentTable, notice: Notice, revising: Revising
    ) -> None:
        self._model, self._table, self._notice, self._revising = model, table, notice, revising
        self._goes_on = self._began = False
        model.written.connect(self._go_on_after)

    def begin(self) -> bool:
        """Begin at the first turn that still needs work; where none does, at the first of the job. Whether
        it began now.
        """
        rows = self._model.rows
        if self._began or not rows.rows:
            return False
        self._began = True
        if self._revising.model.revises:
            self._revising.go_on()
            return True
        due = (number for number, row in enumerate(rows.rows) if row.segment.id in rows.due)
        first = self._model.next_to_do(-1)
        self._choose(first if first >= 0 else next(due, 0))
        return True

    def go_on(self) -> None:
        """Go to the next turn that is not done, and type there, or say what is to be said of it."""
        if self._revising.model.revises:
            self._revising.go_on()
            return
        number = self._model.next_to_do(self._table.row())
        if number >= 0:
            self._table.edit_side(number, At.RIGHT)

    def go_to_difference(self) -> None:
        """Choose the next turn that differs from its source."""
        self._table.end_editing()
        number = self._model.next_doubted(self._table.row())
        if number < 0:
            none = translate("AssignmentWindow", "No turn differs in numbers, dates, names or length.")
            signed = translate("AssignmentWindow", "Each difference was signed with its reason.")
            self._notice.tell(signed if self._model.findings else none, Tone.OK)
            return
        self._choose(number)

    def write(self, *, goes_on: bool) -> None:
        """Write what is typed as the next version, and stay or go on."""
        self._goes_on = goes_on
        self._notice.clear()
        number = self._table.row()
        self._table.end_editing()
        if number >= 0:
            self._model.write_version(number)

    def _go_on_after(self, number: int) -> None:
        if self._goes_on:
            self._goes_on = False
            following = self._model.next_to_write(number)
            if following >= 0:
                self._table.edit_side(following, At.RIGHT)
                return
            told = translate("AssignmentWindow", "Every turn is written. {key} signs them.")
            self._notice.tell(told.format(key=isolate(shortcuts.shown(shortcuts.NEXT_STEP))), Tone.OK)
        self._table.setFocus()

    def _choose(self, number: int) -> None:
        self._table.setCurrentIndex(self._model.rows.index(number, At.RIGHT))
        self._table.setFocus()
