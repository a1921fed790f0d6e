"""Takes a picture of every window, in light, dark, right-to-left and at 1366 x 768, into build/pictures/.

Words after it choose looks (light, dark, small, mirrored) and pages (cases ... office, sealed, rolled_back).
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCREEN = ROOT / "tests" / "screen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")
os.environ.setdefault("FONTCONFIG_FILE", str(ROOT / "tests" / "fonts.conf"))
sys.path.insert(0, str(ROOT))

import pictures_more as more  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from tests.support.controllers import SAID, add_draft, at_the_desk, environment, fill, new_session  # noqa: E402
from tests.support.vaults import PASSPHRASE  # noqa: E402
from thb_desktop.services.office.recovery import RecoveryShare  # noqa: E402
from thb_desktop.services.samples import load_sample_case  # noqa: E402
from thb_desktop.vault.memory import MemoryRisk  # noqa: E402
from ui import theme  # noqa: E402
from ui.application import AppController, make_application  # noqa: E402
from ui.exhibits.register import RegisterDialog  # noqa: E402
from ui.lock_outcome import LockOutcome  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.preferences.view import SettingsDialog, ShortcutsDialog  # noqa: E402
from ui.settings import Scheme, Settings  # noqa: E402
from ui.start_window import StartWindow  # noqa: E402

INTO = ROOT / "build" / "pictures"
LOOKS = {
    "light": (Settings(scheme=Scheme.LIGHT, language="en"), (1366, 820)),
    "dark": (Settings(scheme=Scheme.DARK, language="en"), (1366, 820)),
    "small": (Settings(scheme=Scheme.LIGHT, language="fr"), (1366, 768)),
    "mirrored": (Settings(scheme=Scheme.LIGHT, language="ar"), (1366, 820)),
}


class Photographer:
    """Walks through the windows of one desk and takes a picture of each."""

    def __init__(self, application: QApplication, desk: AppController, into: Path, only: set[str]) -> None:
        self._application = application
        self._desk = desk
        self._into = into
        self._only = only
        into.mkdir(parents=True, exist_ok=True)

    def walk(self, vault: Path, size: tuple[int, int], share: RecoveryShare) -> None:
        start = self._begin(vault)
        if self._wants("start"):
            self._start(start, vault)
            more.ways_in(self, start)
            more.sheets(self._into, share)
        main = self._enter(start, vault, size)
        pages = (self._cases, self._interviews, self._exhibits, self._custody, self._export)
        for number, page in enumerate((*pages, self._health)):
            if self._wants(page.__name__.removeprefix("_")):
                self.rest()
                main.go(number)
                self.rest()
                page(main)
        if self._wants("office"):
            more.office(self, main, share)
        if self._wants("sealed"):
            more.sealed(self, main)

    def roll_back(self, vault: Path, size: tuple[int, int]) -> None:
        """A vault that is older than this computer remembers."""
        if self._wants("rolled_back"):
            more.rolled_back(self, self._enter(self._begin(vault), vault, size))

    def _wants(self, page: str) -> bool:
        return not self._only or page in self._only

    def _begin(self, vault: Path) -> StartWindow:
        self._desk.start(vault)
        start = self._desk.window
        if not isinstance(start, StartWindow):
            raise TypeError
        return start

    def _enter(self, start: StartWindow, vault: Path, size: tuple[int, int]) -> MainWindow:
        start.unlock_model.unlock(vault, PASSPHRASE)
        self.wait(lambda: isinstance(self._desk.window, MainWindow))
        main = self._desk.window
        if not isinstance(main, MainWindow):
            raise TypeError
        main.resize(*size)
        self.rest()
        return main

    def lock(self) -> None:
        """Lock while something is typed."""
        main = self._desk.window
        if not isinstance(main, MainWindow):
            raise TypeError
        main.go(2)
        self.rest()
        main.exhibits.new_button.click()
        self.rest()
        for found in self._application.topLevelWidgets():
            if isinstance(found, RegisterDialog) and found.isVisible():
                found.title.setText("Cahier de dettes, couverture rouge")
                found.note.setPlainText("Trouvé sous le matelas")
        self._desk.replace_process = lambda _: None
        self._desk.lock()

    def come_back(self, vault: Path, size: tuple[int, int]) -> None:
        """The locked window, and what is offered after it."""
        self._desk.jobs.environment = lambda: replace(environment(), memory=lambda: frozenset(MemoryRisk))
        self._desk.start(vault, locked=LockOutcome(kept=True))
        start = self._desk.window
        if not isinstance(start, StartWindow):
            raise TypeError
        self.grab(start, "locked")
        start.unlock_model.unlock(vault, PASSPHRASE)
        self.wait(lambda: isinstance(self._desk.window, MainWindow))
        main = self._desk.window
        if not isinstance(main, MainWindow):
            raise TypeError
        main.resize(*size)
        self.grab(main, "after-the-lock")
        main.said.offer.take.click()
        self.rest()
        self.dialog(main.exhibits.new_button.click, "dialog-kept")
        wizard_window = StartWindow(self._desk.jobs, None)
        wizard_window.show()
        wizard_window.show_wizard()
        wizard_window.wizard.show_code("R7KQ2-9MZ4T-0HXW8-C3VBN-5JPFD-6SG1Y-4ETA9")
        wizard_window.close()
        self.dialog(lambda: None, "dialog-without-the-code")
        wizard_window.wizard.awaits_code = False
        wizard_window.close()

    def grab(self, window: QWidget, name: str) -> None:
        self.rest()
        window.grab().save(str(self._into / f"{name}.png"))

    def rest(self) -> None:
        """Until nothing is under way."""
        self.wait(lambda: not self._desk.jobs.is_busy)

    def wait(self, until: Callable[[], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not until() and time.monotonic() < end:
            self._application.processEvents()
            time.sleep(0.005)
        for _ in range(20):
            self._application.processEvents()
            time.sleep(0.003)

    def dialog(self, opens: Callable[[], object], name: str) -> None:
        opens()
        time.sleep(0.1)
        self.rest()
        for found in self._application.topLevelWidgets():
            if isinstance(found, QDialog) and found.isVisible():
                self.grab(found, name)
                found.reject()
        self.rest()

    def _start(self, start: StartWindow, vault: Path) -> None:
        self.grab(start, "unlock")
        start.unlock.new_vault.click()
        self.grab(start, "wizard-1")
        wizard = start.wizard
        wizard.office.setText("Cabinet d'instruction 0")
        wizard.name.setText("Claire Delvaux")
        wizard.forward[0].click()
        wizard.passphrase.setText("amber canal lantern")
        self.grab(start, "wizard-2")
        wizard.show_code("R7KQ2-9MZ4T-0HXW8-C3VBN-5JPFD-6SG1Y-4ETA9")
        self.grab(start, "wizard-3")
        wizard.forward[2].click()
        self.grab(start, "wizard-4")
        wizard.left.emit()
        start.unlock_model.unlock(vault, "words that open nothing here")
        self.wait(start.unlock.notice.isVisible)
        self.grab(start, "unlock-refused")
        start.unlock.notice.clear()

    def _cases(self, main: MainWindow) -> None:
        view = main.cases
        self.grab(main, "cases")
        view.details.tabs.setCurrentIndex(1)
        self.grab(main, "cases-persons")
        self.dialog(view.new_button.click, "dialog-new-case")
        self.dialog(view.details.add_button.click, "dialog-person")
        view.details.tables["persons"].choose_row(0)
        self.dialog(view.details.reveal_button.click, "dialog-reveal")
        view.details.tabs.setCurrentIndex(4)
        self.grab(main, "cases-cooperation")
        self.dialog(SettingsDialog(main, self._desk.settings).open, "dialog-settings")
        self.dialog(ShortcutsDialog(main).open, "dialog-keys")

    def _interviews(self, main: MainWindow) -> None:
        view = main.interviews
        view.list.choose_row(view.rows.row_of(lambda found: found.interview.is_signed))
        self.grab(main, "interviews-closed")
        view.record.tabs.setCurrentIndex(1)
        self.grab(main, "interviews-formalities")
        view.record.tabs.setCurrentIndex(0)
        view.list.choose_row(view.rows.row_of(lambda found: not found.interview.is_signed))
        self.rest()
        table = view.record.table
        table.edit_side(1)
        if table.delegate.editor is not None:
            table.delegate.editor.insertPlainText("Il a pris mon passeport à l'aéroport.")
        self.grab(main, "interviews-editing")
        table.end_editing()
        self.grab(main, "interviews-unsaved")
        self.dialog(view.new_button.click, "dialog-new-interview")
        self.dialog(view.record.add_button.click, "dialog-segment")
        view.record.discard_button.click()
        self.rest()
        self.dialog(view.record.close_button.click, "dialog-read-back")
        self.dialog(view.model.check_rules, "dialog-rules")

    def _exhibits(self, main: MainWindow) -> None:
        view = main.exhibits
        view.table.choose_row(0)
        self.grab(main, "exhibits")
        view.progress.begin(view.tr("Adding %n file(s)", "", 3))
        view.progress.advance(412_000_000, 792_300_000, "412.0 MB / 792.3 MB")
        self.grab(main, "exhibits-progress")
        view.progress.end()
        self.dialog(view.new_button.click, "dialog-register")

    def _custody(self, main: MainWindow) -> None:
        self.grab(main, "custody")
        self.dialog(main.custody.new_button.click, "dialog-event")

    def _export(self, main: MainWindow) -> None:
        view = main.export
        self.grab(main, "export")
        for box in (view.interviews, view.exhibits):
            while box.count() > 4:
                box.takeItem(box.count() - 1)
            box.toggle()
        view.purpose.setText("EIO")
        view.recipient.setText("DIICOT, București")
        view.prepare_button.click()
        self.rest()
        self.grab(main, "export-pages")
        view.details.tabs.setCurrentIndex(1)
        self.grab(main, "export-checks")
        self.dialog(view.sign_button.click, "dialog-sign")
        target = self._into / "bundle.pdf"
        view.model.sign(target, "")
        self.rest()
        self.grab(main, "export-signed")
        target.unlink(missing_ok=True)

    def _health(self, main: MainWindow) -> None:
        self.grab(main, "health-before")
        main.health.check_button.click()
        self.rest()
        self.grab(main, "health")


def main() -> None:
    looks = [word for word in sys.argv[1:] if word in LOOKS] or list(LOOKS)
    only = set(sys.argv[1:]) - set(LOOKS)
    application = make_application(["thb-desktop"])
    application.setQuitOnLastWindowClosed(False)
    application.setCursorFlashTime(0)
    theme.load_all_fonts()
    with tempfile.TemporaryDirectory() as place:
        template = Path(place, "template")
        session = new_session(template)
        fill(session)
        said = [(label, text, "Je suis venue avec un homme." if words else "") for label, text, words in SAID]
        add_draft(session, load_sample_case(session, "perla"), said)
        more.add_colleague(session)
        share = more.make_share(session)
        session.close()
        older = more.set_back(template, Path(place))
        for look in looks:
            shutil.rmtree(INTO / look, ignore_errors=True)
            vault = Path(shutil.copytree(template, Path(place, look)))
            settings, size = LOOKS[look]
            with at_the_desk(application, settings) as desk:
                photographer = Photographer(application, desk, INTO / look, only)
                photographer.walk(vault, size, share)
                photographer.lock()
            with at_the_desk(application, settings) as desk:
                Photographer(application, desk, INTO / look, only).come_back(vault, size)
            with at_the_desk(application, settings) as desk:
                desk.jobs.environment = more.with_memory(Path(place))
                Photographer(application, desk, INTO / look, only).roll_back(older, size)
    print(f"pictures are in {INTO}")


if __name__ == "__main__":
    main()
