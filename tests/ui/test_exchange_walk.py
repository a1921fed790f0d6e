"""Files for translators go out of the real window and come back by real keys; a refusal says where it is."""

import io
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.support.assigned_window import give_it_out, office_with_record
from tests.support.controllers import SAID, reopen, settle, unlock
from tests.ui.test_language_office import modal, open_language
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import ConceptId, RowId
from thb_desktop.exchange.formats import ExchangeFormat
from thb_desktop.services.language import glossary, versions
from thb_desktop.vault.tables import registry
from ui.application import AppController
from ui.exchange.glossary import GlossaryDialog
from ui.exchange.menu import ExchangeMenu
from ui.exchange.send import SendDialog, SentDialog
from ui.exchange.take_in import TakeInDialog
from ui.language_office.view import LanguageView
from ui.widgets import choose

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WRITTEN, NEW = "Ik kwam met een man.", "Ik kwam met een man, Samer."
PARTS = {ExchangeFormat.DOCX: "word/document.xml", ExchangeFormat.XLSX: "xl/worksheets/sheet1.xml"}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """The first turn has a version, and the case a term."""
    folder = office_with_record(tmp_path / "office.thbvault")
    with closing(reopen(folder)) as session:
        job = registry.LANGUAGE_JOB.all(session.read)[-1]
        turn = registry.SEGMENT.where(session.read, "interview_id", job.interview_id)[0]
        versions.write_version(session, job.id, turn.id, WRITTEN)
        concept = Concept(
            id=ConceptId("c"), case_id=job.case_id, domain=None, definition="A document for travel"
        )
        term = Term(
            id=RowId("t"),
            case_id=job.case_id,
            concept_id=concept.id,
            language="nl",
            term="paspoort",
            status=None,
        )
        glossary.add_concept(session, concept, [term])
    return folder


