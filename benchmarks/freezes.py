"""How long the window does not answer, in a vault of the size of a real case and in a tenth of it.

Each act is done in the real window, without a screen. Its figure is the longest time for which the window's
thread did not return to its event loop. Once while the complete check of the unlock runs beside it, once after.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1])]

from _large_vault import BUNDLE_CASE, CASE, PASSPHRASE, environment_of, vault_of
from _watch import BEAT, Watch

GOAL = 100.0
"""Milliseconds of the longest block."""


class Desk:
    """The application, and the acts of a person in it."""

    def __init__(self, folder: Path, *, explain: bool) -> None:
        from PySide6.QtTest import QTest

        from ui.application import AppController, make_application
        from ui.garbage import collect_seldom
        from ui.settings import Settings

        collect_seldom()
        self._test = QTest
        self.application = make_application(["thb-desktop"])
        self.watch = Watch(explain=explain)
        self.desk = AppController(self.application, lambda: environment_of(2))
        self.desk.replace_process = lambda _: None
        self.desk.settings = Settings(idle=100_000)
        self.folder = folder
        self.is_checked = False
        self.desk.jobs.checked.connect(self._end_check)

    def rest(self) -> None:
        """Wait until the vault's thread has no work, and all was shown."""
        for _ in range(3):
            self.watch.until(lambda: not self.desk.jobs.is_busy)
            wanted = self.watch.beats + 3
            self.watch.until(lambda: self.watch.beats >= wanted)

    def pause(self, milliseconds: int) -> None:
        wanted = self.watch.beats + milliseconds // BEAT
        self.watch.until(lambda: self.watch.beats >= wanted)

    def key(self, widget: object, key: object, times: int = 1) -> None:
        for _ in range(times):
            self._test.keyClick(widget, key)
            self.rest()

    def type(self, widget: object, text: str) -> None:
        for sign in text:
            self._test.keyClicks(widget, sign)
            self.rest()

    def _end_check(self) -> None:
        self.is_checked = True


Act = tuple[str, Callable[[], object]]


