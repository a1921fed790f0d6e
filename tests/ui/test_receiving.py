"""A dropped package is judged, its office recorded; it is imported, and its receipt signed."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_der_x509_certificate
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.services.conftest import sample_office  # noqa: F401 - a fixture
from tests.services.receiving.conftest import bucharest, post  # noqa: F401 - fixtures
from tests.support.controllers import reopen, said_at, settle, unlock
from tests.support.packages import ORDERED
from tests.support.receiving import Post
from tests.ui.test_check_file import drop, told
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.domain.ids import InstrumentId
from thb_desktop.domain.times import to_text
from thb_desktop.ledger.canonical import Value
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework.drafts import SavedForm
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.messages.signed_messages import packed_message
from thb_desktop.services.packaging.package_files import references_in
from thb_desktop.services.persons import people
from thb_desktop.verify.receipt_text import FORM, RECEIPT
from thb_desktop.verify.run import Request, check_file
from ui.application import AppController
from ui.cases.board import BoardDialog
from ui.checking.dialog import CheckDialog
from ui.main_window import MainWindow
from ui.partners.office_dialog import OfficeDialog
from ui.place import waiting_forms
from ui.receiving.dialogs import PackagesDialog
from ui.receiving.receive_dialog import ReceiveDialog
from ui.receiving.sign_dialog import SignReceiptDialog
from ui.widgets import choose
from ui.widgets.basic import Chip

BROUGHT = "Handed over at the door by Ms Lupu, on a stick"

pytestmark = pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What came, and the key file that opens it."""

    post: Post
    key: Path


@pytest.fixture
def parcel(post: Post, tmp_path: Path) -> Parcel:  # noqa: F811
    path = tmp_path / "judge.p12"
    certificate = load_der_x509_certificate(post.addressee.certificate)
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"key", post.addressee.private_key, certificate, None, BestAvailableEncryption(b"words")
        )
    )
    return Parcel(post=post, key=path)


@pytest.fixture
def window(desk: AppController, qtbot: QtBot, vault: Path) -> MainWindow:
    found = unlock(desk, qtbot, vault)
    settle(desk, qtbot)
    return found


def shown[D: QDialog](qtbot: QtBot, window: QWidget, kind: type[D]) -> D:
    def found() -> list[D]:
        return [each for each in window.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=30_000)
    return found()[0]


def typed(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)


def looked_at(qtbot: QtBot, desk: AppController, window: MainWindow, parcel: Parcel) -> ReceiveDialog:
    """Drop the folder, name the key, and let it be examined, by keys."""
    assert drop(window, parcel.post.folder)
    dialog = shown(qtbot, window, ReceiveDialog)
    settle(desk, qtbot)
    assert dialog.package.text() == str(parcel.post.folder)
    typed(qtbot, dialog.key, str(parcel.key))
    typed(qtbot, dialog.words, "words")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.looked is not None, timeout=60_000)
    settle(desk, qtbot)
    return dialog


def recorded(qtbot: QtBot, desk: AppController, dialog: ReceiveDialog, post: Post) -> None:  # noqa: F811
    qtbot.keyClick(dialog.office_button, Qt.Key.Key_Space)
    office = shown(qtbot, dialog, OfficeDialog)
    typed(qtbot, office.name, "Cabinet 0")
    typed(qtbot, office.country, "BE")
    typed(qtbot, office.fingerprint, post.fingerprint)
    typed(qtbot, office.told, "By telephone")
    qtbot.keyClick(office.told, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.arrival.isVisible, timeout=60_000)
    settle(desk, qtbot)


def filled(qtbot: QtBot, dialog: ReceiveDialog) -> None:
    """Say who received it and when, and tick everything."""
    arrival = dialog.arrival
    typed(qtbot, arrival.number, "R-1")
    arrival.official.setCurrentIndex(1)
    arrival.at.write_now()
    qtbot.keyClick(arrival.refusing.all_button, Qt.Key.Key_Space)


def in_sight(part: QWidget) -> bool:
    """Whether a part can be seen whole without scrolling."""
    return part.visibleRegion().boundingRect() == part.rect()


def told_by(layout: QLayout) -> list[str]:
    """The words of each line of findings, from the top."""
    lines = (layout.itemAt(number).layout() for number in range(layout.count()))
    parts = ([line.itemAt(at).widget() for at in range(line.count())] for line in lines)
    return [each.text() for line in parts for each in line if isinstance(each, Chip)]


