"""The line above a page of a file: which page it is, how large it is shown, and what is to be known of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.domain.looks import Look
from ui.text import isolate
from ui.viewer.pages_pane import PagesPane
from ui.widgets.basic import Label, Part, button, row


class PageTools(QWidget):
    """turned: to the next page (1) or the one before (-1). Buttons for pictures act on `pages`."""

    turned = Signal(int)
    wants_words = Signal()
    wants_table = Signal(bool)

    def __init__(self, pages: PagesPane) -> None:
        super().__init__()
        self.before_button = button("", lambda: self.turned.emit(-1), icon="chevron-left", part="quiet")
        self.before_button.setAccessibleName(self.tr("Page before"))
        self.after_button = button("", lambda: self.turned.emit(1), icon="chevron-right", part="quiet")
        self.after_button.setAccessibleName(self.tr("Next page"))
        self.place = Label("")
        self.smaller_button = button("", lambda: pages.zoom(-1), icon="zoom-out", part="quiet")
        self.smaller_button.setAccessibleName(self.tr("Smaller"))
        self.larger_button = button("", lambda: pages.zoom(1), icon="zoom-in", part="quiet")
        self.larger_button.setAccessibleName(self.tr("Larger"))
        self.size_label = Label("")
        self.whole_button = button("100 %", pages.show_whole, part="quiet")
        self.fit_button = button(self.tr("&Fit"), pages.fit, part="quiet")
        self.turn_button = button(self.tr("T&urn"), pages.turn, part="quiet")
        self.words_button = button(
            self.tr("&Words by machine\u2026"), self.wants_words.emit, icon="file-search", part="quiet"
        )
        self.table_button = button(self.tr("As a &table"), self._ask_table, icon="list-checks", part="quiet")
        self.table_button.setCheckable(True)
        self.told = Label("", Part.MUTED)
        self._of_pictures = (
            *(self.smaller_button, self.size_label, self.larger_button),
            *(self.whole_button, self.fit_button, self.turn_button, self.words_button),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(
            row(
                *(self.before_button, self.place, self.after_button, 12),
                *(*self._of_pictures, self.table_button, self.told, None),
            )
        )
        pages.sized.connect(self._show_size)

    def show_place(self, look: Look) -> None:
        """Say which page of how many is shown, where there are several."""
        several = look.more or look.page > 1 or (look.pages or 1) > 1
        told = self.tr("Page {number}").format(number=isolate(str(look.page)))
        if look.pages is not None and not (look.more and look.page >= look.pages):
            told = self.tr("Page {number} of {count}").format(
                number=isolate(str(look.page)), count=isolate(str(look.pages))
            )
        self.place.setText(told if several else "")
        last = not look.more and (look.pages is None or look.page >= look.pages)
        self.before_button.setEnabled(look.page > 1)
        self.after_button.setEnabled(not last)
        for each in (self.before_button, self.after_button):
            each.setVisible(several)

    def offer_for_pictures(self) -> None:
        for each in self._of_pictures:
            each.show()

    def forget(self) -> None:
        """Nothing of what was shown stays here."""
        self.place.setText("")
        self.told.setText("")
        for each in (*self._of_pictures, self.table_button, self.before_button, self.after_button):
            each.hide()

    def _ask_table(self) -> None:
        self.wants_table.emit(self.table_button.isChecked())

    def _show_size(self, per_cent: int, fits: bool) -> None:
        told = isolate(f"{per_cent} %")
        self.size_label.setText(self.tr("{size}, fits").format(size=told) if fits else told)
