"""Backup and back again: nothing is lost, the custody proofs hold, and the event chain tells of it."""

import hmac
import io
import shutil
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from tests.support.findings import said_in_english
from tests.support.offices import (
    NEXT_DAY,
    Small,
    act,
    case_file,
    copy_of,
    environment,
    registered,
    unlock,
)
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import CustodyAction, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    BackupAheadError,
    BackupDamagedError,
    BackupForeignError,
    BackupOtherKeyError,
    CancelledError,
    NewerKnownError,
    NoBackupError,
    NotAllowedError,
    ReasonMissingError,
    TablesDifferError,
    WrongPassphraseError,
)
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.ledger import canonical
from thb_desktop.ledger.fields import instant_text
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.short_code import current_short_code
from thb_desktop.services.evidence import custody, exhibit_files, exhibits
from thb_desktop.services.keeping import anchors, backups, health, restoring
from thb_desktop.services.keeping.backups import BackupReport
from thb_desktop.services.keeping.restoring import RestoredVault
from thb_desktop.services.office import users, vaults
from thb_desktop.vault.backup.layout import BackupLayout
from thb_desktop.vault.places import ObjectPlaces
from thb_desktop.vault.tables import chain
from thb_desktop.verify.custody import check_extract

AFTER = NEXT_DAY + timedelta(days=1)
REASON = "The disk failed; the stick of Monday was put back."


def with_files(session: Session, small: Small, number: str = "E-1") -> str:
    """An exhibit with two files; returns its id."""
    exhibit = registered(session, small, number=number)
    for name, length in (("phone.img", 2_500_000), ("note.txt", 0)):
        exhibit_files.add_file(
            session,
            exhibit.id,
            source=io.BytesIO(bytes(length)),
            name=name,
            media_type="application/octet-stream",
        )
    return exhibit.id


def erase(session: Session, exhibit_id: str) -> None:
    """Erase the content of an exhibit's files by order."""
    custody.record_custody_event(session, exhibit_id, act(CustodyAction.ERASED), second=ALONE)


def restored_of(stick: Path, into: Path, heads: Path | None = None, **named: object) -> RestoredVault:
    fields: dict[str, object] = {
        "passphrase": passphrase(),
        "reason": REASON,
        "environment": environment(AFTER, heads=heads),
    }
    return restoring.restore_vault(stick, into, **fields | named)  # type: ignore[arg-type]


def actions(session: Session) -> list[str]:
    return [entry.parsed().action for entry in chain.entries(session.read)]


def codes(findings: tuple[Finding, ...], standing: Standing = Standing.BROKEN) -> set[str]:
    return {finding.code for finding in findings if finding.standing is standing}


def content_of(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "content").rglob("*") if path.is_file())


def flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def backed_up(session: Session, small: Small, stick: Path) -> BackupReport:
    """The session's vault has an exhibit with two files, and a backup."""
    with_files(session, small)
    return backups.make_backup(session, stick, label="Stick 3")


@pytest.mark.requirement("SR-45")
def test_what_is_left_of_a_lost_file_on_the_medium_is_told_and_kept(
    session: Session, stick: Path, backed_up: BackupReport
):
    lost = max(content_of(session.vault.folder), key=lambda path: path.stat().st_size)
    flip(stick / "content" / lost.parent.name / lost.name)
    lost.unlink()

    report = backups.make_backup(session, stick)

    (told,) = (finding for finding in report.findings if finding.code == "content-missing")
    assert told.case == "kept"
    assert (stick / "content" / lost.parent.name / lost.name).exists()


@pytest.mark.requirement("SR-47")
def test_a_lost_vault_comes_back_with_its_proofs_and_says_that_it_was_restored(
    session: Session, small: Small, stick: Path, tmp_path: Path
):
    """Backup, destruction, restoration: an extract of before, one of after, and the whole chain hold."""
    exhibit_id = with_files(session, small)
    heads = tmp_path / "heads"
    before = extract_of(session, [exhibit_id])
    made = backups.make_backup(session, stick, label="Stick 3")
    begun = list(chain.heads(session.read))[-2].parsed()
    root = root_fingerprint(session.office_record)
    session.close()
    shutil.rmtree(session.vault.folder)

    restored = restored_of(stick, tmp_path / "new.thbvault", heads)

    after = restored.session
    event = list(chain.entries(after.read))[-1].parsed()
    assert (event.action, event.subject) == (VaultAction.RESTORED, after.vault_id)
    (told,) = anchors.list_restorations(after)
    assert (told.reason, told.found_root) == (REASON, begun.root.hex())
    assert told.found_size == begun.size
    assert (restored.code, made.code) == (begun.short_code, begun.short_code)
    extract = extract_of(after, [exhibit_id])
    for data in (before.data, extract.data):
        assert verdict(check_extract(data, trusted_root_sha256=root)) is Standing.HOLDS
    (tmp_path / "before.json").write_bytes(before.data)
    assert codes(anchors.compare_with_file(after, tmp_path / "before.json"), Standing.HOLDS) == {"kept-state"}
    found = health.check_vault(after).findings
    assert codes(found) == set()
    assert codes(found, Standing.UNKNOWN) == {"not-anchored"}
    assert verdict(restored.findings) is Standing.HOLDS
    cases.open_case(after, case_file(reference="2026/9"))
    after.close()


