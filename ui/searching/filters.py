"""By what a search is narrowed: kind, case, person, language, period, and the country of numbers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.calling_codes import calling_code_of
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.people import Person
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.errors import DateRefusedError
from ui.labels import words
from ui.text import isolate
from ui.widgets.basic import row
from ui.widgets.dates import DayField
from ui.widgets.form import Form, line
from ui.widgets.long_box import LongBox
from ui.widgets.wheel import Box

_NARROW = 110
"""Pixels of a field for a tag or a code."""
_LONGEST_CODE = 3


class Filters(QWidget):
    """changed: something else is chosen. wants_persons: of the case with this id. case: the one that is open,
    if there is one.
    """

    changed = Signal()
    wants_persons = Signal(str)

    def __init__(self, case: CaseFile | None) -> None:
        super().__init__()
        self._case = case
        self._wanted: PersonId | None = None
        """The person of a kept search, until the persons are read."""
        self._several: tuple[SearchKind, ...] = ()
        self._given = ""
        self.kind = Box()
        self.scope = Box()
        self.person = LongBox([(self.tr("All"), None)])
        self.since = DayField(self.tr("From"))
        self.until = DayField(self.tr("Until"))
        self.language = line(placeholder="fr", name=self.tr("Language of the words"))
        self.calling_code = line(name=self.tr("Country code"))
        self._fill()
        self._lay_out()
        self._listen()

    def begin(self) -> None:
        """Ask for what the open case offers."""
        self._follow_scope()

    def value(self) -> SearchFilter:
        """Return what is chosen. Raises DateRefusedError for a day that cannot be read."""
        kind = self.kind.currentData()
        kinds = self._several if kind == _SEVERAL else (SearchKind(kind),) if kind else ()
        return SearchFilter(
            case_id=self.scope.currentData(),
            kinds=kinds,
            person_id=self._wanted or self.person.currentData(),
            language=self.language.text().strip(),
            since=self.since.value(),
            until=self.until.value(),
            calling_code="".join(filter(str.isdecimal, self.calling_code.text()))[:_LONGEST_CODE],
        )

    def is_read(self) -> bool:
        """Whether both days can be read as they are typed."""
        try:
            self.value()
        except DateRefusedError:
            return False
        return True

    def show_filter(self, chosen: SearchFilter, case: str) -> None:
        """Show the filter of a kept search. case: the reference of its case."""
        self.blockSignals(True)
        self._show_kinds(chosen.kinds)
        self._show_case(chosen.case_id, case)
        self.person.setCurrentIndex(0)
        self._wanted = chosen.person_id
        self.language.setText(chosen.language)
        self.since.set_value(chosen.since)
        self.until.set_value(chosen.until)
        self._given = ""
        self.calling_code.setText(chosen.calling_code)
        self.blockSignals(False)
        self._ask_persons()
        self.changed.emit()

    def show_persons(self, case_id: str, found: Sequence[Person]) -> None:
        """Offer the persons of this case, if it is still the chosen one."""
        if self.scope.currentData() != case_id:
            return
        # What is chosen stays: nothing is searched again because of it.
        chosen = self._wanted or self.person.currentData()
        self.person.blockSignals(True)
        self.person.offer_choices([(self.tr("All"), None)])
        self.person.add_choices([(isolate(each.code), each.id) for each in found])
        at = self.person.findData(chosen)
        self._wanted = chosen if at < 0 else None
        self.person.setCurrentIndex(max(0, at))
        self.person.blockSignals(False)
        self.person.say_whole()

    def is_of_open_case(self, code: str) -> bool:
        """Whether a calling code is the one of the State whose case is open, which nobody typed."""
        return bool(code) and code == self._given

    def _fill(self) -> None:
        self.kind.addItem(self.tr("All kinds"), None)
        for each in SearchKind:
            self.kind.addItem(words(each), each.value)
        if self._case is not None:
            here = self.tr("This case: {case}").format(case=isolate(self._case.reference))
            self.scope.addItem(here, self._case.id)
        self.scope.addItem(self.tr("All cases"), None)
        self.calling_code.setPlaceholderText(self.tr("any"))
        self.calling_code.setMaximumWidth(_NARROW)

    def _lay_out(self) -> None:
        left, middle, right = Form(), Form(), Form()
        left.add(self.tr("K&ind"), self.kind)
        middle.add(self.tr("Wher&e"), self.scope)
        right.add(self.tr("Perso&n"), self.person)
        left.add(self.tr("&From"), self.since)
        middle.add(self.tr("&Until"), self.until)
        right.add(self.tr("&Language"), self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(left, middle, right, spacing=20))

    def _listen(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.person.currentIndexChanged.connect(lambda _: self._choose_person())
        self.scope.currentIndexChanged.connect(lambda _: self._follow_scope())
        for field in (self.language, self.calling_code):
            field.textChanged.connect(lambda _: self.changed.emit())
        for day in (self.since, self.until):
            day.changed.connect(self.changed.emit)

    def _follow_scope(self) -> None:
        """A person is one of a case; the State of numbers without a country code is that of the open one."""
        within = self.scope.currentData()
        here = self._case is not None and within == self._case.id
        self.person.offer_choices([(self.tr("All"), None)])
        self.person.setEnabled(within is not None)
        self._wanted = None
        self._ask_persons()
        code = calling_code_of(self._case.country) if self._case is not None and here else ""
        if self.calling_code.text() == self._given:
            self._given = code
            self.calling_code.setText(code)
        self.changed.emit()

    def _ask_persons(self) -> None:
        within = self.scope.currentData()
        if within is not None:
            self.wants_persons.emit(within)

    def _choose_person(self) -> None:
        self._wanted = None
        self.changed.emit()

    def _show_kinds(self, kinds: tuple[SearchKind, ...]) -> None:
        several = self.kind.findData(_SEVERAL)
        if several >= 0:
            self.kind.removeItem(several)
        if len(kinds) > 1:
            self._several = kinds
            self.kind.addItem(", ".join(map(words, kinds)), _SEVERAL)
        wanted = _SEVERAL if len(kinds) > 1 else kinds[0].value if kinds else None
        self.kind.setCurrentIndex(self.kind.findData(wanted))

    def _show_case(self, case_id: CaseId | None, reference: str) -> None:
        if self.scope.findData(case_id) < 0:
            self.scope.addItem(isolate(reference), case_id)
        self.scope.setCurrentIndex(self.scope.findData(case_id))


_SEVERAL = "several"
"""Stands for the kinds of a kept search that has more than one."""
