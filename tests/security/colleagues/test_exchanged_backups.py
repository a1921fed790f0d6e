"""A backup that a colleague exchanged with the keys of the vault: an older state, or files left out."""

import secrets
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from tests.security.colleagues.conftest import hired
from tests.support.colleagues import AFTERWARDS, typed_by
from tests.support.offices import (
    NEXT_DAY,
    Small,
    case_file,
    environment,
    new_office,
    registered,
    small_case,
    unlock,
)
from tests.support.second_person import ALONE
from tests.support.vaults import passphrase
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.findings import Finding
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.keeping import backups, restoring
from thb_desktop.vault.backup.layout import BackupLayout
from thb_desktop.vault.backup.manifest import DATABASE, HEADER, Manifest, Part
from thb_desktop.vault.unlocking import open_header

CLERK = UserRole.CLERK


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office with a file of evidence, a backup of it, and a newer one beside."""
    folder = tmp_path / "office.thbvault"
    kept: list[Small] = []

    def fill(session: Session) -> None:
        kept.append(small_case(session))
        hired(session, CLERK, ALONE)

    new_office(folder, fill)
    with closing(unlock(folder, start=NEXT_DAY)) as session:
        source = tmp_path / "source.txt"
        source.write_bytes(b"lines of evidence")
        exhibit_files.add_file(
            session, registered(session, kept[0]).id, source=source, name="a.txt", media_type="text/plain"
        )
        backups.make_backup(session, tmp_path / "older")
        shutil.copytree(tmp_path / "older", tmp_path / "newer")
        cases.open_case(session, case_file(reference="2026/2"))
        backups.make_backup(session, tmp_path / "newer")
    return folder


def resealed(backup: Path, change: Callable[[Manifest], Manifest]) -> None:
    """Write the manifest again, as everybody with a passphrase can."""
    snapshot = BackupLayout(backup).newest()
    opened = open_header(snapshot.vault, passphrase(typed_by(CLERK)), kind=SlotKind.PASSPHRASE)
    vault_id = opened.header.vault_id
    key = derive_subkey(opened.master_key, vault_id, Purpose.BACKUP)
    told = change(snapshot.read_manifest(vault_id, key))
    (path,) = (each for each in snapshot.folder.iterdir() if "manifest" in each.name)
    path.write_bytes(told.to_bytes(key, secrets.token_bytes))


def older_database(place: Path) -> None:
    """The database of the older backup lies in the newer one, under the head of the newer."""
    target = BackupLayout(place / "newer").newest().vault.database
    shutil.copy(BackupLayout(place / "older").newest().vault.database, target)
    raw = target.read_bytes()
    part = Part(size=len(raw), sha256=sha256(raw).hexdigest())
    resealed(place / "newer", lambda told: replace(told, parts={**told.parts, DATABASE: part}))


def no_files(place: Path) -> None:
    def change(told: Manifest) -> Manifest:
        return replace(told, parts={name: told.parts[name] for name in (DATABASE, HEADER)})

    resealed(place / "newer", change)


def tried(folder: Path) -> dict[str, Finding]:
    with closing(unlock(folder, start=AFTERWARDS)) as session:
        place = folder.parent
        report = restoring.try_restore(session, place / "newer", place, passphrase=passphrase())
    return {each.key: each for each in report.findings}


def restored(folder: Path) -> tuple[str, int, dict[str, Finding]]:
    made = restoring.restore_vault(
        folder.parent / "newer",
        folder.parent / "again.thbvault",
        passphrase=passphrase(),
        reason="The disk is broken",
        environment=environment(AFTERWARDS + timedelta(hours=1)),
    )
    with closing(made.session):
        return made.code, made.session.journal.size, {each.key: each for each in made.findings}


@pytest.mark.requirement("SR-16", "SR-19")
def test_an_older_state_under_the_head_of_a_newer_one_is_told(folder: Path):
    older_database(folder.parent)

    found = tried(folder)
    code, size, again = restored(folder)

    for told in (found["backup-other-state"], again["backup-other-state"]):
        assert told.values["found"] == code != told.values["code"]
        assert told.values["here"] == size - 1
    assert "backup.restored" not in again


@pytest.mark.requirement("SR-16", "SR-19")
def test_files_that_the_manifest_leaves_out_are_told_where_it_is_restored(folder: Path):
    no_files(folder.parent)

    assert "content-missing.vault" in tried(folder)
    _, _, again = restored(folder)
    assert again["content-damaged.backup"].values["exhibit"] == "E-1"
    assert "backup.restored" not in again


def test_of_a_backup_that_nobody_touched_nothing_is_told(folder: Path):
    assert "backup-other-state" not in tried(folder)
    _, _, again = restored(folder)
    assert set(again) == {"backup.restored"}