@pytest.mark.requirement("SR-16", "SR-47")
def test_what_came_after_the_backup_is_named_as_given_up(session: Session, small: Small, tmp_path: Path):
    """The same computer remembers a newer state than that of the backup."""
    folder, heads = session.vault.folder, tmp_path / "heads"
    session.close()
    first = unlock(folder, heads=heads)
    backups.make_backup(first, tmp_path / "stick")
    cases.open_case(first, case_file(reference="2026/2"))
    vaults.change_passphrase(first, old=passphrase(), new=passphrase(OTHER_PASSPHRASE))
    lost = first.journal.size
    code = current_short_code(first)
    first.close()
    shutil.rmtree(folder)
    with pytest.raises(NewerKnownError):
        restored_of(tmp_path / "stick", folder, heads)
    assert not folder.exists()

    restored = restored_of(tmp_path / "stick", folder, heads, giving_up=True)

    assert codes(restored.findings, Standing.UNKNOWN) == {"given-up"}
    assert codes(restored.session.opening.findings, Standing.UNKNOWN) == set()
    (told,) = anchors.list_restorations(restored.session)
    assert (told.lost_size, told.lost_code) == (lost, code)
    cases.open_case(restored.session, case_file(reference="2026/3"))
    restored.session.close()
    again = unlock(folder, heads=heads, start=AFTER + timedelta(days=1))
    assert again.opening.is_sound
    assert codes(again.opening.findings, Standing.HOLDS) >= {"anchored"}
    assert codes(again.opening.findings, Standing.UNKNOWN) == set()
    again.close()


def test_a_backup_is_an_event_with_its_label_and_a_drill_with_its_outcome(
    session: Session, backed_up: BackupReport, stick: Path, tmp_path: Path
):
    restoring.try_restore(session, stick, tmp_path, passphrase=passphrase())

    made, tried = backups.list_backups(session)
    assert (made.tried, made.note, made.by) == (False, "Stick 3", session.user.id)
    assert (tried.tried, tried.note.split(":")[0]) == (True, "holds")
    assert tried.at > made.at == backed_up.made_at + timedelta(seconds=1)
    assert actions(session)[-2:] == [VaultAction.BACKUP_MADE, VaultAction.BACKUP_TRIED]


def test_the_report_says_what_was_copied(session: Session, small: Small, stick: Path):
    with_files(session, small)
    first = backups.make_backup(session, stick)
    with_files(session, small, "E-2")
    second = backups.make_backup(session, stick)

    assert (first.number, first.files, first.copied) == (1, 2, 2)
    assert (second.number, second.files, second.copied) == (2, 4, 2)
    assert 2_500_000 < second.copied_bytes < 2_600_000
    assert second.size > 5_000_000
    assert codes(second.findings, Standing.HOLDS) == {"backup"}
    assert codes(second.findings, Standing.UNKNOWN) == {"same-medium"}


@pytest.mark.requirement("SR-45")
def test_a_damaged_file_is_named_by_its_exhibit_and_the_rest_is_backed_up(
    session: Session, small: Small, stick: Path
):
    with_files(session, small)
    with_files(session, small, "E-2")
    large = [path for path in content_of(session.vault.folder) if path.stat().st_size > 1000]
    flip(large[0])
    large[1].unlink()

    report = backups.make_backup(session, stick)

    assert codes(report.findings) == {"content-damaged", "content-missing"}
    said = " ".join(said_in_english(finding) for finding in report.findings)
    assert "exhibit E-1" in said
    assert "exhibit E-2" in said
    assert report.files == 3


