"""The main window: its frame, its pages, and the case and page that are shown."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.rights import RIGHTS, Right
from ui import shortcuts
from ui.app_controller import AppViewModel, Facts
from ui.cases.view import CasesView
from ui.custody.view import CustodyView
from ui.exhibits.view import ExhibitsView
from ui.export.view import ExportView
from ui.frame import Rail, StatusBar, TopBar
from ui.health.view import HealthView
from ui.interviews.view import InterviewsView
from ui.jobs import VaultJobs
from ui.office.passphrase import PassphraseDialog, PassphraseModel
from ui.office.view import OfficeView
from ui.place import Place
from ui.topics import Topic
from ui.widgets.basic import Notice
from ui.widgets.dialog import FRAME
from ui.widgets.page import Page
from ui.window_notices import WindowNotices

USUAL, LEAST = QSize(1366, 820), QSize(1024, 640)
"""The size of the window, if the screen has the room."""


class MainWindow(QMainWindow):
    """wants_lock, wants_settings, wants_keys: from a key, menu or button.

    may_close: asked before it closes.
    """

    wants_lock = Signal()
    wants_settings = Signal()
    wants_keys = Signal()

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self._jobs = jobs
        self.may_close: Callable[[], bool] = lambda: True
        self._case: CaseFile | None = None
        self._cases: list[CaseFile] = []
        self._rights: frozenset[Right] = frozenset()
        self.setWindowTitle(self.tr("THB Desktop"))
        self.stack = QStackedWidget()
        named = self._make_pages()
        self.pages: list[Page] = [page for _, _, page in named]
        for page in self.pages:
            self.stack.addWidget(page)
        self.rail = Rail([(text, icon) for text, icon, _ in named])
        self.top = TopBar(self._menu())
        self.status = StatusBar()
        self.said = WindowNotices(self.top, lambda: self.notice, self._page_names)
        self._build()
        self.fit(self.screen().availableSize())
        self.model = AppViewModel(jobs, self)
        self._listen()
        self.model.start()
        self.go(0)

    @property
    def notice(self) -> Notice:
        """The message line of the page that is shown."""
        return self._shown().notice

    def go(self, number: int) -> None:
        """Show a page by its number on the rail."""
        self.said.take_back()
        self.rail.buttons[number].setChecked(True)
        self.stack.setCurrentIndex(number)
        self.top.title.setText(self.rail.name_of(number))
        self.pages[number].reload()
        self.pages[number].take_focus()

    def show_case(self, case: CaseFile | None) -> None:
        """Show this case on every page."""
        self._take_case(case)
        self._shown().reload()

    def rows_of_cases(self) -> list[str]:
        """The references of the cases listed."""
        return [found.case.reference for found in self.cases.rows.rows]

    def keep_drafts(self) -> None:
        """Before the lock: save all drafts."""
        for page in self.pages:
            page.keep_drafts()

    @property
    def holds_drafts(self) -> bool:
        """Whether a draft is unsaved."""
        return any(page.holds_drafts for page in self.pages)

    def keep_place(self) -> None:
        """Before the lock: save in the vault where the user is."""
        page = self._shown()
        case = self._case.id if self._case else ""
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

    def _make_pages(self) -> list[tuple[str, str, Page]]:
        jobs = self._jobs
        self.cases, self.interviews = CasesView(jobs), InterviewsView(jobs)
        self.exhibits, self.custody = ExhibitsView(jobs), CustodyView(jobs)
        self.export, self.health = ExportView(jobs), HealthView(jobs)
        self.office = OfficeView(jobs)
        return [
            (self.tr("Cases"), "folder-open", self.cases),
            (self.tr("Interviews"), "messages-square", self.interviews),
            (self.tr("Exhibits"), "archive", self.exhibits),
            (self.tr("Custody"), "link", self.custody),
            (self.tr("Export"), "package-check", self.export),
            (self.tr("Health"), "activity", self.health),
            (self.tr("Office"), "users-round", self.office),
        ]

    def _menu(self) -> list[tuple[str, str, Callable[[], object]] | None]:
        return [
            ("key-round", self.tr("Change the &passphrase\u2026"), self._change_passphrase),
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
            (shortcuts.SEARCH, lambda: self._shown().go_to_search()),
            (shortcuts.QUIT, self.close),
        ):
            QShortcut(QKeySequence(key), self, act)

    def _listen(self) -> None:
        jobs, model, said = self._jobs, self.model, self.said
        self.rail.chosen.connect(self.go)
        self.rail.wants_settings.connect(self.wants_settings)
        self.rail.wants_lock.connect(self.wants_lock)
        self.top.wants_health.connect(self._show_health)
        self.top.wants_recovery.connect(self._show_keys)
        said.wants_return.connect(self._return_to)
        self.cases.case_opened.connect(self._open_case)
        self.cases.case_chosen.connect(self._take_case)
        for page in self.pages:
            page.wants_cases.connect(lambda: self._show_page(self.cases))
        self.exhibits.wants_custody.connect(self._show_custody_of)
        self.office.left.connect(self.wants_lock)
        self.health.explained.connect(model.look_again)
        model.facts.connect(self._show_facts)
        model.cases.connect(self._show_cases)
        model.findings.connect(said.show_findings)
        model.code_on_paper.connect(said.show_code)
        model.waiting.connect(said.show_waiting)
        jobs.refused.connect(said.refuse)
        jobs.changed.connect(self._changed)
        jobs.short_code.connect(self.status.show_short_code)
        jobs.busy.connect(self.status.show_busy)
        jobs.left.connect(said.tell_left)
        jobs.kept.connect(self._look_for_typed)

    def _shown(self) -> Page:
        return self.pages[self.stack.currentIndex()]

    def _usable(self) -> list[Page]:
        """The pages that this user's function includes: any other would ask the vault for what it refuses."""
        return [page for page in self.pages if page.needs in self._rights]

    def _page_names(self) -> dict[str, str]:
        return {type(page).__name__: self.rail.name_of(number) for number, page in enumerate(self.pages)}

    def _show_page(self, page: Page) -> None:
        self.go(self.pages.index(page))

    def _show_facts(self, facts: Facts) -> None:
        self.status.show_user(facts.office, facts.user)
        self._show_rights(RIGHTS[facts.user.role])
        self.said.show_findings(facts.findings)
        self.said.show_risks(facts.risks)
        self.said.show_place(facts.place, facts.waiting)
        self.office.signing.ask_about_offered(facts.findings)

    def _show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        for page, rail_button in zip(self.pages, self.rail.buttons, strict=True):
            page.show_rights(rights)
            rail_button.setVisible(page.needs in rights)

    def _show_cases(self, found: tuple[object, ...]) -> None:
        cases = self._cases = [summary.case for summary in found]  # type: ignore[attr-defined]  # summaries of cases
        for page in self.pages:
            page.await_case(awaits=not cases)
        known = self._case.id if self._case else None
        current = next((case for case in cases if case.id == known), cases[0] if cases else None)
        if current != self._case:
            self.show_case(current)

    def _take_case(self, case: CaseFile | None) -> None:
        """Tell every page its case; only the visible page reads it."""
        self._case = case
        for page in self._usable():
            page.show_case(case)
        self.top.show_case(case)

    def _open_case(self, case: CaseFile) -> None:
        """Open its testimony; for a user who may not read that, its exhibits or their custody."""
        self._take_case(case)
        usable = self._usable()
        wanted = next((p for p in (self.interviews, self.exhibits, self.custody) if p in usable), None)
        if wanted is not None:
            self._show_page(wanted)

    def _return_to(self, place: Place) -> None:
        """Return to where the user was when the vault locked."""
        page = next(page for page in self.pages if type(page).__name__ == place.page)
        found = next((each for each in self._cases if each.id == place.case), None)
        if found is not None:
            self._take_case(found)
        self._show_page(page)
        if place.record:
            page.return_to(place.record, place.turn)

    def _show_custody_of(self, exhibit_id: str) -> None:
        self._show_page(self.custody)
        self.custody.show_exhibit(exhibit_id)

    def _show_keys(self) -> None:
        """Show where a recovery code is made."""
        self._show_page(self.office)
        self.office.tabs.setCurrentWidget(self.office.keys)

    def _show_health(self) -> None:
        """Show the page that explains the chips."""
        if self.health in self._usable():
            self._show_page(self.health)

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

    def _change_passphrase(self) -> None:
        PassphraseDialog(self, PassphraseModel(self._jobs)).open()
