"""The main window: its frame, its pages, and the case and page that are shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.rights import RIGHTS, Right
from ui import shortcuts, theme
from ui.app_controller import AppViewModel, Facts
from ui.cases.view import CasesView
from ui.checking.window import CheckingWindow
from ui.custody.view import CustodyView
from ui.exchange.menu import ExchangeMenu
from ui.exhibits.view import ExhibitsView
from ui.export.view import ExportView
from ui.frame import Rail, StatusBar, TopBar
from ui.health.view import HealthView
from ui.interviews.view import InterviewsView
from ui.jobs import VaultJobs
from ui.language_office.view import LanguageView
from ui.leads import Leads
from ui.office.passphrase import PassphraseDialog, PassphraseModel
from ui.office.view import OfficeView
from ui.place import Place
from ui.places import show_hit, show_place
from ui.topics import Topic
from ui.widgets.basic import Notice
from ui.widgets.dialog import FRAME
from ui.widgets.page import Page
from ui.widgets.pages import PageKind, Pages
from ui.window_notices import WindowNotices

if TYPE_CHECKING:
    from thb_desktop.domain.exhibit import Exhibit
    from thb_desktop.services.searching.search import Hit

USUAL, LEAST = QSize(1366, 820), QSize(1024, 640)
"""The size of the window, if the screen has the room."""


class MainWindow(CheckingWindow):
    """wants_lock, wants_settings, wants_keys: from a key, menu or button. wants_hand_over: to the interpreter
    of an assignment, whose folder it names. may_close: asked before it closes.
    """

    wants_lock = Signal()
    wants_settings = Signal()
    wants_keys = Signal()
    wants_hand_over = Signal(object)

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__(lambda: jobs)
        theme.dress(self)
        self._jobs = jobs
        self.may_close: Callable[[], bool] = lambda: True
        self._case: CaseFile | None = None
        self._cases: list[CaseFile] | None = None
        self._returned = ""
        self._rights: frozenset[Right] = frozenset()
        self.setWindowTitle(self.tr("THB Desktop"))
        self.stack = QStackedWidget()
        kinds = self._kinds = self._page_kinds()
        self._leads = Leads(lambda: self._show_page(LanguageView))
        self._leads.offer_packages(self, lambda: (self._case, self._rights))
        self.pages = Pages(kinds, jobs, self.stack, self._prepare)
        self.rail = Rail([(kind.words, kind.icon) for kind in kinds])
        self.top = TopBar(self._menu())
        self.status = StatusBar()
        self.said = WindowNotices(self.top, lambda: self.notice, self.pages.names)
        self._build()
        self.fit(self.screen().availableSize())
        self.model = AppViewModel(jobs, self)
        self._has_gone = False
        self._listen()
        self.model.start()
        # One of no time is a queued call: Qt would make the page before it draws the frame.
        QTimer.singleShot(1, self, self._begin)

    @property
    def notice(self) -> Notice:
        """The message line of the page that is shown."""
        return self._shown().notice

    def go(self, number: int) -> None:
        """Show a page by its number on the rail."""
        self._jobs.make_way()
        was_gone, self._has_gone = self._has_gone, True
        self.said.take_back()
        self.rail.buttons[number].setChecked(True)
        page = self.pages[number]
        self.stack.setCurrentIndex(number)
        self.top.title.setText(self.rail.name_of(number))
        page.reload()
        page.take_focus()
        if was_gone:
            self.said.arrive(type(page).__name__)

    def _begin(self) -> None:
        """Show the first page once the frame is seen: together, they hold up the unlock too long."""
        if not self._has_gone:
            self.go(0)

    def show_case(self, case: CaseFile | None) -> None:
        """Show this case on every page."""
        self._take_case(case)
        if self._has_gone:
            self._shown().reload()

    def lead_to_return(self, place: str) -> None:
        """Offer to look at what was handed back before this unlock. place: the name of its store."""
        self._returned = place

    def keep_drafts(self) -> None:
        """Before the lock: save all drafts."""
        for page in self.pages.made:
            page.keep_drafts()

    @property
    def holds_drafts(self) -> bool:
        """Whether a draft is unsaved."""
        return any(page.holds_drafts for page in self.pages.made)

    def keep_place(self) -> None:
        """Before the lock: save in the vault where the user is."""
        page, case = self._shown(), self._case.id if self._case else ""
        turn, label = page.typed_turn()
        place = Place(page=type(page).__name__, case=case, record=page.open_id(), turn=turn, label=label)
        self.model.keep_place(place)

    def fit(self, room: QSize) -> None:
        """Limit the window to the free area of the screen, so that status bar and lock are always visible."""
        within = QSize(room.width(), room.height() - FRAME)
        self.setMinimumSize(LEAST.boundedTo(within))
        self.resize(USUAL.boundedTo(within))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self.may_close())

    @property
    def cases(self) -> CasesView:
        return self.pages.of(CasesView)

    @property
    def interviews(self) -> InterviewsView:
        return self.pages.of(InterviewsView)

    @property
    def exhibits(self) -> ExhibitsView:
        return self.pages.of(ExhibitsView)

    @property
    def custody(self) -> CustodyView:
        return self.pages.of(CustodyView)

    @property
    def export(self) -> ExportView:
        return self.pages.of(ExportView)

    @property
    def health(self) -> HealthView:
        return self.pages.of(HealthView)

    @property
    def office(self) -> OfficeView:
        return self.pages.of(OfficeView)

    def _page_kinds(self) -> tuple[PageKind, ...]:
        return (
            PageKind(self.tr("Cases"), "folder-open", CasesView),
            PageKind(self.tr("Interviews"), "messages-square", InterviewsView),
            PageKind(self.tr("Exhibits"), "archive", ExhibitsView),
            PageKind(self.tr("Custody"), "link", CustodyView),
            PageKind(self.tr("Export"), "package-check", ExportView),
            PageKind(self.tr("Health"), "activity", HealthView),
            PageKind(self.tr("Office"), "users-round", OfficeView),
            PageKind(self.tr("Translations"), "languages", LanguageView),
        )

    def _prepare(self, page: Page) -> None:
        """Connect a new page, and tell it what the others know already."""
        page.wants_cases.connect(lambda: self._show_page(CasesView))
        if isinstance(page, CasesView):
            page.case_opened.connect(self._open_case)
            page.case_chosen.connect(self._take_case)
            page.details.wants_place.connect(lambda *place: show_place(self._show_page, *place))
        elif isinstance(page, ExhibitsView):
            page.wants_custody.connect(lambda of: self._show_page(CustodyView).show_exhibit(of))
        elif isinstance(page, InterviewsView):
            self._leads.follow_records(page)
            page.waits.wants_assignments.connect(self.show_assignments)
        elif isinstance(page, LanguageView):
            page.offer_files(ExchangeMenu(page, self._jobs, page.chosen_job, lambda: self._rights))
        elif isinstance(page, HealthView):
            page.explained.connect(self.model.look_again)
        elif isinstance(page, OfficeView):
            page.left.connect(self.wants_lock)
        if self._rights:
            page.show_rights(self._rights)
        if self._cases is not None:
            page.await_case(awaits=not self._cases)
        if self._case is not None and page.needs in self._rights:
            page.show_case(self._case)

    def _menu(self) -> list[tuple[str, str, Callable[[], object]] | None]:
        return [
            ("search", self.tr("Search e&verything\u2026"), self.open_search),
            ("handshake", self.tr("&Interpreters\u2026"), self.show_assignments),
            ("package-check", self.tr("Packages sent and &received\u2026"), self.open_packages),
            ("key-round", self.tr("Change the &passphrase\u2026"), self._change_passphrase),
            ("file-check", self.tr("Check a signed &file\u2026"), self.check_file),
            *self._leads.stamp_entries(self, lambda: self._case),
            None,
            ("settings", self.tr("&Settings\u2026"), self.wants_settings.emit),
            ("keyboard", self.tr("&Keys"), self.wants_keys.emit),
            None,
            ("lock", self.tr("&Lock"), self.wants_lock.emit),
        ]

    def _build(self) -> None:
        whole = QWidget()
        self.setCentralWidget(whole)
        across = QHBoxLayout(whole)
        column = QVBoxLayout()
        for layout in (across, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.said)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        across.addWidget(self.rail)
        across.addLayout(column, 1)
        for key, act in (
            (shortcuts.LOCK, self.wants_lock.emit),
            (shortcuts.OVERVIEW, self.wants_keys.emit),
            (shortcuts.SETTINGS, self.wants_settings.emit),
            (shortcuts.HAND_OVER, self.show_assignments),
            (shortcuts.SEARCH, self._go_to_search),
            (shortcuts.SEARCH_ALL, self.open_search),
            (shortcuts.QUIT, self.close),
        ):
            QShortcut(QKeySequence(shortcuts.chosen(key)), self, act)

    def _go_to_search(self) -> None:
        """Go to the search of the page; from there, and from a page without one, to that over everything."""
        before = self.focusWidget()
        self._shown().go_to_search()
        if self.focusWidget() is before:
            self.open_search()

    def open_search(self) -> None:
        """Search everything that is entered."""
        from ui.searching.dialogs import open_search  # the unlock waits for none of it

        open_search(self, self._jobs, self._case, self._show_hit, self._show_scanned)

    def _show_hit(self, hit: "Hit") -> None:
        self._take_case_of(hit.case_id)
        show_hit(self._show_page, hit, self._rights)

    def _show_scanned(self, exhibit: "Exhibit") -> None:
        self._take_case_of(exhibit.case_id)
        show_place(self._show_page, "exhibit", exhibit.id)

    def _take_case_of(self, case_id: str) -> None:
        case = next((each for each in self._cases or () if each.id == case_id), None)
        if case is not None and (self._case is None or case.id != self._case.id):
            self._take_case(case)

    def _listen(self) -> None:
        jobs, model, said = self._jobs, self.model, self.said
        self.rail.chosen.connect(self.go)
        self.rail.wants_settings.connect(self.wants_settings)
        self.rail.wants_lock.connect(self.wants_lock)
        self.top.wants_health.connect(self._show_health)
        self.top.wants_recovery.connect(self._show_keys)
        said.wants_return.connect(self._return_to)
        model.facts.connect(self._show_facts)
        model.cases.connect(self._show_cases)
        model.findings.connect(said.show_findings)
        model.code_on_paper.connect(said.show_code)
        model.waiting.connect(said.show_waiting)
        jobs.refused.connect(said.refuse)
        jobs.changed.connect(self._changed)
        jobs.short_code.connect(self.status.show_short_code)
        jobs.busy.connect(self.status.show_busy)
        jobs.checking.connect(self.status.show_checking)
        jobs.checked.connect(self.status.end_checking)
        jobs.left.connect(said.tell_left)
        jobs.kept.connect(self._look_for_typed)

    def _shown(self) -> Page:
        return self.pages[self.stack.currentIndex()]

    def _may_use(self, kind: type[Page]) -> bool:
        """Whether the user's function includes it: any other would ask the vault for what it refuses."""
        return kind.needs in self._rights

    def _show_page[P: Page](self, kind: type[P]) -> P:
        self.go(self.pages.number_of(kind))
        return self.pages.of(kind)

    def _show_facts(self, facts: Facts) -> None:
        self.status.show_user(facts.office, facts.user)
        self._show_rights(RIGHTS[facts.user.role])
        if facts.checked:
            self.said.show_findings(facts.findings)
        else:
            self.said.show_checking()
        self.said.show_risks(facts.risks)
        self.said.show_place(facts.place, facts.waiting)
        if self._returned and Right.ASSIGN_WORK in self._rights:
            self._leads.offer_return(self._jobs, self._returned, self.said, self._show_return)
        self._leads.tell_of_keys(facts.findings, self._jobs, self.said, lambda: self.office)

    def _show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        for kind, rail_button in zip(self._kinds, self.rail.buttons, strict=True):
            rail_button.setVisible(kind.make.needs in rights)
        for page in self.pages.made:
            page.show_rights(rights)

    def _show_cases(self, found: tuple[object, ...]) -> None:
        cases = self._cases = [summary.case for summary in found]  # type: ignore[attr-defined]  # summaries of cases
        for page in self.pages.made:
            page.await_case(awaits=not cases)
        known = self._case.id if self._case else None
        current = next((case for case in cases if case.id == known), cases[0] if cases else None)
        if current != self._case:
            self.show_case(current)

    def _take_case(self, case: CaseFile | None) -> None:
        """Tell every page its case; only the visible page reads it."""
        self._case = case
        for page in self.pages.made:
            if self._may_use(type(page)):
                page.show_case(case)
        self.top.show_case(case)

    def _open_case(self, case: CaseFile) -> None:
        """Open its testimony; for a user who may not read that, its exhibits or their custody."""
        self._take_case(case)
        kinds: tuple[type[Page], ...] = (InterviewsView, ExhibitsView, CustodyView)
        wanted = next(filter(self._may_use, kinds), None)
        if wanted is not None:
            self._show_page(wanted)

    def _return_to(self, place: Place) -> None:
        """Return to where the user was when the vault locked."""
        kind = next(each.make for each in self._kinds if each.make.__name__ == place.page)
        found = next((each for each in self._cases or () if each.id == place.case), None)
        if found is not None:
            self._take_case(found)
        page = self._show_page(kind)
        if place.record:
            page.return_to(place.record, place.turn)
        page.return_to_form(place.form)

    def _show_keys(self) -> None:
        """Show where a recovery code is made."""
        office = self._show_page(OfficeView)
        office.tabs.setCurrentWidget(office.keys)

    def _show_health(self) -> None:
        """Show the page that explains the chips."""
        if self._may_use(HealthView):
            self._show_page(HealthView)

    def _look_for_typed(self) -> None:
        """Keep the message about drafts until their forms are saved or discarded."""
        if self.said.asks_what_waits:
            self.model.ask_waiting()

    def _changed(self, topic: Topic) -> None:
        """Reload only what the change concerns: each view of a record is logged."""
        self.said.take_back()
        if topic in (Topic.CASES, Topic.OFFICE):
            self.model.reload()
        if topic in self._shown().shows:
            self._shown().reload()

    def show_assignments(self) -> None:
        """Show what is given out to interpreters in this case, if the user's function includes it."""
        from ui.assignment.office import open_assignments

        if self._case is not None and Right.ASSIGN_WORK in self._rights:
            self.said.returned.hide()
            listed = open_assignments(self, self._jobs, self._case, self.wants_hand_over.emit)
            self._leads.follow_assignments(listed, self._rights)

    def _show_return(self, case_id: str) -> None:
        self._take_case_of(case_id)
        self.show_assignments()

    def _change_passphrase(self) -> None:
        PassphraseDialog(self, PassphraseModel(self._jobs)).open()