@pytest.mark.requirement("SR-47")
def test_a_drill_makes_a_vault_examines_it_and_leaves_nothing(
    session: Session, backed_up: BackupReport, stick: Path, tmp_path: Path
):
    room = tmp_path / "room"
    room.mkdir()
    told: list[tuple[int, int]] = []

    report = restoring.try_restore(
        session, stick, room, passphrase=passphrase(), progress=lambda done, all_: told.append((done, all_))
    )

    assert verdict(report.findings) is Standing.HOLDS
    assert codes(report.findings, Standing.HOLDS) >= {"backup", "database", "chain", "tables", "content"}
    assert report.files_checked == 2
    assert list(room.iterdir()) == []
    assert told[-1] == (1000, 1000)
    assert told == sorted(told)
    assert session.vault.folder.exists()


@pytest.mark.requirement("SR-16", "SR-47")
def test_a_drill_leaves_what_this_computer_remembers_alone(session: Session, tmp_path: Path):
    folder, heads = session.vault.folder, tmp_path / "heads"
    session.close()
    here = unlock(folder, heads=heads)
    backups.make_backup(here, tmp_path / "stick")
    cases.open_case(here, case_file(reference="2026/2"))

    report = restoring.try_restore(here, tmp_path / "stick", tmp_path, passphrase=passphrase())

    assert verdict(report.findings) is Standing.HOLDS
    here.close()
    again = unlock(folder, heads=heads, start=AFTER)
    assert again.opening.is_sound
    again.close()


@pytest.mark.requirement("SR-47")
def test_a_drill_on_a_damaged_backup_fails_and_that_is_recorded(
    session: Session, backed_up: BackupReport, stick: Path, tmp_path: Path
):
    room = tmp_path / "room"
    room.mkdir()
    flip(content_of(stick)[0])

    report = restoring.try_restore(session, stick, room, passphrase=passphrase())

    assert codes(report.findings) == {"backup-damaged"}
    assert backups.list_backups(session)[-1].note == "broken: backup-damaged"
    assert list(room.iterdir()) == []


@pytest.mark.requirement("SR-45")
def test_a_drill_finds_what_was_damaged_before_it_was_backed_up(
    session: Session, small: Small, stick: Path, tmp_path: Path
):
    with_files(session, small)
    flip(content_of(session.vault.folder)[0])
    backups.make_backup(session, stick)

    report = restoring.try_restore(session, stick, tmp_path, passphrase=passphrase())

    assert codes(report.findings) == {"content-damaged"}


def test_a_drill_that_could_not_be_held_is_no_event(
    session: Session, backed_up: BackupReport, stick: Path, tmp_path: Path
):
    before = actions(session)
    event = Event()
    event.set()

    with pytest.raises(WrongPassphraseError):
        restoring.try_restore(session, stick, tmp_path, passphrase=passphrase(OTHER_PASSPHRASE))
    with pytest.raises(NoBackupError):
        restoring.try_restore(session, tmp_path / "none", tmp_path, passphrase=passphrase())
    with pytest.raises(CancelledError):
        restoring.try_restore(session, stick, tmp_path, passphrase=passphrase(), cancelled=event)

    assert actions(session) == before
    assert list(tmp_path.glob("*try-*")) == []


@pytest.mark.requirement("SR-16")
def test_a_vault_that_was_set_back_does_not_replace_its_newer_backup(
    session: Session, small: Small, stick: Path, tmp_path: Path
):
    folder = session.vault.folder
    older = copy_of(folder, tmp_path / "older")
    with_files(session, small)
    backups.make_backup(session, stick)
    session.close()
    set_back = unlock(older, start=AFTER)

    with pytest.raises(BackupAheadError):
        backups.make_backup(set_back, stick)

    report = restoring.try_restore(set_back, stick, tmp_path, passphrase=passphrase())
    assert codes(report.findings) == {"backup-ahead"}
    set_back.close()


def test_a_restored_vault_goes_on_with_the_same_backup(
    session: Session, backed_up: BackupReport, stick: Path, tmp_path: Path
):
    restored = restored_of(stick, tmp_path / "new.thbvault")

    report = backups.make_backup(restored.session, stick)

    assert (report.number, report.copied) == (2, 0)
    restored.session.close()


