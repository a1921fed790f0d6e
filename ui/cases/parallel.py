"""ParallelDialog: the proceedings of a case side by side, and which of them overlap."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile, Proceeding, in_language
from thb_desktop.domain.parallel import Pair, Periods, SamePersons
from thb_desktop.domain.partial_dates import PartialDate, partial_in_words
from thb_desktop.services.cooperation.proceedings import SideBySide
from ui import language
from ui.cases.parallel_model import ParallelModel
from ui.jobs import VaultJobs
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.text import day, isolate, isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable

_TONES = {Periods.OVERLAP: Tone.WARN, Periods.APART: Tone.PLAIN, Periods.OPEN: Tone.INFO}


class ParallelDialog(Dialog):
    """Read alone: it says what is recorded, and not whether two are about the same facts."""

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Proceedings side by side"),
            self.tr(
                "As recorded. A date that is missing, unknown or estimated leaves the answer open. Whether "
                "two are about the same facts is for a person to say."
            ),
        )
        self.setMinimumWidth(1060)
        self.model = ParallelModel(jobs, self)
        self._case = case
        self._found: SideBySide | None = None
        self.rows: RowsModel[Proceeding] = RowsModel(self._columns(), self)
        self.table = RecordTable(self.rows, self.tr("Proceedings, periods and persons"), wrap=True)
        self.table.setMinimumHeight(190)
        self.table.say_when_empty(self.tr("No proceeding is entered yet."))
        self.pairs: RowsModel[Pair] = RowsModel(self._pair_columns(), self)
        self.pair_table = RecordTable(self.pairs, self.tr("Each two proceedings"), wrap=True)
        self.pair_table.setMinimumHeight(190)
        self.pair_table.say_when_empty(self.tr("There are no two proceedings to compare."))
        self.texts = Label("", Part.MUTED, wrap=True).selectable()
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(Label(self.tr("Each two of them"), Part.CAPTION))
        self.body.addWidget(self.pair_table, 1)
        self.body.addWidget(self.texts)
        self._outer.addLayout(row(None, self.main_button))
        self.model.loaded.connect(self._show)
        self.model.refused.connect(self.refuse)
        self.model.load(case.id)

    def _show(self, found: SideBySide) -> None:
        self._found = found
        self.rows.show_rows(found.proceedings)
        self.table.choose_row(0)
        self.pairs.show_rows(found.pairs)
        self.pair_table.choose_row(0)
        texts = found.texts
        if texts is not None:
            told = self.tr("For proceedings in several States the data pack of {day} names: {texts}.")
            named = listed(map(isolate, texts.cites))
            self.texts.setText(told.format(day=isolate(day(texts.checked_on)), texts=named))
        self.texts.setVisible(texts is not None)

    def _columns(self) -> tuple[Column[Proceeding], ...]:
        return (
            Column(title=self.tr("State"), read=lambda each: each.country, width=70, exact=True),
            Column(title=self.tr("Reference"), read=lambda each: each.reference, width=160, exact=True),
            Column(title=self.tr("Authority"), read=self._authority, width=190),
            Column(title=self.tr("From"), read=lambda each: self._day(each.period_from), width=130),
            Column(title=self.tr("To"), read=lambda each: self._day(each.period_to), width=130),
            Column(title=self.tr("Persons"), read=self._persons, width=140),
            Column(
                title=self.tr("Offence and facts"),
                read=lambda each: "\n".join(
                    filter(None, (in_language(each.offence, self._case.language), each.facts))
                ),
            ),
        )

    def _pair_columns(self) -> tuple[Column[Pair], ...]:
        return (
            Column(title=self.tr("Proceeding"), read=lambda each: _called(each.first), width=190),
            Column(title=self.tr("Other proceeding"), read=lambda each: _called(each.second), width=190),
            Column(
                title=self.tr("Periods"),
                read=lambda each: words(each.periods),
                width=260,
                tone=lambda each: _TONES[each.periods],
            ),
            Column(title=self.tr("Persons in both"), read=self._in_both),
        )

    def _authority(self, each: Proceeding) -> str:
        names = self._found.authorities if self._found else {}
        return names.get(str(each.authority_id), self.tr("not recorded"))

    def _persons(self, each: Proceeding) -> str:
        named = self._found.persons.get(each.id, ()) if self._found else ()
        return listed(map(isolate, named)) or self.tr("not recorded")

    def _in_both(self, each: Pair) -> str:
        if isinstance(each.persons, SamePersons):
            return words(each.persons)
        codes = self._found.codes if self._found else {}
        return listed(isolate(codes.get(person, "")) for person in each.persons)

    def _day(self, known: PartialDate | None) -> str:
        return partial_in_words(known, language.current()) if known else self.tr("not recorded")


def _called(each: Proceeding) -> str:
    return " ".join(filter(None, (isolate(each.country), isolate_words(each.reference))))
