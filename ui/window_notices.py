"""Messages of the main window: findings of the unlock, the way back, work that came back, unsaved drafts."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thb_desktop.errors import ThbError
from thb_desktop.findings import Finding, Standing, verdict
from ui.frame import TopBar
from ui.labels.findings import finding_text
from ui.labels.risks import risks_text
from ui.messages import sentence
from ui.place import Place
from ui.tones import Tone
from ui.way_back import way_back
from ui.widgets.basic import Notice
from ui.widgets.offer import Offer

if TYPE_CHECKING:
    from thb_desktop.services.casework.drafts import SavedForm
    from thb_desktop.vault.memory import MemoryRisk


class WindowNotices(QWidget):
    """Above every page: messages for all pages, and the offer to go back. Other messages appear on the page.

    shown: returns the notice of the visible page. wants_return: the person goes back to this place.
    """

    wants_return = Signal(object)

    def __init__(
        self, top: TopBar, shown: Callable[[], Notice], pages: Callable[[], Mapping[str, str]]
    ) -> None:
        """pages: returns the words for each page, by its own name."""
        super().__init__()
        self._top, self._shown, self._pages = top, shown, pages
        self._told: tuple[Notice, str] | None = None
        self._told_left = False
        self._place: Place | None = None
        self._waiting: tuple[SavedForm, ...] = ()
        self._waited: frozenset[tuple[str, str]] = frozenset()
        self.held = Notice()
        self.offer, self.returned, self.keys = Offer(), Offer(), Offer()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 0, 20, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.held)
        self.column.addWidget(self.returned)
        self.column.addWidget(self.keys)
        self.column.addWidget(self.offer)

    @property
    def asks_what_waits(self) -> bool:
        """Whether a message applies only while a draft is unsaved."""
        return self._told_left or self.offer.isVisibleTo(self)

    def refuse(self, error: ThbError) -> None:
        """A refusal that no page handled."""
        self._tell(sentence(error), Tone.BAD)

    def take_back(self) -> None:
        """Take back this message from a page, unless another one replaced it."""
        told, self._told, self._told_left = self._told, None, False
        if told is not None and told[0].sentence.text() == told[1]:
            told[0].clear()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show the findings of the unlock; again, after somebody explained them."""
        odd = sum(finding.standing is not Standing.HOLDS for finding in findings)
        standing = verdict(findings)
        told = "\n".join(
            finding_text(finding) for finding in findings if finding.standing is not Standing.HOLDS
        )
        chip = self._top.chain_chip
        if standing is Standing.BROKEN:
            chip.show_as(self.tr("Event chain broken"), Tone.BAD, told)
        elif odd:
            chip.show_as(self.tr("%n finding(s) at unlocking", "", odd), Tone.WARN, told)
        else:
            chip.show_as(self.tr("Event chain checked"), Tone.OK)
        self.take_back()
        self.held.clear()
        self.column.setContentsMargins(20, 12 if standing is Standing.BROKEN else 0, 20, 0)
        if told and standing is Standing.BROKEN:
            # It applies to every page: nothing is written to this vault.
            self.held.tell(told, Tone.BAD)
        elif told:
            self._tell(told, Tone.WARN)

    def show_checking(self) -> None:
        """Say that the complete check goes on, until its findings are shown."""
        told = self.tr(
            "Until everything is checked you can read, and what you type is kept as a draft. What is to be "
            "recorded or signed waits."
        )
        self._top.chain_chip.show_as(self.tr("Checking\u2026"), Tone.INFO, told)

    def show_risks(self, risks: "frozenset[MemoryRisk]") -> None:
        risky = self.tr("Memory may reach the disk") if risks else ""
        self._top.memory_chip.show_as(risky, Tone.WARN, risks_text(risks))

    def show_code(self, on_paper: bool) -> None:
        told = self.tr(
            "Your recovery code was never typed back, so nobody knows whether it is on paper. Make a new one "
            "under Office, Keys and recovery."
        )
        chip = "" if on_paper else self.tr("Code not on paper")
        self._top.code_chip.show_as(chip, Tone.WARN, told)

    def tell_left(self) -> None:
        """A form was closed with a saved draft."""
        self._tell(
            self.tr("What you typed was saved as a draft. It is shown again when you open the form."),
            Tone.INFO,
        )
        self._told_left = True

    def show_place(self, place: Place | None, waiting: "tuple[SavedForm, ...]") -> None:
        """Offer to go back to where the user was when the vault locked, and name the unsaved drafts."""
        self._place = place
        self._waited = frozenset((kept.form, kept.subject) for kept in waiting)
        self._offer_return(waiting)

    def offer_return(self, sentence: str, act: Callable[[], object]) -> None:
        """Say what a linguist handed back just now, and offer to look at it."""
        self.returned.offer(sentence, self.tr("Look at what ca&me back\u2026"), act)

    def arrive(self, page: str) -> None:
        """The person went to a page, named by its own name: if they were there at the lock, nobody leads
        them back. A turn in which they were typing is still offered.
        """
        if self._place is None or self._place.page != page or self._place.label:
            return
        self._place = None
        if self.offer.isVisibleTo(self):
            self._offer_return(self._waiting)

    def show_waiting(self, waiting: "tuple[SavedForm, ...]") -> None:
        if self._told_left and not waiting:
            self.take_back()
        if self.offer.isVisibleTo(self):
            # It is about the lock: what is typed since then is not part of it.
            self._offer_return(tuple(kept for kept in waiting if (kept.form, kept.subject) in self._waited))

    def _offer_return(self, waiting: "tuple[SavedForm, ...]") -> None:
        self._waiting = waiting
        back = way_back(self._place, waiting, self._pages())
        place = back.place
        if place is not None:
            words = self.tr("&Go back there")
            self.offer.offer(back.sentence, words, lambda: self.wants_return.emit(place))
        elif back.sentence:
            self.offer.offer(back.sentence)
        else:
            self.offer.hide()

    def _tell(self, told: str, tone: Tone) -> None:
        self.take_back()
        notice = self._shown()
        notice.tell(told, tone)
        self._told = (notice, told)
