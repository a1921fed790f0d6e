"""A job of 1,000 and of 5,000 turns: opening, a jump, a key, a version, what is proposed beside a turn.

The peer of each act is the same act in a job of ten turns. `python benchmarks/language.py --turns 500` is a
shorter run.
"""

import argparse
import os
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.garbage import collect_seldom

collect_seldom()  # as the program does

from _large_vault import PASSPHRASE, environment_of
from _table import Series, show
from _watch import Watch
from desk import TOLD, Desk, vault_with
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

RUNS = 10
FEW, SOME = 10, 1_000
SIDE = 3
"""The column of the versions."""


def open_jobs(folder: Path) -> None:
    """Open a job on each record, and write a version of every turn."""
    from thb_desktop.domain.actions import VaultAction
    from thb_desktop.domain.ids import RowId
    from thb_desktop.domain.language_work import RenderingVersion
    from thb_desktop.domain.text_digest import digest_of
    from thb_desktop.domain.vocabulary import TranslationType
    from thb_desktop.services.case_file import cases
    from thb_desktop.services.language import jobs
    from thb_desktop.services.office import vaults
    from thb_desktop.services.persons import people
    from thb_desktop.services.testimony import interviews

    session = vaults.unlock_vault(
        folder, passphrase=bytearray(PASSPHRASE.encode()), environment=environment_of(2)
    )
    with closing(session):
        case = cases.list_cases(session)[0].case
        linguist = people.list_interpreters(session, case.id)[0]
        for held in interviews.list_interviews(session, case.id):
            if not held.interview.number.startswith("I-") or held.interview.is_signed:
                continue
            job = jobs.open_job(
                session,
                jobs.NewJob(
                    interview_id=held.interview.id,
                    target_language="fr",
                    linguist_id=linguist.id,
                    translation_type=TranslationType.WORKING_TRANSLATION,
                    purpose="for the court",
                ),
            )
            if not (sources := jobs.get_job(session, job.id).sources):
                continue
            with session.work() as work:
                for number, (segment, text) in enumerate(sources.items()):
                    work.save(
                        RenderingVersion(
                            id=RowId(work.new_id()),
                            job_id=job.id,
                            segment_id=segment,
                            number=1,
                            text=f"{TOLD} ({number})",
                            source_digest=digest_of(text),
                            author_id=linguist.id,
                            typed_by=session.user.id,
                            typed_at=work.at,
                        )
                    )
                work.record(job.id, VaultAction.VERSION_WRITTEN)


class JobDesk(Desk):
    """The page for language work on that vault."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.window.go(7)
        self.rest()
        self.page: Any = self.window.pages[7]
        self.watch = Watch()

    def open_job(self, count: int) -> tuple[float, float, float]:
        """Return the milliseconds until a job is shown, and the longest standstill of the window by then,
        by the clock and in processor time.
        """
        page = self.page
        page.model.leave_job()
        page.jobs_model.list_jobs()
        self.rest()
        number = page.panel.rows.row_of(lambda each: each.record == f"I-{count}")
        page.panel.table.choose_row(number)
        self.watch.begin()
        begun = time.perf_counter()
        page.open_job(page.panel.chosen().job.id)
        self.until(lambda: page.model.found is not None)
        page.job.table.viewport().grab()
        taken = 1000 * (time.perf_counter() - begun)
        self.rest()
        block = self.watch.end()
        return taken, block.held, block.spent

    def jump(self) -> float:
        table = self.page.job.table
        rows = table.model().rowCount()
        begun = time.perf_counter()
        table.setCurrentIndex(table.model().index(rows // 3, SIDE))
        self.application.processEvents()
        table.viewport().grab()
        taken = 1000 * (time.perf_counter() - begun)
        table.setCurrentIndex(table.model().index(0, SIDE))
        self.application.processEvents()
        return taken

    def type_key(self) -> float:
        """Return the milliseconds from a key in the editor until it is painted."""
        from ui.transcript.rows import At

        table = self.page.job.table
        if table.delegate.editor is None:
            table.edit_side(0, At.RIGHT)
            self.rest()
        editor = table.delegate.editor
        begun = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_A)
        self.application.processEvents()
        editor.grab()
        return 1000 * (time.perf_counter() - begun)

    def type_keys(self) -> float:
        """Return the milliseconds of processor that a key takes, in all threads."""
        self.rest()
        begun = time.process_time()
        for _ in range(RUNS):
            self.type_key()
        return 1000 * (time.process_time() - begun) / RUNS

    def write(self) -> float:
        """Return the milliseconds of processor that one more version takes, in all threads."""
        from ui.transcript.rows import At

        page = self.page
        page.job.table.edit_side(0, At.RIGHT)
        page.job.table.delegate.editor.insertPlainText("x")
        self.rest()
        begun = time.process_time()
        page.job.write()
        self.rest()
        page.job.table.viewport().grab()
        return 1000 * (time.process_time() - begun)

    def propose(self) -> float:
        """Return the milliseconds until memory and glossary answered about a turn."""
        found: list[object] = []
        beside = self.page.job.side.beside
        beside.found.connect(found.append)
        begun = time.perf_counter()
        self.page.job.table.setCurrentIndex(self.page.job.table.model().index(1, SIDE))
        self.page.job.table.setCurrentIndex(self.page.job.table.model().index(0, SIDE))
        self.until(lambda: bool(found))
        beside.found.disconnect(found.append)
        return 1000 * (time.perf_counter() - begun)


def measure_job(desk: JobDesk, count: int) -> dict[str, list[float]]:
    opened = [desk.open_job(count) for _ in range(3)]
    told = {"open": [taken for taken, _, _ in opened], "stood": [held for _, held, _ in opened]}
    told["spent"] = [spent for _, _, spent in opened]
    told["propose"] = [desk.propose() for _ in range(3)]
    told["jump"] = [desk.jump() for _ in range(RUNS)]
    told["key"] = [desk.type_key() for _ in range(RUNS)]
    told["keys"] = [desk.type_keys() for _ in range(3)]
    desk.page.job.table.end_editing()
    desk.page.model.discard(0)
    desk.rest()
    told["write"] = [desk.write() for _ in range(RUNS)]
    desk.page.job.back_button.click()
    desk.rest()
    return told


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--turns", type=int, default=5_000)
    many = parser.parse_args().turns
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        counts = sorted({FEW, min(SOME, many), many})
        vault_with(folder, tuple(counts))
        open_jobs(folder)
        desk = JobDesk(folder)
        told = {count: measure_job(desk, count) for count in counts}
        desk.controller.end()
    for name, title, goal in (
        ("open", "a job is opened and painted", "2,000 ms"),
        ("stood", "the longest standstill of the window meanwhile, without waits for a processor", "100 ms"),
        ("spent", "the longest standstill, in milliseconds of processor of the window", "100 ms"),
        ("jump", "a jump to another turn is painted", "50 ms"),
        ("key", "a key in the editor is painted", "16 ms"),
        ("keys", "a key, in milliseconds of processor", "16 ms"),
        ("write", "one more version, in milliseconds of processor", "the same as in ten turns"),
        ("propose", "memory and glossary answer", "1,000 ms"),
    ):
        peer = Series(name=f"{FEW} turns", unit="ms", values=told[FEW][name])
        for count in counts[1:]:
            other = Series(name=f"{count:,} turns", unit="ms", values=told[count][name])
            show(title, peer, other, goal=goal)


if __name__ == "__main__":
    main()
