"""What is sealed apart, in the window: shown for a reason to who holds the right, and gone when it closes."""

from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, reopen, settle, unlock
from tests.support.register import fill_register
from tests.ui.test_roles import as_user
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assessment import (
    AssessmentMethod,
    Characteristic,
    CrimeFactor,
    RiskKind,
    RiskLevel,
)
from thb_desktop.domain.vocabulary import ExhibitKind, UserRole
from thb_desktop.services.casework import drafts
from thb_desktop.vault.tables import chain
from ui.application import AppController
from ui.cases.assessment import AssessmentDialog, EnterAssessmentDialog, ShownAssessmentDialog
from ui.cases.view import CasesView
from ui.exhibits.key_material import KeyMaterialDialog, ShownKeyMaterialDialog
from ui.exhibits.register import RegisterDialog
from ui.labels import words
from ui.main_window import MainWindow
from ui.widgets.basic import Label

ASSESSED: dict[type[StrEnum], str] = {
    AssessmentMethod: "BASIC EXTENDED SPECIALIST",
    Characteristic: (
        "CHILD PREGNANT DISABILITY HEALTH GENDER_IDENTITY ETHNICITY RELIGION LANGUAGE RESIDENCE_STATUS "
        "DEPENDENCE_ON_OFFENDER PRIOR_VICTIMISATION ILLITERACY"
    ),
    CrimeFactor: "THB ORGANISED SEXUAL GENDER_BASED CLOSE_RELATIONSHIP HATE TERRORISM",
    RiskKind: "SECONDARY_VICTIMISATION REPEAT INTIMIDATION RETALIATION",
    RiskLevel: "LOW MEDIUM HIGH UNKNOWN",
}
"""The codes that the documents of the field give for an individual assessment."""
WISHES = "Does not want to be in one room with him"
SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


def acts(vault: Path) -> list[str]:
    session = reopen(vault)
    found = [signed.parsed().action for signed in chain.entries(session.read)]
    session.close()
    return found


def persons(window: MainWindow, desk: AppController, qtbot: QtBot) -> CasesView:
    window.go(0)
    settle(desk, qtbot)
    window.cases.details.sections.open("persons")
    window.cases.details.tables["persons"].choose_row(0)
    return window.cases


def assessment(
    application: QApplication, desk: AppController, qtbot: QtBot, view: CasesView
) -> AssessmentDialog:
    view.details.buttons.assessment_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, AssessmentDialog)
    settle(desk, qtbot)
    return dialog


