"""All cases above, the chosen one below: its facts and its lists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from thb_desktop.domain.assessment import IndividualAssessment
from thb_desktop.domain.case import CaseFile, in_language
from thb_desktop.domain.finance import Account
from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.people import Person, roles_of
from thb_desktop.domain.rights import Right
from ui import shortcuts
from ui.cases import dialogs, tables
from ui.cases.assessment_model import AssessmentModel
from ui.cases.view_model import CaseInFull, CasesViewModel
from ui.jobs import VaultJobs
from ui.labels import language_name, words
from ui.rows import RowsModel
from ui.text import NONE, day, isolate
from ui.tones import Tone
from ui.topics import Topic
from ui.widgets import icons
from ui.widgets.basic import Card, EmptyState, Label, Part, button, row
from ui.widgets.form import Form, line
from ui.widgets.page import Contents, Page
from ui.widgets.table import RecordTable
from ui.widgets.tabs import count_in_tab

if TYPE_CHECKING:
    from thb_desktop.services.casework.cases import CaseSummary


ACCOUNTS = "accounts"


class CasesView(Page):
    """case_opened: work goes on with this case. case_chosen: the pages are about this one."""

    case_opened = Signal(object)
    case_chosen = Signal(object)
    needs = Right.SEE_CASES
    shows = frozenset((Topic.CASES, Topic.TESTIMONY, Topic.EXHIBITS))

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = CasesViewModel(jobs, self)
        self.assessments = AssessmentModel(jobs, self)
        self.assessments.opened.connect(self._show_assessment)
        self.assessments.kept.connect(self._tell_sealed)
        self._all: tuple[CaseSummary, ...] = ()
        self._current: CaseFile | None = None
        self._full: CaseInFull | None = None
        self._rights: frozenset[Right] = frozenset()
        self.search = line(placeholder=self.tr("Search by reference or title"), name=self.tr("Search cases"))
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.setClearButtonEnabled(True)
        self.open_button = button(self.tr("&Work on this case"), self._open, icon="folder-open")
        self.purpose_button = button(
            self.tr("Purpose of access\u2026"), self._say_why, icon="info", part="quiet"
        )
        self.new_button = button(
            self.tr("&New case\u2026"), self._new, icon="folder-plus", part="primary", shortcut=shortcuts.NEW
        )
        self.rows: RowsModel[Any] = RowsModel(tables.case_columns(), self)
        self.table = RecordTable(self.rows, self.tr("Cases"))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._open())
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row(self.search, 4, self.purpose_button, self.open_button, self.new_button))
        column.addWidget(self.table, 2)
        self.details = self._build_details()
        column.addWidget(self.details, 5)
        self.first_button = button(
            self.tr("&New case\u2026"), self._new, icon="folder-plus", part="primary", shortcut=shortcuts.NEW
        )
        self.empty = EmptyState(
            "folder-open",
            self.tr("No case yet"),
            self.tr("Open the first case file of this vault."),
            self.first_button,
        )
        self.stack = Contents(self.empty, whole)
        self.body.addWidget(self.stack)
        self.home = (self.table, self.first_button)
        self.model.listed.connect(self._listed)
        self.model.shown.connect(self._show)
        self.model.accounts.connect(self._show_accounts)
        self.model.added.connect(self._take_up)
        for model in (self.model, self.assessments):
            model.writing.connect(self.notice.clear)
        self.model.refused.connect(self.notice.refuse)
        self.model.revealed.connect(lambda identity: dialogs.IdentityDialog(self, identity).open())

    def _say_why(self) -> None:
        from ui.cases.purpose import PurposeDialog

        if self._current is not None:
            PurposeDialog(self, self.model, self._current).open()

    def show_case(self, case: CaseFile | None) -> None:
        self._current = case
        if case is not None:
            self.table.choose_row(self.rows.row_of(lambda found: found.case.id == case.id))

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        self.details.setVisible(Right.READ_CASE in rights)
        self.open_button.setVisible(
            bool(rights & {Right.READ_TESTIMONY, Right.READ_EXHIBITS, Right.READ_CUSTODY})
        )
        for opening in (self.new_button, self.first_button):
            opening.setVisible(Right.EDIT_CASE in rights)
        self._show_buttons()

    def reload(self) -> None:
        self.model.reload()

    def go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _build_details(self) -> Card:
        card = Card(margin=14, spacing=8)
        self.heading = Label("", Part.HEADING, wrap=True)
        card.body.addWidget(self.heading)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.facts = Form()
        self.facts.setVerticalSpacing(6)
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
        self.tabs.addTab(area, self.tr("Detai&ls"))
        self.lists: dict[str, RowsModel[Any]] = {}
        self.tables: dict[str, RecordTable] = {}
        self.persons_table = self._add_list(
            "persons", self.tr("&Persons"), tables.person_columns(self._roles)
        )
        self._add_list("authorities", self.tr("&Authorities"), tables.authority_columns())
        self._add_list("proceedings", self.tr("P&roceedings"), tables.proceeding_columns())
        self._add_list("instruments", self.tr("C&ooperation"), tables.instrument_columns())
        self._add_list("officials", self.tr("Officials"), tables.official_columns())
        self._add_list("interpreters", self.tr("Interpreters"), tables.interpreter_columns())
        self._add_list("objects", self.tr("Objects"), tables.object_columns())
        self._add_list(ACCOUNTS, self.tr("Accounts"), tables.account_columns())
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        card.body.addWidget(self.tabs, 1)
        self.reveal_button = button(self.tr("Reveal the &identity\u2026"), self._reveal, icon="eye")
        self.add_button = button(self.tr("A&dd\u2026"), self._add, icon="plus")
        self.assessment_button = button(
            self.tr("Individual a&ssessment\u2026"), self._assess, icon="list-checks"
        )
        card.body.addLayout(row(None, self.assessment_button, self.reveal_button, self.add_button))
        self._show_buttons()
        return card

    def _add_list(self, name: str, title: str, columns: tables.Columns) -> RecordTable:
        self.lists[name] = RowsModel(columns, self)
        table = self.tables[name] = RecordTable(self.lists[name], title.replace("&", ""))
        number = self.tabs.addTab(table, title)
        count_in_tab(self.tabs, number, title, self.lists[name])
        return table

    def _listed(self, found: "tuple[CaseSummary, ...]") -> None:
        self._all = tuple(found)
        self.stack.show_listed(found=bool(found))
        self._filter()

    def _filter(self) -> None:
        wanted = self.search.text().casefold()
        shown = [
            found
            for found in self._all
            if wanted in found.case.reference.casefold()
            or any(wanted in title.casefold() for _, title in found.case.titles)
        ]
        self.rows.show_rows(shown)
        current = self._current
        number = self.rows.row_of(lambda found: current is not None and found.case.id == current.id)
        self.table.choose_row(max(0, number))

    def _choose(self, found: "CaseSummary | None") -> None:
        if found is None:
            return
        if Right.READ_CASE in self._rights and self.isVisible():
            self.model.show(found.case.id)
        if self._current is None or found.case.id != self._current.id:
            self._current = found.case
            self.case_chosen.emit(found.case)

    def _take_up(self, added: object) -> None:
        """A case that was opened just now is the one that is worked on."""
        if isinstance(added, CaseFile):
            self.search.clear()
            self._current = added
            self.case_chosen.emit(added)

    def _open(self) -> None:
        if self._current is not None:
            self.case_opened.emit(self._current)

    def _show(self, full: CaseInFull) -> None:
        self._full = full
        case = full.case
        self.heading.setText(in_language(case.titles, case.language))
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for what, how, exact in (
            (self.tr("Reference"), case.reference, True),
            (self.tr("Language of the file"), language_name(case.language), False),
            (self.tr("Investigating State"), case.country, True),
            (self.tr("Opened"), day(case.opened_on), True),
            (self.tr("Notice number"), case.notice_number or NONE, True),
            (self.tr("Status"), words(case.status), False),
            (self.tr("Exploitation"), ", ".join(case.exploitation) or NONE, False),
            (self.tr("Legal basis"), "; ".join(case.legal_basis) or NONE, False),
        ):
            self.facts.tell(what, how, exact=exact)
        for tag, title in case.titles[1:]:
            self.facts.tell(self.tr("Title in {language}").format(language=language_name(tag)), title)
        for name in self.lists:
            if name != ACCOUNTS:
                self._fill(name, getattr(full, name))
        self._show_tab()

    def _roles(self, person_id: PersonId) -> str:
        held = roles_of(self._full.roles, person_id) if self._full else ()
        return ", ".join(words(role) for role in held) or NONE

    def _fill(self, name: str, found: Sequence[Any]) -> None:
        """List these; the one that was chosen stays so."""
        rows, table = self.lists[name], self.tables[name]
        chosen = getattr(table.current_record(), "id", None)
        rows.show_rows(found)
        table.choose_row(next((at for at, row in enumerate(rows.rows) if row.id == chosen), -1))

    def _show_tab(self) -> None:
        """Accounts are read when somebody looks at them."""
        self._show_buttons()
        if self._tab() != ACCOUNTS:
            self._fill(ACCOUNTS, ())
        elif self._full is not None and self.isVisible():
            self.model.show_accounts(self._full.case.id)

    def _show_accounts(self, case_id: CaseId, found: tuple[Account, ...]) -> None:
        if self._full is not None and self._full.case.id == case_id and self._tab() == ACCOUNTS:
            self._fill(ACCOUNTS, found)

    def _tab(self) -> str:
        return ("facts", *self.lists)[self.tabs.currentIndex()]

    def _show_buttons(self) -> None:
        tab = self._tab()
        self.add_button.setVisible(tab in dialogs.ADDING and Right.EDIT_CASE in self._rights)
        self.reveal_button.setVisible(tab == "persons" and Right.READ_IDENTITIES in self._rights)
        self.assessment_button.setVisible(tab == "persons" and Right.READ_ASSESSMENTS in self._rights)

    def _new(self) -> None:
        dialogs.NewCaseDialog(self, self.model).open()

    def _add(self) -> None:
        if self._full is not None:
            dialogs.ADDING[self._tab()](self, self.model, self._full).open()

    def _assess(self) -> None:
        from ui.cases.assessment import AssessmentDialog

        self.notice.clear()
        person = self.persons_table.current_record()
        if isinstance(person, Person):
            AssessmentDialog(self, self.assessments, person).open()
        else:
            self.notice.tell(self.tr("Choose a person first."), Tone.WARN)

    def _show_assessment(self, assessment: IndividualAssessment) -> None:
        from ui.cases.assessment import ShownAssessmentDialog

        ShownAssessmentDialog(self, assessment).open()

    def _tell_sealed(self) -> None:
        self.notice.tell(self.tr("The assessment is sealed."), Tone.OK)

    def _reveal(self) -> None:
        self.notice.clear()
        person = self.persons_table.current_record()
        if isinstance(person, Person):
            dialogs.RevealDialog(self, self.model, person.id, isolate(person.code)).open()
        else:
            self.notice.tell(self.tr("Choose a person first."), Tone.WARN)
