"""TransferForm: to which State a bundle goes, under what, and on which ground."""

from collections.abc import Collection, Sequence
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from thb_desktop.domain.fields import Field
from thb_desktop.domain.transfer import TRANSFER, Transfer
from thb_desktop.findings import broken
from ui.forms.editors import ChoiceEditor
from ui.forms.field_form import FieldForm
from ui.labels import field_words
from ui.labels.findings import finding_text
from ui.widgets.refusals import Refusal

_LABEL = 44
"""Pixels of a label above its field, with the room around them."""
_AROUND = 18
"""Pixels around a label that has several lines."""
_ABOVE = 6
"""Pixels above a label, so that one of two lines is not taken for what belongs to the field above it."""
_LEAST = 280
"""Pixels that a wrapped label has at the least: its own hint is narrower than the form."""
_ALWAYS = ("state", "party", "special", "within_limits", "retention")
_ABROAD = ("instrument_id", "spontaneous")
_THIRD = ("ground", "ground_because", "competence", "authorised")
_RULES = {
    "state": "transfer.state-missing",
    "party": "transfer.party-missing",
    "special": "transfer.special-unanswered",
    "special_because": "transfer.necessity-missing",
}
"""What the rules say of a needed answer that is missing."""


class _Host(QWidget):
    """As high as it is told: the form in it, with rows wrapped, would claim less than it needs."""

    widened = Signal()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widened.emit()


class TransferForm(FieldForm):
    """Asks what the State of the recipient makes necessary; labels stand above their fields.

    Its labels have no Alt letters: those of the page are used up.
    """

    def __init__(self) -> None:
        super().__init__(TRANSFER, taken="".join(field_words(TRANSFER.name, e.name) for e in TRANSFER.fields))
        self.stack()
        self.host = _Host()
        self.host.setLayout(self)
        self.host.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for label in self._labels.values():
            label.setWordWrap(True)
            label.setMinimumWidth(_LEAST)
            label.setContentsMargins(0, _ABOVE, 0, 0)
        self._asked: Sequence[str] = ()
        self.host.widened.connect(self._fit)
        self._home, self._protecting = "", frozenset[str]()
        cast(Any, self.editors["state"]).textChanged.connect(self._ask_anew)
        cast(Any, self.editors["special"]).currentIndexChanged.connect(self._ask_anew)
        self._ask_anew()

    def offer(self, home: str, protecting: Collection[str], instruments: Sequence[tuple[str, str]]) -> None:
        """home: the State of the case. protecting: the States that are no third ones. instruments: of
        the case, in words and by id.
        """
        self._home, self._protecting = home, frozenset(protecting)
        cast(ChoiceEditor, self.editors["instrument_id"]).offer(instruments)
        self._ask_anew()

    def clear(self) -> None:
        """Nothing is answered."""
        nowhere = Transfer()
        self.set_values(**{each.name: getattr(nowhere, each.name) for each in TRANSFER.fields})
        self.set_values(spontaneous=None)

    def transfer(self) -> Transfer:
        """What is answered of what is asked."""
        given = self.values()
        return Transfer(**{**given, "spontaneous": given.get("spontaneous") is True})

    def show_field(self, field: str) -> None:
        """Put the cursor where a rule wants an answer, if the field is asked at present."""
        name = field.removeprefix(f"{TRANSFER.name}.")
        if name in {each.name for each in self.shown}:
            self.go_to(name)

    def refuses(self) -> bool:
        """The same, with room for the sentences below the fields."""
        wrong = super().refuses()
        self._fit()
        return wrong

    def wanted(self, field: Field) -> str:
        """The sentence of the rule that wants an answer, as the services say it."""
        return finding_text(broken(_RULES[field.name]))

    def _ask_anew(self) -> None:
        state = str(self.editor("state").value())
        abroad = bool(state) and state != self._home
        third = abroad and len(state) == 2 and state not in self._protecting
        because = ("special_because",) if self.editor("special").value() else ()
        asked = (*_ALWAYS, *because, *(_ABROAD if abroad else ()), *(_THIRD if third else ()))
        self.ask(asked, needed=("special", *because))
        self._asked = asked
        self._fit()

    def _fit(self) -> None:
        """Give the form its height: wrapped rows ask for none of their own, and would lie on each other."""
        editors = (self.editors[name] for name in self._asked)
        labels = (self._labels[name].heightForWidth(self.host.width()) for name in self._asked)
        rows = zip(labels, editors, strict=True)
        height = sum(max(_LABEL, label + _AROUND) + each.sizeHint().height() for label, each in rows)
        refusals = self.host.findChildren(Refusal)
        said = sum(max(each.heightForWidth(self.host.width()), each.height()) + _AROUND for each in refusals)
        self.host.setFixedHeight(height + said)

    @property
    def _labels(self) -> dict[str, QLabel]:
        return {name: cast(QLabel, self.labelForField(each)) for name, each in self.editors.items()}
