"""The walk through the search: its dialog with hits, with a filter, and the name of a kept search."""

import time

from PySide6.QtWidgets import QDialog

from tests.support.walk import Walk
from thb_desktop.domain.searching import SearchKind
from ui.main_window import MainWindow
from ui.searching.dialogs import SearchDialog

_PATIENCE = 60.0


def searching(walk: Walk, main: MainWindow) -> None:
    def finds(dialog: QDialog, typed: str) -> SearchDialog:
        if not isinstance(dialog, SearchDialog):
            raise TypeError
        dialog.typed.setText(typed)
        dialog.take()
        end = time.monotonic() + _PATIENCE
        while not dialog.print_button.isEnabled():
            if time.monotonic() > end:
                raise TimeoutError(typed)
            walk.rest()
        return dialog

    def narrows(dialog: QDialog) -> None:
        found = finds(dialog, "0476/12.34.56")
        found.filters.kind.setCurrentIndex(found.filters.kind.findData(SearchKind.CUSTODY.value))
        finds(dialog, "0476/12.34.56")

    def mistypes(dialog: QDialog) -> None:
        found = finds(dialog, "telephone")
        found.filters.since.edit.setText("31.2.2026")
        found.take()

    walk.dialog(main.open_search, "dialog-search")
    walk.dialog(main.open_search, "dialog-search-hits", lambda dialog: finds(dialog, "telephone"))
    walk.dialog(main.open_search, "dialog-search-narrowed", narrows)
    walk.dialog(main.open_search, "dialog-search-refused", mistypes)
