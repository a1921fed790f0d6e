"""A file is taken out from the card of its exhibit: what is asked, what is refused, and the receipt."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, said_at, settle
from tests.ui.test_exhibits import exhibits_page
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.vocabulary import BarKind, CustodyAction
from thb_desktop.services.evidence import leaving
from ui.application import AppController
from ui.exhibits.file_card import FileCard
from ui.exhibits.going_out_dialogs import ReceiptDialog, TakeOutDialog
from ui.exhibits.view import ExhibitsView
from ui.forms.entry_dialog import EntryDialog

CONTENT = b"Lines of a ledger.\n" * 1000


def with_a_file(view: ExhibitsView, desk: AppController, qtbot: QtBot, place: Path) -> FileCard:
    source = place / "ledger.txt"
    source.write_bytes(CONTENT)
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([source])
    settle(desk, qtbot)
    return view.card.findChildren(FileCard)[-1]


def asked(application: QApplication, qtbot: QtBot, card: FileCard, desk: AppController) -> TakeOutDialog:
    card.out_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, TakeOutDialog)
    return dialog


def answer(dialog: TakeOutDialog, target: Path, **changes: object) -> None:
    dialog.said.set_values(
        **{
            "reason": "Examination ordered on 2 June",
            "recipient": "Institute of Forensics",
            "party": PartyKind.EXPERT,
            "state": "BE",
            "identities_because": "The expert hears it",
            "unsearched_because": "The clerk looked at it",
            **changes,
        }
    )
    dialog.target.setText(str(target))


def test_a_file_goes_out_after_a_correction_and_its_receipt_is_copied(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = asked(application, qtbot, with_a_file(view, desk, qtbot, tmp_path), desk)
    answer(dialog, tmp_path / "out.txt", state="XB")

    dialog.main_button.click()
    settle(desk, qtbot)
    assert "another State" in dialog.notice.sentence.text()
    assert not (tmp_path / "out.txt").exists()
    dialog.said.set_values(state="BE")
    dialog.main_button.click()
    settle(desk, qtbot)

    receipt = open_dialog(application, qtbot)
    assert isinstance(receipt, ReceiptDialog)
    assert (tmp_path / "out.txt").read_bytes() == CONTENT
    receipt.copy_button.click()
    assert "Who receives it: Institute of Forensics" in QApplication.clipboard().text()
    assert str(tmp_path / "out.txt") in receipt.text()
    receipt.note_button.click()
    settle(desk, qtbot)
    line = next(each for each in receipt.findChildren(EntryDialog) if each.isVisible())
    begun = line.form.editor("what").value()
    assert begun == f"{view.model.exhibit.exhibit.number}, SHA-256 {sha256(CONTENT).hexdigest()}"
    line.reject()
    receipt.main_button.click()
    settle(desk, qtbot)
    assert view.model.exhibit is not None
    assert view.model.exhibit.custody[-1].event.action is CustodyAction.EXPORTED


def test_what_is_not_said_is_asked_at_its_field(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = asked(application, qtbot, with_a_file(view, desk, qtbot, tmp_path), desk)

    dialog.main_button.click()
    assert said_at(dialog.said.editors["reason"])
    answer(dialog, vault.parent / "no folder" / "out.txt")
    dialog.main_button.click()
    assert said_at(dialog.target) == "Please choose a folder that exists."
    dialog.target.setText(str(vault / "out.txt"))
    dialog.main_button.click()
    settle(desk, qtbot)

    assert "inside the folder of the vault" in dialog.notice.sentence.text()
    assert dialog.second.isHidden()


def test_abuse_material_asks_for_the_second_person(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    card = with_a_file(view, desk, qtbot, tmp_path)
    assert view.model.exhibit is not None
    exhibit = view.model.exhibit.exhibit.id
    desk.jobs.run(
        desk.jobs,
        lambda session: leaving.bar_exhibit(session, exhibit, BarKind.ABUSE_MATERIAL, "The unit told us"),
    )
    settle(desk, qtbot)
    dialog = asked(application, qtbot, card, desk)
    answer(dialog, tmp_path / "out.txt")
    assert not dialog.second.isHidden()

    dialog.main_button.click()
    settle(desk, qtbot)
    assert not (tmp_path / "out.txt").exists()
    dialog.second.reason.setText("This office has one magistrate")
    dialog.main_button.click()
    settle(desk, qtbot)

    receipt = open_dialog(application, qtbot)
    assert isinstance(receipt, ReceiptDialog)
    assert "Second person: This office has one magistrate" in receipt.text()


def test_a_stop_leaves_nothing_outside(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    dialog = asked(application, qtbot, with_a_file(view, desk, qtbot, tmp_path), desk)
    answer(dialog, tmp_path / "out.txt")

    dialog.main_button.click()
    dialog.back_button.click()
    settle(desk, qtbot)

    assert [*tmp_path.glob("out*")] == []
    assert dialog.isVisible()  # what was typed stays
    assert dialog.notice.isVisible()


def test_the_card_says_that_an_exhibit_is_in_quarantine_and_the_refusal_where_to_look(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    with_a_file(view, desk, qtbot, tmp_path)
    assert view.model.exhibit is not None
    exhibit = view.model.exhibit.exhibit.id
    before = view.card.bar.isVisible()
    desk.jobs.run(
        desk.jobs, lambda session: leaving.bar_exhibit(session, exhibit, BarKind.QUARANTINE, "Read again")
    )
    settle(desk, qtbot)
    view.model.reopen()
    settle(desk, qtbot)

    assert not before
    assert view.card.bar.isVisible()
    assert view.card.bar.text() == "Quarantine"
    dialog = asked(application, qtbot, view.card.findChildren(FileCard)[-1], desk)
    answer(dialog, tmp_path / "out.txt")
    dialog.main_button.click()
    settle(desk, qtbot)
    assert "Bars on leaving" in dialog.notice.sentence.text()
    assert not (tmp_path / "out.txt").exists()
