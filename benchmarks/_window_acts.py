"""What a person does in the window with a large vault, one act after the other."""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from _large_vault import BUNDLE_CASE, CASE, PASSPHRASE, environment_of
from _watch import BEAT, Watch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTableView, QWidget

from ui.application import AppController, make_application
from ui.main_window import MainWindow
from ui.settings import Settings

Act = tuple[str, Callable[[], object]]
PAGES = ("Cases", "Interviews", "Exhibits", "Custody", "Export", "Health", "Office", "Translations")
CASES, INTERVIEWS, EXHIBITS, CUSTODY, EXPORT, HEALTH = range(6)
ROWS: Mapping[int, Callable[[MainWindow], int]] = {
    EXHIBITS: lambda window: window.exhibits.table.model().rowCount(),
    CUSTODY: lambda window: window.custody.table.model().rowCount(),
    EXPORT: lambda window: window.export.exhibits.count(),
    HEALTH: lambda window: window.health.around.rowCount(),
}
"""How many rows a page shows; of Health, those about the computer and its media, which it reads by itself."""
_TYPING = 2000
"""Milliseconds in which nobody has typed a passphrase yet."""
_DRAFT = 1500
"""Milliseconds after which what is typed is kept as a draft."""


class Desk:
    """The application without a screen, and the hands of a person."""

    def __init__(self, folder: Path, watch: Callable[[], Watch]) -> None:
        self.application = make_application(["thb-desktop"])
        self.watch = watch()
        self.folder = folder
        self.controller = AppController(self.application, lambda: environment_of(2))
        self.controller.replace_process = lambda _: None
        self.controller.settings = Settings(idle=100_000)
        self.is_checked = False
        self.controller.jobs.checked.connect(self._end_check)

    @property
    def window(self) -> MainWindow:
        return cast(MainWindow, self.controller.window)

    def rest(self) -> None:
        """Wait until the vault's thread has no work, and all is shown."""
        for _ in range(3):
            self.watch.until(lambda: not self.controller.jobs.is_busy)
            self.pause(3 * BEAT)

    def pause(self, milliseconds: int) -> None:
        end = self.watch.beats + milliseconds // BEAT
        self.watch.until(lambda: self.watch.beats >= end)

    def key(self, widget: QWidget, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(widget, key)
            self.rest()

    def type(self, widget: QWidget, text: str) -> None:
        for sign in text:
            QTest.keyClicks(widget, sign)
            self.rest()

    def to_the_end(self, table: QTableView) -> None:
        """Go to the end of a list until no more rows come, back to its beginning, and page by page."""
        table.setFocus()
        known = -1
        while known != table.model().rowCount():
            known = table.model().rowCount()
            self.key(table, Qt.Key.Key_End, 2)
        self.key(table, Qt.Key.Key_Home)
        self.key(table, Qt.Key.Key_PageDown, 5)

    def sort(self, table: QTableView) -> None:
        """Sort by each column, backwards, and not at all."""
        header, upwards = table.horizontalHeader(), Qt.SortOrder.AscendingOrder
        orders = [(number, upwards) for number in range(header.count())]
        for number, order in (*orders, (1, Qt.SortOrder.DescendingOrder), (-1, upwards)):
            header.setSortIndicator(number, order)
            self.rest()

    def seek(self, field: Any, text: str) -> None:
        self.type(field, text)
        self.key(field, Qt.Key.Key_Backspace)
        field.clear()
        self.rest()

    def dialog(self) -> Any:
        """Return the dialog that was just opened."""

        def opened() -> list[QDialog]:
            tops = self.application.topLevelWidgets()
            return [each for each in tops if isinstance(each, QDialog) and each.isVisible()]

        self.watch.until(lambda: bool(opened()))
        self.rest()
        return opened()[-1]

    def do(self, *steps: Callable[[], object]) -> Callable[[], None]:
        """Return what does these one after the other, with a rest after each."""

        def act() -> None:
            for step in steps:
                step()
                self.rest()

        return act

    def until_checked(self) -> None:
        """Wait for the complete check, which a small vault has behind it when its window opens."""
        jobs = self.controller.jobs
        jobs.run(self.watch, lambda session: session.check is None, then=self._note_check)
        self.watch.until(lambda: self.is_checked)

    def _note_check(self, has_ended: bool) -> None:
        self.is_checked = self.is_checked or has_ended

    def _end_check(self, _: object) -> None:
        self.is_checked = True


class Acts:
    """The acts, in the order in which they are done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.first_rows: dict[str, float] = {}
        """Of each page: milliseconds from its choice to its first rows, when it is shown for the first time.
        """

    def unlock(self) -> None:
        desk = self._desk
        desk.controller.start(desk.folder)
        start = cast(Any, desk.controller.window)
        desk.pause(_TYPING)
        start.unlock.passphrase.setText(PASSPHRASE)
        start.unlock.unlock_button.click()
        desk.watch.until(lambda: isinstance(desk.controller.window, MainWindow))
        desk.rest()

    def reading(self) -> Iterator[Act]:
        """All that only reads."""
        yield "choose the case", self._case(CASE)
        for visit in ("first", "again"):
            for number, name in enumerate(PAGES):
                yield f"page {name}, {visit}", self._shown(number)
        for part in (self._exhibits, self._custody, self._interviews, self._export, self._cases):
            yield from part()
        for part in (self._sections, self._drawings, self._menu):
            yield from part()
        yield "search everywhere", self._search

    def writing(self) -> Iterator[Act]:
        """All that writes, and its forms."""
        desk, w = self._desk, self._desk.window
        yield "page Exhibits", self._page(EXHIBITS)
        yield "register an exhibit, the form", self._form(lambda: w.exhibits.new_button)
        yield "correct an exhibit, the form", self._form(lambda: w.exhibits.card.acts.correct_button)
        yield "history of an exhibit", self._form(lambda: w.exhibits.card.acts.history_button)
        yield "page Custody", self._page(CUSTODY)
        yield "record an event, the form", self._form(lambda: w.custody.new_button)
        yield "page Interviews", self._page(INTERVIEWS)
        yield "a new interview, the form", self._form(lambda: w.interviews.new_button)
        yield "add a turn", self._add_turn
        yield "edit a turn", self._edit_turn
        yield "page Health", self._page(HEALTH)
        checked = desk.do(w.health.check_button.click)
        yield "the health check", lambda: (checked(), desk.watch.until(w.health.check_button.isEnabled))
        yield "lay out a bundle of 500 exhibits", self._lay_out
        yield (
            "lock",
            lambda: (
                w.wants_lock.emit(),
                desk.watch.until(lambda: not desk.controller.jobs.is_open),
            ),
        )

    def _page(self, number: int) -> Callable[[], None]:
        return self._desk.do(self._desk.window.rail.buttons[number].click)

    def _shown(self, number: int) -> Callable[[], None]:
        """Choose a page, and note once how long its first rows take."""
        desk, rows = self._desk, ROWS.get(number)
        if rows is None:
            return self._page(number)

        def act() -> None:
            begin = time.perf_counter()
            desk.window.rail.buttons[number].click()
            desk.watch.until(lambda: rows(desk.window) > 0)
            self.first_rows.setdefault(PAGES[number], (time.perf_counter() - begin) * 1000)
            desk.rest()

        return act

    def _case(self, reference: str) -> Callable[[], None]:
        w = self._desk.window

        def choose() -> None:
            listed = [found.case.reference for found in w.cases.rows.rows]
            w.cases.table.choose_row(listed.index(reference))

        return self._desk.do(choose)

    def _exhibits(self) -> Iterator[Act]:
        desk, w = self._desk, self._desk.window
        yield "page Exhibits", self._page(EXHIBITS)
        yield "exhibits, to the end", lambda: desk.to_the_end(w.exhibits.table)
        yield "exhibits, search", lambda: desk.seek(w.exhibits.search, "door 19")
        yield "exhibits, sort", lambda: desk.sort(w.exhibits.table)
        yield "exhibits, page again", self._page(EXHIBITS)
        yield (
            "an exhibit's custody",
            desk.do(
                lambda: w.exhibits.table.choose_row(60),
                lambda: w.exhibits.card.wants_custody.emit(w.exhibits.open_id()),
            ),
        )

    def _custody(self) -> Iterator[Act]:
        desk, w = self._desk, self._desk.window
        box = w.custody.exhibit
        yield "custody, all exhibits", desk.do(lambda: box.setCurrentIndex(0))
        yield "custody, to the end", lambda: desk.to_the_end(w.custody.table)
        yield "custody, only late ones", desk.do(w.custody.odd.click, w.custody.odd.click)
        yield (
            "custody, one exhibit",
            desk.do(lambda: box.setCurrentIndex(50), lambda: box.setCurrentIndex(0)),
        )
        yield "custody, choices of exhibits", desk.do(box.showPopup, box.hidePopup)
        yield "custody, sort", lambda: desk.sort(w.custody.table)
        yield "custody, kept until", self._form(lambda: w.custody.kept_button)
        yield "custody, strip of an exhibit", self._form(lambda: w.custody.strip_button)

    def _interviews(self) -> Iterator[Act]:
        desk, view = self._desk, self._desk.window.interviews
        yield "page Interviews", self._page(INTERVIEWS)
        yield (
            "open the longest record",
            desk.do(lambda: view.list.choose_row(1), lambda: view.list.choose_row(0)),
        )
        yield "interviews, to the end", lambda: desk.to_the_end(view.list)
        yield "interviews, sort", lambda: desk.sort(view.list)
        yield "the longest record again", desk.do(lambda: view.list.choose_row(0))
        yield "turns, to the end", lambda: desk.to_the_end(view.record.table)
        tabs = view.record.tabs
        yield "formalities", desk.do(lambda: tabs.setCurrentIndex(1), lambda: tabs.setCurrentIndex(0))
        window = desk.window
        yield (
            "window narrower and wider",
            desk.do(lambda: window.resize(1100, 700), lambda: window.resize(1366, 768)),
        )

    def _export(self) -> Iterator[Act]:
        desk, view = self._desk, self._desk.window.export
        yield "page Export", self._page(EXPORT)
        yield "export, all exhibits", desk.do(view.exhibits.toggle)
        yield "export, all interviews", desk.do(view.interviews.toggle)
        yield "export, purpose", lambda: (desk.type(view.purpose, "court"), desk.pause(_DRAFT))
        yield "export, none", desk.do(view.exhibits.toggle, view.purpose.clear)

    def _cases(self) -> Iterator[Act]:
        desk, w = self._desk, self._desk.window
        yield "page Cases", self._page(CASES)
        yield "cases, search", lambda: desk.seek(w.cases.search, "large")
        yield "another case", self._case(BUNDLE_CASE)
        yield "back to the case", self._case(CASE)

    def _sections(self) -> Iterator[Act]:
        desk, details = self._desk, self._desk.window.cases.details
        for name in details.lists:
            yield f"section {name} of the case", desk.do(lambda name=name: details.sections.open(name))
        yield "facts of the case", desk.do(lambda: details.sections.open("facts"))

    def _drawings(self) -> Iterator[Act]:
        details = self._desk.window.cases.details
        yield "chronology", self._form(lambda: details.buttons.chronology_button)
        yield "links", self._form(lambda: details.buttons.links_button)
        yield "money flow", self._form(lambda: details.buttons.flow_button)
        yield "advertisements", self._form(lambda: details.buttons.ads_button)
        yield "action day", self._form(lambda: details.buttons.action_button)
        yield "board of requests", self._form(lambda: details.buttons.board_button)
        yield "pay table", self._form(lambda: details.buttons.pay_button)

    def _menu(self) -> Iterator[Act]:
        """What the menu of the window opens."""
        w = self._desk.window
        asking, adding = (act for _, _, act in w._leads.stamp_entries(w, lambda: w._case))
        yield "assignments", self._opened(w.show_assignments)
        yield "packages", self._opened(w.open_packages)
        yield "ask for a time stamp", self._opened(asking)
        yield "add a time stamp", self._opened(adding)

    def _search(self) -> None:
        """Search everything that is entered, and go to the end of what is found."""
        desk = self._desk
        desk.window.open_search()
        form = desk.dialog()
        desk.type(form.typed, "door 19")
        desk.pause(_DRAFT)
        desk.to_the_end(form.table)
        form.reject()
        desk.rest()

    def _form(self, button: Callable[[], Any]) -> Callable[[], None]:
        """Open a form, wait until its draft would be kept, and leave it."""
        return self._opened(lambda: button().click())

    def _opened(self, opening: Callable[[], object]) -> Callable[[], None]:
        """The same by what opens it."""

        def act() -> None:
            opening()
            form = self._desk.dialog()
            self._desk.pause(_DRAFT)
            form.reject()
            self._desk.rest()

        return act

    def _lay_out(self) -> None:
        """Lay out the pages of the smaller case; what the rules find in it is not the question."""
        self._case(BUNDLE_CASE)()
        self._page(EXPORT)()
        desk, view = self._desk, self._desk.window.export
        view.exhibits.toggle()
        for field in (view.purpose, view.recipient, view.second.reason, view.reasons.identities):
            field.setText("Nobody else is in the office")
        desk.rest()
        view.prepare_button.click()
        desk.rest()

    def _add_turn(self) -> None:
        desk, row = self._desk, self._desk.window.interviews.record.entry
        row.take_focus()
        desk.rest()
        field = row.fields[-1]
        desk.type(field, "He said")
        desk.key(field, Qt.Key.Key_Return)

    def _edit_turn(self) -> None:
        desk, record = self._desk, self._desk.window.interviews.record
        record.table.edit_side(record.table.model().rowCount() // 2)
        desk.rest()
        desk.type(cast(QWidget, record.table.delegate.editor), "again")
        desk.pause(_DRAFT)
        record.account.save()
        desk.rest()
