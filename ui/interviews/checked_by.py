"""Says that an author checked their renditions: one act for all drafts of theirs, or for some."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingState
from ui import shortcuts
from ui.forms.editors import ChoiceEditor
from ui.interviews.rendered_by import range_of_turns
from ui.text import isolate
from ui.transcript.model import TranscriptModel
from ui.transcript.rows import SegmentRow
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form


class CheckedByDialog(Dialog):
    """Whose renditions, and of which turns. Nobody is chosen before somebody chooses.

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
        form = Form()
        known = [(name, author) for name, author in linguists if author in authors]
        self.author = form.add(self.tr("&Author"), ChoiceEditor(known, self.tr("Please choose")))
        self.which = form.add(
            self.tr("&Turns"), ValueBox(range_of_turns(self.tr("All drafts of this author"), rows, chosen))
        )
        self.count = Label("", Part.MUTED, wrap=True)
        self.body.addLayout(form)
        self.body.addWidget(self.count)
        self.finish_with(self.tr("Author &checked them"), icon="check")
        for box in (self.author, self.which):
            box.currentIndexChanged.connect(lambda _: self._tell())
        self._tell()

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

    def _meant(self) -> list[Rendering]:
        first, last = self.which.currentData()
        author = self.author.value()
        return [
            rendering
            for row, rendering in self._drafts
            if first <= row.segment.position <= last and rendering.author_id == author
        ]

    def _tell(self) -> None:
        told = self.tr('%n rendition(s) get the state "checked by its author".', "", len(self._meant()))
        self.count.setText(told)


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
