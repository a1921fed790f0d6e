"""Restoring: a vault made from a backup, because the first one is lost or for a test."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event

from thb_desktop.crypto import recovery
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.material import draw, wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.office import Restoration
from thb_desktop.domain.rights import Right
from thb_desktop.errors import ChainBrokenError, DamageError, FormatError, NewerKnownError, ReasonMissingError
from thb_desktop.findings import Finding, broken, holds, unknown, verdict
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.login import log_in
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import anchors
from thb_desktop.services.keeping.backups import NO_EXHIBIT, exhibit_names
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.keeping.two_part_progress import Progress, TwoPartProgress
from thb_desktop.vault.backup import restoring
from thb_desktop.vault.backup.manifest import Manifest
from thb_desktop.vault.backup.restoring import Restored
from thb_desktop.vault.database import database_medium
from thb_desktop.vault.tables import chain, counts


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoredVault:
    """A vault that was made from a backup, unlocked; its event chain says so. findings: about the backup."""

    session: Session
    number: int
    made_at: datetime
    code: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialReport:
    """The result of a test: a vault was restored from the backup, checked completely, and removed again."""

    findings: tuple[Finding, ...]
    files_checked: int = 0
    bytes_checked: int = 0


def restore_vault(
    backup: Path,
    into: Path,
    *,
    passphrase: bytearray,
    reason: str,
    environment: Environment,
    incomplete: bool = False,
    giving_up: bool = False,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> RestoredVault:
    """Restore a backup in a new folder, unlock the vault, and record that it was restored and why.

    passphrase: one of the time of the backup, as `passphrases.prepare` returns it; overwritten. incomplete:
    restore even if files are damaged or missing in the backup. giving_up: restore even if this computer
    remembers a newer state. After any failure, no folder is left. Raises ReasonMissingError, NewerKnownError,
    NotAllowedError (the role does not include it), and what `restore_backup` raises.
    """
    return _restore(
        backup,
        into,
        secret=passphrase,
        kind=SlotKind.PASSPHRASE,
        reason=reason,
        environment=environment,
        incomplete=incomplete,
        giving_up=giving_up,
        progress=progress,
        cancelled=cancelled,
    )


def restore_with_recovery_code(
    backup: Path,
    into: Path,
    *,
    code: str,
    reason: str,
    environment: Environment,
    incomplete: bool = False,
    giving_up: bool = False,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> RestoredVault:
    """The same with the recovery code as typed; then ask for a new passphrase."""
    restored = _restore(
        backup,
        into,
        secret=recovery.from_text(code),
        kind=SlotKind.RECOVERY,
        reason=reason,
        environment=environment,
        incomplete=incomplete,
        giving_up=giving_up,
        progress=progress,
        cancelled=cancelled,
    )
    restored.session.recovery_code = recovery.from_text(code)
    return restored


@permitted(Right.BACK_UP)
def try_restore(
    session: Session,
    backup: Path,
    within: Path,
    *,
    passphrase: bytearray,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> TrialReport:
    """Restore a backup in a folder of `within`, check the vault completely, and remove it.

    passphrase: one of the time of the backup; overwritten. progress: in thousandths. Faults of the backup are
    findings, and the outcome is recorded in this vault. Raises NoBackupError, NewerFormatError,
    WrongPassphraseError, DiskFullError, ReadOnlyError, StorageError, CancelledError: then nothing was tested.
    """
    try:
        session.verify_writable()
        trial = within / f"try-{draw(session.environment.randomness, 8).hex()}.thbvault"
        report = _try(session, backup, trial, passphrase, TwoPartProgress(progress, cancelled))
    finally:
        wipe(passphrase)
    if trial.exists():
        left = unknown("trial-left")
        report = replace(report, findings=(*report.findings, left))
    outcome = verdict(report.findings).value
    codes = ", ".join(each.code for each in report.findings if each.standing.value == outcome)
    with session.work() as work:
        work.record(session.vault_id, VaultAction.BACKUP_TRIED, f"{outcome}: {codes}")
    return report


def _restore(
    backup: Path,
    into: Path,
    *,
    secret: bytearray,
    kind: SlotKind,
    reason: str,
    environment: Environment,
    incomplete: bool,
    giving_up: bool,
    progress: Progress | None,
    cancelled: Event | None,
) -> RestoredVault:
    if is_blank(reason):
        wipe(secret)
        raise ReasonMissingError("say which backup is restored, and why")
    restored = restoring.restore_backup(
        backup,
        into,
        secret,
        kind=kind,
        incomplete=incomplete,
        randomness=environment.randomness,
        progress=progress,
        cancelled=cancelled,
    )
    try:
        session = _entered(restored, environment)
        if session.opening.is_set_back and not giving_up:
            raise NewerKnownError(
                "this computer remembers a newer state of this vault: the restoration would give up what "
                "was recorded since the backup, and the newer vault could then only be read; look for it "
                "first"
            )
        found = _last_head(session)
        other = tuple(_of_another_state(found, restored.manifest))
        stated = anchors.accept_restored(session, reason=reason)
    except BaseException:
        restored.vault.close()
        shutil.rmtree(into, ignore_errors=True)
        raise
    manifest = restored.manifest
    return RestoredVault(
        session=session,
        number=manifest.number,
        made_at=manifest.made_at,
        code=found.short_code,
        findings=(*other, *_lost(session, restored, is_other=bool(other)), *_given_up(stated)),
    )


def _last_head(session: Session) -> Head:
    signed = chain.last_head(session.read)
    if signed is None:
        raise ChainBrokenError("the vault was also changed in another way; no backup explains that")
    return signed.parsed()


def _of_another_state(found: Head, manifest: Manifest) -> Iterator[Finding]:
    """A backup names the state of its database; whoever has a passphrase can put an older one there."""
    if found.root != manifest.stand.root:
        yield broken(
            "backup-other-state",
            at=manifest.made_at,
            code=manifest.stand.code,
            found=found.short_code,
            here=found.size,
        )


def _given_up(stated: Restoration) -> Iterator[Finding]:
    if stated.lost_size:
        yield unknown(
            "given-up.now", entry=stated.found_size, size=stated.lost_size, code=stated.lost_code or "?"
        )


def _entered(restored: Restored, environment: Environment) -> Session:
    with database_medium():
        return log_in(restored.vault, environment)


def _try(
    session: Session, backup: Path, trial: Path, passphrase: bytearray, watch: TwoPartProgress
) -> TrialReport:
    try:
        restored = restoring.restore_backup(
            backup,
            trial,
            passphrase,
            randomness=session.environment.randomness,
            progress=watch.first,
            cancelled=watch.cancelled,
        )
    except DamageError:
        return TrialReport(findings=(broken("backup-damaged.part"),))
    try:
        return _examined(session, restored, watch)
    except DamageError:
        return TrialReport(findings=(broken("backup-damaged.vault"),))
    finally:
        restored.vault.close()
        with suppress(OSError):
            shutil.rmtree(trial)


def _examined(session: Session, restored: Restored, watch: TwoPartProgress) -> TrialReport:
    """Unlock the restored vault like any vault, without remembered states, and check it completely."""
    tried = _entered(restored, replace(session.environment, heads=None))
    report = check_vault(tried, progress=watch.second, cancelled=watch.cancelled)
    checked = {finding.code for finding in report.findings}
    return TrialReport(
        findings=(
            *_compared(session, tried, restored.manifest),
            *([unknown("backup-healed.header")] if restored.healed else ()),
            *(finding for finding in tried.opening.findings if finding.code not in checked),
            *report.findings,
        ),
        files_checked=report.files_checked,
        bytes_checked=report.bytes_checked,
    )


def _compared(session: Session, tried: Session, manifest: Manifest) -> Iterator[Finding]:
    """Say whether the backup is of this state of the vault, and how much has happened since."""
    other: tuple[Finding, ...] = ()
    with suppress(ChainBrokenError, FormatError):  # the check of the vault in it says so
        other = tuple(_of_another_state(_last_head(tried), manifest))
    yield from other or (_is_of(session, manifest),)


def _is_of(session: Session, manifest: Manifest) -> Finding:
    heads = [signed.parsed() for signed in chain.heads(session.read)]
    sizes = [head.size for head in heads if head.root == manifest.stand.root]
    if not sizes:
        return broken("backup-ahead", at=manifest.made_at, code=manifest.stand.code)
    since = session.journal.size - sizes[0]
    return holds("backup.opens", at=manifest.made_at, code=manifest.stand.code, since=since)


def _lost(session: Session, restored: Restored, *, is_other: bool) -> Iterator[Finding]:
    """Tell what the backup has not as it was written, and what its database names and it never had."""
    names, gone = exhibit_names(session.read), counts.erased_objects(session.read)
    absent = [each for each in names if each not in restored.manifest.objects and each not in gone]
    for object_id in (*restored.damaged, *absent):
        yield broken("content-damaged.backup", names.get(object_id, NO_EXHIBIT))
    if restored.healed:
        yield unknown("backup-healed.header")
    if not restored.damaged and not absent and not is_other:
        yield holds("backup.restored")
