"""The searches that a user keeps: do one again, keep one, give it another name, remove it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.searching import SavedSearch
from ui.text import isolate_words, visible
from ui.widgets.basic import Label, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.long_box import LongBox
from ui.widgets.questions import ask


class KeptSearches(QWidget):
    """chosen: a SavedSearch that is to be searched again. wants_keep, wants_rename, wants_remove: an act on
    what is searched now, or on the chosen one.
    """

    chosen = Signal(object)
    wants_keep = Signal()
    wants_rename = Signal(object)
    wants_remove = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.box = LongBox()
        self.box.setPlaceholderText(self.tr("None is chosen"))
        label = Label(self.tr("Kep&t searches"))
        label.setBuddy(self.box)
        self.box.setAccessibleName(self.tr("Kept searches"))
        self.keep_button = button(self.tr("&Keep\u2026"), self.wants_keep.emit, part="quiet")
        self.rename_button = button(self.tr("Rena&me\u2026"), self._rename, part="quiet")
        self.remove_button = button(self.tr("&Remove\u2026"), self._remove, part="quiet")
        line_of = row(label, self.box, self.keep_button, self.rename_button, self.remove_button, None)
        line_of.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line_of)
        self.box.activated.connect(lambda _: self._search_again())
        self._let()

    def show_kept(self, found: Sequence[SavedSearch], changed: str) -> None:
        """List these. changed: the id of the one that is chosen then."""
        before = self.box.currentData()
        wanted = changed or (before.id if isinstance(before, SavedSearch) else "")
        self.box.offer_choices([(self._shown(each), each) for each in found])
        at = next((number for number, each in enumerate(found) if each.id == wanted), -1)
        self.box.setCurrentIndex(at)
        self._let()

    def _let(self) -> None:
        chosen = self.box.currentData()
        is_chosen = isinstance(chosen, SavedSearch)
        self.rename_button.setEnabled(is_chosen and chosen.is_readable)
        self.remove_button.setEnabled(is_chosen)

    def _shown(self, kept: SavedSearch) -> str:
        return isolate_words(visible(kept.name)) if kept.is_readable else self.tr("One that cannot be read")

    def _search_again(self) -> None:
        self._let()
        found = self.box.currentData()
        if isinstance(found, SavedSearch):
            self.chosen.emit(found)

    def _rename(self) -> None:
        self.wants_rename.emit(self.box.currentData())

    def _remove(self) -> None:
        found = self.box.currentData()
        if isinstance(found, SavedSearch) and ask(
            self,
            self.tr("Remove this kept search?"),
            self.tr("{name} is removed from your list. Nothing else changes.").format(
                name=self._shown(found)
            ),
            self.tr("Remove"),
        ):
            self.wants_remove.emit(found)


class NameDialog(Dialog):
    """Asks for the name of a kept search. named: it was typed."""

    named = Signal(str)

    def __init__(self, parent: QWidget, heading: str, name: str = "") -> None:
        super().__init__(parent, heading, self.tr("Only you see it."))
        form = Form()
        self.name = form.add(self.tr("&Name"), line(name))
        self.body.addLayout(form)
        self.finish_with(self.tr("Keep"))

    def take(self) -> None:
        if not self.lacks((self.name, self.tr("A name is needed."))):
            self.named.emit(self.name.text())
