"""What a stranger has to check a bundle: the short script, and the one file of plain Python beside it."""

import shutil
import subprocess
import sys
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support.code import ROOT
from thb_desktop.verify.portable import write_portable_check

SCRIPT = ROOT / "scripts" / "check_bundle.py"
SECOND = "custody-check.pyz"


def lay_out(folder: Path, *, name: str = "check.py") -> Path:
    """Put both files into a folder; return the script."""
    with (folder / SECOND).open("wb") as target:
        write_portable_check(target)
    return Path(shutil.copy(SCRIPT, folder / name))


def checked_by_script(document: bytes, root: bytes, place: Path) -> tuple[int, str]:
    """Run the short script on a document. root: the office's, in DER. Returns exit code and what it says."""
    (place / "bundle.pdf").write_bytes(document)
    pem = x509.load_der_x509_certificate(root).public_bytes(Encoding.PEM)
    (place / "root.pem").write_bytes(pem)
    script = lay_out(place)
    ran = subprocess.run(
        [sys.executable, "-I", "-S", script, place / "bundle.pdf", place / "root.pem"],
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout
