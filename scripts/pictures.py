"""Takes a picture of every window, in light, dark, right-to-left and at 1366 x 768, into build/pictures/."""

import os
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FONTCONFIG_FILE", str(ROOT / "tests" / "fonts.conf"))
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from thb_desktop.crypto.derivation import FLOOR  # noqa: E402
from thb_desktop.crypto.passphrases import prepare  # noqa: E402
from thb_desktop.domain.vocabulary import UserRole  # noqa: E402
from thb_desktop.services import users, vaults  # noqa: E402
from thb_desktop.services.clock import FixedClock  # noqa: E402
from thb_desktop.services.environment import Environment  # noqa: E402
from thb_desktop.services.samples import load_sample_case  # noqa: E402
from ui import theme  # noqa: E402
from ui.application import Desk, make_application  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.settings import Scheme, Settings  # noqa: E402

PASSPHRASE = "amber canal lantern orchard violet"  # noqa: S105 - of a vault that dies with the run
INTO = ROOT / "build" / "pictures"
LOOKS = {
    "light": (Settings(scheme=Scheme.LIGHT, language="en"), (1366, 820)),
    "dark": (Settings(scheme=Scheme.DARK, language="en"), (1366, 820)),
    "small": (Settings(scheme=Scheme.LIGHT, language="fr"), (1366, 768)),
    "mirrored": (Settings(scheme=Scheme.LIGHT, language="ar"), (1366, 820)),
}
PAGES = ("cases", "interviews", "exhibits", "custody", "export", "health")


CLOCK = FixedClock(datetime(2026, 11, 2, 8, 0, tzinfo=UTC), timedelta(milliseconds=400))


def environment() -> Environment:
    return Environment(clock=CLOCK, randomness=secrets.token_bytes, kdf=FLOOR)


def make_vault(folder: Path) -> None:
    made = vaults.create_vault(
        folder,
        office="Cabinet d'instruction 0, Liège",
        user_name="Claire Delvaux",
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=prepare(PASSPHRASE),
        environment=environment(),
    )
    users.add_user(
        made.session,
        name="Samira Haddad",
        role=UserRole.INTERPRETER,
        passphrase=prepare(PASSPHRASE + " salt"),
    )
    for name in ("schelde", "perla"):
        load_sample_case(made.session, name)
    made.session.close()


def wait(application: QApplication, until: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)
    for _ in range(20):
        application.processEvents()
        time.sleep(0.003)


def take(application: QApplication, desk: Desk, vault: Path, look: str) -> None:
    desk.settings, size = LOOKS[look]
    into = INTO / look
    into.mkdir(parents=True, exist_ok=True)
    desk.start(vault)
    wait(application, lambda: True)

    def grab(window: QWidget, name: str) -> None:
        wait(application, lambda: True)
        window.grab().save(str(into / f"{name}.png"))

    start = desk.window
    grab(start, "unlock")
    start.show_wizard()
    grab(start, "wizard-1")
    start.wizard.office.setText("Cabinet d'instruction 0")
    start.wizard.name.setText("Claire Delvaux")
    start.wizard._take_who()
    start.wizard.passphrase.setText("amber canal lantern")
    grab(start, "wizard-2")
    start.wizard._show_code("R7KQ2-9MZ4T-0HXW8-C3VBN-5JPFD-6SG1Y-4ETA9")
    grab(start, "wizard-3")
    start._show(start.unlock)
    start.unlock_model.unlock(vault, "wrong words that open nothing here")
    wait(application, lambda: start.unlock.notice.isVisible())
    grab(start, "unlock-refused")
    start.unlock_model.unlock(vault, PASSPHRASE)
    wait(application, lambda: isinstance(desk.window, MainWindow))
    main = desk.window
    main.resize(*size)
    wait(application, lambda: not desk.jobs._waiting)
    for number, page in enumerate(PAGES):
        main.go(number)
        wait(application, lambda: not desk.jobs._waiting)
        EXTRA.get(page, lambda *_: None)(application, desk, main, grab)
        grab(main, page)
    desk.jobs.close()
    main.close()


