"""What every test stands on: no screen, no settings of this machine, no log line that nobody expects."""

import gc
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support import checks, derivations, schemas, signatures
from tests.support.at_once import FailuresAtOnce
from tests.support.cards import cards
from tests.support.command_line import CommandLine, cheap_environment
from tests.support.figures import Value, record_figure
from tests.support.once import made_once, shared_folder
from tests.support.order import ordered
from tests.support.patience import PatientBot
from tests.support.sampled import IS_WHOLE
from thb_desktop.cli.main import main

__all__ = ["cards"]

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > 4 << 30:
    # Thousands of vaults are flushed to the disk, in memory at once. The drills have disks of their own.
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)
SCREEN = Path(__file__).with_name("screen.json")
"""One screen of 1366 by 768 pixels: the smallest that courts have."""
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
# Many tests start Python: without its bytecode, each program would compile ours once more.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)

# The same examples each time: an unchanged program ends as it did before. `make figures` draws new ones.
hypothesis.settings.register_profile(
    "thb",
    deadline=None,
    derandomize=not IS_WHOLE,
    database=None,
    max_examples=100 if IS_WHOLE else 25,
)
hypothesis.settings.load_profile("thb")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(derivations)  # its hooks are for fixtures of the session too
    config.pluginmanager.register(checks)
    config.pluginmanager.register(schemas)
    config.pluginmanager.register(signatures)
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(FailuresAtOnce(config))
    config.addinivalue_line("markers", "logs(pattern): the test expects log lines that match this pattern")
    config.addinivalue_line(
        "markers",
        "requirement(*names): the test proves these security requirements, as SR-7, or a part of them",
    )


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: some tests wait for a window that is driven by keys."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items[:] = ordered(config, items)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays: to look through it for garbage again and again takes a seventh of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Thousands of tests stay until the end: Python need not look through them for garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def thb(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line, run in this process."""
    return CommandLine(capsys)


@pytest.fixture(scope="session")
def figure() -> Callable[[str, str, Value], None]:
    """`figure("SR-7", "flips", 20412)` keeps a figure in the file that THB_FIGURES names."""
    file = os.environ.get("THB_FIGURES")

    def keep(requirement: str, name: str, value: Value) -> None:
        if file:
            record_figure(Path(file), requirement, name, value)

    return keep


@pytest.fixture(scope="session", autouse=True)
def _settings_of_nobody() -> Iterator[None]:
    """Settings, caches and data that a test writes go to a folder that dies with the run."""
    with tempfile.TemporaryDirectory(prefix="thb-tests-") as home, pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(Path(home, name.lower())))
        runtime = Path(home, "runtime")
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        yield


@pytest.fixture(scope="session", autouse=True)
def _remembered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    shared = shared_folder(tmp_path_factory, "derivations")
    with (
        derivations.remembered_derivations(shared),
        schemas.remembered_schemas(),
        checks.remembered_checks(),
    ):
        yield


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `thb demo` made: a vault with both cases, their bundles, the root certificate.

    What it said lies beside it, in `said.txt`.
    """

    def make(place: Path) -> None:
        with (
            (place / "said.txt").open("w", encoding="utf-8") as said,
            redirect_stdout(said),
            redirect_stderr(said),
        ):
            code = main(["demo", "--into", str(place / "made")], cheap_environment())
        assert code == 0, (place / "said.txt").read_text("utf-8")

    return made_once(tmp_path_factory, "demonstration", make) / "made"


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _no_unexpected_log_lines(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    yield
    expected = [marker.args[0] for marker in request.node.iter_markers("logs")]
    surprises = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
        and not any(re.search(pattern, record.getMessage()) for pattern in expected)
    ]
    if surprises:
        pytest.fail("unexpected log lines:\n" + "\n".join(surprises))
