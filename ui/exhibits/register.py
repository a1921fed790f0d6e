"""The dialog that registers an exhibit."""

from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import ARRIVALS, ASKED_BY_HAND, CUSTODY_KINDS
from thb_desktop.domain.date_rules import check_dates, check_moment
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.labels import IssuedNumber, is_code, read_code
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import CodeNotReadError
from thb_desktop.findings import Finding
from thb_desktop.services.evidence.custody_acts import Act
from ui.exhibits.view_model import ExhibitsViewModel
from ui.forms.act_form import ActForm
from ui.forms.editors import ChoiceEditor, MomentEditor
from ui.forms.entry_dialog import refuse_field
from ui.forms.field_form import FieldForm, mnemonic_of
from ui.forms.namesakes import namesakes
from ui.forms.pairs import PairsEditor
from ui.messages import sentence
from ui.text import isolate
from ui.widgets.basic import Label, Part, button, rename, row, show_if
from ui.widgets.date_doubts import may_save
from ui.widgets.dates import now
from ui.widgets.dialog import Dialog

_ALIKE = (
    *("source", "collected_at", "collected_by", "instrument_id"),
    *("legal_authority", "emergency", "ratification"),
)
"""What the exhibits of one search have alike: where it was, who collected them when, and by which right."""
_ALIKE_EVENT = ("action", "occurred_at", "reason", "place", "late_entry_reason")
_OF_ARRIVALS = frozenset(name for action in ARRIVALS for name in CUSTODY_KINDS[action].asks)
_ELSEWHERE = frozenset({"seal", *(ASKED_BY_HAND - _OF_ARRIVALS)})
"""Fields of an event that its form does not make: entered with the exhibit, or asked by no arrival."""


