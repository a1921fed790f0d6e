"""The dialog of where the files of an exhibit come from: runs, lists of digests, and paths in the source."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from thb_desktop.domain.digest_lists import DigestList
from thb_desktop.domain.intake import FilePlace, IntakeRun, LeftBecause
from thb_desktop.domain.vocabulary import NotCompared
from ui.clock import when_here
from ui.exhibits.sources_model import SourcesModel
from ui.labels import within, words
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, listed, size, visible
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Label, Part, button, row, tab_page
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable

LISTS = 1
"""The tab of the lists of digests."""
type Said = tuple[str, str]
"""A path of a source, and what is said of it."""


class SourcesDialog(Dialog):
    """Shows them as they were recorded. wants_added: what is to be added, and the lists to compare with."""

    wants_added = Signal(object, object)

    def __init__(self, parent: QWidget, model: SourcesModel, *, adds: bool) -> None:
        """adds: whether files can be added to the exhibit now."""
        number = isolate(model.exhibit.number)
        super().__init__(parent, self.tr("Where the files of {number} come from").format(number=number))
        self.setMinimumWidth(1080)
        self._model = model
        self.runs: RowsModel[IntakeRun] = RowsModel(self._run_columns(), self)
        self.left: RowsModel[Said] = RowsModel(self._said_columns(self.tr("Why it was not taken")), self)
        self.lists: RowsModel[DigestList] = RowsModel(self._list_columns(), self)
        self.differences: RowsModel[Said] = RowsModel(self._said_columns(self.tr("What is said of it")), self)
        self.places: RowsModel[FilePlace] = RowsModel(self._place_columns(), self)
        self.run_table = self._table(self.runs, self.tr("Runs"), self.tr("Nothing was added in a run yet."))
        self.left_table = self._table(self.left, self.tr("Not taken"), self._nothing_left(None))
        self.list_table = self._table(self.lists, self.tr("Lists of digests"), self._no_difference(None))
        self.difference_table = self._table(
            self.differences, self.tr("Differences"), self._no_difference(None)
        )
        self.place_table = self._table(
            self.places, self.tr("Paths in the source"), self.tr("No path of a source is recorded.")
        )
        self.digest = Label("", Part.DIGEST, wrap=True).selectable()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Sources"))
        self.tabs.addTab(tab_page(self.run_table, self.left_table), self.tr("&Runs"))
        self.tabs.addTab(
            tab_page(self.list_table, self.digest, self.difference_table), self.tr("&Lists of digests")
        )
        self.tabs.addTab(tab_page(self.place_table), self.tr("&Paths in the source"))
        self.body.addWidget(self.tabs)
        self.add_button = button(
            self.tr("&Add a folder with its list of digests\u2026"), self._add, icon="folder-plus"
        )
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(self.add_button, None, self.main_button))
        self.add_button.setVisible(adds)  # within the window, or it is one of its own for a moment
        self.run_table.chosen.connect(self._show_left)
        self.list_table.chosen.connect(self._show_differences)
        self.places.wants_more.connect(model.places.more)
        model.places.arrived.connect(self._show_places)
        model.listed.connect(self._show)
        model.refused.connect(self.refuse)
        model.list()

    def _table(self, rows: "RowsModel[Any]", name: str, empty: str) -> RecordTable:
        table = RecordTable(rows, name, wrap=True)
        table.setMinimumHeight(130)
        table.say_when_empty(empty)
        return table

    def _show(self, runs: tuple[IntakeRun, ...], lists: tuple[DigestList, ...]) -> None:
        self.runs.show_rows(runs)
        self.lists.show_rows(lists)
        self.run_table.choose_row(len(runs) - 1)
        self.list_table.choose_row(len(lists) - 1)
        self._show_left(None)
        self._show_differences(None)

    def _show_places(self, found: tuple[FilePlace, ...], begins: bool) -> None:
        more = self._model.places.has_more
        if begins:
            self.places.show_rows(found, more=more)
        else:
            self.places.add_rows(found, more=more)

    def _show_left(self, _: object) -> None:
        run = self.run_table.current_record()
        told = run.left_out if isinstance(run, IntakeRun) else ()
        self.left_table.say_when_empty(self._nothing_left(run))
        self.left.show_rows([(path, words(LeftBecause(because))) for path, because in told])

    def _nothing_left(self, run: object) -> str:
        """What an empty list of what was not taken says: nothing of a run that was not made."""
        if not isinstance(run, IntakeRun):
            return self.tr("Nothing was added in a run yet.")
        if not run.is_whole:
            return self.tr("The run was stopped. Until then, nothing was left out.")
        return self.tr("Everything was taken.")

    def _no_difference(self, compared: object) -> str:
        if isinstance(compared, DigestList) and compared.because is not None:
            return self.tr("The capture was not compared with what it states: {because}.").format(
                because=within(compared.because)
            )
        if isinstance(compared, DigestList) and compared.is_of_capture:
            return self.tr("What is in the file agrees with what it states.")
        if isinstance(compared, DigestList):
            return self.tr("The files agree with the list.")
        return self.tr("No run was compared with a list of digests.")

    def _show_differences(self, _: object) -> None:
        chosen = self.list_table.current_record()
        known = isinstance(chosen, DigestList)
        self.difference_table.say_when_empty(self._no_difference(chosen))
        self.differences.show_rows([*self._said_of(chosen)] if isinstance(chosen, DigestList) else [])
        self.digest.setText(self._digest_of(chosen) if isinstance(chosen, DigestList) else "")
        self.digest.setVisible(known)

    def _digest_of(self, each: DigestList) -> str:
        if each.is_of_capture:
            told = self.tr("SHA-256 of the file, which states the digests itself: {digest}")
        else:
            told = self.tr("SHA-256 of the list: {digest}")
        return told.format(digest=isolate(each.sha256))

    def _said_of_capture(self, each: DigestList) -> Iterator[Said]:
        for place, algorithm, stated, found in each.differ:
            said = self.tr("differs: {algorithm} according to the file {stated}, of what is in it {found}")
            yield (
                place,
                said.format(
                    algorithm=isolate(algorithm.upper()), stated=isolate(stated), found=isolate(found)
                ),
            )
        yield from ((path, self.tr("named, and not in the file")) for path in each.missing)
        yield from ((place, self.tr("not judged")) for place in each.not_compared)
        if (more := each.left - len(each.not_compared)) > 0:
            yield "\u2026", self.tr("%n more not judged", "", more)
        yield from ((path, self.tr("in the file, and not named by it")) for path in each.unnamed)

    def _said_of(self, each: DigestList) -> Iterator[Said]:
        if each.is_of_capture:
            yield from self._said_of_capture(each)
            return
        for path, algorithm, stated, found in each.differ:
            said = self.tr("differs: {algorithm} of the list {stated}, of the file {found}")
            yield (
                path,
                said.format(
                    algorithm=isolate(algorithm.upper()), stated=isolate(stated), found=isolate(found)
                ),
            )
        yield from ((path, self.tr("named, and not there")) for path in each.missing)
        yield from ((path, self.tr("there already, and not compared")) for path in each.not_compared)
        yield from ((path, self.tr("not named in the list")) for path in each.unnamed)

    def _add(self) -> None:
        lists = choose.choose_files(self, self.tr("Lists of digests that came with the source"))
        folder = choose.choose_folder(self, self.tr("The folder to add")) if lists else None
        if folder is not None:
            self.accept()
            self.wants_added.emit([folder], lists)

    def _run_columns(self) -> list[Column[IntakeRun]]:
        return [
            Column(title=self.tr("Ended"), read=lambda each: when_here(each.at), width=180, exact=True),
            Column(title=self.tr("Given"), read=lambda each: listed(map(isolate_words, each.given))),
            Column(title=self.tr("Taken"), read=_taken, width=150, exact=True),
            Column(title=self.tr("Same bytes"), read=lambda each: str(each.same), width=130, exact=True),
            Column(title=self.tr("There already"), read=lambda each: str(each.there), width=120, exact=True),
            Column(title=self.tr("Not taken"), read=lambda each: str(len(each.left_out)), width=100),
            Column(title=self.tr("State"), read=self._state, width=150, tone=_tone_of_run),
        ]

    def _list_columns(self) -> list[Column[DigestList]]:
        return [
            Column(title=self.tr("List"), read=self._name_of),
            Column(title=self.tr("Compared"), read=lambda each: when_here(each.at), width=180, exact=True),
            Column(title=self.tr("Named"), read=_counted(lambda each: each.named), width=90, exact=True),
            Column(title=self.tr("Agree"), read=_counted(lambda each: each.agree), width=90, exact=True),
            Column(
                title=self.tr("Differ"),
                read=_counted(lambda each: len({path for path, *_ in each.differ})),
                width=90,
                tone=lambda each: Tone.BAD if each.differ else None,
            ),
            Column(
                title=self.tr("Not there"),
                read=_counted(lambda each: len(each.missing)),
                width=100,
                tone=lambda each: Tone.WARN if each.missing else None,
            ),
            Column(
                title=self.tr("Not compared"),
                read=lambda each: self.tr("all of it") if each.because else str(each.left),
                width=130,
                tone=_tone_of_list,
            ),
            Column(title=self.tr("Not named"), read=_counted(lambda each: len(each.unnamed)), width=110),
        ]

    def _name_of(self, each: DigestList) -> str:
        if each.is_of_capture:
            return self.tr("{name}, according to the file").format(name=isolate_words(visible(each.name)))
        return visible(each.name)

    def _place_columns(self) -> list[Column[FilePlace]]:
        return [
            Column(title=self.tr("Path in the source"), read=lambda each: visible(each.path)),
            Column(
                title=self.tr("Changed, as the source says"),
                read=lambda each: when_here(_moment(each)),
                width=240,
                exact=True,
            ),
        ]

    def _said_columns(self, what: str) -> list[Column[Said]]:
        return [
            Column(title=self.tr("Path in the source"), read=lambda each: visible(each[0])),
            Column(title=what, read=lambda each: each[1], width=560),
        ]

    def _state(self, each: IntakeRun) -> str:
        return self.tr("To the end") if each.is_whole else self.tr("Stopped")


def _taken(each: IntakeRun) -> str:
    return f"{each.taken} \u00b7 {size(each.size)}"


def _counted(count: Callable[[DigestList], int]) -> Callable[[DigestList], str]:
    """Of what was not compared nothing was counted; a zero would say that something was."""
    return lambda each: "" if each.because else str(count(each))


def _tone_of_list(each: DigestList) -> Tone | None:
    return Tone.WARN if each.because not in (None, NotCompared.NO_DIGEST) else None


def _tone_of_run(each: IntakeRun) -> Tone:
    return Tone.OK if each.is_whole else Tone.WARN


def _moment(place: FilePlace) -> datetime | None:
    return datetime.fromisoformat(place.modified) if place.modified else None
