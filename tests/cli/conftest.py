"""What the tests of the command line share: the command itself, and a vault of their own."""

import shutil
from pathlib import Path

import pytest

from tests.support.command_line import PASSPHRASE, cheap_environment
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.services.office import vaults


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("made") / "office.thbvault"
    created = vaults.create_vault(
        folder,
        office="Court of Gerlia",
        user_name="Ana Ilin",
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=prepare(PASSPHRASE),
        environment=cheap_environment(),
    )
    created.session.close()
    return folder, created.recovery_code


@pytest.fixture
def vault(made_vault: tuple[Path, str], tmp_path: Path) -> Path:
    """A vault that the test may do with as it likes."""
    return Path(shutil.copytree(made_vault[0], tmp_path / "office.thbvault"))


@pytest.fixture
def recovery_code(made_vault: tuple[Path, str]) -> str:
    return made_vault[1]


@pytest.fixture
def demo_vault(demonstration: Path, tmp_path: Path) -> Path:
    """The demonstration's vault, for the test to do with as it likes."""
    return Path(shutil.copytree(demonstration / "demonstration.thbvault", tmp_path / "demo.thbvault"))
