"""The frame of the main window: the rail of its pages, the bar above, the status bar below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseFile, in_language
from thb_desktop.domain.people import User
from ui.labels import words
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets import icons
from ui.widgets.basic import Chip, ChipButton, Label, Part
from ui.widgets.elided import ElidedLabel
from ui.widgets.rail import WIDTH, RailButton


class Rail(QFrame):
    """chosen: the number of a page. wants_settings, wants_lock: from their buttons."""

    chosen = Signal(int)
    wants_settings = Signal()
    wants_lock = Signal()

    def __init__(self, pages: Sequence[tuple[str, str]]) -> None:
        """pages: the words and the icon of each page."""
        super().__init__()
        self.setProperty("part", "rail")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 10)
        column.setSpacing(2)
        group = QButtonGroup(self)
        self.buttons: list[RailButton] = []
        for number, (text, icon) in enumerate(pages):
            entry = RailButton(text, icon)
            entry.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
            entry.clicked.connect(lambda _checked=False, chosen=number: self.chosen.emit(chosen))
            group.addButton(entry)
            column.addWidget(entry)
            self.buttons.append(entry)
        column.addStretch(1)
        self.settings_button = RailButton(self.tr("Settings"), "settings", checkable=False)
        self.settings_button.clicked.connect(lambda _checked=False: self.wants_settings.emit())
        self.lock_button = RailButton(self.tr("Lock"), "lock", checkable=False)
        self.lock_button.clicked.connect(lambda _checked=False: self.wants_lock.emit())
        column.addWidget(self.settings_button)
        column.addWidget(self.lock_button)

    def name_of(self, number: int) -> str:
        return self.buttons[number].accessibleName()


class TopBar(QFrame):
    """Page, case, and the state of the vault.

    wants_health, wants_recovery: where the chips lead.
    """

    wants_health = Signal()
    wants_recovery = Signal()

    def __init__(self, menu: Sequence[tuple[str, str, Callable[[], object]] | None]) -> None:
        """menu: icon, words and act of each entry; None is a line between them."""
        super().__init__()
        self.setProperty("part", "topbar")
        self.setFixedHeight(50)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 14, 0)
        line.setSpacing(10)
        self.title = Label("", Part.TITLE)
        self.case_label = ElidedLabel("", Part.MUTED)
        self.fictional = Chip()
        self.memory_chip = ChipButton(self.wants_health.emit)
        self.code_chip = ChipButton(self.wants_recovery.emit)
        self.chain_chip = ChipButton(self.wants_health.emit)
        self.menu_button = QToolButton()
        self.menu_button.setIcon(icons.icon("user-round"))
        self.menu_button.setAccessibleName(self.tr("Vault and user"))
        self.menu_button.setToolTip(self.tr("Vault and user (Alt+V)"))
        self.menu_button.setShortcut(QKeySequence("Alt+V"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(_menu(self, menu))
        line.addWidget(self.title)
        line.addWidget(self.case_label, 1)
        for part in (self.fictional, self.memory_chip, self.code_chip, self.chain_chip, self.menu_button):
            line.addWidget(part)

    def show_case(self, case: CaseFile | None) -> None:
        if case is None:
            self.case_label.setText(self.tr("No case yet"))
            self.fictional.show_as("", Tone.PLAIN)
            return
        title = in_language(case.titles, case.language)
        self.case_label.setText(f"{isolate(case.reference)}  \u00b7  {isolate_words(title)}")
        self.fictional.show_as(self.tr("Fictional case") if case.fictional else "", Tone.INFO)


class StatusBar(QFrame):
    """The office of the vault, the user, the short code, and the time until the lock."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "statusbar")
        self.setFixedHeight(30)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(18)
        self.office_label = ElidedLabel("", Part.STATUS)
        self.user_label = ElidedLabel("", Part.STATUS)
        self.code_label = Label("", Part.STATUS)
        self.check_label = Label("", Part.STATUS)
        self.busy_label = Label("", Part.STATUS)
        self.countdown = Label("", Part.STATUS)
        for part in (self.office_label, self.user_label, self.code_label):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.check_label)
        line.addWidget(self.busy_label)
        line.addWidget(self.countdown)

    def show_user(self, office: str, user: User) -> None:
        self.office_label.setText(self.tr("Vault of {office}").format(office=isolate_words(office)))
        told = self.tr("{name}, {role}")
        self.user_label.setText(told.format(name=isolate_words(user.name), role=words(user.role).lower()))

    def show_short_code(self, code: str) -> None:
        self.code_label.setText(self.tr("Short code {code}").format(code=isolate(code)))

    def show_checking(self, done: int, total: int) -> None:
        """The complete check after the unlock; `end_checking` ends it."""
        percent = isolate(str(min(99, 100 * done // max(total, 1))))
        self.check_label.setText(self.tr("Checking the vault: {percent} %").format(percent=percent))

    def end_checking(self) -> None:
        self.check_label.clear()

    def show_busy(self, busy: bool) -> None:
        self.busy_label.setText(self.tr("Working\u2026") if busy else "")

    def show_remaining(self, seconds: int) -> None:
        """The countdown to the lock."""
        minutes = isolate(f"{seconds // 60}:{seconds % 60:02d}")
        self.countdown.setText(self.tr("Locks in {minutes}").format(minutes=minutes))


def _menu(parent: QWidget, entries: Sequence[tuple[str, str, Callable[[], object]] | None]) -> QMenu:
    menu = QMenu(parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            icon, words_of_it, act = entry
            menu.addAction(icons.icon(icon), words_of_it, act)
    return menu
