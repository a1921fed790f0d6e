"""Long work goes on beside the vault's thread: what is typed meanwhile is kept, and the lock waits for it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import FileIO
from pathlib import Path
from threading import Event, Timer, current_thread
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support.controllers import environment, reopen, settle, unlock
from tests.support.vaults import passphrase
from tests.ui.test_export import export_page, prepare
from thb_desktop.domain.case import CaseFile
from thb_desktop.errors import AlreadyExistsError, CancelledError
from thb_desktop.findings import Standing, verdict
from thb_desktop.report.bundle import compose_bundle
from thb_desktop.report.pades import sign
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import drafts
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile
from thb_desktop.services.keeping import health, restoring
from thb_desktop.vault import batch, content
from thb_desktop.vault.backup import copying
from thb_desktop.vault.sources import Source, open_source
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.exhibits.view import ExhibitsView
from ui.jobs import InVault
from ui.main_window import MainWindow
from ui.messages import sentence
from ui.text import isolate

FOUR_GIBIBYTES = 4 << 30


class Held:
    """Something that takes as long as it is held: it says that it was reached, and goes on once let go."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.reached, self.let_go = Event(), Event()
        self._patch = patch

    def hold(self, name: str, real: Callable[..., Any]) -> None:
        """Hold each call of this function, then let it do what it does."""

        def held(*args: Any, **kwargs: Any) -> Any:
            self.reached.set()
            assert self.let_go.wait(60)
            return real(*args, **kwargs)

        self._patch.setattr(f"thb_desktop.{name}", held)


class StuckMedium:
    """A medium from which nothing comes until it is let go."""

    def __init__(self) -> None:
        self.reached, self.let_go = Event(), Event()

    @contextmanager
    def open(self, path: Path) -> Iterator[Source]:
        with open_source(path) as source:
            yield replace(source, file=_Slow(source.file, self))


class _Slow:
    def __init__(self, file: FileIO, medium: StuckMedium) -> None:
        self._file, self._medium = file, medium

    def readinto(self, buffer: memoryview) -> int | None:
        self._medium.reached.set()
        assert self._medium.let_go.wait(60)
        return self._file.readinto(buffer)

    def fileno(self) -> int:
        return self._file.fileno()

    def tell(self) -> int:
        return self._file.tell()


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[StuckMedium]:
    medium = StuckMedium()
    monkeypatch.setattr(batch, "open_source", medium.open)
    yield medium
    medium.let_go.set()


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    """A file of 4 GiB that takes no room itself; a smaller one where the disk has none."""
    path = tmp_path / "image.dd"
    with path.open("wb") as file:
        room = shutil.disk_usage(tmp_path).free > 2 * FOUR_GIBIBYTES
        file.truncate(FOUR_GIBIBYTES if room else 64 << 20)
    return path


def exhibits_of(desk: AppController, qtbot: QtBot, vault: Path) -> ExhibitsView:
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    return window.exhibits


def test_a_draft_is_kept_within_a_second_while_a_long_intake_waits_for_its_medium(
    desk: AppController, qtbot: QtBot, vault: Path, stuck: StuckMedium, evidence: Path
):
    view = exhibits_of(desk, qtbot, vault)
    view.model.add_files([evidence])
    qtbot.waitUntil(stuck.reached.is_set)
    draft = view.model.draft("new-case")
    taken = []

    for number in range(5):
        begun = monotonic()
        with qtbot.waitSignal(draft.kept, timeout=30_000):
            draft.keep({"title": f"Dossier {number}"})
        taken.append(monotonic() - begun)

    assert view.progress.isVisible()
    assert not stuck.let_go.is_set()
    assert min(taken) < 1
    view.model.stop()
    stuck.let_go.set()
    settle(desk, qtbot)
    desk.end()
    session = reopen(vault)
    kept = drafts.find_form(session, "new-case", "")
    session.close()
    assert kept == {"title": "Dossier 4"}


