"""The cards of the files of an exhibit, some at once, and which other exhibits have the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.intake import SameFile
from ui.exhibits.file_card import FileCard
from ui.exhibits.view_model import ExhibitsViewModel
from ui.widgets.basic import button, empty_layout

_AT_ONCE = 200
"""So many files are shown at once."""


class FileCards(QVBoxLayout):
    """Shows some files, and a button for the next ones: each is a card with its buttons.

    Down and Up go from a button to the same one of the next file, Page Down and Page Up farther, Home and End
    to the first and the last.
    """

    def __init__(self, model: ExhibitsViewModel, make: Callable[[ExhibitFile], FileCard]) -> None:
        super().__init__()
        self.setSpacing(8)
        self._model, self._make = model, make
        self._cards: dict[FileId, FileCard] = {}
        self._rest: Sequence[ExhibitFile] = ()
        model.same_found.connect(self._tell_same)

    def show_files(self, files: Sequence[ExhibitFile]) -> None:
        empty_layout(self)
        self._cards.clear()
        self._add(files)

    def go_to(self, file_id: FileId) -> bool:
        """Put the cursor on the card of a file, also one farther on; return whether it is there."""
        while file_id not in self._cards and any(each.id == file_id for each in self._rest):
            self._add_more()
        card = self._cards.get(file_id)
        if card is not None:
            card.take_cursor()
        return card is not None

    def _move(self, card: FileCard, which: int, steps: int) -> None:
        cards = list(self._cards.values())
        at = cards.index(card) + steps
        cards[min(max(at, 0), len(cards) - 1)].take_cursor(which)

    def _add(self, files: Sequence[ExhibitFile]) -> None:
        shown, self._rest = files[:_AT_ONCE], files[_AT_ONCE:]
        for file in shown:
            self._cards[file.id] = card = self._make(file)
            card.wants_move.connect(partial(self._move, card))
            self.addWidget(card)
        if shown:
            self._model.find_same(shown)
        if self._rest:
            self.more_button = button(
                self.tr("Show %n more file(s)", "", min(len(self._rest), _AT_ONCE)),
                self._add_more,
                part="quiet",
            )
            self.addWidget(self.more_button)

    def _add_more(self) -> None:
        self.removeWidget(self.more_button)
        self.more_button.deleteLater()
        self._add(self._rest)

    def _tell_same(self, found: Mapping[FileId, Sequence[SameFile]]) -> None:
        """Tell it on the cards that are still shown."""
        for file_id, same in found.items():
            if file_id in self._cards:
                self._cards[file_id].tell_same(same)
