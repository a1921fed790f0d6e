"""The folder that is handed to a user: both programs in it do the whole work, and nothing idle is in it."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.code import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    folder: Path
    output: str

    def names(self) -> list[str]:
        return [str(path.relative_to(self.folder)) for path in self.folder.rglob("*")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    if not ROOT.joinpath(".venv/bin/python").exists():
        pytest.skip("the installer is built from .venv, which `make setup` makes")
    if shutil.which("objdump") is None:
        pytest.skip("the installer needs the Debian package binutils")
    target = tmp_path_factory.mktemp("installer")
    run = subprocess.run(
        ["scripts/installer.sh", target], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return Built(folder=target / "thb-desktop", output=run.stdout)


def test_both_programs_make_a_vault_export_and_verify(built: Built):
    assert '"passed": true' in built.output
    assert '"verdict": "holds"' in built.output


def test_it_holds_no_browser_and_no_http_client(built: Built):
    unwanted = [
        name for name in built.names() if "WebEngine" in name or "aiohttp" in name or "requests" in name
    ]

    assert unwanted == []


def test_it_holds_what_a_person_sees_and_the_licence(built: Built):
    names = built.names()

    assert "_internal/LICENSE" in names
    assert any(name.startswith("_internal/resources/fonts/") for name in names)
    assert any(name.startswith("_internal/resources/icons/") for name in names)


def test_it_stays_small(built: Built):
    size = sum(path.lstat().st_size for path in built.folder.rglob("*") if not path.is_dir())

    assert size < 300_000_000