@pytest.mark.requirement("SR-10")
def test_a_vault_that_was_changed_behind_the_chain_does_not_replace_its_backup(
    session: Session, backed_up: BackupReport, stick: Path
):
    folder = session.vault.folder
    session.vault.connection.set_authorizer(None)
    session.vault.connection.execute("UPDATE case_file SET notice_number = 'X'")
    session.close()
    changed = unlock(folder, start=AFTER)

    with pytest.raises(TablesDifferError):
        backups.make_backup(changed, stick)

    changed.close()


def test_the_recovery_code_restores_and_asks_for_a_new_passphrase_next(tmp_path: Path):
    made = vaults.create_vault(
        tmp_path / "office.thbvault",
        office="Office",
        user_name="Judge",
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=passphrase(),
        environment=environment(),
    )
    backups.make_backup(made.session, tmp_path / "stick")
    made.session.close()

    restored = restoring.restore_with_recovery_code(
        tmp_path / "stick",
        tmp_path / "new.thbvault",
        code=made.recovery_code.lower(),
        reason=REASON,
        environment=environment(AFTER),
    )
    vaults.set_passphrase_by_recovery(restored.session, passphrase(OTHER_PASSPHRASE), second=ALONE)
    restored.session.close()

    unlock(tmp_path / "new.thbvault", OTHER_PASSPHRASE, start=AFTER + timedelta(days=1)).close()


def test_a_restoration_without_a_reason_is_none(
    session: Session, backed_up: BackupReport, stick: Path, tmp_path: Path
):
    with pytest.raises(ReasonMissingError):
        restored_of(stick, tmp_path / "new.thbvault", reason="  ")

    assert not (tmp_path / "new.thbvault").exists()


@pytest.mark.requirement("SR-19")
def test_who_may_not_restore_gets_no_vault(session: Session, stick: Path, tmp_path: Path):
    """A clerk makes backups; that a vault was set back to one is for others to answer for."""
    users.add_user(
        session,
        name="Marc Lejeune",
        role=UserRole.CLERK,
        passphrase=passphrase(OTHER_PASSPHRASE),
        own_passphrase=passphrase(),
        second=ALONE,
    )
    backups.make_backup(session, stick)

    with pytest.raises(NotAllowedError):
        restored_of(stick, tmp_path / "new.thbvault", passphrase=passphrase(OTHER_PASSPHRASE))

    assert not (tmp_path / "new.thbvault").exists()


def test_a_restoration_never_takes_the_place_of_something(
    session: Session, backed_up: BackupReport, stick: Path, tmp_path: Path
):
    with pytest.raises(AlreadyExistsError):
        restored_of(stick, session.vault.folder)

    assert session.vault.folder.exists()


@pytest.mark.requirement("SR-45")
def test_a_damaged_backup_gives_what_it_has_if_one_says_so(
    session: Session, small: Small, stick: Path, tmp_path: Path
):
    with_files(session, small)
    backups.make_backup(session, stick)
    large = next(path for path in content_of(stick) if path.stat().st_size > 1000)
    flip(large)

    with pytest.raises(BackupDamagedError):
        restored_of(stick, tmp_path / "new.thbvault")
    restored = restored_of(stick, tmp_path / "new.thbvault", incomplete=True)

    (found,) = restored.findings
    assert (found.code, found.standing) == ("content-damaged", Standing.BROKEN)
    assert found.values["exhibit"] == "E-1"
    assert codes(health.check_vault(restored.session).findings) == {"content-damaged"}
    restored.session.close()


def test_what_was_added_or_erased_while_files_were_copied_is_brought_before_the_backup_is_finished(
    session: Session, small: Small, tmp_path: Path
):
    first = with_files(session, small)
    backup = backups.begin_backup(session, tmp_path / "stick")
    backup.bring()
    names = session.vault.content.places
    erased = {names.new(file.object_id).name for file in exhibits.get_exhibit(session, first).files}
    erase(session, first)
    second = with_files(session, small, "E-2")

    assert backups.end_backup(session, backup) is None
    backup.bring()
    report = backups.end_backup(session, backup)

    assert report is not None
    assert verdict(report.findings) is not Standing.BROKEN
    added = {names.new(file.object_id).name for file in exhibits.get_exhibit(session, second).files}
    there = {path.name for path in (tmp_path / "stick").rglob("*") if path.is_file()}
    assert added <= there
    assert erased.isdisjoint(there)


