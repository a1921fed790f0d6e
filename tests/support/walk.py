"""A walk through every window, page and dialog of the program; whoever looks is shown each by its name."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.support.controllers import SAID, add_draft, environment, fill
from tests.support.films import film
from tests.support.papers import without_papers
from tests.support.recorded import recorded, recorded_exhibit, recording
from tests.support.testimony import START, event, lined_up
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.description_codes import CaptureMethod, NetworkIsolation, PowerState
from thb_desktop.domain.ids import CaseId, ExhibitId, InterviewId, RowId
from thb_desktop.domain.lineup_codes import LineupResult
from thb_desktop.domain.vocabulary import CaseStatus, ClockSource, TimelineKind
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import descriptions, exhibits
from thb_desktop.services.persons import people
from thb_desktop.services.samples import load_sample_case
from thb_desktop.services.testimony import formalities
from thb_desktop.vault.memory import MemoryRisk
from ui.application import AppController
from ui.exhibits.register import RegisterDialog
from ui.lock_outcome import LockOutcome
from ui.main_window import MainWindow
from ui.start_window import StartWindow

SIZE = (1366, 768)
PERLA, NOTHING = "DEMO-A-PERLA", "2026/0099"
"""References of two of the cases."""
Look = Callable[[QWidget, str], None]
"""Is shown a window and its name."""


def furnish(session: Session) -> None:
    """Both sample cases, a draft in Arabic, and a case in which nothing is entered."""
    linguist = next(
        each for each in people.list_interpreters(session, fill(session).id) if each.user_id is not None
    )
    perla = load_sample_case(session, "perla")
    arabic = next(each for each in people.list_interpreters(session, perla.id) if "ar" in each.languages)
    same = replace(arabic, name=linguist.name, user_id=linguist.user_id)
    corrections.correct(session, same, "Became a user")
    said = [(label, text, "Je suis venue avec un homme." if words else "") for label, text, words in SAID]
    draft = add_draft(session, perla, said)
    recorded(session, draft.id)
    seen = recorded_exhibit(session, draft.id, "E-93", [("zaal-3.avi", film(4))])
    recording(session, draft.id, seen, started_at=START + timedelta(minutes=40))
    _show_lineup(session, draft.id, seen.id)
    without_papers(session, perla)
    _describe_first(session, perla)
    empty = CaseFile(
        id=CaseId(""),
        reference=NOTHING,
        titles=(("fr", "Dossier vide"),),
        country="BE",
        language="fr",
        notice_number="",
        opened_on=date(2026, 11, 24),
        status=CaseStatus.OPEN,
    )
    cases.open_case(session, empty)


def _show_lineup(session: Session, record: InterviewId, exhibit: ExhibitId) -> None:
    """A line-up of photographs, and the event that names it."""
    lineup = lined_up(
        number="F-1",
        exhibit_id=exhibit,
        shown_at=START + timedelta(minutes=50),
        shown=8,
        conducted_by="INP Sarah Moreau",
        result=LineupResult.POSSIBLY,
        chosen="4",
        certainty="« Je crois que c'est lui, mais il avait une barbe. »",
    )
    held = formalities.add_formality(session, record, lineup)
    shown = replace(event(TimelineKind.PHOTO_LINEUP, 50), lineup_id=RowId(held.id))
    formalities.add_formality(session, record, shown)


def _describe_first(session: Session, case: CaseFile) -> None:
    """A telephone, its card and a captured page, as if they were in the first exhibit."""
    first = exhibits.list_bare_exhibits(session, case.id)[0]
    of = {"id": RowId(""), "case_id": case.id, "exhibit_id": first.id}
    for item in (
        ItemDescription(
            item="Téléphone",
            make="Samsung",
            model="SM-A546B",
            serial="R5CW31EXEMPLE",
            imei=("352099001761481", "352099001761499"),
            condition="écran fêlé",
            power_found=PowerState.ON,
            power_left=PowerState.ON,
            isolation=NetworkIsolation.FARADAY,
            passcode_known=False,
            **of,
        ),
        ItemDescription(item="Carte SIM", make="Opérateur Exemple", quantity="1", **of),
    ):
        descriptions.describe_item(session, item)
    descriptions.describe_capture(
        session,
        OnlineCapture(
            requested_url="https://annonces.example/liege/48213",
            captured_at=first.collected_at,
            tool="Webrecorder 1.9",
            method=CaptureMethod.WACZ,
            clock=ClockSource.NTP_BEFORE_ISOLATION,
            platform="Annonces Exemple",
            phones=("+32 470 00 00 16",),
            languages=("fr", "ro"),
            **of,
        ),
    )


class Walk:
    """One desk, and who looks."""

    def __init__(self, application: QApplication, desk: AppController, look: Look) -> None:
        self.application, self.desk = application, desk
        self._look = look

    def begin(self, vault: Path) -> StartWindow:
        self.desk.start(vault)
        start = self.desk.window
        if not isinstance(start, StartWindow):
            raise TypeError
        return start

    def enter(self, vault: Path, start: StartWindow | None = None) -> MainWindow:
        (start or self.begin(vault)).unlock_model.unlock(vault, PASSPHRASE)
        self.wait(lambda: isinstance(self.desk.window, MainWindow))
        return self.main()

    def main(self) -> MainWindow:
        main = self.desk.window
        if not isinstance(main, MainWindow):
            raise TypeError
        main.resize(*SIZE)
        self.rest()
        return main

    def show_case(self, main: MainWindow, reference: str) -> None:
        """Let every page be about this case."""
        found = next(each.case for each in main.cases.rows.rows if each.case.reference == reference)
        main.show_case(found)
        self.rest()

    def go(self, main: MainWindow, page: int) -> None:
        self.rest()
        main.go(page)
        self.rest()

    def grab(self, window: QWidget, name: str) -> None:
        """Whoever looks is there: nothing locks by itself while the walk takes long."""
        if (handle := window.window().windowHandle()) is not None:
            pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
            self.application.sendEvent(handle, pressed)
        self.rest()
        self._look(window, name)

    def rest(self) -> None:
        """Until nothing is under way."""
        self.wait(lambda: not self.desk.jobs.is_busy)

    def wait(self, until: Callable[[], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not until() and time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.005)
        for _ in range(6):
            self.application.processEvents()
            time.sleep(0.002)

    def opened(self) -> QDialog | None:
        """The dialog that stands in front."""
        front = self.application.activeModalWidget()
        if isinstance(front, QDialog) and front.isVisible():
            return front
        windows = self.application.topLevelWidgets()
        found = [each for each in windows if isinstance(each, QDialog) and each.isVisible()]
        return found[-1] if found else None

    def dialog(
        self, opens: Callable[[], object], name: str, then: Callable[[QDialog], object] | None = None
    ) -> None:
        """Open a dialog, look at it, and leave it. then: what is done in it before it is looked at."""
        opens()
        time.sleep(0.03)
        self.rest()
        found = self.opened()
        if found is None:
            raise LookupError(name)
        if then is not None:
            then(found)
        self.grab(found, name)
        found.reject()
        self.rest()

    def question(self, asks: Callable[[], object], name: str) -> None:
        """The same for a dialog that is waited for."""

        def look() -> None:
            found = self.opened()
            if found is None:
                raise LookupError(name)
            self._look(found, name)
            found.reject()

        QTimer.singleShot(250, look)
        asks()
        self.rest()

    def draw(self, dialog: QDialog, name: str, then: Callable[[QDialog], object] | None = None) -> None:
        """Look at a dialog that was just made."""
        self.dialog(dialog.open, name, then)

    def lock(self) -> None:
        """Lock while something is typed."""
        main = self.main()
        self.show_case(main, PERLA)
        main.go(2)
        self.rest()
        main.exhibits.new_button.click()
        self.rest()
        found = self.opened()
        if isinstance(found, RegisterDialog):
            found.exhibit.set_values(
                titles=(("fr", "Cahier de dettes, couverture rouge"),), note="Trouvé sous le matelas"
            )
        self.desk.replace_process = lambda _: None
        self.desk.lock()

    def come_back(self, vault: Path) -> None:
        """The locked window, and what is offered after it."""
        self.desk.jobs.environment = lambda: replace(environment(), memory=lambda: frozenset(MemoryRisk))
        self.desk.start(vault, locked=LockOutcome(kept=True))
        start = self.desk.window
        if not isinstance(start, StartWindow):
            raise TypeError
        self.grab(start, "locked")
        main = self.enter(vault, start)
        self.grab(main, "after-the-lock")
        main.said.offer.take.click()
        self.rest()
        self.dialog(main.exhibits.new_button.click, "dialog-kept")
