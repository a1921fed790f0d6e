"""The office's page, and pages that a function does not include."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.controllers import OFFICE, USER, environment, reopen, said_at, settle, unlock
from tests.support.offices import by_hand, keeping_triggers
from tests.support.second_person import asked
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, passphrase
from thb_desktop.domain.rights import RIGHTS, Right, may
from thb_desktop.domain.vocabulary import Compartment, TwoPersonAct, UserRole
from thb_desktop.services.casework import drafts
from thb_desktop.services.office import users, vaults
from thb_desktop.services.office.recovery import RecoveryShare
from thb_desktop.words import refusal
from ui.application import AppController
from ui.labels import words
from ui.main_window import MainWindow
from ui.office.add_user import AddUserDialog
from ui.office.backup import BackupDialog, TrialDialog
from ui.office.code_dialog import CodeDialog
from ui.office.keys import RenewCodeDialog
from ui.office.leaving import HandOverDialog, RetireDialog
from ui.office.people import PeoplePart
from ui.office.rekey import RekeyDialog
from ui.office.rekey_model import RekeyModel
from ui.office.rights_grid import SHOWN
from ui.office.shares import HoldersDialog, ShareDialog
from ui.unlock.shares_view import ShareCard
from ui.widgets import choose

PAGES = ("Cases", "Interviews", "Exhibits", "Custody", "Export", "Health", "Office")


def shown_pages(window: MainWindow) -> set[str]:
    return {entry.accessibleName() for entry in window.rail.buttons if not entry.isHidden()}


def test_the_rights_shown_are_those_the_services_ask_for(desk: AppController, qtbot: QtBot, vault: Path):
    grid = unlock(desk, qtbot, vault).office.grid

    for number, right in enumerate(Right):
        said = [grid.rows.index(number, column).data() for column in range(len(SHOWN) + 1)]
        assert words(right) in said[0]
        assert ["Yes" in cell for cell in said[1:]] == [may(role, right) for role in SHOWN]


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize(
    ("role", "pages"),
    [
        (
            UserRole.INVESTIGATING_JUDGE,
            {"Cases", "Interviews", "Exhibits", "Custody", "Export", "Health", "Office", "Translations"},
        ),
        (
            UserRole.ANALYST,
            {"Cases", "Interviews", "Exhibits", "Custody", "Health", "Office", "Translations"},
        ),
        (UserRole.EVIDENCE_CUSTODIAN, {"Cases", "Exhibits", "Custody", "Health", "Office"}),
        (UserRole.AUDITOR, {"Cases", "Custody", "Health", "Office"}),
        (UserRole.ADMINISTRATOR, {"Cases", "Health", "Office"}),
    ],
)
def test_sr_19_a_page_that_the_function_does_not_include_is_not_offered(
    desk: AppController, qtbot: QtBot, vault: Path, role: UserRole, pages: set[str]
):
    window = unlock(desk, qtbot, vault)

    window._show_rights(RIGHTS[role])

    assert shown_pages(window) == pages


@pytest.mark.requirement("SR-47")
def test_a_backup_is_made_and_listed_with_its_medium(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    part = unlock(desk, qtbot, vault).office.backup
    dialog = BackupDialog(part, part.model)
    dialog.folder.text.setText(str(tmp_path / "stick" / "backup"))
    (tmp_path / "stick").mkdir()
    dialog.label.setText("Stick 3, safe of the registry")

    with qtbot.waitSignal(part.model.made, timeout=30_000):
        dialog.take()

    qtbot.waitUntil(lambda: len(part.rows.rows) == 1)
    assert part.rows.rows[0].event.note == "Stick 3, safe of the registry"
    assert part.rows.rows[0].by == USER
    assert any((tmp_path / "stick" / "backup").iterdir())
    assert "Short code of this state" in part.notice.sentence.text()


def test_a_backup_into_the_vault_itself_is_refused_in_words(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    window.go(6)
    part = window.office.backup
    settle(desk, qtbot)
    dialog = BackupDialog(part, part.model)
    dialog.folder.text.setText(str(vault / "content"))

    with qtbot.waitSignal(part.model.refused, timeout=30_000):
        dialog.take()

    settle(desk, qtbot)
    assert part.notice.isVisible()
    assert part.notice.sentence.text() == refusal("backup-place", "en")
    assert part.rows.rows == ()


@pytest.mark.requirement("SR-20")
def test_a_user_is_retired_with_a_reason_and_a_second_person(desk: AppController, qtbot: QtBot, vault: Path):
    part = unlock(desk, qtbot, vault).office.people
    part.reload()
    qtbot.waitUntil(lambda: len(part.rows.rows) == 2)
    interpreter = next(user for user in part.rows.rows if user.role is UserRole.INTERPRETER)
    dialog = RetireDialog(part, part.model, interpreter)
    with qtbot.waitSignal(dialog.second.ready, timeout=10_000):
        pass
    dialog.reason.setText("The register of interpreters no longer lists her.")
    dialog.own.setText(PASSPHRASE)

    dialog.take()
    assert said_at(dialog.second.reason) == "Please write why you do this alone."
    dialog.second.reason.setText("Nobody else works in this office.")
    with qtbot.waitSignal(part.model.retired, timeout=30_000):
        dialog.take()

    qtbot.waitUntil(lambda: any(not user.active for user in part.rows.rows), timeout=10_000)
    assert not part.retire_button.isEnabled() or part.table.current_record() is not None


def hire(vault: Path, name: str, role: UserRole, typed: str, by: str = PASSPHRASE) -> None:
    session = vaults.unlock_vault(vault, passphrase=passphrase(by), environment=environment())
    users.add_user(
        session,
        name=name,
        role=role,
        passphrase=passphrase(typed),
        own_passphrase=passphrase(by),
        second=asked(session, TwoPersonAct.ADD_USER, text=PASSPHRASE),
    )
    session.close()


def adding(desk: AppController, qtbot: QtBot, vault: Path) -> tuple[PeoplePart, AddUserDialog]:
    """The form of a new user, opened by its button, with everything typed but the second person."""
    window = unlock(desk, qtbot, vault)
    window.go(6)
    part = window.office.people
    settle(desk, qtbot)
    part.add_button.click()
    qtbot.waitUntil(lambda: bool(part.findChildren(AddUserDialog)), timeout=10_000)
    (dialog,) = part.findChildren(AddUserDialog)
    qtbot.waitUntil(lambda: dialog.second.is_known, timeout=10_000)
    dialog.name.setText("Ines Maertens")
    dialog.role.setCurrentIndex(dialog.role.findData(UserRole.ANALYST))
    for field in (dialog.form.new, dialog.form.repeated):
        field.setText(f"{PASSPHRASE} Ines")
    dialog.own.setText(PASSPHRASE)
    return part, dialog


def test_after_a_wrong_passphrase_of_the_second_person_ones_own_is_still_there(
    desk: AppController, qtbot: QtBot, vault: Path
):
    hire(vault, "Nadia Peeters", UserRole.CLERK, OTHER_PASSPHRASE)
    part, dialog = adding(desk, qtbot, vault)
    dialog.second.passphrase.setText("five words that are wrong")

    dialog.main_button.click()
    qtbot.waitUntil(dialog.notice.isVisible, timeout=30_000)
    left = dialog.own.text(), dialog.second.passphrase.text()
    dialog.own.setText("five words that are wrong")
    dialog.second.passphrase.setText(OTHER_PASSPHRASE)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: dialog.own.text() == "", timeout=30_000)

    assert left == (PASSPHRASE, "")
    assert dialog.isVisible()
    dialog.done(0)
    settle(desk, qtbot)
    assert not any(user.name == "Ines Maertens" for user in part.rows.rows)


def test_a_new_user_is_told_with_their_function(desk: AppController, qtbot: QtBot, vault: Path):
    part, dialog = adding(desk, qtbot, vault)
    dialog.second.reason.setText("Nobody else works in this office.")

    with qtbot.waitSignal(part.model.added, timeout=30_000):
        dialog.main_button.click()
    settle(desk, qtbot)

    assert part.notice.isVisible()
    said = part.notice.sentence.text()
    assert "Ines Maertens" in said
    assert words(UserRole.ANALYST) in said


def test_in_a_vault_that_takes_no_act_adding_a_user_is_refused_before_anything_is_typed(
    desk: AppController, qtbot: QtBot, vault: Path
):
    session = reopen(vault)
    with by_hand(session) as connection, keeping_triggers(connection):
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE exhibit SET source = 'Nowhere'")
    session.close()
    window = unlock(desk, qtbot, vault)
    window.go(6)
    part = window.office.people
    settle(desk, qtbot)

    part.add_button.click()
    qtbot.waitUntil(part.notice.isVisible, timeout=10_000)

    assert part.notice.sentence.text() == refusal("tables-differ", "en")
    assert part.findChildren(AddUserDialog) == []


@pytest.mark.requirement("SR-19")
def test_a_judge_gives_the_keys_that_who_added_a_colleague_could_not(
    desk: AppController, qtbot: QtBot, vault: Path
):
    hire(vault, "Head of IT", UserRole.ADMINISTRATOR, OTHER_PASSPHRASE)
    hire(vault, "Nadia Peeters", UserRole.PROSECUTOR, f"{PASSPHRASE} Nadia", by=OTHER_PASSPHRASE)
    window = unlock(desk, qtbot, vault)
    part = window.office.people
    window.go(6)
    settle(desk, qtbot)
    before = part.keys_button.isEnabled()
    said = []

    for _ in range(2):
        part.table.choose_row(part.rows.row_of(lambda user: user.name == "Nadia Peeters"))
        with qtbot.waitSignal(part.model.given, timeout=20_000):
            part.keys_button.click()
        settle(desk, qtbot)
        said.append(part.notice.sentence.text())

    assert not before
    assert "was given the keys of: " in said[0]
    assert words(Compartment.IDENTITIES) in said[0]
    assert "has every key of their function" in said[1]


def test_a_refusal_stands_in_the_dialog_in_front_and_not_on_the_page_behind(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(6)
    window.office.tabs.setCurrentIndex(2)
    settle(desk, qtbot)
    part = window.office.keys
    dialog = RenewCodeDialog(part, part.model)
    dialog.open()
    dialog.own.setText(OTHER_PASSPHRASE)

    dialog.main_button.click()
    qtbot.waitUntil(dialog.notice.isVisible, timeout=20_000)

    assert not part.notice.isVisible()
    dialog.done(0)
    part.model.refused.emit("Somebody else is at it.")
    assert part.notice.isVisible()


@pytest.mark.requirement("SR-44")
def test_a_new_recovery_code_is_shown_until_it_was_typed_back(desk: AppController, qtbot: QtBot, vault: Path):
    part = unlock(desk, qtbot, vault).office.keys
    asking = RenewCodeDialog(part, part.model)
    asking.own.setText(PASSPHRASE)
    with qtbot.waitSignal(part.model.renewed, timeout=30_000):
        asking.take()
    dialog = part.findChild(CodeDialog)

    dialog.reject()
    dialog.typed_back.setText("0" * 35)
    dialog.take()
    stays = dialog.isVisible()
    dialog.typed_back.setText(dialog.code.text().lower().replace("-", " "))
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.take()

    assert stays
    assert "old sheet no longer opens" in part.notice.sentence.text()


def test_the_ways_into_the_vault_are_listed_with_what_a_guess_costs(
    desk: AppController, qtbot: QtBot, vault: Path
):
    part = unlock(desk, qtbot, vault).office.keys
    part.reload()

    qtbot.waitUntil(lambda: len(part.rows.rows) == 2)
    said = [[part.rows.index(line, column).data() for column in range(3)] for line in range(2)]
    assert "Passphrase" in said[0][0]
    assert "Recovery code" in said[1][0]
    assert all(USER in whose for _, whose, _ in said)
    assert "64" in said[0][2]


@pytest.mark.requirement("SR-44")
def test_the_office_is_handed_over_and_the_window_asks_to_lock(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    part = window.office.people
    dialog = HandOverDialog(part, part.model)
    with qtbot.waitSignal(dialog.second.ready, timeout=10_000):
        pass
    dialog.name.setText("Ines Maertens")
    dialog.reason.setText("Order of the president of the court.")
    for field in (dialog.form.new, dialog.form.repeated):
        field.setText(OTHER_PASSPHRASE)
    dialog.own.setText(PASSPHRASE)
    dialog.second.reason.setText("Nobody else works in this office.")

    with qtbot.waitSignal(part.model.handed_over, timeout=30_000) as told:
        dialog.take()

    assert told.args is not None
    new = told.args[0]
    assert new.office == OFFICE
    assert len(new.code) == 41


@pytest.mark.requirement("SR-44")
def test_the_master_key_is_renewed_in_the_window_and_the_vault_opens_anew(
    desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    part = window.office.keys
    before = (vault / "header").read_bytes()
    model = RekeyModel(part.model.jobs, part)
    dialog = RekeyDialog(part, model)
    with qtbot.waitSignal(dialog.second.ready, timeout=10_000):
        pass
    dialog.reason.setText("A stick with a copy was lost.")
    dialog.own.setText(PASSPHRASE)
    dialog.second.reason.setText("Nobody else works in this office.")

    qtbot.wait(1500)
    settle(desk, qtbot)
    with qtbot.waitSignal(model.renewed, timeout=60_000) as told:
        dialog.take()
    window.go(0)

    assert told.args is not None
    assert len(told.args[0].code) == 41
    assert (vault / "header").read_bytes() != before
    reopened = reopen(vault)
    assert reopened.opening.is_sound
    assert [kept.form for kept in drafts.list_forms(reopened)] == []
    reopened.close()


@pytest.mark.requirement("SR-47")
def test_a_backup_is_tried_and_the_outcome_is_told_and_kept(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    part = unlock(desk, qtbot, vault).office.backup
    making = BackupDialog(part, part.model)
    making.folder.text.setText(str(tmp_path / "backup"))
    with qtbot.waitSignal(part.model.made, timeout=60_000):
        making.take()
    trying = TrialDialog(part, part.model)
    trying.folder.text.setText(str(tmp_path / "backup"))
    trying.within.text.setText(str(tmp_path))
    trying.passphrase.setText(PASSPHRASE)

    with qtbot.waitSignal(part.model.tried, timeout=60_000):
        trying.take()

    assert "everything in it is valid" in part.notice.sentence.text()
    qtbot.waitUntil(lambda: [row.event.tried for row in part.rows.rows] == [True, False])
    assert list(tmp_path.glob("try-*")) == []


@pytest.mark.requirement("SR-44")
def test_shares_are_made_for_holders_and_each_is_shown_until_it_is_on_paper(
    desk: AppController, qtbot: QtBot, vault: Path
):
    part = unlock(desk, qtbot, vault).office.keys
    holders = [("Ines Maertens", OTHER_PASSPHRASE), ("Registry", "granite willow cinder marble thistle")]
    shown: list[str] = []

    with qtbot.waitSignal(part._shares._model.made, timeout=60_000):
        part._shares._model.make(2, holders, PASSPHRASE)
    for _ in holders:
        (dialog,) = (each for each in part.findChildren(ShareDialog) if each.isVisible())
        dialog.reject()
        shown.append(dialog.share.text())
        dialog.take()

    assert all(len(text.split()) == 16 for text in shown)
    desk.end()
    given = [(text, passphrase(typed)) for text, (_, typed) in zip(shown, holders, strict=True)]
    session = vaults.unlock_with_shares(vault, given=given, environment=desk.jobs.environment())
    assert session.user.name == USER
    session.close()


def test_a_share_can_be_copied_or_saved_where_only_its_holder_reads_it(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    part = unlock(desk, qtbot, vault).office.keys
    text = "\n".join(" ".join(f"AB{line}{place}X" for place in range(4)) for line in range(4))
    share = RecoveryShare(number=2, needed=2, total=3, holder="Ines Maertens", text=text)
    dialog = ShareDialog(part, share, office=OFFICE, vault="034b1d5c-4d58")
    target = tmp_path / "share-2.txt"
    monkeypatch.setattr(choose, "choose_target", lambda *_: target)

    dialog.save_button.click()
    first = dialog.notice.sentence.text()
    dialog.save_button.click()
    second = dialog.notice.sentence.text()

    assert target.read_text() == f"{text}\n"
    assert target.stat().st_mode & 0o077 == 0
    assert "Saved" in first
    assert "another place" in second
    assert dialog.share.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    card = ShareCard(1)
    card.show_file(target)
    assert card.text.toPlainText() == text


def test_too_few_holders_and_too_many_needed_are_refused_before_anybody_types(
    desk: AppController, qtbot: QtBot, vault: Path
):
    part = unlock(desk, qtbot, vault).office.keys
    dialog = HoldersDialog(part, part._shares._model)
    dialog.own.setText(PASSPHRASE)

    for names, needed, said in (
        ("Ines Maertens", 2, "two to sixteen"),
        ("Ines Maertens; Ines Maertens", 2, "two to sixteen"),
        ("Ines Maertens; Registry", 3, "More shares are needed"),
    ):
        dialog.holders.setText(names)
        dialog.needed.setValue(needed)
        dialog.take()
        assert said in said_at(dialog.needed if "needed" in said else dialog.holders)
    assert dialog.result() == 0
