"""The viewer shows a transcript that is a file of an exhibit as a table."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.looked import EAF
from tests.ui.test_viewer import looking_at
from thb_desktop.inspect.confinement import ask_machine
from ui.application import AppController

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


def test_a_transcript_is_shown_as_a_table(desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path):
    _, _, viewer = looking_at(desk, qtbot, vault, tmp_path, "call.eaf", EAF)

    rows = [(each.sender, each.text) for each in viewer.conversation.rows.rows]
    assert rows[:2] == [("Ion (talk)", "Bună & ziua"), ("fr", "Bonjour")]
    assert viewer.conversation.currentWidget() is viewer.conversation.table
    assert viewer.table_button.isHidden()
    assert "ELAN" in viewer.told.text()
