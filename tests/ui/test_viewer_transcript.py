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
    assert viewer.tools.table_button.isHidden()
    assert "ELAN" in viewer.tools.told.text()


TURNED = "\u202egnikaeps"
SHOWN = "⟦U+202E⟧gnikaeps"


@pytest.fixture
def place(vault: Path, tmp_path: Path) -> tuple[Path, Path]:
    return vault, tmp_path


SUBRIP = (
    f"1\n99:99:99,999 --> 00:00:00,001\n<script>a</script> {TURNED}\n\n2\nsoon --> later\nno\u200b\n",
    (
        ("99:99:99,999 – 00:00:00,001", "—", f"<script>a</script> {SHOWN}"),
        ("—", "—", "2\nsoon --> later\nno⟦U+200B⟧"),
    ),
)
WEBVTT = (
    f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana {TURNED}>yes &lt;b&gt;\u2066</v>\n",
    (("00:01.000 – 00:02.000", f"Ana {SHOWN}", "yes <b>⟦U+2066⟧"),),
)


@pytest.mark.parametrize(("data", "expected"), [SUBRIP, WEBVTT])
def test_signs_that_nobody_sees_markup_and_odd_times_stand_as_they_are_written(
    desk: AppController, qtbot: QtBot, place: tuple[Path, Path], data: str, expected: object
):
    _, _, viewer = looking_at(desk, qtbot, *place, "call.srt", data.encode())

    rows = viewer.conversation.rows
    shown = tuple(
        tuple(rows.index(row, column).data().strip("\u2066\u2067\u2068\u2069") for column in (1, 2, 3))
        for row in range(rows.rowCount())
    )
    assert shown == expected
