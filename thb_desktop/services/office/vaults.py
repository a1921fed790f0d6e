"""Vaults: making and unlocking them, and changing the secrets that open them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from thb_desktop.crypto import recovery
from thb_desktop.crypto.keyslots import ID_LENGTH, SlotKind
from thb_desktop.crypto.material import draw, wipe
from thb_desktop.crypto.passphrases import verify_strong_enough
from thb_desktop.crypto.shares import Share
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.rights import FOUNDERS, Right
from thb_desktop.domain.second_person import Second
from thb_desktop.domain.vocabulary import DraftHistory, TwoPersonAct, UserRole
from thb_desktop.errors import (
    DamageError,
    DraftHistoryError,
    FounderRoleError,
    KdfAboveCeilingError,
    KdfBelowFloorError,
    NewerFormatError,
    NotAllowedError,
    NoVaultError,
    StorageError,
    ValueRefusedError,
    VaultInUseError,
    VaultMissingPartError,
    WrongRecoveryCodeError,
)
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.compartment_renewal import renew_due_keys
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.erasures import finish_at_unlock
from thb_desktop.services.core.keys import Card, OpenedShares
from thb_desktop.services.core.login import log_in
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.stores import settle_stores
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.core.unlock_report import UnlockReport
from thb_desktop.services.office.founding import found_office
from thb_desktop.services.office.keyslot_changes import change_keyslots, costs_of, verify_opens_nothing
from thb_desktop.vault import vault as files
from thb_desktop.vault.database import database_medium
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.system import medium
from thb_desktop.vault.unlocked import Vault, passphrase_slot
from thb_desktop.vault.unlocking import read_slots


class VaultState(StrEnum):
    """What can be known of a folder without any secret."""

    MISSING = "MISSING"
    LOCKED = "LOCKED"
    IN_USE = "IN_USE"
    NEWER_FORMAT = "NEWER_FORMAT"
    DAMAGED = "DAMAGED"
    UNREADABLE = "UNREADABLE"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatedVault:
    """A new vault, unlocked, and its recovery code in written form: shown once, stored nowhere."""

    session: Session
    recovery_code: str = field(repr=False)


def create_vault(
    folder: Path,
    *,
    office: str,
    user_name: str,
    role: UserRole,
    passphrase: bytearray,
    environment: Environment,
    draft_history: DraftHistory | None = None,
) -> CreatedVault:
    """Make a vault with its root certificate and its first user, or nothing at all.

    passphrase: as `passphrases.prepare` returns it; overwritten. draft_history: what was answered about
    former wordings of drafts; None: nobody was asked. Raises DraftHistoryError for NOT_KEPT,
    AlreadyExistsError, WeakPassphraseError, FounderRoleError, ValueRefusedError, CertificateRequestError,
    DiskFullError, ReadOnlyError.
    """
    user_id = draw(environment.randomness, ID_LENGTH)
    try:
        if role not in FOUNDERS:
            raise FounderRoleError("only an investigating judge or a prosecutor can make a vault")
        if draft_history is DraftHistory.NOT_KEPT:
            raise DraftHistoryError("this version keeps the history of drafts")
        _require(office, "the office needs a name")
        _require(user_name, "the first user needs a name")
        created = files.create_vault(
            folder,
            passphrase,
            user_id=user_id,
            parameters=costs_of(environment),
            randomness=environment.randomness,
            fill=lambda vault: found_office(
                vault, office.strip(), user_name.strip(), role, environment, draft_history=draft_history
            ),
        )
    finally:
        wipe(passphrase)
    try:
        session = _entered(created.vault, environment)
        return CreatedVault(session=session, recovery_code=recovery.to_text(created.recovery_code))
    except BaseException:
        # Nobody has seen the recovery code yet, so the vault must not stay.
        files.discard_vault(folder, environment.randomness)
        raise
    finally:
        wipe(created.recovery_code)


def unlock_vault(
    folder: Path,
    *,
    passphrase: bytearray,
    environment: Environment,
    card: Card | None = None,
    beside: bool = False,
) -> Session:
    """Unlock a vault with a user's passphrase, as `passphrases.prepare` returns it; it is overwritten.

    card: certifies the session and signs in it. beside: of a large vault the session is there after a first
    look, and the complete check goes on beside it; call `end_unlock` when it has ended. Raises what
    `vault.open_vault` and `keys.open_session_keys` raise. Nothing is ever created, and a refusal changes
    nothing.
    """
    try:
        vault = files.open_vault(folder, passphrase, randomness=environment.randomness)
        return _entered(vault, environment, card, beside=beside)
    finally:
        wipe(card.pin if card else None)


def unlock_with_recovery_code(folder: Path, *, code: str, environment: Environment) -> Session:
    """Unlock a vault with the recovery code as typed; then ask for a new passphrase."""
    vault = files.open_with_recovery_code(folder, code, randomness=environment.randomness)
    session = _recovering(_entered(vault, environment), "the recovery code")
    session.recovery_code = recovery.from_text(code)
    return session


def unlock_with_shares(
    folder: Path, *, given: Sequence[tuple[str, bytearray]], environment: Environment
) -> Session:
    """Unlock a vault with recovery shares as typed, each with its holder's passphrase.

    The passphrases are overwritten. It opens as the user who had the shares made; then ask for a new
    passphrase of that user. Raises ShareTypoError, ShareTwiceError, ShareForeignError, SharesTooFewError,
    WrongSharePassphraseError, NoSharesError, WrongSharesError, and what `vault.open_vault` raises.
    """
    try:
        read = [(Share.from_text(typed), passphrase) for typed, passphrase in given]
        secret = files.combine_shares(folder, read)
    finally:
        wipe(*(passphrase for _, passphrase in given))
    opened = OpenedShares(secret=bytearray(secret), numbers=tuple(sorted(share.number for share, _ in read)))
    try:
        vault = files.open_with_shares(folder, secret, randomness=environment.randomness)
        session = _recovering(_entered(vault, environment), f"the recovery shares {opened.told}")
    except BaseException:
        wipe(opened.secret)
        raise
    session.shares = opened
    return session


@permitted(Right.OWN_KEYS)
def change_passphrase(session: Session, *, old: bytearray, new: bytearray) -> None:
    """Change the passphrase of the session's user; both are overwritten.

    Raises WrongPassphraseError for the old one, WeakPassphraseError for the new one, OldKeyslotLeftError.
    """
    user_id = session.user.id
    _set_passphrase(
        session,
        old,
        SlotKind.PASSPHRASE,
        new,
        lambda work: work.record(user_id, VaultAction.PASSPHRASE_CHANGED),
    )


@permitted(Right.OWN_KEYS)
def set_passphrase_by_recovery(session: Session, new: bytearray, *, second: Second) -> None:
    """Set a new passphrase in a session that was unlocked with the recovery code or shares.

    new: overwritten. second: about the session's user. Raises NotAllowedError, WeakPassphraseError,
    OldKeyslotLeftError, and what `require_second_person` raises.
    """
    try:
        secret, kind, by = _recovered(session)
        about = session.user.id
        approval = require_second_person(session, second, act=TwoPersonAct.RECOVER_PASSPHRASE, subject=about)

        def record(work: UnitOfWork) -> None:
            work.save(approval)
            work.record(session.user.id, VaultAction.PASSPHRASE_RECOVERED, f"by {by}")

        _set_passphrase(session, bytearray(secret), kind, new, record)
        wipe(secret)
        session.recovery_code = session.shares = None
    finally:
        wipe(new)


@permitted(Right.OWN_KEYS)
def confirm_recovery_code(session: Session, typed: str) -> None:
    """Check the recovery code typed back from the paper. Raises RecoveryCodeTypoError or
    WrongRecoveryCodeError.
    """
    code = recovery.from_text(typed)
    try:
        opened = session.vault.open_header(code, SlotKind.RECOVERY, session.vault.user_id)
    finally:
        wipe(code)
    is_this_vault = opened.header.vault_id == session.vault.vault_id
    opened.wipe()
    if not is_this_vault:
        raise WrongRecoveryCodeError("this recovery code does not open this vault")
    with session.work() as work:
        work.record(session.user.id, VaultAction.RECOVERY_CODE_CONFIRMED)


def confirm_code_of_locked_vault(folder: Path, typed: str, *, environment: Environment) -> None:
    """The same if the act that made the code ended the session: the code opens the vault for a moment.

    Raises RecoveryCodeTypoError, and what `vault.open_vault` raises.
    """
    session = unlock_with_recovery_code(folder, code=typed, environment=environment)
    try:
        with session.work() as work:
            work.record(session.user.id, VaultAction.RECOVERY_CODE_CONFIRMED)
    finally:
        session.close()


def find_vault_state(folder: Path) -> VaultState:
    """Examine a folder without any secret; writes nothing, and raises no error for what it finds."""
    layout = Layout(folder)
    try:
        layout.verify_complete()
        read_slots(layout)
        with medium():
            hold_lock(layout.lock, shared=True).release()
    except NoVaultError:
        return VaultState.MISSING
    except NewerFormatError:
        return VaultState.NEWER_FORMAT
    except VaultInUseError:
        return VaultState.IN_USE
    except (VaultMissingPartError, DamageError, KdfBelowFloorError, KdfAboveCeilingError):
        return VaultState.DAMAGED
    except (StorageError, OSError):
        return VaultState.UNREADABLE
    return VaultState.LOCKED


@permitted(Right.SEE_OFFICE)
def end_unlock(session: Session) -> UnlockReport:
    """Do what an unlock does once all was checked: renew the keys that are due, and finish interrupted
    erasures and what an assignment left. Waits for the check.
    """
    report = session.opening
    renew_due_keys(session)
    finish_at_unlock(session)
    settle_stores(session)
    return report


def _entered(
    vault: Vault, environment: Environment, card: Card | None = None, *, beside: bool = False
) -> Session:
    try:
        with database_medium():
            session = log_in(vault, environment, card, beside=beside)
            if session.check is None:
                finish_at_unlock(session)
                settle_stores(session)
            return session
    except BaseException:
        vault.close()
        raise


def _recovering(session: Session, by: str) -> Session:
    """Record that the vault was opened with a code or shares, if it can be written to."""
    try:
        if session.is_writable:
            with session.work() as work:
                work.record(session.user.id, VaultAction.RECOVERY_USED, f"by {by}")
    except BaseException:
        session.close()
        raise
    return session


def _recovered(session: Session) -> tuple[bytearray, SlotKind, str]:
    """Return what opened this session instead of a passphrase, and its name in an event."""
    if session.recovery_code is not None:
        return session.recovery_code, SlotKind.RECOVERY, "the recovery code"
    if session.shares is not None:
        return session.shares.secret, SlotKind.SHARES, f"the recovery shares {session.shares.told}"
    raise NotAllowedError("this session was unlocked neither with the recovery code nor with shares")


def _set_passphrase(
    session: Session,
    secret: bytearray,
    kind: SlotKind,
    new: bytearray,
    record: Callable[[UnitOfWork], None],
) -> None:
    user_id = session.vault.user_id
    try:
        verify_strong_enough(new.decode())
        verify_opens_nothing(new, session)
        change_keyslots(
            secret,
            session=session,
            kind=kind,
            gives=lambda ring: [passphrase_slot(user_id, new, ring.user_key, costs_of(session.environment))],
            takes=lambda slot: slot.kind is SlotKind.PASSPHRASE and slot.user_id == user_id,
            record=lambda work, _: record(work),
        )
    finally:
        wipe(secret, new)


def _require(text: str, refusal: str) -> None:
    if is_blank(text):
        raise ValueRefusedError(refusal)
