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
    """Shows some files, and a button for those before and for the next ones: each is a card with its buttons.

    Down and Up go from a button to the same one of the next file, Page Down and Page Up farther, Home and End
    to the first and the last.
    """

    def __init__(self, model: ExhibitsViewModel, make: Callable[[ExhibitFile], FileCard]) -> None:
        super().__init__()
        self.setSpacing(8)
        self._model, self._make = model, make
        self._cards: dict[FileId, FileCard] = {}
        self._files: Sequence[ExhibitFile] = ()
        self._next = 0
        model.same_found.connect(self._tell_same)

    def show_files(self, files: Sequence[ExhibitFile]) -> None:
        self._files = files
        self._show_from(0)

    def go_to(self, file_id: FileId) -> bool:
        """Put the cursor on the card of a file; return whether it is there. One that is not shown is shown
        with those around it alone: to make the cards of all before it may take a minute.
        """
        at = next((n for n, each in enumerate(self._files) if each.id == file_id), None)
        if at is None:
            return False
        if file_id not in self._cards:
            self._show_from(max(0, min(at - _AT_ONCE // 2, len(self._files) - _AT_ONCE)))
        self._cards[file_id].take_cursor()
        return True

    def _move(self, card: FileCard, which: int, steps: int) -> None:
        cards = list(self._cards.values())
        at = cards.index(card) + steps
        cards[min(max(at, 0), len(cards) - 1)].take_cursor(which)

    def _show_from(self, start: int) -> None:
        empty_layout(self)
        self._cards.clear()
        self._next = start
        if start:
            self.earlier_button = button(
                self.tr("Show %n earlier file(s)", "", min(start, _AT_ONCE)),
                partial(self._show_earlier, start),
                part="quiet",
            )
            self.addWidget(self.earlier_button)
        self._add()

    def _show_earlier(self, start: int) -> None:
        """Show the files before this one, with the cursor on the last of them, from which one goes on up."""
        self._show_from(max(0, start - _AT_ONCE))
        self.go_to(self._files[start - 1].id)

    def _add(self) -> None:
        shown = self._files[self._next : self._next + _AT_ONCE]
        self._next += len(shown)
        for file in shown:
            self._cards[file.id] = card = self._make(file)
            card.wants_move.connect(partial(self._move, card))
            self.addWidget(card)
        if shown:
            self._model.find_same(shown)
        if rest := len(self._files) - self._next:
            self.more_button = button(
                self.tr("Show %n more file(s)", "", min(rest, _AT_ONCE)), self._add_more, part="quiet"
            )
            self.addWidget(self.more_button)

    def _add_more(self) -> None:
        self.removeWidget(self.more_button)
        self.more_button.deleteLater()
        self._add()

    def _tell_same(self, found: Mapping[FileId, Sequence[SameFile]]) -> None:
        """Tell it on the cards that are still shown."""
        for file_id, same in found.items():
            if file_id in self._cards:
                self._cards[file_id].tell_same(same)
