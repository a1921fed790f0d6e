"""The chosen case: its details and its lists, with buttons to add, correct and strike out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.case_fields import CASE, CASE_OBJECT
from thb_desktop.domain.finance import BankStatement
from thb_desktop.domain.finance_fields import ACCOUNT, PAY_FIGURE, STATEMENT
from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.links import Thing
from thb_desktop.domain.people import Person, roles_of
from thb_desktop.domain.rights import Right
from thb_desktop.findings import Finding, Standing, verdict
from ui.cases import dialogs, drawings, entries, tables
from ui.cases.assessment import AssessmentDialog
from ui.cases.assessment_model import AssessmentModel
from ui.cases.entries import CASE_FILE, LISTS, MONEY, PAY, PERSONS, STATEMENTS, TRANSACTIONS, EntryList
from ui.cases.persons.model import PersonModel
from ui.cases.roles import RolesDialog
from ui.cases.section_buttons import FACTS, LINKED, SectionButtons
from ui.cases.view_model import CaseInFull, CasesViewModel
from ui.forms.entry_acts import ChosenEntry, EntryActs
from ui.forms.reading import read_fields
from ui.labels import words
from ui.labels.entries import choices_among, names_among
from ui.labels.findings import as_lines, finding_text
from ui.labels.same_account import SaidOfAccounts
from ui.paging import MANY
from ui.rows import RowsModel
from ui.text import NONE, isolate, listed, translate
from ui.tones import Tone
from ui.widgets.basic import Card
from ui.widgets.form import Form
from ui.widgets.made import Made
from ui.widgets.sections import Section, Sections
from ui.widgets.table import RecordTable, show_entries

_SOURCED = (entries.STAYS, "instruments", "conditions")
"""Whose entries name exhibits or records, which are read when the section is opened."""


class CaseDetails(Card):
    """told: a text to show on the page, and its tone. wants_place: show a row, by its table and id."""

    told = Signal(str, object)
    wants_place = Signal(str, str)

    def __init__(self, model: CasesViewModel, assessments: AssessmentModel, people: PersonModel) -> None:
        super().__init__(margin=14, spacing=8)
        self._model, self._assessments, self._people = model, assessments, people
        self.full: CaseInFull | None = None
        self._rights: frozenset[Right] = frozenset()
        self._said = SaidOfAccounts()
        self._wanted = ""
        """The entry to choose when its list is there."""
        self.sections = Sections(self.tr("Sections of the case"))
        self.acts = EntryActs(self, model, self._chosen_entry)
        self.acts.told.connect(self.told)
        self.facts = Form()
        self.facts.setVerticalSpacing(6)
        self._add_section(FACTS, CASE_FILE, self._build_facts())
        self.lists: dict[str, RowsModel[Any]] = {}
        self.tables = Made(self._table)
        self._hint = ""
        for name, shown in LISTS.items():
            columns = tables.columns_of(name, self._roles, self._names, self._standing, self._said.names)
            self.lists[name] = RowsModel(columns, self)
            self._add_section(name, shown)
            paging = model.paged.get(name)
            whole = partial(getattr, paging, "total") if paging else None
            self.sections.count(name, self.lists[name], stays=name in MONEY, whole=whole)
            if paging is not None:
                self.lists[name].wants_more.connect(paging.more)
        self.sections.turned.connect(lambda _: self.show_section())
        self.body.addWidget(self.sections, 1)
        self.buttons = SectionButtons(self.acts)
        self.sections.body.addWidget(self.buttons)
        self._connect_buttons()
        model.named_money.connect(self._name_money)
        model.rows.connect(self._show_rows)
        model.of_stays.connect(self._name_for_stays)
        self._show_buttons()

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        self.setVisible(Right.READ_CASE in rights)
        hint = self.tr("Nothing is entered here yet.")
        if Right.EDIT_CASE in rights:
            hint = self.tr("Nothing is entered here yet. Add the first entry with the button below.")
        self._hint = hint
        for table in self.tables.values():
            table.say_when_empty(hint)
        self._show_buttons()

    def show_full(self, full: CaseInFull) -> None:
        if self.full is None or self.full.case.id != full.case.id:
            for name in MONEY:
                self.sections.uncount(name)
            self._fill(entries.OBJECTS, ())
        self.full = full
        case = full.case
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for what, how, exact in read_fields(CASE, case, self._names()):
            self.facts.tell(what, how, exact=exact)
        if case.struck:
            self.facts.tell(translate("tables", "Struck out"), case.struck)
        for name in LISTS:
            if name not in (*MONEY, entries.OBJECTS):
                self._fill(name, getattr(full, name))
        self.show_section()

    def objects_shown(self, case_id: CaseId) -> tuple[int, str]:
        """How many objects of this case are listed, and the id of the one that is wanted or chosen."""
        if self.full is None or self.full.case.id != case_id:
            return 0, ""
        listed_now = self.lists[entries.OBJECTS]
        made = entries.OBJECTS in self.tables
        chosen = self.tables[entries.OBJECTS].current_record() if made else None
        wanted = self._wanted if self.section() == entries.OBJECTS else ""
        return len(listed_now.rows), wanted or str(getattr(chosen, "id", ""))

    def show_section(self) -> None:
        """Load a list about money only when its section is opened."""
        section = self.section()
        if section != FACTS:
            self.tables[section]
        self._show_buttons()
        for name in MONEY:
            if section != name:
                self._fill(name, ())
        if self.full is not None and self.isVisible() and section in MONEY:
            self._model.show_money(self.full.case.id, section, len(self.lists[section].rows))
        elif self.full is not None and self.isVisible() and section in _SOURCED:
            self._model.want_sources(self.full.case.id, section)

    def show_entry(self, kind: str, about: str) -> None:
        """Show the section of this kind of entry, and choose the one with this id."""
        for name, shown in LISTS.items():
            if shown.description.name == kind:
                self._wanted = about
                self.sections.open(name)
                self.tables[name].setFocus()
                self._choose_wanted(name)
                return

    def choose_entry(self, entry: object) -> None:
        """Choose what was just entered or corrected, when its list is there again: acts are about what is
        chosen. Transactions are not looked for, since a case can have very many.
        """
        section = self.section()
        if section not in (FACTS, TRANSACTIONS) and isinstance(entry, LISTS[section].description.entity):
            self._wanted = str(getattr(entry, "id", ""))
            self._choose_wanted(section)

    def section(self) -> str:
        """The name of the list that is shown, or `FACTS`."""
        return self.sections.key()

    def chosen(self) -> Any:
        """The chosen entry of the present section; in the first, the case file itself."""
        if self.full is None:
            return None
        return self.full.case if self.section() == FACTS else self.tables[self.section()].current_record()

    def _add_section(self, key: str, shown: EntryList, page: QWidget | None = None) -> None:
        title, group = shown.words(shown.title), shown.words(shown.group)
        self.sections.add(Section(key=key, title=title, group=group), page)

    def _build_facts(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Details of the case"))
        inner = QWidget()
        inner.setProperty("part", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(2, 10, 2, 0)
        column.addLayout(self.facts)
        column.addStretch(1)
        area.setWidget(inner)
        return area

    def _connect_buttons(self) -> None:
        offered = self.buttons
        for each, act in (
            (offered.person_button, self._show_person),
            (offered.roles_button, self._show_roles),
            (offered.identity_button, self._enter_identity),
            (offered.reveal_button, self._reveal),
            (offered.assessment_button, self._assess),
            (offered.add_button, self._add),
            (offered.pay_button, self._show_pay),
            (offered.source_button, self._go_to_source),
            (offered.balance_button, self._check_balances),
            (offered.board_button, partial(self._draw, drawings.open_board)),
            (offered.parallel_button, partial(self._draw, drawings.open_parallel)),
            (offered.action_button, partial(self._draw, drawings.open_action_day)),
            (offered.chronology_button, partial(self._draw, drawings.open_chronology)),
            (offered.links_button, self._show_links),
            (offered.flow_button, partial(self._draw, drawings.open_flow)),
            (offered.ads_button, self._show_ads),
        ):
            each.clicked.connect(lambda _checked=False, act=act: act())

    def _show_buttons(self) -> None:
        section = self.section()
        has_rows = section != FACTS and bool(self.lists[section].rows)
        self.buttons.offer(section, self._rights, is_open=self.full is not None, has_rows=has_rows)

    def _fill(self, name: str, found: Sequence[Any], *, more: bool = False) -> None:
        if name in self.tables:
            show_entries(self.lists[name], self.tables[name], found, more=more)
            if name == self.section():
                self._choose_wanted(name)
        else:
            self.lists[name].show_rows(found, more=more)
        if name == self.section():
            self._show_buttons()

    def _choose_wanted(self, name: str) -> None:
        at = self.lists[name].row_of(lambda each: each.id == self._wanted) if self._wanted else -1
        if at >= 0:
            self._wanted = ""
            self.tables[name].choose_row(at)
        elif self._wanted and name == entries.OBJECTS:
            self._want_object()
        elif self._wanted and name in self._model.paged:
            self._model.paged[name].more(MANY)

    def _want_object(self) -> None:
        """Ask for the list with the wanted object before the others, unless that was done."""
        paging = self._model.paged[entries.OBJECTS]
        if self.full is not None and paging.has_more and self._model.first_object != self._wanted:
            self._model.show_objects(self.full.case.id, len(self.lists[entries.OBJECTS].rows), self._wanted)

    def _table(self, name: str) -> RecordTable:
        """Make the table of a list, when its section is first shown, and put it there."""
        title = LISTS[name].words(LISTS[name].title)
        is_wrapped = name == "instruments"
        table = RecordTable(self.lists[name], title.replace("&", ""), wrap=is_wrapped)
        table.opened.connect(lambda _: self.acts.correct())
        table.say_when_empty(self._hint)
        self.sections.put(name, table)
        table.choose_row(0)
        return table

    def _name_money(self, case_id: CaseId, found: Mapping[str, Sequence[Any]]) -> None:
        if self.full is not None and self.full.case.id == case_id:
            self.full.choices.update(choices_among(found, self.full.case.language))
            self.full.names.update(names_among(found, self.full.case.language))
            self._said.take(found[STATEMENT.name], found[ACCOUNT.name])

    def _name_for_stays(
        self, case_id: CaseId, places: Sequence[CaseObject], records: Sequence[tuple[str, str]]
    ) -> None:
        if self.full is not None and self.full.case.id == case_id:
            self.full.choices["interview"] = list(records)
            self.full.names.update(names_among({CASE_OBJECT.name: places}, self.full.case.language))
            self.full.names.update({identity: number for number, identity in records})
            self._fill(entries.STAYS, self.full.stays)

    def _show_rows(self, case_id: CaseId, name: str, found: tuple[Any, ...], is_first: bool) -> None:
        if self.full is None or self.full.case.id != case_id or (name in MONEY and name != self.section()):
            return
        more = name in self._model.paged and self._model.paged[name].has_more
        if is_first:
            self._fill(name, found, more=more)
        else:
            self.lists[name].add_rows(found, more=more)
            self._choose_wanted(name)

    def _roles(self, person_id: PersonId) -> str:
        held = roles_of(self.full.roles, person_id) if self.full else ()
        return listed(words(role) for role in held) or NONE

    def _standing(self, person_id: PersonId) -> tuple[str, Tone | None]:
        """How a person stands: treated as a child, recorded under another number too."""
        return tables.standing_of(self.full, person_id) if self.full else ("", None)

    def _names(self) -> Mapping[str, str]:
        return self.full.names if self.full else {}

    def _add(self) -> None:
        if self.full is None:
            return
        if self.section() == PERSONS:
            dialogs.AddPersonDialog(self, self._model, self.full).open()
        else:
            dialogs.add_entry(self, self._model, LISTS[self.section()], self.full).open()

    def _chosen_entry(self) -> ChosenEntry | None:
        entry = self.chosen()
        if entry is None or self.full is None:
            return None
        shown = CASE_FILE if self.section() == FACTS else LISTS[self.section()]
        chosen = dialogs.chosen_entry(shown, self.full, entry)
        return replace(chosen, said=partial(self._said.of, entry.id, self.full.names))

    def _person(self) -> Person | None:
        person = self.tables[PERSONS].current_record()
        if isinstance(person, Person):
            return person
        self.told.emit(self.tr("Choose a person first."), Tone.WARN)
        return None

    def _show_roles(self) -> None:
        if (person := self._person()) is not None and self.full is not None:
            RolesDialog(self, self._model, self.full, person, may_edit=Right.EDIT_CASE in self._rights).open()

    def _show_pay(self) -> None:
        from ui.cases.pay import PayDialog

        dialog = PayDialog(self, self.lists[PAY].rows, self._names())
        dialog.wants.connect(lambda figure: self.show_entry(PAY_FIGURE.name, figure))
        dialog.wants_exhibit.connect(lambda exhibit: self.wants_place.emit("exhibit", exhibit))
        dialog.exhibit_button.setVisible(Right.READ_EXHIBITS in self._rights)
        dialog.open()

    def _go_to_source(self) -> None:
        """Show the exhibit that the chosen entry names as its source, or the statement in which it stands."""
        entry = self.chosen()
        if exhibit := getattr(entry, "exhibit_id", None):
            self.wants_place.emit("exhibit", exhibit)
        elif statement := getattr(entry, "statement_id", None):
            self.wants_place.emit(STATEMENT.name, statement)
        else:
            self.told.emit(self.tr("This entry names no exhibit and no statement as its source."), Tone.WARN)

    def _check_balances(self) -> None:
        statement = self.tables[STATEMENTS].current_record()
        if isinstance(statement, BankStatement):
            self._model.check_statement(statement.id, self._tell_balances)

    def _tell_balances(self, found: Sequence[Finding]) -> None:
        if found:
            tone = Tone.OK if verdict(found) is Standing.HOLDS else Tone.WARN
            self.told.emit(as_lines(map(finding_text, found)), tone)
        else:
            self.told.emit(self.tr("The balances agree with the rows."), Tone.OK)

    def _draw(self, opening: Callable[..., None], *more: object) -> None:
        """Open a drawing of the case."""
        if self.full is not None:
            opening(self, self._model.jobs, self.full.case, self.wants_place.emit, *more)

    def _show_ads(self) -> None:
        self._draw(drawings.open_ads, self._rights)

    def _show_links(self) -> None:
        kind, entry = LINKED[self.section()], self.chosen()
        self._draw(drawings.open_links, Thing(kind, entry.id) if kind and entry is not None else None)

    def _show_person(self) -> None:
        from ui.cases.persons.view import PersonDialog

        if (person := self._person()) is not None:
            PersonDialog(self, self._people, person.id, person.code, self._rights).open()

    def _enter_identity(self) -> None:
        if (person := self._person()) is None or self.full is None:
            return
        if person.id in self.full.identified:
            self.told.emit(self.tr("The identity is sealed already. Reveal it to correct it."), Tone.INFO)
        else:
            dialogs.add_identity(self, self._model, person).open()

    def _assess(self) -> None:
        if (person := self._person()) is not None:
            AssessmentDialog(self, self._assessments, person).open()

    def _reveal(self) -> None:
        if (person := self._person()) is not None:
            dialogs.RevealDialog(self, self._model, person.id, isolate(person.code)).open()
