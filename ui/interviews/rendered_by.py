"""Names who rendered turns that have renditions without an author: one act for all of them, or for some."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import InterpreterId, RowId, SegmentId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingState
from ui import shortcuts
from ui.interviews.authors_form import AuthorsDialog, range_of_turns
from ui.labels import language_within
from ui.text import isolate
from ui.transcript.acts import TurnActs
from ui.transcript.segment_row import SegmentRow
from ui.widgets.choices import ValueBox

Nameless = tuple[SegmentRow, Rendering]


class RenderedByDialog(AuthorsDialog):
    """Who rendered, and which turns.

    rows: the turns of the record. chosen: the number of the chosen one, from 0; below it for none.
    """

    def __init__(
        self,
        parent: QWidget,
        acts: TurnActs,
        rows: Sequence[SegmentRow],
        chosen: int,
        linguists: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(
            parent,
            self.tr("Who rendered these turns?"),
            self.tr(
                "The words stay as they are. What an interpreter certified keeps its author, and so does "
                "each turn that names one."
            ),
        )
        self._acts = acts
        self._nameless = nameless_in(rows)
        everything = self.tr("All without an author")
        form = self.lay_out(self.tr("&Rendered by"), linguists, range_of_turns(everything, rows, chosen))
        self.between = form.add(self.tr("&Between"), ValueBox(self._pairs()))
        form.setRowVisible(self.between, self.between.count() > 2)
        self.finish_with(self.tr("&Name them"), icon="check")
        self.tell_by(self.which, self.between)

    def take(self) -> None:
        named = self._named()
        if self.between.currentData() is None:
            self.refuse_at(self.between, self.tr("Please say between which languages this person rendered."))
        elif not self.author.value():
            self.refuse_at(self.author, self.tr("Please choose who rendered them."))
        elif not named:
            self.refuse_at(self.which, self.tr("None of these turns lacks an author."))
        else:
            self.begin_work()
            of: dict[SegmentId, list[RowId]] = {}
            for row, rendering in named:
                of.setdefault(row.segment.id, []).append(rendering.id)
            author = InterpreterId(self.author.value())
            with self._acts.answering(self):
                self._acts.name_author(of, author)

    def _pairs(self) -> list[tuple[str, object]]:
        """Return the pairs of languages; where there are several, nobody rendered all of them by itself."""
        found = dict.fromkeys(_pair(row, rendering) for row, rendering in self._nameless)
        told = self.tr("{one} and {other}")
        pairs: list[tuple[str, object]] = [
            (told.format(one=language_within(one), other=language_within(other)), (one, other))
            for one, other in found
        ]
        return pairs if len(pairs) < 2 else [(self.tr("Please choose"), None), *pairs]

    def _named(self) -> list[Nameless]:
        between = self.between.currentData()
        return [
            (row, rendering)
            for row, rendering in self._nameless
            if self.includes(row) and _pair(row, rendering) == between
        ]

    def told(self) -> str:
        return self.tr("%n rendition(s) get this author.", "", len(self._named()))


def told_nameless(record: InterviewInFull, rows: Sequence[SegmentRow]) -> str:
    """Return that renditions have no author, where an interpreter is entered; empty if each has one."""
    lacking = len(nameless_in(rows)) if any(not each.struck for each in record.engagements) else 0
    if not lacking:
        return ""
    told = QCoreApplication.translate(
        "RecordView", "%n rendition(s) have no author. {key} names who rendered them.", "", lacking
    )
    return told.format(key=isolate(shortcuts.shown(shortcuts.RENDERED_BY)))


def nameless_in(rows: Sequence[SegmentRow]) -> list[Nameless]:
    """Return the renderings without an author that can get one, in the order of their turns."""
    return [
        (row, rendering)
        for row in rows
        if not row.segment.struck
        for rendering in row.full.renderings
        if rendering.author_id is None and rendering.state is not RenderingState.CERTIFIED
    ]


def _pair(row: SegmentRow, rendering: Rendering) -> tuple[str, str]:
    one, other = sorted((row.segment.language, rendering.language))
    return one, other
