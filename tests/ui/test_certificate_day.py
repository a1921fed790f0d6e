"""The dialog of a certificate that is open over midnight does not keep the day of before."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import give_it_out, modal, office_with_record, opened, stored
from tests.support.assignments import render_checked
from tests.support.controllers import at_the_desk, reopen
from thb_desktop.domain.certificates import CertificateElement
from thb_desktop.domain.times import Reading
from thb_desktop.services.assignments import desk as at_desk
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.language import templates
from ui.clock import day_here
from ui.language_work.certificate_dialog import CertificateDialog

DONE = CertificateElement.PLACE_AND_TIME


class LateClock:
    """A clock that stands at noon of tomorrow, and some days later if a test says so."""

    def __init__(self) -> None:
        self._tomorrow = SystemClock().read()
        self.days = 1

    def read(self) -> Reading:
        noon = self._tomorrow.at.replace(hour=12, minute=0, second=0, microsecond=0)
        return replace(self._tomorrow, at=noon + timedelta(days=self.days))


def test_a_certificate_whose_wording_was_shown_yesterday_is_refused_until_it_is_shown_again(
    application: QApplication, qtbot: QtBot, tmp_path: Path
):
    clock = LateClock()
    vault = office_with_record(tmp_path / "office.thbvault")
    with closing(reopen(vault)) as session:
        (before,) = templates.list_templates(session)
        dated = {**dict(before.elements), DONE.value: "Done at {place}, {date}"}
        elements = {CertificateElement(each): text for each, text in dated.items()}
        templates.set_template(
            session, name=before.name, language=before.language, elements=elements, is_official=False
        )
    given = give_it_out(vault)
    with closing(stored(given)) as session:
        for turn in at_desk.open_job(session).job.sources:
            render_checked(session, turn, "Ik kwam met een man.")
    with at_the_desk(application, clock=clock) as desk:
        desk.replace_process = lambda _: None
        window = opened(desk, qtbot, vault, given)
        QTest.keyClick(window, Qt.Key.Key_F10)
        dialog = modal(application, qtbot, CertificateDialog)
        qtbot.waitUntil(lambda: dialog.wording.count() > 0, timeout=20_000)
        for name in ("kind", "machine_assisted"):
            box = dialog.form.editors[name]
            box.setFocus()
            QTest.keyClick(box, Qt.Key.Key_End)
        dialog.form.set_values(place="Gent")
        dialog.write_button.click()
        qtbot.waitUntil(lambda: bool(dialog.elements), timeout=20_000)
        first = dialog.elements[DONE].toPlainText()
        for _, reason in dialog.reasons.fields:
            reason.setText("Compared with the recording")

        clock.days += 1
        dialog.main_button.click()
        qtbot.waitUntil(lambda: bool(dialog.notice.sentence.text()), timeout=20_000)
        refused = dialog.notice.sentence.text()
        dialog.write_button.click()
        qtbot.waitUntil(lambda: dialog.elements[DONE].toPlainText() != first, timeout=20_000)
        shown = dialog.elements[DONE].toPlainText()
        dialog.main_button.click()
        qtbot.waitUntil(lambda: application.activeModalWidget() is None, timeout=20_000)

    day = day_here(clock.read().at)
    assert first == f"Done at Gent, {day - timedelta(days=1)}"
    assert "on another day" in refused
    assert shown == f"Done at Gent, {day}"
    with closing(stored(given)) as session:
        (made,) = at_desk.open_job(session).job.certificates
    assert dict(made.elements)[DONE] == shown
