"""The program as it is started: from a shell, without a screen, and when something in it is wrong."""

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.code import ROOT
from tests.support.controllers import at_the_desk
from ui import system
from ui.application import QUIET, AppController
from ui.options import parse
from ui.settings import Scheme, Settings
from ui.widgets.basic import Label

SAID = "she said that he beat her"


def start(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="a screen is never missing there")
def test_without_a_screen_the_program_says_so_and_does_not_abort():
    run = start()

    assert run.returncode == 3
    assert run.stderr.strip() == "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set."
    assert run.stdout == ""


def test_the_self_test_makes_shows_signs_and_verifies_a_bundle():
    run = start("--self-test")

    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["verdict"] == "holds"
    assert told["pages"] == told["pages shown"] > 10
    assert told["case shown"] is True


@pytest.mark.parametrize("arguments", [["some/vault"], ["--open", "some/vault"]], ids=["plain", "named"])
def test_the_vault_to_open_can_be_named(arguments: list[str]):
    options = parse(arguments)

    assert options.vault == Path("some/vault")
    assert not options.locked


def printed_by(program: str) -> str:
    """What a program in a process of its own prints."""
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_no_core_is_dumped_and_others_may_not_read_this_process():
    program = (
        "import ctypes, resource; from thb_desktop.vault.memory import protect_memory; protect_memory();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )

    assert printed_by(program) == "(0, 0) 0"


def test_the_start_window_needs_neither_the_vault_nor_the_printing_floor():
    program = (
        "import sys; from ui.application import AppController, make_application;"
        "application = make_application(['x']); controller = AppController(application, lambda: None);"
        "controller.start(None);"
        "print([name for name in ('sqlcipher3', 'reportlab', 'pyhanko', 'cryptography', 'PySide6.QtPdf',"
        " 'ui.main_window') if name in sys.modules])"
    )

    assert printed_by(program) == "[]"


def test_the_process_that_reads_a_document_loads_no_forms_of_cases_and_pillow_for_pages_alone():
    program = (
        "import sys; from ui.reading import worker;"
        "print([name for name in ('PIL', 'thb_desktop.domain.disclosure', 'thb_desktop.domain.interview',"
        " 'thb_desktop.exchange.returned') if name in sys.modules])"
    )

    assert printed_by(program) == "[]"


@pytest.mark.requirement("SR-53")
def test_a_bug_shows_a_code_and_never_what_was_said(
    application: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
):
    with at_the_desk(application) as desk:
        desk.start(None)
        try:
            raise RuntimeError(SAID)
        except RuntimeError as error:
            desk.tell_of_bug(type(error), error, error.__traceback__)

        qtbot.waitUntil(lambda: desk.bug is not None)
        assert desk.bug is not None
        shown = " ".join(label.text() for label in desk.bug.findChildren(Label))
        told = capsys.readouterr().err

    assert "Please report this code: " in shown
    assert "RuntimeError" in told
    assert SAID not in shown + told
    assert shown.rpartition(" ")[2] in told


def test_odd_settings_mean_the_defaults(tmp_path: Path):
    for text in ("", "[]", "{", '{"scheme": "plaid", "language": 7, "idle": -1}', '{"idle": 1e99}'):
        (tmp_path / "settings.json").write_text(text, "utf-8")

        assert Settings.load(tmp_path) == Settings()


@pytest.mark.requirement("SR-55")
def test_settings_are_kept_for_this_user_alone(tmp_path: Path):
    settings = Settings(scheme=Scheme.DARK, language="fr", idle=60)

    settings.save(tmp_path / "new")

    assert Settings.load(tmp_path / "new") == settings
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["settings.json"]
    if os.name == "posix":
        assert (tmp_path / "new" / "settings.json").stat().st_mode & 0o077 == 0


@pytest.mark.requirement("SR-48")
@pytest.mark.skipif(sys.platform != "linux", reason="a screen is never missing elsewhere")
def test_what_lies_in_the_working_folder_is_not_run_when_the_program_starts_itself_anew(tmp_path: Path):
    for name in ("ui/__init__.py", "ui/__main__.py", "secrets.py", "logging.py", "thb_desktop/__init__.py"):
        hostile = tmp_path / name
        hostile.parent.mkdir(exist_ok=True)
        hostile.write_text("raise SystemExit('a stranger was here')\n", "utf-8")
    screens = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")

    run = subprocess.run(
        system.command(),
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name not in screens},
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )

    assert run.returncode == 3
    assert "There is no screen here" in run.stderr


def test_python_looks_through_all_objects_once_when_nobody_works(desk: AppController):
    allowed = desk.settings.idle
    seen = []

    try:
        for remaining in (allowed, allowed - QUIET + 1, allowed - QUIET, allowed - QUIET - 1, allowed):
            gc.unfreeze()
            desk.guard.remaining.emit(remaining)
            seen.append(gc.get_freeze_count() > 0)
    finally:
        gc.unfreeze()

    assert seen == [False, False, True, False, False]
