"""The strip of a recording: it is played, and turns get their ranges, by keys, while somebody types."""

from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import reopen
from tests.support.hands import Hands
from tests.support.recorded import recorded_exhibit, recording, tones
from tests.support.testimony import START
from tests.ui.test_interviews import draft_record
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import InterviewId
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.interviews.view import InterviewsView
from ui.media.strip import RecordingStrip

KEY = Qt.Key
NO, ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
SOUND = tones((220, 6), (0, 2), (880, 6))


def draft_of(folder: Path) -> InterviewId:
    with closing(reopen(folder)) as session:
        return next(each.id for each in registry.INTERVIEW.all(session.read) if each.number == "I-99")


def with_recording(folder: Path) -> None:
    interview_id = draft_of(folder)
    with closing(reopen(folder)) as session:
        master = recorded_exhibit(session, interview_id, "E-90", [("zaal.wav", SOUND)])
        recording(session, interview_id, master, started_at=START)


@pytest.fixture
def hands(desk: AppController, qtbot: QtBot, vault: Path) -> Hands:
    """At the entry row of the draft record, which was recorded."""
    with_recording(vault)
    _, view = draft_record(desk, qtbot, vault)
    found = Hands(qtbot, view)
    found.sit_down()
    qtbot.waitUntil(lambda: bool(view.model.recordings.files))
    return found


def strip_of(view: InterviewsView) -> RecordingStrip:
    return view.record.account.recording


def press(hands: Hands, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
    qtbot.keyClick(hands.at, key, held)


def wait_for(qtbot: QtBot, hands: Hands, milliseconds: int) -> None:
    """Wait until the recording plays and is that far."""
    player = hands.view.model.recordings.player
    qtbot.waitUntil(lambda: player.position >= milliseconds, timeout=10_000)


def test_f4_plays_while_somebody_types_and_a_pause_goes_back_two_seconds(hands: Hands, qtbot: QtBot):
    player = hands.view.model.recordings.player
    press(hands, qtbot, KEY.Key_F4)
    wait_for(qtbot, hands, 2_300)
    hands.types("Waar was")

    assert player.is_playing
    was = player.position
    press(hands, qtbot, KEY.Key_F4)

    assert not player.is_playing
    assert was - 2_100 <= player.position <= was - 1_800
    assert hands.texts[-1] == "Waar was"


def test_in_and_out_set_the_range_of_the_turn_that_is_typed(hands: Hands, qtbot: QtBot):
    press(hands, qtbot, KEY.Key_F4)
    wait_for(qtbot, hands, 1_000)
    press(hands, qtbot, KEY.Key_F5)
    wait_for(qtbot, hands, 1_500)
    press(hands, qtbot, KEY.Key_F6)
    hands.says("Waar was uw paspoort?")

    turn = hands.view.model.segments.rows[-1].segment
    begins, ends = (float(each.rpartition(":")[2]) for each in (turn.recording_from, turn.recording_to))
    assert turn.recording_from.startswith("00:00:0")
    assert 0.9 <= begins < ends <= 4
    assert turn.capture is v.SourceCapture.TRANSCRIBED_FROM_RECORDING
    assert turn.at is not None
    assert 0.9 <= (turn.at - START).total_seconds() <= 4


def test_the_range_of_a_chosen_turn_is_an_act_that_can_be_undone(hands: Hands, qtbot: QtBot):
    view = hands.view
    table, model = view.record.table, view.model
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 1))
    of = model.segments.rows[1].segment.id
    qtbot.keyClick(table, KEY.Key_F4)
    wait_for(qtbot, hands, 500)
    qtbot.keyClick(table, KEY.Key_F5)
    hands.rest()
    wait_for(qtbot, hands, 900)
    qtbot.keyClick(table, KEY.Key_F6)
    hands.rest()

    kept = model.segments.rows[1].segment
    assert kept.recording_from
    assert kept.recording_from < kept.recording_to
    assert table.row() == 1
    qtbot.keyClick(table, KEY.Key_Z, CONTROL)
    hands.rest()
    assert model.segments.rows[1].segment.recording_to == ""
    qtbot.keyClick(table, KEY.Key_Z, CONTROL)
    hands.rest()
    assert (model.segments.rows[1].segment.id, model.segments.rows[1].segment.recording_from) == (of, "")


def test_a_turn_that_was_not_written_down_is_played_by_a_key_to_its_end(hands: Hands, qtbot: QtBot):
    player = hands.view.model.recordings.player
    hands.says("Waar was uw paspoort?")
    hands.says("/n 0:06 0:07")
    hands.says("Hij nam mijn paspoort als waarborg.")
    table = hands.view.record.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, 1))
    qtbot.keyClick(table, KEY.Key_F4, CONTROL)

    wait_for(qtbot, hands, 6_100)
    qtbot.waitUntil(lambda: not player.is_playing)
    assert player.position == 7_000


