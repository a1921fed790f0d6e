"""The wizard that makes a vault, and the way back in by the recovery code."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QDate, QIODevice, Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import environment, main_window, open_dialog, said_at, settle, start_window
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.crypto.passphrases import assess
from thb_desktop.domain.vocabulary import DraftHistory, UserRole
from thb_desktop.services.office import vaults
from thb_desktop.services.office.recovery import RecoveryShare
from ui.application import AppController
from ui.main_window import MainWindow
from ui.vaults.passphrase_view import RecoveredView
from ui.vaults.view import CreateView
from ui.widgets.recovery_sheet import draw_sheet, recovery_paragraphs, share_paragraphs

VAULT_ID = "034b1d5c-4d58-0e03-f09c-77961ad28ea0"


def new_vault(folder: Path) -> str:
    """A locked vault; its recovery code."""
    made = vaults.create_vault(
        folder,
        office="Cabinet 1",
        user_name="Anna Novák",
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=passphrase(),
        environment=environment(),
    )
    made.session.close()
    return made.recovery_code


def wizard_with_a_code(desk: AppController, qtbot: QtBot, folder: Path) -> CreateView:
    desk.start(None)
    start = start_window(desk)
    start.unlock.new_vault.click()
    wizard = start.wizard
    wizard.office.setText("Cabinet 1")
    wizard.name.setText("Anna Novák")
    wizard.forward[0].click()
    assert said_at(wizard.role)
    wizard.role.setCurrentIndex(wizard.role.findData(UserRole.INVESTIGATING_JUDGE))
    wizard.folder.setText(str(folder))
    wizard.forward[0].click()
    assert said_at(wizard.drafts) == "Please say whether former wordings of draft records are kept."
    wizard.drafts.setCurrentIndex(wizard.drafts.findData(DraftHistory.NOT_KEPT))
    wizard.forward[0].click()
    assert "keeps the former wordings of drafts" in said_at(wizard.drafts)
    wizard.drafts.setCurrentIndex(wizard.drafts.findData(DraftHistory.KEPT))
    wizard.forward[0].click()
    wizard.passphrase.setText(PASSPHRASE)
    wizard.repeated.setText(PASSPHRASE)
    wizard.forward[1].click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == 2, timeout=20_000)
    return wizard


def test_the_wizard_makes_a_vault_once_its_code_is_typed_back(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    wizard = wizard_with_a_code(desk, qtbot, tmp_path / "vault")
    code = wizard.code.text()
    assert code in wizard.code.accessibleName()
    wizard.forward[2].click()
    wizard.typed_back.setText(code.replace("-", " ").lower())

    wizard.forward[3].click()
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=10_000)

    settle(desk, qtbot)
    assert "Anna Novák" in main_window(desk).status.user_label.text()
    desk.end()
    assert vaults.find_vault_state(tmp_path / "vault") is vaults.VaultState.LOCKED


def test_the_window_is_not_closed_over_a_code_that_nobody_typed_back(
    application: QApplication, desk: AppController, qtbot: QtBot, tmp_path: Path
):
    wizard = wizard_with_a_code(desk, qtbot, tmp_path / "vault")
    start = start_window(desk)

    start.close()
    question = open_dialog(application, qtbot)
    shown = (start.isVisible(), wizard.code.text() != "", question.back_button.isDefault())
    question.back_button.click()
    qtbot.waitUntil(lambda: not question.isVisible())
    stayed = start.isVisible()
    start.close()
    open_dialog(application, qtbot).main_button.click()

    assert shown == (True, True, True)
    assert stayed
    qtbot.waitUntil(lambda: not start.isVisible())


def test_a_code_typed_back_wrongly_is_pointed_at(desk: AppController, qtbot: QtBot, tmp_path: Path):
    wizard = wizard_with_a_code(desk, qtbot, tmp_path / "vault")
    code = wizard.code.text()
    wizard.forward[2].click()
    wizard.typed_back.setText(("0" if code[0] != "0" else "1") + code[1:])

    wizard.forward[3].click()
    qtbot.waitUntil(wizard.notice.isVisible, timeout=10_000)

    assert "groups" in wizard.notice.sentence.text()
    assert wizard.pages.currentIndex() == 3


def test_two_passphrases_that_differ_make_nothing(desk: AppController, tmp_path: Path):
    desk.start(None)
    start = start_window(desk)
    start.show_wizard()
    wizard = start.wizard
    wizard.office.setText("Cabinet 1")
    wizard.name.setText("Anna Novák")
    wizard.role.setCurrentIndex(0)
    wizard.drafts.setCurrentIndex(0)
    wizard.folder.setText(str(tmp_path / "vault"))
    wizard.forward[0].click()
    wizard.passphrase.setText(PASSPHRASE)
    wizard.repeated.setText(OTHER_PASSPHRASE)

    wizard.forward[1].click()

    assert said_at(wizard.repeated) == "The two passphrases differ. Please type them again."
    assert not (tmp_path / "vault").exists()


def test_the_meter_says_in_words_and_bits_how_hard_a_passphrase_is_to_guess(desk: AppController):
    desk.start(None)
    start_window(desk).show_wizard()
    wizard = start_window(desk).wizard

    wizard.passphrase.setText("password1")
    weak = wizard.meter.words.text()
    wizard.passphrase.setText(PASSPHRASE)
    strong = wizard.meter.words.text()

    assert weak.startswith("Too easy")
    assert strong.startswith("Strong")
    assert str(assess(PASSPHRASE).bits) in strong


def test_the_recovery_code_opens_the_vault_and_a_new_passphrase_is_set(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    code = new_vault(tmp_path / "vault")
    desk.start(tmp_path / "vault")
    start = start_window(desk)
    start.unlock.other_way.click()
    start.unlock.code.setText(code)

    start.unlock.unlock_button.click()
    qtbot.waitUntil(lambda: isinstance(start.stack.currentWidget(), RecoveredView), timeout=20_000)
    page = start.stack.currentWidget()
    assert isinstance(page, RecoveredView)
    page.form.new.setText(OTHER_PASSPHRASE)
    page.form.repeated.setText(OTHER_PASSPHRASE)
    qtbot.waitUntil(page.second.reason.isVisible, timeout=20_000)
    page.second.reason.setText("The only magistrate forgot the passphrase")
    qtbot.keyClick(page.second.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)

    settle(desk, qtbot)
    desk.end()
    session = vaults.unlock_vault(
        tmp_path / "vault", passphrase=passphrase(OTHER_PASSPHRASE), environment=desk.jobs.environment()
    )
    session.close()


def test_the_recovery_sheet_is_one_page_with_the_code_on_it(application: QApplication):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)

    draw_sheet(writer, recovery_paragraphs("R7KQ2-9MZ4T-0HXW8", "Cabinet 1", VAULT_ID))

    buffer.seek(0)
    document = QPdfDocument()
    document.load(buffer)
    assert document.pageCount() == 1
    said = document.getAllText(0).text()
    assert "R7KQ2-9MZ4T-0HXW8" in said
    assert "034b1d5c" in said
    assert QDate.currentDate().toString(Qt.DateFormat.ISODate) in said
    assert VAULT_ID not in said


def test_the_sheet_of_a_share_is_one_page_with_every_group_on_it(application: QApplication):
    text = "\n".join(" ".join(f"AB{line}{place}X" for place in range(4)) for line in range(4))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    writer = QPdfWriter(buffer)
    writer.setResolution(300)

    draw_sheet(
        writer,
        share_paragraphs(
            RecoveryShare(number=2, needed=2, total=3, holder="Ines Maertens", text=text),
            office="Cabinet 1",
            vault=VAULT_ID,
        ),
    )

    buffer.seek(0)
    document = QPdfDocument()
    document.load(buffer)
    said = document.getAllText(0).text()
    assert document.pageCount() == 1
    assert all(group in said for group in text.split())
    assert "034b1d5c" in said
    assert "Ines Maertens" in said
