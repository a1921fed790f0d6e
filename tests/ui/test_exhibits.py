"""Exhibits: the list, files on their way in, and their digests."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, said_at, settle, unlock
from tests.support.ewf import ewf
from tests.support.register import fill_register
from thb_desktop.domain.intake import LeftBecause
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import CancelledError
from thb_desktop.services.evidence.intake import Amount
from ui.application import AppController
from ui.exhibits.descriptions import DescriptionsDialog
from ui.exhibits.file_card import FileCard
from ui.exhibits.intake import Pace, Step
from ui.exhibits.left_dialog import LeftDialog
from ui.exhibits.register import RegisterDialog
from ui.exhibits.view import ExhibitsView
from ui.forms.entry_dialog import EntryDialog
from ui.main_window import MainWindow
from ui.messages import sentence
from ui.text import digest_groups
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import Label
from ui.widgets.questions import Question, ReasonDialog


def exhibits_page(desk: AppController, qtbot: QtBot, vault: Path) -> tuple[MainWindow, ExhibitsView]:
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.table.choose_row(0)
    settle(desk, qtbot)
    return window, window.exhibits


def digests_on(view: ExhibitsView) -> list[str]:
    return [label.text() for label in view.card.findChildren(Label) if label.property("part") == "digest"]


def test_added_files_are_told_with_progress_and_shown_with_their_digest(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    files = [tmp_path / "one.bin", tmp_path / "two.bin"]
    files[0].write_bytes(b"one" * 2_000_000)
    files[1].write_bytes(b"two")
    told: list[Step] = []
    view.model.intake_advanced.connect(told.append)

    with qtbot.waitSignal(view.model.intake_ended, timeout=20_000) as ended:
        view.model.add_files(files)
        assert view.progress.isVisible()
    settle(desk, qtbot)

    assert ended.args == [2]
    assert told[-1].done == told[-1].whole == Amount(2, 6_000_003)
    assert not view.progress.isVisible()
    for file in files:
        assert digest_groups(hashlib.sha256(file.read_bytes()).hexdigest()) in digests_on(view)


def test_the_arrow_keys_go_from_file_to_file_and_the_viewer_gives_the_cursor_back_to_its_file(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window, view = exhibits_page(desk, qtbot, vault)
    files = [tmp_path / f"{number:02}.txt" for number in range(14)]
    for each in files:
        each.write_text(f"note {each.name}", "utf-8")
    with qtbot.waitSignal(view.model.intake_ended, timeout=20_000):
        view.model.add_files(files)
    settle(desk, qtbot)
    window.activateWindow()
    cards = view.card.findChildren(FileCard)
    cards[0].look_button.setFocus()
    visited = []
    keys = Qt.Key

    for key in (keys.Key_Down, keys.Key_Down, keys.Key_Up, keys.Key_PageDown, keys.Key_End, keys.Key_Home):
        QTest.keyClick(application.focusWidget(), key)
        visited.append(next(at for at, card in enumerate(cards) if card.look_button.hasFocus()))

    last = len(cards) - 1
    assert visited == [1, 2, 1, min(11, last), last, 0]
    cards[3].look_button.setFocus()
    QTest.keyClick(cards[3].look_button, keys.Key_Space)
    settle(desk, qtbot)
    assert view.viewer is not None
    view.viewer.closed.emit()
    assert cards[3].look_button.hasFocus()


def test_a_stop_drops_the_file_under_way_and_leaves_nothing_behind(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    big = tmp_path / "big.bin"
    with big.open("wb") as stream:
        stream.truncate(600_000_000)
    before = sorted(path.name for path in vault.rglob("*"))
    shown = digests_on(view)
    view.model.intake_advanced.connect(lambda *_: view.progress.stop.click())

    with qtbot.waitSignal(view.model.intake_ended, timeout=20_000) as ended:
        view.model.add_files([big])
    settle(desk, qtbot)

    assert ended.args == [0]
    assert view.notice.sentence.text() == sentence(CancelledError(""))
    assert digests_on(view) == shown
    assert sorted(path.name for path in vault.rglob("*")) == before


def test_what_cannot_be_taken_is_listed_with_its_reason_and_the_list_is_saved(
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    vault: Path,
    tmp_path: Path,
    *,
    monkeypatch: pytest.MonkeyPatch,
):
    _, view = exhibits_page(desk, qtbot, vault)
    folder = tmp_path / "phone"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"a photograph")
    (folder / "link").symlink_to("/etc/passwd")
    saved = tmp_path / "left.tsv"
    monkeypatch.setattr(choose, "choose_folder", lambda *_: folder)
    monkeypatch.setattr(choose, "choose_target", lambda *_: saved)

    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000) as ended:
        view.card.folder_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, LeftDialog)
    dialog.save_button.click()
    told = dialog.notice.sentence.text()
    dialog.save_button.click()

    assert told == "The list is saved."
    assert ended.args == [1]
    assert [(each.path, each.because) for each in dialog.rows.rows] == [("phone/link", LeftBecause.LINK)]
    assert saved.read_text("utf-8") == 'LINK\t"phone/link"\n'
    assert "Nothing was overwritten" in dialog.notice.sentence.text()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.result() == LeftDialog.DialogCode.Accepted


def test_a_folder_that_is_dropped_on_the_card_is_taken(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    folder = tmp_path / "phone"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"a photograph")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(folder))])
    dropped = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000) as ended:
        view.card.dropEvent(dropped)

    assert dropped.isAccepted()
    assert ended.args == [1]


def test_a_run_pauses_and_goes_on(desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path):
    _, view = exhibits_page(desk, qtbot, vault)
    big = tmp_path / "big.bin"
    with big.open("wb") as stream:
        stream.truncate(300_000_000)
    view.model.intake_began.connect(lambda _: view.progress.pause.click())
    steps: list[Step] = []
    view.model.intake_advanced.connect(steps.append)

    view.model.add_files([big])
    qtbot.wait(700)
    held = len(steps)
    named = view.progress.pause.text()
    with qtbot.waitSignal(view.model.intake_ended, timeout=60_000) as ended:
        view.progress.pause.click()

    assert named.endswith("&Go on")
    assert held <= 1
    assert ended.args == [1]
    assert not view.progress.isVisible()


def test_rate_and_time_left_leave_out_the_time_of_a_pause():
    clock = [0.0]
    pace = Pace(now=lambda: clock[0])
    whole = Amount(0, 1000)

    assert pace.step(Amount(), whole).rate is None
    clock[0] = 5.0
    assert pace.step(Amount(0, 500), whole) == Step(done=Amount(0, 500), whole=whole, rate=100, left=5)
    pace.wait(True)
    clock[0] = 500.0
    pace.wait(False)
    clock[0] = 505.0
    assert pace.step(Amount(0, 750), whole) == Step(done=Amount(0, 750), whole=whole, rate=75, left=3)


def test_the_digest_of_a_stored_file_is_checked_for_a_reason_and_recorded(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    (tmp_path / "one.bin").write_bytes(b"one")
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([tmp_path / "one.bin"])
    settle(desk, qtbot)
    exhibit = view.model.exhibit
    assert exhibit is not None

    with qtbot.waitSignal(view.model.checked, timeout=10_000) as checked:
        view.model.check(exhibit.files[-1], "Before the hearing")

    (event,) = checked.args[0]
    assert event.action is CustodyAction.VERIFIED
    assert event.reason == "Before the hearing"
    assert view.notice.sentence.text() == "The stored file has the digest that was recorded."


def test_a_check_without_a_reason_is_not_made(application: QApplication, qtbot: QtBot):
    dialog = ReasonDialog(None, "Check?", "Read whole.", "&Check", "")
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.main_button.click()

    assert dialog.isVisible()
    assert said_at(dialog.reason)


def test_an_exhibit_is_registered_with_the_event_by_which_it_came(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RegisterDialog)
    fill_register(dialog)

    dialog.main_button.click()
    settle(desk, qtbot)

    found = next(row for row in view.rows.rows if row.exhibit.number == "E-77")
    assert found.events == 1
    assert found.last_event.reason == "Found in the drawer"


def test_the_next_exhibit_of_a_search_takes_from_the_one_before_what_both_have_alike(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    """Number, title, kind and seal are of each one, and are typed."""
    _, view = exhibits_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RegisterDialog)
    fill_register(dialog)
    dialog.exhibit.set_values(source="Kitchen, drawer", seal="BE-77")
    alike = ("source", "collected_at", "collected_by", "legal_authority")
    before = [dialog.exhibit.editor(name).value() for name in alike]
    act, kind = dialog.act.act(), dialog.exhibit.editor("kind").value()
    dialog.main_button.click()
    settle(desk, qtbot)
    view.new_button.click()
    following = open_dialog(application, qtbot)
    assert isinstance(following, RegisterDialog)
    at_first = following.exhibit.editor("source").value()

    assert "E-77" in following.like_button.text()
    following.like_button.click()

    assert at_first == ""
    assert [following.exhibit.editor(name).value() for name in alike] == before
    assert [following.exhibit.editor(name).value() for name in ("number", "seal", "kind")] == ["", "", None]
    assert following.act.act() == act
    following.exhibit.set_values(number="E-78", titles=(("fr", "Agenda"),), kind=kind)
    following.main_button.click()
    settle(desk, qtbot)
    found = next(row for row in view.rows.rows if row.exhibit.number == "E-78")
    assert (found.exhibit.source, found.last_event.reason) == ("Kitchen, drawer", "Found in the drawer")


def test_an_exhibit_without_a_reason_is_refused_and_what_was_typed_stays(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RegisterDialog)
    fill_register(dialog, reason="")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert said_at(dialog.act.editors["reason"]) == "Reason: please fill this in."
    assert dialog.exhibit.editor("titles").value() == (("fr", "Agenda"),)


def test_a_refusal_is_taken_back_when_the_next_attempt_succeeds(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RegisterDialog)
    fill_register(dialog, reason="")
    dialog.main_button.click()
    settle(desk, qtbot)
    assert said_at(dialog.act.editors["reason"])
    dialog.act.set_values(reason="Found in the drawer")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert "E-77" in [row.exhibit.number for row in view.rows.rows]
    assert not view.notice.isVisible()


def test_ctrl_n_registers_the_first_exhibit_of_a_case(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = exhibits_page(desk, qtbot, vault)
    case = view.model.case
    assert case is not None
    with qtbot.waitSignal(window.cases.model.added, timeout=10_000):
        window.cases.model.open_case(replace(case, reference="2026/0002"))
    settle(desk, qtbot)
    assert view.stack.currentWidget() is view.empty

    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert isinstance(open_dialog(application, qtbot), RegisterDialog)


def test_the_button_that_checks_a_digest_is_shown_whole(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    window, view = exhibits_page(desk, qtbot, vault)
    window.resize(window.minimumSize())
    source = tmp_path / "minutes.docx"
    source.write_bytes(b"minutes" * 30_000)
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([source])
    settle(desk, qtbot)
    qtbot.wait(50)

    checks = [made for made in view.card.findChildren(QPushButton) if "Check the digest" in made.text()]

    assert checks
    for check in checks:
        area = view.card.area.viewport()
        right = check.mapTo(area, check.rect().topRight()).x()
        assert check.width() >= check.sizeHint().width()
        assert right < area.width()


def test_the_search_finds_by_number_and_title(desk: AppController, qtbot: QtBot, vault: Path):
    _, view = exhibits_page(desk, qtbot, vault)
    everything = view.rows.rowCount()
    number = view.rows.rows[-1].exhibit.number

    view.search.setText(number)

    assert [row.exhibit.number for row in view.rows.rows] == [number]
    view.search.clear()
    assert view.rows.rowCount() == everything


def entry_dialog(application: QApplication, qtbot: QtBot) -> EntryDialog:
    """The form that stands over the list: which of two dialogs Qt names last is chance."""

    def forms() -> list[EntryDialog]:
        return [
            each
            for each in application.topLevelWidgets()
            if isinstance(each, EntryDialog) and each.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(forms()))
    (found,) = forms()
    return found


def test_the_things_of_an_exhibit_are_described_corrected_and_read_on_its_card(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    view.card.described_button.click()
    listed = open_dialog(application, qtbot)
    assert isinstance(listed, DescriptionsDialog)
    settle(desk, qtbot)
    listed.item_button.click()
    adding = entry_dialog(application, qtbot)
    adding.take()
    assert said_at(adding.form.editors["item"])
    adding.form.set_values(item="Telephone", make="Samsung", imei=("352099001761481",))
    adding.take()
    settle(desk, qtbot)

    listed.table.choose_row(0)
    listed.acts.correct_button.click()
    correcting = entry_dialog(application, qtbot)
    assert "exhibit_id" not in correcting.form.editors
    correcting.form.set_values(make="Nokia")
    assert correcting.reason is not None
    correcting.reason.setText("Read on the back")
    correcting.take()
    settle(desk, qtbot)
    listed.main_button.click()
    settle(desk, qtbot)

    shown = " ".join(label.text() for label in view.card.findChildren(Label))
    assert "Telephone" in shown
    assert "Nokia" in shown
    assert "Samsung" not in shown


def test_only_of_what_can_have_rows_or_pages_something_is_offered_to_be_taken_over(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    names = ("call.mp3", "photo.jpg", "film.mp4", "account.csv", "page.html", "unknown")
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
    with qtbot.waitSignal(view.model.intake_ended, timeout=20_000):
        view.model.add_files([tmp_path / name for name in names])
    settle(desk, qtbot)

    cards = {each.file.name: each for each in view.card.findChildren(FileCard)}
    offered = {
        name
        for name in names
        if cards[name].statement_button.isVisible() and cards[name].ads_button.isVisible()
    }
    neither = {
        name
        for name in names
        if not cards[name].statement_button.isVisible() and not cards[name].ads_button.isVisible()
    }

    assert offered == {"account.csv", "page.html", "unknown"}
    assert neither == {"call.mp3", "photo.jpg", "film.mp4"}


def test_an_imei_with_a_wrong_check_digit_is_asked_about_and_can_be_kept(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    _, view = exhibits_page(desk, qtbot, vault)
    view.card.described_button.click()
    listed = open_dialog(application, qtbot)
    assert isinstance(listed, DescriptionsDialog)
    settle(desk, qtbot)
    listed.item_button.click()
    adding = entry_dialog(application, qtbot)
    adding.form.set_values(item="Telephone", imei=("352099001761482",))
    asked: list[str] = []

    def answer() -> None:
        for question in application.topLevelWidgets():
            if isinstance(question, Question) and question.isVisible():
                asked.extend(each.text() for each in question.findChildren(Label))
                question.accept()

    looks = QTimer(view, interval=50)
    looks.timeout.connect(answer)
    looks.start()
    adding.take()
    settle(desk, qtbot)
    looks.stop()

    assert any("352099001761482" in each and "check digit" in each for each in asked)
    assert [each.imei for each in listed.rows.rows] == [("352099001761482",)]


@pytest.mark.parametrize("agrees", [True, False])
def test_what_an_image_states_is_told_with_the_check_of_its_file(
    desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path, agrees: bool
):
    _, view = exhibits_page(desk, qtbot, vault)
    (tmp_path / "disk.E01").write_bytes(
        ewf(bytes(512 * 200), md5=None if agrees else b"\1" * 16, sha1=b"")[0]
    )
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([tmp_path / "disk.E01"])
    settle(desk, qtbot)
    exhibit = view.model.exhibit
    assert exhibit is not None

    with qtbot.waitSignal(view.model.checked, timeout=10_000):
        view.model.check(exhibit.files[-1], "Before the hearing")
    settle(desk, qtbot)

    assert "The stored file has the digest" in view.notice.sentence.text()
    assert "the digest that the image states" in view.notice.sentence.text()
    assert view.notice.property("tone") == (Tone.OK if agrees else Tone.BAD).value
