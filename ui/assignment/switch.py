"""The windows of an assignment, one after the other: a passphrase, then the record."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui import garbage, theme
from ui.assignment.opening import HandedOverWindow

if TYPE_CHECKING:
    from ui.application import AppController


def show_handed_over(desk: "AppController", vault: Path | None, assignment: Path) -> None:
    """Ask the interpreter for their passphrase. vault: to which the screen goes back."""
    desk.vault, desk.assignment = vault, assignment
    window = HandedOverWindow(desk.jobs, assignment)
    desk.wire(window)
    window.opened.connect(lambda: _show_assignment(desk))
    window.wants_back.connect(desk.hand_back)
    desk.show_window(window)
    garbage.begin()
    desk.clipboard.look()
    desk.guard.follow(window)


def _show_assignment(desk: "AppController") -> None:
    from ui.assignment.view import AssignmentWindow

    if desk.guard.is_waiting:
        return
    theme.load_all_fonts()
    window = AssignmentWindow(desk.jobs)
    desk.wire(window)
    window.wants_back.connect(desk.hand_back)
    window.wants_lock.connect(desk.lock)
    desk.guard.keep_drafts = window.keep_drafts
    desk.guard.holds_drafts = lambda: window.holds_drafts
    desk.guard.remaining.connect(window.show_remaining)
    desk.show_window(window)
    desk.guard.follow(window)
