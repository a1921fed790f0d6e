"""What `thb demo` made, once for all tests here."""

from pathlib import Path

import pytest

from tests.support.command_line import cheap_environment
from thb_desktop.cli.main import main


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("acceptance") / "made"
    assert main(["demo", "--into", str(folder)], cheap_environment()) == 0
    return folder