def test_a_backup_begun_and_never_ended_leaves_the_one_before(session: Session, small: Small, tmp_path: Path):
    with_files(session, small)
    made = backups.make_backup(session, tmp_path / "stick")
    with_files(session, small, "E-2")

    backups.begin_backup(session, tmp_path / "stick").bring()
    session.close()

    restored = restored_of(tmp_path / "stick", tmp_path / "back").session
    assert current_short_code(restored) != ""
    assert [each.exhibit.number for each in exhibits.list_exhibits(restored, small.case.id)] == ["E-1"]
    assert made.files == 2
    restored.close()


@pytest.mark.requirement("SR-45", "SR-47")
def test_a_copy_that_was_damaged_on_the_medium_is_told_though_it_is_made_anew(
    session: Session, stick: Path, backed_up: BackupReport
):
    lost, damaged = sorted(content_of(stick), key=lambda path: path.stat().st_size)
    lost.unlink()
    flip(damaged)

    healed = backups.make_backup(session, stick)
    again = backups.make_backup(session, stick)

    told = [found for found in healed.findings if found.code == "backup-healed"]
    assert [found.standing for found in told] == [Standing.UNKNOWN] * 2
    assert "damaged or gone since the last backup" in said_in_english(told[0])
    assert "backup-healed" not in {found.code for found in again.findings}
    assert healed.copied == 2


@pytest.mark.requirement("SR-45", "SR-47")
@pytest.mark.parametrize("name", ["header", "header.copy"])
def test_a_damaged_copy_of_the_header_in_a_backup_is_told_when_it_is_tried_and_restored(
    session: Session, stick: Path, backed_up: BackupReport, tmp_path: Path, name: str
):
    flip(stick / "snapshot-1" / name)

    tried = restoring.try_restore(session, stick, tmp_path, passphrase=passphrase())
    restored = restored_of(stick, tmp_path / "restored.thbvault")

    assert "backup-healed" in codes(tried.findings, Standing.UNKNOWN)
    assert "backup-healed" in codes(restored.findings, Standing.UNKNOWN)
    restored.session.close()


@pytest.mark.requirement("SR-5", "SR-47")
def test_a_backup_of_the_first_form_goes_on_and_tells_its_numbers_no_longer(
    session: Session, small: Small, stick: Path, backed_up: BackupReport, tmp_path: Path
):
    """Mark, manifest and names as the first version wrote them."""
    vault, key = session.vault, session.vault.backup_key
    manifest = BackupLayout(stick).newest_manifest(vault.vault_id, key)
    assert manifest is not None
    said = canonical.encode(
        {
            "format": "thb-backup/1",
            "vault": vault.vault_id.hex(),
            "number": 1,
            "made_at": instant_text(manifest.made_at),
            "head": {"root": manifest.stand.root.hex(), "code": manifest.stand.code},
            "parts": [
                {"name": name, "size": part.size, "sha256": part.sha256}
                for name, part in sorted(manifest.parts.items())
            ],
        }
    )
    code = hmac.digest(key, said, "sha256").hex().encode()
    (stick / "snapshot-1" / "manifest").write_bytes(said + b"\n" + code + b"\n")
    mark = b"\x89THBK\r\n\x1a\x00\x01" + vault.vault_id
    (stick / "backup").write_bytes(mark + hmac.digest(key, mark, "sha256"))
    for object_id in manifest.objects:
        path = ObjectPlaces(folder=stick / "content", key=vault.content.key).new(object_id)
        first = stick / "content" / object_id[:2] / object_id
        first.parent.mkdir(exist_ok=True)
        path.rename(first)

    restored = restored_of(stick, tmp_path / "restored.thbvault")
    report = backups.make_backup(session, stick)

    assert verdict(health.check_vault(restored.session).findings) is not Standing.BROKEN
    restored.session.close()
    assert report.copied == 0
    assert codes(report.findings, Standing.UNKNOWN) <= {"same-medium"}
    ids = {vault.vault_id, vault.vault_id.hex().encode(), manifest.stand.code.encode()}
    for path in stick.rglob("*"):
        assert path.name not in manifest.objects
        if path.is_file():
            assert not [each for each in ids if each in path.read_bytes()], path.name


@pytest.mark.requirement("SR-47")
def test_a_backup_of_the_first_form_of_another_vault_or_key_is_left_alone(
    session: Session, stick: Path, backed_up: BackupReport
):
    for vault_id, refusal in ((bytes(16), BackupForeignError), (session.vault.vault_id, BackupOtherKeyError)):
        mark = b"\x89THBK\r\n\x1a\x00\x01" + vault_id
        (stick / "backup").write_bytes(mark + bytes(32))
        with pytest.raises(refusal):
            backups.make_backup(session, stick)
