"""A sealed package is made from where its bundle was signed: by keys, for a recorded recipient, told once."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, settle
from tests.support.packages import opened as opened_folder
from tests.support.recipients import Holder, holder
from tests.ui.test_encrypting import opened, result  # noqa: F401 - a fixture
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.ids import AgentId, BundleId, CaseId, RowId
from thb_desktop.domain.package import Package, Recipient
from thb_desktop.domain.second_person import Alone
from thb_desktop.domain.vocabulary import RecipientKind
from thb_desktop.errors import ChangeUncertainError, StorageError
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.packaging import naming, packages
from thb_desktop.verify.run import Request, check_file
from ui.application import AppController
from ui.export.close_dialog import ClosedDialog
from ui.export.package_dialogs import PackageDialog, ReleaseDialog, elsewhere_words
from ui.export.view import ExportView
from ui.forms.entry_dialog import EntryDialog
from ui.partners.recipient_dialog import RecipientDialog
from ui.text import digest_groups

Result = tuple[ExportView, Path]


@pytest.fixture
def holders(tmp_path: Path) -> tuple[Holder, Holder]:
    at = SystemClock().read().at
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    return holder(keys[0], tmp_path, "judge", since=at), holder(keys[1], tmp_path, "office", since=at)


def asked(desk: AppController, qtbot: QtBot, view: ExportView) -> PackageDialog:
    view.result.package_button.click()
    dialog = opened(qtbot, view, PackageDialog)
    settle(desk, qtbot)
    return dialog


def record(qtbot: QtBot, dialog: PackageDialog, held: Holder, kind: RecipientKind) -> None:
    """Record a recipient by real keys, field after field."""
    before = dialog.recipients.count()
    qtbot.keyClick(dialog.record_button, Qt.Key.Key_Space)
    recording = opened(qtbot, dialog, RecipientDialog)  # type: ignore[arg-type]
    recording.kind.setCurrentIndex(recording.kind.findData(kind))
    typed = {
        recording.name: kind.value,
        recording.certificate: str(held.certificate_file),
        recording.fingerprint: hashlib.sha256(held.certificate).hexdigest().upper(),
        recording.told: "By telephone",
    }
    if kind is RecipientKind.ADDRESSEE:
        typed[recording.place.state] = "be"
        recording.place.party.setCurrentIndex(recording.place.party.findData(PartyKind.AUTHORITY))
    for field, text in typed.items():
        field.setFocus()
        qtbot.keyClicks(field, text)
    qtbot.keyClick(recording.told, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.recipients.count() == before + 1)


def test_a_package_is_made_by_keys_and_opens_for_its_recipient(
    desk: AppController,
    qtbot: QtBot,
    result: Result,  # noqa: F811 - a fixture
    holders: tuple[Holder, Holder],
    tmp_path: Path,
):
    view, _ = result
    dialog = asked(desk, qtbot, view)
    record(qtbot, dialog, holders[1], RecipientKind.OWN_OFFICE)
    record(qtbot, dialog, holders[0], RecipientKind.ADDRESSEE)
    assert dialog.recipients.chosen() == []
    assert dialog.exhibits.chosen() == []
    qtbot.keyClick(dialog.all_button, Qt.Key.Key_Space)
    dialog.recipients.setFocus()
    dialog.recipients.setCurrentIndex(dialog.recipients.ticks.index(1))
    qtbot.keyClick(dialog.recipients, Qt.Key.Key_Space)
    dialog.words.setCurrentIndex(dialog.words.findData("en"))
    dialog.because.setFocus()
    qtbot.keyClicks(dialog.because, "The judge hears the victim")
    dialog.unsearched.setFocus()
    qtbot.keyClicks(dialog.unsearched, "The clerk looked at each picture")
    qtbot.keyClicks(dialog.telephone, "+32 2 000 00 00")
    qtbot.keyClick(dialog.unsearched, Qt.Key.Key_Return)
    settle(desk, qtbot)

    release = opened(qtbot, view, ReleaseDialog)
    settle(desk, qtbot)
    content = release._prepared.content
    shown = "\n".join(each.text() for each in release.findChildren(QLabel))
    assert content.travelling
    assert all(f"{number}\u2069 ({count} file" in shown for number, count in content.travelling)
    assert content.words == "en"
    assert "with a new passphrase in words (English)" in shown
    assert "+32 2 000 00 00" in shown  # what leaves unencrypted is seen before it is approved
    assert "everybody who sees the folder reads it" in shown
    if release.second.alone:
        qtbot.keyClicks(release.second.reason, "Nobody else is here")
    else:
        release.second.passphrase.setText("velvet marble harbor cactus lemon")
    qtbot.keyClick(release.main_button, Qt.Key.Key_Space)
    told = opened(qtbot, view, ClosedDialog)
    settle(desk, qtbot)

    container = opened_folder(tmp_path / "package", tmp_path / "package.asice", holders[0])
    digest = hashlib.sha256(container.read_bytes()).hexdigest()
    assert any(digest_groups(digest) in each.text() for each in told.findChildren(QLabel))
    assert "3" in told.heading.text()  # and whoever knows the passphrase
    assert not any(each.standing == "broken" for each in check_file(Request(file=container)))
    told.main_button.click()

    view.result.note_button.click()
    noting = opened(qtbot, view, EntryDialog)
    assert noting.form.editor("what").value() == f"P-001 (B-001), SHA-256 {digest}"


def begin(desk: AppController, qtbot: QtBot, release: ReleaseDialog) -> None:
    """Let the medium fail near the end of what is written."""

    def fail(done: int, total: int) -> None:
        if done * 10 > total * 9:
            raise StorageError("the medium failed")

    prepared, folder = release._prepared, release._folder
    second = approval_of(release)
    ran: list[object] = []
    desk.jobs.run(
        desk,
        lambda session: packages.begin_package(session, prepared, folder, second=second),
        then=ran.append,
        refused=ran.append,
    )
    qtbot.waitUntil(lambda: bool(ran))
    with pytest.raises(StorageError):
        ran[0].written(fail)  # type: ignore[attr-defined]


def approval_of(release: ReleaseDialog) -> Alone:
    assert release.second.alone
    return Alone(reason="Nobody else is here")


def prepare(desk: AppController, qtbot: QtBot, view: ExportView, held: Holder) -> ReleaseDialog:
    """Choose everything for the own office, and prepare it."""
    dialog = asked(desk, qtbot, view)
    record(qtbot, dialog, held, RecipientKind.OWN_OFFICE)
    qtbot.keyClick(dialog.all_button, Qt.Key.Key_Space)
    dialog.words.setCurrentIndex(dialog.words.findData("en"))
    dialog.because.setText("The judge hears the victim")
    dialog.unsearched.setText("The clerk looked at each picture")
    dialog.largest.setCurrentIndex(dialog.largest.findData(5))
    qtbot.keyClick(dialog.unsearched, Qt.Key.Key_Return)
    settle(desk, qtbot)
    return opened(qtbot, view, ReleaseDialog)


def test_a_package_that_was_begun_is_found_at_its_place_and_continued_by_keys(
    desk: AppController,
    qtbot: QtBot,
    result: Result,  # noqa: F811 - a fixture
    holders: tuple[Holder, Holder],
    tmp_path: Path,
):
    view, _ = result
    first = prepare(desk, qtbot, view, holders[1])
    settle(desk, qtbot)
    begin(desk, qtbot, first)
    first.reject()
    settle(desk, qtbot)

    dialog = asked(desk, qtbot, view)
    qtbot.waitUntil(dialog.resume_button.isVisible)
    assert "begun at this place and not finished" in dialog.waiting.text()
    place = dialog.folder.text()
    dialog.folder.setText(str(tmp_path / "elsewhere"))
    settle(desk, qtbot)
    assert not dialog.resume_button.isVisible()
    dialog.folder.setText(place)
    qtbot.waitUntil(dialog.resume_button.isVisible)
    qtbot.keyClick(dialog.resume_button, Qt.Key.Key_Space)
    settle(desk, qtbot)
    release = opened(qtbot, view, ReleaseDialog)
    settle(desk, qtbot)
    assert release.heading.text() == "Continue the sealed package"
    qtbot.keyClicks(release.second.reason, "Nobody else is here")
    qtbot.keyClick(release.main_button, Qt.Key.Key_Space)
    told = opened(qtbot, view, ClosedDialog)
    settle(desk, qtbot)

    container = opened_folder(tmp_path / "package", tmp_path / "package.asice", holders[1])
    assert not any(each.standing == "broken" for each in check_file(Request(file=container)))
    told.main_button.click()


def test_the_window_reads_on_while_a_recorded_package_is_compared(
    desk: AppController,
    qtbot: QtBot,
    result: Result,  # noqa: F811 - a fixture
    holders: tuple[Holder, Holder],
    monkeypatch: pytest.MonkeyPatch,
):
    view, _ = result
    first = prepare(desk, qtbot, view, holders[1])
    settle(desk, qtbot)
    qtbot.keyClicks(first.second.reason, "Nobody else is here")
    with monkeypatch.context() as killed:
        killed.setattr(packages, "name_folder", _lose_medium)
        qtbot.keyClick(first.main_button, Qt.Key.Key_Space)
        settle(desk, qtbot)
    first.reject()
    dialog = asked(desk, qtbot, view)
    qtbot.waitUntil(dialog.resume_button.isVisible)
    assert "lacks its name" in dialog.waiting.text()
    others_read = Event()
    compare = naming.verify_whole

    def slow(part: Path, package: Package, telephone: str) -> None:
        assert others_read.wait(20)  # another read ends while the drive is compared
        compare(part, package, telephone)

    monkeypatch.setattr(naming, "verify_whole", slow)
    qtbot.keyClick(dialog.resume_button, Qt.Key.Key_Space)
    desk.jobs.run(desk, lambda session: session.user, then=lambda _: others_read.set())

    told = opened(qtbot, view, ClosedDialog)
    assert others_read.is_set()
    told.main_button.click()


def _lose_medium(_: Path, __: Path) -> None:
    raise ChangeUncertainError("the medium failed")


def test_whose_certificate_is_still_wanted_is_said_until_it_is_recorded(
    desk: AppController,
    qtbot: QtBot,
    result: Result,  # noqa: F811 - a fixture
    holders: tuple[Holder, Holder],
):
    view, _ = result
    dialog = asked(desk, qtbot, view)
    told = [dialog.wanted.text()]

    for held, kind in zip(
        reversed(holders), (RecipientKind.OWN_OFFICE, RecipientKind.ADDRESSEE), strict=True
    ):
        record(qtbot, dialog, held, kind)
        told.append(dialog.wanted.text())

    assert told[0].startswith("Record first a certificate of your own office")
    assert told[1].startswith("No recipient is recorded yet.")
    assert told[2] == ""
    assert dialog.wanted.isHidden()
    dialog.reject()


def test_nothing_is_closed_for_nobody(desk: AppController, qtbot: QtBot, result: Result):  # noqa: F811
    view, _ = result
    dialog = asked(desk, qtbot, view)

    dialog.main_button.click()

    assert "tick a recipient" in said_at(dialog.recipients)
    dialog.reject()


def test_a_recipient_without_how_the_fingerprint_was_told_is_not_recorded(
    desk: AppController,
    qtbot: QtBot,
    result: Result,  # noqa: F811 - a fixture
    holders: tuple[Holder, Holder],
):
    view, _ = result
    dialog = asked(desk, qtbot, view)
    dialog.record_button.click()
    recording = opened(qtbot, view, RecipientDialog)

    recording.main_button.click()
    assert "what the certificate is for" in said_at(recording.kind)
    recording.kind.setCurrentIndex(recording.kind.findData(RecipientKind.ADDRESSEE))
    recording.name.setText("Judge")
    recording.certificate.setText(str(holders[0].certificate_file))
    recording.fingerprint.setText("0" * 64)
    recording.main_button.click()
    assert "who told" in said_at(recording.told)
    recording.told.setText("By telephone")
    recording.main_button.click()
    assert "which State" in said_at(recording.place.state)
    recording.place.state.setText("BE")
    recording.main_button.click()
    assert "what the addressee is" in said_at(recording.place.party)
    recording.place.party.setCurrentIndex(recording.place.party.findData(PartyKind.AUTHORITY))
    recording.main_button.click()
    settle(desk, qtbot)

    assert recording.isVisible()
    assert "fingerprint" in recording.notice.sentence.text()
    recording.reject()
    dialog.reject()


def test_a_recipient_that_is_elsewhere_is_barred_with_where_it_is():
    at = datetime(2026, 3, 2, tzinfo=UTC)
    recipient = Recipient(
        id=RowId("R"),
        kind=RecipientKind.ADDRESSEE,
        name="Judge",
        certificate="",
        sha256="",
        told="By telephone",
        added_by=AgentId("U"),
        at=at,
    )
    bundle = Bundle(
        id=BundleId("B"),
        case_id=CaseId("C"),
        number="B-001",
        version=1,
        purpose="EIO",
        recipient="Judge",
        made_at=at,
        pages=1,
        sha256="",
        state="RO",
        party=PartyKind.AUTHORITY,
    )

    said = {
        place: elsewhere_words(replace(recipient, state=place[0], party=place[1]), bundle)
        for place in (("", None), ("RO", PartyKind.AUTHORITY), ("US", PartyKind.AUTHORITY))
    }

    assert "Other offices" in said["", None]
    assert said["RO", PartyKind.AUTHORITY] == ""
    assert "US" in said["US", PartyKind.AUTHORITY]
