"""Whatever goes wrong, no word of a case, no statement and no file name is told outside the window."""

from pathlib import Path

import pytest

from tests.security.conftest import Run
from tests.support.vaults import PASSPHRASE

CANARIES = {
    "argument": "Kowalska-argument",
    "local": "Kowalska-local",
    "statement": "Kowalska-statement",
    "file": "Kowalska-file",
    "thread": "Kowalska-thread",
    "end": "Kowalska-end",
    "warning": "Kowalska-warning",
    "log": "Kowalska-log",
    "Qt": "Kowalska-qt",
}

FAULTS = """
import logging, threading, warnings
from contextlib import suppress

def by_argument(session):
    local = "Kowalska-local"
    raise RuntimeError("she said Kowalska-argument", local)

def by_statement(session):
    session.read.execute("SELECT 'Kowalska-statement' FROM Kowalska-statement WHERE")

def by_file(session):
    try:
        open("/nowhere/Kowalska-file.pdf")
    except OSError as error:
        raise ValueError("Kowalska-argument") from error

def by_thread(session):
    thread = threading.Thread(target=lambda: {}["Kowalska-thread"])
    thread.start()
    thread.join()

class Ending:
    def __del__(self):
        raise RuntimeError("Kowalska-end")

def by_end(session):
    Ending()

def by_library(session):
    warnings.warn("Kowalska-warning")
    logging.getLogger("library").error("Kowalska-log", exc_info=ValueError("Kowalska-argument"))

FAULTS = [by_argument, by_statement, by_file, by_thread, by_end, by_library]
"""

WINDOW = (
    FAULTS
    + """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer, qWarning
from tests.support.controllers import environment
from ui import app, application, environment as real
from ui.main_window import MainWindow

class Driven(application.AppController):
    def start(self, vault, **how):
        super().start(vault, **how)
        self.steps = iter([*FAULTS, None])
        self.timer = QTimer(self, interval=30)
        self.timer.timeout.connect(self.go_on)
        self.timer.start()
        self.window.unlock.passphrase.setText(sys.argv[2])
        self.window.unlock.unlock_button.click()

    def go_on(self):
        if not isinstance(self.window, MainWindow) or self.jobs.is_busy:
            return
        if self.bug is not None:
            self.bug.accept()
        step = next(self.steps)
        if step is None:
            qWarning("Kowalska-qt")
            self.timer.stop()
            QTimer.singleShot(0, self.window, self._application.quit)
            QTimer.singleShot(0, lambda: by_argument(None))
            return
        self.jobs.run(self, step)

application.AppController = Driven
real.real_environment = environment
raise SystemExit(app.main([sys.argv[1]]))
"""
)


@pytest.mark.requirement("SR-53")
def test_sr_53_whatever_goes_wrong_behind_the_window_nothing_is_told_but_kind_and_place(
    filled_office: Path, tmp_path: Path, run_python: Run, figure
):
    from tests.support.offices import copy_of

    vault = copy_of(filled_office, tmp_path / "office.thbvault")

    run = run_python(WINDOW, vault, PASSPHRASE, variables={"PYTHONWARNINGS": ""})

    told = run.stdout + run.stderr
    figure(
        "SR-53",
        "marked words in the output of a window in which seven things went wrong",
        told.count("Kowalska"),
    )
    assert run.returncode == 0, run.stderr
    assert "Kowalska" not in told
    assert PASSPHRASE not in told
    for kind in ("RuntimeError", "OperationalError", "ValueError", "KeyError"):
        assert f"thb-desktop: {kind} at " in run.stderr
    assert run.stderr.count("thb-desktop: RuntimeError at ") == 3
    assert "thb-desktop: Qt (default): QtWarningMsg" in run.stderr
    assert all(line.startswith("thb-desktop: ") for line in run.stderr.splitlines())


COMMAND = (
    FAULTS
    + """
import os, sys
from thb_desktop.cli import main
from thb_desktop.services.case_file import cases

number = int(sys.argv[1])

def fail(session):
    for fault in (FAULTS[3:] if number == 3 else [FAULTS[number]]):
        fault(session)
    return []

cases.list_cases = fail
reading, writing = os.pipe()
os.write(writing, sys.argv[2].encode() + b"\\n")
sys.argv = ["thb", "cases", sys.argv[3], "--passphrase-fd", str(reading)]
raise SystemExit(main.main())
"""
)


@pytest.mark.requirement("SR-53")
@pytest.mark.parametrize(
    ("number", "code", "kinds"),
    [
        (0, 1, ["RuntimeError"]),
        (1, 1, ["OperationalError"]),
        (2, 1, ["ValueError"]),
        (3, 0, ["KeyError", "RuntimeError"]),
    ],
)
def test_sr_53_whatever_goes_wrong_in_a_command_nothing_is_told_but_kind_and_place(  # noqa: PLR0917
    filled_office: Path, tmp_path: Path, run_python: Run, number: int, code: int, kinds: list[str]
):
    from tests.support.offices import copy_of

    vault = copy_of(filled_office, tmp_path / "Kowalska.thbvault")

    run = run_python(COMMAND, str(number), PASSPHRASE, vault)

    told = run.stdout + run.stderr
    assert run.returncode == code, run.stderr
    assert "Kowalska" not in told
    assert PASSPHRASE not in told
    assert all(f"{kind} at <string>:" in run.stderr or f"{kind} at " in run.stderr for kind in kinds)


NAMED = ["unlock", "cases", "check", "root", "passwd"]


@pytest.mark.requirement("SR-53")
@pytest.mark.parametrize("command", NAMED)
def test_sr_53_a_refusal_names_no_file(tmp_path: Path, run_python: Run, command: str):
    """What a person typed stays on their screen: no refusal repeats it into a log."""
    program = "import sys; from thb_desktop.cli.main import main; raise SystemExit(main())"

    run = run_python(program, command, tmp_path / "Kowalska.thbvault")

    assert run.returncode not in (0, 1)
    assert "Kowalska" not in run.stdout + run.stderr


AT_WRONG_PLACES = [
    ("unlock", "v", "--passphrase", "Kowalska"),
    ("unlock", "v", "--passphrase=Kowalska"),
    ("unlock", "v", "--passphrase-fd", "Kowalska"),
    ("unlock", "v", "--json=Kowalska"),
    ("unlock", "v", "Kowalska", "Kowalska's"),
    ("create", "v", "--office", "o", "--name", "n", "--role", "Kowalska 'x' (choose from y)"),
    ("Kowalska",),
    ("verify", "x", "--sha256", "Kowalska"),
]


@pytest.mark.requirement("SR-53")
@pytest.mark.parametrize("typed", AT_WRONG_PLACES, ids=" ".join)
def test_sr_53_a_passphrase_typed_at_a_wrong_place_is_not_repeated(typed: tuple[str, ...], run_python: Run):
    program = "import sys; from thb_desktop.cli.main import main; raise SystemExit(main())"

    run = run_python(program, *typed)

    assert run.returncode not in (0, 1)
    assert run.stderr.startswith("thb: ")
    assert "Kowalska" not in run.stdout + run.stderr
