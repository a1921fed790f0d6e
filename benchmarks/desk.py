"""The desk with a record of 5,000 turns: opening, scrolling, a key, one more turn, the kept draft, and a
correction while it is read back.

The peer of each act is the same act in a record of ten turns. `python benchmarks/desk.py --turns 500` is a
shorter run.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.garbage import collect_seldom

collect_seldom()  # as the program does

from _large_vault import PASSPHRASE, environment_of
from _table import Series, show
from _watch import Watch
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

RUNS = 20
FEW = 10
CORRECTIONS = 8
SAID = ("Wat gebeurde er daarna, en wie was daarbij?", "في الشهر الثاني رفع الإيجار إلى 700 يورو.")
TOLD = "De tweede maand verhoogde hij de huur tot 700 euro. Hij zei dat zijn vriendin Sorina werk had."


def vault_with(folder: Path, counts: tuple[int, ...]) -> None:
    """Make a vault whose case has a draft of so many turns for each count."""
    from tests.support.controllers import add_draft
    from thb_desktop.domain import vocabulary as v
    from thb_desktop.domain.actions import VaultAction
    from thb_desktop.domain.ids import RowId, SegmentId
    from thb_desktop.domain.segment import Rendering, Segment
    from thb_desktop.services.office import vaults
    from thb_desktop.services.samples import load_sample_case
    from thb_desktop.services.testimony import interviews

    session = vaults.create_vault(
        folder,
        office="Cabinet 0",
        user_name="Claire Delvaux",
        role=v.UserRole.INVESTIGATING_JUDGE,
        passphrase=bytearray(PASSPHRASE.encode()),
        environment=environment_of(2),
    ).session
    case = load_sample_case(session, "schelde")
    first = add_draft(session, case, ())
    for count in counts:
        held = interviews.hold_interview(session, replace(first, number=f"I-{count}", record_salt=""))
        with session.work() as work:
            for number in range(count):
                asks = number % 2 == 0
                segment = Segment(
                    id=SegmentId(work.new_id()),
                    interview_id=held.id,
                    position=str(number + 1).zfill(6),
                    speaker=v.SpeakerRole.INTERVIEWER if asks else v.SpeakerRole.PERSON_HEARD,
                    kind=v.UtteranceKind.QUESTION if asks else v.UtteranceKind.ANSWER,
                    language="nl" if asks else "ar",
                    source_text=SAID[number % 2],
                    capture=v.SourceCapture.TYPED_LIVE,
                    at=work.at,
                )
                rendering = Rendering(
                    id=RowId(work.new_id()),
                    segment_id=segment.id,
                    language="ar" if asks else "nl",
                    kind=v.RenderingKind.RENDITION,
                    state=v.RenderingState.DRAFT,
                    text=SAID[1] if asks else TOLD,
                    source_digest=segment.source_digest,
                    typed_by=session.user.id,
                    typed_at=work.at,
                )
                work.save(segment, rendering)
            work.record(held.id, VaultAction.SEGMENT_ADDED)
    session.close()


class Desk:
    """The window on that vault, and a clock."""

    def __init__(self, folder: Path) -> None:
        from ui.application import AppController, make_application
        from ui.main_window import MainWindow
        from ui.settings import Settings

        self.application = make_application(["thb-desktop"])
        self.controller = AppController(self.application, lambda: environment_of(2))
        self.controller.replace_process = lambda _: None
        self.controller.settings = Settings(idle=100_000)
        checked: list[object] = []
        self.controller.jobs.checked.connect(checked.append)
        self.controller.start(folder)
        start = cast(Any, self.controller.window)
        start.unlock.passphrase.setText(PASSPHRASE)
        start.unlock.unlock_button.click()
        self.until(lambda: isinstance(self.controller.window, MainWindow))
        self.window = cast(Any, self.controller.window)
        self.window.resize(1366, 728)
        self.rest()
        self.window.go(1)
        self.rest()
        self.view = self.window.interviews
        self.watch = Watch()
        self.refusals: list[str] = []
        self.view.model.refused.connect(self.refusals.append)
        self.view.model.refused_at.connect(lambda _, sentence: self.refusals.append(sentence))
        # The complete check of the unlock, which would take part of each figure.
        at_once = partial(self.controller.jobs.run, self.window, lambda session: session.check is None)
        at_once(then=lambda has_ended: checked.append(None) if has_ended else None)
        self.until(lambda: bool(checked))
        self.rest()

    def until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(self) -> None:
        for _ in range(3):
            self.until(lambda: not self.controller.jobs.is_busy)
            self.application.processEvents()

    def open(self, count: int) -> tuple[float, float]:
        """Return the milliseconds until a record is shown, and those of processor in all threads."""
        begun, used = time.perf_counter(), time.process_time()
        number = self.view.rows.row_of(lambda found: found.interview.number == f"I-{count}")
        self.view.list.choose_row(number)
        self.rest()
        self.view.record.table.viewport().grab()
        return 1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - used)

    def scroll(self) -> float:
        """Return the milliseconds that a jump to another place takes until it is painted."""
        table = self.view.record.table
        rows = table.model().rowCount()
        begun = time.perf_counter()
        table.scrollTo(table.model().index(rows // 3, 1))
        self.application.processEvents()
        table.viewport().grab()
        taken = 1000 * (time.perf_counter() - begun)
        table.scrollToBottom()
        self.application.processEvents()
        return taken

    def key(self) -> float:
        """Return the milliseconds from a key in the entry row until it is painted."""
        field = self.view.record.entry.fields[-1]
        field.setFocus()
        begun = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_A)
        self.application.processEvents()
        field.grab()
        return 1000 * (time.perf_counter() - begun)

    def add(self) -> float:
        """Return the milliseconds of processor that one more turn takes, in all threads."""
        row = self.view.record.entry
        row.take_focus()
        self.rest()
        for field in row.fields:  # the original too: a record that lacks it is not read back
            field.insertPlainText(TOLD)
        self.rest()
        begun = time.process_time()
        QTest.keyClick(row.fields[-1], Qt.Key.Key_Return)
        self.rest()
        self.view.record.table.viewport().grab()
        return 1000 * (time.process_time() - begun)

    def keep(self) -> float:
        """Return the milliseconds from a key until it is in the vault."""
        kept: list[object] = []
        desk = self.view.model.desk
        desk.kept.connect(kept.append)
        field = self.view.record.entry.fields[-1]
        begun = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_B)
        self.until(lambda: bool(kept))
        desk.kept.disconnect(kept.append)
        return 1000 * (time.perf_counter() - begun)

    def begin_reading(self) -> None:
        """Read the open record back."""
        from thb_desktop.domain import vocabulary as v
        from thb_desktop.services.testimony.read_back import ReadBack

        outcome = ReadBack(
            readback_mode=v.ReadbackMode.SIGHT_TRANSLATED_BY_INTERPRETER,
            readback_language="ar",
            confirmation=v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS,
            complaint_made=False,
            copy_given=v.CopyGiven.NO_SAFETY_REASON,
        )
        self.view.model.read_back(outcome)
        self.rest()
        if self.refusals:
            sys.exit(self.refusals[-1])

    def correct(self, number: int) -> tuple[float, float, float, float]:
        """Return the milliseconds until a correction stands in the table, until the closing list is as it
        then is, and the longest time in which the window answered nothing: by the clock, and in processor
        time.
        """
        from thb_desktop.domain import vocabulary as v
        from thb_desktop.domain.ids import RowId
        from thb_desktop.domain.interview import ReadBackCorrection
        from ui.interviews.reading.model import CORRECTION

        model = self.view.model
        turn = model.segments.rows[number].segment
        wanted = ReadBackCorrection(
            id=RowId(""),
            interview_id=turn.interview_id,
            segment_id=turn.id,
            language=turn.language,
            before=turn.source_text or "",
            after=f"{TOLD} {number}",
            reason=v.CorrectionReason.TYPING,
            requested_by=v.SignerRole.PERSON_HEARD,
        )
        seen: list[float] = []
        checked: list[float] = []

        def note(_: object) -> None:
            checked.append(time.perf_counter())

        model.reading.checked.connect(note)
        self.watch.begin()
        begun = time.perf_counter()
        model.correct([wanted], form=CORRECTION, then=lambda: seen.append(time.perf_counter()))
        while not (seen and checked):
            if self.refusals:
                sys.exit(self.refusals[-1])
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        model.reading.checked.disconnect(note)
        self.rest()
        block = self.watch.end()
        return 1000 * (seen[0] - begun), 1000 * (checked[-1] - begun), block.held, block.spent

    def clear(self) -> None:
        for field in self.view.record.entry.fields:
            field.clear()
        self.view.model.desk.keep_drafts()
        self.rest()


def measure(desk: Desk, count: int, runs: int) -> dict[str, list[float]]:
    opened = []
    for _ in range(3):
        desk.open(FEW if count != FEW else 1)
        opened.append(desk.open(count))
    told = {"open": [wall for wall, _ in opened], "open_used": [used for _, used in opened]}
    for name, act in (("scroll", desk.scroll), ("key", desk.key), ("keep", desk.keep)):
        told[name] = [act() for _ in range(runs)]
    desk.clear()
    told["add"] = [desk.add() for _ in range(runs)]
    desk.begin_reading()
    corrected = [desk.correct(number) for number in range(CORRECTIONS)]
    for at, name in enumerate(("corrected", "checked", "still", "spent")):
        told[name] = [each[at] for each in corrected]
    return told


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--turns", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    many = given.turns
    between = min(2_000, many)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        vault_with(folder, tuple(dict.fromkeys((1, FEW, between, many))))
        desk = Desk(folder)
        told = {count: measure(desk, count, given.runs) for count in dict.fromkeys((FEW, between, many))}
        desk.controller.end()
    for name, title, goal in (
        ("open", "a record is opened and painted", "500 ms"),
        ("open_used", "the same, in milliseconds of processor", "450 ms"),
        ("scroll", "a jump to another place is painted", "50 ms"),
        ("key", "a key in the entry row is painted", "16 ms"),
        ("add", "one more turn, in milliseconds of processor", "the same as turn 10"),
        ("keep", "a key is kept in the vault", "2,000 ms"),
        ("corrected", "a correction stands in the table", "500 ms"),
        ("checked", "the closing list is as it is after a correction", "it delays nothing"),
        (
            "still",
            "the longest standstill after a correction and its closing list, without waits for a processor",
            "100 ms",
        ),
        ("spent", "the longest standstill, in milliseconds of processor of the window", "100 ms"),
    ):
        peer = Series(name=f"{FEW} turns", unit="ms", values=told[FEW][name])
        others = [
            Series(name=f"{count:,} turns", unit="ms", values=values[name])
            for count, values in told.items()
            if count != FEW
        ]
        show(title, peer, *others, goal=goal)


if __name__ == "__main__":
    main()