def test_a_loop_begins_again_until_the_same_key(hands: Hands, qtbot: QtBot):
    model = hands.view.model.recordings
    hands.view.model.desk.set_heard("00:00:02", "00:00:02.6")
    press(hands, qtbot, KEY.Key_F4, SHIFT)
    seen: list[int] = []
    model.moved.connect(seen.append)
    qtbot.waitUntil(lambda: sum(after < before for before, after in pairwise(seen)) >= 2)
    press(hands, qtbot, KEY.Key_F4, SHIFT)

    assert not model.player.is_playing
    assert max(seen) < 2_900
    assert min(seen[1:]) >= 2_000


def test_steps_speed_and_the_last_mark_have_keys(hands: Hands, qtbot: QtBot):
    player = hands.view.model.recordings.player
    press(hands, qtbot, KEY.Key_Right, ALT)
    qtbot.waitUntil(lambda: player.position == 5_000)
    press(hands, qtbot, KEY.Key_Right, ALT)
    press(hands, qtbot, KEY.Key_Left, ALT)
    assert player.position == 5_000

    press(hands, qtbot, KEY.Key_Up, CONTROL | SHIFT)
    press(hands, qtbot, KEY.Key_Up, CONTROL | SHIFT)
    assert player.speed == 120
    assert "120" in strip_of(hands.view).speed.text()
    for _ in range(9):
        press(hands, qtbot, KEY.Key_Down, CONTROL | SHIFT)
    assert player.speed == 50

    hands.says("Waar was uw paspoort?")
    hands.says("/n 0:03 0:04")
    hands.says("Hij nam mijn paspoort als waarborg.")
    press(hands, qtbot, KEY.Key_F5, SHIFT)
    assert player.position == 4_000
    press(hands, qtbot, KEY.Key_F5, SHIFT)
    assert player.position == 3_000


def test_a_turn_that_is_edited_in_the_table_keeps_its_editor_and_its_typing(hands: Hands, qtbot: QtBot):
    table, model = hands.view.record.table, hands.view.model
    table.setFocus()
    table.edit_side(2)
    editor = table.delegate.editor
    assert editor is not None
    qtbot.keyClicks(editor, "nieuw ")
    typed = editor.toPlainText()
    qtbot.keyClick(editor, KEY.Key_F4)
    wait_for(qtbot, hands, 400)
    qtbot.keyClick(editor, KEY.Key_F5)
    hands.rest()

    assert table.delegate.editor is editor
    assert editor.toPlainText() == typed
    assert model.segments.rows[2].segment.recording_from
    assert model.segments.rows[2].unsaved


def test_the_slider_tells_a_time_and_moves_by_its_keys(hands: Hands, qtbot: QtBot):
    wave = strip_of(hands.view).wave
    player = hands.view.model.recordings.player
    press(hands, qtbot, KEY.Key_Right, ALT)
    qtbot.waitUntil(lambda: player.position == 5_000)
    wave.setFocus()
    qtbot.keyClick(wave, KEY.Key_Right)

    assert player.position == 6_000
    assert wave.accessibleName() == "Place in the recording"
    assert wave.accessibleDescription() == "00:00:06.0 of 00:00:14.0"
    qtbot.waitUntil(lambda: len(hands.view.model.recordings.peaks) == 140)
    peaks = hands.view.model.recordings.peaks
    assert min(peaks[:58]) > 60
    assert max(peaks[63:77]) < 5


def test_without_a_device_for_sound_it_says_so_once(hands: Hands, qtbot: QtBot):
    press(hands, qtbot, KEY.Key_F4)
    wait_for(qtbot, hands, 200)

    assert "no device for sound" in hands.view.record.notice.sentence.text()


def test_a_lock_ends_the_process_and_forgets_the_sound(hands: Hands, qtbot: QtBot):
    model = hands.view.model.recordings
    press(hands, qtbot, KEY.Key_F4)
    wait_for(qtbot, hands, 200)
    process = model.player._feeder._decoder._process._process
    hands.view.model.jobs.closing.emit()

    qtbot.waitUntil(lambda: process.poll() is not None)
    assert not model.player.is_open
    assert model.peaks == b""


def test_a_wheel_over_the_wave_and_a_mouse_on_it(hands: Hands, qtbot: QtBot):
    wave, player = strip_of(hands.view).wave, hands.view.model.recordings.player
    press(hands, qtbot, KEY.Key_Right, ALT)
    qtbot.waitUntil(lambda: player.position == 5_000)
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        NO,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(wave, turned)
    assert player.position == 5_000

    qtbot.mouseClick(wave, Qt.MouseButton.LeftButton, pos=QPoint(wave.width() // 2, 10))
    assert abs(player.position - 7_000) < 100
