"""What the window says holds while it stands there: what was done is said, and what is past is taken back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle, start_window, unlock
from tests.ui.test_sealed import SEED, assessment, key_dialog, persons, registered
from thb_desktop.domain.bundle import Bundle
from thb_desktop.findings import Standing, broken, holds, unknown
from thb_desktop.services.casework import drafts
from thb_desktop.words import refusal
from ui.application import AppController
from ui.cases.assessment import EnterAssessmentDialog
from ui.environment import real_environment
from ui.export.result import ResultCard
from ui.export.view_model import Signed
from ui.jobs import VaultJobs
from ui.main_window import MainWindow
from ui.widgets.basic import Label
from ui.widgets.dialog import FRAME

KEPT = "What you typed was saved"


def left_assessment(
    application: QApplication, desk: AppController, qtbot: QtBot, window: MainWindow
) -> tuple[EnterAssessmentDialog, str]:
    """A form that was left with something in it, and is open again; and what was said when it was left."""
    view = persons(window, desk, qtbot)
    dialog, said = None, ""
    for again in (False, True):
        assessment(application, desk, qtbot, view).new_button.click()
        dialog = open_dialog(application, qtbot)
        assert isinstance(dialog, EnterAssessmentDialog)
        settle(desk, qtbot)
        if not again:
            dialog.made_by.setText("Psychologist Example")
            dialog.made_at.write_now()
            dialog.method.setCurrentIndex(0)
            dialog.reject()
            settle(desk, qtbot)
            said = window.notice.sentence.text()
    assert dialog is not None
    return dialog, said


def test_that_something_typed_is_kept_is_said_until_its_form_was_taken(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    dialog, before = left_assessment(application, desk, qtbot, window)

    dialog.main_button.click()
    settle(desk, qtbot)

    assert KEPT in before
    assert window.notice.sentence.text() == "The assessment is sealed."


def test_that_something_typed_is_kept_is_not_said_of_what_was_given_up(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    dialog, before = left_assessment(application, desk, qtbot, window)

    dialog.start_over_button.click()
    dialog.reject()
    settle(desk, qtbot)
    settle(desk, qtbot)

    assert KEPT in before
    assert not window.notice.isVisible()


def test_what_waits_after_an_unlock_is_named_with_what_it_is_about_until_it_was_taken(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    person = window.cases.details.lists["persons"].rows[0]
    keep = drafts.save_form
    for form, subject in (("add-assessment", person.id), ("new-case", "")):
        desk.jobs.run(
            window, lambda session, form=form, subject=subject: keep(session, form, subject, {"a": "b"})
        )
    window.model.start()
    settle(desk, qtbot)
    said = window.said.offer.sentence.text()

    window.cases.model.draft("add-assessment", person.id).give_up()
    settle(desk, qtbot)
    settle(desk, qtbot)

    assert "a new case" in said
    assert f"an individual assessment (\u2066{person.code}\u2069)" in said
    assert "a new case" in window.said.offer.sentence.text()
    assert "assessment" not in window.said.offer.sentence.text()


def test_a_refusal_goes_when_the_next_try_works(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    view = window.cases
    case = view.rows.rows[0].case
    view.model.open_case(case)
    settle(desk, qtbot)
    refused = view.notice.isVisible()

    view.model.open_case(replace(case, reference="2026/0003"))
    settle(desk, qtbot)

    assert refused
    assert not view.notice.isVisible()


@pytest.mark.requirement("SR-19")
def test_key_material_that_was_never_entered_is_said_to_be_so_and_its_sealing_is_said(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    registered(application, desk, qtbot, window)
    dialog = key_dialog(application, desk, qtbot, window, 0)
    dialog.reason.setPlainText("The wallet is to be emptied by order of the court")
    dialog.main_button.click()
    settle(desk, qtbot)
    refused = dialog.notice.sentence.text()
    dialog.tabs.setCurrentIndex(1)
    settle(desk, qtbot)
    dialog.second.reason.setText("Nobody else works in this office")
    dialog.secret.setPlainText(SEED)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert refused == refusal("no-key-material", "en")
    assert window.exhibits.notice.sentence.text() == "The key material is sealed."


def test_what_is_broken_stands_first_among_the_findings(desk: AppController, qtbot: QtBot, vault: Path):
    view = unlock(desk, qtbot, vault).health
    found = (
        holds("tables.last"),
        unknown("clock-backwards.computer"),
        broken("content-damaged.vault", exhibit="E-1", case_file="2026/0001"),
    )
    report = type("Report", (), {"findings": found, "surroundings": (), "files_checked": 1})()

    view._show(report)

    standings = [row.standing for row in view.rows.rows]
    assert standings == [Standing.BROKEN, Standing.UNKNOWN, Standing.HOLDS]


def test_where_a_bundle_was_saved_is_said(application: QApplication, tmp_path: Path):
    bundle = Bundle.__new__(Bundle)
    for name, value in {
        "number": "1",
        "pages": 2,
        "sha256": "0" * 64,
        "recipient": "A court",
        "purpose": "Trial",
    }.items():
        object.__setattr__(bundle, name, value)
    card = ResultCard(VaultJobs(real_environment))

    card.show_signed(Signed(bundle=bundle, target=tmp_path / "bundle.pdf", findings=()))

    said = "\n".join(label.text() for label in card.findChildren(Label))
    assert application is not None
    assert "bundle.pdf" in said
    assert str(tmp_path) in said


@pytest.mark.parametrize("room", [QSize(1366, 768), QSize(1280, 720), QSize(1024, 768), QSize(1024, 600)])
def test_the_status_bar_and_the_lock_are_seen_on_a_small_screen(
    desk: AppController, qtbot: QtBot, vault: Path, room: QSize
):
    window = unlock(desk, qtbot, vault)

    window.fit(room)
    for number in range(len(window.pages)):
        window.go(number)
        settle(desk, qtbot)
        QApplication.processEvents()

        assert window.width() <= room.width()
        assert window.height() <= room.height() - FRAME
        for part in (window.status.code_label, window.status.countdown, window.rail.lock_button):
            assert window.rect().contains(part.rect().translated(part.mapTo(window, part.rect().topLeft())))


def field_after(field: QWidget) -> QWidget:
    after = field.nextInFocusChain()
    while not after.isVisible() or not after.focusPolicy().value & 1:
        after = after.nextInFocusChain()
    return after


def test_after_a_passphrase_was_repeated_the_next_stop_makes_the_vault(desk: AppController, qtbot: QtBot):
    desk.start(None)
    start = start_window(desk)
    start.show_wizard()
    start.wizard._go(1)

    stops = [field_after(start.wizard.passphrase)]
    stops += [field_after(stops[-1])]
    stops += [field_after(stops[-1])]

    assert stops == [start.wizard.proposal.button, start.wizard.repeated, start.wizard.forward[1]]
    assert qtbot is not None


def test_the_label_of_the_folder_leads_to_the_folder_where_a_vault_is_opened_and_made(desk: AppController):
    desk.start(None)
    start = start_window(desk)
    start.show_wizard()

    for page in (start.unlock, start.wizard):
        label = next(label for label in page.findChildren(Label) if label.text() == "Fol&der")
        assert label.buddy().focusProxy() is page.folder