class Walker:
    """A user at the page of translations, who has nothing but keys; files are chosen by their path."""

    def __init__(
        self,
        desk: AppController,
        qtbot: QtBot,
        application: QApplication,
        vault: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        self.desk, self.qtbot, self.application = desk, qtbot, application
        self.main = unlock(desk, qtbot, vault)
        self.page: LanguageView = open_language(self.main, desk, qtbot)
        qtbot.waitUntil(lambda: self.page.panel.chosen() is not None)
        self.path, self.asked = Path(), 0
        monkeypatch.setattr(choose, "choose_folder", self._choose)
        monkeypatch.setattr(choose, "choose_file", self._choose)

    def _choose(self, *_: object) -> Path:
        self.asked += 1
        return self.path

    def settle(self) -> None:
        settle(self.desk, self.qtbot)

    def offered[Kind: QDialog](self, letter: Qt.Key, kind: type[Kind]) -> Kind:
        """Open a dialog by its letter in the menu of the page."""
        self.main.activateWindow()
        self.qtbot.waitUntil(self.main.isActiveWindow)
        button = self.page.panel.files_button
        menu = button.menu()
        assert isinstance(menu, ExchangeMenu)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        QTest.keyClick(menu, letter)
        return modal(self.application, self.qtbot, kind)

    def send(
        self, form: ExchangeFormat | None, folder: Path, *, beside: tuple[Qt.Key, ...] = ()
    ) -> list[Path]:
        """Send the job out and save what was made, without a mouse."""
        dialog = self.offered(Qt.Key.Key_S, SendDialog)
        dialog.form.setFocus()
        values = [*ExchangeFormat]
        for _ in range(1 + (values.index(form) if form is not None else len(values))):
            QTest.keyClick(dialog.form, Qt.Key.Key_Down)
        assert dialog.form.currentData() == form
        QTest.keyClick(dialog, Qt.Key.Key_R, ALT)
        QTest.keyClicks(self._focus(dialog), "Bureau Vertaal")
        QTest.keyClick(dialog, Qt.Key.Key_E, ALT)
        QTest.keyClicks(self._focus(dialog), "for the hearing")
        for letter, box in zip(beside, (dialog.memory, dialog.glossary), strict=False):
            QTest.keyClick(dialog, letter, ALT)
            self.qtbot.waitUntil(box.isChecked)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
        sent = modal(self.application, self.qtbot, SentDialog)
        self.path = folder
        self.qtbot.waitUntil(sent.main_button.hasFocus)
        QTest.keyClick(sent.main_button, Qt.Key.Key_Return)
        self.settle()
        assert sent.is_saved
        QTest.keyClick(sent, Qt.Key.Key_Escape)
        self.settle()
        return [folder / each.name for each in sent.files]

    def look_at[Kind: (TakeInDialog, GlossaryDialog)](
        self, letter: Qt.Key, kind: type[Kind], path: Path
    ) -> Kind:
        dialog = self.offered(letter, kind)
        self.path, self.asked = path, 0
        QTest.keyClick(dialog, Qt.Key.Key_F, ALT)
        self.qtbot.waitUntil(lambda: self.asked == 1)
        self.settle()
        return dialog

    def _focus(self, dialog: QDialog) -> QWidget:
        found = dialog.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def walker(
    desk: AppController,
    qtbot: QtBot,
    application: QApplication,
    vault: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Walker:
    return Walker(desk, qtbot, application, vault, monkeypatch)


def change(path: Path, form: ExchangeFormat, old: str, new: str) -> None:
    """A translator writes another text into a file."""
    if form is ExchangeFormat.XLIFF:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return
    data, target = path.read_bytes(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w") as written:
        for name in archive.namelist():
            text = archive.read(name).decode()
            assert name != PARTS[form] or old in text
            written.writestr(name, text.replace(old, new) if name == PARTS[form] else text)
    path.write_bytes(target.getvalue())


def texts(walker: Walker) -> list[str]:
    """The words of each version in the vault, as they were written."""
    found: list[list[str]] = []
    walker.desk.jobs.run(
        walker.main,
        lambda session: [each.text for each in registry.RENDERING_VERSION.all(session.read)],
        then=found.append,
    )
    walker.settle()
    return found[0]


@pytest.mark.parametrize("form", ExchangeFormat)
def test_a_job_goes_out_and_comes_back_by_keys(walker: Walker, tmp_path: Path, form: ExchangeFormat):
    (path,) = walker.send(form, tmp_path)
    change(path, form, WRITTEN, NEW)

    dialog = walker.look_at(Qt.Key.Key_I, TakeInDialog, path)
    (row,) = [each for each in dialog.rows.rows if each.here]
    assert (row.here, row.there.splitlines()[0]) == (WRITTEN, NEW)
    assert texts(walker) == [WRITTEN]
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    walker.settle()

    assert "1" in dialog.notice.sentence.text()
    assert texts(walker) == [WRITTEN, NEW]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("form", ExchangeFormat)
def test_a_refused_file_names_file_row_and_field_and_loses_nothing(
    walker: Walker, tmp_path: Path, form: ExchangeFormat
):
    (path,) = walker.send(form, tmp_path)
    change(path, form, WRITTEN, NEW)
    change(path, form, SAID[1][1].split()[0], "xx")

    dialog = walker.look_at(Qt.Key.Key_I, TakeInDialog, path)

    assert path.name in dialog.told.text()
    (row,) = dialog.rows.rows
    assert row.turn == "2 A"
    assert "original text was changed" in row.told
    assert "2" in row.told
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    walker.settle()
    assert not dialog.main_button.isEnabled()
    assert texts(walker) == [WRITTEN]
    assert path.is_file()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(("letter", "kind"), [(Qt.Key.Key_S, SendDialog), (Qt.Key.Key_I, TakeInDialog)])
def test_a_job_in_the_hands_of_its_linguist_is_told_before_anything_is_filled_in(
    *,
    vault: Path,
    desk: AppController,
    qtbot: QtBot,
    application: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    letter: Qt.Key,
    kind: type[SendDialog | TakeInDialog],
):
    give_it_out(vault)
    walker = Walker(desk, qtbot, application, vault, monkeypatch)

    dialog = walker.offered(letter, kind)
    walker.settle()

    assert "The linguist has this job in their own store." in dialog.notice.sentence.text()
    assert not dialog.main_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_file_that_cannot_be_read_is_named(walker: Walker, tmp_path: Path):
    path = tmp_path / "spoilt.docx"
    path.write_bytes(b"PK\x03\x04 cut off")

    dialog = walker.look_at(Qt.Key.Key_I, TakeInDialog, path)

    assert "spoilt.docx" in dialog.notice.sentence.text()
    assert texts(walker) == [WRITTEN]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_memory_and_glossary_go_out_and_a_glossary_comes_back_by_keys(walker: Walker, tmp_path: Path):
    memory, terms = walker.send(None, tmp_path, beside=(Qt.Key.Key_M, Qt.Key.Key_G))
    assert (memory.suffix, terms.suffix) == (".tmx", ".tbx")
    assert "<tmx" in memory.read_text(encoding="utf-8")
    text = terms.read_text(encoding="utf-8")
    assert "paspoort" in text
    known = text[text.index("<conceptEntry") : text.index("</conceptEntry>") + len("</conceptEntry>")]
    own = known[known.index('id="') :].split('"')[1]
    terms.write_text(
        text.replace(known, known + known.replace(own, "new-1").replace("paspoort", "reisdocument")),
        encoding="utf-8",
    )

    dialog = walker.look_at(Qt.Key.Key_G, GlossaryDialog, terms)
    assert [term.term for each in dialog.rows.rows for term in each.terms] == ["reisdocument"]
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    walker.settle()

    assert "1" in dialog.notice.sentence.text()
    found: list[set[str]] = []
    walker.desk.jobs.run(
        walker.main,
        lambda session: {each.term for each in registry.GLOSSARY_TERM.all(session.read)},
        then=found.append,
    )
    walker.settle()
    assert found == [{"paspoort", "reisdocument"}]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_glossary_that_cannot_be_read_is_named(walker: Walker, tmp_path: Path):
    path = tmp_path / "terms.tbx"
    path.write_text("<!DOCTYPE a [<!ENTITY b 'c'>]><tbx>&b;</tbx>", encoding="utf-8")

    dialog = walker.look_at(Qt.Key.Key_G, GlossaryDialog, path)

    assert "terms.tbx" in dialog.notice.sentence.text()
    assert not dialog.main_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
