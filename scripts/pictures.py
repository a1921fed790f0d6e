"""Takes a picture of every window, page and dialog at 1366 x 768, light, dark, in French and in Arabic."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={ROOT / 'tests' / 'screen.json'}")
os.environ.setdefault("FONTCONFIG_FILE", str(ROOT / "tests" / "fonts.conf"))
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import Qt  # noqa: E402 - the environment is set first
from PySide6.QtGui import QImage, QPainter, QPdfWriter  # noqa: E402 - the environment is set first
from PySide6.QtPdf import QPdfDocument  # noqa: E402 - the environment is set first
from PySide6.QtWidgets import QWidget  # noqa: E402 - the environment is set first

from tests.support import walk_office  # noqa: E402 - the environment is set first
from tests.support.walk import Look  # noqa: E402 - the environment is set first
from tests.support.whole_walk import PARTS, make_vaults, walk_through  # noqa: E402 - the environment is set first
from thb_desktop.services.office.recovery import RecoveryShare  # noqa: E402 - the environment is set first
from ui import theme  # noqa: E402 - the environment is set first
from ui.application import make_application  # noqa: E402 - the environment is set first
from ui.settings import Scheme, Settings  # noqa: E402 - the environment is set first
from ui.widgets.recovery_sheet import draw_sheet, recovery_paragraphs, share_paragraphs  # noqa: E402 - the environment is set first

LOOKS = {
    "light": Settings(scheme=Scheme.LIGHT, language="en"),
    "dark": Settings(scheme=Scheme.DARK, language="en"),
    "french": Settings(scheme=Scheme.LIGHT, language="fr"),
    "arabic": Settings(scheme=Scheme.LIGHT, language="ar"),
}


def camera(into: Path) -> Look:
    """Saves a picture of each window that it is shown."""
    into.mkdir(parents=True, exist_ok=True)

    def take(window: QWidget, name: str) -> None:
        window.grab().save(str(into / f"{name}.png"))

    return take


def sheets(into: Path, share: RecoveryShare) -> None:
    """The papers for the safe."""
    office, vault = "Cabinet d'instruction 0, Liège", "034b1d5c-4d58-0e03-f09c-77961ad28ea0"
    code = recovery_paragraphs(walk_office.CODE, office, vault)
    for name, paragraphs in (("code", code), ("share", share_paragraphs(share, office=office, vault=vault))):
        path = into / f"sheet-{name}.pdf"
        writer = QPdfWriter(str(path))
        draw_sheet(writer, paragraphs)
        del writer
        document = QPdfDocument()
        document.load(str(path))
        paper = QImage(900, 1273, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, document.render(0, paper.size()))
        painter.end()
        paper.save(str(into / f"sheet-{name}.png"))
        document.close()
        path.unlink()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument(
        "--into", type=Path, default=ROOT / "build" / "pictures", help="the folder of the pictures"
    )
    asked.add_argument(
        "--looks", nargs="*", choices=LOOKS, default=list(LOOKS), help="all of them by default"
    )
    asked.add_argument("--parts", nargs="*", choices=PARTS, default=[], help="of the walk; all by default")
    given = asked.parse_args()
    application = make_application(["thb-desktop"])
    application.setQuitOnLastWindowClosed(False)
    application.setCursorFlashTime(0)
    theme.load_all_fonts()
    with tempfile.TemporaryDirectory() as place:
        vaults = make_vaults(Path(place))
        for look in given.looks:
            into = given.into / look
            if not given.parts:
                shutil.rmtree(into, ignore_errors=True)
            take = camera(into)
            if not given.parts:
                sheets(into, vaults.share)
            walk_through(application, LOOKS[look], take, vaults, given.parts)
    print(f"pictures are in {given.into}")


if __name__ == "__main__":
    main()