class RegisterDialog(Dialog):
    """Asks what an exhibit is, where it comes from, and for the event of its acquisition.

    The seal is entered once, for the exhibit and the event.
    """

    def __init__(self, parent: QWidget, model: ExhibitsViewModel, case: CaseFile) -> None:
        super().__init__(parent, self.tr("Register an exhibit"), self.tr("Files are added afterwards."))
        self.setMinimumWidth(680)
        self._model, self._case = model, case
        main, same = self.tr("Re&gister"), self.tr("As collected: same time, same person")
        like = self.tr("&As {number}: place, collection, order and event are the same")
        self.exhibit = FieldForm(
            EXHIBIT,
            choices=model.choices,
            languages_first=(case.language,),
            taken="".join(map(mnemonic_of, (main, same, like))),
        )
        arrivals = [action for action in CustodyAction if action in ARRIVALS]
        self.act = ActForm(arrivals, model.officials, left_out=_ELSEWHERE, taken=self.exhibit.letters)
        self.same_button = button(same, self._copy_collected, icon="check", part="quiet")
        self._before = model.exhibit
        self._copied: CustodyEvent | None = None
        self.like_button = button("", self._copy_before, icon="check", part="quiet")
        self.body.addLayout(row(None, self.like_button))
        self._offer_before(like)
        self.body.addLayout(self.exhibit)
        self.body.addLayout(row(Label(self.tr("How it was acquired"), Part.CAPTION), None, self.same_button))
        self.body.addLayout(self.act)
        self.act.fit()
        self.finish_with(main)
        # Else Qt goes to the main button, because a button comes first.
        self.exhibit.go_to("number")
        self.keep_typing(model.draft("register-exhibit", case.id))

    def _offer_before(self, like: str) -> None:
        """Offer to take from the exhibit that is shown what all of one search have alike. like: the words of
        the button.
        """
        before = self._before
        is_there = before is not None and bool(before.custody) and before.exhibit.case_id == self._case.id
        show_if(self.like_button, is_there)
        if before is not None:
            number = isolate(before.exhibit.number.replace("&", "&&"))
            rename(self.like_button, like.format(number=number))

    def _copy_before(self) -> None:
        """Copy what the user says is the same, and the language of the title; number, title, kind, seal and
        what it is are typed.
        """
        if self._before is None:
            return
        exhibit, event = self._before.exhibit, self._before.custody[0].event
        for name in _ALIKE:
            editor, value = self.exhibit.editors[name], getattr(exhibit, name)
            if isinstance(editor, ChoiceEditor):
                editor.set_present(value)
            else:
                self.exhibit.editor(name).set_value(value)
        titles = self.exhibit.editor("titles")
        if not titles.value():
            titles.set_value([(language, "") for language, _ in exhibit.titles[:1]])
        self.act.set_values(**{name: getattr(event, name) for name in _ALIKE_EVENT})
        self._copied = event
        self.act.actor.set_value(event.actor)
        self.act.actor.choose(event.actor_id)
        if self.like_button.hasFocus():
            # Its key lets the cursor stay where somebody types on; it counts as pressed a moment later.
            self.exhibit.go_to("number")

    def take(self) -> None:
        number = self.exhibit.editor("number").value()
        if is_code(number):
            self._read_label(number)
            return
        # Both forms show their errors; the cursor goes to the first of all.
        refused = [form.refuses() for form in (self.act, self.exhibit)]
        if any(refused):
            return
        exhibit = self._exhibit(self.exhibit.values())
        act = self.act.act(seal=exhibit.seal)
        doubts = (
            *check_dates(exhibit, now()),
            *check_moment("custody_event.occurred_at", act.occurred_at, now()),
            *namesakes(self.act, self._copied),
        )
        if not may_save(self, doubts, {**self.exhibit.editors, **self.act.editors}):
            return
        self.begin_work()
        self._model.ask_number(
            self, self._case, exhibit.number, lambda asked: self._register(exhibit, act, asked)
        )

    def _register(self, exhibit: Exhibit, act: Act, asked: Finding | None) -> None:
        """Register it, if its number was not voided, or else the person wants it all the same."""
        if not isValid(self) or not self.isVisible():
            return
        if asked is not None:
            self._end_work()
            if not may_save(self, [asked], self.exhibit.editors):
                self.exhibit.go_to("number")
                return
            self.begin_work()
        with self._model.answering(self):
            self._model.register(exhibit, act)

    def _read_label(self, scanned: str) -> None:
        """Write the number of a label that was printed in advance and scanned into the field of the number.
        The scanner ends with Enter: nothing is registered by it.
        """
        number = self.exhibit.editor("number")
        try:
            named = read_code(scanned)
        except CodeNotReadError as error:
            self.refuse_at(self.exhibit.editors["number"], sentence(error))
            return
        if isinstance(named, IssuedNumber) and named.case_id == self._case.id:
            number.set_value(named.number)
            titles = self.exhibit.editors["titles"]
            if isinstance(titles, PairsEditor):
                titles.go_on()
        elif isinstance(named, IssuedNumber):
            told = self.tr("This label was printed for another case.")
            self.refuse_at(self.exhibit.editors["number"], told)
        else:
            told = self.tr(
                "This is the label of an exhibit that is registered. Write the number of this one."
            )
            self.refuse_at(self.exhibit.editors["number"], told)

    def make_room(self, names: Any) -> None:
        """Add a row for each value of a draft."""
        self.exhibit.make_room(names)

    def _exhibit(self, values: dict[str, Any]) -> Exhibit:
        return Exhibit(id=ExhibitId(""), case_id=self._case.id, root_id=ExhibitId(""), **values)

    def _copy_collected(self) -> None:
        """Copy time and person of the collection, because the user says that they are the same."""
        collected, occurred = self.exhibit.editors["collected_at"], self.act.editors["occurred_at"]
        if isinstance(collected, MomentEditor) and isinstance(occurred, MomentEditor):
            if collected.problem():
                self.refuse_at(collected, collected.problem())
                return
            occurred.set_value(collected.value())
        self.act.actor.choose(self.exhibit.editor("collected_by").value())

    def refuse_field(self, field: str, sentence: str) -> None:
        # The seal is entered once, in the form of the exhibit.
        field = "exhibit.seal" if field == "custody_event.seal" else field
        refuse_field(self, (self.exhibit, self.act), field, sentence)
