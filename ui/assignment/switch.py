"""The windows of an assignment, one after the other: a passphrase, then the record."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ui import garbage, theme
from ui.assignment.opening import HandedOverWindow

if TYPE_CHECKING:
    from ui.assignment.view import AssignmentWindow
    from ui.clipboard import ClipboardGuard
    from ui.guard import Guard
    from ui.jobs import VaultJobs


class Screen(Protocol):
    """What shows one window after the other, and watches over them."""

    vault: Path | None
    assignment: Path | None

    @property
    def jobs(self) -> "VaultJobs":
        """The vault's thread."""

    @property
    def guard(self) -> "Guard":
        """The guard of the open vault."""

    @property
    def clipboard(self) -> "ClipboardGuard":
        """The guard of what is copied."""

    def wire(self, window: "HandedOverWindow | AssignmentWindow") -> None:
        """Connect what every window asks for."""

    def show_window(self, window: "HandedOverWindow | AssignmentWindow") -> None:
        """Show a window instead of the one before."""

    def lock(self) -> None:
        """Close what is open, and start again with an empty memory."""

    def hand_back(self, *, is_new: bool) -> None:
        """Ask for the passphrase of the office again. is_new: whether something was handed back just now."""


def show_handed_over(screen: Screen, vault: Path | None, assignment: Path) -> None:
    """Ask the interpreter for their passphrase. vault: to which the screen goes back."""
    screen.vault, screen.assignment = vault, assignment
    window = HandedOverWindow(screen.jobs, assignment, at_office=vault is not None)
    screen.wire(window)
    window.opened.connect(lambda: _show_assignment(screen))
    window.wants_back.connect(lambda: screen.hand_back(is_new=False))
    screen.show_window(window)
    garbage.begin()
    screen.clipboard.look()
    screen.guard.follow(window)


def _show_assignment(screen: Screen) -> None:
    from ui.assignment.view import AssignmentWindow

    if screen.guard.is_waiting:
        return
    theme.load_all_fonts()
    window = AssignmentWindow(screen.jobs)
    screen.wire(window)
    window.wants_back.connect(lambda is_new: screen.hand_back(is_new=is_new))
    window.wants_lock.connect(screen.lock)
    screen.guard.keep_drafts = window.keep_drafts
    screen.guard.holds_drafts = lambda: window.holds_drafts
    screen.guard.remaining.connect(window.show_remaining)
    screen.show_window(window)
    screen.guard.follow(window)
