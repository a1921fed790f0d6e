"""The dialog that records a custody event."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from thb_desktop.domain.case import in_language
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_corrected import check_correction, corrected
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, DISPOSALS
from thb_desktop.domain.custody_rights import right_for
from thb_desktop.domain.custody_rules import is_given_back
from thb_desktop.domain.date_rules import check_values
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.findings import Finding
from thb_desktop.services.evidence.custody_acts import Act
from ui.custody.view_model import CustodyViewModel
from ui.forms.act_form import ActForm
from ui.forms.editors import ChoiceEditor
from ui.forms.entry_dialog import refuse_field
from ui.forms.field_form import mnemonic_of
from ui.forms.namesakes import namesakes
from ui.labels import words
from ui.labels.entries import exhibit_words
from ui.labels.events import event_words
from ui.labels.findings import finding_text
from ui.text import grouped, isolate, isolate_words, listed, with_name
from ui.widgets import refusals
from ui.widgets.basic import Label, Part
from ui.widgets.date_doubts import may_save
from ui.widgets.dates import now
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.questions import Question
from ui.widgets.second_person import SecondPerson
from ui.widgets.tick_list import Entry, TickList

NOT_HERE = {action for action, kind in CUSTODY_KINDS.items() if kind.arrives or not kind.by_hand}
"""Events that are recorded by registering an exhibit."""
AGAIN = [action for action, kind in CUSTODY_KINDS.items() if kind.brings and kind.by_hand]
"""Those of them by which an exhibit that was given back comes again."""
MOST_TOLD = 6
"""How many findings the question names."""
OTHERS = 116
"""Height of the list of further exhibits, in pixels."""


class RecordEventDialog(Dialog):
    """The fields depend on the kind of event. chosen: the id of the exhibit that is shown, or empty."""

    def __init__(
        self,
        parent: QWidget,
        model: CustodyViewModel,
        exhibits: Sequence[Exhibit],
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
        self._numbers = {str(each.id): each.number for each in exhibits}
        self._struck = {each.id for each in exhibits if each.struck}
        ordered = sorted(exhibits, key=lambda each: bool(each.struck))
        offered = [(self._named(each, language), each.id) for each in ordered]
        of = self.tr("&Exhibit")
        about = Form()
        self.exhibit = about.add(of, ChoiceEditor(offered, self.tr("Please choose")))
        self.exhibit.set_value(chosen)
        may = [each for each in CustodyAction if right_for(each) in rights]
        self._actions = [each for each in may if each not in NOT_HERE]
        self._again = [each for each in may if each in AGAIN]
        main, several = self.tr("Re&cord"), self.tr("Se&veral exhibits at once")
        taken = "".join(map(mnemonic_of, (of, main, several)))
        self.form = ActForm([*self._actions, *self._again], model.officials, taken=taken)
        self.body.addLayout(about)
        self.several = QCheckBox(several)
        self.body.addWidget(self.several)
        self.several.setVisible(len(offered) > 1)
        self.others = TickList(self.tr("Further exhibits"))
        self.others.setFixedHeight(OTHERS)
        self.others.ticks.fill([Entry(shown=shown, value=value) for shown, value in offered])
        self.others.hide()
        self.several.toggled.connect(self.others.setVisible)
        self.body.addWidget(self.others)
        self.in_all = Label("", Part.MUTED, wrap=True)
        self.in_all.hide()
        self.several.toggled.connect(self.in_all.setVisible)
        self.body.addWidget(self.in_all)
        self.body.addLayout(self.form)
        self.form.fit()
        self.second = SecondPerson(model.jobs)
        self.body.addWidget(self.second)
        self.finish_with(main)
        self.wait_for(self.second)
        self._offer()
        self.form.action.currentIndexChanged.connect(lambda _: self._fit())
        self.exhibit.currentIndexChanged.connect(lambda _: self._offer())
        self.exhibit.currentIndexChanged.connect(lambda _: self._fit())
        for changed in (
            self.several.toggled,
            self.exhibit.currentIndexChanged,
            self.others.ticks.dataChanged,
        ):
            changed.connect(lambda *_: self._count())
        self._fit()
        self.keep_typing(model.draft("custody-event", model.case.id if model.case else ""))

    def take(self) -> None:
        refused = self.form.refuses()
        if self.lacks((self.exhibit, self.tr("Please choose the exhibit."))) or refused:
            return
        act = self.form.act()
        if self.exhibit.value() in self._struck and not CUSTODY_KINDS[act.action].erases:
            told = self.tr("This exhibit was struck out. Only the erasure of its files can be recorded.")
            self.refuse_at(self.form.action, told)
            return
        if others := self._others():
            self._take_many([self.exhibit.value(), *others], act)
            return
        disposes = act.action in DISPOSALS
        if disposes and self.lacks_second(self.second):
            return
        if not self._is_sure(act):
            return
        exhibit = ExhibitId(self.exhibit.value())

        def record() -> None:
            self.begin_work()
            second = self.second.take() if disposes else None
            with self._model.answering(self):
                self._model.record(exhibit, act, second)

        self._ask_first([exhibit], act, record)

    def _ask_first(self, exhibits: Sequence[ExhibitId], act: Act, record: Callable[[], None]) -> None:
        """Record at once, or ask if something would be open then: a paper file may say so."""
        self.begin_work()

        def told(found: tuple[tuple[Exhibit, Finding], ...]) -> None:
            if not found:
                record()
                return
            self._end_work()
            lines = [
                with_name(isolate(exhibit.number), finding_text(each)) for exhibit, each in found[:MOST_TOLD]
            ]
            more = [self.tr("And others.")] if len(found) > MOST_TOLD else []
            question = Question(
                self,
                self.tr("This would be open"),
                "\n".join([*lines, *more, self.tr("If the paper file says so, record it as it is.")]),
                self.tr("&Record it as it is"),
                doubtful=True,
            )
            question.accepted.connect(record)
            question.open()

        self._model.foresee(exhibits, act, told)

    def _others(self) -> list[str]:
        """The further exhibits that are ticked."""
        ticked = self.others.chosen() if self.several.isChecked() else []
        return [each for each in ticked if each != self.exhibit.value()]

    def _count(self) -> None:
        """Say for how many exhibits the event is recorded: of a long list, few lines are seen."""
        count = len(self._others()) + bool(self.exhibit.value())
        told = grouped(self.tr("The event is recorded for %n exhibit(s).", "", count))
        keys = self.tr("Shift and the arrow keys mark several lines, and Space ticks them.")
        self.in_all.setText(f"{told} {keys}")

    def _take_many(self, exhibits: Sequence[str], act: Act) -> None:
        """Record the act for each of these exhibits, for all or for none."""
        if act.action in AGAIN and (here := [each for each in exhibits if not self._is_given_back(each)]):
            told = self.tr("Only an exhibit that was given back can come again. Not given back: {numbers}.")
            numbers = listed(isolate(self._numbers[each]) for each in here)
            self.refuse_at(self.form.action, told.format(numbers=numbers))
            return
        if not self._is_sure(act):
            return
        chosen = [ExhibitId(each) for each in exhibits]

        def record() -> None:
            self.begin_work()
            with self._model.answering(self):
                self._model.record_many(chosen, act)

        self._ask_first(chosen, act, record)

    def _is_sure(self, act: Act) -> bool:
        values = {"occurred_at": act.occurred_at, "due_on": act.due_on}
        doubts = check_values(CustodyEvent, values, now())
        asked = (*doubts, *namesakes(self.form), *self._doubts_of_correction(act))
        return may_save(self, asked, self.form.editors)

    def _doubts_of_correction(self, act: Act) -> tuple[Finding, ...]:
        """Whether the wrong value is one of the event that is corrected, and of one field."""
        events = self._model.events_of(ExhibitId(self.exhibit.value()))
        stands = (each for each in corrected(events) if act.corrects and each.id == act.corrects)
        return tuple(
            finding for each in stands for finding in check_correction(each, act.wrong_value, act.lacked)
        )

    def _named(self, exhibit: Exhibit, language: str) -> str:
        """An exhibit that was struck out is offered too, so that its files can be erased."""
        if not exhibit.struck:
            return exhibit_words(exhibit, language)
        title = isolate_words(in_language(exhibit.titles, language))
        # The title comes last: in a narrow list its end is cut off.
        return self.tr("{number} (struck out)  {title}").format(number=isolate(exhibit.number), title=title)

    def _offer(self) -> None:
        """Offer the events that the chosen exhibit can have: one that was given back can come again."""
        again = self._is_given_back(self.exhibit.value() or "")
        offered = [*self._actions, *(self._again if again else ())]
        self.form.action.offer([(words(each), each.value) for each in offered])

    def _is_given_back(self, exhibit: str) -> bool:
        return is_given_back(self._model.events_of(ExhibitId(exhibit)))

    def _fit(self) -> None:
        """List the events of the chosen exhibit, and ask for a second person if the act needs one."""
        refusals.take_back(self)
        exhibit, action = self.exhibit.value(), self.form.chosen()
        corrects = self.form.editors["corrects"]
        if isinstance(corrects, ChoiceEditor):
            events = self._model.events_of(exhibit) if exhibit else ()
            corrects.offer(
                [(f"{isolate(str(each.number))}  {event_words(each)}", each.id) for each in events]
            )
        takes_two = DISPOSALS.get(action) if action else None
        self.second.need(takes_two is not None)
        if takes_two is not None and exhibit:
            self.second.ask(takes_two, exhibit)

    def refuse_field(self, field: str, sentence: str) -> None:
        refuse_field(self, (self.form,), field, sentence)
