"""Files for translators in the window: sent out, looked at when they come back, and imported by one act."""

import hashlib
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import office_with_record
from tests.support.controllers import open_dialog, reopen, said_at, settle, unlock
from tests.ui.test_language_office import open_language
from thb_desktop.domain.rights import Right
from thb_desktop.exchange.formats import ExchangeFormat
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm
from thb_desktop.exchange.memory.tbx import write_tbx
from thb_desktop.services.language import exchange
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.exchange.glossary import open_glossary
from ui.exchange.menu import ExchangeMenu
from ui.exchange.send import SendDialog, SentDialog, open_send
from ui.exchange.take_in import open_take_in
from ui.forms.field_form import mnemonic_of
from ui.widgets import choose


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return office_with_record(tmp_path / "office.thbvault")


class Office:
    """A user at the desk, with the job of the vault."""

    def __init__(self, desk: AppController, qtbot: QtBot, vault: Path) -> None:
        self.desk, self.qtbot = desk, qtbot
        with closing(reopen(vault)) as session:
            self.job = registry.LANGUAGE_JOB.all(session.read)[-1]
        self.window = unlock(desk, qtbot, vault)

    def settle(self) -> None:
        settle(self.desk, self.qtbot)

    def key(self, widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, key, modifier)


@pytest.fixture
def office(desk: AppController, qtbot: QtBot, vault: Path) -> Office:
    return Office(desk, qtbot, vault)


def returned(vault: Path, folder: Path, form: ExchangeFormat, old: str, new: str) -> Path:
    """A file of the job in which its translator wrote."""
    with closing(reopen(vault)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        (file,) = exchange.send_job(session, job.id, form, recipient="x", reason="y")
    path = folder / file.name
    path.write_bytes(file.data)
    if form is ExchangeFormat.XLIFF:
        text = file.data.decode()
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode())
    return path


def versions(office: Office) -> int:
    """How many versions the vault has now."""
    found: list[int] = []
    office.desk.jobs.run(
        office.window, lambda session: len(registry.RENDERING_VERSION.all(session.read)), then=found.append
    )
    office.settle()
    return found[0]


def test_a_job_is_sent_by_keys_and_its_files_are_saved_with_the_digests_that_are_shown(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    dialog = open_send(office.window, office.desk.jobs, office.job)
    office.qtbot.waitExposed(dialog)
    dialog.form.setFocus()
    office.key(dialog.form, Qt.Key.Key_Down)
    QTest.keyClicks(dialog.recipient, "Bureau Vertaal")
    QTest.keyClicks(dialog.reason, "for the hearing")
    office.key(dialog.reason, Qt.Key.Key_Return)
    office.settle()

    sent = open_dialog(QApplication.instance(), office.qtbot)
    assert isinstance(sent, SentDialog)
    monkeypatch.setattr(choose, "choose_folder", lambda *_: tmp_path)
    office.qtbot.waitUntil(sent.main_button.hasFocus)
    office.key(sent.focusWidget(), Qt.Key.Key_Return)
    office.settle()

    (file,) = sent.files
    saved = tmp_path / file.name
    assert saved.read_bytes() == file.data
    assert hashlib.sha256(saved.read_bytes()).hexdigest() == file.sha256
    assert str(tmp_path) in sent.notice.sentence.text()
    sent.reject()


def test_no_letter_of_the_dialog_that_sends_means_two_things(office: Office):
    dialog = open_send(office.window, office.desk.jobs, office.job)
    parts = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLabel)]

    letters = [mnemonic_of(part.text()) for part in parts if part.isVisible()]

    underlined = [each for each in letters if each]
    assert len(underlined) > 5
    assert len(set(underlined)) == len(underlined), underlined
    dialog.reject()


def test_nothing_is_presumed_of_what_goes_out(office: Office):
    dialog = open_send(office.window, office.desk.jobs, office.job)

    dialog.main_button.click()
    assert said_at(dialog.form)
    dialog.form.setCurrentIndex(3)
    dialog.main_button.click()
    assert said_at(dialog.form)
    dialog.form.setCurrentIndex(1)
    dialog.main_button.click()
    assert said_at(dialog.recipient)
    dialog.reject()


