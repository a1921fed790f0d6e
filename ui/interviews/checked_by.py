"""Says that an author checked their renditions: one act for all drafts of theirs, or for some."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingState
from ui import shortcuts
from ui.interviews.authors_form import AuthorsDialog, range_of_turns
from ui.text import isolate
from ui.transcript.model import TranscriptModel
from ui.transcript.segment_row import SegmentRow


class CheckedByDialog(AuthorsDialog):
    """Whose renditions their author checked, and of which turns.

    rows: the turns of the record. chosen: the number of the chosen one, from 0; below it for none. linguists:
    of the case, name and id.
    """

    def __init__(
        self,
        parent: QWidget,
        transcript: TranscriptModel,
        rows: Sequence[SegmentRow],
        chosen: int,
        linguists: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(
            parent,
            self.tr("Did the author check these renditions?"),
            self.tr(
                "Whoever rendered read or heard their renditions again, and stands by them. The record says "
                "so under your name. Only drafts change; the words stay."
            ),
        )
        self._transcript = transcript
        self._drafts = drafts_in(rows)
        authors = {each.author_id for _, each in self._drafts}
        known = [(name, author) for name, author in linguists if author in authors]
        everything = self.tr("All drafts of this author")
        self.lay_out(self.tr("&Author"), known, range_of_turns(everything, rows, chosen))
        self.finish_with(self.tr("Author &checked them"), icon="check")
        self.tell_by(self.author, self.which)

    def take(self) -> None:
        meant = self._meant()
        if not self.author.value():
            self.refuse_at(self.author, self.tr("Please choose who checked them."))
        elif not meant:
            self.refuse_at(self.which, self.tr("None of these turns has a draft of this author."))
        else:
            self.begin_work()
            with self._transcript.answering(self):
                self._transcript.set_checked([each.id for each in meant])

    def told(self) -> str:
        return self.tr('%n rendition(s) get the state "checked by its author".', "", len(self._meant()))

    def _meant(self) -> list[Rendering]:
        author = self.author.value()
        return [
            rendering
            for row, rendering in self._drafts
            if self.includes(row) and rendering.author_id == author
        ]


def told_drafts(rows: Sequence[SegmentRow]) -> str:
    """Return that renditions are drafts, and the key that says more of them; empty if none is."""
    drafts = len(drafts_in(rows))
    if not drafts:
        return ""
    told = QCoreApplication.translate(
        "RecordView",
        "%n rendition(s) are drafts. If their author checked them, {key} says so.",
        "",
        drafts,
    )
    return told.format(key=isolate(shortcuts.shown(shortcuts.CHECKED_BY)))


def drafts_in(rows: Sequence[SegmentRow]) -> list[tuple[SegmentRow, Rendering]]:
    """Return the renderings that are drafts and name their author, in the order of their turns."""
    return [
        (row, rendering)
        for row in rows
        if not row.segment.struck
        for rendering in row.full.renderings
        if rendering.author_id is not None and rendering.state is RenderingState.DRAFT
    ]
