"""Dialogs grow with their words, scroll where the screen is too small, and say nothing before it is known."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import at_the_desk, reopen, settle, unlock
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.assessment import AssessmentMethod, IndividualAssessment, Risk, RiskKind, RiskLevel
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.people import Identity
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import WrongSecondPassphraseError
from thb_desktop.services.office import users
from ui.application import AppController
from ui.cases.assessment import ShownAssessmentDialog
from ui.cases.dialogs import IdentityDialog
from ui.main_window import MainWindow
from ui.messages import sentence
from ui.office.add_user import AddUserDialog
from ui.office.leaving import HandOverDialog, RetireDialog
from ui.office.rekey import RekeyDialog
from ui.office.rekey_model import RekeyModel
from ui.settings import Scheme, Settings
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.shown_for_a_while import SHOWN_FOR

LONG = "She lives in a shelter whose place nobody outside the unit knows. " * 20


def add_colleague(vault: Path) -> None:
    session = reopen(vault)
    users.add_user(
        session,
        name="Ines Maertens",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    session.close()


def cut(window: QWidget) -> list[str]:
    """What is seen and has less room than its words or its letters need."""
    seen = [part for part in window.findChildren(QWidget) if part.isVisible()]
    labels = [part for part in seen if isinstance(part, QLabel) and part.text()]
    lines = [part for part in seen if isinstance(part, QLineEdit)]
    return [
        *(part.text() for part in labels if part.height() < part.heightForWidth(part.width())),
        *(part.accessibleName() for part in lines if part.height() < part.minimumSizeHint().height()),
    ]


def dialogs_of_the_office(window: MainWindow) -> list[Dialog]:
    people, keys = window.office.people, window.office.keys
    return [
        AddUserDialog(people, people.model),
        HandOverDialog(people, people.model),
        RekeyDialog(keys, RekeyModel(keys.model.jobs, keys)),
    ]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_dialog_grows_with_what_it_asks_and_with_a_refusal(
    application: QApplication, qtbot: QtBot, vault: Path, language: str
):
    add_colleague(vault)
    with at_the_desk(application, Settings(scheme=Scheme.LIGHT, language=language)) as desk:
        window = unlock(desk, qtbot, vault)
        window.go(6)
        settle(desk, qtbot)

        for dialog in dialogs_of_the_office(window):
            dialog.open()
            settle(desk, qtbot)
            before = dialog.height()
            dialog.refuse(sentence(WrongSecondPassphraseError("wrong")))

            qtbot.waitUntil(lambda dialog=dialog, before=before: dialog.height() > before)
            assert cut(dialog) == []
            assert dialog.area.verticalScrollBar().maximum() == 0
            dialog.done(QDialog.DialogCode.Rejected)


def test_where_the_screen_is_too_small_the_body_scrolls_and_the_cursor_is_in_its_first_field(
    desk: AppController, qtbot: QtBot, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Dialog, "most_height", lambda _: 360)
    people = unlock(desk, qtbot, vault).office.people
    dialog = HandOverDialog(people, people.model)

    dialog.open()
    settle(desk, qtbot)

    qtbot.waitUntil(lambda: dialog.area.verticalScrollBar().maximum() > 0)
    # What became known last makes its part higher, and each part around it is laid out anew after it.
    qtbot.waitUntil(lambda: cut(dialog) == [])
    assert dialog.height() <= 360
    assert dialog.focusWidget() is dialog.name
    assert dialog.main_button.visibleRegion().boundingRect() == dialog.main_button.rect()
    dialog.done(QDialog.DialogCode.Rejected)


def test_the_fields_of_a_dialog_begin_in_one_line(desk: AppController, qtbot: QtBot, vault: Path):
    people = unlock(desk, qtbot, vault).office.people
    dialog = HandOverDialog(people, people.model)

    dialog.open()
    settle(desk, qtbot)

    fields = (dialog.name, dialog.form.new, dialog.own, dialog.second.reason)
    assert len({field.mapTo(dialog, field.rect().topLeft()).x() for field in fields}) == 1
    assert len(dialog.findChildren(Form)) == 4
    dialog.done(QDialog.DialogCode.Rejected)


def test_what_is_sealed_apart_is_read_whole(desk: AppController, qtbot: QtBot, vault: Path):
    view = unlock(desk, qtbot, vault).cases
    assessment = IndividualAssessment(
        person_id=PersonId("P"),
        version=1,
        made_at=datetime(2026, 5, 3, tzinfo=UTC),
        made_by="Victim support",
        method=AssessmentMethod.BASIC,
        circumstances=LONG,
        risks=tuple(Risk(kind=kind, level=RiskLevel.HIGH, basis=LONG[:200]) for kind in RiskKind),
        measures=("Separate waiting room", "Female interpreter"),
    )
    identity = Identity(person_id=PersonId("P"), name="Amina Example", circumstances=LONG)

    shown_identity = IdentityDialog(view, view.model, identity, "V-01")
    for dialog in (ShownAssessmentDialog(view, assessment), shown_identity):
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)

        assert cut(dialog) == []
        area = dialog.area
        last = area.widget().height() - area.viewport().height()
        assert area.verticalScrollBar().maximum() == max(last, 0)
        dialog.accept()


def test_what_is_sealed_apart_stays_for_another_minute_where_one_is_asked_for(
    desk: AppController, qtbot: QtBot, vault: Path
):
    view = unlock(desk, qtbot, vault).cases
    dialog = IdentityDialog(view, view.model, Identity(person_id=PersonId("P"), name="Amina Example"), "V-01")
    dialog.open()
    qtbot.wait(120)
    before = dialog.time.remainingTime()

    dialog.longer_button.click()
    after = dialog.time.remainingTime()
    dialog.time.setInterval(20)
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        pass

    assert before < SHOWN_FOR - 100
    assert after > before


def test_nothing_is_said_of_the_second_person_before_the_vault_has_told(
    desk: AppController, qtbot: QtBot, vault: Path
):
    add_colleague(vault)
    people = unlock(desk, qtbot, vault).office.people
    people.reload()
    settle(desk, qtbot)
    going_on = Event()
    desk.jobs.run(people, lambda _: going_on.wait(20))
    user = next(user for user in people.rows.rows if user.name != "Ines Maertens")
    dialog = RetireDialog(people, people.model, user)

    dialog.open()
    meanwhile = dialog.second.sentence.text()
    could_take = dialog.main_button.isEnabled()
    wanting = dialog.second.problem()
    shown = dialog.second.reason.isVisibleTo(dialog) or dialog.second.colleague.isVisibleTo(dialog)
    going_on.set()
    settle(desk, qtbot)

    assert meanwhile.startswith("Finding who could be")
    assert wanting == meanwhile
    assert not could_take
    assert not shown
    qtbot.waitUntil(dialog.main_button.isEnabled)
    assert not dialog.second.alone
    dialog.done(QDialog.DialogCode.Rejected)


def test_a_dialog_opens_over_the_middle_of_its_window_and_within_the_screen(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    screen = window.screen().availableGeometry()
    window.resize(1030, 660)

    for at in ((0, 0), (300, 90), (screen.right() - 500, screen.bottom() - 300)):
        window.move(*at)
        for dialog in dialogs_of_the_office(window):
            dialog.open()
            settle(desk, qtbot)
            middle, place = window.geometry().center(), dialog.geometry()

            assert screen.contains(place)
            if at == (300, 90):
                assert abs(place.center().x() - middle.x()) <= 2
            dialog.done(QDialog.DialogCode.Rejected)
