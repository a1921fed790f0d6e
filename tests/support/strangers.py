"""What a stranger has to check a bundle: the short script, and the one file of plain Python beside it."""

import shutil
from pathlib import Path

from tests.support.code import ROOT
from thb_desktop.verify.portable import write_portable_check

SCRIPT = ROOT / "scripts" / "check_bundle.py"
SECOND = "custody-check.pyz"


def lay_out(folder: Path, *, name: str = "check.py") -> Path:
    """Put both files into a folder; return the script."""
    with (folder / SECOND).open("wb") as target:
        write_portable_check(target)
    return Path(shutil.copy(SCRIPT, folder / name))
