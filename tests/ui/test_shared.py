"""What several sources share in the window: opened from Links, narrowed to a kind, and led to a source."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle
from tests.ui.test_links import PHONE, details, dialog, window
from thb_desktop.domain.identifier_kinds import IdentifierKind
from thb_desktop.domain.links import IDENTIFIER, Thing
from ui.application import AppController
from ui.cases.links import LinksDialog
from ui.cases.shared import SharedDialog

__all__ = ["details", "dialog", "window"]


@pytest.fixture
def shown(application: QApplication, desk: AppController, qtbot: QtBot, dialog: LinksDialog) -> SharedDialog:
    dialog.shared_button.click()
    found = open_dialog(application, qtbot)
    assert isinstance(found, SharedDialog)
    settle(desk, qtbot)
    return found


@pytest.fixture
def narrow(desk: AppController, qtbot: QtBot, shown: SharedDialog) -> Callable[[IdentifierKind], None]:
    def to(kind: IdentifierKind) -> None:
        shown.kind.setCurrentIndex(shown.kind.findData(kind.value))
        settle(desk, qtbot)

    return to


def test_what_is_shared_stands_with_its_sources_and_leads_to_one(
    shown: SharedDialog, narrow: Callable[[IdentifierKind], None], desk: AppController, qtbot: QtBot
):
    narrow(IdentifierKind.PHONE)
    shown.table.choose_row(shown.rows.row_of(lambda each: each.written == PHONE))
    settle(desk, qtbot)
    followed: list[tuple[str, str]] = []
    shown.wants.connect(lambda kind, key: followed.append((kind, key)))

    assert [each.number for each in shown.sources.rows] == ["LNK-1", "LNK-2"]
    assert shown.told.isHidden()
    shown.source_button.click()

    assert [kind for kind, _ in followed] == ["account"]


def test_a_kind_of_which_nothing_is_shared_says_so_and_offers_nothing(
    shown: SharedDialog, narrow: Callable[[IdentifierKind], None]
):
    narrow(IdentifierKind.IP)

    assert shown.rows.rowCount() == 0
    assert "Nothing occurs" in shown.table.hint
    for each in (shown.print_button, shown.links_button, shown.source_button):
        assert not each.isEnabled()


def test_it_is_printed(
    shown: SharedDialog, desk: AppController, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "shared.pdf"
    monkeypatch.setattr("ui.widgets.sheet_file.choose_target", lambda *_: target)

    shown.print_button.click()
    settle(desk, qtbot)

    assert target.read_bytes().startswith(b"%PDF")


def test_the_links_of_what_is_shared_are_drawn(
    application: QApplication,
    shown: SharedDialog,
    narrow: Callable[[IdentifierKind], None],
    desk: AppController,
    qtbot: QtBot,
):
    narrow(IdentifierKind.PHONE)
    shown.table.choose_row(shown.rows.row_of(lambda each: each.written == PHONE))

    shown.links_button.click()
    links = open_dialog(application, qtbot)
    settle(desk, qtbot)

    assert isinstance(links, LinksDialog)
    assert links.model.way[-1] == Thing(IDENTIFIER, PHONE)