def test_a_stopped_intake_leaves_nothing_behind_and_another_goes_on(
    desk: AppController, qtbot: QtBot, vault: Path, stuck: StuckMedium, evidence: Path
):
    view = exhibits_of(desk, qtbot, vault)
    objects = {path.name for path in (vault / "content").rglob("*") if path.is_file()}
    view.model.add_files([evidence])
    qtbot.waitUntil(stuck.reached.is_set)
    view.model.stop()
    stuck.let_go.set()
    settle(desk, qtbot)
    stopped = {path.name for path in (vault / "content").rglob("*") if path.is_file()}
    small = evidence.with_name("note.txt")
    small.write_text("a note", "utf-8")

    view.model.add_files([small])
    settle(desk, qtbot)

    assert stopped == objects
    assert view.model.exhibit is not None
    assert "note.txt" in [file.name for file in view.model.exhibit.files]


def two_files(folder: Path) -> list[Path]:
    files = [folder / "first.bin", folder / "second.bin"]
    for file in files:
        file.write_bytes(file.name.encode())
    return files


def test_files_go_to_the_exhibit_they_were_chosen_for_whichever_is_shown_meanwhile(
    desk: AppController, qtbot: QtBot, vault: Path, stuck: StuckMedium, tmp_path: Path
):
    view = exhibits_of(desk, qtbot, vault)
    view.table.choose_row(0)
    settle(desk, qtbot)
    assert view.model.exhibit is not None
    chosen = view.model.exhibit.exhibit
    view.model.add_files(two_files(tmp_path))
    qtbot.waitUntil(stuck.reached.is_set)

    view.table.choose_row(1)
    qtbot.waitUntil(lambda: view.model.exhibit is not None and view.model.exhibit.exhibit != chosen)
    shown = view.model.exhibit.exhibit
    stuck.let_go.set()
    settle(desk, qtbot)
    desk.end()

    session = reopen(vault)
    names = {
        each.id: [file.name for file in exhibits.get_exhibit(session, each.id).files]
        for each in (chosen, shown)
    }
    session.close()
    assert {"first.bin", "second.bin"} <= set(names[chosen.id])
    assert "second.bin" not in names[shown.id]


def test_no_file_is_dropped_when_the_case_is_shown_again_during_an_intake(
    desk: AppController, qtbot: QtBot, vault: Path, stuck: StuckMedium, tmp_path: Path
):
    view = exhibits_of(desk, qtbot, vault)
    view.model.add_files(two_files(tmp_path))
    qtbot.waitUntil(stuck.reached.is_set)

    view.show_case(view.model.case)
    stuck.let_go.set()
    with qtbot.waitSignal(view.model.intake_ended, timeout=20_000) as ended:
        pass

    assert ended.args == [2]


def test_a_stopped_intake_says_how_many_files_were_added(
    desk: AppController, qtbot: QtBot, vault: Path, stuck: StuckMedium, tmp_path: Path
):
    view = exhibits_of(desk, qtbot, vault)
    view.model.add_files(two_files(tmp_path))
    qtbot.waitUntil(stuck.reached.is_set)

    view.model.stop()
    stuck.let_go.set()
    settle(desk, qtbot)

    assert view.notice.sentence.text() == (
        f"{sentence(CancelledError(''))} {isolate('0')} of {isolate('2')} files were added."
    )


