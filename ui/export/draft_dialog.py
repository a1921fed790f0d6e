"""The dialog in which a version for a recipient is drawn up: for whom, under what, and what of the case."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import PersonId
from ui.export.versions import Draft, Grounds, Items, VersionsModel
from ui.text import isolate, isolate_words
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dates import DayField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.tick_list import Entry, TickList

_LIST_HEIGHT = 96
_ALL, _TICKED = "all", "ticked"


class DraftDialog(Dialog):
    """Stays open until the version is recorded. ticked: the records and exhibits that the page has ticked."""

    def __init__(
        self,
        parent: QWidget,
        model: VersionsModel,
        ticked: Items,
    ) -> None:
        super().__init__(
            parent,
            self.tr("Draw up a version for a recipient"),
            self.tr(
                "It lists which signed records and which exhibits the recipient gets. What is signed or "
                "registered later does not come into it. Words are masked afterwards."
            ),
        )
        self.setMinimumWidth(640)
        self._model, self._ticked = model, ticked
        form = Form()
        self.recipient = form.add(self.tr("&Recipient"), line(""))
        self.purpose = form.add(self.tr("&Purpose"), line(""))
        self.request = form.add(self.tr("Answers re&quest"), ValueBox([(self.tr("None"), None)]))
        self.request.keep_narrow()
        self.basis = form.add(self.tr("Or rests &on"), line(""))
        self.basis.setPlaceholderText(self.tr("For example: spontaneous information"))
        items = [(self.tr("Please choose"), None), (self.tr("All that the choices below allow"), _ALL)]
        if ticked.interviews or ticked.exhibits:
            counts = self.tr("Those ticked on the page: {records} records, {exhibits} exhibits")
            items.append(
                (counts.format(records=len(ticked.interviews), exhibits=len(ticked.exhibits)), _TICKED)
            )
        self.items = form.add(self.tr("Records and &exhibits"), ValueBox(items))
        self.since = form.add(self.tr("Only &from this day"), DayField(self.tr("Only from this day")))
        self.until = form.add(self.tr("Only &up to this day"), DayField(self.tr("Only up to this day")))
        self.territory = form.add(
            self.tr("Only of authorities &in"), ValueBox([(self.tr("Every country"), "")])
        )
        self.body.addLayout(form)
        self.persons = TickList(self.tr("Only records of these persons"))
        self.persons.setFixedHeight(_LIST_HEIGHT)
        label = Label(self.tr("Only records of these perso&ns (none ticked: of all)"), Part.CAPTION)
        label.setBuddy(self.persons)
        self.body.addWidget(label)
        self.body.addWidget(self.persons)
        self.finish_with(self.tr("&Draw up"), icon="plus")
        model.refused.connect(self.refuse)
        model.grounds.connect(self._show_grounds)
        model.drawn.connect(self.accept)
        model.ask_grounds()

    def _show_grounds(self, found: Grounds) -> None:
        for each in found.instruments:
            self.request.addItem(f"{isolate(each.number)}  {isolate_words(each.reference)}", each.id)
        for country in found.countries:
            self.territory.addItem(country, country)
        self.persons.ticks.fill([Entry(shown=isolate(each.code), value=each.id) for each in found.persons])

    def take(self) -> None:
        if self.lacks(
            (self.recipient, self.tr("Please write who receives it.")),
            (self.purpose, self.tr("Please write what it is for.")),
        ):
            return
        if self.request.currentData() is None and not self.basis.text().strip():
            self.refuse_at(self.basis, self.tr("Please choose the request, or write on what else it rests."))
            return
        if self.items.currentData() is None:
            self.refuse_at(self.items, self.tr("Please choose which records and exhibits are in it."))
            return
        is_ticked = self.items.currentData() == _TICKED
        self.begin_work(self.tr("The version is recorded."))
        self._model.draw_up(
            Draft(
                recipient=self.recipient.text().strip(),
                purpose=self.purpose.text().strip(),
                request=self.request.currentData(),
                basis=self.basis.text().strip(),
                interviews=self._ticked.interviews if is_ticked else None,
                exhibits=self._ticked.exhibits if is_ticked else None,
                persons=tuple(PersonId(each) for each in self.persons.chosen()),
                since=self.since.value(),
                until=self.until.value(),
                territory=self.territory.currentData(),
            )
        )