class Acts:
    """The acts in the open window, in the order in which they are done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def unlock(self) -> None:
        from ui.main_window import MainWindow

        desk = self._desk.desk
        desk.start(self._desk.folder)
        start = desk.window
        self._desk.pause(2000)  # nobody types a passphrase faster
        start.unlock.passphrase.setText(PASSPHRASE)
        start.unlock.unlock_button.click()
        self._desk.watch.until(lambda: isinstance(desk.window, MainWindow))
        self._desk.rest()

    @property
    def window(self):
        return self._desk.desk.window

    def reading(self, when: str) -> Iterator[Act]:
        """All that reads only."""
        from PySide6.QtCore import Qt

        key, w, rest = Qt.Key, self.window, self._desk.rest
        do = self._desk

        def go(number: int) -> Callable[[], None]:
            def act() -> None:
                w.rail.buttons[number].click()
                rest()

            return act

        def choose_case(reference: str) -> Callable[[], None]:
            def act() -> None:
                w.cases.table.choose_row(w.rows_of_cases().index(reference))
                rest()

            return act

        def to_the_end(table: Callable[[], object]) -> Callable[[], None]:
            def act() -> None:
                shown = table()
                known = -1
                shown.setFocus()
                while known != shown.model().rowCount():
                    known = shown.model().rowCount()
                    do.key(shown, key.Key_End, 2)
                do.key(shown, key.Key_Home)
                do.key(shown, key.Key_PageDown, 5)

            return act

        def seek(field: Callable[[], object], text: str) -> Callable[[], None]:
            def act() -> None:
                do.type(field(), text)
                do.key(field(), key.Key_Backspace)
                field().clear()
                rest()

            return act

        def sort(table: Callable[[], object]) -> Callable[[], None]:
            def act() -> None:
                header = table().horizontalHeader()
                for number in range(header.count()):
                    header.setSortIndicator(number, Qt.SortOrder.AscendingOrder)
                    rest()
                header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
                rest()
                header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
                rest()

            return act

        names = ("Cases", "Interviews", "Exhibits", "Custody", "Export", "Health", "Office")
        yield f"{when}: choose the case", choose_case(CASE)
        for again in ("first", "again"):
            for number, name in enumerate(names):
                yield f"{when}: page {name}, {again}", go(number)
        yield f"{when}: page Exhibits", go(2)
        yield f"{when}: exhibits, to the end", to_the_end(lambda: w.exhibits.table)
        yield f"{when}: exhibits, search", seek(lambda: w.exhibits.search, "door 19")
        yield f"{when}: exhibits, sort", sort(lambda: w.exhibits.table)
        yield f"{when}: exhibits, page again", go(2)
        yield (
            f"{when}: an exhibit's custody",
            lambda: (
                w.exhibits.table.choose_row(60),
                rest(),
                w.exhibits.card.wants_custody.emit(w.exhibits.open_id()),
                rest(),
            ),
        )
        yield f"{when}: custody, all exhibits", lambda: (w.custody.exhibit.setCurrentIndex(0), rest())
        yield f"{when}: custody, to the end", to_the_end(lambda: w.custody.table)
        yield (
            f"{when}: custody, only odd",
            lambda: (w.custody.odd.click(), rest(), w.custody.odd.click(), rest()),
        )
        yield (
            f"{when}: custody, one exhibit",
            lambda: (
                w.custody.exhibit.setCurrentIndex(50),
                rest(),
                w.custody.exhibit.setCurrentIndex(0),
                rest(),
            ),
        )
        yield (
            f"{when}: custody, list of exhibits",
            lambda: (
                w.custody.exhibit.showPopup(),
                rest(),
                w.custody.exhibit.hidePopup(),
                rest(),
            ),
        )
        yield f"{when}: custody, sort", sort(lambda: w.custody.table)
        yield f"{when}: page Interviews", go(1)
        yield (
            f"{when}: interviews, the longest",
            lambda: (w.interviews.list.choose_row(1), rest(), w.interviews.list.choose_row(0), rest()),
        )
        yield (
            f"{when}: interviews, list",
            lambda: (to_the_end(lambda: w.interviews.list)(), w.interviews.list.choose_row(0), rest()),
        )
        yield f"{when}: interviews, sort", sort(lambda: w.interviews.list)
        yield f"{when}: turns, to the end", to_the_end(lambda: w.interviews.record.table)
        yield (
            f"{when}: the formalities",
            lambda: (
                w.interviews.record.tabs.setCurrentIndex(1),
                rest(),
                w.interviews.record.tabs.setCurrentIndex(0),
                rest(),
            ),
        )
        yield (
            f"{when}: the window narrower",
            lambda: (w.resize(1100, 700), rest(), w.resize(1366, 768), rest()),
        )
        yield f"{when}: page Export", go(4)
        yield f"{when}: export, all exhibits", lambda: (w.export.exhibits.toggle(), rest(), rest())
        yield f"{when}: export, all interviews", lambda: (w.export.interviews.toggle(), rest())
        yield f"{when}: export, purpose", lambda: (do.type(w.export.purpose, "court"), rest())
        yield f"{when}: export, none", lambda: (w.export.exhibits.toggle(), rest())
        yield f"{when}: page Cases", go(0)
        yield f"{when}: cases, search", seek(lambda: w.cases.search, "large")
        yield f"{when}: another case", choose_case(BUNDLE_CASE)
        yield f"{when}: back to the case", choose_case(CASE)

    def writing(self) -> Iterator[Act]:
        """All that writes, and the forms for it."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QDialog

        do, w, rest, key = self._desk, self.window, self._desk.rest, Qt.Key

        def dialog() -> QDialog:
            def found() -> list[QDialog]:
                tops = do.application.topLevelWidgets()
                return [each for each in tops if isinstance(each, QDialog) and each.isVisible()]

            do.watch.until(lambda: bool(found()))
            rest()
            return found()[-1]

        def closed(button: Callable[[], object]) -> Callable[[], None]:
            """Open a dialog by a button, and leave it."""

            def act() -> None:
                button().click()
                dialog().reject()
                rest()

            return act

        def go(number: int) -> Callable[[], None]:
            return lambda: (w.rail.buttons[number].click(), rest())

        def add_turn() -> None:
            w.interviews.record.add_button.click()
            form = dialog()
            do.type(form.source, "He said")
            form.kind.setCurrentIndex(max(0, form.kind.currentIndex()))
            form.capture.setCurrentIndex(max(1, form.capture.currentIndex()))
            form.main_button.click()
            do.watch.until(lambda: not form.isVisible(), 60)
            rest()

        def edit_turn() -> None:
            table = w.interviews.record.table
            table.edit_side(max(0, table.model().rowCount() // 2))
            rest()
            do.type(table.delegate.editor, "again")
            wanted = do.watch.beats + 200
            do.watch.until(lambda: do.watch.beats >= wanted)
            w.interviews.record.save()
            rest()

        def record_event() -> None:
            w.custody.new_button.click()
            form = dialog()
            do.type(form.form.editors["reason"], "why")
            form.reject()
            rest()

        def correct_exhibit() -> None:
            w.exhibits.card.acts.correct_button.click()
            form = dialog()
            wanted = do.watch.beats + 400
            do.watch.until(lambda: do.watch.beats >= wanted)
            form.reject()
            rest()

        yield "page Exhibits", go(2)
        yield "register an exhibit, the form", closed(lambda: w.exhibits.new_button)
        yield "correct an exhibit, the form", correct_exhibit
        yield "history of an exhibit", closed(lambda: w.exhibits.card.acts.history_button)
        yield "page Custody", go(3)
        yield "record an event, the form", record_event
        yield "page Interviews", go(1)
        yield "a new interview, the form", closed(lambda: w.interviews.new_button)
        yield "add a turn", add_turn
        yield "edit a turn", edit_turn
        yield "page Health", go(5)
        yield (
            "the whole check",
            lambda: (w.health.check_button.click(), do.watch.until(w.health.check_button.isEnabled), rest()),
        )
        yield "export of all: the pages", self._prepare
        yield "lock", lambda: (w.wants_lock.emit(), do.watch.until(lambda: not do.desk.jobs.is_open))

    def _prepare(self) -> None:
        """The pages of the smaller case; what it finds is not the question."""
        w, rest = self.window, self._desk.rest
        w.rail.buttons[0].click()
        rest()
        w.cases.table.choose_row(w.rows_of_cases().index(BUNDLE_CASE))
        rest()
        w.rail.buttons[4].click()
        rest()
        w.export.exhibits.toggle()
        w.export.purpose.setText("court")
        w.export.recipient.setText("court")
        w.export.second.reason.setText("nobody else is in the office")
        rest()
        w.export.prepare_button.click()
        rest()


def measure(folder: Path, only: str, *, explain: bool) -> dict[str, list[float]]:
    """Return the longest block of each act: by the clock, and of the processor, in milliseconds."""
    desk = Desk(folder, explain=explain)
    acts, taken = Acts(desk), {}

    def run(name: str, act: Callable[[], object]) -> None:
        desk.watch.begin()
        act()
        block = desk.watch.end()
        taken[name] = [block.held, block.spent]
        print(f"{name:<50}{block.held:>8.0f}{block.spent:>8.0f}{block.collected:>8.0f}", file=sys.stderr, flush=True)
        for stack, count in block.stacks.most_common(4) if block.held > GOAL / 2 else ():
            print(f"  {count} times\n{stack}", file=sys.stderr)

    run("unlock", acts.unlock)
    for when in ("checking", "after"):
        if when == "after":
            desk.watch.until(lambda: desk.is_checked)
        for name, act in acts.reading(when):
            run(name, act)
    for name, act in acts.writing():
        run(name, act)
    del only
    return taken


def measure_apart(vault: Path, place: Path, *, explain: bool) -> dict[str, list[float]]:
    """Measure a copy of a vault in a process of its own."""
    copied = place / vault.name
    shutil.copytree(vault, copied)
    command = [sys.executable, __file__, "--measure", str(copied), *(["--explain"] if explain else [])]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    shutil.rmtree(copied)
    found: dict[str, list[float]] = json.loads(told.stdout)
    return found


def show(tenth: dict[str, list[float]], full: dict[str, list[float]]) -> None:
    print(f"{'longest block, ms':<50}{'tenth':>8}{'full':>8}{'growth':>8}{'cpu':>8}{'goal':>6}")
    for name, (held, spent) in full.items():
        before = tenth.get(name, [0.0, 0.0])[0]
        growth = held / before if before else 0.0
        missed = "  over" if held > GOAL else ""
        print(f"{name:<50}{before:>8.0f}{held:>8.0f}{growth:>8.1f}{spent:>8.0f}{GOAL:>6.0f}{missed}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--factor", type=float, default=1.0, help="the larger vault, 1 for the full size")
    parser.add_argument("--exhibits", type=int, help="of the larger vault, whatever the factor")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kept", type=Path, help="a folder where made vaults are kept for the next time")
    parser.add_argument("--explain", action="store_true", help="tell what held the window up")
    parser.add_argument("--measure", type=Path, help="only this vault, in this process")
    options = parser.parse_args()
    if options.measure is not None:
        print(json.dumps(measure(options.measure, "", explain=options.explain)))
        sys.stdout.flush()
        os._exit(0)
    with tempfile.TemporaryDirectory(prefix="thb-freezes-", dir=options.kept) as folder:
        kept = options.kept or Path(folder)
        of = options.exhibits
        made = [
            vault_of(kept, options.factor / 10, seed=options.seed, exhibits=of and of // 10),
            vault_of(kept, options.factor, seed=options.seed, exhibits=of),
        ]
        show(*(measure_apart(vault, Path(folder), explain=options.explain) for vault in made))


if __name__ == "__main__":
    main()