def test_what_is_in_doubt_and_what_is_asked_for_can_be_seen_at_once(
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    parcel: Parcel,
):
    dialog = looked_at(qtbot, desk, window, parcel)
    doubted, held = told_by(dialog.doubts), told_by(dialog.answer)
    qtbot.waitUntil(lambda: in_sight(dialog.office_button), timeout=10_000)
    recorded(qtbot, desk, dialog, parcel.post)

    assert doubted
    assert "Valid" not in doubted
    assert len(held) > 20
    assert {*held} == {"Valid"}
    assert told_by(dialog.doubts) == []
    for part in (dialog.arrival.number, dialog.arrival.official):
        qtbot.waitUntil(lambda part=part: in_sight(part), timeout=10_000)


def test_a_case_without_officials_says_where_to_enter_who_received_the_package(
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    parcel: Parcel,
):
    dialog = looked_at(qtbot, desk, window, parcel)
    recorded(qtbot, desk, dialog, parcel.post)
    with_some = dialog.arrival.official_wanted()
    dialog.arrival.offer(())
    typed(qtbot, dialog.arrival.number, "R-1")

    dialog.main_button.click()

    assert with_some == "Please choose who received it."
    assert "section Officials" in "".join(said_at(dialog.arrival.official))


@pytest.fixture
def sealed(vault: Path) -> str:
    """What is sealed of a protected person of the case, read before the window is open."""
    session = reopen(vault)
    case = next(each.case for each in cases.list_cases(session))
    texts = people.protected_texts(session, case.id) or ()
    session.close()
    return next(each for each in texts if each.isascii() and len(each) > 5)


def test_a_dropped_package_is_quarantined_imported_and_answered_by_keys(
    sealed: str,
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    parcel: Parcel,
):
    dialog = looked_at(qtbot, desk, window, parcel)
    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert sum("all recorded events" in each.casefold() for each in told) == 2, "one for each custody record"
    assert dialog.office_button.isVisible()
    assert dialog.arrival.isHidden()
    recorded(qtbot, desk, dialog, parcel.post)
    assert dialog.arrival.exhibits.chosen() == []
    filled(qtbot, dialog)
    dialog.main_button.click()
    packages = shown(qtbot, window, PackagesDialog)
    qtbot.waitUntil(lambda: packages.received.rowCount() == 1, timeout=60_000)
    settle(desk, qtbot)
    for seen in (packages.notices_button, packages.sign_button):
        assert seen.visibleRegion().boundingRect() == seen.rect()

    qtbot.keyClick(packages.sign_button, Qt.Key.Key_Space)
    signing = shown(qtbot, packages, SignReceiptDialog)
    target = parcel.key.parent / "receipt.asice"
    signing.file.setText(str(target))
    qtbot.keyClicks(signing.remarks, f"It shows {sealed}")
    signing.main_button.click()
    qtbot.waitUntil(signing.notice.isVisible, timeout=30_000)
    settle(desk, qtbot)
    refused, is_written = signing.notice.sentence.text(), target.exists()
    signing.remarks.clear()
    signing.main_button.click()
    qtbot.waitUntil(target.exists, timeout=30_000)
    settle(desk, qtbot)

    assert "sealed of a person" in refused
    assert not is_written
    assert not any(each.standing == "broken" for each in check_file(Request(file=target)))
    packages.reject()


@pytest.fixture
def order(vault: Path, post: Post) -> Instrument:  # noqa: F811
    """An order of this office, entered before the window is open, whose number there the bundle names."""
    session = reopen(vault)
    named, *_ = references_in(post.desk.bundle.read_bytes())
    case = next(each.case for each in cases.list_cases(session))
    made = cooperation.register_instrument(
        session,
        Instrument(
            id=InstrumentId(""),
            case_id=case.id,
            number="Q-1",
            type=InstrumentType.EIO,
            status=InstrumentStatus.ISSUED,
            reference="RO/1",
            from_country="RO",
            to_country="BE",
            issued_on=date(2026, 3, 20),
            acknowledged_on=None,
            executed_on=None,
            foreign_reference=named,
        ),
    )
    session.close()
    return made


