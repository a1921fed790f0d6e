"""The window of an interpreter with a job of 10, 1,000 and 5,000 turns: opening, a key, one more version, a
note, and signing all of it.

The peer of each act is the same act in a job of ten turns. `python benchmarks/assigned.py --turns 500` is a
shorter run.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.garbage import collect_seldom

collect_seldom()  # as the program does

from _table import Series, show
from _watch import Watch
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

RUNS, FEW = 10, 10
SAID = "في الشهر الثاني رفع الإيجار إلى 700 يورو."
TOLD = "De tweede maand verhoogde hij de huur tot 700 euro."


def store_with(place: Path, count: int) -> tuple[Path, Path]:
    """Make a vault with a record of so many turns, given out, of which each is rendered and signed as checked
    but for the first two; return vault and store.
    """
    from tests.support.assigned_window import give_it_out, office_with_record, stored
    from thb_desktop.domain.actions import VaultAction
    from thb_desktop.domain.ids import RowId
    from thb_desktop.domain.language_work import RenderingVersion
    from thb_desktop.domain.text_digest import digest_of
    from thb_desktop.services.assignments import desk

    vault = office_with_record(place / f"{count}.thbvault", [("1", SAID, "")] * count)
    folder = give_it_out(vault)
    with closing(stored(folder)) as session:
        found = desk.open_job(session)
        with session.work() as work:
            for number, (segment, text) in enumerate(list(found.turns.sources.items())[2:]):
                work.save(
                    RenderingVersion(
                        id=RowId(work.new_id()),
                        job_id=found.turns.job.id,
                        segment_id=segment,
                        number=1,
                        text=f"{TOLD} ({number})",
                        source_digest=digest_of(text),
                        author_id=found.interpreter.id,
                        typed_by=session.user.id,
                        typed_at=work.at,
                    )
                )
            work.record(found.turns.job.id, VaultAction.VERSION_WRITTEN)
        desk.sign_all(session, [(each, "as measured") for each in desk.check_ready(session)])
    return vault, folder


class Assigned:
    """The window on a store, and a clock."""

    def __init__(self, application: Any, vault: Path, folder: Path) -> None:
        from tests.support.controllers import INTERPRETER_PASSPHRASE, environment
        from ui.application import AppController
        from ui.assignment.view import AssignmentWindow
        from ui.settings import Settings

        self.application = application
        self.controller = AppController(self.application, environment)
        self.controller.replace_process = lambda _: None
        self.controller.settings = Settings(idle=100_000)
        self.controller.start(vault, assignment=folder)
        asks = cast(Any, self.controller.window)
        asks.passphrase.setText(INTERPRETER_PASSPHRASE)
        asks.open_button.click()
        self.until(lambda: isinstance(self.controller.window, AssignmentWindow))
        self.window = cast(Any, self.controller.window)
        self.window.resize(1366, 728)
        self.until(lambda: self.window.model.found is not None)
        self.rest()
        self.watch = Watch()

    def until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(self) -> None:
        model = self.window.model
        for _ in range(3):
            self.until(
                lambda: (
                    not (
                        self.controller.jobs.is_busy
                        or model._comparing.is_at_work
                        or model._laying_out.is_at_work
                        or model.beside._rest.isActive()
                    )
                )
            )
            self.application.processEvents()

    def open(self) -> tuple[float, float, float]:
        """Return the milliseconds until the job is read and shown again, and the longest standstill, by the
        clock and in processor time.
        """
        shown: list[object] = []
        self.window.model.shown.connect(shown.append)
        self.watch.begin()
        begun = time.perf_counter()
        self.window.model.reload()
        self.until(lambda: bool(shown))
        self.window.table.viewport().grab()
        taken = 1000 * (time.perf_counter() - begun)
        self.rest()
        block = self.watch.end()
        self.window.model.shown.disconnect(shown.append)
        return taken, block.held, block.spent

    def key(self) -> float:
        """Return the milliseconds from a key in the editor until it is painted."""
        from ui.transcript.rows import At

        table = self.window.table
        if table.delegate.editor is None:
            table.edit_side(0, At.RIGHT)
            self.rest()
        begun = time.perf_counter()
        QTest.keyClick(table.delegate.editor, Qt.Key.Key_A)
        self.application.processEvents()
        table.delegate.editor.grab()
        return 1000 * (time.perf_counter() - begun)

    def write(self) -> float:
        """Return the milliseconds of processor that one more version takes, in all threads."""
        from ui.transcript.rows import At

        self.window.table.edit_side(0, At.RIGHT)
        self.window.table.delegate.editor.insertPlainText("x")
        self.rest()
        begun = time.process_time()
        self.window.going.write(goes_on=False)
        self.rest()
        self.window.table.viewport().grab()
        return 1000 * (time.process_time() - begun)

    def note(self) -> float:
        """Return the milliseconds of processor that a note at a signed turn takes, in all threads."""
        from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode, AnnotationVisibility
        from ui.language_work.noting import Noted

        model = self.window.model
        chosen = model.chosen(len(model.rows.rows) // 2, is_source=True, words=None)
        noted = Noted(
            code=AnnotationCode.TERM,
            basis=AnnotationBasis.KNOWLEDGE,
            visibility=AnnotationVisibility.PRINT,
            language="nl",
            text="vakwoord",
        )
        begun = time.process_time()
        model.note(chosen, noted)
        self.rest()
        self.window.table.viewport().grab()
        return 1000 * (time.process_time() - begun)


def measure(application: Any, place: Path, count: int) -> dict[str, list[float]]:
    assigned = Assigned(application, *store_with(place, count))
    opened = [assigned.open() for _ in range(3)]
    told = {"open": [taken for taken, _, _ in opened], "stood": [held for _, held, _ in opened]}
    told["spent"] = [spent for _, _, spent in opened]
    told["key"] = [assigned.key() for _ in range(RUNS)]
    assigned.window.table.end_editing()
    assigned.rest()
    told["write"] = [assigned.write() for _ in range(RUNS)]
    told["note"] = [assigned.note() for _ in range(RUNS)]
    assigned.controller.end()
    return told


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--turns", type=int, default=5_000)
    many = parser.parse_args().turns
    from ui.application import make_application

    application = make_application(["thb-desktop"])
    with tempfile.TemporaryDirectory() as place:
        counts = sorted({FEW, min(1_000, many), many})
        told = {count: measure(application, Path(place), count) for count in counts}
    for name, title, goal in (
        ("open", "the job is read and painted", "2,000 ms"),
        ("stood", "the longest standstill of the window meanwhile, without waits for a processor", "100 ms"),
        ("spent", "the longest standstill, in milliseconds of processor of the window", "100 ms"),
        ("key", "a key in the editor is painted", "16 ms"),
        ("write", "one more version, in milliseconds of processor", "1.2 times that in ten turns"),
        ("note", "a note, in milliseconds of processor", "1.2 times that in ten turns"),
    ):
        peer = Series(name=f"{FEW} turns", unit="ms", values=told[FEW][name])
        for count in sorted(told)[1:]:
            show(title, peer, Series(name=f"{count:,} turns", unit="ms", values=told[count][name]), goal=goal)


if __name__ == "__main__":
    main()
