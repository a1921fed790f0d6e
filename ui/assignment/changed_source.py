"""Below the turns: what the source of the chosen turn was when it was rendered, and what it is now."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.word_difference import Change, difference
from ui.assignment.model import AssignmentModel
from ui.assignment.revising import Side
from ui.text import isolate
from ui.tones import Tone
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Chip, Label, Part, row, show_if


class ChangedSource(QWidget):
    """Both sources of the chosen turn beside one another; hidden where the last version is of the present
    one.
    """

    def __init__(self, model: AssignmentModel, table: SegmentTable) -> None:
        super().__init__()
        self._model, self._table = model, table
        self.chip, self.told = Chip(), Label("", Part.MUTED, wrap=True)
        line = row(self.chip, self.told)
        line.setStretch(1, 1)
        self.then, self.now = Side(), Side()
        pair = QHBoxLayout()
        pair.setSpacing(10)
        pair.addWidget(self.then, 1)
        pair.addWidget(self.now, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addLayout(pair)
        self.hide()

    def show_turn(self) -> None:
        """Show what changed in the source of the chosen turn, if its last version is of an earlier one."""
        found, number = self._model.found, self._table.row()
        rows = self._model.rows
        if found is None or not 0 <= number < len(rows.rows):
            self.hide()
            return
        segment_id = rows.rows[number].segment.id
        version = found.turns.newest.get(segment_id)
        is_stale = version is not None and found.turns.states[version.id] is WorkState.STALE
        show_if(self, is_stale)
        if version is None or not is_stale:
            return
        before, now = found.former.get(version.source_digest), found.turns.sources.get(segment_id, "")
        self.chip.show_as(self.tr("The source changed"), Tone.BAD)
        shown = isolate(str(version.number))
        self.then.head.setText(self.tr("What version {number} was made from").format(number=shown))
        self.now.head.setText(self.tr("The source now"))
        told = self.tr("Words that went are struck, words that came are underlined. Write the turn again.")
        lacks = self.tr("The words of then were not found. Read the source again, and write the turn again.")
        self.told.setText(told if before is not None else lacks)
        show_if(self.then, before is not None)
        language = rows.language_of_source(rows.rows[number])
        pieces = difference(before if before is not None else now, now)
        self.then.text.show_pieces([each for each in pieces if each.change is not Change.ADDED], language)
        self.now.text.show_pieces([each for each in pieces if each.change is not Change.REMOVED], language)
