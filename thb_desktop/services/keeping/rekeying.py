"""Rekeying: the vault under a new master key, and readmitting users who were absent."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Event

from thb_desktop.crypto import recovery
from thb_desktop.crypto.keyslots import open_user_slot
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import FOUNDERS, Right
from thb_desktop.domain.second_person import Approval, Second
from thb_desktop.domain.vocabulary import TwoPersonAct, UserRole
from thb_desktop.errors import (
    AlreadyExistsError,
    DamageError,
    LastHolderError,
    NotAllowedError,
    ReasonMissingError,
    RetiredError,
    StorageError,
    WrongColleaguePassphraseError,
    WrongPassphraseError,
)
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.services.core import keys
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.erasures import finish_erasures
from thb_desktop.services.core.login import log_in
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.recorded_ways import way_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.services.keeping.two_part_progress import Progress, TwoPartProgress
from thb_desktop.services.office.keyslot_changes import change_keyslots, costs_of
from thb_desktop.services.office.users import get_user
from thb_desktop.vault.backup.copying import Steps
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import database_medium
from thb_desktop.vault.rekey import Present, Renewal, identify, renewal
from thb_desktop.vault.system import FOLDERS_MOVE_OPEN
from thb_desktop.vault.tables import chain, counts, registry
from thb_desktop.vault.tables import keys as rows
from thb_desktop.vault.unlocked import passphrase_slot


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewedKey:
    """The vault has its new master key, and is locked.

    recovery_code: yours, shown once, stored nowhere. absent: the users without access until `readmit_user`.
    is_old_removed: False if the old copy, or a part of it, still exists beside the vault and must be deleted.
    findings: of the check of the new vault.
    """

    recovery_code: str = field(repr=False)
    absent: tuple[User, ...]
    is_old_removed: bool
    findings: tuple[Finding, ...]


@permitted(Right.MANAGE_RECOVERY)
def renew_master_key(
    session: Session,
    *,
    own_passphrase: bytearray,
    others: Mapping[AgentId, bytearray],
    reason: str,
    second: Second,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> RenewedKey:
    """Rewrite the vault under a new master key, check it completely, and replace this one with it.

    others: the passphrases of colleagues who keep access. All are overwritten. second: about the vault.
    progress: in thousandths. Recovery codes of others, recovery shares and backups stay with the old key. The
    last step closes the session, whatever happens: unlock again. Raises ReasonMissingError, LastHolderError
    (no judge or prosecutor takes part), WrongPassphraseError, WrongColleaguePassphraseError,
    ContentDamagedError, ContentMissingError, DamageError, DiskFullError, ReadOnlyError, StorageError,
    CancelledError, and what `require_second_person` raises; then the vault is unchanged.
    """
    parts = TwoPartProgress(progress, cancelled)
    try:
        if is_blank(reason):
            raise ReasonMissingError("renewing the master key needs a reason")
        session.verify_writable()
        _verify_magistrate_is_there(session, others)
        approval = require_second_person(
            session, second, act=TwoPersonAct.RENEW_MASTER_KEY, subject=session.vault_id
        )
        with _identified(session, own_passphrase, others) as present:
            session.close_consultations()  # in the vault that is copied: this session ends in the old one
            with _renewal(session, present, parts) as made:
                head, absent, findings = _settled(session, made, approval, reason.strip(), parts)
                code = recovery.to_text(made.recovery_code)
                _put_in_place(session, made, head)
    finally:
        wipe(own_passphrase, *others.values())
    return RenewedKey(
        recovery_code=code, absent=absent, is_old_removed=made.is_old_removed, findings=findings
    )


@permitted(Right.MANAGE_USERS)
def list_absent(session: Session) -> tuple[User, ...]:
    """List the users who lost access when the master key was renewed without them."""
    return tuple(
        user
        for user in registry.USER.all(session.read)
        if user.active
        and user.role is not UserRole.INTERPRETER
        and rows.find_slot(session.read, user.id) is not None
    )


@permitted(Right.MANAGE_USERS)
def readmit_user(
    session: Session, user_id: AgentId, *, passphrase: bytearray, own_passphrase: bytearray
) -> None:
    """Give access back to a user who was absent when the master key was renewed.

    passphrase: theirs, the former one, which they keep; own_passphrase: yours. Both are overwritten. Raises
    NotFoundError, RetiredError, NotAllowedError (an interpreter), AlreadyExistsError (they have access),
    WrongColleaguePassphraseError, WrongPassphraseError (yours).
    """
    user_key = bytearray()
    try:
        session.verify_writable()
        user = get_user(session, user_id)
        user_key = _kept_key(session, user, passphrase)
        raw_id, costs = keys.user_id_of(user_id), costs_of(session.environment)

        def record(work: UnitOfWork) -> None:
            rows.drop_slot(work.connection, user_id)
            work.record(user_id, VaultAction.USER_READMITTED)

        change_keyslots(
            own_passphrase,
            session=session,
            gives=lambda _: [passphrase_slot(raw_id, passphrase, user_key, costs)],
            record=lambda work, _: record(work),
        )
    finally:
        wipe(passphrase, own_passphrase, user_key)


def _verify_magistrate_is_there(session: Session, others: Mapping[AgentId, bytearray]) -> None:
    """A renewal without any judge or prosecutor would leave the vault to the rest of the office."""
    present = [session.user, *(get_user(session, user_id) for user_id in others)]
    if not any(user.role in FOUNDERS for user in present):
        raise LastHolderError("a judge or prosecutor must take part when the master key is renewed")


def _kept_key(session: Session, user: User, passphrase: bytearray) -> bytearray:
    if not user.active:
        raise RetiredError("this user was retired from this vault")
    if user.role is UserRole.INTERPRETER:
        raise NotAllowedError("an interpreter's passphrase opens only their own keys")
    stored = rows.find_slot(session.read, user.id)
    if stored is None:
        raise AlreadyExistsError("this user already has a passphrase for the vault")
    try:
        return open_user_slot(
            stored,
            bytearray(passphrase),
            vault_id=session.vault.vault_id,
            user_id=keys.user_id_of(user.id),
        )
    except WrongPassphraseError:
        raise WrongColleaguePassphraseError("this is not the former passphrase", user.id) from None


@contextmanager
def _identified(
    session: Session, own: bytearray, others: Mapping[AgentId, bytearray]
) -> Iterator[dict[bytes, Present]]:
    """Return the users who are present, with their own keys during the work."""
    present: dict[bytes, Present] = {}
    try:
        present[session.vault.user_id] = identify(session.vault, session.vault.user_id, own)
        for user_id, passphrase in others.items():
            raw_id = keys.user_id_of(user_id)
            try:
                present[raw_id] = identify(session.vault, raw_id, passphrase)
            except WrongPassphraseError:
                raise WrongColleaguePassphraseError(
                    "a colleague's passphrase does not open this vault", user_id
                ) from None
        yield present
    finally:
        wipe(*(each.user_key for each in present.values()))


@contextmanager
def _renewal(session: Session, present: dict[bytes, Present], parts: TwoPartProgress) -> Iterator[Renewal]:
    finish_erasures(session.vault)  # or it would be copied as an object that no row names
    gone = counts.erased_objects(session.read)
    files = [file for file in registry.EXHIBIT_FILE.all(session.read) if file.object_id not in gone]
    expected = session.vault.layout.database.stat().st_size + sum(file.size for file in files)
    with (
        database_medium(),
        renewal(
            session.vault,
            present,
            objects=[
                StoredObject(object_id=file.object_id, size=file.size, sha256=file.sha256) for file in files
            ],
            parameters=costs_of(session.environment),
            watch=Steps(total=expected, progress=parts.first, cancelled=parts.cancelled),
        ) as made,
    ):
        yield made


def _settled(
    session: Session, made: Renewal, approval: Approval, reason: str, parts: TwoPartProgress
) -> tuple[Head, tuple[User, ...], tuple[Finding, ...]]:
    """Record the act in the new vault, store what the absent need to return, and check it completely."""
    new = log_in(made.vault, replace(session.environment, heads=None))
    absent = tuple(registry.USER.find(new.read, keys.agent_of(slot.user_id)) for slot in made.absent)
    ways = tuple(map(way_of, made.vault.slots))
    office = replace(new.office_record, header_epoch=made.vault.epoch, keyslots=ways)
    with new.work() as work:
        for slot in made.absent:
            rows.set_slot(work.connection, keys.agent_of(slot.user_id), slot.to_bytes())
        work.save(office, approval)
        work.record(new.vault_id, VaultAction.MASTER_KEY_RENEWED, reason)
    new.office_record = office
    findings = check_vault(new, progress=parts.second, cancelled=parts.cancelled).findings
    signed = chain.last_head(new.read)
    if verdict(findings) is Standing.BROKEN or signed is None:
        raise DamageError("the vault under the new key is damaged; the old one stays: check its health")
    return signed.parsed(), tuple(user for user in absent if user), findings


def _put_in_place(session: Session, made: Renewal, head: Head) -> None:
    """The last step. The session's database is closed first, because its journal would be in the new vault.

    What this computer remembers is written before and after the step. Before: the new vault under its own
    key, and under the old key that it is about to come, so that after a kill the old vault is neither trusted
    nor refused. After: under the old key, that the new one came.
    """
    epoch, now = made.vault.epoch, session.clock.read().at
    told = chain.last_told_sum(made.vault.connection)
    heads = session.heads.copied() if session.heads else None
    remembers = heads is not None and (heads.found is not None or not heads.unwritable)
    next_heads = heads.passed_on(made.vault.anchor_key) if heads else None
    session.read.close()
    if not FOLDERS_MOVE_OPEN:
        session.close()
    try:
        if heads and next_heads:
            next_heads.remember(head, told=told, epoch=epoch, now=now, flush=True)
            heads.announce(head, epoch=epoch)
        try:
            if heads and heads.unwritable and remembers:
                # It would otherwise trust an older copy that is put back.
                raise StorageError(
                    "this computer could not note the renewal of the master key: make room in the folder "
                    "for remembered states, and try again; the vault was not changed"
                )
            made.put_in_place()
        except StorageError:  # the old vault stays
            if heads and next_heads:
                heads.withdraw()
                next_heads.forget()
            raise
        if heads:
            heads.remember(head, told=told, epoch=epoch, now=now, flush=True)
    finally:
        session.close()
        wipe(*(key for store in (heads, next_heads) if store for key in (store.key, store.own_key)))
