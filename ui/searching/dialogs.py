"""The dialog of the search: what is typed, by what it is narrowed, how many there are, and the hits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.services.searching.search import Hit, SearchResult
from ui.jobs import VaultJobs
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.searching.view_model import SearchModel
from ui.text import isolate, visible
from ui.tones import Tone
from ui.widgets.basic import Label, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import line
from ui.widgets.table import RecordTable
from ui.widgets.wheel import Box

PAUSE = 300
"""Milliseconds after the last key before what is typed is searched."""
BEFORE = 24
"""Signs that are shown before the first place that was found."""
LEAST = 2
"""Letters and digits that are searched while somebody types; Enter searches fewer."""


class SearchDialog(Dialog):
    """opened: a Hit that is to be shown at its place."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, model: SearchModel, case: CaseFile | None) -> None:
        super().__init__(parent, self.tr("Search"))
        self.setMinimumWidth(980)
        self._model, self._case = model, case
        self._chosen = SearchFilter()
        self.typed = line(
            placeholder=self.tr("Words, \u201ca phrase\u201d, a number, a beginning*"),
            name=self.tr("Search for"),
        )
        self.kind = self._box(self.tr("Kind"), [(self.tr("All kinds"), None), *_kinds()])
        here = self.tr("This case: {case}").format(case=isolate(case.reference)) if case else ""
        scopes = [(here, True), (self.tr("All cases"), False)] if case else [(self.tr("All cases"), False)]
        self.scope = self._box(self.tr("Where"), scopes)
        self.language = line(placeholder=self.tr("Language: fr"), name=self.tr("Language of the words"))
        self.language.setMaximumWidth(130)
        self.body.addLayout(row(self.typed, self.kind, self.scope, self.language))
        self.counts = Label("", wrap=True)
        self.body.addWidget(self.counts)
        self.hits: RowsModel[Hit] = RowsModel(
            [
                Column(title=self.tr("Place"), read=self._place, width=250),
                Column(title=self.tr("Kind"), read=lambda hit: words(hit.kind), width=120, spare=2),
                Column(title=self.tr("Words"), read=_words),
                Column(title=self.tr("Other language"), read=_beside, width=240, spare=1),
            ],
            self,
        )
        self.table = RecordTable(self.hits, self.tr("Hits"), wrap=True)
        self.table.setMinimumHeight(380)
        self.table.say_when_empty(self.tr("Nothing is found yet."))
        self.body.addWidget(self.table)
        self.finish_with(self.tr("Show the place"), back=self.tr("Close"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.typed.textChanged.connect(self._wait)
        self.language.textChanged.connect(self._wait)
        for box in (self.kind, self.scope):
            box.currentIndexChanged.connect(self._wait)
        self.table.opened.connect(self._open)
        self.hits.wants_more.connect(self._ask_more)
        model.found.connect(self._show)
        model.making.connect(self._show_making)
        model.refused.connect(self.refuse)
        self.typed.setFocus()

    def take(self) -> None:
        """Enter in the line goes to the hits, and at a hit to its place."""
        hit = self.table.current_record()
        if self._pause.isActive() or not isinstance(hit, Hit):
            self._ask()
        elif self.typed.hasFocus():
            self.table.setFocus()
        else:
            self._open(hit)

    def _box(self, name: str, choices: Sequence[tuple[str, object]]) -> Box:
        box = Box()
        box.setAccessibleName(name)
        for told, value in choices:
            box.addItem(told, value)
        return box

    def _wait(self) -> None:
        self.hits.show_rows(())
        self.counts.setText("")
        if sum(map(str.isalnum, self.typed.text())) >= LEAST:
            self._pause.start()
        else:
            self._pause.stop()

    def _filter(self) -> SearchFilter:
        kind = self.kind.currentData()
        within = self._case.id if self._case is not None and self.scope.currentData() else None
        return SearchFilter(
            case_id=within,
            kinds=(SearchKind(kind),) if kind else (),
            language=self.language.text().strip(),
        )

    def _ask(self) -> None:
        self._pause.stop()
        self.notice.clear()
        self._chosen = self._filter()
        self._model.ask(self.typed.text(), self._chosen)

    def _ask_more(self) -> None:
        self._model.ask(self.typed.text(), self._chosen, skip=len(self.hits.rows))

    def _show_making(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        self.counts.setText(self.tr("The index is made: {percent} %").format(percent=percent))

    def _show(self, result: SearchResult) -> None:
        more = result.skipped + len(result.hits) < result.total
        if result.skipped:
            self.hits.add_rows(result.hits, more=more)
        else:
            self.hits.show_rows(result.hits, more=more)
            self.table.choose_row(0)
        self.counts.setText(self._told(result))

    def _told(self, result: SearchResult) -> str:
        each = [f"{words(kind)} {result.counts[kind]}" for kind in SearchKind if kind in result.counts]
        told = [self.tr("%n found.", "", result.total), ", ".join(each)]
        for written, kind in result.identifiers:
            also = self.tr("{written} is searched as {kind} too.")
            told.append(also.format(written=isolate(visible(written)), kind=words(kind)))
        if not result.is_ranked:
            told.append(self.tr("Too many to put the best first: they stand in the order of their entry."))
        if result.left_out:
            left = ", ".join(map(words, result.left_out))
            told.append(self.tr("Not searched, because you may not read it: {kinds}.").format(kinds=left))
        return " ".join(filter(None, told))

    def _place(self, hit: Hit) -> str:
        parts = [isolate(hit.case_reference), isolate(hit.number)]
        if hit.turn:
            parts.append(self.tr("turn {number}").format(number=hit.turn))
        if hit.part:
            parts.append(self.tr("part {number}").format(number=hit.part))
        if hit.is_struck:
            parts.append(self.tr("struck out"))
        if hit.state is not None:
            parts.append(words(hit.state))
        return ", ".join(filter(None, parts))

    def _open(self, hit: object) -> None:
        if isinstance(hit, Hit):
            self.accept()
            self.opened.emit(hit)

    def refuse(self, sentence: str) -> None:
        self.notice.tell(sentence, Tone.BAD)


def open_search(
    parent: QWidget, jobs: VaultJobs, case: CaseFile | None, show: Callable[[Hit], object]
) -> SearchDialog:
    """Open the search; a hit that is chosen is given to `show`."""
    model = SearchModel(jobs)
    dialog = SearchDialog(parent, model, case)
    model.setParent(dialog)
    dialog.opened.connect(show)
    dialog.open()
    return dialog


def _kinds() -> list[tuple[str, object]]:
    return [(words(kind), kind.value) for kind in SearchKind]


def _words(hit: Hit) -> str:
    """Return the words around the first place, which comes early enough to be seen in a narrow table."""
    text, places = hit.snippet.text, hit.snippet.places
    start = max(0, places[0][0] - BEFORE) if places else 0
    start = text.find(" ", start) + 1 if start else 0
    begin = "\u2026 " if start or hit.snippet.is_begun else ""
    return isolate(
        begin + visible(" ".join(text[start:].split())) + (" \u2026" if hit.snippet.is_cut else "")
    )


def _beside(hit: Hit) -> str:
    return isolate(visible(" ".join(hit.beside[1].split()))) if hit.beside else ""
