"""Where the files of an exhibit come from: runs, what they were compared with, and paths in the source."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle
from tests.ui.test_exhibits import exhibits_page
from thb_desktop.domain.digest_lists import DigestList
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.vocabulary import NotCompared
from ui.application import AppController
from ui.exhibits.sources import LISTS, SourcesDialog
from ui.widgets import choose


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    folder = tmp_path / "phone"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.jpg").write_bytes(b"%d" % number)
    (folder / "link").symlink_to("0.jpg")
    return folder


def test_runs_are_shown_with_what_was_not_taken_and_each_path(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, phone: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([phone])
    settle(desk, qtbot)
    open_dialog(application, qtbot).accept()

    view.card.sources_button.click()
    settle(desk, qtbot)

    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SourcesDialog)
    (run,) = dialog.runs.rows
    assert (run.taken, run.given) == (3, ("phone",))
    assert dialog.left.rows == (("phone/link", "A link to something else"),)
    assert [each.path for each in dialog.places.rows] == [f"phone/{number}.jpg" for number in range(3)]
    assert dialog.lists.rows == ()


def test_an_exhibit_without_a_run_is_not_said_to_be_taken_whole_or_to_agree_with_a_list(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)

    view.card.sources_button.click()
    settle(desk, qtbot)

    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SourcesDialog)
    assert dialog.runs.rows == ()
    assert dialog.left_table.hint == "Nothing was added in a run yet."
    assert dialog.difference_table.hint == "No run was compared with a list of digests."


@pytest.mark.parametrize(
    ("is_whole", "told"),
    [
        (True, "Everything was taken."),
        (False, "The run was stopped. Until then, nothing was left out."),
    ],
)
def test_only_a_run_that_came_to_its_end_is_said_to_have_taken_everything(
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    vault: Path,
    *,
    phone: Path,
    is_whole: bool,
    told: str,
):
    _, view = exhibits_page(desk, qtbot, vault)
    (phone / "link").unlink()
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([phone])
    settle(desk, qtbot)
    view.card.sources_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SourcesDialog)
    (run,) = dialog.runs.rows

    dialog.runs.show_rows([replace(run, is_whole=is_whole)])
    dialog.run_table.choose_row(0)

    assert dialog.left_table.hint == told


def test_a_folder_is_added_with_its_list_and_what_differs_is_shown(
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    vault: Path,
    *,
    phone: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    _, view = exhibits_page(desk, qtbot, vault)
    (phone / "link").unlink()
    stated, right = "0" * 64, hashlib.sha256(b"1").hexdigest()
    listed = tmp_path / "SHA256SUMS"
    listed.write_text(f"{stated}  0.jpg\n{right}  1.jpg\n{right}  9.jpg\n", "utf-8")
    monkeypatch.setattr(choose, "choose_files", lambda *_: [listed])
    monkeypatch.setattr(choose, "choose_folder", lambda *_: phone)
    view.card.sources_button.click()
    settle(desk, qtbot)
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        open_dialog(application, qtbot).add_button.click()  # type: ignore[attr-defined]  # of this dialog
    settle(desk, qtbot)

    dialog = open_dialog(application, qtbot)

    assert isinstance(dialog, SourcesDialog)
    assert dialog.tabs.currentIndex() == LISTS
    (told,) = dialog.lists.rows
    assert (told.name, told.named, told.agree) == ("SHA256SUMS", 3, 1)
    zero = hashlib.sha256(b"0").hexdigest()
    differs, absent, unnamed = dialog.differences.rows
    assert differs[0] == "phone/0.jpg"
    assert all(each in differs[1] for each in ("SHA256", stated, zero))
    assert absent == ("9.jpg", "named, and not there")
    assert unnamed == ("phone/2.jpg", "not named in the list")


def test_a_list_that_cannot_be_read_is_refused_in_words(
    desk: AppController, qtbot: QtBot, vault: Path, phone: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    (tmp_path / "letter").write_text("Dear colleague", "utf-8")

    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([phone], [tmp_path / "letter"])
    settle(desk, qtbot)

    assert view.notice.sentence.text().startswith("The list of digests cannot be read")
    assert view.model.exhibit is not None


def test_a_capture_that_was_not_compared_says_why_and_counts_nothing(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    view.card.sources_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SourcesDialog)
    key = view.model.exhibit.exhibit.id
    told = DigestList(
        id=RowId("1"),
        run_id=RowId(key),
        exhibit_id=key,
        name="ads.wacz",
        sha256="0" * 64,
        named=0,
        agree=0,
        differ=(),
        missing=(),
        unnamed=(),
        not_compared=(),
        by=AgentId("1"),
        at=datetime(2026, 11, 30, tzinfo=UTC),
        because=NotCompared.TOO_LARGE,
    )

    dialog._show((), (told,))

    hint = "The capture was not compared with what it states: what is in it is larger than what is read."
    assert dialog.difference_table.hint == hint
    assert [each.read(told) for each in dialog.lists.columns[2:]] == ["", "", "", "", "all of it", ""]
