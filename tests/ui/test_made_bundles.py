"""A bundle that was signed before is opened again, and goes into a package as just after it was signed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.controllers import settle
from tests.ui.test_encrypting import opened, result  # noqa: F401 - a fixture
from tests.ui.test_export import export_page
from ui.application import AppController
from ui.export.made_dialog import MadeDialog
from ui.export.package_dialogs import PackageDialog
from ui.export.view import ExportView
from ui.widgets import choose


@pytest.fixture
def later(desk: AppController, qtbot: QtBot, result: tuple[ExportView, Path]) -> tuple[ExportView, Path]:  # noqa: F811 - a fixture
    """The page once another case was shown: nothing of what was signed is on it."""
    view, file = result
    view.show_case(view.model.case)
    settle(desk, qtbot)
    assert view.right.currentWidget() is view.empty
    return view, file


def made(desk: AppController, qtbot: QtBot, view: ExportView) -> MadeDialog:
    qtbot.keyClick(view.made_button, Qt.Key.Key_Space)
    dialog = opened(qtbot, view, MadeDialog)
    settle(desk, qtbot)
    return dialog


def test_it_is_listed_and_its_file_leads_to_all_that_can_be_done_with_it(
    desk: AppController, qtbot: QtBot, later: tuple[ExportView, Path], monkeypatch: pytest.MonkeyPatch
):
    view, file = later
    dialog = made(desk, qtbot, view)
    (bundle,) = dialog.rows.rows
    monkeypatch.setattr(choose, "choose_file", lambda *_: file)

    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(desk, qtbot)

    assert view.right.currentWidget() is view.shown.result_area
    assert bundle.number in view.result.heading.text()
    assert view.result.package_button.isEnabled()
    qtbot.keyClick(view.result.package_button, Qt.Key.Key_Space)
    assert opened(qtbot, view, PackageDialog)


def test_a_file_that_is_no_bundle_of_this_case_is_refused_and_the_list_stays(
    desk: AppController,
    qtbot: QtBot,
    later: tuple[ExportView, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    view, file = later
    dialog = made(desk, qtbot, view)
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(file.read_bytes() + b"\n")
    monkeypatch.setattr(choose, "choose_file", lambda *_: changed)

    qtbot.keyClick(dialog.main_button, Qt.Key.Key_Space)
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert "not a bundle that this vault made" in dialog.notice.sentence.text()
    assert view.right.currentWidget() is view.empty


def test_a_case_without_a_signed_bundle_says_so(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = export_page(desk, qtbot, vault)

    dialog = made(desk, qtbot, view)

    assert dialog.rows.rows == ()
    assert not dialog.main_button.isEnabled()
