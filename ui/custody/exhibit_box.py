"""The choice of the exhibit whose custody events are listed, or of all."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal

from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId
from ui.labels.entries import exhibit_words
from ui.text import translate
from ui.widgets.long_box import LongBox


class ExhibitBox(LongBox):
    """Offers all exhibits, then each of those that were read; last, the chosen one if its page was not read.

    picked: an exhibit, or all, was chosen in the box.
    """

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        """Of the case."""
        self.chosen = ExhibitId("")
        """Empty for all. It is offered once it is read."""
        self.beyond: tuple[Exhibit, ...] = ()
        """The chosen exhibit, if its page was not read."""
        self._exhibit: Exhibit | None = None
        self.currentIndexChanged.connect(self._pick)

    def offer(self, exhibits: Sequence[Exhibit], *, first: bool) -> None:
        """Offer these too. first: they begin the list."""
        with QSignalBlocker(self):
            self._drop_beyond()
            if first:
                self.offer_choices([(translate("CustodyView", "all exhibits"), "")])
            self._add(exhibits)
        self._show()

    def show_chosen(self, exhibit: Exhibit | None = None) -> None:
        """Show what is chosen. exhibit: the chosen one as it was read."""
        self._exhibit = exhibit
        self._show()

    def _show(self) -> None:
        exhibit = self._exhibit
        with QSignalBlocker(self):
            self._drop_beyond()
            at = self.findData(self.chosen)
            if at < 0 and exhibit is not None and exhibit.id == self.chosen:
                at, self.beyond = self.count(), (exhibit,)
                self._add(self.beyond)
            if at >= 0:
                self.setCurrentIndex(at)
        self.say_whole()

    def _add(self, exhibits: Sequence[Exhibit]) -> None:
        self.add_choices([(exhibit_words(each, self.language), each.id) for each in exhibits])

    def _drop_beyond(self) -> None:
        if self.beyond:
            self.beyond = ()
            self.drop_last()

    def _pick(self) -> None:
        self.chosen = self.currentData() or ExhibitId("")
        self._show()
        self.picked.emit()
