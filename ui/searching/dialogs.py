"""The dialog of the search: what is typed, by what it is narrowed, how many there are, and the hits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.machine_reading import machine_page
from thb_desktop.domain.searching import FoundBy, SavedSearch, SearchFilter, SearchKind
from thb_desktop.services.searching.search import Hit, SearchResult
from ui.jobs import VaultJobs
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.searching.delegate import HitDelegate
from ui.searching.files_model import FilesModel
from ui.searching.filters import Filters
from ui.searching.kept import KeptSearches, NameDialog
from ui.searching.shown import Shown
from ui.searching.unread import UnreadFiles
from ui.searching.view_model import SearchModel
from ui.text import grouped, isolate, isolate_words, visible
from ui.tones import Tone
from ui.widgets.basic import Label, button, row
from ui.widgets.date_base import first_error
from ui.widgets.dialog import Dialog
from ui.widgets.form import line
from ui.widgets.sheet_file import SheetFile
from ui.widgets.table import RecordTable

PAUSE = 300
"""Milliseconds after the last key before what is typed is searched."""
LEAST = 2
"""Letters and digits that are searched while somebody types; Enter searches fewer."""
MOST_BESIDE = 160
"""Signs of the other language that are shown."""
_WORDS = 2
"""The column of the words."""


class SearchDialog(Dialog):
    """opened: a Hit that is to be shown at its place. scanned: the Exhibit whose label was scanned."""

    opened = Signal(object)
    scanned = Signal(object)

    def __init__(self, parent: QWidget, model: SearchModel, case: CaseFile | None) -> None:
        super().__init__(parent, self.tr("Search"))
        self.setMinimumWidth(1060)
        self._model = model
        self._asked: tuple[str, SearchFilter] = ("", SearchFilter())
        self._reached = 0
        """Where the next page of the hits begins."""
        self.typed = line(
            placeholder=self.tr("Words, \u201ca phrase\u201d, a number, a beginning*"),
            name=self.tr("Search for"),
        )
        self.filters = Filters(case)
        self.kept = KeptSearches()
        self.counts = Label("", wrap=True)
        self.unread = UnreadFiles(FilesModel(model.jobs, self))
        self.hits: RowsModel[Hit] = RowsModel(
            [
                Column(title=self.tr("Place"), read=self._place, width=230),
                Column(title=self.tr("Kind"), read=lambda hit: words(hit.kind), width=120, spare=2),
                Column(title=self.tr("Words"), read=lambda hit: isolate(Shown.of(hit).text)),
                Column(title=self.tr("Other language"), read=_beside, width=240, spare=1),
            ],
            self,
        )
        self.table = RecordTable(self.hits, self.tr("Hits"), wrap=True)
        self.table.setItemDelegateForColumn(_WORDS, HitDelegate(self.table))
        self.table.setMinimumHeight(290)
        self.table.say_when_empty(self.tr("Nothing is found yet."))
        self.print_button = button(self.tr("&Print\u2026"), self._print, icon="printer")
        self.print_button.setEnabled(False)
        code = Label(self.tr("Country c&ode"))
        code.setBuddy(self.filters.calling_code)
        self.body.addLayout(row(self.typed, code, self.filters.calling_code))
        self.body.addWidget(self.filters)
        self.body.addLayout(row(self.kept, None, self.print_button))
        self.body.addWidget(self.counts)
        self.body.addWidget(self.unread)
        self.body.addWidget(self.table, 1)
        self.finish_with(self.tr("Show the place"), back=self.tr("Close"))
        self.main_button.setEnabled(False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._listen()
        self.filters.begin()
        self.unread.follow(self.filters.scope.currentData())
        self._pause.stop()
        model.ask_kept()
        self.typed.setFocus()

    def take(self) -> None:
        """Enter in the line goes to the hits, and at a hit to its place."""
        hit = self.table.current_record()
        if self._pause.isActive() or not isinstance(hit, Hit):
            self._ask()
        elif self.table.hasFocus() or self.main_button.hasFocus():
            self._open(hit)
        else:
            self.table.setFocus()

    def refuse(self, sentence: str) -> None:
        self.notice.tell(sentence, Tone.BAD)

    def _ask_at_once(self) -> None:
        """Enter in the line while there is no place to show yet: the main button takes no keys then."""
        if not self.main_button.isEnabled():
            self._take_main()

    def _show_hits(self, hits: Sequence[Hit], *, more: bool) -> None:
        """Show these alone; a place can be shown where there is one."""
        self.hits.show_rows(hits, more=more)
        self.main_button.setEnabled(bool(hits))

    def _listen(self) -> None:
        model, kept = self._model, self.kept
        self._pause.timeout.connect(self._ask)
        self.typed.textChanged.connect(lambda _: self._wait())
        self.typed.returnPressed.connect(self._ask_at_once)
        self.filters.changed.connect(self._wait)
        self.filters.wants_persons.connect(model.ask_persons)
        self.filters.scope.currentIndexChanged.connect(
            lambda _: self.unread.follow(self.filters.scope.currentData())
        )
        self.unread.read.connect(self._search_if_typed)
        self.finished.connect(self.unread.stop)
        self.table.opened.connect(self._open)
        self.hits.wants_more.connect(self._ask_more)
        kept.chosen.connect(self._search_again)
        kept.wants_keep.connect(self._keep)
        kept.wants_rename.connect(self._rename)
        kept.wants_remove.connect(lambda found: model.remove(found.id))
        model.found.connect(self._show)
        model.scanned.connect(self._open_scanned)
        model.making.connect(self._show_making)
        model.refused.connect(self.refuse)
        model.persons.connect(self.filters.show_persons)
        model.kept.connect(kept.show_kept)
        self.sheet_file = SheetFile(self, self.notice)
        model.written.connect(self.sheet_file.tell)

    def _wait(self) -> None:
        self._show_hits((), more=False)
        self.table.say_when_empty(self.tr("Nothing is found yet."))
        self.counts.setText("")
        self.print_button.setEnabled(False)
        if sum(map(str.isalnum, self.typed.text())) >= LEAST and self.filters.is_read():
            self._pause.start()
        else:
            self._pause.stop()

    def _ask(self) -> None:
        self._pause.stop()
        self.notice.clear()
        unread = first_error(self)
        if unread is not None:
            self.refuse_at(unread, unread.error())
            return
        if self._model.read_scanned(self.typed.text()):
            return
        self._asked = (self.typed.text(), self.filters.value())
        self._model.ask(*self._asked)

    def _search_if_typed(self) -> None:
        if self.typed.text().strip():
            self._ask()

    def _ask_more(self) -> None:
        self._model.ask(*self._asked, skip=self._reached)

    def _show_making(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        self.counts.setText(self.tr("The index is made: {percent} %").format(percent=percent))

    def _show(self, result: SearchResult) -> None:
        more, self._reached = result.more, result.reached
        if result.skipped:
            self.hits.add_rows(result.hits, more=more)
        else:
            self._show_hits(result.hits, more=more)
            self.table.choose_row(0)
        if not result.total:
            self.table.say_when_empty(
                self.tr("Nothing was found. A star finds what begins so: passport* finds passports too.")
            )
        self.print_button.setEnabled(True)
        self.counts.setText(self._told(result))

    def _told(self, result: SearchResult) -> str:
        each = [self._told_of_kind(result, kind) for kind in SearchKind if result.counts.get(kind)]
        total = grouped(self.tr("%n hit(s)", "", result.total))
        told = [
            self.tr("{hits}: {kinds}.").format(hits=total, kinds=", ".join(each)) if each else f"{total}."
        ]
        for written, kind in result.identifiers:
            also = self.tr("{written} is searched as {kind} too.")
            told.append(also.format(written=isolate(visible(written)), kind=words(kind).lower()))
        told.append(self._told_of_alike(result))
        told.append(self._told_of_country(result))
        if result.total and not result.is_ranked:
            told.append(self.tr("They stand in the order of their entry, and not the best first."))
        if result.left_out:
            left = ", ".join(map(words, result.left_out))
            told.append(self.tr("Not searched, because you may not read it: {kinds}.").format(kinds=left))
        return " ".join(filter(None, told))

    def _told_of_alike(self, result: SearchResult) -> str:
        """Return how many hits are not written as it was typed, and what finds the others alone."""
        each = [
            f"{words(kind)} {isolate(grouped(str(result.alike[kind])))}"
            for kind in SearchKind
            if result.alike.get(kind)
        ]
        if not each:
            return ""
        told = self.tr(
            "In another script or alike in sound, and last: {kinds}. In quotation marks only what is "
            "written so is found."
        )
        return told.format(kinds=", ".join(each))

    def _told_of_kind(self, result: SearchResult, kind: SearchKind) -> str:
        """Return how many hits are of a kind, and, where several are of one thing, of how many."""
        count, things = result.counts[kind], result.things.get(kind, 0)
        told = f"{words(kind)} {isolate(grouped(str(count)))}"
        if not 0 < things < count:
            return told
        if kind is SearchKind.FILE:
            within = self.tr("in %n file(s)", "", things)
        elif kind is SearchKind.PERSON:
            within = self.tr("of %n person(s)", "", things)
        elif kind in (SearchKind.EXHIBIT, SearchKind.CUSTODY):
            within = self.tr("of %n exhibit(s)", "", things)
        else:
            within = self.tr("in %n record(s)", "", things)
        return f"{told} ({grouped(within)})"

    def _told_of_country(self, result: SearchResult) -> str:
        """Return of which State a telephone number without a country code was taken to be."""
        code = result.country_taken
        if not code:
            return ""
        if self.filters.is_of_open_case(code):
            told = self.tr(
                "A number without a country code is taken as one of {code}, the country of this case. "
                "Empty the country code to find it in every country."
            )
        else:
            told = self.tr("A number without a country code is taken as one of {code}.")
        return told.format(code=isolate(f"+{code}"))

    def _place(self, hit: Hit) -> str:
        parts = [isolate(hit.case_reference), isolate(hit.number)]
        if hit.turn:
            parts.append(self.tr("turn {number}").format(number=hit.turn))
        if hit.file:
            parts.append(isolate(hit.file))
        if page := machine_page(hit.part):
            parts.append(self.tr("page {number} as read by a machine").format(number=page))
        elif hit.part:
            parts.append(self.tr("part {number}").format(number=hit.part))
        if hit.is_struck:
            parts.append(self.tr("struck out"))
        if hit.state is not None:
            parts.append(words(hit.state))
        if hit.found_by is not FoundBy.TYPED:
            parts.append(words(hit.found_by))
        return ", ".join(filter(None, parts))

    def _open(self, hit: object) -> None:
        if isinstance(hit, Hit):
            self.accept()
            self.opened.emit(hit)

    def _open_scanned(self, exhibit: object) -> None:
        self.accept()
        self.scanned.emit(exhibit)

    def _search_again(self, kept: SavedSearch) -> None:
        if not kept.is_readable:
            self.refuse(
                self.tr(
                    "This kept search cannot be read: somebody else changed it. Remove it, and keep it again."
                )
            )
            return
        self.typed.setText(kept.words)
        self.filters.show_filter(kept.chosen, kept.case)
        self._ask()

    def _keep(self) -> None:
        unread = first_error(self)
        if unread is not None:
            self.refuse_at(unread, unread.error())
            return
        typed, chosen = self.typed.text(), self.filters.value()
        dialog = NameDialog(self, self.tr("Keep this search"))
        dialog.named.connect(lambda name: self._answer(dialog, lambda: self._model.keep(name, typed, chosen)))
        dialog.open()

    def _rename(self, kept: object) -> None:
        if isinstance(kept, SavedSearch):
            dialog = NameDialog(self, self.tr("Name of this kept search"), kept.name)
            dialog.named.connect(lambda name: self._answer(dialog, lambda: self._model.rename(kept, name)))
            dialog.open()

    def _answer(self, dialog: NameDialog, act: Callable[[], object]) -> None:
        with self._model.answering(dialog):
            act()

    def _print(self) -> None:
        if target := self.sheet_file.ask("search.pdf"):
            self._model.print_hits(*self._asked, target)


def open_search(
    parent: QWidget,
    jobs: VaultJobs,
    case: CaseFile | None,
    show: Callable[[Hit], object],
    show_scanned: Callable[[Exhibit], object],
) -> SearchDialog:
    """Open the search; a hit that is chosen is given to `show`, an exhibit that is scanned to the other."""
    model = SearchModel(jobs)
    dialog = SearchDialog(parent, model, case)
    model.setParent(dialog)
    dialog.opened.connect(show)
    dialog.scanned.connect(show_scanned)
    dialog.open()
    return dialog


def _beside(hit: Hit) -> str:
    told = " ".join(hit.beside[1].split()) if hit.beside else ""
    cut = " \u2026" if len(told) > MOST_BESIDE else ""
    return isolate_words(visible(told[:MOST_BESIDE]) + cut) if told else ""