def test_no_file_is_written_over_another(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    dialog = open_send(office.window, office.desk.jobs, office.job)
    dialog.form.setCurrentIndex(0)
    dialog.recipient.setText("x")
    dialog.reason.setText("y")
    dialog.main_button.click()
    office.settle()
    sent = open_dialog(QApplication.instance(), office.qtbot)
    assert isinstance(sent, SentDialog)
    there = tmp_path / sent.files[0].name
    there.write_bytes(b"another")
    monkeypatch.setattr(choose, "choose_folder", lambda *_: tmp_path)

    sent.main_button.click()
    office.settle()

    assert there.read_bytes() == b"another"
    assert sent.notice.sentence.text()
    sent.is_saved = True
    sent.reject()


def test_what_came_back_is_shown_before_anything_is_written_and_taken_in_by_one_act(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    path = returned(
        vault, tmp_path, ExchangeFormat.XLIFF, "</source>\n", "</source>\n<target>Ik kwam.</target>\n"
    )
    office = Office(desk, qtbot, vault)
    dialog = open_take_in(office.window, office.desk.jobs, office.job)
    assert not dialog.main_button.isEnabled()

    dialog.look_at(path)
    office.settle()
    assert versions(office) == 0

    (row,) = dialog.rows.rows
    assert (row.there, row.here) == ("Ik kwam.", "")
    assert row.original in dialog.original.text()
    assert hashlib.sha256(path.read_bytes()).hexdigest() in dialog.file.digest.accessibleName()
    office.key(dialog.main_button, Qt.Key.Key_Return)
    office.settle()
    assert "1" in dialog.notice.sentence.text()
    assert not dialog.main_button.isEnabled()
    assert versions(office) == 1
    dialog.reject()


def test_every_reason_of_a_refusal_is_shown_and_nothing_can_be_imported(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    path = returned(vault, tmp_path, ExchangeFormat.XLIFF, "<source>", "<source>x")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<source>أخذ", "<source>xأخذ"), encoding="utf-8")
    office = Office(desk, qtbot, vault)
    dialog = open_take_in(office.window, office.desk.jobs, office.job)

    dialog.look_at(path)
    office.settle()

    assert len(dialog.rows.rows) == 2
    assert all(each.told for each in dialog.rows.rows)
    assert not dialog.main_button.isEnabled()
    dialog.reject()


def test_a_file_that_is_none_is_refused_with_a_sentence(office: Office, tmp_path: Path):
    path = tmp_path / "x.xlf"
    path.write_bytes(b"<a/>")
    dialog = open_take_in(office.window, office.desk.jobs, office.job)

    dialog.look_at(path)
    office.settle()
    said = dialog.notice.sentence.text()
    dialog.look_at(tmp_path / "none.pdf")
    office.settle()

    assert said
    assert dialog.notice.sentence.text()
    assert not dialog.main_button.isEnabled()
    dialog.reject()


def test_a_glossary_is_shown_and_added(office: Office, tmp_path: Path):
    concept = ExchangeConcept(
        id="1", definition="A person who owes", terms=(ExchangeTerm(language="ro", term="datornic"),)
    )
    path = tmp_path / "terms.tbx"
    path.write_bytes(write_tbx([concept], title="x", language="en"))
    dialog = open_glossary(office.window, office.desk.jobs, office.job.case_id)

    dialog.look_at(path)
    office.settle()
    assert len(dialog.rows.rows) == 1
    office.key(dialog.main_button, Qt.Key.Key_Return)
    office.settle()

    assert "1" in dialog.notice.sentence.text()
    dialog.reject()


def test_the_menu_offers_what_the_function_includes(office: Office):
    may = [Right.LANGUAGE_WORK]
    menu = ExchangeMenu(office.window, office.desk.jobs, lambda: office.job, lambda: frozenset(may))
    acts = (menu.send_act, menu.take_act, menu.glossary_act)

    menu.offer()
    assert [act.isEnabled() for act in acts] == [False, True, True]
    may[:] = [Right.RELEASE_BUNDLES]
    menu.offer()
    assert [act.isEnabled() for act in acts] == [True, False, False]


def test_the_page_of_translations_offers_it_for_the_chosen_job(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    main = unlock(desk, qtbot, vault)
    page = open_language(main, desk, qtbot)
    qtbot.waitUntil(lambda: page.panel.chosen() is not None)

    page.panel.files_button.setFocus()
    menu = page.panel.files_button.menu()
    assert isinstance(menu, ExchangeMenu)
    menu.popup(page.panel.files_button.mapToGlobal(page.panel.files_button.rect().bottomLeft()))
    QTest.keyClick(menu, Qt.Key.Key_S)

    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SendDialog)
    assert "T-01" in dialog.accessibleName()
    dialog.reject()
