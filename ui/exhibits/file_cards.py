"""The cards of the files of an exhibit, some at once, and which other exhibits have the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.folding import folded
from thb_desktop.domain.ids import ExhibitId, FileId
from thb_desktop.domain.intake import SameFile
from ui.exhibits.file_card import FileCard
from ui.exhibits.view_model import ExhibitsViewModel
from ui.widgets.basic import Label, Part, button, empty_layout
from ui.widgets.form import line
from ui.widgets.scrolled import Scrolled

AT_ONCE = 20
"""So many files are shown at once."""
_MANY = 10
"""Of more files than these, some can be chosen by their name."""


class FileCards(QVBoxLayout):
    """Shows some files, and a button for those before and for the next ones: each is a card with its buttons.
    Above many files stands a line that takes a part of a name, and leaves the files that have it.

    Down and Up go from a button to the same one of the next file, Page Down and Page Up farther, Home and End
    to the first and the last. went: the cursor is on another card, which may have its place only soon.
    """

    went = Signal()

    def __init__(self, model: ExhibitsViewModel, make: Callable[[ExhibitFile], FileCard]) -> None:
        super().__init__()
        self.setSpacing(8)
        self._model, self._make = model, make
        self._cards: dict[FileId, FileCard] = {}
        self._all: Sequence[ExhibitFile] = ()
        self._files: Sequence[ExhibitFile] = ()
        """Those that have what is typed in their names."""
        self._of: ExhibitId | None = None
        self._next = 0
        self.search = line(placeholder=self.tr("Part of a name"), name=self.tr("Find among the files"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._choose())
        self.left = Label("", Part.MUTED)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.addWidget(self.search)
        self.addWidget(self.left)
        self.addLayout(self._list)
        for each in (self.search, self.left):
            each.hide()
        model.same_found.connect(self._tell_same)

    def show_files(self, files: Sequence[ExhibitFile]) -> None:
        self._all = files
        if files and files[0].exhibit_id != self._of:
            self._of = files[0].exhibit_id
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
        self.search.setVisible(len(files) > _MANY)
        self._choose()

    def go_to(self, file_id: FileId, which: int = 0) -> bool:
        """Put the cursor on the card of a file; return whether it is there. One that is not shown is shown
        with those around it alone: to make the cards of all before it may take a minute.
        """
        if file_id in {each.id for each in self._all} - {each.id for each in self._files}:
            self.search.clear()
        at = next((n for n, each in enumerate(self._files) if each.id == file_id), None)
        if at is None:
            return False
        if file_id not in self._cards:
            self._show_from(max(0, min(at - AT_ONCE // 2, len(self._files) - AT_ONCE)))
        self._cards[file_id].take_cursor(which)
        return True

    def cursor(self) -> tuple[FileId, int] | None:
        """Return on the card of which file the cursor of the window is, and on which of its buttons."""
        at = self.search.window().focusWidget()
        found = ((file_id, card.place_of(at)) for file_id, card in self._cards.items())
        return next(((file_id, which) for file_id, which in found if which is not None), None)

    def _choose(self) -> None:
        wanted = folded(self.search.text().strip()) if len(self._all) > _MANY else ""
        self._files = [each for each in self._all if wanted in folded(each.name)] if wanted else self._all
        self.left.setText(self.tr("%n file(s) with this in the name", "", len(self._files)) if wanted else "")
        self.left.setVisible(bool(wanted))
        self._show_from(0)

    def _move(self, card: FileCard, which: int, steps: int) -> None:
        at = next(n for n, each in enumerate(self._files) if each.id == card.file.id) + steps
        self.go_to(self._files[min(max(at, 0), len(self._files) - 1)].id, which)
        self.went.emit()

    def _show_from(self, start: int) -> None:
        empty_layout(self._list)
        self._cards.clear()
        self._next = start
        if start:
            self.earlier_button = button(
                self.tr("Show %n earlier file(s)", "", min(start, AT_ONCE)),
                partial(self._show_earlier, start),
                part="quiet",
            )
            self._list.addWidget(self.earlier_button)
        self._add()

    def _show_earlier(self, start: int) -> None:
        """Show the files before this one, with the cursor on the last of them, from which one goes on up."""
        self._show_from(max(0, start - AT_ONCE))
        self.go_to(self._files[start - 1].id)
        self.went.emit()

    def _add(self) -> None:
        shown = self._files[self._next : self._next + AT_ONCE]
        self._next += len(shown)
        for file in shown:
            self._cards[file.id] = card = self._make(file)
            card.wants_move.connect(partial(self._move, card))
            self._list.addWidget(card)
        if shown:
            self._model.find_same(shown)
        if rest := len(self._files) - self._next:
            self.more_button = button(
                self.tr("Show %n more file(s)", "", min(rest, AT_ONCE)), self._add_more, part="quiet"
            )
            self._list.addWidget(self.more_button)

    def _add_more(self) -> None:
        """Show the next files too; the cursor is on the first of them."""
        first = self._files[self._next].id
        self._list.removeWidget(self.more_button)
        self.more_button.deleteLater()
        self._add()
        self.go_to(first)
        self.went.emit()

    def _tell_same(self, found: Mapping[FileId, Sequence[SameFile]]) -> None:
        """Tell it on the cards that are still shown."""
        for file_id, same in found.items():
            if file_id in self._cards:
                self._cards[file_id].tell_same(same)


class InSight(QObject):
    """Keeps the cursor in sight while new cards come to their places, until somebody scrolls."""

    def __init__(self, area: Scrolled, files: FileCards) -> None:
        super().__init__(area)
        self._area, self._files = area, files
        self._sought: FileId | None = None
        self._which = 0
        self._kept: QWidget | None = None
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda *_: self._soon())
        bar.actionTriggered.connect(lambda _: self._let_go())
        files.went.connect(self._keep)

    def go_to(self, file_id: FileId, which: int = 0) -> None:
        """Put the cursor on the card of a file, once it is there. which: of its buttons."""
        self._sought, self._which = file_id, which
        self._soon()

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self._seek)

    def _seek(self) -> None:
        if self._sought is not None and self._files.go_to(self._sought, self._which):
            self._sought, self._kept = None, self._area.focusWidget()
        at = self._area.focusWidget()
        if at is not None and at is self._kept:
            self._area.ensureWidgetVisible(at)

    def _keep(self) -> None:
        self._kept = self._area.focusWidget()
        self._soon()

    def _let_go(self) -> None:
        self._sought = self._kept = None
