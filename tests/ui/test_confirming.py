"""A transfer is confirmed at the desk: with a key, on the screen and on paper; a wrong one is withdrawn."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.services.bundling.test_signing_copies import scan
from tests.services.evidence.test_confirmations import sent
from tests.support.controllers import new_session, open_dialog, settle, unlock
from tests.support.offices import act, small_case
from thb_desktop.domain.confirmations import digest_of_all
from thb_desktop.domain.vocabulary import Carrier, ConfirmationWay, CustodyAction, TransferParty
from thb_desktop.services.evidence import confirmations, custody
from ui.application import AppController
from ui.custody.confirming import ConfirmDialog, WithdrawDialog
from ui.custody.view import CustodyView
from ui.widgets.basic import Label
from ui.widgets.dates import now
from ui.widgets.dialog import Dialog
from ui.widgets.questions import Question
from ui.widgets.signing_pad import DrawnSignature, SigningPad

PLAIN = {0x2066: None, 0x2068: None, 0x2069: None}


@pytest.fixture
def page(desk: AppController, qtbot: QtBot, tmp_path: Path) -> CustodyView:
    """The custody of two exhibits that were handed over by one act, and a scan."""
    vault = tmp_path / "handed.thbvault"
    session = new_session(vault)
    small = small_case(session)
    scan(session, small)
    sent(session, small)
    session.close()
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)
    return window.custody


def opened[D: Dialog](qtbot: QtBot, kind: type[D]) -> D:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, kind)
    return dialog


def chosen(page: CustodyView, action: CustodyAction) -> None:
    page.table.choose_row(page.rows.row_of(lambda found: found.event.action is action))


def begun(desk: AppController, qtbot: QtBot, page: CustodyView) -> ConfirmDialog:
    chosen(page, CustodyAction.TRANSFER_OUT)
    page.confirming.confirm_button.click()
    settle(desk, qtbot)
    return opened(qtbot, ConfirmDialog)


def choose(dialog: ConfirmDialog, party: TransferParty, way: ConfirmationWay) -> None:
    dialog.party.setCurrentIndex(dialog.party.findData(party))
    dialog.way.setCurrentIndex(dialog.way.findData(way))


def sign(pad: SigningPad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    for step in range(20):
        QTest.mouseMove(pad, QPoint(50 + 12 * step, 60 + 30 * (step % 2)))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 90))


def confirmed(page: CustodyView) -> list[tuple[str, str, str]]:
    return [
        (row.exhibit.number, str(row.event.party), str(row.event.way))
        for row in page.rows.rows
        if row.event.action is CustodyAction.TRANSFER_CONFIRMED
    ]


def test_one_act_is_confirmed_with_a_key_for_both_exhibits(
    desk: AppController, qtbot: QtBot, page: CustodyView
):
    dialog = begun(desk, qtbot, page)

    dialog.main_button.click()
    refused = dialog.isVisible()
    choose(dialog, TransferParty.GIVER, ConfirmationWay.BY_KEY)
    dialog.main_button.click()
    (asked,) = dialog.findChildren(Question)
    said = [each.text().translate(PLAIN) for each in asked.findChildren(Label)]
    unconfirmed = confirmed(page)
    asked.main_button.click()
    settle(desk, qtbot)

    assert refused
    assert unconfirmed == []
    assert "Claire Delvaux confirms as Giver: Claire Vandenhove." in said
    assert confirmed(page) == [("E-1", "GIVER", "BY_KEY"), ("E-2", "GIVER", "BY_KEY")]


def test_a_signature_is_drawn_kept_shown_and_its_confirmation_withdrawn(
    desk: AppController, qtbot: QtBot, page: CustodyView
):
    dialog = begun(desk, qtbot, page)
    choose(dialog, TransferParty.RECEIVER, ConfirmationWay.DRAWN)
    dialog.name.setText("Jan Peeters")

    dialog.main_button.click()
    unsigned = dialog.notice.isVisible()
    sign(dialog.pad)
    dialog.pad.clear()
    assert not dialog.pad.is_signed()
    sign(dialog.pad)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert unsigned
    assert confirmed(page) == [("E-1", "RECEIVER", "DRAWN"), ("E-2", "RECEIVER", "DRAWN")]
    chosen(page, CustodyAction.TRANSFER_CONFIRMED)
    assert page.card.findChild(DrawnSignature) is not None
    page.confirming.withdraw_button.click()
    why = opened(qtbot, WithdrawDialog)
    why.main_button.click()
    assert why.isVisible()
    why.reason.setText("Somebody else signed")
    why.main_button.click()
    settle(desk, qtbot)
    chosen(page, CustodyAction.TRANSFER_CONFIRMED)
    assert page.confirming.withdraw_button.isHidden()
    assert begun(desk, qtbot, page).party.count() == 3


def test_the_form_is_printed_signed_scanned_and_named(
    desk: AppController, qtbot: QtBot, page: CustodyView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    target = tmp_path / "form.pdf"
    monkeypatch.setattr("ui.widgets.sheet_file.choose_target", lambda *_: target)
    dialog = begun(desk, qtbot, page)
    choose(dialog, TransferParty.RECEIVER, ConfirmationWay.ON_PAPER)
    dialog._print()
    settle(desk, qtbot)
    dialog.signer.setText("Jan Peeters")
    dialog.signed_at.set_value(now())
    dialog.main_button.click()
    without_scan = dialog.isVisible()
    dialog.scan.setCurrentIndex(1)
    dialog.digest.setText("0" * 64)
    dialog.main_button.click()
    settle(desk, qtbot)
    other = dialog.isVisible()
    dialog.digest.setText(dialog._shown.digest[:12])
    dialog.main_button.click()
    settle(desk, qtbot)

    assert target.read_bytes().startswith(b"%PDF")
    assert without_scan
    assert other
    assert confirmed(page) == [("E-1", "RECEIVER", "ON_PAPER"), ("E-2", "RECEIVER", "ON_PAPER")]


def test_what_was_corrected_since_is_confirmed_again_by_itself(
    desk: AppController, qtbot: QtBot, tmp_path: Path
):
    vault = tmp_path / "mended.thbvault"
    session = new_session(vault)
    events = sent(session, small_case(session), carrier=Carrier.COURIER, tracking="T-77")
    ids = [each.id for each in events]
    digest = digest_of_all([each.digest for each in confirmations.transfers_of_act(session, ids[0])])
    confirmations.confirm_by_key(session, ids, TransferParty.GIVER, shown=digest)
    mended = act(CustodyAction.CORRECTION, corrects=ids[0], wrong_value="Jan Peeters", right_value="Els Maes")
    custody.record_custody_event(session, events[0].exhibit_id, mended)
    session.close()
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)

    dialog = begun(desk, qtbot, window.custody)

    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert [each.event.to_party for each in dialog._shown.transfers] == ["Els Maes"]
    assert any("T-77" in each for each in told)
    assert dialog.party.findData(TransferParty.GIVER) > 0
    dialog.reject()


def test_a_double_click_opens_one_dialog(desk: AppController, qtbot: QtBot, page: CustodyView):
    chosen(page, CustodyAction.TRANSFER_OUT)

    for _ in range(2):
        page.confirming.confirm_button.click()
    settle(desk, qtbot)

    opened(qtbot, ConfirmDialog)
    dialogs = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, ConfirmDialog) and each.isVisible()
    ]
    assert len(dialogs) == 1
    dialogs[0].reject()
    assert page.confirming.confirm_button.isEnabled()
