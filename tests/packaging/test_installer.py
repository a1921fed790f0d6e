"""The folder that is handed to a user: both programs in it do the whole work, and nothing idle is in it."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from tests.support.code import ROOT
from thb_desktop.build_digest import STORED, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    folder: Path
    output: str

    def names(self) -> list[str]:
        return [str(path.relative_to(self.folder)) for path in self.folder.rglob("*")]

    def packages(self, program: str) -> set[str]:
        """The outermost packages of the Python code in a program."""
        code = CArchiveReader(str(self.folder / program)).open_embedded_archive("PYZ.pyz")
        return {module.partition(".")[0] for module in code.toc}


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


def test_both_programs_do_the_whole_work_and_nothing_idle_is_with_them(built: Built):
    """One test: two would build the folder twice, in two of the processes that test."""
    names = built.names()

    assert '"passed": true' in built.output
    assert '"verdict": "holds"' in built.output
    assert '"milliseconds heard": 1000' in built.output
    assert [each for each in names if "WebEngine" in each or "aiohttp" in each or "requests" in each] == []
    assert [each for each in names if "webp" in each.lower()] == []  # a decoder that nothing calls
    assert built.packages("thb") & {"ui", "PySide6", "shiboken6"} == set()
    assert built.packages("thb-desktop") >= {"ui", "PySide6", "thb_desktop"}
    assert "_internal/LICENSE" in names
    assert built.folder.joinpath("_internal/thb_desktop", STORED).read_text().strip() == digest_of(ROOT)
    assert any(name.startswith("_internal/resources/fonts/") for name in names)
    assert any(name.startswith("_internal/resources/icons/") for name in names)
    # Most of it is Qt. The bound finds a library that comes in unseen: new code of our own is small.
    assert sum(path.lstat().st_size for path in built.folder.rglob("*") if not path.is_dir()) < 327_000_000