def on_the_board(desk: AppController, qtbot: QtBot, window: MainWindow, case: CaseFile) -> BoardDialog:
    board = BoardDialog(window, desk.jobs, case)
    board.open()
    qtbot.waitUntil(lambda: board.rows.rowCount() > 0, timeout=30_000)
    settle(desk, qtbot)
    return board


def test_the_request_that_a_package_answers_is_named_and_a_person_chooses_it(
    order: Instrument,
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    parcel: Parcel,
):
    dialog = looked_at(qtbot, desk, window, parcel)
    recorded(qtbot, desk, dialog, parcel.post)
    asked, case = dialog.arrival.request, dialog._model.case
    offered = [asked.itemText(at) for at in range(asked.count())]
    assert asked.currentData() is None
    assert len([each for each in offered if "named in the package" in each]) == 1
    assert "Q-1" in next(each for each in offered if "named in the package" in each)
    filled(qtbot, dialog)
    while asked.currentData() != order.id:
        qtbot.keyClick(asked, Qt.Key.Key_Down)
    dialog.main_button.click()
    packages = shown(qtbot, window, PackagesDialog)
    qtbot.waitUntil(lambda: packages.received.rowCount() == 1, timeout=60_000)
    packages.reject()

    board = on_the_board(desk, qtbot, window, case)

    assert "R-1" in next(each.answers for each in board.rows.rows if each.instrument.id == order.id)
    assert not board.unasked.isVisible()
    board.reject()


def test_what_came_under_no_request_stands_on_the_board(
    order: Instrument,
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    parcel: Parcel,
):
    dialog = looked_at(qtbot, desk, window, parcel)
    recorded(qtbot, desk, dialog, parcel.post)
    case = dialog._model.case
    filled(qtbot, dialog)
    dialog.main_button.click()
    packages = shown(qtbot, window, PackagesDialog)
    qtbot.waitUntil(lambda: packages.received.rowCount() == 1, timeout=60_000)
    packages.reject()

    board = on_the_board(desk, qtbot, window, case)

    assert board.unasked.isVisible()
    assert "R-1" in board.unasked.text()
    assert "Cabinet 0" in board.unasked.text()
    assert not [each for each in board.rows.rows if each.instrument.id == order.id and each.answers]
    board.reject()


def test_what_a_person_must_say_is_asked_at_its_field(
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    parcel: Parcel,
):
    dialog = looked_at(qtbot, desk, window, parcel)
    recorded(qtbot, desk, dialog, parcel.post)

    dialog.main_button.click()
    assert "number" in said_at(dialog.arrival.number)
    typed(qtbot, dialog.arrival.number, "R-1")
    dialog.main_button.click()
    assert "who received" in said_at(dialog.arrival.official)
    dialog.arrival.official.setCurrentIndex(1)
    dialog.main_button.click()
    assert any("when it was received" in each.text() for each in dialog.arrival.at.findChildren(QLabel))
    dialog.arrival.at.write_now()
    dialog.main_button.click()
    first = dialog.arrival.exhibits.ticks.entries[0].value
    assert first in said_at(dialog.arrival.refusing.because)
    dialog.reject()
    settle(desk, qtbot)


def test_what_was_looked_at_and_not_imported_leaves_nothing(
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    vault: Path,
    parcel: Parcel,
):
    before = {each for each in vault.rglob("*") if each.is_file() and "content" in each.parts}
    dialog = looked_at(qtbot, desk, window, parcel)
    during = {each for each in vault.rglob("*") if each.is_file() and "content" in each.parts}

    dialog.reject()
    settle(desk, qtbot)

    assert during - before
    assert {each for each in vault.rglob("*") if each.is_file() and "content" in each.parts} == before