def test_an_intake_stopped_behind_its_first_file_says_that_this_stays(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    view = exhibits_of(desk, qtbot, vault)
    stuck = StuckMedium()
    opened = 0

    @contextmanager
    def slow_from_the_second(path: Path) -> Iterator[Source]:
        nonlocal opened
        opened += 1
        with stuck.open(path) if opened > 1 else open_source(path) as source:
            yield source

    monkeypatch.setattr(batch, "open_source", slow_from_the_second)
    view.model.add_files(two_files(tmp_path))
    qtbot.waitUntil(stuck.reached.is_set)

    view.model.stop()
    stuck.let_go.set()
    settle(desk, qtbot)

    assert view.notice.sentence.text() == (
        f"Stopped. What was added before stays. {isolate('1')} of {isolate('2')} files were added."
    )


def test_a_check_that_is_asked_for_during_an_intake_is_refused_in_a_sentence(
    desk: AppController, qtbot: QtBot, vault: Path, stuck: StuckMedium, tmp_path: Path
):
    view = exhibits_of(desk, qtbot, vault)
    first = view.rows.row_of(lambda found: bool(found.files))
    view.table.choose_row(first)
    settle(desk, qtbot)
    assert view.model.exhibit is not None
    view.model.add_files(two_files(tmp_path))
    qtbot.waitUntil(stuck.reached.is_set)

    view.model.check(view.model.exhibit.files[0], "Routine")

    said = view.notice.sentence.text()
    stuck.let_go.set()
    settle(desk, qtbot)
    assert said == "Other files are being read. Please wait until that has ended."


def test_the_vault_is_locked_only_once_long_work_needs_its_keys_no_more(
    desk: AppController, qtbot: QtBot, vault: Path
):
    unlock(desk, qtbot, vault)
    order: list[str] = []
    begun, go_on = Event(), Event()

    def work(in_vault: InVault) -> None:
        keys = in_vault(lambda session: session.vault.content.key)
        begun.set()
        go_on.wait(30)
        order.append("still there" if any(keys) else "wiped")

    desk.jobs.beside(QObject(desk), work)
    qtbot.waitUntil(begun.is_set)
    Timer(0.3, go_on.set).start()
    desk.jobs.close()

    assert order == ["still there"]


def test_pieces_of_long_work_run_on_the_vaults_thread_and_a_refusal_reaches_who_asked(
    desk: AppController, qtbot: QtBot, vault: Path
):
    unlock(desk, qtbot, vault)
    threads: list[str] = []
    refused: list[str] = []

    def work(in_vault: InVault) -> None:
        threads.append(current_thread().name)
        in_vault(lambda _: threads.append(current_thread().name))
        raise CancelledError("stopped")

    desk.jobs.beside(desk, work, refused=lambda error: refused.append(error.code))
    settle(desk, qtbot)

    assert threads == ["beside_0", "vault_0"]
    assert refused == [CancelledError.code]


def test_a_file_of_the_same_name_that_came_in_meanwhile_is_not_recorded_twice(vault: Path):
    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    exhibit = next(found.exhibit for found in exhibits.list_exhibits(session, case.id) if found.files)
    twice = [NewFile(source=vault / "note", name="twice.txt", media_type="text/plain")]
    (vault / "note").write_bytes(b"a note")
    place = exhibit_files.place_for_files(session, exhibit.id, twice)
    with place.batch() as batch:
        stored = exhibit_files.store_files(batch, twice)
    exhibit_files.add_files(session, exhibit.id, twice)

    with pytest.raises(AlreadyExistsError):
        exhibit_files.record_files(session, exhibit.id, twice, stored, batch)

    assert stored[0].object_id not in set(place.object_ids())
    session.close()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held = Held(monkeypatch)
    yield held
    held.let_go.set()


def keep_meanwhile(desk: AppController, qtbot: QtBot, held: Held) -> dict[str, str]:
    """Keep drafts and open a case while long work is held; the last draft. At best in less than a second."""
    qtbot.waitUntil(held.reached.is_set, timeout=60_000)
    assert isinstance(desk.window, MainWindow)
    model = desk.window.cases.model
    draft = model.draft("new-case")
    taken = []
    for number in range(5):
        begun = monotonic()
        with qtbot.waitSignal(draft.kept, timeout=30_000):
            draft.keep({"title": f"Dossier {number}"})
        taken.append(monotonic() - begun)
    opened: list[str] = []
    known = first_case_of(desk, qtbot, model)
    model.jobs.run(
        model,
        lambda session: cases.open_case(session, replace(known, reference="2026/77")),
        then=lambda case: opened.append(case.reference),
    )
    qtbot.waitUntil(lambda: opened == ["2026/77"], timeout=30_000)
    assert not held.let_go.is_set()
    assert min(taken) < 1
    held.let_go.set()
    return {"title": "Dossier 4"}


def first_case_of(desk: AppController, qtbot: QtBot, owner: QObject) -> CaseFile:
    found: list[CaseFile] = []
    desk.jobs.run(owner, lambda session: cases.list_cases(session)[0].case, then=found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    return found[0]


def test_a_draft_and_a_change_are_kept_while_the_health_check_reads_a_slow_medium(
    desk: AppController, qtbot: QtBot, vault: Path, held: Held
):
    window = unlock(desk, qtbot, vault)
    held.hold("vault.content.open_file", content.open_file)
    with qtbot.waitSignal(window.health.model.checked, timeout=60_000) as told:
        window.health.model.check()
        kept = keep_meanwhile(desk, qtbot, held)
    desk.end()

    report = told.args[0]
    assert {each.code for each in report.findings if each.standing is Standing.BROKEN} == set()
    assert report.files_checked > 10
    session = reopen(vault)
    assert drafts.find_form(session, "new-case", "") == kept
    assert verdict(health.check_vault(session).findings) is Standing.HOLDS
    session.close()


def test_a_draft_and_a_change_are_kept_while_a_backup_is_written_and_the_backup_holds_them(
    desk: AppController,
    qtbot: QtBot,
    vault: Path,
    held: Held,
):
    window = unlock(desk, qtbot, vault)
    held.hold("vault.backup.copying.create_file", copying.create_file)
    model = window.office.backup.model
    with qtbot.waitSignal(model.made, timeout=60_000) as told:
        model.make(vault.parent / "stick", "Monday")
        kept = keep_meanwhile(desk, qtbot, held)
    settle(desk, qtbot)
    desk.end()

    assert verdict(told.args[0].findings) is not Standing.BROKEN
    restored = restoring.restore_vault(
        vault.parent / "stick",
        vault.parent / "back",
        passphrase=passphrase(),
        reason="The disk failed.",
        environment=environment(),
    ).session
    assert drafts.find_form(restored, "new-case", "") == kept
    assert "2026/77" in [each.case.reference for each in cases.list_cases(restored)]
    assert verdict(health.check_vault(restored).findings) is Standing.HOLDS
    restored.close()


def test_a_draft_and_a_change_are_kept_while_a_bundle_is_laid_out(
    desk: AppController, qtbot: QtBot, vault: Path, held: Held
):
    _, view = export_page(desk, qtbot, vault)
    held.hold("report.bundle.compose_bundle", compose_bundle)
    with qtbot.waitSignal(view.model.prepared, timeout=60_000) as told:
        view.prepare_button.click()
        kept = keep_meanwhile(desk, qtbot, held)
    settle(desk, qtbot)
    desk.end()

    assert told.args[1] > 5
    session = reopen(vault)
    assert drafts.find_form(session, "new-case", "") == kept
    session.close()


def test_the_lock_asks_about_a_bundle_under_way_and_stops_it(
    desk: AppController, qtbot: QtBot, vault: Path, held: Held
):
    _, view = export_page(desk, qtbot, vault)
    prepare(desk, qtbot, view)
    held.hold("services.bundling.bundles.sign", sign)
    target = vault.parent / "bundle.pdf"
    view.model.sign(target, "", "")
    qtbot.waitUntil(held.reached.is_set, timeout=60_000)
    asks = bool(desk.jobs.tasks)

    desk.jobs.stop_long_work()
    held.let_go.set()
    settle(desk, qtbot)

    assert asks
    assert not target.exists()
    assert view.notice.sentence.text() == sentence(CancelledError(""))
    assert not desk.jobs.tasks


def test_a_draft_and_a_change_are_kept_while_a_bundle_is_signed_and_the_file_holds(
    desk: AppController,
    qtbot: QtBot,
    vault: Path,
    held: Held,
):
    _, view = export_page(desk, qtbot, vault)
    prepare(desk, qtbot, view)
    held.hold("services.bundling.bundles.sign", sign)
    with qtbot.waitSignal(view.model.signed, timeout=60_000) as told:
        view.model.sign(vault.parent / "bundle.pdf", "", "")
        kept = keep_meanwhile(desk, qtbot, held)
    settle(desk, qtbot)
    desk.end()

    assert verdict(told.args[0].findings) is Standing.HOLDS
    session = reopen(vault)
    assert drafts.find_form(session, "new-case", "") == kept
    assert [each.sha256 for each in registry.BUNDLE.all(session.read)] == [told.args[0].bundle.sha256]
    session.close()
