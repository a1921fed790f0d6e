"""Handing back with work left: what is not done is named, and the linguist says whether the screen goes."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.work_left import WorkLeft, work_left
from ui.assignment.model import AssignmentModel
from ui.assignment.revision import RevisionModel
from ui.text import isolate, listed, translate
from ui.widgets.basic import Label
from ui.widgets.dialog import Dialog

NAMED = 12
"""Turns that are named of one kind; of the others it is said how many they are."""


class HandBackDialog(Dialog):
    """Names what is left, each line with its turns."""

    def __init__(self, parent: QWidget, lines: Sequence[str]) -> None:
        super().__init__(
            parent,
            self.tr("Hand back with work left?"),
            self.tr(
                "The office merges what is written, as far as it is. You can go on later, until it closes "
                "the assignment."
            ),
        )
        self.setMinimumWidth(640)
        for line in lines:
            self.body.addWidget(Label(line, wrap=True))
        self.finish_with(self.tr("&Hand back all the same"), icon="handshake", back=self.tr("&Go on working"))
        self.main_button.setDefault(False)
        self.back_button.setDefault(True)
        self.back_button.setFocus()


def ask_to_hand_back(
    window: QWidget, model: AssignmentModel, revision: RevisionModel, then: Callable[[], object]
) -> HandBackDialog | None:
    """Hand back at once where nothing is left; otherwise name what is, and ask."""
    turns = model.turns
    if turns is None:
        then()
        return None
    model.keep_drafts()
    lines = list(
        _of_revision(model, revision) if revision.revises else _lines(model, work_left(turns, _typed(model)))
    )
    if not lines:
        then()
        return None
    dialog = HandBackDialog(window, lines)
    dialog.accepted.connect(then)
    dialog.open()
    return dialog


def _typed(model: AssignmentModel) -> frozenset[SegmentId]:
    return frozenset(model.typed_turns())


def _lines(model: AssignmentModel, left: WorkLeft) -> Iterator[str]:
    """One line for each kind of work that is left."""
    for turns, told in (
        (
            left.typed,
            translate(
                "hand-back", "Typed and not written; it stays here, the office does not get it: {turns}"
            ),
        ),
        (
            left.unsigned,
            translate("hand-back", "Written and not signed as checked; the office gets drafts: {turns}"),
        ),
        (left.untouched, translate("hand-back", "Not rendered: {turns}")),
        (
            left.again,
            translate(
                "hand-back", "To be rendered again: the source changed, or the version was withdrawn: {turns}"
            ),
        ),
        (left.asked, translate("hand-back", "A question that nobody answered yet: {turns}")),
        (
            left.left,
            translate("hand-back", "A note at words that the present wording does not have: {turns}"),
        ),
    ):
        if turns:
            yield told.format(turns=_named(model, turns))


def _of_revision(model: AssignmentModel, revision: RevisionModel) -> Iterator[str]:
    """The same of who revises the work of another."""
    waiting = [each for each in model.labels if revision.waits(each)]
    if waiting:
        told = translate("hand-back", "Turns of which you said nothing yet: {turns}")
        yield told.format(turns=_named(model, waiting))


def _named(model: AssignmentModel, turns: Sequence[SegmentId]) -> str:
    """The short names of the first turns, and how many more there are."""
    names = listed(isolate(model.labels.get(each, "")) for each in turns[:NAMED])
    if len(turns) <= NAMED:
        return names
    told = translate("hand-back", "{turns} and {count} more")
    return told.format(turns=names, count=isolate(str(len(turns) - NAMED)))
