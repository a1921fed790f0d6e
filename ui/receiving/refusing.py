"""A list of the exhibits of a package to tick, and below it why each of the others is refused."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from ui.text import isolate, isolate_words, listed, with_name
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.form import Form, line
from ui.widgets.tick_list import Entry, labelled_ticks

_LIST_HEIGHT = 130
_NAMED = 5
"""How many of the marked exhibits the line names."""
_LONGEST = 4_000_000
"""Signs of all reasons together; the default of Qt would cut those of a large package."""


class Refusing(QObject):
    """Each exhibit that is not ticked has its own reason. It is written in one line below the list, and
    stands with the exhibits that are marked.

    items: the list. reasons: all of them by number, as JSON, in a field that nobody sees: a draft keeps it,
    and not the line (this is no widget, so a form that wants a draft has both as its own attributes).
    """

    def __init__(self, parent: QWidget, body: QBoxLayout, *, accepted: str, every: str, why: str) -> None:
        """accepted, every, why: the names of the list, of the button that ticks all, and of the line."""
        super().__init__(parent)
        self.items = labelled_ticks(body, accepted, _LIST_HEIGHT)
        self.all_button = button(every, self._tick_all, icon="check")
        told = self.tr(
            "What is not ticked is refused, each for its own reason: it stands with the lines that are "
            "marked. Shift and the arrow keys mark several."
        )
        body.addLayout(row(None, self.all_button))
        body.addWidget(Label(told, Part.MUTED, wrap=True))
        form = Form()
        self.because = form.add(why, line(""))
        body.addLayout(form)
        self.reasons = QLineEdit(parent)
        self.reasons.setMaxLength(_LONGEST)
        self.reasons.hide()
        self._name = self.because.accessibleName()
        self._entries: tuple[Entry, ...] = ()
        self._why: dict[str, str] = {}
        self.because.textEdited.connect(self._write)
        self.reasons.textChanged.connect(self._read)
        self.items.ticks.dataChanged.connect(self._retell)
        self.items.selectionModel().selectionChanged.connect(lambda *_: self._ask())

    def fill(self, entries: Sequence[Entry]) -> None:
        """List these alone, and mark the first: what is written has a line to stand with."""
        self._entries = tuple(entries)
        self.items.ticks.fill([self._told(each) for each in entries])
        if entries:
            self.items.setCurrentIndex(self.items.ticks.index(0))
        self._ask()

    def refused(self) -> dict[str, str]:
        """By number, why what is not ticked is refused."""
        chosen = {*self.items.chosen()}
        left = (each.value for each in self._entries if each.value not in chosen)
        return {number: self._why.get(number, "").strip() for number in left}

    def lacking(self) -> str:
        """Mark the first exhibit that is refused without a reason, and return its number; empty if there is
        none.
        """
        number = next((number for number, why in self.refused().items() if not why), "")
        if number:
            at = next(at for at, each in enumerate(self._entries) if each.value == number)
            self.items.clearSelection()
            self.items.setCurrentIndex(self.items.ticks.index(at))
            self._ask()
        return number

    def _tick_all(self) -> None:
        self.items.ticks.tick_all_but(())
        self.items.setFocus()

    def _marked(self) -> list[str]:
        """The marked exhibits that are refused as it stands."""
        rows = sorted(each.row() for each in self.items.selectionModel().selectedRows())
        marked = (self._entries[at].value for at in rows if at < len(self._entries))
        return [number for number in marked if not self.items.ticks.is_ticked(number)]

    def _write(self, text: str) -> None:
        """A reason is typed: keep it with each of the marked exhibits."""
        kept = dict(self._why)
        for number in self._marked():
            kept[number] = text
        self.reasons.setText(json.dumps({number: why for number, why in kept.items() if why}))

    def _read(self, text: str) -> None:
        former, self._why = self._why, _parsed(text)
        for at, each in enumerate(self._entries):
            if former.get(each.value) != self._why.get(each.value):
                self._retell_row(at)
        self._ask()

    def _retell(self, first: QModelIndex, last: QModelIndex) -> None:
        for at in range(first.row(), last.row() + 1):
            self._retell_row(at)
        self._ask()

    def _retell_row(self, at: int) -> None:
        if at < len(self._entries):
            self.items.ticks.renew(at, self._told(self._entries[at]))

    def _told(self, entry: Entry) -> Entry:
        """The entry with its reason beside it, as long as it is not ticked."""
        why = self._why.get(entry.value, "").strip()
        if not why or self.items.ticks.is_ticked(entry.value):
            return entry
        told = self.tr("{exhibit} refused: {reason}")
        shown = told.format(exhibit=entry.shown, reason=isolate_words(why))
        return Entry(shown=shown, value=entry.value, barred=entry.barred)

    def _ask(self) -> None:
        """Show the reason of what is marked; where several have not the same, none."""
        marked = self._marked()
        found = {self._why.get(number, "") for number in marked}
        why = found.pop() if len(found) == 1 else ""
        if self.because.text() != why:
            self.because.setText(why)
        self.because.setEnabled(bool(marked))
        more = ["\u2026"] if len(marked) > _NAMED else []
        named = listed([*map(isolate, marked[:_NAMED]), *more])
        self.because.setPlaceholderText(named)
        self.because.setAccessibleName(with_name(self._name, named) if named else self._name)


def _parsed(text: str) -> dict[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(number): str(why) for number, why in found.items()} if isinstance(found, dict) else {}
