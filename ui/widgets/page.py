"""A page of the main window: it shows one case, and saves drafts when asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.rights import Right
from ui.topics import Topic
from ui.widgets.basic import EmptyState, button
from ui.widgets.notice_line import NoticeLine


class Page(QWidget):
    """needs: a user whose function does not include this right does not see the page.

    Each view of a record is logged, so a page reads only while it is visible: `show_case` sets the case,
    `reload` reads, and is called only if something in `shows` changed.

    about_case: whether the page needs an open case; without one it says so, and wants_cases is sent by its
    button.

    notice: the message line above the page. home: the widget that gets the focus when the page is shown; it
    is followed by its replacements while it is hidden.
    """

    wants_cases = Signal()
    needs = Right.SEE_OFFICE
    shows = frozenset(Topic)
    about_case = False

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self.home: tuple[QWidget, ...] = ()
        self._waits_for_keys = False
        outer = self.outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 4, 20, 16)
        outer.setSpacing(4)
        self.notice_line = NoticeLine()
        self.notice = self.notice_line.notice
        outer.addWidget(self.notice_line)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self._cases_button = button(self.tr("Go to the &cases"), self.wants_cases.emit, icon="folder-open")
        without = EmptyState(
            "folder-open",
            self.tr("No case yet"),
            self.tr("Open the first case file on the page Cases. Then work on it here."),
            self._cases_button,
        )
        self._contents = QStackedWidget()
        self._contents.addWidget(inside)
        self._contents.addWidget(without)
        outer.addWidget(self._contents, 1)

    def take_focus(self) -> None:
        """Put the focus on the main widget of the page, as soon as it exists."""
        home = (*self.home, self._cases_button)
        seen = next((part for part in home if part.isVisible() and part.isEnabled()), None)
        self._waits_for_keys = seen is None
        if seen is not None:
            seen.setFocus()

    def take_awaited_focus(self) -> None:
        """Something is shown that was not: if the focus waits for it, move it there."""
        if self._waits_for_keys and not self._has_keys():
            self.take_focus()

    def _has_keys(self) -> bool:
        """Whether the focus is at something here that takes keys. Where a page has nothing yet, Qt gives the
        focus to the page itself, which takes none.
        """
        inside = self.window().focusWidget()
        if inside is None or inside.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return False
        return self.isAncestorOf(inside)

    def go_to_search(self) -> None:
        """Go to the search of the page, if it has one."""

    def await_case(self, *, awaits: bool) -> None:
        """Say that a case must be opened first, or show the content of the page."""
        self._contents.setCurrentIndex(1 if awaits and self.about_case else 0)

    def show_case(self, case: CaseFile | None) -> None:
        """Set the case, or none; nothing is read before `reload`."""

    def show_rights(self, rights: frozenset[Right]) -> None:
        """Offer what this user's function includes; the service refuses everything else."""

    def reload(self) -> None:
        """Read again: something in the vault changed, or the page is shown."""

    def open_id(self) -> str:
        """The id of what is open here, or empty; `return_to` opens it again."""
        return ""

    def typed_turn(self) -> tuple[str, str]:
        """The id and the label of the turn that is being typed here; both empty if none is."""
        return "", ""

    def return_to(self, record: str, _turn: str = "") -> None:
        """Open this again, once the page has listed its content; with a turn, go to it."""

    def return_to_form(self, _form: str) -> None:
        """Open the form with this name, in which something was typed and not saved; empty for none."""

    @property
    def holds_drafts(self) -> bool:
        """Whether the page has a saved draft that is not saved as a record yet."""
        return False

    def keep_drafts(self) -> None:
        """Pass all unsaved text to the vault's thread."""


class Contents(QStackedWidget):
    """The list of a page, or the statement that it is empty; neither before the first answer."""

    def __init__(self, nothing: QWidget, listed: QWidget) -> None:
        super().__init__()
        for part in (nothing, listed, QWidget()):
            self.addWidget(part)
        self.forget()

    def forget(self) -> None:
        """Return to the state before the first answer."""
        self.setCurrentIndex(2)

    def show_listed(self, *, found: bool) -> None:
        keys = self.window().focusWidget()
        former, before = self.currentWidget(), self.currentIndex()
        lost = keys is not None and former is not None and former.isAncestorOf(keys)
        self.setCurrentIndex(1 if found else 0)
        outer = self.parentWidget()
        while outer is not None and not isinstance(outer, Page):
            outer = outer.parentWidget()
        if outer is not None and lost and before != self.currentIndex():
            outer.take_focus()
        elif outer is not None:
            outer.take_awaited_focus()