def test_what_was_typed_of_a_package_and_its_office_waits_over_a_lock(
    desk: AppController, qtbot: QtBot, window: MainWindow, parcel: Parcel
):
    """But for the passphrase, and for what was ticked: nothing is chosen beforehand."""
    dialog = looked_at(qtbot, desk, window, parcel)
    qtbot.keyClick(dialog.office_button, Qt.Key.Key_Space)
    office = shown(qtbot, dialog, OfficeDialog)
    settle(desk, qtbot)
    typed(qtbot, office.told, "By telephone, Ms Lupu")
    qtbot.keyClick(office.told, Qt.Key.Key_Escape)
    settle(desk, qtbot)
    qtbot.keyClick(dialog.office_button, Qt.Key.Key_Space)
    again = shown(qtbot, dialog, OfficeDialog)
    qtbot.waitUntil(lambda: again.told.text() == "By telephone, Ms Lupu")
    again.told.clear()
    recorded(qtbot, desk, dialog, parcel.post)
    filled(qtbot, dialog)
    typed(qtbot, dialog.arrival.at_place, BROUGHT)
    dialog.reject()
    settle(desk, qtbot)

    assert drop(window, parcel.post.folder)
    following = shown(qtbot, window, ReceiveDialog)
    qtbot.waitUntil(lambda: following.key.text() == str(parcel.key))
    assert following.words.text() == ""
    typed(qtbot, following.words, "words")
    qtbot.keyClick(following.words, Qt.Key.Key_Return)
    qtbot.waitUntil(following.arrival.isVisible, timeout=60_000)
    there = following.arrival
    assert (there.number.text(), there.official.currentIndex()) == ("R-1", 1)
    assert there.at_place.text() == BROUGHT
    assert not there.at.is_empty()
    assert there.exhibits.chosen() == []
    following.reject()
    settle(desk, qtbot)


def typed_and_left(qtbot: QtBot, desk: AppController, window: MainWindow, parcel: Parcel) -> None:
    """Examine a package from the menu, say who brought it, and go back."""
    dialog = looked_at(qtbot, desk, window, parcel)
    recorded(qtbot, desk, dialog, parcel.post)
    dialog.reject()
    settle(desk, qtbot)
    dialog = from_the_menu(qtbot, desk, window)
    typed(qtbot, dialog.package, str(parcel.post.folder))
    assert dialog.key.text() == str(parcel.key)
    examined(qtbot, dialog)
    qtbot.waitUntil(dialog.arrival.isVisible, timeout=60_000)
    filled(qtbot, dialog)
    typed(qtbot, dialog.arrival.at_place, BROUGHT)
    dialog.reject()
    settle(desk, qtbot)


def from_the_menu(qtbot: QtBot, desk: AppController, window: MainWindow) -> ReceiveDialog:
    window.open_packages()
    packages = shown(qtbot, window, PackagesDialog)
    settle(desk, qtbot)
    packages.main_button.click()
    dialog = shown(qtbot, packages, ReceiveDialog)
    dialog.finished.connect(packages.reject)
    settle(desk, qtbot)
    return dialog


def examined(qtbot: QtBot, dialog: ReceiveDialog) -> None:
    typed(qtbot, dialog.words, "words")
    dialog.main_button.click()
    qtbot.waitUntil(lambda: dialog.looked is not None or bool(dialog.notice.sentence.text()), timeout=60_000)


def test_what_was_typed_of_a_package_stands_beside_no_other_and_is_kept_until_it_is_discarded(
    desk: AppController, qtbot: QtBot, window: MainWindow, parcel: Parcel, tmp_path: Path
):
    typed_and_left(qtbot, desk, window, parcel)
    parcel.post.desk.made(tmp_path / "other", identities_because=ORDERED)
    dialog = from_the_menu(qtbot, desk, window)
    path = dialog.package.text()
    dialog.package.selectAll()
    typed(qtbot, dialog.package, str(tmp_path / "other"))
    examined(qtbot, dialog)
    settle(desk, qtbot)
    there = dialog.arrival
    told, was_hidden = dialog.notice.sentence.text(), there.isHidden()
    kept = there.at_place.text()
    qtbot.keyClick(dialog.discard_button, Qt.Key.Key_Space)

    assert path == str(parcel.post.folder)
    assert was_hidden
    assert "of another package" in told
    assert kept == BROUGHT
    assert there.isVisible()
    assert (there.number.text(), there.at_place.text(), there.of.text()) == ("", "", "")
    assert there.official.currentIndex() == 0
    assert there.at.is_empty()
    dialog.reject()
    settle(desk, qtbot)


def test_what_was_typed_of_a_package_is_found_again_where_it_lies_elsewhere(
    desk: AppController, qtbot: QtBot, window: MainWindow, parcel: Parcel, tmp_path: Path
):
    typed_and_left(qtbot, desk, window, parcel)
    waiting: list[tuple[SavedForm, ...]] = []
    desk.jobs.run(desk, waiting_forms, then=waiting.append)
    settle(desk, qtbot)
    copy = shutil.copytree(parcel.post.folder, tmp_path / "mounted elsewhere")

    assert drop(window, copy)
    dialog = shown(qtbot, window, ReceiveDialog)
    settle(desk, qtbot)
    path = dialog.package.text()
    examined(qtbot, dialog)
    qtbot.waitUntil(dialog.arrival.isVisible, timeout=60_000)

    assert path == str(copy)
    assert dialog.arrival.at_place.text() == BROUGHT
    assert dialog.discard_button.isHidden()
    told = [each.name for each in waiting[0] if each.form == "receive-package"]
    assert told == [dialog._model.case.reference]
    dialog.reject()
    settle(desk, qtbot)


