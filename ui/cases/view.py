"""All cases above, the chosen one below: its details and its lists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from thb_desktop.domain.assessment import IndividualAssessment
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import Identity
from thb_desktop.domain.rights import Right
from ui import shortcuts
from ui.cases import dialogs, tables
from ui.cases.assessment import ShownAssessmentDialog
from ui.cases.assessment_model import AssessmentModel
from ui.cases.bank_words_offer import BankWordsOffer
from ui.cases.details import CaseDetails
from ui.cases.entries import LISTS
from ui.cases.persons.model import PersonModel
from ui.cases.view_model import CasesViewModel
from ui.jobs import VaultJobs
from ui.rows import RowsModel
from ui.text import as_plain_tip, isolate
from ui.tones import Tone
from ui.topics import Topic
from ui.widgets import icons
from ui.widgets.basic import EmptyState, button, on_key, rename, row
from ui.widgets.form import line
from ui.widgets.page import Contents, Page
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.case_file.cases import CaseSummary


class CasesView(Page):
    """case_opened: the user works on this case from now on. case_chosen: the pages show this one."""

    case_opened = Signal(object)
    case_chosen = Signal(object)
    needs = Right.SEE_CASES
    shows = frozenset((Topic.CASES, Topic.TESTIMONY, Topic.EXHIBITS))

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.model = CasesViewModel(jobs, self)
        self.assessments = AssessmentModel(jobs, self)
        self.people = PersonModel(jobs, self)
        self.assessments.opened.connect(self._show_assessment)
        self.assessments.kept.connect(self._tell_sealed)
        self._all: tuple[CaseSummary, ...] = ()
        self._current: CaseFile | None = None
        self._rights: frozenset[Right] = frozenset()
        self._awaited = ""
        self.search = line(placeholder=self.tr("Search by reference or title"), name=self.tr("Search cases"))
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.textEdited.connect(lambda _: self._show_list(shown=True))
        self.search.setClearButtonEnabled(True)
        self.open_button = button(self.tr("&Work on this case"), self._open, icon="folder-open")
        self.purpose_button = button(
            self.tr("Purpose of access\u2026"), self._say_why, icon="info", part="quiet"
        )
        self.new_button = button(
            self.tr("&New case\u2026"), self._new, icon="folder-plus", part="primary", shortcut=shortcuts.NEW
        )
        self.list_button = button("", self._turn_list, icon="chevron-up", part="quiet")
        told = self.tr("Show the list of cases, or put it away: {key}").format(
            key=shortcuts.shown(shortcuts.LIST)
        )
        self.list_button.setToolTip(as_plain_tip(told))
        on_key(self, shortcuts.LIST, self._turn_list)
        self.rows: RowsModel[Any] = RowsModel(tables.case_columns(), self)
        self.table = RecordTable(self.rows, self.tr("Cases"))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._open())
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        above = (self.list_button, self.purpose_button, self.open_button, self.new_button)
        column.addLayout(row(self.search, 4, *above))
        column.addWidget(self.table, 2)
        self.details = CaseDetails(self.model, self.assessments, self.people)
        self.details.told.connect(self.notice.tell)
        self.bank_words = BankWordsOffer(self.details, self.model)
        column.addWidget(self.details, 5)
        self._show_list(shown=True)
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
        self.home = (self.table, self.details.sections.list, self.first_button)
        self.model.listed.connect(self._listed)
        self.model.shown.connect(self.details.show_full)
        self.model.shown.connect(lambda _: self._open_awaited())
        self.model.added.connect(self._take_up)
        for model in (self.model, self.assessments, self.people):
            model.writing.connect(self.notice.clear)
        self._hear()

    def _hear(self) -> None:
        """Show what the vault refuses, and the identity that it opens."""
        self.model.refused.connect(self.notice.refuse)
        self.model.refused_at.connect(lambda _, sentence: self.notice.refuse(sentence))
        self.model.revealed.connect(self._show_identity)
        self.model.unreadable.connect(self._enter_identity_again)

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
        self.details.show_rights(rights)
        self.list_button.setVisible(Right.READ_CASE in rights)
        self.open_button.setVisible(
            bool(rights & {Right.READ_TESTIMONY, Right.READ_EXHIBITS, Right.READ_CUSTODY})
        )
        for opening in (self.new_button, self.first_button):
            opening.setVisible(Right.EDIT_CASE in rights)

    def reload(self) -> None:
        self.model.reload()

    def open_id(self) -> str:
        """The section of the case that is shown."""
        return self.details.section()

    def return_to(self, record: str, _turn: str = "") -> None:
        self.details.sections.open(record)

    def return_to_form(self, form: str) -> None:
        """Show the section in which this form adds an entry, and open it once the case is read."""
        named = (name for name, shown in LISTS.items() if form == f"add-{shown.description.name}")
        self._awaited = next(named, "")
        if self._awaited:
            self.details.sections.open(self._awaited)
            self._open_awaited()

    def _open_awaited(self) -> None:
        full, current, details = self.details.full, self._current, self.details
        if not self._awaited or full is None or current is None or full.case.id != current.id:
            return
        opens = self._awaited == details.section() and not details.buttons.add_button.isHidden()
        self._awaited = ""
        if opens:
            details.buttons.add_button.click()

    def go_to_search(self) -> None:
        self._show_list(shown=True)
        self.search.setFocus()
        self.search.selectAll()

    def _turn_list(self) -> None:
        """Put the list of cases away, or show it again: then the chosen case has the whole page."""
        self._show_list(shown=self.table.isHidden() or self.details.isHidden())

    def _show_list(self, *, shown: bool) -> None:
        held = self.table.hasFocus()
        self.table.setVisible(shown)
        rename(self.list_button, self.tr("Hide the list") if shown else self.tr("Show the list"))
        self.list_button.setIcon(icons.icon("chevron-up" if shown else "chevron-down", "accent"))
        if held and not shown:
            self.details.sections.list.setFocus()

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
            self.model.show(found.case.id, *self.details.objects_shown(found.case.id))
        if self._current is None or found.case.id != self._current.id:
            self._current = found.case
            self.case_chosen.emit(found.case)

    def _take_up(self, added: object) -> None:
        """Continue with a case that was just opened, or with what was just entered in it."""
        if isinstance(added, CaseFile):
            self.search.clear()
            self._current = added
            self.case_chosen.emit(added)
        elif added is not None:
            self.details.choose_entry(added)

    def _open(self) -> None:
        if self._current is not None:
            self.case_opened.emit(self._current)

    def _new(self) -> None:
        dialogs.new_case(self, self.model).open()

    def _show_identity(self, identity: Identity, again: Sequence[Correction]) -> None:
        code = self._pseudonym(identity.person_id)
        dialogs.IdentityDialog(self, self.model, identity, code, again=again).open()

    def _enter_identity_again(self, person_id: PersonId) -> None:
        dialogs.enter_identity_again(self, self.model, person_id, self._pseudonym(person_id)).open()

    def _pseudonym(self, person_id: PersonId) -> str:
        """The pseudonym of a person of the shown case, isolated."""
        persons = self.details.full.persons if self.details.full else ()
        return next((isolate(each.code) for each in persons if each.id == person_id), "")

    def _show_assessment(self, assessment: IndividualAssessment, unread: int) -> None:
        ShownAssessmentDialog(self, assessment, unread).open()

    def _tell_sealed(self) -> None:
        self.notice.tell(self.tr("The assessment is sealed."), Tone.OK)
