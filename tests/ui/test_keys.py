"""Keys are changed in the settings: a key does one thing, is kept for the user, and is shown."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import at_the_desk, settle
from tests.support.hands import Hands
from tests.ui.test_interviews import draft_record
from thb_desktop.domain import vocabulary as v
from ui import shortcuts
from ui.application import AppController
from ui.preferences.keys import KeysDialog
from ui.preferences.view import SettingsDialog, ShortcutsDialog
from ui.settings import Settings

KEY = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(autouse=True)
def _usual_keys() -> Iterator[None]:
    yield
    shortcuts.choose({})


@pytest.fixture
def dialog(qtbot: QtBot, application: QApplication) -> KeysDialog:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = KeysDialog(parent, {})
    made.show()
    return made


def choose(dialog: KeysDialog, usual: str) -> None:
    dialog.table.choose_row(dialog.rows.row_of(lambda pair: pair[0] == usual))


def test_a_key_that_is_pressed_becomes_that_of_the_chosen_act(dialog: KeysDialog, qtbot: QtBot):
    choose(dialog, "F2")

    qtbot.keyClick(dialog.field, KEY.Key_U, CONTROL)

    assert dialog.chosen == {"F2": "Ctrl+U"}
    at = dialog.rows.row_of(lambda pair: pair[0] == "F2")
    assert dialog.rows.index(at, 0).data().strip("\u2066\u2069") == "Ctrl+U"
    assert dialog.refusal.isHidden()
    dialog.usual_button.click()
    assert dialog.chosen == {}


@pytest.mark.parametrize(
    ("key", "held", "said"),
    [
        (KEY.Key_F9, None, "The next step of the record"),
        (KEY.Key_L, CONTROL, "Lock the vault at once"),
        (KEY.Key_2, CONTROL, "Go to a page"),
        (KEY.Key_M, CONTROL, "In language work"),
        (KEY.Key_A, None, "is typed"),
        (KEY.Key_V, CONTROL, "is typed"),
        (KEY.Key_E, CONTROL | ALT, "is typed"),
        (KEY.Key_F, ALT, "is typed"),
        (KEY.Key_F4, ALT, "is typed"),
        (KEY.Key_Space, None, "is typed"),
    ],
)
def test_a_key_that_means_something_already_is_refused_with_what_it_means(
    dialog: KeysDialog, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier | None, said: str
):
    choose(dialog, "F2")

    qtbot.keyClick(dialog.field, key, held or Qt.KeyboardModifier.NoModifier)

    assert said in dialog.refusal.text()
    assert dialog.chosen == {}


def test_a_key_that_was_left_by_another_act_can_be_taken(dialog: KeysDialog, qtbot: QtBot):
    choose(dialog, "F2")
    qtbot.keyClick(dialog.field, KEY.Key_F11)
    choose(dialog, "F3")

    qtbot.keyClick(dialog.field, KEY.Key_F2)

    assert dialog.chosen == {"F2": "F11", "F3": "F2"}
    choose(dialog, "F2")
    dialog.usual_button.click()
    assert "next language" in dialog.refusal.text()
    assert dialog.chosen == {"F2": "F11", "F3": "F2"}


def test_every_key_of_the_map_differs_from_every_other():
    for usual, told in shortcuts.changeable():
        assert shortcuts.may_be_chosen(usual), usual
        assert shortcuts.taken_by(usual, {}, besides=usual) == "", told


def test_what_was_chosen_is_kept_with_the_settings_and_holds_nothing_else(
    application: QApplication, qtbot: QtBot, tmp_path: Path
):
    parent = QWidget()
    qtbot.addWidget(parent)
    settings = SettingsDialog(parent, Settings())
    settings.keys = {"F2": "F11"}

    settings.take()
    settings.chosen.save(tmp_path)

    assert Settings.load(tmp_path) == Settings(keys=(("F2", "F11"),))
    assert json.loads((tmp_path / "settings.json").read_text("utf-8"))["keys"] == [["F2", "F11"]]


@pytest.mark.parametrize(
    "keys", ["F2", [["F2"]], [["F2", "F11", "F7"]], [["F2", 6]], [["F2", "F11\n"]], {"F2": "F11"}]
)
def test_keys_that_are_not_well_formed_in_the_file_mean_the_usual_ones(tmp_path: Path, keys: object):
    (tmp_path / "settings.json").write_text(json.dumps({"keys": keys}), "utf-8")

    assert Settings.load(tmp_path) == Settings()


def test_chosen_keys_that_clash_or_are_unknown_stay_as_usual():
    shortcuts.choose({"F2": "F9", "F3": "Ctrl+U", "Ctrl+L": "F11", "Ctrl+G": "A", "Ctrl+B": "Ctrl+U"})

    assert [shortcuts.chosen(each) for each in ("F2", "Ctrl+L", "Ctrl+G")] == ["F2", "Ctrl+L", "Ctrl+G"]
    assert [shortcuts.chosen("F3"), shortcuts.chosen("Ctrl+B")].count("Ctrl+U") == 1


def test_the_chosen_keys_work_at_the_desk_and_the_former_ones_do_not(
    application: QApplication, qtbot: QtBot, vault: Path
):
    keys = (("Ctrl+G", "Ctrl+U"), ("F2", "F11"))
    with at_the_desk(application, Settings(keys=keys)) as desk:
        shortcuts.choose(dict(keys))
        window, view = draft_record(desk, qtbot, vault)
        hands = Hands(qtbot, view)
        hands.sit_down()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        hands.press(KEY.Key_F2)
        before = hands.desk.speaker.role
        hands.press(KEY.Key_F11)
        after = hands.desk.speaker.role
        hands.press(KEY.Key_U, CONTROL)
        settle(desk, qtbot)

        assert before is v.SpeakerRole.INTERVIEWER
        assert after is v.SpeakerRole.PERSON_HEARD
        qtbot.waitUntil(view.record.account.guide.isVisible)
        shown = ShortcutsDialog(window)
        qtbot.addWidget(shown)
        keys_shown = [shown.table.model().index(at, 0).data() for at in range(shown.table.model().rowCount())]
        told = [each.strip("\u2066\u2069") for each in keys_shown]
        assert "F11" in told
        assert "F2" not in told
        hints = [label.text() for pair in view.record.entry.hints._parts for label in pair]
        assert "F11" in hints


def test_the_program_takes_the_keys_of_its_user_at_the_start(
    application: QApplication, monkeypatch, tmp_path: Path
):
    Settings(keys=(("F2", "F11"),)).save(tmp_path)
    monkeypatch.setattr("ui.system.settings_folder", lambda: tmp_path)

    AppController(application, lambda: None)  # type: ignore[arg-type,return-value]  # opens no vault

    assert shortcuts.chosen("F2") == "F11"
