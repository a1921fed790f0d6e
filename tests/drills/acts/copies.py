"""What copies a whole vault: a backup onto an earlier one, a restoration, the renewal of the master key."""

import secrets
import shutil
from pathlib import Path

from tests.drills.acts.office import Template, unlock
from tests.drills.acts.operation import Act
from tests.support.offices import NEXT_DAY, environment
from tests.support.second_person import ALONE
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import backups, rekeying, restoring
from thb_desktop.vault.backup.copying import Steps, digest_part
from thb_desktop.vault.backup.layout import BackupLayout
from thb_desktop.vault.backup.manifest import DATABASE, HEADER
from thb_desktop.vault.backup.restoring import restore_backup
from thb_desktop.vault.places import ObjectPlaces
from thb_desktop.vault.tables import chain

_STICK = "stick"


def with_backup(folder: Path, _: Template) -> None:
    session = unlock(folder)
    backups.make_backup(session, folder.parent / _STICK)
    session.close()


def back_up(folder: Path, template: Template) -> Act:
    """Onto the earlier backup, which lies beside the arranged template; else the first one."""
    if _is_arranged(template) and not (folder.parent / _STICK).exists():
        shutil.copytree(template.folder.parent / _STICK, folder.parent / _STICK)
        lost = next((folder.parent / _STICK / "content").glob("*/*"))
        lost.unlink()  # so that something is to be copied
    session = unlock(folder)
    backup = backups.begin_backup(session, folder.parent / _STICK)  # an event of its own

    def act() -> str:
        backup.bring()
        assert backups.end_backup(session, backup) is not None
        return ""

    return act


def _is_arranged(template: Template) -> bool:
    return (template.folder.parent / _STICK).exists()


def backup_found(session: Session, folder: Path, template: Template) -> bool:
    """Whether the backup is recorded; whatever happened, the one that counts is whole."""
    earlier = int(_is_arranged(template))
    if not earlier and not _count(session, "BACKUP_MADE"):
        return False
    layout = BackupLayout(folder.parent / _STICK)
    manifest = layout.newest_manifest(session.vault.vault_id, session.vault.backup_key)
    assert manifest is not None, "no backup is left"
    snapshot = layout.snapshot(manifest.number).vault
    paths = {HEADER: snapshot.header, DATABASE: snapshot.database}
    places = ObjectPlaces(folder=layout.content, key=session.vault.content.key)
    wrong = []
    for name, part in manifest.parts.items():
        path = paths.get(name) or places.of(name)
        if not path.exists() or digest_part(path, Steps(total=0)) != part:
            wrong.append(name)
    assert not wrong or (manifest.number == 1 and len(wrong) == 1), f"not whole: {wrong}"
    return _count(session, "BACKUP_MADE") == earlier + 1


def as_backed_up(folder: Path, template: Template) -> None:
    """The vault as its backup has it, without the event that the backup was made; the backup beside it."""
    with_backup(folder, template)
    shutil.rmtree(folder)
    restored = restore_backup(folder.parent / _STICK, folder, passphrase(), randomness=secrets.token_bytes)
    restored.vault.close()


def restore(folder: Path, template: Template) -> Act:
    stick = folder.parent / _STICK
    if not stick.exists():
        shutil.copytree(template.folder.parent / _STICK, stick)

    def act() -> str:
        restoring.restore_vault(
            stick,
            folder,
            passphrase=passphrase(),
            reason="The disk failed",
            environment=environment(NEXT_DAY),
        ).session.close()
        return ""

    return act


def renew_master_key(folder: Path, template: Template) -> Act:
    session = unlock(folder)

    def act() -> str:
        return rekeying.renew_master_key(
            session,
            own_passphrase=passphrase(),
            others={template.colleague: passphrase(OTHER_PASSPHRASE)},
            reason="The laptop was stolen",
            second=ALONE,
        ).recovery_code

    return act


def restoring_found(session: Session, _: Path, __: Template) -> bool:
    return _count(session, "RESTORED") == 1


def renewal_found(session: Session, _: Path, __: Template) -> bool:
    return _count(session, "MASTER_KEY_RENEWED") == 1


def _count(session: Session, action: str) -> int:
    return sum(1 for entry in chain.entries(session.read) if entry.parsed().action == action)
