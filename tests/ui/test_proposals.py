"""A passphrase that the program proposes is strong by the meter, by the vault, and in every language."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import at_the_desk, main_window, settle, start_window, unlock
from tests.support.vaults import passphrase
from thb_desktop.crypto import passphrases
from thb_desktop.crypto.passphrases import Verdict
from thb_desktop.crypto.wordlists import LANGUAGES, words_of
from thb_desktop.services.office import vaults
from ui.application import AppController
from ui.main_window import MainWindow
from ui.office.passphrase import PassphraseDialog, PassphraseModel
from ui.settings import Settings
from ui.vaults.view import CreateView


def wizard_of(desk: AppController) -> CreateView:
    desk.start(None)
    start_window(desk).show_wizard()
    wizard = start_window(desk).wizard
    wizard._go(1)
    return wizard


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_is_in_the_language_of_the_window_and_the_meter_calls_it_strong(
    application: QApplication, qtbot: QtBot, language: str
):
    with at_the_desk(application, Settings(language=language)) as desk:
        wizard = wizard_of(desk)

        wizard.proposal.button.click()
        settle(desk, qtbot)

        words = wizard.proposal.words.text()
        assert set(words.split()) <= set(words_of(language))
        assert wizard.passphrase.text() == words
        assert wizard.repeated.text() == ""
        assert wizard.meter.bar.property("tone") == "ok"
        found = passphrases.assess(words)
        assert found.verdict is Verdict.GOOD
        assert str(found.bits) in wizard.meter.words.text()
        assert f"\u2066{found.bits}\u2069" in wizard.proposal.told.text()


def test_a_vault_is_made_with_what_was_proposed_and_opens_with_it(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    wizard = wizard_of(desk)
    for field, text in ((wizard.office, "Cabinet 1"), (wizard.name, "Anna Novák")):
        field.setText(text)
    wizard.role.setCurrentIndex(0)
    wizard.drafts.setCurrentIndex(0)
    wizard.folder.setText(str(tmp_path / "vault"))
    wizard.proposal.button.click()
    settle(desk, qtbot)
    proposed = wizard.proposal.words.text()
    wizard.repeated.setText(proposed)

    wizard.forward[1].click()
    qtbot.waitUntil(lambda: bool(wizard.code.text()), timeout=30_000)

    assert wizard.proposal.words.text() == ""
    desk.end()
    vaults.unlock_vault(
        tmp_path / "vault", passphrase=passphrase(proposed), environment=desk.jobs.environment()
    ).close()


def test_another_one_is_other_words_and_what_was_repeated_is_typed_anew(desk: AppController, qtbot: QtBot):
    wizard = wizard_of(desk)
    seen = set()
    for _ in range(5):
        wizard.repeated.setText("something")
        wizard.proposal.button.click()
        settle(desk, qtbot)
        seen.add(wizard.proposal.words.text())

        assert wizard.repeated.text() == ""
    assert len(seen) == 5


def test_what_the_meter_refuses_is_refused_at_its_field_before_the_vault_is_asked(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window: MainWindow = unlock(desk, qtbot, vault)
    dialog = PassphraseDialog(window, PassphraseModel(desk.jobs))
    dialog.open()
    dialog.old.setText("the words that hold now")
    for field in (dialog.form.new, dialog.form.repeated):
        field.setText("password1")

    dialog.main_button.click()

    assert dialog.form.meter.bar.property("tone") == "bad"
    assert dialog.form.lack() is not None
    assert dialog.form.lack()[0] is dialog.form.new
    assert not desk.jobs.is_busy
    assert main_window(desk) is window
    dialog.done(0)
