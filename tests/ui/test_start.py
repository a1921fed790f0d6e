"""The start: the first window is painted before what works behind it is made; nothing is lost."""

import gc
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.code import ROOT
from tests.support.controllers import settle, start_window
from tests.support.vaults import PASSPHRASE
from ui import garbage
from ui.application import AppController
from ui.main_window import MainWindow
from ui.named import set_by_name
from ui.preferences.view import SettingsDialog
from ui.settings import Scheme, Settings
from ui.widgets.basic import Label

BEHIND = ("jobs", "guard", "clipboard")

FIRST_PAINT = """
import json, sys
from PySide6 import QtCore
from ui.application import AppController, make_application
from ui.environment import real_environment

BEHIND = ("ui.jobs", "ui.guard", "ui.clipboard", "ui.unlock.view_model", "thb_desktop.errors")

def loaded():
    made = [name for name in (*BEHIND, "dataclasses") if name in sys.modules]
    return made + [name for name in ("Qt",) if name in vars(QtCore)]

application = make_application(["thb-desktop"])
desk = AppController(application, real_environment)
desk.start(None)
desk.window.grab()
painted = loaded()
application.processEvents()
print(json.dumps([painted, loaded()]))
desk.end()
"""


FONTS = """
import sys
from ui import theme
from ui.application import AppController, make_application
from ui.environment import real_environment

application = make_application(["thb-desktop"])
desk = AppController(application, real_environment)
desk.settings = desk.settings._replace(language=sys.argv[1])
desk.start(None)
print(sorted(theme._Current.loaded_fonts))
desk.end()
"""


def made(desk: AppController) -> list[str]:
    """What of that which works behind the window is there."""
    return [name for name in BEHIND if name in vars(desk)]


def test_the_first_paint_waits_for_nothing_that_works_behind_the_window():
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    told = subprocess.run(
        [sys.executable, "-P", "-c", FIRST_PAINT], env=environment, capture_output=True, check=True
    )
    painted, complete = json.loads(told.stdout)

    assert painted == []
    assert {"ui.jobs", "ui.guard", "ui.clipboard"} <= set(complete)


def test_what_works_behind_the_window_is_there_right_after_the_first_paint(desk: AppController, qtbot: QtBot):
    desk.start(None)
    before = made(desk)
    start_window(desk).grab()

    qtbot.waitUntil(lambda: made(desk) == list(BEHIND))

    assert before == []


def test_a_passphrase_and_enter_before_that_open_the_vault_and_it_is_guarded(
    desk: AppController, qtbot: QtBot, vault: Path
):
    desk.start(vault)
    field = start_window(desk).unlock.passphrase
    QTest.keyClicks(field, PASSPHRASE)
    before = made(desk)
    QTest.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)
    settle(desk, qtbot)

    assert before == []
    assert desk.guard.sleep is not None


def test_a_press_on_unlock_before_that_is_answered(desk: AppController, qtbot: QtBot, tmp_path: Path):
    desk.start(tmp_path)
    start = start_window(desk)
    start.unlock.passphrase.setText(PASSPHRASE)
    before = made(desk)
    start.unlock.unlock_button.click()

    qtbot.waitUntil(lambda: bool(start.unlock.notice.sentence.text()), timeout=20_000)

    assert before == []
    assert start.unlock.unlock_button.isEnabled()


def test_a_window_that_is_closed_before_that_closes(desk: AppController):
    desk.start(None)
    before = made(desk)

    assert start_window(desk).close()
    assert before == []


def test_a_fault_before_that_is_told_by_its_code(desk: AppController, capsys: pytest.CaptureFixture[str]):
    desk.start(None)
    before = made(desk)
    desk.tell_of_bug(RuntimeError, RuntimeError("what was said"), None)

    assert before == []
    assert desk.bug is not None
    assert "what was said" not in capsys.readouterr().err


def choose_dark(dialog: SettingsDialog) -> int:
    dialog.chosen = Settings(scheme=Scheme.DARK, language="en")
    return 1


def test_a_second_start_window_is_guarded_as_the_first(
    desk: AppController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    desk.start(None)
    first = start_window(desk)
    first.grab()
    qtbot.waitUntil(lambda: made(desk) == list(BEHIND))
    monkeypatch.setattr(SettingsDialog, "exec", choose_dark)
    monkeypatch.setattr(Settings, "save", lambda *_: None)
    first.settings_button.click()

    assert start_window(desk) is not first
    assert desk.guard._window is start_window(desk)


DARK_DESKTOP = "[General]\nColorScheme=BreezeDark\n" + "".join(
    f"[Colors:{part}]\nBackgroundNormal=42,46,50\nForegroundNormal=252,252,252\n"
    for part in ("Window", "View", "Button")
)
SCHEME = """
from ui import theme
from ui.application import make_application

application = make_application(["thb-desktop"])
seen = [theme.system_is_dark(application)]
theme.apply(application, dark=not seen[0])
seen.append(theme.system_is_dark(application))
print(seen)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("xvfb-run") is None, reason="needs an X server of its own"
)
@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_the_scheme_of_the_desktop_is_known_also_after_a_window_in_the_other(dark: bool, tmp_path: Path):
    (tmp_path / "kdeglobals").write_text(DARK_DESKTOP if dark else "", "utf-8")
    desktop = {
        "XDG_CURRENT_DESKTOP": "KDE",
        "KDE_FULL_SESSION": "true",
        "KDE_SESSION_VERSION": "6",
        "XDG_CONFIG_HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "xcb",
    }

    run = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-P", "-c", SCHEME],
        env=os.environ | desktop | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.strip() == str([dark, dark])


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_the_first_window_has_the_fonts_of_its_language_and_no_others(tag: str):
    """Words that are laid out before their font is there stay boxes on a system without one."""
    run = subprocess.run(
        [sys.executable, "-P", "-c", FONTS, tag],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    besides = ["NotoNaskhArabic-Bold.ttf", "NotoNaskhArabic-Regular.ttf"] if tag == "ar" else []
    assert run.stdout.strip() == str([*besides, "NotoSans-Bold.ttf", "NotoSans-Regular.ttf"])


def test_a_property_is_set_by_the_name_of_its_value_and_an_unknown_name_is_no_value():
    label = QLabel()
    set_by_name(label, textFormat="PlainText", alignment="AlignRight|AlignTop")

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.alignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    for wrong in ({"textFormat": "PlainTekst"}, {"textFromat": "PlainText"}):
        with pytest.raises(ValueError, match="is not set"):
            set_by_name(label, **wrong)


def test_every_label_shows_its_text_literally(application: QApplication):
    assert Label("<b>Anna</b>").textFormat() is Qt.TextFormat.PlainText


def test_nothing_is_looked_through_before_the_first_window_and_all_later():
    try:
        garbage.wait()
        waited = gc.isenabled()
        garbage.begin()

        assert not waited
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()
