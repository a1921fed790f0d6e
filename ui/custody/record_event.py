"""The dialog that records a custody event."""

from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import in_language
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, DISPOSALS
from thb_desktop.domain.date_rules import check_moment
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.people import Official
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.casework.custody import Act
from ui.custody.view_model import CustodyViewModel
from ui.labels import words
from ui.text import isolate, isolate_words
from ui.widgets.choices import CodeBox, ValueBox
from ui.widgets.date_doubts import may_save
from ui.widgets.dates import MomentField, now
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.second_person import SecondPerson

NOT_HERE = {action for action, kind in CUSTODY_KINDS.items() if kind.arrives or not kind.by_hand}
"""Events that are recorded by registering an exhibit."""


class RecordEventDialog(Dialog):
    """The fields depend on the kind of event."""

    def __init__(
        self,
        parent: QWidget,
        model: CustodyViewModel,
        exhibits: tuple[Exhibit, ...],
        chosen: str,
        rights: frozenset[Right],
    ) -> None:
        super().__init__(
            parent,
            self.tr("Record a custody event"),
            self.tr("A recorded event is never changed. If it is wrong, record a correction."),
        )
        self._model = model
        language = model.case.language if model.case else ""
        choices = [
            (f"{isolate(exhibit.number)}  {isolate_words(in_language(exhibit.titles, language))}", exhibit.id)
            for exhibit in exhibits
        ]
        self.form = form = Form()
        self.exhibit = form.add(self.tr("&Exhibit"), ValueBox(choices))
        self.exhibit.setCurrentIndex(max(0, self.exhibit.findData(chosen)))
        actions = [
            each for each in CustodyAction if each not in NOT_HERE and CUSTODY_KINDS[each].right in rights
        ]
        self.action = form.add(self.tr("&What was done"), CodeBox(actions, CustodyAction.TRANSFER_OUT))
        self.occurred_at = form.add(self.tr("Date and ti&me"), MomentField())
        self.actor = form.add(self.tr("&By"), ValueBox(()))
        self.actor.setEditable(True)
        self.reason = form.add(self.tr("&Reason"), line())
        self.place = form.add(self.tr("&Place"), line())
        self.from_party = form.add(self.tr("&From"), line())
        self.to_party = form.add(self.tr("&To"), line())
        self.seal = form.add(self.tr("&Seal"), line())
        self.digest = form.add(self.tr("&Digest (SHA-256)"), line())
        self.corrects = form.add(self.tr("E&vent to correct"), ValueBox(()))
        self.wrong_value = form.add(self.tr("Wrong v&alue"), line())
        self.right_value = form.add(self.tr("Ri&ght value"), line())
        self.late = form.add(
            self.tr("Reason for &late entry"),
            line(placeholder=self.tr("Needed if it was more than a day ago")),
        )
        self.note = form.add(self.tr("&Note"), line())
        self.body.addLayout(form)
        self.second = SecondPerson(model.jobs)
        self.body.addWidget(self.second)
        self.finish_with(self.tr("Re&cord"))
        self.wait_for(self.second)
        self.action.currentIndexChanged.connect(lambda _: self._fit())
        self.exhibit.currentIndexChanged.connect(lambda _: self._fit())
        self._fit()
        model.recorded.connect(self.accept)
        model.refused.connect(self.refuse)
        model.officials.connect(self._offer)
        model.ask_officials()
        self.keep_typing(model.draft("custody-event", model.case.id if model.case else ""))

    def take(self) -> None:
        if self.occurred_at.is_empty():
            self.refuse_at(self.occurred_at, self.tr("Please write when it happened."))
            return
        disposes = self.action.code() in DISPOSALS
        if disposes and (problem := self.second.problem()):
            self.refuse(problem)
            return
        at = self.occurred_at.given()
        if not may_save(self, check_moment("custody_event.occurred_at", at, now())):
            return
        self.main_button.setEnabled(False)
        named = self.actor.currentText() == self.actor.itemText(self.actor.currentIndex())
        self._model.record(
            self.exhibit.currentData(),
            Act(
                action=self.action.code(),
                occurred_at=at,
                actor=self.actor.currentText(),
                actor_id=self.actor.currentData() if named else None,
                reason=self.reason.text(),
                place=self.place.text(),
                from_party=self.from_party.text(),
                to_party=self.to_party.text(),
                seal=self.seal.text(),
                sha256="".join(self.digest.text().split()).lower(),
                note=self.note.text(),
                **self._correction(),
                late_entry_reason=self.late.text(),
            ),
            self.second.take() if disposes else None,
        )

    def _fit(self) -> None:
        action = self.action.code()
        fields = {
            "from_party": self.from_party,
            "to_party": self.to_party,
            "seal": self.seal,
            "sha256": self.digest,
            "corrects": self.corrects,
            "wrong_value": self.wrong_value,
            "right_value": self.right_value,
        }
        self._offer_events()
        for name, field in fields.items():
            self.form.setRowVisible(field, name in CUSTODY_KINDS[action].asks)
        self.second.need(action in DISPOSALS)
        if action in DISPOSALS and self.exhibit.currentData():
            self.second.ask(DISPOSALS[action], self.exhibit.currentData())

    def _correction(self) -> dict[str, Any]:
        if "corrects" not in CUSTODY_KINDS[self.action.code()].asks:
            return {}
        return {
            "corrects": self.corrects.currentData(),
            "wrong_value": self.wrong_value.text(),
            "right_value": self.right_value.text(),
        }

    def _offer_events(self) -> None:
        """List the events of the chosen exhibit that a correction can be about."""
        chosen = self.corrects.currentData()
        self.corrects.clear()
        for event in self._model.events.get(self.exhibit.currentData(), ()):
            self.corrects.addItem(f"{event.number}  {words(event.action)}", event.id)
        self.corrects.setCurrentIndex(max(0, self.corrects.findData(chosen)))

    def _offer(self, officials: tuple[Official, ...]) -> None:
        self.actor.clear()
        for official in officials:
            self.actor.addItem(official.name, official.id)
