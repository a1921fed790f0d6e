"""The form of a custody event: who did what, when, where and why."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.custody_kinds import ASKED_BY_HAND, CUSTODY_KINDS
from thb_desktop.domain.exhibit_fields import CUSTODY_EVENT
from thb_desktop.domain.ids import OfficialId
from thb_desktop.domain.people import Official
from thb_desktop.domain.vocabulary import CustodyAction, LackedField, SealState
from thb_desktop.services.evidence.custody_acts import Act
from ui.forms.editors import Choices, CodeEditor
from ui.forms.field_form import FieldForm
from ui.forms.names import NameEditor
from ui.forms.typed import LineEditor
from ui.labels import words
from ui.labels.entries import official_words
from ui.text import listed, translate

COMMON = ("action", "occurred_at", "actor", "reason", "place", "note", "late_entry_reason")
"""The fields of every event."""


class ActForm(FieldForm):
    """Its fields depend on the action; until one is chosen, it shows only the fields of every event.

    actions: those offered. left_out: fields that are entered elsewhere in the dialog.
    """

    def __init__(
        self,
        actions: Iterable[CustodyAction],
        officials: Sequence[Official],
        *,
        choices: Choices | None = None,
        left_out: frozenset[str] = frozenset(),
        taken: str = "",
    ) -> None:
        self._left_out = left_out
        self.action = CodeEditor(actions, translate("act", "Please choose"))
        self.actor = NameEditor([(official_words(each), each.name, each.id) for each in officials])
        own: dict[str, QWidget] = {"action": self.action, "actor": self.actor}
        asked = ({*COMMON, *ASKED_BY_HAND}) - left_out
        super().__init__(CUSTODY_EVENT, names=asked, own=own, choices=choices, taken=taken)
        late = self.editors["late_entry_reason"]
        if isinstance(late, LineEditor):
            late.setPlaceholderText(translate("act", "Needed if it was more than a day ago"))
        lacked = self.editors.get("lacked")
        if isinstance(lacked, CodeEditor):
            lacked.currentIndexChanged.connect(lambda _: self._say_states(lacked.value()))
        self.action.currentIndexChanged.connect(lambda _: self.fit())

    def chosen(self) -> CustodyAction | None:
        """Return the chosen action."""
        action = self.action.value()
        return action if isinstance(action, CustodyAction) else None

    def fit(self) -> None:
        """Show the fields of the chosen action.

        Call it once the form is in its dialog: shown before, a field is a window of its own.
        """
        action = self.chosen()
        asks, needs = frozenset[str](), frozenset[str]()
        if action is not None:
            asks, needs = CUSTODY_KINDS[action].asks, CUSTODY_KINDS[action].needs
        self.ask({*COMMON, *asks} - self._left_out, needs)

    def _say_states(self, named: object) -> None:
        """Show which values the state of a seal has, where a correction names it."""
        states = listed(words(each) for each in SealState) if named is LackedField.SEAL_STATE else ""
        for name in ("wrong_value", "right_value"):
            if isinstance(editor := self.editors[name], LineEditor):
                editor.setPlaceholderText(states)

    def act(self, **more: Any) -> Act:
        """Return the entered event; call `refuses` first. more: the values that are entered elsewhere."""
        values = self.values()
        for name in ("sha256", "source_sha256"):
            if values.get(name):
                values[name] = "".join(values[name].split()).lower()
        chosen = self.actor.identity()
        return Act(**values, actor_id=OfficialId(chosen) if chosen else None, **more)
