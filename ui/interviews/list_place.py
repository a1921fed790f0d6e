"""The place of the list of interviews: put away where what is open needs its room, and brought back."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

ROOM_FOR_BOTH = 1480
"""Pixels of the page from which list and guide stand beside the turns together."""


class ListPlace:
    """side: the list with its buttons. sits_down: puts the cursor into what is open. turned: told whether the
    list is shown.
    """

    def __init__(
        self,
        side: QWidget,
        *,
        sits_down: Callable[[], object],
        turned: Callable[[bool], object],
    ) -> None:
        self._side = side
        self._buttons: list[QPushButton] = []
        self._sits_down, self._turned = sits_down, turned
        self._is_away = False
        """Whether what is open needs its room, whatever somebody wished since."""

    def add(self, by: QPushButton) -> None:
        """Let this button bring the list back."""
        self._buttons.append(by)

    def give(self, *, needed: bool, width: int) -> None:
        """Put the list away where its room is needed, and bring it back where it is not any more."""
        away = needed and width < ROOM_FOR_BOTH
        if away != self._is_away:
            self._is_away = away
            self.show(shown=not away)

    def show(self, *, shown: bool) -> None:
        """Show the list or put it away; what is away comes back by a button and by its key."""
        within = self._side.window().focusWidget()
        held = within is not None and self._side.isAncestorOf(within)
        self._side.setVisible(shown)
        self._turned(shown)
        if held and not shown:
            # Else the cursor goes to the next button, which Space would press.
            self._sits_down()
        for each in self._buttons:
            each.setVisible(not shown or self._is_away)