def test_a_wrong_passphrase_is_told_and_the_dialog_stays(
    desk: AppController,
    qtbot: QtBot,
    window: MainWindow,
    parcel: Parcel,
):
    assert drop(window, parcel.post.folder)
    dialog = shown(qtbot, window, ReceiveDialog)
    typed(qtbot, dialog.key, str(parcel.key))
    typed(qtbot, dialog.words, "guessed")
    dialog.main_button.click()
    qtbot.waitUntil(lambda: bool(dialog.notice.sentence.text()), timeout=60_000)
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert dialog.arrival.isHidden()
    dialog.reject()


def test_a_file_that_is_no_receipt_is_refused_in_words(
    desk: AppController, qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "letter").write_bytes(b"no receipt")
    window.open_packages()
    packages = shown(qtbot, window, PackagesDialog)
    settle(desk, qtbot)
    monkeypatch.setattr(choose, "choose_file", lambda *_: tmp_path / "letter")
    qtbot.keyClick(packages.enter_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(packages.notice.sentence.text()), timeout=30_000)

    assert "not a receipt" in packages.notice.sentence.text()
    assert packages.sent.rowCount() == 0
    packages.reject()


@pytest.fixture
def strange(post: Post, tmp_path: Path) -> Path:  # noqa: F811
    """A receipt of an office that nobody recorded, for a package that this vault did not make."""
    file, session = tmp_path / "receipt.asice", post.desk.session
    at, digest = session.clock.read().at, "0" * 64
    told: dict[str, Value] = {
        "format": FORM,
        "id": "r-1",
        "package": {"id": "p-1", "number": "P-001", "sha256": digest, "size": 1, "sheet": digest},
        "head": {"size": 1, "root": digest},
        "received_at": to_text(at),
        "accepted": [],
        "refused": [],
        "remarks": "",
    }
    file.write_bytes(packed_message(session, RECEIPT, told, at))
    return file


def test_the_office_of_a_receipt_is_recorded_from_the_receipt_which_is_then_entered(
    qtbot: QtBot,
    window: MainWindow,
    post: Post,  # noqa: F811
    strange: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    window.open_packages()
    packages = shown(qtbot, window, PackagesDialog)
    before = packages.office_button.isVisible()
    monkeypatch.setattr(choose, "choose_file", lambda *_: strange)
    packages.enter_button.click()
    qtbot.waitUntil(packages.office_button.isVisible, timeout=30_000)
    told = packages.notice.sentence.text()

    packages.office_button.click()
    office = shown(qtbot, packages, OfficeDialog)
    for field, text in (
        *((office.name, "Cabinet 0"), (office.country, "BE")),
        *((office.fingerprint, post.fingerprint), (office.told, "By telephone")),
    ):
        typed(qtbot, field, text)
    office.main_button.click()
    qtbot.waitUntil(lambda: packages.notice.sentence.text() not in ("", told), timeout=60_000)

    assert not before
    assert "not in the register" in told
    assert "not in the register" not in packages.notice.sentence.text()
    assert packages.office_button.isHidden()
    packages.reject()


def test_a_receipt_that_is_dropped_is_told_as_one_with_where_it_is_entered(
    qtbot: QtBot, window: MainWindow, strange: Path
):
    drop(window, strange)
    dialog = shown(qtbot, window, CheckDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=60_000)

    said = "\n".join(each.text() for each in dialog.findChildren(QLabel))
    assert "It is a receipt for a package." in said
    assert "Enter a receipt" in said
    dialog.reject()


def test_of_a_folder_without_volumes_it_is_said_which_folder_the_window_takes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
):
    (tmp_path / "pictures").mkdir()

    drop(window, tmp_path / "pictures")

    assert "the folder of a closed package" in told(qtbot, window)
    assert not window.findChildren(PackagesDialog)
