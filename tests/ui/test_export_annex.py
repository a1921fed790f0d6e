"""An identity annex in the window: what is asked, and what is written."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, said_at, settle
from tests.support.packages import record
from tests.support.recipients import holder
from tests.ui.test_export import export_page, prepare
from thb_desktop.domain.vocabulary import RecipientKind
from ui.application import AppController
from ui.export.annex_dialog import AnnexDialog
from ui.export.sign_dialog import SignDialog
from ui.export.view import ExportView
from ui.forms.entry_dialog import EntryDialog


def signed(
    application: QApplication, desk: AppController, qtbot: QtBot, view: ExportView, target: Path
) -> None:
    prepare(desk, qtbot, view)
    view.sign_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, SignDialog)
    dialog.target.setText(str(target))
    with qtbot.waitSignal(view.model.signed, timeout=60_000):
        dialog.main_button.click()
    settle(desk, qtbot)


def test_an_identity_annex_is_asked_for_completely_and_written_closed(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = export_page(desk, qtbot, vault)
    at = view.model.jobs.environment().clock.read().at

    def recorded(session: object) -> None:
        for kind, name in ((RecipientKind.ADDRESSEE, "Judge"), (RecipientKind.OWN_OFFICE, "Registry")):
            held = holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, name, since=at)
            record(session, kind, held, name)  # type: ignore[arg-type]  # the session of the window

    view.model.jobs.run(view, recorded, then=lambda _: None)
    signed(application, desk, qtbot, view, tmp_path / "bundle.pdf")
    view.result.annex_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, AnnexDialog)
    dialog.main_button.click()
    assert said_at(dialog.persons) == "Please tick whose identity it tells."
    dialog.persons.ticks.tick_all_but([each.value for each in dialog.persons.ticks.entries[1:]])
    dialog.main_button.click()
    assert said_at(dialog.recipients) == "Please tick for whom it is closed."
    dialog.recipients.ticks.tick_all_but(())
    dialog.main_button.click()
    assert said_at(dialog.reason) == "Please write why the identities are told."
    dialog.reason.setText("Summons of the victim")
    dialog.folder.setText(str(tmp_path / "annex"))
    dialog.second.reason.setText("This office has one magistrate")

    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)

    assert "A-001" in view.result.notice.sentence.text()
    view.result.note_annex_button.click()
    settle(desk, qtbot)
    line = open_dialog(application, qtbot)
    assert isinstance(line, EntryDialog)
    assert line.form.editor("what").value().startswith("A-001 (")
    line.reject()
    assert {path.name for path in (tmp_path / "annex").iterdir()} >= {
        "package.pdf.001.p7m",
        "package.p7s.001.p7m",
    }
