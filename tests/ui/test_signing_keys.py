"""Further signing keys in the window: a file taken in, a card vouched for, one withdrawn, someone let in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.services.office.test_identities import FILE
from tests.support.cards import PIN, Cards
from tests.support.certificates import certified_before
from tests.support.controllers import main_window, reopen, said_at, settle, start_window, unlock
from tests.support.offered import offer
from tests.support.second_person import ALONE, second_for
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from tests.ui.test_mnemonics import letters
from thb_desktop.crypto.signing import key_id
from thb_desktop.domain.vocabulary import IdentityKind, TwoPersonAct, UserRole
from thb_desktop.services.keeping import rekeying
from thb_desktop.services.office import identities, users
from ui.application import AppController
from ui.main_window import MainWindow
from ui.office.leaving import ReadmitDialog
from ui.office.offered import OfferedDialog
from ui.office.signing import CardDialog, KeyFileDialog, SigningPart
from ui.unlock.view import UnlockView


def signing_part(desk: AppController, qtbot: QtBot, vault: Path) -> SigningPart:
    part = unlock(desk, qtbot, vault).office.signing
    with qtbot.waitSignal(part.model.listed, timeout=10_000):
        part.reload()
    return part


def test_a_key_file_is_taken_in_and_can_be_withdrawn(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    part = signing_part(desk, qtbot, vault)
    (tmp_path / "judge.p12").write_bytes(FILE)
    dialog = KeyFileDialog(part, part.model, part._users)
    dialog.path.setText(str(tmp_path / "judge.p12"))
    dialog.passphrase.setText(PASSPHRASE)
    dialog.of_file.setText("other words")
    dialog.take()
    qtbot.waitUntil(lambda: bool(dialog.notice.sentence.text()), timeout=10_000)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.of_file.setText("words")

    with qtbot.waitSignal(part.model.taken, timeout=10_000):
        dialog.take()

    qtbot.waitUntil(lambda: len(part.rows.rows) == 1)
    assert part.rows.rows[0].identity.kind is IdentityKind.KEY_FILE
    with qtbot.waitSignal(part.model.taken, timeout=10_000):
        part.model.withdraw(part.rows.rows[0].identity, "The file was copied.")
    qtbot.waitUntil(lambda: part.rows.rows[0].identity.withdrawn_at is not None)


def test_certificates_without_a_function_are_named_and_renewed_by_one_button(
    desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    certified_before(session)
    name = session.user.name
    session.close()
    part = signing_part(desk, qtbot, vault)
    qtbot.waitUntil(lambda: name in part.due.text())
    assert not part.renew_button.isHidden()
    main_window(desk).go(6)
    main_window(desk).office.tabs.setCurrentWidget(part)
    assert part.renew_button.isVisible()
    assert letters(part.window()) == {}

    with qtbot.waitSignal(part.model.renewed, timeout=10_000):
        part.renew_button.click()

    qtbot.waitUntil(part.due.isHidden)
    assert part.renew_button.isHidden()
    assert "The certificates were renewed: " in part.notice.sentence.text()


def test_a_card_is_found_and_vouched_for_with_its_pin(
    desk: AppController, qtbot: QtBot, vault: Path, cards: Cards
):
    part = signing_part(desk, qtbot, vault)
    dialog = CardDialog(part, part.model, part._users)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.take()
    assert said_at(dialog.key) == "Please look for the card first."
    dialog.module.setText(str(cards.module))
    dialog.look.click()
    qtbot.waitUntil(lambda: dialog.key.count() > 0, timeout=10_000)
    names = [dialog.key.itemText(number) for number in range(dialog.key.count())]
    dialog.key.setCurrentIndex(next(number for number, name in enumerate(names) if "judge-card" in name))
    dialog.passphrase.setText(PASSPHRASE)
    dialog.pin.setText(PIN)

    with qtbot.waitSignal(part.model.taken, timeout=10_000):
        dialog.take()

    qtbot.waitUntil(lambda: len(part.rows.rows) == 1)
    assert part.rows.rows[0].identity.kind is IdentityKind.CARD
    assert part.rows.rows[0].identity.token.startswith("judge-card ")


def offered_dialog(window: MainWindow, qtbot: QtBot) -> OfferedDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(OfferedDialog)), timeout=10_000)
    return window.findChildren(OfferedDialog)[0]


@pytest.mark.requirement("SR-15")
def test_a_key_that_somebody_added_is_asked_about_at_the_unlock_and_agreed_to(
    desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    offer(session, session.user)
    session.close()
    window = unlock(desk, qtbot, vault)
    part, dialog = window.office.signing, offered_dialog(window, qtbot)

    with qtbot.waitSignal(part.model.taken, timeout=10_000):
        dialog.main_button.click()

    qtbot.waitUntil(lambda: bool(part.rows.rows) and part.rows.rows[0].agreed, timeout=10_000)
    assert part._state(part.rows.rows[0]) == "Active"


@pytest.mark.requirement("SR-15")
def test_a_key_that_is_not_the_users_is_refused_with_a_reason_at_once_or_later(
    desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    offer(session, session.user)
    session.close()
    window = unlock(desk, qtbot, vault)
    part = window.office.signing
    offered_dialog(window, qtbot).reject()
    with qtbot.waitSignal(part.model.listed, timeout=10_000):
        part.reload()
    part.table.choose_row(0)
    waits = part._state(part.rows.rows[0])
    part.offered_button.click()
    dialog = next(each for each in part.findChildren(OfferedDialog) if each.isVisibleTo(None))
    dialog.decline()
    wanting = said_at(dialog.reason)
    dialog.reason.setText("I have no card")

    with qtbot.waitSignal(part.model.taken, timeout=10_000):
        dialog.decline()

    assert waits == "Waits for you"
    assert wanting == "A reason is needed. Please write why."
    qtbot.waitUntil(lambda: part.rows.rows[0].identity.withdrawn_because == "I have no card")
    qtbot.waitUntil(lambda: not part.offered_button.isEnabled())


@pytest.mark.requirement("SR-15")
def test_enter_agrees_to_no_key_and_refuses_once_a_reason_is_written(
    desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    offer(session, session.user)
    session.close()
    window = unlock(desk, qtbot, vault)
    part, dialog = window.office.signing, offered_dialog(window, qtbot)
    before = dialog.back_button.isDefault()
    dialog.reason.setText("Not my card")
    dialog.main_button.click()
    told = said_at(dialog.reason)

    with qtbot.waitSignal(part.model.taken, timeout=10_000):
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)

    assert before
    assert told == "You wrote a reason to refuse this key. Delete the reason to agree."
    qtbot.waitUntil(lambda: bool(part.rows.rows), timeout=10_000)
    assert part.rows.rows[0].identity.withdrawn_because == "Not my card"


def vouch(vault: Path, cards: Cards) -> None:
    session = reopen(vault)
    identities.add_card(
        session,
        session.user.id,
        passphrase=passphrase(),
        module=cards.module,
        pin=bytearray(PIN, "utf-8"),
        public_key=cards.keys["judge"],
    )
    session.close()


def with_card(desk: AppController, qtbot: QtBot, vault: Path, module: Path, pin: str) -> UnlockView:
    """The page that opens the vault, filled in by somebody who has a card."""
    desk.start(vault)
    view = start_window(desk).unlock
    view.card_button.click()
    view.passphrase.setText(PASSPHRASE)
    view.card.module.text.setText(str(module))
    view.card.pin.setText(pin)
    return view


def test_a_session_unlocked_with_a_card_signs_with_it(
    desk: AppController, qtbot: QtBot, vault: Path, cards: Cards
):
    vouch(vault, cards)
    view = with_card(desk, qtbot, vault, cards.module, PIN)

    view.unlock_button.click()
    typed_left = view.card.pin.text()
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)
    signers: list[str] = []
    desk.jobs.run(
        desk.jobs,
        lambda session: session.author.statement.parsed().signer,
        then=signers.append,
    )
    settle(desk, qtbot)

    assert typed_left == ""
    assert signers == [key_id(cards.keys["judge"])]


def test_what_is_wrong_with_a_card_is_told_on_the_page_and_the_way_without_it_stays(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, cards: Cards
):
    view = with_card(desk, qtbot, vault, tmp_path / "none.so", "")
    view.unlock_button.click()
    wanting = said_at(view.card.pin)
    view.passphrase.setText(PASSPHRASE)
    view.card.pin.setText(PIN)
    with qtbot.waitSignal(start_window(desk).unlock_model.refused, timeout=20_000):
        view.unlock_button.click()
    without_one = view.notice.sentence.text()
    vouch(vault, cards)
    view.passphrase.setText(PASSPHRASE)
    view.card.pin.setText(PIN)
    with qtbot.waitSignal(start_window(desk).unlock_model.refused, timeout=20_000):
        view.unlock_button.click()
    without_module = view.notice.sentence.text()
    view.card_button.click()
    hidden = not view.card.module.isVisibleTo(view)
    view.passphrase.setText(PASSPHRASE)
    view.unlock_button.click()

    assert wanting == "Please type the PIN of the card."
    assert "No card signs in your name yet" in without_one
    assert "Please check its path" in without_module
    assert hidden
    qtbot.waitUntil(lambda: isinstance(desk.window, MainWindow), timeout=20_000)


@pytest.mark.requirement("SR-44")
def test_who_was_not_there_when_the_master_key_was_renewed_is_let_back_in(
    desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    clerk = users.add_user(
        session,
        name="Nadia Peeters",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    session.close()
    session = reopen(vault)
    rekeying.renew_master_key(
        session,
        own_passphrase=passphrase(),
        others={},
        reason="A copy was lost.",
        second=second_for(session, TwoPersonAct.RENEW_MASTER_KEY, session.vault_id),
    )
    part = unlock(desk, qtbot, vault).office.people
    with qtbot.waitSignal(part.model.absent, timeout=10_000):
        part.reload()
    assert "Nadia Peeters" in part.notice.sentence.text()
    part.table.choose_row(part.rows.row_of(lambda user: user.name != "Nadia Peeters"))
    offered_for_another = part.readmit_button.isEnabled()
    part.table.choose_row(part.rows.row_of(lambda user: user.name == "Nadia Peeters"))
    assert not offered_for_another
    assert part.readmit_button.isEnabled()
    dialog = ReadmitDialog(part, part.model, clerk)
    dialog.passphrase.setText(OTHER_PASSPHRASE)
    dialog.own.setText(PASSPHRASE)

    with qtbot.waitSignal(part.model.readmitted, timeout=20_000):
        dialog.take()

    qtbot.waitUntil(part.readmit_button.isHidden, timeout=10_000)
