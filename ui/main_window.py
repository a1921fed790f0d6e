"""The main window: rail, top bar, pages, status line."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from thb_desktop.domain.case import CaseFile, in_language
from thb_desktop.domain.rights import RIGHTS, Right
from thb_desktop.findings import Finding, Standing, verdict
from ui import shortcuts
from ui.app_controller import AppViewModel, Facts
from ui.cases.view import CasesView
from ui.custody.view import CustodyView
from ui.exhibits.view import ExhibitsView
from ui.export.view import ExportView
from ui.health.view import HealthView
from ui.interviews.view import InterviewsView
from ui.jobs import VaultJobs
from ui.labels import words
from ui.labels.findings import finding_text
from ui.labels.risks import risks_text
from ui.messages import sentence
from ui.office.view import OfficeView
from ui.place import Place
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.way_back import way_back
from ui.widgets import icons
from ui.widgets.basic import Chip, ChipButton, Label, Notice, Part
from ui.widgets.offer import Offer
from ui.widgets.page import Page
from ui.widgets.rail import WIDTH, RailButton

if TYPE_CHECKING:
    from thb_desktop.services.casework.drafts import KeptForm


USUAL, LEAST = QSize(1366, 820), QSize(1024, 640)
"""Of the window, where the screen has the room."""
FRAME = 40
"""Pixels of a screen left to the frame that the desktop draws around a window."""


class MainWindow(QMainWindow):
    """wants_lock, wants_settings, wants_keys: asked for by key, menu or button.

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
        self._place: Place | None = None
        self._told_left = False
        self.setWindowTitle(self.tr("THB Desktop"))
        self.pages: list[Page] = []
        self.stack = QStackedWidget()
        self._rail_group = QButtonGroup(self)
        self._build()
        self.fit(self.screen().availableSize())
        self.model = AppViewModel(jobs, self)
        self.model.facts.connect(self._show_facts)
        self.model.cases.connect(self._show_cases)
        self.model.findings.connect(self._show_findings)
        self.model.code_on_paper.connect(self._tell_of_code)
        self.model.waiting.connect(self._show_waiting)
        self.health.explained.connect(self.model.look_again)
        jobs.refused.connect(lambda error: self.notice.tell(sentence(error), Tone.BAD))
        jobs.changed.connect(self._changed)
        jobs.short_code.connect(self._show_short_code)
        jobs.busy.connect(self._show_busy)
        jobs.left.connect(self._tell_left)
        jobs.kept.connect(self._look_for_typed)
        self.model.start()
        self.go(0)

    def go(self, number: int) -> None:
        """Show a page by its number on the rail."""
        self.rail_buttons[number].setChecked(True)
        self.stack.setCurrentIndex(number)
        self.title.setText(self.rail_buttons[number].accessibleName())
        self._clear_notice()
        self.pages[number].reload()

    def _usable(self) -> list[Page]:
        """The pages that this user's function includes: another would ask the vault for what it refuses."""
        return [page for page in self.pages if page.needs in self._rights]

    def show_case(self, case: CaseFile | None) -> None:
        """Let every page be about this case."""
        self._take_case(case)
        self._shown().reload()

    def _take_case(self, case: CaseFile | None) -> None:
        """Tell every page which case it is about; only the one that is shown reads anything of it."""
        self._case = case
        for page in self._usable():
            page.show_case(case)
        self._name_case()

    def _shown(self) -> Page:
        return self.pages[self.stack.currentIndex()]

    def rows_of_cases(self) -> list[str]:
        """The references of the cases listed."""
        return [found.case.reference for found in self.cases.rows.rows]

    def keep_drafts(self) -> None:
        """Before the lock: hand over everything still being typed."""
        for page in self.pages:
            page.keep_drafts()

    @property
    def holds_drafts(self) -> bool:
        """Whether something typed is kept and not saved."""
        return any(page.holds_drafts for page in self.pages)

    def show_remaining(self, seconds: int) -> None:
        """The countdown to the lock."""
        minutes = isolate(f"{seconds // 60}:{seconds % 60:02d}")
        self.countdown.setText(self.tr("Locks in {minutes}").format(minutes=minutes))

    def fit(self, room: QSize) -> None:
        """Be no larger than the room there is on a screen, so that status bar and lock are always seen."""
        within = QSize(room.width(), room.height() - FRAME)
        self.setMinimumSize(LEAST.boundedTo(within))
        self.resize(USUAL.boundedTo(within))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        event.setAccepted(self.may_close())

    def _build(self) -> None:
        whole = QWidget()
        self.setCentralWidget(whole)
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._build_rail())
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_top())
        self.above = margin = QVBoxLayout()
        margin.setContentsMargins(20, 0, 20, 0)
        margin.setSpacing(8)
        self.notice = Notice()
        self.held = Notice()
        self.offer = Offer()
        margin.addWidget(self.held)
        margin.addWidget(self.offer)
        margin.addWidget(self.notice)
        column.addLayout(margin)
        column.addWidget(self.stack, 1)
        column.addWidget(self._build_status())
        across.addLayout(column, 1)
        for key, signal in (
            (shortcuts.LOCK, self.wants_lock),
            (shortcuts.OVERVIEW, self.wants_keys),
            (shortcuts.SETTINGS, self.wants_settings),
        ):
            QShortcut(QKeySequence(key), self, signal.emit)
        QShortcut(QKeySequence(shortcuts.QUIT), self, self.close)

    def _build_rail(self) -> QFrame:
        rail = QFrame()
        rail.setProperty("part", "rail")
        rail.setFixedWidth(WIDTH)
        column = QVBoxLayout(rail)
        column.setContentsMargins(0, 12, 0, 10)
        column.setSpacing(2)
        self.rail_buttons: list[RailButton] = []
        for text, icon, page in self._make_pages():
            number = len(self.pages)
            entry = RailButton(text, icon)
            entry.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
            entry.clicked.connect(lambda _checked=False, chosen=number: self.go(chosen))
            self._rail_group.addButton(entry)
            column.addWidget(entry)
            self.stack.addWidget(page)
            self.pages.append(page)
            self.rail_buttons.append(entry)
        self.cases.case_opened.connect(self._open_case)
        self.cases.case_chosen.connect(self._take_case)
        self.exhibits.wants_custody.connect(self._show_custody_of)
        column.addStretch(1)
        self.settings_button = RailButton(self.tr("Settings"), "settings", checkable=False)
        self.settings_button.clicked.connect(lambda _checked=False: self.wants_settings.emit())
        self.lock_button = RailButton(self.tr("Lock"), "lock", checkable=False)
        self.lock_button.clicked.connect(lambda _checked=False: self.wants_lock.emit())
        column.addWidget(self.settings_button)
        column.addWidget(self.lock_button)
        return rail

    def _make_pages(self) -> list[tuple[str, str, Page]]:
        self.cases, self.interviews = CasesView(self._jobs), InterviewsView(self._jobs)
        self.exhibits, self.custody = ExhibitsView(self._jobs), CustodyView(self._jobs)
        self.export, self.health = ExportView(self._jobs), HealthView(self._jobs)
        self.office = OfficeView(self._jobs)
        self.office.left.connect(self.wants_lock)
        return [
            (self.tr("Cases"), "folder-open", self.cases),
            (self.tr("Interviews"), "messages-square", self.interviews),
            (self.tr("Exhibits"), "archive", self.exhibits),
            (self.tr("Custody"), "link", self.custody),
            (self.tr("Export"), "package-check", self.export),
            (self.tr("Health"), "activity", self.health),
            (self.tr("Office"), "users-round", self.office),
        ]

    def _build_top(self) -> QFrame:
        top = QFrame()
        top.setProperty("part", "topbar")
        top.setFixedHeight(56)
        line = QHBoxLayout(top)
        line.setContentsMargins(20, 0, 14, 0)
        line.setSpacing(10)
        self.title = Label("", Part.TITLE)
        self.case_label = Label("", Part.MUTED)
        self.fictional = Chip()
        self.memory_chip = ChipButton(self._show_health)
        self.code_chip = ChipButton(self._show_keys)
        self.chain_chip = ChipButton(self._show_health)
        self.menu_button = QToolButton()
        self.menu_button.setIcon(icons.icon("user-round"))
        self.menu_button.setAccessibleName(self.tr("Vault and user"))
        self.menu_button.setToolTip(self.tr("Vault and user (Alt+V)"))
        self.menu_button.setShortcut(QKeySequence("Alt+V"))
        self.menu_button.setFocusPolicy(self.lock_button.focusPolicy())
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self._build_menu())
        line.addWidget(self.title)
        line.addWidget(self.case_label)
        line.addStretch(1)
        line.addWidget(self.fictional)
        line.addWidget(self.memory_chip)
        line.addWidget(self.code_chip)
        line.addWidget(self.chain_chip)
        line.addWidget(self.menu_button)
        return top

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(
            icons.icon("key-round"), self.tr("Change the &passphrase\u2026"), self._change_passphrase
        )
        menu.addSeparator()
        menu.addAction(icons.icon("settings"), self.tr("&Settings\u2026"), self.wants_settings.emit)
        menu.addAction(icons.icon("keyboard"), self.tr("&Keys"), self.wants_keys.emit)
        menu.addSeparator()
        menu.addAction(icons.icon("lock"), self.tr("&Lock"), self.wants_lock.emit)
        return menu

    def _build_status(self) -> QFrame:
        status = QFrame()
        status.setProperty("part", "statusbar")
        status.setFixedHeight(30)
        line = QHBoxLayout(status)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(18)
        self.office_label = Label("", Part.STATUS)
        self.user_label = Label("", Part.STATUS)
        self.code_label = Label("", Part.STATUS)
        self.busy_label = Label("", Part.STATUS)
        self.countdown = Label("", Part.STATUS)
        for part in (self.office_label, self.user_label, self.code_label):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.busy_label)
        line.addWidget(self.countdown)
        return status

    def _show_facts(self, facts: Facts) -> None:
        self.office_label.setText(self.tr("Vault of {office}").format(office=isolate_words(facts.office)))
        name = isolate_words(facts.user.name)
        self.user_label.setText(
            self.tr("{name}, {role}").format(name=name, role=words(facts.user.role).lower())
        )
        self._show_rights(RIGHTS[facts.user.role])
        self._show_findings(facts.findings)
        risky = self.tr("Memory may reach the disk") if facts.risks else ""
        self.memory_chip.show_as(risky, Tone.WARN, risks_text(facts.risks))
        self._place = facts.place
        self._offer_return(facts.waiting)

    def _tell_of_code(self, on_paper: bool) -> None:
        told = self.tr(
            "Your recovery code was never typed back, so nobody knows whether it is on paper. Make a new one "
            "under Office, Keys and recovery."
        )
        self.code_chip.show_as("" if on_paper else self.tr("Code not on paper"), Tone.WARN, told)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Tell what was found at unlocking; again, once somebody explained it."""
        odd = sum(finding.standing is not Standing.HOLDS for finding in findings)
        standing = verdict(findings)
        told = "\n".join(
            finding_text(finding) for finding in findings if finding.standing is not Standing.HOLDS
        )
        if standing is Standing.BROKEN:
            self.chain_chip.show_as(self.tr("Event chain broken"), Tone.BAD, told)
        elif odd:
            self.chain_chip.show_as(self.tr("%n finding(s) at unlocking", "", odd), Tone.WARN, told)
        else:
            self.chain_chip.show_as(self.tr("Event chain checked"), Tone.OK)
        for notice in (self.notice, self.held):
            notice.clear()
        self.above.setContentsMargins(20, 12 if standing is Standing.BROKEN else 0, 20, 0)
        if told and standing is Standing.BROKEN:
            # It holds for every page: nothing is written to this vault.
            self.held.tell(told, Tone.BAD)
        elif told:
            self.notice.tell(told, Tone.WARN)

    def _show_keys(self) -> None:
        """Where a recovery code is made."""
        self.go(self.pages.index(self.office))
        self.office.tabs.setCurrentWidget(self.office.keys)

    def _show_health(self) -> None:
        """Where what the chips say is told at length, as long as the vault is open."""
        if self.health in self._usable():
            self.go(self.pages.index(self.health))

    def keep_place(self) -> None:
        """Before the lock: where one is goes into the vault."""
        page = self._shown()
        case = self._case.id if self._case else ""
        self.model.keep_place(Place(page=type(page).__name__, case=case, record=page.open_id()))

    def _look_for_typed(self) -> None:
        """What is said of typed words holds until their form was taken."""
        if self._told_left or self.offer.isVisibleTo(self):
            self.model.ask_waiting()

    def _show_waiting(self, waiting: "tuple[KeptForm, ...]") -> None:
        if self._told_left and not waiting:
            self._clear_notice()
        if self.offer.isVisibleTo(self):
            self._offer_return(waiting)

    def _clear_notice(self) -> None:
        self._told_left = False
        self.notice.clear()

    def _offer_return(self, waiting: "tuple[KeptForm, ...]") -> None:
        pages = {type(page).__name__: number for number, page in enumerate(self.pages)}
        names = {name: self.rail_buttons[number].accessibleName() for name, number in pages.items()}
        back = way_back(self._place, waiting, names)
        place = back.place
        if place is not None:
            self.offer.offer(
                back.sentence, self.tr("&Go back there"), lambda: self._return_to(place, pages[place.page])
            )
        elif back.sentence:
            self.offer.offer(back.sentence)
        else:
            self.offer.hide()

    def _return_to(self, place: Place, number: int) -> None:
        found = next((each for each in self._cases if each.id == place.case), None)
        if found is not None:
            self._take_case(found)
        self.go(number)
        if place.record:
            self.pages[number].return_to(place.record)

    def _show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        for page, rail_button in zip(self.pages, self.rail_buttons, strict=True):
            page.show_rights(rights)
            rail_button.setVisible(page.needs in rights)

    def _show_short_code(self, code: str) -> None:
        self.code_label.setText(self.tr("Short code {code}").format(code=isolate(code)))

    def _show_cases(self, found: tuple[object, ...]) -> None:
        cases = self._cases = [summary.case for summary in found]  # type: ignore[attr-defined]
        known = self._case.id if self._case else None
        current = next((case for case in cases if case.id == known), cases[0] if cases else None)
        if current != self._case:
            self.show_case(current)

    def _name_case(self) -> None:
        case = self._case
        if case is None:
            self.case_label.setText(self.tr("No case yet"))
            self.fictional.show_as("", Tone.PLAIN)
            return
        title = in_language(case.titles, case.language)
        self.case_label.setText(f"{isolate(case.reference)}  \u00b7  {isolate_words(title)}")
        self.fictional.show_as(self.tr("Fictional case") if case.fictional else "", Tone.INFO)

    def _open_case(self, case: CaseFile) -> None:
        """Go on with its testimony; who may not read that, with its exhibits or their custody."""
        self._take_case(case)
        usable = self._usable()
        wanted = next((p for p in (self.interviews, self.exhibits, self.custody) if p in usable), None)
        if wanted is not None:
            self.go(self.pages.index(wanted))

    def _show_custody_of(self, exhibit_id: str) -> None:
        self.go(3)
        self.custody.show_exhibit(exhibit_id)

    def _changed(self) -> None:
        self._clear_notice()
        self.model.reload()
        self._shown().reload()

    def _tell_left(self) -> None:
        self._told_left = True
        self.notice.tell(
            self.tr("What you typed is kept. It is shown again when you open the form."), Tone.INFO
        )

    def _show_busy(self, busy: bool) -> None:
        self.busy_label.setText(self.tr("Working\u2026") if busy else "")

    def _change_passphrase(self) -> None:
        from ui.office.passphrase import PassphraseDialog, PassphraseModel

        PassphraseDialog(self, PassphraseModel(self._jobs)).open()