@pytest.mark.requirement("SR-19")
def test_an_assessment_is_entered_sealed_and_opened_for_a_reason(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = persons(unlock(desk, qtbot, vault), desk, qtbot)
    asked = assessment(application, desk, qtbot, view)
    assert not asked.main_button.isEnabled()
    asked.new_button.click()
    entering = open_dialog(application, qtbot)
    assert isinstance(entering, EnterAssessmentDialog)
    entering.made_by.setText("Psychologist Example")
    entering.made_at.write_now()
    entering.method.setCurrentIndex(entering.method.findData(AssessmentMethod.BASIC))
    for box in (*entering.characteristics.values(), *entering.factors.values()):
        box.setChecked(True)
    for kind, level in entering.levels.items():
        level.setCurrentIndex(level.findData(RiskLevel.HIGH))
        entering.bases[kind].setText(f"Grounds of {kind}")
    entering.circumstances.setPlainText("She works at night")
    entering.wishes.setPlainText(WISHES)
    entering.refuses.set_value(True)
    entering.measures.setPlainText("A screen\nA room of her own")
    entering.review_on.set_value(date(2027, 1, 15))
    entering.disclosed_to.setPlainText("The shelter")
    offered = {
        *entering.characteristics,
        *entering.factors,
        *entering.levels,
        *(entering.method.itemData(at) for at in range(entering.method.count())),
        *(level.itemData(at) for at in range(level.count())),
    }
    entering.main_button.click()
    settle(desk, qtbot)

    again = assessment(application, desk, qtbot, view)
    again.take()
    refused = again.notice.sentence.text()
    again.reason.setPlainText("To prepare the hearing")
    again.main_button.click()
    settle(desk, qtbot)
    shown = open_dialog(application, qtbot)
    assert isinstance(shown, ShownAssessmentDialog)
    said = "\n".join(label.text() for label in shown.findChildren(Label))
    labels = shown.findChildren(Label)
    shown.forget()

    assert "A reason is needed" in refused
    assert WISHES in said
    assert "Unable to read or write" in said
    assert "Retaliation: High. Grounds of RETALIATION" in said
    assert offered == {each for told in ASSESSED.values() for each in told.split()}
    for codes in (Characteristic, CrimeFactor, RiskKind):
        assert all(words(codes(each)) in said for each in ASSESSED[codes].split())
    assert all(told in said for told in ("She works at night", "A room of her own", "The shelter", "2027"))
    lines = said.split("\n")
    assert "Yes" in lines[lines.index("Refuses special measures") + 1]
    assert not any(WISHES in label.text() or WISHES in label.accessibleName() for label in labels)
    shown.accept()
    desk.end()
    assert VaultAction.ASSESSMENT_ADDED in acts(vault)
    assert VaultAction.ASSESSMENT_VIEWED in acts(vault)


@pytest.mark.requirement("SR-19")
def test_a_clerk_is_not_offered_an_assessment(desk: AppController, qtbot: QtBot, vault: Path):
    view = persons(as_user(desk, qtbot, vault, UserRole.CLERK), desk, qtbot)

    assert view.details.buttons.reveal_button.isVisible()
    assert not view.details.buttons.assessment_button.isVisible()


def registered(application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow) -> None:
    """An exhibit of the kind whose secret is sealed apart, chosen in the list."""
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.new_button.click()
    register = open_dialog(application, qtbot)
    settle(desk, qtbot)
    assert isinstance(register, RegisterDialog)
    fill_register(register, kind=ExhibitKind.SECRET_KEY_MATERIAL, reason="Found at the search of 3 May")
    register.main_button.click()
    settle(desk, qtbot)
    rows = window.exhibits.rows
    window.exhibits.table.choose_row(rows.row_of(lambda found: found.exhibit.number == "E-77"))
    settle(desk, qtbot)


def key_dialog(
    application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow, tab: int
) -> KeyMaterialDialog:
    window.exhibits.card.key_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, KeyMaterialDialog)
    dialog.tabs.setCurrentIndex(tab)
    settle(desk, qtbot)
    dialog.second.reason.setText("Nobody else works in this office")
    return dialog


@pytest.mark.requirement("SR-19")
def test_key_material_is_typed_once_opened_for_a_reason_and_kept_in_no_draft(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    registered(application, desk, qtbot, window)
    entering = key_dialog(application, desk, qtbot, window, 1)
    entering.secret.setPlainText(SEED)
    field = entering.secret
    assert entering.keeper is not None
    assert set(entering.keeper.typed) == {"second.reason"}
    with qtbot.waitSignal(window.exhibits.card.key_model.kept, timeout=20_000):
        entering.main_button.click()
    typed_left = field.toPlainText()
    settle(desk, qtbot)

    opening = key_dialog(application, desk, qtbot, window, 0)
    opening.reason.setPlainText("The wallet is to be emptied by order of the court")
    opening.main_button.click()
    settle(desk, qtbot)
    shown = open_dialog(application, qtbot)
    assert isinstance(shown, ShownKeyMaterialDialog)
    said = shown.secret.text()
    label = shown.secret
    shown.forget()
    after = label.text()
    shown.accept()
    desk.end()

    assert typed_left == ""
    assert said == SEED
    assert after == ""
    session = reopen(vault)
    kept = [found.form for found in drafts.list_forms(session)]
    session.close()
    assert kept == []
    assert {VaultAction.KEY_MATERIAL_ADDED, VaultAction.KEY_MATERIAL_VIEWED} <= set(acts(vault))


@pytest.mark.requirement("SR-19")
def test_key_material_is_offered_for_that_kind_only_and_to_its_holders(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.table.choose_row(0)
    settle(desk, qtbot)
    card = window.exhibits.card
    another = card.key_button.isVisible()
    registered(application, desk, qtbot, window)

    assert not another
    assert card.key_button.isVisible()
    assert not card.add_button.isVisible()
    card.show_rights(frozenset())
    card.show_exhibit(window.exhibits.model.exhibit)
    assert not card.key_button.isVisible()
