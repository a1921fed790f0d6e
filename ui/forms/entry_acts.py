"""Acts on an entry of the file: correct it, strike it out, show its history."""

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.fields import Description, Editor
from ui.entries_model import EntriesModel
from ui.forms.entry_dialog import Doubts, EntryDialog
from ui.forms.history import HistoryDialog
from ui.forms.reading import in_words
from ui.labels.entries import Choices
from ui.text import translate
from ui.tones import Tone
from ui.widgets.basic import button
from ui.widgets.questions import ask_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenEntry:
    """The chosen entry. named: the words that name it, isolated. correcting: the heading of its correction.

    choices: what references can name. names: the words of entries by id, struck ones included. doubts: what
    is asked before a correction is saved. said: what somebody said of it besides, given the names of users.
    """

    entry: Any
    description: Description
    named: str
    correcting: str
    choices: Choices = field(default_factory=dict)
    names: MutableMapping[str, str] = field(default_factory=dict)
    languages_first: Sequence[str] = ()
    doubts: Doubts | None = None
    said: Callable[[Mapping[str, str]], str] = lambda _: ""


class EntryActs(QObject):
    """Three buttons for the chosen entry. told: a message for the page, and its tone."""

    told = Signal(str, object)

    def __init__(
        self, parent: QWidget, model: EntriesModel, chosen: Callable[[], ChosenEntry | None]
    ) -> None:
        super().__init__(parent)
        self._parent, self._model, self._chosen = parent, model, chosen
        self._asked: ChosenEntry | None = None
        self.history_button = button(
            self.tr("&History\u2026"), self._ask_history, icon="history", part="quiet"
        )
        self.strike_button = button(self.tr("Stri&ke out\u2026"), self._strike_out, icon="x", part="quiet")
        self.correct_button = button(self.tr("Correc&t\u2026"), self.correct, icon="pencil")
        model.history.connect(self._show_history)

    def offer(self, *, reads: bool, edits: bool) -> None:
        """Show the buttons that this user may use."""
        self.history_button.setVisible(reads)
        for each in (self.correct_button, self.strike_button):
            each.setVisible(edits)

    def correct(self) -> None:
        """Open the correction of the chosen entry, if it is offered."""
        chosen = self._chosen()
        if chosen is None or not self.correct_button.isVisible():
            return
        if chosen.entry.struck:
            self.told.emit(self.tr("An entry that was struck out cannot be corrected."), Tone.WARN)
        else:
            correct_entry(self._parent, self._model, chosen).open()

    def _strike_out(self) -> None:
        chosen = self._required()
        if chosen is None:
            return
        reason = ask_reason(
            self._parent,
            self.tr("Strike out {entry}?").format(entry=chosen.named),
            self.tr(
                "It was made in error. It stays readable with your reason, and is no longer offered "
                "for choice."
            ),
            self.tr("Strike out"),
        )
        if reason:
            self._model.strike_out(chosen.description.name, chosen.entry.id, reason)

    def _ask_history(self) -> None:
        self._asked = self._required()
        if self._asked is not None:
            self._model.ask_history(self._asked.entry.id)

    def _show_history(self, found: Sequence[Any], users: dict[str, str]) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        # For a case file, the service returns the corrections of all its entries; show only its own.
        own = [each for each in found if each.subject_id == asked.entry.id]
        names = ChainMap(users, asked.names)
        heading = self.tr("Corrections of {entry}").format(entry=asked.named)
        HistoryDialog(self._parent, heading, asked.description, own, names, said=asked.said(users)).open()

    def _required(self) -> ChosenEntry | None:
        chosen = self._chosen()
        if chosen is None:
            self.told.emit(self.tr("Choose an entry first."), Tone.WARN)
        return chosen


def correct_entry(parent: QWidget, model: EntriesModel, chosen: ChosenEntry) -> EntryDialog:
    """Make the dialog that corrects an entry for a reason."""

    def take(values: dict[str, Any], reason: str) -> None:
        keep_back = dialog.kept_back is not None and dialog.kept_back.isChecked()
        model.correct(replace(chosen.entry, **values), reason, keep_back=keep_back)

    dialog = EntryDialog(
        parent,
        chosen.correcting,
        chosen.description,
        take,
        model=model,
        main=translate("cases", "Correct"),
        sentence=translate("cases", "The former value stays readable, with the reason."),
        entity=chosen.entry,
        reasoned=True,
        keeps_back=True,
        choices=_with_present(chosen),
        languages_first=chosen.languages_first,
        draft=model.draft(f"correct-{chosen.description.name}", chosen.entry.id),
        doubts=chosen.doubts,
    )
    return dialog


def _with_present(chosen: ChosenEntry) -> Choices:
    """Return the choices together with what the entry names already, which may be struck out or unreadable
    for this user, and must not be lost when another field is corrected.
    """
    choices = {kind: list(offered) for kind, offered in chosen.choices.items()}
    for each in chosen.description.fields:
        named = getattr(chosen.entry, each.name)
        if each.editor is Editor.REFERENCE and named is not None:
            offered = choices.setdefault(each.refers_to, [])
            if named not in {identity for _, identity in offered}:
                offered.append((in_words(each, named, chosen.names), named))
    return choices