def _cases(
    application: QApplication, desk: Desk, main: MainWindow, grab: Callable[[QWidget, str], None]
) -> None:
    view = main.pages[0]
    view.tabs.setCurrentIndex(1)
    grab(main, "cases-persons")
    _dialog(application, grab, view._new, "dialog-new-case")
    _dialog(application, grab, view._add, "dialog-person")
    view.tabs.setCurrentIndex(4)
    grab(main, "cases-cooperation")
    view.tabs.setCurrentIndex(0)


def _interviews(
    application: QApplication, desk: Desk, main: MainWindow, grab: Callable[[QWidget, str], None]
) -> None:
    view = main.pages[1]
    rows = view.rows
    at = max(0, rows.row_of(lambda found: found.interview.language.startswith("ar")))
    view.list.choose_row(at)
    wait(application, lambda: not desk.jobs._waiting)
    grab(main, "interviews-closed")
    view.record.tabs.setCurrentIndex(1)
    grab(main, "interviews-formalities")
    view.record.tabs.setCurrentIndex(0)
    _dialog(application, grab, view._new, "dialog-new-interview")


def _exhibits(
    application: QApplication, desk: Desk, main: MainWindow, grab: Callable[[QWidget, str], None]
) -> None:
    view = main.pages[2]
    view.table.choose_row(1)
    wait(application, lambda: not desk.jobs._waiting)
    _dialog(application, grab, view._new, "dialog-register")


def _custody(
    application: QApplication, desk: Desk, main: MainWindow, grab: Callable[[QWidget, str], None]
) -> None:
    view = main.pages[3]
    _dialog(application, grab, view._new, "dialog-event")


def _export(
    application: QApplication, desk: Desk, main: MainWindow, grab: Callable[[QWidget, str], None]
) -> None:
    grab(main, "export-empty")
    view = main.pages[4]
    view.purpose.setText("Judicial cooperation")
    view.recipient.setText("DIICOT, Bucharest")
    view._prepare()
    wait(application, lambda: view.sign_button.isEnabled() or view.notice.isVisible())
    wait(application, lambda: not desk.jobs._waiting)
    grab(main, "export-pages")


def _health(
    application: QApplication, desk: Desk, main: MainWindow, grab: Callable[[QWidget, str], None]
) -> None:
    view = main.pages[5]
    view.model.check()
    wait(application, lambda: not desk.jobs._waiting)


def _dialog(
    application: QApplication, grab: Callable[[QWidget, str], None], opens: Callable[[], object], name: str
) -> None:
    opens()
    wait(application, lambda: True)
    dialog = next(
        (
            found
            for found in application.topLevelWidgets()
            if isinstance(found, QDialog) and found.isVisible()
        ),
        None,
    )
    if dialog is not None:
        time.sleep(0.1)
        grab(dialog, name)
        dialog.reject()
        wait(application, lambda: True)


EXTRA: dict[str, Callable[[QApplication, Desk, MainWindow, Callable[[QWidget, str], None]], None]] = {
    "cases": _cases,
    "interviews": _interviews,
    "exhibits": _exhibits,
    "custody": _custody,
    "export": _export,
    "health": _health,
}


def main() -> None:
    looks = sys.argv[1:] or list(LOOKS)
    application = make_application(["thb-desktop"])
    application.setQuitOnLastWindowClosed(False)
    application.setCursorFlashTime(0)
    theme.load_all_fonts()
    with tempfile.TemporaryDirectory() as place:
        vault = Path(place, "vault")
        make_vault(vault)
        for look in looks:
            shutil.rmtree(INTO / look, ignore_errors=True)
            take(application, Desk(application, environment), vault, look)
    print(f"pictures are in {INTO}")


if __name__ == "__main__":
    main()
