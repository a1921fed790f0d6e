"""What tests of the window stand on: one application, and a vault filled once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.controllers import add_draft, at_the_desk, copy_of, fill, new_session
from tests.support.once import made_once
from ui import theme
from ui.application import AppController, keep_no_traces


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    keep_no_traces()
    theme.load_interface_font(qapp)
    theme.load_all_fonts()
    qapp.setQuitOnLastWindowClosed(False)
    qapp.setCursorFlashTime(0)
    return qapp


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(place: Path) -> None:
        session = new_session(place / "vault")
        add_draft(session, fill(session))
        session.close()

    return made_once(tmp_path_factory, "window", make) / "vault"


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "vault"
    new_session(folder).close()
    return folder


@pytest.fixture
def vault(_filled: Path, tmp_path: Path) -> Path:
    """A vault with case SCHELDE and a draft interview."""
    return copy_of(_filled, tmp_path / "vault")


@pytest.fixture
def empty_vault(_empty: Path, tmp_path: Path) -> Path:
    return copy_of(_empty, tmp_path / "vault")


@pytest.fixture
def desk(application: QApplication) -> Iterator[AppController]:
    with at_the_desk(application) as desk:
        yield desk
