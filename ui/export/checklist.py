"""Lists in which a person ticks what goes into a bundle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem


def fill(box: QListWidget, entries: list[tuple[str, str]], *, at_first: bool = True) -> None:
    """List these; what was not chosen stays so, and what is new is chosen where everything was.

    at_first: whether all is chosen when the list is filled for the first time.
    """
    chosen = chosen_of(box)
    every = len(chosen) == box.count() if box.count() else at_first
    box.clear()
    for shown, value in entries:
        item = QListWidgetItem(shown, box)
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        wanted = every or value in chosen
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def chosen_of(box: QListWidget) -> list[str]:
    items = [box.item(number) for number in range(box.count())]
    checked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
    return [item.data(Qt.ItemDataRole.UserRole) for item in checked]


def toggle(box: QListWidget) -> None:
    every = len(chosen_of(box)) == box.count()
    for number in range(box.count()):
        box.item(number).setCheckState(Qt.CheckState.Unchecked if every else Qt.CheckState.Checked)
