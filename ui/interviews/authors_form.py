"""The form that says something of the renditions of an author: who, of which turns, and how many they are."""

from collections.abc import Sequence

from ui.forms.editors import ChoiceEditor
from ui.text import isolate, translate
from ui.transcript.segment_row import SegmentRow
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form

Range = tuple[str, str]
"""The first and the last position of turns."""


class AuthorsDialog(Dialog):
    """Whose renditions, and of which turns. Nobody is chosen before somebody chooses.

    Who derives from it lays the form out, and says in `told` how many renditions are meant.
    """

    def lay_out(
        self, named: str, linguists: Sequence[tuple[str, str]], turns: Sequence[tuple[str, Range]]
    ) -> Form:
        """Lay the form out, and return it for further rows. named: the name of the field of the author."""
        form = Form()
        self.author = form.add(named, ChoiceEditor(linguists, translate("AuthorsDialog", "Please choose")))
        self.which = form.add(translate("AuthorsDialog", "&Turns"), ValueBox(turns))
        self.count = Label("", Part.MUTED, wrap=True)
        self.body.addLayout(form)
        self.body.addWidget(self.count)
        return form

    def tell_by(self, *boxes: ChoiceEditor | ValueBox) -> None:
        """Tell how many are meant, again whenever something else is chosen in one of these."""
        for box in boxes:
            box.currentIndexChanged.connect(lambda _: self.count.setText(self.told()))
        self.count.setText(self.told())

    def told(self) -> str:
        """Return how many renditions are meant, and what they get."""
        raise NotImplementedError

    def includes(self, row: SegmentRow) -> bool:
        """Whether a turn is one of those that are chosen."""
        first, last = self.which.currentData()
        return bool(first <= row.segment.position <= last)


def range_of_turns(everywhere: str, rows: Sequence[SegmentRow], chosen: int) -> list[tuple[str, Range]]:
    """Return which turns can be meant. everywhere: the words for all.

    chosen: the number of the chosen turn, from 0; below it for none.
    """
    offered = [(everywhere, ("", "~"))]
    if 0 <= chosen < len(rows):
        here, label = rows[chosen].segment.position, isolate(rows[chosen].full.label)
        offered += [
            (translate("AuthorsDialog", "Turn {number} alone").format(number=label), (here, here)),
            (translate("AuthorsDialog", "From turn {number} on").format(number=label), (here, "~")),
            (translate("AuthorsDialog", "Up to turn {number}").format(number=label), ("", here)),
        ]
    return offered
